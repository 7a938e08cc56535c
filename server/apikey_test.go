package server_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// platformKey makes a key of the platform that lists sellers.
func platformKey(t *testing.T, w world) string {
	t.Helper()
	made, err := w.app.Identity.CreateOperator(t.Context(), identity.OperatorAdmin, identity.RegisterInput{
		Email: "ada@example.org", Password: "a quiet harbour 47",
	})
	require.NoError(t, err)
	by := actor.Actor{AccountID: string(made.ID), Role: "operator:admin"}
	issued, err := w.app.APIKeys.Create(t.Context(), by, apikey.CreateInput{Name: "Lister", Scopes: []string{"SELLER_LIST"}})
	require.NoError(t, err)
	return issued.Token.Reveal()
}

// TestAPIKey_stands_in_one_place_only sends a key in the header, and everywhere
// else, and looks for it in the log.
func TestAPIKey_stands_in_one_place_only(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	token := platformKey(t, w)
	const ask = "/graphql?query=%7Bsellers(first:1)%7Bnodes%7Bid%7D%7D%7D"
	bearer := http.Header{"Authorization": {"Bearer " + token}}
	resp, body := w.do(t, "GET", ask, bearer)
	require.Equal(t, http.StatusOK, resp.StatusCode, body)
	require.Contains(t, body, `{"data":{"sellers":{"nodes":[]}},`)

	for name, c := range map[string]struct {
		method, path string
		header       http.Header
	}{
		"query":           {"GET", ask + "&key=" + token, bearer},
		"query alone":     {"GET", ask + "&access_token=" + token, nil},
		"hidden in query": {"GET", ask + "&key=" + url.QueryEscape(token[:5]) + "%73" + token[6:], nil},
		"path":            {"GET", "/graphql/" + token, nil},
		"cookie":          {"GET", ask, http.Header{"Cookie": {"etal_session=" + token}}},
		"another cookie":  {"GET", ask, http.Header{"Cookie": {"a=b", "key=" + token}, "Authorization": {"Bearer " + token}}},
		"made a cookie":   {"PUT", "/session/cookie", bearer},
		"upload":          {"PUT", "/uploads/upl_x?key=" + token, nil},
		"webhook":         {"POST", "/webhooks/stripe?key=" + token, nil},
		"not ours":        {"GET", "/nowhere?key=" + token, nil},
	} {
		resp, body := w.do(t, c.method, c.path, c.header)
		require.Equal(t, http.StatusUnauthorized, resp.StatusCode, "%s: %s", name, body)
		require.Contains(t, body, "API_KEY_MISPLACED", name)
		require.Empty(t, resp.Cookies(), name)
	}
	for name, header := range map[string]http.Header{
		"wrong checksum": {"Authorization": {"Bearer " + token[:len(token)-1] + "!"}},
		"unknown":        {"Authorization": {"Bearer etal_sk_test_0000000000000000000000000000000000abcd"}},
		"another mode":   {"Authorization": {"Bearer etal_sk_live_" + token[13:]}},
		"nothing":        {"Authorization": {"Bearer etal_sk_"}},
	} {
		resp, body := w.do(t, "GET", ask, header)
		require.Equal(t, http.StatusUnauthorized, resp.StatusCode, name)
		require.Contains(t, body, "API_KEY_INVALID", name)
	}
	resp, body = w.do(t, "GET", ask, http.Header{"Authorization": bearer["Authorization"], "Etal-Act-As": {"sel_x"}})
	require.Equal(t, http.StatusForbidden, resp.StatusCode)
	require.Contains(t, body, "API_KEY_HAT")
	require.Contains(t, w.log.String(), "[redacted]", "the path is logged")
	require.NotContains(t, w.log.String(), token[13:30], "the secret is not")
}

const (
	createKey = `mutation($s: [Permission!]!) { apiKeyCreate(input: {name: "Stock", scopes: $s, addresses: []}) {
		token apiKey { id status scopes secrets { lastFour } seller { name } madeBy { name } } userErrors { code field } } }`
	aboutKey = `{ viewer { apiKey { id name } permissions hat { kind permissions } hats { kind } account { name email } sessions(first: 5) { nodes { id } } } }`
)

// TestAPIKey_lives_from_making_to_revoking goes the whole way by HTTP, on both
// databases.
func TestAPIKey_lives_from_making_to_revoking(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		tea := mill.Product("Tea", "12.50", 10)
		refused := w.Asks(mill.Person, createKey, map[string]any{"s": []string{"STOCK_EDIT", "SELLER_MEMBER_INVITE"}})
		require.Equal(t, []any{map[string]any{"code": "API_KEY_SCOPE", "field": []any{"input", "scopes", "1"}}}, at(refused, "apiKeyCreate", "userErrors"))
		require.Nil(t, at(refused, "apiKeyCreate", "token"))

		made := w.Asks(mill.Person, createKey, map[string]any{"s": []string{"STOCK_EDIT", "STOCK_READ"}})
		token, ok := at(made, "apiKeyCreate", "token").(string)
		require.True(t, ok, "%v", made)
		keyID := at(made, "apiKeyCreate", "apiKey", "id")
		require.Equal(t, []any{map[string]any{"lastFour": token[47:]}}, at(made, "apiKeyCreate", "apiKey", "secrets"))

		program := *mill.Person
		program.Token, program.ActAs = identity.Token(token), ""
		viewer := w.Asks(&program, aboutKey, nil)
		require.Equal(t, map[string]any{
			"apiKey": map[string]any{"id": keyID, "name": "Stock"}, "permissions": []any{"STOCK_EDIT", "STOCK_READ"},
			"hat":  map[string]any{"kind": "SELLER", "permissions": []any{"STOCK_EDIT", "STOCK_READ"}},
			"hats": []any{map[string]any{"kind": "SELLER"}}, "account": map[string]any{"name": "Mill", "email": nil},
			"sessions": map[string]any{"nodes": []any{}},
		}, at(viewer, "viewer"))
		w.Advance(time.Second)
		set := w.Asks(&program, `mutation($o: ID!) { stockSet(input: {offerId: $o, quantity: 7}) { userErrors { code } } }`, map[string]any{"o": tea.Offer})
		require.Empty(t, set.Errors)
		for _, beyond := range []string{
			`{ sellerOrders(first: 1) { nodes { id } } }`, `{ apiKeys(first: 1) { nodes { id } } }`, `{ factors { recoveryCodesLeft } }`,
			`mutation { signOut { userErrors { code } } }`, `mutation { apiKeyRevoke(input: {id: "` + keyID.(string) + `"}) { userErrors { code } } }`,
		} {
			require.Equal(t, "FORBIDDEN", code(w.Asks(&program, beyond, nil)), beyond)
		}
		revoked := w.Asks(mill.Person, `mutation($id: ID!) { apiKeyRevoke(input: {id: $id}) { apiKey { status } userErrors { code } } }`, map[string]any{"id": keyID})
		require.Equal(t, "REVOKED", at(revoked, "apiKeyRevoke", "apiKey", "status"), "%v", revoked)
		gone := w.Asks(&program, aboutKey, nil)
		require.Equal(t, http.StatusUnauthorized, gone.Status)
		require.Equal(t, "UNAUTHENTICATED", code(gone))
	})
}

func at(a testkit.Answer, steps ...string) any {
	var v any = a.Data
	for _, step := range steps {
		in, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = in[step]
	}
	return v
}

func code(a testkit.Answer) string {
	text, _ := json.Marshal(a.Errors)
	var read []struct{ Extensions struct{ Code string } }
	if json.Unmarshal(text, &read) != nil || len(read) == 0 {
		return ""
	}
	return read[0].Extensions.Code
}

// TestAPIKey_is_on_record holds that making, rotating and revoking a key are in
// the audit log, and that what a program does says which key it was.
func TestAPIKey_is_on_record(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		issued, err := w.App.APIKeys.Create(t.Context(), mill.Actor, apikey.CreateInput{Name: "Stock", Scopes: []string{"STOCK_READ"}})
		require.NoError(t, err)
		rotated, err := w.App.APIKeys.Rotate(t.Context(), mill.Actor, apikey.RotateInput{ID: issued.Key.ID, OverlapHours: 24})
		require.NoError(t, err)
		_, err = w.App.APIKeys.Revoke(t.Context(), mill.Actor, apikey.RevokeInput{ID: issued.Key.ID})
		require.NoError(t, err)
		// No key may do what is on record, so a use case stands in for one.
		program := actor.With(t.Context(), actor.Actor{AccountID: mill.Actor.AccountID, Role: "operator:admin", KeyID: string(issued.Key.ID)})
		_, err = w.App.Sellers.Suspend(program, actor.From(program), seller.RefuseInput{SellerID: mill.ID, Reason: "Test."})
		require.NoError(t, err)
		w.Settle()

		log, err := w.App.Audit.Find(t.Context(), actor.Actor{Role: "operator:admin"}, audit.Filter{SellerID: &mill.ID}, page.First(100))
		require.NoError(t, err)
		kinds := map[string]*audit.Entry{}
		for _, e := range log.Nodes {
			kinds[e.Kind] = e
			require.NotContains(t, e.BeforeText+e.AfterText, rotated.Token.Reveal())
			require.NotContains(t, e.BeforeText+e.AfterText, "Stock", "names are people's words")
		}
		require.JSONEq(t, `{"scopes":["STOCK_READ"],"addresses":null,"expiresAt":"2035-06-03T09:00:00Z"}`, kinds["apikey.created"].AfterText)
		require.Contains(t, kinds["apikey.rotated"].AfterText, "formersEndAt")
		require.JSONEq(t, `{"status":"REVOKED"}`, kinds["apikey.revoked"].AfterText)
		require.EqualValues(t, issued.Key.ID, kinds["apikey.revoked"].Subject)
		require.Equal(t, issued.Key.ID, kinds["seller.suspended"].KeyID)
		require.Empty(t, kinds["apikey.revoked"].KeyID, "a person did it")
		findings, err := w.App.Audit.Verify(t.Context(), w.DB.Read(t.Context()))
		require.NoError(t, err)
		require.Empty(t, findings)
	})
}

// TestAPIKey_tells_people_before_it_ends reads the mails.
func TestAPIKey_tells_people_before_it_ends(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		mara := mill.Member("Mara", seller.RoleManager)
		_, err := w.App.APIKeys.Create(t.Context(), mara.Actor, apikey.CreateInput{Name: "Stock <b>", Scopes: []string{"STOCK_READ"}})
		require.NoError(t, err)
		mails := func() (to []string) {
			require.NoError(t, w.App.APIKeys.Warn(t.Context()))
			w.Settle()
			for _, m := range w.App.CaughtMail() {
				if m.Subject == "The API key Stock <b> ends soon" {
					require.Contains(t, m.Text, "3 June 2035")
					require.NotContains(t, m.HTML, "<b>")
					to = append(to, m.To)
				}
			}
			return to
		}
		require.Empty(t, mails())
		w.Advance(77 * 24 * time.Hour)
		require.ElementsMatch(t, []string{mara.Email, mill.Email}, mails())
		w.Advance(10 * 24 * time.Hour)
		require.Len(t, mails(), 4)
	})
}
