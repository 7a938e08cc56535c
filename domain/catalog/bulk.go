package catalog

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
)

// Draft is a product that a seller is going to list.
type Draft struct {
	Owner seller.ID
	Input CreateInput
}

// Created is a product that was listed just now.
type Created struct {
	Product *Product
	// Offers are the seller's own, in the order of the variants of the input; nil
	// where a variant has none.
	Offers []*Offer
}

// CreateAllTx is CreateTx for many products of any sellers, which it writes with a
// few statements, and so a few hundred at a time. All of them are written or, with
// the fault of one, none. Stock is not written: inventory does that.
func CreateAllTx(ctx context.Context, tx db.Tx, drafts []Draft) ([]*Created, error) {
	all := make([]*Created, len(drafts))
	var rows catalogRows
	for i, d := range drafts {
		if d.Owner == "" {
			return nil, ErrSellerRequired
		}
		if err := d.Input.normalise(); err != nil {
			return nil, fmt.Errorf("product %d, %q: %w", i+1, d.Input.Title, err)
		}
		if err := takeImagesTx(ctx, tx, d.Owner, d.Input.Images); err != nil {
			return nil, err
		}
		all[i] = rows.add(tx, d)
	}
	if err := rows.write(ctx, tx); err != nil {
		return nil, err
	}
	if err := publishAllTx(ctx, tx, all); err != nil {
		return nil, err
	}
	ids := make([]ProductID, len(all))
	for i, c := range all {
		ids[i] = c.Product.ID
	}
	return all, RefreshListingsTx(ctx, tx, ids...)
}

// catalogRows are rows that are written together.
type catalogRows struct {
	products []*Product
	variants []*Variant
	offers   []*Offer
	prices   []*Price
}

// add makes the rows of a product whose input is normalised.
func (r *catalogRows) add(tx db.Tx, d Draft) *Created {
	p := newProduct(tx, d.Owner, d.Input)
	r.products = append(r.products, p)
	return &Created{Product: p, Offers: r.addVariants(tx, p, 0, d.Input.Variants)}
}

// addVariants makes the rows of variants that follow so many others, and returns the
// offers of them by their owner; nil where there is none.
func (r *catalogRows) addVariants(tx db.Tx, p *Product, before int, variants []*VariantInput) []*Offer {
	offers := make([]*Offer, len(variants))
	for i, in := range variants {
		v := newVariant(tx, p.ID, before+i+1, in)
		r.variants = append(r.variants, v)
		if in.Offer == nil {
			continue
		}
		offers[i] = newOffer(tx, p.CreatedBySeller, v, in.Offer)
		r.offers, r.prices = append(r.offers, offers[i]), append(r.prices, offers[i].Prices...)
	}
	return offers
}

func (r *catalogRows) write(ctx context.Context, tx db.Tx) error {
	if err := insertProductsWithSlugs(ctx, tx, r.products); err != nil {
		return err
	}
	if err := insertVariants(ctx, tx, r.variants); err != nil {
		return fmt.Errorf("insert variants: %w", err)
	}
	if err := file.ShowTx(ctx, tx, r.shown()); err != nil {
		return err
	}
	return offerFault(insertOffers(ctx, tx, r.offers, r.prices))
}

// insertProductsWithSlugs gives each product a slug of its own: the folded title
// or, when that is taken, the same with the end of the product's id. Should another
// unit take one of them between look-up and insert, all get the long one.
func insertProductsWithSlugs(ctx context.Context, tx db.Tx, products []*Product) error {
	slugs := make([]string, len(products))
	for i, p := range products {
		slugs[i] = p.baseSlug()
	}
	taken, err := selectSlugsTaken(ctx, tx, slugs)
	if err != nil {
		return fmt.Errorf("look up slugs: %w", err)
	}
	for i, p := range products {
		p.Slug = slugs[i]
		if taken[p.Slug] {
			p.Slug = p.longSlug(slugs[i])
		}
		taken[slugs[i]] = true
	}
	// In a savepoint: PostgreSQL would refuse everything after a slug that another
	// unit has taken.
	err = insertProductsInSavepoint(ctx, tx, products)
	if db.Violates(err, "products_slug_key") {
		for i, p := range products {
			p.Slug = p.longSlug(slugs[i])
		}
		err = insertProducts(ctx, tx, products)
	}
	if err != nil {
		return productFault(err)
	}
	return search.PutTx(ctx, tx, entriesOf(products)...)
}

// publishAllTx does what publishing has in its wake, for products that are ACTIVE.
func publishAllTx(ctx context.Context, tx db.Tx, all []*Created) error {
	var news []event.Event
	var owners []seller.ID // in the order in which they come
	offers := map[seller.ID][]*Offer{}
	for _, c := range all {
		owner := c.Product.CreatedBySeller
		if c.Product.Status != ProductActive {
			continue
		}
		news = append(news, Published{ProductID: c.Product.ID, SellerID: owner})
		if _, known := offers[owner]; !known {
			owners = append(owners, owner)
		}
		offers[owner] = append(offers[owner], c.Offers...)
	}
	if err := event.EmitAll(ctx, tx, news...); err != nil {
		return err
	}
	for _, owner := range owners {
		if err := listTx(ctx, tx, owner, offers[owner]...); err != nil {
			return err
		}
	}
	return nil
}

// newProduct is a product as its seller describes it, without a slug.
func newProduct(tx db.Tx, owner seller.ID, in CreateInput) *Product {
	p := &Product{
		ID: NewProductID(), CreatedBySeller: owner, Handle: in.Handle, Title: in.Title, Description: *in.Description,
		Brand: *in.Brand, ProductType: *in.ProductType, Tags: in.Tags, Images: imagesOf(in.Images),
		OptionNames: in.OptionNames, Status: *in.Status, CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
	}
	if p.Status == ProductActive {
		p.PublishedAt = ptr(tx.Now())
	}
	return p
}

func newVariant(tx db.Tx, of ProductID, position int, in *VariantInput) *Variant {
	v := &Variant{
		ID: NewVariantID(), ProductID: of, Position: position, OptionValues: in.OptionValues,
		OptionsKey: OptionsKey(in.OptionValues), Barcode: *in.Barcode, WeightG: *in.WeightG, ImageURL: *in.ImageURL,
		CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
	}
	if v.OptionValues == nil {
		v.OptionValues = []string{}
	}
	return v
}

// newOffer is an offer with its price. It is in stock when the input brings some,
// which inventory writes in the same unit.
func newOffer(tx db.Tx, owner seller.ID, v *Variant, in *OfferInput) *Offer {
	o := &Offer{
		ID: NewOfferID(), ProductID: v.ProductID, VariantID: v.ID, SellerID: owner, Condition: *in.Condition, SKU: in.SKU,
		Status: *in.Status, LeadTimeDays: *in.LeadTimeDays, QuantityMax: int64(*in.QuantityMax), TaxCode: *in.TaxCode,
		RequiresShipping: *in.RequiresShipping, InStock: *in.Quantity > 0, Version: 1,
		CreatedAt: tx.Now(), UpdatedAt: tx.Now(),
	}
	price := in.price
	price.OfferID = o.ID
	o.Prices = []*Price{&price}
	return o
}

// baseSlug is the slug that a product has when it is nobody else's.
func (p *Product) baseSlug() string {
	if p.Handle != nil {
		return slugOf(*p.Handle)
	}
	return slugOf(p.Title)
}

// longSlug is a slug with the end of the product's id, which is nobody else's.
func (p *Product) longSlug(base string) string { return base + "-" + string(p.ID[len(p.ID)-8:]) }
