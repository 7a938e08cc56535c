package stripe

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const testKey = "sk_test_of_the_tests"

// seen is a request as it arrived.
type seen struct {
	method, path string
	header       http.Header
	form         url.Values
}

// String writes a request down for comparison: what Stripe acts on.
func (s seen) String() string {
	lines := []string{s.method + " " + s.path}
	for _, name := range []string{"Idempotency-Key", "Stripe-Account"} {
		if v := s.header.Get(name); v != "" {
			lines = append(lines, name+": "+v)
		}
	}
	var params []string
	for name, values := range s.form {
		params = append(params, fmt.Sprintf("%s=%s", name, strings.Join(values, " AND ")))
	}
	slices.Sort(params)
	return strings.Join(append(lines, params...), "\n")
}

// counterpart is an HTTP server that answers as it is told, and remembers what
// it was asked.
type counterpart struct {
	url    string
	mu     sync.Mutex
	asked  []seen
	answer http.HandlerFunc
}

func newCounterpart(t *testing.T, answer http.HandlerFunc) *counterpart {
	t.Helper()
	c := &counterpart{answer: answer}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		form, err := url.ParseQuery(string(body) + "&" + r.URL.RawQuery)
		if err != nil {
			http.Error(w, err.Error(), http.StatusTeapot)
			return
		}
		c.mu.Lock()
		c.asked = append(c.asked, seen{r.Method, r.URL.Path, r.Header.Clone(), form})
		c.mu.Unlock()
		w.Header().Set("Request-Id", "req_1")
		c.answer(w, r)
	}))
	t.Cleanup(s.Close)
	c.url = s.URL
	return c
}

func (c *counterpart) requests() []seen {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.asked)
}

func (c *counterpart) client(t *testing.T) *Client {
	t.Helper()
	made, err := New(Options{SecretKey: testKey, APIURL: c.url, Timeout: 2 * time.Second})
	require.NoError(t, err)
	return made
}

// says answers with a status and a body.
func says(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// asks adds Stripe's header that asks for a repetition, or against it.
func asks(retry string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Stripe-Should-Retry", retry)
		next(w, r)
	}
}

// resets breaks the connection off without an answer.
func resets(w http.ResponseWriter, _ *http.Request) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(err)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}

// hangs answers nothing until the client has gone.
func hangs(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

// breaksOff answers with half of what it promised.
func breaksOff(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "400")
	_, _ = io.WriteString(w, `{"id":"pi_1","object":"payment_intent","amount":12`)
	_ = http.NewResponseController(w).Flush()
	panic(http.ErrAbortHandler)
}

// byPath answers each path with a body of its own, and 404 elsewhere.
func byPath(bodies map[string]string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, ok := bodies[r.Method+" "+r.URL.Path]
		if !ok {
			says(404, `{"error":{"type":"invalid_request_error","message":"no such path in this test"}}`)(w, r)
			return
		}
		says(200, body)(w, r)
	}
}

func deadline(t *testing.T, after time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), after)
	t.Cleanup(cancel)
	return ctx
}
