package graph_test

import (
	"context"
	"encoding/json"
	"net/url"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// byMoney are the documents about money of which this market has none yet.
func (m *market) byMoney() map[string]given {
	after := func(what func()) given {
		return func() (*testkit.Person, map[string]any) {
			what()
			return m.olga, nil
		}
	}
	ownCharges := func() (*testkit.Person, map[string]any) {
		m.charged()
		return m.mill.Person, nil
	}
	return map[string]given{
		"sellerPlans":     after(func() { m.plan() }),
		"OperatorCharges": after(func() { m.charged() }),
		"SellerCharges":   ownCharges,
		"AdminOwnCharges": ownCharges,
		"AdminCharges":    after(func() { m.charged() }),
		"parkedJobs":      after(func() { m.parkedJob() }),
		"taxRemittances":  after(func() { m.remitted() }),
		"taxPayables":     after(func() { m.owesTax() }),
		"taxRemittanceRecord": func() (*testkit.Person, map[string]any) {
			in := m.moneyInputs("Mutation.taxRemittanceRecord", m.random(""))
			in["jurisdiction"] = m.owesTax()
			return m.olga, input(in)
		},
		"sellerRiskRatings": func() (*testkit.Person, map[string]any) {
			_, err := m.App.Risk.Set(m.t.Context(), m.olga.Actor, risk.SetInput{SellerID: m.mill.ID, Reason: "As the rule has it."})
			require.NoError(m.t, err)
			return m.olga, map[string]any{"sellerId": m.mill.ID}
		},
		"taxReport": func() (*testkit.Person, map[string]any) {
			m.taxed()
			return m.olga, m.inputs("Query.taxReport")
		},
		"sellerPayoutBreakdown": func() (*testkit.Person, map[string]any) {
			return m.mill.Person, map[string]any{"payoutId": m.firstOf("payouts")}
		},
		"payout": func() (*testkit.Person, map[string]any) {
			return m.mill.Person, map[string]any{"id": m.firstOf("payouts"), "payoutId": m.firstOf("payouts")}
		},
		"sellerPayoutExportCreate": func() (*testkit.Person, map[string]any) {
			return m.mill.Person, input(map[string]any{"payoutId": m.firstOf("payouts")})
		},
		"commissionInvoices": func() (*testkit.Person, map[string]any) {
			m.invoiced()
			return m.mill.Person, nil
		},
		"commissionInvoiceExportCreate": func() (*testkit.Person, map[string]any) {
			m.invoiced()
			return m.mill.Person, input(map[string]any{"documentId": m.firstOf("commissionInvoices")})
		},
		"webhookDelivery": func() (*testkit.Person, map[string]any) {
			_, delivery := m.hook(m.mill.Actor)
			return m.mill.Person, map[string]any{"id": delivery}
		},
		"OperatorSellers": func() (*testkit.Person, map[string]any) {
			return m.Operator(), map[string]any{"sort": "OLDEST_FIRST"}
		},
		"ReconciliationDifferences": func() (*testkit.Person, map[string]any) {
			m.differs()
			return m.Operator(), map[string]any{"sort": "OLDEST_FIRST"}
		},
		"ReconciliationCandidates": func() (*testkit.Person, map[string]any) {
			m.differs()
			return m.Operator(), map[string]any{"filter": map[string]any{}}
		},
		"reconciliationDifference": func() (*testkit.Person, map[string]any) {
			return m.Operator(), map[string]any{"id": m.differs()}
		},
		"reconciliationDifferenceResolve": func() (*testkit.Person, map[string]any) {
			return m.Operator(), input(map[string]any{"differenceId": m.differs(), "resolution": "TIMING", "reason": "It is on its way."})
		},
	}
}

// firstOf is the id of the newest in a list of Mill's.
func (m *market) firstOf(list string) any {
	m.t.Helper()
	answer := m.Asks(m.mill.Person, `{ list: `+list+`(first: 1) { nodes { id } } }`, nil)
	require.Empty(m.t, answer.Errors)
	nodes := answer.Data["list"].(map[string]any)["nodes"].([]any)
	require.NotEmpty(m.t, nodes, "Mill has no %s", list)
	return nodes[0].(map[string]any)["id"]
}

// invoiced has the platform write Mill an invoice of the month that was closed.
func (m *market) invoiced() {
	m.t.Helper()
	_, err := m.App.Sellers.UpdateLegal(m.t.Context(), m.mill.Actor, seller.LegalInput{
		LegalName: "Mill OHG", Line1: "Road 1", City: "Hamburg", Country: "DE", Version: int64(m.teamInputs("Mutation.sellerLegalUpdate", "")["version"].(int)),
	})
	require.NoError(m.t, err)
	require.NoError(m.t, m.App.Statements.Close(m.t.Context()))
}

// taxed gives one sold line a tax, for nothing is taxed here.
func (m *market) taxed() {
	m.t.Helper()
	line := m.Buyer("Somebody new").Buys(m.bowl.Times(1)).SellerOrders[0].Lines[0]
	taxes := json.RawMessage(`[{"component":"GOODS","jurisdiction":"DE","basisPoints":1900,"isIncluded":true,"remitter":"SELLER",` +
		`"currency":"EUR","baseMinor":2521,"amountMinor":479}]`)
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("UPDATE order_lines SET taxes = ? WHERE id = ?", taxes, line.ID).Exec(ctx)
		return err
	}))
}

// differs takes all that is available from the platform's balance at the provider,
// which no news explains, and returns the difference that is found.
func (m *market) differs() string {
	m.t.Helper()
	open := func() []*reconciliation.Difference {
		found, err := m.App.Reconciliation.Find(m.t.Context(), reconciliation.Filter{Statuses: []reconciliation.Status{reconciliation.Open}}, reconciliation.OldestFirst, page.First(1))
		require.NoError(m.t, err)
		return found.Nodes
	}
	if len(open()) == 0 {
		m.TopsUp(10_000)
		m.Control("accounts/acct_platform/drain", url.Values{})
		_, err := m.App.Reconciliation.Run(m.t.Context(), reconciliation.Manner{})
		require.NoError(m.t, err)
	}
	found := open()
	require.NotEmpty(m.t, found, "nothing differs")
	return string(found[0].ID)
}
