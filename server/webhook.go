package server

import (
	"errors"
	"io"
	"log/slog"
	"net/http"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/gateway/stripe"
)

// Faults of webhooks.
var (
	// ErrWebhookSignature is the answer for a webhook that is not signed with a
	// secret of ours, or was not signed just now.
	ErrWebhookSignature = fault.New(fault.Invalid, "WEBHOOK_SIGNATURE", "This webhook is not signed with a secret of ours, or was not signed just now.")
	// ErrWebhookPayload is the answer for a webhook that cannot be read.
	ErrWebhookPayload = fault.New(fault.Invalid, "WEBHOOK_PAYLOAD", "This webhook is not an event.")
)

// webhook takes in what Stripe tells us: verified, stored, acknowledged. What
// it means is found out by a job, so that the answer is fast and is 200 for
// whatever has been stored, also for what was stored before and for what
// nobody is interested in. Stripe repeats what is answered otherwise.
//
// The clock is the one on the wall, also where the marketplace's own clock has
// been moved ahead: it says how fresh a signature is, and signatures are made
// at the time of the network.
func (a *App) webhook(v *stripe.Webhook, in *inbox.Service, c clock.Clock) http.Handler {
	receive := func(w http.ResponseWriter, r *http.Request) {
		payload, err := io.ReadAll(r.Body)
		if err != nil {
			if err = bodyFault(err); len(fault.As(err)) == 0 { // it broke off: the sender has gone
				err = ErrWebhookPayload
			}
			a.refuse(w, r, err)
			return
		}
		message, err := v.Verify(payload, r.Header.Get("Stripe-Signature"), c.Now())
		if err != nil {
			a.log.WarnContext(r.Context(), "webhook refused", slog.Any("error", err))
			a.refuse(w, r, webhookFault(err))
			return
		}
		if err := in.Receive(r.Context(), message); err != nil {
			a.refuse(w, r, err)
			return
		}
		switch {
		case message.IsTest:
			a.metrics.tests.Inc()
		case message.Reason != "":
			a.log.WarnContext(r.Context(), "webhook parked", slog.String("event", message.ID),
				slog.String("type", message.Type), slog.String("reason", message.Reason))
		}
		writeJSON(w, http.StatusOK, map[string]bool{"received": true})
	}
	return limitBody(webhookBytesMax)(http.HandlerFunc(receive))
}

func webhookFault(err error) error {
	if errors.Is(err, stripe.ErrPayload) {
		return ErrWebhookPayload
	}
	return ErrWebhookSignature
}
