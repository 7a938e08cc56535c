package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"slices"
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
	// changedMax bounds of how many products it is remembered when they changed.
	changedMax = 10_000
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
	product    string // prd_…: it shows this product and nothing else; empty: anything
	operation  string
	cost       costs
	generation int64
	until      time.Time
	olds       []string // what the operation uses that is to go away
}

// cache keeps the answers to strangers who ask about the catalogue, for a second
// at most. It is exact in this process: a change of the catalogue begins a new
// generation before the unit that made it returns, and nothing of an older
// generation is served after that, but what shows one product only and has not been
// changed since.
type cache struct {
	clock      clock.Clock
	generation atomic.Int64
	flights    singleflight.Group
	observe    func(hit bool)
	keepFor    time.Duration

	mu      sync.Mutex
	entries *simplelru.LRU[cacheKey, *kept]
	bytes   int
	all     int64            // the last generation that may have changed any product
	changes map[string]int64 // the last generation that changed a product, after all
}

func newCache(observe func(hit bool), keepFor time.Duration) *cache {
	c := &cache{clock: clock.Wall{}, observe: observe, keepFor: keepFor, changes: map[string]int64{}}
	entries, err := simplelru.NewLRU(cacheEntries, func(_ cacheKey, e *kept) { c.bytes -= len(e.data) })
	if err != nil {
		panic(err) // the number of entries is positive
	}
	c.entries = entries
	return c
}

// changed is told which tables were written, and about what; nil: anything.
func (c *cache) changed(tables map[string][]string) {
	var products []string
	isTouched, isAny := false, false
	for _, name := range catalogueTables {
		if about, ok := tables[name]; ok {
			isTouched, isAny = true, isAny || about == nil
			products = append(products, about...)
		}
	}
	if !isTouched {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	generation := c.generation.Add(1)
	if isAny || len(c.changes)+len(products) > changedMax {
		c.all = generation
		clear(c.changes)
		return
	}
	for _, id := range products {
		c.changes[id] = generation
	}
}

// holds reports whether nothing that an answer shows has changed since its reading
// began. The cache is locked.
func (c *cache) holds(e *kept) bool {
	if e.product == "" {
		return e.generation == c.generation.Load()
	}
	return e.generation >= c.all && e.generation >= c.changes[e.product]
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
	if !ok || !c.holds(e) || !c.clock.Now().Before(e.until) {
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
		var product string
		if isOfOneProduct(op) {
			ctx = context.WithValue(ctx, shownKey{}, &product)
		}
		a := execute(ctx)
		if len(a.Errors) == 0 {
			name := strings.Clone(op.Operation.Name) // a part of the document, which must not be kept with it
			c.put(key, &kept{data: a.Data, product: product, operation: name, cost: costOf(op), generation: generation, until: until, olds: a.olds})
		}
		return a, nil
	})
	a := *shared.(*answer)
	a.Errors = slices.Clone(a.Errors) // each sorts its own
	return &a
}

type shownKey struct{}

// noteShown says which product the root field of an operation has found.
func noteShown(ctx context.Context, id string) {
	if product, ok := ctx.Value(shownKey{}).(*string); ok {
		*product = id
	}
}

// detailTypes are what a product consists of. What else can be selected below it
// shows other products, or is not known to show none.
var detailTypes = map[string]bool{
	"AvailableAction": true, "Listing": true, "Money": true, "Offer": true, "OfferPrice": true, "PageInfo": true, "ProductImage": true,
	"ProductOption": true, "Seller": true, "StockLevel": true, "Variant": true, "VariantConnection": true, "VariantEdge": true,
}

// isOfOneProduct reports whether an operation asks for one product, and nothing
// of others.
func isOfOneProduct(op *graphql.OperationContext) bool {
	found := roots(op.Operation.SelectionSet, nil)
	if len(found) != 1 || found[0].Name != "product" && found[0].Name != "productBySlug" {
		return false
	}
	return isDetail(found[0].SelectionSet)
}

// isDetail reports whether a selection is of detailTypes and scalars only.
func isDetail(set ast.SelectionSet) bool {
	for _, f := range roots(set, nil) {
		if f.Definition == nil || len(f.SelectionSet) > 0 && (!detailTypes[f.Definition.Type.Name()] || !isDetail(f.SelectionSet)) {
			return false
		}
	}
	return true
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
