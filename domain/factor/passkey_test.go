package factor_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/internal/softkey"
)

func registration(c softkey.Created) factor.Registration {
	return factor.Registration{
		CredentialID: c.CredentialID, ClientDataJSON: c.ClientDataJSON, AttestationObject: c.AttestationObject,
		Transports: []string{"internal", "hybrid", "telepathy"},
	}
}

func assertion(ceremony factor.CeremonyToken, s softkey.Shown) factor.Assertion {
	return factor.Assertion{
		Ceremony: ceremony, CredentialID: s.CredentialID, ClientDataJSON: s.ClientDataJSON,
		AuthenticatorData: s.AuthenticatorData, Signature: s.Signature, UserHandle: s.UserHandle,
	}
}

func signIn(begun *factor.Request, key *softkey.Key) factor.SignInInput {
	return factor.SignInInput{Passkey: assertion(begun.Ceremony, key.Show(begun.Options.Challenge))}
}

func (w *world) begin(by actor.Actor) *factor.Creation {
	w.t.Helper()
	begun, err := w.factors.BeginPasskey(w.t.Context(), by, factor.AddInput{Password: password})
	require.NoError(w.t, err)
	return begun
}

func (w *world) add(by actor.Actor, begun *factor.Creation, c softkey.Created) (*factor.Changed, error) {
	return w.factors.AddPasskey(context.WithoutCancel(w.t.Context()), by,
		factor.AddPasskeyInput{Ceremony: begun.Ceremony, Name: "Laptop", Credential: registration(c)})
}

// passkey gives somebody a passkey.
func (w *world) passkey(by actor.Actor) (*softkey.Key, *factor.Changed) {
	w.t.Helper()
	key, begun := softkey.New(origin, rpID), w.begin(by)
	changed, err := w.add(by, begun, key.Create(begun.Options.Challenge, begun.Options.User.ID))
	require.NoError(w.t, err)
	return key, changed
}

// show makes the proof that a session shows its passkey.
func (w *world) show(by actor.Actor, key *softkey.Key) factor.Proof {
	w.t.Helper()
	begun, err := w.factors.BeginProof(w.t.Context(), by)
	require.NoError(w.t, err)
	in := assertion(begun.Ceremony, key.Show(begun.Options.Challenge))
	return factor.Proof{Method: factor.MethodPasskey, Passkey: &in}
}

func (w *world) beginSignIn() *factor.Request {
	w.t.Helper()
	begun, err := w.factors.BeginSignIn(w.t.Context(), actor.Actor{Role: actor.Anonymous})
	require.NoError(w.t, err)
	return begun
}

func (w *world) passkeySignIn(key *softkey.Key) (*identity.Opened, error) {
	begun := w.beginSignIn()
	return w.factors.SignIn(w.t.Context(), actor.Actor{Role: actor.Anonymous}, signIn(begun, key))
}

func (w *world) events(name string) []map[string]any {
	w.t.Helper()
	var payloads []string
	require.NoError(w.t, w.db.Read(w.t.Context()).NewSelect().Table("outbox").Column("payload").Where("name = ?", name).
		Order("id").Scan(w.t.Context(), &payloads))
	found := make([]map[string]any, len(payloads))
	for i, text := range payloads {
		require.NoError(w.t, json.Unmarshal([]byte(text), &found[i]))
	}
	return found
}

func TestPasskey_options_are_what_browsers_take(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		by := w.register()
		begun := w.begin(by)
		o := begun.Options
		require.Equal(t, factor.RelyingParty{ID: rpID, Name: "Étal"}, o.RP)
		require.Equal(t, email, o.User.Name)
		require.Equal(t, "Ada", o.User.DisplayName)
		require.NotContains(t, o.User.ID, by.AccountID)
		handle, err := base64.RawURLEncoding.DecodeString(o.User.ID)
		require.NoError(t, err)
		require.Len(t, handle, 32, "opaque: random, and not the id of the account")
		challenge, err := base64.RawURLEncoding.DecodeString(o.Challenge)
		require.NoError(t, err)
		require.GreaterOrEqual(t, len(challenge), 16, "128 bits")
		require.Equal(t, []factor.CredentialParameter{{"public-key", -7}, {"public-key", -8}, {"public-key", -257}}, o.PubKeyCredParams)
		require.Equal(t, factor.AuthenticatorSelection{ResidentKey: "required", UserVerification: "required"}, o.AuthenticatorSelection)
		require.Equal(t, "none", o.Attestation)
		require.EqualValues(t, 300_000, o.Timeout)
		require.Equal(t, w.clock.Now().Add(5*time.Minute), begun.ExpiresAt)
		require.Empty(t, o.ExcludeCredentials)
		again := w.begin(by)
		require.Equal(t, o.User, again.Options.User, "the handle stays")
		require.NotEqual(t, o.Challenge, again.Options.Challenge)

		key, changed := w.passkey(by)
		by = w.actor(changed.Session.Token)
		id := base64.RawURLEncoding.EncodeToString(key.ID)
		require.Equal(t, []factor.CredentialDescriptor{{"public-key", id, []string{"hybrid", "internal"}}}, w.begin(by).Options.ExcludeCredentials)
		proof, err := w.factors.BeginProof(t.Context(), by)
		require.NoError(t, err)
		require.Equal(t, rpID, proof.Options.RPID)
		require.Equal(t, "required", proof.Options.UserVerification)
		require.Len(t, proof.Options.AllowCredentials, 1)
		require.Empty(t, w.beginSignIn().Options.AllowCredentials, "signing in names nobody")
	})
}

func TestPasskey_from_enrolment_to_sign_in(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx, by := t.Context(), w.register()
		_, elsewhere := w.signIn()
		_, err := w.factors.BeginPasskey(ctx, by, factor.AddInput{Password: "another password 12"})
		require.ErrorIs(t, err, identity.ErrPasswordWrong)
		key, changed := w.passkey(by)
		require.Len(t, changed.RecoveryCodes, 10, "the first factor comes with recovery codes")
		w.ended(elsewhere)
		by = w.actor(changed.Session.Token)
		require.True(t, by.HasFactor, "T10: whoever has a passkey is enrolled")
		require.False(t, factor.NeedsStepUp(by, w.clock.Now()))
		o, err := w.factors.Overview(ctx, by)
		require.NoError(t, err)
		require.Equal(t, "Laptop", o.Passkeys[0].Name)
		require.Nil(t, o.Passkeys[0].LastUsedAt)
		require.True(t, o.IsAnotherSuggested())

		// After the password, as the second factor.
		waiting, token := w.signIn()
		require.Equal(t, actor.Pending, waiting.Role)
		opened, err := w.factors.Verify(ctx, waiting, factor.VerifyInput{Proof: w.show(waiting, key)})
		require.NoError(t, err)
		w.ended(token)
		require.Equal(t, w.clock.Now(), w.actor(opened.Token).FactorAt)

		// Alone, as both factors.
		opened, err = w.passkeySignIn(key)
		require.NoError(t, err)
		require.Equal(t, identity.SessionActive, opened.State())
		by = w.actor(opened.Token)
		require.Equal(t, actor.Buyer, by.Role)
		require.False(t, factor.NeedsStepUp(by, w.clock.Now()), "T11: it is fresh")

		// Again, after ten minutes.
		w.clock.Advance(11 * time.Minute)
		require.True(t, factor.NeedsStepUp(by, w.clock.Now()))
		_, err = w.factors.BeginPasskey(ctx, by, factor.AddInput{Password: password})
		require.ErrorIs(t, err, factor.ErrStepUp, "another factor needs one that is fresh")
		opened, err = w.factors.StepUp(ctx, by, w.show(by, key))
		require.NoError(t, err)
		by = w.actor(opened.Token)
		require.False(t, factor.NeedsStepUp(by, w.clock.Now()))
		second, changed := w.passkey(by)
		require.Empty(t, changed.RecoveryCodes, "those that were written down stay good")
		by = w.actor(changed.Session.Token)
		o, err = w.factors.Overview(ctx, by)
		require.NoError(t, err)
		require.False(t, o.IsAnotherSuggested())
		require.Equal(t, w.clock.Now(), *o.Passkeys[0].LastUsedAt)
		require.EqualValues(t, 10, o.RecoveryCodesLeft)
		_, err = w.passkeySignIn(second)
		require.NoError(t, err)
		require.Len(t, w.events("factor.passkey_added"), 2)
		require.Empty(t, w.events("factor.passkey_flagged"))
	})
}

// TestPasskey_sign_in_refuses tries what a stranger may try; each answer is the
// same for a passkey that is known and one that is not.
func TestPasskey_sign_in_refuses(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		key, _ := w.passkey(w.register())
		for name, spoil := range map[string]func(k *softkey.Key){
			"wrong origin":      func(k *softkey.Key) { k.Origin = "https://market.example.evil.test" },
			"another port":      func(k *softkey.Key) { k.Origin = "https://market.example" },
			"another scheme":    func(k *softkey.Key) { k.Origin = "http://market.example:8443" },
			"wrong rpId":        func(k *softkey.Key) { k.RPID = "example" },
			"no verification":   func(k *softkey.Key) { k.Flags = softkey.UserPresent },
			"nobody there":      func(k *softkey.Key) { k.Flags = softkey.UserVerified },
			"became synced":     func(k *softkey.Key) { k.Flags |= softkey.BackupEligible },
			"in a frame":        func(k *softkey.Key) { k.CrossOrigin = true },
			"unknown":           func(k *softkey.Key) { k.ID = []byte("of nobody at all") },
			"somebody's handle": func(k *softkey.Key) { k.Handle = make([]byte, 32) },
			"no handle":         func(k *softkey.Key) { k.Handle = nil },
		} {
			bad := *key
			spoil(&bad)
			_, err := w.passkeySignIn(&bad)
			require.ErrorIs(t, err, factor.ErrPasskeyRefused, name)
			require.Equal(t, factor.ErrPasskeyRefused.At("passkey"), fault.As(err)[0], name)
		}
		stranger := softkey.New(origin, rpID)
		stranger.Handle = key.Handle
		_, err := w.passkeySignIn(stranger)
		require.ErrorIs(t, err, factor.ErrPasskeyRefused)
		stranger.ID = key.ID
		_, err = w.passkeySignIn(stranger)
		require.ErrorIs(t, err, factor.ErrPasskeyRefused, "another private half")
		_, err = w.passkeySignIn(key)
		require.NoError(t, err, "and none of it has locked anybody out")
	})
}

func TestPasskey_challenge_is_of_one_session_one_purpose_and_one_use(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx, nobody := t.Context(), actor.Actor{Role: actor.Anonymous}
		key, changed := w.passkey(w.register())
		by := w.actor(changed.Session.Token)

		begun := w.beginSignIn()
		answer := assertion(begun.Ceremony, key.Show(begun.Options.Challenge))
		worked, _ := atOnce(8, func() error {
			_, err := w.factors.SignIn(context.WithoutCancel(ctx), nobody, factor.SignInInput{Passkey: answer})
			return err
		})
		require.Equal(t, 1, worked, "once, of many at once")
		_, err := w.factors.SignIn(ctx, nobody, factor.SignInInput{Passkey: answer})
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "replayed")
		second := w.beginSignIn()
		answer.Ceremony = second.Ceremony
		_, err = w.factors.SignIn(ctx, nobody, factor.SignInInput{Passkey: answer})
		require.ErrorIs(t, err, factor.ErrPasskeyRefused, "an old answer to a new challenge")
		_, err = w.factors.SignIn(ctx, nobody, signIn(second, key))
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "a wrong answer uses the challenge up")

		late := w.beginSignIn()
		w.clock.Advance(5 * time.Minute)
		_, err = w.factors.SignIn(ctx, nobody, signIn(late, key))
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "expired")
		w.beginSignIn()
		w.clock.Advance(5 * time.Minute)
		gone, err := w.factors.Sweep(ctx)
		require.NoError(t, err)
		require.EqualValues(t, 1, gone)

		waiting, _ := w.signIn()
		proof := w.show(waiting, key)
		other, _ := w.signIn()
		_, err = w.factors.Verify(ctx, other, factor.VerifyInput{Proof: proof})
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "made for another session")
		_, err = w.factors.SignIn(ctx, nobody, factor.SignInInput{Passkey: *w.show(waiting, key).Passkey})
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "made for another purpose")
		signIn := w.beginSignIn()
		stolen := assertion(signIn.Ceremony, key.Show(signIn.Options.Challenge))
		_, err = w.factors.Verify(ctx, waiting, factor.VerifyInput{Proof: factor.Proof{Method: factor.MethodPasskey, Passkey: &stolen}})
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "made for another purpose")
		for _, token := range []factor.CeremonyToken{"", "etal_pkc_", factor.CeremonyToken("etal_pkc_" + strings.Repeat("A", 43)), "etal_ses_\x00", signIn.Ceremony} {
			_, err = w.factors.SignIn(ctx, nobody, factor.SignInInput{Passkey: factor.Assertion{Ceremony: token}})
			require.ErrorIs(t, err, factor.ErrCeremonyOver)
		}
		_ = by
	})
}

func TestPasskey_enrolment_refuses(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx, by := t.Context(), w.register()
		for name, spoil := range map[string]func(k *softkey.Key){
			"wrong origin":    func(k *softkey.Key) { k.Origin = "https://evil.test" },
			"wrong rpId":      func(k *softkey.Key) { k.RPID = "evil.test" },
			"no verification": func(k *softkey.Key) { k.Flags = softkey.UserPresent },
		} {
			key, begun := softkey.New(origin, rpID), w.begin(by)
			spoil(key)
			_, err := w.add(by, begun, key.Create(begun.Options.Challenge, begun.Options.User.ID))
			require.ErrorIs(t, err, factor.ErrPasskeyRefused, name)
			good := softkey.New(origin, rpID)
			_, err = w.add(by, begun, good.Create(begun.Options.Challenge, begun.Options.User.ID))
			require.ErrorIs(t, err, factor.ErrCeremonyOver, "a wrong answer uses the challenge up")
		}
		for _, alg := range []int{-35, -36, -47, -65535} {
			key, begun := softkey.New(origin, rpID), w.begin(by)
			_, err := w.add(by, begun, key.CreateAs(begun.Options.Challenge, begun.Options.User.ID, alg))
			require.ErrorIs(t, err, factor.ErrPasskeyRefused, "algorithm %d", alg)
		}
		begun, key := w.begin(by), softkey.New(origin, rpID)
		w.clock.Advance(5 * time.Minute)
		_, err := w.add(by, begun, key.Create(begun.Options.Challenge, begun.Options.User.ID))
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "expired")
		begun = w.begin(by)
		other, _ := w.signIn()
		_, err = w.add(other, begun, key.Create(begun.Options.Challenge, begun.Options.User.ID))
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "made for another session")
		for _, name := range []string{"", "  ", strings.Repeat("x", 61), "a\x00b"} {
			_, err = w.factors.AddPasskey(ctx, by, factor.AddPasskeyInput{Ceremony: begun.Ceremony, Name: name})
			require.Equal(t, []string{"name"}, fault.As(err)[0].Field)
		}
		require.False(t, w.actor(w.sessionOf(by)).HasFactor, "none of it was enrolled")

		// A credential that somebody has cannot become somebody else's.
		key, changed := w.passkey(by)
		by = w.actor(changed.Session.Token)
		eve := w.registerAs("eve@example.org")
		begun = w.begin(eve)
		_, err = w.add(eve, begun, key.Create(begun.Options.Challenge, begun.Options.User.ID))
		require.ErrorIs(t, err, factor.ErrPasskeyRefused)
		_, err = w.factors.BeginProof(ctx, eve)
		require.ErrorIs(t, err, factor.ErrNone)
		_ = by
	})
}

// sessionOf opens a new session of somebody without a factor.
func (w *world) sessionOf(actor.Actor) identity.Token {
	_, token := w.signIn()
	return token
}

func (w *world) registerAs(address string) actor.Actor {
	w.t.Helper()
	opened, err := w.people.Register(w.t.Context(), actor.Actor{}, identity.RegisterInput{Email: address, Name: "Eve", Password: password})
	require.NoError(w.t, err)
	return w.actor(opened.Token)
}

func TestPasskey_of_somebody_else_proves_nothing(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		w.passkey(w.register())
		eve := w.registerAs("eve@example.org")
		foreign, changed := w.passkey(eve)
		eve = w.actor(changed.Session.Token)
		waiting, _ := w.signIn()
		_, err := w.factors.Verify(ctx, waiting, factor.VerifyInput{Proof: w.show(waiting, foreign)})
		require.ErrorIs(t, err, factor.ErrPasskeyRefused)
		require.Equal(t, []string{"passkey"}, fault.As(err)[0].Field)
		require.Len(t, w.events("factor.refused"), 1)
		require.Equal(t, "PASSKEY", w.events("factor.refused")[0]["method"])

		o, err := w.factors.Overview(ctx, eve)
		require.NoError(t, err)
		opened, err := w.factors.Verify(ctx, waiting, factor.VerifyInput{Proof: factor.Proof{Method: factor.MethodPasskey}})
		require.ErrorIs(t, err, factor.ErrPasskeyRefused)
		require.Nil(t, opened)
		ada := w.registerAs("ada2@example.org")
		_, adas := w.passkey(ada)
		ada = w.actor(adas.Session.Token)
		_, err = w.factors.RenamePasskey(ctx, ada, factor.RenamePasskeyInput{PasskeyID: o.Passkeys[0].ID, Name: "Mine"})
		require.ErrorIs(t, err, factor.ErrPasskeyNotFound)
	})
}

func TestPasskey_counter_that_goes_backwards_is_told_and_locks_nobody(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		key, _ := w.passkey(w.register())
		key.Counter = 40
		_, err := w.passkeySignIn(key)
		require.NoError(t, err)
		require.Empty(t, w.events("factor.passkey_flagged"))
		for _, back := range []uint32{6, 40} { // shown: 7 and 41, then a copy at 41 again
			key.Counter = back
			opened, err := w.passkeySignIn(key)
			require.NoError(t, err)
			require.Equal(t, identity.SessionActive, opened.State())
			o, err := w.factors.Overview(t.Context(), w.actor(opened.Token))
			require.NoError(t, err)
			require.True(t, o.Passkeys[0].IsFlagged())
			require.EqualValues(t, 41, o.Passkeys[0].SignCount, "the highest is kept")
		}
		told := w.events("factor.passkey_flagged")
		require.Len(t, told, 2)
		require.EqualValues(t, 41, told[0]["stored"])
		require.EqualValues(t, 7, told[0]["shown"])
		require.Equal(t, true, told[0]["first"])
		require.Equal(t, false, told[1]["first"])
	})
}

func TestPasskey_synced_ones_count_nothing(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		by := w.register()
		key, begun := softkey.New(origin, rpID), w.begin(by)
		key.Flags |= softkey.BackupEligible | softkey.BackupState
		_, err := w.add(by, begun, key.Create(begun.Options.Challenge, begun.Options.User.ID))
		require.NoError(t, err)
		for range 3 {
			key.Counter = ^uint32(0) // shows 0
			_, err = w.passkeySignIn(key)
			require.NoError(t, err)
		}
		require.Empty(t, w.events("factor.passkey_flagged"))
	})
}

func TestPasskey_operators_may_be_held_to_one_device(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		strict := factor.New(w.db, w.people, w.keys, factor.Options{BaseURL: origin, Policy: factor.Policy{BoundOperators: true}})
		_, err := w.people.CreateOperator(t.Context(), identity.OperatorAdmin, identity.RegisterInput{Email: email, Name: "Ada", Password: password})
		require.NoError(t, err)
		by, _ := w.signIn()
		key, begun := softkey.New(origin, rpID), w.begin(by)
		key.Flags |= softkey.BackupEligible
		in := factor.AddPasskeyInput{
			Ceremony: begun.Ceremony, Name: "Cloud", Credential: registration(key.Create(begun.Options.Challenge, begun.Options.User.ID)),
		}
		_, err = strict.AddPasskey(t.Context(), by, in)
		require.ErrorIs(t, err, factor.ErrPasskeySynced)
		begun = w.begin(by)
		in.Ceremony, in.Credential = begun.Ceremony, registration(key.Create(begun.Options.Challenge, begun.Options.User.ID))
		_, err = w.factors.AddPasskey(t.Context(), by, in)
		require.NoError(t, err, "elsewhere it is allowed")
		shown := w.beginSignIn()
		_, err = strict.SignIn(t.Context(), actor.Actor{Role: actor.Anonymous}, signIn(shown, key))
		require.ErrorIs(t, err, factor.ErrPasskeySynced, "also what was enrolled before")
	})
}

func TestPasskey_rename_and_remove(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx := t.Context()
		first, changed := w.passkey(w.register())
		firstID := changed.Passkey.ID
		by := w.actor(changed.Session.Token)
		second, changed := w.passkey(by)
		by = w.actor(changed.Session.Token)
		renamed, err := w.factors.RenamePasskey(ctx, by, factor.RenamePasskeyInput{PasskeyID: firstID, Name: "  Old key "})
		require.NoError(t, err)
		require.Equal(t, "Old key", renamed.Name)
		o, err := w.factors.Overview(ctx, by)
		require.NoError(t, err)
		require.Equal(t, "Old key", o.Passkeys[0].Name)

		in := factor.RemovePasskeyInput{PasskeyID: firstID, Password: "another password 12", Proof: w.show(by, second)}
		_, err = w.factors.RemovePasskey(ctx, by, in)
		require.ErrorIs(t, err, identity.ErrPasswordWrong, "the password and a factor")
		in.Password, in.Proof = password, factor.Proof{Method: factor.MethodTOTP, Code: "123456"}
		_, err = w.factors.RemovePasskey(ctx, by, in)
		require.ErrorIs(t, err, factor.ErrCodeInvalid, "there is no app")
		in.Proof, in.PasskeyID = w.show(by, second), "psk_x"
		_, err = w.factors.RemovePasskey(ctx, by, in)
		require.ErrorIs(t, err, factor.ErrPasskeyNotFound)
		in.Proof, in.PasskeyID = w.show(by, second), firstID
		other, err := w.passkeySignIn(second)
		require.NoError(t, err)
		opened, err := w.factors.RemovePasskey(ctx, by, in)
		require.NoError(t, err)
		w.ended(other.Token)
		by = w.actor(opened.Token)
		require.True(t, by.HasFactor, "the second is left")
		_, err = w.passkeySignIn(first)
		require.ErrorIs(t, err, factor.ErrPasskeyRefused)
		_, err = w.factors.Remove(ctx, by, factor.RemoveInput{Password: password, Proof: w.show(by, second)})
		require.ErrorIs(t, err, factor.ErrNone, "there is no app")

		opened, err = w.factors.RemovePasskey(ctx, by, factor.RemovePasskeyInput{
			PasskeyID: changed.Passkey.ID, Password: password, Proof: w.show(by, second),
		})
		require.NoError(t, err)
		by = w.actor(opened.Token)
		require.False(t, by.HasFactor)
		o, err = w.factors.Overview(ctx, by)
		require.NoError(t, err)
		require.Zero(t, o.RecoveryCodesLeft, "with the last factor go the recovery codes")
		require.Len(t, w.events("factor.passkey_removed"), 2)
	})
}

func TestPasskey_needs_a_host_name(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		by := w.register()
		for _, address := range []string{"", "http://127.0.0.1:8080", "http://[::1]:8080", "https:///", "%"} {
			off := factor.New(w.db, w.people, w.keys, factor.Options{BaseURL: address})
			_, err := off.BeginPasskey(t.Context(), by, factor.AddInput{Password: password})
			require.ErrorIs(t, err, factor.ErrPasskeysOff, address)
			_, err = off.BeginSignIn(t.Context(), actor.Actor{})
			require.ErrorIs(t, err, factor.ErrPasskeysOff)
			_, err = off.SignIn(t.Context(), actor.Actor{}, factor.SignInInput{})
			require.ErrorIs(t, err, factor.ErrPasskeysOff)
		}
		local := factor.New(w.db, w.people, w.keys, factor.Options{BaseURL: "http://localhost:8080"})
		_, err := local.BeginSignIn(t.Context(), actor.Actor{})
		require.NoError(t, err)
	})
}

// TestPasskey_bytes_that_were_changed flips each byte of what a browser sends:
// nothing panics, and nothing that is signed can be changed.
func TestPasskey_bytes_that_were_changed(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		ctx, by := t.Context(), w.register()
		flips := func(text string, fn func(string)) {
			raw, err := base64.RawURLEncoding.DecodeString(text)
			require.NoError(t, err)
			for i := 0; i < len(raw); i += 7 {
				for _, bit := range []byte{0x01, 0x80} {
					changed := append([]byte(nil), raw...)
					changed[i] ^= bit
					fn(base64.RawURLEncoding.EncodeToString(changed))
				}
				fn(base64.RawURLEncoding.EncodeToString(raw[:i]))
			}
		}
		key, begun := softkey.New(origin, rpID), w.begin(by)
		made := key.Create(begun.Options.Challenge, begun.Options.User.ID)
		flips(made.AttestationObject, func(text string) {
			bad := made
			bad.AttestationObject = text
			again := w.begin(by)
			bad.ClientDataJSON = key.Create(again.Options.Challenge, again.Options.User.ID).ClientDataJSON
			changed, err := w.add(by, again, bad)
			if err == nil { // a statement of no make has bytes that nobody signs; the key is then another one
				by = w.actor(changed.Session.Token)
				return
			}
			require.NotEmpty(t, fault.As(err), "%v", err)
		})
		if !by.HasFactor {
			_, changed := w.passkey(by)
			by = w.actor(changed.Session.Token)
		}
		good, changed := w.passkey(by)
		_ = changed
		for _, member := range []string{"clientData", "data", "signature"} {
			request := w.beginSignIn()
			shown := good.Show(request.Options.Challenge)
			source := map[string]string{"clientData": shown.ClientDataJSON, "data": shown.AuthenticatorData, "signature": shown.Signature}[member]
			flips(source, func(text string) {
				again := w.beginSignIn()
				fresh := good.Show(again.Options.Challenge)
				in := assertion(again.Ceremony, fresh)
				switch member {
				case "clientData":
					in.ClientDataJSON = text
				case "data":
					in.AuthenticatorData = text
				default:
					in.Signature = text
				}
				_, err := w.factors.SignIn(ctx, actor.Actor{Role: actor.Anonymous}, factor.SignInInput{Passkey: in})
				require.NotEmpty(t, fault.As(err), "%s %v", member, err)
			})
		}
	})
}

func TestPasskey_limits(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		by := w.register()
		for range 20 {
			_, changed := w.passkey(by)
			by = w.actor(changed.Session.Token)
		}
		_, err := w.factors.BeginPasskey(t.Context(), by, factor.AddInput{})
		require.ErrorIs(t, err, factor.ErrPasskeyLimit)

		ctx := identity.WithClient(t.Context(), identity.Client{Address: "203.0.113.7"})
		for range 51 {
			_, err = w.factors.BeginSignIn(ctx, actor.Actor{Role: actor.Anonymous})
			if err != nil {
				break
			}
		}
		require.ErrorIs(t, err, identity.ErrSignInThrottled)
		w.clock.Advance(time.Hour)
		_, err = w.factors.BeginSignIn(ctx, actor.Actor{Role: actor.Anonymous})
		require.NoError(t, err)
	})
}

func TestPasskey_guest_keeps_their_cart(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, w *world) {
		key, _ := w.passkey(w.register())
		opened, err := w.people.GuestStart(t.Context())
		require.NoError(t, err)
		guest := w.actor(opened.Token)
		begun, err := w.factors.BeginSignIn(t.Context(), guest)
		require.NoError(t, err)
		in := assertion(begun.Ceremony, key.Show(begun.Options.Challenge))
		_, err = w.factors.SignIn(t.Context(), actor.Actor{Role: actor.Anonymous}, factor.SignInInput{Passkey: in})
		require.ErrorIs(t, err, factor.ErrCeremonyOver, "made for the guest's session")
		begun, err = w.factors.BeginSignIn(t.Context(), guest)
		require.NoError(t, err)
		_, err = w.factors.SignIn(t.Context(), guest, signIn(begun, key))
		require.NoError(t, err)
		w.ended(opened.Token)
		require.Len(t, w.events("identity.guest_signed_in"), 1)
	})
}
