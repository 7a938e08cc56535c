package payout

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// insertReleases writes the releases that are not there yet, in the given order, and
// returns the parts of those it has written.
func insertReleases(ctx context.Context, tx db.Tx, rows []*Release) (first map[order.SellerOrderID]bool, err error) {
	first = make(map[order.SellerOrderID]bool, len(rows))
	if len(rows) == 0 {
		return first, nil
	}
	var written []order.SellerOrderID
	_, err = tx.NewInsert().Model(&rows).On("CONFLICT (seller_order_id) DO NOTHING").Returning("seller_order_id").Exec(ctx, &written)
	for _, part := range written {
		first[part] = true
	}
	return first, err
}

// insertGranted writes a release that belongs to no part of an order.
func insertGranted(ctx context.Context, tx db.Tx, r *Release) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

func updateReleaseAt(ctx context.Context, tx db.Tx, releaseID ReleaseID, at *time.Time) error {
	_, err := tx.NewUpdate().Model((*Release)(nil)).Set("release_at = ?", at).Where("id = ?", releaseID).Exec(ctx)
	return err
}

func selectDueReleases(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]ReleaseID, error) {
	var ids []ReleaseID
	err := notHeldBack(q.NewSelect().Model((*Release)(nil)), "rel", now).Column("id").
		Where("status = ? AND release_at <= ?", ReleaseAccrued, now).Where(notFrozen("rel")).
		OrderExpr("release_at, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

func selectTransferable(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]ReleaseID, error) {
	var ids []ReleaseID
	err := q.NewSelect().Model((*Release)(nil)).Column("id").
		Where("status = ? AND next_attempt_at <= ? AND NOT is_warned", ReleaseReleased, now).
		OrderExpr("next_attempt_at, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

// isWaiting is the condition that a release is due that waited for what concerns all the
// money of its seller; its argument is now.
const isWaiting = "status = '" + string(ReleaseReleased) + "' AND next_attempt_at <= ? AND NOT is_warned" +
	" AND block IN ('" + string(BlockAccount) + "', '" + string(BlockHold) + "')"

func selectWaiting(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]seller.ID, error) {
	var ids []seller.ID
	err := q.NewSelect().Model((*Release)(nil)).ColumnExpr("DISTINCT seller_id").Where(isWaiting, now).
		OrderExpr("seller_id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

func lockWaiting(ctx context.Context, tx db.Tx, of seller.ID) error {
	var ids []ReleaseID
	return db.ForUpdate(tx.NewSelect().Model((*Release)(nil)).Column("id").
		Where("seller_id = ?", of).Where(isWaiting, tx.Now()).OrderExpr("id")).Scan(ctx, &ids)
}

// postponeWaiting leaves alone what waits for something else: an order may be held by itself.
func postponeWaiting(ctx context.Context, tx db.Tx, of seller.ID, w waiting) error {
	_, err := tx.NewUpdate().Model((*Release)(nil)).Set("next_attempt_at = ?", w.until).
		Where("seller_id = ? AND block = ?", of, w.block).Where(isWaiting, tx.Now()).Exec(ctx)
	return err
}

func lockRelease(ctx context.Context, tx db.Tx, releaseID ReleaseID) (*Release, error) {
	r := new(Release)
	err := db.ForUpdate(tx.NewSelect().Model(r).Where("id = ?", releaseID)).Scan(ctx)
	return r, err
}

func selectRelease(ctx context.Context, q db.Querier, releaseID ReleaseID) (*Release, error) {
	r := new(Release)
	err := q.NewSelect().Model(r).Where("id = ?", releaseID).Scan(ctx)
	return r, err
}

func updateRelease(ctx context.Context, tx db.Tx, r *Release) error {
	_, err := tx.NewUpdate().Model(r).Column(movingColumns()...).WherePK().Exec(ctx)
	return err
}

// updateReleases is updateRelease for many locked ones.
func updateReleases(ctx context.Context, tx db.Tx, list []*Release) error {
	if len(list) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model(&list).Column(movingColumns()...).Bulk().Exec(ctx)
	return err
}

// movingColumns are those of a release that change while its money moves.
func movingColumns() []string {
	return []string{
		"status", "block", "block_detail", "next_attempt_at", "released_at", "transferred_at", "taken_minor", "commission_taken_minor",
		"reserved_minor", "outside_minor",
	}
}

func unblockReleases(ctx context.Context, tx db.Tx, of seller.ID) error {
	_, err := tx.NewUpdate().Model((*Release)(nil)).Set("next_attempt_at = ?", tx.Now()).
		Where("seller_id = ? AND status = ? AND block <> ?", of, ReleaseReleased, BlockReversed).Exec(ctx)
	return err
}

func countTransfers(ctx context.Context, q db.Querier, releaseID ReleaseID) (int, error) {
	n, err := q.NewSelect().Model((*Transfer)(nil)).Where("release_id = ?", releaseID).Count(ctx)
	return int(n), err
}

func insertTransfer(ctx context.Context, tx db.Tx, t *Transfer) error {
	_, err := tx.NewInsert().Model(t).Exec(ctx)
	return err
}

func lockTransfer(ctx context.Context, tx db.Tx, transferID TransferID) (*Transfer, error) {
	t := new(Transfer)
	err := db.ForUpdate(tx.NewSelect().Model(t).Where("id = ?", transferID)).Scan(ctx)
	return t, err
}

func updateTransfer(ctx context.Context, tx db.Tx, t *Transfer) error {
	_, err := tx.NewUpdate().Model(t).Column("status", "provider_id", "error", "checked_at", "settled_at").
		WherePK().Exec(ctx)
	return err
}

func insertPayout(ctx context.Context, tx db.Tx, p *Payout) error {
	_, err := tx.NewInsert().Model(p).Exec(ctx)
	return err
}

func lockPayout(ctx context.Context, tx db.Tx, payoutID ID) (*Payout, error) {
	p := new(Payout)
	err := db.ForUpdate(tx.NewSelect().Model(p).Where("id = ?", payoutID)).Scan(ctx)
	return p, err
}

func selectPayout(ctx context.Context, q db.Querier, payoutID ID) (*Payout, error) {
	p := new(Payout)
	err := q.NewSelect().Model(p).Where("id = ?", payoutID).Scan(ctx)
	return p, err
}

func selectPayoutByProvider(ctx context.Context, q db.Querier, providerID string) (*Payout, error) {
	p := new(Payout)
	err := q.NewSelect().Model(p).Where("provider_id = ?", providerID).Scan(ctx)
	return p, err
}

func updatePayout(ctx context.Context, tx db.Tx, p *Payout) error {
	_, err := tx.NewUpdate().Model(p).Column(
		"status", "provider_id", "failure_code", "expected_at", "checked_at", "settled_at",
		"is_in_ledger", "was_paid", "is_failure_seen", "fee_status", "fee_provider_id",
	).WherePK().Exec(ctx)
	return err
}

// hasUnsentPayout reports whether a payout of the account, or the fee of one, is
// not in the ledger yet: the mirror of its balance still shows that money as
// available.
func hasUnsentPayout(ctx context.Context, q db.Querier, accountID AccountID) (bool, error) {
	return q.NewSelect().Model((*Payout)(nil)).
		Where("account_id = ?", accountID).
		Where("(status IN (?) OR fee_status IN (?))", bun.List([]Status{StatusPlanned, StatusSending}), bun.List(openFees())).Exists(ctx)
}

// onTheWay is the condition of the index of payouts that have neither arrived nor
// failed. SQLite uses a partial index only where the query says the same in the same
// words.
const onTheWay = "status IN ('PLANNED', 'SENDING', 'PENDING', 'IN_TRANSIT')"

type stalePayout struct {
	ID              ID
	ProviderID      string
	ProviderAccount string
}

func selectStalePayouts(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]stalePayout, error) {
	var rows []stalePayout
	err := q.NewSelect().TableExpr("payouts AS p").Join("JOIN payout_accounts AS a ON a.id = p.account_id").
		ColumnExpr("p.id, p.provider_id, a.provider_id AS provider_account").
		Where("a.disabled_reason <> ?", cutOff).
		Where("(p."+onTheWay+" AND p.status IN (?) AND p.checked_at < ? OR p.status = ? AND p.checked_at < ? AND p.settled_at > ?)",
			bun.List([]Status{StatusPending, StatusInTransit}), now.Add(-lookAfter), StatusPaid, now.Add(-lookLater), now.Add(-comesBackWithin)).
		OrderExpr("p.checked_at, p.id").Limit(limit).Scan(ctx, &rows)
	return rows, err
}

// reachable is the condition that the platform has access to the account of the
// seller of a row; its argument is cutOff.
const reachable = "seller_id NOT IN (SELECT c.seller_id FROM payout_accounts c WHERE c.disabled_reason = ?)"

// selectStuck returns the jobs of everything that has waited for the provider
// since before, and can be asked for.
func selectStuck(ctx context.Context, q db.Querier, before time.Time, limit int64) ([]db.Job, error) {
	var jobs []db.Job
	var accounts []AccountID
	err := q.NewSelect().Model((*Account)(nil)).Column("id").
		Where("status = ? AND updated_at < ?", AccountCreating, before).
		Where("(refusal = '' OR updated_at < ?)", before.Add(-accountRetry)). // somebody has to see to it
		Limit(limit).Scan(ctx, &accounts)
	if err != nil {
		return nil, err
	}
	for _, accountID := range accounts {
		jobs = append(jobs, OpenAccount{AccountID: accountID})
	}
	var transfers []TransferID
	open := []TransferStatus{TransferPlanned, TransferSending, TransferUnknown}
	err = q.NewSelect().Model((*Transfer)(nil)).Column("id").
		Where("status IN (?) AND checked_at < ?", bun.List(open), before).Where(reachable, cutOff).Limit(limit).Scan(ctx, &transfers)
	if err != nil {
		return nil, err
	}
	for _, transferID := range transfers {
		jobs = append(jobs, SendTransfer{TransferID: transferID})
	}
	var payouts []ID
	err = q.NewSelect().Model((*Payout)(nil)).Column("id").
		Where(onTheWay).Where("status IN (?) AND checked_at < ?", bun.List([]Status{StatusPlanned, StatusSending}), before).
		Where(reachable, cutOff).Limit(limit).Scan(ctx, &payouts)
	for _, payoutID := range payouts {
		jobs = append(jobs, SendPayout{PayoutID: payoutID})
	}
	if err != nil {
		return nil, err
	}
	fees, err := selectStuckFees(ctx, q, before, limit)
	if err != nil {
		return nil, err
	}
	for _, payoutID := range fees {
		jobs = append(jobs, TakeFee{PayoutID: payoutID})
	}
	var reversals []ReversalID
	err = q.NewSelect().Model((*Reversal)(nil)).Column("id").
		Where("status IN (?) AND checked_at < ?", bun.List(open), before).Where(reachable, cutOff).Limit(limit).Scan(ctx, &reversals)
	for _, reversalID := range reversals {
		jobs = append(jobs, SendReversal{ReversalID: reversalID})
	}
	return jobs, err
}

// cursor is a window with the place its cursor is decoded to.
type cursor struct {
	page.Window
	key any           // pointer to the sort key
	id  func() string // the id in the decoded key
	// last is the status in which nearly all rows end; those in another one are in an
	// index of their own. Empty: there is none.
	last string
	// also are columns that are worked out, each with its arguments.
	also []derived
}

// derived is a column that is worked out.
type derived struct {
	expr string
	args []any
}

// selectPage reads a page of a table whose rows have a seller, a status and an
// id that sorts by age, newest first, as far as they are the actor's to see.
func selectPage[T any](ctx context.Context, q db.Querier, by actor.Actor, f Filter, c *cursor) ([]*T, error) {
	owner, err := seller.Scope(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	var rows []*T
	s := q.NewSelect().Model(&rows).Limit(c.Limit())
	if len(c.also) > 0 {
		s.ColumnExpr("?TableColumns")
	}
	for _, d := range c.also {
		s.ColumnExpr(d.expr, d.args...)
	}
	if owner != "" {
		s.Where("seller_id = ?", owner)
	}
	if f.Status != "" {
		s.Where("status = ?", f.Status)
		if c.last != "" && f.Status != c.last {
			s.Where("status <> ?", c.last) // the condition of the index
		}
	}
	if c.HasCursor() {
		if err := c.Decode(c.key); err != nil {
			return nil, err
		}
		if c.Backward {
			s.Where("id > ?", c.id())
		} else {
			s.Where("id < ?", c.id())
		}
	}
	if c.Backward {
		s.OrderExpr("id ASC")
	} else {
		s.OrderExpr("id DESC")
	}
	return rows, s.Scan(ctx)
}
