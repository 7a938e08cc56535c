package e2e_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

var (
	crashFull = flag.Bool("e2e.crash.full", os.Getenv("ETAL_E2E_FULL") == "1", "let 500 checkouts survive 50 kills, and ship and pay out all of them")
	crashSeed = flag.Uint64("e2e.crash.seed", 0, "where and when the process is killed; 0 picks one and tells it")
)

// crash is one ordeal: checkouts go on while the process is killed again and
// again, each retried with its key until it is through.
type crash struct {
	t       *testing.T
	url     string // of the database
	look    *db.DB // that database, looked at from outside
	api     *process
	sim     *process
	client  *client
	random  *rand.Rand
	sellers []*crashSeller

	checkouts, kills int

	requests, retries, confirms, died, simDied atomic.Int64
}

type crashSeller struct {
	person

	id    seller.ID
	offer catalog.OfferID
}

const crashStock = 2000

// TestCrash kills a real process over and over while people buy. Afterwards
// each payment at Stripe has one paid order, no cart was ordered in vain, and
// all books agree.
func TestCrash(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			c := &crash{t: t, url: dbtest.URL(t, dialect), checkouts: 60, kills: 6}
			if *crashFull {
				c.checkouts, c.kills = 500, 50
			}
			seed := *crashSeed
			if seed == 0 {
				seed = rand.Uint64()
			}
			t.Logf("-e2e.crash.seed=%d", seed)
			c.random = rand.New(rand.NewPCG(seed, 1))
			c.run()
		})
	}
}

func (c *crash) run() {
	began := time.Now()
	c.open()
	c.launch()
	c.onboard()
	orders := make([]string, c.checkouts)
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		c.buyAll(orders)
	}()
	shipped := make(chan struct{})
	go func() {
		defer close(shipped)
		if *crashFull {
			c.shipAll(finished)
		}
	}()
	c.killer(finished)
	<-finished
	c.api.awake()
	bought := time.Since(began)
	<-shipped
	c.quiet()
	c.t.Logf("%d checkouts, %d kills of etal and %d of the simulator, %d requests of which %d had no answer: bought after %s, quiet after %s",
		c.checkouts, c.died.Load(), c.simDied.Load(), c.requests.Load(), c.retries.Load(),
		bought.Round(time.Second), time.Since(began).Round(time.Second))
	c.judge(orders)
}

// open fills the database and keeps it open, to look at it from outside.
func (c *crash) open() {
	c.t.Helper()
	c.populate()
	look, err := db.Open(c.t.Context(), c.url, db.Options{Connections: 1, Readers: 2})
	require.NoError(c.t, err)
	c.t.Cleanup(func() { _ = look.Close() })
	c.look = look
}

// populate makes two sellers with an offer each, before anything runs.
func (c *crash) populate() {
	t := c.t
	d, err := db.Open(t.Context(), c.url, db.Options{Clock: clock.Wall{}})
	require.NoError(t, err)
	defer func() { require.NoError(t, d.Close()) }()
	cfg, err := config.Load(nil, config.Development)
	require.NoError(t, err)
	app, err := server.New(cfg, server.Deps{DB: d, HashMemoryKiB: 64})
	require.NoError(t, err)
	for i := range 2 {
		owner, err := app.Identity.Register(t.Context(), actor.Actor{}, identity.RegisterInput{
			Email: fmt.Sprintf("owner-%d@example.org", i), Name: "Owner", Password: "a quiet harbour 47",
		})
		require.NoError(t, err)
		by := actor.Actor{AccountID: string(owner.Account.ID), SessionID: string(owner.Session.ID), Role: actor.Buyer}
		made, err := app.Sellers.Apply(t.Context(), by, seller.ApplyInput{Name: fmt.Sprintf("Seller %d", i), Country: "DE"})
		require.NoError(t, err)
		_, err = app.Sellers.Approve(t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: made.ID})
		require.NoError(t, err)
		active, stock := catalog.ProductActive, crashStock
		product, err := app.Inventory.CreateProduct(t.Context(), made.ID, catalog.CreateInput{
			Title: fmt.Sprintf("Goods %d", i), Status: &active,
			Variants: []*catalog.VariantInput{{Offer: &catalog.OfferInput{
				Price: money.Input{Amount: fmt.Sprintf("%d.99", 9+i), CurrencyCode: "EUR"}, Quantity: &stock,
			}}},
		})
		require.NoError(t, err)
		variants, err := app.Catalog.VariantsOf(t.Context(), []catalog.ProductID{product.ID})
		require.NoError(t, err)
		variant := variants[product.ID][0].ID
		offers, err := app.Catalog.OffersOf(t.Context(), catalog.Viewer{Seller: made.ID}, []catalog.VariantID{variant})
		require.NoError(t, err)
		c.sellers = append(c.sellers, &crashSeller{
			person: person{token: string(owner.Token), actAs: string(made.ID)}, id: made.ID, offer: offers[variant][0].ID,
		})
	}
}

// launch starts the simulator and etal with settings beside the usual ones.
func (c *crash) launch(settings ...string) {
	t := c.t
	ports := freePorts(t, 2)
	api, stripe := "http://"+ports[0], "http://"+ports[1]
	environ := []string{
		"ETAL_MODE=development", "ETAL_LISTEN=" + ports[0], "ETAL_METRICS_LISTEN=", "ETAL_BASE_URL=" + api,
		"ETAL_DATABASE_URL=" + c.url, "ETAL_STRIPE_API_URL=" + stripe, "ETAL_LOG_LEVEL=warn",
		"ETAL_RATE_LIMITS=off", "ETAL_RELEASE_HOLD=0s", "ETAL_PAYOUT_INTERVAL=0s",
	}
	c.sim = newProcess(t, stripe+"/_sim/clock", environ, "stripe-simulator", "--listen", ports[1],
		"--file", t.TempDir()+"/stripe.jsonl", "--webhook", api+"/webhooks/stripe")
	c.api = newProcess(t, api+"/healthz", append(environ, settings...), "serve")
	c.client = &client{api: api, stripe: stripe, count: func() { c.requests.Add(1) }, http: &http.Client{
		Timeout: 15 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 32},
	}}
	c.sim.start()
	c.sim.awake()
	c.api.start()
	c.api.awake()
}

// onboard lets Stripe know both sellers.
func (c *crash) onboard() {
	for _, s := range c.sellers {
		var account string
		until(c.t, time.Minute, "the account at Stripe is not opened", func() bool {
			account = c.text("SELECT COALESCE(MAX(provider_id), '') FROM payout_accounts WHERE seller_id = ?", s.id)
			return account != ""
		})
		status, body := c.atStripe(http.MethodPost, "/_sim/accounts/"+account+"/onboard", "", nil)
		require.Equal(c.t, http.StatusOK, status, body)
		until(c.t, time.Minute, "the seller is not ready", func() bool {
			return c.text("SELECT COALESCE(MAX(status), '') FROM payout_accounts WHERE seller_id = ?", s.id) == "ENABLED"
		})
	}
}

// killer kills the process after some requests or some time, whichever comes
// first; sometimes before it has started, sometimes the simulator with it.
func (c *crash) killer(finished <-chan struct{}) {
	for i := range c.kills {
		limit, deadline := c.requests.Load()+int64(5+c.random.IntN(120)), time.Duration(20+c.random.IntN(3000))*time.Millisecond
		if c.random.IntN(5) > 0 {
			c.api.awake()
		} else {
			deadline = time.Duration(c.random.IntN(300)) * time.Millisecond
		}
		until := time.Now().Add(deadline)
		for c.requests.Load() < limit && time.Now().Before(until) {
			pause(c.t.Context(), time.Millisecond)
		}
		if i%10 == 9 {
			c.sim.kill()
			c.simDied.Add(1)
		}
		c.api.kill()
		c.died.Add(1)
		if i%10 == 9 {
			c.sim.start()
		}
		c.api.start()
	}
	<-finished
}

// again does something until it has an answer.
func (c *crash) again(what string, try func() bool) {
	deadline := time.Now().Add(5 * time.Minute)
	for !try() {
		c.retries.Add(1)
		if time.Now().After(deadline) || c.t.Context().Err() != nil {
			c.t.Errorf("%s does not get through", what)
			return
		}
		pause(c.t.Context(), 20*time.Millisecond)
	}
}

func (c *crash) buyAll(orders []string) {
	const hands = 12
	next := make(chan int)
	var wg sync.WaitGroup
	for range hands {
		wg.Go(func() {
			for i := range next {
				orders[i] = c.buy(i)
			}
		})
	}
	for i := range orders {
		next <- i
	}
	close(next)
	wg.Wait()
}

// guest is somebody new with a session.
func (c *crash) guest() *person {
	var p person
	c.again("a session", func() bool {
		a, ok := c.client.ask(c.t.Context(), nil, "guest-start", nil)
		if ok {
			token, err := dig(a.root(), "session.token")
			ok = err == nil
			p.token = show(token)
		}
		return ok
	})
	return &p
}

// buy is one guest with one cart and one key.
func (c *crash) buy(i int) string {
	p := c.guest()
	input := checkoutInput(c.fill(p, i), fmt.Sprintf("crash-%d", i))
	order, secret := "", ""
	c.again("checkout", func() bool {
		a, ok := c.client.ask(c.t.Context(), p, "checkout-complete", map[string]any{"input": input})
		if !ok {
			return false
		}
		if len(a.errors) > 0 {
			c.t.Errorf("checkout %d: %v", i, a.errors)
			return true
		}
		id, err := dig(a.root(), "order.id")
		if err != nil || order != "" && order != show(id) {
			c.t.Errorf("checkout %d made the orders %s and %s: %v", i, order, show(id), err)
		}
		order = show(id)
		found, err := dig(a.root(), "order.payment.clientSecret")
		if err == nil && found != nil {
			secret = show(found)
		}
		status, _ := dig(a.root(), "order.status")
		return secret != "" || status == "PAID" // without a secret the provider has not answered yet: ask again
	})
	if secret != "" {
		c.pay(secret)
	}
	return order
}

// fill makes a cart. A line must not be added twice, so after a lost answer a
// new cart is begun.
func (c *crash) fill(p *person, i int) string {
	var cart string
	c.again("a cart", func() bool {
		a, ok := c.client.ask(c.t.Context(), p, "cart-create", map[string]any{"input": map[string]any{}})
		if !ok {
			return false
		}
		id, err := dig(a.root(), "cart.id")
		if err != nil {
			c.t.Errorf("cart %d: %v", i, a.errors)
			return true
		}
		cart = show(id)
		for n, s := range c.sellers {
			if n == 1 && i%2 == 0 {
				continue // every other cart is of one seller
			}
			line := map[string]any{"cartId": cart, "offerId": string(s.offer), "quantity": 1 + i%3}
			if _, ok := c.client.ask(c.t.Context(), p, "cart-add", map[string]any{"input": line}); !ok {
				return false
			}
		}
		return true
	})
	return cart
}

// pay confirms at Stripe, as the buyer's browser does. When the answer is lost
// it looks before it tries again.
func (c *crash) pay(secret string) {
	intent, _, _ := strings.Cut(secret, "_secret_")
	c.again("a payment", func() bool {
		c.confirms.Add(1)
		status, _ := c.atStripe(http.MethodPost, "/v1/payment_intents/"+intent+"/confirm", "pk_test_simulator",
			url.Values{"client_secret": {secret}, "payment_method": {"pm_card_visa"}})
		if status == http.StatusOK {
			return true
		}
		status, body := c.atStripe(http.MethodGet, "/v1/payment_intents/"+intent, "sk_test_simulator", nil)
		return status == http.StatusOK && strings.Contains(body, `"status":"succeeded"`)
	})
}

// shipAll sends what is paid, until nothing more comes.
func (c *crash) shipAll(finished <-chan struct{}) {
	for ended := false; ; {
		ready := 0
		for _, s := range c.sellers {
			c.again("the list of parts", func() bool {
				a, ok := c.client.ask(c.t.Context(), &s.person, "seller-orders",
					map[string]any{"filter": map[string]any{"status": "READY_TO_SHIP"}, "first": 50})
				if !ok {
					return false
				}
				nodes, _ := dig(a.root(), "nodes")
				list, _ := nodes.([]any)
				for _, node := range list {
					id, _ := dig(node, "id")
					input := map[string]any{"sellerOrderId": id}
					c.again("a shipment", func() bool { // ORDER_STATE: the lost answer was a yes
						_, ok := c.client.ask(c.t.Context(), &s.person, "seller-order-ship", map[string]any{"input": input})
						return ok
					})
				}
				ready += len(list)
				return true
			})
		}
		if ended && ready == 0 && c.number("SELECT COUNT(*) FROM seller_orders WHERE status <> 'SHIPPED'") == 0 || c.t.Failed() {
			return
		}
		select {
		case <-finished:
			ended = true
		default:
		}
		pause(c.t.Context(), 50*time.Millisecond)
	}
}

// quiet waits until nothing is left to do.
func (c *crash) quiet() {
	waits := map[string]string{
		"orders":   "SELECT COUNT(*) FROM orders WHERE status = 'AWAITING_PAYMENT'",
		"inbox":    "SELECT COUNT(*) FROM inbox WHERE status = 'RECEIVED'",
		"releases": "SELECT (SELECT COUNT(*) FROM seller_orders) - (SELECT COUNT(*) FROM releases)",
	}
	if *crashFull {
		waits["transfers"] = "SELECT COUNT(*) FROM releases WHERE status <> 'TRANSFERRED'"
		waits["payouts"] = `SELECT (SELECT COALESCE(SUM(amount_minor), 0) FROM transfers WHERE status = 'SUCCEEDED')
			- (SELECT COALESCE(SUM(amount_minor), 0) FROM payouts WHERE status = 'PAID')`
	}
	deadline := time.Now().Add(6 * time.Minute)
	for what, statement := range waits {
		for n := c.number(statement); n != 0; n = c.number(statement) {
			if time.Now().After(deadline) {
				require.FailNow(c.t, "not quiet", "%s: %d", what, n)
			}
			pause(c.t.Context(), 100*time.Millisecond)
		}
	}
}

// judge stops the process and looks at what is left.
func (c *crash) judge(orders []string) {
	t := c.t
	require.NoError(t, c.api.stop())
	var verified struct {
		OK       bool
		Findings []any
	}
	require.NoError(t, c.api.run(&verified, "verify", "--json"))
	require.True(t, verified.OK, "%v", verified.Findings)
	require.Empty(t, verified.Findings)
	var reconciled struct {
		Matched     int
		Differences []any
	}
	require.NoError(t, c.api.run(&reconciled, "reconcile", "--json"))
	require.Empty(t, reconciled.Differences)
	require.GreaterOrEqual(t, reconciled.Matched, c.checkouts)

	distinct := map[string]bool{}
	for _, id := range orders {
		distinct[id] = true
	}
	require.Len(t, distinct, c.checkouts)
	require.Equal(t, c.checkouts, c.number("SELECT COUNT(*) FROM orders"))
	require.Equal(t, c.checkouts, c.number("SELECT COUNT(*) FROM orders WHERE status = 'PAID'"))
	require.Equal(t, c.checkouts, c.number("SELECT COUNT(*) FROM carts WHERE status = 'COMPLETED'"))
	require.Zero(t, c.number("SELECT COUNT(*) FROM river_job WHERE state = 'discarded'"), "parked jobs")
	for _, s := range c.sellers {
		sold := c.number("SELECT COALESCE(SUM(quantity), 0) FROM order_lines WHERE offer_id = ?", s.offer)
		require.Equal(t, crashStock-sold, c.number("SELECT on_hand FROM stock_levels WHERE offer_id = ?", s.offer))
		require.Zero(t, c.number("SELECT reserved FROM stock_levels WHERE offer_id = ?", s.offer))
	}
	paid := map[string]int{}
	for _, intent := range c.listStripe("payment_intents", "") {
		order, _ := dig(intent, "metadata.etal_order")
		require.Equal(t, "succeeded", intent["status"], "an intent that nobody pays is one too many")
		paid[show(order)]++
	}
	require.Len(t, paid, c.checkouts)
	for order, n := range paid {
		require.Equal(t, 1, n, order)
		require.True(t, distinct[order], order)
	}
	if *crashFull {
		require.Len(t, c.listStripe("transfers", ""), c.number("SELECT COUNT(*) FROM seller_orders"))
	}
}

func (c *crash) number(statement string, args ...any) int {
	var n int
	c.query(&n, statement, args...)
	return n
}

func (c *crash) text(statement string, args ...any) string {
	var s string
	c.query(&s, statement, args...)
	return s
}

func (c *crash) query(into any, statement string, args ...any) {
	require.NoError(c.t, c.look.Read(c.t.Context()).NewRaw(statement, args...).Scan(c.t.Context(), into))
}

func (c *crash) listStripe(kind, after string) (all []map[string]any) {
	for {
		status, body := c.atStripe(http.MethodGet, "/v1/"+kind+"?limit=100"+after, "sk_test_simulator", nil)
		require.Equal(c.t, http.StatusOK, status, body)
		var page struct {
			Data    []map[string]any
			HasMore bool `json:"has_more"`
		}
		require.NoError(c.t, json.Unmarshal([]byte(body), &page))
		all = append(all, page.Data...)
		if !page.HasMore {
			return all
		}
		after = "&starting_after=" + show(page.Data[len(page.Data)-1]["id"])
	}
}

func (c *crash) atStripe(method, path, key string, form url.Values) (status int, body string) {
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.client.stripe+path, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, err.Error()
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if key != "" {
		r.Header.Set("Authorization", "Bearer "+key)
	}
	response, err := c.client.http.Do(r)
	if err != nil {
		return 0, err.Error()
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return 0, err.Error()
	}
	return response.StatusCode, string(content)
}
