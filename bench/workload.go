package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync"
	"time"

	"github.com/etal-market/etal/bench/bare"
	"github.com/etal-market/etal/bench/load"
)

// workload is one thing that clients do.
type workload struct {
	name string
	what string
	// floor names the bare workload that bounds it; empty for none.
	floor string
	// isBare is whether the bare handlers answer it.
	isBare bool
	// isKept is whether the server may answer what it has answered a moment ago.
	isKept bool
	// perJob is how many requests to the API one job takes at least.
	perJob int
	// prepare makes what n jobs use up; nil for nothing.
	prepare func(ctx context.Context, r *round, n int) error
	job     func(r *round, worker, i int) (int, error)
}

// round is a workload that is run once, with what it uses up and has made.
type round struct {
	m       *market
	bare    string // host:port of the bare handlers
	clients []clients
	bares   []*load.Conn
	carts   []cart

	mu     sync.Mutex
	placed []string // ids of orders
	paid   int
}

func (r *round) note(order string, paid bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.placed = append(r.placed, order)
	if paid {
		r.paid++
	}
}

func workloads() []workload {
	return []workload{
		{name: "list", what: "20 products with price, seller and thumbnail; pages 2 to 50 in turn", floor: "bare list", perJob: 1, job: listJob},
		{name: "bare list", what: "20 products by a prepared statement", isBare: true, perJob: 1, job: bareJob("GET", bare.ListPath, `"slug"`)},
		{name: "bare memory", what: "20 products from memory", isBare: true, perJob: 1, job: bareJob("GET", bare.MemoryListPath, `"slug"`)},
		{name: "detail", what: "a product by its slug with variants, offers, prices and sellers", floor: "bare detail", perJob: 1, job: detailJob},
		{name: "bare detail", what: "a product by its slug, by a prepared statement", isBare: true, perJob: 1, job: bareDetailJob},
		{name: "search", what: "the 20 best products for a word, with facets by seller, type and price", perJob: 1, job: searchJob},
		{name: "cart", what: "a new cart and an offer put into it, two requests", perJob: 2, job: cartJob},
		{name: "checkout", what: "checkoutComplete of a cart of three sellers, until the payment can be confirmed", floor: "bare order", perJob: 1, prepare: fillCarts, job: checkoutJob},
		{name: "bare order", what: "the same rows in one durable transaction", isBare: true, perJob: 1, job: bareJob("POST", bare.OrderPath, `"order"`)},
		{name: "flow", what: "cart, offers of three sellers, checkout, confirmation at the simulator, webhook, paid", perJob: 3, job: flowJob},
		{name: "history", what: "the 20 newest orders of a buyer, with their parts", perJob: 1, prepare: history, job: historyJob},
		{name: "list cached", what: "list, answered from what was kept for strangers", floor: "bare memory", isKept: true, perJob: 1, job: listJob},
		{name: "detail cached", what: "detail, answered from what was kept for strangers", isKept: true, perJob: 1, job: detailJob},
	}
}

const listQuery = `query List($first: Int!, $after: String) { products(first: $first, after: $after) {
	nodes { id title slug priceMin { amount currencyCode } sellerName thumbnail { url alt } } pageInfo { hasNextPage endCursor } } }`

// checkEvery is how often an answer is read whole. The others are searched for
// what must be in them, so that the generator leaves the machine to the server.
const checkEvery = 32

func listJob(r *round, worker, i int) (int, error) {
	answer, err := ask(r.clients[worker].api, "", request(listQuery, map[string]any{"first": 20, "after": r.m.pages[i%len(r.m.pages)]}))
	if err != nil {
		return 0, err
	}
	if n := bytes.Count(answer, []byte(`"slug":"`)); n != 20 {
		return 0, fmt.Errorf("%d products instead of 20", n)
	}
	if i%checkEvery != 0 {
		return len(answer), nil
	}
	var page struct {
		Data struct {
			Products struct {
				Nodes []struct {
					ID, Title, Slug, SellerName string
					PriceMin                    struct{ Amount, CurrencyCode string }
					Thumbnail                   *struct{ URL string }
				}
			}
		}
	}
	if err := json.Unmarshal(answer, &page); err != nil {
		return 0, err
	}
	seen := map[string]bool{}
	for _, n := range page.Data.Products.Nodes {
		if n.ID == "" || n.Title == "" || n.SellerName == "" || n.PriceMin.Amount == "" || n.Thumbnail == nil || seen[n.ID] {
			return 0, fmt.Errorf("not a whole product: %+v", n)
		}
		seen[n.ID] = true
	}
	return len(answer), nil
}

const detailQuery = `query Detail($slug: String!) { productBySlug(slug: $slug) { id title slug descriptionHtml brand productType tags optionNames
	images { url alt } variants { id title optionValues offers { id price { amount currencyCode } isInStock seller { name slug } } } } }`

func detailJob(r *round, worker, i int) (int, error) {
	of := r.m.shelf[i*7%len(r.m.shelf)]
	answer, err := ask(r.clients[worker].api, "", request(detailQuery, map[string]any{"slug": of.slug}))
	if err == nil && (!bytes.Contains(answer, []byte(`"slug":"`+of.slug+`"`)) || !bytes.Contains(answer, []byte(`"id":"`+of.offer+`"`)) ||
		!bytes.Contains(answer, []byte(`"amount":"`))) {
		err = fmt.Errorf("not %s: %.300s", of.slug, answer)
	}
	return len(answer), err
}

const searchQuery = `query Search($word: String!) { productSearch(filter: {query: $word, currencyCode: "EUR"}) {
	results(first: 20) { nodes { id title slug priceMin { amount currencyCode } sellerName thumbnail { url alt } } pageInfo { hasNextPage } }
	facets { count sellers { value label count } productTypes { value count } priceBands { min { amount } max { amount } count } } } }`

func searchJob(r *round, worker, i int) (int, error) {
	word := r.m.words[i%len(r.m.words)]
	var found struct {
		ProductSearch struct {
			Results struct{ Nodes []struct{ Title string } }
			Facets  struct {
				Count   int
				Sellers []struct{ Count int }
			}
		}
	}
	n, err := askInto(r.clients[worker].api, "", request(searchQuery, map[string]any{"word": word}), &found)
	if err != nil {
		return 0, err
	}
	s := found.ProductSearch
	if len(s.Results.Nodes) == 0 || s.Facets.Count < len(s.Results.Nodes) || len(s.Facets.Sellers) == 0 {
		return 0, fmt.Errorf("%q: %d found, %d counted", word, len(s.Results.Nodes), s.Facets.Count)
	}
	return n, nil
}

const addQuery = `mutation Add($cart: ID!, $offer: ID!) { cartLineAdd(input: {cartId: $cart, offerId: $offer}) {
	cart { id itemCount quote { total { amount } isOrderable groups { lines { title quantity total { amount } } } } }
	userErrors { code message } } }`

func cartJob(r *round, worker, i int) (int, error) {
	c, token := r.clients[worker].api, r.m.guests[i%len(r.m.guests)]
	id, err := newCart(c, token)
	if err != nil {
		return 0, err
	}
	var added struct {
		CartLineAdd struct {
			Cart struct {
				ItemCount int
				Quote     struct{ IsOrderable bool }
			}
			UserErrors userErrors
		}
	}
	offer := r.m.shelf[i*11%len(r.m.shelf)].offer
	n, err := askInto(c, token, request(addQuery, map[string]any{"cart": id, "offer": offer}), &added)
	if err == nil {
		err = added.CartLineAdd.UserErrors.err()
	}
	if k := added.CartLineAdd.Cart; err == nil && (k.ItemCount != 1 || !k.Quote.IsOrderable) {
		err = fmt.Errorf("%+v", k)
	}
	return n, err
}

// fillers is how many clients fill carts before a checkout is measured.
const fillers = 16

func fillCarts(ctx context.Context, r *round, n int) error {
	r.carts = make([]cart, n)
	filling := r.m.clients(fillers)
	defer closeAll(filling)
	result := load.Closed(ctx, load.Limits{Concurrency: fillers, Count: n, For: time.Hour}, func(worker, i int) (_ int, err error) {
		r.carts[i], err = r.m.filledCart(filling[worker].api, i)
		return 0, err
	})
	return errors.Join(result.FirstError, ctx.Err())
}

func checkoutJob(r *round, worker, i int) (int, error) {
	order, n, err := r.m.checkout(r.clients[worker].api, r.carts[i])
	if err == nil {
		r.note(order.id, false)
	}
	return n, err
}

// paidWithin bounds how long a flow waits for the webhook to do its work.
const paidWithin = 20 * time.Second

// askAtLeast is how long a flow lets pass between two questions whether it is paid.
// Whoever has waited long asks less often: otherwise the questions of many who wait
// take the time of what they wait for.
const askAtLeast = 250 * time.Millisecond

func flowJob(r *round, worker, i int) (int, error) {
	c := r.clients[worker]
	k, err := r.m.filledCart(c.api, i)
	if err != nil {
		return 0, err
	}
	order, n, err := r.m.checkout(c.api, k)
	if err != nil {
		return 0, err
	}
	if err := r.m.confirm(c.stripe, order); err != nil {
		return 0, err
	}
	deadline := time.Now().Add(paidWithin)
	for wait := 2 * time.Millisecond; ; wait = min(wait*3/2, askAtLeast) {
		time.Sleep(wait)
		paid, err := r.m.isPaid(c.api, order)
		if err != nil {
			return 0, err
		}
		if paid {
			r.note(order.id, true)
			return n, nil
		}
		if time.Now().After(deadline) {
			return 0, fmt.Errorf("order %s is not paid after %s", order.id, paidWithin)
		}
	}
}

const historyQuery = `query History { orders(first: 20) { nodes { id number status placedAt total { amount currencyCode }
	sellerOrders { number status total { amount } seller { name } lines { title quantity } } } pageInfo { hasNextPage endCursor } } }`

// history gives each guest twenty orders, unless all have them.
func history(ctx context.Context, r *round, _ int) error {
	c := load.NewConn(r.m.api)
	defer c.Close()
	fewest := 20
	for _, token := range r.m.guests {
		answer, err := ask(c, token, request(historyQuery, nil))
		if err != nil {
			return err
		}
		fewest = min(fewest, bytes.Count(answer, []byte(`"placedAt":"`)))
	}
	if fewest == 20 {
		return nil
	}
	if err := fillCarts(ctx, r, 20*len(r.m.guests)); err != nil {
		return err
	}
	ordering := r.m.clients(fillers)
	defer closeAll(ordering)
	result := load.Closed(ctx, load.Limits{Concurrency: fillers, Count: len(r.carts), For: time.Hour}, func(worker, i int) (int, error) {
		order, n, err := r.m.checkout(ordering[worker].api, r.carts[i])
		if err == nil {
			r.note(order.id, false)
		}
		return n, err
	})
	return errors.Join(result.FirstError, ctx.Err())
}

func historyJob(r *round, worker, i int) (int, error) {
	answer, err := ask(r.clients[worker].api, r.m.guests[i%len(r.m.guests)], request(historyQuery, nil))
	if n := bytes.Count(answer, []byte(`"placedAt":"`)); err == nil && n != 20 {
		err = fmt.Errorf("%d orders instead of 20", n)
	}
	return len(answer), err
}

// bareJob asks a bare handler for something in which a word must be.
func bareJob(method, path, holds string) func(r *round, worker, i int) (int, error) {
	return func(r *round, worker, _ int) (int, error) {
		return askBare(r.bares[worker], load.Request{Method: method, Path: path}, holds)
	}
}

func bareDetailJob(r *round, worker, i int) (int, error) {
	of := r.m.shelf[i*7%len(r.m.shelf)]
	return askBare(r.bares[worker], load.Request{Method: http.MethodGet, Path: bare.DetailPath + of.slug}, of.offer)
}

func askBare(c *load.Conn, r load.Request, holds string) (int, error) {
	status, body, err := c.Do(r)
	if err == nil && (status != http.StatusOK || !bytes.Contains(body, []byte(holds))) {
		err = fmt.Errorf("status %d: %.300s", status, body)
	}
	return len(body), err
}
