package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// viewer says who asks; nil for nobody.
func (r *Resolver) viewer(ctx context.Context, by actor.Actor) (*model.Viewer, error) {
	if by.AccountID == "" {
		return nil, nil
	}
	account, err := loader.From(ctx).Accounts.Load(ctx, identity.AccountID(by.AccountID))
	if err != nil {
		return nil, err
	}
	if by.Role == actor.Pending {
		return &model.Viewer{Account: account, Permissions: []authz.Permission{}, Hats: []*model.Hat{}, SessionState: identity.SessionPendingFactor}, nil
	}
	hats, err := r.Domain.Seller.Hats(ctx, account, identity.SessionID(by.SessionID))
	if err != nil {
		return nil, err
	}
	v := &model.Viewer{
		Account: account, Permissions: authz.Granted(by), Hats: hats, SessionState: identity.SessionActive, IsFactorMissing: by.FactorMissing,
	}
	if by.IsViewing() { // nobody's hat but this request's
		of, err := loader.From(ctx).Sellers.Load(ctx, seller.ID(by.SellerID))
		v.Hat = &seller.Hat{Kind: seller.HatSeller, ActAs: &by.SellerID, Seller: of, Actor: by}
		return v, err
	}
	for _, h := range hats {
		if h.Actor.Role == by.Role && h.Actor.SellerID == by.SellerID {
			v.Hat, h.Actor = h, by
		} else {
			h.Actor = r.Domain.Factor.Policy().Apply(h.Actor)
		}
	}
	if by.KeyID != "" {
		return r.keyViewer(ctx, by, v)
	}
	return v, nil
}

// keyViewer is what an API key is told of itself: its own hat, and of its maker
// no more than the name.
func (r *Resolver) keyViewer(ctx context.Context, by actor.Actor, v *model.Viewer) (_ *model.Viewer, err error) {
	account := *v.Account
	account.Email, account.EmailFolded = nil, nil
	v.Account, v.Hats = &account, []*model.Hat{}
	if v.Hat != nil {
		v.Hats = append(v.Hats, v.Hat)
	}
	v.APIKey, err = r.Domain.APIKey.Current(ctx, by)
	return v, err
}

// accountNode shows people themselves only.
func accountNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if by.AccountID != string(nodeID) || by.KeyID != "" {
		return nil, identity.ErrAccountNotFound
	}
	return loader.From(ctx).Accounts.Load(ctx, identity.AccountID(nodeID))
}
