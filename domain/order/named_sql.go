package order

import (
	"context"
	"slices"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// candidatesMax is how many parts of any sellers are looked at for those of one.
const candidatesMax = 500

func (w wanted) narrow(s *bun.SelectQuery) *bun.SelectQuery {
	if w.isOpen {
		s = s.Where("ord.restricted_at IS NULL")
	}
	return s.Limit(w.limit)
}

func selectOrdersByNumber(ctx context.Context, q db.Querier, begin string, w wanted) ([]*Order, error) {
	var rows []*Order
	err := w.narrow(db.Beginning(q.NewSelect().Model(&rows), "ord.number", begin)).Scan(ctx)
	return rows, err
}

// selectOrdersByEmail asks two indexes, one of addresses and one of buyers: whoever has
// changed their address has orders under both.
func selectOrdersByEmail(ctx context.Context, q db.Querier, email string, w wanted) ([]*Order, error) {
	folded, lower := forms(email)
	var sent, bought []*Order
	err := w.narrow(db.IsLower(q.NewSelect().Model(&sent), "ord.email", lower)).OrderExpr("ord.id DESC").Scan(ctx)
	if err != nil {
		return nil, err
	}
	err = w.narrow(q.NewSelect().Model(&bought).
		Where("ord.buyer_id = (SELECT a.id FROM accounts AS a WHERE a.email_folded = ?)", folded)).OrderExpr("ord.id DESC").Scan(ctx)
	rows := append(sent, bought...)
	slices.SortFunc(rows, func(a, b *Order) int {
		switch {
		case a.ID > b.ID:
			return -1
		case a.ID < b.ID:
			return 1
		}
		return 0
	})
	rows = slices.CompactFunc(rows, func(a, b *Order) bool { return a.ID == b.ID })
	return rows[:min(int64(len(rows)), w.limit)], err
}

// selectPartsByNumber walks the index of numbers, also for one seller: few parts of
// all begin alike, and a seller may have most of them.
func selectPartsByNumber(ctx context.Context, q db.Querier, owner seller.ID, begin string, w wanted) ([]*SellerOrder, error) {
	var rows []*SellerOrder
	inner := db.Beginning(q.NewSelect().TableExpr("seller_orders AS p").ColumnExpr("p.id"), "p.number", begin).Limit(candidatesMax)
	s := q.NewSelect().Model(&rows).Where("sor.id IN (?)", q.NewSelect().TableExpr("(?) AS c", inner).ColumnExpr("c.id"))
	if owner != "" {
		s = s.Where("sor.seller_id = ?", owner)
	}
	if w.isOpen {
		s = s.Where("NOT EXISTS (SELECT 1 FROM orders o WHERE o.id = sor.order_id AND o.restricted_at IS NOT NULL)")
	}
	err := s.OrderExpr("sor.number").Limit(w.limit).Scan(ctx)
	return rows, err
}
