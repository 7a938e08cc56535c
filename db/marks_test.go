package db_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

type causeKey struct{}

// marked is a database whose jobs carry the cause of their context.
func marked(d *db.DB) {
	d.MarkJobs(func(ctx context.Context) map[string]string {
		cause, _ := ctx.Value(causeKey{}).(string)
		if cause == "" {
			return nil
		}
		return map[string]string{"request": cause, "odd": "ünï '?\""}
	})
}

// What a job was marked with comes back with it, by workers and by Drain, also
// when it is tried again.
func TestMarks_come_back_with_the_job(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		marked(d)
		runs := make(chan db.JobRun, 10)
		failed := false
		h := &db.Handlers{}
		db.Handle(h, func(context.Context, greet) error {
			if !failed {
				failed = true
				panic("oh no")
			}
			return nil
		})
		h.Around(func(ctx context.Context, run db.JobRun, do func(context.Context) error) error {
			err := do(ctx)
			if run.Attempt == 1 && err == nil {
				t.Error("a panic is an error to whoever watches")
			}
			runs <- run
			return err
		})
		require.NoError(t, enqueue(context.WithValue(t.Context(), causeKey{}, "req_1"), d, greet{"alice"}, db.JobOptions{}))
		work(t, d, h, db.WorkerOptions{Backoff: quickly})
		for attempt := 1; attempt <= 2; attempt++ {
			run := receive(t, runs)
			require.Equal(t, attempt, run.Attempt)
			require.Equal(t, "test.greet", run.Kind)
			require.Equal(t, "req_1", run.Marks["request"])
			require.Len(t, run.Marks, 2)
			require.Positive(t, run.ID)
		}
	})
}

func TestMarks_in_a_drain(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		marked(d)
		var causes []string
		h := &db.Handlers{}
		db.Handle(h, func(context.Context, greet) error { return nil })
		h.Around(func(ctx context.Context, run db.JobRun, do func(context.Context) error) error {
			causes = append(causes, run.Marks["request"])
			return do(ctx)
		})
		caused := context.WithValue(t.Context(), causeKey{}, "req_1")
		require.NoError(t, enqueue(caused, d, greet{"alice"}, db.JobOptions{Unique: true}))
		require.NoError(t, enqueue(t.Context(), d, greet{"alice"}, db.JobOptions{Unique: true}), "marks do not make another job of it")
		require.NoError(t, enqueue(t.Context(), d, greet{"bob"}, db.JobOptions{}))
		waits, err := d.OldestJob(t.Context(), "test.greet")
		require.NoError(t, err)
		require.Positive(t, waits)
		require.Less(t, waits, patience)
		done, err := d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		require.Equal(t, 2, done)
		require.Equal(t, []string{"req_1", ""}, causes)
		waits, err = d.OldestJob(t.Context(), "test.greet")
		require.NoError(t, err)
		require.Zero(t, waits)
	})
}
