package notification_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// news settles what was done and returns the subjects of the mails that it led to,
// by who got them, in alphabetical order.
func news(w *testkit.World, before int) map[string][]string {
	w.Settle()
	all := w.App.CaughtMail()
	got := map[string][]string{}
	for _, m := range all[:len(all)-before] { // the newest come first
		got[m.To] = append(got[m.To], m.Subject)
	}
	for _, subjects := range got {
		slices.Sort(subjects)
	}
	return got
}

// TestTeam_tells_of_changes: whom a change is about and every owner are told, each
// once, and nobody else: neither other members nor another seller.
func TestTeam_tells_of_changes(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		mara, max := mill.Member("Mara", seller.RoleCatalog), mill.Member("Max", seller.RoleReadOnly)
		kiln.Member("Kim", seller.RoleManager)
		w.Settle()
		memberOf := func(p *testkit.Person) seller.MemberID {
			m, err := w.App.Sellers.MembershipOf(t.Context(), p.Account, mill.ID)
			require.NoError(t, err)
			return m.ID
		}
		told := func(do func() error) map[string][]string {
			t.Helper()
			before := len(w.App.CaughtMail())
			require.NoError(t, do())
			return news(w, before)
		}

		require.Equal(t, map[string][]string{mara.Email: {"Your role for Mill has changed"}, mill.Email: {"A role has changed at Mill"}},
			told(func() error {
				_, err := w.App.Sellers.SetRole(t.Context(), mill.Actor, seller.MemberRoleSetInput{MemberID: memberOf(mara), Role: seller.RoleFinance})
				return err
			}))
		require.Contains(t, w.App.CaughtMail()[0].Text+w.App.CaughtMail()[1].Text, "is finance now")

		require.Equal(t, map[string][]string{mill.Email: {"The legal data of Mill has changed"}}, told(func() error {
			_, err := w.App.Sellers.UpdateLegal(t.Context(), mill.Actor, seller.LegalInput{
				LegalName: "Mill GmbH", Line1: "Am Bach 1", PostalCode: "20359", City: "Hamburg", Country: "DE",
			})
			return err
		}))

		var role *seller.CustomRole
		require.Equal(t, map[string][]string{mill.Email: {"A new role at Mill"}}, told(func() (err error) {
			role, err = w.App.Sellers.CreateRole(t.Context(), mill.Actor, seller.RoleInput{Name: "Counter", Permissions: []string{"STOCK_READ"}})
			return err
		}))
		require.Equal(t, map[string][]string{mill.Email: {"A role at Mill is gone"}}, told(func() error {
			_, err := w.App.Sellers.DeleteRole(t.Context(), mill.Actor, seller.RoleDeleteInput{RoleID: role.ID})
			return err
		}))

		require.Equal(t, map[string][]string{max.Email: {"You do not act for Mill any more"}, mill.Email: {"Somebody does not act for Mill any more"}},
			told(func() error {
				_, err := w.App.Sellers.Remove(t.Context(), mill.Actor, seller.MemberInput{MemberID: memberOf(max)})
				return err
			}))
		require.Empty(t, told(func() error { // refused, so nothing has happened
			_, err := w.App.Sellers.Remove(t.Context(), kiln.Actor, seller.MemberInput{MemberID: memberOf(mara)})
			require.ErrorIs(t, err, seller.ErrMemberNotFound)
			return nil
		}))
	})
}

// Whoever stayed away is told that they may not act any more, and that they may
// again; and so are the owners.
func TestTeam_tells_of_stale_access(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		mara := mill.Member("Mara", seller.RoleCatalog)
		w.Settle()
		w.Clock.Advance(181 * 24 * time.Hour)
		mill.Person = mill.SignsInAgain()
		before := len(w.App.CaughtMail())
		require.NoError(t, w.App.Sellers.ReviewAccess(t.Context()))
		got := news(w, before)
		require.Equal(t, []string{"You may not act for Mill"}, got[mara.Email])
		require.Equal(t, []string{"A member of Mill was disabled"}, got[mill.Email])
		require.Len(t, got, 2)

		m, err := w.App.Sellers.MembershipOf(t.Context(), mara.Account, mill.ID)
		require.NoError(t, err)
		before = len(w.App.CaughtMail())
		_, err = w.App.Sellers.Enable(t.Context(), mill.Actor, seller.MemberInput{MemberID: m.ID})
		require.NoError(t, err)
		got = news(w, before)
		require.Equal(t, map[string][]string{mara.Email: {"You may act for Mill again"}, mill.Email: {"A member of Mill was let in again"}}, got)
		for _, mail := range w.App.CaughtMail()[:2] {
			require.True(t, mail.To != mill.Email || strings.Contains(mail.Text, mara.Email), "owners read whom it is about")
		}
	})
}

// Whoever is invited does not know yet who writes to them: the mail has the words of the
// platform, and of the seller's nothing but the name that an operator has approved.
func TestTeam_invitation_says_nothing_that_a_member_wrote(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		mara := mill.Member("Mara", seller.RoleManager)
		_, err := w.App.Identity.Rename(t.Context(), mara.Actor, identity.RenameInput{Name: "Claim at evil.example"})
		require.NoError(t, err)
		role, err := w.App.Sellers.CreateRole(t.Context(), mill.Actor, seller.RoleInput{Name: "Pay at evil.example", Permissions: []string{"STOCK_READ"}})
		require.NoError(t, err)
		for _, charge := range []seller.InviteInput{
			{Email: "nora@example.org", Role: seller.RoleReadOnly}, {Email: "nils@example.org", Role: seller.RoleCustom, RoleID: &role.ID},
		} {
			_, err := w.App.Sellers.Invite(t.Context(), mara.Actor, charge)
			require.NoError(t, err)
			w.Settle()
			mail := w.App.CaughtMail()[0]
			require.Equal(t, charge.Email, mail.To)
			require.Contains(t, mail.Text, mara.Email+" invites you to act for Mill.")
			require.NotContains(t, mail.Text+mail.HTML+mail.Subject, "evil.example")
		}
	})
}
