package graph_test

import (
	"encoding/json"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// asked is what somebody is answered, as JSON.
func (v *veil) asked(p *testkit.Person, query string) string {
	v.t.Helper()
	a := v.Asks(p, query, nil)
	require.Empty(v.t, a.Errors, query)
	body, err := json.Marshal(a.Data)
	require.NoError(v.t, err)
	return string(body)
}

// gives pays the first line of an order back.
func (v *veil) gives(o *order.Order) {
	v.t.Helper()
	line := o.SellerOrders[0].Lines[0]
	_, err := v.App.Refunds.Create(v.t.Context(), v.people["operator:admin"].Actor, refund.CreateInput{
		OrderID: id.Any(o.ID), Reason: refund.ReasonDamaged, Amount: &money.Input{Amount: "1.00", CurrencyCode: "EUR"}, IdempotencyKey: "gives " + string(line.ID),
	})
	require.NoError(v.t, err)
	v.Settle()
}

// disputes lets the bank of the buyer take the payment of an order back.
func (v *veil) disputes(o *order.Order) {
	v.t.Helper()
	v.Control("disputes", url.Values{"charge": {o.ChargeID}})
	v.Settle()
}

// wins lets the bank decide for the platform.
func (v *veil) wins(o *order.Order) {
	v.t.Helper()
	all, err := v.App.Disputes.OfOrder(v.t.Context(), o.ID)
	require.NoError(v.t, err)
	v.Control("disputes/"+all[0].ProviderID, url.Values{"status": {"won"}})
	v.Settle()
}

// partEdges are the lists that lead to seller orders beside those of seller orders, by
// the permission that opens them.
var partEdges = map[string]string{
	"SELLER_TRANSFER_READ": `{ releases(first: 20) { nodes { sellerOrder { number lines { title } } } } }`,
	"SELLER_PAYOUT_READ":   `{ sellerPayoutHolds { sellerOrder { number lines { title } } } }`,
	"DISPUTE_READ":         `{ disputes(first: 20) { nodes { parts { sellerOrder { number lines { title } } } } } }`,
	"REFUND_READ":          `{ refunds(first: 20) { nodes { parts { line { title } } } } }`,
}

// What leads to an order shows it to nobody who may not read orders, as the list of
// orders itself does not.
func TestSellerOrder_beside_its_money_needs_the_permission_of_orders(t *testing.T) {
	t.Parallel()

	v := newVeil(t, testkit.Open(t))
	v.mill.Ships(v.bought)
	v.gives(v.bought)
	v.disputes(v.buys())
	_, err := v.App.Payouts.PlaceHold(t.Context(), v.people["operator:admin"].Actor, payout.HoldInput{
		SellerID: v.mill.ID, SellerOrderID: &v.bought.SellerOrders[0].ID, Reason: "A look.",
	})
	require.NoError(t, err)
	number := v.bought.SellerOrders[0].Number
	for scope, query := range partEdges {
		shown := v.asked(v.mill.Key(scope, "SELLER_ORDER_READ"), query)
		require.Contains(t, shown, "Tea", scope)
		hidden := v.asked(v.mill.Key(scope), query)
		require.NotContains(t, hidden, "Tea", scope)
		require.NotContains(t, hidden, number, scope)
		require.Contains(t, hidden, "null", "the thing itself is shown: %s", scope)
	}
}

// Of an erased buyer finance and auditors see orders, and support does not: neither in
// lists, nor along any edge.
func TestSellerOrder_of_the_erased_is_closed_to_support_along_every_edge(t *testing.T) {
	t.Parallel()

	v := newVeil(t, testkit.Open(t))
	v.mill.Ships(v.bought)
	v.gives(v.bought)
	v.disputes(v.bought)
	v.Advance(400 * time.Hour)
	v.Settle()
	v.wins(v.bought)
	_, err := v.App.Privacy.Request(t.Context(), v.alice.SignsInAgain().Actor, privacy.RequestInput{Password: testkit.Password})
	require.NoError(t, err)
	v.Advance(15 * 24 * time.Hour)
	v.Settle()
	for _, query := range []string{partEdges["DISPUTE_READ"], partEdges["REFUND_READ"]} {
		require.Contains(t, v.asked(v.people["operator:finance"].SignsInAgain(), query), "Tea", query)
		hidden := v.asked(v.people["operator:support"].SignsInAgain(), query)
		require.NotContains(t, hidden, "Tea", query)
		require.Contains(t, hidden, "null", query)
	}
}
