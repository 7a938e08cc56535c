package order

import (
	"context"

	"github.com/etal-market/etal/db"
)

func updateExpiry(ctx context.Context, tx db.Tx, o *Order) error {
	_, err := tx.NewUpdate().Model(o).Column("expires_at").WherePK().Exec(ctx)
	return err
}
