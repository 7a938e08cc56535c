package stripesim

import (
	"crypto/subtle"
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strings"
	"time"
)

// bodyMax is how much of a request is read; Stripe's forms are far smaller.
const bodyMax = 1 << 20

// handler runs with the mutex held. It returns what is to be rendered.
type handler func(u *unit, n *node) (any, *apiError)

// operation is what a route does, and the type of its parameters.
type operation struct {
	run    handler
	params reflect.Type
}

// with declares the parameters of a handler by their type.
func with[P any](fn func(u *unit, p *P) (any, *apiError)) operation {
	return operation{params: reflect.TypeFor[P](), run: func(u *unit, n *node) (any, *apiError) {
		p := new(P)
		if err := bind(n, p); err != nil {
			return nil, err
		}
		return fn(u, p)
	}}
}

// none is for handlers without parameters.
type none struct{}

// answer is a finished response.
type answer struct {
	status int
	body   []byte
	replay bool
	// contentType is empty for JSON.
	contentType string
}

// call is one request on its way through the simulator.
type call struct {
	s       *Simulator
	r       *http.Request
	id      string
	key     string
	account string
	public  bool
	// ephemeral is the ephemeral key with which the request was made, or "".
	ephemeral string
	params    *node
	upload    *upload
	fault     *fault
}

// serve is the whole of the HTTP side: browsers' preflight, then the routes.
func (s *Simulator) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, Stripe-Account, Stripe-Version")
	h.Set("Access-Control-Allow-Methods", "GET, POST, DELETE, OPTIONS")
	h.Set("Access-Control-Expose-Headers", "Request-Id, Idempotent-Replayed, Stripe-Should-Retry")
	if r.Method == http.MethodOptions {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	s.mux.ServeHTTP(w, r)
}

// api wraps a handler in the protocol: faults, keys, scope, idempotency, journal.
func (s *Simulator) api(public bool, h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		c := &call{s: s, r: r, id: newID("req_"), key: r.Header.Get("Idempotency-Key")}
		w.Header().Set("Request-Id", c.id)
		w.Header().Set("Stripe-Version", APIVersion)
		if c.key != "" {
			w.Header().Set("Idempotency-Key", c.key)
		}
		if limit := s.overLimit(r.Pattern); limit != "" {
			w.Header().Set("Stripe-Rate-Limited-Reason", limit)
			(&fault{Kind: "429_rate_limit"}).before(w, r)
			return
		}
		c.fault = s.takeFault(r.Method, r.URL.Path)
		if c.fault.before(w, r) {
			return
		}
		c.fault.after(w, r, c.answer(public, h))
	}
}

func (c *call) answer(public bool, h handler) answer {
	if err := c.read(); err != nil {
		return c.failed(err)
	}
	if err := c.authenticate(public); err != nil {
		return c.failed(err)
	}
	if c.key == "" || c.r.Method == http.MethodGet {
		c.fault.during(c.r)
		return c.run(h)
	}
	return c.once(h)
}

// read decodes the form from the body and the query.
func (c *call) read() *apiError {
	if strings.HasPrefix(c.r.Header.Get("Content-Type"), "multipart/form-data") {
		return c.readParts()
	}
	body, err := io.ReadAll(io.LimitReader(c.r.Body, bodyMax))
	if err != nil {
		return reject("", "", "The request body could not be read: %s", err)
	}
	if t := c.r.Header.Get("Content-Type"); len(body) > 0 && !strings.HasPrefix(t, "application/x-www-form-urlencoded") {
		return reject("", "", "Invalid content type %q: send application/x-www-form-urlencoded", t)
	}
	var fail *apiError
	c.params, fail = parseForm(strings.Trim(c.r.URL.RawQuery+"&"+string(body), "&"))
	return fail
}

// authenticate checks the key and finds out whose objects the request sees.
func (c *call) authenticate(public bool) *apiError {
	key := strings.TrimPrefix(c.r.Header.Get("Authorization"), "Bearer ")
	if user, _, ok := c.r.BasicAuth(); ok {
		key = user
	}
	if sent := c.params.remove("key"); sent != nil && key == "" {
		key = sent.scalar
	}
	o := &c.s.opts
	switch {
	case key == "":
		return unauthorized("You did not provide an API key. Provide it in the Authorization header, using Bearer auth.")
	case same(key, o.SecretKey):
	case strings.HasPrefix(key, "ek_test_"):
		c.ephemeral = key
	case same(key, o.PublishableKey):
		if !public {
			err := unauthorized("This API call cannot be made with a publishable API key. Please use a secret API key.")
			err.body.Code = "secret_key_required"
			return err
		}
		c.public = true
	default:
		return unauthorized("Invalid API Key provided: " + masked(key))
	}
	if version := c.r.Header.Get("Stripe-Version"); version != "" && version != APIVersion {
		return reject("", "", "This simulator answers at API version %s only, not %s.", APIVersion, version)
	}
	c.account = c.r.Header.Get("Stripe-Account")
	if sent := c.params.remove("_stripe_account"); sent != nil {
		c.account = sent.scalar
	}
	return nil
}

func unauthorized(message string) *apiError {
	return &apiError{status: 401, early: true, body: errorBody{Type: typeInvalid, Message: message}}
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// masked shows the shape of a key and not the key.
func masked(key string) string {
	if len(key) < 16 {
		return strings.Repeat("*", len(key))
	}
	return key[:8] + strings.Repeat("*", len(key)-12) + key[len(key)-4:]
}

// run executes the handler alone, and journals what it did before anyone is told.
func (c *call) run(h handler) answer {
	s := c.s
	s.mu.Lock()
	defer s.mu.Unlock()
	return c.runLocked(c.fault.stored(h), nil)
}

// runLocked runs the handler, lets keep store the answer in the same unit, and commits.
func (c *call) runLocked(h handler, keep func(u *unit, a answer)) answer {
	s := c.s
	if s.closed {
		return c.failed(broken("The simulator is closed."))
	}
	s.tick()
	u := s.unit(c.account)
	u.request = requestInfo{id: c.id, key: c.key}
	u.path, u.public, u.url = c.r.PathValue, c.public, c.r.URL.Path
	u.upload, u.version = c.upload, c.r.Header.Get("Stripe-Version")
	if u.base == "" {
		u.base = "http://" + c.r.Host
	}
	a, fail := c.execute(u, h)
	if keep != nil && (fail == nil || !fail.early) {
		keep(u, a)
	}
	if err := s.commit(u); err != nil {
		s.log.Error("the simulator is wrong", "error", err, "request", c.id, "path", c.r.URL.Path)
		return c.failed(broken("The simulator is wrong: " + err.Error()))
	}
	return a
}

func (c *call) execute(u *unit, h handler) (a answer, fail *apiError) {
	defer func() {
		if p := recover(); p != nil {
			c.s.log.Error("the simulator panicked", "panic", p, "request", c.id, "path", c.r.URL.Path)
			fail = broken("The simulator panicked; its log says more.")
			a = c.failed(fail)
		}
	}()
	if !u.isPlatform() && !u.knowsAccount(u.account) {
		fail = &apiError{status: 403, early: true, body: errorBody{
			Type: typeInvalid, Code: "account_invalid",
			Message: "The provided key '" + masked(c.s.opts.SecretKey) + "' does not have access to account '" + u.account +
				"' (or that account does not exist). Application access may have been revoked.",
		}}
		return c.failed(fail), fail
	}
	if c.ephemeral != "" {
		if fail = u.admit(c.ephemeral, c.r.Pattern, c.params); fail != nil {
			return c.failed(fail), fail
		}
	}
	wanted := c.params.remove("expand")
	if wanted != nil && wanted.set {
		fail = reject("", "expand", "Invalid array")
		return c.failed(fail), fail
	}
	expand := wanted.list()
	result, fail := h(u, c.params)
	if fail != nil {
		return c.failed(fail), fail
	}
	if raw, ok := result.(*rawBody); ok {
		return answer{status: 200, body: []byte(raw.text), contentType: raw.contentType}, nil
	}
	body, fail := u.expanded(result, expand)
	if fail != nil {
		return c.failed(fail), fail
	}
	return answer{status: 200, body: body}, nil
}

func broken(message string) *apiError {
	return &apiError{status: 500, body: errorBody{Type: "api_error", Message: message}}
}

func (c *call) failed(err *apiError) answer {
	err.document()
	body, _ := json.Marshal(map[string]any{"error": err.body})
	return answer{status: err.status, body: body}
}

func (a answer) write(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", or(a.contentType, "application/json"))
	h.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	if a.replay {
		h.Set("Idempotent-Replayed", "true")
	}
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body)
}

func (s *Simulator) notFound(w http.ResponseWriter, r *http.Request) {
	err := &apiError{status: 404, body: errorBody{
		Type: typeInvalid, Message: "Unrecognized request URL (" + r.Method + ": " + r.URL.Path + ").",
	}}
	w.Header().Set("Request-Id", newID("req_"))
	(&call{s: s, r: r}).failed(err).write(w)
}
