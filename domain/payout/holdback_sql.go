package payout

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// isStanding is the condition that a hold keeps money; its argument is now.
const isStanding = "(hld.until_at IS NULL OR hld.until_at > ?) AND NOT EXISTS (SELECT 1 FROM payout_hold_lifts l WHERE l.hold_id = hld.id)"

// notHeldBack is the condition that the seller order of a row is not held by itself.
func notHeldBack(q *bun.SelectQuery, alias string, now time.Time) *bun.SelectQuery {
	return q.Where("NOT EXISTS (SELECT 1 FROM payout_holds hld WHERE hld.seller_order_id = "+alias+".seller_order_id AND "+isStanding+")", now)
}

// isHeldBack says of a release whether a hold keeps it; its argument is now.
const isHeldBack = "EXISTS (SELECT 1 FROM payout_holds hld WHERE hld.seller_id = rel.seller_id " +
	"AND (hld.seller_order_id IS NULL OR hld.seller_order_id = rel.seller_order_id) AND " + isStanding + ") AS is_held_back"

func insertHold(ctx context.Context, tx db.Tx, h *Hold) error {
	_, err := tx.NewInsert().Model(h).Exec(ctx)
	return err
}

// insertLift writes the end of a hold, unless somebody else was faster.
func insertLift(ctx context.Context, tx db.Tx, v *holdLift) (first bool, err error) {
	res, err := tx.NewInsert().Model(v).On("CONFLICT (hold_id) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}

// withLift reads holds with what has ended them.
func withLift(q *bun.SelectQuery) *bun.SelectQuery {
	return q.ColumnExpr("?TableColumns").ColumnExpr("COALESCE(lft.reason, '') AS lift_reason, lft.lifted_at AS lifted_at").
		Join("LEFT JOIN payout_hold_lifts AS lft ON lft.hold_id = hld.id")
}

func selectHold(ctx context.Context, q db.Querier, holdID HoldID) (*Hold, error) {
	h := new(Hold)
	err := withLift(q.NewSelect().Model(h)).Where("hld.id = ?", holdID).Scan(ctx)
	return h, err
}

func selectHolds(ctx context.Context, q db.Querier, of seller.ID, now time.Time) ([]*Hold, error) {
	rows := []*Hold{}
	err := withLift(q.NewSelect().Model(&rows)).Where("hld.seller_id = ?", of).
		OrderExpr("CASE WHEN lft.hold_id IS NULL AND (hld.until_at IS NULL OR hld.until_at > ?) THEN 0 ELSE 1 END, hld.id DESC", now).
		Limit(holdsMax).Scan(ctx)
	return rows, err
}

// selectStanding returns the holds of a seller, and of its orders, that stand.
func selectStanding(ctx context.Context, q db.Querier, of seller.ID, now time.Time) ([]*Hold, error) {
	var rows []*Hold
	err := q.NewSelect().Model(&rows).Where("hld.seller_id = ?", of).Where(isStanding, now).OrderExpr("hld.id").Limit(holdsMax).Scan(ctx)
	return rows, err
}

// selectSellersHeld returns the holds that stand of all the money of sellers.
func selectSellersHeld(ctx context.Context, q db.Querier, sellers []seller.ID, now time.Time) (map[seller.ID][]*Hold, error) {
	var rows []*Hold
	err := q.NewSelect().Model(&rows).Where("hld.seller_id IN (?) AND hld.seller_order_id IS NULL", bun.List(sellers)).
		Where(isStanding, now).OrderExpr("hld.id").Scan(ctx)
	found := map[seller.ID][]*Hold{}
	for _, h := range rows {
		found[h.SellerID] = append(found[h.SellerID], h)
	}
	return found, err
}

func isOrderHeld(ctx context.Context, q db.Querier, partID order.SellerOrderID, now time.Time) (bool, error) {
	if partID == "" {
		return false, nil
	}
	return q.NewSelect().Model((*Hold)(nil)).Where("hld.seller_order_id = ?", partID).Where(isStanding, now).Exists(ctx)
}

func selectSellerOf(ctx context.Context, q db.Querier, partID order.SellerOrderID) (seller.ID, error) {
	var owner seller.ID
	err := q.NewSelect().Model((*order.SellerOrder)(nil)).Column("seller_id").Where("id = ?", partID).Scan(ctx, &owner)
	return owner, err
}

func selectReleaseOfPart(ctx context.Context, q db.Querier, partID order.SellerOrderID) (*Release, error) {
	r := new(Release)
	err := q.NewSelect().Model(r).Where("seller_order_id = ?", partID).Scan(ctx)
	return r, err
}

// keepSeller lets nobody lock a seller until the unit ends. Others may do the same.
func keepSeller(ctx context.Context, tx db.Tx, of seller.ID) error {
	var found string
	return db.ForShare(tx.NewSelect().TableExpr("sellers AS s").ColumnExpr("s.id").Where("s.id = ?", of)).Scan(ctx, &found)
}
