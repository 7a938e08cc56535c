package factor_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

var firefox = identity.Client{Address: "203.0.113.77", Agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"} // a constant

// signInWith signs in with what a device shows.
func (w *world) signInWith(token identity.TrustToken) *identity.Opened {
	w.t.Helper()
	client := firefox
	client.Trust = token
	opened, err := w.people.SignIn(identity.WithClient(w.t.Context(), client), actor.Actor{}, identity.SignInInput{Email: email, Password: password})
	require.NoError(w.t, err)
	return opened
}

// trust signs in, shows a factor, and asks for the device to be trusted.
func (w *world) trust(phone app) *identity.Opened {
	w.t.Helper()
	waiting := w.signInWith("")
	require.Equal(w.t, identity.SessionPendingFactor, waiting.State())
	in := factor.VerifyInput{Proof: phone.proof(), TrustDevice: true}
	opened, err := w.factors.Verify(identity.WithClient(w.t.Context(), firefox), w.actor(waiting.Token), in)
	require.NoError(w.t, err)
	w.clock.Advance(time.Minute) // the code is used up
	return opened
}

// asked requires that signing in asks for the factor, whatever the device shows.
func (w *world) asked(token identity.TrustToken, why string) {
	w.t.Helper()
	require.Equal(w.t, identity.SessionPendingFactor, w.signInWith(token).State(), why)
}

func TestTrust_skips_the_factor_at_sign_in_and_nothing_else(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		first := w.trust(phone)
		require.Regexp(t, `^etal_tru_[\w-]{43}$`, first.Trust.Reveal())
		require.NotContains(t, []any{first.Trust.String(), first.Trust.GoString(), first.Trust.LogValue().String()}, first.Trust.Reveal())

		opened := w.signInWith(first.Trust)
		require.Equal(t, identity.SessionActive, opened.State())
		require.Empty(t, opened.Trust, "told once")
		by := w.actor(opened.Token)
		require.Equal(t, actor.Buyer, by.Role)
		require.True(t, by.FactorAt.IsZero())
		require.True(t, factor.NeedsStepUp(by, w.clock.Now()), "not even right after signing in")
		_, err := w.factors.BeginPasskey(t.Context(), by, factor.AddInput{Password: password})
		require.ErrorIs(t, err, factor.ErrStepUp, "another factor is not added by it")
		_, err = w.factors.Verify(t.Context(), by, factor.VerifyInput{Proof: phone.proof()})
		require.ErrorIs(t, err, factor.ErrNotPending)

		w.clock.Advance(identity.TrustMax - 2*time.Minute)
		again := w.signInWith(first.Trust)
		require.Equal(t, identity.SessionActive, again.State())
		w.clock.Advance(2 * time.Minute)
		w.asked(first.Trust, "30 days after it was trusted, however often it was used")
		listed, err := w.people.TrustedDevicesOf(t.Context(), by)
		require.NoError(t, err)
		require.Empty(t, listed)
		swept, err := w.people.Sweep(t.Context())
		require.NoError(t, err)
		require.Positive(t, swept)
	})
}

// A session that a trusted device has let in puts no other hat on before the
// factor is shown, whatever the account has become since.
func TestTrust_is_not_for_operators_and_members(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		device := w.trust(phone).Trust
		let := w.signInWith(device)
		mill, err := w.sellers.Apply(t.Context(), w.actor(let.Token), seller.ApplyInput{Name: "Mill", Country: "DE"})
		require.NoError(t, err)

		by, err := w.sellers.Actor(t.Context(), let.Token, string(mill.ID))
		require.NoError(t, err)
		require.Equal(t, actor.Pending, by.Role, "the hat of a member asks for the factor")
		require.Empty(t, by.SellerID)
		require.Empty(t, authz.Granted(by))
		w.asked(device, "an account that acts for a seller has no trusted devices")
		shown, err := w.factors.Verify(t.Context(), by, factor.VerifyInput{Proof: phone.proof(), TrustDevice: true})
		require.NoError(t, err)
		require.Empty(t, shown.Trust, "and is offered none")
		by, err = w.sellers.Actor(t.Context(), shown.Token, string(mill.ID))
		require.NoError(t, err)
		require.Equal(t, actor.Role("seller:owner"), by.Role)
		w.ended(let.Token)
	})
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		device := w.trust(phone).Trust
		let := w.signInWith(device)
		admin := identity.OperatorAdmin
		require.NoError(t, w.db.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return identity.SetOperatorRoleTx(ctx, tx, let.Account.ID, &admin)
		}))
		by, err := w.sellers.Actor(t.Context(), let.Token, seller.ActAsOperator)
		require.NoError(t, err)
		require.Equal(t, actor.Pending, by.Role)
		w.asked(device, "nor has an operator")
		shown, err := w.factors.Verify(t.Context(), by, factor.VerifyInput{Proof: phone.proof(), TrustDevice: true})
		require.NoError(t, err)
		require.Empty(t, shown.Trust)
	})
}

func TestTrust_is_worth_nothing_to_others(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		device := w.trust(phone).Trust
		_, err := w.people.SignIn(identity.WithClient(t.Context(), identity.Client{Trust: device}), actor.Actor{},
			identity.SignInInput{Email: email, Password: "another password 12"})
		require.ErrorIs(t, err, identity.ErrCredentials, "it is no password")
		for _, forged := range []identity.TrustToken{"", "etal_tru_", "x", device[:len(device)-1], device + "A", "etal_dev_" + device[9:], "etal_tru_\x00", " " + device} {
			w.asked(forged, "forged")
		}
		_, err = w.sellers.Actor(t.Context(), identity.Token(device), "")
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "it is no session")

		bob, err := w.people.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "bob@example.org", Password: password})
		require.NoError(t, err)
		w.enrol(w.actor(bob.Token))
		opened, err := w.people.SignIn(identity.WithClient(t.Context(), identity.Client{Trust: device}), actor.Actor{},
			identity.SignInInput{Email: "bob@example.org", Password: password})
		require.NoError(t, err)
		require.Equal(t, identity.SessionPendingFactor, opened.State(), "it is not Bob's")
	})
}

func TestTrust_ends_with_what_it_was_given_for(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(w *world, by actor.Actor, phone app) error{
		"another password": func(w *world, by actor.Actor, _ app) error {
			in := identity.ChangePasswordInput{CurrentPassword: password, Password: "another quiet harbour 48"}
			if err := w.people.ChangePassword(w.t.Context(), by, in); err != nil {
				return err
			}
			in.CurrentPassword, in.Password = in.Password, password
			return w.people.ChangePassword(w.t.Context(), by, in)
		},
		"a reset of the password": func(w *world, by actor.Actor, _ app) error {
			token, err := w.people.IssueReset(w.t.Context(), identity.AccountID(by.AccountID))
			if err != nil {
				return err
			}
			return w.people.ResetPassword(w.t.Context(), identity.ResetInput{Token: token, Password: password})
		},
		"other recovery codes": func(w *world, by actor.Actor, phone app) error {
			_, err := w.factors.RenewRecoveryCodes(w.t.Context(), by, phone.proof())
			return err
		},
		"the app is another": func(w *world, by actor.Actor, phone app) error {
			removed, err := w.factors.Remove(w.t.Context(), by, factor.RemoveInput{Password: password, Proof: phone.proof()})
			if err != nil {
				return err
			}
			w.enrol(w.actor(removed.Token))
			return nil
		},
		"suspended and let in again": func(w *world, by actor.Actor, _ app) error {
			about := identity.AboutInput{AccountID: identity.AccountID(by.AccountID), Reason: "A stolen telephone."}
			if _, err := w.people.Suspend(w.t.Context(), about); err != nil {
				return err
			}
			_, err := w.people.Reinstate(w.t.Context(), about)
			return err
		},
		"all sessions ended by an operator": func(w *world, by actor.Actor, _ app) error {
			_, err := w.people.EndSessions(w.t.Context(), identity.EndSessionsInput{AccountID: identity.AccountID(by.AccountID), Reason: "A stolen telephone."})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, w *world) {
				phone, _ := w.enrol(w.register())
				trusting := w.trust(phone)
				require.Equal(t, identity.SessionActive, w.signInWith(trusting.Trust).State())
				require.NoError(t, change(w, w.actor(trusting.Token), phone))
				w.asked(trusting.Trust, name)
			})
		})
	}
}

func TestTrust_lists_and_revokes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		phone, _ := w.enrol(w.register())
		first := w.trust(phone)
		other := w.trust(phone)
		by := w.actor(other.Token)
		w.clock.Advance(time.Hour)
		client := identity.Client{Address: "2001:db8:1:2::4", Agent: "curl/8", Trust: first.Trust}
		_, err := w.people.SignIn(identity.WithClient(ctx, client), actor.Actor{}, identity.SignInInput{Email: email, Password: password})
		require.NoError(t, err)
		listed, err := w.people.TrustedDevicesOf(ctx, by)
		require.NoError(t, err)
		require.Len(t, listed, 2)
		require.Equal(t, []string{"Firefox on Linux", "203.0.113.0/24", "curl", "2001:db8:1::/48"},
			[]string{listed[0].Agent, listed[0].Place, listed[1].Agent, listed[1].Place})
		require.Equal(t, w.clock.Now(), listed[1].LastUsedAt.UTC())
		for _, nobody := range []actor.Actor{{}, {AccountID: by.AccountID, Role: actor.Pending}, {AccountID: by.AccountID, KeyID: "key_x"}} {
			none, err := w.people.TrustedDevicesOf(ctx, nobody)
			require.NoError(t, err)
			require.Empty(t, none)
		}

		stranger := actor.Actor{AccountID: string(identity.NewAccountID()), Role: actor.Buyer}
		for _, bad := range []identity.TrustedDeviceID{listed[1].ID, "", "trd_' OR 1=1"} {
			require.ErrorIs(t, w.people.EndTrust(ctx, stranger, bad), identity.ErrTrustedDeviceNotFound)
		}
		require.NoError(t, w.people.EndTrust(ctx, by, listed[1].ID))
		require.ErrorIs(t, w.people.EndTrust(ctx, by, listed[1].ID), identity.ErrTrustedDeviceNotFound)
		w.asked(first.Trust, "revoked")
		require.Equal(t, identity.SessionActive, w.signInWith(other.Trust).State(), "the other goes on")

		for range 11 {
			w.trust(phone)
		}
		listed, err = w.people.TrustedDevicesOf(ctx, by)
		require.NoError(t, err)
		require.Len(t, listed, 10)
		w.asked(other.Trust, "the oldest makes room")
		ended, err := w.people.EndAllTrust(ctx, by)
		require.NoError(t, err)
		require.EqualValues(t, 10, ended)
		ended, err = w.people.EndAllTrust(ctx, by)
		require.NoError(t, err)
		require.Zero(t, ended)
	})
}

// Whoever signs in at the moment at which the trust ends is let in before it or
// asked after it; what is never left is a session let in by a device that was
// revoked before the sign-in began.
func TestTrust_revoked_while_somebody_signs_in(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		trusting := w.trust(phone)
		by := w.actor(trusting.Token)
		worked, others := atOnce(5, func() error { // as many may try at once without waiting
			_, err := w.people.EndAllTrust(context.Background(), by)
			if err != nil {
				return err
			}
			client := identity.Client{Trust: trusting.Trust}
			opened, err := w.people.SignIn(identity.WithClient(context.Background(), client), actor.Actor{}, identity.SignInInput{Email: email, Password: password})
			if err == nil && !opened.Session.FactorPending {
				return factor.ErrPending
			}
			return err
		})
		require.Equal(t, 5, worked, "%v", others)
	})
}

// A browser gets the token as a cookie, and the one that scripts have seen works
// no more.
func TestTrust_is_renewed_for_a_cookie(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		trusting := w.trust(phone)
		renewed, lasts, err := w.people.RenewTrust(t.Context(), trusting.Token, "")
		require.NoError(t, err)
		require.Equal(t, identity.TrustMax-time.Minute, lasts)
		w.asked(trusting.Trust, "the one before")
		let := w.signInWith(renewed)
		require.Equal(t, identity.SessionActive, let.State())
		same, _, err := w.people.RenewTrust(t.Context(), let.Token, renewed)
		require.NoError(t, err)
		require.Empty(t, same, "the browser has it already")
		_, err = w.people.EndAllTrust(t.Context(), w.actor(let.Token))
		require.NoError(t, err)
		none, _, err := w.people.RenewTrust(t.Context(), let.Token, "")
		require.NoError(t, err)
		require.Empty(t, none, "a revoked one does not come back")
		_, _, err = w.people.RenewTrust(t.Context(), "etal_ses_x", renewed)
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
	})
}
