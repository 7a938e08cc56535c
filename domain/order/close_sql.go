package order

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/seller"
)

// countUnfinished counts the orders of a seller that wait for their payment or
// for being shipped.
func countUnfinished(ctx context.Context, tx db.Tx, sellerID seller.ID) (int64, error) {
	return tx.NewSelect().Model((*SellerOrder)(nil)).Where("seller_id = ?", sellerID).
		Where("status IN (?)", bun.List([]SellerOrderStatus{SellerOrderAwaitingPayment, SellerOrderReadyToShip})).Count(ctx)
}
