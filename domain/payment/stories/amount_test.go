package stories_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/internal/testkit"
)

// What was paid is not what was agreed, because somebody has changed the intent at Stripe:
// nothing is captured and nothing is booked, and the job that was told of it fails until a
// person looks.
func TestCapture_of_another_amount_or_currency_is_refused(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]url.Values{
		"less": {"amount": {"1999"}}, "more": {"amount": {"2001"}}, "another currency": {"currency": {"usd"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
				placed := alice.Orders(mill.Product("Tea", "20.00", 5).Times(1))
				w.ChangesAtStripe("/v1/payment_intents/"+*placed.Payment.IntentID, change)
				alice.Pays(placed.Payment)
				w.Settle()
				require.Equal(t, order.StatusAwaitingPayment, alice.Order(placed.Order.ID).Status)
				require.Equal(t, payment.StatusAwaitingBuyer, w.Payment(placed.Order.ID).Status)
				require.Empty(t, balances(t, w))
				require.Positive(t, w.Parked(), "the job has failed for good, and is shown")
			})
		})
	}
}
