package stripesim_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
	"github.com/stripe/stripe-go/v76/client"
)

// place is a Stripe: the simulator, or the real one by the key of a sandbox. A promise
// asks it for nothing that only one of the two can do.
type place struct {
	t   *testing.T
	url string
	key string
	sc  *client.API
	ear *ear
	// wait is how long an answer that comes by itself may take.
	wait time.Duration
}

// ear keeps the answers that pass.
type ear struct {
	next http.RoundTripper

	mu      sync.Mutex
	answers []json.RawMessage
}

// RoundTrip is for http.Client.
func (e *ear) RoundTrip(r *http.Request) (*http.Response, error) {
	res, err := e.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(res.Body)
	if err != nil {
		return nil, err
	}
	_ = res.Body.Close()
	res.Body = io.NopCloser(bytes.NewReader(body))
	e.mu.Lock()
	e.answers = append(e.answers, body)
	e.mu.Unlock()
	return res, nil
}

// newPlace is a place at an address; files go to another one at the real Stripe.
func newPlace(t *testing.T, url, files, key string) *place {
	t.Helper()
	p := &place{t: t, url: url, key: key, ear: &ear{next: &http.Transport{DisableKeepAlives: true}}, wait: time.Minute}
	backend := func(kind stripe.SupportedBackend, at string) stripe.Backend {
		return stripe.GetBackendWithConfig(kind, &stripe.BackendConfig{
			URL: stripe.String(at), MaxNetworkRetries: stripe.Int64(0), EnableTelemetry: stripe.Bool(false),
			HTTPClient:    &http.Client{Timeout: 80 * time.Second, Transport: p.ear},
			LeveledLogger: &stripe.LeveledLogger{Level: stripe.LevelNull},
		})
	}
	p.sc = client.New(key, &stripe.Backends{
		API: backend(stripe.APIBackend, url), Connect: backend(stripe.ConnectBackend, url), Uploads: backend(stripe.UploadsBackend, files),
	})
	return p
}

func (p *place) pay(method string, change ...func(*stripe.PaymentIntentParams)) (*stripe.PaymentIntent, error) {
	in := &stripe.PaymentIntentParams{
		Amount: stripe.Int64(10_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String(method), Confirm: stripe.Bool(true),
		PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
	}
	in.AddExpand("latest_charge.balance_transaction")
	for _, c := range change {
		c(in)
	}
	return p.sc.PaymentIntents.New(in)
}

// raw sends a form that the client would not.
func (p *place) raw(path, form, key string) (status int, header http.Header, body string) {
	p.t.Helper()
	r, err := http.NewRequestWithContext(p.t.Context(), http.MethodPost, p.url+path, strings.NewReader(form))
	require.NoError(p.t, err)
	r.Header.Set("Authorization", "Bearer "+p.key)
	r.Header.Set("Stripe-Version", stripe.APIVersion)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if key != "" {
		r.Header.Set("Idempotency-Key", key)
	}
	res, err := http.DefaultClient.Do(r)
	require.NoError(p.t, err)
	defer res.Body.Close()
	text, err := io.ReadAll(res.Body)
	require.NoError(p.t, err)
	return res.StatusCode, res.Header, string(text)
}

// promises are what Étal relies on and what the simulator and Stripe must both do.
func promises() map[string]func(*testing.T, *place) {
	return map[string]func(*testing.T, *place){
		"parameters that do not exist are refused":    promiseStrict,
		"a card pays, pending or at once":             promisePays,
		"a card is declined, or asks for more":        promiseDeclines,
		"an authorisation is captured in part":        promiseCaptures,
		"a key is good for one request":               promiseKeys,
		"a charge is given back up to what it is":     promiseRefunds,
		"an account starts unable, and is told why":   promiseAccounts,
		"a dispute takes the money and is answered":   promiseDisputes,
		"a file is of its purpose's type":             promiseFiles,
		"an endpoint and its events have the version": promiseHooks,
	}
}

func promiseStrict(t *testing.T, p *place) {
	for form, param := range map[string]string{
		"amount=1000&currency=usd&bogus=1": "bogus",
		"amount=1000&currency=usd&shipping[name]=A&shipping[address][line1]=B&shipping[address][bogus]=1": "shipping[address][bogus]",
	} {
		status, _, body := p.raw("/v1/payment_intents", form, "")
		require.Equal(t, 400, status, body)
		require.Contains(t, body, `parameter_unknown`)
		require.Contains(t, body, param)
	}
}

func promisePays(t *testing.T, p *place) {
	i, err := p.pay("pm_card_visa")
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, i.Status)
	txn := i.LatestCharge.BalanceTransaction
	require.Equal(t, txn.Amount-txn.Fee, txn.Net)
	require.Positive(t, txn.Fee)
	require.Equal(t, stripe.BalanceTransactionStatusPending, txn.Status)
	require.Equal(t, stripe.BalanceTransactionTypeCharge, txn.Type)
	i, err = p.pay("pm_card_bypassPending")
	require.NoError(t, err)
	require.Equal(t, stripe.BalanceTransactionStatusAvailable, i.LatestCharge.BalanceTransaction.Status)
}

func promiseDeclines(t *testing.T, p *place) {
	_, err := p.pay("pm_card_visa_chargeDeclinedInsufficientFunds")
	e := stripeErr(t, err)
	require.Equal(t, []any{402, stripe.ErrorCodeCardDeclined, stripe.DeclineCodeInsufficientFunds}, []any{e.HTTPStatusCode, e.Code, e.DeclineCode})
	require.Equal(t, stripe.PaymentIntentStatusRequiresPaymentMethod, e.PaymentIntent.Status)
	i, err := p.pay("pm_card_authenticationRequired", func(in *stripe.PaymentIntentParams) { in.ReturnURL = stripe.String("https://etal.example/back") })
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusRequiresAction, i.Status)
	require.Equal(t, stripe.PaymentIntentNextActionTypeRedirectToURL, i.NextAction.Type)
	i, err = p.sc.PaymentIntents.Cancel(i.ID, &stripe.PaymentIntentCancelParams{CancellationReason: stripe.String("abandoned")})
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusCanceled, i.Status)
	_, err = p.sc.PaymentIntents.Cancel(i.ID, &stripe.PaymentIntentCancelParams{})
	require.Equal(t, stripe.ErrorCodePaymentIntentUnexpectedState, stripeErr(t, err).Code)
}

func promiseCaptures(t *testing.T, p *place) {
	i, err := p.pay("pm_card_visa", func(in *stripe.PaymentIntentParams) { in.CaptureMethod = stripe.String("manual") })
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusRequiresCapture, i.Status)
	i, err = p.sc.PaymentIntents.Capture(i.ID, &stripe.PaymentIntentCaptureParams{AmountToCapture: stripe.Int64(9_000)})
	require.NoError(t, err)
	require.EqualValues(t, 9_000, i.AmountReceived)
}

func promiseKeys(t *testing.T, p *place) {
	key := "promise-" + time.Now().UTC().Format(time.RFC3339Nano)
	s1, _, first := p.raw("/v1/customers", "name=Alice&metadata[a]=1", key)
	s2, header, again := p.raw("/v1/customers", "metadata[a]=1&name=Alice", key)
	require.Equal(t, []any{200, 200}, []any{s1, s2})
	require.JSONEq(t, first, again)
	require.Equal(t, "true", header.Get("Idempotent-Replayed"))
	status, _, body := p.raw("/v1/customers", "name=Bob", key)
	require.Equal(t, 400, status)
	require.Contains(t, body, "idempotency_error")
}

func promiseRefunds(t *testing.T, p *place) {
	i, err := p.pay("pm_card_bypassPending")
	require.NoError(t, err)
	give := func(minor int64) error {
		in := &stripe.RefundParams{PaymentIntent: stripe.String(i.ID), Amount: stripe.Int64(minor)}
		_, err := p.sc.Refunds.New(in)
		return err
	}
	require.NoError(t, give(4_000))
	require.Equal(t, 400, stripeErr(t, give(6_001)).HTTPStatusCode)
	require.NoError(t, give(6_000))
	require.Equal(t, stripe.ErrorCodeChargeAlreadyRefunded, stripeErr(t, give(1)).Code)
}

func promiseAccounts(t *testing.T, p *place) {
	a, err := p.sc.Accounts.New(&stripe.AccountParams{
		Country: stripe.String("US"),
		Controller: &stripe.AccountControllerParams{
			Fees:            &stripe.AccountControllerFeesParams{Payer: stripe.String("application")},
			Losses:          &stripe.AccountControllerLossesParams{Payments: stripe.String("application")},
			StripeDashboard: &stripe.AccountControllerStripeDashboardParams{Type: stripe.String("express")},
		},
		Capabilities: &stripe.AccountCapabilitiesParams{Transfers: &stripe.AccountCapabilitiesTransfersParams{Requested: stripe.Bool(true)}},
	})
	require.NoError(t, err)
	defer func() { _, _ = p.sc.Accounts.Del(a.ID, &stripe.AccountParams{}) }()
	require.False(t, a.PayoutsEnabled || a.DetailsSubmitted)
	require.NotEmpty(t, a.Requirements.CurrentlyDue)
	require.Equal(t, stripe.AccountCapabilityStatusInactive, a.Capabilities.Transfers)
	link, err := p.sc.AccountLinks.New(&stripe.AccountLinkParams{
		Account: stripe.String(a.ID), Type: stripe.String("account_onboarding"),
		ReturnURL: stripe.String("https://etal.example/back"), RefreshURL: stripe.String("https://etal.example/again"),
	})
	require.NoError(t, err)
	require.NotEmpty(t, link.URL)
	paid, err := p.pay("pm_card_bypassPending")
	require.NoError(t, err)
	_, err = p.sc.Transfers.New(&stripe.TransferParams{
		Amount: stripe.Int64(100), Currency: stripe.String("usd"), Destination: stripe.String(a.ID), SourceTransaction: stripe.String(paid.LatestCharge.ID),
	})
	require.Equal(t, stripe.ErrorCode("insufficient_capabilities_for_transfer"), stripeErr(t, err).Code)
}

func promiseDisputes(t *testing.T, p *place) {
	i, err := p.pay("pm_card_createDispute")
	require.NoError(t, err)
	var d *stripe.Dispute
	require.Eventually(t, func() bool {
		all := p.sc.Disputes.List(&stripe.DisputeListParams{PaymentIntent: stripe.String(i.ID)}).DisputeList()
		if all == nil || len(all.Data) == 0 {
			return false
		}
		d = all.Data[0]
		return true
	}, p.wait, p.wait/60)
	require.Equal(t, stripe.DisputeStatusNeedsResponse, d.Status)
	require.EqualValues(t, -10_000, d.BalanceTransactions[0].Amount)
	_, err = p.sc.Refunds.New(&stripe.RefundParams{PaymentIntent: stripe.String(i.ID)})
	require.Equal(t, stripe.ErrorCode("charge_disputed"), stripeErr(t, err).Code)
	d, err = p.sc.Disputes.Update(d.ID, &stripe.DisputeParams{
		Evidence: &stripe.DisputeEvidenceParams{UncategorizedText: stripe.String("winning_evidence")}, Submit: stripe.Bool(true),
	})
	require.NoError(t, err)
	require.Contains(t, []stripe.DisputeStatus{stripe.DisputeStatusUnderReview, stripe.DisputeStatusWon}, d.Status)
}

func promiseFiles(t *testing.T, p *place) {
	send := func(name string, data []byte) (*stripe.File, error) {
		return p.sc.Files.New(&stripe.FileParams{FileReader: bytes.NewReader(data), Filename: stripe.String(name), Purpose: stripe.String("dispute_evidence")})
	}
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82")
	f, err := send("dot.png", png)
	require.NoError(t, err)
	require.Equal(t, []any{"png", int64(len(png))}, []any{f.Type, f.Size})
	_, err = send("page.html", []byte("<html></html>"))
	require.Equal(t, 400, stripeErr(t, err).HTTPStatusCode)
}

func promiseHooks(t *testing.T, p *place) {
	h, err := p.sc.WebhookEndpoints.New(&stripe.WebhookEndpointParams{
		URL: stripe.String("https://etal.example/webhooks/stripe"), EnabledEvents: stripe.StringSlice([]string{"payment_intent.succeeded"}),
		APIVersion: stripe.String(stripe.APIVersion),
	})
	require.NoError(t, err)
	defer func() { _, _ = p.sc.WebhookEndpoints.Del(h.ID, &stripe.WebhookEndpointParams{}) }()
	require.Equal(t, stripe.APIVersion, h.APIVersion)
	require.True(t, strings.HasPrefix(h.Secret, "whsec_"))
	h, err = p.sc.WebhookEndpoints.Get(h.ID, &stripe.WebhookEndpointParams{})
	require.NoError(t, err)
	require.Empty(t, h.Secret, "it is told once")
}

// TestPromises_of_the_simulator holds the simulator to what `make stripe-sandbox` holds
// Stripe itself to.
func TestPromises_of_the_simulator(t *testing.T) {
	t.Parallel()
	for name, keep := range promises() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			p := newPlace(t, w.url, w.url, "sk_test_simulator")
			keep(t, p)
			w.consistent()
		})
	}
}
