package demo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/gateway/stripe"
	"github.com/etal-market/etal/gateway/stripesim"
	"github.com/etal-market/etal/server"
)

// Where Stripe and the marketplace find one another. Nothing listens there: both are
// in this process.
const (
	stageStripe = "http://stripe.invalid"
	stageHook   = "http://etal.invalid/webhooks/stripe"
)

// stage is a marketplace on a clock that is moved by hand, with a Stripe of its
// own in memory.
type stage struct {
	db     *db.DB
	app    *server.App
	clock  *clock.Manual
	stripe *stripesim.Simulator
	luck   *rand.Rand

	operator actor.Actor
	buyers   []buyer
	wares    []ware
	keys     int // of orders and refunds, so that each has its own
}

type buyer struct {
	account identity.AccountID
	name    string
}

// ware is an offer that can be bought.
type ware struct {
	OfferID  string
	SellerID seller.ID
}

// openStage opens the database of an App on a clock that begins at an instant.
func openStage(ctx context.Context, a *server.App, at time.Time, seed uint64) (*stage, error) {
	s := &stage{clock: clock.NewManual(at), luck: rand.New(rand.NewPCG(seed, 6))} //nolint:gosec // it must be foreseeable
	var err error
	if s.db, err = db.Open(ctx, a.Config.Database.Reveal(), db.Options{Clock: s.clock}); err != nil {
		return nil, err
	}
	cfg := a.Config
	cfg.StripeAPIURL, cfg.RateLimits, cfg.ReleaseHold, cfg.PayoutInterval = stageStripe, "off", 48*time.Hour, 24*time.Hour
	s.stripe, err = stripesim.New(stripesim.Options{
		SecretKey: cfg.StripeSecretKey.Reveal(), PublishableKey: cfg.StripePublishableKey, BaseURL: stageStripe,
		Country: "DE", Currency: strings.ToLower(cfg.Currency), EventsMax: 2000,
		Now:          func() time.Time { return at }, // advance moves it, and lets what was due happen
		WebhookClock: true, WebhookClient: &http.Client{Transport: hand{func() http.Handler { return s.app.Handler() }}},
		Webhooks: []stripesim.Webhook{
			{URL: stageHook, Secret: cfg.StripeWebhookSecret.Reveal()},
			{URL: stageHook, Secret: cfg.StripeConnectWebhookSecret.Reveal(), Connect: true},
		},
	})
	if err != nil {
		return nil, errors.Join(err, s.db.Close())
	}
	client, err := stripe.New(stripe.Options{
		SecretKey: cfg.StripeSecretKey.Reveal(), APIURL: stageStripe, Hasty: true, Transport: hand{s.stripe.Handler},
	})
	if err == nil {
		s.app, err = server.New(cfg, server.Deps{DB: s.db, Provider: client, Keys: a.Keys})
	}
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

func (s *stage) close() error { return errors.Join(s.stripe.Close(), s.db.Close()) }

func (s *stage) advance(d time.Duration) {
	s.clock.Advance(d)
	s.stripe.Advance(d)
}

// hand gives requests to a handler of this process.
type hand struct{ to func() http.Handler }

// RoundTrip implements http.RoundTripper.
func (h hand) RoundTrip(r *http.Request) (*http.Response, error) {
	in := r.Clone(r.Context())
	in.RequestURI, in.RemoteAddr = r.URL.RequestURI(), "127.0.0.1:9"
	if in.Body == nil {
		in.Body = http.NoBody
	}
	a := &written{header: http.Header{}, status: http.StatusOK}
	h.to().ServeHTTP(a, in)
	return &http.Response{
		Status: http.StatusText(a.status), StatusCode: a.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: a.header, Body: io.NopCloser(&a.body), ContentLength: int64(a.body.Len()), Request: r,
	}, nil
}

// written is an answer that is kept.
type written struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (a *written) Header() http.Header { return a.header }

// WriteHeader implements http.ResponseWriter.
func (a *written) WriteHeader(status int) { a.status = status }

// Write implements http.ResponseWriter.
func (a *written) Write(p []byte) (int, error) { return a.body.Write(p) }

// atStripe posts a form as a browser, a bank or the Dashboard does.
func (s *stage) atStripe(ctx context.Context, path, key string, form url.Values) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, stageStripe+path, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if key != "" {
		r.Header.Set("Authorization", "Bearer "+key)
	}
	answer, err := hand{s.stripe.Handler}.RoundTrip(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode >= http.StatusBadRequest && answer.StatusCode != http.StatusPaymentRequired { // a card may be declined
		err = fmt.Errorf("%s: %d %s", path, answer.StatusCode, text)
	}
	return err
}

// settled are the jobs that come back by themselves and bring the sample to its
// end. Those that chain the ledger and write statements wait for the copies.
func settled(kind string, _ time.Duration) bool {
	switch kind {
	case "payment.sweep", "checkout.expire", "ledger.mature", "payout.sweep", "refund.sweep", "dispute.sweep":
		return true
	}
	return false
}

// roundsMax bounds how often settle looks again.
const roundsMax = 80

// settle lets everything happen that is due: webhooks, jobs and sweeps.
func (s *stage) settle(ctx context.Context) error {
	for range roundsMax {
		moved, err := s.follow(ctx)
		if err != nil {
			return err
		}
		if err := s.db.RunRecurring(ctx, s.app.Jobs(), settled); err != nil {
			return err
		}
		more, err := s.follow(ctx)
		if err != nil || !moved && !more {
			return err
		}
	}
	return fmt.Errorf("there is always something left to do after %d rounds", roundsMax)
}

// follow delivers webhooks and does jobs, and reports whether there were any.
func (s *stage) follow(ctx context.Context) (moved bool, err error) {
	for range roundsMax {
		delivered := s.stripe.Deliver(ctx)
		var failure error
		done, err := s.db.DrainAs(ctx, s.app.Jobs(), db.Draining{At: s.clock.Now(), Failed: func(kind string, err error) {
			failure = errors.Join(failure, fmt.Errorf("%s: %w", kind, err))
		}})
		if err = errors.Join(err, failure); err != nil || delivered+done == 0 {
			return moved, err
		}
		moved = true
	}
	return moved, nil
}
