package report

import (
	"context"
	"fmt"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
)

// soldKinds are the kinds of lines that figures are made of.
func soldKinds() []statement.Kind {
	return []statement.Kind{
		statement.KindSales, statement.KindDiscounts, statement.KindShipping, statement.KindTaxes, statement.KindRefunds, statement.KindDisputes,
		statement.KindCommission, statement.KindCommissionVAT, statement.KindCommissionReturned, statement.KindVATReturned,
	}
}

// selectDays sums the lines of statements by day, in one read: those of one seller, or
// of all when it is nil. Orders are counted apart: to count different ones, a database
// sorts all lines that it sums.
func selectDays(ctx context.Context, q db.Querier, of *seller.ID, w window) (map[dayKey]*Figures, error) {
	day := db.Day(q.NewSelect(), "posted_at")
	lines := func() *bun.SelectQuery {
		s := q.NewSelect().TableExpr("statement_lines").Where("book = ?", statement.BookPlatform).
			Where("posted_at >= ? AND posted_at <= ?", w.before(), w.now).Where("(posted_at < ? OR posted_at >= ?)", w.cut(), w.first())
		if of != nil {
			s = s.Where("seller_id = ?", *of)
		}
		return s
	}
	sums := lines().ColumnExpr("currency, kind, ? AS day, CAST(SUM(amount_minor) AS BIGINT) AS sum_minor, 0 AS orders", day).
		Where("kind IN (?)", bun.List(soldKinds())).GroupExpr("1, 2, 3")
	orders := lines().ColumnExpr("DISTINCT currency, kind, ? AS day, order_id", day).Where("kind = ?", statement.KindSales)
	counts := q.NewSelect().TableExpr("(?) AS sold", orders).
		ColumnExpr("currency, kind, day, 0 AS sum_minor, COUNT(*) AS orders").GroupExpr("currency, kind, day")
	var rows []struct {
		Currency money.Currency
		Kind     statement.Kind
		Day      string
		SumMinor int64
		Orders   int64
	}
	err := q.NewSelect().TableExpr("(SELECT * FROM (?) AS sums UNION ALL SELECT * FROM (?) AS counts) AS parts", sums, counts).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("sum lines of statements by day: %w", err)
	}
	sold := map[dayKey]*Figures{}
	for _, r := range rows {
		k := dayKey{r.Currency, r.Day}
		if sold[k] == nil {
			sold[k] = &Figures{}
		}
		sold[k].add(r.Kind, r.SumMinor, r.Orders)
	}
	return sold, nil
}
