package payout

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/seller"
)

// resetHold is how long nothing is paid out to a seller after the factors of one
// of its members were reset: whoever has talked an operator into it must not
// reach the money before the others notice.
const resetHold = 72 * time.Hour

func (a *Account) isHeld(at time.Time) bool { return a.HeldUntil != nil && a.HeldUntil.After(at) }

// HoldTx keeps back the payouts of each seller that somebody is a member of, when
// their factors were reset.
func (*Service) HoldTx(ctx context.Context, tx db.Tx, e factor.Reset) error {
	sellers, err := seller.OfAccountTx(ctx, tx, e.AccountID)
	if err != nil {
		return err
	}
	for _, sellerID := range sellers {
		a, err := lockAccountOf(ctx, tx, sellerID)
		if errors.Is(err, db.ErrNotFound) {
			continue
		}
		if err != nil {
			return fmt.Errorf("lock payout account: %w", err)
		}
		until := tx.Now().Add(resetHold)
		a.HeldUntil = &until
		if err := updateAccount(ctx, tx, a); err != nil {
			return fmt.Errorf("hold payouts: %w", err)
		}
	}
	return nil
}
