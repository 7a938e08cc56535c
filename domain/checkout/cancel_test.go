package checkout_test

import (
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/testkit"
)

func cancels(t *testing.T, w *testkit.World, who *testkit.Person, of *testkit.Placed) (*order.Order, error) {
	t.Helper()
	return w.App.Checkout.Cancel(t.Context(), who.Actor, checkout.CancelInput{OrderID: of.Order.ID})
}

func TestCancel_gives_the_stock_back_and_nobody_can_pay(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		o, err := cancels(t, w, alice, placed)
		require.NoError(t, err)
		require.Equal(t, order.StatusCancelled, o.Status)
		require.Equal(t, order.CancelRequested, o.CancelReason)
		require.Zero(t, stockOf(t, w, tea).Reserved)
		status, _ := alice.PaysWith(placed.Payment, "pm_card_visa")
		require.Equal(t, http.StatusBadRequest, status, "the intent is cancelled at Stripe")
		w.Settle()
		mails := mailsTo(w, alice, "Order "+o.Number+" was cancelled")
		require.Len(t, mails, 1)
		require.Contains(t, mails[0], "as you or somebody for you has asked")
		_, err = cancels(t, w, alice, placed)
		require.ErrorIs(t, err, order.ErrState)
		w.Balanced()
	})
}

func TestCancel_refuses_and_changes_nothing(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 9)
		alice, bob, olga := w.Buyer("Alice"), w.Buyer("Bob"), w.Operator()
		waiting, deciding := alice.Orders(tea.Times(1)), alice.Orders(tea.Times(1))
		paid := &testkit.Placed{Order: alice.Buys(tea.Times(1))}
		status, body := alice.PaysByDebit(deciding.Payment, payingIBAN)
		require.Equal(t, http.StatusOK, status, body)
		w.Settle()

		_, err := cancels(t, w, bob, waiting)
		require.ErrorIs(t, err, order.ErrNotFound)
		for _, who := range []*testkit.Person{alice, olga} {
			_, err = cancels(t, w, who, paid)
			require.ErrorIs(t, err, order.ErrPaid)
			_, err = cancels(t, w, who, deciding)
			require.ErrorIs(t, err, payment.ErrProcessing)
		}
		_, err = w.App.Checkout.Cancel(t.Context(), olga.Actor, checkout.CancelInput{
			OrderID: waiting.Order.ID, Reason: new(strings.Repeat("x", 1001)),
		})
		require.ErrorIs(t, err, fault.ErrTextTooLong)
		require.Equal(t, order.StatusAwaitingPayment, alice.Order(waiting.Order.ID).Status)
		require.EqualValues(t, 2, stockOf(t, w, tea).Reserved)
		require.True(t, w.Payment(deciding.Order.ID).IsProcessing())
		w.Verified()
	})
}

// The buyer pays in one window and cancels in the other; nobody has told us yet.
func TestCancel_captures_when_the_buyer_was_faster(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		alice.Pays(placed.Payment)
		_, err := cancels(t, w, alice, placed)
		require.ErrorIs(t, err, order.ErrPaid)
		require.Equal(t, order.StatusPaid, alice.Order(placed.Order.ID).Status)
		w.Balanced()
	})
}

// Nobody knows whether the intent is cancelled: the order waits until somebody does, and
// then says why it was.
func TestCancel_survives_lost_answers(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				tea := w.Seller("Mill").Product("Tea", "12.50", 1)
				alice := w.Buyer("Alice")
				placed := alice.Orders(tea.Times(1))
				w.Control("faults", url.Values{
					"method": {"POST"}, "path": {"/v1/payment_intents/*/cancel"}, "count": {"99"}, "kind": {kind},
				})
				_, err := cancels(t, w, alice, placed)
				require.ErrorIs(t, err, payout.ErrProviderUnavailable)
				require.EqualValues(t, 1, stockOf(t, w, tea).Reserved)
				w.Calm()
				if kind == "reset_before" {
					_, err = cancels(t, w, alice, placed)
					require.NoError(t, err)
				}
				w.Settle()
				o := alice.Order(placed.Order.ID)
				require.Equal(t, order.StatusCancelled, o.Status)
				require.Equal(t, order.CancelRequested, o.CancelReason)
				require.Zero(t, stockOf(t, w, tea).Reserved)
				w.Balanced()
			})
		})
	}
}

func TestCancel_many_at_once_cancel_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 3)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(2))
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				_, err := w.App.Checkout.Cancel(t.Context(), alice.Actor, checkout.CancelInput{OrderID: placed.Order.ID})
				if err != nil && !order.ErrState.Is(err) {
					t.Errorf("cancel: %v", err)
				}
			})
		}
		wg.Wait()
		w.Settle()
		o := alice.Order(placed.Order.ID)
		require.Equal(t, order.CancelRequested, o.CancelReason)
		require.Len(t, mailsTo(w, alice, "Order "+o.Number+" was cancelled"), 1)
		require.Zero(t, stockOf(t, w, tea).Reserved)
		require.EqualValues(t, 3, stockOf(t, w, tea).OnHand)
		w.Balanced()
	})
}

// Stripe has just ended the intent for too many declines, so that the payment gets
// another one while it is cancelled.
func TestCancel_is_not_undone_by_another_intent(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		for range 10 {
			status, body := alice.PaysWith(placed.Payment, "pm_card_visa_chargeDeclined")
			require.Equal(t, http.StatusPaymentRequired, status, body)
		}
		o, err := cancels(t, w, alice, placed)
		require.NoError(t, err)
		require.Equal(t, order.CancelRequested, o.CancelReason)
		require.EqualValues(t, 1, w.Payment(o.ID).EndedIntents)
		w.Settle()
		require.Equal(t, payment.StatusCancelled, w.Payment(o.ID).Status)
		w.Balanced()
	})
}

func TestCancel_by_an_operator_is_on_record(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 3)
		alice, olga := w.Buyer("Alice"), w.Operator()
		hers, ours := alice.Orders(tea.Times(1)), alice.Orders(tea.Times(1))
		_, err := cancels(t, w, alice, hers)
		require.NoError(t, err)
		o, err := w.App.Checkout.Cancel(actor.With(t.Context(), olga.Actor), olga.Actor, checkout.CancelInput{OrderID: ours.Order.ID, Reason: new("She has called.")})
		require.NoError(t, err)
		require.Equal(t, order.CancelRequested, o.CancelReason)
		w.Advance(time.Second)
		w.Settle()
		found, err := w.App.Audit.Find(t.Context(), olga.Actor, audit.Filter{}, page.First(100))
		require.NoError(t, err)
		var entries []*audit.Entry
		for _, e := range found.Nodes {
			if e.Kind == (order.CancelAsked{}).EventName() {
				entries = append(entries, e)
			}
		}
		require.Len(t, entries, 1, "what buyers do with their own orders is not")
		require.EqualValues(t, o.ID, entries[0].Subject)
		require.Equal(t, olga.Account, entries[0].ActorID)
	})
}
