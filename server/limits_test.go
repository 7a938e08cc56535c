package server_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
)

// post sends a GraphQL request and returns its status, headers and body.
func (w world) post(t *testing.T, body string, headers ...string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.url+"/graphql", strings.NewReader(body))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp, string(text)
}

// dear is a query of 1,202 points, nearly all of which come back.
const dear = `{"query":"{products(first:100){nodes{id seller{id slug}}} other:products(first:100){nodes{id seller{id}}}}"}`

// slow makes buckets that hardly refill while a test runs.
func slow(environ map[string]string) map[string]string {
	all := map[string]string{
		"ETAL_RATE_LIMIT_SESSION": "2000+1/s", "ETAL_RATE_LIMIT_ANONYMOUS": "2000+1/s",
		"ETAL_RATE_LIMIT_NETWORK": "1000000+1/s", "ETAL_RATE_LIMIT_WEBHOOK": "2000+1/s",
		"ETAL_TRUSTED_PROXIES": "127.0.0.0/8,::1/128",
	}
	for name, value := range environ {
		all[name] = value
	}
	return all
}

// drain asks until it is refused and returns what was admitted, in points.
func (w world) drain(t *testing.T, headers ...string) int64 {
	t.Helper()
	const registering = `{"query":"mutation{signIn(input:{email:\"a@example.org\",password:\"x\"}){userErrors{code}}}"}`
	var admitted int64
	for range 200 {
		resp, body := w.post(t, registering, headers...)
		if resp.StatusCode == http.StatusTooManyRequests {
			require.Contains(t, body, `"code":"RATE_LIMITED"`)
			require.NotEmpty(t, resp.Header.Get("Retry-After"))
			require.NotEmpty(t, resp.Header.Get("RateLimit-Policy"))
			return admitted
		}
		var answer struct {
			Extensions struct{ Cost struct{ Actual int64 } }
		}
		require.NoError(t, json.Unmarshal([]byte(body), &answer))
		admitted += answer.Extensions.Cost.Actual
	}
	t.Fatal("nothing was refused")
	return 0
}

// Nothing that a client writes gives it another bucket, and another network has
// one of its own.
func TestLimits_strangers_of_one_network_share_a_bucket(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), slow(nil))
	admitted := w.drain(t, "X-Forwarded-For", "1.1.1.1, 2001:db8:0:1::1")
	require.InDelta(t, 2000, admitted, 120)
	for _, spoofed := range []string{"2001:db8:0:1::2", "9.9.9.9, 2001:db8:0:1:ffff::3", "2001:db8:0:1::1"} {
		resp, _ := w.post(t, dear, "X-Forwarded-For", spoofed, "Forwarded", "for=3.3.3.3", "X-Real-Ip", "4.4.4.4",
			"X-Request-Id", "req_other", "User-Agent", "another")
		require.Equal(t, http.StatusTooManyRequests, resp.StatusCode, spoofed)
	}
	resp, _ := w.post(t, dear, "X-Forwarded-For", "2001:db8:0:2::1")
	require.Equal(t, http.StatusOK, resp.StatusCode, "the next household")
	resp, _ = w.post(t, dear, "X-Forwarded-For", "198.51.100.1")
	require.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestLimits_an_account_has_one_bucket_in_all_its_sessions(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), slow(nil))
	in := identity.RegisterInput{Email: "alice@example.org", Name: "Alice", Password: "a quiet harbour 47"}
	first, err := w.app.Identity.Register(t.Context(), actor.Actor{}, in)
	require.NoError(t, err)
	second, err := w.app.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: in.Email, Password: in.Password})
	require.NoError(t, err)

	w.drain(t, "Authorization", "Bearer "+first.Reveal(), "X-Forwarded-For", "198.51.100.1")
	resp, _ := w.post(t, dear, "Authorization", "Bearer "+second.Reveal(), "X-Forwarded-For", "203.0.113.9")
	require.Equal(t, http.StatusTooManyRequests, resp.StatusCode, "another session at another place")
	require.Contains(t, resp.Header.Get("RateLimit"), `"session";r=`)
	resp, _ = w.post(t, dear, "X-Forwarded-For", "198.51.100.1")
	require.Equal(t, http.StatusOK, resp.StatusCode, "the strangers beside it pay from their own")
}

func TestLimits_a_network_has_a_bucket_for_all_its_sessions(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), slow(map[string]string{"ETAL_RATE_LIMIT_NETWORK": "2000+1/s", "ETAL_RATE_LIMIT_ANONYMOUS": "100000+1/s"}))
	w.drain(t)
	guest, err := w.app.Identity.GuestStart(t.Context())
	require.NoError(t, err)
	resp, body := w.post(t, dear, "Authorization", "Bearer "+guest.Reveal())
	require.Equal(t, http.StatusTooManyRequests, resp.StatusCode, "new accounts are no new buckets")
	require.Contains(t, resp.Header.Get("RateLimit"), `"network";r=`)
	require.Contains(t, body, `"retryAfterMs":`)
}

// What keeps an installation alive is not limited by what people ask for.
func TestLimits_leave_probes_pages_and_webhooks_alone(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), slow(map[string]string{"ETAL_RATE_LIMIT_NETWORK": "2000+1/s"}))
	w.drain(t)
	for range 2000 {
		resp, _ := w.post(t, `{`)
		if resp.StatusCode == http.StatusTooManyRequests && strings.Contains(resp.Header.Get("RateLimit"), "network") {
			break
		}
	}
	for _, path := range []string{"/healthz", "/readyz", "/admin/", "/static/pages.css", "/account/reset"} {
		resp, _ := w.do(t, http.MethodGet, path, nil)
		require.NotEqual(t, http.StatusTooManyRequests, resp.StatusCode, path)
	}
	resp, body := w.do(t, http.MethodPost, "/webhooks/stripe", nil)
	require.Equal(t, http.StatusBadRequest, resp.StatusCode, body)
	for range 2100 {
		if resp, _ = w.do(t, http.MethodPost, "/webhooks/stripe", nil); resp.StatusCode == http.StatusTooManyRequests {
			break
		}
	}
	require.Equal(t, http.StatusTooManyRequests, resp.StatusCode, "webhooks have a bucket of their own")
}

func TestLimits_can_be_switched_off(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), slow(map[string]string{"ETAL_RATE_LIMITS": "off"}))
	for range 30 {
		resp, body := w.post(t, dear)
		require.Equal(t, http.StatusOK, resp.StatusCode)
		require.NotContains(t, body, "bucket")
		require.Empty(t, resp.Header.Get("RateLimit"))
	}
}

// Two servers on one PostgreSQL admit together what one would, and the credit.
func TestLimits_hold_over_two_servers(t *testing.T) {
	t.Parallel()
	url := dbtest.URL(t, db.Postgres)
	var servers []world
	for range 2 {
		d, err := db.Open(t.Context(), url, db.Options{Clock: clock.Wall{}, Connections: 6, Readers: 4})
		require.NoError(t, err)
		t.Cleanup(func() { _ = d.Close() })
		servers = append(servers, newWorld(t, d, slow(nil)))
	}
	guest, err := servers[0].app.Identity.GuestStart(t.Context())
	require.NoError(t, err)

	var admitted atomic.Int64
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			w, headers := servers[i%2], []string{"Authorization", "Bearer " + guest.Reveal(), "X-Forwarded-For", fmt.Sprintf("198.51.100.%d", i)}
			for range 4 { // refused at one moment is not refused for ever: others give back
				admitted.Add(w.drain(t, headers...))
			}
		})
	}
	group.Wait()
	const maximum, refilled, credit = 2000, 60, 2 * 200
	require.LessOrEqual(t, admitted.Load(), int64(maximum+refilled+credit))
	require.GreaterOrEqual(t, admitted.Load(), int64(maximum-250))
}
