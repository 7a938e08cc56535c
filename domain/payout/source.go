package payout

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// drawTx decides what a transfer of a locked release draws on. The charge can
// give what the buyer has paid by it, and what it gave once does not come back to
// it: so only the first transfers of a release draw on it, and what a discount of
// the platform or the buyer's credit adds to that leaves by a transfer of its own,
// out of the platform's balance. It returns how much of what is left goes by this
// transfer.
func drawTx(ctx context.Context, tx db.Tx, r *Release, left int64) (charge string, amount int64, err error) {
	again, err := hasTransferred(ctx, tx, r.ID)
	if err != nil || again || r.ChargeID == "" {
		return "", left, err
	}
	owed, err := sumReleases(ctx, tx, r.OrderID)
	if err != nil {
		return "", 0, fmt.Errorf("sum releases: %w", err)
	}
	o, err := order.Load(ctx, tx, r.OrderID)
	if err != nil {
		return "", 0, err
	}
	if owed <= o.ChargedMinor {
		return r.ChargeID, left, nil
	}
	// The lock lets two parts of one order not draw on the same money.
	if o, err = order.LockTx(ctx, tx, r.OrderID); err != nil {
		return "", 0, fmt.Errorf("lock order: %w", err)
	}
	before, err := sumDrawn(ctx, tx, r.OrderID)
	if err != nil {
		return "", 0, fmt.Errorf("sum what was drawn: %w", err)
	}
	room := o.ChargedMinor - before.AmountMinor
	room -= room % r.Currency.Step()
	if room <= 0 {
		return "", left, nil
	}
	return r.ChargeID, min(left, room), nil
}

// worthTx is what a transfer of a locked release brings, when the provider has converted
// the payment of its order: what draws on the charge is worth so much, with what has drawn
// on it before, as that part of the charge has settled as, rounded down; never more than the
// charge together. It is the amount itself where nothing was converted.
func worthTx(ctx context.Context, tx db.Tx, r *Release, charge string, amount int64) (money.Amount, error) {
	c, err := ledger.ConversionOf(ctx, tx, string(r.OrderID))
	if err != nil || c == nil {
		return money.New(amount, r.Currency), err
	}
	step := c.SettledCurrency.Step()
	if charge == "" {
		return money.New(c.Worth(amount)/step*step, c.SettledCurrency), nil
	}
	// The lock lets two parts of one order not round the same minor unit.
	if _, err := order.LockTx(ctx, tx, r.OrderID); err != nil {
		return money.Amount{}, fmt.Errorf("lock order: %w", err)
	}
	before, err := sumDrawn(ctx, tx, r.OrderID)
	if err != nil {
		return money.Amount{}, fmt.Errorf("sum what was drawn: %w", err)
	}
	return money.New((c.Worth(before.AmountMinor+amount)-before.SettledMinor)/step*step, c.SettledCurrency), nil
}

// convertTx says what a debit of a seller's balance takes, when it is for an order whose
// payment the provider has converted: the balance is in that currency.
func (v *Reversal) convertTx(ctx context.Context, tx db.Tx) error {
	c, err := ledger.ConversionOf(ctx, tx, string(v.OrderID))
	if err != nil || c == nil {
		return err
	}
	step := c.SettledCurrency.Step()
	v.SettledCurrency, v.SettledMinor = c.SettledCurrency, c.Worth(v.AmountMinor)/step*step
	if v.SettledMinor <= 0 {
		return ErrDebtState
	}
	return nil
}

// sourceOf is the charge that a transfer draws on. One that was planned before
// that was decided draws on it unless the release was transferred once.
func (s *Service) sourceOf(ctx context.Context, t *Transfer, r *Release) (string, error) {
	if t.ChargeID != nil {
		return *t.ChargeID, nil
	}
	again, err := hasTransferred(ctx, s.db.Read(ctx), r.ID)
	if err != nil || again {
		return "", err
	}
	return r.ChargeID, nil
}
