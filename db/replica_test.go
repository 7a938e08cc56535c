package db_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// lag is generous: this is no test of how fast the machine is.
const lag = 900 * time.Millisecond

func openPair(t *testing.T, p *dbtest.Pair) *db.DB {
	t.Helper()
	d := p.OpenReplicated(db.Options{Replica: db.Replica{Lag: lag, Tables: []string{"prices_of_test"}}})
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("CREATE TABLE IF NOT EXISTS prices_of_test (id BIGINT PRIMARY KEY, minor BIGINT NOT NULL)").Exec(ctx)
		return err
	}))
	setPrice(t, d, 1)
	return d
}

func setPrice(t *testing.T, d *db.DB, minor int64) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("INSERT INTO prices_of_test (id, minor) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET minor = EXCLUDED.minor", minor).Exec(ctx)
		return err
	}))
}

func price(t *testing.T, d *db.DB, ctx context.Context) (minor int64) { //nolint:revive // the context is what is tested
	t.Helper()
	require.NoError(t, d.Read(ctx).NewRaw("SELECT minor FROM prices_of_test WHERE id = 1").Scan(ctx, &minor))
	return minor
}

func replicaFigures(t *testing.T, d *db.DB) db.ReplicaFigures {
	t.Helper()
	f, ok := d.ReplicaFigures()
	require.True(t, ok)
	return f
}

// served waits until the replica answers.
func served(t *testing.T, d *db.DB) {
	t.Helper()
	before := replicaFigures(t, d).Served
	require.Eventually(t, func() bool {
		price(t, d, d.AllowStale(t.Context()))
		return replicaFigures(t, d).Served > before
	}, 20*time.Second, 5*time.Millisecond, "the replica is never asked")
}

func TestReplica_answers_only_who_may_be_told_old_news(t *testing.T) {
	t.Parallel()
	d := openPair(t, dbtest.Replicated(t))
	served(t, d)
	before := replicaFigures(t, d).Served
	for range 20 {
		price(t, d, t.Context())
	}
	require.Equal(t, before, replicaFigures(t, d).Served, "everybody else asks the primary")
	pools := d.Pools()
	require.Len(t, pools, 3)
	require.Equal(t, "replica", pools[2].Name)
	require.Positive(t, pools[2].Open)
}

func TestReplica_shows_at_once_what_this_process_has_written(t *testing.T) {
	t.Parallel()
	p := dbtest.Replicated(t)
	d := openPair(t, p)
	served(t, d)
	for i := range int64(200) {
		setPrice(t, d, 100+i)
		require.Equal(t, 100+i, price(t, d, d.AllowStale(t.Context())), "after %d writes", i)
	}
	served(t, d)
	p.Pause() // within the lag it still counts as near enough
	setPrice(t, d, 7)
	require.EqualValues(t, 7, price(t, d, d.AllowStale(t.Context())))
}

func TestReplica_that_lags_is_not_asked(t *testing.T) {
	t.Parallel()
	p := dbtest.Replicated(t)
	d := openPair(t, p)
	other, err := db.Open(t.Context(), p.Primary, db.Options{}) // another process, of whose writes nobody tells
	require.NoError(t, err)
	t.Cleanup(func() { _ = other.Close() })
	served(t, d)
	p.Pause()
	setPrice(t, other, 8)
	written := time.Now()
	for price(t, d, d.AllowStale(t.Context())) != 8 {
		require.Less(t, time.Since(written), 2*lag, "the old price is shown for longer than the lag")
	}
	require.Eventually(t, func() bool { return replicaFigures(t, d).Behind > lag }, 10*time.Second, time.Millisecond)
	before := replicaFigures(t, d)
	require.EqualValues(t, 8, price(t, d, d.AllowStale(t.Context())))
	require.Equal(t, before.Served, replicaFigures(t, d).Served)
	require.Greater(t, replicaFigures(t, d).Refused, before.Refused)
	p.Resume()
	served(t, d)
	require.EqualValues(t, 8, price(t, d, d.AllowStale(t.Context())))
}

func TestReplica_that_dies_is_no_error(t *testing.T) {
	t.Parallel()
	p := dbtest.Replicated(t)
	d := openPair(t, p)
	served(t, d)
	stale := d.AllowStale(t.Context())
	p.Stop()
	require.EqualValues(t, 1, price(t, d, stale), "decided before it died")
	require.Positive(t, replicaFigures(t, d).Failed)
	for range 20 {
		require.EqualValues(t, 1, price(t, d, d.AllowStale(t.Context())))
	}
}

// A server that is no replica of this one, or no replica at all, is never asked.
func TestReplica_of_something_else_is_not_asked(t *testing.T) {
	t.Parallel()
	one := dbtest.Replicated(t)
	for name, address := range map[string]string{"itself": one.Primary, "another": dbtest.URL(t, db.Postgres), "nobody": "postgres://127.0.0.1:1/none?connect_timeout=1"} {
		pair := *one
		pair.Copy = address
		d := openPair(t, &pair)
		until := time.Now().Add(2 * lag)
		for time.Now().Before(until) {
			require.EqualValues(t, 1, price(t, d, d.AllowStale(t.Context())), name)
		}
		require.Zero(t, replicaFigures(t, d).Served, name)
		require.NoError(t, d.Close())
	}
}

func TestReplica_is_for_PostgreSQL(t *testing.T) {
	t.Parallel()
	_, err := db.Open(t.Context(), dbtest.URL(t, db.SQLite), db.Options{Replica: db.Replica{URL: "postgres://127.0.0.1/x"}})
	require.ErrorContains(t, err, "only PostgreSQL has a replica")
}
