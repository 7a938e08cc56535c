package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
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

// planOf is the plan that a seller is on, for whoever may see it; whoever sees the
// business of a seller is a member or an operator.
func planOf(ctx context.Context, of seller.ID) (*plan.Plan, error) {
	if !authz.Can(actor.From(ctx), authz.SellerCommissionRead) {
		return nil, nil
	}
	on, err := loader.From(ctx).PlansOn.Load(ctx, id.Any(of))
	if err != nil || len(on) == 0 {
		return nil, err
	}
	return on[0], nil
}

// openBalancesOf is what is open between a seller and the platform, for whoever may see it.
func openBalancesOf(ctx context.Context, of seller.ID) ([]*money.Amount, error) {
	if !authz.Can(actor.From(ctx), authz.SellerBalanceRead) {
		return nil, nil
	}
	balances, err := loader.From(ctx).Balances.Load(ctx, of)
	if err != nil {
		return nil, err
	}
	open := make([]*money.Amount, len(balances))
	for i, b := range balances {
		amount := b.Open()
		open[i] = &amount
	}
	return open, nil
}
