package server

import (
	"net/http"

	"github.com/etal-market/etal/gateway/stripe"
)

// connect makes the client of Stripe that the settings describe.
func (a *App) connect() (*stripe.Client, error) {
	cfg := a.Config
	return stripe.New(stripe.Options{
		SecretKey: cfg.StripeSecretKey.Reveal(), APIURL: cfg.StripeAPIURL, Share: cfg.StripeProcesses, Around: a.calls, AccountCards: cfg.AccountCards == "on",
	})
}

// calls watches the calls of Stripe.
func (a *App) calls(next http.RoundTripper) http.RoundTripper {
	return a.tracing.Calls(a.metrics.Calls(next))
}
