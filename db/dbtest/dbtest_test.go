package dbtest_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
)

func countOutbox(t *testing.T, d *db.DB) int {
	t.Helper()
	var n int
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM outbox").Scan(t.Context(), &n))
	return n
}

func insertOutbox(t *testing.T, d *db.DB) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("INSERT INTO outbox (id, name, payload, created_at) VALUES ('evt_1', 'a', '{}', ?)", tx.Now()).Exec(ctx)
		return err
	}))
}

// Two tests that insert the same key do not see each other, and both find the
// schema complete.
func TestEach_gives_every_test_its_own_migrated_database(t *testing.T) {
	t.Parallel()
	for range 3 {
		dbtest.Each(t, func(t *testing.T, d *db.DB) {
			require.NoError(t, d.Ready(t.Context()))
			require.Zero(t, countOutbox(t, d))
			insertOutbox(t, d)
			require.Equal(t, 1, countOutbox(t, d))
		})
	}
}

func TestEachAt_stands_still_until_advanced(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 25, 10, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, at, func(t *testing.T, d *db.DB, c *clock.Manual) {
		now := func() (now time.Time) {
			require.NoError(t, d.Write(t.Context(), func(_ context.Context, tx db.Tx) error {
				now = tx.Now()
				return nil
			}))
			return now
		}
		require.Equal(t, at, now())
		c.Advance(time.Hour)
		require.Equal(t, at.Add(time.Hour), now())
	})
}

func TestCountQueries_counts_statements_and_not_transactions(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.Equal(t, 0, dbtest.CountQueries(d, func() {}))
		require.Equal(t, 3, dbtest.CountQueries(d, func() {
			insertOutbox(t, d)
			countOutbox(t, d)
			countOutbox(t, d)
		}))
	})
}
