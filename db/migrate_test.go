package db_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

func onEmpty(t *testing.T, fn func(t *testing.T, url string)) {
	t.Helper()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			fn(t, dbtest.EmptyURL(t, dialect))
		})
	}
}

func open(t *testing.T, url string) *db.DB {
	t.Helper()
	d, err := db.Open(t.Context(), url, db.Options{Connections: 4, Readers: 2})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

func TestMigrate_brings_an_empty_database_up_to_date(t *testing.T) {
	t.Parallel()
	onEmpty(t, func(t *testing.T, url string) {
		d := open(t, url)
		err := d.Ready(t.Context())
		require.ErrorIs(t, err, db.ErrSchemaBehind)
		require.ErrorContains(t, err, "run `etal migrate up` (first missing step: 202611250101 outbox)")
		before, err := d.Status(t.Context())
		require.NoError(t, err)
		require.NotEmpty(t, before)
		for _, step := range before {
			require.False(t, step.Applied)
			require.True(t, step.AppliedAt.IsZero())
		}

		for range 2 { // the second time there is nothing to do
			require.NoError(t, d.Migrate(t.Context()))
			require.NoError(t, d.Ready(t.Context()))
			after, err := d.Status(t.Context())
			require.NoError(t, err)
			require.Len(t, after, len(before))
			for i, step := range after {
				require.True(t, step.Applied, step.Name)
				require.Equal(t, before[i].Version+before[i].Name, step.Version+step.Name)
				require.WithinDuration(t, time.Now(), step.AppliedAt, 10*time.Minute)
			}
		}
	})
}

// Several processes of a deployment start at the same time.
func TestMigrate_by_several_processes_at_once(t *testing.T) {
	t.Parallel()
	url := dbtest.EmptyURL(t, db.Postgres)
	group, ctx := errgroup.WithContext(t.Context())
	for range 4 {
		d := open(t, url)
		group.Go(func() error { return d.Migrate(ctx) })
	}
	require.NoError(t, group.Wait())
	d := open(t, url)
	require.NoError(t, d.Ready(t.Context()))
	var locks int
	require.NoError(t, d.Read(t.Context()).NewRaw(
		"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())").
		Scan(t.Context(), &locks))
	require.Zero(t, locks, "the lock is given back")
}

// While one process migrates, another waits no longer than its context allows.
func TestMigrate_waits_for_the_lock_as_long_as_its_context(t *testing.T) {
	t.Parallel()
	url := dbtest.EmptyURL(t, db.Postgres)
	holder, waiter := open(t, url), open(t, url)
	require.NoError(t, holder.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("SELECT pg_advisory_xact_lock(?)", 0x6574616c).Exec(ctx)
		require.NoError(t, err)
		short, cancel := context.WithTimeout(context.WithoutCancel(t.Context()), 150*time.Millisecond)
		defer cancel()
		require.ErrorIs(t, waiter.Migrate(short), context.DeadlineExceeded)
		return nil
	}))
	require.NoError(t, waiter.Migrate(t.Context()))
}

// An older program on a database that a newer one has migrated goes on.
func TestReady_lets_a_newer_schema_pass(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		exec(t, d, "INSERT INTO bun_migrations (name, group_id, migrated_at) VALUES ('299901010101', 9, ?)", time.Now())
		require.NoError(t, d.Ready(t.Context()))
		steps, err := d.Status(t.Context())
		require.NoError(t, err)
		var names []string
		for _, step := range steps {
			names = append(names, step.Name)
		}
		require.Contains(t, names, "(unknown to this program)")
		require.NoError(t, d.Migrate(t.Context()))
	})
}

func TestReady_names_the_step_that_is_missing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		exec(t, d, "DELETE FROM river_migration WHERE version = (SELECT max(version) FROM river_migration)")
		require.ErrorContains(t, d.Ready(t.Context()), "first missing step: river")
		exec(t, d, "DELETE FROM bun_migrations WHERE name = '202611250101'")
		require.ErrorContains(t, d.Ready(t.Context()), "first missing step: 202611250101 outbox")
	})
}
