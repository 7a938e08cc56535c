package server

import (
	"net/http"
	"strings"

	"github.com/etal-market/etal/domain/clock"
)

type roundTrip func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// What became of a call of Stripe.
const (
	resultOK          = "ok"
	resultDeclined    = "declined" // 402
	resultRefused     = "refused"  // the rest of 4xx
	resultLimited     = "limited"  // 429
	resultFailed      = "failed"   // 5xx
	resultUnreachable = "unreachable"
)

func resultOf(response *http.Response, err error) string {
	switch {
	case err != nil || response == nil:
		return resultUnreachable
	case response.StatusCode == http.StatusPaymentRequired:
		return resultDeclined
	case response.StatusCode == http.StatusTooManyRequests:
		return resultLimited
	case response.StatusCode >= http.StatusInternalServerError:
		return resultFailed
	case response.StatusCode >= http.StatusBadRequest:
		return resultRefused
	}
	return resultOK
}

// callOf names a call of Stripe by its method and path, with {id} in place of
// what names one object: "POST /v1/payment_intents/{id}/cancel".
func callOf(r *http.Request) string {
	parts := strings.Split(r.URL.Path, "/")
	for i, part := range parts {
		if i > 1 && strings.ContainsAny(part, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") { // names of resources have neither
			parts[i] = "{id}"
		}
	}
	return r.Method + " " + strings.Join(parts, "/")
}

// Calls counts and times calls of Stripe.
func (m *Metrics) Calls(next http.RoundTripper) http.RoundTripper {
	return roundTrip(func(r *http.Request) (*http.Response, error) {
		watch := clock.Start()
		response, err := next.RoundTrip(r)
		m.stripe.WithLabelValues(m.calls.of(callOf(r)), resultOf(response, err)).Observe(watch.Elapsed().Seconds())
		return response, err
	})
}
