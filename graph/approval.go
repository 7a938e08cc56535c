package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

func proposalNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.ProposalRead) {
		return nil, approval.ErrNotFound
	}
	return loader.From(ctx).Proposals.Load(ctx, approval.ID(nodeID))
}

// decidesNothing reports whether somebody who may decide about no proposal asks for
// those that they could decide about. To such a person the others are all of them.
func decidesNothing(by actor.Actor, f *approval.Filter) bool {
	if f.IsDecidable == nil || authz.Can(by, authz.ProposalDecide) {
		return false
	}
	wanted := *f.IsDecidable
	f.IsDecidable = nil
	return wanted
}

// person loads an account by the id that a context without accounts keeps; nil
// for nobody.
func person(ctx context.Context, accountID string) (*identity.Account, error) {
	if accountID == "" {
		return nil, nil
	}
	return missing(loader.From(ctx).Accounts.Load(ctx, identity.AccountID(accountID)))
}

// idOrNil is null for what names nothing.
func idOrNil(named id.Any) *id.Any {
	if named == "" {
		return nil
	}
	return &named
}

// orEmpty is the zero value for nothing, so that its fields can be read.
func orEmpty[T any](v *T) *T {
	if v == nil {
		return new(T)
	}
	return v
}
