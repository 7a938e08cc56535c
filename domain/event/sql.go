package event

import (
	"context"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

func insertRecord(ctx context.Context, tx db.Tx, r *Record) error {
	_, err := tx.NewInsert().Model(r).Exec(ctx)
	return err
}

func selectRecord(ctx context.Context, q db.Querier, eventID ID) (*Record, error) {
	r := new(Record)
	err := q.NewSelect().Model(r).Where("id = ?", eventID).Scan(ctx)
	return r, err
}

type delivered struct {
	bun.BaseModel `bun:"table:outbox_deliveries"`

	EventID     ID     `bun:",pk"`
	Handler     string `bun:",pk"`
	DeliveredAt time.Time
}

// claimDelivery records that the handler runs for the event in this unit, and
// reports false when it has run before.
func claimDelivery(ctx context.Context, tx db.Tx, eventID ID, handler string) (bool, error) {
	row := &delivered{EventID: eventID, Handler: handler, DeliveredAt: tx.Now()}
	res, err := tx.NewInsert().Model(row).On("CONFLICT (event_id, handler) DO NOTHING").Exec(ctx)
	if err != nil {
		return false, err
	}
	n, err := res.RowsAffected()
	return n == 1, err
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
