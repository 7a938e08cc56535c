package graph

import (
	"encoding/base64"
	"image/png"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
)

const (
	enrolMutation   = `mutation($p: Password!) { totpEnrol(input: {password: $p}) { enrolment { id uri secret qrCodePng expiresAt } userErrors { code field } } }`
	confirmMutation = `mutation($c: FactorCode!) { totpConfirm(input: {code: $c}) { session { token state } recoveryCodes userErrors { code field } } }`
	verifyMutation  = `mutation($m: FactorMethod!, $c: FactorCode!) { factorVerify(input: {method: $m, code: $c}) { session { token state } userErrors { code field } } }`
	stepUpMutation  = `mutation($c: FactorCode!) { stepUp(input: {code: $c}) { session { token } userErrors { code } } }`
	signInMutation  = `mutation($e: String!) { signIn(input: {email: $e, password: "a quiet harbour 47"}) { session { token state } userErrors { code } } }`
)

func (a *api) code(secret string) string {
	a.t.Helper()
	code, err := totp.GenerateCode(secret, a.clock.Now())
	require.NoError(a.t, err)
	return code
}

// enrol gives somebody an authenticator app, and returns its secret, the
// recovery codes and the new session.
func (a *api) enrol(w who) (string, []any, who) {
	a.t.Helper()
	r := a.do(w, enrolMutation, map[string]any{"p": "a quiet harbour 47"})
	secret, ok := r.at("totpEnrol.enrolment.secret").(string)
	require.True(a.t, ok, "%v", r)
	r = a.do(w, confirmMutation, map[string]any{"c": a.code(secret)})
	token, ok := r.at("totpConfirm.session.token").(string)
	require.True(a.t, ok, "%v", r)
	a.clock.Advance(time.Minute)
	return secret, r.at("totpConfirm.recoveryCodes").([]any), who{token, w.actAs}
}

func (a *api) signIn(email string) (who, string) {
	a.t.Helper()
	r := a.do(who{}, signInMutation, map[string]any{"e": email})
	token, ok := r.at("signIn.session.token").(string)
	require.True(a.t, ok, "%v", r)
	return who{token: token}, r.at("signIn.session.state").(string)
}

func TestFactor_from_enrolment_to_sign_in(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice := a.register("alice")
	r := a.do(alice, enrolMutation, map[string]any{"p": "a quiet harbour 48"})
	require.Equal(t, "PASSWORD_WRONG", r.at("totpEnrol.userErrors.0.code"))
	require.Equal(t, []any{"input", "password"}, r.at("totpEnrol.userErrors.0.field"))
	r = a.do(alice, enrolMutation, map[string]any{"p": "a quiet harbour 47"})
	require.True(t, strings.HasPrefix(r.at("totpEnrol.enrolment.uri").(string), "otpauth://totp/"))
	_, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(r.at("totpEnrol.enrolment.qrCodePng").(string))))
	require.NoError(t, err)
	secret, codes, alice := a.enrol(alice)
	require.Len(t, codes, 10)
	r = a.do(alice, `{ factors { totp { id confirmedAt } recoveryCodesLeft } viewer { sessionState hat { kind } } }`, nil)
	require.EqualValues(t, 10, r.at("factors.recoveryCodesLeft"))
	require.Equal(t, "ACTIVE", r.at("viewer.sessionState"))

	waiting, state := a.signIn("alice@example.org")
	require.Equal(t, "PENDING_FACTOR", state)
	r = a.do(waiting, `{ viewer { sessionState account { email } hat { kind } hats { kind } sessions(first: 5) { nodes { id } } } }`, nil)
	require.Empty(t, r.Errors)
	require.Empty(t, r.at("viewer.sessions.nodes"))
	require.Equal(t, "PENDING_FACTOR", r.at("viewer.sessionState"))
	require.Nil(t, r.at("viewer.hat"))
	require.Empty(t, r.at("viewer.hats"))
	r = a.do(waiting, verifyMutation, map[string]any{"m": "TOTP", "c": "12345٦"})
	require.Equal(t, "FACTOR_CODE_INVALID", r.at("factorVerify.userErrors.0.code"))
	require.Equal(t, []any{"input", "code"}, r.at("factorVerify.userErrors.0.field"))
	r = a.do(waiting, verifyMutation, map[string]any{"m": "TOTP", "c": a.code(secret)})
	require.Equal(t, "ACTIVE", r.at("factorVerify.session.state"))
	require.NotEqual(t, waiting.token, r.at("factorVerify.session.token"))
	require.Equal(t, 401, a.raw("POST", "/graphql", typename, "Authorization", "Bearer "+waiting.token).Code)
	in := who{token: r.at("factorVerify.session.token").(string)}
	require.Equal(t, "BUYER", a.do(in, viewerQuery, nil).at("viewer.hat.kind"))
	require.Equal(t, "FACTOR_NOT_PENDING", a.do(in, verifyMutation, map[string]any{"m": "TOTP", "c": a.code(secret)}).at("factorVerify.userErrors.0.code"))

	waiting, _ = a.signIn("alice@example.org")
	r = a.do(waiting, verifyMutation, map[string]any{"m": "RECOVERY_CODE", "c": codes[3]})
	require.Equal(t, "ACTIVE", r.at("factorVerify.session.state"))
	require.NotContains(t, a.log.String(), secret)
}

func TestFactor_answers_are_not_stored(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice := a.register("alice")
	w := a.raw(http.MethodPost, "/graphql", `{"query":"mutation { totpEnrol(input: {password: \"a quiet harbour 47\"}) { enrolment { qrCodePng } } }"}`,
		"Authorization", "Bearer "+alice.token)
	require.Contains(t, w.Body.String(), "qrCodePng")
	require.Equal(t, "no-store", w.Header().Get("Cache-Control"))
}

// TestFactor_one_attempt_in_a_request tries aliases, fragments and conditions.
func TestFactor_one_attempt_in_a_request(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	_, _, _ = a.enrol(a.register("alice"))
	waiting, _ := a.signIn("alice@example.org")
	const one, other = `factorVerify(input: {code: "000000"}) { userErrors { code } }`, `stepUp(input: {code: "000001"}) { userErrors { code } }`
	for _, document := range []string{
		"mutation { a: " + one + " b: " + one + " }",
		"mutation { a: " + one + " ... on Mutation { b: " + one + " } }",
		"mutation { a: " + one + " ...F } fragment F on Mutation { b: " + one + " }",
		"mutation($no: Boolean! = false) { a: " + one + " ... @include(if: $no) { b: " + one + " } }",
	} {
		require.Equal(t, codeBadUserInput, a.do(waiting, document, nil).code(), document)
	}
	require.Equal(t, codeForbidden, a.do(waiting, "mutation { a: "+one+" b: "+other+" }", nil).code())
	require.Equal(t, "FACTOR_CODE_INVALID", a.do(waiting, "mutation { "+one+" }", nil).at("factorVerify.userErrors.0.code"))
}

// literal writes a value that fits an input type.
func literal(s *ast.Schema, t *ast.Type) string {
	if t.Elem != nil {
		return "[" + literal(s, t.Elem) + "]"
	}
	d := s.Types[t.Name()]
	switch d.Kind {
	case ast.Enum:
		return d.EnumValues[0].Name
	case ast.Scalar, ast.Object, ast.Interface, ast.Union:
	case ast.InputObject:
		var parts []string
		for _, f := range d.Fields {
			if f.Type.NonNull && f.DefaultValue == nil {
				parts = append(parts, f.Name+": "+literal(s, f.Type))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	switch t.Name() {
	case "Int":
		return "1"
	case "Boolean":
		return "true"
	case "DateTime":
		return `"2030-01-01T00:00:00Z"`
	case "Date":
		return `"2030-01-01"`
	}
	return `"1"`
}

// document asks for one root field in the shortest way.
func document(s *ast.Schema, root *ast.Definition, f *ast.FieldDefinition) string {
	var args []string
	for _, a := range f.Arguments {
		if a.Type.NonNull && a.DefaultValue == nil {
			args = append(args, a.Name+": "+literal(s, a.Type))
		}
	}
	text := f.Name
	if len(args) > 0 {
		text += "(" + strings.Join(args, ", ") + ")"
	}
	if !s.Types[f.Type.Name()].IsLeafType() {
		text += " { __typename }"
	}
	return strings.ToLower(root.Name) + " { " + text + " }"
}

// TestFactor_every_root_field_waits asks for everything there is, with a
// session that waits for its second factor and under hats that lack one.
func TestFactor_every_root_field_waits(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	_, _, _ = a.enrol(a.register("alice"))
	operator, owner := a.operator(identity.OperatorAdmin), a.owner("mia")
	a.policy.Required = true
	answerPending := map[string]bool{
		"viewer": true, "signOut": true, "factorVerify": true, "passkeyStepUpStart": true,
		"factorResetConfirm": true, "factorResetObject": true, "factorThaw": true,
	}
	answerMissing := map[string]bool{
		"viewer": true, "signOut": true, "factorVerify": true, "factors": true, "totpEnrol": true, "totpConfirm": true,
		"passkeyStepUpStart": true, "passkeyEnrolStart": true, "passkeyEnrolComplete": true, "factorResetConfirm": true, "factorResetObject": true, "factorThaw": true,
	}
	s, asked := schema(), 0
	for _, root := range []*ast.Definition{s.Query, s.Mutation} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") || f.Name == "signOut" { // it would end the session
				continue
			}
			asked++
			text := document(s, root, f)
			waiting := a.pending("alice@example.org")
			for hat, w := range map[string]who{"none": waiting, "operator": waiting.as("operator"), "somebody's": waiting.as("sel_x")} {
				r := a.do(w, text, nil)
				require.NotContains(t, []string{codeValidationFailed, codeParseFailed}, r.code(), "%s %v", text, r.Errors)
				require.Equal(t, !answerPending[f.Name], r.reason() == "FACTOR_PENDING", "%s under the hat %s: %v", text, hat, r.Errors)
				require.True(t, answerPending[f.Name] || r.Data == nil, text)
			}
			for _, w := range []who{operator, owner} {
				r := a.do(w, text, nil)
				require.Equal(t, !answerMissing[f.Name], r.reason() == "FACTOR_REQUIRED", "%s as %s: %v", text, w.actAs, r.Errors)
			}
			r := a.do(a.asBuyer(operator), text, nil)
			require.NotEqual(t, "FACTOR_REQUIRED", r.reason(), "a buyer needs none")
		}
	}
	require.Greater(t, asked, 40)
	for _, hidden := range []string{
		`{ viewer { sessionState } ...F } fragment F on Query { categories { __typename } }`,
		`{ viewer { sessionState } ... on Query { node(id: "x") { id } } }`,
		`query($no: Boolean! = false) { viewer { sessionState } node(id: "x") @include(if: $no) { id } }`,
		`{ viewer: node(id: "x") { id } }`,
		`{ __schema { types { name } } }`,
	} {
		r := a.do(a.pending("alice@example.org"), hidden, nil)
		require.Nil(t, r.Data, hidden)
		require.NotEmpty(t, r.Errors, hidden)
	}
	r := a.do(operator, `{ viewer { isFactorMissing hat { kind permissions } } }`, nil)
	require.Equal(t, true, r.at("viewer.isFactorMissing"))
	_, _, operator = a.enrol(operator)
	require.NotEmpty(t, a.do(operator, `{ sellers(first: 1) { nodes { id } } }`, nil).Data)
	require.Equal(t, false, a.do(operator, `{ viewer { isFactorMissing } }`, nil).at("viewer.isFactorMissing"))
}

// pending opens a session that waits, past the limits of signing in.
func (a *api) pending(email string) who {
	a.t.Helper()
	opened, err := a.domain.Identity.SignIn(a.t.Context(), actor.Actor{}, identity.SignInInput{Email: email, Password: "a quiet harbour 47"})
	require.NoError(a.t, err)
	require.Equal(a.t, identity.SessionPendingFactor, opened.State())
	return who{token: string(opened.Token)}
}

func (a *api) asBuyer(w who) who { return w.as("") }

// owner is the owner of a seller that applied, under that hat.
func (a *api) owner(name string) who {
	a.t.Helper()
	w := a.register(name)
	r := a.do(w, `mutation($n: String!) { sellerApply(input: {name: $n, country: "DE"}) { seller { id } userErrors { code message } } }`, map[string]any{"n": name})
	id, ok := r.at("sellerApply.seller.id").(string)
	require.True(a.t, ok, "%v", r)
	return w.as(id)
}

func (r reply) reason() string {
	if len(r.Errors) == 0 {
		return ""
	}
	reason, _ := r.Errors[0].Extensions["reason"].(string)
	return reason
}

// TestFactor_step_up asks for each field whose permission is marked S with a
// session that is fresh, and with one that is not.
func TestFactor_step_up(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	plain, owner := a.operator(identity.OperatorAdmin), a.owner("mia")
	ask := func(w who, text string) reply { return a.do(w, text, nil) }
	marked := a.stepUpFields()
	require.GreaterOrEqual(t, len(marked), 6)
	for _, text := range marked {
		require.NotEqual(t, codeStepUpRequired, ask(plain, text).code(), "without a factor the policy decides, and here it demands none")
	}
	secret, _, operator := a.enrol(plain)
	ownerSecret, _, owner := a.enrol(owner)
	a.approve(operator, owner.actAs)
	for _, w := range []struct {
		who
		secret string
	}{{operator, secret}, {owner, ownerSecret}} {
		fresh, old := 0, w.who
		a.clock.Advance(11 * time.Minute)
		for _, text := range marked {
			r := ask(old, text)
			if r.code() != codeStepUpRequired {
				require.Equal(t, codeForbidden, r.code(), "only what the role may not: %s", text)
				continue
			}
			require.Equal(t, []any{"PASSKEY", "TOTP", "RECOVERY_CODE"}, r.Errors[0].Extensions["methods"])
			require.EqualValues(t, 600, r.Errors[0].Extensions["maxAgeSeconds"])
			require.Equal(t, map[string]any(nil), dataOf(r))
			fresh++
		}
		require.Positive(t, fresh)
		before := a.do(old, viewerQuery, nil).at("viewer.hat")
		r := a.do(old, stepUpMutation, map[string]any{"c": a.code(w.secret)})
		renewed := who{r.at("stepUp.session.token").(string), old.actAs}
		require.Equal(t, before, a.do(renewed, viewerQuery, nil).at("viewer.hat"))
		for _, text := range marked {
			require.NotEqual(t, codeStepUpRequired, ask(renewed, text).code(), text)
		}
		a.clock.Advance(10 * time.Minute)
		require.Equal(t, codeStepUpRequired, a.firstStepUp(renewed, marked), "ten minutes later")
	}
}

// dataOf is what was answered beside nulls.
func dataOf(r reply) map[string]any {
	var found map[string]any
	for name, v := range r.Data {
		if v != nil {
			found = map[string]any{name: v}
		}
	}
	return found
}

func (a *api) firstStepUp(w who, documents []string) string {
	for _, text := range documents {
		if code := a.do(w, text, nil).code(); code == codeStepUpRequired {
			return code
		}
	}
	return ""
}

// stepUpFields lists a document for each root field whose permission is marked S.
func (a *api) stepUpFields() (documents []string) {
	s := schema()
	for _, f := range s.Mutation.Fields {
		can := f.Directives.ForName("can")
		if can == nil || !authz.Permission(can.Arguments.ForName("do").Value.Raw).NeedsStepUp() {
			continue
		}
		documents = append(documents, document(s, s.Mutation, f))
	}
	return documents
}

func (a *api) approve(operator who, sellerID string) {
	a.t.Helper()
	r := a.do(operator, `mutation($id: ID!) { sellerApprove(input: {sellerId: $id}) { userErrors { code } } }`, map[string]any{"id": sellerID})
	require.Empty(a.t, r.Errors)
}

func TestFactor_without_a_keyset(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice := a.register("alice")
	a.keys.Use(nil)
	r := a.do(alice, enrolMutation, map[string]any{"p": "a quiet harbour 47"})
	require.Equal(t, "UNAVAILABLE", r.code(), "%v", r)
	require.Equal(t, "SEAL_NO_KEYS", r.Errors[0].Extensions["reason"])
	require.Nil(t, r.at("totpEnrol.enrolment"))
	_, state := a.signIn("alice@example.org")
	require.Equal(t, "ACTIVE", state, "nothing was begun, and nobody is locked out")
	n, err := a.db.Read(t.Context()).NewSelect().Table("totp_factors").Count(t.Context())
	require.NoError(t, err)
	require.Zero(t, n)
}

func TestFactor_of_nobody(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	r := a.do(who{}, `{ factors { recoveryCodesLeft } }`, nil)
	require.Empty(t, r.Errors)
	require.Nil(t, r.at("factors"))
}
