package tax_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/tax"
	"github.com/etal-market/etal/internal/testkit"
)

// market is a platform that owes California 4.40 and its own authority 1.90 of VAT on
// commission, on 5 March 2035.
type market struct {
	*testkit.World

	t          *testing.T
	olga, otto *testkit.Person
	keys       atomic.Int64
}

func each(t *testing.T, fn func(t *testing.T, m *market), options ...testkit.Option) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &market{World: w, t: t, olga: w.Operator(), otto: w.Operator()}
		m.collects("1", ledger.PlatformTax("US-CA"), 440)
		m.collects("2", ledger.CommissionVAT, 190)
		fn(t, m)
	}, options...)
}

// collects has the platform owe tax, as a sale does.
func (m *market) collects(n string, account ledger.Account, minor int64) {
	m.t.Helper()
	require.NoError(m.t, m.DB.Write(m.t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := ledger.PostTx(ctx, tx, ledger.NewDraft(ledger.KindSaleCaptured, "capture:"+n, "EUR").Move(ledger.StripeAvailable, account, minor))
		return err
	}))
}

func (m *market) balance(a ledger.Account) (minor int64) {
	m.t.Helper()
	rows, err := ledger.AccountBalances(m.t.Context(), m.DB.Read(m.t.Context()), a, nil)
	require.NoError(m.t, err)
	for _, r := range rows {
		minor += r.AmountMinor
	}
	return minor
}

func date(s string) time.Time {
	at, _ := time.Parse(time.DateOnly, s)
	return at
}

// input remits to a jurisdiction, or VAT on commission when it is empty.
func (m *market) input(jurisdiction, amount string) tax.RecordInput {
	in := tax.RecordInput{
		Amount: money.Input{Amount: amount, CurrencyCode: "EUR"}, From: date("2035-02-01"), Until: date("2035-02-28"),
		Reference: "T-1", Reason: "February", IdempotencyKey: fmt.Sprint("key-", m.keys.Add(1)),
	}
	if jurisdiction != "" {
		in.Jurisdiction = &jurisdiction
	}
	return in
}

func (m *market) approves(p *approval.Proposal) error {
	m.t.Helper()
	_, err := m.App.Approvals.Approve(m.t.Context(), m.otto.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

func (m *market) remits(jurisdiction, amount string) *tax.Remittance {
	m.t.Helper()
	p, err := m.App.Taxes.ProposeRecord(m.t.Context(), m.olga.Actor, m.input(jurisdiction, amount))
	require.NoError(m.t, err)
	require.NoError(m.t, m.approves(p))
	return m.all()[0]
}

func (m *market) all() []*tax.Remittance {
	m.t.Helper()
	list, err := m.App.Taxes.Find(m.t.Context(), page.First(100))
	require.NoError(m.t, err)
	return list.Nodes
}

func (m *market) holds() {
	m.t.Helper()
	findings, err := tax.Verify(m.t.Context(), m.DB.Read(m.t.Context()))
	require.NoError(m.t, err)
	require.Empty(m.t, findings)
}

func (m *market) reversal(r *tax.Remittance) tax.ReverseInput {
	return tax.ReverseInput{RemittanceID: r.ID, Reason: "Not paid after all", IdempotencyKey: fmt.Sprint("key-", m.keys.Add(1))}
}

// Tax leaves the bank when two persons say so, and comes back when two persons do.
func TestRow_15_tax_that_was_remitted(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		asked, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, m.input("US-CA", "4.00"))
		require.NoError(t, err)
		require.EqualValues(t, -440, m.balance(ledger.PlatformTax("US-CA")), "one person moves nothing")
		_, err = m.App.Approvals.Approve(t.Context(), m.olga.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
		require.ErrorIs(t, err, approval.ErrOwn)
		require.NoError(t, m.approves(asked))
		require.EqualValues(t, -40, m.balance(ledger.PlatformTax("US-CA")))
		require.EqualValues(t, -400, m.balance(ledger.Bank))

		vat := m.remits("", "1.90")
		require.Nil(t, vat.JurisdictionOrNil())
		require.Zero(t, m.balance(ledger.CommissionVAT))
		require.EqualValues(t, -590, m.balance(ledger.Bank))
		payable, err := m.App.Taxes.Payables(t.Context())
		require.NoError(t, err)
		require.Equal(t, []*tax.Payable{{Jurisdiction: "US-CA", Currency: "EUR", AmountMinor: 40}}, payable)
		m.holds()

		back, err := m.App.Taxes.ProposeReversal(t.Context(), m.otto.Actor, m.reversal(vat))
		require.NoError(t, err)
		_, err = m.App.Approvals.Approve(t.Context(), m.olga.Actor, approval.ApproveInput{ID: back.ID, PayloadHash: back.Hash})
		require.NoError(t, err)
		require.EqualValues(t, -190, m.balance(ledger.CommissionVAT))
		require.EqualValues(t, -400, m.balance(ledger.Bank))
		require.Equal(t, "Not paid after all", *m.all()[0].WhyReversed())
		_, err = m.App.Taxes.ProposeReversal(t.Context(), m.olga.Actor, m.reversal(vat))
		require.ErrorIs(t, err, tax.ErrReversed)
		m.holds()
	})
}

// Never more than is payable when it is booked, whoever else remits or gives back.
func TestRemit_at_most_what_is_payable(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		for _, in := range []tax.RecordInput{m.input("US-CA", "4.41"), m.input("US-NY", "0.01"), m.input("", "1.91")} {
			_, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, in)
			require.ErrorIs(t, err, tax.ErrTooMuch)
		}
		dollars := m.input("US-CA", "1.00")
		dollars.Amount.CurrencyCode = "USD"
		_, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, dollars)
		require.ErrorIs(t, err, tax.ErrTooMuch, "what is owed in euros is not paid in dollars")

		asked, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, m.input("US-CA", "4.40"))
		require.NoError(t, err)
		_, err = m.App.Taxes.ProposeRecord(t.Context(), m.otto.Actor, m.input("US-CA", "0.01"))
		require.ErrorIs(t, err, approval.ErrPending, "one at a time")
		m.collects("refund", ledger.PlatformTax("US-CA"), -1)
		require.ErrorIs(t, m.approves(asked), tax.ErrTooMuch, "something was given back meanwhile")
		require.Empty(t, m.all())
		m.holds()
	})
}

// Where one person is enough, two at once do not remit the same tax twice.
func TestRemit_by_one_person_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		errs := make([]error, 8)
		var wg sync.WaitGroup
		for i := range errs {
			in := m.input("US-CA", "3.00")
			wg.Go(func() { _, errs[i] = m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, in) })
		}
		wg.Wait()
		done := 0
		for _, err := range errs {
			if err == nil {
				done++
			}
		}
		require.Equal(t, 1, done, "%v", errs)
		require.EqualValues(t, -140, m.balance(ledger.PlatformTax("US-CA")))
		require.Len(t, m.all(), 1)
		m.holds()
	}, testkit.Setting("FOUR_EYES", "off"))
}

// A reversal is made once, however many approve it or ask for it.
func TestReverse_a_remittance_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		r := m.remits("US-CA", "4.40")
		in := m.reversal(r)
		first, err := m.App.Taxes.ProposeReversal(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		again, err := m.App.Taxes.ProposeReversal(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		require.Equal(t, first.ID, again.ID)
		errs := make([]error, 4)
		var wg sync.WaitGroup
		for i := range errs {
			wg.Go(func() { errs[i] = m.approves(first) })
		}
		wg.Wait()
		done := 0
		for _, err := range errs {
			if err == nil {
				done++
			}
		}
		require.Equal(t, 1, done, "%v", errs)
		require.EqualValues(t, -440, m.balance(ledger.PlatformTax("US-CA")))
		require.Zero(t, m.balance(ledger.Bank))
		m.holds()
	})
}

// All that is wrong with the input is told at once.
func TestRemit_refuses_what_cannot_be(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		in := m.input("US-CA", "0.00")
		in.From, in.Until, in.Reference = date("2035-02-02"), date("2035-02-01"), strings.Repeat("x", 141)
		_, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, in)
		require.ErrorIs(t, err, tax.ErrPeriod)
		require.ErrorIs(t, err, tax.ErrAmount)
		for _, days := range [][2]string{{"2035-03-06", "2035-03-31"}, {"2030-01-01", "2035-01-01"}} {
			in := m.input("US-CA", "1.00")
			in.From, in.Until = date(days[0]), date(days[1])
			_, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, in)
			require.ErrorIs(t, err, tax.ErrPeriod, "%v", days)
		}
		in = m.input("US-CA", "1.00")
		first, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		again, err := m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		require.Equal(t, first.ID, again.ID)
		in.Reference = "T-2"
		_, err = m.App.Taxes.ProposeRecord(t.Context(), m.olga.Actor, in)
		require.ErrorIs(t, err, idempotency.ErrReused)
		_, err = m.App.Taxes.ProposeReversal(t.Context(), m.olga.Actor, m.reversal(&tax.Remittance{ID: "rmt_nothing"}))
		require.ErrorIs(t, err, tax.ErrNotFound)
		alice := m.Buyer("Alice")
		_, err = m.App.Taxes.ProposeRecord(t.Context(), alice.Actor, m.input("", "1.00"))
		require.ErrorIs(t, err, approval.ErrForbidden)
	})
}

// Verify finds a remittance that was changed behind the ledger's back.
func TestVerify_finds_what_the_ledger_does_not_know(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		r := m.remits("US-CA", "4.40")
		require.NoError(t, m.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE tax_remittances SET amount_minor = 441, reversed_at = recorded_at WHERE id = ?", r.ID).Exec(ctx)
			return err
		}))
		findings, err := tax.Verify(t.Context(), m.DB.Read(t.Context()))
		require.NoError(t, err)
		require.Len(t, findings, 2)
	})
}

// The report tells what is due, remitted and open, of the span and as it was: what was
// remitted is nothing that buyers got back.
func TestReport_of_what_was_remitted(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.remits("US-CA", "4.00")
		m.remits("", "1.00")
		rows := func(from, to string, asOf *time.Time) []*report.TaxRow {
			found, err := m.App.Reports.Taxes(t.Context(), report.Span{From: date(from), To: date(to)}, asOf)
			require.NoError(t, err)
			return found
		}
		february := rows("2035-02-01", "2035-03-01", nil)
		require.Len(t, february, 1, "VAT on commission is not on sales")
		require.EqualValues(t, 400, february[0].Remitted().Minor)
		require.EqualValues(t, -400, february[0].Open().Minor, "no order of February has this tax")
		require.Zero(t, february[0].Returned().Minor)
		require.Empty(t, rows("2035-03-01", "2035-04-01", nil), "it is for February, and nothing was given back in March")
		before := m.Clock.Now().Add(-time.Hour)
		require.Empty(t, rows("2035-02-01", "2035-03-01", &before))
	})
}
