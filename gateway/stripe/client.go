package stripe

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	sdk "github.com/stripe/stripe-go/v76"
	"github.com/stripe/stripe-go/v76/client"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/refund"
)

// apiVersion is the version of Stripe's API that this package is written for.
// The SDK sends its own; the transport refuses to send any other, so that an
// upgrade of the SDK cannot change the meaning of our calls unnoticed.
const apiVersion = "2023-10-16"

// apiHost is where real money is.
const apiHost = "api.stripe.com"

// patience is how often the SDK repeats a call that no queue stands behind: a
// buyer or a seller waits for it. Its pauses do not end with the context, so it
// must be small. Calls made by jobs are not repeated: their queue does that.
const patience = 2

// ErrConfiguration is what a *provider.Error wraps when Stripe does not accept
// our key. Nothing is decided by such an answer; somebody must see to the key.
var ErrConfiguration = errors.New("stripe does not accept the configured key")

// Options say how Stripe is reached.
type Options struct {
	// SecretKey is a secret or restricted key, sk_… or rk_….
	SecretKey string
	// APIURL is the address of a simulator. Empty means Stripe.
	APIURL string
	// Timeout is for one exchange with Stripe; 0 means 20 seconds.
	Timeout time.Duration
	// Transport carries the exchanges; nil means a transport of our own.
	Transport http.RoundTripper
	// Share is how many processes share the limits of the account; 0 means one.
	Share int
	// Around stands between what a call is checked by and what carries it, to watch
	// it; nil: nothing does.
	Around func(http.RoundTripper) http.RoundTripper
	// AccountCards has accounts ask for card payments beside transfers, which Stripe
	// requires of a platform that it has not approved for transfers alone.
	AccountCards bool
	// Hasty makes no pause before a call is repeated: for a clock that is moved by
	// hand, on which pauses would be spent for nothing.
	Hasty bool
}

// Client speaks to Stripe. It is safe for concurrent use.
type Client struct {
	jobs    *client.API // a queue repeats these calls
	patient *client.API // somebody waits for these calls

	accountCards bool // accounts ask for card payments
}

var (
	_ payment.Gateway        = (*Client)(nil)
	_ payout.AccountGateway  = (*Client)(nil)
	_ payout.TransferGateway = (*Client)(nil)
	_ payout.PayoutGateway   = (*Client)(nil)
	_ payout.ReversalGateway = (*Client)(nil)
	_ refund.Gateway         = (*Client)(nil)
	_ dispute.Gateway        = (*Client)(nil)
	_ reconciliation.Gateway = (*Client)(nil)
)

// New returns a client. It returns an error for a key that is none, and for a
// live key together with an address that is not Stripe's.
func New(o Options) (*Client, error) {
	if !hasOneOf(o.SecretKey, "sk_test_", "sk_live_", "rk_test_", "rk_live_") {
		return nil, errors.New("the Stripe key is not a secret or restricted key")
	}
	if o.APIURL != "" {
		u, err := url.Parse(o.APIURL)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, fmt.Errorf("the Stripe address %q is none", o.APIURL)
		}
		if isLive(o.SecretKey) && (u.Scheme != "https" || u.Host != apiHost) {
			return nil, errors.New("a live Stripe key is only sent to Stripe")
		}
	}
	if o.Timeout == 0 {
		o.Timeout = 20 * time.Second
	}
	if o.Transport == nil {
		o.Transport = newTransport()
	}
	if o.Around != nil {
		o.Transport = o.Around(o.Transport)
	}
	if o.APIURL == "" { // a simulator has no limits
		o.Transport = newThrottle(o.Transport, o.SecretKey, o.Share)
	}
	// Stripe does not redirect; following one would carry a change elsewhere.
	exchange := &http.Client{Timeout: o.Timeout, Transport: guard{o.Transport}, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	return &Client{jobs: newAPI(o, exchange, 0), patient: newAPI(o, exchange, patience), accountCards: o.AccountCards}, nil
}

// Payouts returns the four sides of the client that payouts need.
func (c *Client) Payouts() payout.Gateways {
	return payout.Gateways{Accounts: c, Transfers: c, Payouts: c, Reversals: c}
}

func hasOneOf(s string, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if len(s) > len(prefix) && strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}

// isLive reports whether a key moves real money.
func isLive(secretKey string) bool { return hasOneOf(secretKey, "sk_live_", "rk_live_") }

// newAPI builds a client of the SDK that shares nothing with its package
// variables. Each backend gets a configuration of its own, because the SDK
// writes its defaults into the one it is given; a backend left out would be
// nil. Telemetry is on unless it is switched off, and the SDK's log holds
// whole answers, client secrets included.
func newAPI(o Options, exchange *http.Client, retries int64) *client.API {
	backend := func(kind sdk.SupportedBackend) sdk.Backend {
		cfg := &sdk.BackendConfig{
			HTTPClient:        exchange,
			MaxNetworkRetries: sdk.Int64(retries),
			EnableTelemetry:   sdk.Bool(false),
			LeveledLogger:     &sdk.LeveledLogger{Level: sdk.LevelNull},
		}
		if o.APIURL != "" {
			cfg.URL = sdk.String(o.APIURL)
		}
		made := sdk.GetBackendWithConfig(kind, cfg)
		if own, ok := made.(*sdk.BackendImplementation); ok {
			own.SetNetworkRetriesSleep(!o.Hasty)
		}
		return made
	}
	return client.New(o.SecretKey, &sdk.Backends{
		API:     backend(sdk.APIBackend),
		Connect: backend(sdk.ConnectBackend),
		Uploads: backend(sdk.UploadsBackend),
	})
}

// newTransport keeps enough connections to one host for all workers.
func newTransport() http.RoundTripper {
	t := &http.Transport{
		Proxy:                 http.ProxyFromEnvironment,
		ForceAttemptHTTP2:     true,
		MaxIdleConns:          64,
		MaxIdleConnsPerHost:   64,
		IdleConnTimeout:       90 * time.Second,
		TLSHandshakeTimeout:   10 * time.Second,
		ExpectContinueTimeout: time.Second,
	}
	return t
}

// guard is the last to see a request before it leaves.
type guard struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper. It refuses what must never be sent,
// and takes off the header in which the SDK tells the name and the kernel of
// our machine.
func (g guard) RoundTrip(r *http.Request) (*http.Response, error) {
	var wrong string
	switch {
	case r.Header.Get("Stripe-Version") != apiVersion:
		wrong = "written for another version of the API: " + r.Header.Get("Stripe-Version")
	case r.Method != http.MethodGet && r.Header.Get("Idempotency-Key") == "":
		wrong = "a change without an idempotency key"
	}
	if wrong != "" {
		if r.Body != nil {
			_ = r.Body.Close()
		}
		return nil, errors.New("not sent to Stripe: " + wrong)
	}
	r = r.Clone(r.Context())
	r.Header.Del("X-Stripe-Client-User-Agent")
	return g.next.RoundTrip(r)
}

// change makes a call that changes something at Stripe, and is the only way to
// make one. The key is the identifier of the row that the change belongs to:
// the same row asks under the same key, however often, and Stripe acts once.
// It panics inside a unit of work, and without a key.
func change[P sdk.ParamsContainer, R any](ctx context.Context, key string, p P, call func(P) (R, error)) (R, error) {
	db.MustBeOutside(ctx)
	if key == "" {
		panic("stripe: a change without an idempotency key")
	}
	common := p.GetParams()
	common.Context, common.IdempotencyKey = ctx, &key
	made, err := call(p)
	return made, classify(err)
}

// read makes a call that reads one object.
func read[P sdk.ParamsContainer, R any](ctx context.Context, objectID string, p P, call func(string, P) (R, error)) (R, error) {
	db.MustBeOutside(ctx)
	if objectID == "" { // the path would be that of a list
		panic("stripe: a read without an identifier")
	}
	p.GetParams().Context = ctx
	found, err := call(objectID, p)
	return found, classify(err)
}

// list begins the parameters of a list, in pages as long as Stripe allows. An
// empty account is the platform.
func list(ctx context.Context, account string) sdk.ListParams {
	db.MustBeOutside(ctx)
	p := sdk.ListParams{Context: ctx, Limit: sdk.Int64(100)}
	if account != "" {
		p.SetStripeAccount(account)
	}
	return p
}

// optional leaves a parameter out when it is empty: Stripe takes an empty text
// as a value.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
