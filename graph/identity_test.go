package graph

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/identity"
)

const viewerQuery = `{ viewer { account { id email isGuest } hat { kind } hats { kind actAs memberRole operatorRole seller { name } permissions keyScopes } } }`

func TestIdentity_guest_registers_and_signs_in(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	require.Nil(t, a.do(who{}, viewerQuery, nil).at("viewer"), "nobody")

	r := a.do(who{}, `mutation { guestSessionCreate { session { token account { id } } userErrors { code } } }`, nil)
	guest := who{token: r.at("guestSessionCreate.session.token").(string)}
	guestID := r.at("guestSessionCreate.session.account.id")
	r = a.do(guest, viewerQuery, nil)
	require.Equal(t, "GUEST", r.at("viewer.hat.kind"))
	require.Equal(t, []any{"CART_EDIT", "CART_READ", "CHECKOUT_COMPLETE", "ORDER_READ", "REFUND_READ"}, r.at("viewer.hats.0.permissions"))
	require.Equal(t, []any{"ORDER_READ", "REFUND_READ"}, r.at("viewer.hats.0.keyScopes"))

	const register = `mutation($in: AccountRegisterInput!) { accountRegister(input: $in) { userErrors { code field message } } }`
	r = a.do(guest, register, map[string]any{"in": map[string]any{"email": "nonsense", "password": "short"}})
	require.Equal(t, "EMAIL_INVALID", r.at("accountRegister.userErrors.0.code"))
	require.Equal(t, []any{"input", "email"}, r.at("accountRegister.userErrors.0.field"))
	require.Equal(t, "PASSWORD_TOO_SHORT", r.at("accountRegister.userErrors.1.code"))

	good := map[string]any{"in": map[string]any{"email": "alice@example.org", "name": "Alice", "password": "a quiet harbour 47"}}
	r = a.do(guest, register, good)
	require.Empty(t, r.at("accountRegister.userErrors"))
	require.Equal(t, "GUEST", a.do(guest, viewerQuery, nil).at("viewer.hat.kind"), "nothing exists before the link is used")
	const verify = `mutation($t: LinkToken!) { emailVerify(input: {token: $t}) { session { token account { id isEmailVerified } } userErrors { code } } }`
	link := map[string]any{"t": a.linkToken()}
	r = a.do(guest, verify, link)
	require.Equal(t, guestID, r.at("emailVerify.session.account.id"))
	require.Equal(t, true, r.at("emailVerify.session.account.isEmailVerified"))
	alice := who{token: r.at("emailVerify.session.token").(string)}
	require.Equal(t, "LINK_INVALID", a.do(who{}, verify, link).at("emailVerify.userErrors.0.code"))
	require.Equal(t, "BUYER", a.do(alice, viewerQuery, nil).at("viewer.hat.kind"))
	require.Equal(t, 401, a.raw("POST", "/graphql", typename, "Authorization", "Bearer "+guest.token).Code)
	taken := a.do(who{}, register, good)
	good["in"].(map[string]any)["email"] = "nobody@example.org"
	require.Equal(t, taken, a.do(who{}, register, good), "the answer does not tell whether somebody has the address")

	const signIn = `mutation($p: Password!) { signIn(input: {email: "alice@example.org", password: $p}) { session { token } userErrors { code } } }`
	require.Equal(t, "CREDENTIALS_INVALID", a.do(who{}, signIn, map[string]any{"p": "a quiet harbour 48"}).at("signIn.userErrors.0.code"))
	r = a.do(who{}, signIn, map[string]any{"p": "a quiet harbour 47"})
	again := who{token: r.at("signIn.session.token").(string)}
	require.NotEqual(t, alice.token, again.token)
	for range 7 {
		r = a.do(who{}, signIn, map[string]any{"p": "a quiet harbour 48"})
	}
	require.Equal(t, codeRateLimited, r.code())
	require.Equal(t, "SIGN_IN_THROTTLED", r.Errors[0].Extensions["reason"])

	require.Empty(t, a.do(again, `mutation { signOut { userErrors { code } } }`, nil).at("signOut.userErrors"))
	require.Equal(t, 401, a.raw("POST", "/graphql", typename, "Authorization", "Bearer "+again.token).Code)
	require.Equal(t, "BUYER", a.do(alice, viewerQuery, nil).at("viewer.hat.kind"), "the other session lives on")
}

// linkToken returns the token of the link that was asked for last.
func (a *api) linkToken() string {
	a.t.Helper()
	var id identity.LinkID
	require.NoError(a.t, a.db.Read(a.t.Context()).NewRaw("SELECT id FROM email_links ORDER BY id DESC LIMIT 1").Scan(a.t.Context(), &id))
	letter, err := a.domain.Identity.WriteLetter(a.t.Context(), id)
	require.NoError(a.t, err)
	require.NotNil(a.t, letter)
	return letter.Token.Reveal()
}

func TestIdentity_node_is_oneself_only(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice, bob := a.register("alice"), a.register("bob")
	id := a.do(alice, viewerQuery, nil).at("viewer.account.id")
	const node = `query($id: ID!) { node(id: $id) { __typename id } }`
	require.Equal(t, "Account", a.do(alice, node, map[string]any{"id": id}).at("node.__typename"))
	for _, w := range []who{bob, {}, a.operator(identity.OperatorAdmin)} {
		require.Nil(t, a.do(w, node, map[string]any{"id": id}).at("node"))
	}
	for _, bad := range []string{"", "x", "acc_", "acc_00000000000000000000000000", "zzz_00000000000000000000000000", "acc_' OR 1=1"} {
		r := a.do(alice, node, map[string]any{"id": bad})
		require.Empty(t, r.Errors, bad)
		require.Nil(t, r.at("node"), bad)
	}
	r := a.do(alice, `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, map[string]any{"ids": []any{"x", id, "y", id}})
	require.Equal(t, []any{nil, map[string]any{"id": id}, nil, map[string]any{"id": id}}, r.at("nodes"), "the order of the ids")
}

func TestIdentity_sessions(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice, bob := a.register("alice"), a.register("bob")
	const signIn = `mutation { signIn(input: {email: "alice@example.org", password: "a quiet harbour 47"}) { session { token id } } }`
	second, third := a.do(who{}, signIn, nil), a.do(who{}, signIn, nil)
	const list = `{ viewer { sessions(first: 2) { nodes { id agent place isCurrent } pageInfo { hasNextPage } } } }`
	r := a.do(alice, list, nil)
	require.Equal(t, third.at("signIn.session.id"), r.at("viewer.sessions.nodes.0.id"))
	require.Equal(t, false, r.at("viewer.sessions.nodes.0.isCurrent"))
	require.Equal(t, true, r.at("viewer.sessions.pageInfo.hasNextPage"))

	const revoke = `mutation($id: ID!) { sessionRevoke(input: {id: $id}) { userErrors { code } } }`
	id := map[string]any{"id": second.at("signIn.session.id")}
	foreign := a.do(bob, revoke, id)
	require.Equal(t, "NOT_FOUND", foreign.code())
	require.Equal(t, "SESSION_NOT_FOUND", foreign.Errors[0].Extensions["reason"])
	require.Equal(t, foreign, a.do(bob, revoke, map[string]any{"id": "ses_00000000000000000000000000"}), "alike for one that never was")
	require.Empty(t, a.do(alice, revoke, id).at("sessionRevoke.userErrors"))
	gone := "Bearer " + second.at("signIn.session.token").(string)
	require.Equal(t, 401, a.raw("POST", "/graphql", typename, "Authorization", gone).Code, "the next request is refused")
	r = a.do(alice, `mutation { sessionRevokeOthers { endedCount userErrors { code } } }`, nil)
	require.EqualValues(t, 1, r.at("sessionRevokeOthers.endedCount"))
	require.Equal(t, "BUYER", a.do(alice, viewerQuery, nil).at("viewer.hat.kind"))
	require.Equal(t, "BUYER", a.do(bob, viewerQuery, nil).at("viewer.hat.kind"))
}

func TestIdentity_credentials(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice := a.register("alice")
	const ask = `mutation($e: String!) { passwordResetRequest(input: {email: $e}) { userErrors { code } } }`
	unknown := a.do(who{}, ask, map[string]any{"e": "nobody@example.org"})
	require.Equal(t, unknown, a.do(who{}, ask, map[string]any{"e": "alice@example.org"}))
	const reset = `mutation($t: LinkToken!) { passwordReset(input: {token: $t, password: "seven lanterns drift"}) { userErrors { code field } } }`
	token := map[string]any{"t": a.linkToken()}
	require.Empty(t, a.do(who{}, reset, token).at("passwordReset.userErrors"))
	require.Equal(t, "LINK_INVALID", a.do(who{}, reset, token).at("passwordReset.userErrors.0.code"))
	require.Equal(t, 401, a.raw("POST", "/graphql", typename, "Authorization", "Bearer "+alice.token).Code)

	bob := a.register("bob")
	const change = `mutation($p: Password!) { passwordChange(input: {currentPassword: $p, password: "seven lanterns drift"}) { userErrors { code field } } }`
	r := a.do(bob, change, map[string]any{"p": "seven lanterns drift"})
	require.Equal(t, "PASSWORD_WRONG", r.at("passwordChange.userErrors.0.code"))
	require.Equal(t, []any{"input", "currentPassword"}, r.at("passwordChange.userErrors.0.field"))
	require.Empty(t, a.do(bob, change, map[string]any{"p": "a quiet harbour 47"}).at("passwordChange.userErrors"))
	require.Equal(t, "UNAUTHENTICATED", a.do(who{}, change, map[string]any{"p": "x"}).code())

	const move = `mutation { emailChange(input: {email: "new@example.org", password: "seven lanterns drift"}) { userErrors { code } } }`
	require.Empty(t, a.do(bob, move, nil).at("emailChange.userErrors"))
	const confirm = `mutation($t: LinkToken!) { emailChangeConfirm(input: {token: $t}) { isChanged userErrors { code } } }`
	r = a.do(who{}, confirm, map[string]any{"t": a.linkToken()})
	require.Equal(t, false, r.at("emailChangeConfirm.isChanged"), "the other address has not confirmed")
}
