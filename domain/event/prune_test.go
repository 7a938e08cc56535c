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
		var many []event.Event
		for i := range 1200 { // more than one batch
			many = append(many, paid{Order: fmt.Sprint("ord_", i)})
		}
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return event.EmitAll(ctx, tx, many...) }))
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

// What is being delivered, or was parked, stays until it is over; what names
// others stays altogether.
func TestForget_removes_what_names_somebody_and_tells_what_is_left(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, _ *clock.Manual) {
		isBroken := true
		deliverer := event.NewDeliverer(d,
			event.On("a", func(_ context.Context, _ db.Tx, p paid) error {
				if p.Order == "acc_b, stuck" && isBroken {
					return errors.New("not yet")
				}
				return nil
			}))
		h := &db.Handlers{}
		db.Handle(h, deliverer.Deliver)
		for _, order := range []string{"acc_b, once", "acc_b, stuck", "acc_c"} {
			emit(t, d, paid{Order: order})
		}
		forget := func() (left int, orders []string) {
			left, err := event.Forget(t.Context(), d, "acc_b")
			require.NoError(t, err)
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT payload->>'order' FROM outbox ORDER BY id").Scan(t.Context(), &orders))
			return left, orders
		}
		left, orders := forget()
		require.Equal(t, 2, left, "nothing was delivered yet")
		require.Len(t, orders, 3)
		_, err := d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		left, orders = forget()
		require.Equal(t, 1, left)
		require.Equal(t, []string{"acc_b, stuck", "acc_c"}, orders)

		isBroken = false
		parked, err := d.ParkedJobs(t.Context(), 10)
		require.NoError(t, err)
		require.Len(t, parked, 1)
		require.NoError(t, d.RetryJob(t.Context(), parked[0].ID))
		_, err = d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		left, orders = forget()
		require.Zero(t, left)
		require.Equal(t, []string{"acc_c"}, orders)
	})
}
