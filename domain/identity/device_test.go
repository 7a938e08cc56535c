package identity_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

func TestService_SessionsOf(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		first, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		for _, client := range []identity.Client{
			{Address: "203.0.113.77", Agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"},
			{Address: "2001:db8:1:2:3::4", Agent: "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0"},
			{Address: "::ffff:198.51.100.9", Agent: "my client\x00 1.0"},
		} {
			_, err := s.SignIn(identity.WithClient(t.Context(), client), actor.Actor{},
				identity.SignInInput{Email: "alice@example.org", Password: secret})
			require.NoError(t, err)
		}
		other, err := s.GuestStart(t.Context())
		require.NoError(t, err)

		list, err := s.SessionsOf(t.Context(), buyerActor(first), page.First(10))
		require.NoError(t, err)
		var seen [][2]string
		for _, one := range list.Nodes {
			seen = append(seen, [2]string{one.Agent, one.Place})
		}
		require.Equal(t, [][2]string{
			{"Another program", "198.51.100.0/24"},
			{"Edge on Windows", "2001:db8:1::/48"},
			{"Firefox on Linux", "203.0.113.0/24"},
			{"Another program", ""},
		}, seen)

		require.ErrorIs(t, s.RevokeSession(t.Context(), buyerActor(first), other.Session.ID), identity.ErrSessionNotFound)
		require.ErrorIs(t, s.RevokeSession(t.Context(), actor.Actor{}, other.Session.ID), identity.ErrSessionNotFound)
		require.ErrorIs(t, s.RevokeSession(t.Context(), buyerActor(first), "ses_' OR 1=1"), identity.ErrSessionNotFound)
		require.NoError(t, s.RevokeSession(t.Context(), buyerActor(first), list.Nodes[0].ID))
		ended, err := s.RevokeOtherSessions(t.Context(), buyerActor(first))
		require.NoError(t, err)
		require.EqualValues(t, 2, ended)
		_, _, err = s.Authenticate(t.Context(), first.Token)
		require.NoError(t, err)
		_, _, err = s.Authenticate(t.Context(), other.Token)
		require.NoError(t, err, "somebody else's goes on")

		c.Advance(identity.SessionIdleMax)
		list, err = s.SessionsOf(t.Context(), buyerActor(first), page.First(10))
		require.NoError(t, err)
		require.Empty(t, list.Nodes, "those that have ended by themselves are not shown")
	})
}

func TestService_a_revoked_session_is_refused_by_the_next_request(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		mine, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		lost, err := s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.NoError(t, err)
		_, _, err = s.Authenticate(t.Context(), lost.Token)
		require.NoError(t, err)
		require.NoError(t, s.RevokeSession(t.Context(), buyerActor(mine), lost.Session.ID))
		_, _, err = s.Authenticate(t.Context(), lost.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
		again, err := s.SignIn(t.Context(), buyerActor(mine), identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.NoError(t, err)
		require.NotEqual(t, mine.Token, again.Token)
		_, _, err = s.Authenticate(t.Context(), mine.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "signing in gives a new token, and the old one dies")
	})
}

func TestSession_a_pause_is_not_forgotten(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		fits := func() bool {
			session, _, err := s.Authenticate(t.Context(), opened.Token)
			require.NoError(t, err)
			return session.Fit(c.Now(), identity.OperatorPauseMax, identity.OperatorLifetimeMax)
		}
		for range 60 { // ten minutes apart, for ten hours
			c.Advance(10 * time.Minute)
			require.True(t, fits())
		}
		c.Advance(15 * time.Minute)
		require.False(t, fits())
		c.Advance(time.Minute)
		require.False(t, fits(), "the pause stays in the way after the session was used again")
	})
}
