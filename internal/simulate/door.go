package simulate

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// breakage is what goes wrong with calls.
type breakage string

// The breakages of a call to Stripe.
const (
	resetBefore   breakage = "reset before"
	resetAfter    breakage = "reset after"
	timeoutBefore breakage = "time-out before"
	timeoutAfter  breakage = "time-out after"
	truncated     breakage = "truncated"
	badGateway    breakage = "502"
	gatewayAfter  breakage = "502 after"
	unavailable   breakage = "503"
	tooMany       breakage = "429"
	lockTimeout   breakage = "429 lock_timeout"
	inUse         breakage = "409"
	serverError   breakage = "500"
	errorAfter    breakage = "500 after"
)

// The process dies at a call. Plans do not draw these: they let it die anywhere.
const (
	killedBefore breakage = "killed before"
	killedAfter  breakage = "killed after"
)

func breakages() []breakage {
	return []breakage{
		resetBefore, resetAfter, timeoutBefore, timeoutAfter, truncated, badGateway, gatewayAfter, unavailable, tooMany, lockTimeout,
		inUse, serverError, errorAfter,
	}
}

// trap breaks calls that match.
type trap struct {
	kind    breakage
	writing bool                     // only calls that change something
	only    func(*http.Request) bool // only calls that it says; all when nil
	skip    int                      // calls that pass before
	count   int                      // calls that are broken
	sprung  int                      // calls that were broken
}

// Door is where the marketplace and Stripe meet: both are in this process, and
// whatever passes goes from one goroutine's hand to the other's.
type Door struct {
	fate   *Fate
	stripe http.Handler
	traps  []*trap
	broken int // calls that were broken, since the world began
	tell   func(line string)
}

var (
	errReset   = errors.New("read: connection reset by peer")
	errTimeout = errors.New("net/http: timeout awaiting response headers")
)

// RoundTrip implements http.RoundTripper for the marketplace's calls to Stripe.
func (d *Door) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	if d.fate.point("before " + r.Method + " " + r.URL.Path) {
		return nil, errDied
	}
	kind := d.take(r)
	if kind != "" {
		d.broken++
	}
	if kind == killedBefore {
		d.fate.die("before " + r.Method + " " + r.URL.Path)
		return nil, errDied
	}
	if answer, err := kind.instead(r); answer != nil || err != nil {
		d.told(r, kind, answer)
		return answer, err
	}
	answer := serve(d.stripe, r)
	d.told(r, kind, answer)
	if kind == killedAfter {
		d.fate.die("after " + r.Method + " " + r.URL.Path)
	}
	if d.fate.point("after " + r.Method + " " + r.URL.Path) {
		return nil, errDied
	}
	return kind.afterwards(r, answer)
}

// told adds a call to the trace. In which order the balances of accounts are compared is
// up to their identifiers, which are drawn anew in each run.
func (d *Door) told(r *http.Request, kind breakage, answer *http.Response) {
	if r.Method == http.MethodGet && strings.HasPrefix(r.URL.Path, "/v1/balance") {
		return
	}
	status := 0
	if answer != nil {
		status = answer.StatusCode
	}
	d.tell(fmt.Sprintf("  %s %s %d %s", r.Method, r.URL.Path, status, kind))
}

func (d *Door) take(r *http.Request) breakage {
	for i, t := range d.traps {
		if t.writing && r.Method == http.MethodGet || t.only != nil && !t.only(r) {
			continue
		}
		if t.skip > 0 {
			t.skip--
			return ""
		}
		t.sprung++
		if t.count--; t.count <= 0 {
			d.traps = append(d.traps[:i:i], d.traps[i+1:]...)
		}
		return t.kind
	}
	return ""
}

// instead answers without an effect.
func (k breakage) instead(r *http.Request) (*http.Response, error) {
	switch k {
	case resetBefore:
		return nil, errReset
	case timeoutBefore:
		return nil, errTimeout
	case badGateway:
		return canned(r, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>"), nil
	case unavailable:
		return canned(r, 503, `{"error":{"type":"api_error","message":"Stripe is temporarily unavailable."}}`), nil
	case tooMany:
		return canned(r, 429, `{"error":{"type":"invalid_request_error","code":"rate_limit","message":"Too many requests."}}`), nil
	case lockTimeout:
		return canned(r, 429, `{"error":{"type":"invalid_request_error","code":"lock_timeout","message":"This object cannot be accessed right now."}}`), nil
	case inUse:
		return canned(r, 409, `{"error":{"type":"idempotency_error","code":"idempotency_key_in_use","message":"Another request uses this key."}}`), nil
	case serverError:
		return canned(r, 500, `{"error":{"type":"api_error","message":"An unknown error occurred."}}`), nil
	case resetAfter, timeoutAfter, truncated, gatewayAfter, errorAfter, killedBefore, killedAfter:
	}
	return nil, nil
}

// afterwards spoils the answer to what has had its effect.
func (k breakage) afterwards(r *http.Request, answer *http.Response) (*http.Response, error) {
	switch k {
	case resetAfter:
		return nil, errReset
	case timeoutAfter:
		return nil, errTimeout
	case gatewayAfter:
		return canned(r, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>"), nil
	case errorAfter:
		return canned(r, 500, `{"error":{"type":"api_error","message":"An unknown error occurred."}}`), nil
	case truncated:
		whole, _ := io.ReadAll(answer.Body)
		answer.Body = io.NopCloser(io.MultiReader(bytes.NewReader(whole[:len(whole)/2]), broken{}))
	case resetBefore, timeoutBefore, badGateway, unavailable, tooMany, lockTimeout, inUse, serverError, killedBefore, killedAfter:
	}
	return answer, nil
}

// broken is the rest of an answer that never comes.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

func canned(r *http.Request, status int, body string) *http.Response {
	a := &recorder{header: http.Header{"Content-Type": {"application/json"}, "Request-Id": {"req_door"}}, status: status}
	a.body.WriteString(body)
	return a.response(r)
}

// recorder keeps an answer that is given in this process.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (a *recorder) Header() http.Header { return a.header }

// WriteHeader implements http.ResponseWriter.
func (a *recorder) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
}

// Write implements http.ResponseWriter.
func (a *recorder) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(p)
}

func (a *recorder) response(r *http.Request) *http.Response {
	return &http.Response{
		Status: http.StatusText(a.status), StatusCode: a.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: a.header, Body: io.NopCloser(bytes.NewReader(a.body.Bytes())), ContentLength: int64(a.body.Len()), Request: r,
	}
}

// serve hands a request to a handler of this process.
func serve(h http.Handler, r *http.Request) *http.Response {
	in := r.Clone(r.Context())
	in.RequestURI, in.RemoteAddr = r.URL.RequestURI(), "127.0.0.1:9"
	if in.Body == nil {
		in.Body = http.NoBody
	}
	a := &recorder{header: http.Header{}}
	h.ServeHTTP(a, in)
	a.WriteHeader(http.StatusOK)
	return a.response(r)
}

// postman carries Stripe's webhooks to the marketplace as it is now.
type postman struct{ w *World }

// RoundTrip implements http.RoundTripper.
func (p postman) RoundTrip(r *http.Request) (*http.Response, error) {
	if p.w.fate.dead || p.w.app == nil {
		return nil, errReset
	}
	answer := serve(p.w.app.Handler(), r.WithContext(p.w.life))
	if p.w.fate.dead {
		return nil, errReset
	}
	return answer, nil
}

// atStripe sends a form to Stripe as somebody outside the marketplace does: a
// browser, the Dashboard, the bank. It never fails by bad luck.
func (w *World) atStripe(ctx context.Context, path string, form url.Values, account string) (status int, body string, err error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, stripeURL+path, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, "", err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if !strings.HasPrefix(path, "/_sim/") {
		r.Header.Set("Authorization", "Bearer "+w.config.StripeSecretKey.Reveal())
	}
	if account != "" {
		r.Header.Set("Stripe-Account", account)
	}
	answer := serve(w.stripe.Handler(), r)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	line := fmt.Sprintf("  outside: %s %d", path, answer.StatusCode)
	if answer.StatusCode >= 300 {
		var refused struct{ Error struct{ Message string } }
		read(string(text), &refused)
		line += " " + refused.Error.Message
	}
	w.tell(line)
	return answer.StatusCode, string(text), err
}
