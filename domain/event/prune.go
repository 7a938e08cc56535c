package event

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
)

// Kept is how long an event stays in the outbox. It is far longer than a
// delivery is tried, and long enough to see what happened last week.
const Kept = 30 * 24 * time.Hour

// Prune removes the events and the news that are older than Kept. It returns how
// many events.
func (d *Deliverer) Prune(ctx context.Context) (int, error) {
	before := d.db.Clock().Now().Add(-Kept)
	if err := pruneNews(ctx, d.db, before); err != nil {
		return 0, err
	}
	removed, _, err := remove(ctx, d.db, before, "")
	return removed, err
}

func pruneNews(ctx context.Context, d *db.DB, before time.Time) error {
	for removed := int64(pruneBatch); removed == pruneBatch; {
		err := d.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			removed, err = deleteNewsBefore(ctx, tx, before)
			return err
		})
		if err != nil {
			return fmt.Errorf("prune news: %w", err)
		}
	}
	return nil
}

// Forget removes the events that name somebody, a text such as an account's id,
// when that person is erased: what was written about them stands in payloads. It
// returns how many are left, since their delivery has not ended.
func Forget(ctx context.Context, d *db.DB, whom string) (left int, err error) {
	_, left, err = remove(ctx, d, d.Clock().Now().Add(Kept), whom) // those of this instant too
	return left, err
}

// remove removes the events from before an instant whose payload mentions a
// text, but never one whose delivery has not ended: a parked one may be retried
// months later. Events are read before their deliveries are: the other way round
// one that is emitted in between would be lost.
func remove(ctx context.Context, d *db.DB, before time.Time, mentioned string) (removed, left int, err error) {
	var last Record
	for {
		batch, err := selectOlder(ctx, d.Read(ctx), before, mentioned, last)
		if err != nil || len(batch) == 0 {
			return removed, left, err
		}
		open, err := undelivered(ctx, d)
		if err != nil {
			return removed, left, err
		}
		last = batch[len(batch)-1]
		ids := make([]ID, 0, len(batch))
		for _, r := range batch {
			if !open[r.ID] {
				ids = append(ids, r.ID)
			}
		}
		left += len(batch) - len(ids)
		if len(ids) == 0 {
			continue
		}
		if err := d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return deleteRecords(ctx, tx, ids) }); err != nil {
			return removed, left, fmt.Errorf("prune outbox: %w", err)
		}
		removed += len(ids)
	}
}

// undelivered returns the events whose delivery waits, runs or is parked.
func undelivered(ctx context.Context, d *db.DB) (map[ID]bool, error) {
	contents, err := d.UnfinishedJobs(ctx, Delivery{}.Kind())
	if err != nil {
		return nil, err
	}
	open := make(map[ID]bool, len(contents))
	for _, content := range contents {
		var job Delivery
		if err := json.Unmarshal([]byte(content), &job); err != nil {
			return nil, fmt.Errorf("read delivery job: %w", err)
		}
		for _, eventID := range job.events() {
			open[eventID] = true
		}
	}
	return open, nil
}
