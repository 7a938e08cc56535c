package db_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

type drainStep struct {
	N int `json:"n"`
}

func (drainStep) Kind() string { return "test.drain" }

type drainAgain struct{}

func (drainAgain) Kind() string { return "test.drain_again" }

func TestDrain(t *testing.T) {
	t.Parallel()
	start := time.Date(2030, 3, 4, 9, 0, 0, 0, time.UTC)
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var ran []int
		failures := 2
		h := &db.Handlers{}
		enqueue := func(job db.Job, opts db.JobOptions) {
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return tx.Enqueue(ctx, job, opts) }))
		}
		db.Handle(h, func(_ context.Context, job drainStep) error {
			if job.N == 7 {
				return errors.New("never works")
			}
			if failures > 0 && job.N == 1 {
				failures--
				return errors.New("not yet")
			}
			ran = append(ran, job.N)
			if job.N == 1 {
				enqueue(drainStep{2}, db.JobOptions{Unique: true})
				enqueue(drainStep{1}, db.JobOptions{Unique: true, NotBefore: start.Add(3 * time.Hour)}) // behind itself
			}
			return nil
		})
		db.Handle(h, func(context.Context, drainAgain) error { ran = append(ran, 99); return nil })
		db.Every(h, time.Hour, drainAgain{})

		enqueue(drainStep{1}, db.JobOptions{})
		enqueue(drainStep{5}, db.JobOptions{NotBefore: start.Add(time.Hour)})
		enqueue(drainStep{7}, db.JobOptions{MaxAttempts: 3})
		n, err := d.Drain(t.Context(), h, start)
		require.NoError(t, err)
		require.Equal(t, 2, n)
		require.Equal(t, []int{1, 2}, ran, "failed runs are repeated, what is enqueued meanwhile is done, what is not due waits")
		parked, err := d.CountParked(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1, parked)

		_, err = d.Drain(t.Context(), h, start.Add(time.Hour))
		require.NoError(t, err)
		require.Equal(t, []int{1, 2, 5}, ran)

		require.NoError(t, d.EnqueueRecurring(t.Context(), h))
		require.NoError(t, d.EnqueueRecurring(t.Context(), h))
		_, err = d.Drain(t.Context(), h, start.Add(time.Hour))
		require.NoError(t, err)
		require.Equal(t, []int{1, 2, 5, 99}, ran, "a recurring job that waits is not enqueued twice")
	})
}
