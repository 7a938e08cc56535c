package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

func (r *Resolver) findOrders(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*model.SearchHit, error) {
	if !by.IsOperator() {
		return nil, nil // members find the parts of their seller
	}
	orderID := order.ID(namedBy(text, "ord"))
	if name := namedBy(text, "pay", "pi", "ch", "py"); name != "" {
		var err error
		if orderID, err = r.Domain.Payment.OrderNamed(ctx, name); err != nil {
			return nil, err
		}
	}
	if orderID != "" {
		o, err := r.Domain.Order.Get(ctx, by, orderID)
		if err != nil {
			return nil, err
		}
		return one(orderHit(ctx, o, search.MatchExact))
	}
	found, err := r.Domain.Order.FindNamed(ctx, by, text, limit)
	if err != nil {
		return nil, err
	}
	hits := make([]*model.SearchHit, len(found))
	err = together(len(found), func(i int) (err error) {
		match := search.MatchExact // an address is looked for whole
		if text.Number() != "" {
			match = search.MatchOf(text.Number(), found[i].Number)
		}
		hits[i], err = orderHit(ctx, found[i], match)
		return err
	})
	return hits, err
}

func orderHit(ctx context.Context, o *order.Order, match search.Match) (*model.SearchHit, error) {
	email, _, err := shownOrder(ctx, o)
	total := o.Total()
	return &model.SearchHit{
		ID: id.Any(o.ID), Kind: search.ThingOrder, Match: match, Title: o.Number, Subtitle: some(email), Status: some(o.Status),
		Amount: &total, CreatedAt: o.PlacedAt,
	}, err
}

func (r *Resolver) findSellerOrders(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*model.SearchHit, error) {
	if partID := namedBy(text, "sor"); partID != "" {
		p, err := r.Domain.Order.GetSellerOrder(ctx, by, order.SellerOrderID(partID))
		if err != nil {
			return nil, err
		}
		return one(partHit(ctx, by, p, search.MatchExact))
	}
	found, err := r.Domain.Order.FindNamedParts(ctx, by, text, limit)
	if err != nil {
		return nil, err
	}
	var hits []*model.SearchHit
	for _, p := range found {
		match := search.MatchOf(text.Number(), p.Number)
		if by.IsOperator() && match != search.MatchExact {
			continue // the order is found, and has its parts
		}
		hit, err := partHit(ctx, by, p, match)
		if err != nil {
			return nil, err
		}
		hits = append(hits, hit)
	}
	return hits, nil
}

func partHit(ctx context.Context, by actor.Actor, p *order.SellerOrder, match search.Match) (*model.SearchHit, error) {
	total := p.Total()
	hit := &model.SearchHit{
		ID: id.Any(p.ID), Kind: search.ThingSellerOrder, Match: match, Title: p.Number, Status: some(p.Status), Amount: &total,
		CreatedAt: p.PlacedAt,
	}
	if by.IsOperator() {
		hit.ParentID = parent(p.OrderID) // members do not see the order
	}
	return owned(ctx, hit, p.SellerID)
}

func (r *Resolver) findSellers(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*model.SearchHit, error) {
	sellerID := seller.ID(namedBy(text, "sel"))
	if name := namedBy(text, "acct"); name != "" && authz.Can(by, authz.PayoutAccountRead) {
		account, err := r.Domain.Payout.AccountNamed(ctx, by, name)
		if err != nil {
			return nil, err
		}
		sellerID = account.SellerID
	}
	found, err := []search.Hit{{Subject: id.Any(sellerID), Match: search.MatchExact}}, error(nil)
	if sellerID == "" {
		if found, err = r.Domain.Seller.FindNamed(ctx, text, limit); err != nil {
			return nil, err
		}
	}
	return loaded(found, func(k seller.ID) (*model.SearchHit, error) {
		s, err := loader.From(ctx).Sellers.Load(ctx, k)
		if err != nil {
			return nil, err
		}
		return &model.SearchHit{
			ID: id.Any(s.ID), Kind: search.ThingSeller, Title: s.Name, Subtitle: some(s.Slug), Status: some(s.Status), CreatedAt: s.CreatedAt,
		}, nil
	})
}

func (r *Resolver) findProducts(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*model.SearchHit, error) {
	found, err := []search.Hit{{Subject: id.Any(namedBy(text, "prd")), Match: search.MatchExact}}, error(nil)
	if found[0].Subject == "" {
		if found, err = r.Domain.Catalog.FindNamed(ctx, by, text, limit); err != nil {
			return nil, err
		}
	}
	return loaded(found, func(k catalog.ProductID) (*model.SearchHit, error) {
		p, err := loader.From(ctx).Products.Load(ctx, k)
		if err != nil || by.IsSeller() && string(p.CreatedBySeller) != by.SellerID {
			return nil, err // members find what they have made, not what others sell
		}
		return owned(ctx, &model.SearchHit{
			ID: id.Any(p.ID), Kind: search.ThingProduct, Title: p.Title, Subtitle: some(p.Brand), Status: some(p.Status), CreatedAt: p.CreatedAt,
		}, p.CreatedBySeller)
	})
}

func (r *Resolver) findOffers(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*model.SearchHit, error) {
	var offers []*catalog.Offer
	if offerID := namedBy(text, "off"); offerID != "" {
		o, err := loader.From(ctx).Offers.Load(ctx, catalog.OfferID(offerID))
		if err != nil || by.IsSeller() && string(o.SellerID) != by.SellerID {
			return nil, err
		}
		offers = append(offers, o)
	} else {
		var err error
		if offers, err = r.Domain.Catalog.FindBySKU(ctx, by, text, limit); err != nil {
			return nil, err
		}
	}
	hits := make([]*model.SearchHit, len(offers))
	err := together(len(offers), func(i int) (err error) {
		hits[i], err = offerHit(ctx, offers[i], text)
		return err
	})
	return hits, err
}

func offerHit(ctx context.Context, o *catalog.Offer, text search.Text) (*model.SearchHit, error) {
	p, err := loader.From(ctx).Products.Load(ctx, o.ProductID)
	if err != nil {
		return nil, err
	}
	hit := &model.SearchHit{
		ID: id.Any(o.ID), Kind: search.ThingOffer, Match: search.MatchExact, Title: p.Title, Status: some(o.Status),
		ParentID: parent(o.ProductID), CreatedAt: o.CreatedAt,
	}
	if o.SKU != nil {
		hit.Title, hit.Subtitle = *o.SKU, &p.Title
		if text.Named() != string(o.ID) {
			hit.Match = search.MatchOf(text.Code(), search.Code(*o.SKU))
		}
	}
	return owned(ctx, hit, o.SellerID)
}

func (r *Resolver) findAccounts(ctx context.Context, _ actor.Actor, text search.Text, limit int64) ([]*model.SearchHit, error) {
	found, err := []search.Hit{{Subject: id.Any(namedBy(text, "acc")), Match: search.MatchExact}}, error(nil)
	if found[0].Subject == "" {
		if found, err = r.Domain.Identity.FindNamed(ctx, text, limit); err != nil {
			return nil, err
		}
	}
	byName := text.Email() == "" && text.Named() == ""
	return loaded(found, func(k identity.AccountID) (*model.SearchHit, error) {
		a, err := loader.From(ctx).Accounts.Load(ctx, k)
		if err != nil {
			return nil, err
		}
		acts, err := isColleague(ctx, a)
		if err != nil || byName && !acts {
			return nil, err // who acts for nobody any more is masked, and not found by what is masked
		}
		return accountHit(ctx, a)
	})
}

// isColleague reports whether somebody acts for a seller or the platform.
func isColleague(ctx context.Context, a *identity.Account) (bool, error) {
	if a.OperatorRole != nil {
		return true, nil
	}
	memberships, err := loader.From(ctx).Memberships.Load(ctx, a.ID)
	return len(memberships) > 0, err
}

func accountHit(ctx context.Context, a *identity.Account) (*model.SearchHit, error) {
	seen, err := shownAccount(ctx, a)
	hit := &model.SearchHit{ID: id.Any(a.ID), Kind: search.ThingAccount, Title: seen.Name, Subtitle: seen.Email, CreatedAt: a.CreatedAt}
	switch {
	case hit.Title == "" && seen.Email != nil:
		hit.Title, hit.Subtitle = *seen.Email, nil
	case hit.Title == "":
		hit.Title = string(a.ID)
	}
	return hit, err
}
