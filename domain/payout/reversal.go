package payout

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
)

// SendReversal is the job that takes money back from a seller's balance at the
// provider.
type SendReversal struct {
	ReversalID ReversalID `json:"reversal_id"`
}

// Kind implements db.Job.
func (SendReversal) Kind() string { return "payout.send_reversal" }

// collectRetry is how soon it is tried again to get what a seller's balance
// could not give.
const collectRetry = 24 * time.Hour

// SendReversal makes a planned reversal or debit. One that may have been sent
// before is looked up first.
func (s *Service) SendReversal(ctx context.Context, job SendReversal) error {
	v, wasSent, err := s.beginReversal(ctx, job.ReversalID)
	if err != nil || !v.Status.isOpen() {
		return unlessCutOff(err)
	}
	made, err := s.makeReversal(ctx, v, wasSent)
	if refusal, ok := provider.Refused(err); ok {
		return s.failReversal(ctx, v.ID, refusal)
	}
	if err != nil {
		return s.doubtReversal(ctx, v.ID, err)
	}
	return s.settleReversal(ctx, v.ID, made)
}

// beginReversal marks a reversal as being sent, and tells whether it may have
// been sent before.
func (s *Service) beginReversal(ctx context.Context, reversalID ReversalID) (v *Reversal, wasSent bool, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if v, err = lockReversal(ctx, tx, reversalID); err != nil || !v.Status.isOpen() {
			return err
		}
		if err := reachableTx(ctx, tx, v.SellerID); err != nil {
			return err
		}
		wasSent = v.Status != TransferPlanned
		v.Status, v.CheckedAt = TransferSending, tx.Now()
		return updateReversal(ctx, tx, v)
	})
	return v, wasSent, err
}

func (s *Service) makeReversal(ctx context.Context, v *Reversal, wasSent bool) (*ProviderReversal, error) {
	a, err := s.Account(ctx, v.SellerID)
	if err != nil {
		return nil, err
	}
	d := ReversalDraft{ReversalID: v.ID, Account: *a.ProviderID, Amount: v.Settled(), Group: v.group()}
	find, create := s.gateways.Reversals.FindDebit, s.gateways.Reversals.CreateDebit
	if v.Kind == KindReversal {
		t, err := selectTransfer(ctx, s.db.Read(ctx), *v.TransferID)
		if err != nil {
			return nil, err
		}
		d.TransferID = *t.ProviderID
		find, create = s.gateways.Reversals.FindReversal, s.gateways.Reversals.CreateReversal
	}
	if wasSent {
		if made, err := find(ctx, d); err != nil || made != nil {
			return made, unknown(err)
		}
	}
	return create(ctx, d)
}

// unknown makes of a look-up that was refused an outcome that is not known: the
// refusal says nothing of what was looked for.
func unknown(err error) error {
	if refusal, ok := provider.Refused(err); ok {
		return fmt.Errorf("look-up refused: %s", refusal.Error())
	}
	return err
}

// settleReversal books what came back: on the platform's balance, and out of
// the mirror of the seller's. It pays what is owed, or is kept aside while a
// dispute is open. What is owed no more by then is the seller's again.
func (s *Service) settleReversal(ctx context.Context, reversalID ReversalID, made *ProviderReversal) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		v, err := lockReversal(ctx, tx, reversalID)
		if err != nil || v.Status == TransferSucceeded {
			return err
		}
		if w := v.Settled(); made.Returned.NetMinor != w.Minor || made.Taken.NetMinor != -w.Minor || made.Returned.Currency != w.Currency {
			return fmt.Errorf("reversal %s of %s moved %d and %d %s", made.ID, w,
				made.Returned.NetMinor, made.Taken.NetMinor, made.Returned.Currency)
		}
		now := tx.Now()
		v.Status, v.ProviderID, v.SettledAt, v.CheckedAt = TransferSucceeded, &made.ID, &now, now
		if err := updateReversal(ctx, tx, v); err != nil {
			return err
		}
		return applyReversalTx(ctx, tx, v, made)
	})
}

func applyReversalTx(ctx context.Context, tx db.Tx, v *Reversal, made *ProviderReversal) error {
	k, err := selectRecovery(ctx, tx, v.RecoveryID)
	if err != nil {
		return err
	}
	if k.SellerOrderID == "" {
		return applyDebitTx(ctx, tx, v, made)
	}
	r, _, err := lockReleaseOf(ctx, tx, k.SellerOrderID)
	if err != nil {
		return err
	}
	if k, err = lockRecovery(ctx, tx, v.RecoveryID); err != nil {
		return err
	}
	owed := min(v.AmountMinor, k.OpenMinor())
	kind, got := ledger.KindReversalConfirmed, &k.ReversedMinor
	if v.Kind == KindDebit {
		kind, got = ledger.KindDebtDebited, &k.DebitedMinor
	} else if err := addReversed(ctx, tx, *v.TransferID, v.AmountMinor, v.SettledMinor); err != nil {
		return err
	}
	into := ledger.Receivable(v.SellerID)
	if k.Status == RecoveryFrozen {
		into = ledger.Disputed(v.SellerID)
	}
	*got += owed
	r.TakenMinor += owed
	if v.Kind == KindDebit { // no transfer has become smaller
		r.TakenMinor -= v.AmountMinor
	}
	d := ledger.NewDraft(kind, "reversal:"+string(v.ID)+":confirmed", v.Currency).
		Credit(into, owed).Credit(r.account(), v.AmountMinor-owed)
	if err := postReversalTx(ctx, tx, v, made, d); err != nil {
		return err
	}
	moved, err := sumMoved(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	r.adjust(moved, tx.Now())
	k.settle(tx.Now())
	k.Block = ""
	if err := updateRelease(ctx, tx, r); err != nil {
		return err
	}
	if err := updateRecovery(ctx, tx, k); err != nil {
		return err
	}
	return r.keepTx(ctx, tx) // what is owed no more may be claimed by another sharing of the dispute
}

// postReversalTx books a reversal on both sides. The draft says where the money goes
// that has come back.
func postReversalTx(ctx context.Context, tx db.Tx, v *Reversal, made *ProviderReversal, confirmed *ledger.Draft) error {
	returned, taken := made.Returned, made.Taken
	mirrored := ledger.NewDraft(ledger.KindReversalTaken, "reversal:"+string(v.ID)+":taken", taken.Currency).
		Answering(taken.Account, taken.ID).
		Move(ledger.MemoContra(v.SellerID), ledger.MemoBucket(v.SellerID, taken.Available), -taken.NetMinor)
	confirmed.OrderID, mirrored.OrderID = string(v.OrderID), string(v.OrderID)
	if _, err := ledger.MoveTx(ctx, tx, confirmed, ledger.BalanceMove{Of: returned, Minor: v.AmountMinor}); err != nil {
		return err
	}
	if _, err := ledger.PostTx(ctx, tx, mirrored); err != nil {
		return err
	}
	return awaitTx(ctx, tx, v.SellerID, v.OrderID, returned, taken)
}

// failReversal notes that the provider refused. The rest stays open: it is
// taken from what is released next, and the reversal is tried again.
func (s *Service) failReversal(ctx context.Context, reversalID ReversalID, refusal *provider.Error) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		v, err := lockReversal(ctx, tx, reversalID)
		if err != nil || !v.Status.isOpen() {
			return err
		}
		now := tx.Now()
		v.Status, v.Error, v.SettledAt, v.CheckedAt = TransferFailed, refusal.Error(), &now, now
		if err := updateReversal(ctx, tx, v); err != nil {
			return err
		}
		return missTx(ctx, tx, v)
	})
}

// missTx notes at its recovery that a locked reversal was refused, and has open disputes
// keep what the release has again meanwhile: the reversal is not going to bring it.
func missTx(ctx context.Context, tx db.Tx, v *Reversal) error {
	k, err := selectRecovery(ctx, tx, v.RecoveryID)
	if err != nil {
		return err
	}
	r := new(Release)
	if k.SellerOrderID != "" {
		if r, _, err = lockReleaseOf(ctx, tx, k.SellerOrderID); err != nil {
			return err
		}
	}
	if k, err = lockRecovery(ctx, tx, v.RecoveryID); err != nil {
		return err
	}
	k.Block = v.Error
	if k.SellerOrderID != "" { // else nothing but what is released next, or another debit, pays it
		again, err := againAt(ctx, tx, v, tx.Now())
		if err != nil {
			return err
		}
		k.NextAttemptAt = &again
	}
	if err := updateRecovery(ctx, tx, k); err != nil {
		return err
	}
	return r.keepTx(ctx, tx)
}

// againAt is when it is tried again to get what a refused reversal did not: at once
// while the release has another transfer that was not tried.
func againAt(ctx context.Context, tx db.Tx, v *Reversal, now time.Time) (time.Time, error) {
	if v.TransferID == nil {
		return now.Add(collectRetry), nil
	}
	t, err := selectTransfer(ctx, tx, *v.TransferID)
	if err != nil {
		return now, err
	}
	others, err := selectReversible(ctx, tx, t.ReleaseID, v.RecoveryID)
	if err != nil {
		return now, err
	}
	for _, o := range others {
		if o.LeftMinor > 0 && o.Refused == 0 {
			return now, nil
		}
	}
	return now.Add(collectRetry), nil
}

// doubtReversal notes that nobody knows what became of a reversal. It returns
// the cause, so that the job comes again and looks.
func (s *Service) doubtReversal(ctx context.Context, reversalID ReversalID, cause error) error {
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		v, err := lockReversal(ctx, tx, reversalID)
		if err != nil || !v.Status.isOpen() {
			return err
		}
		v.Status, v.Error, v.CheckedAt = TransferUnknown, cause.Error(), tx.Now()
		return updateReversal(ctx, tx, v)
	})
	if err != nil {
		return err
	}
	return cause
}
