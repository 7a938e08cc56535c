package charge_test

import (
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/charge"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

func monthly(amount string) []*plan.FeeInput { return []*plan.FeeInput{{Monthly: eur(amount)}} }

// A month is charged once, after it has ended, by days, whoever asks how often;
// months that nobody charged in time are charged one by one.
func TestBill_charges_each_month_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		basic := m.plan("Basic", plan.PublishInput{Fees: monthly("31.00"), VATBasisPoints: ptr[int64](1900), TrialDays: ptr[int64](2)})
		m.assigns(basic) // on 5 March
		m.Advance(10 * day)
		require.NoError(t, m.App.Charges.Bill(t.Context()))
		require.Empty(t, m.all(), "the month has not ended")
		m.Clock.Advance(70 * day) // into May, and nobody has looked
		var wg sync.WaitGroup
		for range 6 {
			wg.Go(func() {
				if err := m.App.Charges.Bill(t.Context()); err != nil {
					t.Errorf("bill: %v", err)
				}
			})
		}
		wg.Wait()
		list := m.all()
		require.Len(t, list, 2)
		march, april := list[1], list[0]
		require.Equal(t, charge.Subscription, march.Purpose)
		require.Equal(t, "2035-03", march.Reference)
		require.EqualValues(t, 2400, march.NetMinor, "24 of 31 days at 1.00: from the 8th on")
		require.EqualValues(t, 456, march.VATMinor)
		require.EqualValues(t, 3100, april.NetMinor)
		require.Nil(t, april.CreatedBy)
		m.Settle()
		m.Verified()
	})
}

// Another version holds from its instant; those who were assigned before are on
// it then. A currency that sellers pay in cannot be lost.
func TestPublish_another_version(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		basic := m.plan("Basic", plan.PublishInput{Fees: monthly("30.00")})
		m.assigns(basic)
		from := time.Date(2035, 4, 16, 0, 0, 0, 0, time.UTC)
		m.publishes(plan.PublishInput{PlanID: basic.ID, Fees: monthly("60.00"), EffectiveFrom: &from})
		m.until("2035-05-02")
		var net []int64
		for _, c := range m.all() {
			net = append(net, c.NetMinor)
		}
		require.ElementsMatch(t, []int64{2516, 1500, 3000}, net, "26 of 31 days; then two times 15 of 30")

		in := plan.PublishInput{PlanID: basic.ID, Fees: []*plan.FeeInput{}, Reason: "None"}
		_, err := m.App.Plans.Publish(ctx, m.olga.Actor, in)
		require.NoError(t, err, "free of charge for everybody")
		in.Fees = []*plan.FeeInput{{Monthly: eur("1.00")}}
		past := m.Clock.Now().Add(-time.Second)
		in.EffectiveFrom = &past
		_, err = m.App.Plans.Publish(ctx, m.olga.Actor, in)
		require.ErrorIs(t, err, plan.ErrDate)
		in.EffectiveFrom = &from
		_, err = m.App.Plans.Publish(ctx, m.olga.Actor, in)
		require.ErrorIs(t, err, plan.ErrDate, "that has passed, and is taken")
		dollars := plan.PublishInput{PlanID: basic.ID, Fees: []*plan.FeeInput{{Monthly: eur("1.00")}}, Reason: "Dollars"}
		dollars.Fees[0].Monthly.CurrencyCode = "USD"
		_, err = m.App.Plans.Publish(ctx, m.olga.Actor, dollars)
		require.ErrorIs(t, err, plan.ErrTerms)
	})
}

// The plan that a seller is on at the capture says when the money is released, where neither
// their tier nor their own policy does; what was captured before keeps its terms.
func TestPlan_decides_when_money_is_released(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		terms := func() payout.Terms {
			t.Helper()
			m.Advance(time.Second)
			o := m.alice.Buys(m.tea.Times(1))
			found, err := m.App.Payouts.FindReleases(ctx, m.mill.Actor, payout.Filter{}, page.First(100))
			require.NoError(t, err)
			for _, r := range found.Nodes {
				if r.OrderID == o.ID {
					return r.Terms
				}
			}
			require.Fail(t, "no release")
			return payout.Terms{}
		}
		platform := terms()
		fast := m.plan("Fast", plan.PublishInput{HoldDays: ptr[int64](3), ReserveBasisPoints: ptr[int64](500), ReserveDays: ptr[int64](10)})
		require.Equal(t, platform, terms(), "nobody is on it")
		m.assigns(fast)
		bought := terms()
		require.EqualValues(t, 3*24*3600, *bought.HoldSeconds)
		require.EqualValues(t, 500, bought.ReserveBasisPoints)
		require.EqualValues(t, 10*24*3600, bought.ReserveSeconds)

		watched := risk.TierWatched
		_, err := m.App.Risk.Set(ctx, m.olga.Actor, risk.SetInput{SellerID: m.mill.ID, Tier: &watched, Reason: "Too many disputes."})
		require.NoError(t, err)
		tiered := terms()
		require.EqualValues(t, 1000, tiered.ReserveBasisPoints, "the tier comes before the plan")
		require.Equal(t, bought.HoldSeconds, tiered.HoldSeconds, "what it leaves out is as the plan has it")
		_, err = m.App.Payouts.SetPolicy(ctx, m.olga.Actor, payout.PolicyInput{SellerID: m.mill.ID, HoldDays: ptr[int64](7), Reason: "As agreed."})
		require.NoError(t, err)
		require.EqualValues(t, 7*24*3600, *terms().HoldSeconds, "the seller's own policy comes before both")

		m.assigns(nil)
		require.EqualValues(t, 1000, terms().ReserveBasisPoints)
		m.Settle()
		m.Verified()
	})
}

func TestPlan_refuses(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx, s := t.Context(), m.App.Plans
		basic := m.plan("Basic", plan.PublishInput{Fees: monthly("30.00")})
		_, err := s.Create(ctx, m.olga.Actor, plan.CreateInput{Name: "BASIC"})
		require.ErrorIs(t, err, plan.ErrNameTaken)
		for name, change := range map[string]func(in *plan.PublishInput){
			"a fee below zero": func(in *plan.PublishInput) { in.Fees = monthly("-1.00") },
			"one currency twice": func(in *plan.PublishInput) {
				in.Fees = []*plan.FeeInput{{Monthly: eur("1.00")}, {Monthly: eur("2.00")}}
			},
			"no offers":                     func(in *plan.PublishInput) { in.OffersMax = ptr[int64](0) },
			"no seats":                      func(in *plan.PublishInput) { in.SeatsMax = ptr[int64](0) },
			"a long trial":                  func(in *plan.PublishInput) { in.TrialDays = ptr[int64](367) },
			"VAT":                           func(in *plan.PublishInput) { in.VATBasisPoints = ptr[int64](10_001) },
			"a long hold":                   func(in *plan.PublishInput) { in.HoldDays = ptr[int64](91) },
			"a hold below zero":             func(in *plan.PublishInput) { in.HoldDays = ptr[int64](-1) },
			"a large reserve":               func(in *plan.PublishInput) { in.ReserveBasisPoints = ptr[int64](5_001) },
			"a reserve for no time":         func(in *plan.PublishInput) { in.ReserveDays = ptr[int64](0) },
			"hold and reserve for too long": func(in *plan.PublishInput) { in.HoldDays, in.ReserveDays = ptr[int64](60), ptr[int64](31) },
		} {
			in := plan.PublishInput{PlanID: basic.ID, Reason: "R."}
			change(&in)
			_, err := s.Publish(ctx, m.olga.Actor, in)
			require.ErrorIs(t, err, plan.ErrTerms, name)
		}
		_, err = s.Publish(ctx, m.olga.Actor, plan.PublishInput{PlanID: "pln_x", Reason: "R."})
		require.ErrorIs(t, err, plan.ErrNotFound)
		_, err = s.Publish(ctx, m.mill.Actor, plan.PublishInput{PlanID: basic.ID, Reason: "R."})
		require.ErrorIs(t, err, approval.ErrForbidden)

		empty, err := s.Create(ctx, m.olga.Actor, plan.CreateInput{Name: "Empty"})
		require.NoError(t, err)
		mill := id.Any(m.mill.ID)
		past, far := m.Clock.Now().Add(-time.Second), m.Clock.Now().AddDate(1, 0, 1)
		_, err = s.Assign(ctx, m.olga.Actor, plan.AssignInput{SellerID: mill, PlanID: &empty.ID, Reason: "R."})
		require.ErrorIs(t, err, plan.ErrTerms, "it has no version")
		for _, when := range []time.Time{past, far} {
			_, err = s.Assign(ctx, m.olga.Actor, plan.AssignInput{SellerID: mill, PlanID: &basic.ID, EffectiveAt: &when, Reason: "R."})
			require.ErrorIs(t, err, plan.ErrDate)
		}
		_, err = s.Assign(ctx, m.olga.Actor, plan.AssignInput{SellerID: "sel_x", PlanID: &basic.ID, Reason: "R."})
		require.ErrorIs(t, err, plan.ErrSellerNotFound)
		_, err = s.Archive(ctx, plan.ArchiveInput{PlanID: basic.ID})
		require.NoError(t, err)
		_, err = s.Assign(ctx, m.olga.Actor, plan.AssignInput{SellerID: mill, PlanID: &basic.ID, Reason: "R."})
		require.ErrorIs(t, err, plan.ErrArchived)
	})
}

// The last place of a plan is given once, and the fault says which plan it is.
// What pauses makes room.
func TestList_the_limit_of_the_plan(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		m.assigns(m.plan("Small", plan.PublishInput{OffersMax: ptr[int64](2)})) // the tea is one of them
		drafts := make([]*testkit.Product, 5)
		for i := range drafts {
			drafts[i] = m.mill.Draft("Cup", "3.00", 5)
		}
		var mu sync.Mutex
		var published []*testkit.Product
		var wg sync.WaitGroup
		for _, d := range drafts {
			wg.Go(func() {
				_, err := m.App.Catalog.Publish(ctx, m.mill.ID, d.ID)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					published = append(published, d)
				} else {
					require.ErrorIs(t, err, plan.ErrOffers)
					require.ErrorContains(t, err, "Small")
				}
			})
		}
		wg.Wait()
		require.Len(t, published, 1)

		paused, active := catalog.OfferPaused, catalog.OfferActive
		_, err := m.App.Catalog.UpdateOffer(ctx, m.mill.ID, catalog.OfferUpdateInput{ID: published[0].Offer, Status: &paused})
		require.NoError(t, err)
		other := drafts[0]
		if other == published[0] {
			other = drafts[1]
		}
		_, err = m.App.Catalog.Publish(ctx, m.mill.ID, other.ID)
		require.NoError(t, err)
		_, err = m.App.Catalog.UpdateOffer(ctx, m.mill.ID, catalog.OfferUpdateInput{ID: published[0].Offer, Status: &active})
		require.ErrorIs(t, err, plan.ErrOffers)
		m.assigns(nil)
		_, err = m.App.Catalog.UpdateOffer(ctx, m.mill.ID, catalog.OfferUpdateInput{ID: published[0].Offer, Status: &active})
		require.NoError(t, err)
	})
}

// A listing is charged once for each offer, beyond the free ones, however often it
// is published and news of it come.
func TestList_is_charged_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		fees := []*plan.FeeInput{{Monthly: eur("0.00"), Listing: ptr(eur("0.50"))}}
		m.assigns(m.plan("Listings", plan.PublishInput{Fees: fees, FreeListings: ptr[int64](2), VATBasisPoints: ptr[int64](2000)}))
		m.mill.Product("Free", "3.00", 5) // the second, with the tea
		cup := m.mill.Product("Cup", "3.00", 5)
		for range 2 {
			_, err := m.App.Catalog.Archive(ctx, m.mill.ID, cup.ID)
			require.NoError(t, err)
			_, err = m.App.Catalog.Publish(ctx, m.mill.ID, cup.ID)
			require.NoError(t, err)
		}
		m.Settle()
		list := m.all()
		require.Len(t, list, 1)
		require.Equal(t, charge.Listing, list[0].Purpose)
		require.EqualValues(t, 60, list[0].Gross().Minor)
		require.Equal(t, string(cup.Offer), list[0].Reference)
		m.sells(1)
		require.EqualValues(t, 1740, m.received())
		m.Balanced()
	})
}

// The seats of a plan are members and open invitations.
func TestInvite_the_limit_of_the_plan(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.assigns(m.plan("Two", plan.PublishInput{SeatsMax: ptr[int64](2)}))
		invited := m.mill.Invites("bob@example.org", seller.Charge{Role: seller.RoleSupport})
		_, err := m.App.Sellers.Invite(t.Context(), m.mill.Actor, seller.InviteInput{Email: "eve@example.org", Role: seller.RoleSupport})
		require.ErrorIs(t, err, plan.ErrSeats)
		require.ErrorContains(t, err, "Two")
		_, err = m.App.Sellers.Revoke(t.Context(), m.mill.Actor, seller.InvitationInput{InvitationID: invited.ID})
		require.NoError(t, err)
		m.mill.Invites("eve@example.org", seller.Charge{Role: seller.RoleSupport})
	})
}

// A plan is a condition of the commission, as it was when the order was placed;
// so simulations find it again.
func TestCommission_of_a_plan(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		ctx := t.Context()
		gold := m.plan("Gold", plan.PublishInput{})
		draft, err := m.App.Commissions.Save(ctx, m.olga.Actor, commission.SaveInput{Rules: []*commission.RuleInput{
			{Name: "Gold", BasisPoints: 500, When: &commission.ConditionInput{PlanIDs: []plan.ID{gold.ID}}},
			{Name: "Others", BasisPoints: 2000},
		}})
		require.NoError(t, err)
		asked, err := m.App.Commissions.Publish(ctx, m.olga.Actor, commission.PublishInput{
			RulesetID: draft.ID, EffectiveFrom: m.Clock.Now().Add(time.Hour), Reason: "R.",
		})
		require.NoError(t, err)
		require.NoError(t, m.approves(asked))
		m.Advance(time.Hour)
		before := m.alice.Buys(m.tea.Times(1))
		m.Advance(time.Hour)
		m.assigns(gold)
		after := m.alice.Buys(m.tea.Times(1))
		require.EqualValues(t, 400, before.SellerOrders[0].CommissionMinor)
		require.EqualValues(t, 100, after.SellerOrders[0].CommissionMinor)
		require.Equal(t, string(gold.ID), after.SellerOrders[0].Lines[0].Reckoning.Facts.PlanID)

		begun, err := m.App.Commissions.Simulate(ctx, m.olga.Actor, commission.SimulateInput{
			RulesetID: draft.ID, PaidFrom: before.PlacedAt, PaidBefore: m.Clock.Now().Add(time.Hour),
		})
		require.NoError(t, err)
		m.Settle()
		done, err := m.App.Commissions.Simulation(ctx, begun.ID)
		require.NoError(t, err)
		require.EqualValues(t, 500, done.Totals[0].BeforeMinor)
		require.EqualValues(t, 500, done.Totals[0].AfterMinor)
	})
}
