package stripesim_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
)

func TestIdempotency_replays_what_the_first_was_told(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	body := form("amount", "1000", "currency", "usd", "metadata[a]", "1", "metadata[b]", "2")
	s1, b1 := w.do(http.MethodPost, "/v1/payment_intents", body, "k1")
	s2, b2 := w.do(http.MethodPost, "/v1/payment_intents", "metadata[b]=2&metadata[a]=1&currency=usd&amount=1000", "k1")
	require.Equal(t, []any{200, b1}, []any{s2, b2}, "parameters in another order are the same parameters")
	require.Equal(t, 200, s1)

	status, answer := w.do(http.MethodPost, "/v1/payment_intents", form("amount", "1001", "currency", "usd"), "k1")
	require.Equal(t, 400, status)
	require.Contains(t, answer, `"type":"idempotency_error"`)
	status, answer = w.do(http.MethodPost, "/v1/customers", body, "k1")
	require.Equal(t, 400, status)
	require.Contains(t, answer, "same endpoint")

	// Validation errors are not stored: the key is still free.
	status, _ = w.do(http.MethodPost, "/v1/payment_intents", form("amount", "x", "currency", "usd"), "k2")
	require.Equal(t, 400, status)
	status, _ = w.do(http.MethodPost, "/v1/payment_intents", form("amount", "1000", "currency", "usd"), "k2")
	require.Equal(t, 200, status)

	// A decline is stored, with its body.
	decline := form("amount", "1000", "currency", "usd", "payment_method", "pm_card_chargeDeclined", "confirm", "true", "payment_method_types[0]", "card")
	s1, b1 = w.do(http.MethodPost, "/v1/payment_intents", decline, "k3")
	s2, b2 = w.do(http.MethodPost, "/v1/payment_intents", decline, "k3")
	require.Equal(t, 402, s1)
	require.Equal(t, []any{s1, b1}, []any{s2, b2})

	w.sim.Advance(24 * time.Hour)
	_, b2 = w.do(http.MethodPost, "/v1/payment_intents", body, "k1")
	require.NotContains(t, b2, "idempotency_error")
	_, again := w.do(http.MethodPost, "/v1/payment_intents", body, "k1")
	require.Equal(t, b2, again, "after a day the key is new")
}

func TestIdempotency_stores_500_and_keys_belong_to_accounts(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	w.post("/_sim/faults", "path=/v1/customers&kind=500_stored&effect=true")
	p := func(account string) *stripe.CustomerParams {
		p := &stripe.CustomerParams{Name: stripe.String("Alice")}
		p.SetIdempotencyKey("same")
		if account != "" {
			p.SetStripeAccount(account)
		}
		return p
	}
	for range 2 {
		_, err := w.sc.Customers.New(p(""))
		require.Equal(t, 500, stripeErr(t, err).HTTPStatusCode, "the stored 500 is replayed")
	}
	require.Len(t, w.sc.Customers.List(nil).CustomerList().Data, 1, "though its effect is there, once")
	_, err := w.sc.Customers.New(p(a.ID))
	require.NoError(t, err, "another account's keys are its own")
}

func TestIdempotency_the_same_key_in_flight_is_refused(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.post("/_sim/faults", "path=/v1/customers&kind=slow&delay=400ms")
	answers := make(chan string, 8)
	for range 8 {
		go func() {
			status, body := w.do(http.MethodPost, "/v1/customers", "name=Alice", "one")
			if status != http.StatusOK && !strings.Contains(body, "idempotency_key_in_use") {
				status = 0
			}
			answers <- strconv.Itoa(status)
		}()
	}
	count := map[string]int{}
	for range 8 {
		count[<-answers]++
	}
	require.Positive(t, count["200"])
	require.Positive(t, count["409"])
	require.Zero(t, count["0"])
	require.Len(t, w.sc.Customers.List(nil).CustomerList().Data, 1)
}

func TestFaults_leave_the_outcome_unknown_and_a_key_makes_it_known(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	charge := w.paid(10_000, "pm_card_bypassPending").LatestCharge.ID
	for i, kind := range []string{"reset_after", "reset_before", "truncated", "502_html", "502_html&effect=true", "503", "429_rate_limit", "429_lock_timeout", "409_in_use"} {
		w.post("/_sim/faults", "method=POST&path=/v1/transfers&kind="+kind)
		p := &stripe.TransferParams{
			Amount: stripe.Int64(100), Currency: stripe.String("usd"), Destination: stripe.String(a.ID), SourceTransaction: stripe.String(charge),
		}
		p.SetIdempotencyKey(kind)
		// On a connection of its own: Go's transport repeats requests with a key by itself.
		fresh := stripeClient(w.url, "sk_test_simulator", 0)
		_, err := fresh.Transfers.New(p)
		require.Error(t, err, kind)
		_, err = w.sc.Transfers.New(p)
		require.NoError(t, err, kind)
		all := w.sc.Transfers.List(&stripe.TransferListParams{Destination: stripe.String(a.ID)}).TransferList()
		require.Len(t, all.Data, i+1, "each exactly once: "+kind)
	}
	client := stripeClient(w.url, "sk_test_simulator", 2)
	w.post("/_sim/faults", "path=/v1/balance&kind=503&count=2&retry=true")
	_, err := client.Balance.Get(nil)
	require.NoError(t, err, "the client's own retries get through")
	w.post("/_sim/faults", "path=/v1/*&kind=503&count=50")
	status, _ := w.do(http.MethodDelete, "/_sim/faults", "", "")
	require.Equal(t, 200, status)
	_, err = w.sc.Balance.Get(nil)
	require.NoError(t, err)
}

func TestParameters_are_refused_at_any_depth(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for path, cases := range map[string]map[string][2]string{
		"/v1/payment_intents": {
			"amount=1000&currency=usd&bogus=1":                                 {"parameter_unknown", "bogus"},
			"amount=1000&currency=usd&shipping[name]=A&shipping[address][x]=1": {"parameter_unknown", "shipping[address][x]"},
			"amount=1000&currency=usd&automatic_payment_methods[bogus]=1":      {"parameter_unknown", "automatic_payment_methods[bogus]"},
			"amount=1000&currency=usd&transfer_data[destination]=acct_1":       {"parameter_unknown", "transfer_data"},
			"amount=1000&currency=usd&application_fee_amount=10":               {"parameter_unknown", "application_fee_amount"},
			"currency=usd":                                                   {"parameter_missing", "amount"},
			"amount=1000":                                                    {"parameter_missing", "currency"},
			"amount=abc&currency=usd":                                        {"parameter_invalid_integer", "amount"},
			"amount=10.5&currency=usd":                                       {"parameter_invalid_integer", "amount"},
			"amount=&currency=usd":                                           {"parameter_invalid_empty", "amount"},
			"amount=1000&currency=usd&capture_method=never":                  {"", "capture_method"},
			"amount=1000&currency=usd&confirm=maybe":                         {"", "confirm"},
			"amount[x]=1000&currency=usd":                                    {"", "amount"},
			"amount=1000&currency=usd&shipping=nowhere":                      {"", "shipping"},
			"amount=1000&currency=usd&metadata[a][b]=1":                      {"", "metadata[a]"},
			"amount=1000&currency=usd&description=%00":                       {"invalid_characters", ""},
			"amount=1000&currency=usd&description=%ff":                       {"invalid_characters", ""},
			"amount=99999999999999999999&currency=usd":                       {"parameter_invalid_integer", "amount"},
			"amount=1000&currency=usd&customer=cus_nobody":                   {"resource_missing", "customer"},
			"amount=1000&currency=usd&payment_method=pm_nothing":             {"resource_missing", "payment_method"},
			"amount=1000&currency=usd&payment_method_options[card][bogus]=1": {"parameter_unknown", "payment_method_options[card][bogus]"},
			"amount=1000&currency=usd&expand[0]=customer.x.y.z.v&customer=":  {"", "expand"},
			"amount=1000&currency=usd&expand[0]=currency":                    {"", "expand"},
			"amount=1000&currency=usd&payment_method_types[0]=sepa_debit":    {"", "payment_method_types"},
			"amount=1000&currency=eur&payment_method_types[0]=pigeon":        {"", "payment_method_types[0]"},
		},
		"/v1/accounts": {
			"settings[payouts][bogus]=1":                        {"parameter_unknown", "settings[payouts][bogus]"},
			"controller[losses][payments]=nobody":               {"", "controller[losses][payments]"},
			"capabilities[flying][requested]=true":              {"parameter_unknown", "capabilities[flying]"},
			"settings[payouts][schedule][interval]=weekly":      {"parameter_missing", "settings[payouts][schedule][weekly_anchor]"},
			"settings[payouts][schedule][delay_days]=sometimes": {"parameter_invalid_integer", "settings[payouts][schedule][delay_days]"},
		},
		"/v1/transfers": {"currency=usd&amount=1": {"parameter_missing", "destination"}},
	} {
		for body, want := range cases {
			status, answer := w.do(http.MethodPost, path, body, "")
			require.Equal(t, 400, status, body)
			require.Contains(t, answer, `"type":"invalid_request_error"`, body)
			if want[0] != "" {
				require.Contains(t, answer, `"code":"`+want[0]+`"`, body)
			}
			if want[1] != "" {
				require.Contains(t, answer, `"param":"`+want[1]+`"`, body)
			}
		}
	}
	status, answer := w.do(http.MethodGet, "/v1/nowhere", "", "")
	require.Equal(t, 404, status)
	require.Contains(t, answer, "Unrecognized request URL (GET: /v1/nowhere)")
	status, _ = w.do(http.MethodDelete, "/v1/payment_intents", "", "")
	require.Equal(t, 404, status)
	status, _ = w.do(http.MethodPost, "/v1/payment_intents", strings.Repeat("a", 2<<20), "")
	require.Equal(t, 400, status)
}

func TestParameters_metadata_keys_with_brackets_and_unsetting(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, err := w.sc.Customers.New(&stripe.CustomerParams{Metadata: map[string]string{"k[x]": "v", "gone": "soon"}, Name: stripe.String("A")})
	require.NoError(t, err)
	require.Equal(t, map[string]string{"k[x]": "v", "gone": "soon"}, c.Metadata)
	c, err = w.sc.Customers.Update(c.ID, &stripe.CustomerParams{Metadata: map[string]string{"gone": "", "new": "1"}, Name: stripe.String("")})
	require.NoError(t, err)
	require.Equal(t, map[string]string{"k[x]": "v", "new": "1"}, c.Metadata)
	require.Empty(t, c.Name)
	_, body := w.do(http.MethodPost, "/v1/customers/"+c.ID, "metadata=", "")
	require.Contains(t, body, `"metadata":{}`)
}

func TestParameters_an_external_account_may_be_scalar_and_hash_at_once(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.applicant()
	a, err := w.sc.Accounts.Update(a.ID, &stripe.AccountParams{ExternalAccount: &stripe.AccountExternalAccountParams{Token: stripe.String("btok_us_verified")}})
	require.NoError(t, err)
	require.Equal(t, "6789", a.ExternalAccounts.Data[0].BankAccount.Last4)
	a, err = w.sc.Accounts.Update(a.ID, &stripe.AccountParams{ExternalAccount: &stripe.AccountExternalAccountParams{
		AccountNumber: stripe.String("000111111116"), RoutingNumber: stripe.String("110000000"), Country: stripe.String("US"), Currency: stripe.String("usd"),
	}})
	require.NoError(t, err)
	require.Len(t, a.ExternalAccounts.Data, 2)
}

func TestPages_newest_first_in_both_directions(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var ids []string
	for range 25 {
		c, err := w.sc.Customers.New(&stripe.CustomerParams{Name: stripe.String("A")})
		require.NoError(t, err)
		ids = append([]string{c.ID}, ids...)
	}
	p := &stripe.CustomerListParams{}
	p.Limit = stripe.Int64(4)
	var seen []string
	for it := w.sc.Customers.List(p); it.Next(); {
		seen = append(seen, it.Customer().ID)
	}
	require.Equal(t, ids, seen)

	back := &stripe.CustomerListParams{}
	back.EndingBefore, back.Limit, back.Single = stripe.String(ids[10]), stripe.Int64(3), true
	page := w.sc.Customers.List(back).CustomerList()
	require.Equal(t, ids[7:10], []string{page.Data[0].ID, page.Data[1].ID, page.Data[2].ID})
	require.True(t, page.HasMore)
	for _, query := range []string{"limit=0", "limit=101", "starting_after=cus_nobody", "starting_after=" + ids[0] + "&ending_before=" + ids[1]} {
		status, _ := w.do(http.MethodGet, "/v1/customers?"+query, "", "")
		require.Equal(t, 400, status, query)
	}
	none := w.sc.Customers.List(&stripe.CustomerListParams{CreatedRange: &stripe.RangeQueryParams{GreaterThan: w.sim.Now().Unix()}}).CustomerList()
	require.Empty(t, none.Data)
}

func TestScope_keeps_accounts_apart(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a, b := w.seller(), w.seller()
	as := func(account string) *stripe.CustomerParams {
		p := &stripe.CustomerParams{}
		p.SetStripeAccount(account)
		return p
	}
	c, err := w.sc.Customers.New(as(a.ID))
	require.NoError(t, err)
	_, err = w.sc.Customers.Get(c.ID, nil)
	require.Equal(t, 404, stripeErr(t, err).HTTPStatusCode)
	_, err = w.sc.Customers.Get(c.ID, as(b.ID))
	require.Equal(t, stripe.ErrorCodeResourceMissing, stripeErr(t, err).Code)
	_, err = w.sc.Customers.Get(c.ID, as(a.ID))
	require.NoError(t, err)
	_, err = w.sc.Customers.New(as("acct_nobody"))
	require.Equal(t, 403, stripeErr(t, err).HTTPStatusCode)
	_, err = w.sc.Accounts.GetByID("acct_nobody", nil)
	require.Equal(t, stripe.ErrorCodeAccountInvalid, stripeErr(t, err).Code)
	other := &stripe.AccountParams{}
	other.SetStripeAccount(a.ID)
	_, err = w.sc.Accounts.GetByID(b.ID, other)
	require.Equal(t, 403, stripeErr(t, err).HTTPStatusCode)

	stale := &stripe.BalanceParams{}
	stale.Headers = http.Header{"Stripe-Version": []string{"2024-04-10"}}
	_, err = w.sc.Balance.Get(stale)
	require.Contains(t, stripeErr(t, err).Msg, "2023-10-16 only")
	for _, key := range []string{"", "sk_live_1234567890123456", "sk_test_other_1234567890"} {
		_, err = stripeClient(w.url, key, 0).Balance.Get(nil)
		require.Equal(t, 401, stripeErr(t, err).HTTPStatusCode, key)
		require.NotContains(t, stripeErr(t, err).Msg, "1234567890", "keys are not repeated")
	}
}

func TestExpand_up_to_four_levels(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	i := w.paid(5_000, "pm_card_visa")
	tr, err := w.transfer(1_000, a.ID, i.LatestCharge.ID)
	require.NoError(t, err)
	p := &stripe.TransferParams{}
	p.AddExpand("source_transaction.payment_intent.latest_charge.balance_transaction")
	p.AddExpand("destination_payment.balance_transaction")
	p.AddExpand("destination")
	tr, err = w.sc.Transfers.Get(tr.ID, p)
	require.NoError(t, err)
	require.EqualValues(t, 4_825, tr.SourceTransaction.PaymentIntent.LatestCharge.BalanceTransaction.Net)
	require.EqualValues(t, 1_000, tr.DestinationPayment.BalanceTransaction.Net)
	require.True(t, tr.Destination.DetailsSubmitted)
	list := &stripe.TransferListParams{}
	list.AddExpand("data.balance_transaction")
	require.EqualValues(t, -1_000, w.sc.Transfers.List(list).TransferList().Data[0].BalanceTransaction.Net)
}
