// Package contract_test holds the judges of the Stripe simulator that are not ours:
//
//   - stripe-mock, which has the OpenAPI description of Stripe's requests: every
//     request of the scenarios is shown to it, and it must accept it;
//   - the TypeScript types of stripe-node 14.25.0, made for API version 2023-10-16:
//     every answer of the simulator must compile as what it claims to be, with no
//     field missing, none unknown and no enum value invented;
//   - stripe-node itself, as a second client written by other people.
//
// It is a module of its own so that the judges' dependencies stay out of the
// product's. Run it by `make contract`, or by `go test ./...` here; it needs node
// and, the first time, npm's registry.
package contract_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-mock/embedded"
	"github.com/stripe/stripe-mock/server"

	"github.com/etal-market/etal/gateway/stripesim"
)

// judge stands before a simulator, shows each request to stripe-mock and keeps
// each answer.
type judge struct {
	sim  http.Handler
	mock *server.StubServer

	mu       sync.Mutex
	seen     map[string]bool
	excused  map[string]int
	refusals []string
	answers  []json.RawMessage
}

// exceptions are requests that are right at 2023-10-16 though the description of
// 2026 refuses them.
func exceptions() map[string]string {
	return map[string]string{
		"POST /v1/accounts/*/external_accounts": "the description knows tokens only, not bank account dictionaries",
	}
}

func newJudge(t *testing.T) (*judge, *stripesim.Simulator, string) {
	t.Helper()
	spec, err := server.LoadSpec(embedded.OpenAPISpec, "")
	require.NoError(t, err)
	fixtures, err := server.LoadFixtures(embedded.OpenAPIFixtures, "")
	require.NoError(t, err)
	mock, err := server.NewStubServer(fixtures, spec, false, false)
	require.NoError(t, err)
	sim, err := stripesim.New(stripesim.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, sim.Close()) })
	j := &judge{sim: sim.Handler(), mock: mock, seen: map[string]bool{}, excused: map[string]int{}}
	front := httptest.NewServer(j)
	t.Cleanup(front.Close)
	return j, sim, front.URL
}

func (j *judge) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	r.Body = io.NopCloser(bytes.NewReader(body))
	answer := httptest.NewRecorder()
	j.sim.ServeHTTP(answer, r)
	if strings.HasPrefix(r.URL.Path, "/v1/") {
		j.hear(r, body, answer)
	}
	for key, values := range answer.Header() {
		w.Header()[key] = values
	}
	w.WriteHeader(answer.Code)
	_, _ = w.Write(answer.Body.Bytes())
}

// hear asks stripe-mock about the request and keeps the answer.
func (j *judge) hear(r *http.Request, body []byte, answer *httptest.ResponseRecorder) {
	again := httptest.NewRequestWithContext(r.Context(), r.Method, r.URL.String(), bytes.NewReader(body))
	again.Header = r.Header.Clone()
	verdict := httptest.NewRecorder()
	j.mock.HandleRequest(verdict, again)

	j.mu.Lock()
	defer j.mu.Unlock()
	j.seen[r.Method+" "+pattern(r.URL.Path)] = true
	// What the simulator itself refuses for its form, or without a key, stripe-mock need not accept.
	refused := answer.Code == http.StatusUnauthorized || strings.Contains(answer.Body.String(), `"code":"parameter_`)
	if verdict.Code >= http.StatusBadRequest && !refused && !j.isExcused(r) {
		j.refusals = append(j.refusals, fmt.Sprintf("%s %s %s: %d %s", r.Method, r.URL, body, verdict.Code, verdict.Body))
	}
	if answer.Code == http.StatusOK {
		j.answers = append(j.answers, bytes.Clone(answer.Body.Bytes()))
	}
}

func (j *judge) isExcused(r *http.Request) bool {
	for at := range exceptions() {
		method, glob, _ := strings.Cut(at, " ")
		if ok, _ := path.Match(glob, r.URL.Path); ok && method == r.Method {
			j.excused[at]++
			return true
		}
	}
	return false
}

// pattern replaces ids by a star.
func pattern(at string) string {
	parts := strings.Split(at, "/")
	for i, part := range parts {
		if i > 2 && strings.Contains(part, "_") && strings.ContainsAny(part, "0123456789") {
			parts[i] = "*"
		}
	}
	return strings.Join(parts, "/")
}

// accepted fails the test for each request that stripe-mock refused, and for each
// exception that is no longer needed.
func (j *judge) accepted(t *testing.T, needed ...string) {
	t.Helper()
	j.mu.Lock()
	defer j.mu.Unlock()
	require.Empty(t, j.refusals, "stripe-mock refuses")
	for _, at := range needed {
		require.Positive(t, j.excused[at], "the exception for %q (%s) is not needed any more", at, exceptions()[at])
	}
}
