package stripesim_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
	"github.com/stripe/stripe-go/v76/client"

	"github.com/etal-market/etal/gateway/stripesim"
)

// world is a simulator behind HTTP with the official client in front.
type world struct {
	t   *testing.T
	sim *stripesim.Simulator
	url string
	sc  *client.API
}

// testClock stands still until somebody advances the simulator.
type testClock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *testClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func newWorld(t *testing.T, change ...func(*stripesim.Options)) *world {
	t.Helper()
	clock := &testClock{now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	o := stripesim.Options{Now: clock.Now}
	for _, c := range change {
		c(&o)
	}
	sim, err := stripesim.New(o)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, sim.Close()) })
	server := httptest.NewServer(sim.Handler())
	t.Cleanup(server.Close)
	return &world{t: t, sim: sim, url: server.URL, sc: stripeClient(server.URL, "sk_test_simulator", 0)}
}

func stripeClient(at, key string, retries int64) *client.API {
	backend := func(kind stripe.SupportedBackend) stripe.Backend {
		return stripe.GetBackendWithConfig(kind, &stripe.BackendConfig{
			URL: stripe.String(at), MaxNetworkRetries: stripe.Int64(retries), EnableTelemetry: stripe.Bool(false),
			HTTPClient:    &http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{DisableKeepAlives: retries == 0}},
			LeveledLogger: &stripe.LeveledLogger{Level: stripe.LevelNull},
		})
	}
	return client.New(key, &stripe.Backends{
		API: backend(stripe.APIBackend), Connect: backend(stripe.ConnectBackend), Uploads: backend(stripe.UploadsBackend),
	})
}

// run delivers webhooks until the test ends.
func (w *world) run() {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = w.sim.Run(ctx)
	}()
	w.t.Cleanup(func() { stop(); <-done })
}

// seller makes an onboarded account.
func (w *world) seller() *stripe.Account {
	w.t.Helper()
	a := w.applicant()
	w.post("/_sim/accounts/"+a.ID+"/onboard", "business_name=Mill")
	a, err := w.sc.Accounts.GetByID(a.ID, nil)
	require.NoError(w.t, err)
	require.True(w.t, a.PayoutsEnabled)
	return a
}

// applicant makes an account that has not been onboarded.
func (w *world) applicant() *stripe.Account {
	w.t.Helper()
	a, err := w.sc.Accounts.New(&stripe.AccountParams{
		Country: stripe.String("US"), Email: stripe.String("mill@example.com"),
		Controller: &stripe.AccountControllerParams{
			Fees:            &stripe.AccountControllerFeesParams{Payer: stripe.String("application")},
			Losses:          &stripe.AccountControllerLossesParams{Payments: stripe.String("application")},
			StripeDashboard: &stripe.AccountControllerStripeDashboardParams{Type: stripe.String("express")},
		},
		Capabilities: &stripe.AccountCapabilitiesParams{Transfers: &stripe.AccountCapabilitiesTransfersParams{Requested: stripe.Bool(true)}},
		Settings: &stripe.AccountSettingsParams{Payouts: &stripe.AccountSettingsPayoutsParams{
			Schedule: &stripe.AccountSettingsPayoutsScheduleParams{Interval: stripe.String("manual")},
		}},
	})
	require.NoError(w.t, err)
	return a
}

// pay makes a payment of a card and confirms it; err is what the client got.
func (w *world) pay(amount int64, method string) (*stripe.PaymentIntent, error) {
	p := &stripe.PaymentIntentParams{
		Amount: stripe.Int64(amount), Currency: stripe.String("usd"), PaymentMethod: stripe.String(method), Confirm: stripe.Bool(true),
		PaymentMethodTypes: stripe.StringSlice([]string{"card"}), TransferGroup: stripe.String("ord_1"),
	}
	p.AddExpand("latest_charge.balance_transaction")
	return w.sc.PaymentIntents.New(p)
}

func (w *world) paid(amount int64, method string) *stripe.PaymentIntent {
	w.t.Helper()
	i, err := w.pay(amount, method)
	require.NoError(w.t, err)
	require.Equal(w.t, stripe.PaymentIntentStatusSucceeded, i.Status)
	return i
}

func (w *world) transfer(amount int64, to, source string) (*stripe.Transfer, error) {
	p := &stripe.TransferParams{Amount: stripe.Int64(amount), Currency: stripe.String("usd"), Destination: stripe.String(to), TransferGroup: stripe.String("ord_1")}
	if source != "" {
		p.SourceTransaction = stripe.String(source)
	}
	return w.sc.Transfers.New(p)
}

// balance of an account; "" is the platform.
func (w *world) balance(account string) (available, pending int64) {
	w.t.Helper()
	p := &stripe.BalanceParams{}
	if account != "" {
		p.SetStripeAccount(account)
	}
	b, err := w.sc.Balance.Get(p)
	require.NoError(w.t, err)
	return b.Available[0].Amount, b.Pending[0].Amount
}

// post calls a control endpoint.
func (w *world) post(path, form string) string {
	w.t.Helper()
	status, body := w.do(http.MethodPost, path, form, "")
	require.Equal(w.t, http.StatusOK, status, body)
	return body
}

// do is a plain HTTP call, for what the client would not send.
func (w *world) do(method, path, form, idempotencyKey string) (status int, body string) {
	w.t.Helper()
	req, err := http.NewRequestWithContext(w.t.Context(), method, w.url+path, strings.NewReader(form))
	require.NoError(w.t, err)
	req.Header.Set("Authorization", "Bearer sk_test_simulator")
	if form != "" {
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if idempotencyKey != "" {
		req.Header.Set("Idempotency-Key", idempotencyKey)
	}
	browser := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := browser.Do(req)
	require.NoError(w.t, err)
	defer res.Body.Close()
	raw, err := io.ReadAll(res.Body)
	require.NoError(w.t, err)
	if to := res.Header.Get("Location"); to != "" {
		return res.StatusCode, to
	}
	return res.StatusCode, string(raw)
}

// consistent asks the simulator to add everything up again.
func (w *world) consistent() {
	w.t.Helper()
	_, body := w.do(http.MethodGet, "/_sim/totals", "", "")
	require.Contains(w.t, body, `"consistent":true`)
}

// stripeErr is the error as the client types it.
func stripeErr(t require.TestingT, err error) *stripe.Error {
	var e *stripe.Error
	require.ErrorAs(t, err, &e)
	return e
}

func form(pairs ...string) string {
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Set(pairs[i], pairs[i+1])
	}
	return v.Encode()
}
