package order

import (
	"cmp"
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// soldApart is how many stretches of time the database sums up by themselves.
const soldApart = 8

// selectSold counts what was sold from the first end of all questions until the last.
// What was sold in the longest stretches in which nobody asks for an instant comes as one
// row: a seller may have sold much between the last orders and what is asked of a year ago.
func selectSold(ctx context.Context, q db.Querier, all tallies, asked []Sold) error {
	gaps, p := gapsOf(asked, soldApart), asked[0].Period
	if len(gaps) == 0 {
		return nil // a period that is over as it begins
	}
	var sellers []seller.ID
	var currencies []money.Currency
	for _, s := range asked {
		if s.From.Before(p.From) {
			p.From = s.From
		}
		if s.Before.After(p.Before) {
			p.Before = s.Before
		}
	}
	for of := range all {
		sellers, currencies = append(sellers, of.SellerID), append(currencies, of.Currency)
	}
	soldAt, args := "CASE", []any{}
	for _, gap := range gaps {
		soldAt += " WHEN paid_at >= ? AND paid_at < ? THEN ?"
		args = append(args, gap.From, gap.Before, gap.From)
	}
	return q.NewSelect().Model((*SellerOrder)(nil)).Column("seller_id", "currency").
		ColumnExpr(soldAt+" ELSE paid_at END AS sold_at", args...).
		ColumnExpr("CAST(SUM(total_minor + platform_discount_minor - shipping_minor - tax_minor) AS BIGINT) AS sum_minor").
		Where("seller_id IN (?) AND currency IN (?) AND paid_at >= ? AND paid_at < ?",
			bun.List(distinct(sellers)), bun.List(distinct(currencies)), p.From, p.Before).
		Group("seller_id", "currency", "sold_at").
		Scan(ctx, db.Each(func(r *db.Row) {
			all.add(place{seller.ID(r.Text(0)), money.Currency(r.Text(1))}, r.Instant(2), r.Whole(3))
		}))
}

// distinct sorts a list and leaves out what is in it already.
func distinct[T cmp.Ordered](list []T) []T {
	slices.Sort(list)
	return slices.Compact(list)
}

func countPaid(ctx context.Context, q db.Querier, p Period) (int64, error) {
	n, err := q.NewSelect().Model((*Order)(nil)).Where("paid_at >= ? AND paid_at < ?", p.From, p.Before).Count(ctx)
	return int64(n), err
}

func selectPaidAfter(ctx context.Context, q db.Querier, p Period, after ID, limit int64) ([]*Order, error) {
	var rows []*Order
	err := q.NewSelect().Model(&rows).Where("paid_at >= ? AND paid_at < ? AND id > ?", p.From, p.Before, after).
		OrderExpr("id").Limit(limit).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return rows, loadParts(ctx, q, rows)
}

func selectPartsPaid(ctx context.Context, q db.Querier, of seller.ID, p Period, limit int64) ([]*SellerOrder, error) {
	var rows []*SellerOrder
	err := q.NewSelect().Model(&rows).Where("seller_id = ? AND paid_at >= ? AND paid_at < ?", of, p.From, p.Before).
		OrderExpr("paid_at DESC, id DESC").Limit(limit).Scan(ctx)
	if err != nil {
		return nil, err
	}
	return rows, loadDetails(ctx, q, rows)
}

func selectLine(ctx context.Context, q db.Querier, lineID LineID, owner seller.ID) (*Line, error) {
	l := new(Line)
	s := q.NewSelect().Model(l).Where("id = ?", lineID)
	if owner != "" {
		s.Where("seller_id = ?", owner)
	}
	return l, s.Scan(ctx)
}
