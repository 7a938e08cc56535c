package identity

import (
	"context"

	"github.com/etal-market/etal/db"
)

func updateHasFactor(ctx context.Context, tx db.Tx, accountID AccountID, has bool) error {
	_, err := tx.NewUpdate().Model((*Account)(nil)).Set("has_factor = ?", has).Set("updated_at = ?", tx.Now()).
		Where("id = ?", accountID).Exec(ctx)
	return err
}

func lockSession(ctx context.Context, tx db.Tx, sessionID SessionID) (*Session, error) {
	s := new(Session)
	err := db.ForUpdate(tx.NewSelect().Model(s).Where("id = ?", sessionID)).Scan(ctx)
	return s, err
}
