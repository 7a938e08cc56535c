package order

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

func selectSold(
	ctx context.Context, q db.Querier, c money.Currency, of []seller.ID, p Period,
) (map[seller.ID]int64, error) {
	sold := map[seller.ID]int64{}
	if len(of) == 0 {
		return sold, nil
	}
	var rows []struct {
		SellerID seller.ID
		SumMinor int64
	}
	err := q.NewSelect().Model((*SellerOrder)(nil)).Column("seller_id").
		ColumnExpr("CAST(SUM(total_minor + platform_discount_minor - shipping_minor - tax_minor) AS BIGINT) AS sum_minor").
		Where("seller_id IN (?) AND currency = ? AND paid_at >= ? AND paid_at < ?", bun.List(of), c, p.From, p.Before).
		Group("seller_id").Scan(ctx, &rows)
	for _, r := range rows {
		sold[r.SellerID] = r.SumMinor
	}
	return sold, err
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
