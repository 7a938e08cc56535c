package operator_test

import (
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/operator"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

func approve(t *testing.T, w *testkit.World, by *testkit.Person, p *approval.Proposal) error {
	t.Helper()
	_, err := w.App.Approvals.Approve(t.Context(), by.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	return err
}

func admins(t *testing.T, w *testkit.World) int {
	t.Helper()
	admin := identity.OperatorAdmin
	found, err := w.App.Operators.Find(t.Context(), operator.Filter{Role: &admin}, page.First(100))
	require.NoError(t, err)
	return len(found.Nodes)
}

func TestSetRole_takes_effect_with_the_next_request(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, otto, fin := w.Operator(), w.Operator(), w.OperatorWith(identity.OperatorFinance)
		asked, err := w.App.Operators.SetRole(t.Context(), olga.Actor, operator.RoleSetInput{AccountID: fin.Account, Role: identity.OperatorAuditor, Reason: "R."})
		require.NoError(t, err)
		require.Equal(t, identity.OperatorFinance, asked.Operator.Role, "not yet")
		require.ErrorIs(t, approve(t, w, olga, asked.Proposal), approval.ErrOwn)
		require.NoError(t, approve(t, w, otto, asked.Proposal))
		who, err := w.App.Sellers.Actor(t.Context(), fin.Token, seller.ActAsOperator)
		require.NoError(t, err)
		require.Equal(t, actor.Role("operator:auditor"), who.Role)

		asked, err = w.App.Operators.Remove(t.Context(), olga.Actor, operator.RemoveInput{AccountID: fin.Account, Reason: "R."})
		require.NoError(t, err)
		require.NoError(t, approve(t, w, otto, asked.Proposal))
		_, err = w.App.Sellers.Actor(t.Context(), fin.Token, seller.ActAsOperator)
		require.ErrorIs(t, err, seller.ErrNotOperator)
		_, err = w.App.Operators.Remove(t.Context(), olga.Actor, operator.RemoveInput{AccountID: fin.Account, Reason: "R."})
		require.ErrorIs(t, err, operator.ErrNotFound)
	})
}

func TestSetRole_refuses(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, fin, alice := w.Operator(), w.OperatorWith(identity.OperatorFinance), w.Buyer("Alice")
		for _, c := range []struct {
			by   *testkit.Person
			in   operator.RoleSetInput
			want error
		}{
			{olga, operator.RoleSetInput{AccountID: fin.Account, Role: "KING", Reason: "R."}, identity.ErrOperatorRole},
			{olga, operator.RoleSetInput{AccountID: fin.Account, Role: identity.OperatorFinance, Reason: "R."}, operator.ErrSameRole},
			{olga, operator.RoleSetInput{AccountID: alice.Account, Role: identity.OperatorAdmin, Reason: "R."}, operator.ErrNotFound},
			{olga, operator.RoleSetInput{AccountID: "acc_x", Role: identity.OperatorAdmin, Reason: "R."}, operator.ErrNotFound},
			{olga, operator.RoleSetInput{AccountID: olga.Account, Role: identity.OperatorFinance, Reason: "R."}, operator.ErrLastAdmin},
			{fin, operator.RoleSetInput{AccountID: fin.Account, Role: identity.OperatorAdmin, Reason: "R."}, approval.ErrForbidden},
			{alice, operator.RoleSetInput{AccountID: fin.Account, Role: identity.OperatorAdmin, Reason: "R."}, approval.ErrForbidden},
		} {
			_, err := w.App.Operators.SetRole(t.Context(), c.by.Actor, c.in)
			require.ErrorIs(t, err, c.want, "%+v", c.in)
		}
	})
}

// Of administrators who remove one another at the same time, one stays.
func TestRemove_leaves_an_administrator(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		all := []*testkit.Person{w.Operator(), w.Operator(), w.Operator()}
		var proposals []*approval.Proposal
		for i := range all { // each proposes the next one
			asked, err := w.App.Operators.Remove(t.Context(), all[i].Actor, operator.RemoveInput{AccountID: all[(i+1)%3].Account, Reason: "R."})
			require.NoError(t, err)
			proposals = append(proposals, asked.Proposal)
		}
		var group sync.WaitGroup
		for i, p := range proposals { // and the one after that approves
			group.Go(func() {
				_, _ = w.App.Approvals.Approve(t.Context(), all[(i+2)%3].Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
			})
		}
		group.Wait()
		require.Positive(t, admins(t, w))
		require.Less(t, admins(t, w), 3, "at least the first was removed")
	})
}

func TestOff_leaves_an_administrator_too(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, fin := w.Operator(), w.OperatorWith(identity.OperatorFinance)
		asked, err := w.App.Operators.SetRole(t.Context(), olga.Actor, operator.RoleSetInput{AccountID: fin.Account, Role: identity.OperatorAuditor, Reason: "R."})
		require.NoError(t, err)
		require.Equal(t, approval.StatusApproved, asked.Proposal.Status)
		require.Equal(t, identity.OperatorAuditor, asked.Operator.Role)
		_, err = w.App.Operators.Remove(t.Context(), olga.Actor, operator.RemoveInput{AccountID: olga.Account, Reason: "R."})
		require.ErrorIs(t, err, operator.ErrLastAdmin)
	}, testkit.Setting("FOUR_EYES", "off"))
}

func TestRemove_a_disabled_admin_does_not_count(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, away := w.Operator(), w.Operator()
		w.Clock.Advance(identity.OperatorIdleMax - time.Hour)
		olga = olga.SignsInAgain()
		w.Clock.Advance(2 * time.Hour)
		require.NoError(t, w.App.Identity.ReviewOperators(t.Context()))
		require.Equal(t, 2, admins(t, w), "one of them may not act")

		leaves := operator.RemoveInput{AccountID: olga.Account, Reason: "R."}
		_, err := w.App.Operators.Remove(t.Context(), olga.Actor, leaves)
		require.ErrorIs(t, err, operator.ErrLastAdmin)
		_, err = w.App.Operators.SetRole(t.Context(), olga.Actor,
			operator.RoleSetInput{AccountID: olga.Account, Role: identity.OperatorFinance, Reason: "R."})
		require.ErrorIs(t, err, operator.ErrLastAdmin)

		_, err = w.App.Identity.EnableOperator(t.Context(), away.Email)
		require.NoError(t, err)
		_, err = w.App.Operators.Remove(t.Context(), olga.Actor, leaves)
		require.NoError(t, err)
		_, err = w.App.Operators.Remove(t.Context(), away.Actor, operator.RemoveInput{AccountID: away.Account, Reason: "R."})
		require.ErrorIs(t, err, operator.ErrLastAdmin)
	}, testkit.Setting("FOUR_EYES", "off"))
}

// What is proposed is told to those who may approve, and to nobody else.
func TestProposal_mail(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	olga, otto, fin := w.Operator(), w.Operator(), w.OperatorWith(identity.OperatorFinance)
	asked, err := w.App.Operators.Remove(t.Context(), olga.Actor, operator.RemoveInput{AccountID: fin.Account, Reason: "A secret reason."})
	require.NoError(t, err)
	w.Settle()
	var to []string
	for _, m := range w.App.CaughtMail() {
		to = append(to, m.To)
		require.NotContains(t, m.Text, "A secret reason.")
	}
	require.Equal(t, []string{otto.Email}, to)
	_, err = w.App.Approvals.Reject(t.Context(), otto.Actor, approval.RejectInput{ID: asked.Proposal.ID, Note: "Too early."})
	require.NoError(t, err)
	w.Settle()
	require.Equal(t, olga.Email, w.App.CaughtMail()[0].To)
	require.Contains(t, w.App.CaughtMail()[0].Text, "Too early.")
}

// setRole lets one administrator propose and the other approve.
func setRole(t *testing.T, w *testkit.World, admins [2]*testkit.Person, of *testkit.Person, role identity.OperatorRole) {
	t.Helper()
	asked, err := w.App.Operators.SetRole(t.Context(), admins[0].Actor, operator.RoleSetInput{AccountID: of.Account, Role: role, Reason: "R."})
	require.NoError(t, err)
	require.NoError(t, approve(t, w, admins[1], asked.Proposal))
}
