package event_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
)

type paid struct {
	Order string    `json:"order"`
	Minor int64     `json:"minor"`
	At    time.Time `json:"at"`
}

func (paid) EventName() string { return "test.paid" }

type unheard struct{}

func (unheard) EventName() string { return "test.unheard" }

// broken has a payload that its handler cannot read.
type broken struct {
	Order int `json:"order"`
}

func (broken) EventName() string { return "test.paid" }

func emit(t *testing.T, d *db.DB, e event.Event) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return event.Emit(ctx, tx, e) }))
}

// delivery returns the job of the only event.
func delivery(t *testing.T, d *db.DB) event.Delivery {
	t.Helper()
	var id event.ID
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT id FROM outbox").Scan(t.Context(), &id))
	return event.Delivery{EventID: id}
}

// entry is the effect of a handler: a row, which a second effect duplicates.
func entry(ctx context.Context, tx db.Tx, text string) error {
	_, err := tx.NewRaw("INSERT INTO effects (entry) VALUES (?)", text).Exec(ctx)
	return err
}

func effects(t *testing.T, d *db.DB) (all []string) {
	t.Helper()
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT entry FROM effects ORDER BY entry").Scan(t.Context(), &all))
	return all
}

func each(t *testing.T, fn func(t *testing.T, d *db.DB)) {
	t.Helper()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("CREATE TABLE effects (entry TEXT NOT NULL)").Exec(ctx)
			return err
		}))
		fn(t, d)
	})
}

func TestEmit_exists_exactly_when_its_unit_does(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 25, 9, 0, 0, 42000, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, _ *clock.Manual) {
		ours := errors.New("ours")
		require.ErrorIs(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			require.NoError(t, event.Emit(ctx, tx, paid{Order: "never"}))
			return ours
		}), ours)
		emit(t, d, paid{Order: "ord_1"})
		var records []event.Record
		require.NoError(t, d.Read(t.Context()).NewSelect().Model(&records).Scan(t.Context()))
		require.Len(t, records, 1)
		require.Equal(t, "test.paid", records[0].Name)
		require.Equal(t, at, records[0].CreatedAt)
		f, err := d.QueueFigures(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, f.Waiting)
	})
}

func TestDeliver_gives_the_handler_what_was_emitted(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		want := paid{Order: "ünï '?\" \U0001F375", Minor: 1<<53 + 1, At: time.Date(2026, 1, 2, 3, 4, 5, 678000, time.UTC)}
		emit(t, d, want)
		var got paid
		deliverer := event.NewDeliverer(d, event.On("a", func(_ context.Context, _ db.Tx, e paid) error { got = e; return nil }))
		require.NoError(t, deliverer.Deliver(t.Context(), delivery(t, d)))
		require.Equal(t, want, got)
	})
}

func TestDeliver_runs_each_handler_once_however_often_it_is_called(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		emit(t, d, paid{Order: "ord_1"})
		var handlers []event.Handler
		for _, name := range []string{"a", "b", "c"} {
			handlers = append(handlers, event.On(name, func(ctx context.Context, tx db.Tx, e paid) error {
				return entry(ctx, tx, name+" "+e.Order)
			}))
		}
		handlers = append(handlers, event.On("other", func(ctx context.Context, tx db.Tx, _ unheard) error {
			return entry(ctx, tx, "not for me")
		}))
		deliverer, job := event.NewDeliverer(d, handlers...), delivery(t, d)
		group, ctx := errgroup.WithContext(t.Context())
		for range 8 {
			group.Go(func() error { return deliverer.Deliver(ctx, job) })
		}
		require.NoError(t, group.Wait())
		require.NoError(t, deliverer.Deliver(t.Context(), job))
		require.Equal(t, []string{"a ord_1", "b ord_1", "c ord_1"}, effects(t, d))
	})
}

func TestDeliver_keeps_the_work_of_others_when_a_handler_fails(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		emit(t, d, paid{Order: "ord_1"})
		ours, healed := errors.New("ours"), false
		deliverer := event.NewDeliverer(d,
			event.On("first", func(ctx context.Context, tx db.Tx, _ paid) error { return entry(ctx, tx, "first") }),
			event.On("fails", func(ctx context.Context, tx db.Tx, _ paid) error {
				require.NoError(t, entry(ctx, tx, "fails"))
				if !healed {
					return ours
				}
				return nil
			}),
			event.On("panics", func(ctx context.Context, tx db.Tx, _ paid) error {
				require.NoError(t, entry(ctx, tx, "panics"))
				if !healed {
					panic("oh no")
				}
				return nil
			}),
			event.On("last", func(ctx context.Context, tx db.Tx, _ paid) error { return entry(ctx, tx, "last") }))
		job := delivery(t, d)
		for range 2 {
			err := deliverer.Deliver(t.Context(), job)
			require.ErrorIs(t, err, ours)
			require.ErrorContains(t, err, "handler fails of test.paid")
			require.ErrorContains(t, err, "handler panics of test.paid: panic: oh no")
			require.Equal(t, []string{"first", "last"}, effects(t, d), "what failed has left nothing")
		}
		healed = true
		require.NoError(t, deliverer.Deliver(t.Context(), job))
		require.Equal(t, []string{"fails", "first", "last", "panics"}, effects(t, d))
	})
}

// units counts the units in which handlers were marked as called.
func units(t *testing.T, d *db.DB) (n int) {
	t.Helper()
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(DISTINCT delivered_at) FROM outbox_deliveries").Scan(t.Context(), &n))
	return n
}

func TestDeliver_calls_all_handlers_in_one_unit(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		emit(t, d, paid{Order: "ord_1"})
		var handlers []event.Handler
		for _, name := range []string{"c", "a", "b"} {
			handlers = append(handlers, event.On(name, func(ctx context.Context, tx db.Tx, e paid) error { return entry(ctx, tx, name) }))
		}
		require.NoError(t, event.NewDeliverer(d, handlers...).Deliver(t.Context(), delivery(t, d)))
		require.Equal(t, []string{"a", "b", "c"}, effects(t, d))
		require.Equal(t, 1, units(t, d))
	})
}

// Of the events of one job, those that fail come again, and they alone.
func TestEmitAll_delivers_many_with_a_few_jobs(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		const n = 230
		var healed atomic.Bool
		ours := errors.New("ours")
		deliverer := event.NewDeliverer(d, event.On("a", func(ctx context.Context, tx db.Tx, e paid) error {
			if e.Minor == 101 && !healed.Load() {
				return ours
			}
			return entry(ctx, tx, e.Order)
		}))
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			events := make([]event.Event, n)
			for i := range events {
				events[i] = paid{Order: fmt.Sprintf("ord_%03d", i), Minor: int64(i)}
			}
			return event.EmitAll(ctx, tx, events...)
		}))
		figures, err := d.QueueFigures(t.Context())
		require.NoError(t, err)
		require.Equal(t, 3, figures.Waiting)
		left, err := event.Forget(t.Context(), d, "ord_")
		require.NoError(t, err)
		require.Equal(t, n, left, "an event that is not delivered is kept")

		var failures int
		h := &db.Handlers{}
		db.Handle(h, deliverer.Deliver)
		_, err = d.DrainAs(t.Context(), h, db.Draining{At: d.Clock().Now(), Most: 4, Failed: func(_ string, err error) {
			failures++
			require.ErrorIs(t, err, ours)
		}})
		require.NoError(t, err)
		require.Positive(t, failures)
		require.Len(t, effects(t, d), n-1)
		healed.Store(true)
		_, err = d.Drain(t.Context(), h, d.Clock().Now())
		require.NoError(t, err)
		got := effects(t, d)
		require.Len(t, got, n)
		require.Equal(t, "ord_101", got[101])
	})
}

// A handler of records gets those of a job at once, and each by itself when that fails: what
// can be done is.
func TestOnRecords_gets_what_one_job_delivers(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		const n = 120
		var healed bool
		var sizes []int
		ours := errors.New("ours")
		together := event.OnRecords("together", "test.paid", func(ctx context.Context, tx db.Tx, records []*event.Record) error {
			sizes = append(sizes, len(records))
			for _, r := range records {
				if strings.Contains(string(r.Payload), "ord_007") && !healed {
					return ours
				}
				if err := entry(ctx, tx, string(r.Payload)); err != nil {
					return err
				}
			}
			return nil
		})
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			events := make([]event.Event, n)
			for i := range events {
				events[i] = paid{Order: fmt.Sprintf("ord_%03d", i)}
			}
			return event.EmitAll(ctx, tx, events...)
		}))
		var ids []event.ID
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT id FROM outbox ORDER BY id").Scan(t.Context(), &ids))
		deliverer := event.NewDeliverer(d, together)
		require.ErrorIs(t, deliverer.Deliver(t.Context(), event.Delivery{EventIDs: ids[:100]}), ours)
		require.Equal(t, 101, len(sizes), "all, and each of them")
		require.Len(t, effects(t, d), 99)
		healed, sizes = true, nil
		require.NoError(t, deliverer.Deliver(t.Context(), event.Delivery{EventIDs: ids}))
		require.Equal(t, []int{21}, sizes, "the one that has failed and the twenty that nobody has had")
		require.Len(t, effects(t, d), n)
		sizes = nil
		require.NoError(t, deliverer.Deliver(t.Context(), event.Delivery{EventIDs: ids}))
		require.Empty(t, sizes)
	})
}

func TestEmitAll_of_nothing_does_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return event.EmitAll(ctx, tx) }))
		figures, err := d.QueueFigures(t.Context())
		require.NoError(t, err)
		require.Zero(t, figures.Waiting)
	})
}

func TestDeliver_says_what_it_cannot_deliver(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		deliverer := event.NewDeliverer(d,
			event.On("a", func(ctx context.Context, tx db.Tx, _ paid) error { return entry(ctx, tx, "a") }))
		require.ErrorIs(t, deliverer.Deliver(t.Context(), event.Delivery{EventID: "evt_none"}), db.ErrNotFound)
		emit(t, d, broken{Order: 1})
		require.ErrorContains(t, deliverer.Deliver(t.Context(), delivery(t, d)), "handler a of test.paid: decode event")
		require.Empty(t, effects(t, d))
	})
}

func TestDeliver_to_nobody_is_done(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		emit(t, d, unheard{})
		require.NoError(t, event.NewDeliverer(d).Deliver(t.Context(), delivery(t, d)))
	})
}

func TestNewDeliverer_refuses_two_handlers_of_one_name(t *testing.T) {
	t.Parallel()
	nothing := func(context.Context, db.Tx, paid) error { return nil }
	require.PanicsWithValue(t, "event: two handlers are named a", func() {
		event.NewDeliverer(nil, event.On("a", nothing), event.On("a", nothing))
	})
}

// A handler may emit further events: they are delivered when it has committed.
func TestEvents_reach_their_handlers_through_workers(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		var failed atomic.Bool
		deliverer := event.NewDeliverer(d,
			event.On("chain", func(ctx context.Context, tx db.Tx, _ paid) error {
				if err := event.Emit(ctx, tx, unheard{}); err != nil {
					return err
				}
				return entry(ctx, tx, "chain")
			}),
			event.On("end", func(ctx context.Context, tx db.Tx, _ unheard) error {
				if !failed.Swap(true) {
					return errors.New("not yet")
				}
				return entry(ctx, tx, "end")
			}))
		h := &db.Handlers{}
		db.Handle(h, deliverer.Deliver)
		w, err := db.NewWorkers(d, h, db.WorkerOptions{Backoff: func(int) time.Duration { return time.Millisecond }})
		require.NoError(t, err)
		require.NoError(t, w.Start(t.Context()))
		emit(t, d, paid{Order: "ord_1"})
		require.Eventually(t, func() bool {
			var n int
			err := d.Read(t.Context()).NewRaw("SELECT count(*) FROM effects").Scan(t.Context(), &n)
			return err == nil && n == 2
		}, 20*time.Second, 2*time.Millisecond)
		require.NoError(t, w.Stop(t.Context()))
		require.Equal(t, []string{"chain", "end"}, effects(t, d))
	})
}

// versions are processes of two versions; the older one lacks the handler "fresh".
func versions(d *db.DB) (older, newer *event.Deliverer) {
	writes := func(name string) event.Handler {
		return event.On(name, func(ctx context.Context, tx db.Tx, e paid) error { return entry(ctx, tx, name+" "+e.Order) })
	}
	return event.NewDeliverer(d, writes("a")), event.NewDeliverer(d, writes("a"), writes("fresh"))
}

// delivers has a process do what is due, and tells how many deliveries still wait.
func delivers(t *testing.T, d *db.DB, process *event.Deliverer, at time.Time) int {
	t.Helper()
	h := &db.Handlers{}
	db.Handle(h, process.Deliver)
	_, err := d.DrainAs(t.Context(), h, db.Draining{At: at, Failed: func(_ string, err error) { require.NoError(t, err) }})
	require.NoError(t, err)
	left, err := d.UnfinishedJobs(t.Context(), event.Delivery{}.Kind())
	require.NoError(t, err)
	parked, err := d.CountParked(t.Context())
	require.NoError(t, err)
	require.Zero(t, parked)
	return len(left)
}

// While an installation is upgraded, workers of the version before take events too.
func TestDeliver_leaves_to_a_newer_process_what_it_alone_can_handle(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		older, newer := versions(d)
		require.NoError(t, older.Join(t.Context()))
		require.NoError(t, newer.Join(t.Context()))
		emit(t, d, paid{Order: "ord_1"})
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return event.EmitAll(ctx, tx, unheard{}, paid{Order: "ord_2"})
		}))
		now := d.Clock().Now()
		for range 30 { // more often than a job may fail
			require.Equal(t, 2, delivers(t, d, older, now))
			now = now.Add(time.Hour)
		}
		require.Equal(t, []string{"a ord_1", "a ord_2"}, effects(t, d))
		require.Zero(t, delivers(t, d, newer, now))
		require.Equal(t, []string{"a ord_1", "a ord_2", "fresh ord_1", "fresh ord_2"}, effects(t, d))
		emit(t, d, paid{Order: "ord_3"})
		require.Zero(t, delivers(t, d, newer, now))
		require.Len(t, effects(t, d), 6)
	})
}

// What is gone for good, or was removed by a migration, keeps no event waiting.
func TestDeliver_does_not_wait_for_handlers_that_nobody_has(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, now *clock.Manual) {
		execute := func(statement string) {
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(statement).Exec(ctx)
				return err
			}))
		}
		known := func() (names []string) {
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT name FROM outbox_handlers ORDER BY name").Scan(t.Context(), &names))
			return names
		}
		execute("CREATE TABLE effects (entry TEXT NOT NULL)")
		older, newer := versions(d)
		require.NoError(t, newer.Join(t.Context()))
		require.NoError(t, older.Join(t.Context()))
		emit(t, d, paid{Order: "ord_1"})
		require.Equal(t, 1, delivers(t, d, older, now.Now()))
		now.Advance(20 * time.Hour)
		require.NoError(t, older.Remain(t.Context()))
		require.Equal(t, []string{"a", "fresh"}, known())
		require.Equal(t, 1, delivers(t, d, older, now.Now()))
		now.Advance(5 * time.Hour)
		require.Zero(t, delivers(t, d, older, now.Now()), "the newer one was not seen for a day")
		require.NoError(t, older.Remain(t.Context()))
		require.Equal(t, []string{"a"}, known(), "and is forgotten")

		require.NoError(t, newer.Join(t.Context()))
		execute("DELETE FROM outbox_handlers WHERE name = 'fresh'") // as the migration of the version that has it no more
		require.NoError(t, newer.Remain(t.Context()))
		require.Equal(t, []string{"a"}, known(), "whoever still works does not bring it back")
		emit(t, d, paid{Order: "ord_2"})
		require.Zero(t, delivers(t, d, older, now.Now()))
		require.Equal(t, []string{"a ord_1", "a ord_2"}, effects(t, d))
	})
}

// Two processes that begin to work at the same time write down the same.
func TestJoin_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		older, newer := versions(d)
		group, ctx := errgroup.WithContext(t.Context())
		for i := range 8 {
			group.Go(func() error {
				return errors.Join(map[bool]*event.Deliverer{true: older, false: newer}[i%2 == 0].Join(ctx), newer.Remain(ctx))
			})
		}
		require.NoError(t, group.Wait())
	})
}
