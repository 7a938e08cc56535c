package testkit_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/internal/testkit"
)

const (
	historyOfParts = `id number status placedAt expiresAt paidAt cancelledAt cancelReason total { amount currencyCode }
		sellerOrders { id number status shippingBy placedAt paidAt shippedAt cancelledAt total { amount currencyCode } seller { id name slug } `
	historyOfLines = `lines { id title variantTitle sku imageUrl quantity unitPrice { amount } total { amount currencyCode } } `
)

func orders(args, fields string) string {
	return `query History { orders(` + args + `) { nodes { ` + fields + ` } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
}

// Whoever asks for an outline of orders reads what whoever asks for everything does,
// by one statement and not in a transaction: their own orders in the same order,
// whatever has become of them.
func TestHistory_is_the_same_in_outline(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, loom := w.Seller("Mill"), w.Seller("Kiln"), w.Seller("Loom")
		tea, cup, bowl, rug := mill.Product("Tea", "12.50", 9), mill.Product("Cup", "8", 9), kiln.Product("Bowl", "20", 9), loom.Product("Rug", "90", 9)
		buyer, other := w.Buyer("Ada"), w.Buyer("Bea")
		mill.Ships(buyer.Buys(tea.Times(2), cup.Times(1), bowl.Times(1)))
		buyer.Buys(rug.Times(1))
		buyer.Orders(cup.Times(3), rug.Times(1))
		other.Buys(tea.Times(1))
		w.Settle()

		for _, args := range []string{
			"first: 5", "first: 2", "last: 2", "first: 5, filter: {status: PAID}", "first: 5, filter: {status: AWAITING_PAYMENT}",
			`first: 5, filter: {placedAfter: "2000-01-01T00:00:00Z"}`, `first: 5, filter: {number: "none"}`,
		} {
			for _, fields := range []string{historyOfParts, historyOfParts + historyOfLines} {
				outline := w.Asks(buyer, orders(args, fields), nil)
				require.Empty(t, outline.Errors)
				// Whoever asks for the taxes gets everything read, and is then not shown them here.
				whole := w.Asks(buyer, orders(args, fields+"taxes { basisPoints } "), nil)
				require.Empty(t, whole.Errors)
				strip(whole.Data, "taxes")
				require.Equal(t, whole.Data, outline.Data, "%s", args)
			}
		}
		require.Len(t, nodes(w.Asks(buyer, orders("first: 5", historyOfParts), nil)), 3, "nobody else's")
		page := w.Asks(buyer, orders("first: 1", historyOfParts+historyOfLines), nil)
		cursor := page.Data["orders"].(map[string]any)["pageInfo"].(map[string]any)["endCursor"].(string)
		next := w.Asks(buyer, orders(`first: 1, after: "`+cursor+`"`, historyOfParts+historyOfLines), nil)
		require.Len(t, nodes(next), 1)
		require.NotEqual(t, nodes(page), nodes(next))
		require.Len(t, nodes(w.Asks(w.Operator(), orders("first: 5", historyOfParts), nil)), 4, "operators see all")
	})
}

// So does whoever asks for an outline of one order, and nobody sees anybody else's.
func TestOrder_is_the_same_in_outline(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		tea, bowl := mill.Product("Tea", "12.50", 9), kiln.Product("Bowl", "20", 9)
		buyer, other := w.Buyer("Ada"), w.Buyer("Bea")
		mill.Ships(buyer.Buys(tea.Times(2), bowl.Times(1)))
		buyer.Orders(tea.Times(1))
		w.Settle()
		for _, node := range nodes(w.Asks(buyer, orders("first: 5", historyOfParts), nil)) {
			id := map[string]any{"id": node.(map[string]any)["id"]}
			const query = `query One($id: ID!) { order(id: $id) { `
			for _, fields := range []string{"status sellerOrders { status ", historyOfParts, historyOfParts + historyOfLines} {
				for name, who := range map[string]*testkit.Person{"buyer": buyer, "operator": w.Operator()} {
					outline := w.Asks(who, query+fields+"} } }", id)
					require.Empty(t, outline.Errors)
					require.NotNil(t, outline.Data["order"])
					whole := w.Asks(who, query+fields+"taxes { basisPoints } } } }", id)
					require.Empty(t, whole.Errors)
					strip(whole.Data, "taxes")
					require.Equal(t, whole.Data, outline.Data, "%s: %s", name, fields)
				}
				require.Nil(t, w.Asks(other, query+fields+"} } }", id).Data["order"])
			}
		}
	})
}

func nodes(a testkit.Answer) []any {
	list, _ := a.Data["orders"].(map[string]any)["nodes"].([]any)
	return list
}

// strip takes a field out of an answer, wherever it is.
func strip(in any, field string) {
	switch in := in.(type) {
	case map[string]any:
		delete(in, field)
		for _, v := range in {
			strip(v, field)
		}
	case []any:
		for _, v := range in {
			strip(v, field)
		}
	}
}

// A history has two statements: who asks, and the orders with parts, lines and names of
// sellers. Whoever asks for more of sellers has them read, and one that asks for
// everything has two more for parts and lines. Whether an order is paid is two as well.
func TestHistory_stays_short(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		buyer := w.Buyer("Ada")
		for range 3 {
			buyer.Buys(w.Seller("Mill").Product("Tea", "12.50", 10).Times(1), w.Seller("Kiln").Product("Bowl", "20", 10).Times(1))
		}
		asked := func(query string, holds int) int {
			body, err := json.Marshal(map[string]any{"query": query})
			require.NoError(t, err)
			return dbtest.FewestQueries(w.DB, func() {
				r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
				r.Header.Set("Content-Type", "application/json")
				r.Header.Set("Authorization", "Bearer "+string(buyer.Token))
				answer := httptest.NewRecorder()
				w.App.Handler().ServeHTTP(answer, r)
				require.Equal(t, holds, bytes.Count(answer.Body.Bytes(), []byte(`"expiresAt":`)), answer.Body.String())
			})
		}
		ask := func(fields string) int { return asked(orders("first: 20", fields), 3) }
		const lines = "lines { title quantity } "
		require.LessOrEqual(t, ask(historyOfParts+lines), 2)
		require.LessOrEqual(t, ask(historyOfParts+lines+"again: seller { isPlatform } "), 3)
		require.LessOrEqual(t, ask(historyOfParts+lines+"taxes { basisPoints } "), 5)
		last := string(buyer.Buys(w.Seller("Loom").Product("Rug", "90", 10).Times(1)).ID)
		require.LessOrEqual(t, asked(`{ order(id: "`+last+`") { status expiresAt sellerOrders { status } } }`, 1), 2)
	})
}

// BenchmarkHistory answers twenty orders of three sellers through the whole handler.
func BenchmarkHistory(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *testkit.World, goods [][]*testkit.Product) {
		buyer := w.Buyer("Ada")
		for n := range 20 {
			buyer.Orders(goods[0][n%7].Times(1), goods[1][n%7].Times(1), goods[2][n%7].Times(1))
		}
		w.Settle()
		body, err := json.Marshal(map[string]any{"query": orders("first: 20", `id number status placedAt total { amount currencyCode }
			sellerOrders { number status total { amount } seller { name } lines { title quantity } `)})
		require.NoError(b, err)
		b.ReportAllocs()
		for b.Loop() {
			r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Authorization", "Bearer "+string(buyer.Token))
			answer := httptest.NewRecorder()
			w.App.Handler().ServeHTTP(answer, r)
			require.Equal(b, 20, bytes.Count(answer.Body.Bytes(), []byte(`"placedAt":`)))
		}
	})
}
