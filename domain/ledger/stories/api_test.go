package stories_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/internal/testkit"
)

// Finance gets a file of the ledger, once, and it is on record; nobody else does.
func TestLedger_is_exported_by_finance_on_record(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		finance, support, alice := w.OperatorWith(identity.OperatorFinance), w.OperatorWith(identity.OperatorSupport), w.Buyer("Alice")
		mill := w.Seller("Mill", testkit.Onboarded)
		alice.Buys(mill.Product("Tea", "12.50", 10).Times(2))
		w.Advance(time.Second)
		const ask = `mutation($to: DateTime) { ledgerExportCreate(input: {to: $to, format: CSV}) { export { id kind } userErrors { code } } }`
		for _, p := range []*testkit.Person{support, alice, mill.Person, w.OperatorWith(identity.OperatorAuditor)} {
			require.Contains(t, fmt.Sprint(w.Asks(p, ask, nil).Errors), "FORBIDDEN")
		}
		wrong := w.Asks(finance, ask, map[string]any{"to": "0001-01-01T00:00:00Z"})
		require.Empty(t, wrong.Errors)
		require.Contains(t, wrong.Data["ledgerExportCreate"].(map[string]any)["userErrors"].([]any)[0].(map[string]any)["code"], "LEDGER_SPAN")
		require.Empty(t, w.Asks(finance, ask, nil).Errors)
		w.Settle()
		listed := w.Asks(finance, `{ exports { nodes { kind status path done total } } }`, nil)
		file := listed.Data["exports"].(map[string]any)["nodes"].([]any)[0].(map[string]any)
		require.Equal(t, "LEDGER", file["kind"])
		require.Equal(t, "READY", file["status"])
		require.Equal(t, file["total"], file["done"])
		path := file["path"].(string)
		for _, p := range []*testkit.Person{support, alice, w.OperatorWith(identity.OperatorFinance)} {
			status, _ := fetch(t, w, p, path)
			require.Equal(t, http.StatusNotFound, status)
		}
		status, body := fetch(t, w, finance, path)
		require.Equal(t, http.StatusOK, status, string(body))
		rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
		require.NoError(t, err)
		require.Greater(t, len(rows), 4)
		require.Contains(t, string(body), "pay:seller:held,"+string(mill.ID)+",EUR,-")
		status, _ = fetch(t, w, finance, path)
		require.Equal(t, http.StatusNotFound, status, "a file is handed out once")

		kind := "export.requested"
		found, err := w.App.Audit.Find(t.Context(), actor.Actor{AccountID: "acc_x", Role: "operator:admin"}, audit.Filter{Kind: &kind}, page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 1)
		require.Equal(t, finance.Account, found.Nodes[0].ActorID)
		require.Contains(t, found.Nodes[0].AfterText, "CSV")
		w.Verified()
	})
}

// A seller sees its own balances as they were, and not those of others.
func TestSellerBalances_as_of_an_instant(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, mill, kiln := w.Buyer("Alice"), w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		before := w.Clock.Now()
		w.Advance(time.Hour)
		bought := alice.Buys(mill.Product("Tea", "12.50", 10).Times(2))
		sold := w.Clock.Now()
		require.NoError(t, w.App.Ledger.Chain(t.Context()))
		mill.Ships(bought)
		w.Advance(30 * 24 * time.Hour)
		w.Settle()
		owner := mill.SignsInAgain()
		const ask = `query($id: ID, $at: DateTime) { sellerBalances(sellerId: $id, asOf: $at) { held { amount } releasable { amount } paidOut { amount } } }`
		held := func(p *testkit.Person, variables map[string]any) []any {
			answer := w.Asks(p, ask, variables)
			require.Empty(t, answer.Errors)
			balances, _ := answer.Data["sellerBalances"].([]any)
			var amounts []any
			for _, b := range balances {
				amounts = append(amounts, b.(map[string]any)["held"].(map[string]any)["amount"])
			}
			return amounts
		}
		require.Empty(t, held(owner, map[string]any{"at": before}))
		require.Equal(t, []any{"22.50"}, held(owner, map[string]any{"at": sold}))
		require.Equal(t, []any{"0.00"}, held(owner, nil))
		require.Empty(t, held(kiln.SignsInAgain(), map[string]any{"at": sold}))
		stranger := w.Asks(kiln.SignsInAgain(), ask, map[string]any{"id": mill.ID, "at": sold})
		require.Contains(t, fmt.Sprint(stranger.Errors), "SELLER_NOT_FOUND")

		olga := w.Operator()
		require.Equal(t, []any{"22.50"}, held(olga, map[string]any{"id": mill.ID, "at": sold}))
		const account = `query($id: ID, $at: DateTime) { ledgerAccountBalances(account: "pay:seller:held", sellerId: $id, asOf: $at) { amount { amount } } }`
		answer := w.Asks(olga, account, map[string]any{"id": mill.ID, "at": sold})
		require.Empty(t, answer.Errors)
		require.Equal(t, "-22.50", answer.Data["ledgerAccountBalances"].([]any)[0].(map[string]any)["amount"].(map[string]any)["amount"])
		require.Contains(t, fmt.Sprint(w.Asks(owner, account, map[string]any{"id": mill.ID}).Errors), "FORBIDDEN")
		trial := w.Asks(olga, `query($at: DateTime) { ledgerTrialBalance(asOf: $at) { account amount { amount } } }`, map[string]any{"at": before})
		require.Empty(t, trial.Errors)
		require.Empty(t, trial.Data["ledgerTrialBalance"])
		w.Verified()
	})
}

// fetch gets a file by HTTP under a hat.
func fetch(t *testing.T, w *testkit.World, p *testkit.Person, path string) (status int, body []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.URL+path, strings.NewReader(""))
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+string(p.Token))
	r.Header.Set("Etal-Act-As", p.ActAs)
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err = io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp.StatusCode, body
}
