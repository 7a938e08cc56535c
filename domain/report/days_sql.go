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
// not in the sums yet; in one statement, so that each counts once.
func selectFigureRows(ctx context.Context, q db.Querier, of []seller.ID, bounds []time.Time) ([]*figureRow, error) {
	parts := partsOf(bounds)
	if len(parts) == 0 {
		return nil, nil
	}
	days, rests := divide(parts)
	s := &figureSelect{of: of}
	if len(days) > 0 {
		s.days(days)
	}
	for _, rest := range rests {
		s.lines("seq <= "+summed, []stretch{rest})
	}
	s.lines("seq > "+summed, parts)
	var rows []*figureRow
	err := q.NewRaw("SELECT seller_id, currency, kind, part, CAST(SUM(amount_minor) AS BIGINT) AS sum_minor, CAST(SUM(orders) AS BIGINT) AS orders FROM ("+
		strings.Join(s.selects, " UNION ALL ")+") AS f WHERE part IS NOT NULL GROUP BY seller_id, currency, kind, part", s.values...).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("sum lines of statements: %w", err)
	}
	return rows, nil
}

// summed is the last place of the chain that is in the sums of days.
const summed = "(SELECT summed_seq FROM statement_heads WHERE id = 1)"

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
	part, within := s.parts("day", of, func(at time.Time) any { return at.Format(time.DateOnly) })
	s.add("SELECT seller_id, currency, kind, "+part+" AS part, amount_minor, orders FROM statement_days WHERE "+within+" AND seller_id IN (?)", bun.List(whose))
}

// lines selects lines of which something is true. That the seller is an expression keeps the
// databases from reading everything that a seller has to find a day of it.
func (s *figureSelect) lines(which string, of []stretch) {
	part, within := s.parts("posted_at", of, func(at time.Time) any { return at })
	whose, among := "''", ""
	if len(s.of) > 0 {
		whose, among = "seller_id", " AND seller_id || '' IN (?)"
		s.values = append(s.values, bun.List(s.of))
	}
	s.add("SELECT "+whose+" AS seller_id, currency, kind, "+part+" AS part, SUM(amount_minor), COUNT(DISTINCT order_id) FROM statement_lines WHERE "+
		within+among+" AND "+which+" AND book = ? GROUP BY 1, 2, 3, 4", statement.BookPlatform)
}

// parts is in which part a row is, by the value of a column; and the condition that it is
// not before the first one nor behind the last.
func (s *figureSelect) parts(column string, of []stretch, value func(time.Time) any) (part, within string) {
	var cases strings.Builder
	for _, p := range of {
		fmt.Fprintf(&cases, " WHEN %[1]s >= ? AND %[1]s < ? THEN %[2]d", column, p.part)
		s.values = append(s.values, value(p.from), value(p.to))
	}
	s.values = append(s.values, value(of[0].from), value(of[len(of)-1].to))
	return "CASE" + cases.String() + " END", column + " >= ? AND " + column + " < ?"
}

func (s *figureSelect) add(text string, last any) {
	s.selects = append(s.selects, text)
	s.values = append(s.values, last)
}
