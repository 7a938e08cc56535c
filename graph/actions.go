package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/graph/model"
)

// possible is a mutation of a thing: the permission of its @can, and why the
// state of the thing does not allow it, by the function that the use case asks.
type possible struct {
	mutation string
	do       authz.Permission
	state    error
}

// available judges mutations as the door and the use cases would, from what is
// loaded already.
func (r *Resolver) available(by actor.Actor, all ...possible) ([]*model.AvailableAction, error) {
	actions := make([]*model.AvailableAction, len(all))
	for i, p := range all {
		refused := door{r.clock}.refuses(by, p.do)
		if refused == nil {
			refused = p.state
		}
		actions[i] = &model.AvailableAction{Action: p.mutation, IsAllowed: refused == nil}
		if refused == nil {
			continue
		}
		found := fault.As(refused)
		if len(found) == 0 {
			return nil, refused
		}
		actions[i].Reason = found[0]
	}
	return actions, nil
}

func (r *Resolver) keyActions(ctx context.Context, k *apikey.Key) ([]*model.AvailableAction, error) {
	by, now := actor.From(ctx), r.clock.Now()
	return r.available(
		by,
		possible{"apiKeyRotate", authz.APIKeyEdit, r.Domain.APIKey.MayRotate(by, k, now)},
		possible{"apiKeyRevoke", authz.APIKeyEdit, r.Domain.APIKey.MayRevoke(k, now)},
	)
}

func (r *Resolver) webhookActions(ctx context.Context, e *webhook.Endpoint) ([]*model.AvailableAction, error) {
	by := actor.From(ctx)
	change, send := r.Domain.Webhook.MayChange(by, e), r.Domain.Webhook.MaySend(by, e)
	return r.available(
		by,
		possible{"webhookEndpointUpdate", authz.WebhookEdit, change},
		possible{"webhookEndpointSecretRotate", authz.WebhookEdit, change},
		possible{"webhookEndpointDelete", authz.WebhookEdit, change},
		possible{"webhookEndpointTest", authz.WebhookSend, send},
		possible{"webhookDeliveriesRetry", authz.WebhookSend, send},
	)
}

func (r *Resolver) sellerActions(ctx context.Context, s *seller.Seller) ([]*model.AvailableAction, error) {
	by := actor.From(ctx)
	if businessOf(by, s) == nil {
		return []*model.AvailableAction{}, nil
	}
	return r.available(
		by,
		possible{"sellerApprove", authz.SellerApprove, s.May(seller.Approve)},
		possible{"sellerReject", authz.SellerReject, s.May(seller.Reject)},
		possible{"sellerSuspend", authz.SellerSuspend, s.May(seller.Suspend)},
		possible{"sellerReinstate", authz.SellerReinstate, s.May(seller.Reinstate)},
	)
}

func (r *Resolver) sellerOrderActions(ctx context.Context, o *order.SellerOrder) ([]*model.AvailableAction, error) {
	return r.available(actor.From(ctx), possible{"sellerOrderShip", authz.SellerOrderShip, o.MayShip(sellerOf(ctx))})
}

func (r *Resolver) productActions(ctx context.Context, p *catalog.Product) ([]*model.AvailableAction, error) {
	by, state := actor.From(ctx), p.MayChange(sellerOf(ctx))
	if !authz.Can(by, authz.ProductRead) {
		return []*model.AvailableAction{}, nil
	}
	return r.available(
		by,
		possible{"productUpdate", authz.ProductEdit, state},
		possible{"productPublish", authz.ProductPublish, state},
		possible{"productArchive", authz.ProductPublish, state},
		possible{"variantCreate", authz.ProductEdit, state},
	)
}

func (r *Resolver) offerActions(ctx context.Context, o *catalog.Offer) ([]*model.AvailableAction, error) {
	by, state := actor.From(ctx), o.MayChange(sellerOf(ctx))
	if !authz.Can(by, authz.ProductRead) {
		return []*model.AvailableAction{}, nil
	}
	return r.available(
		by,
		possible{"offerUpdate", authz.OfferEdit, state},
		possible{"stockSet", authz.StockEdit, state},
		possible{"stockAdjust", authz.StockEdit, state},
	)
}

func (r *Resolver) payoutAccountActions(ctx context.Context, a *payout.Account) ([]*model.AvailableAction, error) {
	state := a.MayOnboard()
	return r.available(
		actor.From(ctx),
		possible{"sellerOnboardingLinkCreate", authz.PayoutAccountEdit, state},
		possible{"payoutAccountSessionCreate", authz.PayoutAccountEdit, state},
	)
}
