package refund

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/order"
)

// emit tells an event, and those who follow the order of the refund.
func emit(ctx context.Context, tx db.Tx, e event.Event, orderID order.ID) error {
	if err := order.TellTx(ctx, tx, e.EventName(), orderID); err != nil {
		return err
	}
	return event.Emit(ctx, tx, e)
}
