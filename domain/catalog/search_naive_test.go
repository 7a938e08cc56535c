package catalog_test

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
)

// made is a product of a random catalogue, as the test itself remembers it.
type made struct {
	id          catalog.ProductID
	title, text []string
	kind        string
	sellers     []seller.ID
	price       int64
}

// naive answers a search by looking at everything.
type naive []*made

func (n naive) matches(words []string) (found naive) {
	for _, m := range n {
		all := slices.Concat(m.title, m.text, []string{strings.ToLower(m.kind)})
		fits := true
		for _, w := range words {
			fits = fits && slices.ContainsFunc(all, func(has string) bool { return strings.HasPrefix(has, w) })
		}
		if fits {
			found = append(found, m)
		}
	}
	return found
}

func (m *made) score(words []string) (score int) {
	distinct := map[string]bool{}
	for _, has := range m.title {
		distinct[has] = true
	}
	for _, w := range words {
		switch {
		case distinct[w]:
			score += 2000
		case slices.ContainsFunc(m.title, func(has string) bool { return strings.HasPrefix(has, w) }):
			score += 1000
		}
	}
	return score - len(distinct)
}

func (n naive) sorted(sort catalog.Sort, words []string) (ids []catalog.ProductID) {
	slices.SortFunc(n, func(a, b *made) int {
		younger := cmp.Compare(b.id, a.id)
		switch sort {
		case catalog.SortRelevance:
			return cmp.Or(b.score(words)-a.score(words), younger)
		case catalog.SortPriceAsc:
			return cmp.Or(cmp.Compare(a.price, b.price), -younger)
		case catalog.SortPriceDesc:
			return cmp.Or(cmp.Compare(b.price, a.price), younger)
		case catalog.SortNewest:
		}
		return younger
	})
	for _, m := range n {
		ids = append(ids, m.id)
	}
	return ids
}

// randomCatalogue makes products whose words begin each other, some of them
// offered by two sellers.
func randomCatalogue(t *testing.T, d *db.DB, luck *rand.Rand, n int) naive {
	t.Helper()
	words := []string{"a", "ab", "abc", "abcd", "abcde", "abcdef", "b", "bowl", "bowls", "bo", "42", "été", "ete", "cup"}
	pick := func(n int) (some []string) {
		for range n {
			some = append(some, words[luck.IntN(len(words))])
		}
		return some
	}
	sellers := []seller.ID{newSeller(t, d, "Mill"), newSeller(t, d, "Kiln"), newSeller(t, d, "Loom")}
	var all naive
	for range n {
		m := &made{
			title: pick(1 + luck.IntN(4)), text: pick(luck.IntN(4)), kind: []string{"Bowl", "Cup", "Abacus"}[luck.IntN(3)],
			sellers: []seller.ID{sellers[luck.IntN(3)]}, price: int64(100 * (1 + luck.IntN(30))),
		}
		in := good(strings.Join(m.title, " "), m.kind, money.New(m.price, "EUR").Decimal())
		in.Description = ptr(strings.Join(m.text, " "))
		p, offers := create(t, d, m.sellers[0], in)
		m.id = p.ID
		if other := sellers[luck.IntN(3)]; other != m.sellers[0] && luck.IntN(2) == 0 {
			m.sellers = append(m.sellers, other)
			addOffer(t, d, other, offers[0].VariantID, "300.00")
		}
		for _, list := range [][]string{m.title, m.text} {
			for i, w := range list {
				list[i] = strings.Join(search.Words(w), "")
			}
		}
		all = append(all, m)
	}
	return all
}

func requireSameAsNaive(t *testing.T, s *catalog.Service, all naive, query string, pageSize int) {
	t.Helper()
	EUR := money.Currency("EUR")
	var words []string
	for _, w := range search.Words(query) {
		if !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	f := catalog.Filter{Query: &query, Currency: &EUR}
	want := all.matches(words)
	for _, sort := range []catalog.Sort{catalog.SortRelevance, catalog.SortPriceAsc, catalog.SortPriceDesc} {
		search := s.Search(t.Context(), f, &sort)
		var got []catalog.ProductID
		for args := (page.Args{First: &pageSize}); ; {
			c, err := search.Page(t.Context(), args)
			require.NoError(t, err)
			for _, l := range c.Nodes {
				got = append(got, l.ProductID)
			}
			if !c.PageInfo.HasNextPage {
				break
			}
			args.After = c.PageInfo.EndCursor
		}
		require.Equal(t, want.sorted(sort, words), got, "%q by %s", query, sort)

		facets, err := search.Facets(t.Context())
		require.NoError(t, err)
		requireCounts(t, want, facets)
	}
}

func requireCounts(t *testing.T, want naive, facets *catalog.Facets) {
	t.Helper()
	require.Equal(t, len(want), facets.Count)
	require.True(t, facets.IsExact)
	kinds, sellers, bands := map[string]int{}, map[string]int{}, map[int64]int{}
	for _, m := range want {
		kinds[m.kind]++
		for _, id := range m.sellers {
			sellers[string(id)]++
		}
		for _, least := range []int64{100000, 50000, 25000, 10000, 5000, 2500, 1000, 0} {
			if m.price >= least {
				bands[least]++
				break
			}
		}
	}
	counted := map[int64]int{}
	for _, b := range facets.PriceBands {
		counted[b.Min.Minor] = b.Count
	}
	require.Equal(t, bands, counted)
	for name, c := range map[string]struct {
		want map[string]int
		got  []*catalog.FacetValue
	}{"kinds": {kinds, facets.ProductTypes}, "sellers": {sellers, facets.Sellers}} {
		got := map[string]int{}
		for i, v := range c.got {
			got[v.Value] = v.Count
			require.NotEmpty(t, v.Label)
			require.True(t, i == 0 || v.Count <= c.got[i-1].Count, "%s: the most frequent first", name)
		}
		require.Equal(t, c.want, got, name)
	}
}

func TestSearch_answers_as_one_that_looks_at_everything(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		luck := rand.New(rand.NewPCG(7, 11))
		s, all := catalog.New(d), randomCatalogue(t, d, luck, 60)
		queries := []string{"a", "ab", "abc", "abcd", "abcde", "bowl", "bowls", "bo b", "a b", "abcdef 42", "Été", "cup bowl abc", "abacus a", "zz", "a zz"}
		for _, query := range queries {
			requireSameAsNaive(t, s, all, query, 1+luck.IntN(7))
		}

		// Prices change, and some products go.
		for i, m := range all {
			switch i % 4 {
			case 0:
				m.price = int64(100 * (1 + luck.IntN(200)))
				reprice(t, d, m)
			case 1:
				require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					_, err := catalog.SetStatusTx(ctx, tx, m.sellers[0], m.id, catalog.ProductArchived)
					return err
				}))
				m.title, m.text, m.kind = nil, nil, ""
			}
		}
		for _, query := range queries {
			requireSameAsNaive(t, s, all, query, 1+luck.IntN(7))
		}
	})
}

// reprice gives the offer of the product's own seller another price.
func reprice(t *testing.T, d *db.DB, m *made) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		var offer catalog.OfferID
		err := tx.NewSelect().TableExpr("offers").Column("id").Where("product_id = ?", m.id).Where("seller_id = ?", m.sellers[0]).
			Scan(ctx, &offer)
		if err != nil {
			return err
		}
		price := money.New(m.price, "EUR")
		_, err = catalog.UpdateOfferTx(ctx, tx, m.sellers[0], catalog.OfferUpdateInput{
			ID: offer, Price: &money.Input{Amount: price.Decimal(), CurrencyCode: "EUR"},
		})
		if len(m.sellers) > 1 {
			m.price = min(m.price, 30000)
		}
		return err
	}))
}

func TestSearch_looks_at_a_thousand_and_at_whole_words_first(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		for i := range 5 {
			drafts := make([]catalog.Draft, 210)
			for j := range drafts { // 20 of each 210 are of a longer word
				title := fmt.Sprint("bowl ", i, " ", j)
				if j < 20 {
					title = fmt.Sprint("bowls ", i, " ", j)
				}
				in := good(title, "Ware", "10")
				in.OptionNames = []string{"Size"} // two offers each: too many for a list of the seller to begin with
				in.Variants = []*catalog.VariantInput{
					{OptionValues: []string{"S"}, Offer: &catalog.OfferInput{Price: eur("10")}},
					{OptionValues: []string{"L"}, Offer: &catalog.OfferInput{Price: eur("20")}},
				}
				drafts[j] = catalog.Draft{Owner: mill, Input: in}
			}
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := catalog.CreateAllTx(ctx, tx, drafts)
				return err
			}))
		}
		search := s.Search(t.Context(), catalog.Filter{Query: ptr("bowl")}, nil)
		facets, err := search.Facets(t.Context())
		require.NoError(t, err)
		require.Equal(t, 1000, facets.Count)
		require.False(t, facets.IsExact)
		require.Equal(t, 1000, facets.ProductTypes[0].Count)

		require.Equal(t, titles(find(t, s, catalog.Filter{})), titles(find(t, s, catalog.Filter{SellerID: &mill})), "all are this seller's")
		other := newSeller(t, d, "Kiln")
		require.Empty(t, find(t, s, catalog.Filter{SellerID: &other}))

		seen, longer := map[catalog.ProductID]bool{}, 0
		for args := (page.Args{First: ptr(100)}); ; {
			c, err := search.Page(t.Context(), args)
			require.NoError(t, err)
			for _, l := range c.Nodes {
				require.False(t, seen[l.ProductID])
				seen[l.ProductID] = true
				if strings.HasPrefix(l.Title, "bowls") {
					longer++
				} else {
					require.Zero(t, longer, "a whole word stands before a beginning")
				}
			}
			if !c.PageInfo.HasNextPage {
				break
			}
			args.After = c.PageInfo.EndCursor
		}
		require.Len(t, seen, 1000)
		require.Equal(t, 50, longer, "all 950 with the whole word, and as many others as there is room for")
	})
}
