package feed_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/feed"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/internal/testkit"
)

// listens makes a webhook that is told of all that its owner can be told of.
func listens(t *testing.T, w *testkit.World, by actor.Actor) webhook.ID {
	t.Helper()
	issued, err := w.App.Webhooks.Create(t.Context(), by, webhook.CreateInput{
		URL: "https://hooks.example.com/" + by.AccountID, Events: webhook.Topics(by.IsSeller()),
	})
	require.NoError(t, err)
	return issued.Endpoint.ID
}

// told sorts what was sent by its address: the types, in their order.
func told(t *testing.T, w *testkit.World, by actor.Actor) (types []string, bodies string) {
	t.Helper()
	for _, r := range w.Receivers.Got() {
		if !strings.HasSuffix(r.URL, by.AccountID) {
			continue
		}
		var read struct{ Type string }
		require.NoError(t, json.Unmarshal(r.Body, &read))
		types, bodies = append(types, read.Type), bodies+string(r.Body)+"\n"
	}
	return types, bodies
}

func TestFeed_tells_each_of_what_is_theirs(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, olga, alice := w.Seller("Mill"), w.Seller("Kiln"), w.Operator(), w.Buyer("Alice")
		tea, bowl := mill.Product("Tea", "10.00", 5), kiln.Product("Bowl", "20.00", 5)
		w.Settle()
		listens(t, w, mill.Actor)
		listens(t, w, kiln.Actor)
		listens(t, w, olga.Actor)
		o := alice.Buys(tea.Times(1), bowl.Times(1))
		w.Settle()
		mill.Ships(o)
		w.Settle()
		w.Advance(time.Minute)
		_, err := w.App.Sellers.Suspend(t.Context(), olga.Actor, seller.RefuseInput{SellerID: kiln.ID, Reason: "A word that stays inside."})
		require.NoError(t, err)
		w.Settle()

		toMill, millRead := told(t, w, mill.Actor)
		toKiln, kilnRead := told(t, w, kiln.Actor)
		toOlga, olgaRead := told(t, w, olga.Actor)
		require.Equal(t, []string{"order.paid", "order.shipped"}, toMill)
		require.Equal(t, []string{"order.paid", "seller.suspended"}, toKiln)
		require.ElementsMatch(t, []string{"order.paid", "order.shipped", "seller.suspended"}, toOlga)
		require.NotContains(t, millRead, string(kiln.ID))
		require.NotContains(t, kilnRead, string(mill.ID))
		for _, part := range o.SellerOrders {
			require.Equal(t, part.SellerID == mill.ID, strings.Contains(millRead, string(part.ID)))
			require.Contains(t, olgaRead, string(part.ID))
		}
		all := millRead + kilnRead + olgaRead
		address := alice.Address()
		for _, personal := range []string{"Alice", alice.Email, string(alice.Account), address.Name, address.Line1, address.City, address.Phone, "A word that stays inside."} {
			if personal != "" {
				require.NotContains(t, all, personal)
			}
		}
		require.Zero(t, w.Parked())
	})
}

// What leaves in two shipments is told twice: that more is to follow, and that nothing is.
func TestFeed_tells_of_each_shipment(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		tea := mill.Product("Tea", "10.00", 5)
		w.Settle()
		listens(t, w, mill.Actor)
		o := w.Buyer("Alice").Buys(tea.Times(2))
		part := o.SellerOrders[0]
		_, err := w.App.Orders.Ship(t.Context(), mill.Actor, order.ShipInput{
			SellerOrderID: part.ID, Lines: []order.ShipLine{{LineID: part.Lines[0].ID, Quantity: 1}},
		})
		require.NoError(t, err)
		w.Settle()
		w.Advance(time.Minute)
		mill.Ships(o)

		events, read := told(t, w, mill.Actor)
		require.Equal(t, []string{"order.paid", "order.partially_shipped", "order.shipped"}, events)
		sent, err := w.App.Orders.GetSellerOrder(t.Context(), mill.Actor, part.ID)
		require.NoError(t, err)
		require.Len(t, sent.Shipments, 2)
		require.Equal(t, 1, strings.Count(read, `"status":"PARTIALLY_SHIPPED"`))
		for _, shipment := range sent.Shipments {
			require.Equal(t, 1, strings.Count(read, string(shipment.ID)))
		}
	})
}

// Every topic that somebody can choose is told by a handler, and by one alone.
func TestFeed_knows_every_topic(t *testing.T) {
	t.Parallel()

	heard := map[string]bool{}
	for _, h := range feed.Handlers() {
		require.False(t, heard[h.Event], h.Event)
		heard[h.Event] = true
	}
	for _, topic := range webhook.Topics(false) {
		require.True(t, heard[topic.Name()], topic)
	}
	require.Len(t, heard, len(webhook.Topics(false)))
	for _, topic := range webhook.Topics(true) {
		require.Contains(t, webhook.Topics(false), topic)
	}
}
