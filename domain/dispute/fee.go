package dispute

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
)

// FeePolicy says who bears what the provider charges for a dispute.
type FeePolicy string

// The policies of fees. A dispute keeps the one that held when it was heard of.
const (
	FeeOfPlatform        FeePolicy = "PLATFORM"
	FeeOfSeller          FeePolicy = "SELLER"            // also when it is won
	FeeOfSellerUnlessWon FeePolicy = "SELLER_UNLESS_WON" // given back when it is won
)

// Fee is what the provider charges for the dispute: what it has taken less what
// it has given back of it.
func (d *Dispute) Fee() money.Amount { return money.New(d.FeeMinor, d.Currency) }

// feeWanted is what sellers are to be charged now, in minor units.
func (d *Dispute) feeWanted() int64 {
	switch {
	case d.FeePolicy != FeeOfSeller && d.FeePolicy != FeeOfSellerUnlessWon:
		return 0
	case d.FeePolicy == FeeOfSellerUnlessWon && d.Status == StatusWon:
		return 0
	}
	return max(d.FeeMinor, 0)
}

// feeCause names what is claimed of sellers for the fee.
func (d *Dispute) feeCause() string { return string(d.ID) + ".fee" }

// chargeTx brings what each seller is charged of the fee to their part in the
// disputed amount; what no seller's part stands for is the platform's. A charge
// is a debt like others: it is paid from what was not transferred, then by
// reversal, then from later releases.
func (d *Dispute) chargeTx(ctx context.Context, tx db.Tx) error {
	wanted := d.feeWanted()
	if wanted == 0 && d.ChargedMinor == 0 {
		return nil
	}
	weights, whole := make([]int64, len(d.Parts)+1), d.AmountMinor
	for i, p := range d.Parts {
		weights[i] = p.ShareMinor
		whole -= p.ShareMinor
	}
	weights[len(d.Parts)] = max(whole, 0) // the platform's
	fees := map[order.SellerOrderID]int64{}
	charged := d.feeDraft(ledger.KindDisputeFeeCharged, "charged")
	returned := d.feeDraft(ledger.KindDisputeFeeBack, "returned")
	step := d.Currency.Step() // what the provider moves at least
	for i, units := range money.Allocate(wanted/step, weights)[:len(d.Parts)] {
		p, fee := d.Parts[i], units*step
		fees[p.SellerOrderID] = fee
		j := charged
		if fee < p.FeeMinor {
			j = returned
		}
		if err := d.chargePartTx(ctx, tx, j, p, fee); err != nil {
			return err
		}
	}
	if charged.IsEmpty() && returned.IsEmpty() {
		return nil
	}
	d.Charges++
	for _, j := range []*ledger.Draft{charged, returned} {
		if err := post(ctx, tx, j); err != nil {
			return err
		}
	}
	if err := payout.CollectTx(ctx, tx, d.feeCause()); err != nil {
		return err
	}
	return event.Emit(ctx, tx, FeeCharged{DisputeID: d.ID, OrderID: d.OrderID, Currency: d.Currency, Fees: fees})
}

// chargePartTx brings what one seller is charged to a fee, and adds to the draft
// whose it is.
func (d *Dispute) chargePartTx(ctx context.Context, tx db.Tx, j *ledger.Draft, p *Part, fee int64) error {
	c := payout.Claim{Cause: payout.CauseDispute, CauseID: d.feeCause(), SellerOrderID: p.SellerOrderID, AmountMinor: fee - p.FeeMinor}
	var err error
	switch {
	case c.AmountMinor == 0:
		return nil
	case c.AmountMinor > 0:
		j.Credit(ledger.DisputeFees, c.AmountMinor)
		err = payout.ClaimTx(ctx, tx, j, c)
	default:
		c.AmountMinor = -c.AmountMinor
		j.Debit(ledger.DisputeFees, c.AmountMinor)
		err = payout.ReturnTx(ctx, tx, j, c)
	}
	if err != nil {
		return err
	}
	d.ChargedMinor += fee - p.FeeMinor
	p.FeeMinor = fee
	return updatePart(ctx, tx, p)
}

func (d *Dispute) feeDraft(kind ledger.Kind, step string) *ledger.Draft {
	j := ledger.NewDraft(kind, fmt.Sprintf("dispute_fee:%s.%d:%s", d.ID, d.Charges+1, step), d.Currency)
	j.OrderID = string(d.OrderID)
	return j
}

// reminders are how long before the deadline it is reminded of it, longest first.
func reminders() []time.Duration { return []time.Duration{3 * 24 * time.Hour, 24 * time.Hour} }

// remind tells, once for each reminder, of the disputes whose deadline comes near
// and of which the bank was told nothing. Telling is part of the unit that counts
// it, so a reminder is neither lost nor repeated.
func (s *Service) remind(ctx context.Context) error {
	now := s.db.Clock().Now()
	near, err := selectNear(ctx, s.db.Read(ctx), now, now.Add(reminders()[0]))
	errs := []error{err}
	for _, disputeID := range near {
		errs = append(errs, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			d, err := lockDispute(ctx, tx, disputeID)
			if err != nil || d.DueBy == nil || d.MayAnswer(tx.Now()) != nil {
				return err
			}
			told := int64(0)
			for _, before := range reminders() {
				if !tx.Now().Before(d.DueBy.Add(-before)) {
					told++
				}
			}
			if told <= d.Reminders {
				return nil
			}
			d.Reminders = told
			if err := updateDispute(ctx, tx, d); err != nil {
				return err
			}
			return event.Emit(ctx, tx, EvidenceDue{DisputeID: d.ID, OrderID: d.OrderID, DueBy: *d.DueBy})
		}))
	}
	return errors.Join(errs...)
}
