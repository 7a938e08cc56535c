package order

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

// addressed is where the goods of an order, or of a part, are sent.
type addressed struct {
	ID     string
	ShipTo Address `bun:"type:jsonb"`
}

func selectAddresses(ctx context.Context, q db.Querier, table string, buyer identity.AccountID) ([]addressed, error) {
	var rows []addressed
	err := q.NewSelect().TableExpr("? AS t", bun.Ident(table)).Column("id", "ship_to").
		Where("buyer_id = ?", buyer).Order("id").Scan(ctx, &rows)
	return rows, err
}

func updateForgotten(ctx context.Context, tx db.Tx, row any, columns ...string) error {
	_, err := tx.NewUpdate().Model(row).Column(columns...).WherePK().Exec(ctx)
	return err
}

func blankShipments(ctx context.Context, tx db.Tx, buyer identity.AccountID) error {
	_, err := tx.NewUpdate().Model((*Shipment)(nil)).Set("tracking_number = ''").Set("tracking_url = ''").
		Where("seller_order_id IN (SELECT id FROM seller_orders WHERE buyer_id = ?)", buyer).Exec(ctx)
	return err
}
