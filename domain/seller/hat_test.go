package seller_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// A hat is worn without a long pause, and not for ever.
func TestService_Actor_hats_have_lifetimes(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)
	tests := map[string]struct {
		hat             string // empty for the seller's
		pause, lifetime time.Duration
	}{
		"operator": {seller.ActAsOperator, 15 * time.Minute, 12 * time.Hour},
		"seller":   {"", time.Hour, 24 * time.Hour},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
				w := newWorld(d)
				in := identity.RegisterInput{Email: "op@example.org", Password: secret}
				_, err := w.people.CreateOperator(t.Context(), identity.OperatorAdmin, in)
				require.NoError(t, err)
				signIn := func() identity.Token {
					opened, err := w.people.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: in.Email, Password: secret})
					require.NoError(t, err)
					return opened.Token
				}
				token, hat := signIn(), tt.hat
				if hat == "" {
					by, err := w.sellers.Actor(t.Context(), token, "")
					require.NoError(t, err)
					hat = string(w.apply(t, by, "Mill").ID)
				}
				wear := func() error { _, err := w.sellers.Actor(t.Context(), token, hat); return err }

				token = signIn()
				c.Advance(tt.pause - time.Second)
				require.NoError(t, wear())
				c.Advance(tt.pause)
				require.ErrorIs(t, wear(), identity.ErrSessionStale)
				_, err = w.sellers.Actor(t.Context(), token, "")
				require.NoError(t, err, "the buyer's hat goes on")
				require.ErrorIs(t, wear(), identity.ErrSessionStale, "and brings the other not back")

				token = signIn()
				for used := time.Duration(0); used < tt.lifetime; used += tt.pause / 2 {
					require.NoError(t, wear())
					c.Advance(tt.pause / 2)
				}
				require.ErrorIs(t, wear(), identity.ErrSessionStale, "used all the time, but too old")
				token = signIn()
				require.NoError(t, wear())
			})
		})
	}
}

func TestService_Apply_needs_a_confirmed_address(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		by, _ := w.buyer(t, "old")
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewUpdate().TableExpr("accounts").Set("email_verified_at = NULL").Where("id = ?", by.AccountID).Exec(ctx)
			return err
		}))
		_, err := w.sellers.Apply(t.Context(), by, seller.ApplyInput{Name: "Mill", Country: "DE"})
		require.ErrorIs(t, err, identity.ErrEmailUnverified)
	})
}
