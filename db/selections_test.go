package db_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// As many selections as one statement takes are read by one, each with its own order
// and limit.
func TestSelections_are_read_by_one_statement(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		for _, many := range []int{1, 2, db.SelectionsMax} {
			q := d.Read(t.Context())
			of := make([]*bun.SelectQuery, many)
			for i := range of {
				order := "n"
				if i%2 == 1 {
					order = "n DESC"
				}
				of[i] = q.NewSelect().TableExpr("(SELECT 1 AS n UNION ALL SELECT 3 UNION ALL SELECT 2) AS t").
					ColumnExpr("n, CAST(? AS BIGINT) AS place", i).OrderExpr(order).Limit(2)
			}
			var rows []struct{ N, Place int }
			require.Equal(t, 1, dbtest.CountQueries(d, func() {
				require.NoError(t, db.Selections(q, of).Scan(t.Context(), &rows))
			}))
			found := make([][]int, many)
			for _, r := range rows {
				found[r.Place] = append(found[r.Place], r.N)
			}
			for i, numbers := range found {
				require.ElementsMatch(t, [][]int{{1, 2}, {3, 2}}[i%2], numbers)
			}
		}
	})
}
