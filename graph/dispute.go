package graph

import (
	"context"
	"time"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// disputeNode shows a dispute as the root field does.
func (r *Resolver) disputeNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.DisputeRead) {
		return nil, dispute.ErrNotFound
	}
	return r.Domain.Dispute.Get(ctx, by, dispute.ID(nodeID))
}

// disputesOf shows the disputes of an order as far as the actor may see them.
func (r *Resolver) disputesOf(ctx context.Context, orderID order.ID) ([]*dispute.Dispute, error) {
	by, seen := actor.From(ctx), []*dispute.Dispute{}
	if !authz.Can(by, authz.DisputeRead) {
		return seen, nil
	}
	all, err := loader.From(ctx).Disputes.Load(ctx, orderID)
	for _, d := range all {
		if d = d.SeenBy(by); d != nil {
			seen = append(seen, d)
		}
	}
	return seen, err
}

func secondsLeft(d *dispute.Dispute, now time.Time) *int {
	left := d.SecondsLeft(now)
	if left == nil {
		return nil
	}
	seconds := int(*left)
	return &seconds
}

func (r *Resolver) disputeActions(ctx context.Context, d *dispute.Dispute) ([]*model.AvailableAction, error) {
	by, now := actor.From(ctx), r.clock.Now()
	return r.available(
		by,
		possible{"disputeEvidenceSave", authz.DisputeEvidence, d.MaySave(seller.ID(by.SellerID), now)},
		possible{"disputeEvidenceSubmit", authz.DisputeSubmit, d.MayAnswer(now)},
		possible{"disputeAccept", authz.DisputeAccept, d.MayAcceptFor(seller.ID(by.SellerID))},
		possible{"disputeSharesSet", authz.DisputeShare, d.MayShare()},
	)
}
