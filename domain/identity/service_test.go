package identity_test

import (
	"context"
	"fmt"
	"strings"
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
	"github.com/etal-market/etal/domain/page"
)

const secret = "a quiet harbour 47"

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)

func cheap(d *db.DB) *identity.Service { return identity.New(d, identity.Options{HashMemoryKiB: 64}) }

func guestActor(o *identity.Opened) actor.Actor {
	return actor.Actor{AccountID: string(o.Account.ID), SessionID: string(o.Session.ID), Role: actor.Guest}
}

func alice() identity.RegisterInput {
	return identity.RegisterInput{Email: "Alice@Example.org", Name: " Alice ", Password: secret}
}

func TestService_Register(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		require.Equal(t, "Alice@Example.org", *opened.Account.Email)
		require.Equal(t, "Alice", opened.Account.Name)
		require.False(t, opened.Account.IsGuest)
		require.True(t, strings.HasPrefix(string(opened.Token), "etal_ses_"))

		session, account, err := s.Authenticate(t.Context(), opened.Token)
		require.NoError(t, err)
		require.Equal(t, opened.Session.ID, session.ID)
		require.Equal(t, opened.Account.ID, account.ID)
		require.True(t, strings.HasPrefix(string(account.Password), "$argon2id$"), "stored as it is, printed redacted")

		in := alice()
		in.Email = "ALICE@example.ORG"
		_, err = s.Register(t.Context(), actor.Actor{}, in)
		require.ErrorIs(t, err, identity.ErrEmailTaken, "case does not make another address")
	})
}

func TestService_Register_a_guest_keeps_the_account(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		require.True(t, guest.Account.IsGuest)

		opened, err := s.Register(t.Context(), guestActor(guest), alice())
		require.NoError(t, err)
		require.Equal(t, guest.Account.ID, opened.Account.ID)
		require.NotEqual(t, guest.Token, opened.Token)

		_, _, err = s.Authenticate(t.Context(), guest.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "the guest's token must not be the account's")

		in := alice()
		in.Email = "second@example.org"
		_, err = s.Register(t.Context(), guestActor(guest), in)
		require.ErrorIs(t, err, identity.ErrAlreadyRegistered, "a guest's hat that is out of date")

		buyer := actor.Actor{AccountID: string(opened.Account.ID), Role: actor.Buyer}
		_, err = s.Register(t.Context(), buyer, in)
		require.ErrorIs(t, err, identity.ErrAlreadyRegistered)
	})
}

func TestService_Register_one_address_at_once(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		const people = 8
		actors := make([]actor.Actor, people)
		for i := 0; i < people; i += 2 { // every other one is a guest, who updates instead of inserting
			guest, err := s.GuestStart(t.Context())
			require.NoError(t, err)
			actors[i] = guestActor(guest)
		}
		errs := make([]error, people)
		var wg sync.WaitGroup
		for i := range people {
			wg.Go(func() { _, errs[i] = s.Register(t.Context(), actors[i], alice()) })
		}
		wg.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
				continue
			}
			require.ErrorIs(t, err, identity.ErrEmailTaken)
		}
		require.Equal(t, 1, won)
	})
}

func TestService_Register_one_guest_at_once(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		errs := make([]error, 4)
		var wg sync.WaitGroup
		for i := range errs {
			in := alice()
			in.Email = fmt.Sprintf("alice%d@example.org", i)
			wg.Go(func() { _, errs[i] = s.Register(t.Context(), guestActor(guest), in) })
		}
		wg.Wait()
		won := 0
		for _, err := range errs {
			if err == nil {
				won++
				continue
			}
			require.ErrorIs(t, err, identity.ErrAlreadyRegistered)
		}
		require.Equal(t, 1, won)
	})
}

func TestService_Register_refuses(t *testing.T) {
	t.Parallel()

	s := cheap(dbtest.New(t))
	tests := map[string]struct {
		change func(*identity.RegisterInput)
		want   *fault.Fault
	}{
		"no_address":          {func(in *identity.RegisterInput) { in.Email = " " }, fault.ErrTextRequired},
		"no_at":               {func(in *identity.RegisterInput) { in.Email = "alice.example.org" }, identity.ErrEmailInvalid},
		"a_name_with_address": {func(in *identity.RegisterInput) { in.Email = "Alice <alice@example.org>" }, identity.ErrEmailInvalid},
		"two_addresses":       {func(in *identity.RegisterInput) { in.Email = "a@example.org, b@example.org" }, identity.ErrEmailInvalid},
		"no_dot_in_domain":    {func(in *identity.RegisterInput) { in.Email = "alice@localhost" }, identity.ErrEmailInvalid},
		"a_line_break":        {func(in *identity.RegisterInput) { in.Email = "alice@example.org\r\nBcc: x@example.org" }, fault.ErrTextLine},
		"an_ip_literal":       {func(in *identity.RegisterInput) { in.Email = "alice@[127.0.0.1]" }, identity.ErrEmailInvalid},
		"long_address":        {func(in *identity.RegisterInput) { in.Email = strings.Repeat("a", 243) + "@example.org" }, fault.ErrTextTooLong},
		"nul_in_name":         {func(in *identity.RegisterInput) { in.Name = "Al\x00ice" }, fault.ErrTextEncoding},
		"broken_utf8":         {func(in *identity.RegisterInput) { in.Email = "al\xffice@example.org" }, fault.ErrTextEncoding},
		"fourteen_characters": {func(in *identity.RegisterInput) { in.Password = "äöüäöü7x! ëêèw" }, identity.ErrPasswordShort},
		"129_characters":      {func(in *identity.RegisterInput) { in.Password = identity.Password(strings.Repeat("abcdefg", 19)) }, identity.ErrPasswordLong},
		"widely_used":         {func(in *identity.RegisterInput) { in.Password = "QWERTYUIOPASDFGH" }, identity.ErrPasswordCommon},
		"widely_used_plus":    {func(in *identity.RegisterInput) { in.Password = "Qwertyuiop2026!" }, identity.ErrPasswordCommon},
		"fullwidth_letters":   {func(in *identity.RegisterInput) { in.Password = "ｑｗｅｒｔｙｕｉｏｐ12345" }, identity.ErrPasswordCommon},
		"repetitive":          {func(in *identity.RegisterInput) { in.Password = "abababababababab" }, identity.ErrPasswordCommon},
		"contains_address":    {func(in *identity.RegisterInput) { in.Password = "my-alice-word-47-blue" }, identity.ErrPasswordCommon},
		"nul_in_password":     {func(in *identity.RegisterInput) { in.Password = "a quiet\x00harbour" }, fault.ErrTextEncoding},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()

			in := alice()
			tt.change(&in)
			_, err := s.Register(t.Context(), actor.Actor{}, in)
			require.ErrorIs(t, err, tt.want)
		})
	}
}

func TestService_Register_tells_all_faults_at_once(t *testing.T) {
	t.Parallel()

	s := cheap(dbtest.New(t))
	_, err := s.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "x", Name: strings.Repeat("n", 101), Password: "short"})
	faults := fault.As(err)
	require.Len(t, faults, 3)
	require.Equal(t, []string{"email"}, faults[0].Field)
	require.Equal(t, []string{"name"}, faults[1].Field)
	require.Equal(t, []string{"password"}, faults[2].Field)
}

func TestService_SignIn(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		registered, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)

		opened, err := s.SignIn(t.Context(), guestActor(guest), identity.SignInInput{Email: " alice@EXAMPLE.org", Password: secret})
		require.NoError(t, err)
		require.Equal(t, registered.Account.ID, opened.Account.ID)
		_, _, err = s.Authenticate(t.Context(), guest.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid)

		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: secret + " "})
		require.ErrorIs(t, err, identity.ErrCredentials, "a password is never trimmed")
		_, unknown := s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "nobody@example.org", Password: secret})
		require.Equal(t, err, unknown, "an unknown address is answered alike")
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{})
		require.ErrorIs(t, err, identity.ErrCredentials, "a guest has no password, not the empty one")
		_, err = s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: "alice@example.org", Password: identity.Password(strings.Repeat("x", 1<<20))})
		require.ErrorIs(t, err, identity.ErrCredentials, "a megabyte is not hashed")
	})
}

func TestService_SignIn_renews_a_weak_hash(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		opened, err := cheap(d).Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		require.Contains(t, string(opened.Account.Password), "m=64,")

		strong := identity.New(d, identity.Options{HashMemoryKiB: 128})
		in := identity.SignInInput{Email: "alice@example.org", Password: secret}
		for range 2 {
			_, err = strong.SignIn(t.Context(), actor.Actor{}, in)
			require.NoError(t, err)
		}
		a, err := strong.Account(t.Context(), opened.Account.ID)
		require.NoError(t, err)
		require.Contains(t, string(a.Password), "m=128,")
	})
}

// meanwhile returns a service that does something after it has compared a
// password and before it opens the session: there it asks whose devices may be
// trusted, for an account with a second factor and a request that shows one.
func meanwhile(d *db.DB, memoryKiB uint32, do func()) *identity.Service {
	return identity.New(d, identity.Options{HashMemoryKiB: memoryKiB, IsMember: func(context.Context, identity.AccountID) (bool, error) {
		do()
		return false, nil
	}})
}

// trusting is a request that shows a trusted device, of nobody's.
func trusting(t *testing.T) context.Context {
	t.Helper()
	return identity.WithClient(t.Context(), identity.Client{Trust: identity.TrustToken("etal_tru_" + strings.Repeat("A", 43))})
}

func setFactor(t *testing.T, d *db.DB, accountID identity.AccountID, has bool) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		return identity.SetFactorTx(ctx, tx, accountID, has, "")
	}))
}

// Whoever has the old password is not let in after its owner has set a new one,
// however late their session is opened.
func TestService_SignIn_of_a_password_that_is_changed_meanwhile(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		setFactor(t, d, opened.Account.ID, true)
		slow := meanwhile(d, 64, func() {
			require.NoError(t, s.AskReset(t.Context(), right.Email))
			require.NoError(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: letter(t, d, s).Token, Password: fresh}))
		})
		_, err = slow.SignIn(trusting(t), actor.Actor{}, right)
		require.ErrorIs(t, err, identity.ErrCredentials)
		live, err := s.SessionsOfAccount(t.Context(), opened.Account.ID, page.First(10))
		require.NoError(t, err)
		require.Empty(t, live.Nodes)
	})
}

func TestService_SignIn_while_another_renews_the_hash(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		opened, err := cheap(d).Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		setFactor(t, d, opened.Account.ID, true)
		strong := identity.New(d, identity.Options{HashMemoryKiB: 128})
		slow := meanwhile(d, 128, func() {
			_, err := strong.SignIn(t.Context(), actor.Actor{}, right)
			require.NoError(t, err)
		})
		_, err = slow.SignIn(trusting(t), actor.Actor{}, right)
		require.NoError(t, err, "it is the same password")
		a, err := strong.Account(t.Context(), opened.Account.ID)
		require.NoError(t, err)
		require.Contains(t, string(a.Password), "m=128,")
	})
}

// A short password is enough beside a second factor. Once operators have taken the
// factor away, whoever has guessed or found it out is not let in by it.
func TestService_SignIn_by_a_password_that_is_too_short_alone(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		opened, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		signIn := func(p identity.Password) error {
			_, err := s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: right.Email, Password: p})
			return err
		}
		const short = "vq7#Kd2m"
		setFactor(t, d, opened.Account.ID, true)
		require.NoError(t, s.ChangePassword(t.Context(), buyerActor(opened), identity.ChangePasswordInput{CurrentPassword: secret, Password: short}))
		require.NoError(t, signIn(short))

		setFactor(t, d, opened.Account.ID, false)
		require.ErrorIs(t, signIn("vq7#Kd2n"), identity.ErrCredentials, "who does not know it is told nothing")
		err = signIn(short)
		require.ErrorIs(t, err, identity.ErrPasswordShort)
		require.Contains(t, fault.As(err)[0].Message, "Ask for a link")
		live, err := s.SessionsOfAccount(t.Context(), opened.Account.ID, page.First(10))
		require.NoError(t, err)
		require.Empty(t, live.Nodes)

		require.NoError(t, s.AskReset(t.Context(), right.Email))
		link := letter(t, d, s).Token
		require.ErrorIs(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: link, Password: short}), identity.ErrPasswordShort)
		require.NoError(t, s.ResetPassword(t.Context(), identity.ResetInput{Token: link, Password: fresh}))
		require.NoError(t, signIn(fresh))
	})
}

func TestService_SignIn_is_throttled(t *testing.T) {
	t.Parallel()

	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		_, err := s.Register(t.Context(), actor.Actor{}, alice())
		require.NoError(t, err)
		attacker := identity.WithClient(t.Context(), identity.Client{Address: "192.0.2.1"})
		wrong := identity.SignInInput{Email: "alice@example.org", Password: "a quiet harbour 48"}
		right := identity.SignInInput{Email: "alice@example.org", Password: secret}

		require.Equal(t, 5, tried(attacker, s, wrong, 40), "many at once get no more attempts than one after another")
		_, err = s.SignIn(attacker, actor.Actor{}, right)
		require.ErrorIs(t, err, identity.ErrSignInThrottled)
		require.Equal(t, time.Second, fault.As(err)[0].RetryAfter)
		elsewhere := identity.WithClient(t.Context(), identity.Client{Address: "192.0.2.2"})
		require.Zero(t, tried(elsewhere, s, wrong, 5), "another address buys no attempts")
		unknown := identity.SignInInput{Email: "nobody@example.org", Password: secret}
		require.Equal(t, 5, tried(elsewhere, s, unknown, 10), "an address that nobody has is counted alike")

		for _, wait := range []time.Duration{1, 2, 4, 8, 16} {
			c.Advance(wait*time.Second - time.Microsecond)
			require.Zero(t, tried(attacker, s, wrong, 5), "the wait doubles")
			c.Advance(time.Microsecond)
			require.Equal(t, 1, tried(attacker, s, wrong, 5))
		}
		c.Advance(32 * time.Second)
		_, err = s.SignIn(attacker, actor.Actor{}, right)
		require.NoError(t, err)
		require.Equal(t, 5, tried(attacker, s, wrong, 10), "a success begins a new count")

		c.Advance(time.Hour)
		gone, err := s.Sweep(t.Context())
		require.NoError(t, err)
		require.Positive(t, gone)
		require.Equal(t, 5, tried(attacker, s, wrong, 10))
	})
}

// tried makes n attempts at once and returns how many got as far as a
// comparison of passwords.
func tried(ctx context.Context, s *identity.Service, in identity.SignInInput, n int) int {
	var mu sync.Mutex
	var wg sync.WaitGroup
	compared := 0
	for range n {
		wg.Go(func() {
			_, err := s.SignIn(ctx, actor.Actor{}, in)
			mu.Lock()
			defer mu.Unlock()
			if identity.ErrCredentials.Is(err) {
				compared++
			}
		})
	}
	wg.Wait()
	return compared
}

func TestService_SignIn_one_client_cannot_try_everybody(t *testing.T) {
	t.Parallel()

	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		ctx := identity.WithClient(t.Context(), identity.Client{Address: "2001:db8:1:2::1"})
		var compared atomic.Int64
		var wg sync.WaitGroup
		for i := range 80 {
			wg.Go(func() {
				in := identity.SignInInput{Email: fmt.Sprintf("p%d@example.org", i), Password: secret}
				if _, err := s.SignIn(ctx, actor.Actor{}, in); identity.ErrCredentials.Is(err) {
					compared.Add(1)
				}
			})
		}
		wg.Wait()
		require.EqualValues(t, 30, compared.Load(), "many at once get no more attempts")

		neighbour := identity.WithClient(t.Context(), identity.Client{Address: "2001:db8:1:2:3::9"})
		another := identity.SignInInput{Email: "another@example.org", Password: secret}
		_, err := s.SignIn(neighbour, actor.Actor{}, another)
		require.ErrorIs(t, err, identity.ErrSignInThrottled, "a household has a /64")
		require.Equal(t, 2*time.Second, fault.As(err)[0].RetryAfter)
		c.Advance(2 * time.Second)
		require.Equal(t, 1, tried(neighbour, s, another, 5), "thirty in a minute")
	})
}

func TestService_Authenticate(t *testing.T) {
	t.Parallel()

	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := cheap(d)
		idle, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		busy, err := s.GuestStart(t.Context())
		require.NoError(t, err)

		c.Advance(30 * time.Second)
		session, _, err := s.Authenticate(t.Context(), busy.Token)
		require.NoError(t, err)
		require.True(t, session.LastSeenAt.Equal(noon), "not written within a minute")

		c.Advance(29*24*time.Hour + 23*time.Hour)
		session, _, err = s.Authenticate(t.Context(), busy.Token)
		require.NoError(t, err)
		require.True(t, session.LastSeenAt.Equal(c.Now()))

		c.Advance(2 * time.Hour)
		_, _, err = s.Authenticate(t.Context(), idle.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "30 days without a sign of life")
		for range 2 {
			_, _, err = s.Authenticate(t.Context(), busy.Token)
			require.NoError(t, err)
			c.Advance(29 * 24 * time.Hour)
		}
		_, _, err = s.Authenticate(t.Context(), busy.Token)
		require.NoError(t, err)
		c.Advance(2 * 24 * time.Hour)
		_, _, err = s.Authenticate(t.Context(), busy.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "90 days whatever happens")
	})
}

func TestService_Authenticate_refuses(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		opened, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		token := string(opened.Token)
		last := token[len(token)-1]
		for name, bad := range map[string]string{
			"empty":          "",
			"prefix_only":    "etal_ses_",
			"other_prefix":   "etal_key_" + token[len("etal_ses_"):],
			"too_long":       token + "A",
			"padded":         token + "=",
			"unused_bits":    token[:len(token)-1] + string(last+1), // decodes alike when the last bits are ignored
			"line_break":     token[:20] + "\n" + token[21:],
			"upper_case":     strings.ToUpper(token),
			"session_id":     string(opened.Session.ID),
			"another_random": "etal_ses_" + strings.Repeat("A", 43),
			"nul":            "etal_ses_" + strings.Repeat("\x00", 43),
		} {
			_, _, err := s.Authenticate(t.Context(), identity.Token(bad))
			require.ErrorIs(t, err, identity.ErrSessionInvalid, name)
		}

		by := guestActor(opened)
		require.NoError(t, s.SignOut(t.Context(), by))
		require.NoError(t, s.SignOut(t.Context(), by), "twice is no fault")
		require.NoError(t, s.SignOut(t.Context(), actor.Actor{}), "nor is nobody")
		_, _, err = s.Authenticate(t.Context(), opened.Token)
		require.ErrorIs(t, err, identity.ErrSessionInvalid)
	})
}

func TestService_CreateOperator(t *testing.T) {
	t.Parallel()

	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := cheap(d)
		_, err := s.CreateOperator(t.Context(), "KING", alice())
		require.ErrorIs(t, err, identity.ErrOperatorRole)
		made, err := s.CreateOperator(t.Context(), identity.OperatorFinance, alice())
		require.NoError(t, err)
		a, err := s.Account(t.Context(), made.ID)
		require.NoError(t, err)
		require.Equal(t, identity.OperatorFinance, *a.OperatorRole)
		_, err = s.CreateOperator(t.Context(), identity.OperatorAdmin, alice())
		require.ErrorIs(t, err, identity.ErrEmailTaken, "nobody is promoted by accident")
	})
}

func TestSecrets_print_redacted(t *testing.T) {
	t.Parallel()

	in := identity.SignInInput{Email: "alice@example.org", Password: secret}
	opened := identity.Opened{Token: "etal_ses_x", Account: &identity.Account{Password: "$argon2id$x"}}
	for _, format := range []string{"%v", "%+v", "%s"} {
		text := fmt.Sprintf(format, in) + fmt.Sprintf(format, opened) + fmt.Sprintf(format, *opened.Account)
		require.NotContains(t, text, "harbour")
		require.NotContains(t, text, "etal_ses_x")
		require.NotContains(t, text, "argon2id")
	}
}
