package payout

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

func insertPolicy(ctx context.Context, tx db.Tx, p *SellerPolicy) error {
	_, err := tx.NewInsert().Model(p).Exec(ctx)
	return err
}

// selectPolicyAt returns the version of a seller's policy that holds at an
// instant; nil when there is none.
func selectPolicyAt(ctx context.Context, q db.Querier, of seller.ID, at time.Time) (*SellerPolicy, error) {
	p := new(SellerPolicy)
	err := q.NewSelect().Model(p).Where("seller_id = ? AND effective_at <= ?", of, at.UTC()).
		OrderExpr("effective_at DESC, id DESC").Limit(1).Scan(ctx)
	return noPolicy(p, err)
}

// selectPoliciesAt is selectPolicyAt for several sellers; those without a version
// are left out.
func selectPoliciesAt(ctx context.Context, q db.Querier, of []seller.ID, at time.Time) (map[seller.ID]*SellerPolicy, error) {
	var rows []*SellerPolicy
	found := map[seller.ID]*SellerPolicy{}
	if len(of) == 0 {
		return found, nil
	}
	err := q.NewSelect().Model(&rows).Where("seller_id IN (?) AND effective_at <= ?", bun.List(of), at.UTC()).
		OrderExpr("effective_at, id").Scan(ctx)
	for _, p := range rows {
		found[p.SellerID] = p // the latest is the last
	}
	return found, err
}

func selectPolicies(ctx context.Context, q db.Querier, of seller.ID) ([]*SellerPolicy, error) {
	rows := []*SellerPolicy{}
	err := q.NewSelect().Model(&rows).Where("seller_id = ?", of).OrderExpr("effective_at DESC, id DESC").Limit(100).Scan(ctx)
	return rows, err
}

// countSold counts what a seller was ever paid for, what of it since an instant,
// and the disputes since then.
func countSold(ctx context.Context, q db.Querier, of seller.ID, since time.Time) (orders, recent, disputed int64, err error) {
	if orders, err = q.NewSelect().Model((*Release)(nil)).Where("rel.seller_id = ?", of).Count(ctx); err != nil {
		return 0, 0, 0, err
	}
	if recent, err = q.NewSelect().Model((*Release)(nil)).Where("rel.seller_id = ? AND rel.created_at >= ?", of, since).Count(ctx); err != nil {
		return 0, 0, 0, err
	}
	err = q.NewSelect().Model((*Recovery)(nil)).ColumnExpr("COUNT(DISTINCT rcv.cause_id)").
		Where("rcv.seller_id = ? AND rcv.cause = ? AND rcv.created_at >= ?", of, CauseDispute, since).Scan(ctx, &disputed)
	return orders, recent, disputed, err
}

func updateTerms(ctx context.Context, tx db.Tx, r *Release) error {
	_, err := tx.NewUpdate().Model(r).
		Column("hold_from", "hold_s", "reserve_basis_points", "reserve_s", "release_at").WherePK().Exec(ctx)
	return err
}

// freezes is the condition that a recovery keeps the money of its seller order: as long as
// a dispute is open, and as long as a refund that has cancelled the seller order can still
// end without giving anything back, for it is to be sent then.
func freezes(alias string) string {
	return "(" + alias + ".status = 'FROZEN' OR " + alias + ".status = 'WAITING' AND EXISTS " +
		"(SELECT 1 FROM seller_orders s WHERE s.id = " + alias + ".seller_order_id AND s.status = 'CANCELLED'))"
}

// notFrozen is the condition that no recovery freezes the seller order of a row, and
// nobody has to decide about a warning of fraud.
func notFrozen(alias string) string {
	return "NOT EXISTS (SELECT 1 FROM recoveries k WHERE k.seller_order_id = " + alias + ".seller_order_id AND " + freezes("k") + ") " +
		"AND NOT EXISTS (SELECT 1 FROM releases r WHERE r.seller_order_id = " + alias + ".seller_order_id AND r.is_warned)"
}

// isDisputed says of a release whether something of it is kept for a dispute.
const isDisputed = "EXISTS (SELECT 1 FROM recoveries k WHERE k.seller_order_id = rel.seller_order_id AND k.status = 'FROZEN') AS is_disputed"

// isFrozen reports whether a release is frozen by a recovery, warned of or held back by
// itself.
func isFrozen(ctx context.Context, q db.Querier, r *Release, now time.Time) (bool, error) {
	if r.IsWarned {
		return true, nil
	}
	if held, err := isOrderHeld(ctx, q, r.SellerOrderID, now); err != nil || held {
		return held, err
	}
	return q.NewSelect().Model((*Recovery)(nil)).Where("rcv.seller_order_id = ?", r.SellerOrderID).Where(freezes("rcv")).Exists(ctx)
}

// updateWarned notes whether the releases of an order wait for a decision, and
// returns how many there are.
func updateWarned(ctx context.Context, tx db.Tx, orderID order.ID, warned bool) (int64, error) {
	res, err := tx.NewUpdate().Model((*Release)(nil)).Set("is_warned = ?", warned).Where("order_id = ?", orderID).Exec(ctx)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func insertReserve(ctx context.Context, tx db.Tx, v *Reserve) error {
	_, err := tx.NewInsert().Model(v).Exec(ctx)
	return err
}

func updateReserve(ctx context.Context, tx db.Tx, v *Reserve) error {
	_, err := tx.NewUpdate().Model(v).Column("used_minor", "settled_at").WherePK().Exec(ctx)
	return err
}

func lockReserveOf(ctx context.Context, tx db.Tx, releaseID ReleaseID) (*Reserve, error) {
	v := new(Reserve)
	err := db.ForUpdate(tx.NewSelect().Model(v).Where("release_id = ?", releaseID)).Scan(ctx)
	return v, err
}

func lockReserves(ctx context.Context, tx db.Tx, of seller.ID, c money.Currency) ([]*Reserve, error) {
	var rows []*Reserve
	err := db.ForUpdate(tx.NewSelect().Model(&rows).
		Where("seller_id = ? AND currency = ? AND settled_at IS NULL AND used_minor < amount_minor", of, c).OrderExpr("id")).Scan(ctx)
	return rows, err
}

func selectMature(ctx context.Context, q db.Querier, now time.Time, limit int64) ([]ReleaseID, error) {
	var ids []ReleaseID
	err := notHeldBack(q.NewSelect().Model((*Reserve)(nil)), "rsv", now).Column("release_id").
		Where("settled_at IS NULL AND due_at <= ?", now).Where(notFrozen("rsv")).
		OrderExpr("due_at, id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}
