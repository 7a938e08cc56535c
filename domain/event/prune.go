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

// Prune removes the events that are older than Kept, but never one whose
// delivery has not ended: a parked one may be retried months later. It returns
// how many it removed.
func (d *Deliverer) Prune(ctx context.Context) (removed int, err error) {
	open, err := d.undelivered(ctx)
	if err != nil {
		return 0, err
	}
	before := d.db.Clock().Now().Add(-Kept)
	var last Record
	for {
		batch, err := selectOlder(ctx, d.db.Read(ctx), before, last)
		if err != nil || len(batch) == 0 {
			return removed, err
		}
		last = batch[len(batch)-1]
		ids := make([]ID, 0, len(batch))
		for _, r := range batch {
			if !open[r.ID] {
				ids = append(ids, r.ID)
			}
		}
		if len(ids) == 0 {
			continue
		}
		if err := d.db.Write(ctx, func(ctx context.Context, tx db.Tx) error { return deleteRecords(ctx, tx, ids) }); err != nil {
			return removed, fmt.Errorf("prune outbox: %w", err)
		}
		removed += len(ids)
	}
}

// undelivered returns the events whose delivery waits, runs or is parked.
func (d *Deliverer) undelivered(ctx context.Context) (map[ID]bool, error) {
	contents, err := d.db.UnfinishedJobs(ctx, Delivery{}.Kind())
	if err != nil {
		return nil, err
	}
	open := make(map[ID]bool, len(contents))
	for _, content := range contents {
		var job Delivery
		if err := json.Unmarshal([]byte(content), &job); err != nil {
			return nil, fmt.Errorf("read delivery job: %w", err)
		}
		open[job.EventID] = true
	}
	return open, nil
}
