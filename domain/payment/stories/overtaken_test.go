package stories_test

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/gateway/stripe"
	"github.com/etal-market/etal/internal/testkit"
)

const (
	payingIBAN   = "AT611904300234573201"
	refusingIBAN = "AT861904300235473202"
)

// slow answers only after something else has happened.
type slow struct {
	*stripe.Client

	read      int
	meanwhile func() // while an answer is on its way; nil: nothing
}

func (s *slow) GetIntent(ctx context.Context, intentID string) (*payment.Intent, error) {
	s.read++
	intent, err := s.Client.GetIntent(ctx, intentID)
	if s.meanwhile != nil {
		s.meanwhile()
	}
	return intent, err
}

// once has something happen during the next reading only.
func (s *slow) once(do func()) {
	s.meanwhile = func() {
		s.meanwhile = nil
		do()
	}
}

func slowly(t *testing.T, w *testkit.World) (*payment.Service, *slow) {
	t.Helper()
	client, err := stripe.New(stripe.Options{
		SecretKey: w.App.Config.StripeSecretKey.Reveal(), APIURL: w.StripeURL, Timeout: 5 * time.Second,
	})
	require.NoError(t, err)
	gateway := &slow{Client: client}
	return payment.New(w.DB, gateway), gateway
}

// refusals counts the mails that say that a bank has refused.
func refusals(w *testkit.World, of *testkit.Placed) (n int) {
	for _, m := range w.App.CaughtMail() {
		if m.Subject == "The payment of order "+of.Order.Number+" was refused" {
			n++
		}
	}
	return n
}

// An answer that was on its way while the buyer had their bank asked says that nobody
// was asked. It came later than the news, and told the buyer that the bank had refused.
func TestRefresh_what_was_read_before_does_not_undo_what_was_read_later(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 5)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		payments, gateway := slowly(t, w)
		gateway.once(func() {
			status, body := alice.PaysByDebit(placed.Payment, payingIBAN)
			require.Equal(t, http.StatusOK, status, body)
			w.Advance(time.Second)
			w.Settle()
			require.True(t, w.Payment(placed.Order.ID).IsProcessing())
		})
		require.NoError(t, payments.Refresh(t.Context(), *placed.Payment.IntentID))
		w.Settle()
		require.True(t, w.Payment(placed.Order.ID).IsProcessing())
		require.Zero(t, refusals(w, placed))
		require.Equal(t, 2, gateway.read, "it is read again")

		require.NoError(t, payments.Refresh(t.Context(), *placed.Payment.IntentID))
		require.Equal(t, 3, gateway.read, "what nothing has overtaken is read once")
		w.Verified()
	})
}

// The other way round: a bank has refused while an answer was on its way that says that
// it decides. The order would have waited for it for two days more.
func TestRefresh_a_refusal_is_not_forgotten(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 5)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		status, body := alice.PaysByDebit(placed.Payment, refusingIBAN)
		require.Equal(t, http.StatusOK, status, body)
		w.Settle()
		payments, gateway := slowly(t, w)
		gateway.once(func() {
			w.Advance(5 * 24 * time.Hour)
			w.Settle()
			require.False(t, w.Payment(placed.Order.ID).IsProcessing())
		})
		until := w.Clock.Now().Add(6 * 24 * time.Hour)
		require.NoError(t, payments.Refresh(t.Context(), *placed.Payment.IntentID))
		w.Settle()
		require.False(t, w.Payment(placed.Order.ID).IsProcessing())
		require.Equal(t, 1, refusals(w, placed))
		require.True(t, alice.Order(placed.Order.ID).ExpiresAt.Equal(until), "a day from the refusal on")
		w.Verified()
	})
}

// Whoever is always overtaken gives up, and comes again.
func TestRefresh_reads_three_times_at_most(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 5)
		placed := w.Buyer("Alice").Orders(tea.Times(1))
		payments, gateway := slowly(t, w)
		gateway.meanwhile = func() {
			w.Clock.Advance(time.Second)
			require.NoError(t, w.App.Payments.Refresh(t.Context(), *placed.Payment.IntentID))
		}
		require.ErrorContains(t, payments.Refresh(t.Context(), *placed.Payment.IntentID), "was read again meanwhile")
		require.Equal(t, 3, gateway.read)
	})
}
