package checkout_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/gateway/stripe"
	"github.com/etal-market/etal/internal/testkit"
)

var errBroken = errors.New("broken")

// broken answers about one intent only.
type broken struct {
	*stripe.Client

	but string
}

func (b broken) GetIntent(ctx context.Context, intentID string) (*payment.Intent, error) {
	if intentID != b.but {
		return nil, errBroken
	}
	return b.Client.GetIntent(ctx, intentID)
}

func (b broken) CancelIntent(ctx context.Context, intentID string, why payment.Cancellation) (*payment.Intent, error) {
	if intentID != b.but {
		return nil, errBroken
	}
	return b.Client.CancelIntent(ctx, intentID, why)
}

// Orders that cannot be given up come first each time, for they are the oldest. A
// hundred of them were all that was looked at.
func TestExpire_goes_on_past_a_hundred_that_fail(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 200)
		alice := w.Buyer("Alice")
		for range 100 {
			alice.Orders(tea.Times(1))
		}
		w.Advance(time.Second)
		last := alice.Orders(tea.Times(1))
		client, err := stripe.New(stripe.Options{
			SecretKey: w.App.Config.StripeSecretKey.Reveal(), APIURL: w.StripeURL, Timeout: 5 * time.Second,
		})
		require.NoError(t, err)
		payments := payment.New(w.DB, broken{client, *last.Payment.IntentID})
		selling := checkout.New(w.DB, checkout.Sources{Orders: w.App.Orders, Payments: payments}, checkout.Policy{})

		w.Advance(2 * time.Minute)
		require.ErrorIs(t, payments.Sweep(t.Context()), errBroken)
		require.Equal(t, w.Clock.Now(), w.Payment(last.Order.ID).CheckedAt.UTC())

		w.Advance(time.Hour)
		require.ErrorIs(t, selling.Expire(t.Context()), errBroken)
		require.Equal(t, order.StatusCancelled, alice.Order(last.Order.ID).Status)
		require.EqualValues(t, 100, stockOf(t, w, tea).Reserved)
		require.NoError(t, w.App.Checkout.Expire(t.Context()))
		require.Zero(t, stockOf(t, w, tea).Reserved)
		w.Verified()
	})
}
