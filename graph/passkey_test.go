package graph

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/softkey"
)

const (
	passkeyStart = `mutation($p: Password) { passkeyEnrolStart(input: {password: $p}) { userErrors { code field } creation { ceremony expiresAt options {
		rp { id name } user { id name displayName } challenge pubKeyCredParams { type alg } timeout
		excludeCredentials { type id transports } authenticatorSelection { residentKey userVerification } attestation } } } }`
	passkeyComplete = `mutation($i: PasskeyEnrolCompleteInput!) { passkeyEnrolComplete(input: $i) {
		passkey { id name isSynced isFlagged createdAt lastUsedAt } session { token state } recoveryCodes userErrors { code field } } }`
	passkeySignInBegin = `mutation { passkeySignInStart { userErrors { code } request { ceremony expiresAt options {
		challenge timeout rpId userVerification allowCredentials { type id transports } } } } }`
	passkeySignInEnd  = `mutation($i: PasskeySignInCompleteInput!) { passkeySignInComplete(input: $i) { session { token state } userErrors { code field } } }`
	passkeyProof      = `mutation { passkeyStepUpStart { userErrors { code } request { ceremony options { challenge rpId allowCredentials { id } } } } }`
	passkeyVerify     = `mutation($i: FactorVerifyInput!) { factorVerify(input: $i) { session { token state } userErrors { code field } } }`
	passkeyStepUp     = `mutation($i: StepUpInput!) { stepUp(input: $i) { session { token } userErrors { code field } } }`
	passkeyRemoval    = `mutation($i: PasskeyRemoveInput!) { passkeyRemove(input: $i) { session { token } userErrors { code field } } }`
	passkeyRenameText = `mutation($i: PasskeyRenameInput!) { passkeyRename(input: $i) { passkey { id name } userErrors { code field } } }`
)

func assertionInput(ceremony any, s softkey.Shown) map[string]any {
	return map[string]any{
		"ceremony": ceremony, "credentialId": s.CredentialID, "clientDataJson": s.ClientDataJSON,
		"authenticatorData": s.AuthenticatorData, "signature": s.Signature, "userHandle": s.UserHandle,
	}
}

// addPasskey gives somebody a passkey, and returns it with its id and the new
// session.
func (a *api) addPasskey(w who) (*softkey.Key, string, who) {
	a.t.Helper()
	r := a.do(w, passkeyStart, map[string]any{"p": "a quiet harbour 47"})
	challenge, ok := r.at("passkeyEnrolStart.creation.options.challenge").(string)
	require.True(a.t, ok, "%v", r)
	key := softkey.New("https://market.example", r.at("passkeyEnrolStart.creation.options.rp.id").(string))
	made := key.Create(challenge, r.at("passkeyEnrolStart.creation.options.user.id").(string))
	r = a.do(w, passkeyComplete, map[string]any{"i": map[string]any{
		"ceremony": r.at("passkeyEnrolStart.creation.ceremony"), "name": "Laptop", "credential": map[string]any{
			"credentialId": made.CredentialID, "clientDataJson": made.ClientDataJSON, "attestationObject": made.AttestationObject,
			"transports": []any{"internal"},
		},
	}})
	token, ok := r.at("passkeyEnrolComplete.session.token").(string)
	require.True(a.t, ok, "%v", r)
	return key, r.at("passkeyEnrolComplete.passkey.id").(string), who{token, w.actAs}
}

// proof answers the challenge of a session.
func (a *api) proof(w who, key *softkey.Key) map[string]any {
	a.t.Helper()
	r := a.do(w, passkeyProof, nil)
	challenge, ok := r.at("passkeyStepUpStart.request.options.challenge").(string)
	require.True(a.t, ok, "%v", r)
	return map[string]any{"method": "PASSKEY", "passkey": assertionInput(r.at("passkeyStepUpStart.request.ceremony"), key.Show(challenge))}
}

// TestPasskey_options_have_the_members_of_the_standard compares what is answered
// with the dictionaries that browsers parse: names, and no null, which they
// refuse in a list or a dictionary.
func TestPasskey_options_have_the_members_of_the_standard(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	r := a.do(a.register("alice"), passkeyStart, map[string]any{"p": "a quiet harbour 47"})
	options := r.at("passkeyEnrolStart.creation.options").(map[string]any)
	handle, challenge := options["user"].(map[string]any)["id"].(string), options["challenge"].(string)
	text, err := json.Marshal(options)
	require.NoError(t, err)
	require.JSONEq(t, `{"rp":{"id":"market.example","name":"Étal"},"user":{"id":"`+handle+`","name":"alice@example.org","displayName":"alice"},
		"challenge":"`+challenge+`","pubKeyCredParams":[{"type":"public-key","alg":-7},{"type":"public-key","alg":-8},{"type":"public-key","alg":-257}],
		"timeout":300000,"excludeCredentials":[],"authenticatorSelection":{"residentKey":"required","userVerification":"required"},"attestation":"none"}`, string(text))
	r = a.do(who{}, passkeySignInBegin, nil)
	text, err = json.Marshal(r.at("passkeySignInStart.request.options"))
	require.NoError(t, err)
	require.JSONEq(t, `{"challenge":"`+r.at("passkeySignInStart.request.options.challenge").(string)+`","timeout":300000,"rpId":"market.example",
		"userVerification":"required","allowCredentials":[]}`, string(text))
}

func TestPasskey_from_enrolment_to_sign_in(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice := a.register("alice")
	r := a.do(alice, passkeyStart, map[string]any{"p": "a quiet harbour 48"})
	require.Equal(t, "PASSWORD_WRONG", r.at("passkeyEnrolStart.userErrors.0.code"))
	require.Equal(t, []any{"input", "password"}, r.at("passkeyEnrolStart.userErrors.0.field"))
	key, id, alice := a.addPasskey(alice)
	r = a.do(alice, `{ factors { totp { id } passkeys { id name isSynced isFlagged lastUsedAt } recoveryCodesLeft isAnotherSuggested } }`, nil)
	require.Equal(t, map[string]any{"id": id, "name": "Laptop", "isSynced": false, "isFlagged": false, "lastUsedAt": nil}, r.at("factors.passkeys.0"))
	require.EqualValues(t, 10, r.at("factors.recoveryCodesLeft"))
	require.Equal(t, true, r.at("factors.isAnotherSuggested"))

	waiting, state := a.signIn("alice@example.org")
	require.Equal(t, "PENDING_FACTOR", state)
	r = a.do(waiting, passkeyVerify, map[string]any{"i": a.proof(waiting, key)})
	require.Equal(t, "ACTIVE", r.at("factorVerify.session.state"), "%v", r)

	r = a.do(who{}, passkeySignInBegin, nil)
	answer := assertionInput(r.at("passkeySignInStart.request.ceremony"), key.Show(r.at("passkeySignInStart.request.options.challenge").(string)))
	r = a.do(who{}, passkeySignInEnd, map[string]any{"i": map[string]any{"passkey": answer}})
	require.Equal(t, "ACTIVE", r.at("passkeySignInComplete.session.state"), "%v", r)
	in := who{token: r.at("passkeySignInComplete.session.token").(string)}
	require.Equal(t, "BUYER", a.do(in, viewerQuery, nil).at("viewer.hat.kind"))
	r = a.do(who{}, passkeySignInEnd, map[string]any{"i": map[string]any{"passkey": answer}})
	require.Equal(t, "PASSKEY_CEREMONY_OVER", r.at("passkeySignInComplete.userErrors.0.code"))

	a.clock.Advance(11 * time.Minute)
	r = a.do(in, passkeyStart, nil)
	require.Equal(t, codeStepUpRequired, r.code())
	r = a.do(in, passkeyStepUp, map[string]any{"i": a.proof(in, softkey.New("https://market.example", "market.example"))})
	require.Equal(t, "PASSKEY_REFUSED", r.at("stepUp.userErrors.0.code"), "%v", r)
	require.Equal(t, []any{"input", "passkey"}, r.at("stepUp.userErrors.0.field"))
	r = a.do(in, passkeyStepUp, map[string]any{"i": a.proof(in, key)})
	in = who{token: r.at("stepUp.session.token").(string)}
	second, _, in := a.addPasskey(in)
	r = a.do(in, passkeyRenameText, map[string]any{"i": map[string]any{"passkeyId": id, "name": "Old laptop"}})
	require.Equal(t, "Old laptop", r.at("passkeyRename.passkey.name"))
	removal := a.proof(in, second)
	removal["passkeyId"], removal["password"] = id, "a quiet harbour 47"
	r = a.do(in, passkeyRemoval, map[string]any{"i": removal})
	require.Empty(t, r.at("passkeyRemove.userErrors"), "%v", r)
	in = who{token: r.at("passkeyRemove.session.token").(string)}
	removal = a.proof(in, second)
	removal["passkeyId"], removal["password"] = id, "a quiet harbour 47"
	require.Equal(t, codeNotFound, a.do(in, passkeyRemoval, map[string]any{"i": removal}).code())
	for _, secret := range []string{in.token, answer["ceremony"].(string)} {
		require.NotContains(t, a.log.String(), secret)
	}
}

// TestPasskey_enrols_whoever_must_have_a_factor sets one up under a hat that
// lacks it, and nothing else is answered before.
func TestPasskey_enrols_whoever_must_have_a_factor(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	owner := a.owner("mia")
	a.policy.Required = true
	require.Equal(t, "FACTOR_REQUIRED", a.do(owner, `{ sellers(first: 1) { nodes { id } } }`, nil).reason())
	key, _, owner := a.addPasskey(owner)
	require.NotEqual(t, "FACTOR_REQUIRED", a.do(owner, `{ viewer { isFactorMissing } sellers(first: 1) { nodes { id } } }`, nil).reason())
	r := a.do(who{}, passkeySignInBegin, nil)
	answer := assertionInput(r.at("passkeySignInStart.request.ceremony"), key.Show(r.at("passkeySignInStart.request.options.challenge").(string)))
	r = a.do(who{}, passkeySignInEnd, map[string]any{"i": map[string]any{"passkey": answer}})
	in := who{r.at("passkeySignInComplete.session.token").(string), owner.actAs}
	require.Equal(t, "SELLER", a.do(in, viewerQuery, nil).at("viewer.hat.kind"), "and it opens that hat")
	require.Equal(t, "no-store", a.raw(http.MethodPost, "/graphql", `{"query":"mutation { passkeySignInStart { request { ceremony } } }"}`).Header().Get("Cache-Control"))
}

func TestPasskey_one_attempt_in_a_request(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	const one = `passkeySignInComplete(input: {passkey: {ceremony: "x", credentialId: "AA", clientDataJson: "AA", authenticatorData: "AA", signature: "AA"}}) { userErrors { code } }`
	require.Equal(t, codeBadUserInput, a.do(who{}, "mutation { a: "+one+" b: "+one+" }", nil).code())
	require.Equal(t, "PASSKEY_CEREMONY_OVER", a.do(who{}, "mutation { a: "+one+" }", nil).at("a.userErrors.0.code"))
	long := strings.Replace(one, `signature: "AA"`, `signature: "`+strings.Repeat("A", 20_000)+`"`, 1)
	require.Equal(t, "PASSKEY_CEREMONY_OVER", a.do(who{}, "mutation { a: "+long+" }", nil).at("a.userErrors.0.code"))
}
