package factor_test

import (
	"context"
	"encoding/base32"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seal"
)

// people makes accounts with an app each, and returns their telephones.
func (w *world) crowd(n int) (apps []app, actors []actor.Actor) {
	w.t.Helper()
	for i := range n {
		in := identity.RegisterInput{Email: fmt.Sprintf("p%d@example.org", i), Password: password}
		opened, err := w.people.Register(w.t.Context(), actor.Actor{}, in)
		require.NoError(w.t, err)
		a, changed := w.enrol(w.actor(opened.Token))
		apps, actors = append(apps, a), append(actors, w.actor(changed.Session.Token))
	}
	return apps, actors
}

func TestSecrets_are_not_in_the_database(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		phone, changed := w.enrol(w.register())
		raw, err := base32.StdEncoding.DecodeString(phone.secret)
		require.NoError(t, err)
		for _, column := range []string{"totp_factors.secret", "recovery_codes.code_hash", "outbox.payload"} {
			table, name, _ := strings.Cut(column, ".")
			var values [][]byte
			require.NoError(t, w.db.Read(t.Context()).NewRaw("SELECT "+name+" FROM "+table).Scan(t.Context(), &values))
			require.NotEmpty(t, values, column)
			for _, v := range values {
				require.NotContains(t, string(v), string(raw))
				require.NotContains(t, string(v), phone.secret)
				for _, code := range changed.RecoveryCodes {
					require.NotContains(t, string(v), code)
				}
			}
		}
	})
}

func TestSecret_does_not_open_in_another_row(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		apps, actors := w.crowd(2)
		// What somebody with the database in hand would do.
		err := w.db.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw("UPDATE totp_factors SET secret = (SELECT secret FROM totp_factors WHERE account_id = ?) WHERE account_id = ?",
				actors[0].AccountID, actors[1].AccountID).Exec(ctx)
			return err
		})
		require.NoError(t, err)
		_, err = w.factors.StepUp(t.Context(), actors[1], apps[0].proof())
		require.ErrorIs(t, err, seal.ErrBroken)
		_, err = w.factors.StepUp(t.Context(), actors[0], apps[0].proof())
		require.NoError(t, err)
	})
}

func TestReseal(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		apps, actors := w.crowd(5)
		old := w.keys.Ring()
		use, err := w.factors.KeyUse(ctx)
		require.NoError(t, err)
		require.Equal(t, map[seal.KeyID]int64{old.Primary(): 5}, use)

		renewed, err := old.Rotated()
		require.NoError(t, err)
		w.keys.Use(renewed)
		opened, err := w.factors.StepUp(ctx, actors[0], apps[0].proof())
		require.NoError(t, err, "before")
		actors[0] = w.actor(opened.Token)
		told := int64(0)
		resealed, lost, err := w.factors.Reseal(ctx, func(done int64) { told = done })
		require.NoError(t, err)
		require.Equal(t, []int64{5, 0, 5}, []int64{resealed, lost, told})
		resealed, lost, err = w.factors.Reseal(ctx, func(int64) {})
		require.NoError(t, err)
		require.Equal(t, []int64{0, 0}, []int64{resealed, lost}, "nothing is left to do")
		use, err = w.factors.KeyUse(ctx)
		require.NoError(t, err)
		require.Equal(t, map[seal.KeyID]int64{renewed.Primary(): 5}, use)
		w.clock.Advance(time.Minute)
		for i, a := range apps {
			_, err = w.factors.StepUp(ctx, actors[i], a.proof())
			require.NoError(t, err, "after")
		}

		stranger, err := seal.Generate()
		require.NoError(t, err)
		w.keys.Use(stranger)
		w.clock.Advance(time.Minute)
		by, _ := w.people.SignIn(ctx, actor.Actor{}, identity.SignInInput{Email: "p1@example.org", Password: password})
		for range 10 {
			_, err = w.factors.Verify(ctx, w.actor(by.Token), factor.VerifyInput{Proof: apps[1].proof()})
			require.ErrorIs(t, err, seal.ErrKeyLost, "and it is not counted as a wrong code")
		}
		resealed, lost, err = w.factors.Reseal(ctx, func(int64) {})
		require.NoError(t, err)
		require.Equal(t, []int64{0, 5}, []int64{resealed, lost})
		w.keys.Use(renewed)
		_, err = w.factors.Verify(ctx, w.actor(by.Token), factor.VerifyInput{Proof: apps[1].proof()})
		require.NoError(t, err, "the key was found again")
	})
}

func TestProofs_are_never_printed(t *testing.T) {
	t.Parallel()

	p := factor.Proof{Method: factor.MethodTOTP, Code: "123456"}
	e := &factor.Enrolment{URI: "otpauth://totp/x?secret=JBSWY3DP", Secret: "JBSWY3DP"}
	text := fmt.Sprintf("%v %+v %#v %v %+v %s", p, p, p, e, e, e)
	require.NotContains(t, text, "123456")
	require.NotContains(t, text, "JBSWY3DP")
}
