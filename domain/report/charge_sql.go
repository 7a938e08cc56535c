package report

import (
	"context"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/seller"
)

// selectCharges sums what sellers were charged beside orders, with VAT, less what was
// reversed of that, for each of the parts of time that the bounds make. The lines of
// statements do not tell a charge that was reversed from a credit, which is no fee.
func selectCharges(ctx context.Context, q db.Querier, of []seller.ID, bounds []time.Time) (map[key]int64, error) {
	sums := map[key]int64{}
	parts := partsOf(bounds)
	if len(of) == 0 || len(parts) == 0 {
		return sums, nil
	}
	s := &figureSelect{of: of}
	s.charges(parts, "created_at", "")
	s.charges(parts, "reversed_at", "-")
	var rows []struct {
		Purse

		Part     int
		SumMinor int64
	}
	err := q.NewRaw("SELECT seller_id, currency, part, CAST(SUM(minor) AS BIGINT) AS sum_minor FROM ("+
		strings.Join(s.selects, " UNION ALL ")+") AS c WHERE part IS NOT NULL GROUP BY seller_id, currency, part", s.values...).Scan(ctx, &rows)
	for _, r := range rows {
		sums[key{r.Purse, r.Part}] = r.SumMinor
	}
	return sums, err
}

// charges selects charges by when they were made or reversed, with the sign that they count
// with.
func (s *figureSelect) charges(of []stretch, column, sign string) {
	part := s.parts(column, of, func(at time.Time) any { return at })
	s.values = append(s.values, bun.List(s.of), charge.Debit)
	s.selects = append(s.selects, "SELECT seller_id, currency, "+part+" AS part, "+sign+"(net_minor + vat_minor) AS minor FROM seller_charges "+
		"WHERE seller_id IN (?) AND kind = ?")
}
