package dispute_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/privacy"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// market: Alice has bought tea for 60.00 from Mill and a bowl for 40.00 from
// Kiln; the commission is 10 %, Stripe's fee 3.20.
type market struct {
	*testkit.World

	t          *testing.T
	alice      *testkit.Person
	olga       *testkit.Person
	mill, kiln *testkit.Seller
	order      *order.Order
}

func each(t *testing.T, fn func(t *testing.T, m *market), more ...testkit.Option) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &market{
			World: w, t: t, alice: w.Buyer("Alice"), olga: w.Operator(),
			mill: w.Seller("Mill", testkit.Onboarded), kiln: w.Seller("Kiln", testkit.Onboarded),
		}
		tea, bowl := m.mill.Product("Tea", "20.00", 10), m.kiln.Product("Bowl", "40.00", 10)
		m.order = m.alice.Buys(tea.Times(3), bowl.Times(1))
		fn(t, m)
	}, append(more, testkit.Setting("RELEASE_HOLD", "20h"))...)
}

// disputes lets the buyer's bank take money, or ask.
func (m *market) disputes(form url.Values) {
	m.t.Helper()
	form.Set("charge", m.order.ChargeID)
	m.Control("disputes", form)
	m.Settle()
}

// decides lets the bank decide about the only dispute.
func (m *market) decides(form url.Values) {
	m.t.Helper()
	list, err := m.App.Disputes.OfOrder(m.t.Context(), m.order.ID)
	require.NoError(m.t, err)
	require.Len(m.t, list, 1)
	m.Control("disputes/"+list[0].ProviderID, form)
	m.Settle()
}

// book are the balances of the platform's book.
func (m *market) book() map[string]int64 {
	m.t.Helper()
	sums := map[string]int64{}
	names := map[string]string{string(m.mill.ID): " Mill", string(m.kiln.ID): " Kiln"}
	after := (*string)(nil)
	for {
		hundred := 100
		w, err := page.Args{First: &hundred, After: after}.Window()
		require.NoError(m.t, err)
		all, err := m.App.Ledger.Entries(m.t.Context(), ledger.EntryFilter{}, w)
		require.NoError(m.t, err)
		for _, e := range all.Nodes {
			name := e.Account + names[string(e.SellerID)]
			if sums[name] += e.AmountMinor; sums[name] == 0 || strings.HasPrefix(name, "memo:") {
				if sums[name] == 0 {
					delete(sums, name)
				}
			}
		}
		if !all.PageInfo.HasNextPage {
			break
		}
		after = all.PageInfo.EndCursor
	}
	for name := range sums {
		if strings.HasPrefix(name, "memo:") {
			delete(sums, name)
		}
	}
	return sums
}

// Opened before anything was transferred: both sellers' parts are kept aside;
// won: as if nothing had been, but for the fee.
func TestDispute_won_before_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		before := m.book()
		m.disputes(url.Values{})
		opened := m.book()
		require.EqualValues(t, -5400, opened["pay:seller:disputed Mill"])
		require.EqualValues(t, -3600, opened["pay:seller:disputed Kiln"])
		require.Zero(t, opened["pay:seller:held Mill"])
		require.EqualValues(t, 10000, opened["rcv:dispute"])
		m.Balanced()
		_, err := m.App.Refunds.Create(t.Context(), m.olga.Actor, refund.CreateInput{
			OrderID: id.Any(m.order.ID), Amount: &money.Input{Amount: "1.00", CurrencyCode: "EUR"}, Reason: refund.ReasonGoodwill, IdempotencyKey: "1",
		})
		require.ErrorIs(t, err, refund.ErrDisputed)

		m.decides(url.Values{"status": {"won"}})
		m.Balanced()
		after := m.book()
		fee := after["exp:dispute_fee"]
		require.Positive(t, fee)
		before["exp:dispute_fee"] = fee
		before["stripe:pending"], before["stripe:available"] = 0, after["stripe:pending"]+after["stripe:available"]
		delete(before, "stripe:pending")
		delete(after, "stripe:pending")
		after["stripe:available"] = before["stripe:available"]
		require.Equal(t, before, after)
	})
}

// Lost after the sellers were transferred their money: it was taken back when
// the dispute was opened; the commission is gone, and sellers owe nothing more.
func TestDispute_lost_after_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(day)
		m.Settle()
		m.disputes(url.Values{})
		require.EqualValues(t, -5400, m.book()["pay:seller:disputed Mill"])
		m.Balanced()
		m.decides(url.Values{"status": {"lost"}})
		m.Balanced()
		b := m.book()
		require.Zero(t, b["rcv:dispute"])
		require.Zero(t, b["pay:seller:disputed Mill"])
		require.Zero(t, b["rcv:seller Mill"])
		require.Zero(t, b["rev:commission"])
		require.Zero(t, b["exp:dispute_loss"])

		m.decides(url.Values{"status": {"won"}}) // late
		m.Advance(3 * day)
		m.Settle()
		m.Balanced()
		b = m.book()
		require.Zero(t, b["rcv:dispute"])
		require.EqualValues(t, -1000, b["rev:commission"])
		require.Zero(t, b["pay:seller:releasable Mill"], "it is with Mill again")
	})
}

// Lost when the money is at the banks: what could not be taken back is a debt.
func TestDispute_lost_after_the_payout(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(day)
		m.Settle()
		m.Advance(6 * day)
		m.Settle()
		m.disputes(url.Values{"lost": {"true"}}) // closed before it was heard of
		m.Balanced()
		b := m.book()
		require.EqualValues(t, 5400, b["rcv:seller Mill"])
		require.EqualValues(t, 3600, b["rcv:seller Kiln"])
		require.Zero(t, b["rcv:dispute"])
	})
}

// A part was disputed, and of that a part was given back although it was lost.
func TestDispute_lost_and_given_back_in_part(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{"amount": {"5000"}})
		require.EqualValues(t, -2700, m.book()["pay:seller:disputed Mill"])
		m.decides(url.Values{"status": {"lost"}, "amount": {"2000"}})
		m.Balanced()
		b := m.book()
		require.Zero(t, b["rcv:dispute"])
		require.Zero(t, b["pay:seller:disputed Mill"])
		require.EqualValues(t, -5400+1620, b["pay:seller:held Mill"], "60 % of 30.00, less 10 %")
		require.EqualValues(t, -3600+1080, b["pay:seller:held Kiln"])
		require.EqualValues(t, -1000+300, b["def:commission"])
	})
}

// An inquiry takes nothing, and nothing is kept aside.
func TestDispute_inquiry(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		before := m.book()
		m.disputes(url.Values{"inquiry": {"true"}})
		require.Equal(t, before, m.book())
		m.decides(url.Values{"status": {"warning_closed"}})
		require.Equal(t, before, m.book())
		m.Balanced()
	})
}

// No webhook has arrived: the sweep finds it.
func TestSweep_finds_what_nobody_told(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"10"}})
		m.disputes(url.Values{})
		m.Advance(10 * time.Minute)
		m.Settle()
		require.EqualValues(t, -5400, m.book()["pay:seller:disputed Mill"])
		m.Balanced()
	})
}

// What is over is not worked on again, however often the sweep comes by: but when
// the bank changes its mind and nobody tells, the sweep finds that too.
func TestSweep_leaves_alone_what_is_over(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		checked := func() time.Time {
			list, err := m.App.Disputes.OfOrder(t.Context(), m.order.ID)
			require.NoError(t, err)
			require.Len(t, list, 1)
			return list[0].CheckedAt
		}
		opened := checked()
		m.Advance(time.Minute)
		require.NoError(t, m.App.Disputes.Sweep(t.Context()))
		require.Equal(t, opened, checked())
		m.Advance(time.Hour)
		require.NoError(t, m.App.Disputes.Sweep(t.Context()))
		require.Equal(t, m.Clock.Now(), checked(), "the order of an open one may have changed")

		m.decides(url.Values{"status": {"lost"}})
		over := checked()
		m.Advance(time.Hour)
		require.NoError(t, m.App.Disputes.Sweep(t.Context()))
		require.Equal(t, over, checked())

		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"10"}})
		m.decides(url.Values{"status": {"won"}}) // late, and nobody tells
		require.Equal(t, m.Clock.Now(), checked())
		require.Zero(t, m.book()["rcv:dispute"])
		m.Balanced()
	})
}

// Closing a seller would leave nobody to answer the bank, or to give back what
// was lost; and its owner is not erased either.
func TestDispute_is_in_the_way_of_closing_a_seller(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(day)
		m.Settle()
		m.Advance(6 * day)
		m.Settle()
		closes := func() error {
			_, err := m.App.Orders.CloseSeller(t.Context(), m.mill.Actor, seller.CloseInput{Reason: "Enough."})
			return err
		}
		inTheWay := func() []privacy.Hindrance {
			e, err := m.App.Privacy.Request(t.Context(), m.mill.Actor, privacy.RequestInput{Password: testkit.Password})
			require.NoError(t, err)
			_, err = m.App.Privacy.Withdraw(t.Context(), m.mill.Actor)
			require.NoError(t, err)
			return e.Hindrances
		}
		m.disputes(url.Values{})
		require.ErrorIs(t, closes(), dispute.ErrSellerDisputed)
		_, err := m.App.Orders.ProposeClose(t.Context(), m.olga.Actor, order.CloseProposeInput{SellerID: m.mill.ID, Reason: "Asked by letter."})
		require.ErrorIs(t, err, dispute.ErrSellerDisputed)
		require.Contains(t, inTheWay(), privacy.OpenDispute)

		m.decides(url.Values{"status": {"lost"}})
		require.ErrorIs(t, closes(), payout.ErrSellerOwes)
		_, err = m.App.Orders.ProposeClose(t.Context(), m.olga.Actor, order.CloseProposeInput{SellerID: m.mill.ID, Reason: "Asked by letter."})
		require.ErrorIs(t, err, payout.ErrSellerOwes)
		require.Contains(t, inTheWay(), privacy.OpenDebt)
		require.NotContains(t, inTheWay(), privacy.OpenDispute)
		m.Balanced()
	})
}

// Some banks take longer than the list of recent disputes reaches back: one that is
// open is asked for by itself.
func TestSweep_asks_for_old_disputes_that_are_open(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}, "type": {"charge.dispute.*"}})
		m.Advance(130 * day)
		m.decides(url.Values{"status": {"won"}})
		require.NoError(t, m.App.Disputes.Sweep(t.Context()))
		require.Equal(t, dispute.StatusWon, m.only().Status)
		m.Settle()
		m.Balanced()
	})
}

// What nobody has to answer any more is not due.
func TestFindAll_due_soon_waits_for_an_answer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.disputes(url.Values{})
		soon := m.Clock.Now().Add(60 * day)
		due := func() int {
			found, err := m.App.Disputes.Find(t.Context(), m.olga.Actor, dispute.Filter{DueBefore: &soon}, page.First(10))
			require.NoError(t, err)
			return len(found.Nodes)
		}
		require.Equal(t, 1, due())
		m.decides(url.Values{"status": {"won"}})
		require.Zero(t, due())
	})
}
