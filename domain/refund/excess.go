package refund

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
)

// Taken tells what the banks of an order's buyer have taken back for good, in minor
// units of the order's currency.
type Taken func(ctx context.Context, q db.Querier, orderID order.ID) (minor int64, err error)

// isTooMuchTx reports whether the buyer of a locked payment has more than they have
// paid when they get all that is promised to them: their bank has taken some of it, or
// somebody has given it back at the provider. It returns ErrDisputed while a bank has
// not decided.
func (s *Service) isTooMuchTx(ctx context.Context, tx db.Tx, p *payment.Payment) (bool, error) {
	if p.OpenDisputes > 0 {
		return false, ErrDisputed
	}
	promised, err := sumPromised(ctx, tx, p.OrderID)
	if err != nil {
		return false, fmt.Errorf("what is promised back of %s: %w", p.OrderID, err)
	}
	taken, err := s.taken(ctx, tx, p.OrderID)
	if err != nil {
		return false, fmt.Errorf("what banks have taken of %s: %w", p.OrderID, err)
	}
	return promised+taken > p.AmountMinor, nil
}

// mayPayTx returns the fault by which the buyer of a locked refund is not paid outside
// the provider: it does not wait for that, or they have the money already, or may get it.
func (s *Service) mayPayTx(ctx context.Context, tx db.Tx, r *Refund, p *payment.Payment) error {
	if r.Status != StatusFailed && r.Status != StatusAwaitingBank {
		return ErrState
	}
	isTooMuch, err := s.isTooMuchTx(ctx, tx, p)
	if isTooMuch {
		return ErrState.Saying("The buyer has this money already, from their bank or by another refund. Take this one back, and give back what remains of the order.")
	}
	return err
}

// mayEndTx returns the fault by which a locked refund is not taken back. One that
// failed is owed to the buyer, unless they have the money already.
func (s *Service) mayEndTx(ctx context.Context, tx db.Tx, r *Refund, p *payment.Payment) error {
	switch r.Status {
	case StatusPlanned, StatusAwaitingBank:
		return nil
	case StatusFailed:
		isTooMuch, err := s.isTooMuchTx(ctx, tx, p)
		if err == nil && !isTooMuch {
			return ErrState.Saying("The buyer still is owed this money. Pay it in another way.")
		}
		return err
	case StatusSending, StatusUnknown, StatusPending, StatusRequiresAction, StatusSucceeded, StatusPaidOtherwise, StatusRefused, StatusCancelled:
	}
	return ErrState
}
