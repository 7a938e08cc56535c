package report

import (
	"context"

	"github.com/etal-market/etal/db"
)

// TaxedLines names the part of each line of orders that a report on taxes reads, so many
// parts at a time.
func TaxedLines(ctx context.Context, q db.Querier, span Span, parts int64) (read []string, err error) {
	var after *taxedLine
	for more := true; more; {
		var lines []*taxedLine
		if lines, more, err = selectTaxedLines(ctx, q, span, after, parts); err != nil {
			return nil, err
		}
		for _, l := range lines {
			after = l
			read = append(read, l.PartID)
		}
	}
	return read, nil
}
