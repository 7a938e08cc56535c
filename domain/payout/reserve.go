package payout

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// ReserveID names a reserve, rsv_….
type ReserveID string

// Reserve is what is kept of one release until its time is over. Debts of the
// seller can use it; what is left is transferred after the rest.
type Reserve struct {
	bun.BaseModel `bun:"table:payout_reserves,alias:rsv"`

	ID            ReserveID `bun:",pk"`
	ReleaseID     ReleaseID // unique
	SellerOrderID order.SellerOrderID
	SellerID      seller.ID
	Currency      money.Currency
	AmountMinor   int64
	UsedMinor     int64      // paid debts of the seller
	DueAt         time.Time  // UTC
	CreatedAt     time.Time  // UTC
	SettledAt     *time.Time // its time was over
}

// reserveTx keeps what the terms of a release ask for of what is released.
func reserveTx(ctx context.Context, tx db.Tx, r *Release, left int64) error {
	kept := money.Basis(r.ReserveBasisPoints).Of(money.New(left, r.Currency))
	kept -= kept % r.Currency.Step()
	if kept <= 0 {
		return nil
	}
	r.ReservedMinor = kept
	return insertReserve(ctx, tx, &Reserve{
		ID: id.New[ReserveID]("rsv"), ReleaseID: r.ID, SellerOrderID: r.SellerOrderID, SellerID: r.SellerID, Currency: r.Currency,
		AmountMinor: kept, DueAt: tx.Now().Add(time.Duration(r.ReserveSeconds) * time.Second), CreatedAt: tx.Now(),
	})
}

// matureDue gives sellers what was kept of them and whose time is over.
func (s *Service) matureDue(ctx context.Context) error {
	return eachDue(ctx, s, "mature reserves", selectMature, matureTx)
}

// matureTx ends a reserve: what debts have not used goes the way of the release.
// While the order is disputed, or held back, it stays.
func matureTx(ctx context.Context, tx db.Tx, releaseID ReleaseID) error {
	r, err := lockRelease(ctx, tx, releaseID)
	if err != nil {
		return err
	}
	v, err := lockReserveOf(ctx, tx, releaseID)
	if err != nil || v.SettledAt != nil {
		return err
	}
	frozen, err := isFrozen(ctx, tx, r, tx.Now())
	if err != nil || frozen {
		return err
	}
	moved, err := sumMoved(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	d := ledger.NewDraft(ledger.KindReserveReleased, "reserve:"+string(v.ID)+":released", r.Currency).
		Move(ledger.Reserve(r.SellerID), ledger.Releasable(r.SellerID), v.AmountMinor-v.UsedMinor)
	d.OrderID = string(r.OrderID)
	if !d.IsEmpty() { // else debts have used all of it
		if _, err := ledger.PostTx(ctx, tx, d); err != nil {
			return err
		}
	}
	now := tx.Now()
	v.SettledAt = &now
	if err := updateReserve(ctx, tx, v); err != nil {
		return err
	}
	r.ReservedMinor -= v.AmountMinor
	r.TakenMinor += v.UsedMinor
	r.adjust(moved, now)
	return updateRelease(ctx, tx, r)
}

// useReserveTx pays a locked debt from the seller's reserve, what is due first
// first, and returns what is still open. It waits while the release of the debt
// is being transferred: that can be taken back.
func useReserveTx(ctx context.Context, tx db.Tx, k *Recovery, r *Release, open int64) (int64, error) {
	if open <= 0 || k.Status != RecoveryDue || r.Status == ReleaseTransferring {
		return open, nil
	}
	rows, err := lockReserves(ctx, tx, k.SellerID, k.Currency)
	if err != nil {
		return open, fmt.Errorf("lock reserves: %w", err)
	}
	for _, v := range rows {
		part := min(open, v.AmountMinor-v.UsedMinor)
		if part <= 0 {
			continue
		}
		// The same reserve may pay the same debt again after some of it was returned.
		d := ledger.NewDraft(ledger.KindReserveUsed, fmt.Sprintf("reserve:%s:%s", v.ID, id.New[string]("use")), k.Currency).
			Move(ledger.Reserve(k.SellerID), ledger.Receivable(k.SellerID), part)
		d.OrderID = string(k.OrderID)
		if _, err := ledger.PostTx(ctx, tx, d); err != nil {
			return open, err
		}
		v.UsedMinor += part
		if err := updateReserve(ctx, tx, v); err != nil {
			return open, err
		}
		k.ReserveMinor += part
		open -= part
	}
	k.settle(tx.Now())
	return open, nil
}
