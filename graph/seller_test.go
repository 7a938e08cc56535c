package graph

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/identity"
)

func (a *api) apply(w who, name string) string {
	a.t.Helper()
	r := a.do(w, `mutation($n: String!) { sellerApply(input: {name: $n, country: "DE"}) { seller { id business { status } } userErrors { code } } }`,
		map[string]any{"n": name})
	id, ok := r.at("sellerApply.seller.id").(string)
	require.True(a.t, ok, "%v", r)
	return id
}

func (a *api) decide(w who, mutation, id, reason string) reply {
	a.t.Helper()
	extra := ""
	if reason != "" {
		extra = fmt.Sprintf(", reason: %q", reason)
	}
	return a.do(w, fmt.Sprintf(`mutation { %s(input: {sellerId: %q%s}) { seller { id business { status reason } } userErrors { code message field } } }`, mutation, id, extra), nil)
}

func TestSeller_from_application_to_suspension(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice, admin := a.register("alice"), a.operator(identity.OperatorAdmin)
	id := a.apply(alice, "Mill & Co")
	owner := alice.as(id)

	r := a.do(owner, `{ viewer { hat { kind memberRole permissions } } }`, nil)
	require.Equal(t, "OWNER", r.at("viewer.hat.memberRole"))
	require.Contains(t, r.at("viewer.hat.permissions"), "SELLER_ORDER_READ")
	require.NotContains(t, r.at("viewer.hat.permissions"), "PRODUCT_CREATE", "an application is not edited")

	const public = `query($id: ID!, $slug: String!) { seller(id: $id) { name slug country currencyCode isPlatform business { status members { role account { email } } } }
		sellerBySlug(slug: $slug) { id } node(id: $id) { id } }`
	vars := map[string]any{"id": id, "slug": "mill-co"}
	for _, w := range []who{{}, alice, a.register("bob")} {
		require.Equal(t, map[string]any{"seller": nil, "sellerBySlug": nil, "node": nil}, a.do(w, public, vars).Data)
	}
	r = a.do(owner, public, vars)
	require.Equal(t, "APPLIED", r.at("seller.business.status"))
	require.Equal(t, "alice@example.org", r.at("seller.business.members.0.account.email"))

	const add = `mutation { memberInvite(input: {email: "bob@example.org", role: FINANCE}) { invitation { id role } userErrors { code } } }`
	require.Equal(t, codeForbidden, a.do(owner, add, nil).code(), "read only until approved")

	r = a.decide(admin, "sellerApprove", id, "")
	require.Equal(t, "APPROVED", r.at("sellerApprove.seller.business.status"))
	r = a.decide(admin, "sellerReject", id, "Too late.")
	require.Equal(t, "SELLER_STATUS_CONFLICT", r.at("sellerReject.userErrors.0.code"))
	require.Equal(t, "This seller is APPROVED and cannot be rejected.", r.at("sellerReject.userErrors.0.message"))

	r = a.do(who{}, public, vars)
	require.Equal(t, "Mill & Co", r.at("seller.name"))
	require.Equal(t, "EUR", r.at("seller.currencyCode"))
	require.Nil(t, r.at("seller.business"), "the private side stays private")
	require.Equal(t, "FINANCE", a.do(owner, add, nil).at("memberInvite.invitation.role"))
	require.Equal(t, "INVITATION_EXISTS", a.do(owner, add, nil).at("memberInvite.userErrors.0.code"))

	r = a.decide(admin, "sellerSuspend", id, "  ")
	require.Equal(t, []any{"input", "reason"}, r.at("sellerSuspend.userErrors.0.field"))
	require.Equal(t, "SUSPENDED", a.decide(admin, "sellerSuspend", id, "Counterfeits.").at("sellerSuspend.seller.business.status"))
	require.Nil(t, a.do(who{}, public, vars).at("seller"))
	require.Equal(t, "Counterfeits.", a.do(owner, `{ seller(id: "`+id+`") { business { reason } } }`, nil).at("seller.business.reason"))
	require.Equal(t, codeForbidden, a.do(owner, add, nil).code())
	require.Equal(t, "APPROVED", a.decide(admin, "sellerReinstate", id, "").at("sellerReinstate.seller.business.status"))
	require.Equal(t, codeNotFound, a.decide(admin, "sellerApprove", "sel_00000000000000000000000000", "").code())
}

func TestSeller_members_of_another_seller_are_strangers(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	admin := a.operator(identity.OperatorAdmin)
	alice, bob := a.register("alice"), a.register("bob")
	mill, kiln := a.apply(alice, "Mill"), a.apply(bob, "Kiln")
	for _, id := range []string{mill, kiln} {
		a.decide(admin, "sellerApprove", id, "")
	}
	r := a.do(bob.as(kiln), `query($id: ID!) { seller(id: $id) { name business { status } } }`, map[string]any{"id": mill})
	require.Equal(t, "Mill", r.at("seller.name"))
	require.Nil(t, r.at("seller.business"), "an owner, but of another seller")
	require.Equal(t, 401, a.raw("POST", "/graphql", typename, "Authorization", "Bearer "+bob.token, "Etal-Act-As", mill).Code)
}

func TestSeller_doors(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	alice := a.register("alice")
	admin := a.operator(identity.OperatorAdmin)
	id := a.apply(alice, "Mill")
	a.decide(admin, "sellerApprove", id, "")
	people := map[string]who{"nobody": {}, "buyer": alice, "owner": alice.as(id), "admin": admin, "admin_as_buyer": admin.as("")}
	for _, role := range []identity.OperatorRole{identity.OperatorAuditor, identity.OperatorFinance, identity.OperatorModerator, identity.OperatorSupport} {
		people[string(role)] = a.operator(role)
	}
	for name, w := range people {
		want := codeForbidden
		if name == "nobody" {
			want = codeUnauthenticated
		}
		for _, mutation := range []string{"sellerSuspend", "sellerReject"} {
			r := a.decide(w, mutation, "sel_00000000000000000000000000", "x")
			if name == "admin" {
				require.Equal(t, codeNotFound, r.code(), "%s %s", name, mutation)
				continue
			}
			require.Equal(t, want, r.code(), "%s %s", name, mutation)
			require.Equal(t, map[string]any{mutation: nil}, r.Data)
		}
		listed := a.do(w, `{ sellers { nodes { id } } }`, nil)
		operator := name == "admin" || w.actAs == "operator"
		require.Equal(t, operator, listed.code() == "", "%s lists sellers: %v", name, listed)
	}
}

func TestSeller_list(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	admin := a.operator(identity.OperatorAuditor)
	for i := range 5 {
		a.apply(a.register(fmt.Sprintf("p%d", i)), fmt.Sprintf("Mill %d", i))
	}
	r := a.do(admin, `{ sellers(first: 2, filter: {search: "MILL", status: APPLIED}) { edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage endCursor } } }`, nil)
	require.Equal(t, "Mill 4", r.at("sellers.edges.0.node.name"))
	require.Equal(t, true, r.at("sellers.pageInfo.hasNextPage"))
	r = a.do(admin, `query($c: String) { sellers(first: 10, after: $c) { nodes { name } pageInfo { hasNextPage } } }`,
		map[string]any{"c": r.at("sellers.pageInfo.endCursor")})
	require.Len(t, r.at("sellers.nodes"), 3)
	require.Equal(t, false, r.at("sellers.pageInfo.hasNextPage"))

	for query, reason := range map[string]string{
		`{ sellers(first: 101) { nodes { id } } }`:                                 "PAGE_SIZE",
		`{ sellers(first: -1) { nodes { id } } }`:                                  "PAGE_SIZE",
		`{ sellers(first: 1, last: 1) { nodes { id } } }`:                          "PAGE_SIZE",
		`{ sellers(after: "bm9uc2Vuc2U") { nodes { id } } }`:                       "CURSOR_INVALID",
		`{ sellers(filter: {search: "` + many(60, "NN") + `"}) { nodes { id } } }`: "TOO_LONG",
	} {
		r := a.do(admin, query, nil)
		require.Equal(t, codeBadUserInput, r.code(), query)
		require.Equal(t, reason, r.Errors[0].Extensions["reason"], query)
	}
	r = a.do(admin, `{ sellers(first: 3000000000) { nodes { id } } }`, nil)
	require.Equal(t, codeBadUserInput, r.code())
	require.Contains(t, r.Errors[0].Message, "32 bits")
	require.Empty(t, a.log.String())
}

func TestSeller_list_has_no_query_for_each_row(t *testing.T) {
	t.Parallel()

	a := newAPI(t)
	admin := a.operator(identity.OperatorAuditor)
	const query = `{ sellers(first: 50) { edges { node { name business { status decidedBy { email } members { role account { email } } } } } } }`
	cost := func() int64 {
		before := a.queries.n.Load()
		r := a.do(admin, query, nil)
		require.Empty(t, r.Errors)
		return a.queries.n.Load() - before
	}
	chief := a.operator(identity.OperatorAdmin)
	grow := func(from, to int) {
		for i := from; i < to; i++ {
			id := a.apply(a.register(fmt.Sprintf("p%d", i)), fmt.Sprintf("Mill %d", i))
			a.decide(chief, "sellerApprove", id, "")
		}
	}
	grow(0, 2)
	few := cost()
	grow(2, 30)
	require.LessOrEqual(t, cost(), few+14, "two rows cost %d queries; 28 more may take some batches, not one each", few)
}
