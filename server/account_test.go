package server_test

import (
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
)

func TestAccountLink_uses_nothing_up_and_leaks_nothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), map[string]string{"ETAL_BASE_URL": "http://127.0.0.1:8080"})
	for page, mutation := range map[string]string{
		"confirm": "emailVerify", "reset": "passwordReset", "email": "emailChangeConfirm",
		"factor-keep": "factorResetObject", "factor-reset": "factorResetConfirm", "factor-thaw": "factorThaw",
		"invitation": "memberInvitationAccept", "operator-invitation": "operatorInvitationAccept",
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, w.url+"/account/"+page, nil)
		require.NoError(t, err)
		r.Host = "evil.example"
		resp, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		body, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		require.Equal(t, http.StatusOK, resp.StatusCode)
		require.Equal(t, "no-referrer", resp.Header.Get("Referrer-Policy"))
		require.Equal(t, "no-store", resp.Header.Get("Cache-Control"))
		require.Contains(t, string(body), `data-mutation="`+mutation+`"`)
		require.NotContains(t, string(body), "evil.example")
		if decline, ok := map[string]string{"invitation": "memberInvitationDecline", "operator-invitation": "operatorInvitationDecline"}[page]; ok {
			require.Contains(t, string(body), `data-mutation="`+decline+`"`)
		} else {
			require.NotContains(t, string(body), "Decline")
		}
	}
	resp, err := http.Get(w.url + "/account/other")
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.Equal(t, http.StatusNotFound, resp.StatusCode)
}

// Where only registered documents run, those of the pages do.
func TestAccountLink_works_where_only_registered_documents_run(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), map[string]string{"ETAL_GRAPHQL_DOCUMENTS": "trusted"})
	ids := regexp.MustCompile(`document="(sha256:[0-9a-f]{64})"`)
	asked := 0
	for _, page := range []string{"confirm", "reset", "email", "factor-keep", "factor-reset", "factor-thaw", "invitation", "operator-invitation"} {
		resp, err := http.Get(w.url + "/account/" + page)
		require.NoError(t, err)
		body, err := io.ReadAll(resp.Body)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		for _, found := range ids.FindAllStringSubmatch(string(body), -1) {
			asked++
			status, answer := post(t, w.url+"/graphql", `{"documentId":"`+found[1]+`"}`)
			require.NotEqual(t, http.StatusForbidden, status, "%s: %s", page, answer)
			require.NotContains(t, answer, "DOCUMENT")
			require.Contains(t, answer, `"path":["variable",`, "%s lacks its variable and nothing else", page)
		}
	}
	require.Equal(t, 12, asked)
	status, answer := post(t, w.url+"/graphql", `{"query":"mutation { signOut { userErrors { message } } }"}`)
	require.Equal(t, http.StatusForbidden, status, answer)
}

func post(t *testing.T, url, body string) (int, string) {
	t.Helper()
	resp, err := http.Post(url, "application/json", strings.NewReader(body))
	require.NoError(t, err)
	answer, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	return resp.StatusCode, string(answer)
}
