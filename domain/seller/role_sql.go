package seller

import (
	"context"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
)

func insertRole(ctx context.Context, tx db.Tx, r *CustomRole) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

func updateRole(ctx context.Context, tx db.Tx, r *CustomRole) error {
	_, err := tx.NewUpdate().Model(r).WherePK().Exec(ctx)
	return err
}

// selectRole returns a role that was not deleted.
func selectRole(ctx context.Context, q db.Querier, sellerID ID, roleID RoleID) (*CustomRole, error) {
	r := new(CustomRole)
	err := q.NewSelect().Model(r).Where("sr.id = ?", roleID).Where("sr.seller_id = ?", sellerID).Where("sr.deleted_at IS NULL").Scan(ctx)
	return r, err
}

func countRoles(ctx context.Context, tx db.Tx, sellerID ID) (int64, error) {
	return tx.NewSelect().Model((*CustomRole)(nil)).Where("sr.seller_id = ?", sellerID).Where("sr.deleted_at IS NULL").Count(ctx)
}

func selectRoles(ctx context.Context, q db.Querier, ids []RoleID) ([]*CustomRole, error) {
	var roles []*CustomRole
	err := q.NewSelect().Model(&roles).Where("sr.id IN (?)", bun.List(ids)).Scan(ctx)
	return roles, err
}

// roleQuery is one page of the roles that a seller has made.
type roleQuery struct {
	sellerID ID
	search   string // folded; empty for any name
	window   page.Window
	from     RoleID
}

func selectRolesPage(ctx context.Context, q db.Querier, want roleQuery) ([]*CustomRole, error) {
	var roles []*CustomRole
	sel := q.NewSelect().Model(&roles).Limit(want.window.Limit()).Where("sr.seller_id = ?", want.sellerID).Where("sr.deleted_at IS NULL")
	if want.search != "" {
		sel.Where(`sr.name_folded LIKE ? ESCAPE '\'`, "%"+likeEscaper().Replace(want.search)+"%")
	}
	paged(sel, "sr", want.window, string(want.from))
	err := sel.Scan(ctx)
	return roles, err
}

// paged cuts a page out of a list that is the newest first.
func paged(sel *bun.SelectQuery, alias string, w page.Window, from string) {
	compare, order := alias+".id < ?", alias+".id DESC"
	if w.Backward {
		compare, order = alias+".id > ?", alias+".id ASC"
	}
	if w.HasCursor() {
		sel.Where(compare, from)
	}
	sel.OrderExpr(order)
}

// roleCount is how many members have a role.
type roleCount struct {
	RoleID RoleID
	Number int64
}

func countHolders(ctx context.Context, q db.Querier, ids []RoleID) ([]roleCount, error) {
	var counts []roleCount
	err := q.NewSelect().Model((*Member)(nil)).ColumnExpr("m.role_id, COUNT(*) AS number").
		Where("m.role_id IN (?)", bun.List(ids)).GroupExpr("m.role_id").Scan(ctx, &counts)
	return counts, err
}
