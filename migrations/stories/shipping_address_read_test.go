package stories_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
	"github.com/etal-market/etal/migrations"
)

// Whoever ships or cancels goes on seeing where goods go; whoever only reads does
// not begin to, and nothing is given twice.
func TestShippingAddressRead_goes_to_those_who_deal_with_buyers(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		for name, held := range map[string][]string{
			"ships": {"SELLER_ORDER_READ", "SELLER_ORDER_SHIP", "STOCK_READ"}, "cancels": {"SELLER_ORDER_CANCEL", "SELLER_ORDER_READ"},
			"has it": {"SELLER_ORDER_SHIP", "SHIPPING_ADDRESS_READ"}, "reads": {"SELLER_ORDER_READ"},
		} {
			_, err := w.App.Sellers.CreateRole(t.Context(), mill.Actor, seller.RoleInput{Name: name, Permissions: held})
			require.NoError(t, err)
		}
		mill.Key("SELLER_ORDER_READ", "SELLER_ORDER_SHIP")
		mill.Key("SELLER_ORDER_READ")
		w.Operator().Key("SELLER_ORDER_READ")

		steps, err := migrations.For(string(w.DB.Dialect()))
		require.NoError(t, err)
		for range 2 { // once more, as after a restore, changes nothing
			require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				for _, step := range steps {
					if step.Name == "shipping_address_read" {
						if _, err := tx.NewRaw(step.SQL).Exec(ctx); err != nil {
							return err
						}
					}
				}
				return nil
			}))
		}
		require.Equal(t, []string{
			`cancels ["SELLER_ORDER_CANCEL","SELLER_ORDER_READ","SHIPPING_ADDRESS_READ"]`, `has it ["SELLER_ORDER_SHIP","SHIPPING_ADDRESS_READ"]`,
			`reads ["SELLER_ORDER_READ"]`, `ships ["SELLER_ORDER_READ","SELLER_ORDER_SHIP","SHIPPING_ADDRESS_READ","STOCK_READ"]`,
		}, dbtest.List(t, w.DB, `SELECT name || ' ' || REPLACE(CAST(permissions AS TEXT), ' ', '') FROM seller_roles ORDER BY name`))
		require.Equal(t, []string{"SELLER_ORDER_READ", "SELLER_ORDER_READ", "SELLER_ORDER_READ SELLER_ORDER_SHIP SHIPPING_ADDRESS_READ"},
			dbtest.List(t, w.DB, `SELECT scope_text FROM api_keys ORDER BY LENGTH(scope_text)`))
	})
}
