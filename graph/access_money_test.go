package graph_test

import (
	"context"
	"fmt"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/tax"
)

// moneyInputs gives what operations about money need besides ids; nil for others.
func (m *market) moneyInputs(operation, n string) map[string]any {
	cents := map[string]any{"amount": "0.01", "currencyCode": "EUR"}
	switch operation {
	case "Mutation.refundCreate":
		return map[string]any{"lines": nil, "amount": cents, "reason": "GOODWILL", "idempotencyKey": "access-" + n}
	case "Query.refundPreview":
		return map[string]any{"lines": nil, "amount": cents}
	case "Mutation.disputeEvidenceSave":
		return map[string]any{"statement": "It was sent."}
	case "Mutation.disputeFileUpload":
		return map[string]any{"filename": "label.pdf", "byteSize": 100}
	case "Mutation.disputeFileAdd":
		return map[string]any{"field": "OTHER"}
	case "Mutation.fraudWarningRefund", "Mutation.sellerDebtDebit":
		return map[string]any{"idempotencyKey": "access-" + n}
	case "Mutation.fraudWarningSetAside":
		return map[string]any{"note": "The buyer is known."}
	case "Mutation.disputeSharesSet":
		return map[string]any{"shares": []any{}, "platform": map[string]any{"amount": "12.50", "currencyCode": "EUR"}}
	case "Mutation.refundPayOtherwise":
		return map[string]any{"method": "BANK", "reference": "A transfer.", "idempotencyKey": "access-" + n}
	case "Mutation.buyerCreditPayOut":
		return map[string]any{"amount": cents, "reference": "A transfer.", "idempotencyKey": "access-" + n}
	case "Mutation.sellerPlanCreate":
		return map[string]any{"name": "Plan " + n}
	case "Mutation.sellerPlanPublish":
		return map[string]any{"fees": []any{map[string]any{"monthly": cents}}, "effectiveFrom": m.later().Format(time.RFC3339), "reason": "A reason."}
	case "Mutation.sellerPlanAssign":
		return map[string]any{"reason": "A reason.", "idempotencyKey": "access-" + n}
	case "Mutation.sellerChargeReverse", "Mutation.sellerDebtWriteOff", "Mutation.taxRemittanceReverse":
		return map[string]any{"reason": "A reason.", "idempotencyKey": "access-" + n}
	case "Mutation.sellerDebitConsentSet":
		return map[string]any{"version": payout.DebitTextVersion, "isGiven": true}
	case "Mutation.sellerChargeCreate", "Mutation.sellerCreditCreate":
		return map[string]any{"amount": cents, "reason": "A reason.", "idempotencyKey": "access-" + n}
	case "Mutation.sellerPayoutPolicySet", "Mutation.sellerRiskTierSet", "Mutation.sellerPayoutHold", "Mutation.sellerPayoutHoldLift":
		return map[string]any{"reason": "A reason."}
	case "Mutation.sellerPayoutScheduleSet":
		return map[string]any{"kind": "PLATFORM"}
	case "Mutation.sellerPayoutRequest":
		return map[string]any{"currencyCode": "EUR", "idempotencyKey": "access-" + n}
	case "Mutation.taxRemittanceRecord":
		return map[string]any{
			"jurisdiction": "US-CA", "amount": cents, "from": "2035-03-01", "until": "2035-03-05", "reference": "A transfer.", "reason": "A reason.",
			"idempotencyKey": "access-" + n,
		}
	case "Mutation.sellerPayoutRecord":
		return map[string]any{"amount": cents, "reference": "A transfer.", "reason": "A reason.", "idempotencyKey": "access-" + n}
	case "Mutation.commissionRulesetSave":
		return map[string]any{"rules": []any{map[string]any{"name": "Rule " + n, "basisPoints": 1000}}}
	case "Mutation.commissionRulesetPublish":
		return map[string]any{"effectiveFrom": m.Clock.Now().Add(time.Hour).Format(time.RFC3339), "reason": "A reason."}
	case "Mutation.commissionSimulate":
		return map[string]any{
			"paidFrom": m.Clock.Now().Add(-time.Hour).Format(time.RFC3339), "paidBefore": m.Clock.Now().Format(time.RFC3339),
		}
	case "Query.salesTrend", "Query.sellerSalesTrend":
		return map[string]any{"days": 30}
	case "Query.topProducts", "Query.sellerTopProducts":
		return map[string]any{"days": 30, "first": 5}
	case "Query.salesReport", "Query.taxReport":
		return map[string]any{"from": "2035-01-01T00:00:00Z", "to": "2036-01-01T00:00:00Z"}
	case "Query.sellerSales":
		return map[string]any{"from": "2035-03-01", "to": "2035-03-31"}
	case "Query.dac7Report", "Query.form1099KReport":
		return map[string]any{"year": 2035}
	case "Mutation.reportExportCreate":
		return map[string]any{"report": "DAC7", "year": 2035}
	case "Query.reconciliationDifferences":
		return map[string]any{"sort": "OLDEST_FIRST"}
	case "Mutation.reconciliationDifferenceResolve":
		return map[string]any{"resolution": "TIMING", "reason": "A reason."}
	}
	return nil
}

// parkedJob is the number of a job that has failed for the last time.
func (m *market) parkedJob() string {
	m.t.Helper()
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		return tx.Enqueue(ctx, event.Delivery{EventID: "evt_nothing"}, db.JobOptions{MaxAttempts: 1})
	}))
	m.Settle()
	jobs, err := m.App.System.Parked(m.t.Context())
	require.NoError(m.t, err)
	require.NotEmpty(m.t, jobs)
	return string(jobs[len(jobs)-1].ID)
}

// owesTax has the platform owe a cent to a jurisdiction of its own, since nothing is
// taxed here.
func (m *market) owesTax() string {
	m.t.Helper()
	m.count++
	jurisdiction := fmt.Sprint("US-", m.count)
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		d := ledger.NewDraft(ledger.KindSaleCaptured, "capture:"+jurisdiction, "EUR").Move(ledger.Bank, ledger.PlatformTax(jurisdiction), 1)
		_, err := ledger.PostTx(ctx, tx, d)
		return err
	}))
	return jurisdiction
}

// remitted remits a cent of tax.
func (m *market) remitted() string {
	m.t.Helper()
	jurisdiction := m.owesTax()
	asked, err := m.App.Taxes.ProposeRecord(m.t.Context(), m.olga.Actor, tax.RecordInput{
		Jurisdiction: &jurisdiction, Amount: money.Input{Amount: "0.01", CurrencyCode: "EUR"}, From: m.Clock.Now(), Until: m.Clock.Now(),
		Reference: "A transfer.", Reason: "Test.", IdempotencyKey: jurisdiction,
	})
	require.NoError(m.t, err)
	second := m.Operator()
	_, err = m.App.Approvals.Approve(m.t.Context(), second.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(m.t, err)
	list, err := m.App.Taxes.Find(m.t.Context(), page.First(1))
	require.NoError(m.t, err)
	return string(list.Nodes[0].ID)
}
