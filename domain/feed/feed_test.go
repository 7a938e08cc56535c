package feed_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/feed"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/refund"
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

// A refund as credit is made and done at once: nobody hears that it has succeeded before
// they hear of it, however many workers hand over what has happened.
func TestFeed_tells_of_a_refund_before_it_has_succeeded(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga := w.Operator()
		o := w.Buyer("Alice").Buys(w.Seller("Mill").Product("Tea", "100.00", 1).Times(1))
		w.Settle()
		listens(t, w, olga.Actor)
		workers, err := db.NewWorkers(w.DB, w.App.Jobs(), db.WorkerOptions{})
		require.NoError(t, err)
		require.NoError(t, workers.Start(t.Context()))
		t.Cleanup(func() { require.NoError(t, workers.Stop(context.WithoutCancel(t.Context()))) })
		const n = 20
		credit := refund.MethodCredit
		for i := range n {
			_, err := w.App.Refunds.Create(t.Context(), olga.Actor, refund.CreateInput{
				OrderID: id.Any(o.ID), Reason: refund.ReasonDamaged, Method: &credit, IdempotencyKey: fmt.Sprint("back", i),
				Amount: &money.Input{Amount: "1.00", CurrencyCode: "EUR"},
			})
			require.NoError(t, err)
		}
		heard := func() map[string][]string { // by refund, in their order
			types := map[string][]string{}
			for _, r := range w.Receivers.Got() {
				var read struct {
					Type string
					Data struct{ RefundID string }
				}
				if err := json.Unmarshal(r.Body, &read); err != nil || read.Data.RefundID == "" {
					continue
				}
				types[read.Data.RefundID] = append(types[read.Data.RefundID], read.Type)
			}
			return types
		}
		require.Eventually(t, func() bool {
			all := 0
			for _, types := range heard() {
				all += len(types)
			}
			return all == 2*n
		}, time.Minute, 10*time.Millisecond)
		for of, types := range heard() {
			require.Equal(t, []string{"refund.created", "refund.succeeded"}, types, of)
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
