package audit

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func lockHead(ctx context.Context, tx db.Tx) (*head, error) {
	h := new(head)
	err := db.ForUpdate(tx.NewSelect().Model(h).Where("id = 1")).Scan(ctx)
	return h, err
}

func selectHead(ctx context.Context, q db.Querier) (*head, error) {
	h := new(head)
	err := q.NewSelect().Model(h).Where("id = 1").Scan(ctx)
	return h, err
}

func insertEntries(ctx context.Context, tx db.Tx, entries []*Entry) error {
	_, err := tx.NewInsert().Model(&entries).Exec(db.Later(ctx))
	return err
}

func moveHead(ctx context.Context, tx db.Tx, to *head) error {
	_, err := tx.NewUpdate().Model((*head)(nil)).Set("seq = ?", to.Seq).Set("hash = ?", to.Hash).Where("id = 1").Exec(db.Later(ctx))
	return err
}

func selectAfter(ctx context.Context, q db.Querier, seq, limit int64) ([]*Entry, error) {
	var rows []*Entry
	err := q.NewSelect().Model(&rows).Where("ae.seq > ?", seq).OrderExpr("ae.seq").Limit(limit).Scan(ctx)
	return rows, err
}

// selectUnrecorded finds events that should be on record since an instant and
// are not.
func selectUnrecorded(ctx context.Context, q db.Querier, names []string, before time.Time) ([]event.ID, error) {
	var ids []event.ID
	err := q.NewSelect().TableExpr("outbox AS o").ColumnExpr("o.id").
		Where("o.name IN (?)", bun.List(names)).Where("o.created_at < ?", before).
		Where("o.created_at >= (SELECT MIN(ae.at) FROM audit_entries AS ae)").
		Where("NOT EXISTS (SELECT 1 FROM audit_entries AS ae WHERE ae.event_id = o.id)").
		OrderExpr("o.id").Scan(ctx, &ids)
	return ids, err
}

func selectPage(ctx context.Context, q db.Querier, owner seller.ID, f Filter, w page.Window) ([]*Entry, error) {
	var rows []*Entry
	s := q.NewSelect().Model(&rows).Limit(w.Limit())
	f.narrow(s, owner)
	op, order := "<", "DESC"
	if w.Backward {
		op, order = ">", "ASC"
	}
	if w.HasCursor() {
		var k entryKey
		if err := w.Decode(&k); err != nil {
			return nil, err
		}
		s.Where("ae.seq "+op+" ?", k.Seq)
	}
	return rows, s.OrderExpr("ae.seq " + order).Scan(ctx)
}

// selectSeen reads entries by their ids; an empty owner means whomever they are about.
func selectSeen(ctx context.Context, q db.Querier, owner seller.ID, ids []ID) ([]*Entry, error) {
	var rows []*Entry
	s := q.NewSelect().Model(&rows).Where("ae.id IN (?)", bun.List(ids))
	Filter{}.narrow(s, owner)
	return rows, s.Scan(ctx)
}

// selectHash returns the hash of an entry, or db.ErrNotFound.
func selectHash(ctx context.Context, q db.Querier, seq int64) (string, error) {
	var hash string
	err := q.NewSelect().Model((*Entry)(nil)).Column("hash").Where("ae.seq = ?", seq).Scan(ctx, &hash)
	return hash, err
}

// narrow adds the conditions of the filter.
func (f Filter) narrow(s *bun.SelectQuery, owner seller.ID) {
	if owner != "" {
		s.Where("ae.seller_id = ?", owner)
	}
	if f.ActorID != nil {
		s.Where("ae.actor_id = ?", *f.ActorID)
		if f.own { // by the presence of an entry a member must not learn who of the platform acted
			s.Where("ae.acting_for = ?", owner)
		}
	}
	if f.Subject != nil {
		s.Where("ae.subject = ?", *f.Subject)
	}
	if f.Kind != nil {
		s.Where("ae.kind = ?", *f.Kind)
	}
	if f.Since != nil {
		s.Where("ae.at >= ?", f.Since.UTC())
	}
	if f.Until != nil {
		s.Where("ae.at < ?", f.Until.UTC())
	}
	if f.Text != nil {
		s.WhereGroup(" AND ", func(s *bun.SelectQuery) *bun.SelectQuery {
			for _, column := range []string{"kind", "subject", "before_text", "after_text"} {
				for _, like := range patterns(*f.Text) {
					s.WhereOr(`LOWER(ae.`+column+`) LIKE ? ESCAPE '\'`, like)
				}
			}
			return s
		})
	}
}

// patterns are what finds a text in what is kept as JSON. The databases do not
// agree about small letters beyond a–z, so those are looked for as written too.
func patterns(text string) []string {
	written, err := json.Marshal(text)
	if err != nil {
		panic("audit: a text does not encode: " + err.Error())
	}
	text = string(written[1 : len(written)-1])
	ascii := strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
	list := []string{ascii}
	if folded := strings.ToLower(text); folded != ascii {
		list = append(list, folded)
	}
	for i := range list {
		list[i] = "%" + strings.NewReplacer(`\`, `\\`, "%", `\%`, "_", `\_`).Replace(list[i]) + "%"
	}
	return list
}

// ofFile narrows to what belongs in a file.
func (f Filter) ofFile(s *bun.SelectQuery, upto int64) *bun.SelectQuery {
	owner := seller.ID("")
	if f.SellerID != nil {
		owner = *f.SellerID
	}
	f.narrow(s, owner)
	return s.Where("ae.seq <= ?", upto)
}

func countUpto(ctx context.Context, q db.Querier, f Filter, upto int64) (int64, error) {
	return f.ofFile(q.NewSelect().Model((*Entry)(nil)), upto).Count(ctx)
}

func selectBetween(ctx context.Context, q db.Querier, f Filter, at place, limit int64) ([]*Entry, error) {
	var rows []*Entry
	s := f.ofFile(q.NewSelect().Model(&rows), at.Upto).Where("ae.seq > ?", at.After)
	return rows, s.OrderExpr("ae.seq").Limit(limit).Scan(ctx)
}

// selectCheckpoints reads all checkpoints, oldest first.
func selectCheckpoints(ctx context.Context, q db.Querier) ([]*Checkpoint, error) {
	var all []*Checkpoint
	err := q.NewSelect().Model(&all).OrderExpr("acp.seq").Scan(ctx)
	return all, err
}

func countEntriesUpto(ctx context.Context, q db.Querier, seq int64) (int64, error) {
	return q.NewSelect().Model((*Entry)(nil)).Where("ae.seq <= ?", seq).Count(ctx)
}

// removeUpto writes a checkpoint and deletes what is behind it, in this order:
// the database lets nothing else be deleted.
func removeUpto(ctx context.Context, tx db.Tx, c *Checkpoint) error {
	if _, err := tx.NewInsert().Model(c).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewDelete().Model((*Entry)(nil)).Where("ae.seq <= ?", c.Seq).Exec(ctx)
	return err
}

// selectSealed reads the entries in which something is encrypted about somebody.
func selectSealed(ctx context.Context, q db.Querier, who identity.AccountID) ([]*Entry, error) {
	var rows []*Entry
	err := q.NewSelect().Model(&rows).Where("ae.actor_id = ? AND ae.sealed_address <> ''", who).
		WhereOr("ae.sealed_about = ?", who).OrderExpr("ae.seq").Scan(ctx)
	return rows, err
}
