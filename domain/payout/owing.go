package payout

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Due is an amount between the platform and a seller that is of no order.
type Due struct {
	CauseID     string // unique: the charge or credit
	SellerID    seller.ID
	Currency    money.Currency
	AmountMinor int64 // above zero
}

// OweTx makes a seller owe the platform an amount, and debits it to what the
// seller owes in the draft. It is paid by what is released to the seller next,
// oldest debt first, and never by their reserve, which is for orders.
func OweTx(ctx context.Context, tx db.Tx, d *ledger.Draft, o Due) error {
	d.Debit(ledger.Receivable(o.SellerID), o.AmountMinor)
	k := &Recovery{
		ID: id.New[RecoveryID]("rcv"), Cause: CauseCharge, CauseID: o.CauseID, SellerID: o.SellerID, Currency: o.Currency,
		Status: RecoveryDue, AmountMinor: o.AmountMinor, CreatedAt: tx.Now(),
	}
	if err := insertRecovery(ctx, tx, k); err != nil {
		return fmt.Errorf("insert what %s owes for %s: %w", o.SellerID, o.CauseID, err)
	}
	return nil
}

// GrantTx makes the platform owe a seller an amount that may be transferred at
// once, and credits it to what is releasable in the draft. Debts of the seller
// are paid from it first.
func GrantTx(ctx context.Context, tx db.Tx, d *ledger.Draft, o Due) error {
	d.Credit(ledger.Releasable(o.SellerID), o.AmountMinor)
	now := tx.Now()
	r := &Release{
		ID: id.New[ReleaseID]("rel"), CauseID: o.CauseID, SellerID: o.SellerID, Currency: o.Currency, AmountMinor: o.AmountMinor,
		Terms: Terms{HoldFrom: HoldCaptured}, Status: ReleaseReleased, ReleasedAt: &now, NextAttemptAt: &now, CreatedAt: now,
	}
	if err := insertGranted(ctx, tx, r); err != nil {
		return fmt.Errorf("insert what %s is owed for %s: %w", o.SellerID, o.CauseID, err)
	}
	return nil
}

// ForgiveTx ends what a seller owes for a charge: what is open is owed no more,
// what was collected is owed to the seller, and what was written off is no loss.
// It returns ErrDebtState while some of it is being taken from the seller's
// balance.
func ForgiveTx(ctx context.Context, tx db.Tx, d *ledger.Draft, chargeID string) error {
	k, err := lockRecoveryOfCharge(ctx, tx, chargeID)
	if err != nil {
		return fmt.Errorf("what is owed for %s: %w", chargeID, err)
	}
	flying, err := sumFlying(ctx, tx, k.ID)
	if err != nil {
		return err
	}
	if flying > 0 {
		return ErrDebtState
	}
	back := k.collected()
	d.Credit(ledger.Receivable(k.SellerID), k.OpenMinor()).Credit(ledger.BadDebt, k.WrittenOffMinor)
	if back > 0 {
		err := GrantTx(ctx, tx, d, Due{CauseID: chargeID, SellerID: k.SellerID, Currency: k.Currency, AmountMinor: back})
		if err != nil {
			return err
		}
	}
	k.giveBack(back)
	k.AmountMinor, k.WrittenOffMinor = 0, 0
	k.settle(tx.Now())
	return updateRecovery(ctx, tx, k)
}

// applyDebitTx books a debit that pays a debt which is of no order. While it was
// under way nothing else could pay the debt.
func applyDebitTx(ctx context.Context, tx db.Tx, v *Reversal, made *ProviderReversal) error {
	k, err := lockRecovery(ctx, tx, v.RecoveryID)
	if err != nil {
		return err
	}
	if v.AmountMinor > k.OpenMinor() {
		return fmt.Errorf("debit %s took %s, and %s of the debt are open", v.ID, v.Amount(), k.Open())
	}
	d := ledger.NewDraft(ledger.KindDebtDebited, "reversal:"+string(v.ID)+":confirmed", v.Currency).
		Credit(ledger.Receivable(v.SellerID), v.AmountMinor)
	if err := postReversalTx(ctx, tx, v, made, d); err != nil {
		return err
	}
	k.DebitedMinor += v.AmountMinor
	k.Block = ""
	k.settle(tx.Now())
	return updateRecovery(ctx, tx, k)
}
