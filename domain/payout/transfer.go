package payout

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// SendTransfer is the job that makes a transfer at the provider.
type SendTransfer struct {
	TransferID TransferID `json:"transfer_id"`
}

// Kind implements db.Job.
func (SendTransfer) Kind() string { return "payout.send_transfer" }

// SendTransfer makes a planned transfer. A transfer that may have been sent
// before is looked up first; only when the provider has none is it sent, and
// always under the same key.
func (s *Service) SendTransfer(ctx context.Context, job SendTransfer) error {
	t, r, wasSent, err := s.beginTransfer(ctx, job.TransferID)
	if err != nil || !t.Status.isOpen() {
		return unlessCutOff(err)
	}
	var made *ProviderTransfer
	if wasSent {
		if made, err = s.gateways.Transfers.FindTransfer(ctx, t.group(), t.ID); err != nil {
			return err
		}
	}
	if made == nil {
		made, err = s.createTransfer(ctx, t, r)
	}
	if refusal, ok := provider.Refused(err); ok {
		return s.failTransfer(ctx, t.ID, refusal)
	}
	if err != nil {
		return s.doubtTransfer(ctx, t.ID, err)
	}
	return s.settleTransfer(ctx, t.ID, made)
}

// beginTransfer marks a transfer as being sent, and tells whether it may have
// been sent before. One that was not sent yet is given up here when something has come
// that keeps the money: an operator's hold, or a warning of fraud.
func (s *Service) beginTransfer(ctx context.Context, transferID TransferID) (*Transfer, *Release, bool, error) {
	var t *Transfer
	var r *Release
	var wasSent bool
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		planned, err := selectTransfer(ctx, tx, transferID)
		if err != nil {
			return err
		}
		if r, err = selectRelease(ctx, tx, planned.ReleaseID); err != nil {
			return err
		}
		held, err := holdAtDoorTx(ctx, tx, r.SellerID, r.SellerOrderID)
		if err != nil {
			return err
		}
		if t, err = lockTransfer(ctx, tx, transferID); err != nil || !t.Status.isOpen() {
			return err
		}
		if r, err = lockRelease(ctx, tx, t.ReleaseID); err != nil {
			return err
		}
		wasSent = t.Status != TransferPlanned
		if !wasSent && (held != nil || r.IsWarned) {
			return t.withdrawTx(ctx, tx, r, held)
		}
		if err := reachableTx(ctx, tx, t.SellerID); err != nil {
			return err
		}
		t.Status, t.CheckedAt = TransferSending, tx.Now()
		return updateTransfer(ctx, tx, t)
	})
	return t, r, wasSent, err
}

// withdrawTx gives up a locked transfer of which the provider has not heard: the money
// is where it was before, and its release says why it waits.
func (t *Transfer) withdrawTx(ctx context.Context, tx db.Tx, r *Release, held *Hold) error {
	if err := t.post(ctx, tx, ledger.KindTransferFailed, ledger.TransferClearing, ledger.Releasable(t.SellerID)); err != nil {
		return err
	}
	now := tx.Now()
	t.Status, t.Error, t.SettledAt, t.CheckedAt = TransferFailed, "held back before it was sent", &now, now
	if err := updateTransfer(ctx, tx, t); err != nil {
		return err
	}
	r.Status, r.Block, r.BlockDetail, r.NextAttemptAt = ReleaseReleased, "", "", &now
	if held != nil {
		again := held.again(now)
		r.Block, r.NextAttemptAt = BlockHold, &again
	}
	if err := updateRelease(ctx, tx, r); err != nil {
		return err
	}
	return r.resumeReversedTx(ctx, tx)
}

func (s *Service) createTransfer(ctx context.Context, t *Transfer, r *Release) (*ProviderTransfer, error) {
	a, err := s.Account(ctx, t.SellerID)
	if err != nil {
		return nil, err
	}
	if a.ProviderID == nil {
		return nil, ErrAccountCreating
	}
	charge, err := s.sourceOf(ctx, t, r)
	if err != nil {
		return nil, err
	}
	metadata := map[string]string{"etal_transfer": string(t.ID), "etal_release": string(r.ID), "etal_seller": string(t.SellerID)}
	if r.SellerOrderID != "" {
		metadata["etal_seller_order"] = string(r.SellerOrderID)
	}
	return s.gateways.Transfers.CreateTransfer(ctx, TransferDraft{
		TransferID: t.ID, Destination: *a.ProviderID, Amount: t.Settled(), ChargeID: charge, Group: t.group(), Metadata: metadata,
	})
}

// settleTransfer books a transfer that the provider has made, on the platform's
// balance and in the mirror of the seller's.
func (s *Service) settleTransfer(ctx context.Context, transferID TransferID, made *ProviderTransfer) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		t, err := lockTransfer(ctx, tx, transferID)
		if err != nil || t.Status == TransferSucceeded {
			return err
		}
		if !t.Status.isOpen() { // never silently: another attempt would be money sent twice
			return fmt.Errorf("transfer %s was refused, and was made as %s nevertheless", t.ID, made.ID)
		}
		if w := t.Settled(); made.Sent.NetMinor != -w.Minor || made.Received.NetMinor != w.Minor || made.Sent.Currency != w.Currency ||
			made.Received.Currency != w.Currency {
			return fmt.Errorf("transfer %s of %s moved %d %s and %d %s", made.ID, w,
				made.Sent.NetMinor, made.Sent.Currency, made.Received.NetMinor, made.Received.Currency)
		}
		if err := postTransferTx(ctx, tx, t, made); err != nil {
			return err
		}
		now := tx.Now()
		t.Status, t.ProviderID, t.SettledAt, t.CheckedAt = TransferSucceeded, &made.ID, &now, now
		if err := updateTransfer(ctx, tx, t); err != nil {
			return err
		}
		r, err := lockRelease(ctx, tx, t.ReleaseID)
		if err != nil {
			return err
		}
		moved, err := sumMoved(ctx, tx, r.ID)
		if err != nil {
			return err
		}
		r.Status, r.TransferredAt = ReleaseTransferred, &now
		r.adjust(moved, now) // something may have been given back meanwhile
		if err := updateRelease(ctx, tx, r); err != nil {
			return err
		}
		if err := r.resumeReversedTx(ctx, tx); err != nil {
			return err
		}
		return hurryRecoveries(ctx, tx, r.SellerOrderID)
	})
}

func postTransferTx(ctx context.Context, tx db.Tx, t *Transfer, made *ProviderTransfer) error {
	sent, received := made.Sent, made.Received
	confirmed := ledger.NewDraft(ledger.KindTransferConfirmed, "transfer:"+string(t.ID)+":confirmed", t.Currency).
		Debit(ledger.TransferClearing, t.AmountMinor)
	mirrored := ledger.NewDraft(ledger.KindTransferReceived, "transfer:"+string(t.ID)+":received", received.Currency).
		Answering(received.Account, received.ID).
		Move(ledger.MemoBucket(t.SellerID, received.Available), ledger.MemoContra(t.SellerID), received.NetMinor)
	confirmed.OrderID, mirrored.OrderID = string(t.OrderID), string(t.OrderID)
	if _, err := ledger.MoveTx(ctx, tx, confirmed, ledger.BalanceMove{Of: sent, Minor: -t.AmountMinor}); err != nil {
		return err
	}
	if _, err := ledger.PostTx(ctx, tx, mirrored); err != nil {
		return err
	}
	return awaitTx(ctx, tx, t.SellerID, t.OrderID, sent, received)
}

// awaitTx notes when movements of the platform's balance and of a seller's change the
// bucket: those that are pending do on their day.
func awaitTx(ctx context.Context, tx db.Tx, of seller.ID, orderID order.ID, moves ...provider.Transaction) error {
	for _, t := range moves {
		if t.Available {
			continue
		}
		m := ledger.MaturityOf(t, of)
		if t.Account == provider.Platform {
			m = ledger.MaturityOf(t, "")
		}
		m.OrderID = string(orderID)
		if err := ledger.AwaitTx(ctx, tx, m); err != nil {
			return err
		}
	}
	return nil
}

// transferRetry is how soon a refused transfer is tried again at first; the
// time doubles with each refusal, up to a day.
const transferRetry = 15 * time.Minute

// failTransfer books the refusal of a transfer. The release waits, says why,
// and is tried again by another transfer.
func (s *Service) failTransfer(ctx context.Context, transferID TransferID, refusal *provider.Error) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		t, err := lockTransfer(ctx, tx, transferID)
		if err != nil || !t.Status.isOpen() {
			return err
		}
		if err := t.post(ctx, tx, ledger.KindTransferFailed, ledger.TransferClearing, ledger.Releasable(t.SellerID)); err != nil {
			return err
		}
		now := tx.Now()
		t.Status, t.Error, t.SettledAt, t.CheckedAt = TransferFailed, refusal.Error(), &now, now
		if err := updateTransfer(ctx, tx, t); err != nil {
			return err
		}
		r, err := lockRelease(ctx, tx, t.ReleaseID)
		if err != nil {
			return err
		}
		again := now.Add(min(transferRetry<<min(t.Attempt-1, 10), 24*time.Hour))
		r.Status, r.Block, r.BlockDetail, r.NextAttemptAt = ReleaseReleased, BlockRefused, refusal.Error(), &again
		if err := updateRelease(ctx, tx, r); err != nil {
			return err
		}
		return r.resumeReversedTx(ctx, tx)
	})
}

// doubtTransfer notes that nobody knows what became of a transfer. It returns
// the cause, so that the job comes again and looks.
func (s *Service) doubtTransfer(ctx context.Context, transferID TransferID, cause error) error {
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		t, err := lockTransfer(ctx, tx, transferID)
		if err != nil || !t.Status.isOpen() {
			return err
		}
		t.Status, t.Error, t.CheckedAt = TransferUnknown, cause.Error(), tx.Now()
		return updateTransfer(ctx, tx, t)
	})
	if err != nil {
		return err
	}
	return cause
}
