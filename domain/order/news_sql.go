package order

import (
	"context"

	"github.com/etal-market/etal/db"
)

// selectParts returns whose the parts of an order are, and nothing else of them.
func selectParts(ctx context.Context, q db.Querier, orderID ID) ([]*SellerOrder, error) {
	var parts []*SellerOrder
	err := q.NewSelect().Model(&parts).Column("id", "seller_id").Where("order_id = ?", orderID).Order("id").Scan(ctx)
	return parts, err
}
