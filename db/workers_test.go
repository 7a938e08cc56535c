package db_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

type greet struct {
	Name string `json:"name"`
}

func (greet) Kind() string { return "test.greet" }

type tick struct{}

func (tick) Kind() string { return "test.tick" }

const patience = 20 * time.Second

// quickly lets failed jobs come back at once.
func quickly(int) time.Duration { return time.Millisecond }

func work(t *testing.T, d *db.DB, h *db.Handlers, opts db.WorkerOptions) *db.Workers {
	t.Helper()
	if opts.Backoff == nil {
		opts.Backoff = quickly
	}
	w, err := db.NewWorkers(d, h, opts)
	require.NoError(t, err)
	require.NoError(t, w.Start(t.Context()))
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), patience)
		defer cancel()
		if err := w.Stop(ctx); err != nil {
			t.Errorf("stop: %v", err)
		}
	})
	return w
}

func enqueue(ctx context.Context, d *db.DB, job db.Job, opts db.JobOptions) error {
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return tx.Enqueue(ctx, job, opts) })
}

func eventually(t *testing.T, what string, cond func() bool) {
	t.Helper()
	require.Eventually(t, cond, patience, 2*time.Millisecond, what)
}

func receive[T any](t *testing.T, from <-chan T) (got T) {
	t.Helper()
	select {
	case got = <-from:
	case <-time.After(patience):
		require.FailNow(t, "nothing came")
	}
	return got
}

func figures(t *testing.T, d *db.DB) db.QueueFigures {
	t.Helper()
	f, err := d.QueueFigures(t.Context())
	require.NoError(t, err)
	return f
}

func TestEnqueue_commits_and_rolls_back_with_its_unit(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ours := errors.New("ours")
		require.ErrorIs(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			require.NoError(t, tx.Enqueue(ctx, greet{"never"}, db.JobOptions{}))
			require.NoError(t, tx.Enqueue(ctx, greet{"never"}, db.JobOptions{Unique: true}))
			return ours
		}), ours)
		require.Zero(t, figures(t, d))
		require.NoError(t, enqueue(t.Context(), d, greet{"alice"}, db.JobOptions{}))
		require.NoError(t, enqueue(t.Context(), d, greet{"later"}, db.JobOptions{NotBefore: time.Now().Add(time.Hour)}))
		f := figures(t, d)
		require.Equal(t, 1, f.Waiting)
		require.Equal(t, 1, f.Delayed)
		require.Positive(t, f.OldestWaiting)
		require.Less(t, f.OldestWaiting, patience)

		names := make(chan string, 10)
		h := &db.Handlers{}
		db.Handle(h, func(ctx context.Context, g greet) error {
			db.MustBeOutside(ctx)
			names <- g.Name
			return nil
		})
		work(t, d, h, db.WorkerOptions{})
		require.Equal(t, "alice", receive(t, names))
		eventually(t, "the queue empties", func() bool { return figures(t, d).Waiting+figures(t, d).Running == 0 })
		require.Empty(t, names, "neither the rolled back nor the delayed one has run")
	})
}

// A unit whose context has ended is rolled back behind its back; a job written
// after that must not be committed alone.
func TestEnqueue_after_the_unit_was_rolled_back_writes_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ctx, cancel := context.WithCancel(t.Context())
		err := d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			cancel()
			alive := context.WithoutCancel(ctx)
			var last error
			eventually(t, "the transaction is gone", func() bool {
				last = tx.Enqueue(alive, greet{"ghost"}, db.JobOptions{})
				return last != nil
			})
			return last
		})
		require.Error(t, err)
		require.Zero(t, figures(t, d))
	})
}

func TestEnqueue_refuses_a_connection_without_a_transaction(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{})
	require.Error(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("ROLLBACK").Exec(ctx)
		require.NoError(t, err)
		require.ErrorIs(t, tx.Enqueue(ctx, greet{"ghost"}, db.JobOptions{}), sql.ErrTxDone)
		return errors.New("ours")
	}))
	require.Zero(t, figures(t, d))
}

func TestEnqueue_beside_rows_and_in_a_savepoint(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewInsert().Model(&thing{ID: "a"}).Exec(ctx)
			require.NoError(t, err)
			ours := errors.New("ours")
			require.ErrorIs(t, tx.RunInTx(ctx, nil, func(ctx context.Context, _ bun.Tx) error {
				require.NoError(t, tx.Enqueue(ctx, greet{"undone"}, db.JobOptions{}))
				return ours
			}), ours)
			return tx.Enqueue(ctx, greet{"a"}, db.JobOptions{})
		}))
		require.Equal(t, 1, figures(t, d).Waiting)
		require.Equal(t, 1, count(t.Context(), t, d.Read(t.Context())))
	})
}

func TestUnique_leaves_out_a_job_that_waits(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		unique := db.JobOptions{Unique: true}
		group, ctx := errgroup.WithContext(t.Context())
		for range 8 {
			group.Go(func() error { return enqueue(ctx, d, greet{"one"}, unique) })
		}
		require.NoError(t, group.Wait())
		require.NoError(t, enqueue(t.Context(), d, greet{"two"}, unique))
		require.NoError(t, enqueue(t.Context(), d, tick{}, unique))
		require.NoError(t, enqueue(t.Context(), d, greet{"two"}, db.JobOptions{}))
		require.Equal(t, 4, figures(t, d).Waiting)
	})
}

// A job that already runs may have read the world before; the news must not be
// lost, nor may it pile up.
func TestUnique_runs_again_what_runs_already(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var runs atomic.Int64
		started, goOn := make(chan struct{}, 10), make(chan struct{})
		h := &db.Handlers{}
		db.Handle(h, func(context.Context, greet) error {
			runs.Add(1)
			started <- struct{}{}
			<-goOn
			return nil
		})
		w := work(t, d, h, db.WorkerOptions{Concurrency: 1})
		require.NoError(t, enqueue(t.Context(), d, greet{"x"}, db.JobOptions{Unique: true}))
		receive(t, started)
		for range 5 {
			require.NoError(t, enqueue(t.Context(), d, greet{"x"}, db.JobOptions{Unique: true}))
		}
		require.Equal(t, 1, figures(t, d).Waiting)
		close(goOn)
		eventually(t, "it runs again", func() bool { return runs.Load() == 2 })
		eventually(t, "all done", func() bool { return figures(t, d) == db.QueueFigures{} })
		require.NoError(t, w.Stop(t.Context()))
		require.EqualValues(t, 2, runs.Load())
		require.NoError(t, enqueue(t.Context(), d, greet{"x"}, db.JobOptions{Unique: true}))
		require.Equal(t, 1, figures(t, d).Waiting, "a completed one does not count")
	})
}

func TestWorkers_try_again_and_survive_panics(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var runs atomic.Int64
		done := make(chan struct{})
		h := &db.Handlers{}
		db.Handle(h, func(context.Context, greet) error {
			switch runs.Add(1) {
			case 1:
				return errors.New("not yet")
			case 2:
				panic("oh no")
			}
			close(done)
			return nil
		})
		log := &lines{}
		work(t, d, h, db.WorkerOptions{Logger: log.logger()})
		require.NoError(t, enqueue(t.Context(), d, greet{"x"}, db.JobOptions{}))
		receive(t, done)
		require.EqualValues(t, 3, runs.Load())
		require.Contains(t, log.String(), `level=WARN msg="job failed and will be tried again" job=test.greet`)
		require.Contains(t, log.String(), `error="not yet"`)
		require.Contains(t, log.String(), `error="panic: oh no" stack="goroutine`)
		require.Equal(t, 2, strings.Count(log.String(), "level="), "each failure is told once: %s", log)
	})
}

func TestWorkers_park_what_keeps_failing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var healed atomic.Bool
		ran := make(chan string, 10)
		h := &db.Handlers{}
		db.Handle(h, func(_ context.Context, g greet) error {
			if !healed.Load() {
				return fmt.Errorf("no %s", g.Name)
			}
			ran <- g.Name
			return nil
		})
		log := &lines{}
		work(t, d, h, db.WorkerOptions{Logger: log.logger()})
		for _, name := range []string{"a", "b", "c"} {
			require.NoError(t, enqueue(t.Context(), d, greet{name}, db.JobOptions{MaxAttempts: 2}))
		}
		require.NoError(t, enqueue(t.Context(), d, tick{}, db.JobOptions{MaxAttempts: 1})) // nobody handles it
		eventually(t, "all are parked", func() bool { n, err := d.CountParked(t.Context()); return err == nil && n == 4 })
		require.Equal(t, db.QueueFigures{Parked: 4}, figures(t, d))

		parked, err := d.ParkedJobs(t.Context(), 2)
		require.NoError(t, err)
		require.Len(t, parked, 2)
		first := parked[0]
		require.Equal(t, "test.greet", first.Kind)
		require.JSONEq(t, `{"name":"a"}`, first.Content)
		require.Equal(t, 2, first.Attempts)
		require.Equal(t, "no a", first.LastError)
		require.WithinDuration(t, time.Now(), first.ParkedAt, time.Minute)
		require.WithinDuration(t, time.Now(), first.CreatedAt, time.Minute)
		require.Equal(t, time.UTC, first.ParkedAt.Location())
		require.Contains(t, log.String(), `level=ERROR msg="job failed and is parked" job=test.greet`)

		healed.Store(true)
		require.NoError(t, d.RetryJob(t.Context(), first.ID))
		require.Equal(t, "a", receive(t, ran))
		eventually(t, "three are left", func() bool { n, err := d.CountParked(t.Context()); return err == nil && n == 3 })
		require.ErrorIs(t, d.RetryJob(t.Context(), first.ID), db.ErrNotFound, "it is not parked any more")
		require.ErrorIs(t, d.RetryJob(t.Context(), 987654), db.ErrNotFound)
	})
}

func TestWorkers_end_a_run_that_takes_too_long(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := &db.Handlers{}
		db.HandleWithin(h, 20*time.Millisecond, func(ctx context.Context, _ greet) error {
			<-ctx.Done()
			return ctx.Err()
		})
		work(t, d, h, db.WorkerOptions{})
		require.NoError(t, enqueue(t.Context(), d, greet{"slow"}, db.JobOptions{MaxAttempts: 2}))
		eventually(t, "it is parked", func() bool { return figures(t, d).Parked == 1 })
	})
}

func TestWorkers_Stop_waits_for_what_runs(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		started, goOn := make(chan struct{}), make(chan struct{})
		var finished atomic.Bool
		h := &db.Handlers{}
		db.Handle(h, func(ctx context.Context, _ greet) error {
			close(started)
			<-goOn
			finished.Store(ctx.Err() == nil)
			return nil
		})
		ctx, cancel := context.WithCancel(t.Context())
		w, err := db.NewWorkers(d, h, db.WorkerOptions{})
		require.NoError(t, err)
		require.NoError(t, w.Start(ctx))
		require.NoError(t, enqueue(t.Context(), d, greet{"x"}, db.JobOptions{}))
		receive(t, started)
		cancel() // as a signal does: it does not cut the job off
		stopped := make(chan error, 1)
		go func() { stopped <- w.Stop(t.Context()) }()
		select {
		case err := <-stopped:
			require.FailNow(t, "stopped while a job runs", err)
		case <-time.After(50 * time.Millisecond):
		}
		close(goOn)
		require.NoError(t, receive(t, stopped))
		require.True(t, finished.Load())
		require.Equal(t, db.QueueFigures{}, figures(t, d), "the finished job is recorded as done")
	})
}

// A handler that does not end in time is cancelled, and its job runs again with
// the next workers, without having lost an attempt.
func TestWorkers_Stop_cancels_in_the_end(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		started := make(chan struct{}, 1)
		h := &db.Handlers{}
		db.Handle(h, func(ctx context.Context, _ greet) error {
			started <- struct{}{}
			<-ctx.Done()
			return ctx.Err()
		})
		w, err := db.NewWorkers(d, h, db.WorkerOptions{})
		require.NoError(t, err)
		require.NoError(t, w.Start(t.Context()))
		require.NoError(t, enqueue(t.Context(), d, greet{"x"}, db.JobOptions{MaxAttempts: 1}))
		receive(t, started)
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		require.NoError(t, w.Stop(ctx))
		require.Equal(t, 1, figures(t, d).Waiting)

		done := make(chan struct{})
		again := &db.Handlers{}
		db.Handle(again, func(context.Context, greet) error { close(done); return nil })
		work(t, d, again, db.WorkerOptions{})
		receive(t, done)
	})
}

// On SQLite a job that ran when the process was killed runs again as soon as
// the next process starts.
func TestWorkers_take_up_what_a_killed_process_left(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	require.NoError(t, enqueue(t.Context(), d, greet{"left"}, db.JobOptions{}))
	exec(t, d, "UPDATE river_job SET state = 'running', attempt = 1, attempted_at = created_at")
	require.Equal(t, 1, figures(t, d).Running)
	names := make(chan string, 1)
	h := &db.Handlers{}
	db.Handle(h, func(_ context.Context, g greet) error { names <- g.Name; return nil })
	work(t, d, h, db.WorkerOptions{})
	require.Equal(t, "left", receive(t, names))
}

func TestEvery_comes_back_by_itself(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ticks := make(chan struct{}, 100)
		h := &db.Handlers{}
		db.Handle(h, func(context.Context, tick) error { ticks <- struct{}{}; return nil })
		db.Every(h, 100*time.Millisecond, tick{})
		work(t, d, h, db.WorkerOptions{})
		for range 3 {
			receive(t, ticks)
		}
	})
}

func TestNewWorkers_refuses_two_handlers_of_one_job(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := &db.Handlers{}
		db.Handle(h, func(context.Context, tick) error { return nil })
		db.Handle(h, func(context.Context, tick) error { return nil })
		_, err := db.NewWorkers(d, h, db.WorkerOptions{})
		require.ErrorContains(t, err, "test.tick")
	})
}

// Jobs that write, enqueued by units that write, all at the same time: each
// runs, and none is lost.
func TestWorkers_under_load(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		const jobs = 200
		h := &db.Handlers{}
		db.Handle(h, func(ctx context.Context, g greet) error {
			return insert(ctx, d, thing{ID: g.Name, Slug: g.Name})
		})
		work(t, d, h, db.WorkerOptions{})
		group, ctx := errgroup.WithContext(t.Context())
		for w := range 4 {
			group.Go(func() error {
				for i := range jobs / 4 {
					if err := enqueue(ctx, d, greet{fmt.Sprintf("%d-%d", w, i)}, db.JobOptions{}); err != nil {
						return err
					}
				}
				return nil
			})
		}
		require.NoError(t, group.Wait())
		eventually(t, "all have run", func() bool { return count(t.Context(), t, d.Read(t.Context())) == jobs })
		eventually(t, "the queue is empty", func() bool { return figures(t, d) == db.QueueFigures{} })
	})
}

// A commit of this process wakes its worker. Were it not woken, it would look
// for work in an hour.
func TestWorkers_are_woken_by_a_commit(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ran := make(chan string, 1)
		h := &db.Handlers{}
		db.Handle(h, func(_ context.Context, g greet) error { ran <- g.Name; return nil })
		work(t, d, h, db.PollEvery(time.Hour))
		for i := range 10 {
			name := fmt.Sprint(i)
			require.NoError(t, enqueue(t.Context(), d, greet{name}, db.JobOptions{}))
			require.Equal(t, name, receive(t, ran))
			if i%2 == 0 { // the odd ones come while the one before ends
				eventually(t, "done", func() bool { return figures(t, d) == db.QueueFigures{} })
			}
		}
	})
}

// What waits for strangers, for the mail server or for minutes keeps nothing urgent
// waiting, and is told of as soon as it is there.
func TestWorkers_a_full_queue_keeps_no_other_waiting(t *testing.T) {
	t.Parallel()
	for _, full := range []db.Queue{db.QueueApart, db.QueueMail, db.QueueLong} {
		t.Run(string(full), func(t *testing.T) {
			t.Parallel()
			dbtest.Each(t, func(t *testing.T, d *db.DB) {
				stuck, ran, goOn := make(chan struct{}, 100), make(chan struct{}), make(chan struct{})
				h := &db.Handlers{}
				db.Handle(h, func(context.Context, greet) error { stuck <- struct{}{}; <-goOn; return nil })
				db.Handle(h, func(context.Context, tick) error { ran <- struct{}{}; return nil })
				work(t, d, h, db.PollEvery(time.Hour))
				t.Cleanup(func() { close(goOn) })
				for range 40 {
					require.NoError(t, enqueue(t.Context(), d, greet{"slow"}, db.JobOptions{Queue: full}))
				}
				receive(t, stuck)
				eventually(t, "its workers are all busy", func() bool {
					f := figures(t, d)
					return f.Running > 3 && f.Running+f.Waiting == 40 && len(stuck)+1 == f.Running
				})
				require.Equal(t, full == db.QueueLong, figures(t, d).OldestLong > 0)
				for range 3 {
					require.NoError(t, enqueue(t.Context(), d, tick{}, db.JobOptions{}))
					receive(t, ran)
				}
			})
		})
	}
}

// lines keeps log lines.
type lines struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func (l *lines) logger() *slog.Logger { return slog.New(slog.NewTextHandler(l, nil)) }

// A sweep has enqueued the work of a parked job anew: retrying the old one must
// neither fail nor do it twice.
func TestRetryJob_whose_work_was_enqueued_anew(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ran, broken := 0, true
		h := &db.Handlers{}
		db.Handle(h, func(context.Context, greet) error {
			if broken {
				return errors.New("not now")
			}
			ran++
			return nil
		})
		once := db.JobOptions{MaxAttempts: 1, Unique: true}
		require.NoError(t, enqueue(t.Context(), d, greet{"a"}, once))
		_, err := d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		parked, err := d.ParkedJobs(t.Context(), 2)
		require.NoError(t, err)
		require.Len(t, parked, 1)
		require.NoError(t, enqueue(t.Context(), d, greet{"a"}, once))
		require.NoError(t, d.RetryJob(t.Context(), parked[0].ID))
		n, err := d.CountParked(t.Context())
		require.NoError(t, err)
		require.Zero(t, n)
		broken = false
		_, err = d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		require.Equal(t, 1, ran)
	})
}

// What is postponed comes again as often as it likes: it has not failed.
func TestWorkers_Postpone_costs_no_attempt(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var runs atomic.Int64
		h := &db.Handlers{}
		var failures atomic.Int64
		h.Around(func(ctx context.Context, _ db.JobRun, do func(context.Context) error) error {
			err := do(ctx)
			if err != nil {
				failures.Add(1)
			}
			return err
		})
		db.Handle(h, func(context.Context, greet) error {
			if runs.Add(1) < 6 {
				return db.Postpone(time.Millisecond)
			}
			return nil
		})
		log := &lines{}
		work(t, d, h, db.WorkerOptions{Logger: log.logger()})
		require.NoError(t, enqueue(t.Context(), d, greet{"x"}, db.JobOptions{MaxAttempts: 2}))
		eventually(t, "done", func() bool { return runs.Load() == 6 && figures(t, d) == db.QueueFigures{} })
		require.Zero(t, failures.Load())
		require.Empty(t, log.String())
	})
}
