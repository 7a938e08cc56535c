package payment

import (
	"context"
	"errors"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
)

// ByOrders returns the payments of the given orders, for callers that may see
// those orders.
func (s *Service) ByOrders(ctx context.Context, ids []order.ID) (map[order.ID]*Payment, error) {
	var found map[order.ID]*Payment
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		found, err = selectByOrders(ctx, q, ids)
		return err
	})
	return found, err
}

// ByOrder returns the payment of an order, or ErrNotFound.
func (s *Service) ByOrder(ctx context.Context, orderID order.ID) (*Payment, error) {
	p, err := selectByOrder(ctx, s.db.Read(ctx), orderID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	return p, err
}

// OrderNamed returns the order that was paid by a payment, by the id of the payment
// or the provider's, `pi_…` or `ch_…`, or ErrNotFound. Callers decide who may see it.
func (s *Service) OrderNamed(ctx context.Context, name string) (order.ID, error) {
	column := "charge_id"
	switch kind, _, _ := strings.Cut(name, "_"); kind {
	case "pay":
		column = "id"
	case "pi":
		column = "intent_id"
	}
	orderID, err := selectOrderOf(ctx, s.db.Read(ctx), column, name)
	if errors.Is(err, db.ErrNotFound) {
		return "", ErrNotFound
	}
	return orderID, err
}
