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

// selectRecords reads events in the given order. It returns db.ErrNotFound unless
// all of them are there.
func selectRecords(ctx context.Context, q db.Querier, ids []ID) ([]*Record, error) {
	var found []*Record
	if err := q.NewSelect().Model(&found).Where("id IN (?)", bun.List(ids)).Scan(ctx); err != nil {
		return nil, err
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
