package server

import (
	"context"
	"strings"

	"github.com/etal-market/etal/domain/webhook"
	"github.com/etal-market/etal/gateway/courier"
)

// wireWebhooks makes what tells programs outside. It needs the vault.
func (a *App) wireWebhooks(deps Deps) {
	anywhere, sender := a.Config.WebhooksAnywhere(), deps.Sender
	if sender == nil {
		sender = courier.New(courier.Options{Anywhere: anywhere})
	}
	a.Webhooks = webhook.New(a.DB, a.Vault, countedSender{sender, a.metrics}, webhook.Rules{Anywhere: anywhere})
}

// countedSender measures what carries webhooks.
type countedSender struct {
	webhook.Sender
	metrics *Metrics
}

// Send implements webhook.Sender.
func (c countedSender) Send(ctx context.Context, r webhook.Request) webhook.Answer {
	answer := c.Sender.Send(ctx, r)
	c.metrics.webhooks.WithLabelValues(strings.ToLower(string(answer.Outcome))).Observe(answer.Took.Seconds())
	return answer
}
