package catalog

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// The condition of the sample must be that of its index, or PostgreSQL does not use it.
func TestSearch_begins_with_the_index_of_the_sample(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		words := "bowl"
		c, err := Filter{Query: &words}.criteria(nil)
		require.NoError(t, err)
		query, err := c.candidates(t.Context(), d.Read(t.Context()))
		require.NoError(t, err)
		if d.Dialect() == db.SQLite {
			require.NotContains(t, query.String(), sample)
			return
		}
		var lines []string
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			for _, other := range []string{"DROP INDEX listings_words_idx, listings_published_at_product_id_key", "SET LOCAL enable_seqscan = off"} {
				if _, err := tx.NewRaw(other).Exec(ctx); err != nil {
					return err
				}
			}
			return tx.NewRaw("EXPLAIN "+strings.ReplaceAll(query.String(), "?", "\\?")).Scan(ctx, &lines)
		}))
		require.Equal(t, 2, strings.Count(strings.Join(lines, "\n"), "listings_sampled_words_idx"), "%v", lines)
	})
}
