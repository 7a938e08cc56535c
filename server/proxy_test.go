package server_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db/dbtest"
)

// from reads the address of the last request with a path from the log.
func (w world) from(t *testing.T, path string) string {
	t.Helper()
	found := ""
	for line := range strings.Lines(w.log.String()) {
		var entry struct{ Msg, Path, From string }
		require.NoError(t, json.Unmarshal([]byte(line), &entry))
		if entry.Msg == "request" && entry.Path == path {
			found = entry.From
		}
	}
	return found
}

func TestRequest_comes_from_where_its_proxy_says(t *testing.T) {
	t.Parallel()
	behind := newWorld(t, dbtest.New(t), map[string]string{"ETAL_TRUSTED_PROXIES": "127.0.0.0/8,::1/128"})
	behind.do(t, "GET", "/a", http.Header{"X-Forwarded-For": {"1.1.1.1, 198.51.100.7"}, "Forwarded": {"for=2.2.2.2"}})
	require.Equal(t, "198.51.100.7", behind.from(t, "/a"))

	alone := newWorld(t, dbtest.New(t), nil)
	alone.do(t, "GET", "/a", http.Header{"X-Forwarded-For": {"198.51.100.7"}, "X-Real-Ip": {"198.51.100.7"}, "Forwarded": {"for=2.2.2.2"}})
	require.Equal(t, "127.0.0.1", alone.from(t, "/a"), "nobody's word counts")
}
