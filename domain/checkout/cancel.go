package checkout

import (
	"context"
	"errors"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
)

// Cancel gives up an order that awaits payment: a buyer's own, or any for an operator,
// whose reason goes on record. Its payment is cancelled at the provider first, and a
// buyer who was faster has paid. It returns order.ErrNotFound, order.ErrPaid,
// order.ErrState for an order that is cancelled already, payment.ErrProcessing,
// payout.ErrProviderUnavailable and the faults of the reason.
func (s *Service) Cancel(ctx context.Context, by actor.Actor, in CancelInput) (*order.Order, error) {
	reason, err := in.reason()
	if err != nil {
		return nil, err
	}
	o, err := s.orders.Get(ctx, by, in.OrderID)
	if err != nil {
		return nil, err
	}
	if err := o.MayCancel(); err != nil {
		return nil, err
	}
	if by.IsOperator() {
		asked := order.CancelAsked{OrderID: o.ID, BuyerID: o.BuyerID, Reason: reason}
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return event.Emit(ctx, tx, asked) })
		if err != nil {
			return nil, err
		}
	}
	err = s.payments.Cancel(ctx, o.ID)
	var failed *provider.Error
	if errors.As(err, &failed) && failed.Unknown {
		return nil, payout.ErrProviderUnavailable
	}
	if err != nil {
		return nil, err
	}
	if o, err = s.orders.Get(ctx, by, in.OrderID); err != nil {
		return nil, err
	}
	switch o.Status {
	case order.StatusPaid:
		return nil, order.ErrPaid
	case order.StatusAwaitingPayment:
		return nil, payment.ErrProcessing
	case order.StatusCancelled:
	}
	return o, nil
}
