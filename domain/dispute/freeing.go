package dispute

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/refund"
)

// RefundVoidedTx shares the disputes of an order anew, as far as a refund that has ended
// was in the way of it: whichever is heard of first, the same bear the same.
func (s *Service) RefundVoidedTx(ctx context.Context, tx db.Tx, e refund.Voided) error {
	p, err := payment.LockTx(ctx, tx, e.OrderID)
	if err != nil {
		return err
	}
	return shareOthersTx(ctx, tx, p, "")
}

// freedTx lets what a dispute has given back stand for what the order did not suffice for
// before: refunds made at the provider, then other disputes.
func (d *Dispute) freedTx(ctx context.Context, tx db.Tx, p *payment.Payment) error {
	if !d.isFreeing {
		return nil
	}
	if err := refund.CoverTx(ctx, tx, p); err != nil {
		return err
	}
	return shareOthersTx(ctx, tx, p, d.ID)
}

// shareOthersTx shares the disputes of a locked payment anew, oldest first, but for one.
func shareOthersTx(ctx context.Context, tx db.Tx, p *payment.Payment, but ID) error {
	all, err := lockOfOrder(ctx, tx, p.OrderID)
	if err != nil || len(all) == 0 {
		return err
	}
	o, err := order.Load(ctx, tx, p.OrderID)
	if err != nil {
		return err
	}
	for _, d := range all {
		if d.ID == but || d.Status == StatusWon || d.Status == StatusClosed {
			continue
		}
		if err := d.shareAnewTx(ctx, tx, o); err != nil {
			return fmt.Errorf("share dispute %s anew: %w", d.ProviderID, err)
		}
	}
	return nil
}

// shareAnewTx brings a locked dispute to what remains of its order.
func (d *Dispute) shareAnewTx(ctx context.Context, tx db.Tx, o *order.Order) error {
	d.isUnmeasured = d.SharedMinor == 0 && d.Status.IsOpen() // as for an inquiry
	if err := d.shareTx(ctx, tx, o); err != nil {
		return err
	}
	if err := d.chargeTx(ctx, tx); err != nil {
		return err
	}
	if err := updateDispute(ctx, tx, d); err != nil {
		return err
	}
	return d.tellTx(ctx, tx)
}

// tellTx tells whose share has become another one.
func (d *Dispute) tellTx(ctx context.Context, tx db.Tx) error {
	if !d.isAnew && len(d.newcomers) == 0 {
		return nil
	}
	e := SharedAnew{
		DisputeID: d.ID, OrderID: d.OrderID, Status: d.Status, Currency: d.Currency,
		Shares: map[order.SellerOrderID]int64{}, Newcomers: d.newcomers,
	}
	for _, p := range d.Parts {
		e.Shares[p.SellerOrderID] = p.ShareMinor
	}
	return event.Emit(ctx, tx, e)
}
