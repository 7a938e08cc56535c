package db_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
)

func TestEach_shows_rows_as_they_are(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		q := d.Read(t.Context())
		at := time.Date(2026, 11, 26, 10, 0, 0, 123456000, time.UTC)
		n := 0
		err := q.NewRaw(`SELECT CAST('a' AS TEXT), CAST(7 AS BIGINT), CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
			UNION ALL SELECT CAST('b' AS TEXT), CAST(-8 AS BIGINT), CAST('' AS TEXT), CAST(0 AS BIGINT) ORDER BY 1`).Scan(t.Context(), db.Each(func(r *db.Row) {
			first := n == 0
			n++
			require.Equal(t, first, r.IsNull(2))
			require.Equal(t, first, r.IsNull(3))
			require.Equal(t, first, r.TextOrNil(2) == nil)
			if first {
				require.Nil(t, r.InstantOrNil(2))
			}
			require.Empty(t, r.Text(2))
			require.Zero(t, r.Whole(3))
			require.Equal(t, map[bool]string{true: "a", false: "b"}[first], r.Text(0))
			require.Equal(t, map[bool]int64{true: 7, false: -8}[first], r.Whole(1))
		}))
		require.NoError(t, err)
		require.Equal(t, 2, n)

		if d.Dialect() == db.SQLite {
			err = q.NewRaw("SELECT '2026-11-26 10:00:00.123456'").Scan(t.Context(), db.Each(func(r *db.Row) { require.Equal(t, at, r.Instant(0)) }))
		} else {
			err = q.NewRaw("SELECT CAST('2026-11-26 11:00:00.123456+01' AS TIMESTAMPTZ)").Scan(t.Context(), db.Each(func(r *db.Row) { require.Equal(t, at, r.Instant(0)) }))
		}
		require.NoError(t, err)
	})
}

func TestEach_refuses_what_a_column_is_not(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		for name, take := range map[string]func(r *db.Row){
			"column 0 is string and not a whole number": func(r *db.Row) { r.Whole(0) },
			"column 0 is string and not an instant":     func(r *db.Row) { r.Instant(0) },
			"column 1 is int64 and not text":            func(r *db.Row) { r.Text(1) },
			"column 1 is int64 and not an instant":      func(r *db.Row) { r.Instant(1) },
		} {
			err := d.Read(t.Context()).NewRaw("SELECT CAST('secret' AS TEXT), CAST(7 AS BIGINT)").Scan(t.Context(), db.Each(take))
			require.ErrorContains(t, err, name)
			require.NotContains(t, err.Error(), "secret", "what a row holds may be about a person")
		}
	})
}
