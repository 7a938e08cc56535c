package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

const (
	searchFirst    = 5
	searchFirstMax = 20
)

// ErrSearchSize is returned for more of a kind than a search answers, or none.
var ErrSearchSize = fault.New(fault.Invalid, "SEARCH_SIZE", "Ask for 1 to 20 of each kind.")

// finder finds things of one kind as the actor may see them, at most limit.
type finder func(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*model.SearchHit, error)

// searched is a kind, with the permission that its own list needs.
type searched struct {
	kind  search.Thing
	needs authz.Permission
	find  finder
}

// searches lists the kinds in the order in which they are answered. What an actor
// lacks the permission for is not looked for; whose things are found is decided by
// the use cases, as for lists.
func (r *Resolver) searches() []searched {
	return []searched{
		{search.ThingOrder, authz.OrderRead, r.findOrders},
		{search.ThingSellerOrder, authz.SellerOrderRead, r.findSellerOrders},
		{search.ThingSeller, authz.SellerList, r.findSellers},
		{search.ThingProduct, authz.ProductRead, r.findProducts},
		{search.ThingOffer, authz.ProductRead, r.findOffers},
		{search.ThingAccount, authz.AccountRead, r.findAccounts},
		{search.ThingPayout, authz.SellerPayoutRead, r.findPayout},
		{search.ThingTransfer, authz.SellerTransferRead, r.findTransfer},
		{search.ThingRefund, authz.RefundRead, r.findRefund},
		{search.ThingDispute, authz.DisputeRead, r.findDispute},
	}
}

// search finds things of all kinds that the actor may read.
func (r *Resolver) search(ctx context.Context, typed string, kinds []search.Thing, first *int) ([]*model.SearchGroup, error) {
	by := actor.From(ctx)
	switch {
	case by.AccountID == "":
		return nil, ErrUnauthenticated
	case !by.IsOperator() && !by.IsSeller():
		return nil, ErrForbidden
	}
	size := searchFirst
	if first != nil {
		size = *first
	}
	if size < 1 || size > searchFirstMax {
		return nil, ErrSearchSize.At("first")
	}
	text, err := search.Parse(typed)
	if err != nil {
		return nil, err
	}
	wanted := slices.DeleteFunc(r.searches(), func(s searched) bool {
		return !authz.Can(by, s.needs) || len(kinds) > 0 && !slices.Contains(kinds, s.kind)
	})
	groups := make([]*model.SearchGroup, len(wanted))
	err = together(len(wanted), func(i int) error {
		hits, err := wanted[i].find(ctx, by, text, int64(size)+1)
		if isNotFound(err) {
			err = nil
		}
		groups[i] = &model.SearchGroup{Kind: wanted[i].kind, HasMore: len(hits) > size, Hits: hits[:min(len(hits), size)]}
		return err
	})
	if err != nil {
		return nil, err
	}
	groups = slices.DeleteFunc(groups, func(g *model.SearchGroup) bool { return len(g.Hits) == 0 })
	slices.SortStableFunc(groups, func(a, b *model.SearchGroup) int { return best(a) - best(b) })
	return groups, nil
}

// best is 0 for a group that begins with an exact match, and 1 for others.
func best(g *model.SearchGroup) int {
	if g.Hits[0].Match == search.MatchExact {
		return 0
	}
	return 1
}

// namedBy is the text as an identifier that begins with one of the kinds; empty when
// it is none.
func namedBy(text search.Text, kinds ...string) string {
	kind, _, _ := strings.Cut(text.Named(), "_")
	if slices.Contains(kinds, kind) {
		return text.Named()
	}
	return ""
}

// one makes a list of one hit.
func one(hit *model.SearchHit, err error) ([]*model.SearchHit, error) {
	if err != nil || hit == nil {
		return nil, err
	}
	return []*model.SearchHit{hit}, nil
}

// loaded makes hits of names that were found, in their order. What the actor does not
// see after all is left out.
func loaded[K ~string](found []search.Hit, load func(K) (*model.SearchHit, error)) ([]*model.SearchHit, error) {
	hits := make([]*model.SearchHit, len(found))
	err := together(len(found), func(i int) (err error) {
		hits[i], err = load(K(found[i].Subject))
		if isNotFound(err) {
			hits[i], err = nil, nil
		}
		if hits[i] != nil {
			hits[i].Match = found[i].Match
		}
		return err
	})
	return slices.DeleteFunc(hits, func(h *model.SearchHit) bool { return h == nil }), err
}

// owned sets whose a thing is.
func owned(ctx context.Context, hit *model.SearchHit, owner seller.ID) (*model.SearchHit, error) {
	var err error
	hit.Seller, err = loader.From(ctx).Sellers.Load(ctx, owner)
	return hit, err
}

// some is a text, or nil when there is none.
func some[T ~string](s T) *string {
	if s == "" {
		return nil
	}
	text := string(s)
	return &text
}

// parent is the id of what something belongs to, or nil.
func parent[T ~string](of T) *id.Any {
	if of == "" {
		return nil
	}
	it := id.Any(of)
	return &it
}
