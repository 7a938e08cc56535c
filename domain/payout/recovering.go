package payout

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
)

// ClaimTx takes what a seller has to give back and adds to the draft where it
// comes from: what was not transferred yet, and for the rest a debt. A frozen
// claim moves to Disputed what can be had and makes no debt. Claiming again by
// the same cause adds to the first claim.
func ClaimTx(ctx context.Context, tx db.Tx, d *ledger.Draft, c Claim) error {
	r, moved, err := lockReleaseOf(ctx, tx, c.SellerOrderID)
	if err != nil {
		return err
	}
	k, isNew, err := lockOrMakeRecovery(ctx, tx, r, c)
	if err != nil {
		return err
	}
	take := int64(0)
	if r.Status == ReleaseAccrued || r.Status == ReleaseReleased {
		take = min(c.AmountMinor, r.left(moved))
	}
	d.Debit(r.account(), take)
	if c.Frozen {
		d.Credit(ledger.Disputed(r.SellerID), take)
	} else {
		d.Debit(ledger.Receivable(r.SellerID), c.AmountMinor-take)
		d.Debit(r.commissionAccount(), c.CommissionMinor)
		r.CommissionTakenMinor += c.CommissionMinor
	}
	r.TakenMinor += take
	k.TakenMinor += take
	k.AmountMinor += c.AmountMinor
	r.adjust(moved, tx.Now())
	k.settle(tx.Now())
	if err := updateRelease(ctx, tx, r); err != nil {
		return err
	}
	if isNew {
		return insertRecovery(ctx, tx, k)
	}
	return updateRecovery(ctx, tx, k)
}

func lockOrMakeRecovery(ctx context.Context, tx db.Tx, r *Release, c Claim) (k *Recovery, isNew bool, err error) {
	k, err = lockRecoveryOf(ctx, tx, c.Cause, c.CauseID, c.SellerOrderID)
	if !errors.Is(err, db.ErrNotFound) {
		return k, false, err
	}
	k = &Recovery{
		ID: id.New[RecoveryID]("rcv"), Cause: c.Cause, CauseID: c.CauseID, OrderID: r.OrderID,
		SellerOrderID: r.SellerOrderID, SellerID: r.SellerID, Currency: r.Currency, Status: RecoveryWaiting, CreatedAt: tx.Now(),
	}
	if c.Frozen {
		now := tx.Now()
		k.Status = RecoveryFrozen
		if !c.Later {
			k.NextAttemptAt = &now
		}
	}
	return k, true, nil
}

// ReturnTx gives a seller back what is not owed any more: the debt goes down
// first, what was collected is owed to the seller again. What was written off
// is no loss any more.
func ReturnTx(ctx context.Context, tx db.Tx, d *ledger.Draft, c Claim) error {
	r, moved, err := lockReleaseOf(ctx, tx, c.SellerOrderID)
	if err != nil {
		return err
	}
	k, err := lockRecoveryOf(ctx, tx, c.Cause, c.CauseID, c.SellerOrderID)
	if err != nil {
		return err
	}
	if c.AmountMinor > k.AmountMinor {
		return fmt.Errorf("recovery %s is of %s, and %d are to be returned", k.ID, k.Amount(), c.AmountMinor)
	}
	frozen := k.Status == RecoveryFrozen
	open := min(k.OpenMinor(), c.AmountMinor)
	lost := min(k.WrittenOffMinor, c.AmountMinor-open)
	back := c.AmountMinor - open - lost
	if frozen {
		d.Debit(ledger.Disputed(r.SellerID), back)
	} else {
		d.Credit(ledger.Receivable(r.SellerID), open)
		d.Credit(r.commissionAccount(), c.CommissionMinor)
		r.CommissionTakenMinor -= c.CommissionMinor
	}
	d.Credit(ledger.BadDebt, lost)
	d.Credit(r.account(), back)
	k.WrittenOffMinor -= lost
	k.giveBack(back)
	k.AmountMinor -= c.AmountMinor
	r.TakenMinor -= back
	r.adjust(moved, tx.Now())
	if k.AmountMinor == 0 {
		k.Status = RecoveryDue // and so settled
	}
	k.settle(tx.Now())
	if err := updateRelease(ctx, tx, r); err != nil {
		return err
	}
	return updateRecovery(ctx, tx, k)
}

// WarnTx keeps the money of an order from being released while somebody has to
// decide about a warning of fraud, or lets it go. It fails before the order has
// releases, and is to be tried again then.
func WarnTx(ctx context.Context, tx db.Tx, orderID order.ID, warned bool) error {
	n, err := updateWarned(ctx, tx, orderID, warned)
	if err == nil && n == 0 && warned {
		return fmt.Errorf("order %s has no releases yet", orderID)
	}
	return err
}

// ConsumeTx makes a frozen claim final: what was kept aside is gone, the rest
// is a debt. The amount of the claim stays what it is.
func ConsumeTx(ctx context.Context, tx db.Tx, d *ledger.Draft, c Claim) error {
	r, moved, err := lockReleaseOf(ctx, tx, c.SellerOrderID)
	if err != nil {
		return err
	}
	k, err := lockRecoveryOf(ctx, tx, c.Cause, c.CauseID, c.SellerOrderID)
	if err != nil {
		return err
	}
	if k.Status != RecoveryFrozen {
		return fmt.Errorf("recovery %s is %s, not frozen", k.ID, k.Status)
	}
	d.Debit(ledger.Disputed(k.SellerID), k.collected())
	d.Debit(ledger.Receivable(k.SellerID), k.OpenMinor())
	d.Debit(r.commissionAccount(), c.CommissionMinor)
	r.CommissionTakenMinor += c.CommissionMinor
	if err := updateRelease(ctx, tx, r); err != nil {
		return err
	}
	k.Status = RecoveryDue
	k.settle(tx.Now())
	return collectTx(ctx, tx, k, r, moved)
}

// CollectTx begins to take back what is claimed by a cause: the buyer has their
// money. It may be called again.
func CollectTx(ctx context.Context, tx db.Tx, causeID string) error {
	parts, err := selectClaimed(ctx, tx, causeID)
	if err != nil {
		return err
	}
	for _, partID := range parts {
		r, moved, err := lockReleaseOf(ctx, tx, partID)
		if err != nil {
			return err
		}
		rows, err := lockRecoveriesOf(ctx, tx, causeID, partID)
		if err != nil {
			return err
		}
		for _, k := range rows {
			if k.Status == RecoveryWaiting {
				k.Status = RecoveryDue
				k.settle(tx.Now())
			}
			if err := collectTx(ctx, tx, k, r, moved); err != nil {
				return err
			}
		}
	}
	return nil
}

// collectTx writes down the reversal that gets what is open of a recovery, as
// far as there is something to take back. Both rows are locked.
func collectTx(ctx context.Context, tx db.Tx, k *Recovery, r *Release, moved int64) error {
	if k.Status != RecoveryDue && k.Status != RecoveryFrozen {
		return updateRecovery(ctx, tx, k)
	}
	k.NextAttemptAt = nil
	flying, err := sumFlying(ctx, tx, k.ID)
	if err != nil {
		return err
	}
	open := k.OpenMinor() - flying
	wasRefused := k.Block != ""
	if wasRefused { // before it is tried again what the seller's balance could not give
		if open, err = useReserveTx(ctx, tx, k, r, open); err != nil {
			return err
		}
	}
	if open > 0 && moved > 0 {
		planned, err := planReversalsTx(ctx, tx, k, r, open)
		if err != nil {
			return err
		}
		open -= planned
	}
	if !wasRefused {
		if open, err = useReserveTx(ctx, tx, k, r, open); err != nil {
			return err
		}
	}
	if open > 0 { // a transfer under way, or one that could not be taken back
		again := tx.Now().Add(collectRetry)
		k.NextAttemptAt = &again
	}
	return updateRecovery(ctx, tx, k)
}

// planReversalsTx takes back the transfers of a release, up to what is open, and
// returns what will be got.
func planReversalsTx(ctx context.Context, tx db.Tx, k *Recovery, r *Release, open int64) (planned int64, err error) {
	transfers, err := selectReversible(ctx, tx, r.ID, k.ID)
	if err != nil {
		return 0, err
	}
	for _, t := range transfers {
		amount := min(open-planned, t.LeftMinor)
		if amount <= 0 {
			continue
		}
		settled := t.worth(amount)
		if t.SettledCurrency != "" && settled <= 0 {
			continue // less than the provider can move: the debt stays, and is netted
		}
		v := &Reversal{
			SettledCurrency: t.SettledCurrency, SettledMinor: settled,
			ID: id.New[ReversalID]("rvs"), Kind: KindReversal, RecoveryID: k.ID, TransferID: &t.ID, OrderID: k.OrderID,
			SellerID: k.SellerID, Currency: k.Currency, AmountMinor: amount, Status: TransferPlanned,
			CreatedAt: tx.Now(), CheckedAt: tx.Now(),
		}
		if err := insertReversal(ctx, tx, v); err != nil {
			return 0, err
		}
		if err := tx.Enqueue(ctx, SendReversal{ReversalID: v.ID}, db.JobOptions{}); err != nil {
			return 0, err
		}
		planned += amount
	}
	return planned, nil
}

// collectDue tries again what could not be got.
func (s *Service) collectDue(ctx context.Context) error {
	return eachDue(ctx, s, "what is to be collected", selectCollectable, CollectTx)
}

// netTx gives what is left of a locked release that is going to be transferred to open
// disputes of its order, which keep it, and to the seller's debts, oldest first. It
// returns what is left to transfer.
func netTx(ctx context.Context, tx db.Tx, r *Release, left int64) (int64, error) {
	claims, err := lockFrozen(ctx, tx, r.SellerOrderID)
	if err != nil {
		return 0, err
	}
	if left, err = r.giveTx(ctx, tx, claims, left); err != nil {
		return 0, err
	}
	debts, err := lockDebts(ctx, tx, r.SellerID, r.Currency)
	if err != nil {
		return 0, err
	}
	return r.giveTx(ctx, tx, debts, left)
}

// giveTx gives what is left of a locked release to locked recoveries, in their order, as
// far as no reversal under way is going to, and returns what is left then. What a dispute
// claims is kept aside, as ClaimTx does with what it finds; else it pays a debt.
func (r *Release) giveTx(ctx context.Context, tx db.Tx, to []*Recovery, left int64) (int64, error) {
	ids := make([]RecoveryID, len(to))
	for i, k := range to {
		ids[i] = k.ID
	}
	flying, err := sumFlyingOf(ctx, tx, ids)
	if err != nil {
		return 0, err
	}
	for _, k := range to {
		part := min(left, k.OpenMinor()-flying[k.ID])
		if part <= 0 {
			continue
		}
		kind, into, got := ledger.KindDebtNetted, ledger.Receivable(r.SellerID), &k.NettedMinor
		if k.Status == RecoveryFrozen {
			kind, into, got = ledger.KindDisputeFrozen, ledger.Disputed(r.SellerID), &k.TakenMinor
		}
		// The same release may pay the same debt again after some of it was returned.
		d := ledger.NewDraft(kind, fmt.Sprintf("net:%s:%s", r.ID, id.New[string]("net")), r.Currency).
			Move(ledger.Releasable(r.SellerID), into, part)
		d.OrderID = string(k.OrderID)
		if _, err := ledger.PostTx(ctx, tx, d); err != nil {
			return 0, err
		}
		*got += part
		r.TakenMinor += part
		left -= part
		k.settle(tx.Now())
		if err := updateRecovery(ctx, tx, k); err != nil {
			return 0, err
		}
	}
	return left, nil
}

// keepTx keeps aside for open disputes of its order what a locked release has again: a
// transfer was refused that had been under way when the money was claimed, or something
// was taken back that was not claimed any more. It writes nothing when nothing is kept.
func (r *Release) keepTx(ctx context.Context, tx db.Tx) error {
	if r.Status != ReleaseReleased || r.SellerOrderID == "" {
		return nil
	}
	claims, err := lockFrozen(ctx, tx, r.SellerOrderID)
	if err != nil || len(claims) == 0 {
		return err
	}
	moved, err := sumMoved(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	if _, err := r.giveTx(ctx, tx, claims, r.left(moved)); err != nil {
		return err
	}
	r.adjust(moved, tx.Now())
	return updateRelease(ctx, tx, r)
}

// lockReleaseOf locks the release of a seller order, and tells what transfers
// have brought of it. News of the payment may still be on its way: then the
// releases of the order are written here.
func lockReleaseOf(ctx context.Context, tx db.Tx, partID order.SellerOrderID) (*Release, int64, error) {
	r, err := lockReleaseOfPart(ctx, tx, partID)
	if errors.Is(err, db.ErrNotFound) {
		orderID, found := selectOrderOf(ctx, tx, partID)
		if found != nil {
			return nil, 0, found
		}
		if err := accrueTx(ctx, tx, orderID); err != nil {
			return nil, 0, err
		}
		r, err = lockReleaseOfPart(ctx, tx, partID)
	}
	if err != nil {
		return nil, 0, fmt.Errorf("release of %s: %w", partID, err)
	}
	moved, err := sumMoved(ctx, tx, r.ID)
	return r, moved, err
}
