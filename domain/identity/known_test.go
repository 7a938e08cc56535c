package identity_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
)

var (
	right = identity.SignInInput{Email: "alice@example.org", Password: secret}
	wrong = identity.SignInInput{Email: "alice@example.org", Password: "a quiet harbour 48"}
)

func from(t *testing.T, address string, device identity.DeviceToken) context.Context {
	t.Helper()
	return identity.WithClient(t.Context(), identity.Client{Address: address, Device: device})
}

// Whoever guesses from a thousand places slows down everybody but the owner at a
// device of theirs, also one in the same network.
func TestService_SignIn_strangers_lock_nobody_out(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		_, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		opened, err := s.SignIn(from(t, "192.0.2.2", ""), actor.Actor{}, right)
		require.NoError(t, err)
		require.NotEmpty(t, opened.Device)
		require.NoError(t, s.SignOut(t.Context(), actor.Actor{AccountID: string(opened.Account.ID), SessionID: string(opened.Session.ID)}))

		compared := 0
		for i := range 1000 {
			if i%10 == 9 {
				c.Advance(15 * time.Minute) // a patient stranger
			}
			_, err := s.SignIn(from(t, fmt.Sprintf("10.0.%d.%d", i/250, i%250), ""), actor.Actor{}, wrong)
			require.Error(t, err)
			if identity.ErrCredentials.Is(err) {
				compared++
			}
		}
		require.LessOrEqual(t, compared, 100, "the ceiling of failures in a row")
		require.Greater(t, compared, 90)
		c.Advance(48 * time.Hour)
		_, err = s.Sweep(t.Context())
		require.NoError(t, err)
		_, err = s.SignIn(from(t, "192.0.2.9", ""), actor.Actor{}, right)
		require.ErrorIs(t, err, identity.ErrSignInThrottled, "strangers are not let in any more, nor is time on their side")

		again, err := s.SignIn(from(t, "10.0.0.1", opened.Device), actor.Actor{}, right)
		require.NoError(t, err, "the owner, at once, from a known device in the strangers' network")
		require.Empty(t, again.Device, "it is known already")
		_, err = s.SignIn(from(t, "192.0.2.9", ""), actor.Actor{}, right)
		require.NoError(t, err, "the owner was there, so failures in a row begin anew")
	})
}

// Without a known device the way in is the mailbox.
func TestService_ResetPassword_ends_what_strangers_have_failed(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, _ *clock.Manual) {
		s := cheap(d)
		_, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		opened, err := s.SignIn(from(t, "192.0.2.2", ""), actor.Actor{}, right)
		require.NoError(t, err)
		tried(from(t, "192.0.2.1", ""), s, wrong, 10)
		_, err = s.SignIn(from(t, "192.0.2.3", ""), actor.Actor{}, right)
		require.ErrorIs(t, err, identity.ErrSignInThrottled)

		require.NoError(t, s.AskReset(t.Context(), "alice@example.org"))
		reset := letter(t, d, s).Token
		require.NoError(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: reset, Password: fresh}))
		renewed := identity.SignInInput{Email: right.Email, Password: fresh}
		_, err = s.SignIn(from(t, "192.0.2.3", ""), actor.Actor{}, renewed)
		require.NoError(t, err)

		require.Equal(t, 5, tried(from(t, "192.0.2.2", opened.Device), s, wrong, 20), "devices from before are strangers")
		_, err = s.SignIn(from(t, "192.0.2.2", opened.Device), actor.Actor{}, renewed)
		require.ErrorIs(t, err, identity.ErrSignInThrottled)
	})
}

func TestService_known_devices_have_counts_of_their_own(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		_, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		bob := alice()
		bob.Email = "bob@example.org"
		_, err = s.Register(t.Context(), actor.Actor{}, bob)
		require.NoError(t, err)
		one, err := s.SignIn(from(t, "192.0.2.2", ""), actor.Actor{}, right)
		require.NoError(t, err)
		two, err := s.SignIn(from(t, "192.0.2.2", ""), actor.Actor{}, right)
		require.NoError(t, err)
		require.NotEqual(t, one.Device, two.Device)

		require.Equal(t, 5, tried(from(t, "192.0.2.2", one.Device), s, wrong, 40), "a stolen device guesses no faster")
		_, err = s.SignIn(from(t, "192.0.2.2", two.Device), actor.Actor{}, right)
		require.NoError(t, err)
		_, err = s.SignIn(from(t, "192.0.2.7", ""), actor.Actor{}, right)
		require.NoError(t, err)

		ofBob := identity.SignInInput{Email: "bob@example.org", Password: "a quiet harbour 48"}
		require.Equal(t, 5, tried(from(t, "192.0.2.7", two.Device), s, ofBob, 10), "known to its own account only")
		require.Zero(t, tried(from(t, "192.0.2.8", ""), s, ofBob, 10), "so these were a stranger's")

		for _, made := range []identity.DeviceToken{"etal_dev_", "etal_dev_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "nonsense\x00", identity.DeviceToken(two.Token)} {
			tried(from(t, "192.0.2.9", made), s, wrong, 10)
		}
		_, err = s.SignIn(from(t, "192.0.2.9", "etal_dev_made_up"), actor.Actor{}, right)
		require.ErrorIs(t, err, identity.ErrSignInThrottled, "what was made up is a stranger")

		c.Advance(identity.DeviceMax)
		_, err = s.Sweep(t.Context())
		require.NoError(t, err)
		late, err := s.SignIn(from(t, "192.0.2.2", two.Device), actor.Actor{}, right)
		require.NoError(t, err)
		require.NotEmpty(t, late.Device, "forgotten after a year")
	})
}

// An account has so many devices and no more, and nothing of a token is kept.
func TestService_devices_are_bounded_and_hashed(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		_, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		var first, last identity.DeviceToken
		for i := range 25 {
			c.Advance(time.Minute)
			opened, err := s.SignIn(from(t, "192.0.2.2", ""), actor.Actor{}, right)
			require.NoError(t, err)
			if last = opened.Device; i == 0 {
				first = last
			}
		}
		opened, err := s.SignIn(from(t, "192.0.2.2", last), actor.Actor{}, right)
		require.NoError(t, err)
		require.Empty(t, opened.Device)
		opened, err = s.SignIn(from(t, "192.0.2.2", first), actor.Actor{}, right)
		require.NoError(t, err)
		require.NotEmpty(t, opened.Device, "the one unused for longest was forgotten")

		renewed, err := s.RenewDevice(t.Context(), opened.Token, "")
		require.NoError(t, err)
		require.NotEmpty(t, renewed)
		same, err := s.RenewDevice(t.Context(), opened.Token, renewed)
		require.NoError(t, err)
		require.Empty(t, same, "the browser has it")
		opened, err = s.SignIn(from(t, "192.0.2.2", opened.Device), actor.Actor{}, right)
		require.NoError(t, err)
		require.NotEmpty(t, opened.Device, "the token before works no more")
		require.Equal(t, "[redacted]", fmt.Sprint(opened.Device))
		require.Equal(t, "[redacted]", fmt.Sprintf("%#v", opened.Device))
	})
}

// Queries are answered while every slot of the hasher is taken and 200 more
// people wait to sign in.
func TestService_queries_do_not_wait_for_sign_ins(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, _ *clock.Manual) {
		s := cheap(d)
		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		release := identity.HoldHasher(s)
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		var answered atomic.Int64
		for i := range 200 {
			wg.Go(func() {
				in := identity.SignInInput{Email: fmt.Sprintf("p%d@example.org", i), Password: secret}
				_, err := s.SignIn(identity.WithClient(ctx, identity.Client{Address: fmt.Sprintf("10.1.%d.%d", i/100, i%100)}), actor.Actor{}, in)
				if identity.ErrCredentials.Is(err) {
					answered.Add(1)
				}
			})
		}
		for range 50 {
			_, _, err := s.Authenticate(t.Context(), guest.Token)
			require.NoError(t, err)
		}
		require.Zero(t, answered.Load(), "no sign-in was answered before the last query was")
		cancel()
		wg.Wait()
		release()
	})
}
