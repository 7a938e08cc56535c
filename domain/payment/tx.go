package payment

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/order"
)

// LockTx returns the payment of an order and locks it until the unit ends, or
// ErrNotFound. Whoever gives something of it back holds this lock.
func LockTx(ctx context.Context, tx db.Tx, orderID order.ID) (*Payment, error) {
	p, err := lockByOrder(ctx, tx, orderID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	return p, err
}

// Load returns the payment of an order, or ErrNotFound.
func Load(ctx context.Context, q db.Querier, orderID order.ID) (*Payment, error) {
	p, err := selectByOrder(ctx, q, orderID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	return p, err
}

// OrderOfCharge tells which order a charge of the provider has paid. It returns
// ErrNotFound for a charge that is none of ours, and inbox.ErrTooEarly for one of an
// intent whose success is still to be heard of: Stripe does not promise to deliver
// events in the order in which they happened. The intent is empty for a charge without
// one.
func OrderOfCharge(ctx context.Context, q db.Querier, chargeID, intentID string) (order.ID, error) {
	orderID, err := selectOrderOfCharge(ctx, q, chargeID)
	if !errors.Is(err, db.ErrNotFound) {
		return orderID, err
	}
	awaited, err := awaitsIntent(ctx, q, intentID)
	if err != nil {
		return "", err
	}
	if awaited {
		return "", fmt.Errorf("the payment of charge %s is not captured yet: %w", chargeID, inbox.ErrTooEarly)
	}
	return "", ErrNotFound
}

// AdoptTx hands the payments and the credit of a guest to the account they have signed
// in to. The ledger owes credit to buyers, and does not say to whom.
func AdoptTx(ctx context.Context, tx db.Tx, e identity.GuestSignedIn) error {
	if err := updateBuyer(ctx, tx, e.GuestID, e.AccountID); err != nil {
		return fmt.Errorf("adopt payments of %s: %w", e.GuestID, err)
	}
	// Whoever spends the credit, or pays it out, is waited for, and has written that then.
	if err := lockGiven(ctx, tx, e.GuestID); err != nil {
		return fmt.Errorf("lock credit of %s: %w", e.GuestID, err)
	}
	if err := updateCreditor(ctx, tx, e.GuestID, e.AccountID); err != nil {
		return fmt.Errorf("adopt credit of %s: %w", e.GuestID, err)
	}
	return nil
}

// RefundTx adds to what was given back of a locked payment; a negative amount
// takes from it.
func RefundTx(ctx context.Context, tx db.Tx, p *Payment, minor int64) error {
	p.RefundedMinor += minor
	return updateGivenBack(ctx, tx, p)
}

// DisputeTx counts a dispute of a locked payment that was opened, by +1, or
// closed, by -1.
func DisputeTx(ctx context.Context, tx db.Tx, p *Payment, change int64) error {
	p.OpenDisputes += change
	return updateGivenBack(ctx, tx, p)
}
