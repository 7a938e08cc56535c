package checkout_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/internal/testkit"
)

const (
	payingIBAN   = "AT611904300234573201"
	refusingIBAN = "AT861904300235473202"
	day          = 24 * time.Hour
)

// mailsTo are the mails with a subject that somebody got.
func mailsTo(w *testkit.World, who *testkit.Person, subject string) (texts []string) {
	for _, m := range w.App.CaughtMail() {
		if m.To == who.Email && m.Subject == subject {
			texts = append(texts, m.Text)
		}
	}
	return texts
}

// A bank takes days to pay a debit. The order outlives its ordinary time, keeps its
// stock, and is sold once.
func TestProcessing_an_order_is_kept_until_the_bank_has_paid(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		status, body := alice.PaysByDebit(placed.Payment, payingIBAN)
		require.Equal(t, http.StatusOK, status, body)
		w.Settle()
		p := w.Payment(placed.Order.ID)
		require.Equal(t, payment.StatusAwaitingBuyer, p.Status)
		require.True(t, p.IsProcessing())
		for range 4 {
			w.Advance(day)
			w.Settle()
			require.Equal(t, order.StatusAwaitingPayment, alice.Order(placed.Order.ID).Status)
			require.EqualValues(t, 1, stockOf(t, w, tea).Reserved)
			require.True(t, w.Payment(placed.Order.ID).IsProcessing())
			require.True(t, alice.Order(placed.Order.ID).ExpiresAt.After(w.Clock.Now()), "nobody is told that it ends")
		}
		status, _ = alice.PaysWith(p, "pm_card_visa")
		require.Equal(t, http.StatusBadRequest, status, "it cannot be paid a second time")

		w.Advance(2 * day)
		w.Settle()
		p = w.Payment(placed.Order.ID)
		require.Equal(t, payment.StatusCaptured, p.Status)
		require.False(t, p.IsProcessing())
		require.Equal(t, order.StatusPaid, alice.Order(placed.Order.ID).Status)
		require.Len(t, mailsTo(w, alice, "Order "+placed.Order.Number+" is paid"), 1)
		require.Empty(t, mailsTo(w, alice, "The payment of order "+placed.Order.Number+" was refused"))
		require.Zero(t, stockOf(t, w, tea).OnHand)
		require.Zero(t, w.Parked())
		w.Balanced()
		w.RefundsAtStripe(p.ChargeID, 250)
		w.Settle()
		w.Balanced()
	})
}

// When the bank refuses, the buyer has a day to pay in another way, and the stock goes
// back when that day is over.
func TestProcessing_a_refused_debit_leaves_time_to_pay_otherwise(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 5)
		alice, bob := w.Buyer("Alice"), w.Buyer("Bob")
		hers, his := alice.Orders(tea.Times(1)), bob.Orders(tea.Times(2))
		for who, placed := range map[*testkit.Person]*testkit.Placed{alice: hers, bob: his} {
			status, body := who.PaysByDebit(placed.Payment, refusingIBAN)
			require.Equal(t, http.StatusOK, status, body)
		}
		w.Settle()
		w.Advance(5 * day)
		w.Settle()
		p := w.Payment(hers.Order.ID)
		require.False(t, p.IsProcessing())
		require.Equal(t, payment.StatusAwaitingBuyer, p.Status)
		require.Equal(t, payment.DeclineCard, *p.LastDecline())
		require.EqualValues(t, 3, stockOf(t, w, tea).Reserved)
		until := alice.Order(hers.Order.ID).ExpiresAt.UTC().Format("2 January 2006, 15:04")
		told := mailsTo(w, alice, "The payment of order "+hers.Order.Number+" was refused")
		require.Len(t, told, 1)
		require.Contains(t, told[0], "kept for you until "+until+" UTC")

		w.Advance(23 * time.Hour)
		w.Settle()
		alice.Pays(w.Payment(hers.Order.ID))
		w.Settle()
		require.Equal(t, order.StatusPaid, alice.Order(hers.Order.ID).Status)
		require.Len(t, mailsTo(w, alice, "The payment of order "+hers.Order.Number+" was refused"), 1, "it is read again, and told once")
		w.Advance(2 * time.Hour)
		w.Settle()
		require.Equal(t, order.StatusCancelled, bob.Order(his.Order.ID).Status)
		require.Zero(t, stockOf(t, w, tea).Reserved)
		require.EqualValues(t, 4, stockOf(t, w, tea).OnHand)
		w.Balanced()
	})
}

// Every webhook may be lost: the sweep reads what the bank decides, and giving an order
// up never takes the place of its answer.
func TestProcessing_survives_lost_webhooks(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 5)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "type": {"*"}, "count": {"1000"}})
		status, body := alice.PaysByDebit(placed.Payment, payingIBAN)
		require.Equal(t, http.StatusOK, status, body)
		w.Advance(4 * day) // nobody has heard anything, and its time is over
		w.Settle()
		require.Equal(t, order.StatusAwaitingPayment, alice.Order(placed.Order.ID).Status)
		require.True(t, w.Payment(placed.Order.ID).IsProcessing())
		w.Advance(2 * day)
		w.Settle()
		require.Equal(t, order.StatusPaid, alice.Order(placed.Order.ID).Status)
		w.Balanced()
	})
}
