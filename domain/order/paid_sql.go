package order

import (
	"context"
	"strconv"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// salesQuery is about what sellers sold in a currency.
type salesQuery struct {
	currency  money.Currency
	sellers   []seller.ID
	stretches []stretch
}

// selectSales shows what each seller sold in the stretches: at which instant, and for how
// much. All of a whole stretch is shown at once, at its beginning.
func selectSales(ctx context.Context, q db.Querier, want salesQuery, show func(seller.ID, time.Time, int64)) error {
	const minor = "total_minor + platform_discount_minor - shipping_minor - tax_minor"
	of := make([]*bun.SelectQuery, len(want.stretches))
	for i, s := range want.stretches {
		of[i] = q.NewSelect().Model((*SellerOrder)(nil)).Column("seller_id").ColumnExpr(strconv.Itoa(i)+" AS stretch").
			Where("seller_id IN (?) AND currency = ? AND paid_at >= ? AND paid_at < ?", bun.List(want.sellers), want.currency, s.From, s.Before)
		if s.isWhole {
			of[i].ColumnExpr("CAST(NULL AS TIMESTAMPTZ) AS sold_at, CAST(SUM(" + minor + ") AS BIGINT) AS sum_minor").Group("seller_id")
		} else {
			of[i].ColumnExpr("paid_at AS sold_at, " + minor + " AS sum_minor")
		}
	}
	return db.Selections(q, of).Scan(ctx, db.Each(func(r *db.Row) {
		at := r.Instant(2)
		if r.IsNull(2) {
			at = want.stretches[r.Whole(1)].From
		}
		show(seller.ID(r.Text(0)), at, r.Whole(3))
	}))
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
