package stories_test

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/softkey"
	"github.com/etal-market/etal/internal/testkit"
)

// withPasskey gives somebody a passkey, and their new session.
func withPasskey(t *testing.T, w *testkit.World, p *testkit.Person) *softkey.Key {
	t.Helper()
	begun, err := w.App.Factors.BeginPasskey(t.Context(), p.Actor, factor.AddInput{Password: testkit.Password})
	require.NoError(t, err)
	key := softkey.New(w.App.Config.BaseURL, begun.Options.RP.ID)
	made := key.Create(begun.Options.Challenge, begun.Options.User.ID)
	changed, err := w.App.Factors.AddPasskey(t.Context(), p.Actor, factor.AddPasskeyInput{
		Ceremony: begun.Ceremony, Name: "Key", Credential: factor.Registration{
			CredentialID: made.CredentialID, ClientDataJSON: made.ClientDataJSON, AttestationObject: made.AttestationObject,
		},
	})
	require.NoError(t, err)
	p.Token, p.Actor.SessionID, p.Actor.HasFactor = changed.Session.Token, string(changed.Session.Session.ID), true
	p.Actor.FactorAt = w.Clock.Now()
	return key
}

// shown is what a passkey answers to whoever signs in.
func shown(begun *factor.Request, key *softkey.Key) factor.Assertion {
	s := key.Show(begun.Options.Challenge)
	return factor.Assertion{
		Ceremony: begun.Ceremony, CredentialID: s.CredentialID, ClientDataJSON: s.ClientDataJSON,
		AuthenticatorData: s.AuthenticatorData, Signature: s.Signature, UserHandle: s.UserHandle,
	}
}

func asks(t *testing.T, w *testkit.World, by *testkit.Person, about identity.AccountID) (*approval.Proposal, error) {
	t.Helper()
	return w.App.Factors.AskReset(t.Context(), by.Actor, factor.ResetInput{
		AccountID: about, Evidence: "Showed the passport in a call, 26 November.", Reason: "Lost the telephone.",
	})
}

// agreed lets two operators agree on a reset, and returns the token of its mail.
func agreed(t *testing.T, w *testkit.World, one, other *testkit.Person, about *testkit.Person) string {
	t.Helper()
	p, err := asks(t, w, one, about.Account)
	require.NoError(t, err)
	require.Equal(t, approval.StatusPending, p.Status)
	_, err = w.App.Approvals.Approve(t.Context(), other.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	require.NoError(t, err)
	w.Settle()
	token := w.LinkToken(about.Email)
	require.True(t, strings.HasPrefix(token, "etal_lnk_"), token)
	return token
}

func (w resetWorld) hasFactor() bool {
	w.t.Helper()
	a, err := w.App.Identity.Account(w.t.Context(), w.mill.Account)
	require.NoError(w.t, err)
	return a.HasFactor
}

// resetWorld is a seller with a factor, somebody who asks for its reset, and
// somebody who decides.
type resetWorld struct {
	*testkit.World

	t         *testing.T
	mill      *testkit.Seller
	sam, olga *testkit.Person
	key       *softkey.Key
	inSession identity.Token
}

func eachReset(t *testing.T, fn func(t *testing.T, w resetWorld)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		r := resetWorld{World: w, t: t, mill: w.Seller("Mill", testkit.Onboarded), olga: w.Operator(), sam: w.OperatorWith(identity.OperatorSupport)}
		r.key = withPasskey(t, w, r.mill.Person)
		r.inSession = r.mill.Token
		fn(t, r)
	})
}

func TestReset_a_day_after_two_operators_have_agreed(t *testing.T) {
	t.Parallel()
	eachReset(t, func(t *testing.T, w resetWorld) {
		alice, tea := w.Buyer("Alice"), w.mill.Product("Tea", "12.50", 10)
		w.mill.Ships(alice.Buys(tea.Times(2)))
		w.Settle()
		p, err := asks(t, w.World, w.sam, w.mill.Account)
		require.NoError(t, err)
		_, err = w.App.Approvals.Approve(t.Context(), w.sam.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
		require.Error(t, err, "nobody approves what they have proposed, and support may not")
		_, err = w.App.Approvals.Approve(t.Context(), w.olga.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
		require.NoError(t, err)
		w.Settle()
		require.True(t, w.hasFactor(), "nothing happens before a day has gone by")
		w.Advance(factor.ResetDelay - time.Minute)
		_, err = w.App.Factors.Sweep(t.Context())
		require.NoError(t, err)
		require.True(t, w.hasFactor())
		w.Advance(time.Minute)
		_, err = w.App.Factors.Sweep(t.Context())
		require.NoError(t, err)
		require.False(t, w.hasFactor())
		w.Settle()
		_, err = w.App.Sellers.Actor(t.Context(), w.inSession, "")
		require.ErrorIs(t, err, identity.ErrSessionInvalid, "all sessions end")
		opened, err := w.App.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: w.mill.Email, Password: testkit.Password})
		require.NoError(t, err)
		require.Equal(t, identity.SessionActive, opened.State())
		begun, err := w.App.Factors.BeginSignIn(t.Context(), actor.Actor{Role: actor.Anonymous})
		require.NoError(t, err)
		_, err = w.App.Factors.SignIn(t.Context(), actor.Actor{Role: actor.Anonymous}, factor.SignInInput{Passkey: shown(begun, w.key)})
		require.ErrorIs(t, err, factor.ErrPasskeyRefused, "the lost key opens nothing")
		kinds := auditKinds(t, w.World)
		require.Equal(t, 1, kinds["factor.reset_agreed"])
		require.Equal(t, 1, kinds["factor.reset"])
	})
}

func auditKinds(t *testing.T, w *testkit.World) map[string]int {
	t.Helper()
	var names []string
	require.NoError(t, w.DB.Read(t.Context()).NewSelect().Table("audit_entries").Column("kind").Scan(t.Context(), &names))
	kinds := map[string]int{}
	for _, name := range names {
		kinds[name]++
	}
	return kinds
}

// TestReset_holds_payouts lets money become due on the day of a reset: it stays
// for 72 hours, also when the bank account is changed meanwhile.
func TestReset_holds_payouts(t *testing.T) {
	t.Parallel()
	eachReset(t, func(t *testing.T, w resetWorld) {
		alice, tea := w.Buyer("Alice"), w.mill.Product("Tea", "12.50", 10)
		w.mill.Ships(alice.Buys(tea.Times(2)))
		w.Settle()
		token := agreed(t, w.World, w.sam, w.olga, w.mill.Person)
		w.Advance(14*24*time.Hour - time.Hour)
		fresh := w.olga.SignsInAgain()
		require.NotEmpty(t, fresh.Token)
		require.ErrorIs(t, w.App.Factors.ConfirmReset(t.Context(), identity.LinkToken("etal_lnk_nonsense")), identity.ErrLinkInvalid)
		require.NotEmpty(t, token)
		// The first reset is done by now; another one holds again.
		_, err := w.App.Factors.Sweep(t.Context())
		require.NoError(t, err)
		w.Settle()
		held := w.mill.PayoutAccount().HeldUntil
		require.NotNil(t, held)
		require.Equal(t, w.Clock.Now().Add(72*time.Hour), *held)
		w.Advance(71 * time.Hour)
		w.Settle()
		require.Zero(t, payouts(t, w), "what has become due stays")
		w.Advance(time.Hour)
		w.Settle()
		require.Positive(t, payouts(t, w))
		w.Balanced()
	})
}

func payouts(t *testing.T, w resetWorld) int64 {
	t.Helper()
	n, err := w.DB.Read(t.Context()).NewSelect().Model((*payout.Payout)(nil)).Where("seller_id = ?", w.mill.ID).Count(t.Context())
	require.NoError(t, err)
	return n
}

func TestReset_the_person_confirms_or_objects(t *testing.T) {
	t.Parallel()
	eachReset(t, func(t *testing.T, w resetWorld) {
		token := agreed(t, w.World, w.sam, w.olga, w.mill.Person)
		require.NoError(t, w.App.Factors.ObjectReset(t.Context(), identity.LinkToken(token)))
		require.ErrorIs(t, w.App.Factors.ConfirmReset(t.Context(), identity.LinkToken(token)), identity.ErrLinkInvalid, "it has ended")
		w.Advance(2 * factor.ResetDelay)
		w.Settle()
		require.True(t, w.hasFactor(), "it stays")

		w.sam, w.olga = w.OperatorWith(identity.OperatorSupport), w.OperatorWith(identity.OperatorAdmin)
		token = agreed(t, w.World, w.sam, w.olga, w.mill.Person)
		var worked atomic.Int64
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				if w.App.Factors.ConfirmReset(context.WithoutCancel(t.Context()), identity.LinkToken(token)) == nil {
					worked.Add(1)
				}
			})
		}
		all.Wait()
		require.EqualValues(t, 1, worked.Load())
		require.False(t, w.hasFactor(), "at once")
		require.ErrorIs(t, w.App.Factors.ObjectReset(t.Context(), identity.LinkToken(token)), identity.ErrLinkInvalid)
	})
}

func TestReset_refuses(t *testing.T) {
	t.Parallel()
	eachReset(t, func(t *testing.T, w resetWorld) {
		_, err := asks(t, w.World, w.sam, "acc_nobody")
		require.ErrorIs(t, err, identity.ErrAccountNotFound)
		_, err = asks(t, w.World, w.sam, w.Buyer("Bob").Account)
		require.ErrorIs(t, err, factor.ErrNone)
		_, err = asks(t, w.World, w.sam, w.sam.Account)
		require.ErrorIs(t, err, factor.ErrResetSelf)
		_, err = w.App.Factors.AskReset(t.Context(), w.sam.Actor, factor.ResetInput{AccountID: w.mill.Account, Evidence: " ", Reason: "Lost."})
		require.Error(t, err, "without evidence")
		for _, by := range []*testkit.Person{w.Buyer("Eve"), w.mill.Person, w.OperatorWith(identity.OperatorAuditor), w.OperatorWith(identity.OperatorFinance)} {
			_, err = asks(t, w.World, by, w.mill.Account)
			require.ErrorIs(t, err, approval.ErrForbidden)
		}
		withPasskey(t, w.World, w.olga)
		p, err := asks(t, w.World, w.sam, w.olga.Account)
		require.NoError(t, err)
		_, err = w.App.Approvals.Approve(t.Context(), w.olga.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
		require.ErrorIs(t, err, factor.ErrResetSelf, "nor does anybody approve their own")

		require.ErrorIs(t, w.App.Factors.CancelReset(t.Context(), w.mill.Account), factor.ErrResetNotFound)
		token := agreed(t, w.World, w.sam, w.OperatorWith(identity.OperatorAdmin), w.mill.Person)
		_, err = asks(t, w.World, w.sam, w.mill.Account)
		require.ErrorIs(t, err, factor.ErrResetOpen)
		require.NoError(t, w.App.Factors.CancelReset(t.Context(), w.mill.Account))
		require.ErrorIs(t, w.App.Factors.ConfirmReset(t.Context(), identity.LinkToken(token)), identity.ErrLinkInvalid)
		w.Advance(2 * factor.ResetDelay)
		w.Settle()
		require.True(t, w.hasFactor())
	})
}

func TestThaw_by_the_mailed_link(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		ada := w.Buyer("Ada")
		e, err := w.App.Factors.Enrol(t.Context(), ada.Actor, factor.AddInput{Password: testkit.Password})
		require.NoError(t, err)
		right := func() factor.Code {
			code, err := totp.GenerateCode(e.Secret, w.Clock.Now())
			require.NoError(t, err)
			return factor.Code(code)
		}
		wrong := func() factor.Code { // the right one with another beginning
			if right()[0] == '0' {
				return "1" + right()[1:]
			}
			return "0" + right()[1:]
		}
		changed, err := w.App.Factors.Confirm(t.Context(), ada.Actor, factor.ConfirmInput{Code: right()})
		require.NoError(t, err)
		w.Advance(time.Minute)
		by, err := w.App.Sellers.Actor(t.Context(), changed.Session.Token, "")
		require.NoError(t, err)
		try := func(c factor.Code) error {
			opened, err := w.App.Factors.StepUp(t.Context(), by, factor.Proof{Method: factor.MethodTOTP, Code: c})
			if err == nil {
				by.SessionID = string(opened.Session.ID)
			}
			return err
		}
		for range 50 {
			require.ErrorIs(t, try(wrong()), factor.ErrCodeInvalid)
			w.Advance(16 * time.Minute)
		}
		require.ErrorIs(t, try(right()), factor.ErrFrozen)
		w.Settle()
		old := w.LinkToken(ada.Email)
		require.NotEmpty(t, old)
		newer, err := w.App.Factors.WriteThawLetter(t.Context(), ada.Account)
		require.NoError(t, err)
		require.ErrorIs(t, w.App.Factors.Thaw(t.Context(), identity.LinkToken(old)), identity.ErrLinkInvalid, "the last link is the good one")
		require.ErrorIs(t, w.App.Factors.Thaw(t.Context(), "etal_lnk_"), identity.ErrLinkInvalid)
		require.NoError(t, w.App.Factors.Thaw(t.Context(), newer.Token))
		require.ErrorIs(t, w.App.Factors.Thaw(t.Context(), newer.Token), identity.ErrLinkInvalid, "once")
		require.ErrorIs(t, try(wrong()), factor.ErrCodeInvalid)
		require.ErrorIs(t, try(right()), factor.ErrThrottled, "no new five attempts are free")
		w.Advance(2 * time.Minute)
		require.NoError(t, try(right()))
		none, err := w.App.Factors.WriteThawLetter(t.Context(), ada.Account)
		require.NoError(t, err)
		require.Nil(t, none)
	})
}
