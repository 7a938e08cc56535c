package identity

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
)

// signedInTx notes that somebody has signed in, with every factor that the
// account asks for.
func signedInTx(ctx context.Context, tx db.Tx, a *Account) error {
	now := tx.Now()
	a.SignedInAt = &now
	if err := updateSignedIn(ctx, tx, a.ID); err != nil {
		return fmt.Errorf("note sign-in: %w", err)
	}
	return nil
}
