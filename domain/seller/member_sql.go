package seller

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

func insertMember(ctx context.Context, tx db.Tx, m *Member) error {
	_, err := tx.NewInsert().Model(m).Exec(ctx)
	return err
}

func updateMember(ctx context.Context, tx db.Tx, m *Member) error {
	_, err := tx.NewUpdate().Model(m).WherePK().Exec(ctx)
	return err
}

// updateCharges writes the roles of members whose seller is locked.
func updateCharges(ctx context.Context, tx db.Tx, list []*Member) error {
	if len(list) == 0 {
		return nil
	}
	_, err := tx.NewUpdate().Model(&list).Column("role", "role_id").Bulk().Exec(ctx)
	return err
}

func deleteMember(ctx context.Context, tx db.Tx, memberID MemberID) error {
	_, err := tx.NewDelete().Model((*Member)(nil)).Where("id = ?", memberID).Exec(ctx)
	return err
}

func countMembers(ctx context.Context, tx db.Tx, sellerID ID) (int64, error) {
	return tx.NewSelect().Model((*Member)(nil)).Where("m.seller_id = ?", sellerID).Count(ctx)
}

// countOwners counts the owners who may act, without one of them.
func countOwners(ctx context.Context, tx db.Tx, sellerID ID, without MemberID) (int64, error) {
	return tx.NewSelect().Model((*Member)(nil)).Where("m.seller_id = ?", sellerID).Where("m.role = ?", RoleOwner).
		Where("m.disabled_at IS NULL").Where("m.id <> ?", without).Count(ctx)
}

func selectMembers(ctx context.Context, q db.Querier, ids []ID) ([]*Member, error) {
	var members []*Member
	err := q.NewSelect().Model(&members).Where("m.seller_id IN (?)", bun.List(ids)).OrderExpr("m.id").Scan(ctx)
	return members, err
}

// selectMembersOf reads what accounts are to a seller.
func selectMembersOf(ctx context.Context, q db.Querier, sellerID ID, accounts []identity.AccountID) ([]*Member, error) {
	var members []*Member
	err := q.NewSelect().Model(&members).Where("m.seller_id = ?", sellerID).Where("m.account_id IN (?)", bun.List(accounts)).Scan(ctx)
	return members, err
}

// selectSeen reads rows by their ids; an empty owner means whoever's they are.
func selectSeen[K ~string, V any](ctx context.Context, q db.Querier, owner ID, want seen[K, V]) ([]*V, error) {
	var rows []*V
	s := q.NewSelect().Model(&rows).Where("?.id IN (?)", bun.Ident(want.alias), bun.List(want.ids))
	if owner != "" {
		s.Where("?.seller_id = ?", bun.Ident(want.alias), owner)
	}
	return rows, s.Scan(ctx)
}

func selectMembershipsOf(ctx context.Context, q db.Querier, accounts []identity.AccountID) ([]*Member, error) {
	var members []*Member
	err := q.NewSelect().Model(&members).Where("m.account_id IN (?)", bun.List(accounts)).OrderExpr("m.id").Scan(ctx)
	return members, err
}

func selectMember(ctx context.Context, q db.Querier, sellerID ID, memberID MemberID) (*Member, error) {
	m := new(Member)
	err := q.NewSelect().Model(m).Where("m.id = ?", memberID).Where("m.seller_id = ?", sellerID).Scan(ctx)
	return m, err
}

func selectMembersWith(ctx context.Context, q db.Querier, roleID RoleID) ([]*Member, error) {
	var members []*Member
	err := q.NewSelect().Model(&members).Where("m.role_id = ?", roleID).OrderExpr("m.id").Scan(ctx)
	return members, err
}

func selectMembership(ctx context.Context, q db.Querier, accountID identity.AccountID, sellerID ID) (*Member, error) {
	m := new(Member)
	err := q.NewSelect().Model(m).Where("m.account_id = ?", accountID).Where("m.seller_id = ?", sellerID).Scan(ctx)
	return m, err
}

// isMemberByEmail reports whether somebody with an address is a member.
func isMemberByEmail(ctx context.Context, tx db.Tx, sellerID ID, folded string) (bool, error) {
	return tx.NewSelect().Model((*Member)(nil)).Join("JOIN accounts AS a ON a.id = m.account_id").
		Where("m.seller_id = ?", sellerID).Where("a.email_folded = ?", folded).Exists(ctx)
}

// memberQuery is one page of the members of a seller.
type memberQuery struct {
	sellerID ID
	filter   MemberFilter
	idle     time.Time // who has not signed in since counts as stale
	window   page.Window
	from     MemberID
}

func selectMembersPage(ctx context.Context, q db.Querier, want memberQuery) ([]*Member, error) {
	var members []*Member
	sel := q.NewSelect().Model(&members).Limit(want.window.Limit()).Where("m.seller_id = ?", want.sellerID)
	if r := want.filter.Role; r != nil {
		sel.Where("m.role = ?", *r)
	}
	if r := want.filter.RoleID; r != nil {
		sel.Where("m.role_id = ?", *r)
	}
	if e := want.filter.IsEnabled; e != nil {
		sel.Where("(m.disabled_at IS NULL) = ?", *e)
	}
	if stale := want.filter.IsStale; stale != nil {
		sel.Join("JOIN accounts AS a ON a.id = m.account_id").Where("("+idleExpr+" <= ?) = ?", want.idle, *stale)
	}
	paged(sel, "m", want.window, string(want.from))
	err := sel.Scan(ctx)
	return members, err
}

// idleExpr is since when a member m with the account a has not signed in: from
// the last sign-in, from joining, or from being let in again, whichever is last.
const idleExpr = `CASE
	WHEN m.enabled_at IS NOT NULL AND m.enabled_at >= m.created_at AND (a.signed_in_at IS NULL OR m.enabled_at >= a.signed_in_at) THEN m.enabled_at
	WHEN a.signed_in_at IS NOT NULL AND a.signed_in_at >= m.created_at THEN a.signed_in_at
	ELSE m.created_at END`

func hasOwnerWithFactor(ctx context.Context, q db.Querier, sellerID ID) (bool, error) {
	return q.NewSelect().TableExpr("seller_members AS m").Join("JOIN accounts AS a ON a.id = m.account_id").
		Where("m.seller_id = ?", sellerID).Where("m.role = ?", RoleOwner).Where("m.disabled_at IS NULL").Where("a.has_factor").Exists(ctx)
}
