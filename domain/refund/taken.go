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

// isTakenTx reports whether the buyer's bank has taken what a refund promises, or some
// of it: together, the two are more than was paid. The payment is locked. It returns
// ErrDisputed while the bank has not decided.
func (s *Service) isTakenTx(ctx context.Context, tx db.Tx, p *payment.Payment) (bool, error) {
	if p.OpenDisputes > 0 {
		return false, ErrDisputed
	}
	minor, err := s.taken(ctx, tx, p.OrderID)
	if err != nil {
		return false, fmt.Errorf("what banks have taken of %s: %w", p.OrderID, err)
	}
	return minor > 0 && minor+p.RefundedMinor > p.AmountMinor, nil
}

// mayPayTx returns the fault by which the buyer of a locked refund is not paid outside
// the provider: it does not wait for that, or the bank has given them the money, or may
// yet.
func (s *Service) mayPayTx(ctx context.Context, tx db.Tx, r *Refund, p *payment.Payment) error {
	if r.Status != StatusFailed && r.Status != StatusAwaitingBank {
		return ErrState
	}
	isTaken, err := s.isTakenTx(ctx, tx, p)
	if isTaken {
		return ErrState.Saying("The buyer's bank has taken this money back. Take the refund back, and give back what remains of the order.")
	}
	return err
}

// mayEndTx returns the fault by which a locked refund is not taken back. One that
// failed is owed to the buyer, unless the bank has given them the money.
func (s *Service) mayEndTx(ctx context.Context, tx db.Tx, r *Refund, p *payment.Payment) error {
	switch r.Status {
	case StatusPlanned, StatusAwaitingBank:
		return nil
	case StatusFailed:
		isTaken, err := s.isTakenTx(ctx, tx, p)
		if err == nil && !isTaken {
			return ErrState.Saying("The buyer still is owed this money. Pay it in another way.")
		}
		return err
	case StatusSending, StatusUnknown, StatusPending, StatusRequiresAction, StatusSucceeded, StatusPaidOtherwise, StatusRefused, StatusCancelled:
	}
	return ErrState
}
