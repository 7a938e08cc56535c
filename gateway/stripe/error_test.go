package stripe

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
)

func intentDraft() payment.IntentDraft {
	return payment.IntentDraft{
		PaymentID: "pay_1", OrderID: "ord_1", OrderNumber: "7Q2MX-40RZV", Email: "alice@example.com",
		Amount: money.New(10_700, "EUR"), TransferGroup: "ord_1",
	}
}

func transferDraft() payout.TransferDraft {
	return payout.TransferDraft{
		TransferID: "trf_1", Destination: "acct_mill", Amount: money.New(5_350, "EUR"), ChargeID: "ch_1", Group: "ord_1",
		Metadata: map[string]string{"etal_release": "rel_1", "etal_transfer": "somebody else's"},
	}
}

// The calls of the table: a change that somebody waits for, a change of a job,
// and a read.
func (c *Client) patientChange(ctx context.Context) error {
	_, err := c.CreateIntent(ctx, intentDraft())
	return err
}

func (c *Client) jobChange(ctx context.Context) error {
	_, err := c.CreateTransfer(ctx, transferDraft())
	return err
}

func (c *Client) patientRead(ctx context.Context) error {
	_, err := c.Balance(ctx, provider.Platform)
	return err
}

// answers are all ways in which a call can go wrong that we know of. Attempts
// are those of the SDK when it may repeat twice.
var answers = []struct {
	name          string
	answer        http.HandlerFunc
	posts, gets   int
	refused       bool
	code, says    string
	misconfigured bool
}{
	{"500", says(500, `{"error":{"type":"api_error","message":"boom"}}`), 1, 3, false, "api_error", "boom", false},
	{"503", says(503, `{"error":{"type":"api_error","message":"later"}}`), 3, 3, false, "api_error", "later", false},
	{"502 of a proxy", says(502, "<html>Bad Gateway</html>"), 3, 3, false, "", "502", false},
	{"404 without JSON", says(404, "not here"), 3, 3, false, "", "404", false},
	{"404 of a proxy with JSON", says(404, `{"error":{"message":"no route"}}`), 1, 1, false, "", "no route", false},
	{"409 key in use", says(409, `{"error":{"type":"idempotency_error","code":"idempotency_key_in_use","message":"in progress"}}`), 3, 3, false, "idempotency_key_in_use", "in progress", false},
	{"409 not to be repeated", asks("false", says(409, `{"error":{"type":"invalid_request_error","message":"conflict"}}`)), 1, 1, false, "invalid_request_error", "conflict", false},
	{"400 key used otherwise", says(400, `{"error":{"type":"idempotency_error","message":"other parameters"}}`), 1, 1, false, "idempotency_error", "other parameters", false},
	{"429 rate limit", says(429, `{"error":{"type":"invalid_request_error","code":"rate_limit","message":"slow down"}}`), 1, 1, false, "rate_limit", "slow down", false},
	{"429 lock", says(429, `{"error":{"type":"invalid_request_error","code":"lock_timeout","message":"locked"}}`), 3, 3, false, "lock_timeout", "locked", false},
	{"402 declined", says(402, `{"error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds","message":"declined","payment_intent":{"id":"pi_1","client_secret":"pi_1_secret_tell_nobody"}}}`), 1, 1, true, "card_declined", "(declined: insufficient_funds)", false},
	{"400", says(400, `{"error":{"type":"invalid_request_error","code":"balance_insufficient","message":"too little"}}`), 1, 1, true, "balance_insufficient", "too little", false},
	{"400 to be repeated", asks("true", says(400, `{"error":{"type":"invalid_request_error","code":"x","message":"again"}}`)), 3, 3, false, "x", "again", false},
	{"404 of Stripe", says(404, `{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such charge"}}`), 1, 1, true, "resource_missing", "No such charge", false},
	{"401", says(401, `{"error":{"type":"invalid_request_error","message":"Invalid API Key provided: sk_test_****"}}`), 1, 1, false, "invalid_request_error", "does not accept our key", true},
	{"403", says(403, `{"error":{"type":"invalid_request_error","code":"more_permissions_required","message":"restricted"}}`), 1, 1, false, "more_permissions_required", "does not accept our key", true},
	{"403 of the account", says(403, `{"error":{"type":"invalid_request_error","code":"account_invalid","message":"revoked"}}`), 1, 1, true, "account_invalid", "revoked", false},
	{"connection reset", resets, 3, 3, false, "", "no answer", false},
	{"half an answer", breaksOff, 3, 3, false, "", "no answer", false},
	{"200 that is no JSON", says(200, "<html>Welcome to our WiFi</html>"), 1, 1, false, "", "no answer", false},
	{"redirect", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/elsewhere", http.StatusFound) }, 1, 1, false, "", "no answer", false},
}

func TestCall_every_way_of_going_wrong(t *testing.T) {
	t.Parallel()
	for _, a := range answers {
		for _, call := range []struct {
			name     string
			call     func(*Client, context.Context) error
			attempts int
		}{
			{"change that is waited for", (*Client).patientChange, a.posts},
			{"change of a job", (*Client).jobChange, 1},
			{"read", (*Client).patientRead, a.gets},
		} {
			t.Run(a.name+"/"+call.name, func(t *testing.T) {
				t.Parallel()
				s := newCounterpart(t, a.answer)
				err := call.call(s.client(t), t.Context())

				asked := s.requests()
				require.Len(t, asked, call.attempts)
				for _, r := range asked {
					require.Equal(t, asked[0].String(), r.String(), "a repetition is the same request under the same key")
					if r.method == http.MethodPost {
						require.NotEmpty(t, r.header.Get("Idempotency-Key"))
					}
				}
				var e *provider.Error
				require.ErrorAs(t, err, &e)
				_, refused := provider.Refused(err)
				require.Equal(t, a.refused, refused, err)
				require.Equal(t, a.code, e.Code)
				require.ErrorContains(t, err, a.says)
				require.Equal(t, a.misconfigured, errors.Is(err, ErrConfiguration))
				if e.Code != "" {
					require.Equal(t, "req_1", e.RequestID)
				}
				for cause := err; cause != nil; cause = errors.Unwrap(cause) {
					require.NotContains(t, cause.Error(), "tell_nobody")
				}
			})
		}
	}
}

func TestCall_timeout_is_unknown_and_repeated_under_the_same_key(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, hangs)
	c, err := New(Options{SecretKey: testKey, APIURL: s.url, Timeout: 50 * time.Millisecond})
	require.NoError(t, err)
	for call, attempts := range map[string]int{"pay_1": 3, "trf_1": 1} {
		if call == "pay_1" {
			err = c.patientChange(t.Context())
		} else {
			err = c.jobChange(t.Context())
		}
		var e *provider.Error
		require.ErrorAs(t, err, &e)
		require.True(t, e.Unknown)
		n := 0
		for _, r := range s.requests() {
			if r.header.Get("Idempotency-Key") == call {
				n++
			}
		}
		require.Equal(t, attempts, n)
	}
}

// The SDK sleeps through the end of the context between two attempts; what
// matters is that no further attempt is made and the outcome is unknown.
func TestCall_ended_context_stops_repetitions(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(503, `{"error":{"type":"api_error","message":"later"}}`))
	err := s.client(t).patientChange(deadline(t, 100*time.Millisecond))
	var e *provider.Error
	require.ErrorAs(t, err, &e)
	require.True(t, e.Unknown)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.Len(t, s.requests(), 1)
}

// A transfer was made, and reading its other side is refused. Taking that for a
// refusal of the transfer would send the money again under another key.
func TestCreateTransfer_refusal_of_the_read_after_it_is_no_refusal(t *testing.T) {
	t.Parallel()
	for name, arrived := range map[string]http.HandlerFunc{
		"refused":        says(400, `{"error":{"type":"invalid_request_error","code":"x","message":"no"}}`),
		"missing":        says(404, `{"error":{"type":"invalid_request_error","code":"resource_missing","message":"no"}}`),
		"account gone":   says(403, `{"error":{"type":"invalid_request_error","code":"account_invalid","message":"no"}}`),
		"no key":         says(401, `{"error":{"type":"invalid_request_error","message":"no"}}`),
		"not settled":    says(200, `{"id":"py_1","object":"charge"}`),
		"other currency": says(200, `{"id":"py_1","balance_transaction":{"id":"txn_2","currency":"zzz"}}`),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, find := range []bool{false, true} {
				s := newCounterpart(t, func(w http.ResponseWriter, r *http.Request) {
					if r.Method+" "+r.URL.Path == "POST /v1/transfers" || r.URL.Path == "/v1/transfers" {
						says(200, transferAnswers[r.Method+" /v1/transfers"])(w, r)
						return
					}
					arrived(w, r)
				})
				var err error
				if find {
					_, err = s.client(t).FindTransfer(t.Context(), "ord_1", "trf_1")
				} else {
					err = s.client(t).jobChange(t.Context())
				}
				require.Error(t, err)
				_, refused := provider.Refused(err)
				require.False(t, refused, err)
				if name != "not settled" && name != "other currency" {
					require.ErrorContains(t, err, "no")
				}
			}
		})
	}
}

// An empty object under a yes is not an object.
func TestChange_answered_by_nothing_is_unknown(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{}`))
	c := s.client(t)
	for name, call := range map[string]func() error{
		"intent":   func() error { return c.patientChange(t.Context()) },
		"cancel":   func() error { _, err := c.CancelIntent(t.Context(), "pi_1", payment.CancellationExpired); return err },
		"account":  func() error { _, err := c.CreateAccount(t.Context(), accountDraft()); return err },
		"link":     func() error { _, err := c.CreateOnboardingLink(t.Context(), "acct_1", "a", "b"); return err },
		"login":    func() error { _, err := c.CreateLoginLink(t.Context(), "acct_1"); return err },
		"session":  func() error { _, err := c.CreateAccountSession(t.Context(), "acct_1"); return err },
		"transfer": func() error { return c.jobChange(t.Context()) },
		"payout":   func() error { _, err := c.CreatePayout(t.Context(), payoutDraft()); return err },
	} {
		var e *provider.Error
		require.ErrorAs(t, call(), &e, name)
		require.True(t, e.Unknown, name)
	}
}

func TestClassify_makes_text_fit_for_a_database(t *testing.T) {
	t.Parallel()
	err := classify(&sdk.Error{
		HTTPStatusCode: 400, Type: sdk.ErrorTypeInvalidRequest, Code: "a\x00b",
		Msg: "bad\x00 \xff " + strings.Repeat("é", 600),
	})
	e, refused := provider.Refused(err)
	require.True(t, refused)
	require.Equal(t, "ab", e.Code)
	require.LessOrEqual(t, len(e.Message), messageMax+len("…"))
	require.NotContains(t, e.Message, "\x00")
	require.Equal(t, strings.ToValidUTF8(e.Message, "X"), e.Message)
	require.NoError(t, classify(nil))
}
