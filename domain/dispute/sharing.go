package dispute

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
)

// cause names what the present sharing claims. A sharing that is corrected is
// given back whole, and made anew under another name.
func (d *Dispute) cause() string { return fmt.Sprintf("%s.%d", d.ID, d.Settlements) }

// shareTx brings what is kept aside, or borne, to what the dispute asks for:
// nothing when it was won or has taken nothing; else what is outstanding, kept
// aside while it is open and borne when it is lost.
func (d *Dispute) shareTx(ctx context.Context, tx db.Tx, o *order.Order) error {
	want := int64(0)
	if d.Status == StatusOpen || d.Status == StatusLost {
		want = max(d.OutstandingMinor, 0)
	}
	settled := d.Status == StatusLost
	if d.SharedMinor != 0 && (d.SharedMinor != want || d.IsSettled && !settled) {
		if err := d.giveBackTx(ctx, tx); err != nil {
			return err
		}
	}
	if d.SharedMinor == 0 && want > 0 {
		if err := d.keepAsideTx(ctx, tx, o, want); err != nil {
			return err
		}
	}
	if d.SharedMinor == 0 || d.IsSettled || !settled {
		return nil
	}
	return d.bearTx(ctx, tx)
}

// keepAsideTx divides an amount over what remains of the order, freezes the
// sellers' shares and begins to take back what was transferred.
func (d *Dispute) keepAsideTx(ctx context.Context, tx db.Tx, o *order.Order, minor int64) error {
	left, err := refund.RemainingOf(ctx, tx, o)
	if err != nil {
		return err
	}
	d.Settlements++
	d.SharedMinor = minor
	pieces := refund.Flat(left, min(minor, refund.Left(left)), d.Currency)
	if err := refund.InsertParts(ctx, tx, refund.PartsOf(pieces, d.cause(), o)); err != nil {
		return err
	}
	j := d.draft(ledger.KindDisputeFrozen, "frozen")
	for _, s := range refund.BySeller(pieces) {
		if s.SellerOrderID == "" || s.GivesMinor() == 0 {
			continue
		}
		if err := payout.ClaimTx(ctx, tx, j, d.claim(s)); err != nil {
			return err
		}
	}
	if err := post(ctx, tx, j); err != nil {
		return err
	}
	return payout.CollectTx(ctx, tx, d.cause())
}

// bearTx makes final what was kept aside: those whose share it is bear it. What
// no part of the order stands for, the platform loses.
func (d *Dispute) bearTx(ctx context.Context, tx db.Tx) error {
	pieces, err := refund.GivenBy(ctx, tx, d.cause())
	if err != nil {
		return err
	}
	j := d.draft(ledger.KindDisputeSettled, "borne")
	for _, s := range refund.BySeller(pieces) {
		if s.SellerOrderID != "" && s.GivesMinor() > 0 {
			if err := payout.ConsumeTx(ctx, tx, j, d.claim(s)); err != nil {
				return err
			}
		}
		s.Debit(j, 1)
	}
	j.Debit(ledger.DisputeLosses, d.SharedMinor-refund.Sum(pieces)).Credit(ledger.DisputeReceivable, d.SharedMinor)
	d.IsSettled = true
	if err := post(ctx, tx, j); err != nil {
		return err
	}
	return payout.CollectTx(ctx, tx, d.cause())
}

// giveBackTx undoes the present sharing.
func (d *Dispute) giveBackTx(ctx context.Context, tx db.Tx) error {
	pieces, err := refund.GivenBy(ctx, tx, d.cause())
	if err != nil {
		return err
	}
	j := d.draft(ledger.KindDisputeSettled, "given_back")
	for _, s := range refund.BySeller(pieces) {
		if s.SellerOrderID != "" && s.GivesMinor() > 0 {
			if err := payout.ReturnTx(ctx, tx, j, d.claim(s)); err != nil {
				return err
			}
		}
		if d.IsSettled {
			s.Debit(j, -1)
		}
	}
	if d.IsSettled {
		j.Credit(ledger.DisputeLosses, d.SharedMinor-refund.Sum(pieces)).Debit(ledger.DisputeReceivable, d.SharedMinor)
	}
	if err := post(ctx, tx, j); err != nil {
		return err
	}
	d.SharedMinor, d.IsSettled = 0, false
	return refund.VoidParts(ctx, tx, d.cause())
}

func (d *Dispute) claim(s refund.SellerShare) payout.Claim {
	return payout.Claim{
		Cause: payout.CauseDispute, CauseID: d.cause(), SellerOrderID: s.SellerOrderID, AmountMinor: s.GivesMinor(),
		CommissionMinor: s.CommissionMinor, Frozen: true,
	}
}

func (d *Dispute) draft(kind ledger.Kind, step string) *ledger.Draft {
	j := ledger.NewDraft(kind, "dispute:"+d.cause()+":"+step, d.Currency)
	j.OrderID = string(d.OrderID)
	return j
}

// post posts a journal that may have nothing in it.
func post(ctx context.Context, tx db.Tx, j *ledger.Draft) error {
	if j.IsEmpty() {
		return nil
	}
	_, err := ledger.PostTx(ctx, tx, j)
	return err
}
