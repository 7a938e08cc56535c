package dispute

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
)

func insertDispute(ctx context.Context, tx db.Tx, d *Dispute) error {
	_, err := tx.NewInsert().Model(d).Exec(ctx)
	return err
}

func updateDispute(ctx context.Context, tx db.Tx, d *Dispute) error {
	_, err := tx.NewUpdate().Model(d).ExcludeColumn("id", "provider_id", "order_id", "currency", "created_at").WherePK().Exec(ctx)
	return err
}

func lockByProvider(ctx context.Context, tx db.Tx, providerID string) (*Dispute, error) {
	d := new(Dispute)
	err := db.ForUpdate(tx.NewSelect().Model(d).Where("provider_id = ?", providerID)).Scan(ctx)
	return d, err
}

func selectOfOrder(ctx context.Context, q db.Querier, orderID order.ID) ([]*Dispute, error) {
	var rows []*Dispute
	err := q.NewSelect().Model(&rows).Where("order_id = ?", orderID).OrderExpr("id").Scan(ctx)
	return rows, err
}
