package stories_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/internal/testkit"
)

// free makes a plan that costs nothing.
func free(t *testing.T, w *testkit.World, by *testkit.Person, name string) plan.ID {
	t.Helper()
	made, err := w.App.Plans.Create(t.Context(), by.Actor, plan.CreateInput{Name: name})
	require.NoError(t, err)
	asked, err := w.App.Plans.Publish(t.Context(), by.Actor, plan.PublishInput{PlanID: made.ID, Reason: "Test."})
	require.NoError(t, err)
	second := w.OperatorWith(identity.OperatorFinance)
	_, err = w.App.Approvals.Approve(t.Context(), second.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(t, err)
	return made.ID
}

func TestCancel_takes_a_change_back_until_it_begins(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Plans
		mill, olga := w.Seller("Mill"), w.OperatorWith(identity.OperatorFinance)
		basic, large := free(t, w, olga, "Basic"), free(t, w, olga, "Large")
		assign := func(to plan.ID, in time.Duration) *plan.Assignment {
			at := w.Clock.Now().Add(in)
			a, err := s.Assign(ctx, olga.Actor, plan.AssignInput{SellerID: id.Any(mill.ID), PlanID: &to, EffectiveAt: &at, Reason: "They grow."})
			require.NoError(t, err)
			return a
		}
		now, later := assign(basic, 0), assign(large, time.Hour)
		standing := func() *plan.Standing {
			found, err := s.StandingOf(ctx, id.Any(mill.ID))
			require.NoError(t, err)
			return found
		}
		require.EqualValues(t, 2, standing().ChangeCount)

		_, err := s.CancelAssignment(ctx, olga.Actor, plan.CancelInput{AssignmentID: now.ID})
		require.ErrorIs(t, err, plan.ErrBegun)
		_, err = s.CancelAssignment(ctx, olga.Actor, plan.CancelInput{AssignmentID: "pas_nothing"})
		require.ErrorIs(t, err, plan.ErrAssignmentNotFound)
		require.EqualValues(t, 2, standing().ChangeCount, "what was refused has changed nothing")

		for range 2 {
			cancelled, err := s.CancelAssignment(ctx, olga.Actor, plan.CancelInput{AssignmentID: later.ID})
			require.NoError(t, err, "twice is as once")
			require.Equal(t, id.Any(olga.Account), *cancelled.CancelledBy)
		}
		after := standing()
		require.EqualValues(t, 3, after.ChangeCount)
		require.Len(t, after.Assignments, 1, "it never begins")
		require.Len(t, after.Changes, 2, "and can still be read")
		require.NotNil(t, after.Changes[0].CancelledAt)
		w.Advance(2 * time.Hour)
		require.Equal(t, basic, standing().Plan.ID)
		on, err := s.OnByIDs(ctx, []id.Any{id.Any(mill.ID)})
		require.NoError(t, err)
		require.Equal(t, basic, on[id.Any(mill.ID)][0].ID)

		begun := assign(large, time.Hour)
		w.Advance(time.Hour)
		_, err = s.CancelAssignment(ctx, olga.Actor, plan.CancelInput{AssignmentID: begun.ID})
		require.ErrorIs(t, err, plan.ErrBegun, "at the instant itself it holds")
		require.Equal(t, large, standing().Plan.ID)
	})
}

func TestAssign_once_for_a_key_and_not_over_what_nobody_has_seen(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ctx, s := t.Context(), w.App.Plans
		mill, olga := w.Seller("Mill"), w.OperatorWith(identity.OperatorFinance)
		basic := free(t, w, olga, "Basic")
		seen, at := int64(0), w.Clock.Now().Add(time.Hour)
		assign := func(key string, seen *int64, reason string) (*plan.Assignment, error) {
			return s.Assign(ctx, olga.Actor, plan.AssignInput{
				SellerID: id.Any(mill.ID), PlanID: &basic, EffectiveAt: &at, Reason: reason, ChangeCount: seen, IdempotencyKey: &key,
			})
		}
		const sides = 8
		made, errs := [sides]*plan.Assignment{}, [sides]error{}
		var wg sync.WaitGroup
		for i := range sides {
			wg.Go(func() { made[i], errs[i] = assign("one", &seen, "They grow.") })
		}
		wg.Wait()
		for i := range sides {
			require.NoError(t, errs[i])
			require.Equal(t, made[0].ID, made[i].ID)
		}
		_, err := assign("one", &seen, "Another reason.")
		require.ErrorIs(t, err, idempotency.ErrReused)
		_, err = assign("", &seen, "They grow.")
		require.ErrorIs(t, err, idempotency.ErrKey)

		// Several decide at once, who have all seen the same: one of them does.
		seen = 1
		for i := range sides {
			wg.Go(func() { made[i], errs[i] = assign(fmt.Sprint("key ", i), &seen, "They grow.") })
		}
		wg.Wait()
		done := 0
		for i := range sides {
			if errs[i] == nil {
				done++
				continue
			}
			require.ErrorIs(t, errs[i], plan.ErrChanged)
		}
		require.Equal(t, 1, done)
		found, err := s.StandingOf(ctx, id.Any(mill.ID))
		require.NoError(t, err)
		require.Len(t, found.Assignments, 2)
	})
}

// A version that is to come is one that sellers are charged by: nobody is put on a plan that
// is going to cost nothing only because it has no fees in their currency.
func TestAssign_a_plan_whose_next_version_has_no_fees_in_the_currency(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, olga, otto := w.Seller("Mill"), w.OperatorWith(identity.OperatorFinance), w.OperatorWith(identity.OperatorFinance)
		basic, from := free(t, w, olga, "Basic"), w.Clock.Now().Add(time.Hour)
		asked, err := w.App.Plans.Publish(t.Context(), olga.Actor, plan.PublishInput{
			PlanID: basic, Fees: []*plan.FeeInput{{Monthly: money.Input{Amount: "9.00", CurrencyCode: "USD"}}}, EffectiveFrom: &from, Reason: "Test.",
		})
		require.NoError(t, err)
		_, err = w.App.Approvals.Approve(t.Context(), otto.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
		require.NoError(t, err)
		for _, at := range []time.Time{w.Clock.Now(), from, from.Add(time.Hour)} {
			_, err = w.App.Plans.Assign(t.Context(), olga.Actor, plan.AssignInput{SellerID: id.Any(mill.ID), PlanID: &basic, EffectiveAt: &at, Reason: "They grow."})
			require.ErrorIs(t, err, plan.ErrCurrency, at)
		}
		found, err := w.App.Plans.StandingOf(t.Context(), id.Any(mill.ID))
		require.NoError(t, err)
		require.Empty(t, found.Changes)
	})
}
