package payout

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

func lockReleaseOfPart(ctx context.Context, tx db.Tx, partID order.SellerOrderID) (*Release, error) {
	r := new(Release)
	err := db.ForUpdate(tx.NewSelect().Model(r).Where("seller_order_id = ?", partID)).Scan(ctx)
	return r, err
}

func selectOrderOf(ctx context.Context, q db.Querier, partID order.SellerOrderID) (order.ID, error) {
	var orderID order.ID
	err := q.NewSelect().Model((*order.SellerOrder)(nil)).Column("order_id").Where("id = ?", partID).Scan(ctx, &orderID)
	return orderID, err
}

// sumMoved sums what transfers have brought of a release and was not taken back.
func sumMoved(ctx context.Context, q db.Querier, releaseID ReleaseID) (int64, error) {
	sums, err := sumMovedOf(ctx, q, []ReleaseID{releaseID})
	return sums[releaseID], err
}

// sumMovedOf is sumMoved for many releases. Those of which nothing was moved are not in it.
func sumMovedOf(ctx context.Context, q db.Querier, of []ReleaseID) (map[ReleaseID]int64, error) {
	sums := map[ReleaseID]int64{}
	if len(of) == 0 {
		return sums, nil
	}
	var rows []struct {
		ReleaseID ReleaseID
		SumMinor  int64
	}
	err := q.NewSelect().Model((*Transfer)(nil)).Column("release_id").
		ColumnExpr("CAST(SUM(amount_minor - reversed_minor) AS BIGINT) AS sum_minor").
		Where("release_id IN (?) AND status = ?", bun.List(of), TransferSucceeded).Group("release_id").Scan(ctx, &rows)
	for _, r := range rows {
		sums[r.ReleaseID] = r.SumMinor
	}
	return sums, err
}

func insertRecovery(ctx context.Context, tx db.Tx, k *Recovery) error {
	_, err := tx.NewInsert().Model(k).Exec(ctx)
	return err
}

func updateRecovery(ctx context.Context, tx db.Tx, k *Recovery) error {
	_, err := tx.NewUpdate().Model(k).Column(
		"status", "amount_minor", "taken_minor", "reversed_minor", "netted_minor", "debited_minor", "reserve_minor", "written_off_minor",
		"block", "next_attempt_at", "settled_at",
	).WherePK().Exec(ctx)
	return err
}

func lockRecoveryOf(ctx context.Context, tx db.Tx, cause Cause, causeID string, partID order.SellerOrderID) (*Recovery, error) {
	k := new(Recovery)
	err := db.ForUpdate(tx.NewSelect().Model(k).
		Where("cause = ? AND cause_id = ? AND seller_order_id = ?", cause, causeID, partID)).Scan(ctx)
	return k, err
}

func lockRecoveryOfCharge(ctx context.Context, tx db.Tx, chargeID string) (*Recovery, error) {
	k := new(Recovery)
	err := db.ForUpdate(tx.NewSelect().Model(k).Where("cause = ? AND cause_id = ?", CauseCharge, chargeID)).Scan(ctx)
	return k, err
}

func lockRecovery(ctx context.Context, tx db.Tx, recoveryID RecoveryID) (*Recovery, error) {
	k := new(Recovery)
	err := db.ForUpdate(tx.NewSelect().Model(k).Where("id = ?", recoveryID)).Scan(ctx)
	return k, err
}

func selectRecovery(ctx context.Context, q db.Querier, recoveryID RecoveryID) (*Recovery, error) {
	k := new(Recovery)
	err := q.NewSelect().Model(k).Where("id = ?", recoveryID).Scan(ctx)
	return k, err
}

func lockRecoveriesOf(ctx context.Context, tx db.Tx, causeID string, partID order.SellerOrderID) ([]*Recovery, error) {
	var rows []*Recovery
	err := db.ForUpdate(tx.NewSelect().Model(&rows).
		Where("cause_id = ? AND seller_order_id = ?", causeID, partID).OrderExpr("id")).Scan(ctx)
	return rows, err
}

// selectClaimed returns the seller orders of which a cause claims something, in
// the order in which their releases are locked.
func selectClaimed(ctx context.Context, q db.Querier, causeID string) ([]order.SellerOrderID, error) {
	var parts []order.SellerOrderID
	err := q.NewSelect().Model((*Recovery)(nil)).Distinct().Column("seller_order_id").
		Where("cause_id = ? AND seller_order_id IS NOT NULL", causeID).OrderExpr("seller_order_id").Scan(ctx, &parts)
	return parts, err
}

// selectCollectable returns the causes of which something is to be tried again.
func selectCollectable(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]string, error) {
	var causes []string
	err := q.NewSelect().Model((*Recovery)(nil)).Distinct().Column("cause_id").
		Where("status IN (?) AND next_attempt_at <= ?", bun.List([]RecoveryStatus{RecoveryFrozen, RecoveryDue}), now).
		OrderExpr("cause_id").Limit(limit).Scan(ctx, &causes)
	return causes, err
}

// hurryRecoveries lets the open claims of a seller order look again at once.
func hurryRecoveries(ctx context.Context, tx db.Tx, partID order.SellerOrderID) error {
	_, err := tx.NewUpdate().Model((*Recovery)(nil)).Set("next_attempt_at = ?", tx.Now()).
		Where("seller_order_id = ? AND next_attempt_at IS NOT NULL", partID).Exec(ctx)
	return err
}

// lockFrozen locks what disputes that are open claim of a seller order, oldest first.
func lockFrozen(ctx context.Context, tx db.Tx, partID order.SellerOrderID) ([]*Recovery, error) {
	var rows []*Recovery
	err := db.ForUpdate(tx.NewSelect().Model(&rows).
		Where("seller_order_id = ? AND status = ?", partID, RecoveryFrozen).OrderExpr("id")).Scan(ctx)
	return rows, err
}

// sumFrozen sums what disputes that are open claim of seller orders, and have not got yet.
func sumFrozen(ctx context.Context, q db.Querier, of []*Release) (map[order.SellerOrderID]int64, error) {
	parts := make([]order.SellerOrderID, len(of))
	for i, r := range of {
		parts[i] = r.SellerOrderID
	}
	sums := map[order.SellerOrderID]int64{}
	if len(parts) == 0 {
		return sums, nil
	}
	var rows []*Recovery
	err := q.NewSelect().Model(&rows).Where("seller_order_id IN (?) AND status = ?", bun.List(parts), RecoveryFrozen).Scan(ctx)
	for _, k := range rows {
		sums[k.SellerOrderID] += k.OpenMinor()
	}
	return sums, err
}

// hasOpenRecoveries reports whether a seller owes something, or something of theirs is
// disputed.
func hasOpenRecoveries(ctx context.Context, q db.Querier, of seller.ID) (bool, error) {
	return q.NewSelect().Model((*Recovery)(nil)).
		Where("seller_id = ? AND status IN (?)", of, bun.List([]RecoveryStatus{RecoveryFrozen, RecoveryDue})).Exists(ctx)
}

// lockDebts locks what a seller owes, oldest first.
func lockDebts(ctx context.Context, tx db.Tx, of seller.ID, c money.Currency) ([]*Recovery, error) {
	var rows []*Recovery
	err := db.ForUpdate(tx.NewSelect().Model(&rows).
		Where("seller_id = ? AND currency = ? AND status = ?", of, c, RecoveryDue).OrderExpr("id")).Scan(ctx)
	return rows, err
}

func insertReversal(ctx context.Context, tx db.Tx, v *Reversal) error {
	_, err := tx.NewInsert().Model(v).Exec(ctx)
	return err
}

func lockReversal(ctx context.Context, tx db.Tx, reversalID ReversalID) (*Reversal, error) {
	v := new(Reversal)
	err := db.ForUpdate(tx.NewSelect().Model(v).Where("id = ?", reversalID)).Scan(ctx)
	return v, err
}

func updateReversal(ctx context.Context, tx db.Tx, v *Reversal) error {
	_, err := tx.NewUpdate().Model(v).Column("status", "provider_id", "error", "checked_at", "settled_at").WherePK().Exec(ctx)
	return err
}

// flying are the states of a reversal whose outcome is not known.
func flying() []TransferStatus {
	return []TransferStatus{TransferPlanned, TransferSending, TransferUnknown}
}

// sumTakenBack sums what reversals and debits under way are going to take of a seller's
// balance in a currency.
func sumTakenBack(ctx context.Context, q db.Querier, of seller.ID, c money.Currency) (int64, error) {
	var sum int64
	err := q.NewSelect().Model((*Reversal)(nil)).
		ColumnExpr("CAST(COALESCE(SUM(CASE WHEN settled_currency = '' THEN amount_minor ELSE settled_minor END), 0) AS BIGINT)").
		Where("seller_id = ? AND status IN (?)", of, bun.List(flying())).
		Where("CASE WHEN settled_currency = '' THEN currency ELSE settled_currency END = ?", c).Scan(ctx, &sum)
	return sum, err
}

// sumFlying sums what reversals under way are going to bring a recovery.
func sumFlying(ctx context.Context, q db.Querier, recoveryID RecoveryID) (int64, error) {
	sums, err := sumFlyingOf(ctx, q, []RecoveryID{recoveryID})
	return sums[recoveryID], err
}

// sumFlyingOf is sumFlying for many recoveries. Those of which nothing is under way are not
// in it.
func sumFlyingOf(ctx context.Context, q db.Querier, of []RecoveryID) (map[RecoveryID]int64, error) {
	sums := map[RecoveryID]int64{}
	if len(of) == 0 {
		return sums, nil
	}
	var rows []struct {
		RecoveryID RecoveryID
		SumMinor   int64
	}
	err := q.NewSelect().Model((*Reversal)(nil)).Column("recovery_id").ColumnExpr("CAST(SUM(amount_minor) AS BIGINT) AS sum_minor").
		Where("recovery_id IN (?) AND status IN (?)", bun.List(of), bun.List(flying())).Group("recovery_id").Scan(ctx, &rows)
	for _, r := range rows {
		sums[r.RecoveryID] = r.SumMinor
	}
	return sums, err
}

// reversible is a transfer with what can still be taken back of it, and how often
// that was refused to a recovery.
type reversible struct {
	ID              TransferID
	LeftMinor       int64
	SettledCurrency money.Currency // empty: what is left is that at the provider, too
	SettledMinor    int64          // what is left at the provider
	Refused         int64
}

// worth is what a part of what is left brings back to the provider's balance: a part of
// what is left there, rounded down, and with the last part all of it.
func (t *reversible) worth(minor int64) int64 {
	left := ledger.Conversion{AmountMinor: t.LeftMinor, SettledMinor: t.SettledMinor}
	worth := left.Worth(minor)
	return worth - worth%t.SettledCurrency.Step()
}

// selectReversible lists the transfers of a release that can be taken back: those
// that were refused to the recovery less often first, and of these the newest. What
// one transfer has brought may be at the bank while that of another is still there.
func selectReversible(ctx context.Context, q db.Querier, releaseID ReleaseID, of RecoveryID) ([]reversible, error) {
	var rows []reversible
	err := q.NewSelect().TableExpr("transfers AS t").ColumnExpr("t.id").
		ColumnExpr(`CAST(t.amount_minor - t.reversed_minor - COALESCE((SELECT SUM(v.amount_minor) FROM reversals v
			WHERE v.transfer_id = t.id AND v.status IN (?)), 0) AS BIGINT) AS left_minor`, bun.List(flying())).
		ColumnExpr(`COALESCE(t.settled_currency, '') AS settled_currency`).
		ColumnExpr(`CAST(t.settled_minor - t.settled_reversed_minor - COALESCE((SELECT SUM(w.settled_minor) FROM reversals w
			WHERE w.transfer_id = t.id AND w.status IN (?)), 0) AS BIGINT) AS settled_minor`, bun.List(flying())).
		ColumnExpr(`(SELECT COUNT(*) FROM reversals f WHERE f.transfer_id = t.id AND f.recovery_id = ? AND f.status = ?) AS refused`,
			of, TransferFailed).
		Where("t.release_id = ? AND t.status = ?", releaseID, TransferSucceeded).
		OrderExpr("refused, t.id DESC").Scan(ctx, &rows)
	return rows, err
}

func addReversed(ctx context.Context, tx db.Tx, transferID TransferID, minor, settled int64) error {
	_, err := tx.NewUpdate().Model((*Transfer)(nil)).Set("reversed_minor = reversed_minor + ?", minor).
		Set("settled_reversed_minor = settled_reversed_minor + ?", settled).
		Where("id = ?", transferID).Exec(ctx)
	return err
}

func selectTransfer(ctx context.Context, q db.Querier, transferID TransferID) (*Transfer, error) {
	t := new(Transfer)
	err := q.NewSelect().Model(t).Where("id = ?", transferID).Scan(ctx)
	return t, err
}

// sumMovedSince sums, per currency, what was transferred to a seller since an
// instant and was not taken back.
func sumMovedSince(ctx context.Context, q db.Querier, of seller.ID, since time.Time) (map[money.Currency]int64, error) {
	var rows []struct {
		Currency money.Currency
		SumMinor int64
	}
	err := q.NewSelect().Model((*Transfer)(nil)).Column("currency").
		ColumnExpr("CAST(SUM(amount_minor - reversed_minor) AS BIGINT) AS sum_minor").
		Where("seller_id = ? AND status = ? AND created_at >= ?", of, TransferSucceeded, since).Group("currency").Scan(ctx, &rows)
	sums := map[money.Currency]int64{}
	for _, r := range rows {
		sums[r.Currency] = r.SumMinor
	}
	return sums, err
}

// hasTransferred reports whether a transfer of the release has succeeded.
func hasTransferred(ctx context.Context, q db.Querier, releaseID ReleaseID) (bool, error) {
	return q.NewSelect().Model((*Transfer)(nil)).Where("release_id = ? AND status = ?", releaseID, TransferSucceeded).Exists(ctx)
}

// sumReleases is what the sellers of an order are owed for it altogether.
func sumReleases(ctx context.Context, q db.Querier, orderID order.ID) (int64, error) {
	var sum int64
	err := q.NewSelect().Model((*Release)(nil)).ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT)").
		Where("order_id = ?", orderID).Scan(ctx, &sum)
	return sum, err
}

// drawn is what transfers of an order draw on its charge, or have drawn: in minor units of
// the order's currency, and of the one that the charge settled in when it was converted.
type drawn struct{ AmountMinor, SettledMinor int64 }

func sumDrawn(ctx context.Context, q db.Querier, orderID order.ID) (drawn, error) {
	var sum drawn
	err := q.NewSelect().Model((*Transfer)(nil)).
		ColumnExpr("CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT) AS amount_minor").
		ColumnExpr("CAST(COALESCE(SUM(settled_minor), 0) AS BIGINT) AS settled_minor").
		Where("order_id = ? AND status <> ? AND COALESCE(charge_id, 'then') <> ''", orderID, TransferFailed).Scan(ctx, &sum)
	return sum, err
}

func countOpenRecoveries(ctx context.Context, q db.Querier, of seller.ID) (int64, error) {
	return q.NewSelect().Model((*Recovery)(nil)).Where("rcv.seller_id = ?", of).Where("rcv.status <> ?", RecoverySettled).Count(ctx)
}
