package checkout_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// between does something once, before an order is written.
type between struct {
	once sync.Once
	do   func()
}

// BeforeQuery implements bun.QueryHook.
func (b *between) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	if strings.HasPrefix(e.Query, `INSERT INTO "orders"`) {
		b.once.Do(b.do)
	}
	return ctx
}

// AfterQuery implements bun.QueryHook.
func (*between) AfterQuery(context.Context, *bun.QueryEvent) {}

// On PostgreSQL others write while a cart is completed: one of its sellers is closed
// after its price was read.
func TestComplete_of_a_seller_who_has_just_closed(t *testing.T) {
	t.Parallel()
	w := testkit.New(t, dbtest.Open(t, db.Postgres, db.Options{Clock: clock.NewManual(testkit.Start)}))
	mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
	tea := mill.Product("Tea", "12.50", 10)
	alice := w.Buyer("Alice")
	c := alice.Cart(kiln.Product("Bowl", "20.00", 5).Times(1), tea.Times(1))
	var closed error
	w.DB.Watch(&between{do: func() {
		_, closed = w.App.Orders.CloseSeller(t.Context(), mill.Actor, seller.CloseInput{Reason: "Enough."})
	}})
	_, err := alice.Complete(c, "k")
	require.NoError(t, closed)
	require.ErrorIs(t, err, cart.ErrOfferUnavailable)
	require.Len(t, fault.As(err), 1)
	require.Equal(t, []string{"cart", "lines", "1"}, fault.As(err)[0].Field)
	require.Zero(t, stockOf(t, w, tea).Reserved)
	require.Equal(t, []string{"0"}, dbtest.List(t, w.DB, "SELECT COUNT(*) FROM orders"))
	w.Verified()
}

// Whoever closes and whoever buys at once: one of them is refused.
func TestComplete_while_the_seller_is_closed(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		for i := range 5 {
			mill, alice := w.Seller(fmt.Sprint("Mill", i)), w.Buyer(fmt.Sprint("Alice", i))
			c := alice.Cart(mill.Product("Tea", "12.50", 10).Times(1))
			var bought, closed error
			var all sync.WaitGroup
			all.Go(func() { _, bought = alice.Complete(c, "k") })
			all.Go(func() {
				_, closed = w.App.Orders.CloseSeller(t.Context(), mill.Actor, seller.CloseInput{Reason: "Enough."})
			})
			all.Wait()
			if closed == nil {
				require.ErrorIs(t, bought, cart.ErrOfferUnavailable)
			} else {
				require.ErrorIs(t, closed, order.ErrSellerBusy)
				require.NoError(t, bought)
			}
		}
		w.Verified()
	})
}
