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
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
)

const fresh = "seven lanterns drift"

// newest returns the link that was asked for last.
func newest(t *testing.T, d *db.DB) identity.LinkID {
	t.Helper()
	var id identity.LinkID
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT id FROM email_links ORDER BY id DESC LIMIT 1").Scan(t.Context(), &id))
	return id
}

// letter writes the mail of the link that was asked for last.
func letter(t *testing.T, d *db.DB, s *identity.Service) *identity.Letter {
	t.Helper()
	l, err := s.WriteLetter(t.Context(), newest(t, d))
	require.NoError(t, err)
	return l
}

func buyerActor(o *identity.Opened) actor.Actor {
	return actor.Actor{AccountID: string(o.Account.ID), SessionID: string(o.Session.ID), Role: actor.Buyer}
}

func signedUp(t *testing.T, d *db.DB, s *identity.Service, by actor.Actor, in identity.RegisterInput) *identity.Letter {
	t.Helper()
	require.NoError(t, s.SignUp(t.Context(), by, in))
	return letter(t, d, s)
}

func TestService_SignUp_makes_nothing_before_the_link_is_used(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		other, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		mail := signedUp(t, d, s, guestActor(guest), alice())
		require.Equal(t, "Alice@Example.org", mail.To)
		require.Empty(t, mail.Name, "whoever has written it, nobody has confirmed the address")
		require.False(t, mail.Taken)

		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.ErrorIs(t, err, identity.ErrCredentials)
		_, account, err := s.Authenticate(t.Context(), guest.Token)
		require.NoError(t, err, "the guest goes on")
		require.True(t, account.IsGuest)

		opened, err := s.VerifyEmail(t.Context(), guestActor(guest), mail.Token)
		require.NoError(t, err)
		require.Equal(t, guest.Account.ID, opened.Account.ID)
		require.True(t, opened.Account.IsEmailVerified())
		_, _, err = s.Authenticate(t.Context(), guest.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "the guest's token must not be the account's")
		_, _, err = s.Authenticate(t.Context(), other.Token)
		require.NoError(t, err)
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.NoError(t, err)
	})
}

func TestService_VerifyEmail_elsewhere_opens_no_session(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		stranger, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		mail := signedUp(t, d, s, guestActor(guest), alice())
		opened, err := s.VerifyEmail(t.Context(), guestActor(stranger), mail.Token)
		require.NoError(t, err)
		require.Nil(t, opened)
		_, _, err = s.Authenticate(t.Context(), guest.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
		again, err := s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.NoError(t, err)
		require.Equal(t, guest.Account.ID, again.Account.ID)
	})
}

func TestService_SignUp_of_a_taken_address(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		_, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		in := identity.RegisterInput{Email: "ALICE@example.org", Name: "Mallory", Password: fresh}
		mail := signedUp(t, d, s, actor.Actor{}, in)
		require.True(t, mail.Taken)
		require.Empty(t, mail.Token)
		require.Equal(t, "Alice@Example.org", mail.To)
		require.Equal(t, "Alice", mail.Name, "not what a stranger has written")
		require.Nil(t, letter(t, d, s), "one notice for one request")
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: fresh})
		require.ErrorIs(t, err, identity.ErrCredentials)
	})
}

func TestService_VerifyEmail_once_of_many(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		mail := signedUp(t, d, s, actor.Actor{}, alice())
		var done atomic.Int64
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				_, err := s.VerifyEmail(t.Context(), actor.Actor{}, mail.Token)
				switch {
				case err == nil:
					done.Add(1)
				case !identity.ErrLinkInvalid.Is(err):
					t.Errorf("another fault: %v", err)
				}
			})
		}
		wg.Wait()
		require.EqualValues(t, 1, done.Load())
	})
}

func TestService_links_end(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		verify := func(token identity.LinkToken) error {
			_, err := s.VerifyEmail(t.Context(), actor.Actor{}, token)
			return err
		}
		first := signedUp(t, d, s, actor.Actor{}, alice())
		repeated := letter(t, d, s) // the mail is sent once more
		require.NotEqual(t, first.Token, repeated.Token)
		require.NotEqual(t, first.Edition, repeated.Edition)
		require.ErrorIs(t, verify(first.Token), identity.ErrLinkInvalid)

		c.Advance(time.Second)
		second := signedUp(t, d, s, actor.Actor{}, alice())
		require.ErrorIs(t, verify(repeated.Token), identity.ErrLinkInvalid, "a newer link replaces it")
		c.Advance(identity.ConfirmLinkMax)
		require.ErrorIs(t, verify(second.Token), identity.ErrLinkInvalid, "a day has passed")

		third := signedUp(t, d, s, actor.Actor{}, alice())
		require.ErrorIs(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: third.Token, Password: fresh}),
			identity.ErrLinkInvalid, "a link serves one purpose")
		for _, bad := range []identity.LinkToken{"", "etal_lnk_", third.Token + "A", "etal_ses_" + third.Token[9:], "etal_lnk_\x00"} {
			require.ErrorIs(t, verify(bad), identity.ErrLinkInvalid)
		}
		c.Advance(identity.ConfirmLinkMax - time.Second)
		require.NoError(t, verify(third.Token))
		c.Advance(3 * identity.ConfirmLinkMax)
		_, err := s.Sweep(t.Context())
		require.NoError(t, err)
		left, err := d.Read(t.Context()).NewSelect().TableExpr("email_links").Count(t.Context())
		require.NoError(t, err)
		require.Zero(t, left)
	})
}

func TestService_links_keep_no_token(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		mail := signedUp(t, d, s, actor.Actor{}, alice())
		var hash []byte
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT token_hash FROM email_links").Scan(t.Context(), &hash))
		require.Len(t, hash, 32)
		require.NotContains(t, string(hash), mail.Token.Reveal()[9:20])
		require.Equal(t, "[redacted]", mail.Token.String())
	})
}

func TestService_mail_is_bounded(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		_, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		for range 5 {
			require.NoError(t, s.AskReset(t.Context(), "alice@example.org"))
		}
		require.ErrorIs(t, s.AskReset(t.Context(), "alice@example.org"), identity.ErrAskThrottled)
		for range 5 {
			require.NoError(t, s.AskReset(t.Context(), "nobody@example.org"))
		}
		require.ErrorIs(t, s.AskReset(t.Context(), "nobody@example.org"), identity.ErrAskThrottled, "alike for an unknown address")

		_, err = s.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "bob@example.org", Password: secret})
		require.NoError(t, err)
		waiting := identity.RegisterInput{Email: "carol@example.org", Password: secret}
		require.NoError(t, s.SignUp(t.Context(), actor.Actor{}, waiting))
		require.NotNil(t, letter(t, d, s))
		for name, tt := range map[string]struct {
			ask  func(context.Context) error
			want int
		}{
			"a new password": {func(ctx context.Context) error { return s.AskReset(ctx, "alice@example.org") }, 3},
			"a notice": {func(ctx context.Context) error {
				return s.SignUp(ctx, actor.Actor{}, identity.RegisterInput{Email: "bob@example.org", Password: secret})
			}, 6},
			"the link again": {func(ctx context.Context) error { return s.SendVerification(ctx, waiting.Email) }, 6},
		} {
			sent := 0
			for i := range 12 { // each from somewhere else
				require.NoError(t, tt.ask(from(t, fmt.Sprintf("192.0.2.%d", i), "")))
				if letter(t, d, s) != nil {
					sent++
				}
				c.Advance(time.Second)
			}
			require.Equal(t, tt.want, sent, "%s: a mailbox is not filled by strangers", name)
		}

		household := func(i int) context.Context { return from(t, fmt.Sprintf("2001:db8:1:2::%d", i), "") }
		for i := range 5 {
			require.NoError(t, s.AskReset(household(i), "alice@example.org"))
		}
		require.ErrorIs(t, s.AskReset(household(6), "alice@example.org"), identity.ErrAskThrottled, "a household has a /64")
	})
}

// However many strangers ask for mail to an address: its owner has a link that
// sets a new password, and half its life to use it, or gets one by asking.
func TestService_a_reset_is_mailed_although_strangers_sign_up(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		for i := range 12 {
			require.NoError(t, s.SignUp(from(t, fmt.Sprintf("192.0.2.%d", i), ""), actor.Actor{}, alice()))
			letter(t, d, s)
		}
		require.NoError(t, s.AskReset(t.Context(), "alice@example.org"))
		last := letter(t, d, s)
		require.NotNil(t, last)
		at := c.Now()

		sent := 0
		for i := range 60 {
			require.NoError(t, s.AskReset(from(t, fmt.Sprintf("198.51.100.%d", i), ""), "alice@example.org"))
			if another := letter(t, d, s); another != nil {
				last, at, sent = another, c.Now(), sent+1
			}
			require.LessOrEqual(t, c.Now().Sub(at), identity.ResetLinkMax/2)
			c.Advance(time.Minute)
		}
		require.LessOrEqual(t, sent, 12, "a mailbox is not filled by strangers")

		for range 4 {
			_, err = s.StartReset(t.Context(), identity.AboutInput{AccountID: opened.Account.ID, Reason: "She has called."})
			require.NoError(t, err)
			last = letter(t, d, s)
			require.NotNil(t, last, "an operator has asked")
		}
		require.NoError(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: last.Token, Password: fresh}))
	})
}

func TestService_SendVerification(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		first := signedUp(t, d, s, actor.Actor{}, alice())
		c.Advance(time.Minute)
		require.NoError(t, s.SendVerification(t.Context(), " alice@example.org"))
		again := letter(t, d, s)
		require.Equal(t, identity.LinkRegister, again.Purpose)
		require.Empty(t, again.Name)
		_, err := s.VerifyEmail(t.Context(), actor.Actor{}, first.Token)
		require.ErrorIs(t, err, identity.ErrLinkInvalid)
		_, err = s.VerifyEmail(t.Context(), actor.Actor{}, again.Token)
		require.NoError(t, err)

		require.NoError(t, s.SendVerification(t.Context(), "alice@example.org"))
		require.Nil(t, letter(t, d, s), "there is nothing to confirm")
		require.NoError(t, s.SendVerification(t.Context(), "nobody@example.org"))
		require.Nil(t, letter(t, d, s))
	})
}

// unverified is an account from before addresses were confirmed.
func unverified(t *testing.T, d *db.DB, s *identity.Service) *identity.Opened {
	t.Helper()
	opened, err := s.Register(t.Context(), actor.Actor{}, alice())
	require.NoError(t, err)
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewUpdate().TableExpr("accounts").Set("email_verified_at = NULL").Where("id = ?", opened.Account.ID).Exec(ctx)
		return err
	}))
	return opened
}

func TestService_VerifyEmail_of_an_older_account(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		old := unverified(t, d, s)
		require.NoError(t, s.SendVerification(t.Context(), "alice@example.org"))
		mail := letter(t, d, s)
		require.Equal(t, identity.LinkVerify, mail.Purpose)
		_, err := s.VerifyEmail(t.Context(), actor.Actor{}, mail.Token)
		require.NoError(t, err)
		_, account, err := s.Authenticate(t.Context(), old.Token)
		require.NoError(t, err, "its sessions go on")
		require.True(t, account.IsEmailVerified())
	})
}

func TestService_ResetPassword(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		opened := unverified(t, d, s)
		require.NoError(t, s.AskReset(t.Context(), "alice@example.org"))
		late := letter(t, d, s)
		c.Advance(identity.ResetLinkMax)
		require.ErrorIs(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: late.Token, Password: fresh}), identity.ErrLinkInvalid)

		require.NoError(t, s.AskReset(t.Context(), "alice@example.org"))
		mail := letter(t, d, s)
		err := s.ResetPassword(t.Context(), identity.ResetInput{Token: mail.Token, Password: "short"})
		require.ErrorIs(t, err, identity.ErrPasswordShort)
		require.Equal(t, []string{"password"}, fault.As(err)[0].Field)
		require.NoError(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: mail.Token, Password: fresh}), "a refused password uses nothing up")
		require.ErrorIs(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: mail.Token, Password: secret}), identity.ErrLinkInvalid)

		_, _, err = s.Authenticate(t.Context(), opened.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "every session ends")
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.ErrorIs(t, err, identity.ErrCredentials)
		again, err := s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: fresh})
		require.NoError(t, err)
		require.True(t, again.Account.IsEmailVerified(), "whoever has the link reads the mailbox")

		require.NoError(t, s.AskReset(t.Context(), "nobody@example.org"), "the answer is the same")
		require.Nil(t, letter(t, d, s))
	})
}

func TestService_ChangePassword(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		here, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		there, err := s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.NoError(t, err)
		require.NoError(t, s.AskReset(t.Context(), "alice@example.org"))
		mail := letter(t, d, s)
		by := buyerActor(here)

		change := func(now, next identity.Password) error {
			return s.ChangePassword(t.Context(), by, identity.ChangePasswordInput{CurrentPassword: now, Password: next})
		}
		require.ErrorIs(t, change(fresh, fresh), identity.ErrPasswordWrong)
		require.ErrorIs(t, change(secret, "short"), identity.ErrPasswordShort)
		require.NoError(t, change(secret, fresh))
		require.ErrorIs(t, change(secret, fresh), identity.ErrPasswordWrong)
		_, _, err = s.Authenticate(t.Context(), here.Token)
		require.NoError(t, err)
		_, _, err = s.Authenticate(t.Context(), there.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
		require.ErrorIs(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: mail.Token, Password: secret}),
			identity.ErrLinkInvalid, "a link from before is of no use")

		for range 8 {
			err = change(secret, fresh)
		}
		require.ErrorIs(t, err, identity.ErrSignInThrottled, "a stolen session is no way around the throttle")

		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		by = guestActor(guest)
		require.ErrorIs(t, change("", fresh), identity.ErrNotRegistered)
	})
}

// changed asks for another address and returns both letters.
func changed(t *testing.T, d *db.DB, s *identity.Service, by actor.Actor, email string) (old, next *identity.Letter) {
	t.Helper()
	require.NoError(t, s.ChangeEmail(t.Context(), by, identity.ChangeEmailInput{Email: email, Password: secret}))
	var ids []identity.LinkID
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT id FROM email_links ORDER BY id DESC LIMIT 2").Scan(t.Context(), &ids))
	next, err := s.WriteLetter(t.Context(), ids[0])
	require.NoError(t, err)
	old, err = s.WriteLetter(t.Context(), ids[1])
	require.NoError(t, err)
	return old, next
}

func TestService_ChangeEmail(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		by := buyerActor(opened)
		require.ErrorIs(t, s.ChangeEmail(t.Context(), by, identity.ChangeEmailInput{Email: "x@example.org", Password: fresh}), identity.ErrPasswordWrong)
		require.ErrorIs(t, s.ChangeEmail(t.Context(), by, identity.ChangeEmailInput{Email: "x", Password: secret}), identity.ErrEmailInvalid)

		oldOne, newOne := changed(t, d, s, by, "first@example.org")
		isChanged, err := s.ConfirmEmailChange(t.Context(), newOne.Token)
		require.NoError(t, err)
		require.False(t, isChanged, "one of two is not enough")
		old, next := changed(t, d, s, by, "second@example.org")
		_, err = s.ConfirmEmailChange(t.Context(), oldOne.Token)
		require.ErrorIs(t, err, identity.ErrLinkInvalid, "the first change is given up")
		require.Equal(t, []string{"Alice@Example.org", "second@example.org"}, []string{old.To, next.To})

		var done atomic.Int64
		var wg sync.WaitGroup
		for _, token := range []identity.LinkToken{old.Token, next.Token} {
			wg.Go(func() {
				isChanged, err := s.ConfirmEmailChange(t.Context(), token)
				if err != nil {
					t.Error(err)
				}
				if isChanged {
					done.Add(1)
				}
			})
		}
		wg.Wait()
		require.EqualValues(t, 1, done.Load(), "both at once see each other")
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "second@example.org", Password: secret})
		require.NoError(t, err)
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.ErrorIs(t, err, identity.ErrCredentials)
	})
}

// Whoever has the old password does not move the account after its owner has set
// a new one.
func TestService_ChangeEmail_by_a_password_that_is_changed_meanwhile(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s, elsewhere := cheap(d), cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		require.NoError(t, s.AskReset(t.Context(), "alice@example.org"))
		reset := letter(t, d, s).Token
		count := func(table, where string) int64 {
			n, err := d.Read(t.Context()).NewSelect().TableExpr(table).Where(where).Count(t.Context())
			require.NoError(t, err)
			return n
		}

		release := identity.HoldHasher(s)
		asked := make(chan error, 1)
		go func() {
			asked <- s.ChangeEmail(t.Context(), buyerActor(opened), identity.ChangeEmailInput{Email: "mallory@example.org", Password: secret})
		}()
		require.Eventually(t, func() bool { return count("sign_in_throttles", "subject LIKE 'own:%'") == 1 },
			time.Minute, time.Millisecond, "the account was read, and its password is going to be compared")
		require.NoError(t, elsewhere.ResetPassword(t.Context(), identity.ResetInput{Token: reset, Password: fresh}))
		release()
		require.ErrorIs(t, <-asked, identity.ErrPasswordWrong)
		require.Zero(t, count("email_links", "purpose LIKE 'CHANGE%'"))
	})
}

func TestService_ChangeEmail_to_a_taken_address(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		bob := identity.RegisterInput{Email: "bob@example.org", Name: "Bob", Password: secret}
		_, err = s.Register(t.Context(), actor.Actor{}, bob)
		require.NoError(t, err)
		_, notice := changed(t, d, s, buyerActor(opened), "bob@example.org")
		require.True(t, notice.Taken)
		require.Empty(t, notice.Token)

		// Somebody else registers with the new address before both have confirmed.
		old, next := changed(t, d, s, buyerActor(opened), "carol@example.org")
		_, err = s.ConfirmEmailChange(t.Context(), old.Token)
		require.NoError(t, err)
		_, err = s.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "carol@example.org", Password: secret})
		require.NoError(t, err)
		_, err = s.ConfirmEmailChange(t.Context(), next.Token)
		require.ErrorIs(t, err, identity.ErrLinkInvalid)
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret})
		require.NoError(t, err)
	})
}

func TestService_Register_refuses_widely_used_passwords_of_policy_length(t *testing.T) {
	t.Parallel()
	s := cheap(dbtest.New(t))
	for _, p := range []identity.Password{
		"passwordpassword", "password123456789", "123456789012345", "qwertyuiopasdfgh", "iloveyouiloveyou", "1q2w3e4r5t6y7u8i",
		"P@ssw0rdP@ssw0rd", "aaaaabbbbbcccccddddd", "abcdefghijklmnopqrstuvwxyz", "etal marketplace", "example.org2026",
	} {
		in := alice()
		in.Password = p
		_, err := s.Register(t.Context(), actor.Actor{}, in)
		require.ErrorIs(t, err, identity.ErrPasswordCommon, string(p))
	}
	for i, p := range []identity.Password{
		"seven lanterns drift", "  spaces around are kept  ", "Ünïcödé wörds åre fïne", identity.Password("kfmwpqzr tbnxvclg hdjsyuao 7351 mrtkw plvzx qhgnd bcfsj wyoei ruatk zzmxp"),
	} {
		in := alice()
		in.Email, in.Password = fmt.Sprintf("p%d@example.org", i), p
		_, err := s.Register(t.Context(), actor.Actor{}, in)
		require.NoError(t, err, string(p))
	}
}
