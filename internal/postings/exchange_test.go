package postings_test

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/refund"
)

// converts lets Stripe settle the story's dollars in the platform's euros, at a rate.
func (s *story) converts(rate string) {
	s.t.Helper()
	s.Control("conversion", url.Values{"settles[0]": {"eur"}, "rates[usd]": {rate}, "fee_basis_points": {"100"}})
}

// postedIn is posted with the currency of each line.
func (s *story) postedIn(kinds ...string) []string {
	s.t.Helper()
	var lines []struct {
		line

		Currency string
	}
	err := s.DB.Read(s.t.Context()).NewRaw(`
		SELECT j.id, j.kind, e.account, e.seller_id, e.currency, CAST(SUM(e.amount_minor) AS BIGINT) AS amount_minor
		FROM ledger_journals AS j JOIN ledger_entries AS e ON e.journal_id = j.id
		WHERE j.id > ? GROUP BY j.id, j.kind, e.account, e.seller_id, e.currency
		ORDER BY j.id, e.currency, e.account, e.seller_id`, s.last).Scan(s.t.Context(), &lines)
	require.NoError(s.t, err)
	names := map[string]string{string(s.a.ID): "/A", string(s.b.ID): "/B", "": ""}
	texts, order := map[string]string{}, []string(nil)
	for _, l := range lines {
		s.last = l.ID
		if len(kinds) > 0 && !slices.Contains(kinds, l.Kind) {
			continue
		}
		if texts[l.ID] == "" {
			order, texts[l.ID] = append(order, l.ID), l.Kind+":"
		}
		texts[l.ID] += fmt.Sprintf(" %s %s%s %d", strings.ToLower(l.Currency), l.Account, names[l.SellerID], l.AmountMinor)
	}
	journals := make([]string, len(order))
	for i, id := range order {
		journals[i] = texts[id]
	}
	return journals
}

// holds is what an account of the platform has, by currency.
func (s *story) holds(account string) map[string]int64 {
	s.t.Helper()
	lines, err := s.App.Ledger.TrialBalance(s.t.Context())
	require.NoError(s.t, err)
	held := map[string]int64{}
	for _, l := range lines {
		if l.Account == account && l.AmountMinor != 0 {
			held[string(l.Currency)] = l.AmountMinor
		}
	}
	return held
}

func TestRows_20_and_20a_a_payment_that_is_converted_and_its_transfers(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.converts("0.9")
		s.buys("pm_card_bypassPending")
		require.ElementsMatch(s.t, []string{
			"SALE_CAPTURED: eur exp:promo_platform 540 eur exp:psp_fee 405 eur fx:clearing -9630 eur rev:shipping -540 eur stripe:available 9225" +
				" usd def:commission -950 usd fx:clearing 10700 usd pay:seller:held/A -5350" +
				" usd pay:seller:held/B -3960 usd pay:tax:platform:US-CA -440",
		}, s.postedIn())
		require.Equal(s.t, "PAID", string(s.order.Status))
		s.Balanced()
		s.ships()
		s.passes(15)
		require.ElementsMatch(s.t, []string{
			"TRANSFER_CONFIRMED: eur fx:clearing 4815 eur stripe:available -4815 usd clr:transfer 5350 usd fx:clearing -5350",
			"TRANSFER_CONFIRMED: eur fx:clearing 3564 eur stripe:available -3564 usd clr:transfer 3960 usd fx:clearing -3960",
			"TRANSFER_RECEIVED: eur memo:conn:available/A 4815 eur memo:contra/A -4815",
			"TRANSFER_RECEIVED: eur memo:conn:available/B 3564 eur memo:contra/B -3564",
		}, s.postedIn("TRANSFER_CONFIRMED", "TRANSFER_RECEIVED"))
		// What is left of it is the tax that the platform owes.
		require.Equal(s.t, map[string]int64{"USD": 440, "EUR": -396}, s.holds("fx:clearing"))
	}, keeps())
}

// The platform has its share in the currency of its balance as soon as it is earned, and
// gives it back in that currency at the rate at which it got it.
func TestRow_20b_the_share_of_the_platform_is_converted(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.converts("0.9")
		s.buys("pm_card_bypassPending") // pays what Stripe keeps of the other
		first := s.holds("fx:clearing")
		s.buys("pm_card_bypassPending")
		s.ships()
		s.posted()
		s.passes(15)
		require.ElementsMatch(s.t, []string{
			"RELEASED: eur fx:clearing 495 eur rev:commission -495" +
				" usd def:commission 550 usd fx:clearing -550 usd pay:seller:held/A 5350 usd pay:seller:releasable/A -5350",
			"RELEASED: eur fx:clearing 360 eur rev:commission -360" +
				" usd def:commission 400 usd fx:clearing -400 usd pay:seller:held/B 3960 usd pay:seller:releasable/B -3960",
		}, s.postedIn("RELEASED"))
		require.Equal(s.t, map[string]int64{"EUR": -855}, s.holds("rev:commission"))
		s.Balanced()
		s.converts("0.88")
		s.posted()
		s.givesBack(s.everything())
		require.ElementsMatch(s.t, []string{
			"REFUND_ACCEPTED: eur exp:promo_platform -540 eur fx:clearing -855 eur rev:commission 855 eur rev:shipping 540" +
				" usd fx:clearing 950 usd pay:buyer_refund -10700 usd pay:tax:platform:US-CA 440 usd rcv:seller/A 5350 usd rcv:seller/B 3960",
		}, s.postedIn("REFUND_ACCEPTED"))
		s.passes(2)
		s.Balanced()
		require.Equal(s.t, first, s.holds("fx:clearing"))
		require.Empty(s.t, s.holds("rev:commission"))
	}, keeps())
}

func TestRow_20c_a_refund_at_a_worse_rate(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.converts("0.9")
		s.buys("pm_card_bypassPending") // whose money pays what the other's does not
		s.buys("pm_card_bypassPending")
		s.converts("0.95")
		s.posted()
		s.givesBack(s.everything())
		require.ElementsMatch(s.t, []string{
			"REFUND_SETTLED: eur exp:fx 535 eur fx:clearing 9630 eur stripe:available -10165 usd fx:clearing -10700 usd pay:buyer_refund 10700",
		}, s.postedIn("REFUND_SETTLED"))
		require.Equal(s.t, map[string]int64{"USD": 10_700, "EUR": -9630}, s.holds("fx:clearing"), "of the other order")
	})
}

// At a rate that divides nothing, an order that is transferred and given back in pieces
// leaves nothing on the account of exchange.
func TestRow_20_no_minor_unit_is_lost_to_rounding(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.converts("0.8731")
		s.buys("pm_card_bypassPending") // pays what Stripe keeps of the other
		first := s.holds("fx:clearing")
		s.buys("pm_card_bypassPending")
		s.ships()
		s.passes(15)
		s.converts("0.8519")
		s.givesBack(s.halfOfA())
		s.Balanced()
		s.givesBack(s.everything())
		s.passes(2)
		require.Equal(s.t, first, s.holds("fx:clearing"))
		require.Empty(s.t, s.holds("pay:buyer_refund"))
		require.Empty(s.t, s.holds("clr:transfer"))
		require.Negative(s.t, s.holds("exp:fx")["EUR"], "dollars became cheaper to give back")
	}, keeps())
}

func TestRows_11_to_13_of_a_payment_that_is_converted(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"won", "lost"} {
		t.Run(end, func(t *testing.T) {
			t.Parallel()
			each(t, func(s *story) {
				s.converts("0.9")
				s.buys("pm_card_bypassPending")
				s.buys("pm_card_bypassPending")
				s.converts("0.92")
				s.posted()
				s.Control("disputes", url.Values{"charge": {s.order.ChargeID}})
				s.Settle()
				require.ElementsMatch(s.t, []string{
					"DISPUTE_MOVED: eur exp:dispute_fee 1500 eur exp:fx 214 eur fx:clearing 9630 eur stripe:available -11344" +
						" usd fx:clearing -10700 usd rcv:dispute 10700",
				}, s.postedIn("DISPUTE_MOVED"))
				s.Balanced()
				s.converts("0.91")
				s.Control("disputes/"+s.disputeAtStripe(), url.Values{"status": {end}})
				s.Settle()
				require.Empty(s.t, s.holds("rcv:dispute"))
				want := map[string]int64{"EUR": 214}
				if end == "won" {
					want["EUR"] = 107
				}
				require.Equal(s.t, want, s.holds("exp:fx"))
			})
		})
	}
}

// disputeAtStripe is the only dispute there.
func (s *story) disputeAtStripe() string {
	s.t.Helper()
	var id string
	require.NoError(s.t, s.DB.Read(s.t.Context()).NewRaw("SELECT provider_id FROM disputes").Scan(s.t.Context(), &id))
	return id
}

// A refund that was made at Stripe, and one that comes back, are booked as well.
func TestRow_20c_a_refund_that_comes_back(t *testing.T) {
	t.Parallel()
	each(t, func(s *story) {
		s.converts("0.9")
		s.buys("pm_card_bypassPending")
		s.buys("pm_card_bypassPending")
		r := s.givesBack(s.everything())
		made, err := s.App.Refunds.Get(s.t.Context(), s.Operator().Actor, r.ID)
		require.NoError(s.t, err)
		require.Equal(s.t, refund.StatusSucceeded, made.Status)
		s.converts("0.8")
		s.Control("refunds/"+*made.ProviderID+"/fail", nil)
		s.Settle()
		require.Equal(s.t, map[string]int64{"EUR": 1070}, s.holds("exp:fx"))
		require.Equal(s.t, map[string]int64{"USD": -10_700}, s.holds("pay:buyer_refund"), "the buyer is still owed")
	})
}
