package stripesim

import (
	"encoding/json"
	"net"
	"net/http"
	"path"
	"slices"
	"strconv"
	"sync"
	"time"
)

// fault makes requests go wrong. A nil fault does nothing.
type fault struct {
	Method string        `json:"method,omitempty"`
	Path   string        `json:"path"`
	Count  int64         `json:"count"`
	Skip   int64         `json:"skip,omitempty"`
	Kind   string        `json:"kind"`
	Delay  time.Duration `json:"delay,omitempty"`
	Effect bool          `json:"effect,omitempty"`
	Retry  string        `json:"retry,omitempty"`

	// Code and Message are what a refusal says.
	Code    string `json:"code,omitempty"`
	Message string `json:"message,omitempty"`
}

// holdMax bounds how long timeout_after keeps a client waiting.
const holdMax = 2 * time.Minute

type faults struct {
	mu   sync.Mutex
	list []*fault
}

// takeFault finds the first fault for the request and uses it up by one.
func (s *Simulator) takeFault(method, at string) *fault {
	f := &s.faults
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, x := range f.list {
		if x.Method != "" && x.Method != method {
			continue
		}
		if ok, err := path.Match(x.Path, at); err != nil || !ok {
			continue
		}
		if x.Skip > 0 {
			x.Skip--
			return nil
		}
		if x.Count--; x.Count <= 0 {
			f.list = slices.Delete(f.list, i, i+1)
		}
		taken := *x
		return &taken
	}
	return nil
}

// before answers instead of the handler, and tells whether it did.
func (f *fault) before(w http.ResponseWriter, _ *http.Request) bool {
	if f == nil {
		return false
	}
	if f.Retry != "" {
		w.Header().Set("Stripe-Should-Retry", f.Retry)
	}
	if f.Kind == "reset_before" {
		cut(w)
		return true
	}
	a, canned := f.canned()
	if canned && !f.Effect {
		a.send(w)
		return true
	}
	return false
}

// cannedAnswer is an answer that does not come from a handler.
type cannedAnswer struct {
	status      int
	contentType string
	body        string
}

func (a cannedAnswer) send(w http.ResponseWriter) {
	w.Header().Set("Content-Type", a.contentType)
	w.WriteHeader(a.status)
	_, _ = w.Write([]byte(a.body))
}

func (f *fault) canned() (cannedAnswer, bool) {
	js := func(status int, body string) (cannedAnswer, bool) {
		return cannedAnswer{status, "application/json", body}, true
	}
	switch f.Kind {
	case "502_html":
		return cannedAnswer{502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>"}, true
	case "503":
		return js(503, `{"error":{"type":"api_error","message":"Stripe is temporarily unavailable."}}`)
	case "429_rate_limit":
		return js(429, `{"error":{"type":"invalid_request_error","code":"rate_limit","message":"Too many requests hit the API too quickly."}}`)
	case "429_lock_timeout":
		return js(429, `{"error":{"type":"invalid_request_error","code":"lock_timeout","message":"This object cannot be accessed right now because another API request or Stripe process is currently accessing it."}}`)
	case "409_in_use":
		return js(409, `{"error":{"type":"idempotency_error","code":"idempotency_key_in_use","message":"There is currently another in-progress request using this Idempotent Key."}}`)
	}
	if f.Kind == "refused" {
		body, _ := json.Marshal(map[string]errorBody{"error": refuse(f.Code, "", "%s", or(f.Message, "This is refused.")).body})
		return js(400, string(body))
	}
	return cannedAnswer{}, false
}

// during slows the request down while it is in flight.
func (f *fault) during(r *http.Request) {
	if f != nil && f.Kind == "slow" {
		wait(r, f.Delay)
	}
}

func wait(r *http.Request, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-r.Context().Done():
	}
}

// stored replaces the handler by one that ends in a 500, which is then remembered
// under the idempotency key; with effect, the handler has done its work before.
func (f *fault) stored(h handler) handler {
	if f == nil || f.Kind != "500_stored" {
		return h
	}
	return func(u *unit, n *node) (any, *apiError) {
		if f.Effect {
			if _, err := h(u, n); err != nil {
				return nil, err
			}
		}
		return nil, broken("An unknown error occurred.")
	}
}

// after sends the answer, or what the fault makes of it.
func (f *fault) after(w http.ResponseWriter, r *http.Request, a answer) {
	if f == nil {
		a.write(w)
		return
	}
	if canned, ok := f.canned(); ok {
		canned.send(w)
		return
	}
	switch f.Kind {
	case "reset_after":
		cut(w)
	case "timeout_after":
		wait(r, holdMax)
		cut(w)
	case "truncated":
		w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(a.status)
		_, _ = w.Write(a.body[:len(a.body)/2])
		_ = http.NewResponseController(w).Flush()
		panic(http.ErrAbortHandler)
	default:
		a.write(w)
	}
}

// cut resets the connection.
func cut(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	_ = conn.Close()
}
