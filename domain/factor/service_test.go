package factor_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
	"github.com/etal-market/etal/domain/seller"
)

const (
	password = "a quiet harbour 47"
	email    = "ada+étal@example.org"
	origin   = "https://market.example:8443"
	rpID     = "market.example"
)

var noon = time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC) // a constant

type world struct {
	t       *testing.T
	db      *db.DB
	clock   *clock.Manual
	people  *identity.Service
	sellers *seller.Service
	keys    *seal.Keeper
	factors *factor.Service
}

func each(t *testing.T, fn func(t *testing.T, w *world)) {
	t.Helper()
	dbtest.EachAt(t, noon, func(t *testing.T, d *db.DB, c *clock.Manual) {
		ring, err := seal.Generate()
		require.NoError(t, err)
		w := &world{t: t, db: d, clock: c, keys: seal.NewKeeper(ring, nil)}
		w.people = identity.New(d, identity.Options{HashMemoryKiB: 64, IsMember: func(ctx context.Context, who identity.AccountID) (bool, error) {
			return w.sellers.IsMember(ctx, who)
		}})
		w.sellers = seller.New(d, w.people, authz.Grants())
		w.factors = factor.New(d, w.people, w.keys, factor.Options{BaseURL: origin})
		fn(t, w)
	})
}

func (w *world) actor(token identity.Token) actor.Actor {
	w.t.Helper()
	by, err := w.sellers.Actor(w.t.Context(), token, "")
	require.NoError(w.t, err)
	return by
}

func (w *world) ended(token identity.Token) {
	w.t.Helper()
	_, err := w.sellers.Actor(w.t.Context(), token, "")
	require.ErrorIs(w.t, err, identity.ErrSessionInvalid)
}

func (w *world) register() actor.Actor {
	w.t.Helper()
	opened, err := w.people.Register(w.t.Context(), actor.Actor{}, identity.RegisterInput{Email: email, Name: "Ada", Password: password})
	require.NoError(w.t, err)
	return w.actor(opened.Token)
}

func (w *world) signIn() (actor.Actor, identity.Token) {
	w.t.Helper()
	opened, err := w.people.SignIn(w.t.Context(), actor.Actor{}, identity.SignInInput{Email: email, Password: password})
	require.NoError(w.t, err)
	return w.actor(opened.Token), opened.Token
}

// app is somebody's telephone.
type app struct {
	w      *world
	secret string
}

func (a app) code(ahead time.Duration) factor.Code {
	a.w.t.Helper()
	code, err := totp.GenerateCode(a.secret, a.w.clock.Now().Add(ahead))
	require.NoError(a.w.t, err)
	return factor.Code(code)
}

// wrong is a code that is none of those around now.
func (a app) wrong() factor.Code {
	for _, candidate := range []factor.Code{"000000", "111111", "222222", "333333", "444444"} {
		if candidate != a.code(0) && candidate != a.code(-30*time.Second) && candidate != a.code(30*time.Second) {
			return candidate
		}
	}
	panic("four steps cannot have five codes")
}

func (a app) proof() factor.Proof { return factor.Proof{Method: factor.MethodTOTP, Code: a.code(0)} }

func recovery(code string) factor.Proof {
	return factor.Proof{Method: factor.MethodRecoveryCode, Code: factor.Code(code)}
}

func (w *world) enrol(by actor.Actor) (app, *factor.Changed) {
	w.t.Helper()
	e, err := w.factors.Enrol(w.t.Context(), by, factor.AddInput{Password: password})
	require.NoError(w.t, err)
	a := app{w, e.Secret}
	changed, err := w.factors.Confirm(w.t.Context(), by, factor.ConfirmInput{Code: a.code(0)})
	require.NoError(w.t, err)
	w.clock.Advance(time.Minute) // the code is used up
	return a, changed
}

// atOnce runs fn many times at the same time and returns how often it worked.
func atOnce(n int, fn func() error) (worked int, others []error) {
	errs := make([]error, n)
	var wg sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		wg.Go(func() { <-start; errs[i] = fn() })
	}
	close(start)
	wg.Wait()
	for _, err := range errs {
		if err == nil {
			worked++
		} else {
			others = append(others, err)
		}
	}
	return worked, others
}

func TestEnrolment(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx, by := t.Context(), w.register()
		_, elsewhere := w.signIn()
		_, err := w.factors.Enrol(ctx, by, factor.AddInput{Password: "another password 12"})
		require.ErrorIs(t, err, identity.ErrPasswordWrong)
		require.Equal(t, []string{"password"}, fault.As(err)[0].Field)
		for _, nobody := range []actor.Actor{{}, {AccountID: by.AccountID}, {AccountID: by.AccountID, SessionID: by.SessionID, Role: actor.Guest}} {
			_, err = w.factors.Enrol(ctx, nobody, factor.AddInput{Password: password})
			require.ErrorIs(t, err, identity.ErrSessionInvalid)
		}

		first, err := w.factors.Enrol(ctx, by, factor.AddInput{Password: password})
		require.NoError(t, err)
		second, err := w.factors.Enrol(ctx, by, factor.AddInput{Password: password})
		require.NoError(t, err)
		require.NotEqual(t, first.Secret, second.Secret)
		require.Len(t, second.Secret, 32, "160 bits")
		require.Equal(t, noon.Add(10*time.Minute), second.ExpiresAt())
		_, err = w.factors.Confirm(ctx, by, factor.ConfirmInput{Code: app{w, first.Secret}.code(0)})
		require.ErrorIs(t, err, factor.ErrCodeInvalid, "the first was given up")
		require.False(t, by.HasFactor)
		_, token := w.signIn()
		require.Equal(t, actor.Buyer, w.actor(token).Role, "an app that is not confirmed asks for nothing")

		phone := app{w, second.Secret}
		worked, _ := atOnce(8, func() error {
			_, err := w.factors.Confirm(ctx, by, factor.ConfirmInput{Code: phone.code(0)})
			return err
		})
		require.Equal(t, 1, worked)
		w.ended(elsewhere)
		w.ended(token)
		_, err = w.factors.Confirm(ctx, by, factor.ConfirmInput{Code: phone.code(0)})
		require.Error(t, err)
	})
}

func TestEnrolment_ends_after_ten_minutes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		by := w.register()
		e, err := w.factors.Enrol(t.Context(), by, factor.AddInput{Password: password})
		require.NoError(t, err)
		gone, err := w.factors.Sweep(t.Context())
		require.NoError(t, err)
		require.Zero(t, gone)
		w.clock.Advance(10 * time.Minute)
		_, err = w.factors.Confirm(t.Context(), by, factor.ConfirmInput{Code: app{w, e.Secret}.code(0)})
		require.ErrorIs(t, err, factor.ErrEnrolmentOver)
		gone, err = w.factors.Sweep(t.Context())
		require.NoError(t, err)
		require.EqualValues(t, 1, gone, "the secret dies")
	})
}

func TestVerify_lets_a_waiting_session_in(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		phone, changed := w.enrol(w.register())
		require.Len(t, changed.RecoveryCodes, 10)
		require.Equal(t, identity.SessionActive, changed.Session.State())
		_, err := w.factors.Enrol(ctx, w.actor(changed.Session.Token), factor.AddInput{Password: password})
		require.ErrorIs(t, err, factor.ErrExists)

		by, token := w.signIn()
		require.Equal(t, actor.Pending, by.Role)
		for _, hat := range []string{"operator", "sel_x", ""} {
			who, err := w.sellers.Actor(ctx, token, hat)
			require.NoError(t, err)
			require.Equal(t, actor.Actor{AccountID: by.AccountID, SessionID: by.SessionID, Role: actor.Pending, HasFactor: true}, who)
		}
		_, err = w.factors.Overview(ctx, by)
		require.ErrorIs(t, err, factor.ErrPending)
		_, err = w.factors.StepUp(ctx, by, phone.proof())
		require.ErrorIs(t, err, factor.ErrPending)
		_, err = w.factors.Remove(ctx, by, factor.RemoveInput{Password: password, Proof: phone.proof()})
		require.ErrorIs(t, err, factor.ErrPending)
		_, err = w.factors.RenewRecoveryCodes(ctx, by, phone.proof())
		require.ErrorIs(t, err, factor.ErrPending)

		opened, err := w.factors.Verify(ctx, by, factor.VerifyInput{Proof: phone.proof()})
		require.NoError(t, err)
		w.ended(token)
		who := w.actor(opened.Token)
		require.Equal(t, actor.Buyer, who.Role)
		require.Equal(t, w.clock.Now(), who.FactorAt)
		_, err = w.factors.Verify(ctx, who, factor.VerifyInput{Proof: phone.proof()})
		require.ErrorIs(t, err, factor.ErrNotPending)

		_, token = w.signIn()
		w.clock.Advance(identity.PendingMax)
		w.ended(token)
	})
}

// TestVerify_one_code_once shows one code to twenty sessions at once, each of
// which would be let in by it alone.
func TestVerify_one_code_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		var mu sync.Mutex
		var waiting []actor.Actor
		for range 20 {
			by, _ := w.signIn()
			waiting = append(waiting, by)
		}
		p := phone.proof()
		worked, others := atOnce(20, func() error {
			mu.Lock()
			by := waiting[0]
			waiting = waiting[1:]
			mu.Unlock()
			_, err := w.factors.Verify(context.Background(), by, factor.VerifyInput{Proof: p})
			return err
		})
		require.Equal(t, 1, worked)
		for _, err := range others {
			require.True(t, errors.Is(err, factor.ErrCodeInvalid) || errors.Is(err, factor.ErrThrottled), "%v", err)
		}
	})
}

func TestVerify_steps(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, changed := w.enrol(w.register())
		by := w.actor(changed.Session.Token)
		step := func(ahead time.Duration) error {
			opened, err := w.factors.StepUp(t.Context(), by, factor.Proof{Method: factor.MethodTOTP, Code: phone.code(ahead)})
			if err == nil {
				by = w.actor(opened.Token)
			}
			return err
		}
		require.ErrorIs(t, step(30*time.Second), factor.ErrCodeInvalid, "the next step never counts")
		require.ErrorIs(t, step(-60*time.Second), factor.ErrCodeInvalid, "nor the one before the last")
		require.NoError(t, step(-30*time.Second), "the one before does")
		require.ErrorIs(t, step(-30*time.Second), factor.ErrCodeInvalid, "once")
		require.NoError(t, step(0))
		require.ErrorIs(t, step(0), factor.ErrCodeInvalid, "once")
		require.ErrorIs(t, step(-30*time.Second), factor.ErrCodeInvalid, "and never backwards")
		w.clock.Advance(30 * time.Second)
		require.NoError(t, step(0))
	})
}

func TestVerify_refuses_what_is_no_code(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		by, _ := w.signIn()
		for _, bad := range []factor.Code{
			"", "12345", "1234567", "12345a", "+12345", "-12345", " 12345", "12345 ", "123 456", "12345\n", "12345\x00",
			"١٢٣٤٥٦", "１２３４５６", "1e5000", "0x1234", "12.456", "\xff\xff\xff\xff\xff\xff",
		} {
			for range 3 {
				_, err := w.factors.Verify(t.Context(), by, factor.VerifyInput{Proof: factor.Proof{Method: factor.MethodTOTP, Code: bad}})
				require.ErrorIs(t, err, factor.ErrCodeInvalid, "%q", string(bad))
			}
		}
		for _, method := range []factor.Method{"", "totp", "SMS"} {
			_, err := w.factors.Verify(t.Context(), by, factor.VerifyInput{Proof: factor.Proof{Method: method, Code: phone.code(0)}})
			require.ErrorIs(t, err, factor.ErrMethod)
		}
		_, err := w.factors.Verify(t.Context(), by, factor.VerifyInput{Proof: phone.proof()})
		require.NoError(t, err, "none of it was counted")
	})
}

// TestVerify_failures counts on the account: a new session buys no attempts.
func TestVerify_failures(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		phone, changed := w.enrol(w.register())
		guess := func() error {
			by, _ := w.signIn()
			_, err := w.factors.Verify(ctx, by, factor.VerifyInput{Proof: factor.Proof{Method: factor.MethodTOTP, Code: phone.wrong()}})
			return err
		}
		for range 5 {
			require.ErrorIs(t, guess(), factor.ErrCodeInvalid)
		}
		wait := 30 * time.Second
		for n := 5; n < 50; n++ {
			by, _ := w.signIn()
			_, err := w.factors.Verify(ctx, by, factor.VerifyInput{Proof: phone.proof()})
			require.ErrorIs(t, err, factor.ErrThrottled, "even a right code waits")
			w.clock.Advance(wait - time.Millisecond)
			require.ErrorIs(t, guess(), factor.ErrThrottled, "%d", n)
			w.clock.Advance(time.Millisecond)
			require.ErrorIs(t, guess(), factor.ErrCodeInvalid, "%d", n)
			wait = min(2*wait, 15*time.Minute)
		}
		w.clock.Advance(24 * time.Hour)
		by, _ := w.signIn()
		_, err := w.factors.Verify(ctx, by, factor.VerifyInput{Proof: phone.proof()})
		require.ErrorIs(t, err, factor.ErrFrozen)
		_, err = w.factors.Verify(ctx, by, factor.VerifyInput{Proof: recovery(changed.RecoveryCodes[0])})
		require.NoError(t, err)
		by, _ = w.signIn()
		_, err = w.factors.Verify(ctx, by, factor.VerifyInput{Proof: phone.proof()})
		require.NoError(t, err, "a recovery code thaws the app")
	})
}

// TestVerify_failures_at_once cannot slip past the count.
func TestVerify_failures_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, _ := w.enrol(w.register())
		by, _ := w.signIn()
		wrong := factor.Proof{Method: factor.MethodTOTP, Code: phone.wrong()}
		worked, others := atOnce(30, func() error {
			_, err := w.factors.Verify(context.Background(), by, factor.VerifyInput{Proof: wrong})
			return err
		})
		require.Zero(t, worked)
		looked := 0
		for _, err := range others {
			if errors.Is(err, factor.ErrCodeInvalid) {
				looked++
			}
		}
		require.Equal(t, 5, looked)
	})
}

func TestRecoveryCodes(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		phone, changed := w.enrol(w.register())
		codes, seen := changed.RecoveryCodes, map[string]bool{}
		for _, code := range codes {
			require.Regexp(t, `^[a-z2-7]{6}(-[a-z2-7]{6}){3}$`, code, "120 bits")
			seen[code] = true
		}
		require.Len(t, seen, 10)

		by, _ := w.signIn()
		worked, _ := atOnce(10, func() error {
			_, err := w.factors.Verify(context.Background(), by, factor.VerifyInput{Proof: recovery(codes[0])})
			return err
		})
		require.Equal(t, 1, worked, "single use")
		w.clock.Advance(time.Hour)
		by, _ = w.signIn()
		_, err := w.factors.Verify(ctx, by, factor.VerifyInput{Proof: recovery(codes[0])})
		require.ErrorIs(t, err, factor.ErrCodeInvalid)
		w.clock.Advance(time.Minute * 9)
		by, _ = w.signIn()
		w.clock.Advance(time.Minute * 9)
		opened, err := w.factors.Verify(ctx, by, factor.VerifyInput{Proof: recovery(" " + codes[1][:6] + codes[1][6:9] + " " + codes[1][9:] + " ")})
		require.NoError(t, err, "however it is typed")
		by = w.actor(opened.Token)
		o, err := w.factors.Overview(ctx, by)
		require.NoError(t, err)
		require.EqualValues(t, 8, o.RecoveryCodesLeft)

		renewed, err := w.factors.RenewRecoveryCodes(ctx, by, phone.proof())
		require.NoError(t, err)
		by, _ = w.signIn()
		_, err = w.factors.Verify(ctx, by, factor.VerifyInput{Proof: recovery(codes[2])})
		require.ErrorIs(t, err, factor.ErrCodeInvalid, "the new set kills the old one")
		_, err = w.factors.Verify(ctx, by, factor.VerifyInput{Proof: recovery(renewed.RecoveryCodes[2])})
		require.NoError(t, err)
	})
}

func TestRemove(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		phone, changed := w.enrol(w.register())
		pending, _ := w.signIn()
		other, err := w.factors.Verify(ctx, pending, factor.VerifyInput{Proof: phone.proof()})
		require.NoError(t, err)
		w.clock.Advance(time.Minute)
		by := w.actor(changed.Session.Token)
		in := factor.RemoveInput{Password: "another password 12", Proof: phone.proof()}
		_, err = w.factors.Remove(ctx, by, in)
		require.ErrorIs(t, err, identity.ErrPasswordWrong)
		in.Password, in.Code = password, phone.wrong()
		_, err = w.factors.Remove(ctx, by, in)
		require.ErrorIs(t, err, factor.ErrCodeInvalid)
		in.Code = phone.code(0)
		opened, err := w.factors.Remove(ctx, by, in)
		require.NoError(t, err)
		w.ended(changed.Session.Token)
		w.ended(other.Token)
		by = w.actor(opened.Token)
		require.False(t, by.HasFactor)
		require.True(t, by.FactorAt.IsZero())
		o, err := w.factors.Overview(ctx, by)
		require.NoError(t, err)
		require.Equal(t, &factor.Overview{}, o)
		_, err = w.factors.StepUp(ctx, by, phone.proof())
		require.ErrorIs(t, err, factor.ErrNone)
		by, _ = w.signIn()
		require.Equal(t, actor.Buyer, by.Role)
		_, again := w.enrol(by)
		require.Len(t, again.RecoveryCodes, 10)
	})
}

func TestPolicy(t *testing.T) {
	t.Parallel()

	hats := map[string]actor.Actor{
		"buyer":    {AccountID: "acc_x", Role: actor.Buyer},
		"guest":    {AccountID: "acc_x", Role: actor.Guest},
		"seller":   {AccountID: "acc_x", Role: "seller:owner", SellerID: "sel_x"},
		"operator": {AccountID: "acc_x", Role: "operator:admin"},
	}
	for name, hat := range hats {
		demands := name == "seller" || name == "operator"
		require.Equal(t, demands, factor.Policy{Required: true}.Apply(hat).FactorMissing, name)
		require.False(t, factor.Policy{}.Apply(hat).FactorMissing, name)
		require.Equal(t, name == "operator", factor.Policy{Required: true, SellersOptional: true}.Apply(hat).FactorMissing, name)
		hat.HasFactor = true
		require.False(t, factor.Policy{Required: true}.Apply(hat).FactorMissing, name)
		require.True(t, factor.NeedsStepUp(hat, noon), name)
		hat.FactorAt = noon
		require.False(t, factor.NeedsStepUp(hat, noon.Add(10*time.Minute-1)), name)
		require.True(t, factor.NeedsStepUp(hat, noon.Add(10*time.Minute)), name)
	}
}

// A password that was short because it was not the only factor cannot become it.
func TestRemove_needs_a_password_that_is_enough_alone(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, changed := w.enrol(w.register())
		by := w.actor(changed.Session.Token)
		require.NoError(t, w.people.ChangePassword(t.Context(), by, identity.ChangePasswordInput{CurrentPassword: password, Password: "vq7#Kd2m"}))
		w.clock.Advance(time.Minute)
		_, err := w.factors.Remove(t.Context(), by, factor.RemoveInput{Password: "vq7#Kd2m", Proof: phone.proof()})
		require.ErrorIs(t, err, identity.ErrPasswordShort)
		require.True(t, w.actor(changed.Session.Token).HasFactor, "nothing was taken away")

		require.NoError(t, w.people.ChangePassword(t.Context(), by, identity.ChangePasswordInput{CurrentPassword: "vq7#Kd2m", Password: "seven lanterns drift"}))
		w.clock.Advance(time.Minute)
		_, err = w.factors.Remove(t.Context(), by, factor.RemoveInput{Password: "seven lanterns drift", Proof: phone.proof()})
		require.NoError(t, err)
	})
}
