package order

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
)

// PostponeTx gives a locked order that awaits payment until an instant, UTC, to be
// paid. It never takes time away, and leaves an order alone that awaits nothing.
func PostponeTx(ctx context.Context, tx db.Tx, o *Order, until time.Time) error {
	if o.Status != StatusAwaitingPayment || !until.After(o.ExpiresAt) {
		return nil
	}
	o.ExpiresAt = until
	if err := updateExpiry(ctx, tx, o); err != nil {
		return fmt.Errorf("postpone order %s: %w", o.ID, err)
	}
	return nil
}
