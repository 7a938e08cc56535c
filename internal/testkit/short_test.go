package testkit_test

import (
	"context"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/internal/testkit"
)

// beginnings counts the transactions that are begun.
type beginnings struct{ n atomic.Int64 }

// BeforeQuery implements bun.QueryHook.
func (b *beginnings) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	if e.Query == "BEGIN" {
		b.n.Add(1)
	}
	return ctx
}

// AfterQuery implements bun.QueryHook.
func (*beginnings) AfterQuery(context.Context, *bun.QueryEvent) {}

// A cart is priced by three statements, and without a transaction, whose end would be
// one more to wait for.
func TestPreview_stays_short(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		begun := &beginnings{}
		w.DB.Watch(begun)
		cart := w.Guest().Cart(
			w.Seller("Mill").Product("Tea", "12.50", 10).Times(1), w.Seller("Kiln").Product("Bowl", "20", 10).Times(2))
		w.Settle()
		require.Positive(t, begun.n.Load(), "they are counted")
		begun.n.Store(0)
		n := dbtest.CountQueries(w.DB, func() {
			preview, err := w.App.Checkout.Preview(t.Context(), cart)
			require.NoError(t, err)
			require.True(t, preview.IsOrderable())
		})
		require.LessOrEqual(t, n, 3)
		require.Zero(t, begun.n.Load())
	})
}

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
