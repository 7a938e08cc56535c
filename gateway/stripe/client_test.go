package stripe

import (
	"context"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
)

var regexpTry = regexp.MustCompile(`:try_[0-9a-z]{26}`)

func TestNew_keeps_live_keys_at_home(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		key, url string
		ok       bool
	}{
		{"sk_test_x", "", true},
		{"rk_test_x", "http://127.0.0.1:12111", true},
		{"sk_live_x", "", true},
		{"rk_live_x", "https://api.stripe.com", true},
		{"sk_live_x", "http://api.stripe.com", false},
		{"sk_live_x", "https://api.stripe.com.evil.example", false},
		{"rk_live_x", "http://127.0.0.1:12111", false},
		{"sk_test_x", "127.0.0.1:12111", false},
		{"sk_test_x", "ftp://127.0.0.1", false},
		{"pk_test_x", "", false},
		{"sk_test_", "", false},
		{"", "", false},
	} {
		_, err := New(Options{SecretKey: c.key, APIURL: c.url})
		require.Equal(t, c.ok, err == nil, "%s at %q: %v", c.key, c.url, err)
		if err != nil && c.key != "" {
			require.NotContains(t, err.Error(), c.key)
		}
	}
}

func TestNew_shares_nothing_and_knows_each_host(t *testing.T) {
	t.Parallel()
	require.Equal(t, apiVersion, sdk.APIVersion, "an upgrade of the SDK changes the version: read the changelog, and move the webhook endpoints with it")
	c, err := New(Options{SecretKey: testKey})
	require.NoError(t, err)
	for retries, api := range map[int64]*struct{ api, connect, uploads sdk.Backend }{
		0: {c.jobs.Accounts.B, c.jobs.OAuth.B, c.jobs.Files.BUploads},
		2: {c.patient.Accounts.B, c.patient.OAuth.B, c.patient.Files.BUploads},
	} {
		for url, backend := range map[string]sdk.Backend{
			"https://api.stripe.com": api.api, "https://connect.stripe.com": api.connect, "https://files.stripe.com": api.uploads,
		} {
			b, ok := backend.(*sdk.BackendImplementation)
			require.True(t, ok)
			require.Equal(t, url, b.URL)
			require.Equal(t, retries, b.MaxNetworkRetries)
		}
	}
	require.Empty(t, sdk.Key)
}

func TestRequests_tell_nothing_of_us(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{"object":"balance","available":[]}`))
	c := s.client(t)
	for range 3 {
		require.NoError(t, c.patientRead(t.Context()))
	}
	host, err := os.Hostname()
	require.NoError(t, err)
	for _, r := range s.requests() {
		require.Equal(t, apiVersion, r.header.Get("Stripe-Version"))
		require.Equal(t, "Bearer "+testKey, r.header.Get("Authorization"))
		require.Empty(t, r.header.Get("X-Stripe-Client-Telemetry"))
		require.Empty(t, r.header.Get("X-Stripe-Client-User-Agent"))
		for name, values := range r.header {
			require.NotContains(t, strings.Join(values, " "), host, name)
		}
	}
	require.Empty(t, sdk.Key)
}

// The SDK sends a change without a key when its parameters are nil, and repeats
// it. The transport is where that ends.
func TestGuard_refuses_what_must_never_be_sent(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{}`))
	c := s.client(t)
	_, err := c.jobs.Transfers.New(nil)
	require.ErrorContains(t, err, "without an idempotency key")
	_, err = c.jobs.PaymentIntents.Cancel("pi_1", nil)
	require.ErrorContains(t, err, "without an idempotency key")
	p := &sdk.AccountParams{}
	p.Headers = http.Header{"Stripe-Version": {"2025-01-27"}}
	_, err = c.jobs.Accounts.GetByID("acct_1", p)
	require.ErrorContains(t, err, "another version")
	require.Empty(t, s.requests())

	require.Panics(t, func() { _, _ = change(t.Context(), "", &sdk.TransferParams{}, c.jobs.Transfers.New) })
	require.Panics(t, func() { _, _ = read(t.Context(), "", &sdk.ChargeParams{}, c.jobs.Charges.Get) })
	require.Empty(t, s.requests())
}

// The network must not be waited for inside a unit of work.
func TestCalls_refuse_to_be_made_inside_a_unit(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{}`))
	c := s.client(t)
	d := dbtest.New(t)
	calls := map[string]func(context.Context){
		"CreateIntent":         func(ctx context.Context) { _ = c.patientChange(ctx) },
		"GetIntent":            func(ctx context.Context) { _, _ = c.GetIntent(ctx, "pi_1") },
		"CancelIntent":         func(ctx context.Context) { _, _ = c.CancelIntent(ctx, "pi_1", payment.CancellationExpired) },
		"CreateAccount":        func(ctx context.Context) { _, _ = c.CreateAccount(ctx, accountDraft()) },
		"GetAccount":           func(ctx context.Context) { _, _ = c.GetAccount(ctx, "acct_1") },
		"CreateOnboardingLink": func(ctx context.Context) { _, _ = c.CreateOnboardingLink(ctx, "acct_1", "a", "b") },
		"CreateLoginLink":      func(ctx context.Context) { _, _ = c.CreateLoginLink(ctx, "acct_1") },
		"CreateAccountSession": func(ctx context.Context) { _, _ = c.CreateAccountSession(ctx, "acct_1") },
		"CreateTransfer":       func(ctx context.Context) { _ = c.jobChange(ctx) },
		"FindTransfer":         func(ctx context.Context) { _, _ = c.FindTransfer(ctx, "ord_1", "trf_1") },
		"CreatePayout":         func(ctx context.Context) { _, _ = c.CreatePayout(ctx, payoutDraft()) },
		"FindPayout":           func(ctx context.Context) { _, _ = c.FindPayout(ctx, "acct_1", "pot_1", d.Clock().Now()) },
		"GetPayout":            func(ctx context.Context) { _, _ = c.GetPayout(ctx, "acct_1", "po_1") },
		"CreateReversal":       func(ctx context.Context) { _, _ = c.CreateReversal(ctx, reversalDraft()) },
		"FindReversal":         func(ctx context.Context) { _, _ = c.FindReversal(ctx, reversalDraft()) },
		"CreateDebit":          func(ctx context.Context) { _, _ = c.CreateDebit(ctx, reversalDraft()) },
		"FindDebit":            func(ctx context.Context) { _, _ = c.FindDebit(ctx, reversalDraft()) },
		"CreateRefund":         func(ctx context.Context) { _, _ = c.CreateRefund(ctx, refundDraft()) },
		"FindRefund":           func(ctx context.Context) { _, _ = c.FindRefund(ctx, "ch_1", "rfd_1") },
		"GetRefund":            func(ctx context.Context) { _, _ = c.GetRefund(ctx, "re_1") },
		"GetDispute":           func(ctx context.Context) { _, _ = c.GetDispute(ctx, "dp_1") },
		"ListRefunds":          func(ctx context.Context) { _ = c.ListRefunds(ctx, d.Clock().Now(), nil) },
		"ListDisputes":         func(ctx context.Context) { _ = c.ListDisputes(ctx, d.Clock().Now(), nil) },
		"CancelRefund":         func(ctx context.Context) { _, _ = c.CancelRefund(ctx, "re_1") },
		"TransactionPage":      func(ctx context.Context) { _, _, _ = c.TransactionPage(ctx, provider.Platform, provider.Span{}) },
		"Balance":              func(ctx context.Context) { _ = c.patientRead(ctx) },
	}
	for name, call := range calls {
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, _ db.Tx) error {
			require.Panics(t, func() { call(ctx) }, name)
			return nil
		}))
	}
	require.Empty(t, s.requests())
}

// Nothing in this package calls the SDK but through change, read and the
// iterators of lists: everything else could forget context or key.
func TestSource_calls_the_SDK_only_through_its_doors(t *testing.T) {
	t.Parallel()
	files, err := os.ReadDir(".")
	require.NoError(t, err)
	fset, doors, wrong := token.NewFileSet(), 0, []string{}
	for _, f := range files {
		if !strings.HasSuffix(f.Name(), ".go") || strings.HasSuffix(f.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(fset, f.Name(), nil, 0)
		require.NoError(t, err)
		allowed := map[ast.Node]bool{}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if door, ok := call.Fun.(*ast.Ident); ok && (door.Name == "change" || door.Name == "read") {
				doors++
				if fn, ok := call.Args[3].(*ast.FuncLit); ok { // adds an identifier to the call
					ast.Inspect(fn, func(n ast.Node) bool { allowed[n] = true; return true })
				}
			}
			if method, ok := apiMethod(call.Fun); ok && method != "List" && !allowed[call] {
				wrong = append(wrong, fset.Position(call.Pos()).String())
			}
			return true
		})
	}
	require.Equal(t, 26, doors, "calls through the doors: the test sees them")
	require.Empty(t, wrong)
}

// apiMethod recognises c.jobs.Transfers.New and c.patient.Balance.Get.
func apiMethod(e ast.Expr) (string, bool) {
	method, ok := e.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	resource, ok := method.X.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	api, ok := resource.X.(*ast.SelectorExpr)
	return method.Sel.Name, ok && (api.Sel.Name == "jobs" || api.Sel.Name == "patient")
}

// pages answers a list page by page, two objects each.
func pages(objects []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		from := 0
		for i, o := range objects {
			if after := r.URL.Query().Get("starting_after"); after != "" && strings.Contains(o, `"id":"`+after+`"`) {
				from = i + 1
			}
		}
		to := min(from+2, len(objects))
		says(200, fmt.Sprintf(`{"object":"list","has_more":%t,"data":[%s]}`, to < len(objects), strings.Join(objects[from:to], ",")))(w, r)
	}
}

func TestTransactionPage_is_one_call(t *testing.T) {
	t.Parallel()
	var objects []string
	for i := range 5 {
		objects = append(objects, fmt.Sprintf(`{"id":"txn_%d","amount":100,"fee":%d,"net":%d,"currency":"jpy","status":"pending","created":1772600000,"available_on":1772614800,"type":"charge","source":"ch_1"}`, i, i, 100-i))
	}
	s := newCounterpart(t, pages(objects))
	c := s.client(t)
	from, until := time.Unix(1_772_000_000, 0), time.Unix(1_773_000_000, 0)
	var got []string
	for span, more := (provider.Span{From: &from, Until: &until}), true; more; {
		var moves []provider.Transaction
		var err error
		moves, more, err = c.TransactionPage(t.Context(), "acct_mill", span)
		require.NoError(t, err)
		for _, x := range moves {
			require.Equal(t, "acct_mill", x.Account)
			require.Equal(t, "ch_1", x.Source)
			require.Equal(t, "charge", x.Type)
			require.Equal(t, money.Currency("JPY"), x.Currency)
			require.Equal(t, x.AmountMinor-x.FeeMinor, x.NetMinor)
			require.False(t, x.Available)
			require.Equal(t, time.Unix(1_772_600_000, 0).UTC(), x.Created)
			got = append(got, x.ID)
		}
		span.After = got[len(got)-1]
	}
	require.Equal(t, []string{"txn_0", "txn_1", "txn_2", "txn_3", "txn_4"}, got)
	require.Len(t, s.requests(), 3)
	for _, r := range s.requests() {
		require.Equal(t, "acct_mill", r.header.Get("Stripe-Account"))
	}

	_, more, err := c.TransactionPage(t.Context(), provider.Platform, provider.Span{})
	require.NoError(t, err)
	require.True(t, more)
	require.Empty(t, s.requests()[3].header.Get("Stripe-Account"))
}

// A list that breaks off in the middle is not a shorter list.
func TestLists_that_break_off_are_errors(t *testing.T) {
	t.Parallel()
	whole := pages([]string{
		`{"id":"a","currency":"eur"}`, `{"id":"b","currency":"eur"}`, `{"id":"c","currency":"eur"}`,
	})
	s := newCounterpart(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("starting_after") != "" {
			says(500, `{"error":{"type":"api_error","message":"boom"}}`)(w, r)
			return
		}
		whole(w, r)
	})
	c := s.client(t)
	for name, call := range map[string]func() error{
		"transactions": func() error {
			_, _, err := c.TransactionPage(t.Context(), provider.Platform, provider.Span{After: "b"})
			return err
		},
		"transfers": func() error { _, err := c.FindTransfer(t.Context(), "ord_1", "trf_1"); return err },
		"payouts": func() error {
			_, err := c.FindPayout(t.Context(), "acct_1", "pot_1", instant(1_772_614_800))
			return err
		},
	} {
		var e *provider.Error
		require.ErrorAs(t, call(), &e, name)
		require.True(t, e.Unknown)
	}
}

func TestFindTransfer_pages_through_all_and_tells_doubles(t *testing.T) {
	t.Parallel()
	object := func(id, ours string) string {
		return strings.NewReplacer(`"id":"tr_1"`, `"id":"`+id+`"`, `"etal_transfer":"trf_1"`, `"etal_transfer":"`+ours+`"`).Replace(transferAnswer)
	}
	serve := func(objects ...string) *Client {
		list := pages(objects)
		return newCounterpart(t, func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/v1/transfers" {
				list(w, r)
				return
			}
			byPath(transferAnswers)(w, r)
		}).client(t)
	}
	found, err := serve(object("tr_5", "trf_5"), object("tr_4", "trf_4"), object("tr_3", "trf_3"), object("tr_2", "trf_1")).FindTransfer(t.Context(), "ord_1", "trf_1")
	require.NoError(t, err)
	at := instant(1_772_614_800)
	require.Equal(t, &payout.ProviderTransfer{
		ID:       "tr_2",
		Sent:     provider.Transaction{ID: "txn_1", Account: provider.Platform, Type: "transfer", Source: "tr_1", Currency: "EUR", AmountMinor: -5350, NetMinor: -5350, AvailableOn: at},
		Received: provider.Transaction{ID: "txn_2", Account: "acct_mill", Type: "payment", Source: "py_1", Currency: "EUR", AmountMinor: 5350, NetMinor: 5350, AvailableOn: at},
	}, found)

	none, err := serve(object("tr_5", "trf_5")).FindTransfer(t.Context(), "ord_1", "trf_1")
	require.NoError(t, err)
	require.Nil(t, none)

	_, err = serve(object("tr_5", "trf_1"), object("tr_4", "trf_4"), object("tr_3", "trf_1")).FindTransfer(t.Context(), "ord_1", "trf_1")
	require.ErrorContains(t, err, "sent twice")
}

func TestBalance_is_pending_and_available(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{"object":"balance",
		"available":[{"amount":100,"currency":"eur"},{"amount":-5,"currency":"jpy"}],
		"pending":[{"amount":23,"currency":"eur"},{"amount":70,"currency":"usd"}],
		"connect_reserved":[{"amount":9,"currency":"eur"}],"instant_available":[{"amount":100,"currency":"eur"}]}`))
	got, err := s.client(t).Balance(t.Context(), provider.Platform)
	require.NoError(t, err)
	require.Equal(t, map[money.Currency]int64{"EUR": 123, "JPY": -5, "USD": 70}, got)
}
