package notification_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
)

// linkToken is what stands behind the # of the only link in a text.
func linkToken(t *testing.T, text string) identity.LinkToken {
	t.Helper()
	_, rest, ok := strings.Cut(text, "#")
	require.True(t, ok, text)
	return identity.LinkToken(strings.Fields(rest)[0])
}

func TestAccount_mails(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		in := identity.RegisterInput{Email: "mia@example.org", Name: "Mia", Password: "a quiet harbour 47"}
		require.NoError(t, w.people.SignUp(t.Context(), actor.Actor{}, in))
		w.drain(t)
		require.Len(t, w.mail.taken, 1)
		link := w.mail.taken[0]
		require.Equal(t, "mia@example.org", link.To)
		require.Contains(t, link.Text, "https://market.example/account/confirm#etal_lnk_")
		require.Contains(t, link.Text, "24 hours")
		require.NotContains(t, link.Text+link.HTML, "Mia", "a stranger may have written it, to write what the mail says")
		_, err := w.people.VerifyEmail(t.Context(), actor.Actor{}, linkToken(t, link.Text))
		require.NoError(t, err)
		w.drain(t)
		require.Equal(t, "Welcome", w.mail.taken[1].Subject)
		require.Contains(t, w.mail.taken[1].Text, "Hello Mia,")

		in.Name = "Mallory"
		require.NoError(t, w.people.SignUp(t.Context(), actor.Actor{}, in))
		w.drain(t)
		notice := w.mail.taken[2]
		require.Equal(t, "You have an account already", notice.Subject)
		require.NotContains(t, notice.Text, "#")
		require.NotContains(t, notice.Text, "Mallory")

		require.NoError(t, w.people.AskReset(t.Context(), "nobody@example.org"))
		w.drain(t)
		require.Len(t, w.mail.taken, 3, "nobody has the address")
		require.NoError(t, w.people.AskReset(t.Context(), "mia@example.org"))
		w.drain(t)
		require.Contains(t, w.mail.taken[3].Text, "30 minutes")
		require.NoError(t, w.people.ResetPassword(t.Context(), identity.ResetInput{
			Token: linkToken(t, w.mail.taken[3].Text), Password: "seven lanterns drift",
		}))
		w.drain(t)
		require.Equal(t, "Your password was changed", w.mail.taken[4].Subject)
	})
}

// A name is one line: with a line break in it, the mails that greet by it would say
// what a stranger has written.
func TestAccount_name_with_a_paragraph_is_refused(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		for _, name := range []string{"Bob,\n\nYour account is locked: https://evil.example/x\n\nB", "Bob\u2028Pay", "Bob\u202eyap"} {
			err := w.people.SignUp(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "mia@example.org", Name: name, Password: "a quiet harbour 47"})
			require.ErrorIs(t, err, fault.ErrTextLine, "%q", name)
		}
		w.drain(t)
		require.Empty(t, w.mail.taken)
	})
}

func TestAccount_change_of_address_is_told_to_both(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d)
		mia := w.register(t, "mia", "Mia")
		w.drain(t)
		w.mail.taken = nil // the welcome
		in := identity.ChangeEmailInput{Email: "new@example.org", Password: "a quiet harbour 47"}
		require.NoError(t, w.people.ChangeEmail(t.Context(), mia, in))
		w.drain(t)
		require.Len(t, w.mail.taken, 2)
		for _, m := range w.mail.taken {
			_, err := w.people.ConfirmEmailChange(t.Context(), linkToken(t, m.Text))
			require.NoError(t, err)
		}
		w.drain(t)
		require.Len(t, w.mail.taken, 4)
		require.ElementsMatch(t, []string{"mia@example.org", "new@example.org"}, []string{w.mail.taken[2].To, w.mail.taken[3].To})
	})
}

func TestAccount_a_link_sent_twice_works(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t))
	w.mail.down = 1
	in := identity.RegisterInput{Email: "mia@example.org", Password: "a quiet harbour 47"}
	require.NoError(t, w.people.SignUp(t.Context(), actor.Actor{}, in))
	w.drain(t)
	require.Len(t, w.mail.taken, 2)
	first, second := w.mail.taken[0], w.mail.taken[1]
	require.NotEqual(t, first.ID, second.ID, "another text is another message")
	_, err := w.people.VerifyEmail(t.Context(), actor.Actor{}, linkToken(t, first.Text))
	require.ErrorIs(t, err, identity.ErrLinkInvalid)
	_, err = w.people.VerifyEmail(t.Context(), actor.Actor{}, linkToken(t, second.Text))
	require.NoError(t, err)
}
