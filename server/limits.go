package server

import (
	"context"
	"net/http"
	"strconv"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/ratelimit"
	"github.com/etal-market/etal/server/config"
)

// ErrRateLimited is the answer to whoever asks for too much.
var ErrRateLimited = fault.New(fault.Throttled, "TOO_MANY_REQUESTS", "You have asked for too much at once. Wait a moment and try again.")

// limits are the buckets of this process. Who pays is decided here, and by
// nothing that a client writes: the address is the one that proxies found, the
// account is that of the session.
type limits struct {
	limiter *ratelimit.Limiter // nil: off

	session, key, anonymous, network, webhook ratelimit.Limit
}

func (a *App) newLimits() limits {
	cfg := a.Config
	if cfg.RateLimits != "on" {
		return limits{}
	}
	of := func(name string, r config.Rate) ratelimit.Limit {
		return ratelimit.Limit{Name: name, Maximum: r.Maximum, PerSecond: r.PerSecond}
	}
	return limits{
		limiter:   ratelimit.New(a.DB, ratelimit.Options{Clock: clock.Wall{}, Log: a.log}),
		session:   of("session", cfg.RateLimitSession),
		key:       of("key", cfg.RateLimitKey),
		anonymous: of("anonymous", cfg.RateLimitAnonymous),
		network:   of("network", cfg.RateLimitNetwork),
		webhook:   of("webhook", cfg.RateLimitWebhook),
	}
}

// budgets says whose buckets pay for an operation: the key's, the account's, or
// what the strangers of a network share, and in each case the network's. A person has
// one bucket under all hats and in all sessions.
func (l limits) budgets(ctx context.Context) []ratelimit.Budget {
	info := requestFrom(ctx)
	if l.limiter == nil || info == nil {
		return nil
	}
	network := ratelimit.ByNetwork(info.client, l.network)
	by := actor.From(ctx)
	switch {
	case by.KeyID != "":
		return []ratelimit.Budget{{Subject: "key:" + by.KeyID, Limit: l.key}, network}
	case by.AccountID != "":
		return []ratelimit.Budget{{Subject: "account:" + by.AccountID, Limit: l.session}, network}
	}
	return []ratelimit.Budget{ratelimit.ByNetwork(info.client, l.anonymous), network}
}

// limited charges one point for each request, whatever it is for, before anybody
// is looked up: also whoever guesses tokens pays.
func (a *App) limited(l ratelimit.Limit) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			budget := ratelimit.ByNetwork(requestFrom(r.Context()).client, l)
			charge := a.limits.limiter.Charge(r.Context(), []ratelimit.Budget{budget}, 1)
			if !charge.Refused {
				next.ServeHTTP(w, r)
				return
			}
			h := w.Header()
			h.Set("RateLimit-Policy", charge.Bucket.Policy())
			h.Set("RateLimit", charge.Bucket.State())
			h.Set("Retry-After", strconv.FormatInt(charge.RetryAfterSeconds(), 10))
			a.refuseSession(w, r, ErrRateLimited.After(charge.RetryAfter))
		})
	}
}
