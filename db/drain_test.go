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

		enqueue(drainAgain{}, db.JobOptions{Unique: true})
		enqueue(drainAgain{}, db.JobOptions{Unique: true})
		_, err = d.Drain(t.Context(), h, start.Add(time.Hour))
		require.NoError(t, err)
		require.Equal(t, []int{1, 2, 5, 99}, ran, "a unique job that waits is not enqueued twice")

		ask := func(is bool) func(string, time.Duration) bool {
			return func(kind string, every time.Duration) bool {
				require.Equal(t, "test.drain_again", kind)
				require.Equal(t, time.Hour, every)
				return is
			}
		}
		require.NoError(t, d.RunRecurring(t.Context(), h, ask(false)))
		require.NoError(t, d.RunRecurring(t.Context(), h, ask(true)))
		require.Equal(t, []int{1, 2, 5, 99, 99}, ran)
	})
}

// Whoever dies while draining does again what was not written to have ended, and
// leaves nothing out.
func TestDrain_goes_on_after_a_death(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		const jobs = 40
		ran := map[int]int{}
		life, die := context.WithCancel(t.Context())
		h := &db.Handlers{}
		db.Handle(h, func(ctx context.Context, job drainStep) error {
			if ran[job.N]++; job.N == 25 && life.Err() == nil {
				die()
				return ctx.Err()
			}
			return nil
		})
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			for n := range jobs {
				if err := tx.Enqueue(ctx, drainStep{n}, db.JobOptions{Unique: n%7 == 0}); err != nil {
					return err
				}
			}
			return nil
		}))
		_, err := d.Drain(life, h, time.Now())
		require.ErrorIs(t, err, context.Canceled)
		require.NoError(t, d.Reclaim(t.Context()))
		_, err = d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		require.Len(t, ran, jobs)
		require.Equal(t, 1, ran[0], "that it had ended was written long before")
		require.Equal(t, 2, ran[25])
		left, err := d.UnfinishedJobs(t.Context(), drainStep{}.Kind())
		require.NoError(t, err)
		require.Empty(t, left)
	})
}
