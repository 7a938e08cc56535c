package stripe

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/payout"
)

func accountDraft() payout.AccountDraft {
	return payout.AccountDraft{AccountID: "pac_1", SellerID: "sel_1", Name: "Mühle & Söhne", Email: "mill@example.com", Country: "DE"}
}

func payoutDraft() payout.Draft {
	return payout.Draft{PayoutID: "pot_1", Account: "acct_mill", Amount: money.New(5_350, "EUR"), Description: "Sales payout"}
}

const transferAnswer = `{"id":"tr_1","object":"transfer","amount":5350,"currency":"eur","destination":"acct_mill","destination_payment":"py_1",
	"metadata":{"etal_transfer":"trf_1"},
	"balance_transaction":{"id":"txn_1","amount":-5350,"fee":0,"net":-5350,"currency":"eur","status":"pending","available_on":1772614800,"type":"transfer","source":"tr_1"}}`

var transferAnswers = map[string]string{
	"POST /v1/transfers": transferAnswer,
	"GET /v1/transfers":  `{"object":"list","has_more":false,"data":[` + transferAnswer + `]}`,
	"GET /v1/charges/py_1": `{"id":"py_1","object":"charge","balance_transaction":{"id":"txn_2","amount":5350,"fee":0,"net":5350,
		"currency":"eur","status":"pending","available_on":1772614800,"type":"payment","source":"py_1"}}`,
}

// snapshots are all changes that we ask of Stripe, to the last parameter. A key
// that is random behind its prefix is cut there.
func TestChanges_say_exactly_this(t *testing.T) {
	t.Parallel()
	intent := `{"id":"pi_1","object":"payment_intent","amount":10700,"currency":"eur","status":"requires_payment_method","client_secret":"s"}`
	s := newCounterpart(t, byPath(map[string]string{
		"POST /v1/payment_intents":                intent,
		"POST /v1/payment_intents/pi_1/cancel":    intent,
		"POST /v1/accounts":                       `{"id":"acct_mill","object":"account"}`,
		"POST /v1/account_links":                  `{"object":"account_link","url":"https://connect.stripe.com/x","expires_at":1772614800}`,
		"POST /v1/accounts/acct_mill/login_links": `{"object":"login_link","url":"https://connect.stripe.com/express/x","created":1772614800}`,
		"POST /v1/account_sessions":               `{"object":"account_session","account":"acct_mill","client_secret":"accs_secret__x","expires_at":1772614800}`,
		"POST /v1/transfers":                      transferAnswer,
		"GET /v1/charges/py_1":                    transferAnswers["GET /v1/charges/py_1"],
		"POST /v1/payouts":                        `{"id":"po_1","object":"payout","amount":5350,"currency":"eur","status":"pending"}`,
	}))
	c := s.client(t)
	ctx := t.Context()

	_, err := c.CreateIntent(ctx, intentDraft())
	require.NoError(t, err)
	_, err = c.CancelIntent(ctx, "pi_1", payment.CancellationExpired)
	require.NoError(t, err)
	_, err = c.CreateAccount(ctx, accountDraft())
	require.NoError(t, err)
	link, err := c.CreateOnboardingLink(ctx, "acct_mill", "https://etal.example/return", "https://etal.example/refresh")
	require.NoError(t, err)
	expires := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
	require.Equal(t, &payout.OnboardingLink{URL: "https://connect.stripe.com/x", ExpiresAt: &expires}, link)
	login, err := c.CreateLoginLink(ctx, "acct_mill")
	require.NoError(t, err)
	require.Equal(t, &payout.OnboardingLink{URL: "https://connect.stripe.com/express/x"}, login)
	opened, err := c.CreateAccountSession(ctx, "acct_mill")
	require.NoError(t, err)
	require.Equal(t, &payout.AccountSession{Secret: "accs_secret__x", ExpiresAt: expires}, opened)
	_, err = c.CreateTransfer(ctx, transferDraft())
	require.NoError(t, err)
	_, err = c.CreatePayout(ctx, payoutDraft())
	require.NoError(t, err)

	var changes []string
	for _, r := range s.requests() {
		if r.method == "POST" {
			changes = append(changes, r.String())
		}
	}
	all := regexpTry.ReplaceAllString(strings.Join(changes, "\n\n"), ":try_…")
	require.Equal(t, wantChanges, all)
	for _, never := range []string{"application_fee", "on_behalf_of", "transfer_data", "card_payments"} {
		require.NotContains(t, all, never)
	}
}

const wantChanges = `POST /v1/payment_intents
Idempotency-Key: pay_1
amount=10700
automatic_payment_methods[allow_redirects]=never
automatic_payment_methods[enabled]=true
currency=eur
description=Order 7Q2MX-40RZV
metadata[etal_order]=ord_1
metadata[etal_payment]=pay_1
receipt_email=alice@example.com
statement_descriptor_suffix=7Q2MX-40RZV
transfer_group=ord_1

POST /v1/payment_intents/pi_1/cancel
Idempotency-Key: pi_1:cancel:try_…
cancellation_reason=abandoned

POST /v1/accounts
Idempotency-Key: pac_1
business_profile[name]=Mühle & Söhne
capabilities[transfers][requested]=true
controller[fees][payer]=application
controller[losses][payments]=application
controller[requirement_collection]=stripe
controller[stripe_dashboard][type]=express
country=DE
email=mill@example.com
metadata[etal_payout_account]=pac_1
metadata[etal_seller]=sel_1
settings[payouts][schedule][interval]=manual

POST /v1/account_links
Idempotency-Key: acct_mill:link:try_…
account=acct_mill
collection_options[fields]=eventually_due
collection_options[future_requirements]=include
refresh_url=https://etal.example/refresh
return_url=https://etal.example/return
type=account_onboarding

POST /v1/accounts/acct_mill/login_links
Idempotency-Key: acct_mill:login:try_…

POST /v1/account_sessions
Idempotency-Key: acct_mill:session:try_…
account=acct_mill
components[account_management][enabled]=true
components[account_onboarding][enabled]=true
components[notification_banner][enabled]=true

POST /v1/transfers
Idempotency-Key: trf_1
amount=5350
currency=eur
destination=acct_mill
expand[0]=balance_transaction
metadata[etal_release]=rel_1
metadata[etal_transfer]=trf_1
source_transaction=ch_1
transfer_group=ord_1

POST /v1/payouts
Idempotency-Key: pot_1
Stripe-Account: acct_mill
amount=5350
currency=eur
metadata[etal_payout]=pot_1
statement_descriptor=Sales payout`

func TestReads_ask_on_the_right_account_for_what_they_need(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, byPath(map[string]string{
		"GET /v1/payment_intents/pi_1": `{"id":"pi_1","amount":1,"currency":"eur"}`,
		"GET /v1/accounts/acct_mill":   `{"id":"acct_mill"}`,
		"GET /v1/payouts/po_1":         `{"id":"po_1","amount":1,"currency":"eur"}`,
		"GET /v1/payouts":              `{"object":"list","data":[]}`,
		"GET /v1/transfers":            transferAnswers["GET /v1/transfers"],
		"GET /v1/charges/py_1":         transferAnswers["GET /v1/charges/py_1"],
		"GET /v1/balance":              `{"object":"balance"}`,
	}))
	c := s.client(t)
	ctx := t.Context()
	_, err := c.GetIntent(ctx, "pi_1")
	require.NoError(t, err)
	_, err = c.GetAccount(ctx, "acct_mill")
	require.NoError(t, err)
	_, err = c.GetPayout(ctx, "acct_mill", "po_1")
	require.NoError(t, err)
	none, err := c.FindPayout(ctx, "acct_mill", "pot_1", time.Unix(1_772_614_860, 0))
	require.NoError(t, err)
	require.Nil(t, none)
	found, err := c.FindTransfer(ctx, "ord_1", "trf_1")
	require.NoError(t, err)
	require.Equal(t, "tr_1", found.ID)
	_, err = c.Balance(ctx, "acct_mill")
	require.NoError(t, err)

	var reads []string
	for _, r := range s.requests() {
		reads = append(reads, r.String())
	}
	require.Equal(t, []string{
		"GET /v1/payment_intents/pi_1\nexpand[0]=latest_charge.balance_transaction",
		"GET /v1/accounts/acct_mill",
		"GET /v1/payouts/po_1\nStripe-Account: acct_mill",
		"GET /v1/payouts\nStripe-Account: acct_mill\ncreated[gte]=1772614800\nlimit=100",
		"GET /v1/transfers\nexpand[0]=data.balance_transaction\nlimit=100\ntransfer_group=ord_1",
		"GET /v1/charges/py_1\nStripe-Account: acct_mill\nexpand[0]=balance_transaction",
		"GET /v1/balance\nStripe-Account: acct_mill",
	}, reads)
}

func TestDescriptor(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"7Q2MX-40RZV":                 "7Q2MX-40RZV",
		"12345-67890":                 "ORDER 12345-67890",
		"":                            "ORDER",
		`<a>\'"*1`:                    "a1",
		"Söhne\n\x00":                 "Shne",
		"日本":                          "ORDER",
		"A very long number of order": "A very long number of",
	} {
		got := descriptor("ORDER", text)
		require.Equal(t, want, got)
		require.LessOrEqual(t, len(got), descriptorMax)
	}
}

func TestCreateIntent_leaves_out_what_is_empty(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{"id":"pi_1","amount":1,"currency":"eur"}`))
	d := intentDraft()
	d.Email = ""
	_, err := s.client(t).CreateIntent(t.Context(), d)
	require.NoError(t, err)
	require.NotContains(t, s.requests()[0].form, "receipt_email")
}

func TestGetIntent_maps(t *testing.T) {
	t.Parallel()
	charge := `"latest_charge":{"id":"ch_1","balance_transaction":{"id":"txn_1","amount":10700,"fee":340,"net":10360,"currency":"eur","status":"available","available_on":1772614800,"type":"charge","source":"ch_1"}}`
	for status, want := range map[string]payment.IntentStatus{
		"requires_payment_method": payment.IntentOpen, "requires_confirmation": payment.IntentOpen, "requires_action": payment.IntentOpen,
		"processing": payment.IntentProcessing, "requires_capture": payment.IntentOpen, "succeeded": payment.IntentSucceeded,
		"canceled": payment.IntentCancelled, "something_of_next_year": payment.IntentOpen, "": payment.IntentOpen,
	} {
		s := newCounterpart(t, says(200, `{"id":"pi_1","amount":10700,"amount_received":10600,"currency":"eur","status":"`+status+`",`+charge+`,
			"metadata":{"etal_payment":"pay_1"},"client_secret":"c","last_payment_error":{"code":"card_declined","decline_code":"lost_card"}}`))
		got, err := s.client(t).GetIntent(t.Context(), "pi_1")
		require.NoError(t, err)
		require.Equal(t, want, got.Status, status)
		require.Equal(t, payment.ID("pay_1"), got.PaymentID)
		require.Equal(t, "card_declined", got.ErrorCode)
		require.Equal(t, "lost_card", got.DeclineCode)
		if want != payment.IntentSucceeded {
			require.Equal(t, money.New(10_700, "EUR"), got.Amount)
			require.Empty(t, got.ChargeID, "the charge of a failed attempt is nobody's")
			require.Nil(t, got.Transaction)
			continue
		}
		require.Equal(t, money.New(10_600, "EUR"), got.Amount, "what was taken, not what was asked for")
		require.Equal(t, "ch_1", got.ChargeID)
		require.EqualValues(t, 340, got.Transaction.FeeMinor)
		require.True(t, got.Transaction.Available)
	}
	s := newCounterpart(t, says(200, `{"id":"pi_1","amount":1,"amount_received":1,"currency":"eur","status":"succeeded","latest_charge":{"id":"ch_1","balance_transaction":null}}`))
	got, err := s.client(t).GetIntent(t.Context(), "pi_1")
	require.NoError(t, err)
	require.Equal(t, "ch_1", got.ChargeID)
	require.Nil(t, got.Transaction, "not settled yet")
}

func TestGetPayout_maps(t *testing.T) {
	t.Parallel()
	for status, want := range map[string]payout.Status{
		"pending": payout.StatusPending, "in_transit": payout.StatusInTransit, "paid": payout.StatusPaid,
		"failed": payout.StatusFailed, "canceled": payout.StatusCancelled, "something_of_next_year": payout.StatusInTransit,
	} {
		s := newCounterpart(t, says(200, `{"id":"po_1","amount":5350,"currency":"eur","status":"`+status+`","arrival_date":1772614800,
			"failure_code":"account_closed","balance_transaction":"txn_1","failure_balance_transaction":"txn_2","metadata":{"etal_payout":"pot_1"}}`))
		got, err := s.client(t).GetPayout(t.Context(), "acct_mill", "po_1")
		require.NoError(t, err)
		at := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC)
		require.Equal(t, &payout.ProviderPayout{
			ID: "po_1", PayoutID: "pot_1", Amount: money.New(5_350, "EUR"), Status: want, FailureCode: "account_closed",
			ExpectedAt: &at, Transaction: "txn_1", Returned: "txn_2",
		}, got)
	}
}

func TestGetAccount_maps(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{"id":"acct_1","details_submitted":true,"payouts_enabled":true,"metadata":{"etal_payout_account":"pac_1"},"capabilities":{"transfers":"active"},
		"requirements":{"currently_due":["tax_id","external_account"],"past_due":["external_account"],"pending_verification":["owner"],"disabled_reason":"requirements.past_due",
			"current_deadline":1772614800,"eventually_due":["vat_id"],
			"errors":[{"requirement":"tax_id","code":"verification_failed_tax_id_match","reason":"The number is of somebody else."}],
			"alternatives":[{"original_fields_due":["tax_id"],"alternative_fields_due":["vat_id"]}]},
		"future_requirements":{"current_deadline":1775293200,"currently_due":["phone","email"],"past_due":["phone"]},
		"external_accounts":{"object":"list","data":[
			{"id":"card_1","object":"card","last4":"1111"},
			{"id":"ba_1","object":"bank_account","last4":"2222"},
			{"id":"ba_2","object":"bank_account","last4":"3333","status":"errored","default_for_currency":true}]}}`))
	got, err := s.client(t).GetAccount(t.Context(), "acct_1")
	require.NoError(t, err)
	due, rules := time.Date(2026, 3, 4, 9, 0, 0, 0, time.UTC), time.Date(2026, 4, 4, 9, 0, 0, 0, time.UTC)
	require.Equal(t, &payout.ProviderAccount{
		Requirements: payout.Requirements{
			DueBy: &due, EventuallyDue: []string{"vat_id"}, FutureDue: []string{"email", "phone"}, FutureDueBy: &rules, BankStatus: payout.BankErrored,
			Errors:       []payout.RequirementError{{Requirement: "tax_id", Code: "verification_failed_tax_id_match", Reason: "The number is of somebody else."}},
			Alternatives: []payout.Alternative{{Fields: []string{"vat_id"}, InsteadOf: []string{"tax_id"}}},
		},
		ID: "acct_1", AccountID: "pac_1", IsDetailsSubmitted: true, CanReceive: true, CanPayOut: true, BankLast4: "3333",
		CurrentlyDue: []string{"external_account", "tax_id"}, PendingVerification: []string{"owner"}, DisabledReason: "requirements.past_due",
	}, got)

	for _, status := range []string{"inactive", "pending", "something_of_next_year"} {
		s := newCounterpart(t, says(200, `{"id":"acct_1","capabilities":{"transfers":"`+status+`"}}`))
		got, err := s.client(t).GetAccount(t.Context(), "acct_1")
		require.NoError(t, err)
		require.Equal(t, &payout.ProviderAccount{ID: "acct_1", CurrentlyDue: []string{}, PendingVerification: []string{}}, got)
	}
}
