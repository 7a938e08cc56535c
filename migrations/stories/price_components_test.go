package stories_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/internal/testkit"
)

// The step rebuilds three tables on SQLite. The rows of a marketplace that has
// sold go through it with all that points to them.
func TestPriceComponents_keeps_what_was_ordered(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 10)
	bowl := w.Seller("Kiln", testkit.Onboarded).Product("Bowl", "19.99", 10)
	w.Buyer("Alice").Buys(tea.Times(2), bowl.Times(1))
	const rows = `
		SELECT id || number || order_id || seller_id || total_minor || '/' || commission_minor || status || placed_at || paid_at FROM seller_orders
		UNION ALL SELECT id || seller_order_id || offer_id || title || unit_minor || '/' || quantity || '/' || total_minor || '/' || commission_minor FROM order_lines
		UNION ALL SELECT id || payment_id || seller_order_id || amount_minor || '/' || commission_minor FROM payment_allocations
		ORDER BY 1`
	before := dbtest.List(t, w.DB, rows)
	require.Len(t, before, 6)

	_, text, ok := strings.Cut(stepOf(t, db.SQLite, "price_components"), "CHECK (service_fee_minor BETWEEN 0 AND total_minor);")
	require.True(t, ok)
	err := w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("PRAGMA defer_foreign_keys = ON;" + text).Exec(ctx)
		return err
	})
	require.NoError(t, err)
	require.Equal(t, before, dbtest.List(t, w.DB, rows))
	require.Empty(t, dbtest.List(t, w.DB, `SELECT "table" FROM pragma_foreign_key_check`))
	require.Equal(t, []string{"0"}, dbtest.List(t, w.DB, `
		SELECT SUM(seller_discount_minor + platform_discount_minor + shipping_minor + tax_minor
			+ platform_tax_minor + platform_shipping_minor + commission_vat_minor) FROM order_lines`), "old rows add up as they did")
}
