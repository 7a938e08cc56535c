package refund

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// SellerShare is what pieces give back of one seller order.
type SellerShare struct {
	SellerOrderID order.SellerOrderID
	SellerID      seller.ID
	Shares
	Taxes []Tax
}

// GivesMinor is what the seller gives, in minor units: the net, and the
// commission that the platform keeps.
func (s SellerShare) GivesMinor() int64 { return s.SellerMinor + s.KeptMinor }

// BySeller sums pieces by seller order, in the order of their ids; fees of the
// order have no seller order and come first.
func BySeller(pieces []Piece) []SellerShare {
	var list []SellerShare
	for _, p := range pieces {
		i := slices.IndexFunc(list, func(s SellerShare) bool { return s.SellerOrderID == p.SellerOrderID })
		if i < 0 {
			i = len(list)
			list = append(list, SellerShare{SellerOrderID: p.SellerOrderID, SellerID: p.SellerID})
		}
		list[i].Shares = list[i].Plus(p.Shares)
		list[i].Taxes = append(list[i].Taxes, p.Taxes...)
	}
	slices.SortFunc(list, func(a, b SellerShare) int { return strings.Compare(string(a.SellerOrderID), string(b.SellerOrderID)) })
	return list
}

// Debit adds to a draft what the platform's own accounts give: everything that
// is neither the seller's nor the commission, which the claim on the release
// books. With -1 they get it back.
func (s SellerShare) Debit(d *ledger.Draft, times int64) {
	revenue := ledger.ShippingRevenue
	if s.SellerOrderID == "" {
		revenue = ledger.ServiceFees
	}
	d.Debit(ledger.CommissionVAT, times*s.CommissionVATMinor)
	for _, t := range s.Taxes {
		d.Debit(ledger.PlatformTax(t.Jurisdiction), times*t.Minor)
	}
	d.Debit(revenue, times*s.PlatformMinor)
	d.Credit(ledger.PlatformPromotions, times*s.PromotionMinor)
}

// postAcceptedTx books what a refund takes from whom against what the buyer is
// owed.
func postAcceptedTx(ctx context.Context, tx db.Tx, r *Refund) error {
	d := ledger.NewDraft(ledger.KindRefundAccepted, "refund:"+string(r.ID)+":accepted", r.Currency)
	d.OrderID = string(r.OrderID)
	if err := takeTx(ctx, tx, d, r, r.pieces()); err != nil {
		return err
	}
	d.Debit(ledger.RefundLosses, r.LossMinor).Credit(ledger.BuyerRefunds, r.AmountMinor)
	_, err := ledger.PostTx(ctx, tx, d)
	return err
}

// takeTx claims from the sellers what pieces of a refund take from them, and adds to
// the draft what everybody gives.
func takeTx(ctx context.Context, tx db.Tx, d *ledger.Draft, r *Refund, pieces []Piece) error {
	for _, s := range BySeller(pieces) {
		if s.SellerOrderID != "" {
			if err := payout.ClaimTx(ctx, tx, d, r.claim(s)); err != nil {
				return fmt.Errorf("claim from %s: %w", s.SellerID, err)
			}
		}
		s.Debit(d, 1)
	}
	return nil
}

func (r *Refund) claim(s SellerShare) payout.Claim {
	return payout.Claim{
		Cause: payout.CauseRefund, CauseID: string(r.ID), SellerOrderID: s.SellerOrderID,
		AmountMinor: s.GivesMinor(), CommissionMinor: s.CommissionMinor,
	}
}

// voidTx ends a locked refund that gives nothing back: everybody gets again what
// was claimed, unless it is needed for refunds that it was in the way of.
func voidTx(ctx context.Context, tx db.Tx, r *Refund, end Status, failure string) error {
	d := ledger.NewDraft(ledger.KindRefundVoided, "refund:"+string(r.ID)+":voided", r.Currency)
	d.OrderID = string(r.OrderID)
	d.Debit(ledger.BuyerRefunds, r.AmountMinor).Credit(ledger.RefundLosses, r.LossMinor)
	for _, s := range BySeller(r.pieces()) {
		if s.SellerOrderID != "" {
			if err := payout.ReturnTx(ctx, tx, d, r.claim(s)); err != nil {
				return fmt.Errorf("give back to %s: %w", s.SellerID, err)
			}
		}
		s.Debit(d, -1)
	}
	if _, err := ledger.PostTx(ctx, tx, d); err != nil {
		return err
	}
	if err := voidParts(ctx, tx, string(r.ID)); err != nil {
		return err
	}
	if err := noteUnitsTx(ctx, tx, r); err != nil {
		return err
	}
	p, err := payment.LockTx(ctx, tx, r.OrderID)
	if err != nil {
		return err
	}
	if err := payment.RefundTx(ctx, tx, p, -r.countsMinor()); err != nil {
		return err
	}
	now := tx.Now()
	r.Status, r.Failure, r.SettledAt, r.CheckedAt = end, failure, &now, now
	if err := updateRefund(ctx, tx, r); err != nil {
		return err
	}
	if err := emit(ctx, tx, r.OrderID, Voided{RefundID: r.ID, OrderID: r.OrderID, Status: end, Failure: failure}); err != nil {
		return err
	}
	return CoverTx(ctx, tx, p)
}

// collectTx begins, once, to get the sellers' parts, and puts the units back
// into the stock when that was asked for: the buyer's money is on its way.
func collectTx(ctx context.Context, tx db.Tx, r *Refund) error {
	if r.CollectedAt != nil {
		return nil
	}
	now := tx.Now()
	r.CollectedAt = &now
	if err := updateRefund(ctx, tx, r); err != nil {
		return err
	}
	if err := payout.CollectTx(ctx, tx, string(r.ID)); err != nil {
		return err
	}
	if !r.IsRestocked {
		return nil
	}
	return restockTx(ctx, tx, r)
}

func restockTx(ctx context.Context, tx db.Tx, r *Refund) error {
	o, err := order.Load(ctx, tx, r.OrderID)
	if err != nil {
		return err
	}
	var back []inventory.Line
	for _, part := range o.SellerOrders {
		for _, l := range part.Lines {
			for _, p := range r.Parts {
				if p.Kind == KindLine && p.LineID == l.ID && p.Quantity > 0 {
					back = append(back, inventory.Line{OfferID: l.OfferID, Quantity: p.Quantity})
				}
			}
		}
	}
	return inventory.RestockTx(ctx, tx, string(o.ID), back)
}

// postMovementTx books a movement of the platform's balance that a refund has
// made: the money that left, or that came back.
func postMovementTx(ctx context.Context, tx db.Tx, r *Refund, kind ledger.Kind, t *provider.Transaction) error {
	if t == nil {
		return nil
	}
	want := r.AmountMinor
	if kind == ledger.KindRefundSettled {
		want = -want
	}
	d := ledger.NewDraft(kind, "refund:"+string(r.ID)+":"+string(kind), r.Currency).Credit(ledger.BuyerRefunds, want)
	d.OrderID = string(r.OrderID)
	if _, err := ledger.MoveTx(ctx, tx, d, ledger.BalanceMove{Of: *t, Minor: want}); err != nil || t.Available {
		return err
	}
	return ledger.AwaitTx(ctx, tx, ledger.BucketMaturity(*t, string(r.OrderID)))
}
