package notification

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

// pruneBatch is how many rows one unit removes, so that none holds locks long.
const pruneBatch = 1000

// insertNotifications returns which of them are new: the accounts of the others were
// told by the same mail before.
func insertNotifications(ctx context.Context, tx db.Tx, notes []*Notification) (isNew map[ID]bool, err error) {
	if len(notes) == 0 {
		return nil, nil //nolint:nilnil // nothing is new of nothing
	}
	var ids []ID
	_, err = tx.NewInsert().Model(&notes).On("CONFLICT (mail_id, account_id) DO NOTHING").Returning("id").Exec(ctx, &ids)
	isNew = make(map[ID]bool, len(ids))
	for _, n := range ids {
		isNew[n] = true
	}
	return isNew, err
}

func selectNotifications(ctx context.Context, q db.Querier, by actor.Actor, f Filter, w page.Window) ([]*Notification, error) {
	var rows []*Notification
	s := q.NewSelect().Model(&rows).Where("account_id = ?", by.AccountID).Where("hat = ?", wornBy(by)).Limit(w.Limit())
	if f.IsRead != nil && *f.IsRead {
		s.Where("read_at IS NOT NULL")
	}
	if f.IsRead != nil && !*f.IsRead {
		s.Where("read_at IS NULL")
	}
	op, order := "<", "DESC"
	if w.Backward {
		op, order = ">", "ASC"
	}
	if w.HasCursor() {
		var k boxKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("id "+op+" ?", k.ID)
	}
	return rows, s.OrderExpr("id " + order).Scan(ctx)
}

// updateOwner says who a guest, who was told something, has turned out to be.
func updateOwner(ctx context.Context, tx db.Tx, from, to identity.AccountID) error {
	_, err := tx.NewUpdate().Model((*Notification)(nil)).Set("account_id = ?", to).Where("account_id = ?", from).Exec(ctx)
	return err
}

func selectNotification(ctx context.Context, q db.Querier, by actor.Actor, which ID) (*Notification, error) {
	n := new(Notification)
	err := q.NewSelect().Model(n).Where("id = ?", which).Where("account_id = ?", by.AccountID).Where("hat = ?", wornBy(by)).Scan(ctx)
	return n, err
}

func selectOwn(ctx context.Context, q db.Querier, by actor.Actor, ids []ID) ([]*Notification, error) {
	var rows []*Notification
	err := q.NewSelect().Model(&rows).Where("account_id = ?", by.AccountID).Where("hat = ?", wornBy(by)).Where("id IN (?)", bun.List(ids)).Scan(ctx)
	return rows, err
}

func countUnread(ctx context.Context, q db.Querier, by actor.Actor) (int64, error) {
	return q.NewSelect().Model((*Notification)(nil)).Where("account_id = ?", by.AccountID).Where("hat = ?", wornBy(by)).
		Where("read_at IS NULL").Count(ctx)
}

func countOwn(ctx context.Context, q db.Querier, by actor.Actor, ids []ID) (int64, error) {
	return q.NewSelect().Model((*Notification)(nil)).Where("account_id = ?", by.AccountID).Where("hat = ?", wornBy(by)).
		Where("id IN (?)", bun.List(ids)).Count(ctx)
}

// markRead marks some of the actor's.
func markRead(ctx context.Context, tx db.Tx, by actor.Actor, ids []ID) error {
	_, err := unread(tx, by).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}

// markAllRead marks all of the actor's.
func markAllRead(ctx context.Context, tx db.Tx, by actor.Actor) error {
	_, err := unread(tx, by).Exec(ctx)
	return err
}

// unread begins to mark what the actor has not read under the hat that they wear.
func unread(tx db.Tx, by actor.Actor) *bun.UpdateQuery {
	return tx.NewUpdate().Model((*Notification)(nil)).Set("read_at = ?", tx.Now()).Where("account_id = ?", by.AccountID).
		Where("hat = ?", wornBy(by)).Where("read_at IS NULL")
}

func deleteNotifications(ctx context.Context, tx db.Tx, before time.Time) (int64, error) {
	var ids []ID
	err := tx.NewSelect().Model((*Notification)(nil)).Column("id").Where("created_at < ?", before).Limit(pruneBatch).Scan(ctx, &ids)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	_, err = tx.NewDelete().Model((*Notification)(nil)).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return int64(len(ids)), err
}

func selectPreferences(ctx context.Context, q db.Querier, accounts []identity.AccountID) ([]*Preference, error) {
	var rows []*Preference
	if len(accounts) == 0 {
		return nil, nil
	}
	err := q.NewSelect().Model(&rows).Where("account_id IN (?)", bun.List(accounts)).Scan(ctx)
	return rows, err
}

func upsertPreference(ctx context.Context, tx db.Tx, p *Preference) error {
	_, err := tx.NewInsert().Model(p).
		On("CONFLICT (account_id, kind) DO UPDATE SET in_app = excluded.in_app, by_mail = excluded.by_mail, updated_at = excluded.updated_at").
		Exec(ctx)
	return err
}
