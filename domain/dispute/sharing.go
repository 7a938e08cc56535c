package dispute

import (
	"context"
	"fmt"
	"slices"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
)

// cause names what the present sharing claims. A sharing that is corrected is
// given back whole, and made anew under another name.
func (d *Dispute) cause() string { return fmt.Sprintf("%s.%d", d.ID, d.Settlements) }

// shareTx brings what is kept aside, or borne, to what the dispute asks for:
// nothing when it was won or has taken nothing; else what is outstanding, kept
// aside while it is open and borne when it is lost. What the order did not suffice
// for is shared anew when it does.
func (d *Dispute) shareTx(ctx context.Context, tx db.Tx, o *order.Order) error {
	want := int64(0)
	if d.Status == StatusOpen || d.Status == StatusLost {
		want = max(d.OutstandingMinor, 0)
	}
	settled := d.Status == StatusLost
	short, err := d.isShort(ctx, tx, o)
	if err != nil {
		return err
	}
	if short {
		d.isAnew, d.isUnmeasured = true, true
	}
	if d.SharedMinor != 0 && (d.SharedMinor != want || d.IsSettled && !settled || short) {
		if err := d.giveBackTx(ctx, tx); err != nil {
			return err
		}
	}
	if err := d.measureTx(ctx, tx, o); err != nil {
		return err
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

// isShort reports whether the order would stand for more of what is shared if it were
// shared now: a refund, or a dispute, that was in the way has ended.
func (d *Dispute) isShort(ctx context.Context, q db.Querier, o *order.Order) (bool, error) {
	if d.SharedMinor == 0 {
		return false, nil
	}
	pieces, err := refund.GivenBy(ctx, q, d.cause())
	if err != nil || refund.Sum(pieces) == d.SharedMinor {
		return false, err
	}
	left, err := refund.RemainingBut(ctx, q, o, d.cause())
	return refund.Sum(d.divide(left, d.SharedMinor)) > refund.Sum(pieces), err
}

// keepAsideTx divides an amount over what remains of the order, freezes the
// sellers' shares and begins to take back what was transferred.
func (d *Dispute) keepAsideTx(ctx context.Context, tx db.Tx, o *order.Order, minor int64) error {
	left, err := refund.RemainingOf(ctx, tx, o)
	if err != nil {
		return err
	}
	pieces := d.divide(left, minor)
	d.Settlements++
	d.SharedMinor = minor
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
	if d.IsTakenAtLoss {
		return nil
	}
	return payout.CollectTx(ctx, tx, d.cause())
}

// divide says what of each component of the order an amount is: in proportion
// of all that remains, or, when an operator has said whose share is what, of what
// remains of each seller's part.
func (d *Dispute) divide(left []refund.Component, minor int64) []refund.Piece {
	if !d.IsAssigned {
		return refund.Flat(left, min(minor, refund.Left(left)), d.Currency)
	}
	weights, whole := make([]int64, len(d.Parts)+1), d.AmountMinor
	for i, p := range d.Parts {
		weights[i] = p.ShareMinor
		whole -= p.ShareMinor
	}
	weights[len(d.Parts)] = max(whole, 0) // the platform's
	var pieces []refund.Piece
	for i, share := range money.Allocate(minor, weights)[:len(d.Parts)] {
		var own []refund.Component
		for _, c := range left {
			if c.SellerOrderID == d.Parts[i].SellerOrderID {
				own = append(own, c)
			}
		}
		pieces = append(pieces, refund.Flat(own, min(share, refund.Left(own)), d.Currency)...)
	}
	return pieces
}

// measureTx notes what share of the disputed amount each part has, unless an
// operator has said it.
func (d *Dispute) measureTx(ctx context.Context, tx db.Tx, o *order.Order) error {
	if d.IsAssigned || !d.isUnmeasured {
		return nil
	}
	pieces, err := refund.GivenBy(ctx, tx, d.cause())
	if err != nil {
		return err
	}
	if d.SharedMinor == 0 {
		left, err := refund.RemainingOf(ctx, tx, o)
		if err != nil {
			return err
		}
		pieces = d.divide(left, d.AmountMinor)
	}
	shares := map[order.SellerOrderID]int64{}
	for _, s := range refund.BySeller(pieces) {
		shares[s.SellerOrderID] = s.BuyerMinor()
	}
	for _, p := range d.Parts {
		if p.ShareMinor == shares[p.SellerOrderID] {
			continue
		}
		if p.ShareMinor == 0 {
			d.newcomers = append(d.newcomers, p.SellerID)
		}
		p.ShareMinor = shares[p.SellerOrderID]
		if err := updatePart(ctx, tx, p); err != nil {
			return err
		}
	}
	return nil
}

// SetShares says whose share of a dispute is what; the platform bears the rest.
// What is kept aside is given back and divided anew. It returns faults of the
// input, ErrNotFound, ErrClosed, ErrShares and ErrShareTooMuch.
func (s *Service) SetShares(ctx context.Context, in SharesSetInput) (*Dispute, error) {
	var d *Dispute
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		seen, err := selectDispute(ctx, tx, in.DisputeID)
		if err != nil {
			return notFound(err)
		}
		p, err := payment.LockTx(ctx, tx, seen.OrderID)
		if err != nil {
			return err
		}
		if d, err = lockDispute(ctx, tx, in.DisputeID); err != nil {
			return err
		}
		if err := d.MayShare(); err != nil {
			return err
		}
		shares, err := d.shares(in)
		if err != nil {
			return err
		}
		o, err := order.Load(ctx, tx, d.OrderID)
		if err != nil {
			return err
		}
		if err := d.assignTx(ctx, tx, o, shares); err != nil {
			return err
		}
		if err := d.chargeTx(ctx, tx); err != nil {
			return err
		}
		if err := updateDispute(ctx, tx, d); err != nil {
			return err
		}
		if err := d.freedTx(ctx, tx, p); err != nil {
			return err
		}
		return event.Emit(ctx, tx, SharesSet{DisputeID: d.ID, Currency: d.Currency, Shares: shares})
	})
	return d, err
}

// shares reads the amounts, which must sum up to what is disputed.
func (d *Dispute) shares(in SharesSetInput) (map[order.SellerOrderID]int64, error) {
	var l fault.List
	left, shares := d.AmountMinor, map[order.SellerOrderID]int64{}
	read := func(of money.Input, path ...string) int64 {
		a, err := of.Parse()
		for _, f := range fault.As(err) {
			l.Add(f.Under(path...))
		}
		l.Check(err != nil || a.Minor >= 0 && a.Currency == d.Currency && a.Minor%d.Currency.Step() == 0, money.ErrAmountRange.At(path...))
		left -= a.Minor
		return a.Minor
	}
	for i, share := range in.Shares {
		at := []string{"shares", decimal(int64(i))}
		known := slices.ContainsFunc(d.Parts, func(p *Part) bool { return p.SellerOrderID == share.SellerOrderID })
		_, twice := shares[share.SellerOrderID]
		l.Check(known && !twice, ErrShares.At(append(at, "sellerOrderId")...))
		shares[share.SellerOrderID] = read(share.Amount, append(at, "amount")...)
	}
	if in.Platform != nil {
		read(*in.Platform, "platform")
	}
	l.Check(len(l) > 0 || left == 0, ErrShares.At("shares"))
	return shares, l.Err()
}

// assignTx notes shares, and divides anew what is kept aside.
func (d *Dispute) assignTx(ctx context.Context, tx db.Tx, o *order.Order, shares map[order.SellerOrderID]int64) error {
	kept := d.SharedMinor
	if kept > 0 {
		if err := d.giveBackTx(ctx, tx); err != nil {
			return err
		}
	}
	left, err := refund.RemainingOf(ctx, tx, o)
	if err != nil {
		return err
	}
	d.IsAssigned = true
	for _, p := range d.Parts {
		p.ShareMinor = shares[p.SellerOrderID]
		for _, c := range left {
			if c.SellerOrderID == p.SellerOrderID {
				shares[p.SellerOrderID] -= c.BuyerMinor()
			}
		}
		if shares[p.SellerOrderID] > 0 {
			return ErrShareTooMuch.At("shares")
		}
		shares[p.SellerOrderID] = p.ShareMinor
		if err := updatePart(ctx, tx, p); err != nil {
			return err
		}
	}
	if kept == 0 {
		return nil
	}
	return d.keepAsideTx(ctx, tx, o, kept)
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
	d.SharedMinor, d.IsSettled, d.isFreeing = 0, false, true
	return refund.VoidParts(ctx, tx, d.cause())
}

func (d *Dispute) claim(s refund.SellerShare) payout.Claim {
	return payout.Claim{
		Cause: payout.CauseDispute, CauseID: d.cause(), SellerOrderID: s.SellerOrderID, AmountMinor: s.GivesMinor(),
		CommissionMinor: s.CommissionMinor, Frozen: true, Later: d.IsTakenAtLoss,
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
