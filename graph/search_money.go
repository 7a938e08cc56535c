package graph

import (
	"context"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/graph/model"
)

func (r *Resolver) findPayout(ctx context.Context, by actor.Actor, text search.Text, _ int64) ([]*model.SearchHit, error) {
	name := namedBy(text, "pot", "po")
	if name == "" {
		return nil, nil
	}
	p, err := r.Domain.Payout.PayoutNamed(ctx, by, name)
	if err != nil {
		return nil, err
	}
	amount := p.Amount()
	return one(owned(ctx, &model.SearchHit{
		ID: id.Any(p.ID), Kind: search.ThingPayout, Match: search.MatchExact, Title: called(p.ProviderID, p.ID), Status: some(p.Status),
		Amount: &amount, CreatedAt: p.CreatedAt,
	}, p.SellerID))
}

func (r *Resolver) findTransfer(ctx context.Context, by actor.Actor, text search.Text, _ int64) ([]*model.SearchHit, error) {
	name := namedBy(text, "trf", "tr")
	if name == "" {
		return nil, nil
	}
	t, err := r.Domain.Payout.TransferNamed(ctx, by, name)
	if err != nil {
		return nil, err
	}
	amount := t.Amount()
	hit := &model.SearchHit{
		ID: id.Any(t.ID), Kind: search.ThingTransfer, Match: search.MatchExact, Title: called(t.ProviderID, t.ID), Status: some(t.Status),
		Amount: &amount, CreatedAt: t.CreatedAt,
	}
	if by.IsOperator() {
		hit.ParentID = parent(t.OrderID)
	}
	return one(owned(ctx, hit, t.SellerID))
}

func (r *Resolver) findRefund(ctx context.Context, by actor.Actor, text search.Text, _ int64) ([]*model.SearchHit, error) {
	name := namedBy(text, "rfd", "re", "pyr")
	if name == "" {
		return nil, nil
	}
	f, err := r.Domain.Refund.Named(ctx, by, name)
	if err != nil {
		return nil, err
	}
	amount := f.Amount()
	hit := &model.SearchHit{
		ID: id.Any(f.ID), Kind: search.ThingRefund, Match: search.MatchExact, Title: called(f.ProviderID, f.ID), Status: some(f.Status),
		Amount: &amount, ParentID: parent(f.OrderID), CreatedAt: f.CreatedAt,
	}
	if by.IsSeller() && len(f.Parts) > 0 {
		hit.ParentID = parent(f.Parts[0].SellerOrderID) // of which a member sees their own
	}
	return one(hit, nil)
}

func (r *Resolver) findDispute(ctx context.Context, by actor.Actor, text search.Text, _ int64) ([]*model.SearchHit, error) {
	name := namedBy(text, "dsp", "dp", "du")
	if name == "" {
		return nil, nil
	}
	d, err := r.Domain.Dispute.Named(ctx, by, name)
	if err != nil {
		return nil, err
	}
	amount := d.Amount()
	return one(&model.SearchHit{
		ID: id.Any(d.ID), Kind: search.ThingDispute, Match: search.MatchExact, Title: called(&name, d.ID), Status: some(d.Status),
		Amount: &amount, CreatedAt: d.CreatedAt,
	}, nil)
}

// called is the provider's identifier of something, by which people know it, or ours
// before it has one.
func called[T ~string](provider *string, own T) string {
	if provider != nil && *provider != "" {
		return *provider
	}
	return string(own)
}
