package payout

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// OutsideReversal is what somebody has taken back of a transfer at the provider
// and not by Étal.
type OutsideReversal struct {
	bun.BaseModel `bun:"table:outside_reversals,alias:ovr"`

	ID          ReversalID `bun:",pk"`
	TransferID  TransferID
	SellerID    seller.ID
	Currency    money.Currency
	AmountMinor int64
	ProviderID  string // trr_…, unique
	CreatedAt   time.Time
}

// TransferReversed says that somebody has taken money back from a seller's balance
// at the provider, and not by Étal.
type TransferReversed struct {
	TransferID  TransferID     `json:"transfer_id"`
	SellerID    seller.ID      `json:"seller_id"`
	OrderID     order.ID       `json:"order_id"` // empty for a credit
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
	ProviderID  string         `json:"provider_id"` // of the reversal
	// OpenMinor is what of it has paid no debt, and no dispute keeps: the seller is owed
	// that again.
	OpenMinor int64 `json:"open_minor"`
}

// EventName implements event.Event.
func (TransferReversed) EventName() string { return "payout.transfer_reversed" }

// Amount is what was taken back.
func (t TransferReversed) Amount() money.Amount { return money.New(t.AmountMinor, t.Currency) }

// outsideHold is how long money that was taken back at the provider stays with the
// platform before it is transferred again: operators decide within it whether the
// seller is to give it up.
const outsideHold = 7 * dayLong

// ApplyTransferEvent looks whether somebody has taken a transfer back at the
// provider. It is an inbox.Applier. Of our own reversals we know without it.
func (s *Service) ApplyTransferEvent(ctx context.Context, m *inbox.Message) error {
	if m.Account != "" { // a debit of a seller's, which nobody takes back
		return nil
	}
	return s.lookAtTransfer(ctx, m.ObjectID)
}

func (s *Service) lookAtTransfer(ctx context.Context, providerID string) error {
	t, err := selectTransferByProvider(ctx, s.db.Read(ctx), providerID)
	if errors.Is(err, db.ErrNotFound) { // made by somebody else, or not settled yet: LookAtReversals comes again
		return nil
	}
	if err != nil {
		return err
	}
	a, err := s.Account(ctx, t.SellerID)
	if err != nil {
		return err
	}
	found, err := s.gateways.Reversals.OutsideReversals(ctx, *a.ProviderID, providerID)
	if err != nil {
		return err
	}
	var errs []error
	for _, made := range found {
		errs = append(errs, s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			return adoptReversalTx(ctx, tx, t, made)
		}))
	}
	return errors.Join(errs...)
}

// adoptReversalTx books, once, what somebody has taken back of a transfer: it is
// where it was before the transfer, is kept as far as a dispute of the order is open,
// pays what the seller owes, and the rest waits for operators.
func adoptReversalTx(ctx context.Context, tx db.Tx, t *Transfer, made *ProviderReversal) error {
	r, err := lockRelease(ctx, tx, t.ReleaseID)
	if err != nil {
		return err
	}
	known, err := hasOutsideReversal(ctx, tx, made.ID)
	if err != nil || known {
		return err
	}
	if t, err = selectTransfer(ctx, tx, t.ID); err != nil {
		return err
	}
	settled := made.Returned.NetMinor
	if settled <= 0 || made.Taken.NetMinor != -settled || made.Returned.Currency != t.Settled().Currency {
		return fmt.Errorf("reversal %s of %s moved %d and %d %s", made.ID, t.Settled(), settled, made.Taken.NetMinor, made.Returned.Currency)
	}
	amount := t.priced(settled)
	o := &OutsideReversal{
		ID: id.New[ReversalID]("rvs"), TransferID: t.ID, SellerID: t.SellerID, Currency: t.Currency, AmountMinor: amount,
		ProviderID: made.ID, CreatedAt: tx.Now(),
	}
	if err := insertOutsideReversal(ctx, tx, o); err != nil {
		return err
	}
	v := &Reversal{ID: o.ID, OrderID: t.OrderID, SellerID: t.SellerID, Currency: t.Currency, AmountMinor: amount}
	if t.SettledCurrency != "" {
		v.SettledCurrency, v.SettledMinor = t.SettledCurrency, settled
	}
	if err := addReversed(ctx, tx, t.ID, amount, v.SettledMinor); err != nil {
		return err
	}
	d := ledger.NewDraft(ledger.KindReversalConfirmed, "reversal:"+string(o.ID)+":confirmed", t.Currency).
		Credit(ledger.Releasable(t.SellerID), amount)
	if err := postReversalTx(ctx, tx, v, made, d); err != nil {
		return err
	}
	open, err := r.reversedTx(ctx, tx, o.CreatedAt)
	if err != nil {
		return err
	}
	return event.Emit(ctx, tx, TransferReversed{
		TransferID: t.ID, SellerID: t.SellerID, OrderID: t.OrderID, Currency: t.Currency, AmountMinor: amount, ProviderID: made.ID,
		OpenMinor: min(open, amount),
	})
}

// reversedTx gives what a locked release has again since something was taken back to
// open disputes of its order, which keep it, and to the seller's debts, and has the rest
// wait. It returns the rest. While another transfer of the release is under way, that is
// left to resumeReversedTx.
func (r *Release) reversedTx(ctx context.Context, tx db.Tx, since time.Time) (int64, error) {
	moved, err := sumMoved(ctx, tx, r.ID)
	if err != nil {
		return 0, err
	}
	left := r.left(moved)
	if r.adjust(moved, tx.Now()); r.Status != ReleaseReleased {
		return left, nil
	}
	if left, err = netTx(ctx, tx, r, left); err != nil {
		return 0, err
	}
	if r.adjust(moved, tx.Now()); r.Status == ReleaseReleased {
		again := since.Add(outsideHold)
		r.Block, r.BlockDetail, r.NextAttemptAt = BlockReversed, "", &again
	}
	return left, updateRelease(ctx, tx, r)
}

// resumeReversedTx does, when a transfer of a locked release has ended, what had to be
// left while it was under way: open disputes keep what they claim of what is here again,
// what somebody has taken back of another one of them pays debts, and the rest waits for
// operators. Of what was taken back it writes nothing when that was not within the time.
func (r *Release) resumeReversedTx(ctx context.Context, tx db.Tx) error {
	if err := r.keepTx(ctx, tx); err != nil {
		return fmt.Errorf("keep of %s what is disputed: %w", r.ID, err)
	}
	since, err := lastOutsideReversal(ctx, tx, r.ID)
	if errors.Is(err, db.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("what was taken back of %s: %w", r.ID, err)
	}
	if r.Status != ReleaseReleased || !since.Add(outsideHold).After(tx.Now()) {
		return nil
	}
	_, err = r.reversedTx(ctx, tx, since)
	return err
}

// LookReversals is the periodic job that finds transfers taken back at the provider
// of which no webhook has told.
type LookReversals struct{}

// Kind implements db.Job.
func (LookReversals) Kind() string { return "payout.look_reversals" }

// reversedWithin is how far back LookReversals looks: longer than the provider
// repeats a webhook.
const reversedWithin = 5 * dayLong

// LookAtReversals reads what was taken back of transfers lately, and adopts what
// Étal neither made nor knows. It goes on after a failure and returns all of them.
func (s *Service) LookAtReversals(ctx context.Context) error {
	var transfers []string // of which something was taken back that we do not know
	since := s.db.Clock().Now().Add(-reversedWithin)
	err := s.gateways.Reversals.ReversedSince(ctx, since, func(transferID, reversalID string) error {
		known, err := isReversalKnown(ctx, s.db.Read(ctx), reversalID)
		if err == nil && !known && !slices.Contains(transfers, transferID) {
			transfers = append(transfers, transferID)
		}
		return err
	})
	errs := []error{err}
	for _, transferID := range transfers {
		errs = append(errs, s.lookAtTransfer(ctx, transferID))
	}
	return errors.Join(errs...)
}
