package live_test

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/live"
)

const patience = 30 * time.Second

// running runs a hub until the test ends.
func running(t *testing.T, d *db.DB) *live.Hub {
	t.Helper()
	h := live.NewHub(d, slog.New(slog.DiscardHandler))
	ctx, stop := context.WithCancel(t.Context())
	var done sync.WaitGroup
	done.Go(func() { h.Run(ctx) })
	t.Cleanup(func() {
		stop()
		done.Wait()
	})
	return h
}

func tell(t *testing.T, d *db.DB, topic event.Topic, subjects ...string) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		for _, s := range subjects {
			if err := event.Tell(ctx, tx, "test.told", event.About{Topic: topic, Subject: s}); err != nil {
				return err
			}
		}
		return nil
	}))
}

// read reads so many subjects, and waits for them.
func read(t *testing.T, f *live.Feed, n int) (subjects []string) {
	t.Helper()
	limit := time.After(patience)
	for {
		next, err := f.Next(t.Context())
		require.NoError(t, err)
		if next != nil {
			subjects = append(subjects, next.Subject)
		}
		if len(subjects) == n {
			return subjects
		}
		if next == nil {
			select {
			case <-f.Ready():
			case <-limit:
				require.Failf(t, "nothing more comes", "%d of %d: %v", len(subjects), n, subjects)
			}
		}
	}
}

func requireNothing(t *testing.T, f *live.Feed) {
	t.Helper()
	next, err := f.Next(t.Context())
	require.NoError(t, err)
	require.Nil(t, next)
}

func numbers(from, to int) (list []string) {
	for i := from; i < to; i++ {
		list = append(list, fmt.Sprint(i))
	}
	return list
}

func TestHub_hands_out_what_is_told_from_now_on(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		tell(t, d, "a:1", "before")
		h := running(t, d)
		f, err := h.Follow(t.Context(), "a:1", "")
		require.NoError(t, err)
		defer f.Close()
		tell(t, d, "b:1", "of another")
		tell(t, d, "a:1", "one", "two")
		tell(t, d, "a:1", "three")
		// What was told a moment before may still have waited for older units.
		got := read(t, f, 1)
		if got[0] == "before" {
			got = read(t, f, 1)
		}
		require.Equal(t, []string{"one", "two", "three"}, append(got, read(t, f, 2)...))
		requireNothing(t, f)
	})
}

// Whoever goes on from a position sees what followed it, once and in order,
// while more is told.
func TestHub_goes_on_where_a_reader_stopped(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := running(t, d)
		other, err := h.Follow(t.Context(), "other:1", "") // the hub is awake
		require.NoError(t, err)
		defer other.Close()
		const all = 700
		first, err := h.Follow(t.Context(), "a:1", "")
		require.NoError(t, err)
		position := first.Position()
		first.Close()
		var telling errgroup.Group
		telling.Go(func() error {
			for i := range all {
				err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					return event.Tell(ctx, tx, "test.told", event.About{Topic: "a:1", Subject: fmt.Sprint(i)})
				})
				if err != nil {
					return err
				}
			}
			return nil
		})
		var seen []string
		for len(seen) < all { // reads a few, goes away, comes back
			f, err := h.Follow(t.Context(), "a:1", position)
			require.NoError(t, err)
			seen = append(seen, read(t, f, min(37, all-len(seen)))...)
			position = f.Position()
			f.Close()
		}
		require.NoError(t, telling.Wait())
		require.Equal(t, numbers(0, all), seen)
	})
}

// Units commit in another order than they are numbered. Nobody must go past one
// that is still open.
func TestHub_waits_for_units_that_commit_late(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{})
	h := running(t, d)
	f, err := h.Follow(t.Context(), "a:1", "")
	require.NoError(t, err)
	defer f.Close()
	told, release := make(chan struct{}), make(chan struct{})
	var late errgroup.Group
	late.Go(func() error {
		return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			if err := event.Tell(ctx, tx, "test.told", event.About{Topic: "a:1", Subject: "early number, late commit"}); err != nil {
				return err
			}
			close(told)
			<-release
			return nil
		})
	})
	<-told
	tell(t, d, "a:1", "late number, early commit")
	// What is committed is in the table, and is not handed out: not live, and not to
	// whoever comes and reads the table.
	_, _, waits, err := event.Since(t.Context(), d, "a:1", event.Position{}, 10)
	require.NoError(t, err)
	require.True(t, waits)
	requireNothing(t, f)
	again, err := h.Follow(t.Context(), "a:1", f.Position())
	require.NoError(t, err)
	defer again.Close()
	requireNothing(t, again)
	close(release)
	require.NoError(t, late.Wait())
	want := []string{"early number, late commit", "late number, early commit"}
	require.Equal(t, want, read(t, f, 2))
	require.Equal(t, want, read(t, again, 2))
}

// Many write at once, in units that overlap, are rolled back and are retried; many
// read, go away and come back.
func TestHub_loses_and_repeats_nothing_at_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := running(t, d)
		const writers, each = 6, 40
		start, err := h.Follow(t.Context(), "a:1", "")
		require.NoError(t, err)
		defer start.Close()
		from := start.Position()
		var work errgroup.Group
		for w := range writers {
			work.Go(func() error {
				for i := range each {
					err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
						if err := event.Tell(ctx, tx, "test.told", event.About{Topic: "a:1", Subject: fmt.Sprintf("%d/%d", w, i)}); err != nil {
							return err
						}
						if i%7 == 6 {
							return context.Canceled
						}
						return nil
					})
					if err != nil && i%7 != 6 {
						return err
					}
				}
				return nil
			})
		}
		const kept = writers * (each - each/7)
		results := make([][]string, 4)
		for r := range results {
			work.Go(func() error {
				position := from
				for len(results[r]) < kept {
					f, err := h.Follow(t.Context(), "a:1", position)
					if err != nil {
						return err
					}
					results[r] = append(results[r], read(t, f, min(5+r*11, kept-len(results[r])))...)
					position = f.Position()
					f.Close()
				}
				return nil
			})
		}
		require.NoError(t, work.Wait())
		all := read(t, start, kept)
		seen := map[string]bool{}
		for _, subject := range all {
			require.False(t, seen[subject], subject)
			seen[subject] = true
		}
		for _, got := range results {
			require.Equal(t, all, got, "everybody sees one order")
		}
	})
}

func TestHub_cuts_off_who_does_not_read_and_lets_them_come_back(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		h := running(t, d)
		slow, err := h.Follow(t.Context(), "a:1", "")
		require.NoError(t, err)
		defer slow.Close()
		quick, err := h.Follow(t.Context(), "a:1", "")
		require.NoError(t, err)
		defer quick.Close()
		for i := range 12 {
			tell(t, d, "a:1", numbers(100*i, 100*i+100)...)
			read(t, quick, 100)
		}
		_, err = slow.Next(t.Context())
		require.ErrorIs(t, err, live.ErrSlow)
		again, err := h.Follow(t.Context(), "a:1", slow.Position())
		require.NoError(t, err)
		defer again.Close()
		require.Equal(t, numbers(0, 1200), read(t, again, 1200))
	})
}

func TestHub_says_what_is_no_position(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC), func(t *testing.T, d *db.DB, c *clock.Manual) {
		h := running(t, d)
		tell(t, d, "a:1", "one")
		f, err := h.Follow(t.Context(), "a:1", "")
		require.NoError(t, err)
		position := f.Position()
		f.Close()
		for _, bad := range []string{"x", "1-2", "1-2-3-4", "-1-2-3", "é-1-1", "zzzzzzzzzzzz-1-zzzzzz", "1-1-99999999999999999999", position + "0000000000000"} {
			_, err := h.Follow(t.Context(), "a:1", bad)
			require.ErrorIs(t, err, live.ErrCursor, bad)
		}
		c.Advance(29 * 24 * time.Hour)
		f, err = h.Follow(t.Context(), "a:1", position)
		require.NoError(t, err)
		f.Close()
		c.Advance(24*time.Hour + time.Second)
		_, err = h.Follow(t.Context(), "a:1", position)
		require.ErrorIs(t, err, live.ErrGone)
		_, err = event.NewDeliverer(d).Prune(t.Context())
		require.NoError(t, err)
		var left int
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM news").Scan(t.Context(), &left))
		require.Zero(t, left)
		tell(t, d, "a:1", "two")
		f, err = h.Follow(t.Context(), "a:1", "")
		require.NoError(t, err)
		f.Close()
	})
}

// Two processes on one PostgreSQL, of which the one that listens loses its
// connection, again and again.
func TestHub_hears_other_processes_although_connections_die(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t, db.Postgres)
	open := func() *db.DB {
		d, err := db.Open(t.Context(), url, db.Options{})
		require.NoError(t, err)
		t.Cleanup(func() { _ = d.Close() })
		return d
	}
	here, there := open(), open()
	h := running(t, there)
	running(t, here)
	f, err := h.Follow(t.Context(), "a:1", "")
	require.NoError(t, err)
	defer f.Close()
	listening := func(what string) (n int) {
		require.NoError(t, here.Read(t.Context()).NewRaw("SELECT count("+what+
			") FROM pg_stat_activity WHERE query LIKE 'LISTEN \"etal_news\"%' AND datname = current_database()").Scan(t.Context(), &n))
		return n
	}
	// Nothing can be killed before it is there.
	require.Eventually(t, func() bool { return listening("pid") > 0 }, time.Minute, 10*time.Millisecond)
	var killed int
	for i := range 40 {
		if i%4 == 1 {
			killed += listening("pg_terminate_backend(pid)")
		}
		tell(t, here, "a:1", fmt.Sprint(i))
	}
	require.Equal(t, numbers(0, 40), read(t, f, 40))
	require.Positive(t, killed)
}

// Nothing at all gets through: news is found all the same.
func TestHub_looks_by_itself(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t, db.Postgres)
	d, err := db.Open(t.Context(), url, db.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	silent, err := db.Open(t.Context(), url, db.Options{}) // no hub of its process tells others
	require.NoError(t, err)
	t.Cleanup(func() { _ = silent.Close() })
	f, err := running(t, d).Follow(t.Context(), "a:1", "")
	require.NoError(t, err)
	defer f.Close()
	tell(t, silent, "a:1", "one")
	require.Equal(t, []string{"one"}, read(t, f, 1))
}

// A database that was restored into another server brings numbers along that
// this one has not reached.
func TestHub_forgets_news_of_another_server(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{})
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("INSERT INTO news (topic, unit, seq, name, subject, created_at) VALUES ('a:1', 9000000000000, 1, 'x', 'old', ?)", tx.Now()).Exec(ctx)
		return err
	}))
	require.NoError(t, event.Restart(t.Context(), d))
	f, err := running(t, d).Follow(t.Context(), "a:1", "")
	require.NoError(t, err)
	defer f.Close()
	tell(t, d, "a:1", "new")
	require.Equal(t, []string{"new"}, read(t, f, 1))
}

// A process that begins removes nothing of what others tell while it does.
func TestHub_beginning_leaves_what_others_tell(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{})
	var tellers, beginners sync.WaitGroup
	ctx, stop := context.WithCancel(t.Context())
	beginners.Go(func() {
		for ctx.Err() == nil {
			if err := event.Restart(ctx, d); err != nil && ctx.Err() == nil {
				t.Error(err)
			}
		}
	})
	for range 4 {
		tellers.Go(func() {
			for range 100 {
				tell(t, d, "a:1", "x")
			}
		})
	}
	tellers.Wait()
	stop()
	beginners.Wait()
	var left int
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM news").Scan(t.Context(), &left))
	require.Equal(t, 400, left)
}

func TestHub_serves_a_thousand_and_leaves_nothing(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{})
	h := live.NewHub(d, slog.New(slog.DiscardHandler))
	ctx, stop := context.WithCancel(t.Context())
	var done sync.WaitGroup
	done.Go(func() { h.Run(ctx) })
	const readers, told = 1000, 50
	feeds := make([]*live.Feed, readers)
	for i := range feeds {
		var err error
		feeds[i], err = h.Follow(t.Context(), event.TopicOf("a", fmt.Sprint(i%10)), "")
		require.NoError(t, err)
	}
	require.Equal(t, readers, h.Open())
	for i := range 10 {
		tell(t, d, event.TopicOf("a", fmt.Sprint(i)), numbers(0, told)...)
	}
	for _, f := range feeds {
		require.Equal(t, numbers(0, told), read(t, f, told))
	}
	for i, f := range feeds {
		if i%2 == 0 {
			f.Close()
			f.Close() // once more does no harm
		}
	}
	h.Stop()
	_, err := feeds[1].Next(t.Context())
	require.ErrorIs(t, err, live.ErrStopping)
	_, err = h.Follow(t.Context(), "a:1", "")
	require.ErrorIs(t, err, live.ErrStopping)
	for _, f := range feeds {
		f.Close()
	}
	require.Zero(t, h.Open())
	stop()
	done.Wait() // what it has started has ended
}
