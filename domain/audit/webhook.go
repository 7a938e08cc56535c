package audit

import (
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/webhook"
)

// webhookReaders say what is kept of changes of webhooks.
func webhookReaders() map[string]reader {
	return map[string]reader{
		webhook.Created{}.EventName(): reading(func(c webhook.Created, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(c.EndpointID), c.SellerID
			return nil, c.After
		}),
		webhook.Updated{}.EventName(): reading(func(u webhook.Updated, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(u.EndpointID), u.SellerID
			return u.Before, u.After
		}),
		webhook.Deleted{}.EventName(): reading(func(d webhook.Deleted, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.EndpointID), d.SellerID
			return d.Before, map[string]any{"deleted": true}
		}),
		webhook.SecretRotated{}.EventName(): reading(func(r webhook.SecretRotated, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.EndpointID), r.SellerID
			return nil, map[string]any{"overlapHours": r.OverlapHours}
		}),
		webhook.Disabled{}.EventName(): reading(func(d webhook.Disabled, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(d.EndpointID), d.SellerID
			return map[string]any{"status": webhook.StatusActive}, map[string]any{"status": webhook.StatusDisabled, "reason": d.Reason}
		}),
		webhook.Redelivered{}.EventName(): reading(func(r webhook.Redelivered, e *Entry) (any, any) {
			e.Subject, e.SellerID = id.Any(r.EndpointID), r.SellerID
			return nil, map[string]any{"messages": r.Count}
		}),
	}
}
