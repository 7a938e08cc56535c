package report

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
)

// figureRow is what the lines of a kind sum to in one part of time.
type figureRow struct {
	Purse

	Part     int
	Kind     statement.Kind
	SumMinor int64
	Orders   int64 // with such a line
}

// selectFigureRows sums the lines of statements of some sellers, or of all together when none
// is named, for each of the parts of time that the bounds make. Whole days are read from
// their sums. Lines are read of what is left of a day at an end of a part, and of what is
// not in the sums yet. The reads are of one snapshot, so that each line counts once.
func selectFigureRows(ctx context.Context, q db.Querier, of []seller.ID, bounds []time.Time) ([]*figureRow, error) {
	parts := partsOf(bounds)
	if len(parts) == 0 {
		return nil, nil
	}
	upTo, last, err := statement.SummedTo(ctx, q)
	if err != nil {
		return nil, err
	}
	days, rests := divide(parts)
	s := &figureSelect{of: of}
	if len(days) > 0 {
		s.days(days)
	}
	for _, rest := range rests {
		s.restOfDay(rest, upTo)
	}
	if upTo < last {
		s.unsummed(parts, upTo, last)
	}
	var rows []*figureRow
	err = q.NewRaw("SELECT seller_id, currency, kind, part, CAST(SUM(amount_minor) AS BIGINT) AS sum_minor, CAST(SUM(orders) AS BIGINT) AS orders FROM ("+
		strings.Join(s.selects, " UNION ALL ")+") AS f WHERE part IS NOT NULL GROUP BY seller_id, currency, kind, part", s.values...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("sum lines of statements: %w", err)
	}
	return rows, nil
}

// figureSelect gathers selections of the same columns, and their values.
type figureSelect struct {
	of      []seller.ID // empty: all together
	selects []string
	values  []any
}

// days selects the sums of days.
func (s *figureSelect) days(of []stretch) {
	whose := s.of
	if len(whose) == 0 {
		whose = []seller.ID{""}
	}
	day := func(at time.Time) any { return at.Format(time.DateOnly) }
	part := s.parts("day", of, day)
	s.values = append(s.values, bun.List(whose), day(of[0].from), day(of[len(of)-1].to))
	s.selects = append(s.selects, "SELECT seller_id, currency, kind, "+part+" AS part, amount_minor, orders FROM statement_days "+
		"WHERE seller_id IN (?) AND day >= ? AND day < ?")
}

// restOfDay selects the lines of less than a day, up to a place of the chain. The databases
// have to find them by the day: that seller and place are expressions keeps them from
// reading all that a seller has.
func (s *figureSelect) restOfDay(of stretch, upTo int64) {
	s.lines([]stretch{of}, "posted_at >= ? AND posted_at < ? AND seq + 0 <= ?", of.from, of.to, upTo)
}

// unsummed selects the lines of places of the chain that are not in the sums.
func (s *figureSelect) unsummed(of []stretch, after, upTo int64) {
	s.lines(of, "seq > ? AND seq <= ?", after, upTo)
}

func (s *figureSelect) lines(of []stretch, which string, values ...any) {
	part := s.parts("posted_at", of, func(at time.Time) any { return at })
	whose := "''"
	s.values = append(s.values, values...)
	if len(s.of) > 0 {
		whose = "seller_id"
		which += " AND seller_id || '' IN (?)"
		s.values = append(s.values, bun.List(s.of))
	}
	s.values = append(s.values, statement.BookPlatform)
	s.selects = append(s.selects, "SELECT "+whose+" AS seller_id, currency, kind, "+part+" AS part, SUM(amount_minor) AS amount_minor, "+
		"COUNT(DISTINCT order_id) AS orders FROM statement_lines WHERE "+which+" AND book = ? GROUP BY 1, 2, 3, 4")
}

// parts is in which part a row is, by the value of a column; NULL when in none.
func (s *figureSelect) parts(column string, of []stretch, value func(time.Time) any) string {
	var cases strings.Builder
	for _, p := range of {
		fmt.Fprintf(&cases, " WHEN %[1]s >= ? AND %[1]s < ? THEN %[2]d", column, p.part)
		s.values = append(s.values, value(p.from), value(p.to))
	}
	return "CASE" + cases.String() + " END"
}
