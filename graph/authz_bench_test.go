package graph

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/exec"
	"github.com/etal-market/etal/graph/loader"
)

// BenchmarkAuthorization answers the list of a seller's products with the
// decision at the door and without, in turns so that both have the same weather,
// and tells by how much the median of the one is longer.
func BenchmarkAuthorization(b *testing.B) {
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		b.Run(string(dialect), func(b *testing.B) {
			d := dbtest.Open(b, dialect, db.Options{})
			people := identity.New(d, identity.Options{HashMemoryKiB: 64})
			c := Config{
				Domain: loader.Services{Catalog: catalog.New(d), Identity: people, Inventory: inventory.New(d), Seller: seller.New(d, people, authz.Grants())},
				Log:    slog.New(slog.DiscardHandler),
			}.withDefaults()
			owner := benchSeller(b, c.Domain, "mill")
			for i := range 100 {
				_, err := c.Domain.Inventory.CreateProduct(b.Context(), owner, benchProduct(i))
				require.NoError(b, err)
			}
			open := func(ctx context.Context, _ any, next graphql.Resolver, _ authz.Permission) (any, error) {
				return next(ctx)
			}
			handlers := []http.Handler{c.serving(newSchema(c)), c.serving(schemaBehind(c, exec.DirectiveRoot{Can: open}))}
			by := actor.With(b.Context(), actor.Actor{AccountID: "acc_x", Role: "seller:owner", SellerID: string(owner)})
			took := [2][]time.Duration{}
			for first := 0; b.Loop(); first = 1 - first {
				for _, i := range []int{first, 1 - first} {
					began := time.Now()
					askProducts(b, handlers[i], by)
					took[i] = append(took[i], time.Since(began))
				}
			}
			with, without := median(took[0]), median(took[1])
			b.ReportMetric(float64(with.Nanoseconds()), "ns/with")
			b.ReportMetric(float64(without.Nanoseconds()), "ns/without")
			b.ReportMetric(float64(with)/float64(without), "ratio")
			b.ReportMetric(0, "ns/op")
		})
	}
}

func askProducts(b *testing.B, h http.Handler, by context.Context) {
	b.Helper()
	const body = `{"query":"{ sellerProducts(first: 20) { nodes { id title slug status } pageInfo { hasNextPage } } }"}`
	r := httptest.NewRequestWithContext(by, http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	require.Equal(b, http.StatusOK, w.Code)
	require.Contains(b, w.Body.String(), `"hasNextPage":true`)
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}
