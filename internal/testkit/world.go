// Package testkit is a world for tests: the whole marketplace with a clock that
// stands still, a Stripe simulator, and people with names.
//
//	testkit.Each(t, func(t *testing.T, w *testkit.World) {
//		alice := w.Buyer("Alice")
//		mill := w.Seller("Mill", testkit.Onboarded)
//		tea := mill.Product("Tea", "12.50", 10)
//		order := alice.Buys(tea.Times(2))
//		mill.Ships(order)
//		w.Advance(15 * 24 * time.Hour)
//		w.Settle()
//		w.Balanced()
//	})
//
// Everything is made through the use cases that people use. Nothing happens by
// itself: jobs run and webhooks arrive in Settle, and the world waits for
// nothing else.
package testkit

import (
	"context"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/gateway/stripe"
	"github.com/etal-market/etal/gateway/stripesim"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

// Start is the instant at which a world begins: a Monday morning, after every
// real one, so that what is delayed by this clock is delayed for the job queue
// too.
var Start = time.Date(2035, 3, 5, 9, 0, 0, 0, time.UTC)

// Password is everybody's.
const Password = "a quiet harbour 47"

// stripeTimeout is shorter than in production, so that stories about answers
// that never come are told quickly, and long for a machine that is busy.
const stripeTimeout = 5 * time.Second

// World is a marketplace in a test.
type World struct {
	App    *server.App
	DB     *db.DB
	Clock  *clock.Manual
	Stripe *stripesim.Simulator
	URL    string // where the API listens
	// StripeURL is where the simulator listens.
	StripeURL string
	// Receivers get what webhooks are sent.
	Receivers Receivers

	t         testing.TB
	streaming sync.Once
	ran       sync.Map // when each recurring job ran, by its kind
	count     int      // of people and things made, for names that must be unique
}

// Option changes the settings of a world, by the name of a setting without its
// prefix: testkit.Setting("RELEASE_HOLD", "48h").
type Option func(environ map[string]string)

// Setting sets a setting of the world.
func Setting(name, value string) Option {
	return func(environ map[string]string) { environ[config.Prefix+name] = value }
}

// belowZero is a setting of the world itself, and not of the marketplace.
const belowZero = "testkit: below zero"

// BelowZero lets reversals take sellers' balances at Stripe below zero, and has Stripe
// keep the platform's money aside for them.
func BelowZero() Option {
	return func(environ map[string]string) { environ[belowZero] = "yes" }
}

// Each runs fn as the parallel subtests "sqlite" and "postgres", each in a new
// world.
func Each(t *testing.T, fn func(t *testing.T, w *World), options ...Option) {
	t.Helper()
	dbtest.EachAt(t, Start, func(t *testing.T, d *db.DB, _ *clock.Manual) {
		fn(t, New(t, d, options...))
	})
}

// Open returns a new world on SQLite.
func Open(t testing.TB, options ...Option) *World {
	t.Helper()
	d, _ := dbtest.NewAt(t, Start)
	return New(t, d, options...)
}

// New returns a world on a migrated database that was opened with a
// clock.Manual, as dbtest.EachAt does. It ends with the test.
func New(t testing.TB, d *db.DB, options ...Option) *World {
	t.Helper()
	return NewTraced(t, d, nil, options...)
}

// NewTraced is New with traces of all that happens.
func NewTraced(t testing.TB, d *db.DB, tracing *server.Tracing, options ...Option) *World {
	t.Helper()
	manual, ok := d.Clock().(*clock.Manual)
	require.True(t, ok, "open the database with a clock.Manual: dbtest.EachAt or testkit.Each")
	w := &World{DB: d, Clock: manual, t: t}

	front := httptest.NewUnstartedServer(nil)
	w.URL = "http://" + front.Listener.Addr().String()
	own := map[string]string{}
	for _, option := range options {
		option(own)
	}
	w.startStripe(own[belowZero] != "")
	environ := map[string]string{
		"ETAL_BASE_URL":       strings.Replace(w.URL, "127.0.0.1", "localhost", 1), // a numeric address has no passkeys
		"ETAL_STRIPE_API_URL": w.StripeURL, "ETAL_LISTEN": front.Listener.Addr().String(),
		"ETAL_RATE_LIMITS": "off", // they run by the clock on the wall
	}
	for _, option := range options {
		option(environ)
	}
	delete(environ, belowZero)
	cfg, err := config.Load(environ, config.Development)
	require.NoError(t, err)
	client, err := stripe.New(stripe.Options{
		SecretKey: cfg.StripeSecretKey.Reveal(), APIURL: cfg.StripeAPIURL, Timeout: stripeTimeout, Around: tracing.Calls,
	})
	require.NoError(t, err)
	w.App, err = server.New(cfg, server.Deps{DB: d, Provider: client, Sender: &w.Receivers, HashMemoryKiB: 64, Tracing: tracing})
	require.NoError(t, err)
	front.Config.Handler = w.App.Handler()
	front.Start()
	t.Cleanup(front.Close)
	return w
}

// startStripe starts a simulator in memory whose clock is the world's. It
// delivers webhooks at once and repeats refused ones after some milliseconds.
func (w *World) startStripe(negative bool) {
	w.t.Helper()
	secrets, err := config.Load(nil, config.Development)
	require.NoError(w.t, err)
	backoff := make([]time.Duration, 50)
	for i := range backoff {
		backoff[i] = 5 * time.Millisecond
	}
	started, policy := w.Clock.Now(), stripesim.ReversalStrict
	if negative {
		policy = stripesim.ReversalAllowNegative
	}
	sim, err := stripesim.New(stripesim.Options{
		Country: "DE", Currency: "eur", WebhookBackoff: backoff, Reversals: policy, ReserveNegative: negative,
		Now: func() time.Time { return started }, // Advance moves it, and lets what was due happen
		Webhooks: []stripesim.Webhook{
			{URL: w.URL + "/webhooks/stripe", Secret: secrets.StripeWebhookSecret.Reveal()},
			{URL: w.URL + "/webhooks/stripe", Secret: secrets.StripeConnectWebhookSecret.Reveal(), Connect: true},
		},
	})
	require.NoError(w.t, err)
	back := httptest.NewServer(sim.Handler())
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = sim.Run(ctx) // returns nil when ctx ends
	}()
	w.t.Cleanup(func() {
		stop()
		<-ended
		back.Close()
	})
	w.Stripe, w.StripeURL = sim, back.URL
}

// Advance moves the clocks of the marketplace and of Stripe. What becomes due
// happens in Settle.
func (w *World) Advance(d time.Duration) {
	w.t.Helper()
	w.Clock.Advance(d)
	w.Stripe.Advance(d)
}

// rounds bounds how often Settle looks again: a story that is not over by then
// goes round in circles.
const rounds = 60

// Settle lets everything happen that is due until nothing is left: webhooks and jobs
// first, then the sweeps that come back by themselves, which run in this goroutine and
// without a row in the queue. What comes back within a minute runs however often the
// world settles; what comes back by the hour or the day once at each time of the clock,
// since that is all that it goes by. Jobs that go on failing are parked, as ever; Parked
// tells of them.
func (w *World) Settle() {
	w.t.Helper()
	for range rounds {
		if w.follow() {
			continue
		}
		require.NoError(w.t, w.DB.RunRecurring(w.t.Context(), w.App.Jobs(), w.isDue))
		if !w.follow() {
			return
		}
	}
	w.t.Fatal("the world does not come to rest")
}

// isDue reports whether a recurring job runs now.
func (w *World) isDue(kind string, every time.Duration) bool {
	now := w.Clock.Now()
	last, ok := w.ran.Swap(kind, now)
	return every <= time.Minute || !ok || last != now
}

// follow takes webhooks and does the jobs that wait, and reports whether there were any.
func (w *World) follow() bool {
	w.t.Helper()
	arrived := w.awaitWebhooks()
	done, err := w.DB.Drain(w.t.Context(), w.App.Jobs(), w.Clock.Now())
	require.NoError(w.t, err)
	return w.awaitWebhooks() || arrived || done > 0
}

// awaitWebhooks waits until the simulator has delivered everything, and
// reports whether there was anything.
func (w *World) awaitWebhooks() bool {
	w.t.Helper()
	if w.Stripe.PendingWebhooks() == 0 {
		return false
	}
	require.Eventually(w.t, func() bool { return w.Stripe.PendingWebhooks() == 0 }, 30*time.Second, time.Millisecond,
		"webhooks are not taken")
	return true
}

// Parked returns how many jobs have failed for good.
func (w *World) Parked() int {
	w.t.Helper()
	n, err := w.DB.CountParked(w.t.Context())
	require.NoError(w.t, err)
	return n
}

// Verified fails the test unless every invariant holds.
func (w *World) Verified() {
	w.t.Helper()
	findings, err := w.App.Verify(w.t.Context(), nil)
	require.NoError(w.t, err)
	require.Empty(w.t, findings)
}

// Balanced fails the test unless every invariant holds and the ledger agrees
// with Stripe to the minor unit.
func (w *World) Balanced() {
	w.t.Helper()
	w.Verified()
	report, err := w.App.Reconciliation.Run(w.t.Context(), reconciliation.Manner{})
	require.NoError(w.t, err)
	require.Empty(w.t, report.Differences)
}
