package catalog_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func ptr[T any](v T) *T { return &v }

func eur(amount string) money.Input { return money.Input{Amount: amount, CurrencyCode: "EUR"} }

func shirt() catalog.CreateInput {
	return catalog.CreateInput{
		Title:       "Été shirt",
		Description: ptr(`<p onclick="x()">Soft <script>alert(1)</script><b>cotton</b></p>`),
		Brand:       ptr("Fil"), ProductType: ptr("Shirt"), Tags: []string{"Summer", " summer ", "Linen"},
		Images:      []*catalog.ImageInput{{URL: "https://img.example/1.jpg", Alt: ptr("front")}, {URL: "https://img.example/2.jpg"}},
		OptionNames: []string{"Size"}, Status: ptr(catalog.ProductActive),
		Variants: []*catalog.VariantInput{
			{OptionValues: []string{"S"}, WeightG: ptr(200), Offer: &catalog.OfferInput{SKU: ptr("SH-S"), Price: eur("20.00"), CompareAt: ptr(eur("25"))}},
			{OptionValues: []string{"M"}, Offer: &catalog.OfferInput{SKU: ptr("SH-M"), Price: eur("22.50")}},
		},
	}
}

func create(t *testing.T, d *db.DB, owner seller.ID, in catalog.CreateInput) (*catalog.Product, []*catalog.Offer) {
	t.Helper()
	p, offers, err := tryCreate(t.Context(), d, owner, in)
	require.NoError(t, err)
	return p, offers
}

func tryCreate(ctx context.Context, d *db.DB, owner seller.ID, in catalog.CreateInput) (p *catalog.Product, offers []*catalog.Offer, err error) {
	err = d.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		p, offers, err = catalog.CreateTx(ctx, tx, owner, in)
		return err
	})
	return p, offers, err
}

func mark(t *testing.T, d *db.DB, inStock bool, ids ...catalog.OfferID) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		return catalog.SetInStockTx(ctx, tx, inStock, ids...)
	}))
}

func find(t *testing.T, s *catalog.Service, f catalog.Filter) []*catalog.Listing {
	t.Helper()
	c, err := s.Find(t.Context(), f, nil, page.Args{First: ptr(100)})
	require.NoError(t, err)
	return c.Nodes
}

func titles(list []*catalog.Listing) []string {
	out := make([]string, len(list))
	for i, l := range list {
		out[i] = l.Title
	}
	return out
}

func TestService_create_and_show(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		p, offers := create(t, d, mill, shirt())

		require.Equal(t, "ete-shirt", p.Slug)
		require.Equal(t, "<p>Soft <b>cotton</b></p>", p.Description)
		require.Equal(t, []string{"Summer", "Linen"}, p.Tags)
		require.Len(t, offers, 2)

		got, err := s.BySlug(t.Context(), catalog.Viewer{}, "ete-shirt")
		require.NoError(t, err)
		require.Equal(t, p.ID, got.ID)
		require.Equal(t, "https://img.example/2.jpg", got.Images[1].URL)

		list := find(t, s, catalog.Filter{})
		require.Len(t, list, 1)
		l := list[0]
		require.Equal(t, offers[0].ID, l.BestOfferID)
		require.Equal(t, money.New(2000, "EUR"), l.PriceMin())
		require.Equal(t, money.New(2250, "EUR"), l.PriceMax())
		require.Equal(t, 2, l.OfferCount)
		require.Equal(t, "Mill", l.SellerName)
		require.Equal(t, "front", l.Thumbnail().Alt)
		require.False(t, l.InStock)

		mark(t, d, true, offers[1].ID)
		l = find(t, s, catalog.Filter{})[0]
		require.True(t, l.InStock)
		require.Equal(t, offers[1].ID, l.BestOfferID, "what is in stock is better than what is cheap")

		variants, err := s.VariantsOf(t.Context(), []catalog.ProductID{p.ID})
		require.NoError(t, err)
		require.Equal(t, "M", variants[p.ID][1].Title())
		byVariant, err := s.OffersOf(t.Context(), catalog.Viewer{}, []catalog.VariantID{variants[p.ID][0].ID})
		require.NoError(t, err)
		require.Equal(t, money.New(2500, "EUR"), *byVariant[variants[p.ID][0].ID][0].CompareAtPrice())
	})
}

func TestService_drafts_are_the_sellers_own(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := catalog.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		in := shirt()
		in.Status = nil
		p, offers := create(t, d, mill, in)

		for name, viewer := range map[string]catalog.Viewer{"buyer": {}, "other seller": {Seller: kiln}} {
			_, err := s.Get(t.Context(), viewer, p.ID)
			require.ErrorIs(t, err, catalog.ErrProductNotFound, name)
			_, err = s.BySlug(t.Context(), viewer, p.Slug)
			require.ErrorIs(t, err, catalog.ErrProductNotFound, name)
			seen, err := s.OffersByIDs(t.Context(), viewer, []catalog.OfferID{offers[0].ID})
			require.NoError(t, err)
			require.Empty(t, seen, name)
			variants, err := s.VariantsByIDs(t.Context(), viewer, []catalog.VariantID{offers[0].VariantID})
			require.NoError(t, err)
			require.Empty(t, variants, name)
		}
		for _, viewer := range []catalog.Viewer{{Seller: mill}, {All: true}} {
			_, err := s.Get(t.Context(), viewer, p.ID)
			require.NoError(t, err)
			seen, err := s.OffersByIDs(t.Context(), viewer, []catalog.OfferID{offers[0].ID})
			require.NoError(t, err)
			require.Len(t, seen, 1)
		}
		require.Empty(t, find(t, s, catalog.Filter{}))

		_, err := s.Publish(t.Context(), mill, p.ID)
		require.NoError(t, err)
		require.Len(t, find(t, s, catalog.Filter{}), 1)
		_, err = s.Archive(t.Context(), mill, p.ID)
		require.NoError(t, err)
		require.Empty(t, find(t, s, catalog.Filter{}))
	})
}

func TestService_another_sellers_things_are_not_found_and_stay(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := catalog.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		p, offers := create(t, d, mill, shirt())
		ctx := t.Context()

		for _, thief := range []seller.ID{kiln, "", "sel_nobody"} {
			_, err := s.Update(ctx, thief, catalog.UpdateInput{ID: p.ID, Title: ptr("Stolen")})
			require.Error(t, err)
			_, err = s.Publish(ctx, thief, p.ID)
			require.Error(t, err)
			_, err = s.Archive(ctx, thief, p.ID)
			require.Error(t, err)
			_, err = s.UpdateOffer(ctx, thief, catalog.OfferUpdateInput{ID: offers[0].ID, Price: ptr(eur("0.01"))})
			require.Error(t, err)
			_, err = s.UpdateVariant(ctx, thief, catalog.VariantUpdateInput{ID: offers[0].VariantID, WeightG: ptr(1)})
			require.Error(t, err)
			_, _, err = tryAddVariant(ctx, d, thief, p.ID)
			require.Error(t, err)
			if thief == kiln {
				require.ErrorIs(t, err, catalog.ErrProductNotFound)
			}
		}
		got, err := s.Get(ctx, catalog.Viewer{}, p.ID)
		require.NoError(t, err)
		require.Equal(t, "Été shirt", got.Title)
		require.Equal(t, catalog.ProductActive, got.Status)
		l := find(t, s, catalog.Filter{})[0]
		require.Equal(t, int64(2000), l.PriceMinorMin)
	})
}

func tryAddVariant(ctx context.Context, d *db.DB, owner seller.ID, id catalog.ProductID) (v *catalog.Variant, o *catalog.Offer, err error) {
	err = d.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		v, o, err = catalog.AddVariantTx(ctx, tx, owner, catalog.VariantCreateInput{
			ProductID: id, Variant: &catalog.VariantInput{OptionValues: []string{"XL"}, Offer: &catalog.OfferInput{Price: eur("30")}},
		})
		return err
	})
	return v, o, err
}

func TestService_bad_input_is_told_by_field_and_changes_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		for name, c := range map[string]struct {
			change func(*catalog.CreateInput)
			fault  *fault.Fault
			field  string
		}{
			"no title":         {func(in *catalog.CreateInput) { in.Title = "  " }, fault.ErrTextRequired, "title"},
			"NUL":              {func(in *catalog.CreateInput) { in.Title = "a\x00b" }, fault.ErrTextEncoding, "title"},
			"not UTF-8":        {func(in *catalog.CreateInput) { in.Brand = ptr("\xff") }, fault.ErrTextEncoding, "brand"},
			"long":             {func(in *catalog.CreateInput) { in.Title = strings.Repeat("ä", 256) }, fault.ErrTextTooLong, "title"},
			"http image":       {func(in *catalog.CreateInput) { in.Images[0].URL = "http://img.example/1.jpg" }, catalog.ErrURL, "images.0.url"},
			"script image":     {func(in *catalog.CreateInput) { in.Images[1].URL = "javascript:alert(1)" }, catalog.ErrURL, "images.1.url"},
			"no variants":      {func(in *catalog.CreateInput) { in.Variants = nil }, catalog.ErrVariantsRequired, "variants"},
			"values missing":   {func(in *catalog.CreateInput) { in.Variants[1].OptionValues = nil }, catalog.ErrOptions, "variants.1.optionValues"},
			"same values":      {func(in *catalog.CreateInput) { in.Variants[1].OptionValues = []string{" s "} }, catalog.ErrVariantTaken, "variants.1.optionValues"},
			"four options":     {func(in *catalog.CreateInput) { in.OptionNames = []string{"a", "b", "c", "d"} }, catalog.ErrTooMany, "optionNames"},
			"same option":      {func(in *catalog.CreateInput) { in.OptionNames = []string{"Size", "size"} }, catalog.ErrOptionName, "optionNames.1"},
			"free":             {func(in *catalog.CreateInput) { in.Variants[0].Offer.Price = eur("0.00") }, catalog.ErrPrice, "variants.0.offer.price"},
			"negative":         {func(in *catalog.CreateInput) { in.Variants[0].Offer.Price = eur("-1") }, catalog.ErrPrice, "variants.0.offer.price"},
			"decimals":         {func(in *catalog.CreateInput) { in.Variants[0].Offer.Price = eur("1.234") }, money.ErrAmount, "variants.0.offer.price.amount"},
			"too dear":         {func(in *catalog.CreateInput) { in.Variants[0].Offer.Price = eur("1000000.00") }, money.ErrAmountRange, "variants.0.offer.price.amount"},
			"no currency":      {func(in *catalog.CreateInput) { in.Variants[0].Offer.Price.CurrencyCode = "XXQ" }, money.ErrCurrency, "variants.0.offer.price.currencyCode"},
			"former below":     {func(in *catalog.CreateInput) { in.Variants[0].Offer.CompareAt = ptr(eur("19")) }, catalog.ErrCompareAt, "variants.0.offer.compareAt"},
			"negative stock":   {func(in *catalog.CreateInput) { in.Variants[0].Offer.Quantity = ptr(-1) }, catalog.ErrValue, "variants.0.offer.quantity"},
			"negative weight":  {func(in *catalog.CreateInput) { in.Variants[0].WeightG = ptr(-1) }, catalog.ErrValue, "variants.0.weightGrams"},
			"condition":        {func(in *catalog.CreateInput) { in.Variants[0].Offer.Condition = ptr(catalog.Condition("MINT")) }, catalog.ErrValue, "variants.0.offer.condition"},
			"born archived":    {func(in *catalog.CreateInput) { in.Status = ptr(catalog.ProductArchived) }, catalog.ErrValue, "status"},
			"two of one SKU":   {func(in *catalog.CreateInput) { in.Variants[1].Offer.SKU = ptr("SH-S") }, catalog.ErrSKUTaken, "variants.1.offer.sku"},
			"a variant is nil": {func(in *catalog.CreateInput) { in.Variants[0] = nil }, fault.ErrTextRequired, "variants.0"},
		} {
			in := shirt()
			c.change(&in)
			_, _, err := tryCreate(t.Context(), d, mill, in)
			require.ErrorIs(t, err, c.fault, name)
			require.Equal(t, c.field, strings.Join(fault.As(err)[0].Field, "."), name)
		}
		_, _, err := tryCreate(t.Context(), d, "", shirt())
		require.ErrorIs(t, err, catalog.ErrSellerRequired)
		require.Empty(t, find(t, s, catalog.Filter{}))
		own, err := s.FindOwn(t.Context(), actor.Actor{SellerID: string(mill)}, catalog.OwnFilter{}, page.First(10))
		require.NoError(t, err)
		require.Empty(t, own.Nodes)
	})
}

func TestService_slugs_stay_unique_under_concurrency(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		const n = 12
		var wg sync.WaitGroup
		slugs := make(chan string, n)
		for i := range n {
			wg.Go(func() {
				in := shirt()
				in.Variants[0].Offer.SKU, in.Variants[1].Offer.SKU = nil, ptr(fmt.Sprint("sku", i))
				p, _, err := tryCreate(t.Context(), d, mill, in)
				if err == nil {
					slugs <- p.Slug
				}
			})
		}
		wg.Wait()
		close(slugs)
		seen := map[string]bool{}
		for slug := range slugs {
			require.False(t, seen[slug], slug)
			seen[slug] = true
		}
		require.Len(t, seen, n)
		require.True(t, seen["ete-shirt"])
	})
}

func TestService_offers_of_several_sellers(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := catalog.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		p, offers := create(t, d, mill, shirt())
		ctx := t.Context()
		offer := func(owner seller.ID, in catalog.OfferInput) (o *catalog.Offer, err error) {
			err = d.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
				o, err = catalog.CreateOfferTx(ctx, tx, owner, catalog.OfferCreateInput{VariantID: offers[0].VariantID, Offer: &in})
				return err
			})
			return o, err
		}
		cheap, err := offer(kiln, catalog.OfferInput{SKU: ptr("SH-S"), Price: eur("15")})
		require.NoError(t, err, "a SKU is unique in its seller only")
		_, err = offer(kiln, catalog.OfferInput{Price: eur("14")})
		require.ErrorIs(t, err, catalog.ErrOfferTaken)
		used, err := offer(kiln, catalog.OfferInput{Condition: ptr(catalog.ConditionUsedGood), Price: money.Input{Amount: "900", CurrencyCode: "JPY"}})
		require.NoError(t, err)

		l := find(t, s, catalog.Filter{})[0]
		require.Equal(t, cheap.ID, l.BestOfferID)
		require.Equal(t, kiln, l.SellerID)
		require.Equal(t, 2, l.SellerCount)
		require.Equal(t, 3, l.OfferCount)
		require.Equal(t, money.New(900, "JPY"), find(t, s, catalog.Filter{Currency: ptr(money.Currency("JPY"))})[0].PriceMin())

		suspend(t, d, kiln)
		require.NoError(t, s.RefreshSeller(ctx, catalog.RefreshSeller{SellerID: kiln}))
		l = find(t, s, catalog.Filter{})[0]
		require.Equal(t, mill, l.SellerID)
		require.Equal(t, 1, l.SellerCount)
		require.Empty(t, find(t, s, catalog.Filter{Currency: ptr(money.Currency("JPY"))}))
		forSale, err := catalog.OffersForSale(ctx, d.Read(ctx), "EUR", []catalog.OfferID{cheap.ID, offers[0].ID, used.ID, "off_x"})
		require.NoError(t, err)
		require.Len(t, forSale, 3)
		require.False(t, forSale[cheap.ID].IsForSale, "a suspended seller sells nothing")
		require.False(t, forSale[used.ID].IsForSale, "no price in the currency")
		require.True(t, forSale[offers[0].ID].IsForSale)
		require.Equal(t, "S", forSale[offers[0].ID].VariantTitle)
		require.Equal(t, 200, forSale[offers[0].ID].WeightG)
		require.Equal(t, "https://img.example/1.jpg", forSale[offers[0].ID].ImageURL)
		require.Equal(t, []string{"Summer", "Linen"}, forSale[offers[0].ID].Tags)

		reinstate(t, d, kiln)
		require.NoError(t, s.RefreshSeller(ctx, catalog.RefreshSeller{SellerID: kiln}))
		require.Equal(t, cheap.ID, find(t, s, catalog.Filter{})[0].BestOfferID)

		_, err = s.UpdateOffer(ctx, kiln, catalog.OfferUpdateInput{ID: cheap.ID, Status: ptr(catalog.OfferPaused)})
		require.NoError(t, err)
		require.Equal(t, offers[0].ID, find(t, s, catalog.Filter{})[0].BestOfferID)
		sale, err := catalog.OffersForSale(ctx, d.Read(ctx), "EUR", []catalog.OfferID{offers[0].ID, cheap.ID})
		require.NoError(t, err)
		require.Equal(t, money.New(2000, "EUR"), sale[offers[0].ID].Price())
		require.True(t, sale[offers[0].ID].IsForSale)
		require.False(t, sale[cheap.ID].IsForSale, "it is paused")

		// The draft of another seller cannot be offered.
		in := shirt()
		in.Status = nil
		in.Variants[0].Offer.SKU, in.Variants[1].Offer.SKU = nil, nil
		_, drafts := create(t, d, mill, in)
		err = d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			_, err := catalog.CreateOfferTx(ctx, tx, kiln, catalog.OfferCreateInput{
				VariantID: drafts[0].VariantID, Offer: &catalog.OfferInput{Price: eur("1")},
			})
			return err
		})
		require.ErrorIs(t, err, catalog.ErrVariantNotFound)
		_, err = s.Archive(ctx, mill, p.ID)
		require.NoError(t, err)
		require.Empty(t, find(t, s, catalog.Filter{}))
	})
}

func TestService_listing_never_misses_one_of_two_concurrent_changes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		_, offers := create(t, d, mill, shirt())
		for round := range 10 {
			var wg sync.WaitGroup
			prices := []string{fmt.Sprint(30 + round), fmt.Sprint(50 + round)}
			errs := make([]error, 2)
			for i := range 2 {
				wg.Go(func() {
					_, errs[i] = s.UpdateOffer(t.Context(), mill, catalog.OfferUpdateInput{ID: offers[i].ID, Price: ptr(eur(prices[i]))})
				})
			}
			wg.Wait()
			require.NoError(t, errs[0])
			require.NoError(t, errs[1])
			l := find(t, s, catalog.Filter{})[0]
			require.Equal(t, int64(30+round)*100, l.PriceMinorMin)
			require.Equal(t, int64(50+round)*100, l.PriceMinorMax)
		}
	})
}

func TestService_update(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		p, offers := create(t, d, mill, shirt())
		ctx := t.Context()
		got, err := s.Update(ctx, mill, catalog.UpdateInput{ID: p.ID, Title: ptr("Hiver jumper"), Tags: []string{}})
		require.NoError(t, err)
		require.Equal(t, "ete-shirt", got.Slug, "addresses do not change")
		require.Equal(t, "Fil", got.Brand)
		require.Equal(t, []string{"Hiver jumper"}, titles(find(t, s, catalog.Filter{Query: ptr("jump")})))
		require.Empty(t, find(t, s, catalog.Filter{Query: ptr("shirt ete")}))
		require.Empty(t, find(t, s, catalog.Filter{Tag: ptr("summer")}))

		_, err = s.UpdateOffer(ctx, mill, catalog.OfferUpdateInput{ID: offers[0].ID, SKU: ptr("SH-M")})
		require.ErrorIs(t, err, catalog.ErrSKUTaken)
		_, err = s.UpdateOffer(ctx, mill, catalog.OfferUpdateInput{ID: offers[0].ID, CompareAt: ptr(eur("99"))})
		require.ErrorIs(t, err, catalog.ErrCompareAt)
		o, err := s.UpdateOffer(ctx, mill, catalog.OfferUpdateInput{ID: offers[0].ID, SKU: ptr(""), Price: ptr(money.Input{Amount: "3000", CurrencyCode: "JPY"})})
		require.NoError(t, err)
		require.Nil(t, o.SKU)
		require.Len(t, o.Prices, 2, "a second currency is a second price")
		v, err := s.UpdateVariant(ctx, mill, catalog.VariantUpdateInput{ID: o.VariantID, Barcode: ptr("4006381333931")})
		require.NoError(t, err)
		require.Equal(t, 200, v.WeightG)
	})
}

// What an operator decides about a seller reaches the listings through the
// outbox and a job.
func TestListeners_take_a_suspended_seller_out_of_the_lists(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		handlers := &db.Handlers{}
		db.Handle(handlers, event.NewDeliverer(d, catalog.Listeners()...).Deliver)
		db.Handle(handlers, s.RefreshSeller)
		workers, err := db.NewWorkers(d, handlers, db.WorkerOptions{})
		require.NoError(t, err)
		require.NoError(t, workers.Start(t.Context()))
		t.Cleanup(func() { _ = workers.Stop(context.Background()) })
		create(t, d, mill, shirt())
		shown := func() int {
			c, err := s.Find(t.Context(), catalog.Filter{}, nil, page.Args{})
			require.NoError(t, err)
			return len(c.Nodes)
		}
		require.Equal(t, 1, shown())
		suspend(t, d, mill)
		require.Eventually(t, func() bool { return shown() == 0 }, 20*time.Second, 10*time.Millisecond)
		reinstate(t, d, mill)
		require.Eventually(t, func() bool { return shown() == 1 }, 20*time.Second, 10*time.Millisecond)
	})
}

// A seller has more products than one job has time for: each job does some, and another
// one goes on.
func TestRefreshSeller_goes_on_in_another_job(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		const products = 1_050
		drafts := make([]catalog.Draft, products)
		for i := range drafts {
			drafts[i] = catalog.Draft{Owner: mill, Input: catalog.CreateInput{
				Title: fmt.Sprint("Tea ", i), Status: ptr(catalog.ProductActive),
				Variants: []*catalog.VariantInput{{Offer: &catalog.OfferInput{Price: eur("20.00")}}},
			}}
		}
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := catalog.CreateAllTx(ctx, tx, drafts)
			return err
		}))
		shown := func() (n int) {
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT COUNT(*) FROM listings").Scan(t.Context(), &n))
			return n
		}
		require.Equal(t, products, shown())
		suspend(t, d, mill)
		require.NoError(t, s.RefreshSeller(t.Context(), catalog.RefreshSeller{SellerID: mill}))
		require.Equal(t, products-1_000, shown(), "the first job does so many")
		require.NoError(t, s.RefreshSeller(t.Context(), catalog.RefreshSeller{SellerID: mill}), "by somebody who did not hear of it")

		handlers := &db.Handlers{}
		db.Handle(handlers, event.NewDeliverer(d, catalog.Listeners()...).Deliver)
		db.Handle(handlers, s.RefreshSeller)
		_, err := d.Drain(t.Context(), handlers, d.Clock().Now())
		require.NoError(t, err)
		require.Zero(t, shown())
	})
}
