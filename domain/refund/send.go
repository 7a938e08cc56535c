package refund

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
)

// Send is the job that makes a refund at the provider.
type Send struct {
	RefundID ID `json:"refund_id"`
}

// Kind implements db.Job.
func (Send) Kind() string { return "refund.send" }

// refusal is the provider's definite no.
func refusal(err error) (*provider.Error, bool) { return provider.Refused(err) }

// errUnavailable tells a person that the provider has not answered.
func errUnavailable(err error) error {
	var e *provider.Error
	if errors.As(err, &e) {
		return payout.ErrProviderUnavailable
	}
	return err
}

// Send makes a planned refund. One that may have been sent before is looked up
// first; only when the provider has none is it sent, and always under the same
// key.
func (s *Service) Send(ctx context.Context, job Send) error {
	r, charge, wasSent, err := s.begin(ctx, job.RefundID)
	if err != nil || !r.Status.isUnsent() {
		return err
	}
	var made *ProviderRefund
	if wasSent {
		if made, err = s.gateway.FindRefund(ctx, charge, r.ID); err != nil {
			return fmt.Errorf("look for refund %s: %w", r.ID, err)
		}
	}
	if made == nil {
		made, err = s.gateway.CreateRefund(ctx, Draft{RefundID: r.ID, ChargeID: charge, Amount: r.Amount(), Reason: r.Reason})
	}
	if no, ok := refusal(err); ok {
		return s.refuse(ctx, r.ID, no)
	}
	if err != nil {
		return s.doubt(ctx, r.ID, err)
	}
	return s.apply(ctx, r.ID, made)
}

// begin marks a refund as being sent, and tells whether it may have been sent
// before.
func (s *Service) begin(ctx context.Context, refundID ID) (r *Refund, charge string, wasSent bool, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		var p *payment.Payment
		if r, p, err = lockTx(ctx, tx, refundID); err != nil || !r.Status.isUnsent() {
			return err
		}
		charge, wasSent = p.ChargeID, r.Status != StatusPlanned
		r.Status, r.CheckedAt = StatusSending, tx.Now()
		return updateRefund(ctx, tx, r)
	})
	return r, charge, wasSent, err
}

// refuse ends a refund that the provider does not make.
func (s *Service) refuse(ctx context.Context, refundID ID, no *provider.Error) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r, _, err := lockTx(ctx, tx, refundID)
		if err != nil || !r.Status.isUnsent() {
			return err
		}
		return voidTx(ctx, tx, r, StatusRefused, no.Error())
	})
}

// doubt notes that nobody knows what became of a refund. It returns the cause,
// so that the job comes again and looks.
func (s *Service) doubt(ctx context.Context, refundID ID, cause error) error {
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r, _, err := lockTx(ctx, tx, refundID)
		if err != nil || !r.Status.isUnsent() {
			return err
		}
		r.Status, r.Failure, r.CheckedAt = StatusUnknown, cause.Error(), tx.Now()
		return updateRefund(ctx, tx, r)
	})
	if err != nil {
		return err
	}
	return cause
}

// ApplyEvent reads the refund that an event of the provider is about and brings
// ours up to date. It is an inbox.Applier. A refund that was made at the
// provider is adopted.
func (s *Service) ApplyEvent(ctx context.Context, m *inbox.Message) error {
	if m.Account != "" { // of a seller's own balance: a reversal, which is booked by itself
		return nil
	}
	return s.refresh(ctx, m.ObjectID)
}

func (s *Service) refresh(ctx context.Context, providerID string) error {
	read, err := s.gateway.GetRefund(ctx, providerID)
	if err != nil {
		return err
	}
	return s.take(ctx, read)
}

// take brings a refund up to what was read of it, and adopts one that Étal did
// not make.
func (s *Service) take(ctx context.Context, read *ProviderRefund) (err error) {
	refundID := read.RefundID
	if refundID == "" {
		if refundID, err = s.adopt(ctx, read); err != nil || refundID == "" {
			return err
		}
	}
	return s.apply(ctx, refundID, read)
}

// adopt writes a refund that Étal did not make, of everything that remains in
// proportion: nobody has said for what it was. What is more than remains, because
// the buyer had got it in another way, the platform bears, until more remains
// (CoverTx). It returns "" for a charge that is none of ours.
func (s *Service) adopt(ctx context.Context, read *ProviderRefund) (refundID ID, err error) {
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		orderID, err := payment.OrderOfCharge(ctx, tx, read.ChargeID, read.IntentID)
		if errors.Is(err, payment.ErrNotFound) {
			return nil
		}
		if err != nil {
			return err
		}
		p, err := payment.LockTx(ctx, tx, orderID)
		if err != nil {
			return err
		}
		if known, err := selectByProvider(ctx, tx, read.ID); !errors.Is(err, db.ErrNotFound) {
			refundID = known
			return err
		}
		o, err := order.Load(ctx, tx, orderID)
		if err != nil {
			return err
		}
		left, err := RemainingOf(ctx, tx, o)
		if err != nil {
			return err
		}
		covered := min(read.Amount.Minor, buyerSum(left))
		loss := money.New(read.Amount.Minor-covered, o.Currency)
		r := &Refund{
			ID: id.New[ID]("rfd"), Method: MethodCard, Reason: ReasonOther, ProviderID: &read.ID, LossMinor: loss.Minor, Note: madeThere(loss),
		}
		refundID = r.ID
		return OpenTx(ctx, tx, r, Paid{o, p}, Flat(left, covered, o.Currency))
	})
	return refundID, err
}

// overtaken is the provider's code of a refund that waited until the buyer's
// bank took the money itself.
const overtaken = "charge_for_pending_refund_disputed"

// apply brings a refund up to what the provider says, and books what has moved.
// It is safe at any time, any number of times, in any order.
func (s *Service) apply(ctx context.Context, refundID ID, read *ProviderRefund) error {
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r, _, err := lockTx(ctx, tx, refundID)
		if err != nil {
			return fmt.Errorf("refund %s: %w", read.ID, err)
		}
		if read.Amount != r.Amount() {
			return fmt.Errorf("refund %s is of %s, expected %s", read.ID, read.Amount, r.Amount())
		}
		if r.Status.isVoid() && read.Transaction != nil && read.Returned == nil {
			return fmt.Errorf("refund %s was ended, and was made as %s nevertheless", r.ID, read.ID)
		}
		if err := postMovementTx(ctx, tx, r, ledger.KindRefundSettled, read.Transaction); err != nil {
			return err
		}
		if err := postMovementTx(ctx, tx, r, ledger.KindRefundReturned, read.Returned); err != nil {
			return err
		}
		return moveTx(ctx, tx, r, read)
	})
}

// moveTx moves a locked refund forward.
func moveTx(ctx context.Context, tx db.Tx, r *Refund, read *ProviderRefund) error {
	now := tx.Now()
	r.ProviderID, r.CheckedAt = &read.ID, now
	if !r.Status.canBecome(read.Status) {
		return updateRefund(ctx, tx, r)
	}
	if read.Status == StatusCancelled || read.Status == StatusFailed && read.Transaction == nil && read.Failure == overtaken {
		return voidTx(ctx, tx, r, StatusCancelled, read.Failure)
	}
	r.Status, r.Failure = read.Status, read.Failure
	if read.Status == StatusSucceeded || read.Status == StatusFailed {
		r.SettledAt = &now
	}
	if err := updateRefund(ctx, tx, r); err != nil {
		return err
	}
	// Also when it failed: the buyer is still owed, and the seller owes it.
	if err := collectTx(ctx, tx, r); err != nil {
		return err
	}
	switch read.Status {
	case StatusSucceeded:
		return emit(ctx, tx, r.OrderID, Succeeded{RefundID: r.ID, OrderID: r.OrderID})
	case StatusFailed:
		return emit(ctx, tx, r.OrderID, Failed{RefundID: r.ID, OrderID: r.OrderID, Failure: r.Failure})
	case StatusPlanned, StatusSending, StatusUnknown, StatusPending, StatusRequiresAction, StatusAwaitingBank, StatusPaidOtherwise,
		StatusRefused, StatusCancelled:
	}
	return nil
}

// Sweep is the periodic job that finishes what a crash, a lost answer or a lost
// webhook left behind.
type Sweep struct{}

// Kind implements db.Job.
func (Sweep) Kind() string { return "refund.sweep" }

const (
	sweepAfter   = time.Minute         // the job had its chance
	lookAfter    = time.Hour           // a refund on its way
	lookLater    = 24 * time.Hour      // one that has arrived
	failsWithin  = 35 * 24 * time.Hour // and can still fail: 30 days, and some
	sweepBatch   = 100
	sweepWorkMax = 20 // look-ups in one run, so that the next job is not kept waiting
)

// Sweep enqueues again what is stuck, and reads again refunds of which nobody
// has told news. It goes on after a failure and returns all of them.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.db.Clock().Now()
	if err := s.resume(ctx); err != nil {
		return fmt.Errorf("resume refunds: %w", err)
	}
	stale, err := selectStale(ctx, s.db.Read(ctx), staleness{now.Add(-lookAfter), now.Add(-lookLater), now.Add(-failsWithin)}, sweepWorkMax)
	if err != nil {
		return fmt.Errorf("find stale refunds: %w", err)
	}
	var errs []error
	for _, providerID := range stale {
		errs = append(errs, s.refresh(ctx, providerID))
	}
	return errors.Join(errs...)
}

// resume enqueues again the jobs of refunds that have not moved for a while.
func (s *Service) resume(ctx context.Context) error {
	stuck, err := selectStuck(ctx, s.db.Read(ctx), s.db.Clock().Now().Add(-sweepAfter), sweepBatch)
	if err != nil || len(stuck) == 0 {
		return err
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		stuck, err := selectStuck(ctx, tx, tx.Now().Add(-sweepAfter), sweepBatch)
		if err != nil {
			return err
		}
		for _, refundID := range stuck {
			if err := tx.Enqueue(ctx, Send{RefundID: refundID}, db.JobOptions{Unique: true}); err != nil {
				return err
			}
		}
		return nil
	})
}
