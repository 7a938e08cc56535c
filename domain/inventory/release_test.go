package inventory_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func restock(ctx context.Context, d *db.DB, ref string, lines ...inventory.Line) error {
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return inventory.RestockTx(ctx, tx, ref, lines) })
}

func eachOf(offers []catalog.OfferID, quantity int64) (lines []inventory.Line) {
	for _, o := range offers {
		lines = append(lines, inventory.Line{OfferID: o, Quantity: quantity})
	}
	return lines
}

func TestReleaseTx_and_RestockTx_take_no_statement_for_each_line(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ctx := t.Context()
		_, p, offers := stocked(t, d, 3, 3, 3, 3, 3, 3, 3, 3)
		count := func(n int) (released, restocked int) {
			ref := fmt.Sprint("ord_", n)
			require.NoError(t, reserve(ctx, d, ref, eachOf(offers[:n], 3)...))
			released = dbtest.CountQueries(d, func() { require.NoError(t, release(ctx, d, ref)) })
			restocked = dbtest.CountQueries(d, func() { require.NoError(t, restock(ctx, d, ref, eachOf(offers[:n], 1)...)) })
			for _, id := range offers[:n] {
				_, err := inventory.New(d).Adjust(ctx, acting(ownerOf(t, d, id)), inventory.AdjustInput{OfferID: id, Delta: -1})
				require.NoError(t, err)
			}
			return released, restocked
		}
		fewReleased, fewRestocked := count(2)
		manyReleased, manyRestocked := count(8)
		require.Equal(t, fewReleased, manyReleased)
		require.Equal(t, fewRestocked, manyRestocked)
		for _, id := range offers {
			requireLevel(t, d, id, 3, 0)
		}
		requireInStock(t, d, p, true)
		requireSound(t, d)
	})
}

func ownerOf(t *testing.T, d *db.DB, id catalog.OfferID) (owner seller.ID) {
	t.Helper()
	levels, err := inventory.LevelsOf(t.Context(), d.Read(t.Context()), []catalog.OfferID{id})
	require.NoError(t, err)
	return levels[id].SellerID
}

// Each line of a return has a movement of its own, which says what was on hand after it.
func TestRestockTx_lines_of_one_offer_follow_one_another(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		ctx := t.Context()
		mill, p, offers := stocked(t, d, 0, 5)
		requireInStock(t, d, p, true)
		require.ErrorIs(t, restock(ctx, d, "ord_1", eachOf(offers, 0)...), inventory.ErrQuantity)
		require.Error(t, restock(ctx, d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: 1}, inventory.Line{OfferID: "off_none", Quantity: 1}))
		requireLevel(t, d, offers[0], 0, 0)

		require.NoError(t, restock(ctx, d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: 2}, inventory.Line{OfferID: offers[1], Quantity: 1}, inventory.Line{OfferID: offers[0], Quantity: 3}))
		requireLevel(t, d, offers[0], 5, 0)
		requireLevel(t, d, offers[1], 6, 0)
		moves, err := inventory.New(d).FindMovements(ctx, mill, offers[0], page.First(10))
		require.NoError(t, err)
		require.Equal(t, [2]int64{3, 5}, [2]int64{moves.Nodes[0].Delta, moves.Nodes[0].OnHandAfter})
		require.Equal(t, [2]int64{2, 2}, [2]int64{moves.Nodes[1].Delta, moves.Nodes[1].OnHandAfter})
		requireSound(t, d)
	})
}

// Orders end, and goods come back, in any order of lines at the same time: nothing waits
// for ever and nothing is lost.
func TestReleaseTx_and_RestockTx_in_any_order_under_concurrency(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, _, offers := stocked(t, d, 30, 30, 30)
		for i := range 20 {
			require.NoError(t, reserve(t.Context(), d, fmt.Sprint("ord_", i), eachOf(offers, 1)...))
		}
		var wg sync.WaitGroup
		for i := range 40 {
			ref, lines := fmt.Sprint("ord_", i/2), eachOf(offers, 1)
			rand.Shuffle(len(lines), func(a, b int) { lines[a], lines[b] = lines[b], lines[a] })
			wg.Go(func() {
				if err := release(t.Context(), d, ref); err != nil { // twice each
					t.Error(err)
				}
			})
			wg.Go(func() {
				if err := restock(t.Context(), d, ref, lines...); err != nil {
					t.Error(err)
				}
			})
		}
		wg.Wait()
		for _, id := range offers {
			requireLevel(t, d, id, 30+40, 0)
		}
		requireSound(t, d)
	})
}
