package stories_test

import (
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/internal/testkit"
)

// declined tries a card that is declined until Stripe ends the intent, which is after
// ten times.
func declined(t *testing.T, who *testkit.Person, p *payment.Payment) {
	t.Helper()
	for range 10 {
		status, body := who.PaysWith(p, "pm_card_visa_chargeDeclinedInsufficientFunds")
		require.Equal(t, http.StatusPaymentRequired, status, body)
	}
	status, _ := who.PaysWith(p, "pm_card_visa")
	require.Equal(t, http.StatusBadRequest, status, "the intent has ended")
}

// Stripe ends an intent that is declined too often. The order was cancelled with it,
// and the buyer had to begin anew.
func TestEnded_ten_declines_then_a_good_card_pay_the_same_order(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		first := *placed.Payment.IntentID
		declined(t, alice, placed.Payment)
		w.Settle()

		p := w.Payment(placed.Order.ID)
		require.Equal(t, payment.StatusAwaitingBuyer, p.Status)
		require.NotEqual(t, first, *p.IntentID)
		require.NotEqual(t, placed.Payment.ClientSecret, p.ClientSecret)
		require.EqualValues(t, 1, p.EndedIntents)
		require.Equal(t, order.StatusAwaitingPayment, alice.Order(placed.Order.ID).Status)

		// Late news of the one that has ended changes nothing.
		require.NoError(t, w.App.Payments.Refresh(t.Context(), first))
		require.Equal(t, *p.IntentID, *w.Payment(placed.Order.ID).IntentID)

		alice.Pays(p)
		w.Settle()
		require.Equal(t, order.StatusPaid, alice.Order(placed.Order.ID).Status)
		require.NoError(t, w.App.Payments.Refresh(t.Context(), first))
		require.Zero(t, w.Parked())
		w.Balanced()
	})
}

// News of one end may come many times at once; the payment gets one other intent.
func TestEnded_many_at_once_make_one_intent(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		declined(t, alice, placed.Payment)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				if err := w.App.Payments.Refresh(t.Context(), *placed.Payment.IntentID); err != nil {
					t.Errorf("refresh: %v", err)
				}
			})
		}
		wg.Wait()
		w.Settle()
		p := w.Payment(placed.Order.ID)
		require.EqualValues(t, 1, p.EndedIntents)
		require.Equal(t, payment.StatusAwaitingBuyer, p.Status)
		w.Verified()
	})
}

// Whoever is declined on and on is not given intents for ever, and nobody is after the
// order's time.
func TestEnded_is_the_end_of_the_order_at_last(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 2)
		alice := w.Buyer("Alice")
		stubborn, late := alice.Orders(tea.Times(1)), alice.Orders(tea.Times(1))
		for range 3 {
			declined(t, alice, w.Payment(stubborn.Order.ID))
			w.Settle()
		}
		o := alice.Order(stubborn.Order.ID)
		require.Equal(t, order.StatusCancelled, o.Status)
		require.Equal(t, order.CancelPaymentCancelled, o.CancelReason)

		declined(t, alice, late.Payment)
		w.Advance(31 * time.Minute)
		w.Settle()
		require.Equal(t, order.StatusCancelled, alice.Order(late.Order.ID).Status)
		require.Zero(t, w.Payment(late.Order.ID).EndedIntents)
		w.Balanced()
	})
}
