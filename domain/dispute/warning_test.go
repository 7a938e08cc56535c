package dispute_test

import (
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// warned is the only warning about an order, as an operator sees it.
func (m *market) warned(of order.ID) *dispute.Warning {
	m.t.Helper()
	found, err := m.App.Disputes.WarningsOf(m.t.Context(), []order.ID{of})
	require.NoError(m.t, err)
	require.Len(m.t, found[of], 1)
	return found[of][0]
}

func (m *market) warns() *dispute.Warning {
	m.t.Helper()
	m.Control("warnings", url.Values{"charge": {m.order.ChargeID}, "fraud_type": {"made_with_lost_card"}})
	m.Settle()
	return m.warned(m.order.ID)
}

func (m *market) releases() map[payout.ReleaseStatus]int {
	m.t.Helper()
	found, err := m.App.Payouts.FindReleases(m.t.Context(), m.olga.Actor, payout.Filter{}, page.First(100))
	require.NoError(m.t, err)
	counts := map[payout.ReleaseStatus]int{}
	for _, r := range found.Nodes {
		counts[r.Status]++
	}
	return counts
}

// subjects are those of the mails to an address, oldest first.
func (m *market) subjects(to string) []string {
	m.t.Helper()
	var list []string
	for _, c := range m.App.CaughtMail() {
		if strings.HasPrefix(c.To, to) {
			list = append([]string{c.Subject}, list...)
		}
	}
	return list
}

// Giving everything back at once, while there is no dispute: the sellers keep
// nothing, and there is nothing left to dispute.
func TestWarning_refunded_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		w := m.warns()
		require.Equal(t, dispute.StandingOpen, w.Standing)
		require.Equal(t, "made_with_lost_card", w.FraudType)
		require.EqualValues(t, 10_000, w.AmountMinor)
		require.Contains(t, m.subjects("operator"), "Fraud is suspected in order "+m.order.Number)
		_, err := m.App.Disputes.GetWarning(ctx, m.mill.Actor, w.ID)
		require.ErrorIs(t, err, dispute.ErrWarningNotFound, "sellers do not see it")
		_, err = m.App.Disputes.RefundWarning(ctx, m.mill.Actor, dispute.WarningRefundInput{WarningID: w.ID, IdempotencyKey: "1"})
		require.ErrorIs(t, err, dispute.ErrWarningNotFound)

		var sent sync.WaitGroup
		errs, made := make([]error, 6), make([]*dispute.WarningRefund, 6)
		for i := range errs {
			sent.Go(func() {
				in := dispute.WarningRefundInput{WarningID: w.ID, IdempotencyKey: []string{"same", "other"}[i%2]}
				made[i], errs[i] = m.App.Disputes.RefundWarning(ctx, m.olga.Actor, in)
			})
		}
		sent.Wait()
		refunds := map[refund.ID]int{}
		for i, err := range errs {
			if err == nil {
				refunds[made[i].Made.Refund.ID]++
				require.Equal(t, refund.ReasonFraudulent, made[i].Made.Refund.Reason)
			}
		}
		require.Len(t, refunds, 1, "it is given back once, whoever presses first")
		m.Settle()
		w = m.warned(m.order.ID)
		require.Equal(t, dispute.StandingRefunded, w.Standing)
		require.False(t, w.IsActionable, "Stripe says so too")
		require.ErrorIs(t, w.MayRefund(), dispute.ErrWarningSettled)
		_, err = m.App.Disputes.RefundWarning(ctx, m.olga.Actor, dispute.WarningRefundInput{WarningID: w.ID, IdempotencyKey: "again"})
		require.ErrorIs(t, err, dispute.ErrWarningSettled)
		_, err = m.App.Disputes.SetAside(ctx, m.olga.Actor, dispute.WarningSetAsideInput{WarningID: w.ID, Note: "Late."})
		require.ErrorIs(t, err, dispute.ErrWarningSettled)
		b := m.book()
		require.Zero(t, b["pay:seller:held Mill"])
		require.Zero(t, b["exp:dispute_fee"], "there was no dispute to pay for")
		m.Balanced()
	})
}

// Nothing is released while nobody has decided, whatever the holds say.
func TestWarning_keeps_the_money_until_it_is_set_aside(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		w := m.warns()
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(5 * day)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseAccrued: 2}, m.releases())

		_, err := m.App.Disputes.SetAside(ctx, m.olga.Actor, dispute.WarningSetAsideInput{WarningID: w.ID, Note: " "})
		require.Error(t, err, "it needs a reason")
		_, err = m.App.Disputes.SetAside(ctx, m.olga.Actor, dispute.WarningSetAsideInput{WarningID: "frw_nothing", Note: "x"})
		require.ErrorIs(t, err, dispute.ErrWarningNotFound)
		w, err = m.App.Disputes.SetAside(ctx, m.olga.Actor, dispute.WarningSetAsideInput{WarningID: w.ID, Note: "I have spoken to the buyer."})
		require.NoError(t, err)
		require.Equal(t, dispute.StandingAside, w.Standing)
		require.NoError(t, m.App.Disputes.Sweep(ctx), "hearing of it again changes nothing")
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseTransferred: 2}, m.releases())
		m.Balanced()
	})
}

// blocks are why money of the order waits, by what the lists say.
func (m *market) blocks() map[payout.BlockReason]int {
	m.t.Helper()
	found, err := m.App.Payouts.FindReleases(m.t.Context(), m.olga.Actor, payout.Filter{}, page.First(100))
	require.NoError(m.t, err)
	counts := map[payout.BlockReason]int{}
	for _, r := range found.Nodes {
		if why := r.BlockedBecause(); why != nil {
			counts[*why]++
		}
	}
	return counts
}

// What is released and was not transferred yet stays, too, when the warning comes, and
// leaves when it is set aside. Sellers read that somebody looks at the order.
func TestWarning_keeps_what_is_released_and_not_transferred(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.Control("accounts/"+*m.mill.PayoutAccount().ProviderID+"/capabilities/transfers", url.Values{"status": {"inactive"}})
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(5 * day)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseReleased: 1, payout.ReleaseTransferred: 1}, m.releases())
		require.Equal(t, map[payout.BlockReason]int{payout.BlockAccount: 1}, m.blocks())

		w := m.warns()
		m.Control("accounts/"+*m.mill.PayoutAccount().ProviderID+"/capabilities/transfers", url.Values{"status": {"auto"}})
		m.Settle()
		m.Advance(2 * day)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseReleased: 1, payout.ReleaseTransferred: 1}, m.releases())
		require.Equal(t, map[payout.BlockReason]int{payout.BlockReview: 1}, m.blocks())

		_, err := m.App.Disputes.SetAside(t.Context(), m.olga.Actor, dispute.WarningSetAsideInput{WarningID: w.ID, Note: "I have spoken to the buyer."})
		require.NoError(t, err)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseTransferred: 2}, m.releases())
		require.Empty(t, m.blocks())
		m.Balanced()
	})
}

// A transfer that is written down when the warning comes, and of which Stripe has not
// heard, is given up; it is made anew when the warning is set aside.
func TestWarning_stops_a_transfer_that_was_not_sent(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(5 * day)
		require.NoError(t, m.App.Payouts.Sweep(t.Context()))
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseTransferring: 2}, m.releases())
		m.Control("warnings", url.Values{"charge": {m.order.ChargeID}, "fraud_type": {"made_with_lost_card"}})
		require.NoError(t, m.App.Disputes.Sweep(t.Context()), "heard of before the transfers are sent")
		w := m.warned(m.order.ID)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseReleased: 2}, m.releases())
		require.Equal(t, map[payout.BlockReason]int{payout.BlockReview: 2}, m.blocks())
		m.Balanced()

		_, err := m.App.Disputes.SetAside(t.Context(), m.olga.Actor, dispute.WarningSetAsideInput{WarningID: w.ID, Note: "I have spoken to the buyer."})
		require.NoError(t, err)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseTransferred: 2}, m.releases())
		m.Balanced()
	})
}

// Money that waits for a bank says so, also after the time of its hold.
func TestDispute_is_why_money_is_not_released(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(5 * day)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseAccrued: 2}, m.releases())
		require.Equal(t, map[payout.BlockReason]int{payout.BlockDisputed: 2}, m.blocks())
		m.decides(url.Values{"status": {"won"}})
		m.Settle()
		require.Empty(t, m.blocks())
	})
}

// A warning that comes to a dispute says so; the dispute keeps the money from
// then on, and when it is won nothing is in the way any more.
func TestWarning_of_what_is_disputed(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.warns()
		m.disputes(url.Values{})
		w := m.warned(m.order.ID)
		require.Equal(t, dispute.StandingDisputed, w.Standing)
		_, err := m.App.Disputes.RefundWarning(t.Context(), m.olga.Actor, dispute.WarningRefundInput{WarningID: w.ID, IdempotencyKey: "1"})
		require.ErrorIs(t, err, dispute.ErrWarningSettled, "it is not refunded beside the dispute")
		m.decides(url.Values{"status": {"won"}})
		_, err = m.App.Disputes.RefundWarning(t.Context(), m.olga.Actor, dispute.WarningRefundInput{WarningID: w.ID, IdempotencyKey: "2"})
		require.ErrorIs(t, err, dispute.ErrWarningSettled, "nor after it, by the warning")
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(5 * day)
		m.Settle()
		require.Equal(t, map[payout.ReleaseStatus]int{payout.ReleaseTransferred: 2}, m.releases())
		m.Balanced()
	})
}

// The test card warns by itself. No webhook arrives: the sweep finds it, once,
// also when it runs twice at once.
func TestWarning_is_found_by_the_sweep(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}, "type": {"radar.*"}})
		tea := m.mill.Product("More tea", "20.00", 10)
		placed := m.alice.Orders(tea.Times(1))
		status, body := m.alice.PaysWith(placed.Payment, "pm_card_createIssuerFraudRecord")
		require.Equal(t, 200, status, body)
		m.Settle()
		var sweeps sync.WaitGroup
		for range 3 {
			sweeps.Go(func() { _ = m.App.Disputes.Sweep(t.Context()) })
		}
		sweeps.Wait()
		require.Equal(t, "made_with_stolen_card", m.warned(placed.Order.ID).FraudType)
		open := dispute.StandingOpen
		list, err := m.App.Disputes.FindWarnings(t.Context(), dispute.WarningFilter{Standing: &open}, page.First(10))
		require.NoError(t, err)
		require.Len(t, list.Nodes, 1)
		require.Equal(t, placed.Order.Number, list.Nodes[0].OrderNumber)
	})
}

// Stripe does not promise an order: what it says about a charge may be heard before
// the payment is. It is heard again then, and not taken for a charge of others.
func TestNews_overtake_the_payment(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		tea := m.mill.Product("More tea", "20.00", 10)
		for _, news := range []struct {
			method, list string
			apply        inbox.Applier
			begin        func()
		}{
			{"pm_card_createIssuerFraudRecord", "/v1/radar/early_fraud_warnings", m.App.Disputes.ApplyWarning, func() {}},
			{"pm_card_createDispute", "/v1/disputes", m.App.Disputes.ApplyEvent, func() {}},
			{"pm_card_visa", "/v1/refunds", m.App.Refunds.ApplyEvent, func() { m.RefundsAtStripe(m.NewestAtStripe("/v1/charges"), 500) }},
		} {
			placed := m.alice.Orders(tea.Times(1))
			status, body := m.alice.PaysWith(placed.Payment, news.method)
			require.Equal(t, 200, status, body)
			news.begin()
			said := &inbox.Message{ObjectID: m.NewestAtStripe(news.list)}
			require.ErrorContains(t, news.apply(t.Context(), said), "is not captured yet", news.list)
			m.Settle()
			require.NoError(t, news.apply(t.Context(), said), news.list)
			require.Zero(t, m.Parked())
		}
		m.Balanced()
	})
}

// Above the limit of one person it is proposed; the money stays where it is
// until the second one has agreed.
func TestWarning_above_the_limit_is_proposed(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		w := m.warns()
		done, err := m.App.Disputes.RefundWarning(t.Context(), m.olga.Actor, dispute.WarningRefundInput{WarningID: w.ID, IdempotencyKey: "1"})
		require.NoError(t, err)
		require.Nil(t, done.Made.Refund)
		require.NotNil(t, done.Made.Proposal)
		require.Equal(t, dispute.StandingOpen, done.Warning.Standing)
		m.Balanced()
	}, testkit.Setting("REFUND_LIMIT_PLATFORM", "5000"))
}

// The deadline is told of three days and one day before, once each, however often
// and at once the sweep runs; not at all when the bank was answered.
func TestReminders_are_told_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		sweep := func() {
			var sweeps sync.WaitGroup
			for range 3 {
				sweeps.Go(func() { _ = m.App.Disputes.Sweep(t.Context()) })
			}
			sweeps.Wait()
			m.Settle()
		}
		due := func(to string) int {
			n := 0
			for _, s := range m.subjects(to) {
				if strings.HasPrefix(s, "Answer the bank about order") {
					n++
				}
			}
			return n
		}
		require.Contains(t, m.subjects("mill"), "A bank has taken back a payment for order "+m.order.SellerOrders[0].Number)
		require.Contains(t, m.subjects("operator"), "A bank has taken back a payment for order "+m.order.Number)
		m.Advance(3 * day)
		sweep()
		require.Zero(t, due("mill"))
		m.Advance(day) // three are left
		sweep()
		sweep()
		require.Equal(t, 1, due("mill"))
		require.Equal(t, 1, due("kiln"))
		require.Equal(t, 1, due("operator"))
		m.Advance(2 * day)
		sweep()
		require.Equal(t, 2, due("mill"))
		m.Advance(23 * time.Hour)
		sweep()
		require.Equal(t, 2, due("mill"))
		m.Advance(2 * time.Hour) // nobody has answered
		sweep()
		require.Equal(t, 2, due("mill"))
		require.Contains(t, m.subjects("kiln"), "The dispute about order "+m.order.SellerOrders[1].Number+" is lost")
	})
}

func TestReminders_end_with_the_answer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		_, err := m.App.Disputes.Submit(t.Context(), m.olga.Actor, dispute.EvidenceSubmitInput{DisputeID: m.only().ID})
		require.NoError(t, err)
		m.Settle()
		m.Advance(6*day + time.Hour)
		m.Settle()
		for _, s := range m.subjects("") {
			require.NotContains(t, s, "Answer the bank")
		}
		m.decides(url.Values{"status": {"won"}})
		require.Contains(t, m.subjects("mill"), "The dispute about order "+m.order.SellerOrders[0].Number+" is won")
	})
}
