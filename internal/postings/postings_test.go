package postings_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

func (s *story) passes(days ...int) {
	s.t.Helper()
	for _, n := range days {
		s.Advance(time.Duration(n) * day)
		s.Settle()
	}
}

// arrives brings the money of the worked order to both sellers' balances at
// Stripe, where it stays.
func (s *story) arrives() {
	s.t.Helper()
	s.buys("pm_card_bypassPending")
	s.ships()
	s.passes(15)
	s.posted()
}

// keeps lets money stay in the sellers' balances.
func keeps() testkit.Option { return testkit.Setting("PAYOUT_MINIMUM", "100000000") }

func (s *story) givesBack(in refund.CreateInput) *refund.Refund {
	s.t.Helper()
	in.Reason, in.IdempotencyKey = refund.ReasonReturned, string(id.New[string]("key"))
	made, err := s.App.Refunds.Create(s.t.Context(), s.Operator().Actor, in)
	require.NoError(s.t, err)
	s.Settle()
	return made.Refund
}

func (s *story) everything() refund.CreateInput {
	all := true
	return refund.CreateInput{OrderID: id.Any(s.order.ID), IsEverything: &all}
}

func dollars(amount string) money.Input { return money.Input{Amount: amount, CurrencyCode: "USD"} }

// halfOfA is one of A's two items.
func (s *story) halfOfA() refund.CreateInput {
	one := int64(1)
	for _, part := range s.order.SellerOrders {
		if part.SellerID == s.a.ID {
			return refund.CreateInput{OrderID: id.Any(part.ID), Lines: []refund.LineAsk{{LineID: part.Lines[0].ID, Quantity: &one}}}
		}
	}
	return refund.CreateInput{}
}

func TestRows_2_to_8_from_the_sale_to_the_bank(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.buys("pm_card_visa")
		s.books("2, 2a to 2d")
		s.passes(3)
		s.books("3")
		s.ships()
		s.books("nothing yet")
		s.passes(14)
		s.books("5, 5a, 6, 6a, 6m")
		s.passes(1)
		s.books("7")
		s.passes(4)
		s.books("7a")
		payouts, err := s.App.Payouts.FindPayouts(s.t.Context(), s.a.Actor, payout.Filter{}, page.First(1))
		require.NoError(s.t, err)
		require.NotNil(s.t, payouts.Nodes[0].ProviderID, payouts.Nodes[0].FailureCode)
		s.Control("payouts/"+*payouts.Nodes[0].ProviderID+"/fail", nil)
		s.Settle()
		s.books("7b")
		s.TopsUp(10_000)
		s.Control("fees", url.Values{"amount": {"250"}, "currency": {"usd"}})
		s.Balanced()
		s.books("16, 18")
	})
}

func TestRow_6b_a_transfer_that_is_refused(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.buys("pm_card_bypassPending")
		s.a.Ships(s.order)
		s.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		s.Control("accounts/"+*s.a.PayoutAccount().ProviderID+"/capabilities/transfers", url.Values{"status": {"inactive"}})
		s.posted()
		s.passes(15)
		s.books("5, 6, 6b")
	}, keeps())
}

func TestRow_7c_an_instant_payout_and_its_fee(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.buys("pm_card_bypassPending")
		s.a.Ships(s.order)
		s.passes(15)
		s.posted()
		instant := payout.MethodInstant
		_, err := s.App.Payouts.Request(s.t.Context(), s.a.Actor, payout.RequestInput{Currency: "USD", Method: &instant, IdempotencyKey: "k"})
		require.NoError(s.t, err)
		s.Settle()
		s.Advance(time.Hour)
		s.Settle()
		s.books("7, 7a, 7c")
	}, testkit.Setting("PAYOUT_INTERVAL", "2160h"), testkit.Setting("TIER_NEW", "exposure=0"))
}

func TestRow_9_a_refund_before_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.buys("pm_card_refundFail")
		s.TopsUp(10_000)
		s.Balanced()
		s.posted()
		made := s.givesBack(s.everything())
		s.books("9, 9a")
		s.passes(1)
		s.Settle()
		s.posted() // money becomes available meanwhile
		found, err := s.App.Refunds.Get(s.t.Context(), s.Operator().Actor, made.ID)
		require.NoError(s.t, err)
		if found.Status != refund.StatusFailed {
			s.Control("refunds/"+*found.ProviderID+"/fail", nil)
			s.Settle()
		}
		s.books("9c")
		reference := "A transfer."
		_, err = s.App.Refunds.PayOtherwise(s.t.Context(), s.Operator().Actor, refund.PayOtherwiseInput{RefundID: made.ID, Method: refund.MethodBank, Reference: &reference})
		require.NoError(s.t, err)
		s.books("9c, by bank")
	})
}

func TestRow_9b_a_refund_that_is_cancelled_or_becomes_credit(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.buys("pm_card_bypassPending")
		s.posted()
		bank := refund.MethodBank
		in := s.halfOfA()
		in.Method = &bank
		made := s.givesBack(in)
		s.books("9")
		_, err := s.App.Refunds.Cancel(s.t.Context(), s.Operator().Actor, refund.CancelInput{RefundID: made.ID})
		require.NoError(s.t, err)
		s.books("9, voided")
		credit := refund.MethodCredit
		in.Method = &credit
		s.givesBack(in)
		s.books("9, as credit")
		_, err = s.App.Refunds.PayOutCredit(s.t.Context(), s.Operator().Actor, refund.CreditPayOutInput{
			BuyerID: s.alice.Account, Amount: dollars("29.70"), Reference: "A transfer.", IdempotencyKey: "k",
		})
		require.NoError(s.t, err)
		s.books("credit paid out")
	})
}

func TestRow_10_a_refund_after_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(10_000)
		s.arrives()
		s.givesBack(s.halfOfA())
		s.books("10, 9a, 10a, 10am")
	}, keeps())
}

// owes leaves A with a debt of 24.75: the refund came after the payout.
func (s *story) owes() {
	s.t.Helper()
	s.TopsUp(100_000)
	s.arrives()
	s.passes(5)
	s.posted()
	s.givesBack(s.halfOfA())
	s.books("10, 9a, 10b")
}

func TestRow_10c_a_debt_is_paid_by_the_next_release(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.owes()
		s.buys("pm_card_bypassPending")
		s.posted()
		s.a.Ships(s.order)
		s.passes(14)
		s.books("5, 10c, 6, 7")
	})
}

func TestRow_10e_a_debt_is_given_up(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.owes()
		debts, err := s.App.Payouts.FindDebts(s.t.Context(), s.a.Actor, payout.Filter{}, page.First(1))
		require.NoError(s.t, err)
		asked, err := s.App.Payouts.ProposeWriteOff(s.t.Context(), s.Operator().Actor, payout.WriteOffInput{DebtID: debts.Nodes[0].ID, Reason: "The seller is gone."})
		require.NoError(s.t, err)
		_, err = s.App.Approvals.Approve(s.t.Context(), s.Operator().Actor, approval.ApproveInput{ID: asked.Proposal.ID, PayloadHash: asked.Proposal.Hash})
		require.NoError(s.t, err)
		s.books("10e")
	})
}

func (s *story) disputed() string {
	s.t.Helper()
	s.Control("disputes", url.Values{"charge": {s.Payment(s.order.ID).ChargeID}})
	s.Settle()
	list, err := s.App.Disputes.OfOrder(s.t.Context(), s.order.ID)
	require.NoError(s.t, err)
	return list[0].ProviderID
}

func TestRows_11_and_12_a_dispute_that_is_won(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(100_000)
		s.buys("pm_card_bypassPending")
		s.a.Ships(s.order)
		s.passes(15)
		s.posted()
		at := s.disputed()
		s.books("11, 11a, 11b")
		s.Control("disputes/"+at, url.Values{"status": {"won"}})
		s.Settle()
		s.books("12, 12b, 6")
	}, keeps())
}

func TestRow_13_a_dispute_that_is_lost_and_won_late(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(100_000)
		s.buys("pm_card_bypassPending")
		at := s.disputed()
		s.posted()
		s.Control("disputes/"+at, url.Values{"status": {"lost"}})
		s.Settle()
		s.books("13")
		s.Control("disputes/"+at, url.Values{"status": {"won"}})
		s.Settle()
		s.books("13c")
	}, keeps())
}

func TestRows_of_reserves_and_of_payouts_by_hand(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(100_000)
		s.buys("pm_card_bypassPending")
		s.a.Ships(s.order)
		s.posted()
		s.passes(14)
		s.books("5 with a reserve, 6")
		s.givesBack(s.halfOfA())
		s.books("10, reserve first when nothing can be reversed")
		s.passes(31)
		s.books("a reserve is over")
	}, keeps(), testkit.Setting("RESERVE_BASIS_POINTS", "1000"))
}
