package payout

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// AccrueTx writes a release for each part of an order that was paid, and freezes
// its terms: those that held when the order was captured, however late the news
// of it arrives.
func (s *Service) AccrueTx(ctx context.Context, tx db.Tx, e order.Paid) error {
	o, err := order.LoadBrief(ctx, tx, e.OrderID)
	if err != nil {
		return err
	}
	releases := make([]*Release, len(o.SellerOrders))
	for i, part := range o.SellerOrders {
		releases[i] = newRelease(o, part, tx.Now())
	}
	if err := s.freezeAllTx(ctx, tx, releases, paidAt(o, tx.Now())); err != nil {
		return fmt.Errorf("terms of %s: %w", o.ID, err)
	}
	first, err := insertReleases(ctx, tx, releases)
	if err != nil {
		return fmt.Errorf("accrue %s: %w", o.ID, err)
	}
	for _, r := range releases {
		if first[r.SellerOrderID] {
			continue
		}
		if r, err = lockReleaseOfPart(ctx, tx, r.SellerOrderID); err != nil {
			return fmt.Errorf("accrued before, of %s: %w", o.ID, err)
		}
		if err := s.freezeLaterTx(ctx, tx, r); err != nil {
			return err
		}
	}
	return nil
}

// accrueTx writes the releases of an order of whose payment the news is still on
// its way. Their terms are frozen when it arrives.
func accrueTx(ctx context.Context, tx db.Tx, orderID order.ID) error {
	o, err := order.LoadBrief(ctx, tx, orderID)
	if err != nil {
		return err
	}
	releases := make([]*Release, len(o.SellerOrders))
	for i, part := range o.SellerOrders {
		releases[i] = newRelease(o, part, tx.Now())
	}
	if _, err := insertReleases(ctx, tx, releases); err != nil {
		return fmt.Errorf("accrue %s: %w", o.ID, err)
	}
	return nil
}

func newRelease(o *order.Order, part *order.SellerOrder, now time.Time) *Release {
	return &Release{
		ID: id.New[ReleaseID]("rel"), SellerOrderID: part.ID, OrderID: o.ID, SellerID: part.SellerID,
		Currency: o.Currency, AmountMinor: part.NetMinor(), CommissionMinor: part.CommissionMinor,
		Terms: Terms{HoldFrom: HoldShipped}, ChargeID: o.ChargeID, Status: ReleaseAccrued, CreatedAt: now,
	}
}

// ScheduleTx starts the hold of a part that was shipped. News of the shipment
// can arrive before news of the payment; it fails then, and comes again.
func (s *Service) ScheduleTx(ctx context.Context, tx db.Tx, e order.Shipped) error {
	r, err := s.lockAccruedTx(ctx, tx, e.SellerOrderID)
	if err != nil || r.HoldFrom == HoldCaptured {
		return err
	}
	until := e.ShippedAt.Add(r.hold())
	return updateReleaseAt(ctx, tx, r.ID, &until)
}

// lockAccruedTx locks what a part is paid, with its terms. It fails while the part has
// no release yet.
func (s *Service) lockAccruedTx(ctx context.Context, tx db.Tx, partID order.SellerOrderID) (*Release, error) {
	r, err := lockReleaseOfPart(ctx, tx, partID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, fmt.Errorf("seller order %s has no release yet", partID)
	}
	if err == nil {
		err = s.freezeLaterTx(ctx, tx, r)
	}
	return r, err
}

// CancelledTx starts the hold of a part that was given back before anything had left.
// What remains of it, such as shipping and the commission that is kept, waits for no
// parcel.
func (s *Service) CancelledTx(ctx context.Context, tx db.Tx, e order.PartCancelled) error {
	return s.followTx(ctx, tx, e.OrderID, e.SellerOrderID)
}

// ReopenedTx ends that hold: it begins when the part is sent.
func (s *Service) ReopenedTx(ctx context.Context, tx db.Tx, e order.PartReopened) error {
	return s.followTx(ctx, tx, e.OrderID, e.SellerOrderID)
}

// followTx has the hold of a part be as the part stands now, for both kinds of news may
// come late. Of one that was shipped meanwhile order.shipped tells, and what is released
// stays so.
func (s *Service) followTx(ctx context.Context, tx db.Tx, orderID order.ID, partID order.SellerOrderID) error {
	r, err := s.lockAccruedTx(ctx, tx, partID)
	if err != nil || r.HoldFrom == HoldCaptured || r.Status != ReleaseAccrued {
		return err
	}
	o, err := order.LoadBrief(ctx, tx, orderID)
	if err != nil {
		return err
	}
	for _, part := range o.SellerOrders {
		switch {
		case part.ID != partID:
		case part.CancelledAt != nil:
			until := part.CancelledAt.Add(r.hold())
			return updateReleaseAt(ctx, tx, r.ID, &until)
		case part.Status == order.SellerOrderReadyToShip:
			return updateReleaseAt(ctx, tx, r.ID, nil)
		}
	}
	return nil
}

// releaseDue releases everything whose hold is over.
func (s *Service) releaseDue(ctx context.Context) error {
	return eachDue(ctx, s, "due releases", selectDueReleases, releaseTx)
}

// releaseTx books that a seller may have their money, and that the platform
// has earned its commission.
func releaseTx(ctx context.Context, tx db.Tx, releaseID ReleaseID) error {
	r, err := lockRelease(ctx, tx, releaseID)
	if err != nil || r.Status != ReleaseAccrued {
		return err
	}
	frozen, err := isFrozen(ctx, tx, r, tx.Now())
	if err != nil || frozen {
		return err
	}
	left := r.left(0)
	if err := reserveTx(ctx, tx, r, left); err != nil {
		return err
	}
	d := ledger.NewDraft(ledger.KindReleased, "release:"+string(r.ID), r.Currency).
		Debit(ledger.Held(r.SellerID), left).
		Credit(ledger.Releasable(r.SellerID), left-r.ReservedMinor).
		Credit(ledger.Reserve(r.SellerID), r.ReservedMinor).
		Move(ledger.DeferredCommission, ledger.Commission, r.CommissionMinor-r.CommissionTakenMinor)
	d.OrderID = string(r.OrderID)
	if !d.IsEmpty() { // else all of it was refunded
		if _, err := ledger.PostTx(ctx, tx, d); err != nil {
			return err
		}
	}
	now := tx.Now()
	r.Status, r.ReleasedAt, r.NextAttemptAt = ReleaseReleased, &now, &now
	r.adjust(0, now) // all of it may be commission, or refunded
	return updateRelease(ctx, tx, r)
}

// accountRetry is how soon a release looks again at an account that cannot
// receive money. News from the provider makes it look at once.
const accountRetry = time.Hour

// transferDue plans a transfer for everything that is released.
func (s *Service) transferDue(ctx context.Context) error {
	return errors.Join(
		eachDue(ctx, s, "sellers whose money waits", selectWaiting, postponeTx),
		eachDue(ctx, s, "releases to transfer", selectTransferable, planTransferTx),
	)
}

// postponeTx lets the released money of a seller that waited for their account, or for the
// end of a hold of all of it, wait on when it still has to: at once, of however many orders
// it is. From the money of a seller who owes something, or of whom something is disputed,
// that is taken first, of each release by itself.
func postponeTx(ctx context.Context, tx db.Tx, of seller.ID) error {
	// Locked before the account is read: whoever makes it ready finds them afterwards.
	if err := lockWaiting(ctx, tx, of); err != nil {
		return fmt.Errorf("lock what waits of %s: %w", of, err)
	}
	if isOpen, err := hasOpenRecoveries(ctx, tx, of); err != nil || isOpen {
		return err
	}
	a, w, err := accountTx(ctx, tx, of, "")
	if err != nil || a != nil {
		return err
	}
	return postponeWaiting(ctx, tx, of, w)
}

// planTransferTx writes down a transfer and the job that makes it, or why it
// has to wait.
func planTransferTx(ctx context.Context, tx db.Tx, releaseID ReleaseID) error {
	r, err := lockRelease(ctx, tx, releaseID)
	if err != nil || r.Status != ReleaseReleased || r.IsWarned {
		return err
	}
	moved, err := sumMoved(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	left, err := netTx(ctx, tx, r, r.left(moved))
	if err != nil {
		return err
	}
	if r.adjust(moved, tx.Now()); r.Status != ReleaseReleased { // the seller's debts took all of it
		return updateRelease(ctx, tx, r)
	}
	a, err := r.mustWaitTx(ctx, tx)
	if err != nil {
		return err
	}
	if a == nil {
		return updateRelease(ctx, tx, r)
	}
	charge, amount, err := drawTx(ctx, tx, r, left)
	if err != nil {
		return err
	}
	settled, err := worthTx(ctx, tx, r, charge, amount)
	if err != nil {
		return err
	}
	if settled.Minor <= 0 { // nothing can be sent of it; something more may come
		again := tx.Now().Add(24 * time.Hour)
		r.Block, r.BlockDetail, r.NextAttemptAt = BlockRefused, "It is worth less than the smallest unit of "+string(settled.Currency)+".", &again
		return updateRelease(ctx, tx, r)
	}
	if !a.keeps(settled.Currency) { // it would arrive as something else
		again := tx.Now().Add(accountRetry)
		r.Block, r.BlockDetail, r.NextAttemptAt = BlockCurrency, string(settled.Currency), &again
		return updateRelease(ctx, tx, r)
	}
	return planTx(ctx, tx, r, &Transfer{AmountMinor: amount, ChargeID: &charge}, settled)
}

// planTx writes down a transfer of a locked release, of which is known what it draws on
// and how much it brings, and the job that makes it.
func planTx(ctx context.Context, tx db.Tx, r *Release, t *Transfer, settled money.Amount) error {
	attempt, err := countTransfers(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	t.ID, t.ReleaseID, t.Attempt, t.OrderID, t.SellerID = id.New[TransferID]("trf"), r.ID, attempt+1, r.OrderID, r.SellerID
	t.Currency, t.Status, t.CreatedAt, t.CheckedAt = r.Currency, TransferPlanned, tx.Now(), tx.Now()
	if settled.Currency != t.Currency {
		t.SettledCurrency, t.SettledMinor = settled.Currency, settled.Minor
	}
	if err := insertTransfer(ctx, tx, t); err != nil {
		return err
	}
	if err := t.post(ctx, tx, ledger.KindTransferRequested, ledger.Releasable(t.SellerID), ledger.TransferClearing); err != nil {
		return err
	}
	r.Status, r.Block, r.BlockDetail, r.NextAttemptAt = ReleaseTransferring, "", "", nil
	if err := updateRelease(ctx, tx, r); err != nil {
		return err
	}
	return tx.Enqueue(ctx, SendTransfer{TransferID: t.ID}, db.JobOptions{})
}

// mustWaitTx returns the account to which a locked release is to be transferred, or nil
// when it has to wait, and notes why and until when: it is held back, or the account
// cannot receive money.
func (r *Release) mustWaitTx(ctx context.Context, tx db.Tx) (*Account, error) {
	a, w, err := accountTx(ctx, tx, r.SellerID, r.SellerOrderID)
	if err != nil || a != nil {
		return a, err
	}
	r.Block, r.BlockDetail, r.NextAttemptAt = w.block, "", &w.until
	return nil, nil
}

// waiting is why released money is not transferred, and when that is looked at again.
type waiting struct {
	block BlockReason
	until time.Time
}

// accountTx returns the account to which money of a seller's order is transferred, or of
// all their orders when none is named; or nil, and what it waits for.
func accountTx(ctx context.Context, tx db.Tx, of seller.ID, partID order.SellerOrderID) (*Account, waiting, error) {
	held, err := holdOf(ctx, tx, of, partID, tx.Now())
	if err != nil {
		return nil, waiting{}, err
	}
	if held != nil {
		return nil, waiting{BlockHold, held.again(tx.Now())}, nil
	}
	a, err := selectAccountOf(ctx, tx, of)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return nil, waiting{}, err
	}
	if err != nil || !a.CanReceive {
		return nil, waiting{BlockAccount, tx.Now().Add(accountRetry)}, nil //nolint:nilerr // there may be no account yet
	}
	return a, waiting{}, nil
}

// post moves the amount of a transfer between two of the platform's accounts.
func (t *Transfer) post(ctx context.Context, tx db.Tx, kind ledger.Kind, debit, credit ledger.Account) error {
	d := ledger.NewDraft(kind, "transfer:"+string(t.ID)+":"+string(kind), t.Currency).Move(debit, credit, t.AmountMinor)
	d.OrderID = string(t.OrderID)
	_, err := ledger.PostTx(ctx, tx, d)
	return err
}
