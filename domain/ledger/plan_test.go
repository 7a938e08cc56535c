package ledger_test

import (
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
			plan := dbtest.Plan(t, d, "SELECT currency, account, SUM(amount_minor) FROM ledger_sums WHERE "+where+" GROUP BY currency, account")
			require.Contains(t, plan, "ledger_checkpoints", name)
			require.Contains(t, plan, "ledger_tail", name)
			for _, all := range []string{"ledger_entries", "ledger_journals", "SCAN ledger_checkpoints", "SCAN ledger_tail", "Seq Scan"} {
				require.NotContains(t, plan, all, "%s\n%s", name, plan)
			}
		}
	})
}
