package payout

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// selectIdleSince returns when something of a currency left an account last, or
// came into it first when nothing ever left; nil when nothing ever came.
func selectIdleSince(ctx context.Context, q db.Querier, a *Account, c money.Currency) (*time.Time, error) {
	var at []time.Time
	err := q.NewSelect().Model((*Payout)(nil)).Column("created_at").
		Where("account_id = ? AND currency = ? AND status NOT IN (?)", a.ID, c, bun.List([]Status{StatusFailed, StatusCancelled})).
		OrderExpr("created_at DESC").Limit(1).Scan(ctx, &at)
	if err == nil && len(at) == 0 {
		err = q.NewSelect().Model((*Transfer)(nil)).Column("created_at").
			Where("seller_id = ? AND currency = ? AND status = ?", a.SellerID, c, TransferSucceeded).
			OrderExpr("created_at").Limit(1).Scan(ctx, &at)
	}
	if err != nil || len(at) == 0 {
		return nil, err
	}
	return &at[0], nil
}

func selectStuckFees(ctx context.Context, q db.Querier, before time.Time, limit int64) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Payout)(nil)).Column("id").
		Where("fee_status IN (?)", bun.List(openFees())). // in the words of the index, for SQLite
		Where("(status = ? OR fee_status = ?) AND checked_at < ?", StatusPaid, FeeSending, before).
		Where(reachable, cutOff).Limit(limit).Scan(ctx, &ids)
	return ids, err
}

func lockReleased(ctx context.Context, tx db.Tx, of seller.ID, c money.Currency) ([]*Release, error) {
	var rows []*Release
	err := db.ForUpdate(tx.NewSelect().Model(&rows).
		Where("seller_id = ? AND currency = ? AND status = ?", of, c, ReleaseReleased).OrderExpr("id")).Scan(ctx)
	return rows, err
}

func insertManual(ctx context.Context, tx db.Tx, m *Manual) error {
	_, err := tx.NewInsert().Model(m).Exec(ctx)
	return err
}

func selectManuals(ctx context.Context, q db.Querier, of seller.ID) ([]*Manual, error) {
	rows := []*Manual{}
	err := q.NewSelect().Model(&rows).Where("seller_id = ?", of).OrderExpr("id DESC").Limit(100).Scan(ctx)
	return rows, err
}
