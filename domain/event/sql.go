package event

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func insertRecords(ctx context.Context, tx db.Tx, records []*Record) error {
	_, err := tx.NewInsert().Model(&records).Exec(db.Later(ctx))
	return err
}

// registered is a handler of a process that was seen at an instant.
type registered struct {
	bun.BaseModel `bun:"table:outbox_handlers"`

	Name       string `bun:",pk"`
	Event      string
	LastSeenAt time.Time
}

// upsertHandlers writes down handlers, which are sorted, so that two processes never wait
// for each other.
func upsertHandlers(ctx context.Context, tx db.Tx, handlers []Handler) error {
	if len(handlers) == 0 {
		return nil
	}
	rows := make([]*registered, len(handlers))
	for i, h := range handlers {
		rows[i] = &registered{Name: h.Name, Event: h.Event, LastSeenAt: tx.Now()}
	}
	_, err := tx.NewInsert().Model(&rows).
		On("CONFLICT (name) DO UPDATE SET event = excluded.event, last_seen_at = excluded.last_seen_at").Exec(ctx)
	return err
}

func updateSeen(ctx context.Context, tx db.Tx, handlers []Handler) error {
	names := make([]string, len(handlers))
	for i, h := range handlers {
		names[i] = h.Name
	}
	_, err := tx.NewUpdate().Model((*registered)(nil)).Set("last_seen_at = ?", tx.Now()).Where("name IN (?)", bun.List(names)).Exec(ctx)
	return err
}

func deleteUnseen(ctx context.Context, tx db.Tx, before time.Time) error {
	_, err := tx.NewDelete().Model((*registered)(nil)).Where("last_seen_at < ?", before).Exec(ctx)
	return err
}

// openRecord is an event with one of the handlers that have not run for it, if there is any.
type openRecord struct {
	Record `bun:",extend"`

	Handler *string
}

// selectRecords reads events in the given order, with the names of the handlers that have
// been seen since an instant and have not run for them. It returns db.ErrNotFound unless
// all of them are there.
func selectRecords(ctx context.Context, q db.Querier, ids []ID, seen time.Time) ([]*Record, error) {
	var rows []*openRecord
	err := q.NewSelect().TableExpr("outbox AS o").ColumnExpr("o.*, h.name AS handler").
		Join("LEFT JOIN outbox_handlers AS h ON h.event = o.name AND h.last_seen_at >= ?"+
			" AND NOT EXISTS (SELECT 1 FROM outbox_deliveries AS x WHERE x.event_id = o.id AND x.handler = h.name)", seen).
		Where("o.id IN (?)", bun.List(ids)).Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	var found []*Record
	byID := make(map[ID]*Record, len(ids))
	for _, row := range rows {
		r := byID[row.ID]
		if r == nil {
			r = &row.Record
			byID[row.ID], found = r, append(found, r)
		}
		if row.Handler != nil {
			r.open = append(r.open, *row.Handler)
		}
	}
	if len(found) != len(ids) {
		return nil, db.ErrNotFound
	}
	slices.SortFunc(found, func(a, b *Record) int { return cmp.Compare(slices.Index(ids, a.ID), slices.Index(ids, b.ID)) })
	return found, nil
}

type delivered struct {
	bun.BaseModel `bun:"table:outbox_deliveries"`

	EventID     ID     `bun:",pk"`
	Handler     string `bun:",pk"`
	DeliveredAt time.Time
}

// claim is that a handler runs for an event.
type claim struct {
	event   ID
	handler string
}

// claimDeliveries records that handlers run for events in this unit, and returns
// those that have not run before.
func claimDeliveries(ctx context.Context, tx db.Tx, calls []call) (map[claim]bool, error) {
	rows := make([]*delivered, len(calls))
	for i, c := range calls {
		rows[i] = &delivered{EventID: c.record.ID, Handler: c.handler.Name, DeliveredAt: tx.Now()}
	}
	// In one order, so that two units never wait for each other.
	slices.SortFunc(rows, func(a, b *delivered) int {
		return cmp.Or(cmp.Compare(a.EventID, b.EventID), cmp.Compare(a.Handler, b.Handler))
	})
	var claimed []delivered
	_, err := tx.NewInsert().Model(&rows).On("CONFLICT (event_id, handler) DO NOTHING").
		Returning("event_id, handler").Exec(ctx, &claimed)
	first := make(map[claim]bool, len(claimed))
	for _, c := range claimed {
		first[claim{c.EventID, c.Handler}] = true
	}
	return first, err
}

// pruneBatch is how many events one unit removes, so that none holds locks long.
const pruneBatch = 1000

// selectOlder returns the oldest events emitted before a time whose payload
// mentions a text, of those after a position: the instant and id of the last one
// seen. All mention the empty text.
func selectOlder(ctx context.Context, q db.Querier, before time.Time, mentioned string, after Record) ([]Record, error) {
	var records []Record
	query := q.NewSelect().Model(&records).Column("id", "created_at")
	if mentioned != "" {
		query = query.Where("CAST(payload AS TEXT) LIKE ?", "%"+mentioned+"%")
	}
	err := query.Where("created_at < ?", before).Where("(created_at, id) > (?, ?)", after.CreatedAt, after.ID).
		Order("created_at", "id").Limit(pruneBatch).Scan(ctx)
	return records, err
}

// deleteRecords removes events together with what says who has acted on them.
func deleteRecords(ctx context.Context, tx db.Tx, ids []ID) error {
	if _, err := tx.NewDelete().Model((*delivered)(nil)).Where("event_id IN (?)", bun.List(ids)).Exec(ctx); err != nil {
		return err
	}
	_, err := tx.NewDelete().Model((*Record)(nil)).Where("id IN (?)", bun.List(ids)).Exec(ctx)
	return err
}
