package catalog_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
)

// seen are changes of prices, each for the version of its offer that was seen.
func seen(offers []*catalog.Offer, amount string) catalog.OffersUpdateInput {
	var in catalog.OffersUpdateInput
	for _, o := range offers {
		price, version := eur(amount), o.Version
		in.Offers = append(in.Offers, &catalog.OfferUpdateInput{ID: o.ID, Version: &version, Price: &price})
	}
	return in
}

func TestService_UpdateOffers_refuses_what_has_changed_since_it_was_seen(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		_, offers := create(t, d, mill, wide(2, 2))
		for _, o := range offers {
			require.Equal(t, 1, o.Version)
		}
		stale := seen(offers, "6.00")
		for _, i := range []int{1, 3} {
			changed, err := s.UpdateOffer(t.Context(), mill, *seen(offers, "5.00").Offers[i])
			require.NoError(t, err)
			require.Equal(t, 2, changed.Version)
		}
		_, err := s.UpdateOffers(t.Context(), acting(mill), stale)
		require.ErrorIs(t, err, catalog.ErrOfferVersion)
		var places []string
		for _, f := range fault.As(err) {
			places = append(places, fmt.Sprint(f.Field))
		}
		require.Equal(t, []string{"[offers 1 version]", "[offers 3 version]"}, places, "all that have changed are told at once")
		require.Equal(t, int64(500), find(t, s, catalog.Filter{})[0].PriceMin().Minor, "nothing was done")

		_, err = s.UpdateOffer(t.Context(), mill, *stale.Offers[1])
		require.ErrorIs(t, err, catalog.ErrOfferVersion)
		require.Equal(t, []string{"version"}, fault.As(err)[0].Field)

		others := catalog.OffersUpdateInput{Offers: []*catalog.OfferUpdateInput{stale.Offers[0], stale.Offers[2]}}
		changed, err := s.UpdateOffers(t.Context(), acting(mill), others)
		require.NoError(t, err)
		require.Equal(t, []int{2, 2}, []int{changed[0].Version, changed[1].Version})
		stale.Offers[1].Version, stale.Offers[3].Version = nil, nil
		rest := catalog.OffersUpdateInput{Offers: []*catalog.OfferUpdateInput{stale.Offers[1], stale.Offers[3]}}
		_, err = s.UpdateOffers(t.Context(), acting(mill), rest)
		require.NoError(t, err, "whoever names no version has the last word")
	})
}

// A unit going in or out is nothing that a seller has changed: a price that was looked at is as it was.
func TestService_UpdateOffers_stock_makes_no_version(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		_, offers := create(t, d, mill, wide(1, 2))
		for _, inStock := range []bool{false, true} {
			mark(t, d, inStock, offers[0].ID)
		}
		_, err := s.UpdateOffers(t.Context(), acting(mill), seen(offers, "6.00"))
		require.NoError(t, err)
	})
}

func TestService_UpdateOffers_of_one_version_one_wins(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill := catalog.New(d), newSeller(t, d, "Mill")
		_, offers := create(t, d, mill, wide(2, 3))
		errs := make([]error, 6)
		var group sync.WaitGroup
		for n := range errs {
			group.Go(func() {
				in := seen(offers, fmt.Sprintf("%d.00", n+2))
				if n%2 == 1 {
					slices.Reverse(in.Offers)
				}
				_, errs[n] = s.UpdateOffers(t.Context(), acting(mill), in)
			})
		}
		group.Wait()
		won := 0
		for n, err := range errs {
			if err == nil {
				won++
				require.Equal(t, int64(n+2)*100, find(t, s, catalog.Filter{})[0].PriceMax().Minor)
				continue
			}
			require.ErrorIs(t, err, catalog.ErrOfferVersion)
			require.Len(t, fault.As(err), len(offers))
		}
		require.Equal(t, 1, won)
	})
}

func TestService_UpdateOffers_with_a_key_happens_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, mill, kiln := catalog.New(d), newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		_, offers := create(t, d, mill, wide(2, 2))
		key := "a key"
		send := func() ([]*catalog.Offer, error) {
			in := seen(offers, "6.00")
			in.IdempotencyKey = &key
			return s.UpdateOffers(t.Context(), acting(mill), in)
		}
		answers, errs := make([][]*catalog.Offer, 5), make([]error, 5)
		var group sync.WaitGroup
		for n := range answers {
			group.Go(func() { answers[n], errs[n] = send() })
		}
		group.Wait()
		require.NoError(t, errors.Join(errs...), "the version is that of before, and each has made it")
		for _, answer := range answers {
			for i, o := range answer {
				require.Equal(t, offers[i].ID, o.ID)
				require.Equal(t, 2, o.Version)
				require.Equal(t, int64(600), o.Prices[0].PriceMinor)
			}
		}
		in := seen(offers, "7.00")
		in.IdempotencyKey = &key
		_, err := s.UpdateOffers(t.Context(), acting(mill), in)
		require.ErrorIs(t, err, idempotency.ErrReused)

		// Somebody who works for two sellers has named a command of one of them.
		both := acting(mill)
		both.SellerID = string(kiln)
		in = seen(offers, "6.00")
		in.IdempotencyKey = &key
		_, err = s.UpdateOffers(t.Context(), both, in)
		require.ErrorIs(t, err, idempotency.ErrReused)

		// What was refused has used up no key.
		key = "another key"
		_, err = send()
		require.ErrorIs(t, err, catalog.ErrOfferVersion)
		in = seen(answers[0], "8.00")
		in.IdempotencyKey = &key
		_, err = s.UpdateOffers(t.Context(), acting(mill), in)
		require.NoError(t, err)
		key = ""
		_, err = send()
		require.ErrorIs(t, err, idempotency.ErrKey)
	})
}
