package inventory_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/inventory"
)

// by are corrections of offers by as many units each.
func by(offers []catalog.OfferID, deltas ...int) inventory.AdjustAllInput {
	var in inventory.AdjustAllInput
	for i, delta := range deltas {
		in.Corrections = append(in.Corrections, &inventory.AdjustInput{OfferID: offers[i], Delta: delta})
	}
	return in
}

func TestService_AdjustAll_tells_all_that_cannot_be_made(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, p, offers := stocked(t, d, 3, 3, 3, 3)
		kiln := newSeller(t, d, "Kiln")
		s, ctx := inventory.New(d), t.Context()
		require.NoError(t, reserve(ctx, d, "ord_1", inventory.Line{OfferID: offers[2], Quantity: 2}))

		_, err := s.AdjustAll(ctx, acting(mill), by(offers, -4, 5, -2, 1_000_000))
		var told []string
		for _, f := range fault.As(err) {
			told = append(told, fmt.Sprint(f.Code, f.Field))
		}
		require.Equal(t, []string{
			"STOCK_RESERVED[corrections 0 delta]", "STOCK_RESERVED[corrections 2 delta]", "QUANTITY_INVALID[corrections 3 delta]",
		}, told)
		for i, held := range []int64{0, 0, 2, 0} {
			requireLevel(t, d, offers[i], 3, held)
		}
		_, err = s.AdjustAll(ctx, acting(kiln), by(offers, 1))
		require.ErrorIs(t, err, catalog.ErrOfferNotFound)
		for _, n := range []int{0, 101} {
			_, err = s.AdjustAll(ctx, acting(mill), inventory.AdjustAllInput{Corrections: make([]*inventory.AdjustInput, n)})
			require.NotEmpty(t, fault.As(err), n)
		}

		levels, err := s.AdjustAll(ctx, acting(mill), by(offers, -3, 5, -1, -3))
		require.NoError(t, err)
		for i, left := range []int64{0, 8, 2, 0} {
			require.Equal(t, offers[i], levels[i].OfferID)
			require.Equal(t, left, levels[i].OnHand)
		}
		requireInStock(t, d, p, true)
		requireSound(t, d)
	})
}

func TestService_Adjust_with_a_key_happens_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, _, offers := stocked(t, d, 3)
		s, ctx, key := inventory.New(d), t.Context(), "a key"
		send := func(delta int) error {
			level, err := s.Adjust(ctx, acting(mill), inventory.AdjustInput{OfferID: offers[0], Delta: delta, IdempotencyKey: &key})
			if err == nil {
				require.Equal(t, offers[0], level.OfferID)
			}
			return err
		}
		errs := make([]error, 5)
		var group sync.WaitGroup
		for n := range errs {
			group.Go(func() { errs[n] = send(2) })
		}
		group.Wait()
		require.NoError(t, errors.Join(errs...))
		requireLevel(t, d, offers[0], 5, 0)
		require.ErrorIs(t, send(3), idempotency.ErrReused)

		key = "another key"
		require.ErrorIs(t, send(-6), inventory.ErrReserved)
		require.NoError(t, send(1), "what was refused has used up no key")
		in := by(offers, 1)
		in.Corrections[0].IdempotencyKey = &key
		_, err := s.AdjustAll(ctx, acting(mill), in)
		require.ErrorIs(t, err, idempotency.ErrKey, "the key of several is beside them")
		require.Equal(t, []string{"corrections", "0", "idempotencyKey"}, fault.As(err)[0].Field)
		key = ""
		require.ErrorIs(t, send(1), idempotency.ErrKey)
		requireLevel(t, d, offers[0], 6, 0)
		requireSound(t, d)
	})
}

func TestService_AdjustAll_with_a_key_happens_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, _, offers := stocked(t, d, 3, 3)
		kiln := newSeller(t, d, "Kiln")
		s, ctx, key := inventory.New(d), t.Context(), "a key"
		send := func(deltas ...int) error {
			in := by(offers, deltas...)
			in.IdempotencyKey = &key
			levels, err := s.AdjustAll(ctx, acting(mill), in)
			if err == nil {
				require.Equal(t, offers[0], levels[0].OfferID)
			}
			return err
		}
		errs := make([]error, 5)
		var group sync.WaitGroup
		for n := range errs {
			group.Go(func() { errs[n] = send(2, -1) })
		}
		group.Wait()
		require.NoError(t, errors.Join(errs...))
		requireLevel(t, d, offers[0], 5, 0)
		requireLevel(t, d, offers[1], 2, 0)
		require.ErrorIs(t, send(2, -2), idempotency.ErrReused)

		// Somebody who works for two sellers has named a command of one of them.
		both, in := acting(mill), by(offers, 2, -1)
		both.SellerID, in.IdempotencyKey = string(kiln), &key
		_, err := s.AdjustAll(ctx, both, in)
		require.ErrorIs(t, err, idempotency.ErrReused)

		// What was refused has used up no key; and without one, each is another.
		key = "another key"
		require.ErrorIs(t, send(1, -3), inventory.ErrReserved)
		require.NoError(t, send(1))
		for range 2 {
			_, err = s.AdjustAll(ctx, acting(mill), by(offers, 1))
			require.NoError(t, err)
		}
		requireLevel(t, d, offers[0], 8, 0)
		key = "\n"
		require.ErrorIs(t, send(1), idempotency.ErrKey)
		requireSound(t, d)
	})
}
