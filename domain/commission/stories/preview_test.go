package stories_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/internal/testkit"
)

// planOf makes a plan with a monthly fee.
func planOf(t *testing.T, w *testkit.World, by *testkit.Person, name, monthly string) plan.ID {
	t.Helper()
	made, err := w.App.Plans.Create(t.Context(), by.Actor, plan.CreateInput{Name: name})
	require.NoError(t, err)
	p, err := w.App.Plans.Publish(t.Context(), by.Actor, plan.PublishInput{
		PlanID: made.ID, Reason: "Test.", Fees: []*plan.FeeInput{{Monthly: money.Input{Amount: monthly, CurrencyCode: "EUR"}}},
	})
	require.NoError(t, err)
	require.NoError(t, approve(t, w, w.OperatorWith(identity.OperatorFinance), p))
	return made.ID
}

func TestPreviewPlan_charges_the_last_orders_again_on_both_plans(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Commissions
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, flour, bowl := mill.Product("Tea", "10.00", 100), mill.Product("Flour", "2.00", 100), kiln.Product("Bowl", "30.00", 100)
		alice, olga := w.Buyer("Alice"), w.OperatorWith(identity.OperatorFinance)
		plus, launch := planOf(t, w, olga, "Plus", "30.00"), planOf(t, w, olga, "Launch", "5.00")
		r, err := s.Save(ctx, olga.Actor, commission.SaveInput{Rules: []*commission.RuleInput{
			{Name: "Plus", BasisPoints: 900, VATBasisPoints: new(2000), When: &commission.ConditionInput{PlanIDs: []plan.ID{plus}}},
			{Name: "Launch", BasisPoints: 500, VATBasisPoints: new(2000), When: &commission.ConditionInput{PlanIDs: []plan.ID{launch}}},
			{Name: "All", BasisPoints: 1200},
		}})
		require.NoError(t, err)
		in := w.Clock.Now().Add(time.Hour)
		p, err := s.Publish(ctx, olga.Actor, commission.PublishInput{RulesetID: r.ID, EffectiveFrom: in, Reason: "Test."})
		require.NoError(t, err)
		require.NoError(t, approve(t, w, w.OperatorWith(identity.OperatorFinance), p))
		_, err = w.App.Plans.Assign(ctx, olga.Actor, plan.AssignInput{SellerID: id.Any(mill.ID), PlanID: &plus, Reason: "Test."})
		require.NoError(t, err)

		old := alice.Buys(flour.Times(1))
		w.Advance(60 * 24 * time.Hour)
		alice = alice.SignsInAgain()
		alice.Buys(tea.Times(2), bowl.Times(1))
		alice.Buys(flour.Times(3))
		alice.Orders(tea.Times(5)) // not paid
		w.Advance(time.Hour)

		at := w.Clock.Now().AddDate(0, 1, 0)
		preview := func(to *plan.ID, days int64) (*commission.Preview, error) {
			return s.PreviewPlan(ctx, commission.PreviewInput{SellerID: mill.ID, PlanID: to, EffectiveAt: &at, Days: &days})
		}
		found, err := preview(&launch, 30)
		require.NoError(t, err)
		require.Equal(t, plus, found.PlanBefore.ID)
		require.Equal(t, launch, found.PlanAfter.ID)
		require.EqualValues(t, 3000, found.MonthlyBefore.Minor)
		require.EqualValues(t, 500, found.MonthlyAfter.Minor)
		require.EqualValues(t, 2, found.OrderCount)
		require.False(t, found.IsCut)
		require.Len(t, found.Totals, 1, "and nothing of Kiln")
		total := found.Totals[0]
		require.EqualValues(t, 2600, total.Sales().Minor)
		require.EqualValues(t, 180+54, total.CommissionBefore().Minor)
		require.EqualValues(t, 100+30, total.CommissionAfter().Minor)
		require.EqualValues(t, 36+11, total.VATBefore().Minor)
		require.EqualValues(t, 20+6, total.VATAfter().Minor)
		require.EqualValues(t, 2600-234-47, total.ShareBefore().Minor)
		require.EqualValues(t, 2600-130-26, total.ShareAfter().Minor)
		require.Equal(t, total.ShareAfter().Minor-total.ShareBefore().Minor, total.ShareDifference().Minor)
		require.EqualValues(t, -104, total.CommissionDifference().Minor)
		require.EqualValues(t, -21, total.VATDifference().Minor)
		require.Len(t, found.BiggestChanges, 2)
		require.EqualValues(t, -80, found.BiggestChanges[0].CommissionDifference().Minor, "the largest first")

		longer, err := preview(nil, 90)
		require.NoError(t, err)
		require.Nil(t, longer.PlanAfter)
		require.EqualValues(t, 3, longer.OrderCount)
		require.EqualValues(t, 240+72+24, longer.Totals[0].CommissionAfter().Minor)
		require.Zero(t, longer.Totals[0].VATAfter().Minor)
		require.NotZero(t, alice.Order(old.ID).SellerOrders[0].CommissionMinor, "the books are as they were")

		for name, c := range map[string]struct {
			in   commission.PreviewInput
			want error
		}{
			"nobody":       {commission.PreviewInput{SellerID: "sel_nothing"}, plan.ErrSellerNotFound},
			"no such plan": {commission.PreviewInput{SellerID: mill.ID, PlanID: new(plan.ID)}, plan.ErrNotFound},
			"the past":     {commission.PreviewInput{SellerID: mill.ID, EffectiveAt: &old.PlacedAt}, plan.ErrDate},
			"too far back": {commission.PreviewInput{SellerID: mill.ID, Days: days(91)}, commission.ErrNumber},
			"no days":      {commission.PreviewInput{SellerID: mill.ID, Days: days(0)}, commission.ErrNumber},
		} {
			_, err := s.PreviewPlan(ctx, c.in)
			require.ErrorIs(t, err, c.want, name)
		}
	})
}

func days(n int64) *int64 { return &n }
