package dispute_test

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
	"github.com/etal-market/etal/internal/testkit"
)

// fees are what Mill and Kiln are charged.
func (m *market) fees() (mill, kiln int64) {
	m.t.Helper()
	for _, p := range m.only().Parts {
		if p.SellerID == m.mill.ID {
			mill = p.FeeMinor
		} else {
			kiln = p.FeeMinor
		}
	}
	return mill, kiln
}

// openTotals sums the lines of a seller's open statement by kind.
func (m *market) openTotals(s *testkit.Seller) map[statement.Kind]int64 {
	m.t.Helper()
	require.NoError(m.t, m.App.Ledger.Chain(m.t.Context()))
	require.NoError(m.t, m.App.Statements.Follow(m.t.Context()))
	open, err := m.App.Statements.Current(m.t.Context(), s.Actor, nil, "EUR")
	require.NoError(m.t, err)
	sums := map[statement.Kind]int64{}
	for _, total := range open.Totals {
		sums[total.Kind] = total.AmountMinor
	}
	return sums
}

// The fee of 15.00 is charged 60 to 40. Everything of the sale is kept aside, so
// it is a debt, which the next sales pay; it is on the statement.
func TestFee_charged_to_sellers_and_netted(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		mill, kiln := m.fees()
		require.EqualValues(t, 900, mill)
		require.EqualValues(t, 600, kiln)
		b := m.book()
		require.EqualValues(t, 900, b["rcv:seller Mill"])
		require.EqualValues(t, 600, b["rcv:seller Kiln"])
		require.Zero(t, b["exp:dispute_fee"], "the platform bears nothing of it")
		require.EqualValues(t, -900, m.openTotals(m.mill)[statement.KindDisputeFees])
		m.Balanced()

		for range 3 { // hearing of it again charges nothing again
			require.NoError(t, m.App.Disputes.Sweep(t.Context()))
		}
		require.EqualValues(t, 900, m.book()["rcv:seller Mill"])
		m.decides(url.Values{"status": {"lost"}})
		require.EqualValues(t, 900, m.book()["rcv:seller Mill"], "the share is gone, the fee is owed")

		tea := m.mill.Product("More tea", "30.00", 10)
		next := m.alice.Buys(tea.Times(1))
		m.mill.Ships(next)
		m.Advance(3 * day)
		m.Settle()
		b = m.book()
		require.Zero(t, b["rcv:seller Mill"])
		require.EqualValues(t, 600, b["rcv:seller Kiln"])
		m.Advance(3 * day)
		m.Settle()
		require.EqualValues(t, 2700-900, m.paidOut(m.mill))
		m.Balanced()
	}, testkit.Setting("DISPUTE_FEE", "seller"))
}

// paidOut is what has reached a seller's bank, or is on its way.
func (m *market) paidOut(s *testkit.Seller) int64 {
	m.t.Helper()
	found, err := m.App.Payouts.FindPayouts(m.t.Context(), s.Actor, payout.Filter{}, page.First(100))
	require.NoError(m.t, err)
	sum := int64(0)
	for _, p := range found.Nodes {
		if p.Status != payout.StatusFailed {
			sum += p.AmountMinor
		}
	}
	return sum
}

// Won: who bears the fee unless it is won gets it back, and who bears it anyway
// does not.
func TestFee_when_it_is_won(t *testing.T) {
	t.Parallel()
	for policy, owed := range map[string]int64{"seller": 900, "seller_unless_won": 0, "platform": 0} {
		t.Run(policy, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.mill.Ships(m.order)
				m.kiln.Ships(m.order)
				m.Advance(day)
				m.Settle()
				m.disputes(url.Values{})
				m.decides(url.Values{"status": {"won"}})
				mill, _ := m.fees()
				require.Equal(t, owed, mill)
				require.Equal(t, -owed, m.openTotals(m.mill)[statement.KindDisputeFees])
				m.Advance(4 * day)
				m.Settle()
				m.Advance(4 * day)
				m.Settle()
				require.EqualValues(t, 5400-owed, m.paidOut(m.mill), "at the bank")
				require.Zero(t, m.book()["rcv:seller Mill"])
				m.Balanced()
			}, testkit.Setting("DISPUTE_FEE", policy))
		})
	}
}

// Lost, and won late after the fee was paid by other sales: it comes back.
func TestFee_comes_back_by_a_late_win(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{"lost": {"true"}})
		require.EqualValues(t, 900, m.book()["rcv:seller Mill"])
		next := m.alice.Buys(m.mill.Product("More tea", "30.00", 10).Times(1))
		m.mill.Ships(next)
		m.Advance(3 * day)
		m.Settle()
		require.Zero(t, m.book()["rcv:seller Mill"])
		m.decides(url.Values{"status": {"won"}})
		mill, _ := m.fees()
		require.Zero(t, mill)
		require.EqualValues(t, 1500, m.book()["exp:dispute_fee"], "the platform's again")
		m.mill.Ships(m.order)
		m.Advance(4 * day)
		m.Settle()
		m.Advance(4 * day)
		m.Settle()
		require.EqualValues(t, 5400+2700, m.paidOut(m.mill))
		m.Balanced()
	}, testkit.Setting("DISPUTE_FEE", "seller_unless_won"))
}

// Sending evidence costs once more, where that is so, and that comes back by a win
// while the fee of the dispute does not.
func TestFee_of_evidence_comes_back_by_a_win(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{"counter_fee": {"1000"}})
		mill, _ := m.fees()
		require.EqualValues(t, 900, mill)
		_, err := m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: m.only().ID})
		require.NoError(t, err)
		m.Settle()
		mill, kiln := m.fees()
		require.EqualValues(t, 1500, mill)
		require.EqualValues(t, 1000, kiln)
		require.EqualValues(t, 2500, m.only().FeeMinor)
		m.Balanced()
		m.decides(url.Values{"status": {"won"}})
		mill, kiln = m.fees()
		require.EqualValues(t, 900, mill)
		require.EqualValues(t, 600, kiln)
		require.Zero(t, m.book()["exp:dispute_fee"])
		m.Balanced()
	}, testkit.Setting("DISPUTE_FEE", "seller"))
}

// When an operator says whose share is what, the fee follows.
func TestFee_follows_the_shares(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{"amount": {"4000"}})
		d := m.only()
		euros := func(s string) money.Input { return money.Input{Amount: s, CurrencyCode: "EUR"} }
		platform := euros("10.00")
		in := dispute.SharesSetInput{DisputeID: d.ID, Platform: &platform}
		for _, p := range d.Parts {
			if p.SellerID == m.mill.ID {
				in.Shares = append(in.Shares, dispute.ShareInput{SellerOrderID: p.SellerOrderID, Amount: euros("30.00")})
			}
		}
		_, err := m.App.Disputes.SetShares(t.Context(), in)
		require.NoError(t, err)
		m.Settle()
		mill, kiln := m.fees()
		require.EqualValues(t, 1125, mill, "three quarters of 15.00")
		require.Zero(t, kiln)
		require.EqualValues(t, 375, m.book()["exp:dispute_fee"])
		m.Balanced()
	}, testkit.Setting("DISPUTE_FEE", "seller"))
}

// How often, by number and by amount: the disputes of the last 90 days against
// what was paid in them.
func TestRate_by_number_and_amount(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		rate := func(by actor.Actor, of *testkit.Seller) *dispute.Rate {
			r, err := m.App.Disputes.RateOf(ctx, by, &of.ID)
			require.NoError(t, err)
			return r
		}
		require.Zero(t, rate(m.olga.Actor, m.mill).BasisPoints)
		require.False(t, rate(m.olga.Actor, m.mill).IsTooHigh)
		tea := m.mill.Product("More tea", "20.00", 100)
		for range 3 {
			m.alice.Buys(tea.Times(1))
		}
		m.disputes(url.Values{"amount": {"5000"}})
		r := rate(m.mill.Actor, m.mill)
		require.EqualValues(t, 1, r.Disputes)
		require.EqualValues(t, 4, r.Charges)
		require.EqualValues(t, 2500, r.BasisPoints)
		require.True(t, r.IsTooHigh)
		require.Len(t, r.Amounts, 1)
		require.Equal(t, dispute.RateAmount{Currency: "EUR", DisputedMinor: 3000, PaidMinor: 12_000, BasisPoints: 2500}, *r.Amounts[0])
		_, err := m.App.Disputes.RateOf(ctx, m.kiln.Actor, &m.mill.ID)
		require.ErrorIs(t, err, seller.ErrNotFound)

		all, err := m.App.Disputes.PlatformRate(ctx)
		require.NoError(t, err)
		require.EqualValues(t, 1, all.Disputes, "of two sellers' parts, and one dispute")
		require.EqualValues(t, 4, all.Charges)
		require.EqualValues(t, 2500, all.BasisPoints)
		require.True(t, all.IsTooHigh)
		require.Len(t, all.Amounts, 1)
		require.EqualValues(t, 5000, all.Amounts[0].DisputedMinor)
		require.EqualValues(t, 16_000, all.Amounts[0].PaidMinor)
		require.NotEmpty(t, all.Networks())

		many, err := m.App.Disputes.RatesOf(ctx, []seller.ID{m.mill.ID, m.kiln.ID, "sel_nothing"})
		require.NoError(t, err)
		require.EqualValues(t, 10_000, many[m.kiln.ID].BasisPoints)
		require.Zero(t, many["sel_nothing"].Charges)
		m.Advance(91 * day)
		require.Zero(t, rate(m.olga.Actor, m.mill).Charges, "it is forgotten")
		all, err = m.App.Disputes.PlatformRate(ctx)
		require.NoError(t, err)
		require.Zero(t, all.BasisPoints)
		require.False(t, all.IsTooHigh)
	})
}
