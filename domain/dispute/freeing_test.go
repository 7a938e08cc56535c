package dispute_test

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/dispute"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// promises gives back what is asked for, which is everything unless it says something.
func (m *market) promises(method refund.Method, in refund.CreateInput) *refund.Refund {
	m.t.Helper()
	if in.OrderID == "" {
		in.OrderID = id.Any(m.order.ID)
	}
	if in.Lines == nil && in.Amount == nil {
		everything := true
		in.IsEverything = &everything
	}
	in.Method, in.Reason, in.IdempotencyKey = &method, refund.ReasonCancelled, fmt.Sprint(method, in.OrderID)
	made, err := m.App.Refunds.Create(m.t.Context(), m.olga.Actor, in)
	require.NoError(m.t, err)
	require.NotNil(m.t, made.Refund, "within the limit")
	return made.Refund
}

// cancels takes a refund back whose money has not left.
func (m *market) cancels(r *refund.Refund) {
	m.t.Helper()
	require.NoError(m.t, m.takesBack(r))
}

// part is a seller's part of the order.
func (m *market) part(of *testkit.Seller) *order.SellerOrder {
	m.t.Helper()
	for _, p := range m.order.SellerOrders {
		if p.SellerID == of.ID {
			return p
		}
	}
	m.t.Fatal("no such part")
	return nil
}

// shares are what Mill and Kiln have of the only dispute.
func (m *market) shares() []int64 {
	m.t.Helper()
	shares := map[*testkit.Seller]int64{}
	for _, p := range m.only().Parts {
		for _, s := range []*testkit.Seller{m.mill, m.kiln} {
			if p.SellerID == s.ID {
				shares[s] += p.ShareMinor
			}
		}
	}
	return []int64{shares[m.mill], shares[m.kiln]}
}

// status reads how far a refund has come.
func (m *market) status(r *refund.Refund) refund.Status {
	m.t.Helper()
	r, err := m.App.Refunds.ByID(m.t.Context(), r.ID)
	require.NoError(m.t, err)
	return r.Status
}

// kept fails unless the sellers' shares of the whole order are kept aside.
func (m *market) kept() {
	m.t.Helper()
	b := m.book()
	require.EqualValues(m.t, -5400, b["pay:seller:disputed Mill"])
	require.EqualValues(m.t, -3600, b["pay:seller:disputed Kiln"])
	require.Zero(m.t, b["pay:buyer_refund"])
	require.EqualValues(m.t, 10000, b["rcv:dispute"])
	require.Equal(m.t, []int64{6000, 4000}, m.shares())
	m.Balanced()
}

// borne fails unless the sellers have borne all of it, the platform its commission.
func (m *market) borne() {
	m.t.Helper()
	b := m.book()
	for name, minor := range b {
		require.False(m.t, strings.HasPrefix(name, "pay:seller:"), "%s: %d", name, minor)
	}
	require.Zero(m.t, b["rcv:dispute"])
	require.Zero(m.t, b["exp:dispute_loss"])
	require.Zero(m.t, b["pay:buyer_refund"])
	require.Zero(m.t, b["def:commission"]+b["rev:commission"])
	m.Balanced()
}

// The bank takes what was going to be given back. The sellers bear it, whichever of
// the two is heard of first, and however the refund ends.
func TestDispute_of_an_order_whose_refund_ends(t *testing.T) {
	t.Parallel()
	unkept := func(m *market) {
		m.t.Helper()
		require.Equal(m.t, []int64{0, 0}, m.shares(), "nothing remained")
		require.Zero(m.t, m.book()["pay:seller:disputed Mill"])
		m.Balanced()
	}
	for name, run := range map[string]func(m *market){
		"refused after the dispute": func(m *market) {
			m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/refunds"}, "kind": {"500_stored"}})
			r := m.promises(refund.MethodCard, refund.CreateInput{})
			m.disputes(url.Values{})
			unkept(m)
			require.Equal(m.t, refund.StatusUnknown, m.status(r))
			m.Advance(25 * time.Hour) // a stored 500 is repeated for a day
			m.Settle()
			require.Equal(m.t, refund.StatusRefused, m.status(r))
		},
		"cancelled before the dispute": func(m *market) {
			m.cancels(m.promises(refund.MethodCard, refund.CreateInput{}))
			m.disputes(url.Values{})
		},
		"cancelled after the dispute": func(m *market) {
			r := m.promises(refund.MethodBank, refund.CreateInput{})
			m.disputes(url.Values{})
			unkept(m)
			m.cancels(r)
		},
		"cancelled after an inquiry": func(m *market) {
			r := m.promises(refund.MethodBank, refund.CreateInput{})
			m.disputes(url.Values{"inquiry": {"true"}})
			require.Equal(m.t, []int64{0, 0}, m.shares())
			m.cancels(r)
			require.Equal(m.t, []int64{6000, 4000}, m.shares(), "though nothing is kept aside yet")
			m.disputes(url.Values{}) // the inquiry stays, and the bank takes the money besides
			all, err := m.App.Disputes.OfOrder(m.t.Context(), m.order.ID)
			require.NoError(m.t, err)
			m.Control("disputes/"+all[0].ProviderID, url.Values{"status": {"warning_closed"}})
			m.Settle()
		},
		"of one seller, cancelled after the dispute": func(m *market) {
			r := m.promises(refund.MethodBank, refund.CreateInput{OrderID: id.Any(m.part(m.mill).ID)})
			m.disputes(url.Values{})
			require.Equal(m.t, []int64{0, 4000}, m.shares())
			require.EqualValues(m.t, -3600, m.book()["pay:seller:disputed Kiln"])
			m.cancels(r)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				run(m)
				list, err := m.App.Disputes.OfOrder(t.Context(), m.order.ID)
				require.NoError(t, err)
				if len(list) == 1 {
					m.kept()
				}
				open := list[len(list)-1]
				m.Control("disputes/"+open.ProviderID, url.Values{"status": {"lost"}})
				m.Settle()
				m.borne()
				m.Control("disputes/"+open.ProviderID, url.Values{"status": {"won"}}) // late
				m.Settle()
				b := m.book()
				require.EqualValues(t, -5400, b["pay:seller:held Mill"])
				require.EqualValues(t, -3600, b["pay:seller:held Kiln"])
				m.Balanced()
			})
		})
	}
}

// A refund waits for the platform's balance when the bank takes the money; Stripe fails
// it then, and says so before or after it tells of the dispute.
func TestDispute_overtakes_a_refund(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.Advance(10 * day)
		m.Settle()
		m.WithdrawsAtStripe()
		m.Settle()
		r := m.promises(refund.MethodCard, refund.CreateInput{})
		m.Settle()
		require.Equal(t, refund.StatusPending, m.status(r))
		m.disputes(url.Values{})
		require.Equal(t, refund.StatusCancelled, m.status(r))
		m.kept()
		m.TopsUp(20000)
		m.decides(url.Values{"status": {"lost"}})
		m.borne()
	})
}

// The bank has decided, and the money of the sellers has gone, when an operator takes
// the refund back: they owe it.
func TestDispute_lost_before_the_refund_is_taken_back(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.mill.Ships(m.order)
		m.kiln.Ships(m.order)
		m.Advance(day)
		m.Settle()
		m.Advance(6 * day)
		m.Settle()
		r := m.promises(refund.MethodBank, refund.CreateInput{})
		m.disputes(url.Values{"lost": {"true"}})
		require.EqualValues(t, 10000, m.book()["exp:dispute_loss"])
		m.Balanced()
		mails := len(m.App.CaughtMail())
		m.cancels(r)
		b := m.book()
		require.Zero(t, b["exp:dispute_loss"])
		require.EqualValues(t, 5400, b["rcv:seller Mill"])
		require.EqualValues(t, 3600, b["rcv:seller Kiln"])
		require.Equal(t, []int64{6000, 4000}, m.shares())
		told := m.App.CaughtMail()[mails:]
		require.Len(t, told, 2, "Mill and Kiln hear of it for the first time")
		m.Balanced()

		settled := m.only()
		for range 2 { // news that comes again
			require.NoError(t, m.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				return m.App.Disputes.RefundVoidedTx(ctx, tx, refund.Voided{RefundID: r.ID, OrderID: m.order.ID})
			}))
			m.Settle()
		}
		require.Equal(t, settled.Settlements, m.only().Settlements)
		require.Equal(t, b, m.book())
		require.Len(t, m.App.CaughtMail(), mails+2)
	})
}

// givesBack gives back to the card, out of a balance that has it.
func (m *market) givesBack(in refund.CreateInput) *refund.Refund {
	m.t.Helper()
	m.TopsUp(20000) // what Stripe has kept of the payment, and more
	m.Advance(10 * day)
	m.Settle()
	r := m.promises(refund.MethodCard, in)
	m.Settle()
	require.Equal(m.t, refund.StatusSucceeded, m.status(r))
	return r
}

// fails lets a refund that has arrived come back to the platform.
func (m *market) fails(r *refund.Refund) {
	m.t.Helper()
	r, err := m.App.Refunds.ByID(m.t.Context(), r.ID)
	require.NoError(m.t, err)
	m.Control("refunds/"+*r.ProviderID+"/fail", nil)
	m.Settle()
	require.Equal(m.t, refund.StatusFailed, m.status(r))
}

// pays records that the buyer of a refund was paid by bank.
func (m *market) pays(r *refund.Refund) error {
	reference := "SEPA 4711"
	_, err := m.App.Refunds.PayOtherwise(m.t.Context(), m.olga.Actor, refund.PayOtherwiseInput{
		RefundID: r.ID, Method: refund.MethodBank, Reference: &reference, IdempotencyKey: "paid",
	})
	return err
}

// takesBack cancels a refund, or says why it is not cancelled.
func (m *market) takesBack(r *refund.Refund) error {
	_, err := m.App.Refunds.Cancel(m.t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
	m.Settle()
	return err
}

// A refund that had arrived comes back, and the bank has taken its money meanwhile: the
// buyer has it, and is not paid twice. It is taken back, and the sellers bear the dispute.
func TestRefund_that_failed_and_whose_money_the_bank_has_taken(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		r := m.givesBack(refund.CreateInput{})
		require.ErrorIs(t, m.takesBack(r), refund.ErrState, "it has arrived")
		m.disputes(url.Values{})
		m.fails(r)
		require.ErrorIs(t, m.pays(r), refund.ErrDisputed, "the bank may give it to the buyer")
		require.ErrorIs(t, m.takesBack(r), refund.ErrDisputed, "the bank may leave it to the platform")
		m.decides(url.Values{"status": {"lost"}})
		require.EqualValues(t, 10000, m.book()["exp:dispute_loss"])
		require.EqualValues(t, -10000, m.book()["pay:buyer_refund"])
		require.ErrorIs(t, m.pays(r), refund.ErrState, "the buyer has it")
		require.EqualValues(t, -10000, m.book()["pay:buyer_refund"])
		m.cancels(r)
		require.Equal(t, refund.StatusCancelled, m.status(r))
		m.borne()
		require.ErrorIs(t, m.takesBack(r), refund.ErrState, "once")
		m.borne()
		m.decides(url.Values{"status": {"won"}}) // late
		b := m.book()
		require.EqualValues(t, -5400, b["pay:seller:held Mill"])
		require.EqualValues(t, -3600, b["pay:seller:held Kiln"])
		m.Balanced()
		require.NoError(t, m.pays(m.promises(refund.MethodBank, refund.CreateInput{})), "it is given back anew")
		m.Balanced()
	})
}

// The bank has taken a part of what came back. What it has not taken is given back anew.
func TestRefund_that_failed_and_of_whose_money_the_bank_has_taken_a_part(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		r := m.givesBack(refund.CreateInput{})
		m.disputes(url.Values{"amount": {"6000"}, "lost": {"true"}})
		m.fails(r)
		require.ErrorIs(t, m.pays(r), refund.ErrState)
		m.cancels(r)
		require.Zero(t, m.book()["exp:dispute_loss"])
		m.Balanced()
		r = m.promises(refund.MethodBank, refund.CreateInput{})
		require.EqualValues(t, 4000, r.AmountMinor)
		require.NoError(t, m.pays(r))
		m.borne()
	})
}

// The bank has taken something else than what came back: the buyer is owed both.
func TestRefund_that_failed_beside_what_the_bank_has_taken(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		amount := money.Input{Amount: "40.00", CurrencyCode: "EUR"}
		r := m.givesBack(refund.CreateInput{Amount: &amount})
		m.fails(r)
		require.ErrorIs(t, m.takesBack(r), refund.ErrState, "the buyer is owed it")
		m.disputes(url.Values{"amount": {"6000"}, "lost": {"true"}})
		require.ErrorIs(t, m.takesBack(r), refund.ErrState, "and still is")
		require.NoError(t, m.pays(r))
		m.borne()
	})
}

// What an operator has said stays: Kiln has its share, and the platform bears Mill's.
func TestDispute_keeps_the_shares_of_an_operator_when_a_refund_ends(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		eur := func(s string) money.Input { return money.Input{Amount: s, CurrencyCode: "EUR"} }
		r := m.promises(refund.MethodBank, refund.CreateInput{OrderID: id.Any(m.part(m.mill).ID)})
		m.disputes(url.Values{})
		platform := eur("60.00")
		_, err := m.App.Disputes.SetShares(t.Context(), dispute.SharesSetInput{
			DisputeID: m.only().ID, Platform: &platform,
			Shares: []dispute.ShareInput{{SellerOrderID: m.part(m.kiln).ID, Amount: eur("40.00")}},
		})
		require.NoError(t, err)
		before := m.only().Settlements
		m.cancels(r)
		require.Equal(t, before, m.only().Settlements)
		require.Equal(t, []int64{0, 4000}, m.shares())
		m.decides(url.Values{"status": {"lost"}})
		b := m.book()
		require.EqualValues(t, 6000, b["exp:dispute_loss"])
		require.EqualValues(t, -5400, b["pay:seller:held Mill"])
		m.Balanced()
	})
}

// Two disputes take more than there was. When the bank gives back what the first has
// taken, the sellers' parts stand for the second, and for what was given back in the
// Dashboard.
func TestDispute_won_frees_what_another_has_lacked(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(50000)
		m.disputes(url.Values{})
		first := m.only()
		m.disputes(url.Values{"amount": {"5000"}})
		all, err := m.App.Disputes.OfOrder(t.Context(), m.order.ID)
		require.NoError(t, err)
		second := all[0]
		if second.ID == first.ID {
			second = all[1]
		}
		require.EqualValues(t, -5400, m.book()["pay:seller:disputed Mill"])
		m.Control("disputes/"+first.ProviderID, url.Values{"status": {"won"}})
		m.Settle()
		b := m.book()
		require.EqualValues(t, -2700, b["pay:seller:disputed Mill"])
		require.EqualValues(t, -1800, b["pay:seller:disputed Kiln"])
		m.Balanced()
		m.Control("disputes/"+second.ProviderID, url.Values{"status": {"lost"}})
		m.Settle()
		require.Zero(t, m.book()["exp:dispute_loss"])
		m.Balanced()
	})
}

// The buyer got half as credit, and the bank took the other half; then somebody gives that
// half back in the Dashboard. The platform bears it until the dispute is won late.
func TestDispute_won_late_covers_a_refund_of_the_provider(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(50000)
		m.promises(refund.MethodCredit, refund.CreateInput{Amount: &money.Input{Amount: "50.00", CurrencyCode: "EUR"}})
		m.disputes(url.Values{"amount": {"5000"}, "lost": {"true"}})
		m.RefundsAtStripe(m.order.ChargeID, 5000)
		m.Settle()
		require.EqualValues(t, 5000, m.book()["exp:refund_loss"])
		require.Zero(t, m.book()["exp:dispute_loss"])
		m.Balanced()
		m.decides(url.Values{"status": {"won"}})
		b := m.book()
		require.Zero(t, b["exp:refund_loss"])
		require.Zero(t, b["pay:seller:held Mill"])
		require.Zero(t, b["pay:seller:held Kiln"])
		require.EqualValues(t, -5000, b["pay:buyer_credit"])
		list, err := m.App.Refunds.Find(t.Context(), m.olga.Actor, refund.Filter{}, page.First(10))
		require.NoError(t, err)
		for _, r := range list.Nodes {
			require.Zero(t, r.LossMinor)
		}
		m.Balanced()
	})
}
