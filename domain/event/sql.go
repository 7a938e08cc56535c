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
