package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/stripe/stripe-go/v76/webhook"

	"github.com/etal-market/etal/server/config"
)

// webhooksPerSecond is how many webhooks come while the API is asked for too much.
const webhooksPerSecond = 20

// webhooks is what became of webhooks that were sent while a run lasted.
type webhooks struct {
	sent, refused int
	slowest       time.Duration
	err           error // of the first that got no answer
}

// sendWebhooks sends webhooks, one after the other, until the context ends. They are signed and of
// a type that nobody is interested in, so that each is stored and settled.
func (w *world) sendWebhooks(ctx context.Context) webhooks {
	var sum webhooks
	settings, err := config.Load(nil, config.Development)
	if err != nil {
		return webhooks{err: err}
	}
	ticks := time.NewTicker(time.Second / webhooksPerSecond)
	defer ticks.Stop()
	for ; ; sum.sent++ {
		select {
		case <-ctx.Done():
			return sum
		case <-ticks.C:
		}
		begun := time.Now()
		status, err := w.sendWebhook(ctx, settings.StripeWebhookSecret.Reveal(), begun)
		switch {
		case ctx.Err() != nil:
			return sum
		case err != nil && sum.err == nil:
			sum.err = err
		case err == nil && status != http.StatusOK:
			sum.refused++
		}
		sum.slowest = max(sum.slowest, time.Since(begun))
	}
}

func (w *world) sendWebhook(ctx context.Context, secret string, at time.Time) (status int, err error) {
	payload := fmt.Sprintf(`{"id":"evt_bench_%d","object":"event","type":"bench.event","created":%d,"livemode":false,"api_version":"","data":{"object":{"id":"bench","object":"bench"}}}`,
		at.UnixNano(), at.Unix())
	signed := webhook.GenerateTestSignedPayload(&webhook.UnsignedPayload{Payload: []byte(payload), Secret: secret, Timestamp: at})
	q, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+w.api+"/webhooks/stripe", strings.NewReader(payload))
	if err != nil {
		return 0, err
	}
	q.Header.Set("Stripe-Signature", signed.Header)
	answer, err := http.DefaultClient.Do(q)
	if err != nil {
		return 0, err
	}
	return answer.StatusCode, errors.Join(err, answer.Body.Close())
}
