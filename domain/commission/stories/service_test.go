package stories_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/internal/testkit"
)

func approve(t *testing.T, w *testkit.World, by *testkit.Person, p *approval.Proposal) error {
	t.Helper()
	_, err := w.App.Approvals.Approve(t.Context(), by.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

func draft(t *testing.T, w *testkit.World, by *testkit.Person, basisPoints int) *commission.Ruleset {
	t.Helper()
	r, err := w.App.Commissions.Save(t.Context(), by.Actor, commission.SaveInput{
		Rules: []*commission.RuleInput{{Name: "All", BasisPoints: basisPoints}},
		BuyerFees: []*commission.BuyerFeeInput{{
			Currency: "EUR", Fixed: &money.Input{Amount: "0.50", CurrencyCode: "EUR"},
		}},
	})
	require.NoError(t, err)
	return r
}

func TestPublish_takes_two_persons_and_changes_no_past_order(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Commissions
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "12.50", 100)
		alice, olga, otto := w.Buyer("Alice"), w.OperatorWith(identity.OperatorFinance), w.OperatorWith(identity.OperatorFinance)
		before := alice.Buys(tea.Times(2))
		require.EqualValues(t, 250, before.SellerOrders[0].CommissionMinor)
		require.EqualValues(t, 1, before.SellerOrders[0].Lines[0].Reckoning.RulesetVersion)

		r := draft(t, w, olga, 2000)
		publish := func(at time.Time) (*approval.Proposal, error) {
			return s.Publish(ctx, olga.Actor, commission.PublishInput{RulesetID: r.ID, EffectiveFrom: at, Reason: "A new year."})
		}
		_, err := publish(w.Clock.Now().Add(-time.Second))
		require.ErrorIs(t, err, commission.ErrDate, "never for the past")
		p, err := publish(w.Clock.Now().Add(time.Hour))
		require.NoError(t, err)
		require.ErrorIs(t, approve(t, w, olga, p), approval.ErrOwn)
		require.NoError(t, approve(t, w, otto, p))
		require.EqualValues(t, 250, alice.Buys(tea.Times(2)).SellerOrders[0].CommissionMinor, "not yet")

		w.Advance(time.Hour)
		after := alice.Buys(tea.Times(2))
		require.EqualValues(t, 500, after.SellerOrders[0].CommissionMinor)
		require.EqualValues(t, 50, after.ServiceFeeMinor)
		require.EqualValues(t, 2550, after.TotalMinor)
		require.EqualValues(t, 250, alice.Order(before.ID).SellerOrders[0].CommissionMinor)
		require.NotNil(t, after.MarginMinor)

		e, err := s.Explain(ctx, mill.Actor, after.SellerOrders[0].Lines[0].ID)
		require.NoError(t, err)
		require.EqualValues(t, 2, *e.Version())
		require.Equal(t, "All", e.Name())
		require.EqualValues(t, 2500, e.Base().Minor)
		var operations []pricing.Operation
		for _, step := range e.StepsTaken() {
			operations = append(operations, step.Operation)
		}
		require.Equal(t, []pricing.Operation{pricing.OpGoods, pricing.OpBase, pricing.OpRate, pricing.OpResult}, operations)
		_, err = s.Explain(ctx, w.Seller("Kiln").Actor, after.SellerOrders[0].Lines[0].ID)
		require.ErrorIs(t, err, order.ErrNotFound, "another seller's line")
		_, err = s.Cancel(ctx, commission.CancelInput{RulesetID: r.ID})
		require.ErrorIs(t, err, commission.ErrState, "what is in force stays")
		_, err = s.Save(ctx, olga.Actor, commission.SaveInput{ID: &r.ID, Rules: []*commission.RuleInput{{Name: "All"}}})
		require.ErrorIs(t, err, commission.ErrState)
		w.Balanced()
	})
}

func TestPublish_refuses_what_changed_or_came_too_late(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Commissions
		olga, otto := w.OperatorWith(identity.OperatorFinance), w.OperatorWith(identity.OperatorFinance)
		propose := func(r *commission.Ruleset, at time.Time) *approval.Proposal {
			p, err := s.Publish(ctx, olga.Actor, commission.PublishInput{RulesetID: r.ID, EffectiveFrom: at, Reason: "R."})
			require.NoError(t, err)
			return p
		}
		soon := w.Clock.Now().Add(time.Hour)

		changed := draft(t, w, olga, 1100)
		p := propose(changed, soon)
		_, err := s.Save(ctx, olga.Actor, commission.SaveInput{ID: &changed.ID, Rules: []*commission.RuleInput{{Name: "All", BasisPoints: 9000}}})
		require.NoError(t, err)
		require.ErrorIs(t, approve(t, w, otto, p), approval.ErrChanged, "what is approved is what was read")

		// Two for one instant, approved at once: one of them begins then.
		first, second := propose(draft(t, w, olga, 1200), soon), propose(draft(t, w, olga, 1300), soon)
		var wg sync.WaitGroup
		errs := make([]error, 2)
		for i, p := range []*approval.Proposal{first, second} {
			wg.Go(func() { errs[i] = approve(t, w, otto, p) })
		}
		wg.Wait()
		require.True(t, (errs[0] == nil) != (errs[1] == nil), "%v, %v", errs[0], errs[1])

		late := propose(draft(t, w, olga, 1400), soon.Add(time.Hour))
		w.Advance(3 * time.Hour)
		require.ErrorIs(t, approve(t, w, otto, late), commission.ErrDate, "its instant has passed while it waited")

		scheduled := draft(t, w, olga, 1500)
		require.NoError(t, approve(t, w, otto, propose(scheduled, w.Clock.Now().Add(time.Hour))))
		given, err := s.Cancel(ctx, commission.CancelInput{RulesetID: scheduled.ID})
		require.NoError(t, err)
		require.Equal(t, commission.StatusCancelled, given.Status)
		w.Advance(2 * time.Hour)
		now, err := s.InForce(ctx, nil)
		require.NoError(t, err)
		require.EqualValues(t, 2, *now.Version)
		w.Settle()
		w.Verified()
	})
}

func TestSimulate_tells_before_and_after(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Commissions
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, bowl := mill.Product("Tea", "10.00", 100), kiln.Product("Bowl", "30.00", 100)
		alice, olga := w.Buyer("Alice"), w.OperatorWith(identity.OperatorFinance)
		alice.Buys(tea.Times(1), bowl.Times(1))
		alice.Buys(tea.Times(2))
		alice.Orders(tea.Times(5)) // not paid
		r, err := s.Save(ctx, olga.Actor, commission.SaveInput{Rules: []*commission.RuleInput{
			{Name: "Mill", BasisPoints: 500, When: &commission.ConditionInput{ProductIDs: nil, SellerIDs: nil, PriceBelow: &money.Input{Amount: "20.00", CurrencyCode: "EUR"}}},
			{Name: "All", BasisPoints: 1500},
		}, BuyerFees: []*commission.BuyerFeeInput{{Currency: "EUR", BasisPoints: 100, Fixed: &money.Input{Amount: "0.50", CurrencyCode: "EUR"}}}})
		require.NoError(t, err)
		_, err = s.Simulate(ctx, olga.Actor, commission.SimulateInput{RulesetID: r.ID, PaidFrom: w.Clock.Now(), PaidBefore: w.Clock.Now()})
		require.ErrorIs(t, err, commission.ErrPeriod)
		begun, err := s.Simulate(ctx, olga.Actor, commission.SimulateInput{
			RulesetID: r.ID, PaidFrom: w.Clock.Now().Add(-time.Hour), PaidBefore: w.Clock.Now().Add(time.Hour),
		})
		require.NoError(t, err)
		require.EqualValues(t, 2, begun.OrderCount)
		w.Settle()
		require.NoError(t, s.RunSimulation(ctx, commission.RunSimulation{SimulationID: begun.ID}), "again: nothing is counted twice")

		done, err := s.Simulation(ctx, begun.ID)
		require.NoError(t, err)
		require.Equal(t, commission.SimulationDone, done.Status)
		require.EqualValues(t, 2, done.DoneCount)
		require.Len(t, done.Totals, 1)
		require.EqualValues(t, 600, done.Totals[0].BeforeMinor)
		require.EqualValues(t, 600, done.Totals[0].AfterMinor, "half for the tea, half as much again for the bowl")
		require.Len(t, done.BuyerFees, 1)
		fees := done.BuyerFees[0]
		require.EqualValues(t, 2, fees.OrderCount)
		require.Zero(t, fees.Before().Minor, "the rules that held had none")
		require.EqualValues(t, 40+50+20+50, fees.After().Minor)
		require.Equal(t, fees.After(), fees.Difference())
		require.Len(t, done.BiggestChanges, 2)
		all, err := s.SimulatedSellers(ctx, begun.ID, page.First(1))
		require.NoError(t, err)
		require.True(t, all.PageInfo.HasNextPage)
		for _, c := range done.BiggestChanges {
			want := map[bool]int64{true: -150, false: 150}[c.SellerID == mill.ID]
			require.Equal(t, want, c.Difference().Minor)
		}
	})
}

func TestSave_refuses_what_makes_no_sense(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	olga := w.OperatorWith(identity.OperatorFinance)
	eur := func(amount string) *money.Input { return &money.Input{Amount: amount, CurrencyCode: "EUR"} }
	rule := func(change func(*commission.RuleInput)) commission.SaveInput {
		r := &commission.RuleInput{Name: "All", BasisPoints: 1000}
		change(r)
		return commission.SaveInput{Rules: []*commission.RuleInput{r}}
	}
	for name, c := range map[string]struct {
		in  commission.SaveInput
		err error
	}{
		"no rule":     {commission.SaveInput{}, commission.ErrNumber},
		"above 100 %": {rule(func(r *commission.RuleInput) { r.BasisPoints = 10_001 }), commission.ErrNumber},
		"below 0 %":   {rule(func(r *commission.RuleInput) { r.BasisPoints = -1 }), commission.ErrNumber},
		"negative": {rule(func(r *commission.RuleInput) {
			r.Amounts = []*commission.AmountsInput{{Currency: "EUR", PerUnit: eur("-1")}}
		}), commission.ErrNumber},
		"other currency": {rule(func(r *commission.RuleInput) {
			r.Amounts = []*commission.AmountsInput{{Currency: "USD", PerUnit: eur("1")}}
		}), commission.ErrNumber},
		"twice": {rule(func(r *commission.RuleInput) {
			r.Amounts = []*commission.AmountsInput{{Currency: "EUR"}, {Currency: "eur"}}
		}), commission.ErrOrder},
		"floor above cap": {rule(func(r *commission.RuleInput) {
			r.Amounts = []*commission.AmountsInput{{Currency: "EUR", Floor: eur("2"), Cap: eur("1")}}
		}), commission.ErrOrder},
		"falling tiers": {rule(func(r *commission.RuleInput) {
			r.Tiers = &commission.TiersInput{By: commission.MeasureLine, Tiers: []*commission.TierInput{{From: *eur("2")}, {From: *eur("2")}}}
		}), commission.ErrOrder},
		"unknown currency": {rule(func(r *commission.RuleInput) { r.Amounts = []*commission.AmountsInput{{Currency: "ZZZ"}} }), money.ErrCurrency},
	} {
		_, err := w.App.Commissions.Save(t.Context(), olga.Actor, c.in)
		require.ErrorIs(t, err, c.err, name)
	}
	_, err := w.App.Commissions.Get(t.Context(), "crs_nothing")
	require.ErrorIs(t, err, commission.ErrNotFound)
}

// Two people have a draft open: the second who saves is told, and replaces nothing.
func TestSave_replaces_only_what_was_seen(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga := w.OperatorWith(identity.OperatorFinance)
		save := func(in commission.SaveInput, rate int) (*commission.Ruleset, error) {
			in.Rules = []*commission.RuleInput{{Name: "All", BasisPoints: rate}}
			return w.App.Commissions.Save(t.Context(), olga.Actor, in)
		}
		draft, err := save(commission.SaveInput{}, 1000)
		require.NoError(t, err)
		seen := draft.Revision
		var people sync.WaitGroup
		errs := make([]error, 4)
		for i := range errs {
			people.Go(func() { _, errs[i] = save(commission.SaveInput{ID: &draft.ID, Revision: &seen}, 1100+i) })
		}
		people.Wait()
		saved := slices.Index(errs, nil)
		require.NotEqual(t, -1, saved)
		for i, err := range errs {
			if i != saved {
				require.ErrorIs(t, err, commission.ErrRevision)
			}
		}
		now, err := w.App.Commissions.Get(t.Context(), draft.ID)
		require.NoError(t, err)
		require.Equal(t, seen+1, now.Revision)
		require.EqualValues(t, 1100+saved, now.Rules[0].BasisPoints)
		last, err := save(commission.SaveInput{ID: &draft.ID}, 1300)
		require.NoError(t, err, "whoever names no revision replaces what is there")
		require.Equal(t, now.Revision+1, last.Revision)
	})
}
