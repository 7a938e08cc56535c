package seller

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

func selectNames(ctx context.Context, q db.Querier, after ID, limit int64) ([]*Seller, error) {
	var rows []*Seller
	err := q.NewSelect().Model(&rows).Where("id > ?", after).OrderExpr("id").Limit(limit).Scan(ctx)
	return rows, err
}

func selectOwnedBy(ctx context.Context, q db.Querier, email string, limit int64) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().TableExpr("accounts AS a").ColumnExpr("m.seller_id").
		Join("JOIN seller_members AS m ON m.account_id = a.id").
		Where("a.email_folded = ?", email).Where("m.role = ?", RoleOwner).
		OrderExpr("m.seller_id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}

// selectColleagues pages through the accounts of members and operators.
// hasColleague reports whether somebody acts for a seller or the platform.
func hasColleague(ctx context.Context, q db.Querier, accountID identity.AccountID) (bool, error) {
	return q.NewSelect().TableExpr("accounts AS a").Where("a.id = ?", accountID).
		Where("a.operator_role IS NOT NULL OR EXISTS (SELECT 1 FROM seller_members AS m WHERE m.account_id = a.id)").Exists(ctx)
}

func selectColleagues(ctx context.Context, q db.Querier, after identity.AccountID, limit int64) ([]identity.AccountID, error) {
	var ids []identity.AccountID
	err := q.NewSelect().TableExpr("accounts AS a").ColumnExpr("a.id").Where("a.id > ?", after).
		Where("a.operator_role IS NOT NULL OR EXISTS (SELECT 1 FROM seller_members AS m WHERE m.account_id = a.id)").
		OrderExpr("a.id").Limit(limit).Scan(ctx, &ids)
	return ids, err
}
