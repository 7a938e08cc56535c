package graph

import (
	"context"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/graph/exec"
	"github.com/etal-market/etal/graph/loader"
	"github.com/etal-market/etal/graph/model"
)

func (r *mutationResolver) WebhookEndpointCreate(ctx context.Context, input webhook.CreateInput) (*model.WebhookEndpointCreatePayload, error) {
	issued, err := r.Domain.Webhook.Create(ctx, actor.From(ctx), input)
	faults, err := userErrors(ctx, err)
	endpoint, secret := toldOnce(issued)
	return &model.WebhookEndpointCreatePayload{WebhookEndpoint: endpoint, Secret: secret, UserErrors: faults}, err
}

func (r *mutationResolver) WebhookEndpointUpdate(ctx context.Context, input webhook.UpdateInput) (*model.WebhookEndpointUpdatePayload, error) {
	updated, err := r.Domain.Webhook.Update(ctx, actor.From(ctx), input)
	faults, err := userErrors(ctx, err)
	return &model.WebhookEndpointUpdatePayload{WebhookEndpoint: updated, UserErrors: faults}, err
}

func (r *mutationResolver) WebhookEndpointDelete(ctx context.Context, input webhook.DeleteInput) (*model.WebhookEndpointDeletePayload, error) {
	deleted, err := r.Domain.Webhook.Delete(ctx, actor.From(ctx), input)
	faults, err := userErrors(ctx, err)
	return &model.WebhookEndpointDeletePayload{WebhookEndpoint: deleted, UserErrors: faults}, err
}

func (r *mutationResolver) WebhookEndpointSecretRotate(ctx context.Context, input webhook.RotateInput) (*model.WebhookEndpointSecretRotatePayload, error) {
	issued, err := r.Domain.Webhook.Rotate(ctx, actor.From(ctx), input)
	faults, err := userErrors(ctx, err)
	endpoint, secret := toldOnce(issued)
	return &model.WebhookEndpointSecretRotatePayload{WebhookEndpoint: endpoint, Secret: secret, UserErrors: faults}, err
}

func (r *mutationResolver) WebhookEndpointTest(ctx context.Context, input webhook.TestInput) (*model.WebhookEndpointTestPayload, error) {
	made, err := r.Domain.Webhook.Test(ctx, actor.From(ctx), input)
	faults, err := userErrors(ctx, err)
	return &model.WebhookEndpointTestPayload{WebhookDelivery: made, UserErrors: faults}, err
}

func (r *mutationResolver) WebhookDeliveryRetry(ctx context.Context, input webhook.RetryInput) (*model.WebhookDeliveryRetryPayload, error) {
	renewed, err := r.Domain.Webhook.Retry(ctx, actor.From(ctx), input)
	faults, err := userErrors(ctx, err)
	return &model.WebhookDeliveryRetryPayload{WebhookDelivery: renewed, UserErrors: faults}, err
}

func (r *mutationResolver) WebhookDeliveriesRetry(ctx context.Context, input webhook.RetryFailedInput) (*model.WebhookDeliveriesRetryPayload, error) {
	count, err := r.Domain.Webhook.RetryFailed(ctx, actor.From(ctx), input)
	faults, err := userErrors(ctx, err)
	return &model.WebhookDeliveriesRetryPayload{Count: count, UserErrors: faults}, err
}

func (r *queryResolver) WebhookEndpoint(ctx context.Context, id id.Any) (*webhook.Endpoint, error) {
	return missing(r.Domain.Webhook.Get(ctx, actor.From(ctx), webhook.ID(id)))
}

func (r *queryResolver) WebhookEndpoints(ctx context.Context, filter *webhook.Filter, first *int, after *string, last *int, before *string) (*page.Connection[webhook.Endpoint], error) {
	w, err := page.Args{First: first, After: after, Last: last, Before: before}.Window()
	if err != nil {
		return nil, err
	}
	return r.Domain.Webhook.Find(ctx, actor.From(ctx), orZero(filter), w)
}

func (r *queryResolver) WebhookEvents(ctx context.Context) ([]webhook.Topic, error) {
	return webhook.Topics(actor.From(ctx).IsSeller()), nil
}

func (r *queryResolver) WebhookDelivery(ctx context.Context, id id.Any) (*webhook.Delivery, error) {
	return missing(r.Domain.Webhook.GetDelivery(ctx, actor.From(ctx), webhook.DeliveryID(id)))
}

func (r *queryResolver) WebhookDeliveries(ctx context.Context, endpointID id.Any, filter *webhook.DeliveryFilter, first *int, after *string, last *int, before *string) (*page.Connection[webhook.Delivery], error) {
	w, err := page.Args{First: first, After: after, Last: last, Before: before}.Window()
	if err != nil {
		return nil, err
	}
	return r.Domain.Webhook.FindDeliveries(ctx, actor.From(ctx), webhook.ID(endpointID), webhook.Search{DeliveryFilter: orZero(filter), Window: w})
}

func (r *webhookDeliveryResolver) Endpoint(ctx context.Context, obj *webhook.Delivery) (*webhook.Endpoint, error) {
	return loader.From(ctx).Webhooks.Load(ctx, obj.EndpointID)
}

func (r *webhookDeliveryResolver) Attempts(ctx context.Context, obj *webhook.Delivery) ([]*webhook.Attempt, error) {
	return loader.From(ctx).HookAttempts.Load(ctx, obj.ID)
}

func (r *webhookEndpointResolver) Seller(ctx context.Context, obj *webhook.Endpoint) (*seller.Seller, error) {
	if obj.SellerID == nil {
		return nil, nil
	}
	return loader.From(ctx).Sellers.Load(ctx, *obj.SellerID)
}

func (r *webhookEndpointResolver) MadeBy(ctx context.Context, obj *webhook.Endpoint) (*identity.Account, error) {
	return loader.From(ctx).Accounts.Load(ctx, obj.MadeBy)
}

func (r *webhookEndpointResolver) Secrets(ctx context.Context, obj *webhook.Endpoint) ([]*webhook.Secret, error) {
	return loader.From(ctx).HookSecrets.Load(ctx, obj.ID)
}

func (r *webhookEndpointResolver) AvailableActions(ctx context.Context, obj *webhook.Endpoint) ([]*model.AvailableAction, error) {
	return r.webhookActions(ctx, obj)
}

func (r *Resolver) WebhookDelivery() exec.WebhookDeliveryResolver { return &webhookDeliveryResolver{r} }

func (r *Resolver) WebhookEndpoint() exec.WebhookEndpointResolver { return &webhookEndpointResolver{r} }

type (
	webhookDeliveryResolver struct{ *Resolver }
	webhookEndpointResolver struct{ *Resolver }
)
