package stripe_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/gateway/stripe"
	"github.com/etal-market/etal/gateway/stripesim"
)

// world is the client in front of the simulator.
type world struct {
	*stripe.Client
	t   *testing.T
	sim *stripesim.Simulator
	url string
}

func newWorld(t *testing.T, hooks ...stripesim.Webhook) *world {
	t.Helper()
	now := clock.NewManual(time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC))
	sim, err := stripesim.New(stripesim.Options{Now: now.Now, Webhooks: hooks, Currency: "usd", Country: "US"})
	require.NoError(t, err)
	s := httptest.NewServer(sim.Handler())
	t.Cleanup(s.Close)
	c, err := stripe.New(stripe.Options{SecretKey: "sk_test_simulator", APIURL: s.URL})
	require.NoError(t, err)
	return &world{c, t, sim, s.URL}
}

// post asks the simulator for what only a buyer's browser or the simulator's
// control can do.
func (w *world) post(path, form string) {
	w.t.Helper()
	w.control(http.MethodPost, path, form)
}

func (w *world) control(method, path, form string) {
	w.t.Helper()
	r, err := http.NewRequestWithContext(w.t.Context(), method, w.url+path, strings.NewReader(form))
	require.NoError(w.t, err)
	r.Header.Set("Authorization", "Bearer sk_test_simulator")
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := http.DefaultClient.Do(r)
	require.NoError(w.t, err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	require.NoError(w.t, err)
	require.Equal(w.t, http.StatusOK, res.StatusCode, string(body))
}

// Stripe refuses accounts for transfers alone to a platform that it has not approved for
// that; what asks for card payments besides needs no approval. A refused attempt keeps its
// answer, and the next one is another.
func TestCreateAccount_of_a_platform_without_approval(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.post("/_sim/approval", "transfers=false")
	d := payout.AccountDraft{AccountID: "pac_mill", SellerID: "sel_mill", Name: "Mill", Email: "mill@example.com", Country: "US"}
	open := func(c *stripe.Client) error {
		_, err := c.CreateAccount(t.Context(), d)
		if no, ok := provider.Refused(err); ok {
			require.Contains(t, no.Message, "needs approval")
			return err
		}
		require.NoError(t, err)
		return nil
	}
	require.Error(t, open(w.Client))
	w.post("/_sim/approval", "transfers=true")
	require.Error(t, open(w.Client), "the answer to this attempt stays")
	w.post("/_sim/approval", "transfers=false")
	asks, err := stripe.New(stripe.Options{SecretKey: "sk_test_simulator", APIURL: w.url, AccountCards: true})
	require.NoError(t, err)
	d.Attempt = 1
	require.NoError(t, open(asks))
}

// during lets every request of a kind go wrong while call runs. One is not
// enough: net/http itself repeats a request whose connection was kept from
// before, when it has an Idempotency-Key.
func (w *world) during(fault string, call func() error) error {
	w.t.Helper()
	w.control(http.MethodPost, "/_sim/faults", "count=10&"+fault)
	err := call()
	w.control(http.MethodDelete, "/_sim/faults", "")
	return err
}

func (w *world) seller(name string) string {
	w.t.Helper()
	a, err := w.CreateAccount(w.t.Context(), payout.AccountDraft{
		AccountID: payout.AccountID("pac_" + name), SellerID: "sel_" + name, Name: name, Email: name + "@example.com", Country: "US",
	})
	require.NoError(w.t, err)
	require.False(w.t, a.CanReceive)
	require.NotEmpty(w.t, a.CurrentlyDue)
	w.post("/_sim/accounts/"+a.ID+"/onboard", "business_name="+name)
	a, err = w.GetAccount(w.t.Context(), a.ID)
	require.NoError(w.t, err)
	require.True(w.t, a.CanReceive && a.CanPayOut && a.IsDetailsSubmitted)
	require.Empty(w.t, a.CurrentlyDue)
	require.Len(w.t, a.BankLast4, 4)
	return a.ID
}

func (w *world) intent(paymentID payment.ID, minor int64) *payment.Intent {
	w.t.Helper()
	i, err := w.CreateIntent(w.t.Context(), payment.IntentDraft{
		PaymentID: paymentID, OrderID: "ord_1", OrderNumber: "12345-67890", Email: "alice@example.com",
		Amount: money.New(minor, "USD"), TransferGroup: "ord_1",
	})
	require.NoError(w.t, err)
	require.Equal(w.t, payment.IntentOpen, i.Status)
	require.NotEmpty(w.t, i.ClientSecret)
	return i
}

func (w *world) paid(paymentID payment.ID, minor int64) *payment.Intent {
	w.t.Helper()
	i := w.intent(paymentID, minor)
	w.post("/v1/payment_intents/"+i.ID+"/confirm", "payment_method=pm_card_visa")
	i, err := w.GetIntent(w.t.Context(), i.ID)
	require.NoError(w.t, err)
	require.Equal(w.t, payment.IntentSucceeded, i.Status)
	return i
}

func draft(id payout.TransferID, to string, minor int64, charge string) payout.TransferDraft {
	return payout.TransferDraft{TransferID: id, Destination: to, Amount: money.New(minor, "USD"), ChargeID: charge, Group: "ord_1"}
}

func (w *world) refused(err error) *provider.Error {
	w.t.Helper()
	e, ok := provider.Refused(err)
	require.True(w.t, ok, "%v", err)
	require.NotEmpty(w.t, e.RequestID)
	return e
}

func (w *world) unknown(err error) {
	w.t.Helper()
	var e *provider.Error
	require.ErrorAs(w.t, err, &e)
	require.True(w.t, e.Unknown, "%v", err)
}

// books sums up the movements of an account and holds them against its balance.
func (w *world) books(account string) map[string]int64 {
	w.t.Helper()
	nets, sums := map[string]int64{}, map[money.Currency]int64{}
	for span, more := (provider.Span{}), true; more; {
		var moves []provider.Transaction
		var err error
		moves, more, err = w.TransactionPage(w.t.Context(), account, span)
		require.NoError(w.t, err)
		for _, x := range moves {
			nets[x.Type] += x.NetMinor
			sums[x.Currency] += x.NetMinor
			span.After = x.ID
		}
	}
	balance, err := w.Balance(w.t.Context(), account)
	require.NoError(w.t, err)
	require.Equal(w.t, sums["USD"], balance["USD"], account)
	return nets
}

func TestSimulator_money_of_an_order_until_the_bank(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	mill, pottery := w.seller("mill"), w.seller("pottery")

	i := w.paid("pay_1", 10_700)
	require.Equal(t, payment.ID("pay_1"), i.PaymentID)
	require.Equal(t, money.New(10_700, "USD"), i.Amount)
	require.EqualValues(t, 10_700, i.Transaction.AmountMinor)
	require.EqualValues(t, 340, i.Transaction.FeeMinor)
	require.False(t, i.Transaction.Available)
	_, err := w.CancelIntent(ctx, i.ID, payment.CancellationExpired)
	_ = w.refused(err)

	made, err := w.CreateTransfer(ctx, draft("trf_1", mill, 5_350, i.ChargeID))
	require.NoError(t, err)
	require.EqualValues(t, -5_350, made.Sent.NetMinor)
	require.Equal(t, provider.Platform, made.Sent.Account)
	require.EqualValues(t, 5_350, made.Received.NetMinor)
	require.Equal(t, mill, made.Received.Account)
	require.Equal(t, made.Sent.AvailableOn, made.Received.AvailableOn)
	again, err := w.CreateTransfer(ctx, draft("trf_1", mill, 5_350, i.ChargeID))
	require.NoError(t, err)
	require.Equal(t, made, again, "the same key is the same transfer")
	_, err = w.CreateTransfer(ctx, draft("trf_1", mill, 5_349, i.ChargeID))
	w.unknown(err) // the key was used for something else, whose outcome this does not tell
	_, err = w.CreateTransfer(ctx, draft("trf_2", pottery, 3_960, i.ChargeID))
	require.NoError(t, err)
	found, err := w.FindTransfer(ctx, "ord_1", "trf_1")
	require.NoError(t, err)
	require.Equal(t, made, found)
	none, err := w.FindTransfer(ctx, "ord_1", "trf_3")
	require.NoError(t, err)
	require.Nil(t, none)

	require.Equal(t, map[string]int64{"charge": 10_360, "transfer": -9_310}, w.books(provider.Platform))
	require.Equal(t, map[string]int64{"payment": 5_350}, w.books(mill))

	began := w.sim.Now()
	out := payout.Draft{PayoutID: "pot_1", Account: mill, Amount: money.New(5_350, "USD"), Description: "Sales payout"}
	_, err = w.CreatePayout(ctx, out)
	require.Equal(t, "balance_insufficient", w.refused(err).Code)
	w.sim.Advance(48 * time.Hour)
	out.PayoutID = "pot_2"
	po, err := w.CreatePayout(ctx, out)
	require.NoError(t, err)
	require.Equal(t, payout.StatusPending, po.Status)
	same, err := w.FindPayout(ctx, mill, "pot_2", began)
	require.NoError(t, err)
	require.Equal(t, po, same)
	missing, err := w.FindPayout(ctx, pottery, "pot_2", began)
	require.NoError(t, err)
	require.Nil(t, missing)
	w.sim.Advance(48 * time.Hour)
	po, err = w.GetPayout(ctx, mill, po.ID)
	require.NoError(t, err)
	require.Equal(t, payout.StatusPaid, po.Status)
	require.Empty(t, po.Returned)
	require.Equal(t, map[string]int64{"payment": 5_350, "payout": -5_350}, w.books(mill))

	w.post("/_sim/payouts/"+po.ID+"/fail", "code=account_closed") // after it was paid
	po, err = w.GetPayout(ctx, mill, po.ID)
	require.NoError(t, err)
	require.Equal(t, payout.StatusFailed, po.Status)
	require.Equal(t, "account_closed", po.FailureCode)
	require.NotEmpty(t, po.Returned)
	require.Equal(t, map[string]int64{"payment": 5_350, "payout": -5_350, "payout_failure": 5_350}, w.books(mill))
}

func TestSimulator_refuses(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	ctx := t.Context()
	mill := w.seller("mill")
	applicant, err := w.CreateAccount(ctx, payout.AccountDraft{AccountID: "pac_new", SellerID: "sel_new", Name: "New", Email: "new@example.com", Country: "US"})
	require.NoError(t, err)
	i := w.paid("pay_1", 1_000)

	_, err = w.CreateTransfer(ctx, draft("trf_1", applicant.ID, 500, i.ChargeID))
	require.Equal(t, "insufficient_capabilities_for_transfer", w.refused(err).Code)
	_, err = w.CreateTransfer(ctx, draft("trf_2", mill, 1_001, i.ChargeID))
	require.Contains(t, w.refused(err).Message, "must not exceed the source amount")
	_, err = w.CreateTransfer(ctx, draft("trf_3", mill, 500, ""))
	require.Equal(t, "balance_insufficient", w.refused(err).Code)
	_, err = w.CreateTransfer(ctx, draft("trf_4", "acct_nobody", 500, i.ChargeID))
	_ = w.refused(err)
	_, err = w.CreatePayout(ctx, payout.Draft{PayoutID: "pot_1", Account: "acct_nobody", Amount: money.New(1, "USD"), Description: "Sales payout"})
	require.Equal(t, "account_invalid", w.refused(err).Code)
	_, err = w.CreateIntent(ctx, payment.IntentDraft{PaymentID: "pay_2", OrderID: "ord_2", OrderNumber: "1", Amount: money.New(1, "USD"), TransferGroup: "ord_2"})
	require.Equal(t, "amount_too_small", w.refused(err).Code)
	require.Equal(t, map[string]int64{"charge": 941}, w.books(provider.Platform))

	stranger, err := stripe.New(stripe.Options{SecretKey: "sk_test_somebody_else", APIURL: w.url})
	require.NoError(t, err)
	_, err = stranger.CreateTransfer(ctx, draft("trf_5", mill, 500, i.ChargeID))
	w.unknown(err)
	require.ErrorIs(t, err, stripe.ErrConfiguration)
}

// Whatever happens to the answer, the money is sent once and found again.
func TestSimulator_lost_answers_are_found_again(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_after", "truncated", "502_html&effect=true", "500_stored&effect=true", "503&effect=true", "409_in_use&effect=true", "429_rate_limit&effect=true"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			ctx := t.Context()
			mill := w.seller("mill")
			i := w.paid("pay_1", 10_000)

			w.unknown(w.during("method=POST&path=/v1/transfers&kind="+kind, func() error {
				_, err := w.CreateTransfer(ctx, draft("trf_1", mill, 500, i.ChargeID))
				return err
			}))
			found, err := w.FindTransfer(ctx, "ord_1", "trf_1")
			require.NoError(t, err)
			require.NotNil(t, found)
			require.EqualValues(t, 500, found.Received.NetMinor)

			w.unknown(w.during("method=GET&path=/v1/charges/*&kind=500_stored", func() error { // made, and the other side cannot be read
				_, err := w.CreateTransfer(ctx, draft("trf_2", mill, 700, i.ChargeID))
				return err
			}))
			found, err = w.FindTransfer(ctx, "ord_1", "trf_2")
			require.NoError(t, err)
			require.EqualValues(t, 700, found.Received.NetMinor)

			w.sim.Advance(48 * time.Hour)
			w.unknown(w.during("method=POST&path=/v1/payouts&kind="+kind, func() error {
				_, err := w.CreatePayout(ctx, payout.Draft{PayoutID: "pot_1", Account: mill, Amount: money.New(1_200, "USD"), Description: "Sales payout"})
				return err
			}))
			po, err := w.FindPayout(ctx, mill, "pot_1", w.sim.Now())
			require.NoError(t, err)
			require.Equal(t, money.New(1_200, "USD"), po.Amount)
			require.Equal(t, map[string]int64{"payment": 1_200, "payout": -1_200}, w.books(mill))
		})
	}
}

// A buyer waits, so the SDK repeats; the buyer is charged for one intent.
func TestSimulator_intent_survives_lost_answers(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_after", "truncated", "503&effect=true", "502_html"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			w := newWorld(t)
			w.post("/_sim/faults", "method=POST&path=/v1/payment_intents&kind="+kind)
			i := w.intent("pay_1", 1_000)
			require.Equal(t, i, w.intent("pay_1", 1_000))
			cancelled, err := w.CancelIntent(t.Context(), i.ID, payment.CancellationExpired)
			require.NoError(t, err)
			require.Equal(t, payment.IntentCancelled, cancelled.Status)
		})
	}
}

// Many workers, one key: one transfer.
func TestSimulator_same_transfer_by_many_at_once(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	mill := w.seller("mill")
	i := w.paid("pay_1", 10_000)
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			made, err := w.CreateTransfer(t.Context(), draft("trf_1", mill, 500, i.ChargeID))
			if err != nil {
				_, refused := provider.Refused(err)
				if refused {
					t.Errorf("refused: %v", err)
				}
				return
			}
			if made.Received.NetMinor != 500 {
				t.Errorf("received %d", made.Received.NetMinor)
			}
		})
	}
	wg.Wait()
	require.Equal(t, map[string]int64{"payment": 500}, w.books(mill))
}

func TestSimulator_onboarding_link(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a, err := w.CreateAccount(t.Context(), payout.AccountDraft{AccountID: "pac_1", SellerID: "sel_1", Name: "Mill", Email: "mill@example.com", Country: "DE"})
	require.NoError(t, err)
	first, err := w.CreateOnboardingLink(t.Context(), a.ID, "https://etal.example/r", "https://etal.example/f")
	require.NoError(t, err)
	second, err := w.CreateOnboardingLink(t.Context(), a.ID, "https://etal.example/r", "https://etal.example/f")
	require.NoError(t, err)
	require.NotEqual(t, first.URL, second.URL, "a link works once")
	require.True(t, first.ExpiresAt.After(w.sim.Now()))
	_, err = w.CreateOnboardingLink(t.Context(), "acct_nobody", "https://etal.example/r", "https://etal.example/f")
	_ = w.refused(err)
}

// The provider's pages are open to sellers who have filled in the form.
func TestSimulator_login_link(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a, err := w.CreateAccount(t.Context(), payout.AccountDraft{AccountID: "pac_1", SellerID: "sel_1", Name: "Mill", Email: "mill@example.com", Country: "DE"})
	require.NoError(t, err)
	_, err = w.CreateLoginLink(t.Context(), a.ID)
	_ = w.refused(err)
	link, err := w.CreateLoginLink(t.Context(), w.seller("kiln"))
	require.NoError(t, err)
	require.NotEmpty(t, link.URL)
	require.Nil(t, link.ExpiresAt)
}

// A session opens what the seller says of themselves, and nothing by which they
// would pay themselves out.
func TestSimulator_account_session(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a, err := w.CreateAccount(t.Context(), payout.AccountDraft{AccountID: "pac_1", SellerID: "sel_1", Name: "Mill", Email: "mill@example.com", Country: "DE"})
	require.NoError(t, err)
	first, err := w.CreateAccountSession(t.Context(), a.ID)
	require.NoError(t, err)
	second, err := w.CreateAccountSession(t.Context(), a.ID)
	require.NoError(t, err)
	require.NotEqual(t, first.Secret, second.Secret, "each is used once")
	require.Positive(t, second.ExpiresAt.Compare(w.sim.Now()))
	_, err = w.CreateAccountSession(t.Context(), "acct_nobody")
	_ = w.refused(err)
}

// What the simulator signs is what Verify accepts.
func TestSimulator_webhooks_are_verified(t *testing.T) {
	t.Parallel()
	verifier, err := stripe.NewWebhook("sk_test_simulator", "whsec_platform", "whsec_connect")
	require.NoError(t, err)
	type heard struct{ kind, account, object, reason string }
	got := make(chan heard, 64)
	receiver := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		payload, _ := io.ReadAll(r.Body)
		m, err := verifier.Verify(payload, r.Header.Get("Stripe-Signature"), time.Now())
		if err != nil {
			http.Error(rw, err.Error(), http.StatusBadRequest)
			return
		}
		got <- heard{m.Type, m.Account, m.ObjectID, m.Reason}
	}))
	t.Cleanup(receiver.Close)
	w := newWorld(t, stripesim.Webhook{URL: receiver.URL, Secret: "whsec_platform"}, stripesim.Webhook{URL: receiver.URL, Secret: "whsec_connect", Connect: true})
	for _, kind := range []string{"stale", "future", "wrong_secret", "rolled_secret"} { // each delivery before the right one
		w.post("/_sim/webhooks/faults", "type=payment_intent.succeeded&kind="+kind)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); _ = w.sim.Run(ctx) }()
	t.Cleanup(func() { stop(); <-done })

	mill := w.seller("mill")
	i := w.paid("pay_1", 1_000)
	_, err = w.CreateTransfer(t.Context(), draft("trf_1", mill, 500, i.ChargeID))
	require.NoError(t, err)
	wanted := map[heard]bool{{"payment_intent.succeeded", "", i.ID, ""}: true, {"account.updated", mill, mill, ""}: true}
	for timeout := time.After(20 * time.Second); len(wanted) > 0; {
		select {
		case h := <-got:
			delete(wanted, h)
		case <-timeout:
			t.Fatalf("not heard: %v", wanted)
		}
	}
}

// Without access to an account Stripe says so by a code that payouts know.
func TestSimulator_account_that_was_cut_off(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	mill := w.seller("Mill")
	w.post("/_sim/accounts/"+mill+"/deauthorize", "")
	_, err := w.GetAccount(t.Context(), mill)
	require.True(t, payout.IsNoAccess(err), "%v", err)
	w.post("/_sim/accounts/"+mill+"/authorize", "")
	a, err := w.GetAccount(t.Context(), mill)
	require.NoError(t, err)
	require.Equal(t, []string{"USD"}, a.BankCurrencies)
}
