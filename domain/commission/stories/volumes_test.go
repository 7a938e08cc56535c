package stories_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// byVolume puts rules in force whose tiers are by what was sold in 1, 7 and 30 days, and
// which ask for a plan.
func byVolume(t *testing.T, w *testkit.World, olga *testkit.Person, mill *testkit.Seller, on plan.ID) *commission.Ruleset {
	t.Helper()
	tiers := func(days int, isMarginal bool) *commission.TiersInput {
		in := &commission.TiersInput{By: commission.MeasureVolume, Days: &days, IsMarginal: isMarginal}
		for i, from := range []string{"20.00", "50.00", "90.00", "150.00", "250.00"} {
			in.Tiers = append(in.Tiers, &commission.TierInput{From: money.Input{Amount: from, CurrencyCode: "EUR"}, BasisPoints: 900 - 137*i})
		}
		return in
	}
	r, err := w.App.Commissions.Save(t.Context(), olga.Actor, commission.SaveInput{Rules: []*commission.RuleInput{
		{Name: "On a plan", BasisPoints: 700, When: &commission.ConditionInput{PlanIDs: []plan.ID{on}}, Tiers: tiers(7, false)},
		{Name: "Mill", BasisPoints: 1000, When: &commission.ConditionInput{SellerIDs: []seller.ID{mill.ID}}, Tiers: tiers(1, true)},
		{Name: "All", BasisPoints: 1200, Tiers: tiers(30, false)},
	}})
	require.NoError(t, err)
	p, err := w.App.Commissions.Publish(t.Context(), olga.Actor, commission.PublishInput{RulesetID: r.ID, EffectiveFrom: w.Clock.Now().Add(time.Minute), Reason: "Test."})
	require.NoError(t, err)
	require.NoError(t, approve(t, w, w.OperatorWith(identity.OperatorFinance), p))
	w.Advance(time.Hour)
	return r
}

// Orders are placed at random, each charged by what was sold before it was. Asked again for
// all of them at once, everybody had sold as much, and was on the same plan: the books, a
// simulation of the same rules and a preview of the same plan agree to the cent.
func TestVolumes_of_many_orders_are_those_of_each(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Commissions
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, bowl := mill.Product("Tea", "7.30", 1000), kiln.Product("Bowl", "11.10", 1000)
		olga := w.OperatorWith(identity.OperatorFinance)
		plus := planOf(t, w, olga, "Plus", "30.00")
		rules := byVolume(t, w, olga, mill, plus)
		from, random := w.Clock.Now(), rand.New(rand.NewPCG(13, 1))
		buys := func(n int) {
			for range n {
				w.Advance(time.Duration(random.Int64N(int64(40 * time.Hour))).Truncate(time.Microsecond))
				wishes := []testkit.Wish{tea.Times(1 + random.Int64N(4)), bowl.Times(1 + random.Int64N(3))}
				if i := random.IntN(4); i < 2 {
					wishes = wishes[i : i+1]
				}
				w.Buyer("Alice").Buys(wishes...)
			}
		}
		buys(12)
		w.Advance(time.Minute) // whoever orders at the instant of a change is charged as after it, if asked again
		_, err := w.App.Plans.Assign(ctx, olga.Actor, plan.AssignInput{SellerID: id.Any(kiln.ID), PlanID: &plus, Reason: "Test."})
		require.NoError(t, err)
		buys(12)
		w.Advance(time.Minute)

		period := order.Period{From: from, Before: w.Clock.Now()}
		saysWhatPartsSay(t, w, period, mill.ID, kiln.ID)

		begun, err := s.Simulate(ctx, olga.Actor, commission.SimulateInput{RulesetID: rules.ID, PaidFrom: period.From, PaidBefore: period.Before})
		require.NoError(t, err)
		w.Settle()
		sim, err := s.Simulation(ctx, begun.ID)
		require.NoError(t, err)
		require.EqualValues(t, 24, sim.DoneCount)
		require.Positive(t, sim.Totals[0].BeforeMinor)
		require.Empty(t, sim.BiggestChanges, "what was charged is what would be charged")

		for _, of := range []*testkit.Seller{mill, kiln} {
			charged := int64(0)
			parts, err := order.PartsPaid(ctx, w.DB.Read(ctx), of.ID, period, 100)
			require.NoError(t, err)
			for _, p := range parts {
				charged += p.CommissionMinor
			}
			p, err := s.PreviewPlan(ctx, commission.PreviewInput{SellerID: of.ID, Days: days(90)})
			require.NoError(t, err)
			require.EqualValues(t, len(parts), p.OrderCount)
			if of == mill { // Kiln was on a plan for some of the orders only
				require.Equal(t, charged, p.Totals[0].CommissionBefore().Minor)
			}
		}
		w.Balanced()
	})
}

// saysWhatPartsSay asks what the sellers sold from and until each instant at which they
// were paid, and an instant after, and looks through their parts for each.
func saysWhatPartsSay(t *testing.T, w *testkit.World, of order.Period, sellers ...seller.ID) {
	t.Helper()
	ctx := t.Context()
	var asked []order.Sold
	var want []int64
	for _, s := range sellers {
		parts, err := order.PartsPaid(ctx, w.DB.Read(ctx), s, of, 100)
		require.NoError(t, err)
		require.NotEmpty(t, parts)
		for _, part := range parts {
			for _, before := range []time.Time{*part.PaidAt, part.PaidAt.Add(time.Microsecond), part.PlacedAt} {
				for _, n := range []int{1, 7, 30} {
					p := order.Period{From: before.AddDate(0, 0, -n), Before: before}
					sum := int64(0)
					for _, other := range parts {
						if !other.PaidAt.Before(p.From) && other.PaidAt.Before(p.Before) {
							sum += other.TotalMinor + other.PlatformDiscountMinor - other.ShippingMinor - other.TaxMinor
						}
					}
					asked, want = append(asked, order.Sold{SellerID: s, Currency: "EUR", Period: p}), append(want, sum)
				}
			}
		}
		for c, p := range map[money.Currency]order.Period{"USD": of, "EUR": {From: of.Before, Before: of.Before}} {
			asked, want = append(asked, order.Sold{SellerID: s, Currency: c, Period: p}), append(want, 0)
		}
	}
	var together []int64
	require.Equal(t, 2, dbtest.CountQueries(w.DB, func() {
		var err error
		together, err = order.SoldIn(ctx, w.DB.Read(ctx), asked)
		require.NoError(t, err)
	}), "one for each currency")
	require.Equal(t, want, together)
	for i, one := range asked {
		alone, err := order.SoldIn(ctx, w.DB.Read(ctx), []order.Sold{one})
		require.NoError(t, err)
		require.Equal(t, together[i:i+1], alone, "%v", one)
	}
}

// A preview and a simulation of many orders take as many statements as those of a few.
func TestVolumes_take_no_statement_for_each_order(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Commissions
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, bowl := mill.Product("Tea", "7.30", 1000), kiln.Product("Bowl", "11.10", 1000)
		olga := w.OperatorWith(identity.OperatorFinance)
		rules := byVolume(t, w, olga, mill, planOf(t, w, olga, "Plus", "30.00"))
		from := w.Clock.Now()
		count := func(orders int) (preview, simulation int) {
			for range orders {
				w.Buyer("Alice").Buys(tea.Times(1), bowl.Times(1))
			}
			w.Advance(time.Minute)
			w.Settle()
			preview = dbtest.CountQueries(w.DB, func() {
				p, err := s.PreviewPlan(ctx, commission.PreviewInput{SellerID: mill.ID})
				require.NoError(t, err)
				require.GreaterOrEqual(t, p.OrderCount, int64(orders))
			})
			begun, err := s.Simulate(ctx, olga.Actor, commission.SimulateInput{RulesetID: rules.ID, PaidFrom: from, PaidBefore: w.Clock.Now()})
			require.NoError(t, err)
			simulation = dbtest.CountQueries(w.DB, func() {
				require.NoError(t, s.RunSimulation(ctx, commission.RunSimulation{SimulationID: begun.ID}))
			})
			return preview, simulation
		}
		fewPreview, fewSimulation := count(2)
		manyPreview, manySimulation := count(12)
		require.Equal(t, fewPreview, manyPreview)
		require.Equal(t, fewSimulation, manySimulation)
	})
}
