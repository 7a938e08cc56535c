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

// keeps lets money stay in the sellers' balances, also what Stripe has converted.
func keeps() testkit.Option { return testkit.Setting("PAYOUT_MINIMUM", "100000000,EUR:100000000") }

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
		s.books("2, 2a to 2d",
			"SALE_CAPTURED: exp:promo_platform 600 exp:psp_fee 340 stripe:pending 10360 def:commission -950 pay:seller:held/A -5350 pay:seller:held/B -3960 pay:tax:platform:US-CA -440 rev:shipping -600",
		)
		s.passes(3)
		s.books("3",
			"FUNDS_AVAILABLE: stripe:available 10360 stripe:pending -10360",
		)
		s.ships()
		s.books("nothing yet")
		s.passes(14)
		s.books("5, 5a, 6, 6a, 6m, 7",
			"PAYOUT_CREATED: memo:conn:in_transit/A 5350 memo:conn:available/A -5350",
			"PAYOUT_CREATED: memo:conn:in_transit/B 3960 memo:conn:available/B -3960",
			"RELEASED: def:commission 400 pay:seller:held/B 3960 pay:seller:releasable/B -3960 rev:commission -400",
			"RELEASED: def:commission 550 pay:seller:held/A 5350 pay:seller:releasable/A -5350 rev:commission -550",
			"TRANSFER_CONFIRMED: clr:transfer 3960 stripe:available -3960",
			"TRANSFER_CONFIRMED: clr:transfer 5350 stripe:available -5350",
			"TRANSFER_RECEIVED: memo:conn:available/A 5350 memo:contra/A -5350",
			"TRANSFER_RECEIVED: memo:conn:available/B 3960 memo:contra/B -3960",
			"TRANSFER_REQUESTED: pay:seller:releasable/A 5350 clr:transfer -5350",
			"TRANSFER_REQUESTED: pay:seller:releasable/B 3960 clr:transfer -3960",
		)
		s.passes(4)
		s.books("7a",
			"PAYOUT_PAID: memo:conn:paid_out/A 5350 memo:conn:in_transit/A -5350",
			"PAYOUT_PAID: memo:conn:paid_out/B 3960 memo:conn:in_transit/B -3960",
		)
		payouts, err := s.App.Payouts.FindPayouts(s.t.Context(), s.a.Actor, payout.Filter{}, page.First(1))
		require.NoError(s.t, err)
		require.NotNil(s.t, payouts.Nodes[0].ProviderID, payouts.Nodes[0].FailureCode)
		s.Control("payouts/"+*payouts.Nodes[0].ProviderID+"/fail", nil)
		s.Settle()
		s.books("7b",
			"PAYOUT_FAILED: memo:conn:available/A 5350 memo:conn:paid_out/A -5350",
		)
		s.TopsUp(10_000)
		s.Control("fees", url.Values{"amount": {"250"}, "currency": {"usd"}})
		s.Balanced()
		s.books("16, 18",
			"BANK_MOVED: stripe:available 10000 bank -10000",
			"FEE_CHARGED: exp:psp_other 250 stripe:available -250",
		)
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
		s.books("5, 6, 6b",
			"RELEASED: def:commission 550 pay:seller:held/A 5350 pay:seller:releasable/A -5350 rev:commission -550",
			"TRANSFER_FAILED: clr:transfer 5350 pay:seller:releasable/A -5350",
			"TRANSFER_REQUESTED: pay:seller:releasable/A 5350 clr:transfer -5350",
		)
	}, keeps())
}

func TestRow_7c_an_instant_payout_and_its_fee(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		_, err := s.App.Payouts.SetSchedule(s.t.Context(), s.a.Actor, payout.ScheduleInput{Kind: payout.ScheduleManual})
		require.NoError(s.t, err)
		s.buys("pm_card_bypassPending")
		s.a.Ships(s.order)
		s.passes(15)
		s.posted()
		instant := payout.MethodInstant
		_, err = s.App.Payouts.Request(s.t.Context(), s.a.Actor, payout.RequestInput{Currency: "USD", Method: &instant, IdempotencyKey: "k"})
		require.NoError(s.t, err)
		s.Settle()
		s.Advance(time.Hour)
		s.Settle()
		s.books("7, 7a, 7c",
			"PAYOUT_CREATED: memo:conn:in_transit/A 5296 memo:conn:available/A -5296",
			"PAYOUT_FEE_TAKEN: stripe:available 54 rev:instant_payout_fee -54",
			"PAYOUT_PAID: memo:conn:paid_out/A 5296 memo:conn:in_transit/A -5296",
			"REVERSAL_TAKEN: memo:contra/A 54 memo:conn:available/A -54",
		)
	})
}

func TestRow_9_a_refund_before_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.buys("pm_card_bypassPending")
		s.TopsUp(10_000)
		s.Balanced()
		s.posted()
		made := s.givesBack(s.everything())
		s.books("9, 9a",
			"REFUND_ACCEPTED: def:commission 950 pay:seller:held/A 5350 pay:seller:held/B 3960 pay:tax:platform:US-CA 440 rev:shipping 600 exp:promo_platform -600 pay:buyer_refund -10700",
			"REFUND_SETTLED: pay:buyer_refund 10700 stripe:available -10700",
		)
		found, err := s.App.Refunds.Get(s.t.Context(), s.Operator().Actor, made.ID)
		require.NoError(s.t, err)
		s.Control("refunds/"+*found.ProviderID+"/fail", nil)
		s.Settle()
		s.books("9c",
			"REFUND_RETURNED: stripe:available 10700 pay:buyer_refund -10700",
		)
		reference := "A transfer."
		_, err = s.App.Refunds.PayOtherwise(s.t.Context(), s.Operator().Actor, refund.PayOtherwiseInput{RefundID: made.ID, Method: refund.MethodBank, Reference: &reference, IdempotencyKey: "k"})
		require.NoError(s.t, err)
		s.books("9c, by bank",
			"REFUND_PAID: pay:buyer_refund 10700 bank -10700",
		)
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
		s.books("9",
			"REFUND_ACCEPTED: def:commission 275 pay:seller:held/A 2475 pay:tax:platform:US-CA 220 pay:buyer_refund -2970",
		)
		_, err := s.App.Refunds.Cancel(s.t.Context(), s.Operator().Actor, refund.CancelInput{RefundID: made.ID})
		require.NoError(s.t, err)
		s.books("9, voided",
			"REFUND_VOIDED: pay:buyer_refund 2970 def:commission -275 pay:seller:held/A -2475 pay:tax:platform:US-CA -220",
		)
		credit := refund.MethodCredit
		in.Method = &credit
		s.givesBack(in)
		s.books("9, as credit",
			"REFUND_ACCEPTED: def:commission 275 pay:seller:held/A 2475 pay:tax:platform:US-CA 220 pay:buyer_refund -2970",
			"REFUND_PAID: pay:buyer_refund 2970 pay:buyer_credit -2970",
		)
		_, err = s.App.Refunds.PayOutCredit(s.t.Context(), s.Operator().Actor, refund.CreditPayOutInput{
			BuyerID: s.alice.Account, Amount: dollars("29.70"), Reference: "A transfer.", IdempotencyKey: "k",
		})
		require.NoError(s.t, err)
		s.books("credit paid out",
			"CREDIT_PAID_OUT: pay:buyer_credit 2970 bank -2970",
		)
	})
}

func TestRow_10_a_refund_after_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(10_000)
		s.arrives()
		s.givesBack(s.halfOfA())
		s.books("10, 9a, 10a, 10am",
			"REFUND_ACCEPTED: pay:tax:platform:US-CA 220 rcv:seller/A 2475 rev:commission 275 pay:buyer_refund -2970",
			"REFUND_SETTLED: pay:buyer_refund 2970 stripe:available -2970",
			"REVERSAL_CONFIRMED: stripe:available 2475 rcv:seller/A -2475",
			"REVERSAL_TAKEN: memo:contra/A 2475 memo:conn:available/A -2475",
		)
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
	s.books("10, 9a, 10b",
		"REFUND_ACCEPTED: pay:tax:platform:US-CA 220 rcv:seller/A 2475 rev:commission 275 pay:buyer_refund -2970",
		"REFUND_SETTLED: pay:buyer_refund 2970 stripe:available -2970",
	)
}

func TestRow_10c_a_debt_is_paid_by_the_next_release(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.owes()
		s.buys("pm_card_bypassPending")
		s.posted()
		s.a.Ships(s.order)
		s.passes(14)
		s.books("5, 10c, 6, 7",
			"DEBT_NETTED: pay:seller:releasable/A 2475 rcv:seller/A -2475",
			"PAYOUT_CREATED: memo:conn:in_transit/A 2875 memo:conn:available/A -2875",
			"RELEASED: def:commission 550 pay:seller:held/A 5350 pay:seller:releasable/A -5350 rev:commission -550",
			"TRANSFER_CONFIRMED: clr:transfer 2875 stripe:available -2875",
			"TRANSFER_RECEIVED: memo:conn:available/A 2875 memo:contra/A -2875",
			"TRANSFER_REQUESTED: pay:seller:releasable/A 2875 clr:transfer -2875",
		)
	})
}

func TestRow_10e_a_debt_is_given_up(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.owes()
		debts, err := s.App.Payouts.FindDebts(s.t.Context(), s.a.Actor, payout.Filter{}, page.First(1))
		require.NoError(s.t, err)
		asked, err := s.App.Payouts.ProposeWriteOff(s.t.Context(), s.Operator().Actor, payout.WriteOffInput{DebtID: debts.Nodes[0].ID, Reason: "The seller is gone.", IdempotencyKey: "k"})
		require.NoError(s.t, err)
		_, err = s.App.Approvals.Approve(s.t.Context(), s.Operator().Actor, approval.ApproveInput{ID: asked.Proposal.ID, PayloadHash: asked.Proposal.Hash})
		require.NoError(s.t, err)
		s.books("10e",
			"DEBT_WRITTEN_OFF: exp:bad_debt 2475 rcv:seller/A -2475",
		)
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
		s.books("11, 11a, 11b",
			"DISPUTE_FROZEN: pay:seller:held/B 3960 pay:seller:disputed/B -3960",
			"DISPUTE_MOVED: exp:dispute_fee 1500 rcv:dispute 10700 stripe:available -12200",
			"REVERSAL_CONFIRMED: stripe:available 5350 pay:seller:disputed/A -5350",
			"REVERSAL_TAKEN: memo:contra/A 5350 memo:conn:available/A -5350",
		)
		s.Control("disputes/"+at, url.Values{"status": {"won"}})
		s.Settle()
		s.books("12, 12b, 6",
			"DISPUTE_MOVED: stripe:available 10700 rcv:dispute -10700",
			"DISPUTE_SETTLED: pay:seller:disputed/A 5350 pay:seller:disputed/B 3960 pay:seller:held/B -3960 pay:seller:releasable/A -5350",
			"TRANSFER_CONFIRMED: clr:transfer 5350 stripe:available -5350",
			"TRANSFER_RECEIVED: memo:conn:available/A 5350 memo:contra/A -5350",
			"TRANSFER_REQUESTED: pay:seller:releasable/A 5350 clr:transfer -5350",
		)
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
		s.books("13",
			"DISPUTE_SETTLED: def:commission 950 pay:seller:disputed/A 5350 pay:seller:disputed/B 3960 pay:tax:platform:US-CA 440 rev:shipping 600 exp:promo_platform -600 rcv:dispute -10700",
		)
		s.Control("disputes/"+at, url.Values{"status": {"won"}})
		s.Settle()
		s.books("13c",
			"DISPUTE_MOVED: stripe:available 10700 rcv:dispute -10700",
			"DISPUTE_SETTLED: exp:promo_platform 600 rcv:dispute 10700 def:commission -950 pay:seller:held/A -5350 pay:seller:held/B -3960 pay:tax:platform:US-CA -440 rev:shipping -600",
		)
	}, keeps())
}

func TestRow_5_with_a_reserve(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(100_000)
		s.buys("pm_card_bypassPending")
		s.passes(1) // the daily comparison books the top-up
		s.a.Ships(s.order)
		s.posted()
		s.passes(14)
		s.books("5 with a reserve, 6",
			"RELEASED: def:commission 550 pay:seller:held/A 5350 pay:seller:releasable/A -4815 pay:seller:reserve/A -535 rev:commission -550",
			"TRANSFER_CONFIRMED: clr:transfer 4815 stripe:available -4815",
			"TRANSFER_RECEIVED: memo:conn:available/A 4815 memo:contra/A -4815",
			"TRANSFER_REQUESTED: pay:seller:releasable/A 4815 clr:transfer -4815",
		)
		s.passes(31)
		s.books("the reserve is over",
			"RESERVE_RELEASED: pay:seller:reserve/A 535 pay:seller:releasable/A -535",
			"TRANSFER_CONFIRMED: clr:transfer 535 stripe:available -535",
			"TRANSFER_RECEIVED: memo:conn:available/A 535 memo:contra/A -535",
			"TRANSFER_REQUESTED: pay:seller:releasable/A 535 clr:transfer -535",
		)
	}, keeps(), testkit.Setting("RESERVE_BASIS_POINTS", "1000"))
}

func TestRow_10b_a_reserve_pays_what_cannot_be_reversed(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(100_000)
		s.buys("pm_card_bypassPending")
		s.a.Ships(s.order)
		s.passes(15, 5)
		s.posted()
		s.givesBack(s.halfOfA())
		s.passes(2)
		s.books("10, 9a, the reserve",
			"REFUND_ACCEPTED: pay:tax:platform:US-CA 220 rcv:seller/A 2475 rev:commission 275 pay:buyer_refund -2970",
			"REFUND_SETTLED: pay:buyer_refund 2970 stripe:available -2970",
			"RESERVE_USED: pay:seller:reserve/A 535 rcv:seller/A -535",
		)
	}, testkit.Setting("RESERVE_BASIS_POINTS", "1000"))
}

func TestRow_of_a_payout_by_hand(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.Control("accounts/"+*s.a.PayoutAccount().ProviderID+"/capabilities/transfers", url.Values{"status": {"inactive"}})
		s.buys("pm_card_bypassPending")
		s.a.Ships(s.order)
		s.passes(15)
		s.posted()
		asked, err := s.App.Payouts.ProposeManual(s.t.Context(), s.Operator().Actor, payout.ManualInput{
			SellerID: s.a.ID, Amount: dollars("53.50"), Reference: "RF18", Reason: "Its account is not ready.", IdempotencyKey: "k",
		})
		require.NoError(s.t, err)
		_, err = s.App.Approvals.Approve(s.t.Context(), s.Operator().Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
		require.NoError(s.t, err)
		s.books("paid by the platform's bank",
			"MANUAL_PAYOUT: pay:seller:releasable/A 5350 bank -5350",
		)
	})
}

func TestRow_14_a_balance_below_zero_is_reserved_and_collected(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.TopsUp(100_000)
		s.arrives()
		s.passes(5)
		s.Balanced()
		s.posted()
		s.givesBack(s.halfOfA())
		s.Balanced()
		s.books("10, 10a, 14",
			"REFUND_ACCEPTED: pay:tax:platform:US-CA 220 rcv:seller/A 2475 rev:commission 275 pay:buyer_refund -2970",
			"REFUND_SETTLED: pay:buyer_refund 2970 stripe:available -2970",
			"REVERSAL_CONFIRMED: stripe:available 2475 rcv:seller/A -2475",
			"REVERSAL_TAKEN: memo:contra/A 2475 memo:conn:available/A -2475",
			"RESERVE_MOVED: stripe:reserved 2475 stripe:available -2475",
		)
		s.passes(180)
		s.posted()
		s.Control("accounts/"+*s.a.PayoutAccount().ProviderID+"/collect", nil)
		s.Balanced()
		s.books("14a, 14b, 14m",
			"RESERVE_MOVED: exp:bad_debt 2475 stripe:available -2475",
			"RESERVE_MOVED: stripe:available 2475 stripe:reserved -2475",
			"RESERVE_MOVED: memo:conn:available/A 2475 memo:contra/A -2475",
		)
		s.Balanced()
		s.books("once")
	}, testkit.BelowZero())
}
