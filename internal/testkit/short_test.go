package testkit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/internal/testkit"
)

// A cart is locked with its lines, the offer is looked at, and what changes is
// written: two statements that on PostgreSQL go with the commit.
func TestCartLineAdd_stays_short(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		buyer, tea := w.Guest(), w.Seller("Mill").Product("Tea", "12.50", 10)
		w.Settle()
		var c *cart.Cart
		n := dbtest.CountQueries(w.DB, func() { c = buyer.Cart() })
		require.LessOrEqual(t, n, 1)
		n = dbtest.CountQueries(w.DB, func() {
			_, err := w.App.Carts.AddLine(t.Context(), buyer.Account, cart.LineAddInput{CartID: c.ID, OfferID: tea.Offer, Quantity: 1})
			require.NoError(t, err)
		})
		require.LessOrEqual(t, n, 5)
	})
}

// An order of three sellers that is paid is booked, accrued and told by as many
// statements as one of one seller, but for what is read of further owners.
func TestPaidOrder_stays_short(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, loom := w.Seller("Mill").Product("Tea", "12.50", 10), w.Seller("Kiln").Product("Bowl", "20", 10), w.Seller("Loom").Product("Rug", "90", 10)
		buyer := w.Guest()
		paid := func(wishes ...testkit.Wish) int {
			order := buyer.Orders(wishes...)
			w.Settle()
			return dbtest.CountQueries(w.DB, func() {
				buyer.Pays(order.Payment)
				w.Settle()
			})
		}
		one := paid(mill.Times(1))
		three := paid(mill.Times(1), kiln.Times(1), loom.Times(1))
		require.LessOrEqual(t, three, one+3)
		t.Log(one, three)
	})
}
