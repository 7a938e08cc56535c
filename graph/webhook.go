package graph

import (
	"context"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

// toldOnce takes a webhook and its secret out of what was issued, if anything was.
func toldOnce(issued *webhook.Issued) (*webhook.Endpoint, *string) {
	if issued == nil {
		return nil, nil
	}
	secret := issued.Secret.Reveal()
	return issued.Endpoint, &secret
}

// webhookEndpointNode shows webhooks as the root field does, batched.
func webhookEndpointNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.WebhookRead) {
		return nil, webhook.ErrNotFound
	}
	e, err := loader.From(ctx).Webhooks.Load(ctx, webhook.ID(nodeID))
	if err != nil {
		return nil, err
	}
	if !e.VisibleTo(by) {
		return nil, webhook.ErrNotFound
	}
	return e, nil
}

// webhookDeliveryNode shows messages as the root field does, batched.
func webhookDeliveryNode(ctx context.Context, by actor.Actor, nodeID id.Any) (model.Node, error) {
	if !authz.Can(by, authz.WebhookRead) {
		return nil, webhook.ErrDeliveryNotFound
	}
	d, err := loader.From(ctx).Messages.Load(ctx, webhook.DeliveryID(nodeID))
	if err != nil {
		return nil, err
	}
	e, err := loader.From(ctx).Webhooks.Load(ctx, d.EndpointID)
	if err != nil {
		return nil, err
	}
	if !e.VisibleTo(by) {
		return nil, webhook.ErrDeliveryNotFound
	}
	return d, nil
}
