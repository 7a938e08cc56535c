package server_test

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/internal/testkit"
)

const introspection = `{"query":"{ __schema { queryType { name } } }"}`

// schemaOf fetches the schema by its file and by introspection, which must agree
// about whether it is shown.
func schemaOf(t *testing.T, w world, header http.Header) (*http.Response, string) {
	t.Helper()
	resp, body := w.do(t, "GET", "/graphql/schema.graphql", header)
	asked := header.Clone()
	if asked == nil {
		asked = http.Header{}
	}
	asked.Set("Content-Type", "application/json")
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.url+"/graphql", strings.NewReader(introspection))
	require.NoError(t, err)
	r.Header = asked
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	text := string(content)
	if resp.StatusCode == http.StatusOK {
		require.Contains(t, text, `"queryType":{"name":"Query"}`)
	} else {
		require.Contains(t, text, "INTROSPECTION_DISABLED")
	}
	return resp, body
}

func TestSchema_in_development_is_everybodys(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	golden, err := os.ReadFile("../graph/schema.graphql")
	require.NoError(t, err)
	resp, body := schemaOf(t, w, nil)
	require.Equal(t, http.StatusOK, resp.StatusCode)
	require.Equal(t, string(golden), body)
	require.Contains(t, resp.Header.Get("Content-Disposition"), "schema.graphql")
	again, body := w.do(t, "GET", "/graphql/schema.graphql", http.Header{"If-None-Match": {resp.Header.Get("ETag")}})
	require.Equal(t, http.StatusNotModified, again.StatusCode)
	require.Empty(t, body)
}

func TestSchema_elsewhere_is_for_keys_and_operators(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, k *testkit.World) {
		mill, alice, olga := k.Seller("Mill"), k.Buyer("Alice"), k.OperatorWith(identity.OperatorAuditor)
		key := mill.Key("SELLER_READ")
		k.App.Config.Mode = "production" // nobody could have made accounts so quickly there
		w := serving(t, k.App, &buffer{})
		bearer := func(p *testkit.Person) http.Header {
			h := http.Header{"Authorization": {"Bearer " + string(p.Token)}}
			if p.ActAs != "" {
				h.Set("Etal-Act-As", p.ActAs)
			}
			return h
		}
		for name, of := range map[string]struct {
			header http.Header
			want   int
		}{
			"a stranger":                    {nil, http.StatusForbidden},
			"a buyer":                       {bearer(alice), http.StatusForbidden},
			"an owner of a seller":          {bearer(mill.Person), http.StatusForbidden},
			"an operator":                   {bearer(olga), http.StatusOK},
			"an operator without their hat": {http.Header{"Authorization": {"Bearer " + string(olga.Token)}}, http.StatusForbidden},
			"an API key":                    {bearer(key), http.StatusOK},
		} {
			resp, body := schemaOf(t, w, of.header)
			require.Equal(t, of.want, resp.StatusCode, name)
			if of.want == http.StatusForbidden {
				require.Contains(t, body, "SCHEMA_CLOSED")
			}
		}
		k.App.Config.Introspection = "off"
		resp, _ := schemaOf(t, w, bearer(olga))
		require.Equal(t, http.StatusForbidden, resp.StatusCode, "nobody means nobody")
		k.App.Config.Introspection = "on"
		resp, _ = schemaOf(t, w, nil)
		require.Equal(t, http.StatusOK, resp.StatusCode)
	})
}

func TestSandbox(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	_, body := w.do(t, "GET", "/dev/sandbox", nil)
	require.Contains(t, body, "There are none")
	require.Contains(t, body, "pm_card_visa")
}
