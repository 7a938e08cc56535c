package operator_test

import (
	"strings"
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

// asks proposes to invite an address as an auditor.
func asks(t *testing.T, w *testkit.World, by *testkit.Person, email string) *operator.Invited {
	t.Helper()
	asked, err := w.App.Operators.Invite(t.Context(), by.Actor, operator.InviteInput{Email: email, Role: identity.OperatorAuditor, Reason: "A new colleague."})
	require.NoError(t, err)
	return asked
}

// invites has two persons invite an address, and returns the token of the mail.
func invites(t *testing.T, w *testkit.World, by [2]*testkit.Person, email string) (*operator.Invitation, operator.InvitationToken) {
	t.Helper()
	asked := asks(t, w, by[0], email)
	require.NoError(t, approve(t, w, by[1], asked.Proposal))
	w.Settle()
	return asked.Invitation, mailed(t, w, email)
}

// mailed is the token of the newest invitation that went to an address; empty for
// none.
func mailed(t *testing.T, w *testkit.World, email string) operator.InvitationToken {
	t.Helper()
	for _, m := range w.App.CaughtMail() {
		_, token, found := strings.Cut(m.Text, "/account/operator-invitation#")
		if m.To == email && found {
			return operator.InvitationToken(strings.Fields(token)[0])
		}
	}
	return ""
}

func state(t *testing.T, w *testkit.World, invitationID operator.InvitationID) operator.InvitationState {
	t.Helper()
	found, err := w.App.Operators.Invitations(t.Context(), operator.InvitationFilter{}, page.First(100))
	require.NoError(t, err)
	for _, i := range found.Nodes {
		if i.ID == invitationID {
			return i.State
		}
	}
	return ""
}

func accepts(t *testing.T, w *testkit.World, p *testkit.Person, token operator.InvitationToken) error {
	t.Helper()
	_, err := w.App.Operators.Accept(t.Context(), p.Actor, operator.TokenInput{Token: token})
	return err
}

func TestOperatorInvite_needs_two_persons(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, otto, fin, alice := w.Operator(), w.Operator(), w.OperatorWith(identity.OperatorFinance), w.Buyer("Alice")
		asked := asks(t, w, olga, alice.Email)
		require.Equal(t, operator.InvitationProposed, asked.Invitation.State)
		w.Settle()
		require.Empty(t, mailed(t, w, alice.Email), "nothing is mailed yet")
		require.NotContains(t, asked.Proposal.Payload, alice.Email, "what is kept of the decision is masked")
		require.ErrorIs(t, approve(t, w, olga, asked.Proposal), approval.ErrOwn)
		require.ErrorIs(t, approve(t, w, fin, asked.Proposal), approval.ErrForbidden)
		_, err := w.App.Operators.Resend(t.Context(), olga.Actor, operator.InvitationInput{InvitationID: asked.Invitation.ID})
		require.ErrorIs(t, err, operator.ErrInvitationEnded, "nor sent without the second person")
		require.NoError(t, approve(t, w, otto, asked.Proposal))
		w.Settle()
		token := mailed(t, w, alice.Email)
		require.Regexp(t, `^etal_oiv_[\w-]{43}$`, token.Reveal())
		require.NotContains(t, []any{token.String(), token.GoString(), token.LogValue().String()}, token.Reveal())
		seen, err := w.App.Operators.Preview(t.Context(), token)
		require.NoError(t, err)
		require.Equal(t, identity.OperatorAuditor, seen.Role)
		require.True(t, strings.HasPrefix(seen.Email, "a…@"), seen.Email)

		require.NoError(t, accepts(t, w, alice, token))
		who, err := w.App.Sellers.Actor(t.Context(), alice.Token, seller.ActAsOperator)
		require.NoError(t, err)
		require.Equal(t, actor.Role("operator:auditor"), who.Role)
		require.Equal(t, operator.InvitationAccepted, state(t, w, asked.Invitation.ID))
		require.Len(t, recorded(t, w, olga, "operator.invited"), 1)
		joined := recorded(t, w, olga, "operator.joined")
		require.Len(t, joined, 1)
		require.Equal(t, string(alice.Account), string(joined[0].Subject))
		require.NotContains(t, joined[0].AfterText, alice.Email)
		require.Contains(t, w.App.CaughtMail()[0].Text+w.App.CaughtMail()[1].Text, "is an operator from now on")
	})
}

func TestOperatorInvite_refuses(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, otto, fin, alice := w.Operator(), w.Operator(), w.OperatorWith(identity.OperatorFinance), w.Buyer("Alice")
		for _, c := range []struct {
			by   *testkit.Person
			in   operator.InviteInput
			want error
		}{
			{olga, operator.InviteInput{Email: "x@example.org", Role: "KING", Reason: "R."}, identity.ErrOperatorRole},
			{olga, operator.InviteInput{Email: fin.Email, Role: identity.OperatorAdmin, Reason: "R."}, operator.ErrExists},
			{olga, operator.InviteInput{Email: strings.ToUpper(fin.Email), Role: identity.OperatorAdmin, Reason: "R."}, operator.ErrExists},
			{fin, operator.InviteInput{Email: "x@example.org", Role: identity.OperatorAdmin, Reason: "R."}, approval.ErrForbidden},
			{alice, operator.InviteInput{Email: "x@example.org", Role: identity.OperatorAdmin, Reason: "R."}, approval.ErrForbidden},
		} {
			_, err := w.App.Operators.Invite(t.Context(), c.by.Actor, c.in)
			require.ErrorIs(t, err, c.want, "%+v", c.in)
		}
		for _, bad := range []operator.InviteInput{
			{Email: "no address", Role: identity.OperatorAdmin, Reason: "R."},
			{Email: "a@b\x00.org", Role: identity.OperatorAdmin, Reason: "R."},
			{Email: "x@example.org", Role: identity.OperatorAdmin, Reason: " "},
		} {
			_, err := w.App.Operators.Invite(t.Context(), olga.Actor, bad)
			require.Error(t, err)
		}
		asked := asks(t, w, olga, "new@example.org")
		_, err := w.App.Operators.Invite(t.Context(), otto.Actor, operator.InviteInput{Email: "NEW@example.org", Role: identity.OperatorAdmin, Reason: "R."})
		require.ErrorIs(t, err, operator.ErrInvited, "not as something else while the first one waits")
		_, err = w.App.Operators.Revoke(t.Context(), otto.Actor, operator.InvitationInput{InvitationID: asked.Invitation.ID})
		require.NoError(t, err)
		require.ErrorIs(t, approve(t, w, otto, asked.Proposal), operator.ErrInvitationEnded, "what was taken back is not approved")
		_, err = w.App.Operators.Revoke(t.Context(), otto.Actor, operator.InvitationInput{InvitationID: "oiv_x"})
		require.ErrorIs(t, err, operator.ErrInvitationNotFound)
	})
}

func TestOperatorInvite_is_for_one_address(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, otto, alice, bob, guest := w.Operator(), w.Operator(), w.Buyer("Alice"), w.Buyer("Bob"), w.Guest()
		_, token := invites(t, w, [2]*testkit.Person{olga, otto}, alice.Email)
		for _, other := range []*testkit.Person{bob, guest, otto} {
			require.ErrorIs(t, accepts(t, w, other, token), operator.ErrInvitationAddress)
		}
		for _, bad := range []operator.InvitationToken{"", "etal_oiv_", token[:len(token)-1], token + "A", "etal_inv_" + token[9:], token + "\n", "\x00"} {
			require.ErrorIs(t, accepts(t, w, alice, bad), operator.ErrInvitationInvalid)
			_, err := w.App.Operators.Preview(t.Context(), bad)
			require.ErrorIs(t, err, operator.ErrInvitationInvalid)
		}
		require.NoError(t, accepts(t, w, alice, token))
	})
}

func TestOperatorInvite_is_used_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		by := [2]*testkit.Person{w.Operator(), w.Operator()}
		alice := w.Buyer("Alice")
		i, token := invites(t, w, by, alice.Email)
		errs := make([]error, 8)
		var wg sync.WaitGroup
		for n := range errs {
			wg.Go(func() { errs[n] = accepts(t, w, alice, token) })
		}
		wg.Wait()
		worked := 0
		for _, err := range errs {
			if err == nil {
				worked++
			} else {
				require.ErrorIs(t, err, operator.ErrInvitationInvalid)
			}
		}
		require.Equal(t, 1, worked)
		require.ErrorIs(t, w.App.Operators.Decline(t.Context(), actor.Actor{}, operator.TokenInput{Token: token}), operator.ErrInvitationInvalid)
		_, err := w.App.Operators.Revoke(t.Context(), by[0].Actor, operator.InvitationInput{InvitationID: i.ID})
		require.ErrorIs(t, err, operator.ErrInvitationEnded)

		remove, err := w.App.Operators.Remove(t.Context(), by[0].Actor, operator.RemoveInput{AccountID: alice.Account, Reason: "R."})
		require.NoError(t, err)
		require.NoError(t, approve(t, w, by[1], remove.Proposal))
		require.ErrorIs(t, accepts(t, w, alice, token), operator.ErrInvitationInvalid, "whoever was removed does not come back by it")
	})
}

func TestOperatorInvite_ends(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		by := [2]*testkit.Person{w.Operator(), w.Operator()}
		alice := w.Buyer("Alice")

		declined, token := invites(t, w, by, alice.Email)
		require.NoError(t, w.App.Operators.Decline(t.Context(), actor.Actor{}, operator.TokenInput{Token: token}))
		require.ErrorIs(t, accepts(t, w, alice, token), operator.ErrInvitationInvalid)
		require.Equal(t, operator.InvitationDeclined, state(t, w, declined.ID))

		resent, first := invites(t, w, by, alice.Email)
		w.Clock.Advance(time.Minute)
		_, err := w.App.Operators.Resend(t.Context(), by[0].Actor, operator.InvitationInput{InvitationID: resent.ID})
		require.NoError(t, err)
		w.Settle()
		second := mailed(t, w, alice.Email)
		require.NotEqual(t, first, second)
		require.ErrorIs(t, accepts(t, w, alice, first), operator.ErrInvitationInvalid, "a newer letter replaces the older one")
		w.Clock.Advance(operator.InvitationMax - time.Minute)
		require.ErrorIs(t, accepts(t, w, alice, second), operator.ErrInvitationInvalid, "seven days, and a letter more makes it none longer")
		require.Equal(t, operator.InvitationExpired, state(t, w, resent.ID))

		for n := range by {
			by[n] = by[n].SignsInAgain()
		}
		alice = alice.SignsInAgain()
		revoked, token := invites(t, w, by, alice.Email)
		_, err = w.App.Operators.Revoke(t.Context(), by[1].Actor, operator.InvitationInput{InvitationID: revoked.ID})
		require.NoError(t, err)
		require.ErrorIs(t, accepts(t, w, alice, token), operator.ErrInvitationInvalid)

		rejected := asks(t, w, by[0], alice.Email)
		_, err = w.App.Approvals.Reject(t.Context(), by[1].Actor, approval.RejectInput{ID: rejected.Proposal.ID, Note: "We do not know her."})
		require.NoError(t, err)
		w.Settle()
		require.Equal(t, operator.InvitationRefused, state(t, w, rejected.Invitation.ID))
		asks(t, w, by[0], alice.Email) // and so there is room for another
		require.Len(t, recorded(t, w, by[0], "operator.invitation_ended"), 4)
	})
}

func TestOperatorInvite_letters_are_bounded(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		by := [2]*testkit.Person{w.Operator(), w.Operator()}
		i, token := invites(t, w, by, "new@example.org")
		var err error
		for range 5 {
			_, err = w.App.Operators.Resend(t.Context(), by[0].Actor, operator.InvitationInput{InvitationID: i.ID})
			require.NoError(t, err)
			w.Settle()
			next := mailed(t, w, "new@example.org")
			require.NotEqual(t, token, next)
			token = next
		}
		_, err = w.App.Operators.Resend(t.Context(), by[0].Actor, operator.InvitationInput{InvitationID: i.ID})
		require.ErrorIs(t, err, operator.ErrInvitationThrottled)
		none, err := w.App.Operators.WriteLetter(t.Context(), i.ID)
		require.NoError(t, err)
		require.Nil(t, none)
	})
}

// The inviter is removed, given another role, or disabled: what they have proposed
// makes nobody an operator any more.
func TestOperatorInvite_dies_with_the_right_of_its_inviter(t *testing.T) {
	t.Parallel()
	for name, loses := range map[string]func(t *testing.T, w *testkit.World, by [2]*testkit.Person, inviter *testkit.Person){
		"removed": func(t *testing.T, w *testkit.World, by [2]*testkit.Person, inviter *testkit.Person) {
			t.Helper()
			asked, err := w.App.Operators.Remove(t.Context(), by[0].Actor, operator.RemoveInput{AccountID: inviter.Account, Reason: "R."})
			require.NoError(t, err)
			require.NoError(t, approve(t, w, by[1], asked.Proposal))
		},
		"another role": func(t *testing.T, w *testkit.World, by [2]*testkit.Person, inviter *testkit.Person) {
			t.Helper()
			setRole(t, w, by, inviter, identity.OperatorFinance)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				by, inviter, alice := [2]*testkit.Person{w.Operator(), w.Operator()}, w.Operator(), w.Buyer("Alice")
				i, token := invites(t, w, [2]*testkit.Person{inviter, by[0]}, alice.Email)
				waits := asks(t, w, inviter, "waits@example.org")
				loses(t, w, by, inviter)
				require.ErrorIs(t, accepts(t, w, alice, token), operator.ErrInvitationInvalid)
				require.Equal(t, operator.InvitationLapsed, state(t, w, i.ID))
				require.Error(t, approve(t, w, by[0], waits.Proposal), "nor is what they proposed approved")
				require.Equal(t, operator.InvitationLapsed, state(t, w, waits.Invitation.ID))
			})
		})
	}
	t.Run("away for long", func(t *testing.T) {
		t.Parallel()
		testkit.Each(t, func(t *testing.T, w *testkit.World) {
			olga, inviter, alice := w.Operator(), w.Operator(), w.Buyer("Alice")
			w.Clock.Advance(identity.OperatorIdleMax - time.Hour)
			olga.SignsInAgain()
			_, token := invites(t, w, [2]*testkit.Person{inviter, olga}, alice.Email)
			w.Clock.Advance(2 * time.Hour)
			require.NoError(t, w.App.Identity.ReviewOperators(t.Context()))
			require.ErrorIs(t, accepts(t, w, alice, token), operator.ErrInvitationInvalid)
		})
	})
}

// Whoever has been away as a buyer is not away as an operator.
func TestOperatorInvite_counts_days_from_joining(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := w.Buyer("Alice")
		w.Clock.Advance(identity.OperatorIdleMax + time.Hour)
		by := [2]*testkit.Person{w.Operator(), w.Operator()}
		_, token := invites(t, w, by, alice.Email)
		require.NoError(t, accepts(t, w, alice, token))
		require.NoError(t, w.App.Identity.ReviewOperators(t.Context()))
		account, err := w.App.Identity.Account(t.Context(), alice.Account)
		require.NoError(t, err)
		require.True(t, account.IsOperator())
	})
}
