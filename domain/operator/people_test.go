package operator_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// recorded lists the kinds of audit entries that an operator sees, with the
// given origin of a view.
func recorded(t *testing.T, w *testkit.World, by *testkit.Person, kind string) []*audit.Entry {
	t.Helper()
	w.Settle()
	found, err := w.App.Audit.Find(t.Context(), by.Actor, audit.Filter{Kind: &kind}, page.First(100))
	require.NoError(t, err)
	return found.Nodes
}

func signIn(t *testing.T, w *testkit.World, p *testkit.Person) error {
	t.Helper()
	_, err := w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: p.Email, Password: testkit.Password})
	return err
}

func TestSuspend(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice := w.Operator(), w.Buyer("Alice")
		about := identity.AboutInput{AccountID: alice.Account, Reason: "Fraud."}
		_, err := w.App.Identity.Suspend(t.Context(), about)
		require.NoError(t, err)
		_, err = w.App.Sellers.Actor(t.Context(), alice.Token, "")
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "the next request")
		require.ErrorIs(t, signIn(t, w, alice), identity.ErrSuspended)
		_, err = w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: alice.Email, Password: "another quiet harbour"})
		require.ErrorIs(t, err, identity.ErrCredentials, "who does not know the password is told nothing")
		_, err = w.App.Identity.Suspend(t.Context(), about)
		require.ErrorIs(t, err, identity.ErrSuspended)
		_, err = w.App.Identity.Suspend(t.Context(), identity.AboutInput{AccountID: olga.Account, Reason: "R."})
		require.ErrorIs(t, err, identity.ErrOperator, "nobody keeps the last operator out")
		_, err = w.App.Identity.Suspend(t.Context(), identity.AboutInput{AccountID: alice.Account, Reason: "\x00"})
		require.Error(t, err)
		require.Len(t, recorded(t, w, olga, "identity.account_suspended"), 1)
		require.Equal(t, alice.Email, w.App.CaughtMail()[0].To)

		_, err = w.App.Identity.Reinstate(t.Context(), about)
		require.NoError(t, err)
		require.NoError(t, signIn(t, w, alice))
		_, err = w.App.Sellers.Actor(t.Context(), alice.Token, "")
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "old sessions stay ended")
		_, err = w.App.Identity.Reinstate(t.Context(), about)
		require.ErrorIs(t, err, identity.ErrNotSuspended)
	})
}

func TestEndSessions(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice, bob := w.Operator(), w.Buyer("Alice"), w.Buyer("Bob")
		second := alice.SignsInAgain()
		list, err := w.App.Identity.SessionsOfAccount(t.Context(), alice.Account, page.First(10))
		require.NoError(t, err)
		require.Len(t, list.Nodes, 2)
		one := identity.SessionID(second.Actor.SessionID)
		_, err = w.App.Identity.EndSessions(t.Context(), identity.EndSessionsInput{AccountID: bob.Account, SessionID: &one, Reason: "R."})
		require.ErrorIs(t, err, identity.ErrSessionNotFound, "not Bob's")
		n, err := w.App.Identity.EndSessions(t.Context(), identity.EndSessionsInput{AccountID: alice.Account, SessionID: &one, Reason: "R."})
		require.NoError(t, err)
		require.EqualValues(t, 1, n)
		_, err = w.App.Sellers.Actor(t.Context(), second.Token, "")
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
		_, err = w.App.Sellers.Actor(t.Context(), alice.Token, "")
		require.NoError(t, err)
		n, err = w.App.Identity.EndSessions(t.Context(), identity.EndSessionsInput{AccountID: alice.Account, Reason: "R."})
		require.NoError(t, err)
		require.EqualValues(t, 1, n)
		_, err = w.App.Sellers.Actor(t.Context(), alice.Token, "")
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
		require.Len(t, recorded(t, w, olga, "identity.sessions_ended"), 2)
	})
}

// An operator starts a reset, and the person alone gets the link.
func TestStartReset(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice, guest := w.Operator(), w.Buyer("Alice"), w.Guest()
		_, err := w.App.Identity.StartReset(t.Context(), identity.AboutInput{AccountID: alice.Account, Reason: "Asked by telephone."})
		require.NoError(t, err)
		_, err = w.App.Identity.StartReset(t.Context(), identity.AboutInput{AccountID: guest.Account, Reason: "R."})
		require.ErrorIs(t, err, identity.ErrNotRegistered)
		entries := recorded(t, w, olga, "identity.reset_started")
		require.Len(t, entries, 1)
		require.NotContains(t, entries[0].AfterText, "etal_lnk_")
		require.NoError(t, signIn(t, w, alice), "the password stays until the link is used")
		token := w.LinkToken(alice.Email)
		require.NotEmpty(t, token)
		require.NoError(t, w.App.Identity.ResetPassword(t.Context(), identity.ResetInput{Token: identity.LinkToken(token), Password: "another quiet harbour 48"}))
		require.ErrorIs(t, signIn(t, w, alice), identity.ErrCredentials)
	})
}

// Whoever goes by another name is seen by it, and the change is on record.
func TestRename(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, alice, guest := w.Operator(), w.Buyer("Alice"), w.Guest()
		for _, by := range []*testkit.Person{olga, alice} {
			renamed, err := w.App.Identity.Rename(t.Context(), by.Actor, identity.RenameInput{Name: " Zoë Quist "})
			require.NoError(t, err)
			require.Equal(t, "Zoë Quist", renamed.Name)
			_, err = w.App.Identity.Rename(t.Context(), by.Actor, identity.RenameInput{Name: "Zoë Quist"})
			require.NoError(t, err, "the same name again changes nothing")
			a, err := w.App.Identity.Account(t.Context(), by.Account)
			require.NoError(t, err)
			require.Equal(t, "Zoë Quist", a.Name)
		}
		for want, name := range map[*fault.Fault]string{
			fault.ErrTextRequired: "  ", fault.ErrTextTooLong: strings.Repeat("a", 101), fault.ErrTextEncoding: "A\x00",
		} {
			_, err := w.App.Identity.Rename(t.Context(), alice.Actor, identity.RenameInput{Name: name})
			require.ErrorIs(t, err, want)
		}
		_, err := w.App.Identity.Rename(t.Context(), guest.Actor, identity.RenameInput{Name: "Somebody"})
		require.ErrorIs(t, err, identity.ErrNotRegistered)
		_, err = w.App.Identity.Rename(t.Context(), actor.Actor{}, identity.RenameInput{Name: "Somebody"})
		require.ErrorIs(t, err, identity.ErrAccountNotFound)

		entries := recorded(t, w, olga, "identity.renamed")
		require.Len(t, entries, 2)
		require.ElementsMatch(t, []id.Any{id.Any(alice.Account), id.Any(olga.Account)}, []id.Any{entries[0].Subject, entries[1].Subject})
		require.Contains(t, entries[0].AfterText, "Quist", "whoever reads the log")
		var stored []string
		require.NoError(t, w.DB.Read(t.Context()).NewRaw("SELECT after_text FROM audit_entries WHERE kind = 'identity.renamed'").Scan(t.Context(), &stored))
		require.Equal(t, []string{"{}", "{}"}, stored, "names are encrypted under the key of whom they name")
		require.Empty(t, find(t, w, "alice"), "who acts for nobody is not found by a name")
		require.Empty(t, find(t, w, "quist alice"))
		require.Equal(t, []id.Any{id.Any(olga.Account)}, find(t, w, "quist"))
	})
}

// find finds people by their names.
func find(t *testing.T, w *testkit.World, name string) (found []id.Any) {
	t.Helper()
	text, err := search.Parse(name)
	require.NoError(t, err)
	hits, err := w.App.Identity.FindNamed(t.Context(), text, 10)
	require.NoError(t, err)
	for _, hit := range hits {
		found = append(found, hit.Subject)
	}
	return found
}

// Of a member who never said a name, and says one.
func TestRename_has_members_found_who_had_no_name(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		carl := mill.Member("Carl", seller.RoleCatalog)
		for _, name := range []string{"–", "Ida Sommer"} { // nothing finds a dash
			_, err := w.App.Identity.Rename(t.Context(), carl.Actor, identity.RenameInput{Name: name})
			require.NoError(t, err)
			w.Settle()
			require.Empty(t, find(t, w, "carl"))
		}
		require.Equal(t, []id.Any{id.Any(carl.Account)}, find(t, w, "ida"))
	})
}

func TestViewAs(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		support, mill, kiln := w.OperatorWith(identity.OperatorSupport), w.Seller("Mill"), w.Seller("Kiln")
		hat := func(of *testkit.Seller) (actor.Actor, error) {
			return w.App.Sellers.Actor(t.Context(), support.Token, string(of.ID))
		}
		_, err := hat(mill)
		require.ErrorIs(t, err, seller.ErrNotMember, "without a grant")
		v := support.Views(mill)
		who, err := hat(mill)
		require.NoError(t, err)
		require.Equal(t, []any{string(support.Account), string(mill.ID), string(v.ID), true},
			[]any{who.AccountID, who.SellerID, who.ViewAsID, who.ReadOnly})
		require.False(t, who.IsOperator())
		for _, do := range authz.Permissions() {
			require.False(t, authz.Can(who, do) && !do.Reads(), do)
		}
		_, err = hat(kiln)
		require.ErrorIs(t, err, seller.ErrNotMember, "another seller")
		_, err = w.App.Sellers.StartViewAs(t.Context(), support.Actor, seller.ViewAsStartInput{SellerID: mill.ID, Reason: "R.", Minutes: 5})
		require.ErrorIs(t, err, seller.ErrViewAsOpen)

		w.Clock.Advance(14 * time.Minute) // an operator's session does not rest longer
		_, err = hat(mill)
		require.NoError(t, err)
		w.Clock.Advance(14 * time.Minute)
		_, err = hat(mill)
		require.NoError(t, err)
		w.Clock.Advance(2 * time.Minute)
		_, err = hat(mill)
		require.ErrorIs(t, err, seller.ErrNotMember, "its time is over, noted or not")
		_, err = w.App.Sellers.EndViewAs(t.Context(), support.Actor, v.ID)
		require.ErrorIs(t, err, seller.ErrViewAsNotFound)
		w.Settle()
		told := w.App.CaughtMail()[0]
		require.Equal(t, mill.Email, told.To)
		require.Contains(t, told.Text, "A question.")
		require.NotContains(t, told.Text, support.Email)
		support.Views(mill) // again
	})
}

func TestViewAs_ends(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, otto, support, mill := w.Operator(), w.Operator(), w.OperatorWith(identity.OperatorSupport), w.Seller("Mill")
		v := support.Views(mill)
		_, err := w.App.Sellers.EndViewAs(t.Context(), olga.Actor, v.ID)
		require.ErrorIs(t, err, seller.ErrViewAsNotFound, "somebody else's grant")
		_, err = w.App.Sellers.EndViewAs(t.Context(), support.Actor, v.ID)
		require.NoError(t, err)
		_, err = w.App.Sellers.Actor(t.Context(), support.Token, string(mill.ID))
		require.ErrorIs(t, err, seller.ErrNotMember)

		support.Views(mill)
		setRole(t, w, [2]*testkit.Person{olga, otto}, support, identity.OperatorModerator)
		_, err = w.App.Sellers.Actor(t.Context(), support.Token, string(mill.ID))
		require.ErrorIs(t, err, seller.ErrNotMember, "another role ends it")
	})
}

func TestViewAs_security_case_is_not_told(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	support, admin, mill := w.OperatorWith(identity.OperatorSupport), w.Operator(), w.Seller("Mill")
	v, err := w.App.Sellers.StartViewAs(t.Context(), support.Actor, seller.ViewAsStartInput{SellerID: mill.ID, Reason: "Laundering.", Minutes: 1, IsSecurityCase: true})
	require.NoError(t, err)
	before := len(w.App.CaughtMail())
	_, err = w.App.Sellers.EndViewAs(t.Context(), support.Actor, v.ID)
	require.NoError(t, err)
	require.Len(t, recorded(t, w, admin, "seller.view_as_started"), 1)
	for _, m := range w.App.CaughtMail()[:len(w.App.CaughtMail())-before] {
		require.NotContains(t, m.Text, "Laundering.")
	}
	require.Empty(t, recorded(t, w, mill.Person, "seller.view_as_started"), "nor by the log")
	require.Empty(t, recorded(t, w, mill.Person, "seller.view_as_ended"))
}

func TestViewAs_refuses(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, mill := w.Operator(), w.Seller("Mill")
		for name, in := range map[string]seller.ViewAsStartInput{
			"no reason": {SellerID: mill.ID, Minutes: 5}, "no seller": {SellerID: "sel_x", Reason: "R.", Minutes: 5},
			"too long": {SellerID: mill.ID, Reason: "R.", Minutes: 31}, "no time": {SellerID: mill.ID, Reason: "R."},
			"long reason": {SellerID: mill.ID, Reason: strings.Repeat("x", 1001), Minutes: 5},
			"an operator": {SellerID: seller.ActAsOperator, Reason: "R.", Minutes: 5}, "another person": {SellerID: seller.ID(olga.Account), Reason: "R.", Minutes: 5},
		} {
			_, err := w.App.Sellers.StartViewAs(t.Context(), olga.Actor, in)
			require.Error(t, err, name)
		}
		_, err := w.App.Sellers.StartViewAs(t.Context(), mill.Actor, seller.ViewAsStartInput{SellerID: mill.ID, Reason: "R.", Minutes: 5})
		require.ErrorIs(t, err, seller.ErrNotOperator)
	})
}

// Writing needs a reason of its own, never reaches what asks for a second
// factor, and has both identities on record.
func TestViewAs_write(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, mill := w.Operator(), w.Seller("Mill")
		v := olga.Views(mill)
		_, err := w.App.Sellers.WriteViewAs(t.Context(), olga.Actor, seller.ViewAsWriteInput{ID: v.ID, Reason: " "})
		require.Error(t, err)
		_, err = w.App.Sellers.WriteViewAs(t.Context(), w.Operator().Actor, seller.ViewAsWriteInput{ID: v.ID, Reason: "R."})
		require.ErrorIs(t, err, seller.ErrViewAsNotFound)
		_, err = w.App.Sellers.WriteViewAs(t.Context(), olga.Actor, seller.ViewAsWriteInput{ID: v.ID, Reason: "A wrong price."})
		require.NoError(t, err)
		as := olga.Wearing(v)
		require.True(t, authz.Can(as.Actor, authz.OfferEdit))
		for _, do := range authz.Permissions() {
			require.False(t, authz.Can(as.Actor, do) && do.NeedsStepUp(), do)
		}
		answer := w.Asks(as, `mutation { productCreate(input: {title: "Mug", variants: [{offer: {price: {amount: "7.00", currencyCode: "EUR"}}}]}) { product { id } userErrors { code } } }`, nil)
		require.NotNil(t, answer.Data["productCreate"])
		origin := actor.OriginOf(actor.With(t.Context(), as.Actor))
		require.Equal(t, []string{string(olga.Account), string(mill.ID), string(v.ID)}, []string{origin.AccountID, origin.SellerID, origin.ViewAsID})
		require.Len(t, recorded(t, w, olga, "seller.view_as_started"), 2, "the second reason is on record too")
	})
}

// An operator who views as a seller is shown so, and every mutation is refused.
func TestViewAs_door(t *testing.T) {
	t.Parallel()
	w := testkit.Open(t)
	support, mill := w.OperatorWith(identity.OperatorSupport), w.Seller("Mill")
	as := support.Wearing(support.Views(mill))
	answer := w.Asks(as, `{ viewer { account { id } hat { kind actAs permissions } viewAs { reason isReadOnly endsAt seller { id } } } sellerProducts { nodes { id } } }`, nil)
	viewer := answer.Data["viewer"].(map[string]any)
	require.Equal(t, string(support.Account), viewer["account"].(map[string]any)["id"])
	require.Equal(t, "A question.", viewer["viewAs"].(map[string]any)["reason"])
	require.Equal(t, true, viewer["viewAs"].(map[string]any)["isReadOnly"])
	require.Nil(t, w.Asks(support, `{ viewer { viewAs { id } } }`, nil).Data["viewer"].(map[string]any)["viewAs"])
}
