package db_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
)

// each runs fn on both databases with the tables of this suite.
func each(t *testing.T, fn func(t *testing.T, d *db.DB)) {
	t.Helper()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		exec(t, d, `
			CREATE TABLE things (
				id      TEXT   NOT NULL CONSTRAINT things_pkey PRIMARY KEY,
				owner   TEXT   NOT NULL,
				slug    TEXT   NOT NULL,
				n       BIGINT NOT NULL CONSTRAINT things_n_check CHECK (n >= 0),
				deleted BOOLEAN NOT NULL,
				CONSTRAINT things_owner_slug_key UNIQUE (owner, slug)
			);
			CREATE UNIQUE INDEX things_slug_key ON things (slug) WHERE NOT deleted;
			CREATE TABLE parts (
				id       TEXT NOT NULL PRIMARY KEY,
				thing_id TEXT NOT NULL CONSTRAINT parts_thing_id_fkey REFERENCES things (id)
			);`)
		fn(t, d)
	})
}

type thing struct {
	bun.BaseModel `bun:"table:things"`

	ID      string `bun:",pk"`
	Owner   string
	Slug    string
	N       int64
	Deleted bool
}

func exec(t *testing.T, d *db.DB, query string, args ...any) {
	t.Helper()
	require.NoError(t, write(t.Context(), d, query, args...))
}

func write(ctx context.Context, d *db.DB, query string, args ...any) error {
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw(query, args...).Exec(ctx)
		return err
	})
}

func insert(ctx context.Context, d *db.DB, th thing) error {
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewInsert().Model(&th).Exec(ctx)
		return err
	})
}

func count(ctx context.Context, t *testing.T, q db.Querier) (n int) {
	t.Helper()
	require.NoError(t, q.NewRaw("SELECT count(*) FROM things").Scan(ctx, &n))
	return n
}

func TestDB_refuses_a_unit_inside_a_unit(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		nothing := func(context.Context, db.Tx) error { t.Error("ran inside"); return nil }
		look := func(context.Context, db.Querier) error { t.Error("looked inside"); return nil }
		inside := func(ctx context.Context) {
			require.ErrorIs(t, d.Write(ctx, nothing), db.ErrNested)
			require.ErrorIs(t, d.View(ctx, look), db.ErrNested)
			require.ErrorIs(t, d.Migrate(ctx), db.ErrNested)
			var n int
			require.ErrorIs(t, d.Read(ctx).NewRaw("SELECT 1").Scan(ctx, &n), db.ErrNested)
			require.ErrorIs(t, d.Read(ctx).NewSelect().Table("things").ColumnExpr("1").Scan(ctx, &n), db.ErrNested)
			_, err := d.Read(ctx).NewSelect().Table("things").Count(ctx)
			require.ErrorIs(t, err, db.ErrNested)
			require.PanicsWithValue(t, "db: network call inside a unit of work", func() { db.MustBeOutside(ctx) })
		}
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, _ db.Tx) error { inside(ctx); return nil }))
		require.NoError(t, d.View(t.Context(), func(ctx context.Context, _ db.Querier) error { inside(ctx); return nil }))
		require.NotPanics(t, func() { db.MustBeOutside(t.Context()) })
	})
}

func TestDB_read_handle_cannot_write(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		const query = "INSERT INTO things (id, owner, slug, n, deleted) VALUES ('a', 'o', 's', 1, ?)"
		_, err := d.Read(t.Context()).NewRaw(query, false).Exec(t.Context())
		require.ErrorContains(t, err, "read")
		err = d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
			_, err := q.NewRaw(query, false).Exec(ctx)
			return err
		})
		require.ErrorContains(t, err, "read")
		require.Zero(t, count(t.Context(), t, d.Read(t.Context())))
	})
}

func TestWrite_loses_no_update_of_concurrent_writers(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		const writers, times = 8, 50
		require.NoError(t, insert(t.Context(), d, thing{ID: "a", Slug: "s"}))
		group, ctx := errgroup.WithContext(t.Context())
		for range writers {
			group.Go(func() error {
				for range times {
					err := d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
						th := new(thing)
						if err := db.ForUpdate(tx.NewSelect().Model(th).Where("id = ?", "a")).Scan(ctx); err != nil {
							return err
						}
						th.N++
						_, err := tx.NewUpdate().Model(th).WherePK().Exec(ctx)
						return err
					})
					if err != nil {
						return err
					}
				}
				return nil
			})
		}
		require.NoError(t, group.Wait())
		var n int
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT n FROM things").Scan(t.Context(), &n))
		require.Equal(t, writers*times, n)
	})
}

// Two units that lock two rows in opposite orders: PostgreSQL kills one, which
// must run again. On SQLite the second waits.
func TestWrite_runs_again_after_a_deadlock(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, insert(t.Context(), d, thing{ID: "a", Slug: "a"}))
		require.NoError(t, insert(t.Context(), d, thing{ID: "b", Slug: "b"}))
		var runs atomic.Int64
		bump := func(ctx context.Context, tx db.Tx, id string) error {
			_, err := tx.NewRaw("UPDATE things SET n = n + 1 WHERE id = ?", id).Exec(ctx)
			return err
		}
		var met atomic.Int64
		both := make(chan struct{})
		group, ctx := errgroup.WithContext(t.Context())
		for _, order := range [][2]string{{"a", "b"}, {"b", "a"}} {
			group.Go(func() error {
				first := true
				return d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
					runs.Add(1)
					if err := bump(ctx, tx, order[0]); err != nil {
						return err
					}
					if first && d.Dialect() == db.Postgres { // both hold their first row
						first = false
						if met.Add(1) == 2 {
							close(both)
						}
						select {
						case <-both:
						case <-ctx.Done():
						}
					}
					return bump(ctx, tx, order[1])
				})
			})
		}
		require.NoError(t, group.Wait())
		var n int
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT sum(n) FROM things").Scan(t.Context(), &n))
		require.Equal(t, 4, n)
		if d.Dialect() == db.Postgres {
			require.Greater(t, runs.Load(), int64(2), "nobody met a deadlock: the test proves nothing")
		}
	})
}

// A unit that always fails to serialize is given up after five runs. The error
// is a real one, of the database itself.
func TestWrite_retries_are_bounded(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{})
	runs := 0
	err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		runs++
		_, err := tx.NewRaw(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`).Exec(ctx)
		return err
	})
	require.ErrorContains(t, err, "gave up after 5 attempts")
	require.ErrorContains(t, err, "40001")
	require.Equal(t, 5, runs)

	ctx, cancel := context.WithCancel(t.Context())
	runs = 0
	err = d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		runs++
		_, err := tx.NewRaw(`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40P01'; END $$`).Exec(ctx)
		cancel()
		return err
	})
	require.Error(t, err)
	require.Equal(t, 1, runs, "a unit whose caller has gone does not run again")
}

func TestWrite_does_not_run_again_after_an_ordinary_error(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		runs, ours := 0, errors.New("ours")
		err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			runs++
			_, err := tx.NewInsert().Model(&thing{ID: "a"}).Exec(ctx)
			require.NoError(t, err)
			return fmt.Errorf("wrapped: %w", ours)
		})
		require.ErrorIs(t, err, ours)
		require.Equal(t, 1, runs)
		require.Zero(t, count(t.Context(), t, d.Read(t.Context())), "rolled back")
	})
}

func TestWrite_rolls_back_and_goes_on_panicking(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		for range 20 { // more often than there are connections: none is lost
			require.PanicsWithValue(t, "boom", func() {
				_ = d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					_, err := tx.NewInsert().Model(&thing{ID: "a"}).Exec(ctx)
					require.NoError(t, err)
					panic("boom")
				})
			})
			require.PanicsWithValue(t, "look", func() {
				_ = d.View(t.Context(), func(context.Context, db.Querier) error { panic("look") })
			})
		}
		require.Zero(t, count(t.Context(), t, d.Read(t.Context())))
		require.NoError(t, insert(t.Context(), d, thing{ID: "a"}))
	})
}

func TestWrite_undoes_part_of_a_unit(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewInsert().Model(&thing{ID: "a", Slug: "a"}).Exec(ctx)
			require.NoError(t, err)
			err = tx.RunInTx(ctx, nil, func(ctx context.Context, part bun.Tx) error {
				_, err := part.NewInsert().Model(&thing{ID: "b", Slug: "b"}).Exec(ctx)
				require.NoError(t, err)
				_, err = part.NewInsert().Model(&thing{ID: "a"}).Exec(ctx)
				return err
			})
			require.True(t, db.Violates(err, "things_pkey"), "%v", err)
			_, err = tx.NewInsert().Model(&thing{ID: "c", Slug: "c"}).Exec(ctx)
			return err
		}))
		var ids []string
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT id FROM things ORDER BY id").Scan(t.Context(), &ids))
		require.Equal(t, []string{"a", "c"}, ids)
	})
}

func TestTx_Now_is_one_instant(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 3, 29, 3, 30, 0, 123456789, time.FixedZone("somewhere", 7200))
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, c *clock.Manual) {
		require.NoError(t, d.Write(t.Context(), func(_ context.Context, tx db.Tx) error {
			before := tx.Now()
			c.Advance(time.Hour)
			require.Equal(t, before, tx.Now())
			require.Equal(t, time.UTC, tx.Now().Location())
			require.True(t, at.Truncate(time.Microsecond).Equal(tx.Now()))
			require.False(t, tx.IsZero())
			return nil
		}))
		require.True(t, db.Tx{}.IsZero())
	})
}

type every struct {
	bun.BaseModel `bun:"table:every"`

	ID    string `bun:",pk"`
	Big   int64
	Yes   bool
	Maybe *bool
	At    time.Time
	Ended *time.Time
	Blob  []byte
	JSON  map[string]any `bun:"json,type:jsonb"`
	List  []string       `bun:"type:jsonb"`
	None  *string
}

func TestValues_survive_the_round_trip(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		exec(t, d, `CREATE TABLE every (id TEXT NOT NULL PRIMARY KEY, big BIGINT NOT NULL, yes BOOLEAN NOT NULL, maybe BOOLEAN,
			at TIMESTAMPTZ NOT NULL, ended TIMESTAMPTZ, blob BYTEA, json JSONB, list JSONB, none TEXT)`)
		yes, ended := false, time.Date(1969, 12, 31, 23, 59, 59, 999999000, time.UTC)
		rows := []every{
			{
				ID: "a", Big: 1<<63 - 1, Yes: true, Maybe: &yes, At: time.Date(2026, 11, 25, 1, 2, 3, 120000000, time.UTC), Ended: &ended,
				Blob: []byte{0, 255, '\'', '?'}, JSON: map[string]any{"a": "é\"'?", "b": []any{1.0, nil}}, List: []string{"a,b", "{"},
			},
			{ID: "ünï'?\\%_ \U0001F375", Big: -1 << 63, At: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), List: []string{}},
		}
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewInsert().Model(&rows).Exec(ctx)
			return err
		}))
		for _, want := range rows {
			got := new(every)
			require.NoError(t, d.Read(t.Context()).NewSelect().Model(got).Where("id = ?", want.ID).Scan(t.Context()))
			if want.Ended != nil {
				require.Equal(t, ended, *got.Ended)
			}
			want.Ended, got.Ended = nil, nil // the insert has written into the row
			require.Equal(t, want, *got)
			var alone time.Time
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT at FROM every WHERE id = ?", want.ID).Scan(t.Context(), &alone))
			require.Equal(t, want.At, alone, "also outside of a struct")
		}
		var yesCount, early int
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM every WHERE yes = ?", true).Scan(t.Context(), &yesCount))
		require.Equal(t, 1, yesCount)
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM every WHERE at < ?", rows[0].At).Scan(t.Context(), &early))
		require.Equal(t, 1, early, "instants are ordered")
		var next time.Time
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			at := rows[0].At.Add(time.Microsecond).In(time.FixedZone("elsewhere", -5*3600))
			return tx.NewRaw("UPDATE every SET at = ? WHERE at = ? RETURNING at", at, rows[0].At).Scan(ctx, &next)
		}))
		require.Equal(t, rows[0].At.Add(time.Microsecond), next)
	})
}

func TestQuestion_marks_and_quotes_in_values_stay_values(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		for i, evil := range []string{"'; DROP TABLE things; --", `\'; DROP TABLE things; --`, "?0", "?", "$1", "E'\\x'"} {
			require.NoError(t, insert(t.Context(), d, thing{ID: fmt.Sprint(i), Owner: evil, Slug: evil}))
			var got string
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT owner FROM things WHERE slug = ? AND owner = ?", evil, evil).
				Scan(t.Context(), &got))
			require.Equal(t, evil, got)
		}
	})
}

func TestViolates_names_the_constraint(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, insert(t.Context(), d, thing{ID: "a", Owner: "o", Slug: "s"}))
		for name, th := range map[string]thing{
			"things_pkey":           {ID: "a", Owner: "p", Slug: "t"},
			"things_owner_slug_key": {ID: "b", Owner: "o", Slug: "s", Deleted: true},
			"things_slug_key":       {ID: "b", Owner: "p", Slug: "s"},
			"things_n_check":        {ID: "b", Owner: "p", Slug: "t", N: -1},
		} {
			err := insert(t.Context(), d, th)
			require.Error(t, err, name)
			for _, other := range []string{"things_pkey", "things_owner_slug_key", "things_slug_key", "things_n_check", "things_n", ""} {
				require.Equal(t, name == other, db.Violates(err, other), "%s against %s: %v", name, other, err)
				require.Equal(t, name == other, db.Violates(fmt.Errorf("wrapped: %w", err), other))
			}
		}
		require.False(t, db.Violates(nil, "things_pkey"))
		require.False(t, db.Violates(errors.New("things_pkey"), "things_pkey"))
		require.NoError(t, insert(t.Context(), d, thing{ID: "b", Owner: "p", Slug: "s", Deleted: true}), "the index is partial")
	})
}

func TestForeign_keys_are_enforced(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		for range 10 { // on whichever connection
			require.Error(t, write(t.Context(), d, "INSERT INTO parts (id, thing_id) VALUES ('p', 'nothing')"))
		}
		require.NoError(t, insert(t.Context(), d, thing{ID: "a"}))
		exec(t, d, "INSERT INTO parts (id, thing_id) VALUES ('p', 'a')")
		require.Error(t, write(t.Context(), d, "DELETE FROM things"))
	})
}

func TestErrNotFound_is_what_a_missing_row_gives(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		err := d.Read(t.Context()).NewSelect().Model(new(thing)).Where("id = 'none'").Scan(t.Context())
		require.ErrorIs(t, err, db.ErrNotFound)
	})
}

// A second unit waits for the row that the first has locked, and then sees what
// the first has written.
func TestForUpdate_makes_the_second_unit_wait(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, insert(t.Context(), d, thing{ID: "a"}))
		locked, done := make(chan struct{}), make(chan int64, 1)
		var wg sync.WaitGroup
		wg.Go(func() {
			<-locked
			var n int64
			err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				return db.ForUpdate(tx.NewSelect().Table("things").Column("n").Where("id = 'a'")).Scan(ctx, &n)
			})
			if err != nil {
				t.Error(err)
			}
			done <- n
		})
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			var n int64
			require.NoError(t, db.ForUpdate(tx.NewSelect().Table("things").Column("n").Where("id = 'a'")).Scan(ctx, &n))
			close(locked)
			select {
			case n := <-done:
				t.Error("the second unit did not wait")
				done <- n
			case <-time.After(50 * time.Millisecond):
			}
			_, err := tx.NewRaw("UPDATE things SET n = 7").Exec(ctx)
			return err
		}))
		require.EqualValues(t, 7, <-done)
		wg.Wait()
	})
}

// Two units that claim rows at the same time never claim the same one.
func TestSkipLocked_hands_each_row_to_one_unit(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		const rows = 40
		for i := range rows {
			require.NoError(t, insert(t.Context(), d, thing{ID: fmt.Sprintf("%02d", i), Slug: fmt.Sprint(i)}))
		}
		var claimed sync.Map
		group, ctx := errgroup.WithContext(t.Context())
		for range 6 {
			group.Go(func() error {
				for {
					var id string
					err := d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
						q := tx.NewSelect().Table("things").Column("id").Where("n = 0").OrderExpr("id").Limit(1)
						if err := db.SkipLocked(q).Scan(ctx, &id); err != nil {
							return err
						}
						_, err := tx.NewRaw("UPDATE things SET n = 1 WHERE id = ?", id).Exec(ctx)
						return err
					})
					if errors.Is(err, db.ErrNotFound) {
						return nil
					}
					if err != nil {
						return err
					}
					if _, twice := claimed.LoadOrStore(id, true); twice {
						return fmt.Errorf("%s was claimed twice", id)
					}
				}
			})
		}
		require.NoError(t, group.Wait())
		n := 0
		claimed.Range(func(any, any) bool { n++; return true })
		require.Equal(t, rows, n)
	})
}

// Reads of a View agree with each other while somebody writes in between.
func TestView_is_one_snapshot(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, insert(t.Context(), d, thing{ID: "a", Slug: "a"}))
		require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
			require.Equal(t, 1, count(ctx, t, q))
			require.NoError(t, insert(t.Context(), d, thing{ID: "b", Slug: "b"}), "a view blocks no writer")
			require.Equal(t, 1, count(ctx, t, q))
			require.Equal(t, 2, count(t.Context(), t, d.Read(t.Context())), "committed and visible outside")
			return nil
		}))
	})
}

func TestOrder_of_nulls_can_be_the_same(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		exec(t, d, "CREATE TABLE nullable (n BIGINT)")
		exec(t, d, "INSERT INTO nullable VALUES (2), (NULL), (1)")
		for order, want := range map[string][]int64{
			"n NULLS LAST": {1, 2, -1}, "n DESC NULLS LAST": {2, 1, -1}, "n NULLS FIRST": {-1, 1, 2},
		} {
			var got []int64
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT coalesce(n, -1) FROM nullable ORDER BY "+order).Scan(t.Context(), &got))
			require.Equal(t, want, got, order)
		}
	})
}

// The statement after the one that was cut off finds no transaction. Whoever
// asks why must still hear of the context.
func TestUnits_say_that_their_context_has_ended(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		untilGone := func(q db.Querier, cancel func()) (err error) {
			cancel()
			eventually(t, "rolled back", func() bool {
				var n int
				err = q.NewRaw("SELECT 1").Scan(context.WithoutCancel(t.Context()), &n)
				return err != nil
			})
			return err
		}
		ctx, cancel := context.WithCancel(t.Context())
		err := d.Write(ctx, func(_ context.Context, tx db.Tx) error { return untilGone(tx, cancel) })
		require.ErrorIs(t, err, context.Canceled)

		ctx, cancel = context.WithCancel(t.Context())
		err = d.View(ctx, func(_ context.Context, q db.Querier) error { return untilGone(q, cancel) })
		require.ErrorIs(t, err, context.Canceled)
	})
}

func TestWrite_ends_with_its_context(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		ctx, cancel := context.WithCancel(t.Context())
		err := d.Write(ctx, func(inside context.Context, tx db.Tx) error {
			_, err := tx.NewInsert().Model(&thing{ID: "a"}).Exec(inside)
			require.NoError(t, err)
			cancel()
			return nil
		})
		require.ErrorIs(t, err, context.Canceled)
		require.Zero(t, count(t.Context(), t, d.Read(t.Context())))
		require.ErrorIs(t, insert(ctx, d, thing{ID: "a"}), context.Canceled)

		slow, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer stop()
		err = write(slow, d, `WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 200000000)
			INSERT INTO things SELECT 'x', 'o', 's', max(i), ? FROM numbers`, false)
		require.Error(t, err, "a long statement is interrupted")
		require.Error(t, slow.Err())
		require.NoError(t, insert(t.Context(), d, thing{ID: "a"}), "the connection is usable afterwards")
	})
}

func TestOpen_says_what_is_wrong(t *testing.T) {
	t.Parallel()
	for url, want := range map[string]string{
		"mysql://localhost/etal": "must begin with",
		"":                       "must begin with",
		"postgres:///etal?host=/nonexistent&user=etal": "connect",
		"sqlite:/proc/nothing/etal.db":                 "/proc/nothing",
	} {
		_, err := db.Open(t.Context(), url, db.Options{})
		require.ErrorContains(t, err, want, url)
	}
}
