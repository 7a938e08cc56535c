package stripesim

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// storedKey is an idempotency key with the answer it was given.
type storedKey struct {
	head
	Method string `json:"method"`
	Path   string `json:"path"`
	Hash   string `json:"hash"`
	Status int    `json:"status"`
	Body   string `json:"body"`
}

// fire forgets the key when its life is over.
func (k *storedKey) fire(u *unit) { u.drop(k) }

// inFlight are the keys of requests that have not been answered yet.
type inFlight struct {
	mu   sync.Mutex
	held map[string]bool
}

func (f *inFlight) hold(key string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.held[key] {
		return false
	}
	f.held[key] = true
	return true
}

func (f *inFlight) release(key string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.held, key)
}

// once runs the handler at most once per key and account, and answers repetitions
// with what the first one was told.
func (c *call) once(h handler) answer {
	if len(c.key) > 255 {
		return c.failed(idempotencyError(http.StatusBadRequest, "",
			"Idempotency keys can be at most 255 characters long."))
	}
	id := "key|" + c.account + "|" + c.key
	if !c.s.keys.hold(id) {
		return c.failed(idempotencyError(http.StatusConflict, "idempotency_key_in_use",
			"There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, "+
				"and the other request is still going through): "+c.key+"."))
	}
	defer c.s.keys.release(id)
	c.fault.during(c.r)
	hash := c.params.fingerprint()
	s := c.s
	s.mu.Lock()
	defer s.mu.Unlock()
	s.tick()
	if k, ok := s.state.byID[id].(*storedKey); ok {
		return c.replayed(k, hash)
	}
	a := c.runLocked(c.fault.stored(h), func(u *unit, a answer) {
		k := &storedKey{Method: c.r.Method, Path: c.r.URL.Path, Hash: hash, Status: a.status, Body: string(a.body)}
		k.ID, k.Object, k.Created = id, "sim.key", u.now
		k.due = u.now + int64(s.opts.KeyLife.Seconds())
		u.put(k)
	})
	return a
}

func (c *call) replayed(k *storedKey, hash string) answer {
	switch {
	case k.Path != c.r.URL.Path || k.Method != c.r.Method:
		return c.failed(idempotencyError(http.StatusBadRequest, "",
			"Keys for idempotent requests can only be used for the same endpoint they were first used for ('"+
				k.Path+"' vs '"+c.r.URL.Path+"'). Try using a key other than '"+c.key+"' if you meant to execute a different request."))
	case k.Hash != hash:
		return c.failed(idempotencyError(http.StatusBadRequest, "",
			"Keys for idempotent requests can only be used with the same parameters they were first used with. "+
				"Try using a key other than '"+c.key+"' if you meant to execute a different request."))
	}
	return answer{status: k.Status, body: []byte(k.Body), replay: true}
}

func idempotencyError(status int, code, message string) *apiError {
	return &apiError{status: status, early: true, body: errorBody{Type: "idempotency_error", Code: code, Message: message}}
}

// fingerprint is the same for the same parameters in any order and any escaping;
// clients send metadata in the order of their maps.
func (n *node) fingerprint() string {
	var canonical strings.Builder
	n.write(&canonical)
	sum := sha256.Sum256([]byte(canonical.String()))
	return base64.RawStdEncoding.EncodeToString(sum[:])
}

func (n *node) write(out *strings.Builder) {
	if n.set {
		out.WriteString(strconv.Quote(n.scalar))
	}
	out.WriteByte('{')
	for _, key := range slices.Sorted(slices.Values(n.keys)) {
		out.WriteString(strconv.Quote(key))
		n.kids[key].write(out)
	}
	out.WriteByte('}')
}
