package event_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
)

func TestPrune_removes_old_events_that_everybody_has_acted_on(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, now *clock.Manual) {
		deliverer := event.NewDeliverer(d,
			event.On("a", func(_ context.Context, _ db.Tx, p paid) error {
				if p.Order == "ord_stuck" {
					return errors.New("never")
				}
				return nil
			}))
		h := &db.Handlers{}
		db.Handle(h, deliverer.Deliver)
		for i := range 1200 { // more than one batch
			emit(t, d, paid{Order: fmt.Sprint("ord_", i)})
		}
		emit(t, d, paid{Order: "ord_stuck"})
		_, err := d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		parked, err := d.CountParked(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, parked)

		removed, err := deliverer.Prune(t.Context())
		require.NoError(t, err)
		require.Zero(t, removed, "nothing is old")

		now.Advance(event.Kept + time.Second)
		emit(t, d, paid{Order: "ord_young"})
		removed, err = deliverer.Prune(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1200, removed)
		var left []string
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT payload->>'order' FROM outbox ORDER BY created_at").Scan(t.Context(), &left))
		require.Equal(t, []string{"ord_stuck", "ord_young"}, left)
		removed, err = deliverer.Prune(t.Context())
		require.NoError(t, err)
		require.Zero(t, removed)
	})
}
