package inventory_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

func reserve(ctx context.Context, d *db.DB, ref string, lines ...inventory.Line) error {
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return inventory.ReserveTx(ctx, tx, ref, lines) })
}

func commit(ctx context.Context, d *db.DB, ref string) error {
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return inventory.CommitTx(ctx, tx, ref) })
}

func release(ctx context.Context, d *db.DB, ref string) error {
	return d.Write(ctx, func(ctx context.Context, tx db.Tx) error { return inventory.ReleaseTx(ctx, tx, ref) })
}

func requireLevel(t *testing.T, d *db.DB, id catalog.OfferID, onHand, reserved int64) {
	t.Helper()
	levels, err := inventory.LevelsOf(t.Context(), d.Read(t.Context()), []catalog.OfferID{id})
	require.NoError(t, err)
	require.Equal(t, [2]int64{onHand, reserved}, [2]int64{levels[id].OnHand, levels[id].Reserved})
}

func requireSound(t *testing.T, d *db.DB) {
	t.Helper()
	broken, err := inventory.Verify(t.Context(), d.Read(t.Context()))
	require.NoError(t, err)
	require.Empty(t, broken)
}

func requireInStock(t *testing.T, d *db.DB, id catalog.ProductID, want bool) {
	t.Helper()
	listings, err := catalog.New(d).ListingsByIDs(t.Context(), []catalog.ProductID{id})
	require.NoError(t, err)
	require.Equal(t, want, listings[id].InStock)
}

func TestReserveTx_sells_the_last_unit_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, p, offers := stocked(t, d, 1)
		var sold, refused atomic.Int64
		var wg sync.WaitGroup
		for i := range 100 {
			wg.Go(func() {
				ref := fmt.Sprint("ord_", i)
				switch err := reserve(t.Context(), d, ref, inventory.Line{OfferID: offers[0], Quantity: 1}); {
				case err == nil:
					sold.Add(1)
				case errors.Is(err, inventory.ErrOutOfStock):
					refused.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		require.Equal(t, int64(1), sold.Load())
		require.Equal(t, int64(99), refused.Load())
		requireLevel(t, d, offers[0], 1, 1)
		requireInStock(t, d, p, false)
		requireSound(t, d)
	})
}

// Lines in every order, releases and commits at the same time: nothing waits
// for ever and nothing is lost.
func TestReserveTx_in_any_order_under_concurrency(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, _, offers := stocked(t, d, 30, 30, 30)
		var wg sync.WaitGroup
		var committed atomic.Int64
		for i := range 40 {
			wg.Go(func() {
				ref := fmt.Sprint("ord_", i)
				lines := []inventory.Line{{OfferID: offers[0], Quantity: 1}, {OfferID: offers[1], Quantity: 1}, {OfferID: offers[2], Quantity: 1}}
				rand.Shuffle(len(lines), func(a, b int) { lines[a], lines[b] = lines[b], lines[a] })
				if err := reserve(t.Context(), d, ref, lines...); err != nil {
					if !errors.Is(err, inventory.ErrOutOfStock) {
						t.Error(err)
					}
					return
				}
				end := release
				if i%2 == 0 {
					end = commit
					committed.Add(1)
				}
				var twice sync.WaitGroup
				for range 2 {
					twice.Go(func() {
						if err := end(t.Context(), d, ref); err != nil {
							t.Error(err)
						}
					})
				}
				twice.Wait()
			})
		}
		wg.Wait()
		for _, id := range offers {
			requireLevel(t, d, id, 30-committed.Load(), 0)
		}
		requireSound(t, d)
	})
}

func TestReserveTx_all_or_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, p, offers := stocked(t, d, 5, 2)
		ctx := t.Context()
		err := reserve(ctx, d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: 5}, inventory.Line{OfferID: offers[1], Quantity: 3})
		require.ErrorIs(t, err, inventory.ErrOutOfStock)
		require.Equal(t, []string{"lines", "1"}, fault.As(err)[0].Field)
		requireLevel(t, d, offers[0], 5, 0)
		requireInStock(t, d, p, true)

		err = reserve(ctx, d, "ord_1", inventory.Line{OfferID: offers[1], Quantity: 1}, inventory.Line{OfferID: offers[1], Quantity: 2})
		require.ErrorIs(t, err, inventory.ErrOutOfStock, "two lines of one offer count together")
		for _, bad := range []int64{0, -1, 1 << 40} {
			err := reserve(ctx, d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: bad})
			require.ErrorIs(t, err, inventory.ErrQuantity)
		}
		require.ErrorIs(t, reserve(ctx, d, "ord_1", inventory.Line{OfferID: "off_none", Quantity: 1}), inventory.ErrOutOfStock)

		require.NoError(t, reserve(ctx, d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: 2}))
		require.ErrorIs(t, reserve(ctx, d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: 1}), inventory.ErrReservationTaken)
		requireLevel(t, d, offers[0], 5, 2)
		requireSound(t, d)
	})
}

func TestCommitTx_and_ReleaseTx_happen_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, p, offers := stocked(t, d, 3)
		ctx := t.Context()
		require.NoError(t, reserve(ctx, d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: 2}))
		for range 3 {
			require.NoError(t, commit(ctx, d, "ord_1"))
			requireLevel(t, d, offers[0], 1, 0)
		}
		require.NoError(t, release(ctx, d, "ord_1"))
		requireLevel(t, d, offers[0], 1, 0)

		require.NoError(t, reserve(ctx, d, "ord_2", inventory.Line{OfferID: offers[0], Quantity: 1}))
		requireInStock(t, d, p, false)
		for range 3 {
			require.NoError(t, release(ctx, d, "ord_2"))
			requireLevel(t, d, offers[0], 1, 0)
		}
		requireInStock(t, d, p, true)
		require.ErrorIs(t, commit(ctx, d, "ord_3"), inventory.ErrReservationNotFound)
		require.NoError(t, release(ctx, d, "ord_3"))

		// Payment came after the hold had ended: taken anew while there are units.
		require.NoError(t, commit(ctx, d, "ord_2"))
		requireLevel(t, d, offers[0], 0, 0)
		requireInStock(t, d, p, false)
		_, err := inventory.New(d).Adjust(ctx, acting(mill), inventory.AdjustInput{OfferID: offers[0], Delta: 1})
		require.NoError(t, err)
		require.NoError(t, reserve(ctx, d, "ord_4", inventory.Line{OfferID: offers[0], Quantity: 1}))
		require.NoError(t, release(ctx, d, "ord_4"))
		require.NoError(t, reserve(ctx, d, "ord_5", inventory.Line{OfferID: offers[0], Quantity: 1}))
		require.ErrorIs(t, commit(ctx, d, "ord_4"), inventory.ErrOutOfStock)
		requireLevel(t, d, offers[0], 1, 1)

		require.NoError(t, d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			return inventory.RestockTx(ctx, tx, "ord_1", []inventory.Line{{OfferID: offers[0], Quantity: 2}})
		}))
		requireLevel(t, d, offers[0], 3, 1)
		requireInStock(t, d, p, true)
		requireSound(t, d)

		moves, err := inventory.New(d).FindMovements(ctx, mill, offers[0], page.First(10))
		require.NoError(t, err)
		require.Equal(t, inventory.ReasonReturn, moves.Nodes[0].Reason)
		require.Equal(t, int64(2), moves.Nodes[0].Delta)
		require.Len(t, moves.Nodes, 5)
	})
}

func TestService_Set_and_Adjust(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, p, offers := stocked(t, d, 3)
		kiln := newSeller(t, d, "Kiln")
		s, ctx, id := inventory.New(d), t.Context(), offers[0]
		for _, thief := range []seller.ID{kiln, "", "sel_none"} {
			_, err := s.Set(ctx, thief, inventory.SetInput{OfferID: id, Quantity: 99})
			require.ErrorIs(t, err, catalog.ErrOfferNotFound)
			_, err = s.Adjust(ctx, acting(thief), inventory.AdjustInput{OfferID: id, Delta: -1})
			require.ErrorIs(t, err, catalog.ErrOfferNotFound)
			moves, err := s.FindMovements(ctx, thief, id, page.First(10))
			require.NoError(t, err)
			require.Empty(t, moves.Nodes)
		}
		require.NoError(t, reserve(ctx, d, "ord_1", inventory.Line{OfferID: id, Quantity: 2}))
		_, err := s.Set(ctx, mill, inventory.SetInput{OfferID: id, Quantity: 1})
		require.ErrorIs(t, err, inventory.ErrReserved)
		_, err = s.Adjust(ctx, acting(mill), inventory.AdjustInput{OfferID: id, Delta: -2})
		require.ErrorIs(t, err, inventory.ErrReserved)
		require.Equal(t, []string{"delta"}, fault.As(err)[0].Field)
		for _, bad := range []int{-1, 1_000_001} {
			_, err = s.Set(ctx, mill, inventory.SetInput{OfferID: id, Quantity: bad})
			require.ErrorIs(t, err, inventory.ErrQuantity)
		}
		for _, bad := range []int{0, 2_000_000, 999_998} {
			_, err = s.Adjust(ctx, acting(mill), inventory.AdjustInput{OfferID: id, Delta: bad})
			require.ErrorIs(t, err, inventory.ErrQuantity)
		}
		note := "a\x00"
		_, err = s.Set(ctx, mill, inventory.SetInput{OfferID: id, Quantity: 9, Note: &note})
		require.ErrorIs(t, err, fault.ErrTextEncoding)
		requireLevel(t, d, id, 3, 2)

		level, err := s.Set(ctx, mill, inventory.SetInput{OfferID: id, Quantity: 2})
		require.NoError(t, err)
		require.Zero(t, level.Available())
		requireInStock(t, d, p, false)
		_, err = s.Adjust(ctx, acting(mill), inventory.AdjustInput{OfferID: id, Delta: 5})
		require.NoError(t, err)
		requireLevel(t, d, id, 7, 2)
		requireInStock(t, d, p, true)
		requireSound(t, d)
	})
}

func TestVerify_finds_what_is_broken(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, _, offers := stocked(t, d, 5, 5)
		require.NoError(t, reserve(t.Context(), d, "ord_1", inventory.Line{OfferID: offers[0], Quantity: 2}))
		requireSound(t, d)
		for _, damage := range []string{
			"UPDATE stock_levels SET on_hand = on_hand + 1 WHERE offer_id = ?",
			"UPDATE stock_levels SET on_hand = on_hand - 1, reserved = reserved - 1 WHERE offer_id = ?",
			"UPDATE stock_reservations SET status = 'RELEASED' WHERE offer_id = ?",
		} {
			require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(damage, offers[0]).Exec(ctx)
				return err
			}))
			broken, err := inventory.Verify(t.Context(), d.Read(t.Context()))
			require.NoError(t, err)
			require.Len(t, broken, 1, damage)
		}
		err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE stock_levels SET reserved = on_hand + 1 WHERE offer_id = ?", offers[1]).Exec(ctx)
			return err
		})
		require.True(t, db.Violates(err, "stock_levels_reserved_check"), "%v", err)
	})
}

func TestService_CreateProduct_brings_its_stock_or_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, p, offers := stocked(t, d, 4, 0)
		requireLevel(t, d, offers[0], 4, 0)
		requireLevel(t, d, offers[1], 0, 0)
		requireInStock(t, d, p, true)
		requireSound(t, d)

		s := inventory.New(d)
		in := bowl(1, 2)
		sku := "TAKEN"
		in.Variants[0].Offer.SKU, in.Variants[1].Offer.SKU = &sku, &sku
		_, err := s.CreateProduct(t.Context(), mill, in)
		require.ErrorIs(t, err, catalog.ErrSKUTaken)
		own, err := catalog.New(d).FindOwn(t.Context(), actor.Actor{SellerID: string(mill)}, catalog.OwnFilter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, own.Nodes, 1)

		quantity := 7
		v, err := s.AddVariant(t.Context(), mill, catalog.VariantCreateInput{ProductID: p, Variant: &catalog.VariantInput{
			OptionValues: []string{"third"}, Offer: &catalog.OfferInput{Price: eur("9"), Quantity: &quantity},
		}})
		require.NoError(t, err)
		kiln := newSeller(t, d, "Kiln")
		o, err := s.CreateOffer(t.Context(), kiln, catalog.OfferCreateInput{VariantID: v.ID, Offer: &catalog.OfferInput{Price: eur("8"), Quantity: &quantity}})
		require.NoError(t, err)
		require.True(t, o.InStock)
		requireLevel(t, d, o.ID, 7, 0)
		requireSound(t, d)
	})
}

// Many products are listed as one by one: with offers, stock, tags, a slug of their own
// and an event each.
func TestCreateProductsTx_lists_what_CreateProduct_lists(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		owners := []seller.ID{newSeller(t, d, "Mill"), newSeller(t, d, "Loom")}
		one := bowl(3, 0)
		one.Tags = []string{"Blue", "Clay"}
		alone, err := inventory.New(d).CreateProduct(t.Context(), owners[0], one)
		require.NoError(t, err)
		var drafts []catalog.Draft
		for i := range 7 {
			in := bowl(3, 0)
			in.Tags = []string{"Blue", "Clay"}
			drafts = append(drafts, catalog.Draft{Owner: owners[i%2], Input: in})
		}
		drafts[6].Input.Status = nil // a draft
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return inventory.CreateProductsTx(ctx, tx, drafts)
		}))
		requireSound(t, d)
		count := func(query string) (n int) {
			require.NoError(t, d.Read(t.Context()).NewRaw(query).Scan(t.Context(), &n))
			return n
		}
		require.Equal(t, 8, count("SELECT count(DISTINCT slug) FROM products"))
		require.Equal(t, 1, count("SELECT count(*) FROM products WHERE slug = 'bowl'"), "the first has it")
		require.Equal(t, 16, count("SELECT count(*) FROM offer_prices"))
		require.Equal(t, 8, count("SELECT count(*) FROM offers WHERE in_stock"))
		require.Equal(t, 24, count("SELECT sum(on_hand) FROM stock_levels"))
		require.Equal(t, 8, count("SELECT count(*) FROM stock_movements"))
		require.Equal(t, 14, count("SELECT count(*) FROM listing_tags"))
		require.Equal(t, 7, count("SELECT count(*) FROM outbox WHERE name = 'product.published'"))
		require.Equal(t, 7, count("SELECT count(*) FROM listings WHERE in_stock AND offer_count = 2 AND price_minor_min = 1000"))
		found, err := catalog.New(d).ListingsByIDs(t.Context(), []catalog.ProductID{alone.ID})
		require.NoError(t, err)
		want := *found[alone.ID]
		var listed []*catalog.Listing
		require.NoError(t, d.Read(t.Context()).NewSelect().Model(&listed).Where("product_id <> ?", alone.ID).Scan(t.Context()))
		for _, l := range listed {
			require.Equal(t, [4]any{want.TagsKey, want.SearchText, want.Title, want.OfferCount}, [4]any{l.TagsKey, l.SearchText, l.Title, l.OfferCount})
		}
	})
}

func TestCreateProductsTx_writes_all_or_none(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		owner := newSeller(t, d, "Mill")
		sku := "M-1"
		good, taken, bad := bowl(1), bowl(1), bowl(1)
		good.Variants[0].Offer.SKU, taken.Variants[0].Offer.SKU = &sku, &sku
		bad.Title = " "
		for _, drafts := range [][]catalog.Draft{
			{{Owner: owner, Input: bowl(1)}, {Owner: owner, Input: bad}},
			{{Owner: owner, Input: bowl(1)}, {Owner: "", Input: bowl(1)}},
			{{Owner: owner, Input: good}, {Owner: owner, Input: taken}},
		} {
			require.Error(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				return inventory.CreateProductsTx(ctx, tx, drafts)
			}))
		}
		for _, table := range []string{"products", "offers", "stock_levels", "listings"} {
			var n int
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(*) FROM "+table).Scan(t.Context(), &n))
			require.Zero(t, n, table)
		}
	})
}

// Units that list many products of the same name at once keep slugs apart.
func TestCreateProductsTx_slugs_stay_unique_under_concurrency(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		owner := newSeller(t, d, "Mill")
		var wg sync.WaitGroup
		var failed atomic.Int32
		for range 6 {
			wg.Go(func() {
				drafts := []catalog.Draft{{Owner: owner, Input: bowl(1)}, {Owner: owner, Input: bowl(2)}}
				if d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return inventory.CreateProductsTx(ctx, tx, drafts) }) != nil {
					failed.Add(1)
				}
			})
		}
		wg.Wait()
		require.Zero(t, failed.Load())
		var n int
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT count(DISTINCT slug) FROM products").Scan(t.Context(), &n))
		require.Equal(t, 12, n)
		requireSound(t, d)
	})
}
