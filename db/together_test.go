package db_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// made makes a table with a key, outside of any migration.
func made(t *testing.T, d *db.DB) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("CREATE TABLE things (id TEXT PRIMARY KEY, n BIGINT NOT NULL, CONSTRAINT things_n_check CHECK (n >= 0))").Exec(ctx)
		return err
	}))
}

func put(ctx context.Context, tx db.Tx, id string, n int64) error {
	_, err := tx.NewRaw("INSERT INTO things (id, n) VALUES (?, ?)", id, n).Exec(db.Later(ctx))
	return err
}

func things(t *testing.T, d *db.DB) (n int) {
	t.Helper()
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM things").Scan(t.Context(), &n))
	return n
}

// What is written later is there for the next statement, in the order in which it was
// written, and after the commit.
func TestLater_is_seen_by_what_follows(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		made(t, d)
		for round := range 3 { // prepared and not
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				for i := range 50 { // more than are held
					if err := put(ctx, tx, fmt.Sprintf("it's %d.%d ?", round, i), int64(i)); err != nil {
						return err
					}
				}
				var sum int64
				if err := tx.NewRaw("SELECT CAST(SUM(n) AS BIGINT) FROM things WHERE id LIKE ?", fmt.Sprintf("it's %d.%%", round)).Scan(ctx, &sum); err != nil {
					return err
				}
				require.Equal(t, int64(49*50/2), sum)
				if err := put(ctx, tx, fmt.Sprintf("last %d", round), 1); err != nil {
					return err
				}
				res, err := tx.NewRaw("UPDATE things SET n = n + 1 WHERE id = ?", fmt.Sprintf("last %d", round)).Exec(ctx)
				if err != nil {
					return err
				}
				changed, err := res.RowsAffected()
				require.Equal(t, int64(1), changed)
				return errors.Join(err, put(ctx, tx, fmt.Sprintf("very last %d", round), 1))
			}))
			require.Equal(t, 52*(round+1), things(t, d))
		}
	})
}

// A statement that fails later fails the unit: at the next statement, which is not
// done, or at the commit. Nothing of the unit stays, and the connection is as good as
// before.
func TestLater_fails_the_unit(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		made(t, d)
		for range 3 {
			err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				if err := put(ctx, tx, "a", 1); err != nil {
					return err
				}
				if err := put(ctx, tx, "a", 2); err != nil {
					return err
				}
				return put(ctx, tx, "b", 3)
			})
			require.Error(t, err, "at the commit")
			require.True(t, db.Violates(err, "things_pkey") || db.Violates(err, "things_id_key"), err)
			err = d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				if err := put(ctx, tx, "a", -1); err != nil {
					return err
				}
				var n int
				return tx.NewRaw("SELECT count(*) FROM things WHERE id = ?", "a").Scan(ctx, &n)
			})
			require.True(t, db.Violates(err, "things_n_check"), err)
			require.Zero(t, things(t, d))
		}
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return put(ctx, tx, "a", 1) }))
		require.Equal(t, 1, things(t, d))
		for _, pool := range d.Pools() {
			require.Zero(t, pool.InUse, pool.Name)
		}
	})
}

// Jobs are written in the same unit as what was written later.
func TestLater_goes_with_jobs(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		made(t, d)
		broken := errors.New("broken")
		for _, fails := range []error{broken, nil} {
			err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				if err := put(ctx, tx, "a", 1); err != nil {
					return err
				}
				if err := tx.Enqueue(ctx, greet{Name: "Alice"}, db.JobOptions{}); err != nil {
					return err
				}
				return errors.Join(put(ctx, tx, "b", 1), fails)
			})
			require.ErrorIs(t, err, fails)
			jobs, err := d.UnfinishedJobs(t.Context(), greet{}.Kind())
			require.NoError(t, err)
			want := 0
			if fails == nil {
				want = 1
			}
			require.Len(t, jobs, want)
			require.Equal(t, 2*want, things(t, d))
		}
	})
}

// A unit that ends before its commit, because whoever asked has gone, leaves nothing,
// and its connection can be used by others.
func TestUnit_whose_context_ends(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		made(t, d)
		for range 20 {
			ctx, cancel := context.WithCancel(t.Context())
			err := d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
				if err := put(ctx, tx, "a", 1); err != nil {
					return err
				}
				var n int
				if err := tx.NewRaw("SELECT count(*) FROM things").Scan(ctx, &n); err != nil {
					return err
				}
				require.Equal(t, 1, n)
				cancel()
				return put(context.WithoutCancel(ctx), tx, "b", 1)
			})
			cancel()
			require.Error(t, err)
			require.Zero(t, things(t, d))
		}
	})
}

// Values are the same whether their statement is the first of its unit, which is sent
// with the beginning, or another one, or stands alone.
func TestFirst_statement_reads_what_others_read(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			if _, err := tx.NewRaw(`CREATE TABLE kinds (id TEXT PRIMARY KEY, big BIGINT, small INTEGER, yes BOOLEAN, at TIMESTAMPTZ,
				doc JSONB, raw BYTEA, ratio DOUBLE PRECISION, none TEXT)`).Exec(ctx); err != nil {
				return err
			}
			_, err := tx.NewRaw("INSERT INTO kinds VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", "ü 'x'", int64(1)<<60, 7, true,
				time.Date(2026, 11, 26, 12, 0, 0, 123456000, time.UTC), `{"a": [1, "b"]}`, []byte{0, 1, 255}, 0.25).Exec(ctx)
			return err
		}))
		type row struct {
			ID    string
			Big   int64
			Small int
			Yes   bool
			At    time.Time
			Doc   map[string]any `bun:"type:jsonb"`
			Raw   []byte
			Ratio float64
			None  *string
		}
		read := func(ctx context.Context, q db.Querier) (rows []row) {
			require.NoError(t, q.NewRaw("SELECT * FROM kinds WHERE id = ?", "ü 'x'").Scan(ctx, &rows))
			require.Len(t, rows, 1)
			return rows
		}
		want := read(t.Context(), d.Read(t.Context()))
		require.Equal(t, int64(1)<<60, want[0].Big)
		require.Equal(t, time.UTC, want[0].At.Location())
		require.Equal(t, []byte{0, 1, 255}, want[0].Raw)
		both := func(ctx context.Context, q db.Querier) error {
			require.Equal(t, want, read(ctx, q), "first")
			require.Equal(t, want, read(ctx, q), "second")
			var none []row
			require.NoError(t, q.NewRaw("SELECT * FROM kinds WHERE id = ?", "nobody").Scan(ctx, &none))
			require.Empty(t, none)
			return q.NewRaw("SELECT id FROM kinds WHERE id = ?", "nobody").Scan(ctx, new(string))
		}
		require.ErrorIs(t, d.View(t.Context(), both), sql.ErrNoRows)
		err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return both(ctx, tx) })
		require.ErrorIs(t, err, db.ErrNotFound)
		require.ErrorIs(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
			return q.NewRaw("SELECT id FROM kinds WHERE id = ?", "nobody").Scan(ctx, new(string))
		}), db.ErrNotFound, "as the first statement")
	})
}

// A view reads one state from its first statement on, and a unit without statements
// is nothing.
func TestView_is_a_snapshot_from_its_first_statement_on(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		made(t, d)
		require.NoError(t, d.View(t.Context(), func(context.Context, db.Querier) error { return nil }))
		require.NoError(t, d.Write(t.Context(), func(context.Context, db.Tx) error { return nil }))
		require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
			for range 3 {
				var n int
				require.NoError(t, q.NewRaw("SELECT count(*) FROM things").Scan(ctx, &n))
				require.Zero(t, n)
				require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return put(ctx, tx, fmt.Sprint(tx.Now().UnixNano()), 1) }))
			}
			return nil
		}))
		require.Equal(t, 3, things(t, d))
	})
}

// A text of several statements may be the first of a unit, however often it comes.
func TestFirst_statement_may_be_several(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		if d.Dialect() != db.Postgres {
			return // SQLite takes one at a time when it came before
		}
		made(t, d)
		for range 3 {
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw("UPDATE things SET n = 1; UPDATE things SET n = 2").Exec(db.Later(ctx))
				return err
			}))
		}
	})
}
