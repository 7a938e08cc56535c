package catalog

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

func selectNames(ctx context.Context, q db.Querier, after ProductID, limit int64) ([]*Product, error) {
	var rows []*Product
	err := q.NewSelect().Model(&rows).Column("id", "created_by_seller", "title").Where("p.id > ?", after).
		OrderExpr("p.id").Limit(limit).Scan(ctx)
	return rows, err
}

// selectOffersBySKU walks an index of SKUs without case: that of one seller, or that
// of all. Prices are not read.
func selectOffersBySKU(ctx context.Context, q db.Querier, owner seller.ID, begin string, limit int64) ([]*Offer, error) {
	var rows []*Offer
	s := q.NewSelect().Model(&rows)
	if owner != "" {
		s = s.Where("o.seller_id = ?", owner)
	}
	err := db.BeginningLower(s, "o.sku", begin).Limit(limit).Scan(ctx)
	return rows, err
}
