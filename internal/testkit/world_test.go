package testkit_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/internal/testkit"
)

// TestWorld_two_sellers_one_cart is the story of the first page: two sellers,
// one payment, and each is paid its part.
func TestWorld_two_sellers_one_cart(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := w.Buyer("Alice")
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, bowl := mill.Product("Tea", "12.50", 10), kiln.Product("Bowl", "30.00", 1)

		bought := alice.Buys(tea.Times(2), bowl.Times(1))
		require.Equal(t, order.StatusPaid, bought.Status)
		require.Len(t, bought.SellerOrders, 2)
		require.EqualValues(t, 5500, bought.TotalMinor)
		w.Balanced()

		mill.Ships(bought)
		w.Advance(15 * 24 * time.Hour)
		w.Settle()
		w.Balanced()
		balances, err := ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), mill.ID)
		require.NoError(t, err)
		require.Len(t, balances, 1)
		require.Zero(t, balances[0].HeldMinor, "what was shipped has left the platform")
		require.Zero(t, w.Parked())

		answer := w.Asks(alice, `query { viewer { account { id } } }`, nil)
		require.Equal(t, 200, answer.Status)
		require.Empty(t, answer.Errors)
	})
}

func TestWorld_unpaid_orders_give_their_stock_back(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	guest, mill := w.Guest(), w.Seller("Mill")
	last := mill.Product("The last one", "10.00", 1)
	first := guest.Orders(last.Times(1))
	w.Settle()
	w.Advance(time.Hour)
	w.Settle()
	require.Equal(t, order.StatusCancelled, guest.Order(first.Order.ID).Status)
	again := guest.Orders(last.Times(1))
	require.NotEqual(t, first.Order.ID, again.Order.ID)
	w.Verified()
}
