package catalog

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
)

// CreateTx writes a product with its variants and the seller's own offers, and
// returns the product and, in the order of the variants, its offers; an entry
// is nil where a variant has none. Stock is not written: inventory does that.
func CreateTx(ctx context.Context, tx db.Tx, owner seller.ID, in CreateInput) (*Product, []*Offer, error) {
	if owner == "" {
		return nil, nil, ErrSellerRequired
	}
	if err := in.normalise(); err != nil {
		return nil, nil, err
	}
	if err := checkSKUs(ctx, tx, owner, in.Variants); err != nil {
		return nil, nil, err
	}
	if err := takeImagesTx(ctx, tx, owner, in.Images); err != nil {
		return nil, nil, err
	}
	var rows catalogRows
	made := rows.add(tx, Draft{owner, in})
	if err := rows.write(ctx, tx); err != nil {
		return nil, nil, err
	}
	if err := publishAllTx(ctx, tx, []*Created{made}); err != nil {
		return nil, nil, err
	}
	return made.Product, made.Offers, RefreshListingsTx(ctx, tx, made.Product.ID)
}

func productFault(err error) error {
	switch {
	case err == nil:
		return nil
	case db.Violates(err, "products_created_by_seller_handle_key"):
		return ErrHandleTaken.At("handle")
	}
	return fmt.Errorf("insert product: %w", err)
}

// addOfferTx inserts an offer with its price.
func addOfferTx(ctx context.Context, tx db.Tx, owner seller.ID, v *Variant, in *OfferInput) (*Offer, error) {
	o := newOffer(tx, owner, v, in)
	return o, offerFault(insertOffers(ctx, tx, []*Offer{o}, o.Prices))
}

func offerFault(err error) error {
	switch {
	case err == nil:
		return nil
	case db.Violates(err, "offers_seller_id_sku_key"):
		return ErrSKUTaken.At("sku")
	case db.Violates(err, "offers_seller_id_variant_id_condition_key"):
		return ErrOfferTaken.At("condition")
	}
	return fmt.Errorf("write offer: %w", err)
}

// under moves the path of a fault below the given one.
func under(err error, path ...string) error {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Under(path...)
	}
	return err
}

// UpdateTx changes a product of the owner and returns it as it is now, or
// ErrProductNotFound.
func UpdateTx(ctx context.Context, tx db.Tx, owner seller.ID, in UpdateInput) (*Product, error) {
	if err := in.normalise(); err != nil {
		return nil, err
	}
	p, err := lockOwnProduct(ctx, tx, owner, in.ID)
	if err != nil {
		return nil, err
	}
	named := in.Title != nil && *in.Title != p.Title
	set(&p.Title, in.Title)
	set(&p.Description, in.Description)
	set(&p.Brand, in.Brand)
	set(&p.ProductType, in.ProductType)
	if in.Tags != nil {
		p.Tags = in.Tags
	}
	if in.Images != nil {
		if err := p.replaceImagesTx(ctx, tx, in.Images); err != nil {
			return nil, err
		}
	}
	p.UpdatedAt = tx.Now()
	if err := updateProduct(ctx, tx, p); err != nil {
		return nil, fmt.Errorf("update product: %w", err)
	}
	if named {
		if err := search.PutTx(ctx, tx, p.entry()); err != nil {
			return nil, err
		}
	}
	return p, RefreshListingsTx(ctx, tx, p.ID)
}

func set[T any](field *T, value *T) {
	if value != nil {
		*field = *value
	}
}

// SetStatusTx publishes, archives or takes back a product of the owner and
// tells the others when it was published or archived. Offers of others that are
// published by it, and that their plan does not allow, are PAUSED. Setting the
// status it has changes nothing.
func SetStatusTx(ctx context.Context, tx db.Tx, owner seller.ID, productID ProductID, to ProductStatus) (*Product, error) {
	p, err := lockOwnProduct(ctx, tx, owner, productID)
	if err != nil || p.Status == to {
		return p, err
	}
	p.Status, p.UpdatedAt = to, tx.Now()
	var news event.Event
	switch to {
	case ProductActive:
		if p.PublishedAt == nil {
			p.PublishedAt = ptr(tx.Now())
		}
		news = Published{ProductID: p.ID, SellerID: owner}
	case ProductArchived:
		news = Archived{ProductID: p.ID, SellerID: owner}
	case ProductDraft:
	}
	if err := updateProduct(ctx, tx, p); err != nil {
		return nil, fmt.Errorf("update product: %w", err)
	}
	if news != nil {
		if err := event.Emit(ctx, tx, news); err != nil {
			return nil, err
		}
	}
	if to == ProductActive {
		if err := listAllTx(ctx, tx, p); err != nil {
			return nil, err
		}
	}
	return p, RefreshListingsTx(ctx, tx, p.ID)
}

// AddVariantTx adds a variant to a product of the owner, with their offer of
// it when the input has one.
func AddVariantTx(ctx context.Context, tx db.Tx, owner seller.ID, in VariantCreateInput) (*Variant, *Offer, error) {
	if in.Variant == nil {
		return nil, nil, fault.ErrTextRequired.At("variant")
	}
	variants, offers, err := AddVariantsTx(ctx, tx, owner, VariantsCreateInput{ProductID: in.ProductID, Variants: []*VariantInput{in.Variant}})
	if err != nil {
		return nil, nil, ofOnly(err, "variants", "variant")
	}
	return variants[0], offers[0], nil
}

// AddVariantsTx adds variants to a product of the owner, all or, with the fault of
// one, none. It returns them and, beside each, its offer, or nil.
func AddVariantsTx(ctx context.Context, tx db.Tx, owner seller.ID, in VariantsCreateInput) ([]*Variant, []*Offer, error) {
	p, err := lockOwnProduct(ctx, tx, owner, in.ProductID)
	if err != nil {
		return nil, nil, err
	}
	if err := checkVariants(in.Variants, len(p.OptionNames)); err != nil {
		return nil, nil, err
	}
	count, err := countVariants(ctx, tx, p.ID)
	if err != nil {
		return nil, nil, fmt.Errorf("count variants: %w", err)
	}
	if count+len(in.Variants) > VariantsMax {
		return nil, nil, ErrTooMany.At("variants")
	}
	if err := checkSKUs(ctx, tx, owner, in.Variants); err != nil {
		return nil, nil, err
	}
	if err := checkOptionsFree(ctx, tx, p.ID, in.Variants); err != nil {
		return nil, nil, err
	}
	var rows catalogRows
	offers := rows.addVariants(tx, p, count, in.Variants)
	if err := rows.write(ctx, tx); err != nil {
		return nil, nil, err
	}
	if p.Status == ProductActive {
		if err := listTx(ctx, tx, owner, offers...); err != nil {
			return nil, nil, err
		}
	}
	return rows.variants, offers, RefreshListingsTx(ctx, tx, p.ID)
}

// UpdateVariantTx changes a variant of a product of the owner.
func UpdateVariantTx(ctx context.Context, tx db.Tx, owner seller.ID, in VariantUpdateInput) (*Variant, error) {
	if err := in.normalise(); err != nil {
		return nil, err
	}
	v, err := lockOwnVariant(ctx, tx, owner, in.ID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrVariantNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock variant: %w", err)
	}
	set(&v.Barcode, in.Barcode)
	set(&v.WeightG, in.WeightG)
	before := v.ImageURL
	set(&v.ImageURL, in.ImageURL)
	if err := showInsteadTx(ctx, tx, string(v.ID), []string{before}, []string{v.ImageURL}); err != nil {
		return nil, err
	}
	v.UpdatedAt = tx.Now()
	return v, updateVariant(ctx, tx, v)
}

// CreateOfferTx offers an existing variant: one of the owner's own products,
// or of any product that is ACTIVE. It returns ErrVariantNotFound for others.
func CreateOfferTx(ctx context.Context, tx db.Tx, owner seller.ID, in OfferCreateInput) (*Offer, error) {
	if owner == "" {
		return nil, ErrSellerRequired
	}
	var l fault.List
	if in.Offer == nil {
		return nil, fault.ErrTextRequired.At("offer")
	}
	in.Offer.normalise(&l, "offer")
	if err := l.Err(); err != nil {
		return nil, err
	}
	v, p, err := selectVariantToOffer(ctx, tx, owner, in.VariantID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrVariantNotFound.At("variantId")
	}
	if err != nil {
		return nil, fmt.Errorf("load variant: %w", err)
	}
	if p.Status == ProductArchived {
		return nil, ErrProductArchived.At("variantId")
	}
	o, err := addOfferTx(ctx, tx, owner, v, in.Offer)
	if err != nil {
		return nil, under(err, "offer")
	}
	if err := relistTx(ctx, tx, owner, []*Offer{o}, []ProductID{o.ProductID}); err != nil {
		return nil, err
	}
	return o, RefreshListingsTx(ctx, tx, o.ProductID)
}

// UpdateOfferTx changes an offer of the owner and returns it as it is now, or
// ErrOfferNotFound, or ErrOfferVersion.
func UpdateOfferTx(ctx context.Context, tx db.Tx, owner seller.ID, in OfferUpdateInput) (*Offer, error) {
	offers, err := UpdateOffersTx(ctx, tx, owner, []*OfferUpdateInput{&in})
	if err != nil {
		return nil, ofOnly(err, "offers")
	}
	return offers[0], nil
}

// UpdateOffersTx changes offers of the owner, all or, with the fault of one, none,
// and returns them in the order of the input as they are now. No two changes may be
// of one offer: ErrValue. One that names the version it was made for finds that version:
// ErrOfferVersion.
func UpdateOffersTx(ctx context.Context, tx db.Tx, owner seller.ID, changes []*OfferUpdateInput) ([]*Offer, error) {
	offers, err := lockOwnOffers(ctx, tx, owner, changes)
	if err != nil {
		return nil, err
	}
	products := make([]ProductID, len(offers))
	var relisted, alike []*Offer
	var prices []*Price
	for i, in := range changes { // as many as offers
		o := offers[i]
		wasActive, sku := o.Status == OfferActive, o.SKU
		o.change(in, tx)
		if in.SKU == nil || sku != nil && *sku == *in.SKU {
			alike = append(alike, o)
		} else if err := offerFault(updateOffer(ctx, tx, o)); err != nil { // one by one: a SKU may be taken, and is given up before
			return nil, under(err, "offers", strconv.Itoa(i))
		}
		if in.Price != nil {
			price := in.price
			price.OfferID = o.ID
			prices = append(prices, &price)
		}
		if products[i] = o.ProductID; !wasActive && o.Status == OfferActive {
			relisted = append(relisted, o)
		}
	}
	if err := updateOffers(ctx, tx, alike); err != nil {
		return nil, fmt.Errorf("write offers: %w", err)
	}
	if err := upsertPrices(ctx, tx, prices, products); err != nil {
		return nil, fmt.Errorf("write prices: %w", err)
	}
	if err := relistTx(ctx, tx, owner, relisted, products); err != nil {
		return nil, err
	}
	if _, err := withPrices(ctx, tx, offers); err != nil {
		return nil, fmt.Errorf("read prices: %w", err)
	}
	return offers, RefreshListingsTx(ctx, tx, products...)
}

// change makes a locked offer what a change says of it, but for its price.
func (o *Offer) change(in *OfferUpdateInput, tx db.Tx) {
	if in.SKU != nil {
		o.SKU = optional(*in.SKU)
	}
	set(&o.LeadTimeDays, in.LeadTimeDays)
	set(&o.TaxCode, in.TaxCode)
	set(&o.RequiresShipping, in.RequiresShipping)
	set(&o.Status, in.Status)
	if in.QuantityMax != nil {
		o.QuantityMax = int64(*in.QuantityMax)
	}
	o.Version, o.UpdatedAt = o.Version+1, tx.Now()
}

// SetInStockTx notes which offers have a unit available. Inventory calls it
// when an offer runs out or comes back; listings follow.
func SetInStockTx(ctx context.Context, tx db.Tx, inStock bool, ids ...OfferID) error {
	products, err := updateInStock(ctx, tx, inStock, ids)
	if err != nil {
		return fmt.Errorf("mark offers in stock: %w", err)
	}
	return RefreshListingsTx(ctx, tx, products...)
}

func lockOwnProduct(ctx context.Context, tx db.Tx, owner seller.ID, productID ProductID) (*Product, error) {
	if owner == "" {
		return nil, ErrSellerRequired
	}
	p, err := lockProduct(ctx, tx, owner, productID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrProductNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("lock product: %w", err)
	}
	return p, nil
}

// lockOwnOffers checks changes and locks their offers in the order of ids, so that
// two units never wait for each other. It returns ErrOfferVersion for each that is
// another by now than the caller saw.
func lockOwnOffers(ctx context.Context, tx db.Tx, owner seller.ID, changes []*OfferUpdateInput) ([]*Offer, error) {
	if owner == "" {
		return nil, ErrSellerRequired
	}
	ids, err := checkChanges(changes)
	if err != nil {
		return nil, err
	}
	locked, err := lockOffers(ctx, tx, owner, ids)
	if err != nil {
		return nil, fmt.Errorf("lock offers: %w", err)
	}
	byID := keyed(locked, func(o *Offer) OfferID { return o.ID })
	var stale fault.List
	offers := make([]*Offer, len(ids))
	for i, id := range ids {
		if offers[i] = byID[id]; offers[i] == nil {
			return nil, ErrOfferNotFound.At("offers", strconv.Itoa(i), "id")
		}
		seen := changes[i].Version
		stale.Check(seen == nil || *seen == offers[i].Version, ErrOfferVersion.At("offers", strconv.Itoa(i), "version"))
	}
	return offers, stale.Err()
}
