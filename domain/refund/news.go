package refund

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/order"
)

// emit tells events, and those who follow the order of the refund. Those of one refund
// that come about together are told together, so that receivers of webhooks get them in
// this order.
func emit(ctx context.Context, tx db.Tx, orderID order.ID, events ...event.Event) error {
	for _, e := range events {
		if err := order.TellTx(ctx, tx, e.EventName(), orderID); err != nil {
			return err
		}
	}
	return event.EmitAll(ctx, tx, events...)
}
