package server

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/fault"
)

// plain returns an App that has what the middleware needs.
func plain(log *slog.Logger) *App {
	return &App{log: log, metrics: NewMetrics(log, time.Second)}
}

func serve(t *testing.T, h http.HandlerFunc, r *http.Request) (*http.Response, string, string) {
	t.Helper()
	var log strings.Builder
	a := plain(slog.New(NewLogHandler(slog.NewTextHandler(&log, nil))))
	all, err := a.around(h)
	require.NoError(t, err)
	rec := httptest.NewRecorder()
	all.ServeHTTP(rec, r)
	body, err := io.ReadAll(rec.Result().Body)
	require.NoError(t, err)
	return rec.Result(), string(body), log.String()
}

func TestRecovery_tells_nothing(t *testing.T) {
	t.Parallel()
	for _, encoding := range []string{"", "gzip"} {
		r := httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)
		r.Header.Set("Accept-Encoding", encoding)
		resp, body, log := serve(t, func(http.ResponseWriter, *http.Request) { panic("the password is hunter2") }, r)
		require.Equal(t, http.StatusInternalServerError, resp.StatusCode, encoding)
		require.NotContains(t, body, "hunter2")
		require.Contains(t, body, resp.Header.Get("X-Request-Id"))
		require.Contains(t, log, "hunter2")
		require.Contains(t, log, "middleware_test.go", "the stack says where")
	}
}

func TestRecovery_cuts_off_half_an_answer(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(nil)
	defer s.Close()
	h, err := plain(slog.New(slog.DiscardHandler)).around(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, strings.Repeat("half", 4000))
		w.(http.Flusher).Flush()
		panic("oh")
	}))
	require.NoError(t, err)
	s.Config.Handler = h
	r, err := http.NewRequestWithContext(t.Context(), "GET", s.URL, nil)
	require.NoError(t, err)
	resp, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer resp.Body.Close()
	_, err = io.ReadAll(resp.Body)
	require.Error(t, err, "half an answer must not look whole")
}

func TestRefuse(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	a := plain(slog.New(slog.NewTextHandler(&log, nil)))
	for _, tc := range []struct {
		err    error
		status int
		code   string
	}{
		{fault.New(fault.Invalid, "X_INVALID", "No."), 400, "X_INVALID"},
		{fault.New(fault.Unauthenticated, "X_AUTH", "No."), 401, "X_AUTH"},
		{fault.New(fault.Forbidden, "X_FORBIDDEN", "No."), 403, "X_FORBIDDEN"},
		{fault.New(fault.NotFound, "X_MISSING", "No."), 404, "X_MISSING"},
		{fault.New(fault.Conflict, "X_CONFLICT", "No."), 409, "X_CONFLICT"},
		{ErrBodyTooLarge, 413, "BODY_TOO_LARGE"},
		{fault.New(fault.Throttled, "X_SLOWLY", "No."), 429, "X_SLOWLY"},
		{fault.New(fault.Unavailable, "X_DOWN", "No."), 503, "X_DOWN"},
		{errors.New("connection to db.internal refused"), 500, "INTERNAL"},
	} {
		rec := httptest.NewRecorder()
		a.refuse(rec, httptest.NewRequestWithContext(t.Context(), "GET", "/", nil), tc.err)
		require.Equal(t, tc.status, rec.Code, tc.code)
		require.Contains(t, rec.Body.String(), tc.code)
		require.NotContains(t, rec.Body.String(), "db.internal")
		require.Equal(t, "no-store", rec.Header().Get("Cache-Control"))
		require.Equal(t, tc.status == 429 || tc.status == 503, rec.Header().Get("Retry-After") != "")
	}
	require.Equal(t, 1, strings.Count(log.String(), "db.internal"), "a bug is logged once, a fault never")
}

func TestRefuse_of_a_client_that_has_gone_is_no_error(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	a := plain(slog.New(slog.NewTextHandler(&log, nil)))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	a.refuse(httptest.NewRecorder(), httptest.NewRequestWithContext(ctx, "GET", "/", nil), context.Canceled)
	require.Contains(t, log.String(), "client has gone")
	require.NotContains(t, log.String(), "level=ERROR")
}

func TestLimitBody(t *testing.T) {
	t.Parallel()
	var seen error
	h := limitBody(10)(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, err := io.ReadAll(r.Body)
		seen = bodyFault(err)
	}))
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), "POST", "/", strings.NewReader("0123456789")))
	require.NoError(t, seen)
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), "POST", "/", strings.NewReader("0123456789x")))
	require.ErrorIs(t, seen, ErrBodyTooLarge)
}

func TestMetrics_bound_the_names_that_clients_choose(t *testing.T) {
	t.Parallel()
	m := NewMetrics(slog.New(slog.DiscardHandler), time.Second)
	m.operations.know("Ours")
	for i := range operationsMax * 3 {
		m.operations.of("x" + strconv.Itoa(i))
	}
	require.Equal(t, "x0", m.operations.of("x0"))
	require.Equal(t, "other", m.operations.of("a new one"))
	require.Equal(t, "Ours", m.operations.of("Ours"), "nobody crowds out what is registered")
	require.Empty(t, m.operations.of(""))
	require.Len(t, m.operations.seen, operationsMax)
	for _, name := range []string{"ada@example.org", "a\"b", strings.Repeat("x", 61), "x\ny", "é"} {
		require.Equal(t, "other", m.clients.of(name), name)
	}
	for i := range pairsMax * 2 {
		m.pair(strconv.Itoa(i), "web-admin")
	}
	operation, client := m.pair("more", "web-admin")
	require.Equal(t, "other other", operation+" "+client)
	require.Len(t, m.pairs, pairsMax)
}

func TestVerb_keeps_the_label_small(t *testing.T) {
	t.Parallel()
	require.Equal(t, "OTHER", verb("PRAGMA"))
	require.Equal(t, "SELECT", verb("SELECT"))
}
