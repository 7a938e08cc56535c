package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/hashicorp/golang-lru/v2/simplelru"
	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/singleflight"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/clock"
)

const (
	// cachedFor bounds how long an answer may miss what another process has
	// written. What this process writes is seen by the next request.
	cachedFor = time.Second
	// cacheEntries and cacheBytes bound what is kept, cachedMax one answer.
	cacheEntries = 20_000
	cacheBytes   = 64 << 20
	cachedMax    = 256 << 10
)

// catalogueFields are the root fields whose answer to strangers is kept.
// What they read is in catalogueTables, to which a test holds them.
var catalogueFields = map[string]bool{
	"products": true, "productSearch": true, "product": true, "productBySlug": true, "seller": true, "sellerBySlug": true, "__typename": true,
}

var catalogueTables = []string{"listings", "listing_tags", "offer_prices", "offers", "products", "sellers", "variants"}

// cacheKey is the hash of a document, the name of the operation in it, and its
// variables in one spelling.
type cacheKey [sha256.Size]byte

// kept is an answer that was given to a stranger.
type kept struct {
	data       json.RawMessage
	operation  string
	cost       costs
	generation int64
	until      time.Time
	olds       []string // what the operation uses that is to go away
}

// cache keeps the answers to strangers who ask about the catalogue, for a second
// at most. It is exact in this process: a change of the catalogue begins a new
// generation before the unit that made it returns, and nothing of an older
// generation is served after that.
type cache struct {
	clock      clock.Clock
	generation atomic.Int64
	flights    singleflight.Group
	observe    func(hit bool)
	keepFor    time.Duration

	mu      sync.Mutex
	entries *simplelru.LRU[cacheKey, *kept]
	bytes   int
}

func newCache(observe func(hit bool), keepFor time.Duration) *cache {
	c := &cache{clock: clock.Wall{}, observe: observe, keepFor: keepFor}
	entries, err := simplelru.NewLRU(cacheEntries, func(_ cacheKey, e *kept) { c.bytes -= len(e.data) })
	if err != nil {
		panic(err) // the number of entries is positive
	}
	c.entries = entries
	return c
}

// changed is told which tables were written.
func (c *cache) changed(tables map[string]struct{}) {
	for _, name := range catalogueTables {
		if _, ok := tables[name]; ok {
			c.generation.Add(1)
			return
		}
	}
}

// keyOf returns the key of what somebody asks, and false when the answer may
// depend on who asks.
func (c *cache) keyOf(ctx context.Context, p *graphql.RawParams) (cacheKey, bool) {
	if c == nil || actor.From(ctx).Role != actor.Anonymous {
		return cacheKey{}, false
	}
	variables, err := json.Marshal(p.Variables) // members in order
	if err != nil {
		return cacheKey{}, false
	}
	h := sha256.New()
	for _, part := range []string{p.OperationName, p.Query} {
		h.Write(strconv.AppendInt(nil, int64(len(part)), 10))
		h.Write([]byte(":" + part))
	}
	h.Write(variables)
	return cacheKey(h.Sum(nil)), true
}

// get returns what is kept under a key and still holds.
func (c *cache) get(key cacheKey) (*kept, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries.Get(key)
	if !ok || e.generation != c.generation.Load() || !c.clock.Now().Before(e.until) {
		return nil, false
	}
	return e, true
}

func (c *cache) put(key cacheKey, e *kept) {
	if len(e.data) > cachedMax {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries.Remove(key)
	c.entries.Add(key, e)
	c.bytes += len(e.data)
	for c.bytes > cacheBytes {
		c.entries.RemoveOldest()
	}
}

// share executes an operation for everybody who asks for it at the same time in
// the same generation, and keeps the answer when it has no errors. It goes on
// when whoever came first is gone.
func (c *cache) share(ctx context.Context, key cacheKey, op *graphql.OperationContext, execute func(context.Context) *answer) *answer {
	generation := c.generation.Load()
	flight := strconv.FormatInt(generation, 10) + string(key[:])
	shared, _, _ := c.flights.Do(flight, func() (any, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeoutMax)
		defer cancel()
		until := c.clock.Now().Add(c.keepFor)
		a := execute(ctx)
		if len(a.Errors) == 0 {
			name := strings.Clone(op.Operation.Name) // a part of the document, which must not be kept with it
			c.put(key, &kept{data: a.Data, operation: name, cost: costOf(op), generation: generation, until: until, olds: a.olds})
		}
		return a, nil
	})
	a := *shared.(*answer)
	return &a
}

// isOfCatalogue reports whether an operation reads the public catalogue only.
func isOfCatalogue(op *graphql.OperationContext) bool {
	if op.Operation.Operation != ast.Query {
		return false
	}
	for _, f := range roots(op.Operation.SelectionSet, nil) {
		if !catalogueFields[f.Name] {
			return false
		}
	}
	return true
}

// public answers a GET that names a registered document and reads the catalogue as
// a stranger: caches in between may keep it. What differs from request to
// request, the bill, is left out.
func public(x exchange, maxAge time.Duration, a *answer) {
	sum := sha256.Sum256(a.Data)
	tag := `W/"` + hex.EncodeToString(sum[:16]) + `"`
	h := x.w.Header()
	h.Set("ETag", tag)
	h.Set("Cache-Control", "public, max-age="+strconv.Itoa(int(maxAge.Seconds()))+", stale-while-revalidate=300")
	h.Add("Vary", "Accept, Authorization, Cookie, Etal-Act-As")
	if matches(x.r.Header.Values("If-None-Match"), tag) {
		x.w.WriteHeader(http.StatusNotModified)
		return
	}
	body := append(append([]byte(`{"data":`), a.Data...), '}')
	h.Set("Content-Type", x.contentType+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	x.w.WriteHeader(http.StatusOK)
	_, _ = x.w.Write(body) // JSON with its media type and nosniff; a client that is gone cannot be told
}

// matches compares entity tags weakly, RFC 9110 section 13.1.2.
func matches(given []string, tag string) bool {
	for _, one := range strings.Split(strings.Join(given, ","), ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}
