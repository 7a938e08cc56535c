package dbtest

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
)

// Plan is how the database reads a statement; on PostgreSQL without the whole of a table,
// unless there is no other way.
func Plan(tb testing.TB, d *db.DB, statement string) string {
	tb.Helper()
	var lines []string
	require.NoError(tb, d.View(tb.Context(), func(ctx context.Context, q db.Querier) error {
		if d.ServesMany() {
			if _, err := q.NewRaw("SET LOCAL enable_seqscan = off").Exec(ctx); err != nil {
				return err
			}
			return q.NewRaw("EXPLAIN "+statement).Scan(ctx, &lines)
		}
		var steps []struct {
			ID, Parent, Notused int
			Detail              string
		}
		err := q.NewRaw("EXPLAIN QUERY PLAN "+statement).Scan(ctx, &steps)
		for _, s := range steps {
			lines = append(lines, s.Detail)
		}
		return err
	}))
	return strings.Join(lines, "\n")
}

// List is the one column of what a statement reads, as text.
func List(tb testing.TB, d *db.DB, statement string) (all []string) {
	tb.Helper()
	require.NoError(tb, d.Read(tb.Context()).NewRaw(statement).Scan(tb.Context(), &all))
	return all
}
