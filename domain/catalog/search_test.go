package catalog_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
)

// good is a product of one variant that buyers see.
func good(title, kind, price string) catalog.CreateInput {
	return catalog.CreateInput{
		Title: title, ProductType: &kind, Status: ptr(catalog.ProductActive),
		Variants: []*catalog.VariantInput{{Offer: &catalog.OfferInput{Price: eur(price)}}},
	}
}

func TestService_search_means_the_same_on_both_databases(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		in := good("Café crème bowl", "Bowl", "12.00")
		in.Description = ptr("<ul><li>stoneware</li><li>hand made</li></ul>")
		in.Brand, in.Tags = ptr("Łódź"), []string{"Women's", "1e5 0x1F v2"}
		create(t, d, mill, in)
		create(t, d, mill, good("Bowling ball", "Sport", "40.00"))
		create(t, d, mill, good("!!!", "Sport", "40.00"))

		for query, want := range map[string][]string{
			"CAFE":                   {"Café crème bowl"},
			"creme café":             {"Café crème bowl"},
			"caf":                    {"Café crème bowl"},
			"lodz":                   {"Café crème bowl"},
			"stone hand":             {"Café crème bowl"},
			"stonewarehand":          {},
			"womens":                 {"Café crème bowl"},
			"1e5":                    {"Café crème bowl"},
			"0x1f":                   {"Café crème bowl"},
			"v2 1e5 bowl":            {"Café crème bowl"},
			"bowl":                   {"Café crème bowl", "Bowling ball"},
			"bowling":                {"Bowling ball"},
			"afe":                    {},
			"!!!":                    {},
			`we"ird' -- ( OR * :`:    {},
			"bowl* OR NOT":           {},
			"bowl:* & !ball":         {"Bowling ball"},
			`search_title : bowl`:    {},
			"NEAR(bowl ball)":        {},
			"bowl\\":                 {"Café crème bowl", "Bowling ball"},
			"'":                      {},
			"%":                      {},
			strings.Repeat("x", 200): {},
			strings.Repeat("ö ", 99): {},
		} {
			require.ElementsMatch(t, want, titles(find(t, s, catalog.Filter{Query: &query})), "%q", query)
		}
		_, err := s.Find(t.Context(), catalog.Filter{Query: ptr("a\x00b")}, nil, page.Args{})
		require.Error(t, err)
		_, err = s.Find(t.Context(), catalog.Filter{Query: ptr(strings.Repeat("x", 201))}, nil, page.Args{})
		require.Error(t, err)
	})
}

func TestService_title_weighs_more_than_text(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		in := good("Plate", "Tableware", "10")
		in.Description = ptr("goes with the bowl")
		create(t, d, mill, in)
		create(t, d, mill, good("Bowl", "Tableware", "10"))
		in = good("Cup", "Tableware", "10")
		in.Description = ptr("beside a bowl")
		create(t, d, mill, in)
		require.Equal(t, "Bowl", find(t, s, catalog.Filter{Query: ptr("bowl")})[0].Title)
	})
}

func TestService_pages_are_complete_in_every_order(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), func(t *testing.T, d *db.DB, c *clock.Manual) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		const n = 13
		for i := range n {
			if i%3 == 0 { // several at the same instant
				c.Advance(time.Second)
			}
			create(t, d, mill, good(fmt.Sprint("Bowl ", i), "Bowl", fmt.Sprint(10+i%4)))
		}
		eur := money.Currency("EUR")
		for _, sort := range []catalog.Sort{catalog.SortNewest, catalog.SortPriceAsc, catalog.SortPriceDesc, catalog.SortRelevance} {
			f := catalog.Filter{Currency: &eur, Query: ptr("bowl")}
			for _, withWords := range []bool{true, false} {
				if !withWords {
					if f.Query = nil; sort == catalog.SortRelevance {
						continue
					}
				}
				all, err := s.Find(t.Context(), f, &sort, page.Args{First: ptr(100)})
				require.NoError(t, err)
				require.Len(t, all.Nodes, n)
				for i := 1; i < n; i++ {
					requireOrder(t, sort, all.Nodes[i-1], all.Nodes[i])
				}
				forward := titles(walk(t, s, f, sort, false))
				require.Equal(t, titles(all.Nodes), forward, "%s %v", sort, withWords)
				require.Equal(t, forward, titles(walk(t, s, f, sort, true)), "%s %v backward", sort, withWords)
			}
		}
	})
}

func requireOrder(t *testing.T, sort catalog.Sort, a, b *catalog.Listing) {
	t.Helper()
	switch sort {
	case catalog.SortNewest:
		require.False(t, a.PublishedAt.Before(b.PublishedAt))
	case catalog.SortPriceAsc:
		require.LessOrEqual(t, a.PriceMinorMin, b.PriceMinorMin)
	case catalog.SortPriceDesc:
		require.GreaterOrEqual(t, a.PriceMinorMin, b.PriceMinorMin)
	case catalog.SortRelevance:
	}
}

// walk reads a list page by page, from either end.
func walk(t *testing.T, s *catalog.Service, f catalog.Filter, sort catalog.Sort, backward bool) []*catalog.Listing {
	t.Helper()
	var all []*catalog.Listing
	args := page.Args{First: ptr(4)}
	if backward {
		args = page.Args{Last: ptr(4)}
	}
	for {
		c, err := s.Find(t.Context(), f, &sort, args)
		require.NoError(t, err)
		if backward {
			all = append(append([]*catalog.Listing{}, c.Nodes...), all...)
			if !c.PageInfo.HasPreviousPage {
				return all
			}
			args.Before = c.PageInfo.StartCursor
			continue
		}
		all = append(all, c.Nodes...)
		if !c.PageInfo.HasNextPage {
			return all
		}
		args.After = c.PageInfo.EndCursor
	}
}

func TestService_filters_and_facets(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := catalog.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		_, a := create(t, d, mill, good("Blue bowl", "Bowl", "9.99"))
		in := good("Red bowl", "Bowl", "10.00")
		in.Tags = []string{"Gift"}
		create(t, d, mill, in)
		create(t, d, kiln, good("Red plate", "Plate", "600.00"))
		addOffer(t, d, kiln, a[0].VariantID, "20.00")
		mark(t, d, true, a[0].ID)
		EUR, JPY := money.Currency("EUR"), money.Currency("JPY")

		for name, c := range map[string]struct {
			filter catalog.Filter
			want   []string
		}{
			"seller":       {catalog.Filter{SellerID: &kiln}, []string{"Blue bowl", "Red plate"}},
			"type":         {catalog.Filter{ProductType: ptr("Bowl")}, []string{"Blue bowl", "Red bowl"}},
			"type, words":  {catalog.Filter{ProductType: ptr("Bowl"), Query: ptr("red")}, []string{"Red bowl"}},
			"tag":          {catalog.Filter{Tag: ptr("gift")}, []string{"Red bowl"}},
			"from":         {catalog.Filter{PriceMin: ptr(eur("10"))}, []string{"Red bowl", "Red plate"}},
			"to":           {catalog.Filter{PriceMax: ptr(eur("10"))}, []string{"Blue bowl", "Red bowl"}},
			"in stock":     {catalog.Filter{InStock: ptr(true)}, []string{"Blue bowl"}},
			"out of stock": {catalog.Filter{InStock: ptr(false)}, []string{"Red bowl", "Red plate"}},
			"currency":     {catalog.Filter{Currency: &JPY}, []string{}},
		} {
			require.ElementsMatch(t, c.want, titles(find(t, s, c.filter)), name)
		}

		facets, err := s.CountFacets(t.Context(), catalog.Filter{Currency: &EUR})
		require.NoError(t, err)
		require.Equal(t, 3, facets.Count)
		require.True(t, facets.IsExact)
		require.Equal(t, []catalog.FacetValue{{Value: "Bowl", Label: "Bowl", Count: 2}, {Value: "Plate", Label: "Plate", Count: 1}}, values(facets.ProductTypes))
		require.ElementsMatch(t, []catalog.FacetValue{{Value: string(mill), Label: "Mill", Count: 2}, {Value: string(kiln), Label: "Kiln", Count: 2}}, values(facets.Sellers))
		require.Len(t, facets.PriceBands, 3)
		require.Equal(t, int64(0), facets.PriceBands[0].Min.Minor)
		require.Equal(t, money.New(1000, EUR), *facets.PriceBands[0].Max)
		require.Equal(t, int64(50000), facets.PriceBands[2].Min.Minor)

		facets, err = s.CountFacets(t.Context(), catalog.Filter{Query: ptr("red")})
		require.NoError(t, err)
		require.Equal(t, 2, facets.Count)
		require.Empty(t, facets.PriceBands)
		facets, err = s.CountFacets(t.Context(), catalog.Filter{Query: ptr("&&&")})
		require.NoError(t, err)
		require.Zero(t, facets.Count)
	})
}

func values(list []*catalog.FacetValue) []catalog.FacetValue {
	out := make([]catalog.FacetValue, len(list))
	for i, v := range list {
		out[i] = *v
	}
	return out
}

func TestService_list_refuses_arguments_that_contradict(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		create(t, d, mill, good("Bowl", "Bowl", "10"))
		create(t, d, mill, good("Bowl", "Bowl", "10"))
		newest, err := s.Find(t.Context(), catalog.Filter{}, nil, page.Args{First: ptr(1)})
		require.NoError(t, err)
		EUR, JPY := money.Currency("EUR"), money.Currency("JPY")
		for name, c := range map[string]struct {
			filter catalog.Filter
			sort   catalog.Sort
			args   page.Args
			want   error
		}{
			"price without currency":   {catalog.Filter{}, catalog.SortPriceAsc, page.Args{}, catalog.ErrCurrencyRequired},
			"relevance without words":  {catalog.Filter{}, catalog.SortRelevance, page.Args{}, catalog.ErrQueryRequired},
			"unknown order":            {catalog.Filter{}, "TITLE", page.Args{}, catalog.ErrValue},
			"range backwards":          {catalog.Filter{PriceMin: ptr(eur("2")), PriceMax: ptr(eur("1"))}, catalog.SortNewest, page.Args{}, catalog.ErrPriceRange},
			"range in two currencies":  {catalog.Filter{PriceMin: ptr(eur("2")), Currency: &JPY}, catalog.SortNewest, page.Args{}, catalog.ErrPriceRange},
			"cursor of another order":  {catalog.Filter{Currency: &EUR}, catalog.SortPriceAsc, page.Args{After: newest.PageInfo.EndCursor}, page.ErrCursor},
			"cursor that is not ours":  {catalog.Filter{}, catalog.SortNewest, page.Args{After: ptr("eyJpIjoxfQ")}, page.ErrCursor},
			"cursor of another format": {catalog.Filter{}, catalog.SortNewest, page.Args{After: ptr("%%%")}, page.ErrCursor},
			"too many":                 {catalog.Filter{}, catalog.SortNewest, page.Args{First: ptr(101)}, page.ErrSize},
		} {
			_, err := s.Find(t.Context(), c.filter, &c.sort, c.args)
			require.ErrorIs(t, err, c.want, name)
		}
	})
}
