package operator

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

// lockAdmins holds the accounts of all administrators, in the order of their
// ids; also of those who may not act, since they may be let in again at the same time.
func lockAdmins(ctx context.Context, tx db.Tx) ([]*identity.Account, error) {
	var admins []*identity.Account
	err := db.ForUpdate(tx.NewSelect().Model(&admins).Where("operator_role = ?", identity.OperatorAdmin).OrderExpr("id")).Scan(ctx)
	return admins, err
}

func selectPage(ctx context.Context, q db.Querier, f Filter, w page.Window, from identity.AccountID) ([]*Operator, error) {
	var rows []*Operator
	s := q.NewSelect().TableExpr("accounts AS a").ColumnExpr("a.id AS account_id, a.operator_role AS role").
		Where("a.operator_role IS NOT NULL").Limit(w.Limit())
	if f.Role != nil {
		s.Where("a.operator_role = ?", *f.Role)
	}
	compare, order := "a.id > ?", "a.id ASC"
	if w.Backward {
		compare, order = "a.id < ?", "a.id DESC"
	}
	if w.HasCursor() {
		s.Where(compare, from)
	}
	err := s.OrderExpr(order).Scan(ctx, &rows)
	return rows, err
}
