package catalog_test

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// sized are variants of sizes and colours, each with an offer.
func sized(sizes, colours int) (in []*catalog.VariantInput) {
	for i := range sizes {
		for k := range colours {
			in = append(in, &catalog.VariantInput{
				OptionValues: []string{fmt.Sprintf("Size %d", i+1), fmt.Sprintf("Colour_%d", k+1)},
				Barcode:      ptr(fmt.Sprintf("EAN%03d%03d", i, k)),
				Offer:        &catalog.OfferInput{SKU: ptr(fmt.Sprintf("sku%%%d-%d", i, k)), Price: eur("10.00")},
			})
		}
	}
	return in
}

func wide(sizes, colours int) catalog.CreateInput {
	return catalog.CreateInput{
		Title: "Wide", OptionNames: []string{"Size", "Colour"}, Status: ptr(catalog.ProductActive), Variants: sized(sizes, colours),
	}
}

func ask(t *testing.T, p *catalog.Product, f *catalog.VariantFilter, args page.Args) catalog.VariantsAsk {
	t.Helper()
	asked, err := catalog.AskVariants(p, f, args)
	require.NoError(t, err)
	return asked
}

func findVariants(t *testing.T, d *db.DB, v catalog.Viewer, a catalog.VariantsAsk) *page.Connection[catalog.Variant] {
	t.Helper()
	found, err := catalog.New(d).FindVariants(t.Context(), v, []catalog.VariantsAsk{a})
	require.NoError(t, err)
	return found[a]
}

func addVariants(t *testing.T, d *db.DB, owner seller.ID, in catalog.VariantsCreateInput) ([]*catalog.Variant, error) {
	t.Helper()
	var made []*catalog.Variant
	err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
		made, _, err = catalog.AddVariantsTx(ctx, tx, owner, in)
		return err
	})
	return made, err
}

func TestService_FindVariants_pages_through_two_thousand(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		p, offers := create(t, d, mill, wide(50, 40))
		require.Len(t, offers, 2000)
		_, err := addVariants(t, d, mill, catalog.VariantsCreateInput{ProductID: p.ID, Variants: []*catalog.VariantInput{{OptionValues: []string{"a", "b"}}}})
		require.ErrorIs(t, err, catalog.ErrTooMany)
		_, _, err = tryCreate(t.Context(), d, mill, wide(51, 40))
		require.ErrorIs(t, err, catalog.ErrTooMany)

		seen := map[catalog.VariantID]bool{}
		args, pages := page.Args{First: ptr(100)}, 0
		for {
			c := findVariants(t, d, catalog.Viewer{}, ask(t, p, nil, args))
			for _, v := range c.Nodes {
				require.Equal(t, len(seen)+1, v.Position)
				seen[v.ID] = true
			}
			pages++
			if !c.PageInfo.HasNextPage {
				break
			}
			args.After = c.PageInfo.EndCursor
		}
		require.Len(t, seen, 2000)
		require.Equal(t, 20, pages)
		back := findVariants(t, d, catalog.Viewer{}, ask(t, p, nil, page.Args{Last: ptr(3), Before: args.After}))
		require.Equal(t, []int{1897, 1898, 1899}, []int{back.Nodes[0].Position, back.Nodes[1].Position, back.Nodes[2].Position})
		require.True(t, back.PageInfo.HasPreviousPage)

		s := catalog.New(d)
		counts, err := s.CountVariants(t.Context(), []catalog.ProductID{p.ID, "prd_none"})
		require.NoError(t, err)
		require.Equal(t, 2000, *counts[p.ID])
		require.Zero(t, *counts["prd_none"])
		short, err := s.VariantsOf(t.Context(), []catalog.ProductID{p.ID})
		require.NoError(t, err)
		require.Len(t, short[p.ID], catalog.VariantsShown)
		require.Equal(t, 2000, find(t, s, catalog.Filter{})[0].OfferCount)

		found, err := s.OptionsOf(t.Context(), []catalog.ProductID{p.ID})
		require.NoError(t, err)
		options := catalog.NameOptions(p, found[p.ID])
		require.Equal(t, "Size", options[0].Name)
		require.Equal(t, 50, options[0].ValueCount)
		require.Equal(t, []string{"Size 1", "Size 2", "Size 3"}, options[0].Values[:3], "in the order of display")
		require.Equal(t, "Colour", options[1].Name)
		require.Len(t, options[1].Values, 40)
	})
}

func TestService_FindVariants_finds_what_was_asked_for(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, kiln := newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		p, _ := create(t, d, mill, wide(12, 10))
		owner, text := catalog.Viewer{Seller: mill}, func(s string) *catalog.VariantFilter { return &catalog.VariantFilter{Text: &s} }
		option := func(pairs ...string) *catalog.VariantFilter {
			f := &catalog.VariantFilter{}
			for i := 0; i < len(pairs); i += 2 {
				f.Options = append(f.Options, &catalog.OptionInput{Name: pairs[i], Value: pairs[i+1]})
			}
			return f
		}
		for name, c := range map[string]struct {
			viewer catalog.Viewer
			filter *catalog.VariantFilter
			want   int
		}{
			"everything":              {owner, &catalog.VariantFilter{}, 100},
			"a size":                  {owner, option("Size", "Size 1"), 10},
			"a size and a colour":     {owner, option("Size", "Size 1", "Colour", "Colour_2"), 1},
			"two sizes at once":       {owner, option("Size", "Size 1", "Size", "Size 2"), 0},
			"another case":            {owner, option("Size", "size 1"), 0},
			"no such option":          {owner, option("Weight", "1"), 0},
			"a text of any case":      {owner, text("sIZE 12"), 10},
			"a wildcard is a letter":  {owner, text("r_1"), 24},
			"a wildcard that is none": {owner, text("e_1"), 0},
			"a percent":               {owner, text("%"), 100},
			"a percent, for others":   {catalog.Viewer{}, text("%"), 0},
			"a barcode":               {catalog.Viewer{}, text("ean003004"), 1},
			"one's own SKU":           {owner, text("SKU%3-4"), 1},
			"any SKU, for operators":  {catalog.Viewer{All: true}, text("sku%3-4"), 1},
			"another's SKU":           {catalog.Viewer{Seller: kiln}, text("sku%3-4"), 0},
			"a text and an option":    {owner, &catalog.VariantFilter{Text: ptr("colour_1"), Options: option("Size", "Size 2").Options}, 2},
		} {
			require.Len(t, findVariants(t, d, c.viewer, ask(t, p, c.filter, page.Args{First: ptr(100)})).Nodes, c.want, name)
		}
		for name, f := range map[string]*catalog.VariantFilter{
			"NUL": text("a\x00"), "a long text": text(fmt.Sprintf("%0121d", 1)), "four options": option("a", "1", "b", "1", "c", "1", "d", "1"),
		} {
			_, err := catalog.AskVariants(p, f, page.Args{})
			require.NotEmpty(t, fault.As(err), name)
		}
		forged, err := catalog.AskVariants(p, nil, page.Args{After: ptr(page.Cursor("x"))})
		require.NoError(t, err)
		_, err = catalog.New(d).FindVariants(t.Context(), owner, []catalog.VariantsAsk{forged})
		require.ErrorIs(t, err, page.ErrCursor)
	})
}

func TestService_FindVariants_asks_once_for_many_products(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		var asks []catalog.VariantsAsk
		var products []*catalog.Product
		for i := range 8 {
			in := wide(3, 2)
			for _, v := range in.Variants {
				v.Offer.SKU = ptr(fmt.Sprintf("%d/%s", i, *v.Offer.SKU))
			}
			p, _ := create(t, d, mill, in)
			products = append(products, p)
			asks = append(asks, ask(t, p, nil, page.Args{Last: ptr(4)}))
		}
		var found map[catalog.VariantsAsk]*page.Connection[catalog.Variant]
		require.Equal(t, 1, dbtest.CountQueries(d, func() {
			var err error
			found, err = catalog.New(d).FindVariants(t.Context(), catalog.Viewer{}, asks)
			require.NoError(t, err)
		}))
		for i, a := range asks {
			alone := findVariants(t, d, catalog.Viewer{}, a)
			require.Equal(t, alone.PageInfo, found[a].PageInfo)
			require.Len(t, found[a].Nodes, 4)
			for k, v := range found[a].Nodes {
				require.Equal(t, products[i].ID, v.ProductID)
				require.Equal(t, k+3, v.Position)
				require.Equal(t, alone.Nodes[k].ID, v.ID)
			}
		}
	})
}

func TestAddVariantsTx_is_all_or_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, kiln := newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		p, _ := create(t, d, mill, wide(2, 2))
		fresh := func(value, sku string) *catalog.VariantInput {
			return &catalog.VariantInput{OptionValues: []string{value, "x"}, Offer: &catalog.OfferInput{SKU: &sku, Price: eur("1.00")}}
		}
		for name, c := range map[string]struct {
			second *catalog.VariantInput
			want   *fault.Fault
			at     string
		}{
			"taken options":     {&catalog.VariantInput{OptionValues: []string{"SIZE 1", "Colour_1"}}, catalog.ErrVariantTaken, "[variants 1 optionValues]"},
			"twice":             {fresh("NEW", "n2"), catalog.ErrVariantTaken, "[variants 1 optionValues]"},
			"a taken SKU":       {fresh("other", "sku%0-0"), catalog.ErrSKUTaken, "[variants 1 offer sku]"},
			"a SKU twice":       {fresh("other", "n1"), catalog.ErrSKUTaken, "[variants 1 offer sku]"},
			"nothing":           {nil, fault.ErrTextRequired, "[variants 1]"},
			"too few options":   {&catalog.VariantInput{OptionValues: []string{"a"}}, catalog.ErrOptions, "[variants 1 optionValues]"},
			"somebody's prices": {&catalog.VariantInput{OptionValues: []string{"a", "b"}, Offer: &catalog.OfferInput{Price: eur("0")}}, catalog.ErrPrice, "[variants 1 offer price]"},
		} {
			_, err := addVariants(t, d, mill, catalog.VariantsCreateInput{ProductID: p.ID, Variants: []*catalog.VariantInput{fresh("new", "n1"), c.second}})
			require.ErrorIs(t, err, c.want, name)
			require.Equal(t, c.at, fmt.Sprint(fault.As(err)[0].Field), name)
		}
		_, err := addVariants(t, d, kiln, catalog.VariantsCreateInput{ProductID: p.ID, Variants: []*catalog.VariantInput{fresh("new", "n1")}})
		require.ErrorIs(t, err, catalog.ErrProductNotFound)
		counts, err := catalog.New(d).CountVariants(t.Context(), []catalog.ProductID{p.ID})
		require.NoError(t, err)
		require.Equal(t, 4, *counts[p.ID], "nothing of it was written")

		made, err := addVariants(t, d, mill, catalog.VariantsCreateInput{ProductID: p.ID, Variants: []*catalog.VariantInput{fresh("new", "n1"), fresh("newer", "n2")}})
		require.NoError(t, err)
		require.Equal(t, []int{5, 6}, []int{made[0].Position, made[1].Position})
		require.Equal(t, 6, find(t, catalog.New(d), catalog.Filter{})[0].OfferCount)
	})
}

func TestService_UpdateOffers_changes_all_or_none(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := catalog.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		p, offers := create(t, d, mill, wide(5, 10))
		other := addOffer(t, d, kiln, offers[0].VariantID, "9.00")
		price := func(id catalog.OfferID, amount string) *catalog.OfferUpdateInput {
			in := eur(amount)
			return &catalog.OfferUpdateInput{ID: id, Price: &in}
		}
		first := price(offers[0].ID, "5.00")
		for name, c := range map[string]struct {
			second *catalog.OfferUpdateInput
			want   *fault.Fault
			at     string
		}{
			"another's":   {price(other.ID, "1.00"), catalog.ErrOfferNotFound, "[offers 1 id]"},
			"unknown":     {price("off_none", "1.00"), catalog.ErrOfferNotFound, "[offers 1 id]"},
			"the same":    {price(offers[0].ID, "6.00"), catalog.ErrValue, "[offers 1 id]"},
			"no price":    {price(offers[1].ID, "0"), catalog.ErrPrice, "[offers 1 price]"},
			"a taken SKU": {&catalog.OfferUpdateInput{ID: offers[1].ID, SKU: offers[2].SKU}, catalog.ErrSKUTaken, "[offers 1 sku]"},
			"nothing":     {nil, fault.ErrTextRequired, "[offers 1]"},
		} {
			_, err := s.UpdateOffers(t.Context(), acting(mill), catalog.OffersUpdateInput{Offers: []*catalog.OfferUpdateInput{first, c.second}})
			require.ErrorIs(t, err, c.want, name)
			require.Equal(t, c.at, fmt.Sprint(fault.As(err)[0].Field), name)
		}
		for _, n := range []int{0, 101} {
			_, err := s.UpdateOffers(t.Context(), acting(mill), catalog.OffersUpdateInput{Offers: make([]*catalog.OfferUpdateInput, n)})
			require.NotEmpty(t, fault.As(err), n)
		}
		require.Equal(t, int64(900), find(t, s, catalog.Filter{})[0].PriceMin().Minor, "nothing has changed")

		var changes []*catalog.OfferUpdateInput
		for _, o := range offers {
			changes = append(changes, price(o.ID, "7.00"))
		}
		changed, err := s.UpdateOffers(t.Context(), acting(mill), catalog.OffersUpdateInput{Offers: changes})
		require.NoError(t, err)
		for i, o := range changed {
			require.Equal(t, offers[i].ID, o.ID)
			require.Equal(t, int64(700), o.Prices[0].PriceMinor)
		}
		l := find(t, s, catalog.Filter{})[0]
		require.Equal(t, p.ID, l.ProductID)
		require.Equal(t, []int64{700, 900}, []int64{l.PriceMin().Minor, l.PriceMax().Minor})
	})
}

func TestService_UpdateOffers_in_any_order_under_concurrency(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		_, offers := create(t, d, mill, wide(2, 10))
		var group sync.WaitGroup
		errs := make([]error, 6)
		for n := range errs {
			group.Go(func() {
				var changes []*catalog.OfferUpdateInput
				for i := range offers {
					o := offers[i]
					if n%2 == 1 {
						o = offers[len(offers)-1-i]
					}
					in := eur(fmt.Sprintf("%d.00", n+1))
					changes = append(changes, &catalog.OfferUpdateInput{ID: o.ID, Price: &in})
				}
				_, errs[n] = s.UpdateOffers(t.Context(), acting(mill), catalog.OffersUpdateInput{Offers: changes})
			})
		}
		group.Wait()
		for _, err := range errs {
			require.NoError(t, err)
		}
		l := find(t, s, catalog.Filter{})[0]
		require.Equal(t, l.PriceMin(), l.PriceMax(), "one of them came last, with all its prices")
	})
}
