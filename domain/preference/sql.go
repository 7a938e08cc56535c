package preference

import (
	"context"
	"errors"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/identity"
)

// lockAccount makes other units that change what the account prefers wait.
func lockAccount(ctx context.Context, tx db.Tx, account identity.AccountID) error {
	var found string
	return db.ForUpdate(tx.NewSelect().Table("accounts").Column("id").Where("id = ?", account)).Scan(ctx, &found)
}

// selectPreferences returns nil when nothing was chosen.
func selectPreferences(ctx context.Context, q db.Querier, account identity.AccountID) (*Preferences, error) {
	p := new(Preferences)
	err := q.NewSelect().Model(p).Where("account_id = ?", account).Scan(ctx)
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil
	}
	return p, err
}

func upsertPreferences(ctx context.Context, tx db.Tx, p *Preferences) error {
	_, err := tx.NewInsert().Model(p).
		On("CONFLICT (account_id) DO UPDATE SET language = excluded.language, time_zone = excluded.time_zone, theme = excluded.theme, " +
			"has_shortcuts = excluded.has_shortcuts, updated_at = excluded.updated_at").
		Exec(ctx)
	return err
}

func (o owner) only(q *bun.SelectQuery) *bun.SelectQuery {
	return q.Where("account_id = ?", o.account).Where("hat = ?", o.hat)
}

func selectViews(ctx context.Context, q db.Querier, o owner, page string) ([]*View, error) {
	views := []*View{}
	err := o.only(q.NewSelect().Model(&views)).Where("page = ?", page).OrderExpr("id").Limit(ViewsMax).Scan(ctx)
	return views, err
}

func selectView(ctx context.Context, q db.Querier, o owner, which ViewID) (*View, error) {
	v := new(View)
	err := o.only(q.NewSelect().Model(v)).Where("id = ?", which).Scan(ctx)
	return v, err
}

func selectViewsByIDs(ctx context.Context, q db.Querier, o owner, ids []ViewID) ([]*View, error) {
	var views []*View
	err := o.only(q.NewSelect().Model(&views)).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return views, err
}

func countViews(ctx context.Context, q db.Querier, o owner, page string) (int64, error) {
	return o.only(q.NewSelect().Model((*View)(nil))).Where("page = ?", page).Count(ctx)
}

func clearDefault(ctx context.Context, tx db.Tx, o owner, page string) error {
	_, err := tx.NewUpdate().Model((*View)(nil)).Set("is_default = ?", false).
		Where("account_id = ?", o.account).Where("hat = ?", o.hat).Where("page = ?", page).Where("is_default = ?", true).Exec(ctx)
	return err
}

func upsertView(ctx context.Context, tx db.Tx, v *View) error {
	_, err := tx.NewInsert().Model(v).
		On("CONFLICT (id) DO UPDATE SET name = excluded.name, name_folded = excluded.name_folded, search = excluded.search, " +
			"is_default = excluded.is_default, updated_at = excluded.updated_at").
		Exec(ctx)
	return err
}

func deleteView(ctx context.Context, tx db.Tx, o owner, which ViewID) (bool, error) {
	res, err := tx.NewDelete().Model((*View)(nil)).Where("account_id = ?", o.account).Where("hat = ?", o.hat).Where("id = ?", which).Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
}
