package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/refund"
)

// charges puts a commission of 10 % with a refund policy in force, and has Alice
// buy again under it.
func (m *market) charges(policy pricing.RefundPolicy) { m.chargesVAT(policy, 0) }

// chargesVAT is charges with VAT on the commission.
func (m *market) chargesVAT(policy pricing.RefundPolicy, vat int) {
	m.t.Helper()
	first, second := m.OperatorWith(identity.OperatorFinance), m.OperatorWith(identity.OperatorFinance)
	rules, err := m.App.Commissions.Save(m.t.Context(), first.Actor, commission.SaveInput{
		Rules: []*commission.RuleInput{{Name: "All", BasisPoints: 1000, VATBasisPoints: &vat, Refund: &policy}},
	})
	require.NoError(m.t, err)
	p, err := m.App.Commissions.Publish(m.t.Context(), first.Actor, commission.PublishInput{
		RulesetID: rules.ID, EffectiveFrom: m.Clock.Now().Add(time.Hour), Reason: "Test.",
	})
	require.NoError(m.t, err)
	_, err = m.App.Approvals.Approve(m.t.Context(), second.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	require.NoError(m.t, err)
	m.Advance(time.Hour)
	m.order = m.alice.Buys(m.tea.Times(3), m.bowl.Times(1))
}

// What a rule keeps was frozen with the line: the buyer gets the same, the
// platform keeps its commission, and the seller bears it.
func TestCreate_keeps_the_commission_where_the_rule_says_so(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.transfers() // what was bought before is out of the way
		m.charges(pricing.RefundKeepAll)
		m.transfers()
		before := m.sums()
		r := m.gives(m.units(m.mill, 1))
		require.EqualValues(t, 2000, r.AmountMinor)
		require.EqualValues(t, 2000, m.book()["rcv:seller Mill"], "18.00 of goods and 2.00 of commission")
		m.Settle()
		m.TopsUp(2000)
		m.Settle()
		m.Balanced()
		require.Equal(t, before["rev:commission"], m.sums()["rev:commission"])

		last := m.gives(m.units(m.mill, 2))
		require.EqualValues(t, 4000, last.AmountMinor)
		m.Settle()
		m.TopsUp(4000)
		m.Settle()
		m.Balanced()
		require.Equal(t, before["rev:commission"], m.sums()["rev:commission"])
	})
}

// Before the transfer the seller's part does not cover what is kept: the rest is
// a debt, which the next order of the seller pays.
func TestCreate_keeps_the_commission_before_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.transfers()
		m.charges(pricing.RefundKeepAll)
		m.gives(m.units(m.mill, 3))
		m.Settle()
		m.TopsUp(10_000)
		m.Settle()
		require.EqualValues(t, 600, m.book()["rcv:seller Mill"], "its part was 54.00, and 60.00 were given back")
		m.Balanced()
	})
}

// VAT on a commission that is kept is kept with it. etal verify counts both on
// either side.
func TestVerify_counts_the_tax_on_what_is_kept(t *testing.T) {
	t.Parallel()
	for _, policy := range []pricing.RefundPolicy{pricing.RefundKeepAll, pricing.RefundReturnAll} {
		t.Run(string(policy), func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.transfers()
				m.chargesVAT(policy, 1900)
				m.gives(m.units(m.mill, 2))
				m.gives(m.everything())
				m.TopsUp(20_000)
				m.Settle()
				m.Balanced()
			})
		})
	}
}

// What of the buyer's fee is kept was frozen with the order: a refund of everything
// leaves it, and nothing more can be given back then.
func TestCreate_keeps_the_fee_of_the_buyer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(20_000)
		first, second := m.OperatorWith(identity.OperatorFinance), m.OperatorWith(identity.OperatorFinance)
		keep, euro := pricing.RefundKeepFixed, func(amount string) *money.Input { return &money.Input{Amount: amount, CurrencyCode: "EUR"} }
		rules, err := m.App.Commissions.Save(t.Context(), first.Actor, commission.SaveInput{
			Rules:     []*commission.RuleInput{{Name: "All", BasisPoints: 1000}},
			BuyerFees: []*commission.BuyerFeeInput{{Currency: "EUR", BasisPoints: 100, Fixed: euro("0.50"), PerLine: euro("0.20"), Refund: &keep}},
		})
		require.NoError(t, err)
		p, err := m.App.Commissions.Publish(t.Context(), first.Actor, commission.PublishInput{
			RulesetID: rules.ID, EffectiveFrom: m.Clock.Now().Add(time.Hour), Reason: "Test.",
		})
		require.NoError(t, err)
		_, err = m.App.Approvals.Approve(t.Context(), second.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
		require.NoError(t, err)
		m.Advance(time.Hour)
		preview, err := m.App.Checkout.Preview(t.Context(), m.alice.Cart(m.tea.Times(3), m.bowl.Times(1)))
		require.NoError(t, err)
		require.EqualValues(t, 190, preview.ServiceFeeMinor, "1 % of 100.00, 0.50, and 0.20 for each of two lines")
		m.order = m.alice.Buys(m.tea.Times(3), m.bowl.Times(1))
		require.EqualValues(t, 10_190, m.order.TotalMinor)

		r := m.gives(m.everything())
		require.EqualValues(t, 10_100, r.AmountMinor)
		m.Settle()
		m.Balanced()
		_, err = m.App.Refunds.Create(t.Context(), m.olga.Actor, m.flat("0.01"))
		require.ErrorIs(t, err, refund.ErrTooMuch)
	})
}
