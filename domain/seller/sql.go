package seller

import (
	"context"
	"fmt"
	"strings"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/search"
)

// slugTries is how many readable endings are tried before a random one.
const slugTries = 20

// insertWithSlug inserts a seller under the first free slug of "mill",
// "mill-2", "mill-3", … and sets it. Two that want the same at once do not
// fail: the database lets the second wait for the first, and then try the next.
func insertWithSlug(ctx context.Context, tx db.Tx, s *Seller) error {
	base := s.Slug
	for n := 2; ; n++ {
		res, err := tx.NewInsert().Model(s).On("CONFLICT (slug) DO NOTHING").Exec(ctx)
		if err != nil {
			return fmt.Errorf("insert seller: %w", err)
		}
		inserted, err := res.RowsAffected()
		if err != nil {
			return err
		}
		if inserted == 1 {
			return search.PutTx(ctx, tx, s.entry())
		}
		if n > slugTries {
			s.Slug = base + "-" + strings.TrimPrefix(id.New[string]("x"), "x_")
			continue
		}
		s.Slug = fmt.Sprintf("%s-%d", base, n)
	}
}

func selectSeller(ctx context.Context, q db.Querier, sellerID ID) (*Seller, error) {
	s := new(Seller)
	err := q.NewSelect().Model(s).Where("id = ?", sellerID).Scan(ctx)
	return s, err
}

func selectSellerBySlug(ctx context.Context, q db.Querier, slug string) (*Seller, error) {
	s := new(Seller)
	err := q.NewSelect().Model(s).Where("slug = ?", slug).Scan(ctx)
	return s, err
}

func selectPlatform(ctx context.Context, q db.Querier) (*Seller, error) {
	s := new(Seller)
	err := q.NewSelect().Model(s).Where("is_platform").Scan(ctx)
	return s, err
}

func selectSellers(ctx context.Context, q db.Querier, ids []ID) ([]*Seller, error) {
	var sellers []*Seller
	err := q.NewSelect().Model(&sellers).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return sellers, err
}

func selectSelling(ctx context.Context, q db.Querier, ids []ID) ([]ID, error) {
	var open []ID
	err := q.NewSelect().Model((*Seller)(nil)).Column("id").
		Where("id IN (?) AND status = ?", bun.List(ids), StatusApproved).Scan(ctx, &open)
	return open, err
}

// query is one page of the operators' list.
type query struct {
	status *Status
	search string // folded; empty for any name
	// country is where they are; nil for anywhere.
	country       *string
	isOldestFirst bool
	window        page.Window
	from          ID // where the page begins; empty at the end of the list
}

func selectSellersPage(ctx context.Context, q db.Querier, want query) ([]*Seller, error) {
	var sellers []*Seller
	sel := q.NewSelect().Model(&sellers).Limit(want.window.Limit())
	want.narrow(sel)
	err := sel.Scan(ctx)
	return sellers, err
}

func countSellers(ctx context.Context, q db.Querier, want query, atMost int64) (int64, error) {
	want.window, want.from = page.Window{}, ""
	sel := q.NewSelect().Model((*Seller)(nil)).ColumnExpr("1")
	want.narrow(sel)
	return db.CountUpTo(ctx, q, sel, atMost)
}

// narrow leaves the page that is wanted, in its order.
func (want query) narrow(sel *bun.SelectQuery) {
	if want.status != nil {
		sel.Where("status = ?", *want.status)
	}
	if want.search != "" {
		sel.Where(`name_folded LIKE ? ESCAPE '\'`, "%"+likeEscaper().Replace(want.search)+"%")
	}
	if want.country != nil {
		sel.Where("country = ?", *want.country)
	}
	compare, order := "id < ?", "id DESC"
	if want.window.Backward != want.isOldestFirst {
		compare, order = "id > ?", "id ASC"
	}
	if want.window.HasCursor() {
		sel.Where(compare, want.from)
	}
	sel.OrderExpr(order)
}

func likeEscaper() *strings.Replacer { return strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`) }

func lockSeller(ctx context.Context, tx db.Tx, sellerID ID) (*Seller, error) {
	s := new(Seller)
	err := db.ForUpdate(tx.NewSelect().Model(s).Where("id = ?", sellerID)).Scan(ctx)
	return s, err
}

func updateSeller(ctx context.Context, tx db.Tx, s *Seller) error {
	_, err := tx.NewUpdate().Model(s).WherePK().Exec(ctx)
	return err
}

// hasApplication reports whether an application waits of which the account is
// the owner.
func hasApplication(ctx context.Context, tx db.Tx, accountID identity.AccountID) (bool, error) {
	return tx.NewSelect().TableExpr("sellers AS s").
		Join("JOIN seller_members AS m ON m.seller_id = s.id").
		Where("m.account_id = ?", accountID).Where("m.role = ?", RoleOwner).
		Where("s.status = ?", StatusApplied).Exists(ctx)
}

func selectSellersOf(ctx context.Context, q db.Querier, accountID identity.AccountID) ([]ID, error) {
	var ids []ID
	err := q.NewSelect().Model((*Member)(nil)).Column("seller_id").Where("account_id = ?", accountID).Order("seller_id").Scan(ctx, &ids)
	return ids, err
}

// joined is a membership with its seller.
type joined struct {
	Member
	Seller *Seller
	Custom *CustomRole // nil unless the role is one of the seller's own
}

func selectJoined(ctx context.Context, q db.Querier, accountID identity.AccountID) ([]*joined, error) {
	var members []*Member
	err := q.NewSelect().Model(&members).Where("m.account_id = ?", accountID).Where("m.disabled_at IS NULL").OrderExpr("m.id").Limit(page.MaxSize).Scan(ctx)
	if err != nil || len(members) == 0 {
		return nil, err
	}
	ids := make([]ID, len(members))
	for i, m := range members {
		ids[i] = m.SellerID
	}
	sellers, err := selectSellers(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	byID := map[ID]*Seller{}
	for _, s := range sellers {
		byID[s.ID] = s
	}
	all, custom := make([]*joined, len(members)), []RoleID{}
	for i, m := range members {
		all[i] = &joined{Member: *m, Seller: byID[m.SellerID]}
		if m.RoleID != nil {
			custom = append(custom, *m.RoleID)
		}
	}
	if len(custom) == 0 {
		return all, nil
	}
	roles, err := selectRoles(ctx, q, custom)
	for _, r := range roles {
		for _, j := range all {
			if j.RoleID != nil && *j.RoleID == r.ID {
				j.Custom = r
			}
		}
	}
	return all, err
}
