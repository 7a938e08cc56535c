package model

import (
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/webhook"
)

// Webhooks.
type (
	WebhookAttempt                   = webhook.Attempt
	WebhookAttemptOutcome            = webhook.Outcome
	WebhookDeliveriesRetryInput      = webhook.RetryFailedInput
	WebhookDelivery                  = webhook.Delivery
	WebhookDeliveryConnection        = page.Connection[webhook.Delivery]
	WebhookDeliveryEdge              = page.Edge[webhook.Delivery]
	WebhookDeliveryFilter            = webhook.DeliveryFilter
	WebhookDeliveryRetryInput        = webhook.RetryInput
	WebhookDeliveryStatus            = webhook.DeliveryStatus
	WebhookDisabledReason            = webhook.DisabledReason
	WebhookEndpoint                  = webhook.Endpoint
	WebhookEndpointConnection        = page.Connection[webhook.Endpoint]
	WebhookEndpointCreateInput       = webhook.CreateInput
	WebhookEndpointDeleteInput       = webhook.DeleteInput
	WebhookEndpointEdge              = page.Edge[webhook.Endpoint]
	WebhookEndpointFilter            = webhook.Filter
	WebhookEndpointSecretRotateInput = webhook.RotateInput
	WebhookEndpointStatus            = webhook.Status
	WebhookEndpointTestInput         = webhook.TestInput
	WebhookEndpointUpdateInput       = webhook.UpdateInput
	WebhookEvent                     = webhook.Topic
	WebhookSecret                    = webhook.Secret
)
