package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
)

const (
	benchProducts = 10_000
	benchSellers  = 20
	benchUnit     = 200 // products written in one unit
)

// marketplace is 10,000 products of two variants by 20 sellers, made by the
// use cases, behind the API.
func marketplace(b *testing.B, dialect db.Dialect) (http.Handler, loader.Services) {
	b.Helper()
	d := dbtest.Open(b, dialect, db.Options{})
	people := identity.New(d, identity.Options{HashMemoryKiB: 64})
	s := loader.Services{
		Catalog: catalog.New(d), Identity: people, Import: productimport.New(d), Inventory: inventory.New(d), Seller: seller.New(d, people, authz.Grants()),
	}
	var owners []seller.ID
	for i := range benchSellers {
		owners = append(owners, benchSeller(b, s, fmt.Sprint("seller", i)))
	}
	for from := 0; from < benchProducts; from += benchUnit {
		require.NoError(b, d.Write(b.Context(), func(ctx context.Context, tx db.Tx) error {
			for i := from; i < from+benchUnit; i++ {
				if _, err := inventory.CreateProductTx(ctx, tx, owners[i%benchSellers], benchProduct(i)); err != nil {
					return err
				}
			}
			return nil
		}))
	}
	require.NoError(b, d.Write(b.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("ANALYZE").Exec(ctx) // as PostgreSQL does by itself in production
		return err
	}))
	return NewHandler(Config{
		Domain: s, Log: slog.New(slog.DiscardHandler), RequestID: func(context.Context) string { return "" },
		Introspection: func(context.Context) bool { return false },
	}), s
}

func benchSeller(b *testing.B, s loader.Services, name string) seller.ID {
	b.Helper()
	opened, err := s.Identity.Register(b.Context(), actor.Actor{}, identity.RegisterInput{
		Email: name + "@example.org", Name: name, Password: "a quiet harbour 47",
	})
	require.NoError(b, err)
	by, err := s.Seller.Actor(b.Context(), opened.Token, "")
	require.NoError(b, err)
	applied, err := s.Seller.Apply(b.Context(), by, seller.ApplyInput{Name: name, Country: "FR"})
	require.NoError(b, err)
	_, err = s.Seller.Approve(b.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: applied.ID})
	require.NoError(b, err)
	return applied.ID
}

func benchProduct(i int) catalog.CreateInput {
	kinds := []string{"bowl", "plate", "cup", "jug", "vase", "lamp", "chair", "table", "rug", "basket"}
	looks := []string{"blue", "red", "green", "white", "black", "round", "square", "tall", "small", "heavy"}
	kind, look := kinds[i%10], looks[i/10%10]
	status, text, quantity := catalog.ProductActive, "<p>A "+look+" "+kind+" made by hand from what the land gives.</p>", i%7
	in := catalog.CreateInput{
		Title: fmt.Sprintf("%s %s no %d", look, kind, i), Description: &text, ProductType: &kind, Status: &status,
		Tags: []string{look, "handmade"}, OptionNames: []string{"Size"},
		Images: []*catalog.ImageInput{{URL: fmt.Sprintf("https://img.example/%d.jpg", i)}},
	}
	for v, size := range []string{"S", "L"} {
		in.Variants = append(in.Variants, &catalog.VariantInput{OptionValues: []string{size}, Offer: &catalog.OfferInput{
			Price: money.Input{Amount: fmt.Sprintf("%d.50", 5+i%300+v), CurrencyCode: "EUR"}, Quantity: &quantity,
		}})
	}
	return in
}

func BenchmarkCatalog(b *testing.B) {
	const tile = `id slug title thumbnail { url } sellerName priceMin { amount currencyCode } isInStock`
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		handler, s := marketplace(b, dialect)
		slug := firstSlug(b, s)
		for _, c := range []struct{ name, query string }{
			{"list", `{ products(first: 20) { nodes { ` + tile + ` } pageInfo { hasNextPage endCursor } } }`},
			{"list_with_sellers", `{ products(first: 20) { nodes { id slug title thumbnail { url } seller { id name } priceMin { amount currencyCode } } } }`},
			{"list_by_price", `{ products(first: 20, sort: PRICE_ASC, filter: {currencyCode: "EUR"}) { nodes { ` + tile + ` } } }`},
			{"search_100_matches", `{ products(first: 20, filter: {query: "blue bowl"}) { nodes { ` + tile + ` } } }`},
			{"search_1000_matches", `{ products(first: 20, filter: {query: "bowl"}) { nodes { ` + tile + ` } } }`},
			{"search_everything", `{ products(first: 20, filter: {query: "hand"}) { nodes { ` + tile + ` } } }`},
			{"search_with_facets_100", `{ productSearch(filter: {query: "blue bowl", currencyCode: "EUR"}) { results(first: 20) { nodes { ` + tile + ` } } facets { count sellers { label count } productTypes { value count } priceBands { count } } } }`},
			{"search_with_facets_1000", `{ productSearch(filter: {query: "bowl", currencyCode: "EUR"}) { results(first: 20) { nodes { ` + tile + ` } } facets { count sellers { label count } productTypes { value count } priceBands { count } } } }`},
			{"detail", `{ productBySlug(slug: "` + slug + `") { id title descriptionHtml images { url } variants { title offers { id price { amount } isInStock seller { name } } } } }`},
		} {
			body, err := json.Marshal(map[string]string{"query": c.query})
			require.NoError(b, err)
			b.Run(string(dialect)+"/"+c.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
					r.Header.Set("Content-Type", "application/json")
					w := httptest.NewRecorder()
					handler.ServeHTTP(w, r)
					if w.Code != http.StatusOK || strings.Contains(w.Body.String(), `"errors"`) || !strings.Contains(w.Body.String(), "title") {
						b.Fatal(w.Body.String())
					}
				}
			})
		}
	}
}

func firstSlug(b *testing.B, s loader.Services) string {
	b.Helper()
	one := 1
	c, err := s.Catalog.Find(b.Context(), catalog.Filter{}, nil, page.Args{First: &one})
	require.NoError(b, err)
	return c.Nodes[0].Slug
}
