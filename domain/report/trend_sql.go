package report

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/statement"
)

// dayRow is the sum of the lines of one kind in one part of time.
type dayRow struct {
	Currency money.Currency
	Part     int
	Kind     statement.Kind
	SumMinor int64
	Orders   int64
}

func selectDayRows(ctx context.Context, q db.Querier, bounds []time.Time) ([]*dayRow, error) {
	var cases strings.Builder
	var values []any
	for i, bound := range bounds[1:] {
		fmt.Fprintf(&cases, " WHEN posted_at < ? THEN %d", i)
		values = append(values, bound)
	}
	var rows []*dayRow
	err := q.NewSelect().TableExpr("statement_lines").ColumnExpr("currency, kind").
		ColumnExpr("CASE"+cases.String()+" END AS part", values...).
		ColumnExpr("CAST(SUM(amount_minor) AS BIGINT) AS sum_minor, COUNT(DISTINCT order_id) AS orders").
		Where("book = ?", statement.BookPlatform).
		Where("posted_at >= ? AND posted_at < ?", bounds[0], bounds[len(bounds)-1]).
		GroupExpr("1, 2, 3").Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("sum lines of statements by day: %w", err)
	}
	return rows, nil
}
