package testkit_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/internal/testkit"
)

// eachWorld runs fn as a benchmark on each database, in a world of three
// sellers with seven products each.
func eachWorld(b *testing.B, fn func(b *testing.B, w *testkit.World, goods [][]*testkit.Product)) {
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		b.Run(string(dialect), func(b *testing.B) {
			w := testkit.New(b, dbtest.Open(b, dialect, db.Options{Clock: clock.NewManual(testkit.Start)}))
			goods := make([][]*testkit.Product, 3)
			for s, name := range []string{"Mill", "Kiln", "Loom"} {
				seller := w.Seller(name)
				for p := range 7 {
					goods[s] = append(goods[s], seller.Product(fmt.Sprintf("%s %d", name, p), "12.50", 1_000_000))
				}
			}
			w.Settle()
			fn(b, w, goods)
		})
	}
}

// A checkout writes what it must and reads nothing again that it has written: one of
// its statements asks for terms to accept and one tells who follows, which on SQLite is
// numbered by one more. The webhook of the new intent may come in between with two of
// its own, and on a busy machine with more: not each time.
func TestCheckoutComplete_stays_short(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		buyer := w.Guest()
		tea, bowl, rug := w.Seller("Mill").Product("Tea", "12.50", 10), w.Seller("Kiln").Product("Bowl", "20", 10), w.Seller("Loom").Product("Rug", "90", 10)
		n := math.MaxInt
		for i := range 4 {
			cart := buyer.Cart(tea.Times(1), bowl.Times(1), rug.Times(1))
			w.Settle()
			n = min(n, dbtest.CountQueries(w.DB, func() {
				_, err := buyer.Complete(cart, fmt.Sprint("key-", i))
				require.NoError(t, err)
			}))
		}
		require.LessOrEqual(t, n, 18+2)
	})
}

// BenchmarkCheckoutComplete orders a cart of three sellers: one use case with
// its units of work, and the intent of a simulator in the same process.
func BenchmarkCheckoutComplete(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *testkit.World, goods [][]*testkit.Product) {
		buyer := w.Guest()
		for n := 0; b.Loop(); n++ {
			b.StopTimer()
			cart := buyer.Cart(goods[0][n%7].Times(1), goods[1][n%7].Times(1), goods[2][n%7].Times(1))
			b.StartTimer()
			_, err := buyer.Complete(cart, fmt.Sprintf("key-%d", n))
			require.NoError(b, err)
		}
	})
}

// BenchmarkList answers a page of twenty products through the whole handler.
func BenchmarkList(b *testing.B) {
	eachWorld(b, func(b *testing.B, w *testkit.World, _ [][]*testkit.Product) {
		body, err := json.Marshal(map[string]any{"query": `{ products(first: 20) { nodes {
			id title slug priceMin { amount currencyCode } sellerName thumbnail { url alt } } pageInfo { hasNextPage endCursor } } }`})
		require.NoError(b, err)
		for b.Loop() {
			r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			answer := httptest.NewRecorder()
			w.App.Handler().ServeHTTP(answer, r)
			require.Equal(b, 20, bytes.Count(answer.Body.Bytes(), []byte(`"slug":`)))
		}
	})
}
