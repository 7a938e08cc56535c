package stripe

import (
	"net/http"
	"slices"
	"strings"
	"sync"

	"golang.org/x/time/rate"
)

// pace is how many calls a second leave at most, and how many at once after a
// while of silence. Together they stay below what Stripe takes in any second.
type pace struct {
	perSecond rate.Limit
	burst     int
}

func (p pace) limiter() *rate.Limiter { return rate.NewLimiter(p.perSecond, p.burst) }

// The paces. Stripe takes a hundred calls a second with live keys and 25 with
// test keys, and 25 at each endpoint (docs.stripe.com/rate-limits, as of
// November 2026); the limits of an account are one, whatever process asks.
// Several processes share them by Options.Share.
func livePace() pace     { return pace{perSecond: 80, burst: 20} }
func testPace() pace     { return pace{perSecond: 20, burst: 5} }
func endpointPace() pace { return pace{perSecond: 20, burst: 5} }

// shared is the pace of one of so many processes; each may make one call at once.
func (p pace) shared(processes int) pace {
	return pace{perSecond: p.perSecond / rate.Limit(processes), burst: max(p.burst/processes, 1)}
}

// throttle lets calls wait so that Stripe does not have to refuse them.
type throttle struct {
	next     http.RoundTripper
	all      *rate.Limiter
	endpoint pace

	mu        sync.Mutex
	endpoints map[string]*rate.Limiter
}

func newThrottle(next http.RoundTripper, secretKey string, processes int) *throttle {
	all := testPace()
	if isLive(secretKey) {
		all = livePace()
	}
	processes = max(processes, 1)
	return &throttle{
		next: next, all: all.shared(processes).limiter(), endpoint: endpointPace().shared(processes), endpoints: map[string]*rate.Limiter{},
	}
}

// RoundTrip implements http.RoundTripper. A call whose context ends while it
// waits is not sent.
func (t *throttle) RoundTrip(r *http.Request) (*http.Response, error) {
	for _, l := range []*rate.Limiter{t.of(r), t.all} {
		if err := l.Wait(r.Context()); err != nil {
			if r.Body != nil {
				_ = r.Body.Close()
			}
			return nil, err
		}
	}
	return t.next.RoundTrip(r)
}

func (t *throttle) of(r *http.Request) *rate.Limiter {
	at := endpointOf(r.Method, r.URL.Path)
	t.mu.Lock()
	defer t.mu.Unlock()
	l := t.endpoints[at]
	if l == nil {
		l = t.endpoint.limiter()
		t.endpoints[at] = l
	}
	return l
}

// namespaces stand in a path before what it is about.
func namespaces() []string { return []string{"radar", "reporting", "tax", "test_helpers"} }

// endpointOf is a call without the identifiers in its path, of which there are
// as many as there are objects: v1, what it is about, which one, and so on.
func endpointOf(method, path string) string {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	first := 2
	if len(parts) > 1 && slices.Contains(namespaces(), parts[1]) {
		first++
	}
	for i := first; i < len(parts); i += 2 {
		parts[i] = "*"
	}
	return method + " " + strings.Join(parts, "/")
}
