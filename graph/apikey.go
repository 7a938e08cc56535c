package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// keyInput writes permissions as the context of keys knows them, by name.
func keyInput(in model.APIKeyCreateInput) apikey.CreateInput {
	scopes := make([]string, len(in.Scopes))
	for i, scope := range in.Scopes {
		scopes[i] = string(scope)
	}
	return apikey.CreateInput{Name: in.Name, Scopes: scopes, ExpiresAt: in.ExpiresAt.Value(), Addresses: in.Addresses}
}

// scopesOf leaves out what a later version does not know any more.
func scopesOf(k *apikey.Key) []authz.Permission {
	scopes := []authz.Permission{}
	for _, scope := range k.Scopes() {
		if do := authz.Permission(scope); do.FitsKeys() {
			scopes = append(scopes, do)
		}
	}
	return scopes
}

// shownOnce takes a key and its token out of what was issued, if anything was.
func shownOnce(issued *apikey.Issued) (*apikey.Key, *string) {
	if issued == nil {
		return nil, nil
	}
	token := issued.Token.Reveal()
	return issued.Key, &token
}

// apiKeyNode shows keys as the root field does, batched.
func apiKeyNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.APIKeyRead) {
		return nil, apikey.ErrNotFound
	}
	k, err := loader.From(ctx).Keys.Load(ctx, apikey.ID(nodeID))
	if err != nil {
		return nil, err
	}
	if !k.VisibleTo(by) {
		return nil, apikey.ErrNotFound
	}
	return k, nil
}
