package seller_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// invite invites an address and returns the token of its letter.
func (w world) invite(t *testing.T, by actor.Actor, email string, as seller.Charge) (*seller.Invitation, seller.InvitationToken) {
	t.Helper()
	made, err := w.sellers.Invite(t.Context(), by, seller.InviteInput{Email: email, Role: as.Role, RoleID: as.RoleID})
	require.NoError(t, err)
	return made, w.letter(t, made.ID)
}

func (w world) letter(t *testing.T, invitation seller.InvitationID) seller.InvitationToken {
	t.Helper()
	letter, err := w.sellers.WriteInvitation(t.Context(), invitation)
	require.NoError(t, err)
	require.NotNil(t, letter)
	return letter.Token
}

// join lets somebody join by an invitation.
func (w world) join(t *testing.T, owner, who actor.Actor, as seller.Charge) *seller.Member {
	t.Helper()
	account, err := w.people.Account(t.Context(), identity.AccountID(who.AccountID))
	require.NoError(t, err)
	_, token := w.invite(t, owner, *account.Email, as)
	m, err := w.sellers.Accept(t.Context(), who, seller.TokenInput{Token: token})
	require.NoError(t, err)
	return m
}

// somebody is a member with what they sign in with.
type somebody struct {
	actor.Actor // without the hat

	w      world
	token  identity.Token
	seller seller.ID
	member *seller.Member
}

// now is who acts when they wear the hat now.
func (s somebody) now(t *testing.T) actor.Actor {
	t.Helper()
	by, err := s.w.sellers.Actor(t.Context(), s.token, string(s.seller))
	require.NoError(t, err)
	return by
}

// mill returns the owner of an approved seller.
func (w world) mill(t *testing.T) somebody {
	t.Helper()
	alice, token := w.buyer(t, "alice")
	s := w.apply(t, alice, "Mill")
	_, err := w.sellers.Approve(t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: s.ID})
	require.NoError(t, err)
	m, err := w.sellers.MembershipOf(t.Context(), identity.AccountID(alice.AccountID), s.ID)
	require.NoError(t, err)
	return somebody{alice, w, token, s.ID, m}
}

// with lets somebody new join.
func (s somebody) with(t *testing.T, name string, as seller.Charge) somebody {
	t.Helper()
	by, token := s.w.buyer(t, name)
	return somebody{by, s.w, token, s.seller, s.w.join(t, s.now(t), by, as)}
}

func (s somebody) as(t *testing.T, name string, role seller.Role) somebody {
	t.Helper()
	return s.with(t, name, seller.Charge{Role: role})
}

func (s somebody) role(t *testing.T, name string, perms ...authz.Permission) *seller.CustomRole {
	t.Helper()
	made, err := s.w.sellers.CreateRole(t.Context(), s.now(t), seller.RoleInput{Name: name, Permissions: texts(perms...)})
	require.NoError(t, err)
	return made
}

func texts(perms ...authz.Permission) (names []string) {
	for _, p := range perms {
		names = append(names, string(p))
	}
	return names
}

func custom(r *seller.CustomRole) seller.Charge {
	return seller.Charge{Role: seller.RoleCustom, RoleID: &r.ID}
}

func TestInvite_and_accept(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		bob, bobToken := w.buyer(t, "bob")
		eve, _ := w.buyer(t, "eve")
		guest, err := w.people.GuestStart(t.Context())
		require.NoError(t, err)

		made, token := w.invite(t, owner.now(t), "BOB@Example.org", seller.Charge{Role: seller.RoleSupport})
		shown, err := w.sellers.Preview(t.Context(), token)
		require.NoError(t, err)
		require.Equal(t, "Mill", shown.SellerName())
		require.Equal(t, "support", shown.RoleName)
		require.Equal(t, "B…@Example.org", shown.Email)

		for _, other := range []actor.Actor{eve, owner.Actor, {AccountID: string(guest.Account.ID), Role: actor.Guest}} {
			_, err = w.sellers.Accept(t.Context(), other, seller.TokenInput{Token: token})
			require.ErrorIs(t, err, seller.ErrInvitationAddress, "accepted only with the invited address")
		}
		for _, bad := range []seller.InvitationToken{"", "etal_inv_", token[:len(token)-1], token + "A", "etal_ses_" + token[9:], token + "\n", "\x00"} {
			_, err = w.sellers.Preview(t.Context(), bad)
			require.ErrorIs(t, err, seller.ErrInvitationInvalid)
			_, err = w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: bad})
			require.ErrorIs(t, err, seller.ErrInvitationInvalid)
		}
		newer := w.letter(t, made.ID)
		_, err = w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: token})
		require.ErrorIs(t, err, seller.ErrInvitationInvalid, "a newer letter replaces the older one")
		m, err := w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: newer})
		require.NoError(t, err)
		require.Equal(t, seller.RoleSupport, m.Role)
		_, err = w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: newer})
		require.ErrorIs(t, err, seller.ErrInvitationInvalid, "used once")
		by, err := w.sellers.Actor(t.Context(), bobToken, string(owner.seller))
		require.NoError(t, err)
		require.Equal(t, actor.Role("seller:support"), by.Role)
		require.Subset(t, events(t, d), []string{"seller.member_invited", "seller.member_added"})

		_, err = w.sellers.Invite(t.Context(), owner.now(t), seller.InviteInput{Email: "bob@example.org", Role: seller.RoleReadOnly})
		require.ErrorIs(t, err, seller.ErrMemberExists)
		for _, in := range []seller.InviteInput{
			{Email: "x", Role: seller.RoleSupport},
			{Email: "a@b.org", Role: "KING"},
			{Email: "a@b.org"},
			{Email: "a@b.org", Role: seller.RoleCustom},
			{Email: "a\x00@b.org", Role: seller.RoleSupport},
		} {
			_, err = w.sellers.Invite(t.Context(), owner.now(t), in)
			require.Error(t, err)
			require.Equal(t, fault.Invalid, fault.As(err)[0].Kind, "%v", in)
		}
		_, err = w.sellers.Invite(t.Context(), eve, seller.InviteInput{Email: "a@b.org", Role: seller.RoleSupport})
		require.ErrorIs(t, err, seller.ErrNotFound, "who wears no hat acts for no seller")
	})
}

func TestInvite_needs_a_confirmed_address(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		bob, _ := w.buyer(t, "bob")
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewUpdate().TableExpr("accounts").Set("email_verified_at = NULL").Where("id = ?", bob.AccountID).Exec(ctx)
			return err
		}))
		_, token := w.invite(t, owner.now(t), "bob@example.org", seller.Charge{Role: seller.RoleSupport})
		_, err := w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: token})
		require.ErrorIs(t, err, seller.ErrInvitationAddress)
	})
}

func TestAccept_at_once_makes_one_member(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		bob, _ := w.buyer(t, "bob")
		_, token := w.invite(t, owner.now(t), "bob@example.org", seller.Charge{Role: seller.RoleSupport})
		errs := atOnce(12, func(int) error {
			_, err := w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: token})
			return err
		})
		require.Equal(t, 1, succeeded(errs), "%v", errs)
		for _, err := range errs {
			require.True(t, err == nil || seller.ErrInvitationInvalid.Is(err), "%v", err)
		}
	})
}

func atOnce(n int, fn func(i int) error) []error {
	errs := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { errs[i] = fn(i) })
	}
	all.Wait()
	return errs
}

func succeeded(errs []error) (n int) {
	for _, err := range errs {
		if err == nil {
			n++
		}
	}
	return n
}

func TestInvitation_ends(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := newWorld(d)
		owner := w.mill(t)
		bob, _ := w.buyer(t, "bob")
		accept := func(token seller.InvitationToken) error {
			_, err := w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: token})
			return err
		}
		in := func(i *seller.Invitation) seller.InvitationInput { return seller.InvitationInput{InvitationID: i.ID} }
		support := seller.Charge{Role: seller.RoleSupport}

		first, token := w.invite(t, owner.now(t), "bob@example.org", support)
		_, err := w.sellers.Invite(t.Context(), owner.now(t), seller.InviteInput{Email: "Bob@example.org", Role: seller.RoleFinance})
		require.ErrorIs(t, err, seller.ErrInvitationExists, "one open invitation for an address")
		_, err = w.sellers.Revoke(t.Context(), owner.now(t), in(first))
		require.NoError(t, err)
		require.ErrorIs(t, accept(token), seller.ErrInvitationInvalid, "revoked")
		_, err = w.sellers.Revoke(t.Context(), owner.now(t), in(first))
		require.ErrorIs(t, err, seller.ErrInvitationEnded)
		_, err = w.sellers.Resend(t.Context(), owner.now(t), in(first))
		require.ErrorIs(t, err, seller.ErrInvitationEnded)
		letter, err := w.sellers.WriteInvitation(t.Context(), first.ID)
		require.NoError(t, err)
		require.Nil(t, letter, "nothing is mailed of what has ended")

		_, token = w.invite(t, owner.now(t), "bob@example.org", support)
		require.NoError(t, w.sellers.Decline(t.Context(), actor.Actor{}, seller.TokenInput{Token: token}))
		require.ErrorIs(t, accept(token), seller.ErrInvitationInvalid, "declined")

		second, token := w.invite(t, owner.now(t), "bob@example.org", support)
		c.Advance(seller.InvitationMax - time.Second)
		_, err = w.sellers.Preview(t.Context(), token)
		require.NoError(t, err)
		c.Advance(time.Second)
		require.ErrorIs(t, accept(token), seller.ErrInvitationInvalid, "seven days are over")
		owner = owner.again(t)
		_, err = w.sellers.Resend(t.Context(), owner.now(t), in(second))
		require.NoError(t, err)
		require.NoError(t, accept(w.letter(t, second.ID)), "sent again, it has its whole time")

		stranger, err := w.sellers.Revoke(t.Context(), owner.now(t), seller.InvitationInput{InvitationID: seller.NewInvitationID()})
		require.ErrorIs(t, err, seller.ErrInvitationNotFound)
		require.Nil(t, stranger)
	})
}

// again signs in again, since hats do not rest that long.
func (s somebody) again(t *testing.T) somebody {
	t.Helper()
	account, err := s.w.people.Account(t.Context(), identity.AccountID(s.AccountID))
	require.NoError(t, err)
	opened, err := s.w.people.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: *account.Email, Password: secret})
	require.NoError(t, err)
	s.token = opened.Token
	return s
}

func TestInvitation_letters_are_bounded(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		w := newWorld(d)
		owner := w.mill(t)
		made, _ := w.invite(t, owner.now(t), "bob@example.org", seller.Charge{Role: seller.RoleSupport})
		for range 5 {
			w.letter(t, made.ID)
		}
		none, err := w.sellers.WriteInvitation(t.Context(), made.ID)
		require.NoError(t, err)
		require.Nil(t, none, "a mailbox is not filled")
		_, err = w.sellers.Resend(t.Context(), owner.now(t), seller.InvitationInput{InvitationID: made.ID})
		require.ErrorIs(t, err, seller.ErrInvitationThrottled)
		_, err = w.sellers.Revoke(t.Context(), owner.now(t), seller.InvitationInput{InvitationID: made.ID})
		require.NoError(t, err)
		_, err = w.sellers.Invite(t.Context(), owner.now(t), seller.InviteInput{Email: "bob@example.org", Role: seller.RoleSupport})
		require.ErrorIs(t, err, seller.ErrInvitationThrottled, "nor by another invitation")
		c.Advance(25 * time.Hour)
		owner = owner.again(t)
		_, err = w.sellers.Invite(t.Context(), owner.now(t), seller.InviteInput{Email: "bob@example.org", Role: seller.RoleSupport})
		require.NoError(t, err)
	})
}

func TestInvitation_dies_with_the_right_of_its_inviter(t *testing.T) {
	t.Parallel()
	ways := map[string]func(t *testing.T, owner, mara somebody){
		"removed": func(t *testing.T, owner, mara somebody) {
			_, err := owner.w.sellers.Remove(t.Context(), owner.now(t), seller.MemberInput{MemberID: mara.member.ID})
			require.NoError(t, err)
		},
		"another role": func(t *testing.T, owner, mara somebody) {
			_, err := owner.w.sellers.SetRole(t.Context(), owner.now(t), seller.MemberRoleSetInput{MemberID: mara.member.ID, Role: seller.RoleFinance})
			require.NoError(t, err)
		},
		"left": func(t *testing.T, _, mara somebody) {
			require.NoError(t, mara.w.sellers.Leave(t.Context(), mara.Actor, seller.LeaveInput{SellerID: mara.seller}))
		},
		"role without the right": func(t *testing.T, owner, mara somebody) {
			role := owner.role(t, "Recruiter", authz.SellerRead, authz.SellerMemberEdit)
			_, err := owner.w.sellers.SetRole(t.Context(), owner.now(t), seller.MemberRoleSetInput{
				MemberID: mara.member.ID, Role: seller.RoleCustom, RoleID: &role.ID,
			})
			require.NoError(t, err)
		},
	}
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		n := 0
		for name, lose := range ways {
			n++
			mara := owner.as(t, fmt.Sprintf("mara%d", n), seller.RoleManager)
			guest := fmt.Sprintf("bob%d", n)
			bob, _ := w.buyer(t, guest)
			_, token := w.invite(t, mara.now(t), guest+"@example.org", seller.Charge{Role: seller.RoleReadOnly})
			lose(t, owner, mara)
			_, err := w.sellers.Accept(t.Context(), bob, seller.TokenInput{Token: token})
			require.ErrorIs(t, err, seller.ErrInvitationInvalid, name)
			_, err = w.sellers.Preview(t.Context(), token)
			require.ErrorIs(t, err, seller.ErrInvitationInvalid, name)
		}
		open := true
		c, err := w.sellers.Invitations(t.Context(), owner.now(t), seller.InvitationFilter{IsOpen: &open}, page.First(50))
		require.NoError(t, err)
		require.Empty(t, c.Nodes)
		c, err = w.sellers.Invitations(t.Context(), owner.now(t), seller.InvitationFilter{}, page.First(50))
		require.NoError(t, err)
		lapsed := 0
		for _, i := range c.Nodes {
			if *i.Outcome == seller.OutcomeLapsed {
				lapsed++
			}
		}
		require.Equal(t, len(ways), lapsed)
	})
}

func TestMembers_have_a_limit(t *testing.T) {
	t.Parallel()
	w := newWorld(dbtest.New(t))
	owner := w.mill(t)
	var err error
	made := 1
	for i := range 51 {
		in := seller.InviteInput{Email: fmt.Sprintf("p%d@example.org", i), Role: seller.RoleReadOnly}
		if _, err = w.sellers.Invite(t.Context(), owner.now(t), in); err == nil {
			made++
		}
	}
	require.ErrorIs(t, err, seller.ErrMemberLimit)
	require.Equal(t, 50, made, "open invitations take room")
}

// A manager touches neither owners nor managers, gives neither role, and nothing
// that they do not hold.
func TestBelow(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		mara, mike := owner.as(t, "mara", seller.RoleManager), owner.as(t, "mike", seller.RoleManager)
		carl := owner.as(t, "carl", seller.RoleCatalog)
		lead := owner.role(t, "Lead", authz.SellerRead, authz.SellerMemberRemove)
		small := owner.role(t, "Small", authz.SellerRead, authz.StockEdit)
		lena := owner.with(t, "lena", custom(lead))
		sam := owner.with(t, "sam", custom(small))

		set := func(by, whom somebody, as seller.Charge) error {
			_, err := w.sellers.SetRole(t.Context(), by.now(t), seller.MemberRoleSetInput{MemberID: whom.member.ID, Role: as.Role, RoleID: as.RoleID})
			return err
		}
		remove := func(by, whom somebody) error {
			_, err := w.sellers.Remove(t.Context(), by.now(t), seller.MemberInput{MemberID: whom.member.ID})
			return err
		}
		invite := func(by somebody, as seller.Charge) error {
			_, err := w.sellers.Invite(t.Context(), by.now(t), seller.InviteInput{Email: "new@example.org", Role: as.Role, RoleID: as.RoleID})
			return err
		}
		for _, above := range []somebody{owner, mike, mara, lena} {
			require.ErrorIs(t, remove(mara, above), seller.ErrMemberAbove)
			require.ErrorIs(t, set(mara, above, seller.Charge{Role: seller.RoleReadOnly}), seller.ErrMemberAbove)
		}
		for _, as := range []seller.Charge{{Role: seller.RoleManager}, custom(lead)} {
			require.ErrorIs(t, set(mara, carl, as), seller.ErrMemberAbove)
			require.ErrorIs(t, invite(mara, as), seller.ErrMemberAbove)
		}
		require.ErrorIs(t, invite(mara, seller.Charge{Role: seller.RoleOwner}), seller.ErrMemberAbove)
		require.ErrorIs(t, set(owner, carl, seller.Charge{Role: seller.RoleOwner}), seller.ErrOwnershipAsked, "nobody owns unasked")
		require.ErrorIs(t, remove(lena, carl), seller.ErrMemberAbove, "Carl holds what Lena does not")
		require.ErrorIs(t, remove(lena, sam), seller.ErrMemberAbove)
		require.NoError(t, set(mara, carl, custom(small)))
		require.NoError(t, set(mara, carl, seller.Charge{Role: seller.RoleFinance}))
		require.NoError(t, set(mara, carl, seller.Charge{Role: seller.RoleFinance}), "again is no fault")
		require.NoError(t, remove(mara, sam))
		require.ErrorIs(t, remove(mara, sam), seller.ErrMemberNotFound)
		require.ErrorIs(t, remove(carl, mara), seller.ErrMemberAbove, "whatever the door says")
		require.NoError(t, remove(owner, lena))
		require.NoError(t, set(owner, mike, seller.Charge{Role: seller.RoleSupport}))

		kiln := w.other(t, "Kiln")
		require.ErrorIs(t, remove(kiln, carl), seller.ErrMemberNotFound, "another's member is not there")
		require.ErrorIs(t, set(kiln, carl, seller.Charge{Role: seller.RoleFinance}), seller.ErrMemberNotFound)
		require.ErrorIs(t, set(owner, carl, seller.Charge{Role: seller.RoleCustom, RoleID: &kiln.role(t, "Theirs", authz.SellerRead).ID}), seller.ErrRoleNotFound)
	})
}

// other is the owner of another approved seller.
func (w world) other(t *testing.T, name string) somebody {
	t.Helper()
	by, token := w.buyer(t, "owner.of."+name)
	s := w.apply(t, by, name)
	_, err := w.sellers.Approve(t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: s.ID})
	require.NoError(t, err)
	return somebody{by, w, token, s.ID, nil}
}

// What is taken away is gone with the next request.
func TestChanges_hold_at_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		carl := owner.as(t, "carl", seller.RoleCatalog)
		require.True(t, authz.Can(carl.now(t), authz.ProductCreate))
		_, err := w.sellers.SetRole(t.Context(), owner.now(t), seller.MemberRoleSetInput{MemberID: carl.member.ID, Role: seller.RoleReadOnly})
		require.NoError(t, err)
		require.False(t, authz.Can(carl.now(t), authz.ProductCreate))

		role := owner.role(t, "Pictures", authz.ProductRead, authz.ProductEdit)
		_, err = w.sellers.SetRole(t.Context(), owner.now(t), seller.MemberRoleSetInput{MemberID: carl.member.ID, Role: seller.RoleCustom, RoleID: &role.ID})
		require.NoError(t, err)
		require.True(t, authz.Can(carl.now(t), authz.ProductEdit))
		require.False(t, authz.Can(carl.now(t), authz.ProductCreate))
		require.Equal(t, []authz.Permission{authz.ProductEdit, authz.ProductRead}, authz.Granted(carl.now(t)))
		_, err = w.sellers.UpdateRole(t.Context(), owner.now(t), seller.RoleUpdateInput{
			RoleID: role.ID, Version: 1, RoleInput: seller.RoleInput{Name: "Pictures", Permissions: texts(authz.ProductRead)},
		})
		require.NoError(t, err)
		require.False(t, authz.Can(carl.now(t), authz.ProductEdit))

		_, err = w.sellers.Remove(t.Context(), owner.now(t), seller.MemberInput{MemberID: carl.member.ID})
		require.NoError(t, err)
		_, err = w.sellers.Actor(t.Context(), carl.token, string(owner.seller))
		require.ErrorIs(t, err, seller.ErrNotMember)
		hats, err := w.sellers.Hats(t.Context(), &identity.Account{ID: identity.AccountID(carl.AccountID)}, "")
		require.NoError(t, err)
		require.Len(t, hats, 1)
	})
}

func TestLastOwner_stays(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		owner.as(t, "mara", seller.RoleManager)
		_, err := w.sellers.Remove(t.Context(), owner.now(t), seller.MemberInput{MemberID: owner.member.ID})
		require.ErrorIs(t, err, seller.ErrLastOwner)
		_, err = w.sellers.SetRole(t.Context(), owner.now(t), seller.MemberRoleSetInput{MemberID: owner.member.ID, Role: seller.RoleManager})
		require.ErrorIs(t, err, seller.ErrLastOwner)
		require.ErrorIs(t, w.sellers.Leave(t.Context(), owner.Actor, seller.LeaveInput{SellerID: owner.seller}), seller.ErrLastOwner)

		second := owner.as(t, "olaf", seller.RoleOwner)
		require.NoError(t, w.sellers.Leave(t.Context(), owner.Actor, seller.LeaveInput{SellerID: owner.seller}))
		require.ErrorIs(t, w.sellers.Leave(t.Context(), owner.Actor, seller.LeaveInput{SellerID: owner.seller}), seller.ErrNotMember)
		require.ErrorIs(t, w.sellers.Leave(t.Context(), second.Actor, seller.LeaveInput{SellerID: owner.seller}), seller.ErrLastOwner)
		require.ErrorIs(t, w.sellers.Leave(t.Context(), second.Actor, seller.LeaveInput{SellerID: seller.NewID()}), seller.ErrNotMember)
	})
}

// Of two owners who remove each other, demote each other or leave at once,
// exactly one succeeds.
func TestOwners_against_each_other(t *testing.T) {
	t.Parallel()
	acts := map[string]func(w world, by, whom somebody, hat actor.Actor) error{
		"remove": func(w world, _, whom somebody, hat actor.Actor) error {
			_, err := w.sellers.Remove(context.Background(), hat, seller.MemberInput{MemberID: whom.member.ID})
			return err
		},
		"demote": func(w world, _, whom somebody, hat actor.Actor) error {
			_, err := w.sellers.SetRole(context.Background(), hat, seller.MemberRoleSetInput{MemberID: whom.member.ID, Role: seller.RoleReadOnly})
			return err
		},
		"leave": func(w world, by, _ somebody, _ actor.Actor) error {
			return w.sellers.Leave(context.Background(), by.Actor, seller.LeaveInput{SellerID: by.seller})
		},
	}
	for name, act := range acts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dbtest.Each(t, func(t *testing.T, d *db.DB) {
				w := newWorld(d)
				first := w.mill(t)
				for round := range 8 {
					second := first.as(t, fmt.Sprintf("olaf%d", round), seller.RoleOwner)
					pair := []somebody{first, second}
					hats := []actor.Actor{first.now(t), second.now(t)}
					errs := atOnce(2, func(i int) error { return act(w, pair[i], pair[1-i], hats[i]) })
					require.Equal(t, 1, succeeded(errs), "%v", errs)
					owners := 0
					members, err := w.sellers.MembersByIDs(t.Context(), []seller.ID{first.seller})
					require.NoError(t, err)
					for _, m := range members[first.seller] {
						if m.Role == seller.RoleOwner {
							owners++
							if m.ID == second.member.ID {
								first = second
							}
						}
					}
					require.Equal(t, 1, owners)
				}
			})
		})
	}
}

func TestMembers_pages_and_filters(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		role := owner.role(t, "Small", authz.SellerRead)
		want := []seller.MemberID{owner.member.ID}
		for i, as := range []seller.Charge{{Role: seller.RoleSupport}, custom(role), {Role: seller.RoleSupport}} {
			m := owner.with(t, fmt.Sprintf("p%d", i), as)
			want = append([]seller.MemberID{m.member.ID}, want...)
		}
		kiln := w.other(t, "Kiln")
		find := func(by actor.Actor, f seller.MemberFilter, win page.Window) []seller.MemberID {
			c, err := w.sellers.Members(t.Context(), by, f, win)
			require.NoError(t, err)
			ids := []seller.MemberID{}
			for _, m := range c.Nodes {
				ids = append(ids, m.ID)
			}
			return ids
		}
		require.Equal(t, want, find(owner.now(t), seller.MemberFilter{}, page.First(50)))
		support, custom := seller.RoleSupport, seller.RoleCustom
		require.Len(t, find(owner.now(t), seller.MemberFilter{Role: &support}, page.First(50)), 2)
		require.Equal(t, want[1:2], find(owner.now(t), seller.MemberFilter{Role: &custom}, page.First(50)))
		require.Equal(t, want[1:2], find(owner.now(t), seller.MemberFilter{RoleID: &role.ID}, page.First(50)))
		yes, no := true, false
		require.Len(t, find(owner.now(t), seller.MemberFilter{IsEnabled: &yes}, page.First(50)), 4)
		require.Empty(t, find(owner.now(t), seller.MemberFilter{IsEnabled: &no}, page.First(50)))
		require.Empty(t, find(owner.now(t), seller.MemberFilter{IsStale: &yes}, page.First(50)))
		require.Len(t, find(owner.now(t), seller.MemberFilter{IsStale: &no}, page.First(50)), 4)
		op := w.operator(t)
		require.Equal(t, want, find(op, seller.MemberFilter{SellerID: &owner.seller}, page.First(50)))
		_, err := w.sellers.Members(t.Context(), op, seller.MemberFilter{}, page.First(5))
		require.ErrorIs(t, err, seller.ErrSellerRequired)
		for _, stranger := range []actor.Actor{kiln.now(t), kiln.Actor, {}} {
			_, err = w.sellers.Members(t.Context(), stranger, seller.MemberFilter{SellerID: &owner.seller}, page.First(5))
			require.ErrorIs(t, err, seller.ErrNotFound)
			_, err = w.sellers.Invitations(t.Context(), stranger, seller.InvitationFilter{SellerID: &owner.seller}, page.First(5))
			require.ErrorIs(t, err, seller.ErrNotFound)
			_, err = w.sellers.Roles(t.Context(), stranger, seller.RoleFilter{SellerID: &owner.seller}, page.First(5))
			require.ErrorIs(t, err, seller.ErrNotFound)
		}
		two := 2
		first, err := page.Args{First: &two}.Window()
		require.NoError(t, err)
		c, err := w.sellers.Members(t.Context(), owner.now(t), seller.MemberFilter{}, first)
		require.NoError(t, err)
		require.True(t, c.PageInfo.HasNextPage)
		next, err := page.Args{First: &two, After: c.PageInfo.EndCursor}.Window()
		require.NoError(t, err)
		require.Equal(t, want[2:], find(owner.now(t), seller.MemberFilter{}, next))
		bad := page.Cursor(map[string]string{"i": "prd_x"})
		window, err := page.Args{After: &bad}.Window()
		require.NoError(t, err)
		_, err = w.sellers.Members(t.Context(), owner.now(t), seller.MemberFilter{}, window)
		require.ErrorIs(t, err, page.ErrCursor)
	})
}
