package checkout_test

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

func stockOf(t *testing.T, w *testkit.World, p *testkit.Product) *inventory.Level {
	t.Helper()
	levels, err := w.App.Inventory.ByOffers(t.Context(), []catalog.OfferID{p.Offer})
	require.NoError(t, err)
	return levels[p.Offer]
}

func TestComplete_splits_one_payment_over_the_sellers(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, potter := w.Seller("Mill", testkit.Onboarded), w.Seller("Potter", testkit.Onboarded)
		tea, bowl := mill.Product("Tea", "12.50", 10), potter.Product("Bowl", "19.99", 10)

		o := w.Buyer("Alice").Buys(tea.Times(2), bowl.Times(1))

		require.Equal(t, order.StatusPaid, o.Status)
		require.EqualValues(t, 4499, o.TotalMinor)
		require.Len(t, o.SellerOrders, 2)
		require.EqualValues(t, 250, o.SellerOrders[0].CommissionMinor)
		require.EqualValues(t, 200, o.SellerOrders[1].CommissionMinor, "10 % of 19.99, rounded half up")
		p := w.Payment(o.ID)
		require.Equal(t, payment.StatusCaptured, p.Status)
		require.EqualValues(t, 2500, p.Allocations[0].AmountMinor)
		require.EqualValues(t, 1999, p.Allocations[1].AmountMinor)
		require.EqualValues(t, 8, stockOf(t, w, tea).OnHand)
		require.Zero(t, stockOf(t, w, tea).Reserved)
		w.Balanced()
	})
}

func TestComplete_the_same_key_is_the_same_order(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 10)
		alice := w.Buyer("Alice")
		c := alice.Cart(tea.Times(1))

		var mu sync.Mutex
		ids := map[order.ID]int{}
		var wg sync.WaitGroup
		for range 12 {
			wg.Go(func() {
				o, err := alice.Complete(c, "k1")
				mu.Lock()
				defer mu.Unlock()
				if err != nil {
					t.Errorf("complete: %v", err)
					return
				}
				ids[o.ID]++
			})
		}
		wg.Wait()
		require.Len(t, ids, 1)
		require.EqualValues(t, 1, stockOf(t, w, tea).Reserved)

		in := checkout.CompleteInput{CartID: c.ID, ShippingAddress: alice.Address(), IdempotencyKey: "k1"}
		in.ShippingAddress.City = "Bremen"
		_, err := w.App.Checkout.Complete(t.Context(), alice.Account, in)
		require.ErrorIs(t, err, idempotency.ErrReused)
		_, err = alice.Complete(c, "k2")
		require.ErrorIs(t, err, cart.ErrCompleted)

		// Keys belong to accounts: another buyer's k1 is another command.
		_, err = w.Buyer("Bob").Complete(c, "k1")
		require.ErrorIs(t, err, cart.ErrNotFound)
		w.Verified()
	})
}

// A buyer who says what they have seen orders at that total or not at all, also when
// their credit would pay at once.
func TestComplete_at_the_total_that_the_buyer_has_seen(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "12.50", 10)
		alice := w.Buyer("Alice")
		bought := alice.Buys(tea.Times(2))
		everything, credit := true, refund.MethodCredit
		_, err := w.App.Refunds.Create(t.Context(), w.Operator().Actor, refund.CreateInput{
			OrderID: id.Any(bought.ID), IsEverything: &everything, Method: &credit, Reason: refund.ReasonCancelled, IdempotencyKey: "back",
		})
		require.NoError(t, err)
		w.Settle()

		c := alice.Cart(tea.Times(1))
		seen, err := w.App.Checkout.Preview(t.Context(), c)
		require.NoError(t, err)
		_, err = w.App.Catalog.UpdateOffer(t.Context(), mill.ID, catalog.OfferUpdateInput{
			ID: tea.Offer, Price: &money.Input{Amount: "13.00", CurrencyCode: "EUR"},
		})
		require.NoError(t, err)
		in := checkout.CompleteInput{CartID: c.ID, ShippingAddress: alice.Address(), IdempotencyKey: "k", UseCredit: &everything}
		for name, amount := range map[string]money.Input{
			"as it was":        {Amount: seen.Total().Decimal(), CurrencyCode: "EUR"},
			"another currency": {Amount: "13.00", CurrencyCode: "USD"},
			"less":             {Amount: "12.99", CurrencyCode: "EUR"},
		} {
			in.ExpectedTotal = &amount
			_, err = w.App.Checkout.Complete(t.Context(), alice.Account, in)
			require.ErrorIs(t, err, checkout.ErrTotalChanged, name)
			require.Equal(t, []string{"expectedTotal"}, fault.As(err)[0].Field)
		}
		require.Contains(t, fault.As(err)[0].Message, "13.00")
		in.ExpectedTotal = &money.Input{Amount: "a lot", CurrencyCode: "EUR"}
		_, err = w.App.Checkout.Complete(t.Context(), alice.Account, in)
		require.ErrorIs(t, err, money.ErrAmount)
		found, err := w.App.Orders.Find(t.Context(), alice.Actor, order.Filter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 1, "nothing was placed")
		require.Zero(t, stockOf(t, w, tea).Reserved)

		in.ExpectedTotal = &money.Input{Amount: "13.00", CurrencyCode: "EUR"}
		for range 2 {
			o, err := w.App.Checkout.Complete(t.Context(), alice.Account, in)
			require.NoError(t, err, "the key was not used up")
			require.Equal(t, order.StatusPaid, o.Status)
			require.EqualValues(t, 1300, o.TotalMinor)
		}
		w.Settle()
		w.Balanced()
	})
}

func TestComplete_sells_the_last_unit_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		last := w.Seller("Mill").Product("Tea", "12.50", 1)
		const buyers = 25
		carts := make([]func() (*order.Order, error), buyers)
		for i := range carts {
			guest := w.Guest()
			c := guest.Cart(last.Times(1))
			carts[i] = func() (*order.Order, error) { return guest.Complete(c, "k") }
		}
		var mu sync.Mutex
		var placed, refused int
		var wg sync.WaitGroup
		for _, complete := range carts {
			wg.Go(func() {
				_, err := complete()
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil:
					placed++
				case errors.Is(err, inventory.ErrOutOfStock):
					refused++
				default:
					t.Errorf("complete: %v", err)
				}
			})
		}
		wg.Wait()
		require.Equal(t, 1, placed)
		require.Equal(t, buyers-1, refused)
		w.Verified()
	})
}

func TestComplete_refuses_and_changes_nothing(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		tea, crumb := mill.Product("Tea", "12.50", 3), mill.Product("Crumb", "0.49", 9)
		alice := w.Buyer("Alice")
		filled := alice.Cart(tea.Times(2))
		bad := filled.ID
		for name, c := range map[string]struct {
			in   checkout.CompleteInput
			want error
		}{
			"no key":         {checkout.CompleteInput{CartID: bad, ShippingAddress: alice.Address()}, idempotency.ErrKey},
			"odd key":        {checkout.CompleteInput{CartID: bad, ShippingAddress: alice.Address(), IdempotencyKey: "a\x00"}, idempotency.ErrKey},
			"no address":     {checkout.CompleteInput{CartID: bad, IdempotencyKey: "k"}, fault.ErrTextRequired},
			"not a cart":     {checkout.CompleteInput{CartID: "crt_x", ShippingAddress: alice.Address(), IdempotencyKey: "k"}, cart.ErrNotFound},
			"empty":          {checkout.CompleteInput{CartID: alice.Cart().ID, ShippingAddress: alice.Address(), IdempotencyKey: "k"}, cart.ErrEmpty},
			"below a charge": {checkout.CompleteInput{CartID: alice.Cart(crumb.Times(1)).ID, ShippingAddress: alice.Address(), IdempotencyKey: "k"}, pricing.ErrTotalTooSmall},
			"too many":       {checkout.CompleteInput{CartID: alice.Cart(tea.Times(4)).ID, ShippingAddress: alice.Address(), IdempotencyKey: "k"}, inventory.ErrOutOfStock},
		} {
			_, err := w.App.Checkout.Complete(t.Context(), alice.Account, c.in)
			require.ErrorIs(t, err, c.want, name)
		}
		_, err := w.App.Checkout.Complete(t.Context(), w.Guest().Account, checkout.CompleteInput{
			CartID: bad, ShippingAddress: alice.Address(), IdempotencyKey: "k",
		})
		require.ErrorIs(t, err, checkout.ErrEmailRequired)
		require.Zero(t, stockOf(t, w, tea).Reserved)

		// A refused command leaves its key free.
		_, err = alice.Complete(filled, "k")
		require.NoError(t, err)
		w.Verified()
	})
}

func TestExpire_gives_the_stock_back_once_no_money_can_come(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		abandoned := alice.Orders(tea.Times(1))
		require.EqualValues(t, 1, stockOf(t, w, tea).Reserved)

		w.Advance(29 * time.Minute)
		w.Settle()
		require.Equal(t, order.StatusAwaitingPayment, alice.Order(abandoned.Order.ID).Status)

		w.Advance(2 * time.Minute)
		w.Settle()
		o := alice.Order(abandoned.Order.ID)
		require.Equal(t, order.StatusCancelled, o.Status)
		require.Equal(t, order.CancelExpired, o.CancelReason)
		require.Zero(t, stockOf(t, w, tea).Reserved)
		status, _ := alice.PaysWith(abandoned.Payment, "pm_card_visa")
		require.GreaterOrEqual(t, status, 400, "the intent is cancelled at Stripe")

		require.Equal(t, order.StatusPaid, w.Guest().Buys(tea.Times(1)).Status)
		w.Balanced()
	})
}

func TestExpire_captures_when_the_buyer_was_faster(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 1)
		alice := w.Buyer("Alice")
		placed := alice.Orders(tea.Times(1))
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		alice.Pays(placed.Payment)
		w.Advance(31 * time.Minute)
		require.NoError(t, w.App.Checkout.Expire(t.Context()), "the webhook never came; the expiry asks Stripe")
		require.Equal(t, order.StatusPaid, alice.Order(placed.Order.ID).Status)
		w.Balanced()
	})
}

// Money, stock and order stay one whatever the provider answers, or does not.
func TestComplete_survives_lost_answers(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored", "502_html"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				tea := w.Seller("Mill").Product("Tea", "12.50", 5)
				alice := w.Buyer("Alice")
				w.Control("faults", url.Values{
					"method": {"POST"}, "path": {"/v1/payment_intents"}, "count": {"9"}, "kind": {kind},
				})
				c := alice.Cart(tea.Times(1))
				o, err := alice.Complete(c, "k")
				require.NoError(t, err)
				require.Equal(t, payment.StatusCreating, w.Payment(o.ID).Status, "nobody knows yet")

				w.Calm()
				w.Advance(2 * time.Minute)
				w.Settle()
				again, err := alice.Complete(c, "k")
				require.NoError(t, err)
				require.Equal(t, o.ID, again.ID)
				p := w.Payment(o.ID)
				if kind == "500_stored" { // Stripe replays it for as long as it keeps the key: 24 hours
					require.Equal(t, payment.StatusCreating, p.Status)
					w.Advance(25 * time.Hour)
					w.Settle()
					require.Equal(t, order.StatusCancelled, alice.Order(o.ID).Status)
					require.Zero(t, stockOf(t, w, tea).Reserved)
					w.Balanced()
					return
				}
				require.Equal(t, payment.StatusAwaitingBuyer, p.Status)
				alice.Pays(p)
				w.Settle()
				require.Equal(t, order.StatusPaid, alice.Order(o.ID).Status)
				require.EqualValues(t, 4, stockOf(t, w, tea).OnHand)
				w.Balanced()
			})
		})
	}
}

func TestPreview_tells_what_is_wrong_with_a_line(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, potter := w.Seller("Mill"), w.Seller("Potter")
		tea, bowl, gone := mill.Product("Tea", "12.50", 1), potter.Product("Bowl", "20.00", 5), mill.Product("Cup", "5.00", 5)
		alice := w.Buyer("Alice")
		c := alice.Cart(tea.Times(2), bowl.Times(2), gone.Times(1))
		_, err := w.App.Catalog.Archive(t.Context(), mill.ID, gone.ID)
		require.NoError(t, err)

		p, err := w.App.Checkout.Preview(t.Context(), c)
		require.NoError(t, err)
		require.Len(t, p.Groups, 2)
		require.Equal(t, mill.ID, p.Groups[0].SellerID)
		require.Equal(t, checkout.ProblemTooMany, *p.Groups[0].Lines[0].Problem)
		require.Equal(t, checkout.ProblemUnavailable, *p.Groups[0].Lines[1].Problem)
		require.Nil(t, p.Groups[1].Lines[0].Problem)
		require.EqualValues(t, 4000, p.TotalMinor, "only what can be ordered is counted")
		require.False(t, p.IsOrderable())
	})
}

// A cart whose total cannot be paid cannot be ordered, though no line has a problem.
func TestPreview_of_a_total_that_cannot_be_paid(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice := w.Seller("Mill"), w.Buyer("Alice")
		for name, c := range map[string]struct {
			wish testkit.Wish
			want error
		}{
			"too little":        {mill.Product("Crumb", "0.49", 9).Times(1), pricing.ErrTotalTooSmall},
			"too much":          {mill.Product("Ring", "999999.99", 9).Times(2), pricing.ErrTotalTooLarge},
			"no whole step":     {mill.ProductIn("Oud", money.New(1234, "KWD"), 9).Times(1), pricing.ErrTotalStep},
			"what can be paid":  {mill.Product("Tea", "12.50", 9).Times(1), nil},
			"and in whole ones": {mill.ProductIn("Dates", money.New(1230, "KWD"), 9).Times(1), nil},
		} {
			filled := alice.Cart(c.wish)
			p, err := w.App.Checkout.Preview(t.Context(), filled)
			require.NoError(t, err, name)
			require.Nil(t, p.Groups[0].Lines[0].Problem, name)
			require.Equal(t, c.want == nil, p.IsOrderable(), name)
			_, err = alice.Complete(filled, name)
			require.ErrorIs(t, err, c.want, name)
		}
	}, testkit.Setting("MORE_CURRENCIES", "KWD"))
}

func BenchmarkComplete(b *testing.B) {
	w := testkit.Open(b)
	var wishes []testkit.Wish
	for _, name := range []string{"Mill", "Potter", "Smith"} {
		wishes = append(wishes, w.Seller(name).Product(name+"'s best", "12.50", 1_000_000).Times(1))
	}
	alice := w.Buyer("Alice")
	carts := make([]*cart.Cart, b.N)
	for i := range carts {
		carts[i] = alice.Cart(wishes...)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		if _, err := alice.Complete(carts[i], fmt.Sprint("bench-", i)); err != nil {
			b.Fatal(err)
		}
	}
}

// Others may use the same Stripe account: their payments are none of ours.
func TestWebhooks_of_payments_that_are_not_ours_are_left_alone(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	form := url.Values{"amount": {"500"}, "currency": {"eur"}, "confirm": {"true"}, "payment_method": {"pm_card_visa"}, "return_url": {w.URL + "/"}}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.StripeURL+"/v1/payment_intents", strings.NewReader(form.Encode()))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Authorization", "Bearer "+w.App.Config.StripeSecretKey.Reveal())
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.Equal(t, http.StatusOK, resp.StatusCode)
	w.Settle()
	require.Zero(t, w.Parked())
	b, err := w.App.Inbox.Backlog(t.Context())
	require.NoError(t, err)
	require.Zero(t, b.Waiting)
}

func TestOrders_that_lose_money_are_listed_to_operators(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		crumb, tea := mill.Product("Crumb", "1.00", 10), mill.Product("Tea", "12.50", 10)
		alice := w.Buyer("Alice")
		loses, earns := alice.Orders(crumb.Times(1)).Order, alice.Orders(tea.Times(1)).Order
		require.EqualValues(t, 10-3-30, *loses.MarginMinor)
		require.EqualValues(t, 125-36-30, *earns.MarginMinor)
		for yes, want := range map[bool]order.ID{true: loses.ID, false: earns.ID} {
			found, err := w.App.Orders.Find(t.Context(), w.Operator().Actor, order.Filter{LosesMoney: &yes}, page.First(10))
			require.NoError(t, err)
			require.Len(t, found.Nodes, 1)
			require.Equal(t, want, found.Nodes[0].ID)
			found, err = w.App.Orders.Find(t.Context(), alice.Actor, order.Filter{LosesMoney: &yes}, page.First(10))
			require.NoError(t, err)
			require.Len(t, found.Nodes, 2, "a buyer learns nothing by it")
		}
	})
}

// Stripe takes a part of what is transferred to another country, and the platform
// bears it: an order that earns at home may lose abroad.
func TestMargin_knows_of_borders(t *testing.T) {
	t.Parallel()
	for country, want := range map[string]int64{"DE": 125 - 36 - 30, "GB": 125 - 36 - 30, "CH": 125 - 36 - 30 - 113, "": 125 - 36 - 30} {
		t.Run("platform in "+country, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				placed := w.Buyer("Alice").Orders(w.Seller("Mill").Product("Tea", "12.50", 10).Times(1))
				require.EqualValues(t, want, *placed.Order.MarginMinor, "10 %% of 11.25 are 1.125")
			}, testkit.Setting("PLATFORM_COUNTRY", country), testkit.Setting("CROSS_BORDER_BASIS_POINTS", "1000"))
		})
	}
}
