package identity_test

import (
	"encoding/json"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
)

func TestReviewOperators(t *testing.T) {
	t.Parallel()
	const day = 24 * time.Hour
	const quiet = "a quiet harbour 47"
	dbtest.EachAt(t, time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC), func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := identity.New(d, identity.Options{HashMemoryKiB: 64})
		create := func(email string, role identity.OperatorRole) identity.AccountID {
			a, err := s.CreateOperator(t.Context(), role, identity.RegisterInput{Email: email, Password: quiet})
			require.NoError(t, err)
			return a.ID
		}
		signIn := func(email string) {
			t.Helper()
			_, err := s.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: email, Password: quiet})
			require.NoError(t, err)
		}
		acts := func(id identity.AccountID) bool {
			a, err := s.Account(t.Context(), id)
			require.NoError(t, err)
			return a.IsOperator()
		}
		lists := func() (all [][]identity.AccountID) {
			var records []event.Record
			require.NoError(t, d.Read(t.Context()).NewSelect().Model(&records).Where("name = ?", "identity.stale_operators_listed").OrderExpr("id").Scan(t.Context()))
			for _, r := range records {
				var e identity.StaleOperatorsListed
				require.NoError(t, json.Unmarshal(r.Payload, &e))
				all = append(all, e.AccountIDs)
			}
			return all
		}
		ada, finn := create("ada@example.org", identity.OperatorAdmin), create("finn@example.org", identity.OperatorFinance)
		c.Advance(30*day - time.Second)
		signIn("ada@example.org")
		require.NoError(t, s.ReviewOperators(t.Context()))
		require.Empty(t, lists())
		c.Advance(time.Second)
		require.NoError(t, s.ReviewOperators(t.Context()))
		require.NoError(t, s.ReviewOperators(t.Context()))
		require.Equal(t, [][]identity.AccountID{{finn}}, lists(), "once")
		found, err := s.StaleOperators(t.Context(), page.First(10))
		require.NoError(t, err)
		require.Len(t, found.Nodes, 1)
		require.Equal(t, finn, found.Nodes[0].ID)
		require.Equal(t, time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC), found.Nodes[0].IdleSince)

		c.Advance(30*day - time.Second)
		require.NoError(t, s.ReviewOperators(t.Context()))
		require.True(t, acts(finn))
		c.Advance(time.Second)
		require.NoError(t, s.ReviewOperators(t.Context()))
		require.False(t, acts(finn), "two months")
		signIn("finn@example.org")
		require.False(t, acts(finn), "signing in is not enough")
		_, err = s.EnableOperator(t.Context(), "FINN@example.org")
		require.NoError(t, err)
		require.True(t, acts(finn))
		_, err = s.EnableOperator(t.Context(), "nobody@example.org")
		require.ErrorIs(t, err, identity.ErrAccountNotFound)
		_, err = s.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "bob@example.org", Password: quiet})
		require.NoError(t, err)
		_, err = s.EnableOperator(t.Context(), "bob@example.org")
		require.ErrorIs(t, err, identity.ErrAccountNotFound, "a buyer is no operator")

		second := create("bea@example.org", identity.OperatorAdmin)
		c.Advance(400 * day)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				if err := s.ReviewOperators(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		require.True(t, acts(ada) != acts(second), "of two admins one stays")
		require.False(t, acts(finn))
	})
}

// A wrong password is no sign-in, and a guest never signs in.
func TestSignedInAt(t *testing.T) {
	t.Parallel()
	dbtest.EachAt(t, time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC), func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := identity.New(d, identity.Options{HashMemoryKiB: 64})
		opened, err := s.Register(t.Context(), actor.Actor{}, identity.RegisterInput{Email: "bob@example.org", Password: "a quiet harbour 47"})
		require.NoError(t, err)
		at := func() time.Time {
			a, err := s.Account(t.Context(), opened.Account.ID)
			require.NoError(t, err)
			require.NotNil(t, a.SignedInAt)
			return *a.SignedInAt
		}
		start := at()
		c.Advance(time.Hour)
		in := identity.SignInInput{Email: "bob@example.org", Password: "wrong horse 12345"}
		_, err = s.SignIn(t.Context(), actor.Actor{}, in)
		require.Error(t, err)
		require.Equal(t, start, at())
		in.Password = "a quiet harbour 47"
		_, err = s.SignIn(t.Context(), actor.Actor{}, in)
		require.NoError(t, err)
		require.Equal(t, start.Add(time.Hour), at())
		guest, err := s.GuestStart(t.Context())
		require.NoError(t, err)
		a, err := s.Account(t.Context(), guest.Account.ID)
		require.NoError(t, err)
		require.Nil(t, a.SignedInAt)
	})
}
