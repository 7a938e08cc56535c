package payment

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
)

// How long an order whose bank has been asked waits without anything being heard of it,
// which is said anew at each look, and how long a buyer has to pay in another way when
// the bank has refused.
const (
	patience = 48 * time.Hour
	another  = 24 * time.Hour
)

// IsProcessing reports whether the bank decides about a debit: the money is neither
// there nor refused, which takes days, and the buyer can do nothing meanwhile.
func (p *Payment) IsProcessing() bool { return p.ProcessingSince != nil }

// processingTx notes that the bank has been asked. The order keeps its stock and is not
// given up for as long as that takes.
func processingTx(ctx context.Context, tx db.Tx, p *Payment, intent *Intent) error {
	if p.Status == StatusCreating { // the answer to its creation was lost; this is it
		p.attach(intent)
	}
	if p.ProcessingSince == nil {
		now := tx.Now()
		p.ProcessingSince = &now
	}
	p.Decline = ""
	return postponeTx(ctx, tx, p, patience)
}

// refusedTx notes that the bank has refused a debit. The buyer, who has left long ago,
// is given time to pay in another way.
func refusedTx(ctx context.Context, tx db.Tx, p *Payment) error {
	p.ProcessingSince = nil
	return postponeTx(ctx, tx, p, another)
}

func postponeTx(ctx context.Context, tx db.Tx, p *Payment, d time.Duration) error {
	o, err := order.LockTx(ctx, tx, p.OrderID)
	if err != nil {
		return err
	}
	return order.PostponeTx(ctx, tx, o, tx.Now().Add(d))
}
