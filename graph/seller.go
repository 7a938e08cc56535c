package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// businessOf shows the private side of a seller to those whose it is and whose
// role may read it; nil to everybody else.
func businessOf(by actor.Actor, s *seller.Seller) *seller.Business {
	if !s.PrivateTo(by) || !authz.Can(by, authz.SellerRead) {
		return nil
	}
	return (*seller.Business)(s)
}

// sellerNode shows sellers as Get does, batched.
func sellerNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	s, err := loader.From(ctx).Sellers.Load(ctx, seller.ID(nodeID))
	if err != nil {
		return nil, err
	}
	if !s.VisibleTo(by) {
		return nil, seller.ErrNotFound
	}
	return s, nil
}

// seenSeller shows a seller beside its id, as the root field does; nil to whoever does
// not see it, and when there is none.
func seenSeller(ctx context.Context, sellerID seller.ID) (*seller.Seller, error) {
	if sellerID == "" {
		return nil, nil
	}
	s, err := missing(loader.From(ctx).Sellers.Load(ctx, sellerID))
	if s == nil || !s.VisibleTo(actor.From(ctx)) {
		return nil, err
	}
	return s, nil
}
