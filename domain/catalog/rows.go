package catalog

import (
	"context"
	"fmt"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/seller"
)

// UpdateOffers changes up to RowsMax offers of the actor's seller, all or none. A fault
// says at "offers" and a number which of them it is about. What was sent before with the
// same key is answered with the offers as they are now.
func (s *Service) UpdateOffers(ctx context.Context, by actor.Actor, in OffersUpdateInput) ([]*Offer, error) {
	if err := CheckRows(len(in.Offers), "offers"); err != nil {
		return nil, err
	}
	if in.IdempotencyKey != nil {
		if err := idempotency.Check(*in.IdempotencyKey); err != nil {
			return nil, err
		}
	}
	ids, err := checkChanges(in.Offers)
	if err != nil {
		return nil, err
	}
	return written(ctx, s.db, func(ctx context.Context, tx db.Tx) ([]*Offer, error) {
		return updateOffersOnceTx(ctx, tx, by, in, ids)
	})
}

// updateOffersOnceTx makes checked changes, unless their key has named them before.
func updateOffersOnceTx(ctx context.Context, tx db.Tx, by actor.Actor, in OffersUpdateInput, ids []OfferID) ([]*Offer, error) {
	owner := seller.ID(by.SellerID)
	if in.IdempotencyKey != nil {
		// Whoever works for two sellers has one account: the key is good for one of them.
		first, err := idempotency.ClaimTx(ctx, tx, idempotency.Command{
			AccountID: by.AccountID, Operation: "offersUpdate", Key: *in.IdempotencyKey, Input: []any{owner, in.Offers}, Outcome: "updated",
		})
		if err != nil {
			return nil, err
		}
		if first != "" {
			return offersNow(ctx, tx, owner, ids)
		}
	}
	return UpdateOffersTx(ctx, tx, owner, in.Offers)
}

// offersNow reads offers of the owner, in the order of ids.
func offersNow(ctx context.Context, q db.Querier, owner seller.ID, ids []OfferID) ([]*Offer, error) {
	list, err := selectOffers(ctx, q, Viewer{Seller: owner}, ids)
	if err != nil {
		return nil, fmt.Errorf("read offers: %w", err)
	}
	byID := keyed(list, func(o *Offer) OfferID { return o.ID })
	offers := make([]*Offer, len(ids))
	for i, id := range ids {
		offers[i] = byID[id]
	}
	return offers, nil
}

// checkChanges normalises changes and returns whose they are, or all that is wrong.
func checkChanges(changes []*OfferUpdateInput) ([]OfferID, error) {
	var l fault.List
	ids, seen := make([]OfferID, len(changes)), map[OfferID]bool{}
	for i, in := range changes {
		at := strconv.Itoa(i)
		if in == nil {
			l.Add(fault.ErrTextRequired.At("offers", at))
			continue
		}
		l.Check(!seen[in.ID], ErrValue.At("offers", at, "id"))
		seen[in.ID], ids[i] = true, in.ID
		addUnder(&l, in.normalise(), "offers", at)
	}
	return ids, l.Err()
}

// checkVariants normalises the variants of a product, or says all that is wrong.
func checkVariants(variants []*VariantInput, options int) error {
	var l fault.List
	keys := map[string]bool{}
	for i, v := range variants {
		at := strconv.Itoa(i)
		if v == nil {
			l.Add(fault.ErrTextRequired.At("variants", at))
			continue
		}
		v.normalise(&l, options, "variants", at)
		key := OptionsKey(v.OptionValues)
		l.Check(!keys[key], ErrVariantTaken.At("variants", at, "optionValues"))
		keys[key] = true
	}
	return l.Err()
}

// checkOptionsFree finds option values that variants of the product have already.
// The product is locked: nobody adds others meanwhile.
func checkOptionsFree(ctx context.Context, tx db.Tx, id ProductID, variants []*VariantInput) error {
	keys := make([]string, len(variants))
	for i, v := range variants {
		keys[i] = OptionsKey(v.OptionValues)
	}
	taken, err := selectOptionsTaken(ctx, tx, id, keys)
	if err != nil {
		return fmt.Errorf("look up variants: %w", err)
	}
	var l fault.List
	for i, key := range keys {
		l.Check(!taken[key], ErrVariantTaken.At("variants", strconv.Itoa(i), "optionValues"))
	}
	return l.Err()
}

// checkSKUs finds SKUs that are given twice, or that the owner uses already. Should
// another unit take one between look-up and insert, the insert is refused.
func checkSKUs(ctx context.Context, tx db.Tx, owner seller.ID, variants []*VariantInput) error {
	var skus []string
	for _, v := range variants {
		if v.Offer != nil && v.Offer.SKU != nil {
			skus = append(skus, *v.Offer.SKU)
		}
	}
	taken, err := selectSKUsTaken(ctx, tx, owner, skus)
	if err != nil {
		return fmt.Errorf("look up SKUs: %w", err)
	}
	var l fault.List
	for i, v := range variants {
		if v.Offer == nil || v.Offer.SKU == nil {
			continue
		}
		l.Check(!taken[*v.Offer.SKU], ErrSKUTaken.At("variants", strconv.Itoa(i), "offer", "sku"))
		taken[*v.Offer.SKU] = true
	}
	return l.Err()
}

// addUnder adds the faults of an error below a path.
func addUnder(l *fault.List, err error, path ...string) {
	for _, f := range fault.As(err) {
		l.Add(f.Under(path...))
	}
}

// ofOnly is the error about the only row of a list, as an error about that row: the
// first two steps of each path, the list and 0, make room for others. What does not
// exist is known by its id without a path.
func ofOnly(err error, list string, instead ...string) error {
	if faults := fault.As(err); len(faults) > 0 {
		var l fault.List
		for _, f := range faults {
			switch {
			case f.Kind == fault.NotFound:
				f = f.At()
			case len(f.Field) > 1 && f.Field[0] == list:
				f = f.At(append(append([]string{}, instead...), f.Field[2:]...)...)
			case len(f.Field) == 1 && f.Field[0] == list:
				f = f.At(instead...)
			}
			l.Add(f)
		}
		return l
	}
	return err
}
