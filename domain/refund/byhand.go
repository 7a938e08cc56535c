package refund

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
)

// handPayment is what one person has recorded as paid to a buyer outside the provider
// without a second person.
type handPayment struct {
	bun.BaseModel `bun:"table:hand_payments,alias:hnd"`

	ID          string `bun:",pk"` // of the refund, or of the entry of credit
	PaidBy      identity.AccountID
	BuyerID     identity.AccountID
	Currency    money.Currency
	AmountMinor int64
	CreatedAt   time.Time
}

// payByHandTx records that an actor pays a buyer outside the provider, or returns
// ErrLimit: with what they have paid that buyer so within the hour it is above their
// limit. Of a role that is asked for no second factor what it has paid all buyers
// counts, for nothing but the limit bounds what a stranger at its desk could do. The
// actor's account is locked, so of payments at once each counts those before it.
func (s *Service) payByHandTx(ctx context.Context, tx db.Tx, by actor.Actor, p *handPayment) error {
	p.PaidBy, p.CreatedAt = identity.AccountID(by.AccountID), tx.Now()
	if _, err := identity.LockTx(ctx, tx, p.PaidBy); err != nil {
		return err
	}
	to := p.BuyerID
	if slices.Contains(s.limits.Unasked, by.Role) {
		to = ""
	}
	before, err := sumByHand(ctx, tx, p, to, tx.Now().Add(-limitWindow))
	if err != nil {
		return fmt.Errorf("sum what %s has paid: %w", p.PaidBy, err)
	}
	if !s.limits.ofRole(by, money.New(before+p.AmountMinor, p.Currency)) {
		return ErrLimit
	}
	return insertByHand(ctx, tx, p)
}
