package catalog

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// Viewer says what of the catalogue a reader sees: everybody what is for sale,
// a seller's member all of their seller's as well, an operator everything.
type Viewer struct {
	Seller seller.ID
	All    bool
}

// ViewerOf is what an actor sees.
func ViewerOf(a actor.Actor) Viewer {
	return Viewer{Seller: seller.ID(a.SellerID), All: a.IsOperator() || a.Role == actor.System}
}

// Get returns a product that the viewer sees, or ErrProductNotFound.
func (s *Service) Get(ctx context.Context, viewer Viewer, id ProductID) (*Product, error) {
	found, err := s.ByIDs(ctx, viewer, []ProductID{id})
	if err != nil {
		return nil, err
	}
	if found[id] == nil {
		return nil, ErrProductNotFound
	}
	return found[id], nil
}

// BySlug returns a product that the viewer sees, or ErrProductNotFound.
func (s *Service) BySlug(ctx context.Context, viewer Viewer, slug string) (*Product, error) {
	p, err := selectProductBySlug(ctx, s.db.Read(ctx), viewer, slug)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrProductNotFound
	}
	return p, wrap("read product", err)
}

// ByIDs returns the products that the viewer sees; others are left out.
func (s *Service) ByIDs(ctx context.Context, viewer Viewer, ids []ProductID) (map[ProductID]*Product, error) {
	list, err := selectProducts(ctx, s.db.Read(ctx), viewer, ids)
	return keyed(list, func(p *Product) ProductID { return p.ID }), wrap("read products", err)
}

// VariantsByIDs returns the variants of products that the viewer sees.
func (s *Service) VariantsByIDs(ctx context.Context, viewer Viewer, ids []VariantID) (map[VariantID]*Variant, error) {
	list, err := selectVariants(ctx, s.db.Read(ctx), viewer, ids)
	return keyed(list, func(v *Variant) VariantID { return v.ID }), wrap("read variants", err)
}

// OffersByIDs returns the offers that the viewer sees.
func (s *Service) OffersByIDs(ctx context.Context, viewer Viewer, ids []OfferID) (map[OfferID]*Offer, error) {
	list, err := selectOffers(ctx, s.db.Read(ctx), viewer, ids)
	return keyed(list, func(o *Offer) OfferID { return o.ID }), wrap("read offers", err)
}

// VariantsOf returns the first VariantsShown variants of products, in the order of
// display. The caller has seen to it that the viewer sees the products.
func (s *Service) VariantsOf(ctx context.Context, ids []ProductID) (map[ProductID][]*Variant, error) {
	list, err := selectVariantsOf(ctx, s.db.Read(ctx), ids, VariantsShown)
	return grouped(list, func(v *Variant) ProductID { return v.ProductID }), wrap("read variants", err)
}

// OffersOf returns the offers of variants that the viewer sees, oldest first.
func (s *Service) OffersOf(ctx context.Context, viewer Viewer, ids []VariantID) (map[VariantID][]*Offer, error) {
	list, err := selectOffersOfVariants(ctx, s.db.Read(ctx), viewer, ids)
	return grouped(list, func(o *Offer) VariantID { return o.VariantID }), wrap("read offers", err)
}

// ListingsByIDs returns the main listing of products that buyers see.
func (s *Service) ListingsByIDs(ctx context.Context, ids []ProductID) (map[ProductID]*Listing, error) {
	list, err := selectMainListings(ctx, s.db.Read(ctx), ids)
	return keyed(list, func(l *Listing) ProductID { return l.ProductID }), wrap("read listings", err)
}

// OwnFilter narrows a seller's list of products.
type OwnFilter struct {
	SellerID *seller.ID // whose; an operator who leaves it out sees those of all
	Status   *ProductStatus
	Search   *string // words of the title; at most a thousand products are found by it
}

// FindOwn pages through the products that a seller created, in every status,
// newest first.
//
// An operator sees those of the seller asked for, or of all. It returns
// seller.ErrNotFound to others, and to a member who asks for another seller, and
// the faults of the text that is searched.
func (s *Service) FindOwn(ctx context.Context, by actor.Actor, f OwnFilter, w page.Window) (*page.Connection[Product], error) {
	owner, err := seller.Scope(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	named, err := s.namedOwn(ctx, owner, f)
	if err != nil {
		return nil, err
	}
	want := ownProducts{f.Status, named}
	rows, err := selectProductsOf(ctx, s.db.Read(ctx), owner, want, w)
	if err != nil {
		return nil, wrap("read products", err)
	}
	list := page.Connect(w, rows, func(p *Product) any { return idKey{string(p.ID)} })
	return list.Counted(func(ctx context.Context, atMost int64) (int64, error) {
		return countProductsOf(ctx, s.db.Read(ctx), owner, want, atMost)
	}), nil
}

// OwnOfferFilter narrows a seller's list of offers.
type OwnOfferFilter struct {
	SellerID *seller.ID // whose; an operator who leaves it out sees those of all
	Status   *OfferStatus
	SKU      *string // exactly
}

// FindOwnOffers pages through the offers of a seller, newest first.
// The scope is that of FindOwn.
func (s *Service) FindOwnOffers(ctx context.Context, by actor.Actor, f OwnOfferFilter, w page.Window) (*page.Connection[Offer], error) {
	owner, err := seller.Scope(by, f.SellerID)
	if err != nil {
		return nil, err
	}
	rows, err := selectOffersOf(ctx, s.db.Read(ctx), owner, f, w)
	if err != nil {
		return nil, wrap("read offers", err)
	}
	return page.Connect(w, rows, func(o *Offer) any { return idKey{string(o.ID)} }), nil
}

// ByHandle returns the owner's product with their own key, or
// ErrProductNotFound.
func ByHandle(ctx context.Context, q db.Querier, owner seller.ID, handle string) (*Product, error) {
	p, err := selectProductByHandle(ctx, q, owner, handle)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrProductNotFound
	}
	return p, wrap("read product", err)
}

// OwnVariants returns the variants of a product with the owner's offers of
// them, by variant.
func OwnVariants(ctx context.Context, q db.Querier, owner seller.ID, id ProductID) ([]*Variant, map[VariantID][]*Offer, error) {
	variants, err := selectVariantsOf(ctx, q, []ProductID{id}, VariantsMax)
	if err != nil {
		return nil, nil, wrap("read variants", err)
	}
	offers, err := selectOwnOffers(ctx, q, owner, id)
	return variants, grouped(offers, func(o *Offer) VariantID { return o.VariantID }), wrap("read offers", err)
}

// OffersForSale returns what a cart or checkout needs to know of offers, as it
// is now, with the price in one currency. An offer that does not exist is left
// out; one that may not be bought at present is there with IsForSale false.
func OffersForSale(ctx context.Context, q db.Querier, c money.Currency, ids []OfferID) (map[OfferID]*ForSale, error) {
	if len(ids) == 0 {
		return map[OfferID]*ForSale{}, nil
	}
	list, err := selectForSale(ctx, q, c, ids)
	return keyed(list, func(f *ForSale) OfferID { return f.OfferID }), wrap("read offers for sale", err)
}

// Owner returns whose an offer is, or ErrOfferNotFound.
func Owner(ctx context.Context, q db.Querier, id OfferID) (seller.ID, error) {
	owner, err := selectOfferOwner(ctx, q, id)
	if errors.Is(err, db.ErrNotFound) {
		return "", ErrOfferNotFound
	}
	return owner, wrap("read offer", err)
}

// Own returns which of the offers are the owner's.
func Own(ctx context.Context, q db.Querier, owner seller.ID, ids []OfferID) (map[OfferID]bool, error) {
	own := make(map[OfferID]bool, len(ids))
	if len(ids) == 0 {
		return own, nil
	}
	found, err := selectOwnOfferIDs(ctx, q, owner, ids)
	for _, id := range found {
		own[id] = true
	}
	return own, wrap("read offers", err)
}

func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}

func keyed[K comparable, V any](list []*V, key func(*V) K) map[K]*V {
	m := make(map[K]*V, len(list))
	for _, v := range list {
		m[key(v)] = v
	}
	return m
}

func grouped[K comparable, V any](list []*V, key func(*V) K) map[K][]*V {
	m := make(map[K][]*V)
	for _, v := range list {
		m[key(v)] = append(m[key(v)], v)
	}
	return m
}
