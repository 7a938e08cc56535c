package stories_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/statement"
)

// hangs makes a refund of which nobody knows what becomes of it.
func (m *market) hangs(in refund.CreateInput) *refund.Refund {
	m.t.Helper()
	m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/refunds"}, "kind": {"500_stored"}})
	r := m.gives(in)
	_, err := m.DB.Drain(m.t.Context(), m.App.Jobs(), m.Clock.Now())
	require.NoError(m.t, err)
	require.Equal(m.t, refund.StatusUnknown, m.refund(r.ID).Status)
	return r
}

// adopted is the refund that was made in the Dashboard.
func (m *market) adopted() *refund.Refund {
	m.t.Helper()
	list, err := m.App.Refunds.Find(m.t.Context(), m.olga.Actor, refund.Filter{}, page.First(10))
	require.NoError(m.t, err)
	for _, r := range list.Nodes {
		if r.RequestedBy == "" {
			return r
		}
	}
	m.t.Fatal("nothing was adopted")
	return nil
}

// Our refund hangs, and an operator gives everything back in the Dashboard. When Stripe
// refuses ours, the sellers pay for that one: they got nothing twice.
func TestVoid_covers_what_was_made_at_the_provider(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name       string
		prepare    func(m *market)
		mill, kiln int64 // what they owe in the end
	}{
		{"before the transfer", func(*market) {}, 0, 0},
		{"after the payout", func(m *market) { m.transfers(); m.paysOut() }, 5400, 3600},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				c.prepare(m)
				ours := m.hangs(m.everything())
				m.TopsUp(10000)
				m.RefundsAtStripe(m.order.ChargeID, 10000)
				m.Settle()
				require.EqualValues(t, 10000, m.book()["exp:refund_loss"])
				require.Contains(t, m.adopted().Note, "The platform bears 100.00 EUR")
				m.Balanced()
				m.Advance(25 * time.Hour) // a stored 500 is repeated for a day
				m.Settle()
				require.Equal(t, refund.StatusRefused, m.refund(ours.ID).Status)
				b, r := m.book(), m.adopted()
				require.Zero(t, r.LossMinor)
				require.Equal(t, "Made at the payment provider.", r.Note)
				require.EqualValues(t, 10000, r.AmountMinor)
				require.Zero(t, b["exp:refund_loss"])
				require.Zero(t, b["pay:buyer_refund"])
				require.Zero(t, b["def:commission"]+b["rev:commission"])
				for of, owes := range map[string]int64{" Mill": c.mill, " Kiln": c.kiln} {
					require.Zero(t, b["pay:seller:held"+of]+b["pay:seller:releasable"+of])
					require.Equal(t, owes, b["rcv:seller"+of])
				}
				require.Len(t, r.Parts, 2)
				require.EqualValues(t, 10000, m.Payment(m.order.ID).RefundedMinor)
				m.Balanced()
			})
		})
	}
}

// byBank promises back by bank what remains of the order.
func (m *market) byBank() *refund.Refund {
	m.t.Helper()
	in := m.everything()
	in.Method = ptr(refund.MethodBank)
	return m.gives(in)
}

// pays records that the buyer of a refund was paid by bank.
func (m *market) pays(r *refund.Refund) error {
	_, err := m.App.Refunds.PayOtherwise(m.t.Context(), m.olga.Actor, refund.PayOtherwiseInput{
		RefundID: r.ID, Method: refund.MethodBank, Reference: ptr("SEPA 4711"), IdempotencyKey: "paid",
	})
	return err
}

// takesBack cancels a refund.
func (m *market) takesBack(r *refund.Refund) {
	m.t.Helper()
	_, err := m.App.Refunds.Cancel(m.t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
	require.NoError(m.t, err)
	m.Settle()
}

// Everything is going to be paid by bank when somebody gives a part back in the Dashboard.
// The buyer is not paid it twice: the one by bank is taken back, and what remains is paid.
func TestPayOtherwise_not_what_was_given_back_at_the_provider(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ours := m.byBank()
		m.TopsUp(10000)
		m.RefundsAtStripe(m.order.ChargeID, 4000)
		m.Settle()
		require.EqualValues(t, 4000, m.book()["exp:refund_loss"])
		before := m.book()
		require.ErrorIs(t, m.pays(ours), refund.ErrState)
		require.Equal(t, before, m.book())
		m.takesBack(ours)
		require.Zero(t, m.book()["exp:refund_loss"])
		require.Zero(t, m.book()["pay:buyer_refund"])
		m.Balanced()
		rest := m.byBank()
		require.EqualValues(t, 6000, rest.AmountMinor)
		require.NoError(t, m.pays(rest))
		require.Zero(t, m.book()["pay:buyer_refund"])
		m.Balanced()
	})
}

// What was given back in the Dashboard beside a refund by bank comes back: the buyer is
// owed what we have promised, and not that.
func TestCancel_what_failed_and_was_too_much(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ours := m.byBank()
		m.TopsUp(10000)
		m.RefundsAtStripe(m.order.ChargeID, 4000)
		m.Settle()
		m.Control("refunds/"+*m.adopted().ProviderID+"/fail", nil)
		m.Settle()
		require.Equal(t, refund.StatusFailed, m.adopted().Status)
		require.EqualValues(t, -14000, m.book()["pay:buyer_refund"])
		m.takesBack(m.adopted())
		require.EqualValues(t, -10000, m.book()["pay:buyer_refund"])
		require.Zero(t, m.book()["exp:refund_loss"])
		m.Balanced()
		require.NoError(t, m.pays(ours))
		require.Zero(t, m.book()["pay:buyer_refund"])
		m.Balanced()
	})
}

// One of three packets of tea hangs, and everything is given back in the Dashboard: the
// tea is taken in two goes.
func TestVoid_covers_a_part_in_two_goes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ours := m.hangs(m.units(m.mill, 1))
		m.TopsUp(10000)
		m.RefundsAtStripe(m.order.ChargeID, 10000)
		m.Settle()
		require.EqualValues(t, 2000, m.book()["exp:refund_loss"])
		m.Balanced()
		m.Advance(25 * time.Hour) // a stored 500 is repeated for a day
		m.Settle()
		require.Equal(t, refund.StatusRefused, m.refund(ours.ID).Status)
		r := m.adopted()
		require.Zero(t, r.LossMinor)
		require.Len(t, r.Parts, 3)
		require.Zero(t, m.book()["exp:refund_loss"])
		require.Zero(t, m.book()["pay:seller:held Mill"])
		m.Balanced()
		require.NoError(t, m.App.Ledger.Chain(t.Context()))
		require.NoError(t, m.App.Statements.Follow(t.Context()))
		open, err := m.App.Statements.Current(t.Context(), m.mill.Actor, nil, "EUR")
		require.NoError(t, err)
		lines := map[statement.Kind]int64{}
		for _, total := range open.Totals {
			lines[total.Kind] = total.AmountMinor
		}
		require.EqualValues(t, -6000, lines[statement.KindRefunds])
		require.EqualValues(t, 800, lines[statement.KindCommissionReturned], "each go is explained by itself, and what was refused as well")
		require.NotContains(t, lines, statement.KindAdjustments)
	})
}

// The bank of the order's payment is asked for nothing: what hangs is taken back, of which
// nothing is lacking.
func TestVoid_covers_nothing_else(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.RefundsAtStripe(m.order.ChargeID, 1000)
		m.Settle()
		before := m.book()
		bank := refund.MethodBank
		in := m.units(m.mill, 1)
		in.Method = &bank
		r := m.gives(in)
		_, err := m.App.Refunds.Cancel(t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
		require.NoError(t, err)
		m.Settle()
		require.Equal(t, before, m.book())
		m.Balanced()
	})
}
