package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

// buffer is a log that several goroutines write.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

type world struct {
	app *server.App
	url string
	log *buffer
}

func newWorld(t *testing.T, d *db.DB, environ map[string]string) world {
	t.Helper()
	cfg, err := config.Load(environ, config.Development)
	require.NoError(t, err)
	log := &buffer{}
	app, err := server.New(cfg, server.Deps{
		DB: d, HashMemoryKiB: 64, Log: slog.New(server.NewLogHandler(slog.NewJSONHandler(log, nil))),
	})
	require.NoError(t, err)
	return serving(t, app, log)
}

// serving lets an app answer until the test ends.
func serving(t *testing.T, app *server.App, log *buffer) world {
	t.Helper()
	s := httptest.NewServer(app.Handler())
	t.Cleanup(s.Close)
	return world{app, s.URL, log}
}

func (w world) do(t *testing.T, method, path string, header http.Header) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, w.url+path, nil)
	require.NoError(t, err)
	r.Header = header
	if r.Header == nil {
		r.Header = http.Header{}
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	resp, err := client.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp, string(body)
}

func TestRequest_has_an_id_that_nobody_chooses(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	first, _ := w.do(t, "GET", "/healthz", http.Header{"X-Request-Id": {"req_mine"}})
	second, body := w.do(t, "GET", "/nowhere", nil)
	require.Regexp(t, "^req_[0-9a-z]{26}$", first.Header.Get("X-Request-Id"))
	require.NotEqual(t, first.Header.Get("X-Request-Id"), second.Header.Get("X-Request-Id"))
	require.Equal(t, http.StatusNotFound, second.StatusCode)
	require.JSONEq(t, `{"error":{"code":"ROUTE_NOT_FOUND","message":"There is nothing at this address.",
		"requestId":"`+second.Header.Get("X-Request-Id")+`"}}`, body)
	require.Contains(t, w.log.String(), second.Header.Get("X-Request-Id"))
}

func TestReadyz(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d, nil)
		resp, body := w.do(t, "GET", "/readyz", nil)
		require.Equal(t, http.StatusOK, resp.StatusCode, body)
		require.Contains(t, body, `"status":"ready"`)

		require.NoError(t, d.Close())
		resp, body = w.do(t, "GET", "/readyz", nil)
		require.Equal(t, http.StatusServiceUnavailable, resp.StatusCode)
		require.Contains(t, body, "does not answer")
		resp, _ = w.do(t, "GET", "/healthz", nil)
		require.Equal(t, http.StatusOK, resp.StatusCode, "the process lives without its database")
	})
}

func TestReadyz_schema_behind(t *testing.T) {
	t.Parallel()
	d, err := db.Open(t.Context(), dbtest.EmptyURL(t, db.SQLite), db.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	w := newWorld(t, d, nil)
	resp, body := w.do(t, "GET", "/readyz", nil)
	require.Equal(t, http.StatusServiceUnavailable, resp.StatusCode)
	require.Contains(t, body, "etal migrate up")
}

func TestSecurityHeaders(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), map[string]string{"ETAL_BASE_URL": "https://market.example"})
	for _, path := range []string{"/healthz", "/nowhere", "/admin/", "/graphiql", "/dev/mail", "/static/pages.css"} {
		resp, _ := w.do(t, "GET", path, nil)
		for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Strict-Transport-Security", "Cross-Origin-Resource-Policy"} {
			require.NotEmpty(t, resp.Header.Get(name), "%s of %s", name, path)
		}
		policy := resp.Header.Get("Content-Security-Policy")
		require.NotContains(t, policy, "unsafe", path)
		require.Contains(t, policy, "frame-ancestors 'none'", path)
		require.Equal(t, "max-age=31536000", resp.Header.Get("Strict-Transport-Security"), "other hosts may not have https")
	}
	w = newWorld(t, dbtest.New(t), map[string]string{"ETAL_BASE_URL": "https://market.example", "ETAL_HSTS_SUBDOMAINS": "true"})
	resp, _ := w.do(t, "GET", "/healthz", nil)
	require.Equal(t, "max-age=31536000; includeSubDomains", resp.Header.Get("Strict-Transport-Security"))
}

func TestPages_in_production(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), map[string]string{
		"ETAL_MODE": "production", "ETAL_KEYS": "file:keys.json", "ETAL_STRIPE_SECRET_KEY": "sk_live_a", "ETAL_STRIPE_PUBLISHABLE_KEY": "pk_live_a",
		"ETAL_STRIPE_WEBHOOK_SECRET": "whsec_a", "ETAL_STRIPE_CONNECT_WEBHOOK_SECRET": "whsec_b",
	})
	for _, path := range []string{"/graphiql", "/dev/mail", "/dev/mail/1", "/dev/sandbox", "/dev/sandbox.json", "/metrics", "/debug/pprof/", "/static/graphiql.html"} {
		resp, _ := w.do(t, "GET", path, nil)
		require.Equal(t, http.StatusNotFound, resp.StatusCode, path)
	}
}

func TestCookie_is_refused_from_another_site(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	guest, err := w.app.Identity.GuestStart(t.Context())
	require.NoError(t, err)
	token := string(guest.Token)

	resp, body := w.do(t, "PUT", "/session/cookie", nil)
	require.Equal(t, http.StatusUnauthorized, resp.StatusCode, body)
	resp, _ = w.do(t, "PUT", "/session/cookie", http.Header{"Authorization": {"Bearer " + token}})
	require.Equal(t, http.StatusNoContent, resp.StatusCode)
	cookie := resp.Header.Get("Set-Cookie")
	require.Contains(t, cookie, "HttpOnly")
	require.Contains(t, cookie, "SameSite=Lax")

	mine := http.Header{"Cookie": {"etal_session=" + token}, "Sec-Fetch-Site": {"same-origin"}}
	resp, _ = w.do(t, "DELETE", "/session/cookie", mine)
	require.Equal(t, http.StatusNoContent, resp.StatusCode)
	foreign := http.Header{"Cookie": {"etal_session=" + token}, "Sec-Fetch-Site": {"cross-site"}}
	resp, body = w.do(t, "DELETE", "/session/cookie", foreign)
	require.Equal(t, http.StatusForbidden, resp.StatusCode)
	require.Contains(t, body, "CROSS_ORIGIN")
	foreign = http.Header{"Cookie": {"etal_session=" + token}, "Origin": {"https://elsewhere.example"}}
	resp, _ = w.do(t, "DELETE", "/session/cookie", foreign)
	require.Equal(t, http.StatusForbidden, resp.StatusCode)
}

// Nothing of the API is answered to another site with the cookie of its visitor,
// whatever the method and whether or not it lasts. Pages are for whoever follows a
// link to them.
func TestCookie_reads_nothing_for_another_site(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	guest, err := w.app.Identity.GuestStart(t.Context())
	require.NoError(t, err)
	cookie, viewer := "etal_session="+string(guest.Token), "/graphql?query={viewer{account{id}}}"
	for name, header := range map[string]http.Header{
		"cross-site": {"Sec-Fetch-Site": {"cross-site"}}, "same-site": {"Sec-Fetch-Site": {"same-site"}},
		"an old browser": {"Origin": {"https://elsewhere.example"}}, "a sandboxed frame": {"Origin": {"null"}},
		"a stream":                           {"Sec-Fetch-Site": {"cross-site"}, "Accept": {"text/event-stream"}},
		"a link":                             {"Sec-Fetch-Site": {"cross-site"}, "Sec-Fetch-Mode": {"navigate"}, "Sec-Fetch-Dest": {"document"}},
		"what says that it wants a socket":   {"Sec-Fetch-Site": {"cross-site"}, "Origin": {"https://elsewhere.example"}, "Upgrade": {"websocket"}, "Connection": {"Upgrade"}},
		"one that lasts, by what it accepts": {"Sec-Fetch-Site": {"cross-site"}, "Accept": {"application/json, text/event-stream;q=0.1"}},
	} {
		header.Set("Cookie", cookie)
		for _, method := range []string{"GET", "HEAD", "POST", "OPTIONS"} {
			resp, body := w.do(t, method, viewer, header)
			require.Equal(t, http.StatusForbidden, resp.StatusCode, "%s by %s: %s", name, method, body)
			require.NotContains(t, body, string(guest.Account.ID))
			if method != "HEAD" {
				require.Contains(t, body, `"errors":[{"extensions":{"code":"FORBIDDEN","reason":"CROSS_ORIGIN"`, "%s by %s", name, method)
			}
		}
		for _, path := range []string{"/graphql/schema.graphql", "/exports/exp_none", "/nowhere"} {
			resp, body := w.do(t, "GET", path, header)
			require.Equal(t, http.StatusForbidden, resp.StatusCode, "%s of %s", name, path)
			require.Contains(t, body, `"code":"CROSS_ORIGIN"`)
		}
		for _, path := range []string{"/admin/", "/admin/orders", "/account/reset?token=x", "/static/pages.css", "/graphiql"} {
			resp, body := w.do(t, "GET", path, header)
			require.NotEqual(t, http.StatusForbidden, resp.StatusCode, "%s of %s: %s", name, path, body)
		}
	}
	for name, header := range map[string]http.Header{
		"our own page": {"Sec-Fetch-Site": {"same-origin"}, "Cookie": {cookie}}, "typed in": {"Sec-Fetch-Site": {"none"}, "Cookie": {cookie}},
		"a program": {"Cookie": {cookie}}, "our own page in an old browser": {"Origin": {w.url}, "Cookie": {cookie}},
		"a site with a token": {"Sec-Fetch-Site": {"cross-site"}, "Authorization": {"Bearer " + string(guest.Token)}},
	} {
		resp, body := w.do(t, "GET", viewer, header)
		require.Equal(t, http.StatusOK, resp.StatusCode, name)
		require.Contains(t, body, string(guest.Account.ID), name)
	}
	resp, _ := w.do(t, "GET", viewer, http.Header{"Sec-Fetch-Site": {"cross-site"}})
	require.Equal(t, http.StatusOK, resp.StatusCode, "whoever has no session")
}

func TestCookie_on_https_belongs_to_the_host(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), map[string]string{"ETAL_BASE_URL": "https://market.example"})
	resp, _ := w.do(t, "PUT", "/session/cookie", http.Header{"Authorization": {"Bearer etal_ses_x"}})
	require.Equal(t, http.StatusUnauthorized, resp.StatusCode, "not a session")
	require.Empty(t, resp.Cookies())

	in := identity.RegisterInput{Email: "alice@example.org", Password: "a quiet harbour 47"}
	_, err := w.app.Identity.Register(t.Context(), actor.Actor{}, in)
	require.NoError(t, err)
	opened, err := w.app.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: in.Email, Password: in.Password})
	require.NoError(t, err)
	bearer := http.Header{"Authorization": {"Bearer " + opened.Reveal()}}
	resp, _ = w.do(t, "PUT", "/session/cookie", bearer)
	device, session := resp.Header.Values("Set-Cookie")[0], resp.Header.Values("Set-Cookie")[1]
	require.Regexp(t, "^__Host-etal_session=.*; Path=/; .*HttpOnly; Secure; SameSite=Lax$", session)
	require.Regexp(t, "^__Host-etal_device=etal_dev_.*; Path=/; Max-Age=31536000; HttpOnly; Secure; SameSite=Lax$", device)

	shown, _, _ := strings.Cut(device, ";")
	bearer.Set("Cookie", shown)
	resp, _ = w.do(t, "PUT", "/session/cookie", bearer)
	require.Len(t, resp.Cookies(), 1, "the browser has its device already")
	resp, _ = w.do(t, "DELETE", "/session/cookie", http.Header{"Cookie": {shown}})
	require.Len(t, resp.Cookies(), 1)
	require.Equal(t, "__Host-etal_session", resp.Cookies()[0].Name, "the device survives signing out")
}

func TestLog_has_no_token_and_no_query(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	guest, err := w.app.Identity.GuestStart(t.Context())
	require.NoError(t, err)
	w.do(t, "PUT", "/session/cookie?token="+string(guest.Token), http.Header{"Authorization": {"Bearer " + string(guest.Token)}})
	require.Contains(t, w.log.String(), `"path":"/session/cookie"`)
	require.NotContains(t, w.log.String(), string(guest.Token))
	for line := range strings.Lines(w.log.String()) {
		require.True(t, json.Valid([]byte(line)), line)
	}
}

func TestCompression(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), nil)
	resp, _ := w.do(t, "GET", "/static/pages.css", http.Header{"Accept-Encoding": {"gzip"}})
	require.Equal(t, "gzip", resp.Header.Get("Content-Encoding"))
	resp, _ = w.do(t, "GET", "/static/pages.css", http.Header{"Accept-Encoding": {"identity"}})
	require.Empty(t, resp.Header.Get("Content-Encoding"))
}

// TestRun stops in order: the process says so, finishes what has begun and
// does the jobs that it has begun.
func TestRun_stops_when_told(t *testing.T) {
	t.Parallel()
	cfg, err := config.Load(map[string]string{"ETAL_LISTEN": "127.0.0.1:0", "ETAL_METRICS_LISTEN": "127.0.0.1:0"}, config.Development)
	require.NoError(t, err)
	app, err := server.New(cfg, server.Deps{DB: dbtest.New(t)})
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	started, ended := make(chan string, 1), make(chan error, 1)
	go func() {
		ended <- app.Run(ctx, server.Running{Workers: true, Started: func(address string) { started <- address }})
	}()
	address := ""
	select {
	case address = <-started:
	case err := <-ended:
		require.NoError(t, err, "it has not begun")
	}
	r, err := http.NewRequestWithContext(t.Context(), "GET", "http://"+address+"/readyz", nil)
	require.NoError(t, err)
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	require.NoError(t, resp.Body.Close())
	require.Equal(t, http.StatusOK, resp.StatusCode)
	cancel()
	require.NoError(t, <-ended)
	_, err = http.DefaultClient.Do(r)
	require.Error(t, err, "nothing listens any more")
}

func (w world) graphql(t *testing.T, header http.Header, query string) (*http.Response, string) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	require.NoError(t, err)
	r, err := http.NewRequestWithContext(t.Context(), "POST", w.url+"/graphql", bytes.NewReader(body))
	require.NoError(t, err)
	r.Header = header.Clone()
	if r.Header == nil {
		r.Header = http.Header{}
	}
	r.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	require.NoError(t, err)
	return resp, string(answer)
}

func TestGraphQL_knows_who_asks(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d, nil)
		const viewer = `query WhoAmI { viewer { account { id } } }`
		guest, err := w.app.Identity.GuestStart(t.Context())
		require.NoError(t, err)
		token := string(guest.Token)

		resp, body := w.graphql(t, nil, viewer)
		require.Equal(t, http.StatusOK, resp.StatusCode, body)
		require.NotContains(t, body, "acc_")
		_, body = w.graphql(t, http.Header{"Authorization": {"Bearer " + token}}, viewer)
		require.Contains(t, body, string(guest.Account.ID))
		_, body = w.graphql(t, http.Header{"Cookie": {"etal_session=" + token}, "Sec-Fetch-Site": {"same-origin"}}, viewer)
		require.Contains(t, body, string(guest.Account.ID))

		resp, body = w.graphql(t, http.Header{"Authorization": {"Bearer etal_ses_" + strings.Repeat("x", 43)}}, viewer)
		require.Equal(t, http.StatusUnauthorized, resp.StatusCode)
		require.Contains(t, body, `"code":"UNAUTHENTICATED"`)
		require.Contains(t, body, `"reason":"SESSION_INVALID"`)
		resp, body = w.graphql(t, http.Header{"Authorization": {"Bearer " + token}, "Etal-Act-As": {"operator"}}, viewer)
		require.Equal(t, http.StatusForbidden, resp.StatusCode)
		require.Contains(t, body, `"code":"FORBIDDEN"`)
		resp, _ = w.graphql(t, http.Header{"Cookie": {"etal_session=" + token}, "Sec-Fetch-Site": {"cross-site"}}, viewer)
		require.Equal(t, http.StatusForbidden, resp.StatusCode)

		require.Contains(t, w.log.String(), `"operation":"WhoAmI"`)
		require.Contains(t, w.log.String(), string(guest.Account.ID), "the log says who")
		require.NotContains(t, w.log.String(), token)
	})
}

// Browsers show an answer to the pages of the sites that the setting names, and
// never one that came by a cookie. Nothing of what a request says comes back.
func TestGraphQL_from_a_page_of_another_site(t *testing.T) {
	t.Parallel()
	asks := func(w world, method, origin string) http.Header {
		resp, _ := w.do(t, method, "/graphql?query={__typename}", http.Header{
			"Origin": {origin}, "Access-Control-Request-Method": {"POST"}, "Access-Control-Request-Headers": {"authorization"},
		})
		require.Less(t, resp.StatusCode, 300, "%s from %s", method, origin)
		require.Empty(t, resp.Header.Get("Access-Control-Allow-Credentials"), "cookies stay at home")
		require.Contains(t, resp.Header.Values("Vary"), "Origin", "caches keep the sites apart")
		return resp.Header
	}
	w := newWorld(t, dbtest.New(t), nil)
	for _, method := range []string{http.MethodOptions, http.MethodGet} {
		for _, origin := range []string{"https://store.example", "null", "*", "", "http://127.0.0.1"} {
			require.Empty(t, asks(w, method, origin).Get("Access-Control-Allow-Origin"), "%s from %s: none unless the setting says so", method, origin)
		}
	}
	w = newWorld(t, dbtest.New(t), map[string]string{"ETAL_CORS_ORIGINS": "https://store.example,http://localhost:3000"})
	for _, method := range []string{http.MethodOptions, http.MethodGet} {
		for _, origin := range []string{"https://store.example", "http://localhost:3000"} {
			require.Equal(t, origin, asks(w, method, origin).Get("Access-Control-Allow-Origin"))
		}
		for _, origin := range []string{
			"https://store.example.evil.example", "https://evil.example", "http://store.example", "https://store.example:8443", "https://store.example/",
			"https://STORE.example", "https://sub.store.example", "null", "*", "", "https://store.example,http://localhost:3000", "http://localhost",
		} {
			require.Empty(t, asks(w, method, origin).Get("Access-Control-Allow-Origin"), "%s from %s", method, origin)
		}
	}
	require.Contains(t, asks(w, http.MethodOptions, "https://store.example").Get("Access-Control-Allow-Headers"), "Etal-Act-As")
	require.Empty(t, asks(w, http.MethodOptions, "https://evil.example").Get("Access-Control-Allow-Headers"))
}

// What the server reads of a request, the pages of other sites may send.
func TestGraphQL_from_a_page_of_another_site_with_every_header(t *testing.T) {
	t.Parallel()
	read := map[string]string{"authorization": "Authorization", "type": "Content-Type", "position": "Last-Event-ID", "version": "Apollographql-Client-Version"}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	var source strings.Builder
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			source.Write(text)
		}
	}
	for _, got := range regexp.MustCompile(`\.Get\((\w+Header)\)`).FindAllStringSubmatch(source.String(), -1) {
		value := regexp.MustCompile(`\b` + got[1] + `\s+= "([\w-]+)"`).FindStringSubmatch(source.String())
		require.NotNil(t, value, got[1])
		read[got[1]] = value[1]
	}
	for _, name := range []string{"actAsHeader", "deviceHeader", "trustHeader", "appHeader", "apolloAppHeader"} {
		require.Contains(t, read, name, "found in the source")
	}

	w := newWorld(t, dbtest.New(t), map[string]string{"ETAL_CORS_ORIGINS": "https://store.example"})
	for _, header := range read {
		resp, _ := w.do(t, http.MethodOptions, "/graphql", http.Header{
			"Origin": {"https://store.example"}, "Access-Control-Request-Method": {"POST"}, "Access-Control-Request-Headers": {strings.ToLower(header)},
		})
		require.Contains(t, strings.Split(resp.Header.Get("Access-Control-Allow-Headers"), ", "), header)
	}
}

func TestTrust_cookie(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), map[string]string{"ETAL_BASE_URL": "https://market.example"})
	in := identity.RegisterInput{Email: "alice@example.org", Password: "a quiet harbour 47"}
	_, err := w.app.Identity.Register(t.Context(), actor.Actor{}, in)
	require.NoError(t, err)
	opened, err := w.app.Identity.SignIn(t.Context(), actor.Actor{}, identity.SignInInput{Email: in.Email, Password: in.Password})
	require.NoError(t, err)
	require.NoError(t, w.app.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error { return identity.TrustTx(ctx, tx, opened) }))
	bearer := http.Header{"Authorization": {"Bearer " + opened.Reveal()}}
	resp, _ := w.do(t, "PUT", "/session/cookie", bearer)
	cookies := resp.Header.Values("Set-Cookie")
	require.Len(t, cookies, 3)
	require.Regexp(t, `^__Host-etal_trust=etal_tru_[\w-]{43}; Path=/; Max-Age=25\d{5}; HttpOnly; Secure; SameSite=Lax$`, cookies[0])
	require.NotContains(t, cookies[0], opened.Trust.Reveal(), "what scripts have seen is worth nothing any more")

	shown, _, _ := strings.Cut(cookies[0], ";")
	resp, _ = w.do(t, "DELETE", "/session/cookie", http.Header{"Cookie": {shown}})
	require.Len(t, resp.Cookies(), 1, "the trust survives signing out")
	bearer.Set("Cookie", shown)
	resp, _ = w.do(t, "PUT", "/session/cookie", bearer)
	for _, c := range resp.Cookies() {
		require.NotEqual(t, "__Host-etal_trust", c.Name, "the browser has it already")
	}
	require.NotContains(t, w.log.String(), "etal_tru_")
}
