package graph

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/ratelimit"
)

// limitedTo is an API in which everybody shares one bucket.
func limitedTo(t *testing.T, limit ratelimit.Limit) (*api, *clock.Manual) {
	t.Helper()
	a, c := newAPI(t), clock.NewManual(time.Date(2035, 3, 5, 9, 0, 0, 0, time.UTC))
	inner := NewHandler(Config{
		Domain: a.domain, Log: slog.New(slog.DiscardHandler), Clock: a.clock,
		RequestID: func(context.Context) string { return "req_test" },
		Limiter:   ratelimit.New(nil, ratelimit.Options{Clock: c}),
		Budgets: func(context.Context) []ratelimit.Budget {
			return []ratelimit.Budget{{Subject: "everybody", Limit: limit}}
		},
	})
	a.handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		inner.ServeHTTP(w, r.WithContext(actor.With(r.Context(), actor.Actor{Role: actor.Anonymous})))
	})
	return a, c
}

func available(w *httptest.ResponseRecorder) string {
	value := w.Header().Get("RateLimit")
	_, rest, _ := strings.Cut(value, ";r=")
	left, _, _ := strings.Cut(rest, ";")
	return left
}

func TestCharge_every_answer_tells_its_cost(t *testing.T) {
	t.Parallel()
	a, c := limitedTo(t, ratelimit.Limit{Name: "session", Maximum: 2000, PerSecond: 100})

	w := a.raw(http.MethodPost, "/graphql", `{"query":"{products(first:20){nodes{id}}}"}`)
	require.JSONEq(t, `{"data":{"products":{"nodes":[]}},"extensions":{"requestId":"req_test",
		"cost":{"requested":62,"actual":1,"bucket":{"maximum":2000,"available":1999,"restoresPerSecond":100}}}}`, w.Body.String())
	require.Equal(t, `"session";q=2000;w=20`, w.Header().Get("RateLimit-Policy"))
	require.Equal(t, `"session";r=1999;t=1`, w.Header().Get("RateLimit"))
	require.Empty(t, w.Header().Get("Retry-After"))

	c.Advance(time.Minute)
	w = a.raw(http.MethodPost, "/graphql", `{"query":"mutation{guestSessionCreate{session{id token}}}"}`)
	require.Contains(t, w.Body.String(), `"cost":{"requested":13,"actual":12,`)

	for name, body := range map[string]string{"syntax": `{"query":"{"}`, "validation": `{"query":"{nothing}"}`, "JSON": `{`} {
		c.Advance(time.Minute)
		w = a.raw(http.MethodPost, "/graphql", body)
		require.Contains(t, w.Body.String(), `"cost":{"requested":10,"actual":10,`, name)
		require.Equal(t, "1990", available(w), "reading a document costs, whether or not it is executed: %s", name)
	}
}

func TestCharge_refuses_with_429(t *testing.T) {
	t.Parallel()
	a, c := limitedTo(t, ratelimit.Limit{Name: "session", Maximum: 80, PerSecond: 10})
	const query = `{"query":"{products(first:20){nodes{id}}}"}`
	a.raw(http.MethodPost, "/graphql", `{"query":"{"}`)
	a.raw(http.MethodPost, "/graphql", `{"query":"{"}`)

	w := a.raw(http.MethodPost, "/graphql", query)
	require.Equal(t, http.StatusTooManyRequests, w.Code)
	require.JSONEq(t, `{"errors":[{"message":"You have asked for too much at once. Wait a moment and try again.",
		"extensions":{"code":"RATE_LIMITED","retryAfterMs":200}}],"extensions":{"requestId":"req_test",
		"cost":{"requested":62,"actual":0,"bucket":{"maximum":80,"available":60,"restoresPerSecond":10}}}}`, w.Body.String())
	require.Equal(t, "1", w.Header().Get("Retry-After"))
	require.Equal(t, `"session";r=60;t=2`, w.Header().Get("RateLimit"))

	c.Advance(200 * time.Millisecond)
	require.Equal(t, http.StatusOK, a.raw(http.MethodPost, "/graphql", query).Code)
	for range 6 {
		a.raw(http.MethodPost, "/graphql", `{`)
	}
	w = a.raw(http.MethodPost, "/graphql", `{`)
	require.Equal(t, http.StatusTooManyRequests, w.Code, "what is not executed is limited too")
	require.Equal(t, codeRateLimited, decoded(t, w).code())
}

// One operation runs at a time on one bucket's worth: many at once are charged
// before any has run, so together they cannot exceed it.
func TestCharge_is_taken_before_the_operation_runs(t *testing.T) {
	t.Parallel()
	a, _ := limitedTo(t, ratelimit.Limit{Name: "session", Maximum: 100, PerSecond: 0})
	statuses := make(chan int, 20)
	for range 20 {
		go func() {
			statuses <- a.raw(http.MethodPost, "/graphql", `{"query":"mutation{guestSessionCreate{session{id}}}"}`).Code
		}()
	}
	ok := 0
	for range 20 {
		if <-statuses == http.StatusOK {
			ok++
		}
	}
	require.Contains(t, []int{7, 8}, ok, "a hundred points are seven times thirteen, and eight times the twelve that are settled")
}

func TestCharge_a_session_may_ask_for_2000_at_once(t *testing.T) {
	t.Parallel()
	a := newAPI(t)
	page := func(alias string) string { return alias + `:products(first:100){nodes{id seller{id}}} ` } // 502
	require.Empty(t, a.do(who{}, `{`+page("a")+page("b")+page("c")+`}`, nil).code())
	require.Equal(t, codeCostLimit, a.do(who{}, `{`+page("a")+page("b")+page("c")+page("d")+`}`, nil).code())
}

func TestObjects(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]int{
		`null`: 0, `{}`: 1, `{"a":[{"b":1},{"b":2}]}`: 3, `{"a":"{"}`: 1, `{"a":"\"{"}`: 1, `{"a":"\\","b":{}}`: 2,
		`{"a":"\\\"{","b":{}}`: 2, `{"{":"}"}`: 1, `{"a":"`: 1, `{"a":"x\"`: 1, ``: 0,
	} {
		require.Equal(t, want, objects([]byte(data)), data)
	}
}

// A wait that a use case asks for reaches the client in both ways.
func TestThrottled_tells_how_long_to_wait(t *testing.T) {
	t.Parallel()
	p := presenter{log: slog.New(slog.DiscardHandler), requestID: func(context.Context) string { return "" }}
	throttled := fault.New(fault.Throttled, "SOMETHING", "Wait.").After(1500 * time.Millisecond)
	shown := p.present(t.Context(), throttled)
	require.Equal(t, map[string]any{"code": codeRateLimited, "reason": "SOMETHING", "retryAfterMs": int64(1500)}, shown.Extensions)
	h := http.Header{}
	bill{}.header(h, gqlerror.List{shown})
	require.Equal(t, "2", h.Get("Retry-After"))
}

// What looks through the catalogue is priced by that, and not by how little it
// brings back.
func TestCharge_searches(t *testing.T) {
	t.Parallel()
	c := checker{schema: newSchema(Config{}.withDefaults()).Schema()}
	price := func(text string, variables map[string]any) int {
		doc, errs := gqlparser.LoadQueryWithRules(c.schema, text, rules.NewDefaultRules())
		require.Empty(t, errs)
		return c.cost(doc.Operations[0].SelectionSet, variables)
	}
	none := map[string]any{}
	require.Less(t, price(`{ products(first: 0) { pageInfo { hasNextPage } } }`, none), costSearch)
	require.Less(t, price(`{ products(first: 0, filter: {query: "", tag: "x"}) { pageInfo { hasNextPage } } }`, none), costSearch)
	require.Greater(t, price(`{ products(first: 0, filter: {query: "cup"}) { pageInfo { hasNextPage } } }`, none), costSearch)
	require.Greater(t, price(`query($f: ListingFilter) { products(first: 0, filter: $f) { pageInfo { hasNextPage } } }`,
		map[string]any{"f": map[string]any{"query": "cup"}}), costSearch)
	require.Greater(t, price(`query($q: String) { products(first: 0, filter: {query: $q}) { pageInfo { hasNextPage } } }`,
		map[string]any{"q": "cup"}), costSearch)
	require.Greater(t, price(`{ productSearch(filter: {}) { facets { count } } }`, none), costSearch)
	require.Greater(t, price(`{ a: productSearch(filter: {}) { facets { count } } b: productSearch(filter: {}) { facets { count } } }`, none), 2*costSearch)
}
