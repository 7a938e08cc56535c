package seller

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
)

// selectStaleSellers returns the sellers of whose members one is to be disabled,
// or is to be told of and was not since an instant.
func selectStaleSellers(ctx context.Context, q db.Querier, stale, idle, told time.Time) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Member)(nil)).ColumnExpr("DISTINCT m.seller_id").
		Join("JOIN accounts AS a ON a.id = m.account_id").
		Join("JOIN sellers AS s ON s.id = m.seller_id").
		Join("LEFT JOIN access_reviews AS r ON r.subject = m.seller_id").
		Where("m.disabled_at IS NULL").Where("s.status IN ('APPROVED', 'SUSPENDED')").
		Where("("+idleExpr+") <= ?", stale).
		Where("(("+idleExpr+") <= ? OR r.told_at IS NULL OR r.told_at <= ?)", idle, told).
		OrderExpr("m.seller_id").Scan(ctx, &ids)
	return ids, err
}

// staleMember is a member with since when they have not signed in.
type staleMember struct {
	Member    `bun:",extend"`
	IdleSince time.Time `bun:",scanonly"`
}

func selectStaleMembers(ctx context.Context, tx db.Tx, sellerID ID, stale time.Time) ([]*staleMember, error) {
	var members []*staleMember
	err := tx.NewSelect().Model(&members).ColumnExpr("m.*").ColumnExpr("("+idleExpr+") AS idle_since").
		Join("JOIN accounts AS a ON a.id = m.account_id").
		Where("m.seller_id = ?", sellerID).Where("m.disabled_at IS NULL").Where("("+idleExpr+") <= ?", stale).
		OrderExpr("m.id").Scan(ctx)
	return members, err
}
