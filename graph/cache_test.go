package graph

import (
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"golang.org/x/sync/errgroup"

	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
)

const bowlPrices = `query($slug: String!) { productBySlug(slug: $slug) { id variants { offers { id isInStock price { amount } stock { onHand } } } listing { priceMin { amount } } } }`

const setPrice = `mutation($id: ID!, $amount: Decimal!) { offerUpdate(input: {id: $id, price: {amount: $amount, currencyCode: "EUR"}}) { offer { id } userErrors { code } } }`

// shelf is an API with a bowl for sale.
func shelf(t *testing.T) (a *api, owner who, offer string) {
	t.Helper()
	a = newAPI(t)
	owner = a.mill(a.operator(identity.OperatorAdmin), "alice", "Mill")
	r := a.do(owner, createProduct, bowl("Bowl"))
	require.Equal(t, "bowl", r.at("productCreate.product.slug"))
	return a, owner, r.at("productCreate.product.variants.0.offers.0.id").(string)
}

var theBowl = map[string]any{"slug": "bowl"}

// asked returns how many queries asking takes.
func (a *api) asked(ask func()) int64 {
	before := a.queries.n.Load()
	ask()
	return a.queries.n.Load() - before
}

func TestCache_answers_strangers_without_a_query(t *testing.T) {
	t.Parallel()

	a, owner, _ := shelf(t)
	var first, again reply
	require.Positive(t, a.asked(func() { first = a.do(who{}, bowlPrices, theBowl) }))
	require.Zero(t, a.asked(func() { again = a.do(who{}, bowlPrices, theBowl) }))
	require.Equal(t, "12.50", again.at("productBySlug.listing.priceMin.amount"))
	require.Equal(t, first.Data, again.Data)

	// The owner sees the stock, and nobody else sees what the owner was shown.
	shown := a.do(owner, bowlPrices, theBowl)
	require.InDelta(t, 3, shown.at("productBySlug.variants.0.offers.0.stock.onHand"), 0)
	require.Nil(t, a.do(who{}, bowlPrices, theBowl).at("productBySlug.variants.0.offers.0.stock"))
	guest := a.register("carol")
	require.Positive(t, a.asked(func() { a.do(guest, bowlPrices, theBowl) }))
	require.Positive(t, a.asked(func() { a.do(guest, bowlPrices, theBowl) }))

	// Other variables, another operation and another text are other questions.
	require.Nil(t, a.do(who{}, bowlPrices, map[string]any{"slug": "other"}).at("productBySlug"))
	require.Equal(t, "Mill", a.do(who{}, `{ productBySlug(slug: "bowl") { createdBy { name } } }`, nil).at("productBySlug.createdBy.name"))
}

func TestCache_keeps_nothing_but_the_catalogue(t *testing.T) {
	t.Parallel()

	a, _, _ := shelf(t)
	guest := `mutation { guestSessionCreate { session { token } } }`
	one, two := a.do(who{}, guest, nil), a.do(who{}, guest, nil)
	require.NotEqual(t, one.at("guestSessionCreate.session.token"), two.at("guestSessionCreate.session.token"))
	for _, q := range []string{
		`{ node(id: "prd_01h455vb4pex5vsknk084sn02q") { id } }`,
		`{ viewer { permissions } productBySlug(slug: "bowl") { id } }`,
		`{ ...F } fragment F on Query { productBySlug(slug: "bowl") { id } nodes(ids: ["prd_01h455vb4pex5vsknk084sn02q"]) { id } }`,
	} {
		a.do(who{}, q, nil)
		require.Positive(t, a.asked(func() { a.do(who{}, q, nil) }), q)
	}
	wrong := `{ products(first: 3, last: 3) { nodes { title } } }`
	require.Equal(t, codeBadUserInput, a.do(who{}, wrong, nil).code())
	require.Equal(t, codeBadUserInput, a.do(who{}, wrong, nil).code())
}

func TestCache_a_change_is_seen_by_the_next_read(t *testing.T) {
	t.Parallel()

	a, owner, offer := shelf(t)
	price := func() string {
		return a.do(who{}, bowlPrices, theBowl).at("productBySlug.variants.0.offers.0.price.amount").(string)
	}
	require.Equal(t, "12.50", price())
	a.do(owner, setPrice, map[string]any{"id": offer, "amount": "13"})
	require.Equal(t, "13.00", price())
	a.do(owner, `mutation($id: ID!) { stockSet(input: {offerId: $id, quantity: 0}) { userErrors { code } } }`, map[string]any{"id": offer})
	require.Equal(t, false, a.do(who{}, bowlPrices, theBowl).at("productBySlug.variants.0.offers.0.isInStock"))
	// What buyers do not see changes nothing: a cart, a session.
	a.do(who{}, bowlPrices, theBowl)
	a.do(who{}, `mutation { guestSessionCreate { session { token } } }`, nil)
	require.Zero(t, a.asked(func() { a.do(who{}, bowlPrices, theBowl) }))
}

// While prices rise as fast as they can, no read that began after a change had
// been answered shows an older price.
func TestCache_is_never_behind(t *testing.T) {
	t.Parallel()

	a, owner, offer := shelf(t)
	const last = 150
	var told atomic.Int64 // the price that was answered
	var done atomic.Bool
	var group errgroup.Group
	group.Go(func() error {
		defer done.Store(true)
		for n := int64(100); n < 100+last; n++ {
			r := a.do(owner, setPrice, map[string]any{"id": offer, "amount": strconv.FormatInt(n, 10)})
			require.Empty(t, r.Errors)
			told.Store(n)
		}
		return nil
	})
	var reads atomic.Int64
	for range 4 {
		group.Go(func() error {
			for !done.Load() {
				floor := told.Load()
				shown := a.do(who{}, bowlPrices, theBowl).at("productBySlug.variants.0.offers.0.price.amount").(string)
				seen, err := strconv.ParseFloat(shown, 64)
				if err != nil {
					return err
				}
				if floor > 0 && seen < float64(floor) {
					t.Errorf("%v was shown after %d had been answered", seen, floor)
				}
				reads.Add(1)
			}
			return nil
		})
	}
	require.NoError(t, group.Wait())
	require.Greater(t, reads.Load(), int64(last/10), "too few reads to tell anything")
}

// Prices of one product rise as fast as they can while another one is read: what
// shows the other one is asked of the database when its second is over, and not for
// each change.
func TestCache_keeps_other_products_while_one_changes(t *testing.T) {
	t.Parallel()

	a, owner, offer := shelf(t)
	r := a.do(owner, createProduct, bowl("Plate"))
	require.Equal(t, "plate", r.at("productCreate.product.slug"))
	plate := map[string]any{"slug": "plate"}
	begun, before := time.Now(), a.queries.n.Load()
	const changes, readers = 100, 4
	var done atomic.Bool
	var reads atomic.Int64
	var group errgroup.Group
	group.Go(func() error {
		defer done.Store(true)
		for n := range changes {
			price := strconv.Itoa(100+n) + ".00"
			a.do(owner, setPrice, map[string]any{"id": offer, "amount": price})
			if shown := a.do(who{}, bowlPrices, theBowl).at("productBySlug.variants.0.offers.0.price.amount"); shown != price {
				t.Errorf("%v was shown after %v had been answered", shown, price)
			}
		}
		return nil
	})
	for range readers {
		group.Go(func() error {
			for !done.Load() {
				if shown := a.do(who{}, bowlPrices, plate).at("productBySlug.listing.priceMin.amount"); shown != "12.50" {
					t.Errorf("%v is not the price of the plate", shown)
				}
				reads.Add(1)
			}
			return nil
		})
	}
	require.NoError(t, group.Wait())
	missed := 0
	for n := before + 1; n <= a.queries.n.Load(); n++ {
		if sql, ok := a.queries.texts.Load(n); ok && strings.Contains(sql.(string), "'plate'") {
			missed++
		}
	}
	require.LessOrEqual(t, missed, readers*(int(time.Since(begun)/cachedFor)+1), "%d reads while there were %d changes", reads.Load(), changes)
	require.Greater(t, reads.Load(), int64(changes), "too few reads to tell anything")
	t.Logf("%d of %d reads were of the database while there were %d changes", missed, reads.Load(), changes)

	a.do(owner, `mutation($id: ID!) { productUpdate(input: {id: $id, title: "Dish"}) { userErrors { code } } }`, map[string]any{"id": r.at("productCreate.product.id")})
	require.Equal(t, "Dish", a.do(who{}, `{ productBySlug(slug: "plate") { title } }`, nil).at("productBySlug.title"))
}

func TestCache_many_who_ask_at_once_ask_once(t *testing.T) {
	t.Parallel()

	a, _, _ := shelf(t)
	const wide = `{ products(first: 50) { nodes { title slug seller { name } product { variants { offers { price { amount } } } } } } }`
	alone := a.asked(func() { a.do(who{}, wide, nil) })
	const same = `query Same ` + wide
	together := a.asked(func() {
		var group sync.WaitGroup
		for range 50 {
			group.Go(func() { a.do(who{}, same, nil) })
		}
		group.Wait()
	})
	require.Equal(t, alone, together)
}

func TestCache_ends_and_is_bounded(t *testing.T) {
	t.Parallel()

	at := clock.NewManual(time.Date(2026, 11, 26, 9, 0, 0, 0, time.UTC))
	c := newCache(func(bool) {}, cachedFor)
	c.clock = at
	put := func(n, size int) cacheKey {
		key := cacheKey{byte(n), byte(n >> 8)}
		c.put(key, &kept{data: make(json.RawMessage, size), generation: c.generation.Load(), until: at.Now().Add(cachedFor)})
		return key
	}
	key := put(1, 10)
	at.Advance(cachedFor - time.Microsecond)
	_, ok := c.get(key)
	require.True(t, ok)
	at.Advance(time.Microsecond) // what another process wrote is seen from now on
	_, ok = c.get(key)
	require.False(t, ok)

	key = put(2, 10)
	c.changed(map[string][]string{"carts": nil, "outbox": {"prd_1"}})
	_, ok = c.get(key)
	require.True(t, ok)
	for _, table := range catalogueTables {
		key = put(2, 10)
		c.changed(map[string][]string{table: nil})
		_, ok = c.get(key)
		require.False(t, ok, table)
	}

	key = put(3, cachedMax+1)
	_, ok = c.get(key)
	require.False(t, ok)
	for n := range 2 * cacheBytes / cachedMax {
		put(n, cachedMax)
		put(n, cachedMax) // again, which must not count twice
	}
	require.LessOrEqual(t, c.bytes, cacheBytes)
	require.Greater(t, c.bytes, cacheBytes-2*cachedMax)
	for c.entries.Len() > 0 {
		c.entries.RemoveOldest()
	}
	require.Zero(t, c.bytes)
}

var readTables = regexp.MustCompile(`(?i)\b(?:from|join)\s+"?([a-z_]+)"?`)

// Whatever strangers can select below the fields whose answers are kept is read
// from tables whose changes end those answers. A name of one letter is that of a
// part of the statement.
func TestCache_knows_every_table_of_the_catalogue(t *testing.T) {
	t.Parallel()

	a, _, _ := shelf(t)
	a.serve(func(c *Config) { c.Changes = nil })
	text, err := os.ReadFile("schema.graphql")
	require.NoError(t, err)
	s, err := gqlparser.LoadSchema(&ast.Source{Input: string(text)})
	require.NoError(t, err)
	found := map[string]bool{}
	r := a.do(who{}, `{ productBySlug(slug: "bowl") { id createdBy { id } } }`, nil)
	arguments := map[string]string{
		"products": `(filter: {query: "bowl", currencyCode: "EUR", sellerId: "S"}, sort: PRICE_ASC)`, "productSearch": `(filter: {query: "bowl"})`, "product": `(id: "P")`,
		"productBySlug": `(slug: "bowl")`, "seller": `(id: "S")`, "sellerBySlug": `(slug: "mill")`, "__typename": "",
	}
	ids := strings.NewReplacer(`"P"`, `"`+r.at("productBySlug.id").(string)+`"`, `"S"`, `"`+r.at("productBySlug.createdBy.id").(string)+`"`)
	for field := range catalogueFields {
		args, ok := arguments[field]
		require.True(t, ok, field)
		before, q := a.queries.n.Load(), "{ "+field+ids.Replace(args)
		if field != "__typename" {
			q += wide(s, s.Types[s.Query.Fields.ForName(field).Type.Name()], 3)
		}
		r := a.do(who{}, q+" }", nil)
		require.Empty(t, r.Errors, q)
		for n := before + 1; n <= a.queries.n.Load(); n++ {
			sql, _ := a.queries.texts.Load(n)
			for _, m := range readTables.FindAllStringSubmatch(sql.(string), -1) {
				found[m[1]] = true
			}
		}
	}
	for _, table := range catalogueTables {
		if table != "listing_tags" {
			require.Contains(t, found, table)
		}
	}
	for table := range found {
		known := slices.Contains(catalogueTables, table) || len(table) == 1 || strings.HasPrefix(table, "listings_") || table == "json_each"
		require.True(t, known, "%s is read by strangers, and its changes do not end kept answers", table)
	}
}

// wide selects everything of a type that has no required argument.
func wide(s *ast.Schema, of *ast.Definition, depth int) string {
	if of.IsLeafType() {
		return ""
	}
	var b strings.Builder
	b.WriteString(" { ")
	for _, f := range of.Fields {
		inner := s.Types[f.Type.Name()]
		required := slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil })
		if required || strings.HasPrefix(f.Name, "__") || f.Name == "edges" || !inner.IsLeafType() && depth == 0 || f.Directives.ForName("can") != nil {
			continue
		}
		b.WriteString(f.Name)
		if f.Arguments.ForName("first") != nil {
			b.WriteString("(first: 1)") // pages in pages would cost more than a request may
		}
		b.WriteString(wide(s, inner, depth-1) + " ")
	}
	if b.String() == " { " { // an object needs something
		b.WriteString("__typename ")
	}
	return b.String() + "}"
}

func TestDocuments(t *testing.T) {
	t.Parallel()

	a, owner, _ := shelf(t)
	const text = `query Bowl($slug: String!) { productBySlug(slug: $slug) { title } }`
	manifest, err := json.Marshal(map[string]string{DocumentID(text): text, strings.TrimPrefix(DocumentID("{ __typename }"), documentPrefix): "{ __typename }"})
	require.NoError(t, err)
	documents, err := ReadDocuments(manifest)
	require.NoError(t, err)
	require.Len(t, documents, 2)
	_, err = ReadDocuments([]byte(`{"` + DocumentID(text) + `": "{ viewer { permissions } }"}`))
	require.ErrorContains(t, err, "the hash of its text is "+DocumentID("{ viewer { permissions } }"))
	_, err = ReadDocuments([]byte(`["a"]`))
	require.Error(t, err)
	a.serve(func(c *Config) { c.Documents = documents.With(nil) })

	ask := func(body string, headers ...string) (int, reply) {
		w := a.raw(http.MethodPost, "/graphql", body, headers...)
		return w.Code, decoded(t, w)
	}
	byID := `{"documentId":"` + DocumentID(text) + `","variables":{"slug":"bowl"}}`
	_, r := ask(byID)
	require.Equal(t, "Bowl", r.at("productBySlug.title"))
	status, r := ask(`{"documentId":"` + DocumentID("{ other }") + `"}`)
	require.Equal(t, http.StatusBadRequest, status)
	require.Equal(t, "DOCUMENT_UNKNOWN", r.Errors[0].Extensions["reason"])
	status, _ = ask(`{"documentId":"` + DocumentID(text) + `","query":"{ __typename }"}`)
	require.Equal(t, http.StatusBadRequest, status)

	// Trusted: a session and a stranger run what is registered, by id or by text,
	// and an API key whatever it likes.
	a.serve(func(c *Config) { c.TrustedOnly = true })
	_, r = ask(byID)
	require.Equal(t, "Bowl", r.at("productBySlug.title"))
	_, r = ask(`{"query":"{ __typename }"}`)
	require.Empty(t, r.Errors)
	for _, headers := range [][]string{nil, {"Authorization", "Bearer " + owner.token, "Etal-Act-As", owner.actAs}} {
		status, r = ask(`{"query":"{ productBySlug(slug: \"bowl\") { id } }"}`, headers...)
		require.Equal(t, http.StatusForbidden, status)
		require.Equal(t, "DOCUMENT_UNTRUSTED", r.Errors[0].Extensions["reason"])
	}
	a.serve(func(c *Config) { c.TrustedOnly = false })
	key := a.do(owner, `mutation { apiKeyCreate(input: {name: "Stock", scopes: [STOCK_READ]}) { token userErrors { code message } } }`, nil)
	require.NotNil(t, key.at("apiKeyCreate.token"), key)
	a.serve(func(c *Config) { c.TrustedOnly = true })
	_, r = ask(`{"query":"{ productBySlug(slug: \"bowl\") { title } }"}`, "Authorization", "Bearer "+key.at("apiKeyCreate.token").(string), "Etal-Act-As", owner.actAs)
	require.Empty(t, r.Errors)
}

// A CDN may keep what strangers ask by GET and the id of a document, and nothing
// else.
func TestDocuments_by_GET_may_be_kept(t *testing.T) {
	t.Parallel()

	a, owner, offer := shelf(t)
	documents := Documents{DocumentID(bowlPrices): bowlPrices, DocumentID(`{ viewer { permissions } }`): `{ viewer { permissions } }`}
	a.serve(func(c *Config) { c.Documents = documents })
	target := "/graphql?documentId=" + url.QueryEscape(DocumentID(bowlPrices)) + "&variables=" + url.QueryEscape(`{"slug":"bowl"}`)
	w := a.raw(http.MethodGet, target, "")
	require.Equal(t, http.StatusOK, w.Code)
	require.Equal(t, "public, max-age=60, stale-while-revalidate=300", w.Header().Get("Cache-Control"))
	require.Contains(t, strings.Join(w.Header().Values("Vary"), ", "), "Authorization, Cookie")
	require.NotContains(t, w.Body.String(), "extensions")
	require.NotContains(t, w.Header(), "Ratelimit")
	tag := w.Header().Get("ETag")
	require.NotEmpty(t, tag)
	for _, header := range []string{tag, "*", `"other", ` + strings.TrimPrefix(tag, "W/")} {
		w = a.raw(http.MethodGet, target, "", "If-None-Match", header)
		require.Equal(t, http.StatusNotModified, w.Code, header)
		require.Empty(t, w.Body.String())
	}
	a.do(owner, setPrice, map[string]any{"id": offer, "amount": "99"})
	w = a.raw(http.MethodGet, target, "", "If-None-Match", tag)
	require.Equal(t, http.StatusOK, w.Code)
	require.Contains(t, w.Body.String(), `"99.00"`)

	for name, r := range map[string]struct {
		target  string
		headers []string
	}{
		"with a session": {target, []string{"Authorization", "Bearer " + owner.token}},
		"by text":        {"/graphql?query=" + url.QueryEscape(`{ productBySlug(slug: "bowl") { id } }`), nil},
		"not catalogue":  {"/graphql?documentId=" + url.QueryEscape(DocumentID(`{ viewer { permissions } }`)), nil},
	} {
		w = a.raw(http.MethodGet, r.target, "", r.headers...)
		require.Equal(t, http.StatusOK, w.Code, name)
		require.Equal(t, "no-store", w.Header().Get("Cache-Control"), name)
		require.Empty(t, w.Header().Get("ETag"), name)
	}
}
