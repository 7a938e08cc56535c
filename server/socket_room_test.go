package server_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/internal/testkit"
)

const (
	addLine = `mutation($cart: ID!, $offer: ID!) { cartLineAdd(input: {cartId: $cart, offerId: $offer}) { userErrors { code } } }`
	askSelf = `{ viewer { account { name } } }`
)

// holdsCart keeps a cart locked until it is told to let go, or the test has failed:
// whoever changes it waits.
func holdsCart(t *testing.T, w *testkit.World, c *cart.Cart) (letGo func()) {
	t.Helper()
	held, let, ended := make(chan struct{}), make(chan struct{}), make(chan error, 1)
	go func() {
		ended <- w.DB.Write(context.WithoutCancel(t.Context()), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE carts SET updated_at = updated_at WHERE id = ?", c.ID).Exec(ctx)
			close(held)
			select {
			case <-let:
			case <-t.Context().Done():
			}
			return err
		})
	}()
	<-held
	return func() {
		close(let)
		require.NoError(t, <-ended)
	}
}

// requireOverloaded holds a message to be the refusal of what there is no place for.
func requireOverloaded(t *testing.T, m map[string]any) {
	t.Helper()
	require.Equal(t, "error", m["type"], m)
	extensions := m["payload"].([]any)[0].(map[string]any)["extensions"].(map[string]any)
	require.Equal(t, "UNAVAILABLE", extensions["code"])
	require.Equal(t, "OVERLOADED", extensions["reason"])
}

// A socket that waits holds no place. Whatever runs on it takes one: while there is none,
// queries, mutations and subscriptions are refused, and an event waits and is not lost.
func TestSocket_operations_take_places(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := w.Buyer("Alice")
		tea := w.Seller("Mill", testkit.Onboarded).Product("Tea", "12.50", 10)
		placed, full, empty := alice.Orders(tea.Times(1)), alice.Cart(tea.Times(1)), alice.Cart()
		l := greeted(t, w, alice)
		l.asks("order", followOrder, ids(placed.Order.ID))
		require.Eventually(t, func() bool { return w.App.Live.Open() == 1 }, 20*time.Second, time.Millisecond)
		l.asks("free", askSelf, nil)
		require.Equal(t, "next", l.hears()["type"], "sockets and streams that wait hold no place")
		require.Equal(t, "complete", l.hears()["type"])

		letGo := holdsCart(t, w, full)
		done := make(chan testkit.Answer, 1)
		go func() { done <- w.Asks(alice, addLine, map[string]any{"cart": full.ID, "offer": tea.Offer}) }() // takes the only place
		seldom := time.Tick(20 * time.Millisecond)                                                          // not so often that the rate is limited
		for i := 0; ; i++ {
			<-seldom
			l.asks(fmt.Sprint("q", i), askSelf, nil)
			m := l.hears()
			if m["type"] == "error" {
				requireOverloaded(t, m)
				break
			}
			require.Equal(t, "complete", l.hears()["type"], "there is a place until the other request has come")
		}
		l.asks("change", addLine, map[string]any{"cart": empty.ID, "offer": tea.Offer})
		l.asks("stream", followOrder, ids(placed.Order.ID))
		if w.DB.ServesMany() { // on SQLite nobody else writes meanwhile
			tellOrder(t, w, placed.Order.ID, "waited")
		}
		refused := map[any]bool{}
		for range 2 {
			m := l.hears()
			requireOverloaded(t, m)
			refused[m["id"]] = true
		}
		require.Equal(t, map[any]bool{"change": true, "stream": true}, refused)
		letGo()
		require.Empty(t, (<-done).Errors, "whoever has the place keeps it")
		if !w.DB.ServesMany() {
			tellOrder(t, w, placed.Order.ID, "waited")
		}
		event := l.hears()
		require.Equal(t, "order", event["id"], event)
		require.Equal(t, "waited", event["payload"].(map[string]any)["data"].(map[string]any)["orderUpdated"].(map[string]any)["event"])
		kept, err := w.App.Carts.Get(t.Context(), alice.Account, empty.ID)
		require.NoError(t, err)
		require.Empty(t, kept.Lines, "what was refused has done nothing")
		l.asks("again", askSelf, nil)
		require.Equal(t, "next", l.hears()["type"])
	}, testkit.Setting("CONCURRENCY", "1"))
}
