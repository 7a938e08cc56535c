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
func disputeNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.DisputeRead) {
		return nil, dispute.ErrNotFound
	}
	return loader.From(ctx).SeenDisputes.Load(ctx, dispute.ID(nodeID))
}

// warningNode shows a warning of fraud as the root field does.
func warningNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.FraudWarningRead) {
		return nil, dispute.ErrWarningNotFound
	}
	return loader.From(ctx).SeenWarnings.Load(ctx, dispute.WarningID(nodeID))
}

// warningsOf shows the warnings about an order to those who may see them.
func warningsOf(ctx context.Context, orderID order.ID) ([]*dispute.Warning, error) {
	if !authz.Can(actor.From(ctx), authz.FraudWarningRead) {
		return []*dispute.Warning{}, nil
	}
	return loader.From(ctx).Warnings.Load(ctx, orderID)
}

// rateOf shows how often a seller's payments are disputed to those who may see it;
// whoever sees the business of a seller is a member or an operator.
func rateOf(ctx context.Context, of seller.ID) (*dispute.Rate, error) {
	if !authz.Can(actor.From(ctx), authz.DisputeRead) {
		return nil, nil
	}
	return loader.From(ctx).Rates.Load(ctx, of)
}

func (r *Resolver) warningActions(ctx context.Context, w *dispute.Warning) ([]*model.AvailableAction, error) {
	return r.available(
		actor.From(ctx),
		possible{"fraudWarningRefund", authz.RefundCreate, w.MayRefund()},
		possible{"fraudWarningSetAside", authz.DisputeSubmit, w.MaySetAside()},
	)
}

// warningRefund is the payload of what came of giving back.
func warningRefund(ctx context.Context, done *dispute.WarningRefund, err error) (*model.FraudWarningRefundPayload, error) {
	faults, err := userErrors(ctx, err)
	p := &model.FraudWarningRefundPayload{UserErrors: faults}
	if done != nil {
		p.Warning, p.Refund, p.Proposal = done.Warning, done.Made.Refund, done.Made.Proposal
	}
	return p, err
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

// filesOf shows the files of a part of a dispute that the actor sees or, when it is
// empty, those of the platform, which members of sellers do not see.
func filesOf(ctx context.Context, disputeID dispute.ID, part order.SellerOrderID) ([]*dispute.File, error) {
	shown := []*dispute.File{}
	if part == "" && !actor.From(ctx).IsOperator() {
		return shown, nil
	}
	all, err := loader.From(ctx).DisputeFiles.Load(ctx, disputeID)
	for _, f := range all {
		if f.SellerOrderID == part {
			shown = append(shown, f)
		}
	}
	return shown, err
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
		possible{"disputeFileAdd", authz.DisputeFile, d.MayFile(seller.ID(by.SellerID), now)},
	)
}
