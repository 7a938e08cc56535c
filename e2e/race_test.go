package e2e_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/internal/testkit"
)

// A hundred guests want the last unit, all at once. One has it, ninety-nine are
// told by name why not, and the money is that of one sale.
func TestRace_a_hundred_guests_and_one_unit(t *testing.T) {
	t.Parallel()
	const guests = 100
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newStory(t, w)
		mill := w.Seller("Mill", testkit.Onboarded)
		last := mill.Product("The last one", "12.50", 1)
		carts := make([]string, guests)
		for i := range guests {
			g := w.Guest()
			s.people[fmt.Sprint(i)] = &person{token: string(g.Token)}
			carts[i] = string(g.Cart(last.Times(1)).ID)
		}
		answers := make([]answer, guests)
		start := make(chan struct{})
		var wg sync.WaitGroup
		for i := range guests {
			wg.Go(func() {
				<-start
				answers[i] = s.insist(fmt.Sprint(i), "checkout-complete", map[string]any{"input": checkoutInput(carts[i], "k1")})
			})
		}
		close(start)
		wg.Wait()

		var orders int
		for _, a := range answers {
			if len(a.errors) == 0 {
				orders++
				s.notice(a.data)
				continue
			}
			require.Len(t, a.errors, 1)
			require.Equal(t, "OUT_OF_STOCK", a.errors[0].code)
			require.Equal(t, "input.cart.lines.0", a.errors[0].path)
		}
		require.Equal(t, 1, orders)

		intent, _, _ := strings.Cut(s.secret, "_secret_")
		status, body := s.confirmAt(intent, s.secret)
		require.Equal(t, http.StatusOK, status, body)
		w.Settle()
		w.Balanced()
		levels, err := w.App.Inventory.ByOffers(t.Context(), []catalog.OfferID{last.Offer})
		require.NoError(t, err)
		require.Zero(t, levels[last.Offer].OnHand)
		require.Zero(t, levels[last.Offer].Reserved)
		require.Equal(t, 1, count(t, w, "SELECT COUNT(*) FROM orders"))
		require.Equal(t, 1, count(t, w, "SELECT COUNT(*) FROM carts WHERE status = 'COMPLETED'"))
		s.sameTotals()
	})
}

// The buyers pay in the very moment in which their orders are given up. Each
// order is either paid and sold, or cancelled and back on the shelf.
func TestRace_paying_and_giving_up(t *testing.T) {
	t.Parallel()
	const buyers = 30
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newStory(t, w)
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "12.50", buyers)
		placed := make([]*testkit.Placed, buyers)
		for i := range buyers {
			placed[i] = w.Guest().Orders(tea.Times(1))
		}
		w.Settle()
		w.Advance(30 * time.Minute)
		paid := make([]bool, buyers)
		var wg sync.WaitGroup
		wg.Go(func() { // from the last to the first; the oldest are given up first, so they meet
			for i := buyers - 1; i >= 0; i-- {
				p := placed[i].Payment
				status, _ := s.confirmAt(*p.IntentID, p.ClientSecret.Reveal())
				paid[i] = status == http.StatusOK
			}
		})
		for range 3 {
			wg.Go(func() {
				if err := w.App.Checkout.Expire(t.Context()); err != nil {
					t.Errorf("expire: %v", err)
				}
			})
		}
		wg.Wait()
		w.Settle()
		w.Balanced()
		var sold int
		for i, p := range placed {
			want := order.StatusCancelled
			if paid[i] {
				want = order.StatusPaid
				sold++
			}
			o, err := w.App.Orders.Get(t.Context(), w.Operator().Actor, p.Order.ID)
			require.NoError(t, err)
			require.Equal(t, want, o.Status, "paid at Stripe: %t", paid[i])
		}
		t.Logf("%d of %d were paid", sold, buyers)
		levels, err := w.App.Inventory.ByOffers(t.Context(), []catalog.OfferID{tea.Offer})
		require.NoError(t, err)
		require.EqualValues(t, buyers-sold, levels[tea.Offer].OnHand)
		require.Zero(t, levels[tea.Offer].Reserved)
		s.sameTotals()
	})
}

// Several processes sweep at once, as they do when one is replaced by another.
// Each seller's part leaves once.
func TestRace_sweeps(t *testing.T) {
	t.Parallel()
	const parts = 12
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := newStory(t, w)
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "10.00", parts)
		alice := w.Buyer("Alice")
		for range parts {
			mill.Ships(alice.Buys(tea.Times(1)))
		}
		w.Advance(14 * 24 * time.Hour)
		together(t, 6, func() error { return w.App.Payouts.Sweep(t.Context()) })
		together(t, 6, func() error { return w.App.Ledger.Mature(t.Context()) })
		together(t, 6, func() error { return w.App.Payouts.Sweep(t.Context()) })
		w.Settle()
		together(t, 6, func() error { return w.App.Payouts.Sweep(t.Context()) })
		w.Settle()
		w.Advance(72 * time.Hour)
		w.Settle()
		w.Balanced()
		require.Zero(t, w.Parked())
		require.Equal(t, parts, count(t, w, "SELECT COUNT(*) FROM transfers WHERE status = 'SUCCEEDED'"))
		require.Equal(t, parts*900, count(t, w, "SELECT SUM(amount_minor) FROM payouts WHERE status = 'PAID'"))
		s.sameTotals()
	})
}

func together(t *testing.T, n int, fn func() error) {
	t.Helper()
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() {
			if err := fn(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// confirmAt pays an intent with a card that works, as a browser does.
func (s *story) confirmAt(intent, secret string) (status int, body string) {
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.w.StripeURL+"/v1/payment_intents/"+intent+"/confirm",
		strings.NewReader(url.Values{"client_secret": {secret}, "payment_method": {"pm_card_visa"}}.Encode()))
	if err != nil {
		return 0, err.Error()
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Authorization", "Bearer "+s.w.App.Config.StripePublishableKey)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err.Error()
	}
	return response.StatusCode, string(content)
}

// sameTotals fails the test unless what the simulator says it holds for the
// platform is what the ledger says.
func (s *story) sameTotals() {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.w.StripeURL+"/_sim/totals", nil)
	require.NoError(s.t, err)
	response, err := http.DefaultClient.Do(r)
	require.NoError(s.t, err)
	defer response.Body.Close()
	var totals struct {
		Consistent bool
		Accounts   map[string]map[string]struct{ Net int64 }
	}
	require.NoError(s.t, json.NewDecoder(response.Body).Decode(&totals))
	require.True(s.t, totals.Consistent)
	lines, err := s.w.App.Ledger.TrialBalance(s.t.Context())
	require.NoError(s.t, err)
	var sum, held int64
	for _, l := range lines {
		require.Equal(s.t, money.Currency("EUR"), l.Currency)
		sum += l.AmountMinor
		if strings.HasPrefix(l.Account, "stripe:") {
			held += l.AmountMinor
		}
	}
	require.Zero(s.t, sum)
	require.Equal(s.t, totals.Accounts["acct_platform"]["eur"].Net, held)
}

func count(t *testing.T, w *testkit.World, statement string) int {
	t.Helper()
	var n int
	require.NoError(t, w.DB.Read(t.Context()).NewRaw(statement).Scan(t.Context(), &n))
	return n
}
