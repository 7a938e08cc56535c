package payout

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
)

// TakeFee is the job that takes the fee of an instant payout from the seller's
// balance at the provider.
type TakeFee struct {
	PayoutID ID `json:"payout_id"`
}

// Kind implements db.Job.
func (TakeFee) Kind() string { return "payout.take_fee" }

// waiveFee gives up a fee that was not asked for yet.
func (p *Payout) waiveFee() {
	if p.FeeStatus == FeeDue {
		p.FeeStatus = FeeWaived
	}
}

// moveFeeTx has the fee of a payout taken once the money has arrived, and gives
// it up when that has failed. Both may be told more than once.
func (p *Payout) moveFeeTx(ctx context.Context, tx db.Tx) error {
	switch {
	case p.FeeStatus != FeeDue:
		return nil
	case p.Status == StatusPaid:
		return tx.Enqueue(ctx, TakeFee{PayoutID: p.ID}, db.JobOptions{})
	case !p.Status.isOpen():
		p.waiveFee()
	}
	return nil
}

// TakeFee takes the fee of a payout that has arrived. One that may have been
// taken before is looked up first. What the seller's balance cannot give is
// waived: nobody owes a fee.
func (s *Service) TakeFee(ctx context.Context, job TakeFee) error {
	p, wasSent, err := s.beginFee(ctx, job.PayoutID)
	if err != nil || p.FeeStatus != FeeSending {
		return unlessCutOff(err)
	}
	a, err := selectAccount(ctx, s.db.Read(ctx), p.AccountID)
	if err != nil {
		return err
	}
	d := ReversalDraft{ReversalID: p.feeID(), Account: *a.ProviderID, Amount: p.Fee(), Group: string(p.ID)}
	var made *ProviderReversal
	if wasSent {
		if made, err = s.gateways.Reversals.FindDebit(ctx, d); err != nil {
			return unknown(err)
		}
	}
	if made == nil {
		made, err = s.gateways.Reversals.CreateDebit(ctx, d)
	}
	if _, ok := provider.Refused(err); ok {
		return s.endFee(ctx, p.ID, nil)
	}
	if err != nil {
		return err
	}
	return s.endFee(ctx, p.ID, made)
}

// feeID is the key under which the fee is taken.
func (p *Payout) feeID() ReversalID { return ReversalID(string(p.ID) + "_fee") }

// beginFee marks a fee as being taken, and tells whether it may have been taken
// before.
func (s *Service) beginFee(ctx context.Context, payoutID ID) (p *Payout, wasSent bool, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if p, err = lockPayout(ctx, tx, payoutID); err != nil {
			return err
		}
		if err := reachableTx(ctx, tx, p.SellerID); err != nil {
			return err
		}
		wasSent = p.FeeStatus == FeeSending
		if p.FeeStatus == FeeDue && p.Status == StatusPaid {
			p.FeeStatus = FeeSending
		}
		if p.FeeStatus != FeeSending {
			return nil
		}
		p.CheckedAt = tx.Now()
		return updatePayout(ctx, tx, p)
	})
	return p, wasSent, err
}

// endFee books a fee that was taken, or waives one that was refused.
func (s *Service) endFee(ctx context.Context, payoutID ID, made *ProviderReversal) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		p, err := lockPayout(ctx, tx, payoutID)
		if err != nil || p.FeeStatus != FeeSending {
			return err
		}
		if made == nil {
			p.FeeStatus = FeeWaived
			return updatePayout(ctx, tx, p)
		}
		if made.Returned.NetMinor != p.FeeMinor || made.Taken.NetMinor != -p.FeeMinor || made.Returned.Currency != p.Currency {
			return fmt.Errorf("fee %s of %s moved %d and %d %s", made.ID, p.Fee(), made.Returned.NetMinor, made.Taken.NetMinor, made.Returned.Currency)
		}
		p.FeeStatus, p.FeeProviderID = FeeTaken, &made.ID
		if err := updatePayout(ctx, tx, p); err != nil {
			return err
		}
		v := &Reversal{ID: p.feeID(), SellerID: p.SellerID, Currency: p.Currency, AmountMinor: p.FeeMinor}
		d := ledger.NewDraft(ledger.KindPayoutFeeTaken, "payout:"+string(p.ID)+":fee", p.Currency).
			Credit(ledger.InstantPayoutFees, p.FeeMinor)
		return postReversalTx(ctx, tx, v, made, d)
	})
}
