package stripesim_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/gateway/stripesim"
)

// machine does random things to a simulator and keeps count of what may be.
type machine struct {
	sim       *stripesim.Simulator
	h         http.Handler
	accounts  []string
	charges   []string
	transfers []string
	payouts   map[string]string // payout → account
	refunds   []string
	disputes  []string

	amount map[string]int64 // charge → captured
}

func (m *machine) call(method, path, body, account string) (int, map[string]any) {
	var in io.Reader
	if body != "" {
		in = strings.NewReader(body)
	}
	req := httptest.NewRequest(method, path, in)
	req.Header.Set("Authorization", "Bearer sk_test_simulator")
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if account != "" {
		req.Header.Set("Stripe-Account", account)
	}
	res := httptest.NewRecorder()
	m.h.ServeHTTP(res, req)
	out := map[string]any{}
	_ = json.Unmarshal(res.Body.Bytes(), &out)
	return res.Code, out
}

// ok calls and tells whether it went well; a 5xx is never right.
func (m *machine) ok(t *rapid.T, path, body, account string) (map[string]any, bool) {
	code, out := m.call(http.MethodPost, path, body, account)
	if code >= 500 {
		t.Fatalf("%s %s: %d %v", path, body, code, out)
	}
	return out, code == 200
}

// pick draws an id, or one that does not exist while there is none.
func pick(t *rapid.T, from []string, label string) string {
	if len(from) == 0 {
		return "nothing"
	}
	return rapid.SampledFrom(from).Draw(t, label)
}

func (m *machine) Pay(t *rapid.T) {
	card := rapid.SampledFrom([]string{
		"pm_card_visa", "pm_card_bypassPending", "pm_card_chargeDeclined", "pm_card_createDispute", "pm_card_createDisputeInquiry",
		"pm_card_refundFail", "pm_card_pendingRefund",
	}).Draw(t, "card")
	amount := rapid.Int64Range(50, 100_000).Draw(t, "amount")
	out, ok := m.ok(t, "/v1/payment_intents", form("amount", itoa(amount), "currency", "usd", "confirm", "true",
		"payment_method", card, "payment_method_types[0]", "card"), "")
	if ok {
		id := out["latest_charge"].(string)
		m.charges, m.amount[id] = append(m.charges, id), amount
	}
}

func (m *machine) Transfer(t *rapid.T) {
	body := form("amount", itoa(rapid.Int64Range(1, 60_000).Draw(t, "amount")), "currency", "usd", "destination", pick(t, m.accounts, "to"))
	if rapid.Bool().Draw(t, "sourced") {
		body += "&source_transaction=" + pick(t, m.charges, "charge")
	}
	if out, ok := m.ok(t, "/v1/transfers", body, ""); ok {
		m.transfers = append(m.transfers, out["id"].(string))
	}
}

func (m *machine) Reverse(t *rapid.T) {
	m.ok(t, "/v1/transfers/"+pick(t, m.transfers, "transfer")+"/reversals", form("amount", itoa(rapid.Int64Range(1, 60_000).Draw(t, "amount"))), "")
}

func (m *machine) Refund(t *rapid.T) {
	charge := pick(t, m.charges, "charge")
	out, ok := m.ok(t, "/v1/refunds", form("charge", charge, "amount", itoa(rapid.Int64Range(1, 60_000).Draw(t, "amount"))), "")
	if ok {
		m.refunds = append(m.refunds, out["id"].(string))
	}
}

func (m *machine) CancelRefund(t *rapid.T) {
	m.ok(t, "/v1/refunds/"+pick(t, m.refunds, "refund")+"/cancel", "", "")
}

func (m *machine) FailRefund(t *rapid.T) {
	m.ok(t, "/_sim/refunds/"+pick(t, m.refunds, "refund")+"/fail", "", "")
}

func (m *machine) Payout(t *rapid.T) {
	account := rapid.SampledFrom(append([]string{""}, m.accounts...)).Draw(t, "account")
	out, ok := m.ok(t, "/v1/payouts", form("amount", itoa(rapid.Int64Range(1, 60_000).Draw(t, "amount")), "currency", "usd"), account)
	if ok {
		m.payouts[out["id"].(string)] = account
	}
}

func (m *machine) EndPayout(t *rapid.T) {
	var ids []string
	for id := range m.payouts {
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return
	}
	// Maps have no order, and rapid wants one to be able to shrink.
	id := rapid.SampledFrom(slices.Sorted(slices.Values(ids))).Draw(t, "payout")
	switch rapid.SampledFrom([]string{"settle", "fail", "cancel", "reverse"}).Draw(t, "how") {
	case "settle":
		m.ok(t, "/_sim/payouts/"+id+"/settle", "", "")
	case "fail":
		m.ok(t, "/_sim/payouts/"+id+"/fail", "", "")
	case "cancel":
		m.ok(t, "/v1/payouts/"+id+"/cancel", "", m.payouts[id])
	case "reverse":
		m.ok(t, "/v1/payouts/"+id+"/reverse", "", m.payouts[id])
	}
}

func (m *machine) NewBank(t *rapid.T) {
	m.ok(t, "/v1/accounts/"+pick(t, m.accounts, "account")+"/external_accounts", "external_account=btok_us_verified&default_for_currency=true", "")
}

func (m *machine) Dispute(t *rapid.T) {
	if out, ok := m.ok(t, "/_sim/disputes", form("charge", pick(t, m.charges, "charge")), ""); ok {
		m.disputes = append(m.disputes, out["id"].(string))
	}
}

func (m *machine) Decide(t *rapid.T) {
	m.ok(t, "/_sim/disputes/"+pick(t, m.disputes, "dispute"), form("status", rapid.SampledFrom([]string{"won", "lost"}).Draw(t, "status")), "")
}

func (m *machine) TopUp(t *rapid.T) {
	m.ok(t, "/v1/topups", form("amount", itoa(rapid.Int64Range(1, 50_000).Draw(t, "amount")), "currency", "usd"), "")
}

func (m *machine) Wait(t *rapid.T) {
	m.sim.Advance(time.Duration(rapid.Int64Range(1, 100).Draw(t, "hours")) * time.Hour)
}

// Check is run after every step: money is neither made nor lost.
func (m *machine) Check(t *rapid.T) {
	code, totals := m.call(http.MethodGet, "/_sim/totals", "", "")
	if code != 200 || totals["consistent"] != true {
		t.Fatalf("money was made or lost: %v", totals)
	}
	for _, id := range m.charges {
		_, c := m.call(http.MethodGet, "/v1/charges/"+id, "", "")
		if back := int64(c["amount_refunded"].(float64)); back < 0 || back > m.amount[id] {
			t.Fatalf("charge %s of %d has %d refunded", id, m.amount[id], back)
		}
	}
	for _, id := range m.transfers {
		_, tr := m.call(http.MethodGet, "/v1/transfers/"+id, "", "")
		if back := int64(tr["amount_reversed"].(float64)); back < 0 || back > int64(tr["amount"].(float64)) {
			t.Fatalf("transfer %s reversed by %d", id, back)
		}
	}
}

func TestMoney_is_conserved_whatever_happens(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		policy := rapid.SampledFrom([]stripesim.ReversalPolicy{stripesim.ReversalStrict, stripesim.ReversalAllowNegative}).Draw(t, "policy")
		clock := &testClock{now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
		sim, err := stripesim.New(stripesim.Options{Now: clock.Now, Reversals: policy, ReserveNegative: rapid.Bool().Draw(t, "reserve")})
		require.NoError(t, err)
		m := &machine{
			sim: sim, h: sim.Handler(), payouts: map[string]string{}, amount: map[string]int64{},
		}
		for _, interval := range []string{"manual", "daily"} {
			_, a := m.call(http.MethodPost, "/v1/accounts", "type=express&capabilities[transfers][requested]=true&settings[payouts][schedule][interval]="+interval, "")
			m.accounts = append(m.accounts, a["id"].(string))
			m.ok(t, "/_sim/accounts/"+a["id"].(string)+"/onboard", "", "")
		}
		t.Repeat(map[string]func(*rapid.T){
			"pay": m.Pay, "transfer": m.Transfer, "reverse": m.Reverse, "refund": m.Refund, "cancelRefund": m.CancelRefund,
			"failRefund": m.FailRefund, "payout": m.Payout, "endPayout": m.EndPayout, "newBank": m.NewBank, "dispute": m.Dispute,
			"decide": m.Decide, "topUp": m.TopUp, "wait": m.Wait, "": m.Check,
		})
	})
}

func itoa(i int64) string { return strconv.FormatInt(i, 10) }
