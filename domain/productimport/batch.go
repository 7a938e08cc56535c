package productimport

import (
	"context"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/seller"
)

// placed is something with the place in the file's product of the variant that it is
// about.
type placed[T any] struct {
	at int
	of T
}

// batch is what a file changes about the variants of a product that exists. It is
// written together: what follows from a change, such as the listing of the product,
// is then done once and not two thousand times.
type batch struct {
	fresh   []placed[*catalog.VariantInput]
	offers  []placed[*catalog.OfferUpdateInput]
	counted []placed[inventory.Count]

	changed       bool
	offersCreated int
	touched       map[int]bool // variants whose offer changes
}

// variantChange is a variant and the seller's offer of it, nil when there is
// none, as they are and as the file wants them.
type variantChange struct {
	variant *catalog.Variant
	offer   *catalog.Offer
	file    *catalog.VariantInput
	// saysFormer is whether the file says a former price, or that there is none.
	saysFormer bool
}

// changeTx writes what differs of a variant, and notes what differs of its offer.
func (b *batch) changeTx(ctx context.Context, tx db.Tx, owner seller.ID, p placed[variantChange]) error {
	c := p.of
	update := catalog.VariantUpdateInput{
		ID: c.variant.ID, Barcode: differing(c.file.Barcode, c.variant.Barcode),
		WeightG: differing(c.file.WeightG, c.variant.WeightG), ImageURL: differing(c.file.ImageURL, c.variant.ImageURL),
	}
	if update.Barcode != nil || update.WeightG != nil || update.ImageURL != nil {
		b.changed = true
		if _, err := catalog.UpdateVariantTx(ctx, tx, owner, update); err != nil {
			return err
		}
	}
	if c.offer == nil {
		b.changed = true
		b.offersCreated++
		_, err := inventory.CreateOfferTx(ctx, tx, owner, catalog.OfferCreateInput{VariantID: c.variant.ID, Offer: c.file.Offer})
		return err
	}
	b.noteOffer(p.at, c)
	return nil
}

// noteOffer notes where the price, the SKU and the shipping differ, and the stock that
// the file says.
func (b *batch) noteOffer(at int, c variantChange) {
	in := c.file.Offer
	update := catalog.OfferUpdateInput{ID: c.offer.ID}
	if in.SKU != nil && (c.offer.SKU == nil || *c.offer.SKU != *in.SKU) {
		update.SKU = in.SKU
	}
	if in.RequiresShipping != nil && *in.RequiresShipping != c.offer.RequiresShipping {
		update.RequiresShipping = in.RequiresShipping
	}
	have, former := c.offer.PriceIn(in.Price.CurrencyCode), in.CompareAt
	if !c.saysFormer {
		former = keptFormer(have, in.Price)
	}
	if !samePrice(have, in.Price, former) {
		update.Price, update.CompareAt = &in.Price, former
	}
	if update.SKU != nil || update.Price != nil || update.RequiresShipping != nil {
		b.offers = append(b.offers, placed[*catalog.OfferUpdateInput]{at, &update})
	}
	if in.Quantity != nil {
		count := inventory.Count{OfferID: c.offer.ID, OnHand: int64(*in.Quantity), Reason: inventory.ReasonImport}
		b.counted = append(b.counted, placed[inventory.Count]{at, count})
	}
}

// writeTx writes what was noted, and adds to what was done before.
func (b *batch) writeTx(ctx context.Context, tx db.Tx, owner seller.ID, id catalog.ProductID, did outcome) (outcome, error) {
	b.touched = map[int]bool{}
	if err := b.addTx(ctx, tx, owner, id); err != nil {
		return did, err
	}
	if err := b.updateTx(ctx, tx, owner); err != nil {
		return did, err
	}
	if err := b.countTx(ctx, tx, owner); err != nil {
		return did, err
	}
	did.variantsCreated += len(b.fresh)
	did.offersCreated += len(b.fresh) + b.offersCreated
	did.offersUpdated += len(b.touched)
	did.changed = did.changed || b.changed || len(b.fresh) > 0 || len(b.touched) > 0
	return did, nil
}

func (b *batch) addTx(ctx context.Context, tx db.Tx, owner seller.ID, id catalog.ProductID) error {
	if len(b.fresh) == 0 {
		return nil
	}
	in := catalog.VariantsCreateInput{ProductID: id}
	for _, p := range b.fresh {
		in.Variants = append(in.Variants, p.of)
	}
	_, err := inventory.AddVariantsTx(ctx, tx, owner, in)
	return replaced(err, func(i int) int { return b.fresh[i].at })
}

func (b *batch) updateTx(ctx context.Context, tx db.Tx, owner seller.ID) error {
	if len(b.offers) == 0 {
		return nil
	}
	changes := make([]*catalog.OfferUpdateInput, len(b.offers))
	for i, p := range b.offers {
		changes[i], b.touched[p.at] = p.of, true
	}
	_, err := catalog.UpdateOffersTx(ctx, tx, owner, changes)
	return replaced(err, func(i int) int { return b.offers[i].at })
}

// countTx writes the stock where it differs.
func (b *batch) countTx(ctx context.Context, tx db.Tx, owner seller.ID) error {
	ids := make([]catalog.OfferID, len(b.counted))
	for i, p := range b.counted {
		ids[i] = p.of.OfferID
	}
	levels, err := inventory.LevelsOf(ctx, tx, ids)
	if err != nil {
		return err
	}
	var counts []inventory.Count
	var places []int
	for _, p := range b.counted {
		if l := levels[p.of.OfferID]; l != nil && l.OnHand == p.of.OnHand {
			continue
		}
		counts, places = append(counts, p.of), append(places, p.at)
		b.touched[p.at] = true
	}
	if len(counts) == 0 {
		return nil
	}
	_, failed, err := inventory.SetAllTx(ctx, tx, owner, counts)
	if err != nil {
		return atVariant(err, places[failed])
	}
	return nil
}

// replaced moves faults of a list of variants or offers, "variants" or "offers" and a
// number, to their places in the file's product.
func replaced(err error, place func(i int) int) error {
	var list fault.List
	for _, f := range fault.As(err) {
		if len(f.Field) > 1 {
			if i, bad := strconv.Atoi(f.Field[1]); bad == nil {
				f = f.At(append([]string{"variants", strconv.Itoa(place(i))}, f.Field[2:]...)...)
			}
		}
		list.Add(f)
	}
	if len(list) == 0 {
		return err
	}
	return list
}
