package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/internal/testkit"
)

// The directive leaves out who sells little in all, and not in one of their currencies:
// no row of them says so, however many rows are on a page.
func TestDAC7_nobody_is_small_in_one_of_two_currencies(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, alice := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded), w.Buyer("Alice")
		alice.Buys(mill.Product("Tea", "20.00", 5).Times(1))
		alice.Buys(kiln.Product("Bowl", "20.00", 5).Times(1))
		w.Settle()
		w.Advance(time.Hour)
		before := w.Clock.Now()
		alice.Buys(mill.ProductIn("Jar", money.New(3000, "USD"), 5).Times(1))
		w.Settle()
		small := func(asOf *time.Time) map[report.Purse]bool {
			found, one := map[report.Purse]bool{}, 1
			for args := (page.Args{First: &one}); ; {
				window, err := args.Window()
				require.NoError(t, err)
				list, err := w.App.Reports.DAC7(t.Context(), 2035, asOf, window)
				require.NoError(t, err)
				for _, r := range list.Nodes {
					found[r.Purse] = r.IsSmall()
				}
				if args.After = list.PageInfo.EndCursor; !list.PageInfo.HasNextPage {
					return found
				}
			}
		}
		euros, dollars, other := report.Purse{SellerID: mill.ID, Currency: "EUR"}, report.Purse{SellerID: mill.ID, Currency: "USD"}, report.Purse{SellerID: kiln.ID, Currency: "EUR"}
		require.Equal(t, map[report.Purse]bool{euros: false, dollars: false, other: true}, small(nil))
		require.True(t, small(&before)[euros], "nothing was sold in dollars yet")
	}, testkit.Setting("MORE_CURRENCIES", "USD"))
}
