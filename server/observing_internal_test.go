package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/graph"
	"github.com/etal-market/etal/server/config"
)

func newApp(t testing.TB, d *db.DB, deps Deps) *App {
	t.Helper()
	cfg, err := config.Load(map[string]string{"ETAL_RATE_LIMITS": "off", "ETAL_CLIENT_NAMES": "till"}, config.Development)
	require.NoError(t, err)
	deps.DB, deps.HashMemoryKiB = d, 64
	a, err := New(cfg, deps)
	require.NoError(t, err)
	return a
}

func get(t *testing.T, h http.Handler, path string) (status int, body string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
	return w.Code, w.Body.String()
}

func ask(t testing.TB, h http.Handler, body string, header http.Header) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(context.Background(), http.MethodPost, "/graphql", strings.NewReader(body))
	if header != nil {
		r.Header = header
	}
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestProfiles_are_for_operators_of_the_machine(t *testing.T) {
	t.Parallel()
	a := newApp(t, dbtest.New(t), Deps{})
	for _, path := range []string{"/metrics", "/debug/pprof/", "/debug/pprof/cmdline", "/debug/pprof/symbol", "/debug/pprof/heap", "/debug/pprof/goroutine"} {
		status, body := get(t, a.privateHandler(), path)
		require.Equal(t, http.StatusOK, status, "%s: %s", path, body)
		status, _ = get(t, a.Handler(), path)
		require.Equal(t, http.StatusNotFound, status, "%s is open to everybody", path)
	}
	for _, path := range []string{"/debug/pprof/profile", "/debug/pprof/trace", "/debug/vars", "//metrics", "/admin/../metrics", "/graphql/../debug/pprof/"} {
		status, body := get(t, a.Handler(), path)
		require.NotEqual(t, http.StatusOK, status, path)
		require.NotContains(t, body, "goroutine", path)
	}
}

func TestMetrics_tell_operations_by_program(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		a := newApp(t, d, Deps{})
		till, apollo := http.Header{"Etal-Client-Name": {"till"}}, http.Header{"Apollographql-Client-Name": {"ada@example.org"}}
		require.Equal(t, http.StatusOK, ask(t, a.Handler(), `{"query":"query Probe { products(first: 2) { nodes { title seller { name } } } }"}`, till).Code)
		require.Equal(t, http.StatusOK, ask(t, a.Handler(), `{"query":"query Probe { products(first: 2) { nodes { title seller { name } } } }"}`, till).Code)
		ask(t, a.Handler(), `{"query":"query Wrong { nothing }"}`, apollo)
		ask(t, a.Handler(), `{"query":"query Secret { orders(first: 1) { nodes { id } } }"}`, apollo)
		ask(t, a.Handler(), `{"query":"mutation Enter { signIn(input: {email: \"nobody@example.org\", password: \"a quiet harbour 47\"}) { userErrors { message } } }"}`, till)
		_, figures := get(t, a.privateHandler(), "/metrics")
		for _, line := range []string{
			`etal_graphql_user_errors_total{client="till",code="CREDENTIALS_INVALID",operation="Enter"} 1`,
			`etal_graphql_operation_duration_seconds_count{client="till",operation="Probe"} 2`,
			`etal_graphql_operation_cost_points_count{client="till",operation="Probe"} 2`,
			`etal_catalogue_answers_total{outcome="hit"} 1`,
			`etal_graphql_errors_total{client="other",code="GRAPHQL_VALIDATION_FAILED",operation=""} 1`,
			`etal_graphql_errors_total{client="other",code="UNAUTHENTICATED",operation="Secret"} 1`,
			`etal_db_connections_in_use{pool="read"} `, `etal_jobs{state="parked"} 0`, `etal_outbox_oldest_seconds 0`,
			`etal_inbox_oldest_seconds 0`, `etal_ledger_unchained_oldest_seconds 0`, `go_goroutines `, `process_resident_memory_bytes `,
		} {
			require.Contains(t, figures, line)
		}
		require.NotContains(t, figures, "ada@example.org")
		page, err := os.ReadFile("../docs/metrics.md")
		require.NoError(t, err)
		for _, m := range regexp.MustCompile(`(?m)^# TYPE (etal_\w+) `).FindAllStringSubmatch(figures, -1) {
			require.Contains(t, string(page), "| `"+m[1]+"` |", "it is exported and not documented")
		}
	})
}

// Whoever uses what is to go away is counted by program, for each coordinate once in
// an operation; what the program calls itself is bounded as elsewhere.
func TestMetrics_tell_who_uses_what_is_to_go_away(t *testing.T) {
	t.Parallel()
	a := newApp(t, dbtest.New(t), Deps{})
	a.metrics.settled("till", graph.Outcome{Operation: "Old", Deprecated: []string{"Product.maker", "Sort.OLD"}, Executed: true})
	a.metrics.settled("till", graph.Outcome{Operation: "Old", Deprecated: []string{"Product.maker"}, Executed: true})
	a.metrics.settled("ada@example.org", graph.Outcome{Operation: "Old", Deprecated: []string{"Product.maker"}})
	a.metrics.settled("till", graph.Outcome{Operation: "New", Executed: true})
	_, figures := get(t, a.privateHandler(), "/metrics")
	for _, line := range []string{
		`etal_graphql_deprecated_uses_total{client="till",coordinate="Product.maker"} 2`,
		`etal_graphql_deprecated_uses_total{client="till",coordinate="Sort.OLD"} 1`,
		`etal_graphql_deprecated_uses_total{client="other",coordinate="Product.maker"} 1`,
	} {
		require.Contains(t, figures, line)
	}
	require.NotContains(t, figures, "ada@example.org")
}

func TestMetrics_tell_of_jobs(t *testing.T) {
	t.Parallel()
	a := newApp(t, dbtest.New(t), Deps{})
	run := db.JobRun{ID: 7, Kind: "payment.sweep", Attempt: 1, MaxAttempts: 2, Marks: map[string]string{"request": "req_1"}}
	ours := errors.New("ours")
	require.NoError(t, a.aroundJob(t.Context(), run, func(context.Context) error { return nil }))
	require.ErrorIs(t, a.aroundJob(t.Context(), run, func(context.Context) error { return ours }), ours)
	run.Attempt = 2
	require.ErrorIs(t, a.aroundJob(t.Context(), run, func(context.Context) error { return ours }), ours)
	_, figures := get(t, a.privateHandler(), "/metrics")
	for _, outcome := range []string{"ok", "failed", "parked"} {
		require.Contains(t, figures, `etal_job_duration_seconds_count{job="payment.sweep",outcome="`+outcome+`"} 1`)
	}
}

func TestMetrics_tell_of_calls_of_Stripe(t *testing.T) {
	t.Parallel()
	m := NewMetrics(slog.New(slog.DiscardHandler), 0)
	for path, status := range map[string]int{"/v1/payment_intents/pi_3Abc/cancel": 402, "/v1/accounts/acct_1/capabilities/card_payments": 429, "/v1/transfers": 200} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path+"?email=ada@example.org", nil)
		answer := roundTrip(func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: status}, nil })
		_, err := m.Calls(answer).RoundTrip(r)
		require.NoError(t, err)
	}
	families, err := m.registry.Gather()
	require.NoError(t, err)
	var seen []string
	for _, f := range families {
		if f.GetName() != "etal_stripe_call_duration_seconds" {
			continue
		}
		for _, metric := range f.GetMetric() {
			seen = append(seen, metric.GetLabel()[0].GetValue()+" "+metric.GetLabel()[1].GetValue())
		}
	}
	require.ElementsMatch(t, []string{
		"POST /v1/payment_intents/{id}/cancel declined", "POST /v1/accounts/{id}/capabilities/card_payments limited", "POST /v1/transfers ok",
	}, seen)
	require.Equal(t, resultUnreachable, resultOf(nil, io.ErrUnexpectedEOF))
	require.Equal(t, resultFailed, resultOf(&http.Response{StatusCode: 503}, nil))
	require.Equal(t, resultRefused, resultOf(&http.Response{StatusCode: 404}, nil))
}

// A slow query is logged with what it was for and the request, and without
// anything that somebody has typed.
func TestSlowQuery_is_logged_without_arguments(t *testing.T) {
	t.Parallel()
	for slow, want := range map[time.Duration]bool{time.Nanosecond: true, 0: false, time.Hour: false} {
		var out bytes.Buffer
		m := NewMetrics(slog.New(NewLogHandler(slog.NewJSONHandler(&out, nil))), slow)
		d := dbtest.Open(t, db.SQLite, db.Options{Hooks: []bun.QueryHook{m}})
		ctx, info := withRequest(t.Context(), proxies{}.client(httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)))
		info.runs("Orders")
		var n int
		require.NoError(t, d.Read(ctx).NewRaw("SELECT count(*) FROM accounts WHERE name = ? OR email_folded IN (?)", "Ada Lovelace", "ada@example.org").Scan(ctx, &n))
		require.Equal(t, want, strings.Contains(out.String(), "slow query"), "from %s", slow)
		if want {
			require.Contains(t, out.String(), `"query":"SELECT count(*) FROM accounts WHERE name = ? OR email_folded IN (?)"`)
			require.Contains(t, out.String(), `"for":"Orders"`)
			require.Contains(t, out.String(), string(info.id))
		}
		require.NotContains(t, out.String(), "Ada")
		require.NotContains(t, out.String(), "ada@")
	}
}

// What a job logs names the request that has caused it, through the database.
func TestLog_of_a_job_names_the_request_that_caused_it(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var out bytes.Buffer
		log := slog.New(NewLogHandler(slog.NewJSONHandler(&out, nil)))
		newApp(t, d, Deps{}) // marks jobs
		h := &db.Handlers{}
		db.Handle(h, func(ctx context.Context, _ probe) error {
			log.InfoContext(ctx, "at work")
			return nil
		})
		h.Around(func(ctx context.Context, run db.JobRun, do func(context.Context) error) error {
			return do(withJob(ctx, run))
		})
		ctx, info := withRequest(t.Context(), proxies{}.client(httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)))
		require.NoError(t, d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
			return tx.Enqueue(ctx, probe{}, db.JobOptions{Unique: true})
		}))
		done, err := d.Drain(t.Context(), h, time.Now())
		require.NoError(t, err)
		require.Equal(t, 1, done)
		require.Contains(t, out.String(), `"caused_by":"`+string(info.id)+`"`)
		require.Contains(t, out.String(), `"job_id":`)
	})
}

type probe struct{}

func (probe) Kind() string { return "test.probe" }

// Without a receiver of traces nothing stands in the way of anything.
func TestTracing_that_is_off_is_not_there(t *testing.T) {
	t.Parallel()
	var off *Tracing
	next := http.NewServeMux()
	require.Same(t, next, off.around(proxies{})(next).(*http.ServeMux))
	require.Nil(t, off.spans())
	require.Nil(t, off.marks(t.Context()))
	carrier := &http.Transport{}
	require.Same(t, carrier, off.Calls(carrier).(*http.Transport))
	require.NoError(t, off.Close(t.Context()))
	for _, environ := range []map[string]string{
		{},
		{"OTEL_TRACES_EXPORTER": "none", "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"},
		{"OTEL_SDK_DISABLED": "true", "OTEL_TRACES_EXPORTER": "otlp"},
		{"OTEL_SERVICE_NAME": "x"},
	} {
		opened, err := openTracing(t.Context(), func(name string) string { return environ[name] }, "1", slog.New(slog.DiscardHandler))
		require.NoError(t, err)
		require.Nil(t, opened, environ)
	}
	for _, environ := range []map[string]string{
		{"OTEL_TRACES_EXPORTER": "zipkin"}, {"OTEL_TRACES_EXPORTER": "otlp", "OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"},
	} {
		_, err := openTracing(t.Context(), func(name string) string { return environ[name] }, "1", slog.New(slog.DiscardHandler))
		require.ErrorContains(t, err, "is not known", environ)
	}
}

// A stranger cannot put their requests into a trace of their own, a proxy can.
func TestTracing_believes_trusted_proxies_only(t *testing.T) {
	t.Parallel()
	cfg, err := config.Load(map[string]string{"ETAL_TRUSTED_PROXIES": "10.0.0.0/8"}, config.Development)
	require.NoError(t, err)
	spans := &kept{}
	tracing := NewTracing(sdktrace.NewTracerProvider(sdktrace.WithSyncer(spans)))
	h := tracing.around(newProxies(cfg))(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	const theirs = "0af7651916cd43dd8448eb211c80319c"
	for _, from := range []string{"10.1.2.3:4", "192.0.2.1:4"} {
		r := httptest.NewRequestWithContext(t.Context(), "BREW", "/", nil)
		r.RemoteAddr = from
		r.Header.Set("Traceparent", "00-"+theirs+"-b7ad6b7169203331-01")
		h.ServeHTTP(httptest.NewRecorder(), r)
	}
	require.Len(t, spans.all, 2)
	require.Equal(t, theirs, spans.all[0].SpanContext().TraceID().String())
	require.NotEqual(t, theirs, spans.all[1].SpanContext().TraceID().String())
	require.Equal(t, "_OTHER none", spans.all[1].Name(), "what somebody has invented is not repeated")
}

// kept keeps spans in memory.
type kept struct{ all []sdktrace.ReadOnlySpan }

func (k *kept) ExportSpans(_ context.Context, spans []sdktrace.ReadOnlySpan) error {
	k.all = append(k.all, spans...)
	return nil
}

func (*kept) Shutdown(context.Context) error { return nil }

// BenchmarkRequest_traces measures what traces cost: off, sampled and not.
func BenchmarkRequest_traces(b *testing.B) {
	for name, sampler := range map[string]sdktrace.Sampler{"off": nil, "on, none sampled": sdktrace.NeverSample(), "on, all sampled": sdktrace.AlwaysSample()} {
		b.Run(name, func(b *testing.B) {
			deps := Deps{}
			if sampler != nil {
				deps.Tracing = NewTracing(sdktrace.NewTracerProvider(sdktrace.WithSampler(sampler)))
			}
			h := newApp(b, dbtest.New(b), deps).Handler()
			b.ReportAllocs()
			for b.Loop() {
				ask(b, h, `{"query":"query Probe { viewer { hat { kind } } }"}`, nil)
			}
		})
	}
}

func TestMemoryLimit_is_that_of_the_container(t *testing.T) {
	t.Parallel()
	of := func(bytes uint64, err error) int64 { return memoryOf(func() (uint64, error) { return bytes, err }) }
	require.EqualValues(t, memoryLimit, of(0, errors.New("no cgroup")))
	require.EqualValues(t, memoryLimit, of(0, nil))
	require.EqualValues(t, memoryLimit, of(1<<62, nil))
	require.EqualValues(t, memoryLimit, of(24<<30, nil))
	require.InDelta(t, 256<<20*9/10, of(256<<20, nil), 100)
	require.EqualValues(t, memoryLeast, of(1<<20, nil))
}

func TestRequestID_is_in_every_answer_that_fails(t *testing.T) {
	t.Parallel()
	a := newApp(t, dbtest.New(t), Deps{})
	for _, path := range []string{"/nowhere", "/exports/" + id.New[string]("exp"), "/graphql"} {
		w := httptest.NewRecorder()
		a.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		require.NotEmpty(t, w.Header().Get("X-Request-Id"))
		require.Contains(t, w.Body.String(), w.Header().Get("X-Request-Id"), path)
	}
}

// The statements behind what is asked most are prepared once, whatever is asked
// with them: the second asker, with other values, adds none.
func TestHotQueries_are_prepared_once(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{Readers: 1}) // one connection, so that its statements can be looked at
	a := newApp(t, d, Deps{})
	prepared := func() (all []string) {
		require.NoError(t, d.Read(t.Context()).NewRaw("SELECT statement FROM pg_prepared_statements ORDER BY 1").Scan(t.Context(), &all))
		return all
	}
	guest := func() http.Header {
		opened, err := a.Identity.GuestStart(t.Context())
		require.NoError(t, err)
		return http.Header{"Authorization": {"Bearer " + string(opened.Token)}}
	}
	for _, document := range []string{
		`query($v: String!) { productBySlug(slug: $v) { title variants { title offers { price { amount } } } } }`,
		`query($v: String!) { productSearch(filter: {query: $v}) { results(first: 20) { nodes { title } } facets { count sellers { label } } } }`,
		`query($v: String!) { sellerBySlug(slug: $v) { name } }`,
		`query { viewer { account { email } } orders(first: 20) { nodes { id } } }`,
	} {
		before := prepared()
		for round, value := range []string{"mill-tea", "ada-bowl"} {
			body, err := json.Marshal(map[string]any{"query": document, "variables": map[string]any{"v": value}})
			require.NoError(t, err)
			w := ask(t, a.Handler(), string(body), guest())
			require.Equal(t, http.StatusOK, w.Code, w.Body.String())
			require.NotContains(t, w.Body.String(), `"errors"`, document)
			after := prepared()
			if round == 0 {
				require.Greater(t, len(after), len(before), document)
			} else {
				require.Equal(t, before, after, document)
			}
			before = after
		}
	}
	for _, statement := range prepared() {
		require.NotContains(t, statement, "ada-bowl")
		require.NotContains(t, statement, "mill-tea")
	}
}
