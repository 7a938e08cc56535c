package identity

import (
	"context"

	"github.com/etal-market/etal/db"
)

func updateSignedIn(ctx context.Context, tx db.Tx, accountID AccountID) error {
	_, err := tx.NewUpdate().Model((*Account)(nil)).Set("signed_in_at = ?", tx.Now()).Where("id = ?", accountID).Exec(ctx)
	return err
}
