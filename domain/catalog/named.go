package catalog

import (
	"context"
	"errors"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
)

// entry is what the product is found by, in every status.
func (p *Product) entry() *search.Entry {
	return search.NewEntry(search.KindProduct, id.Any(p.ID), string(p.CreatedBySeller), p.Title)
}

func entriesOf(products []*Product) []*search.Entry {
	entries := make([]*search.Entry, len(products))
	for i, p := range products {
		entries[i] = p.entry()
	}
	return entries
}

// Names lists all products for the index of names.
func Names() search.Source {
	return search.Source{Kind: search.KindProduct, List: func(ctx context.Context, q db.Querier, after id.Any, limit int64) ([]*search.Entry, error) {
		rows, err := selectNames(ctx, q, ProductID(after), limit)
		return entriesOf(rows), wrap("read products", err)
	}}
}

// FindNamed finds products by their title, in every status: those that the actor's
// seller has made, or all for an operator. It returns seller.ErrNotFound to others.
func (s *Service) FindNamed(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]search.Hit, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, err
	}
	return search.Find(ctx, s.db.Read(ctx), search.Query{Kind: search.KindProduct, Owner: string(owner), Text: text, Limit: limit})
}

// FindBySKU lists the offers whose SKU begins with a text, in the order of their
// SKUs, whatever the case of its letters A to Z: those of the actor's seller, or of
// all for an operator. It returns seller.ErrNotFound to others.
func (s *Service) FindBySKU(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*Offer, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, err
	}
	rows, err := selectOffersBySKU(ctx, s.db.Read(ctx), owner, text.Code(), limit)
	return rows, wrap("read offers", err)
}

// namedMax is how many products a text finds in a seller's list.
const namedMax = 1000

// namedOwn finds what a seller's list is narrowed to by a text; nil without one.
func (s *Service) namedOwn(ctx context.Context, owner seller.ID, f OwnFilter) ([]id.Any, error) {
	if f.Search == nil {
		return nil, nil
	}
	text, err := search.Parse(*f.Search)
	if f, ok := errors.AsType[*fault.Fault](err); ok {
		return nil, f.At("filter", "search")
	}
	if err != nil {
		return nil, err
	}
	hits, err := search.Find(ctx, s.db.Read(ctx), search.Query{Kind: search.KindProduct, Owner: string(owner), Text: text, Limit: namedMax})
	if err != nil {
		return nil, wrap("find products", err)
	}
	ids := make([]id.Any, len(hits))
	for i, hit := range hits {
		ids[i] = hit.Subject
	}
	return ids, nil
}
