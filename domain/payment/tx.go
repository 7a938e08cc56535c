package payment

import (
	"context"
	"errors"

	"github.com/etal-market/etal/db"
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

// OrderOfCharge tells which order a charge of the provider has paid, or
// ErrNotFound.
func OrderOfCharge(ctx context.Context, q db.Querier, chargeID string) (order.ID, error) {
	orderID, err := selectOrderOfCharge(ctx, q, chargeID)
	if errors.Is(err, db.ErrNotFound) {
		return "", ErrNotFound
	}
	return orderID, err
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
