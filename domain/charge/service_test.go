package charge_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/internal/testkit"
)

// A charge is owed at once, and paid by what is released next.
func TestCharge_is_collected_from_what_is_released(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		c := m.charges("10.00", 1900)
		require.EqualValues(t, 1190, c.Gross().Minor)
		require.EqualValues(t, 1190, m.balance().DebtMinor)
		require.Equal(t, payout.CauseCharge, m.debts()[0].Cause)
		m.sells(1) // 18.00 for the seller
		require.Zero(t, m.balance().DebtMinor)
		require.EqualValues(t, 1800-1190, m.received())
		require.Equal(t, payout.RecoverySettled, m.debts()[0].Status)
		require.EqualValues(t, 1190, m.debts()[0].NettedMinor)
		m.Balanced()
	})
}

// What a release cannot pay stays open for the next one, oldest debt first.
func TestCharge_larger_than_a_release(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.charges("25.00", 0)
		m.charges("5.00", 0)
		m.sells(1)
		require.EqualValues(t, 1200, m.balance().DebtMinor)
		m.sells(1)
		require.Zero(t, m.balance().DebtMinor)
		require.EqualValues(t, 600, m.received())
		m.Balanced()
	})
}

// A credit needs no order: it is transferred at once, from the platform's own
// balance, after it has paid what the seller owes.
func TestCredit_pays_debts_and_is_transferred(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(10_000)
		m.Settle()
		m.charges("10.00", 0)
		c := m.credits("30.00", 1900)
		require.EqualValues(t, 3570, c.Gross().Minor)
		m.Settle()
		require.Zero(t, m.balance().DebtMinor)
		require.EqualValues(t, 2570, m.received())
		moved, err := m.App.Payouts.FindTransfers(t.Context(), m.mill.Actor, payout.Filter{}, page.First(9))
		require.NoError(t, err)
		require.Len(t, moved.Nodes, 1)
		require.Equal(t, payout.TransferSucceeded, moved.Nodes[0].Status)
		require.Empty(t, moved.Nodes[0].OrderID)
		m.Balanced()
	})
}

// A credit that the platform's balance cannot give waits, and comes when it can.
func TestCredit_waits_for_the_platforms_balance(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.credits("30.00", 0)
		m.Settle()
		require.EqualValues(t, 3000, m.balance().ReleasableMinor)
		m.TopsUp(10_000)
		m.Advance(day)
		m.Settle()
		require.Zero(t, m.balance().ReleasableMinor)
		m.Balanced()
	})
}

// Whatever became of a charge, reversing it leaves the seller as if it had never
// been.
func TestReverse_a_charge(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(10_000)
		m.Settle()
		open := m.charges("10.00", 1900)
		require.NoError(t, m.reverses(open))
		require.Zero(t, m.balance().DebtMinor)
		require.ErrorIs(t, m.reverses(open), charge.ErrReversed)
		m.Balanced()

		partly := m.charges("20.00", 0)
		m.sells(1) // pays 18.00 of it
		require.EqualValues(t, 200, m.balance().DebtMinor)
		asked, err := m.App.Payouts.ProposeWriteOff(t.Context(), m.olga.Actor, payout.WriteOffInput{DebtID: m.debts()[0].ID, Reason: "Little", IdempotencyKey: "little"})
		require.NoError(t, err)
		require.NoError(t, m.approves(asked.Proposal))
		require.Zero(t, m.balance().DebtMinor)
		require.NoError(t, m.reverses(partly))
		m.Settle()
		require.EqualValues(t, 1800, m.received(), "what it had paid, and not what was given up")
		m.Balanced()

		var wg sync.WaitGroup
		last := m.charges("3.00", 0)
		errs := make([]error, 2)
		for i := range errs {
			wg.Go(func() { errs[i] = m.reverses(last) })
		}
		wg.Wait()
		require.True(t, (errs[0] == nil) != (errs[1] == nil), "%v, %v", errs[0], errs[1])
		m.Balanced()
	})
}

// A credit that is taken back is owed like a charge.
func TestReverse_a_credit(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(10_000)
		m.Settle()
		c := m.credits("10.00", 0)
		m.Settle()
		require.NoError(t, m.reverses(c))
		require.EqualValues(t, 1000, m.balance().DebtMinor)
		m.sells(1)
		require.Zero(t, m.balance().DebtMinor)
		require.EqualValues(t, 1800, m.received())
		m.Balanced()
	})
}

// A charge can be taken from the seller's balance at the provider, and is not
// reversed while it is.
func TestCharge_is_debited(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		_, err := m.App.Payouts.SetSchedule(t.Context(), m.mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleManual})
		require.NoError(t, err)
		m.sells(2)
		m.Advance(3 * day)
		m.Settle()
		c := m.charges("10.00", 0)
		m.mill.Consents()
		_, err = m.App.Payouts.Debit(t.Context(), m.olga.Actor, payout.DebtInput{DebtID: m.debts()[0].ID, IdempotencyKey: "debit"})
		require.NoError(t, err)
		require.ErrorIs(t, m.reverses(c), payout.ErrDebtState)
		m.Settle()
		require.Zero(t, m.balance().DebtMinor)
		require.EqualValues(t, 1000, m.debts()[0].DebitedMinor)
		m.Balanced()
		require.NoError(t, m.reverses(c))
		m.Settle()
		m.Balanced()
	})
}

// The same command makes one charge, however often and however concurrently it is
// sent; above the limit it takes two persons, and many small ones count together.
func TestCharge_limits_and_keys(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		in := m.input("10.00", 0)
		var wg sync.WaitGroup
		ids := make([]charge.ID, 8)
		for i := range ids {
			wg.Go(func() {
				made, err := m.App.Charges.Charge(t.Context(), m.olga.Actor, in)
				if err != nil {
					t.Errorf("charge: %v", err)
					return
				}
				ids[i] = made.Charge.ID
			})
		}
		wg.Wait()
		for _, other := range ids {
			require.Equal(t, ids[0], other)
		}
		require.Len(t, m.all(), 1)
		in.Reason = "Something else"
		_, err := m.App.Charges.Charge(t.Context(), m.olga.Actor, in)
		require.ErrorIs(t, err, idempotency.ErrReused)

		m.charges("485.00", 100) // 489.85 with VAT
		over := m.input("0.16", 0)
		made, err := m.App.Charges.Credit(t.Context(), m.olga.Actor, over)
		require.NoError(t, err)
		require.Nil(t, made.Charge)
		again, err := m.App.Charges.Credit(t.Context(), m.olga.Actor, over)
		require.NoError(t, err)
		require.Equal(t, made.Proposal.ID, again.Proposal.ID)
		require.Len(t, m.all(), 2)
		_, err = m.App.Approvals.Approve(t.Context(), m.olga.Actor, approval.ApproveInput{ID: made.Proposal.ID, PayloadHash: made.Proposal.Hash})
		require.ErrorIs(t, err, approval.ErrOwn)
		require.NoError(t, m.approves(made.Proposal))
		require.Len(t, m.all(), 3)
		again, err = m.App.Charges.Credit(t.Context(), m.olga.Actor, over)
		require.NoError(t, err)
		require.NotNil(t, again.Charge)

		// So does taking back.
		large := m.all()[1]
		asked, err := m.App.Charges.Reverse(t.Context(), m.olga.Actor, charge.ReverseInput{ChargeID: large.ID, Reason: "Wrong", IdempotencyKey: "wrong"})
		require.NoError(t, err)
		require.NotNil(t, asked.Proposal)
		require.Nil(t, asked.Charge.ReversedAt)
		require.NoError(t, m.approves(asked.Proposal))
		got, err := m.App.Charges.Get(t.Context(), m.mill.Actor, large.ID)
		require.NoError(t, err)
		require.NotNil(t, got.ReversedAt)
		m.Settle()
		m.Verified()

		// Another operator begins anew, and so does another day.
		made, err = m.App.Charges.Charge(t.Context(), m.otto.Actor, m.input("1.00", 0))
		require.NoError(t, err)
		require.NotNil(t, made.Charge)
		m.Advance(day)
		m.charges("1.00", 0)
	})
}

func TestCharge_refuses(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		stranger, applied := m.Seller("Kiln"), m.Seller("Applied", testkit.Applied)
		for name, c := range map[string]struct {
			change func(in *charge.CreateInput)
			want   error
		}{
			"nothing":          {func(in *charge.CreateInput) { in.Amount = eur("0.00") }, charge.ErrAmount},
			"less":             {func(in *charge.CreateInput) { in.Amount = eur("-1.00") }, charge.ErrAmount},
			"too much":         {func(in *charge.CreateInput) { in.Amount = eur("99999999999.00") }, nil},
			"VAT below":        {func(in *charge.CreateInput) { in.VATBasisPoints = ptr[int64](-1) }, charge.ErrVAT},
			"VAT above":        {func(in *charge.CreateInput) { in.VATBasisPoints = ptr[int64](10_001) }, charge.ErrVAT},
			"no reason":        {func(in *charge.CreateInput) { in.Reason = " " }, fault.ErrTextRequired},
			"a long reference": {func(in *charge.CreateInput) { in.Reference = ptr(strings.Repeat("x", 141)) }, nil},
			"no key":           {func(in *charge.CreateInput) { in.IdempotencyKey = "" }, idempotency.ErrKey},
			"nobody":           {func(in *charge.CreateInput) { in.SellerID = "sel_x" }, seller.ErrNotFound},
			"not approved":     {func(in *charge.CreateInput) { in.SellerID = applied.ID }, charge.ErrClosed},
		} {
			in := m.input("1.00", 0)
			c.change(&in)
			_, err := m.App.Charges.Charge(t.Context(), m.olga.Actor, in)
			require.Error(t, err, name)
			if c.want != nil {
				require.ErrorIs(t, err, c.want, name)
			}
		}
		require.Empty(t, m.all())
		c := m.charges("1.00", 0)
		_, err := m.App.Charges.Get(t.Context(), stranger.Actor, c.ID)
		require.ErrorIs(t, err, charge.ErrNotFound, "another seller's")
		found, err := m.App.Charges.Find(t.Context(), stranger.Actor, charge.Filter{}, page.First(9))
		require.NoError(t, err)
		require.Empty(t, found.Nodes)
	})
}

// The statement of the month says what was charged and credited, and the invoice
// and the credit note ask for it with its VAT, beside the commission.
func TestCharge_is_on_the_statement_and_the_invoice(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(10_000)
		_, err := m.App.Sellers.UpdateLegal(t.Context(), m.mill.Actor, seller.LegalInput{
			LegalName: "Mühle GmbH", Line1: "Mühlweg 3", PostalCode: "50667", City: "Köln", Country: "DE", TaxID: "DE1",
		})
		require.NoError(t, err)
		m.sells(1)
		m.charges("10.00", 1900)
		taken := m.charges("4.00", 700)
		m.credits("6.00", 1900)
		require.NoError(t, m.reverses(taken))
		m.sells(1)
		m.until("2035-04-02")
		found, err := m.App.Statements.Find(t.Context(), m.mill.Actor, statement.Filter{}, page.First(9))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 1)
		sums := map[statement.Kind]int64{}
		for _, total := range found.Nodes[0].Totals {
			sums[total.Kind] = total.AmountMinor
		}
		require.EqualValues(t, -1400, sums[statement.KindCharges])
		require.EqualValues(t, -190-28, sums[statement.KindChargesVAT])
		require.EqualValues(t, 1000, sums[statement.KindCredits])
		require.EqualValues(t, 114+28, sums[statement.KindCreditsVAT])
		require.Zero(t, sums[statement.KindAdjustments])

		documents, err := m.App.Statements.Documents(t.Context(), m.mill.Actor, statement.Filter{}, page.First(9))
		require.NoError(t, err)
		require.Len(t, documents.Nodes, 2)
		note, invoice := documents.Nodes[0], documents.Nodes[1]
		require.Equal(t, statement.Invoice, invoice.Kind)
		require.EqualValues(t, 400+1400, invoice.NetMinor, "the commission, without VAT here, and the charges")
		require.EqualValues(t, 190+28, invoice.VATMinor)
		require.Equal(t, []int64{0, 700, 1900}, []int64{invoice.VATGroups[0].BasisPoints, invoice.VATGroups[1].BasisPoints, invoice.VATGroups[2].BasisPoints})
		require.EqualValues(t, 1000, note.NetMinor)
		require.EqualValues(t, 142, note.VATMinor)
		m.Balanced()
	})
}
