package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/etal-market/etal/bench/load"
)

// market is the marketplace under load, as its clients see it.
type market struct {
	api, stripe    string // host:port
	publishableKey string

	guests []string // tokens
	shelf  []shelved
	words  []string // each is in the title of at least one product
	pages  []string // cursors at which a page of 20 begins
}

// shelved is a product that can be bought.
type shelved struct{ slug, offer, seller string }

// clients are the connections of one worker.
type clients struct {
	api, stripe *load.Conn
}

func (m *market) clients(n int) []clients {
	all := make([]clients, n)
	for i := range all {
		all[i] = clients{load.NewConn(m.api), load.NewConn(m.stripe)}
	}
	return all
}

func closeAll(all []clients) {
	for _, c := range all {
		c.api.Close()
		c.stripe.Close()
	}
}

// request is a GraphQL request, encoded.
func request(query string, variables map[string]any) []byte {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		panic(err) // strings and numbers of ours
	}
	return body
}

const headers = "Content-Type: application/json\r\nAccept: application/json\r\n"

// statusError is an answer with another status than 200.
type statusError int

// Error implements error.
func (s statusError) Error() string { return fmt.Sprintf("status %d", int(s)) }

// ask sends a GraphQL request and returns the answer, which must hold data and
// no errors.
func ask(c *load.Conn, token string, body []byte) ([]byte, error) {
	r := load.Request{Method: http.MethodPost, Path: "/graphql", Header: headers, Body: body}
	if token != "" {
		r.Header += "Authorization: Bearer " + token + "\r\n"
	}
	status, answer, err := c.Do(r)
	if err != nil {
		return nil, err
	}
	if status != http.StatusOK {
		return nil, fmt.Errorf("%w: %.300s", statusError(status), answer)
	}
	if !bytes.HasPrefix(answer, []byte(`{"data":{`)) || bytes.Contains(answer, []byte(`"errors":[`)) {
		return nil, fmt.Errorf("status %d: %.300s", status, answer)
	}
	return answer, nil
}

// askInto is ask with the data decoded into v.
func askInto(c *load.Conn, token string, body []byte, v any) (int, error) {
	answer, err := ask(c, token, body)
	if err != nil {
		return 0, err
	}
	whole := struct{ Data any }{v}
	if err := json.Unmarshal(answer, &whole); err != nil {
		return 0, fmt.Errorf("%w: %.300s", err, answer)
	}
	return len(answer), nil
}

// userErrors are the faults of a mutation.
type userErrors []struct{ Code, Message string }

func (e userErrors) err() error {
	if len(e) == 0 {
		return nil
	}
	return fmt.Errorf("%s: %s", e[0].Code, e[0].Message)
}

const (
	shelfQuery = `query Shelf($after: String) { products(first: 100, after: $after, filter: {isInStock: true}) {
		nodes { slug title isInStock bestOffer { id } seller { id } } pageInfo { hasNextPage endCursor } } }`
	cursorsQuery = `query Cursors($after: String) { products(first: 20, after: $after) { pageInfo { hasNextPage endCursor } } }`
	guestQuery   = `mutation Guest { guestSessionCreate { session { token } userErrors { code message } } }`

	shelfPages  = 30
	listedPages = 50
	guests      = 64
	wordsMax    = 50
)

// explore looks around: what can be bought, where pages begin, which words
// find something; and lets guests in.
func (m *market) explore() error {
	c := load.NewConn(m.api)
	defer c.Close()
	if err := m.fillShelf(c); err != nil {
		return fmt.Errorf("read products: %w", err)
	}
	var after any
	for range listedPages {
		var page struct {
			Products struct {
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		if _, err := askInto(c, "", request(cursorsQuery, map[string]any{"after": after}), &page); err != nil {
			return err
		}
		if !page.Products.PageInfo.HasNextPage {
			break
		}
		after = page.Products.PageInfo.EndCursor
		m.pages = append(m.pages, page.Products.PageInfo.EndCursor)
	}
	m.pages = m.pages[:max(0, len(m.pages)-1)] // the last may begin a page that is not full
	if len(m.pages) == 0 {
		return fmt.Errorf("there are too few products: seed at least 60")
	}
	for range guests {
		var made struct {
			GuestSessionCreate struct {
				Session struct{ Token string }
			}
		}
		if _, err := askInto(c, "", request(guestQuery, nil), &made); err != nil {
			return fmt.Errorf("let a guest in: %w", err)
		}
		m.guests = append(m.guests, made.GuestSessionCreate.Session.Token)
	}
	return nil
}

func (m *market) fillShelf(c *load.Conn) error {
	var after any
	for range shelfPages {
		var page struct {
			Products struct {
				Nodes []struct {
					Slug, Title string
					BestOffer   struct{ ID string }
					Seller      struct{ ID string }
				}
				PageInfo struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		if _, err := askInto(c, "", request(shelfQuery, map[string]any{"after": after}), &page); err != nil {
			return err
		}
		for _, n := range page.Products.Nodes {
			m.shelf = append(m.shelf, shelved{n.Slug, n.BestOffer.ID, n.Seller.ID})
			m.learn(n.Title)
		}
		if !page.Products.PageInfo.HasNextPage {
			break
		}
		after = page.Products.PageInfo.EndCursor
	}
	sellers := map[string]bool{}
	for _, s := range m.shelf {
		sellers[s.seller] = true
	}
	if len(sellers) < 3 {
		return fmt.Errorf("three sellers are needed, %d sell", len(sellers))
	}
	return nil
}

func (m *market) learn(title string) {
	for word := range strings.FieldsSeq(title) {
		word = strings.ToLower(strings.Trim(word, ".,-"))
		if len(word) >= 4 && len(m.words) < wordsMax && !slices.Contains(m.words, word) {
			m.words = append(m.words, word)
		}
	}
}

// basket is three offers of three sellers; another for each i.
func (m *market) basket(i int) [3]shelved {
	var b [3]shelved
	n := 0
	for at := i * 3; n < len(b); at++ {
		s := m.shelf[at%len(m.shelf)]
		if !slices.ContainsFunc(b[:n], func(o shelved) bool { return o.seller == s.seller }) {
			b[n] = s
			n++
		}
	}
	return b
}

// cart is one that waits for its checkout.
type cart struct{ id, token string }

const (
	cartQuery = `mutation Cart { cartCreate(input: {}) { cart { id } userErrors { code message } } }`
	fillQuery = `mutation Fill($cart: ID!, $a: ID!, $b: ID!, $c: ID!) {
		a: cartLineAdd(input: {cartId: $cart, offerId: $a}) { userErrors { code message } }
		b: cartLineAdd(input: {cartId: $cart, offerId: $b}) { userErrors { code message } }
		c: cartLineAdd(input: {cartId: $cart, offerId: $c}) { cart { itemCount } userErrors { code message } } }`
)

// filledCart makes a cart with something of three sellers in it.
func (m *market) filledCart(c *load.Conn, i int) (cart, error) {
	token := m.guests[i%len(m.guests)]
	id, err := newCart(c, token)
	if err != nil {
		return cart{}, err
	}
	b := m.basket(i)
	var filled struct {
		A, B, C struct {
			Cart       struct{ ItemCount int }
			UserErrors userErrors
		}
	}
	_, err = askInto(c, token, request(fillQuery, map[string]any{"cart": id, "a": b[0].offer, "b": b[1].offer, "c": b[2].offer}), &filled)
	if err != nil {
		return cart{}, err
	}
	for _, added := range []userErrors{filled.A.UserErrors, filled.B.UserErrors, filled.C.UserErrors} {
		if err := added.err(); err != nil {
			return cart{}, err
		}
	}
	if filled.C.Cart.ItemCount != len(b) {
		return cart{}, fmt.Errorf("%d pieces are in the cart", filled.C.Cart.ItemCount)
	}
	return cart{id, token}, nil
}

func newCart(c *load.Conn, token string) (string, error) {
	var made struct {
		CartCreate struct {
			Cart       struct{ ID string }
			UserErrors userErrors
		}
	}
	if _, err := askInto(c, token, request(cartQuery, nil), &made); err != nil {
		return "", err
	}
	return made.CartCreate.Cart.ID, made.CartCreate.UserErrors.err()
}

const checkoutQuery = `mutation Checkout($input: CheckoutCompleteInput!) { checkoutComplete(input: $input) {
	order { id number status total { amount currencyCode } payment { status clientSecret }
		sellerOrders { id total { amount } lines { title quantity total { amount } } } }
	userErrors { code message } } }`

// placed is an order that waits for its payment.
type placed struct{ id, clientSecret, token string }

// checkout completes a cart and checks the order.
func (m *market) checkout(c *load.Conn, k cart) (placed, int, error) {
	var done struct {
		CheckoutComplete struct {
			Order *struct {
				ID, Status   string
				Payment      struct{ Status, ClientSecret string }
				SellerOrders []struct{ Lines []struct{ Quantity int } }
			}
			UserErrors userErrors
		}
	}
	n, err := askInto(c, k.token, request(checkoutQuery, map[string]any{"input": map[string]any{
		"cartId": k.id, "email": "buyer@example.org", "idempotencyKey": "bench-" + k.id,
		"shippingAddress": map[string]any{"name": "Béatrice Load", "line1": "Hafenstraße 4", "postalCode": "20359", "city": "Hamburg", "country": "DE"},
	}}), &done)
	if err != nil {
		return placed{}, 0, err
	}
	o := done.CheckoutComplete.Order
	switch {
	case o == nil:
		return placed{}, n, fmt.Errorf("no order: %w", done.CheckoutComplete.UserErrors.err())
	case o.Status != "AWAITING_PAYMENT" || len(o.SellerOrders) != 3 || o.Payment.ClientSecret == "":
		return placed{}, n, fmt.Errorf("order %s is %s in %d parts, its payment %s", o.ID, o.Status, len(o.SellerOrders), o.Payment.Status)
	}
	return placed{o.ID, o.Payment.ClientSecret, k.token}, n, nil
}

// confirm pays an order at the simulator, as the buyer's browser does.
func (m *market) confirm(c *load.Conn, p placed) error {
	intent, _, _ := strings.Cut(p.clientSecret, "_secret_")
	form := url.Values{"client_secret": {p.clientSecret}, "payment_method": {"pm_card_visa"}, "return_url": {"http://127.0.0.1/"}}
	status, body, err := c.Do(load.Request{
		Method: http.MethodPost, Path: "/v1/payment_intents/" + intent + "/confirm", Body: []byte(form.Encode()),
		Header: "Content-Type: application/x-www-form-urlencoded\r\nAuthorization: Bearer " + m.publishableKey + "\r\n",
	})
	if err == nil && (status != http.StatusOK || !bytes.Contains(body, []byte(`"succeeded"`))) {
		err = fmt.Errorf("confirm: status %d: %.300s", status, body)
	}
	return err
}

const statusQuery = `query Status($id: ID!) { order(id: $id) { status sellerOrders { status } } }`

// isPaid asks whether an order is paid, with all of its parts.
func (m *market) isPaid(c *load.Conn, p placed) (bool, error) {
	var seen struct {
		Order struct {
			Status       string
			SellerOrders []struct{ Status string }
		}
	}
	if _, err := askInto(c, p.token, request(statusQuery, map[string]any{"id": p.id}), &seen); err != nil {
		return false, err
	}
	if seen.Order.Status != "PAID" {
		return false, nil
	}
	for _, part := range seen.Order.SellerOrders {
		if part.Status != "READY_TO_SHIP" {
			return false, fmt.Errorf("order %s is paid and a part of it %s", p.id, part.Status)
		}
	}
	return true, nil
}
