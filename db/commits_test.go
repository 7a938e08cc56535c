package db_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// commitCounter counts the transactions that were committed.
type commitCounter struct{ commits atomic.Int64 }

func (*commitCounter) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context { return ctx }

func (c *commitCounter) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	if e.Query == "COMMIT" && e.Err == nil {
		c.commits.Add(1)
	}
}

type body func(ctx context.Context, tx db.Tx) error

// line are units of a SQLite database that stand behind one another.
type line struct {
	*db.DB
	commits  int64
	answered atomic.Int64 // how many units have returned
	runs     []int
	errs     []error
}

// inLine has units run that all stand in line before the first one does anything, and
// waits for them. Each has a context of its own, which it may cancel.
func inLine(t *testing.T, bodies ...func(l *line, cancel func()) body) *line {
	t.Helper()
	l := &line{DB: dbtest.Open(t, db.SQLite, db.Options{}), runs: make([]int, len(bodies)), errs: make([]error, len(bodies))}
	counter := &commitCounter{}
	l.Watch(counter)
	db.BePatient(l.DB)
	made(t, l.DB)
	counter.commits.Store(0)
	ready := make(chan struct{})
	var all sync.WaitGroup
	for i, of := range bodies {
		all.Go(func() {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			defer l.answered.Add(1)
			defer func() {
				if p := recover(); p != nil {
					l.errs[i] = fmt.Errorf("panic: %v", p)
				}
			}()
			does := of(l, cancel)
			l.errs[i] = l.Write(ctx, func(ctx context.Context, tx db.Tx) error {
				<-ready
				l.runs[i]++
				return does(ctx, tx)
			})
		})
		eventually(t, "stands in line", func() bool { return db.Standing(l.DB) == i+1 })
	}
	close(ready)
	all.Wait()
	require.Zero(t, db.Standing(l.DB))
	l.commits = counter.commits.Load()
	return l
}

func puts(id string) func(*line, func()) body {
	return func(*line, func()) body {
		return func(ctx context.Context, tx db.Tx) error { return put(ctx, tx, id, 1) }
	}
}

// Units that stand behind one another are committed once. Each sees what those before
// it have done, and none is answered before the commit.
func TestCommits_of_units_in_line(t *testing.T) {
	t.Parallel()
	l := inLine(t, puts("a"), puts("b"), func(l *line, _ func()) body {
		return func(ctx context.Context, tx db.Tx) error {
			var n int
			require.NoError(t, tx.NewRaw("SELECT count(*) FROM things").Scan(ctx, &n))
			require.Equal(t, 2, n)
			require.Zero(t, l.answered.Load())
			require.Zero(t, things(t, l.DB), "nobody else sees it")
			return put(ctx, tx, "c", 1)
		}
	})
	require.Equal(t, []error{nil, nil, nil}, l.errs)
	require.EqualValues(t, 1, l.commits)
	require.Equal(t, 3, things(t, l.DB))
}

// What one of them refuses is undone alone, wherever it stands, and so is what one does
// that panics or whose caller has gone.
func TestCommits_without_those_that_fail(t *testing.T) {
	t.Parallel()
	ours := errors.New("ours")
	fails := func(*line, func()) body {
		return func(ctx context.Context, tx db.Tx) error { return errors.Join(put(ctx, tx, "none", 1), ours) }
	}
	panics := func(*line, func()) body {
		return func(ctx context.Context, tx db.Tx) error {
			require.NoError(t, put(ctx, tx, "none", 1))
			panic("ours")
		}
	}
	goes := func(_ *line, cancel func()) body {
		return func(ctx context.Context, tx db.Tx) error {
			require.NoError(t, put(ctx, tx, "none", 1))
			cancel()
			return put(context.WithoutCancel(ctx), tx, "none either", 1)
		}
	}
	breaks := func(*line, func()) body {
		return func(ctx context.Context, tx db.Tx) error {
			if err := put(ctx, tx, "none", 1); err != nil {
				return err
			}
			return put(ctx, tx, "none", -1) // the check fails
		}
	}
	for name, bad := range map[string]func(*line, func()) body{"fails": fails, "panics": panics, "goes": goes, "breaks": breaks} {
		for at := range 3 {
			t.Run(fmt.Sprintf("%s %d", name, at), func(t *testing.T) {
				t.Parallel()
				bodies := []func(*line, func()) body{puts("a"), puts("b")}
				l := inLine(t, append(append(append([]func(*line, func()) body{}, bodies[:at]...), bad), bodies[at:]...)...)
				for i, err := range l.errs {
					require.Equal(t, i == at, err != nil, "%d: %v", i, err)
				}
				require.Equal(t, []int{1, 1, 1}, l.runs)
				require.LessOrEqual(t, l.commits, int64(2))
				require.Equal(t, 2, things(t, l.DB))
			})
		}
	}
}

// When SQLite rolls the whole transaction back, or its commit fails, all of its units
// run again, each alone, and only the one whose fault it is fails.
func TestCommits_that_are_undone(t *testing.T) {
	t.Parallel()
	rollsBack := func(*line, func()) body {
		return func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("INSERT OR ROLLBACK INTO things (id, n) VALUES ('none', -1)").Exec(ctx)
			return err
		}
	}
	dangles := func(*line, func()) body {
		return func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("CREATE TABLE parts (thing TEXT REFERENCES things (id) DEFERRABLE INITIALLY DEFERRED); INSERT INTO parts VALUES ('none')").Exec(ctx)
			return err
		}
	}
	for name, bad := range map[string]func(*line, func()) body{"rolls back": rollsBack, "dangles": dangles} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := inLine(t, puts("a"), bad, puts("b"))
			require.NoError(t, l.errs[0])
			require.ErrorContains(t, l.errs[1], "constraint")
			require.NoError(t, l.errs[2])
			require.Equal(t, 2, l.runs[0])
			require.Equal(t, 2, things(t, l.DB))
		})
	}
}

// Whoever goes away while it stands in line does not run, and keeps nobody waiting.
func TestCommits_when_somebody_leaves_the_line(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.SQLite, db.Options{})
	made(t, d)
	db.BePatient(d)
	inside, ready := make(chan struct{}), make(chan struct{})
	first := make(chan error, 1)
	go func() {
		first <- d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			close(inside)
			<-ready
			return put(ctx, tx, "a", 1)
		})
	}()
	receive(t, inside)
	ctx, cancel := context.WithCancel(t.Context())
	second := make(chan error, 1)
	go func() {
		second <- d.Write(ctx, func(context.Context, db.Tx) error { panic("it runs") })
	}()
	eventually(t, "stands in line", func() bool { return db.Standing(d) == 2 })
	cancel()
	require.ErrorIs(t, receive(t, second), context.Canceled, "it does not wait for its turn")
	close(ready)
	require.NoError(t, receive(t, first), "somebody commits")
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return put(ctx, tx, "b", 1) }))
	require.Equal(t, 2, things(t, d))
}

// Many at once, of whom some fail: what was answered with success is there, and
// nothing else.
func TestCommits_of_many(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.SQLite, db.Options{})
	counter := &commitCounter{}
	d.Watch(counter)
	made(t, d)
	counter.commits.Store(0)
	const writers, each = 12, 30
	var all sync.WaitGroup
	var done atomic.Int64
	for w := range writers {
		all.Go(func() {
			for i := range each {
				id := fmt.Sprintf("%d.%d", w, i)
				err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					if err := put(ctx, tx, id, 1); err != nil || i%5 > 0 {
						return err
					}
					return put(ctx, tx, id, 1) // the key is taken
				})
				if err == nil {
					done.Add(1)
				}
				var n int
				readErr := d.Read(t.Context()).NewRaw("SELECT count(*) FROM things WHERE id = ?", id).Scan(t.Context(), &n)
				if readErr != nil || (err == nil) != (n == 1) || (err == nil) != (i%5 > 0) {
					t.Errorf("%s: %v, %d found, %v", id, err, n, readErr)
				}
			}
		})
	}
	all.Wait()
	require.EqualValues(t, writers*each*4/5, done.Load())
	require.EqualValues(t, done.Load(), things(t, d))
	require.LessOrEqual(t, counter.commits.Load(), done.Load())
	t.Logf("%d units by %d commits", done.Load(), counter.commits.Load())
}
