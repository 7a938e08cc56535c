package stories_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/internal/testkit"
)

// Until a dispute is lost, nothing is given back of what was sold: products and days agree.
func TestTopProducts_of_an_open_dispute(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
		w.TopsUp(100_000)
		o := alice.Buys(mill.Product("Tea", "20.00", 100).Times(2))
		net := func(want int64, what string) {
			t.Helper()
			top, err := w.App.Reports.SellerTopProducts(t.Context(), mill.Actor, nil, report.TopInput{Days: 7, First: 1})
			require.NoError(t, err)
			require.Len(t, top, 1)
			require.Equal(t, want, top[0].NetMinor, what)
			trend, err := w.App.Reports.SellerTrend(t.Context(), mill.Actor, nil, 7)
			require.NoError(t, err)
			require.Equal(t, want, trend[0].Current.Net().Minor, what)
		}
		net(4000, "sold")
		at := disputed(t, w, o)
		net(4000, "disputed")
		decides(w, at, "lost")
		net(0, "lost")
		decides(w, at, "won")
		net(4000, "won after all")
	})
}
