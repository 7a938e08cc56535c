package terms_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/terms"
	"github.com/etal-market/etal/internal/testkit"
)

// What is accepted with a registration is kept with the instant of the request. What
// the guest has taken back since then stays taken back.
func TestSignUp_keeps_what_was_accepted_with_it(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		olga, guest := w.Operator(), w.Guest()
		buying, consent := publishes(t, w, olga, terms.BuyerTerms, 0), publishes(t, w, olga, terms.Marketing, 0)
		forSellers := publishes(t, w, olga, terms.SellerTerms, 0)
		signUp := func(ids ...terms.VersionID) error {
			return w.App.Identity.SignUp(from(t, guest), guest.Actor, identity.RegisterInput{
				Email: "new@example.org", Password: testkit.Password, AcceptTermsVersionIDs: ids,
			})
		}
		require.ErrorIs(t, signUp(forSellers.ID), terms.ErrOtherKind)
		require.ErrorIs(t, signUp("tmv_none"), terms.ErrNotInForce)
		asked := w.Clock.Now()
		require.NoError(t, signUp(buying.ID, consent.ID))
		require.Empty(t, history(t, w, guest), "nothing is anybody's yet")
		w.Clock.Advance(time.Second)
		require.NoError(t, accepts(t, w, guest, consent.ID))
		_, err := w.App.Terms.WithdrawConsent(from(t, guest), guest.Actor, terms.ConsentWithdrawInput{Kind: terms.Marketing})
		require.NoError(t, err)
		publishes(t, w, olga, terms.BuyerTerms, time.Second)
		w.Clock.Advance(time.Second)
		w.Settle()
		_, err = w.App.Identity.VerifyEmail(t.Context(), guest.Actor, identity.LinkToken(w.LinkToken("new@example.org")))
		require.NoError(t, err)

		guest.Actor.Role = actor.Buyer
		all := history(t, w, guest)
		require.Len(t, all, 3)
		for _, a := range all {
			if a.Kind == terms.BuyerTerms {
				require.Equal(t, buying.ID, a.VersionID)
				require.Equal(t, asked, a.AnsweredAt.UTC())
				require.Equal(t, actor.Guest, a.Role)
				require.Equal(t, "192.0.2.0/24", a.Address)
			} else {
				require.LessOrEqual(t, a.Turn, int64(2))
			}
		}
		require.Len(t, pending(t, w, guest), 1, "the version that is in force by now")
	})
}
