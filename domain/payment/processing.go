package payment

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/order"
)

// How long an order whose bank has been asked waits without anything being heard of it,
// which is said anew at each look, and how long a buyer has to pay in another way when
// the bank has refused.
const (
	patience = 48 * time.Hour
	another  = 24 * time.Hour
)

// decidesWithin is how many working days a bank takes at most, of all debits that the
// provider offers: https://docs.stripe.com/payments/sepa-debit.
const decidesWithin = 14

// IsProcessing reports whether the bank decides about a debit: the money is neither
// there nor refused, which takes days, and the buyer can do nothing meanwhile.
func (p *Payment) IsProcessing() bool { return p.ProcessingSince != nil }

// ProcessingUntil is until when the bank takes at most, UTC, holidays aside: fourteen
// working days. Nil when nothing is being decided.
func (p *Payment) ProcessingUntil() *time.Time {
	if p.ProcessingSince == nil {
		return nil
	}
	until := p.ProcessingSince.UTC()
	for left := decidesWithin; left > 0; {
		until = until.AddDate(0, 0, 1)
		if day := until.Weekday(); day != time.Saturday && day != time.Sunday {
			left--
		}
	}
	return &until
}

// processingTx notes that the bank has been asked. The order keeps its stock and is not
// given up for as long as that takes.
func processingTx(ctx context.Context, tx db.Tx, p *Payment) error {
	if p.ProcessingSince == nil {
		now := tx.Now()
		p.ProcessingSince = &now
		if err := order.TellTx(ctx, tx, newsProcessing, p.OrderID); err != nil {
			return err
		}
	}
	p.Decline = ""
	return postponeTx(ctx, tx, p, patience)
}

// refusedTx notes that the bank has refused a debit. The buyer, who has left long ago,
// is told, and is given time to pay in another way.
func refusedTx(ctx context.Context, tx db.Tx, p *Payment) error {
	p.ProcessingSince = nil
	if err := postponeTx(ctx, tx, p, another); err != nil {
		return err
	}
	refused := DebitRefused{PaymentID: p.ID, OrderID: p.OrderID}
	if err := event.Emit(ctx, tx, refused); err != nil {
		return err
	}
	return order.TellTx(ctx, tx, refused.EventName(), p.OrderID)
}

func postponeTx(ctx context.Context, tx db.Tx, p *Payment, d time.Duration) error {
	o, err := order.LockTx(ctx, tx, p.OrderID)
	if err != nil {
		return err
	}
	return order.PostponeTx(ctx, tx, o, tx.Now().Add(d))
}
