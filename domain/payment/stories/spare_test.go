package stories_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/internal/testkit"
)

// An intent whose creation was never answered is found under its key for a day. Whoever
// comes back later makes a second one, and the first is cancelled when its news arrive:
// they were parked, and the intent stood open at Stripe for good.
func TestSpare_intents_are_cancelled_at_Stripe(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/payment_intents"}, "count": {"9"}, "kind": {"reset_after"}})
		placed := alice.Orders(tea.Times(1))
		require.Equal(t, payment.StatusCreating, placed.Payment.Status)
		w.Calm()

		w.Advance(25 * time.Hour)
		p, err := w.App.Payments.Attach(t.Context(), placed.Order.ID)
		require.NoError(t, err)
		require.Equal(t, payment.StatusAwaitingBuyer, p.Status)
		require.Len(t, w.StatesAtStripe("/v1/payment_intents"), 2)
		w.Settle()
		w.Advance(time.Hour)
		w.Settle()

		for id, status := range w.StatesAtStripe("/v1/payment_intents") {
			require.Equal(t, "canceled", status, id)
		}
		require.Equal(t, order.StatusCancelled, alice.Order(placed.Order.ID).Status)
		require.Zero(t, w.Parked())
		w.Balanced()
	})
}
