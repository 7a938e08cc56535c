package server_test

import (
	"io"
	"net/http"
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
