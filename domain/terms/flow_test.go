package terms_test

import (
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// command is a cart to order, with its key.
type command struct {
	cart *cart.Cart
	key  string
}

// completes orders a cart and accepts versions with it.
func completes(t *testing.T, w *testkit.World, p *testkit.Person, in command, ids ...terms.VersionID) (*order.Order, error) {
	t.Helper()
	email := "somebody@example.org"
	return w.App.Checkout.Complete(from(t, p), p.Account, checkout.CompleteInput{
		CartID: in.cart.ID, Email: &email, ShippingAddress: p.Address(), IdempotencyKey: in.key, AcceptTermsVersionIDs: ids,
	})
}

func TestCheckout_of_a_guest_needs_the_terms_in_force(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, guest, tea := w.Operator(), w.Guest(), w.Seller("Mill").Product("Tea", "12.50", 10)
		_, err := completes(t, w, guest, command{guest.Cart(tea.Times(1)), "before"})
		require.NoError(t, err, "nothing was published")

		first := publishes(t, w, olga, terms.BuyerTerms, 0)
		forSellers, consent := publishes(t, w, olga, terms.SellerTerms, 0), publishes(t, w, olga, terms.Marketing, 0)
		c := guest.Cart(tea.Times(1))
		_, err = completes(t, w, guest, command{c, "k1"})
		require.ErrorIs(t, err, terms.ErrRequired)
		require.Equal(t, []string{"acceptTermsVersionIds"}, fault.As(err)[0].Field)
		require.Contains(t, fault.As(err)[0].Message, first.ID)
		_, err = completes(t, w, guest, command{c, "k1"}, consent.ID)
		require.ErrorIs(t, err, terms.ErrRequired, "another document")
		require.Empty(t, history(t, w, guest), "what is refused leaves nothing")
		_, err = completes(t, w, guest, command{c, "k1"}, first.ID, forSellers.ID)
		require.ErrorIs(t, err, terms.ErrOtherKind)
		require.Equal(t, []string{"acceptTermsVersionIds", "1"}, fault.As(err)[0].Field)

		placed, err := completes(t, w, guest, command{c, "k1"}, first.ID, consent.ID)
		require.NoError(t, err, "a refusal has not used the key up")
		require.Len(t, history(t, w, guest), 2)
		_, err = completes(t, w, guest, command{guest.Cart(tea.Times(1)), "k2"})
		require.NoError(t, err, "accepted before")

		second := publishes(t, w, olga, terms.BuyerTerms, time.Minute)
		w.Clock.Advance(time.Minute)
		again, err := completes(t, w, guest, command{c, "k1"}, first.ID, consent.ID)
		require.NoError(t, err, "the same command, though the version is replaced")
		require.Equal(t, placed.ID, again.ID)
		_, err = completes(t, w, guest, command{c, "k1"})
		require.ErrorIs(t, err, idempotency.ErrReused)
		next := guest.Cart(tea.Times(1))
		_, err = completes(t, w, guest, command{next, "k3"}, first.ID)
		require.ErrorIs(t, err, terms.ErrNotInForce)
		_, err = completes(t, w, guest, command{next, "k3"}, second.ID)
		require.NoError(t, err)
		w.Verified()
	})
}

func TestCheckout_sent_many_times_at_once_accepts_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, guest, tea := w.Operator(), w.Guest(), w.Seller("Mill").Product("Tea", "12.50", 10)
		v := publishes(t, w, olga, terms.BuyerTerms, 0)
		one, two := guest.Cart(tea.Times(1)), guest.Cart(tea.Times(1))
		errs := make([]error, 10)
		ids := make([]order.ID, len(errs))
		var wg sync.WaitGroup
		for i := range errs {
			wg.Go(func() {
				c, key := one, "k1"
				if i%2 == 1 {
					c, key = two, "k2"
				}
				var o *order.Order
				if o, errs[i] = completes(t, w, guest, command{c, key}, v.ID); errs[i] == nil {
					ids[i] = o.ID
				}
			})
		}
		wg.Wait()
		for i := range errs {
			require.NoError(t, errs[i])
			require.Equal(t, ids[i%2], ids[i])
		}
		require.NotEqual(t, ids[0], ids[1])
		require.Len(t, history(t, w, guest), 1)
	})
}

func TestApply_needs_the_seller_terms_in_force(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice, bob := w.Operator(), w.Buyer("Alice"), w.Buyer("Bob")
		v, forBuyers := publishes(t, w, olga, terms.SellerTerms, 0), publishes(t, w, olga, terms.BuyerTerms, 0)
		apply := func(p *testkit.Person, ids ...terms.VersionID) error {
			_, err := w.App.Sellers.Apply(from(t, p), p.Actor, seller.ApplyInput{Name: "Forge", Country: "DE", AcceptTermsVersionIDs: ids})
			return err
		}
		require.ErrorIs(t, apply(alice), terms.ErrRequired)
		require.ErrorContains(t, apply(alice), string(v.ID))
		require.ErrorIs(t, apply(alice, forBuyers.ID), terms.ErrOtherKind)
		require.NoError(t, apply(alice, v.ID))
		require.NoError(t, accepts(t, w, bob, v.ID))
		require.NoError(t, apply(bob), "accepted before")
		require.Len(t, history(t, w, alice), 1)
		require.Equal(t, "192.0.2.0/24", history(t, w, alice)[0].Address)
	})
}

const profile = `mutation { sellerUpdate(input: {description: "Grinds."}) { seller { id } userErrors { code } } }`

// reason is why the API has refused; empty when it has not.
func reason(a testkit.Answer) string {
	if len(a.Errors) == 0 {
		return ""
	}
	extensions, _ := a.Errors[0]["extensions"].(map[string]any)
	found, _ := extensions["reason"].(string)
	if found == "" {
		found, _ = extensions["code"].(string)
	}
	return found
}

func TestOwner_may_go_on_for_thirty_days_and_no_longer(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, mill := w.Operator(), w.Seller("Mill")
		manager := mill.Member("Max", seller.RoleManager)
		first := publishes(t, w, olga, terms.SellerTerms, time.Hour)
		w.Clock.Advance(time.Hour)
		require.Equal(t, []terms.VersionID{first.ID}, pending(t, w, mill.Person), "told from the first day on")
		require.Empty(t, pending(t, w, manager), "the owner answers for the seller")

		w.Clock.Advance(30*day - time.Microsecond)
		owner, manager := mill.SignsInAgain(), manager.SignsInAgain()
		require.Empty(t, reason(w.Asks(owner, profile, nil)), "a microsecond before the end")
		w.Clock.Advance(time.Microsecond)
		refused := w.Asks(owner, profile, nil)
		require.Equal(t, "TERMS_PENDING", reason(refused))
		require.Contains(t, refused.Errors[0]["message"], first.ID)
		require.Empty(t, reason(w.Asks(manager, profile, nil)), "who is not the owner goes on")
		require.Empty(t, reason(w.Asks(owner, `{ viewer { pendingTerms { id kind number } } sellerOrders(first: 1) { nodes { id } } }`, nil)), "reads go on")
		require.Empty(t, reason(w.Asks(owner, `mutation { sellerClose(input: {reason: ""}) { userErrors { code } } }`, nil)), "whoever does not accept may leave")
		require.Equal(t, "TERMS_PENDING", reason(w.Asks(owner, `mutation { sellerClose(input: {reason: ""}) { userErrors { code } } sellerUpdate(input: {}) { userErrors { code } } }`, nil)), "and do nothing else with it")
		buyer := *owner
		buyer.ActAs = ""
		require.Empty(t, reason(w.Asks(&buyer, `mutation { cartCreate(input: {}) { cart { id } } }`, nil)), "as a buyer they are asked for other terms")

		// A new version gives no new time for the one before it, and accepting it is enough.
		second := publishes(t, w, olga, terms.SellerTerms, time.Second)
		w.Clock.Advance(time.Second)
		require.Equal(t, "TERMS_PENDING", reason(w.Asks(owner, profile, nil)))
		accept := `mutation ($ids: [ID!]!) { termsAccept(input: {versionIds: $ids}) { consents { isGiven role sellerId network version { number } } userErrors { code } } }`
		answer := w.Asks(owner, accept, map[string]any{"ids": []any{second.ID}})
		require.Empty(t, answer.Errors)
		require.Equal(t, map[string]any{"termsAccept": map[string]any{"userErrors": []any{}, "consents": []any{map[string]any{
			"isGiven": true, "role": "seller:owner", "sellerId": string(mill.ID), "network": "127.0.0.0/24", "version": map[string]any{"number": 2.0},
		}}}}, answer.Data)
		require.Empty(t, reason(w.Asks(owner, profile, nil)))

		// Within the time of a third one, the second counts.
		publishes(t, w, olga, terms.SellerTerms, time.Second)
		w.Clock.Advance(time.Second)
		require.Empty(t, reason(w.Asks(owner, profile, nil)))
		require.Len(t, pending(t, w, owner), 1)
		w.Clock.Advance(30 * day)
		owner = owner.SignsInAgain()
		require.Equal(t, "TERMS_PENDING", reason(w.Asks(owner, profile, nil)))
		require.Equal(t, "TERMS_PENDING", reason(w.Asks(owner, `mutation { ...more } fragment more on Mutation { sellerUpdate(input: {}) { userErrors { code } } }`, nil)), "by a fragment, too")
	})
}

// Only an owner who changes something is asked, by one statement.
func TestOwner_is_the_only_one_who_costs_a_statement(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice, mill := w.Operator(), w.Buyer("Alice"), w.Seller("Mill")
		manager := mill.Member("Max", seller.RoleManager)
		cost := func(p *testkit.Person, query string) int {
			w.Settle()
			return dbtest.FewestQueries(w.DB, func() { require.Empty(t, w.Asks(p, query, nil).Errors) })
		}
		const read, change = `{ viewer { account { id } } orders(first: 1) { nodes { id } } }`, `mutation { sellerUpdate(input: {}) { userErrors { code } } }`
		buyerReads, ownerReads := cost(alice, read), cost(mill.Person, `{ sellerOrders(first: 1) { nodes { id } } }`)
		publishes(t, w, olga, terms.SellerTerms, 0)
		publishes(t, w, olga, terms.BuyerTerms, 0)
		require.Equal(t, buyerReads, cost(alice, read))
		require.Equal(t, ownerReads, cost(mill.Person, `{ sellerOrders(first: 1) { nodes { id } } }`))
		require.Equal(t, 1, cost(mill.Person, change)-cost(manager, change))
	})
}

func TestTerms_over_the_api(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice, tea := w.Operator(), w.Buyer("Alice"), w.Seller("Mill").Product("Tea", "12.50", 10)
		const publish = `mutation ($in: TermsPublishInput!) { termsPublish(input: $in) { version { id number text link inForceFrom } userErrors { code field } } }`
		in := map[string]any{"in": map[string]any{"kind": "BUYER_TERMS", "title": "Terms", "link": "https://market.example/terms"}}
		for name, p := range map[string]*testkit.Person{
			"nobody": nil, "buyer": alice, "auditor": w.OperatorWith("AUDITOR"), "support": w.OperatorWith("SUPPORT"), "finance": w.OperatorWith("FINANCE"),
		} {
			require.NotEmpty(t, reason(w.Asks(p, publish, in)), name)
		}
		require.Equal(t, "FORBIDDEN", reason(w.Asks(alice, `{ termsVersions(first: 1) { nodes { id } } }`, nil)))
		require.Nil(t, w.Asks(nil, `{ terms(kind: BUYER_TERMS) { id } }`, nil).Data["terms"])
		answer := w.Asks(olga, publish, in)
		require.Empty(t, answer.Errors)
		made := answer.Data["termsPublish"].(map[string]any)["version"].(map[string]any)
		require.Nil(t, made["text"])
		require.Equal(t, "https://market.example/terms", made["link"])
		id := made["id"]
		require.Equal(t, id, w.Asks(nil, `{ terms(kind: BUYER_TERMS) { id } }`, nil).Data["terms"].(map[string]any)["id"])
		require.Equal(t, "UNAUTHENTICATED", w.Asks(nil, `mutation { consentWithdraw(input: {}) { userErrors { code } } }`, nil).Errors[0]["extensions"].(map[string]any)["code"])

		const complete = `mutation ($cart: ID!, $ids: [ID!]) { checkoutComplete(input: {cartId: $cart, idempotencyKey: "k", acceptTermsVersionIds: $ids,
			shippingAddress: {name: "A", line1: "B 1", postalCode: "20359", city: "Hamburg", country: "DE"}}) { order { id } userErrors { code field } } }`
		variables := map[string]any{"cart": alice.Cart(tea.Times(1)).ID}
		require.Equal(t, map[string]any{"order": nil, "userErrors": []any{map[string]any{
			"code": "TERMS_REQUIRED", "field": []any{"input", "acceptTermsVersionIds"},
		}}}, w.Asks(alice, complete, variables).Data["checkoutComplete"])
		variables["ids"] = []any{id}
		require.Empty(t, w.Asks(alice, complete, variables).Data["checkoutComplete"].(map[string]any)["userErrors"])
		consents := w.Asks(alice, `{ viewer { pendingTerms { id } consents(first: 5) { nodes { role sellerId version { id } } } } }`, nil)
		require.Equal(t, map[string]any{"pendingTerms": []any{}, "consents": map[string]any{"nodes": []any{
			map[string]any{"role": "buyer", "sellerId": nil, "version": map[string]any{"id": id}},
		}}}, consents.Data["viewer"])
	})
}
