package checkout_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

func creditOf(t *testing.T, w *testkit.World, who *testkit.Person) int64 {
	t.Helper()
	amounts, err := w.App.Refunds.CreditOf(t.Context(), who.Actor, nil)
	require.NoError(t, err)
	if len(amounts) == 0 {
		return 0
	}
	return amounts[0].Minor
}

// What somebody has ordered before they signed in was lost to them: they did not see it,
// could not pay it, and their credit stayed with a guest who never comes back.
func TestGuest_who_signs_in_keeps_their_orders_and_credit(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		tea, cup := mill.Product("Tea", "12.50", 9), mill.Product("Cup", "8.00", 9)
		gina, alice, olga := w.Guest(), w.Buyer("Alice"), w.Operator()
		w.TopsUp(10_000)
		bought := gina.Buys(tea.Times(2))
		_, err := w.App.Refunds.Create(t.Context(), olga.Actor, refund.CreateInput{
			OrderID: id.Any(bought.ID), Reason: refund.ReasonDamaged, IdempotencyKey: "k", Method: new(refund.MethodCredit),
			Amount: &money.Input{Amount: "10.00", CurrencyCode: "EUR"},
		})
		require.NoError(t, err)
		w.Settle()
		require.EqualValues(t, 1000, creditOf(t, w, gina))
		in := checkout.CompleteInput{
			CartID: gina.Cart(tea.Times(1)).ID, Email: new("gina@example.org"), ShippingAddress: gina.Address(), IdempotencyKey: "mine",
		}
		waiting, err := w.App.Checkout.Complete(t.Context(), gina.Account, in)
		require.NoError(t, err)
		open := gina.Cart(cup.Times(1))

		_, err = w.App.Identity.SignIn(t.Context(), gina.Actor, identity.SignInInput{Email: alice.Email, Password: testkit.Password})
		require.NoError(t, err)
		w.Settle()

		found, err := w.App.Orders.Find(t.Context(), alice.Actor, order.Filter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 2)
		for _, o := range found.Nodes {
			require.Equal(t, alice.Account, o.BuyerID)
			require.Equal(t, alice.Account, o.SellerOrders[0].BuyerID)
			require.Equal(t, alice.Account, w.Payment(o.ID).BuyerID)
		}
		refunds, err := w.App.Refunds.Find(t.Context(), alice.Actor, refund.Filter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, refunds.Nodes, 1)

		again, err := w.App.Checkout.Complete(t.Context(), alice.Account, in)
		require.NoError(t, err)
		require.Equal(t, waiting.ID, again.ID, "the same command is the same order")
		alice.Pays(w.Payment(waiting.ID))
		w.Settle()
		require.Equal(t, order.StatusPaid, alice.Order(waiting.ID).Status)

		require.EqualValues(t, 1000, creditOf(t, w, alice))
		require.Zero(t, creditOf(t, w, gina))
		spent, err := w.App.Checkout.Complete(t.Context(), alice.Account, checkout.CompleteInput{
			CartID: open.ID, ShippingAddress: alice.Address(), IdempotencyKey: "spends", UseCredit: new(true),
		})
		require.NoError(t, err)
		require.Equal(t, order.StatusPaid, spent.Status)
		require.EqualValues(t, 200, creditOf(t, w, alice))
		require.Equal(t, payment.StatusCaptured, w.Payment(spent.ID).Status)
		w.Balanced()
	})
}

// Guests order while what they have is handed over: an order is made before, and goes
// with the rest, or not at all.
func TestGuest_orders_while_their_belongings_are_handed_over(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 99)
		alice := w.Buyer("Alice")
		var wg sync.WaitGroup
		for i := range 12 {
			gina := w.Guest()
			in := checkout.CompleteInput{
				CartID: gina.Cart(tea.Times(1)).ID, Email: new("gina@example.org"), ShippingAddress: gina.Address(), IdempotencyKey: fmt.Sprint(i),
			}
			wg.Go(func() {
				_, err := w.App.Checkout.Complete(t.Context(), gina.Account, in)
				if err != nil && !cart.ErrNotFound.Is(err) {
					t.Errorf("complete: %v", err)
				}
			})
			wg.Go(func() {
				e := identity.GuestSignedIn{GuestID: gina.Account, AccountID: alice.Account}
				err := w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					for _, adopt := range []func(context.Context, db.Tx, identity.GuestSignedIn) error{
						w.App.Carts.AdoptTx, payment.AdoptTx, order.AdoptTx, refund.AdoptTx, checkout.AdoptTx,
					} {
						if err := adopt(ctx, tx, e); err != nil {
							return err
						}
					}
					return nil
				})
				if err != nil {
					t.Errorf("adopt: %v", err)
				}
			})
		}
		wg.Wait()
		var others int
		require.NoError(t, w.DB.Read(t.Context()).NewRaw(`SELECT
			(SELECT COUNT(*) FROM carts WHERE buyer_id <> ?0) + (SELECT COUNT(*) FROM orders WHERE buyer_id <> ?0) +
			(SELECT COUNT(*) FROM seller_orders WHERE buyer_id <> ?0) + (SELECT COUNT(*) FROM payments WHERE buyer_id <> ?0)`,
			alice.Account).Scan(t.Context(), &others))
		require.Zero(t, others)
		w.Verified()
	})
}
