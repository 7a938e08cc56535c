package risk_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

func ratingsOf(t *testing.T, w *testkit.World, of *testkit.Seller) []*risk.Rating {
	t.Helper()
	list, err := w.App.Risk.RatingsOf(t.Context(), w.Operator().Actor, of.ID)
	require.NoError(t, err)
	return list
}

func releaseOf(t *testing.T, w *testkit.World, of *testkit.Seller, o *order.Order) *payout.Release {
	t.Helper()
	list, err := w.App.Payouts.FindReleases(t.Context(), of.Actor, payout.Filter{}, page.First(50))
	require.NoError(t, err)
	for _, r := range list.Nodes {
		if r.OrderID == o.ID {
			return r
		}
	}
	require.Fail(t, "there is no release")
	return nil
}

func set(tier risk.Tier, of *testkit.Seller) risk.SetInput {
	return risk.SetInput{SellerID: of.ID, Tier: &tier, Reason: "As we have agreed."}
}

// The rule rates by itself, writes a version only when the tier changes, and
// leaves alone what an operator has set, until it is given back.
func TestReview_rates_by_the_rule_and_leaves_operators_alone(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea := mill.Product("Tea", "10.00", 50)
		alice := w.Buyer("Alice")
		first := alice.Buys(tea.Times(1))
		alice.Buys(tea.Times(1))
		w.Advance(25 * time.Hour)
		w.Settle()
		w.Advance(time.Hour)
		w.Settle()
		require.Len(t, ratingsOf(t, w, mill), 1, "a version for each change, and no more")
		require.Equal(t, risk.TierStandard, ratingsOf(t, w, mill)[0].Tier)
		require.True(t, ratingsOf(t, w, mill)[0].IsAutomatic)
		require.Contains(t, ratingsOf(t, w, mill)[0].Reason, "2 orders")
		require.Empty(t, ratingsOf(t, w, kiln), "who has sold nothing is new")

		w.Control("disputes", url.Values{"charge": {w.Payment(first.ID).ChargeID}})
		w.Settle()
		w.Advance(time.Hour)
		w.Settle()
		require.Equal(t, risk.TierWatched, ratingsOf(t, w, mill)[0].Tier)

		_, err := w.App.Risk.Set(t.Context(), w.Operator().Actor, set(risk.TierTrusted, mill))
		require.NoError(t, err)
		w.Advance(time.Hour)
		w.Settle()
		require.Equal(t, risk.TierTrusted, ratingsOf(t, w, mill)[0].Tier, "the rule leaves it alone")
		require.False(t, ratingsOf(t, w, mill)[0].IsAutomatic)

		back, err := w.App.Risk.Set(t.Context(), w.Operator().Actor, risk.SetInput{SellerID: mill.ID, Reason: "The trial is over."})
		require.NoError(t, err)
		require.Equal(t, risk.TierWatched, back.Tier)
		require.True(t, strings.HasPrefix(back.Reason, "The trial is over."))
		w.Advance(time.Hour)
		w.Settle()
		require.Len(t, ratingsOf(t, w, mill), 4)
		w.Balanced() // the audit log too
	}, testkit.Setting("TIER_STANDARD_AFTER", "24h"), testkit.Setting("TIER_STANDARD_ORDERS", "2"),
		testkit.Setting("TIER_WATCHED_DISPUTES", "1"), testkit.Setting("TIER_WATCHED_BASIS_POINTS", "5000"))
}

func TestSet_refuses(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		_, err := w.App.Risk.Set(t.Context(), w.Operator().Actor, set("DUBIOUS", mill))
		require.ErrorIs(t, err, risk.ErrTier)
		in := set(risk.TierWatched, mill)
		in.Reason = " "
		_, err = w.App.Risk.Set(t.Context(), w.Operator().Actor, in)
		require.ErrorIs(t, err, fault.ErrTextRequired)
		in = set(risk.TierWatched, mill)
		in.SellerID = "sel_none"
		_, err = w.App.Risk.Set(t.Context(), w.Operator().Actor, in)
		require.ErrorIs(t, err, seller.ErrNotFound)
		require.Empty(t, ratingsOf(t, w, mill))
	})
}

// The tier decides the hold, the reserve and instant payouts of what is captured
// while the seller is in it. What was captured before keeps its terms, and the
// seller's own policy comes first.
func TestTier_decides_hold_reserve_and_instant_payouts(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "100.00", 50)
		alice, olga := w.Buyer("Alice"), w.Operator()
		before := alice.Buys(tea.Times(1))
		_, err := w.App.Risk.Set(t.Context(), olga.Actor, set(risk.TierWatched, mill))
		require.NoError(t, err)
		w.Advance(time.Second)
		during := alice.Buys(tea.Times(1))
		days := int64(2)
		_, err = w.App.Payouts.SetPolicy(t.Context(), olga.Actor, payout.PolicyInput{SellerID: mill.ID, HoldDays: &days, Reason: "An exception."})
		require.NoError(t, err)
		w.Advance(time.Second)
		own := alice.Buys(tea.Times(1))

		r := releaseOf(t, w, mill, before)
		require.EqualValues(t, 14*24*3600, *r.HoldSeconds)
		require.Zero(t, r.ReserveBasisPoints)
		r = releaseOf(t, w, mill, during)
		require.EqualValues(t, 20*24*3600, *r.HoldSeconds)
		require.EqualValues(t, 2000, r.ReserveBasisPoints)
		require.EqualValues(t, 10*24*3600, r.ReserveSeconds)
		r = releaseOf(t, w, mill, own)
		require.EqualValues(t, 2*24*3600, *r.HoldSeconds, "the seller's own policy comes first")
		require.EqualValues(t, 2000, r.ReserveBasisPoints, "and what it leaves out is as the tier has it")

		for _, o := range []*order.Order{before, during, own} {
			mill.Ships(o)
		}
		w.Advance(15 * day)
		w.Settle()
		instant := payout.MethodInstant
		_, err = w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", Method: &instant, IdempotencyKey: "k"})
		require.ErrorIs(t, err, payout.ErrInstantTier)
		_, err = w.App.Risk.Set(t.Context(), olga.Actor, set(risk.TierStandard, mill))
		require.NoError(t, err)
		_, err = w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", Method: &instant, IdempotencyKey: "k"})
		require.NotErrorIs(t, err, payout.ErrInstantTier)

		w.Advance(30 * day)
		w.Settle()
		w.Balanced()
	}, testkit.Setting("TIER_WATCHED", "hold=480h reserve=2000/240h instant=off"), testkit.Setting("PAYOUT_INTERVAL", "2160h"))
}

// What leaves for the bank cannot be taken back: payouts wait where the platform
// would lose more by the seller than the tier allows, and go on when it would not.
func TestTier_limits_the_exposure(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "100.00", 50)
		mill.Ships(w.Buyer("Alice").Buys(tea.Times(1)))
		mill.Ships(w.Buyer("Bob").Buys(tea.Times(1)))
		w.Advance(15 * day)
		w.Settle()
		for range 4 {
			w.Advance(2 * day)
			w.Settle()
		}
		balances, err := ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), mill.ID)
		require.NoError(t, err)
		require.EqualValues(t, 10_000, balances[0].PaidOutMinor, "of 180.00")
		require.EqualValues(t, 8_000, balances[0].AvailableMinor)
		exposure, err := w.App.Payouts.ExposureOf(t.Context(), mill.ID)
		require.NoError(t, err)
		require.EqualValues(t, 10_000, exposure[0].AmountMinor)
		outlook, err := w.App.Payouts.OutlooksOf(t.Context(), mill.Actor, nil)
		require.NoError(t, err)
		require.Contains(t, outlook[0].BlockedBy, payout.BlockExposure)
		require.Contains(t, outlook[0].Text(), "can still be disputed")
		_, err = w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "k"})
		require.ErrorIs(t, err, payout.ErrPayoutBlocked)

		_, err = w.App.Risk.Set(t.Context(), w.Operator().Actor, set(risk.TierTrusted, mill))
		require.NoError(t, err)
		w.Advance(2 * day)
		w.Settle()
		w.Advance(3 * day)
		w.Settle()
		balances, err = ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), mill.ID)
		require.NoError(t, err)
		require.EqualValues(t, 18_000, balances[0].PaidOutMinor, "a trusted seller has no limit")
		w.Balanced()
	}, testkit.Setting("TIER_NEW", "exposure=10000"))
}

// Money that has been in a seller's balance for too long leaves, whatever the
// exposure: the provider lets nobody keep it.
func TestTier_keeps_nothing_for_ever(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 50).Times(1)))
		for range 4 {
			w.Advance(10 * day)
			w.Settle()
		}
		balances, err := ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), mill.ID)
		require.NoError(t, err)
		require.EqualValues(t, 9_000, balances[0].AvailableMinor)
		for range 4 {
			w.Advance(10 * day)
			w.Settle()
		}
		balances, err = ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), mill.ID)
		require.NoError(t, err)
		require.EqualValues(t, 9_000, balances[0].PaidOutMinor)
		w.Balanced()
	}, testkit.Setting("TIER_NEW", "exposure=0"), testkit.Setting("PAYOUT_IDLE_MAX", "720h"))
}

// What the platform may pay out to itself is what is available less all that it
// owes and what it keeps. A payout of it leaves enough for everybody.
func TestWithdrawable_is_what_is_left_when_everybody_has_theirs(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 50).Times(1))
		own := func() *ledger.Withdrawable {
			list, err := w.App.Ledger.Withdrawable(t.Context())
			require.NoError(t, err)
			require.Len(t, list, 1)
			return list[0]
		}
		fee := w.Payment(o.ID).FeeMinor
		require.Zero(t, own().AmountMinor, "nothing is available yet, and 90.00 are owed")
		require.EqualValues(t, 9_000, own().OwedMinor)
		w.Advance(3 * day)
		w.Settle()
		require.EqualValues(t, 10_000-fee, own().AvailableMinor)
		require.EqualValues(t, 1_000-fee-200, own().AmountMinor, "the commission less Stripe's fee and what is kept")

		mill.Ships(o)
		w.Advance(15 * day)
		w.Settle()
		require.Zero(t, own().OwedMinor)
		require.EqualValues(t, 1_000-fee-200, own().AmountMinor, "the same when the seller has been paid")
		w.Balanced()
	}, testkit.Setting("PLATFORM_FLOAT", "200"))
}
