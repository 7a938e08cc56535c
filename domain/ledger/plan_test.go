package ledger_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// A balance of now is read from sums and from what is not chained yet, by an index each, so
// that it costs the same however many entries there are.
func TestBalances_read_no_entries(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		for name, where := range map[string]string{
			"of a seller":   "seller_id = 'sel_a'",
			"of an account": "seller_id = '' AND account = 'stripe:pending'",
		} {
			lines := strings.Join(explained(t, d, "SELECT currency, account, SUM(amount_minor) FROM ledger_sums WHERE "+where+" GROUP BY currency, account"), "\n")
			require.Contains(t, lines, "ledger_checkpoints", name)
			require.Contains(t, lines, "ledger_tail", name)
			for _, all := range []string{"ledger_entries", "ledger_journals", "SCAN ledger_checkpoints", "SCAN ledger_tail", "Seq Scan"} {
				require.NotContains(t, lines, all, "%s\n%s", name, lines)
			}
		}
	})
}

// explained is how the database reads a statement; on PostgreSQL without the whole of a
// table, unless there is no other way.
func explained(t *testing.T, d *db.DB, statement string) (lines []string) {
	t.Helper()
	require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
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
	return lines
}
