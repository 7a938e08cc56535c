package testkit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payment"
)

// Product is a product of one variant with one offer.
type Product struct {
	ID      catalog.ProductID
	Variant catalog.VariantID
	Offer   catalog.OfferID

	currency money.Currency
}

// Wish is a quantity of an offer.
type Wish struct {
	Offer    catalog.OfferID
	Quantity int64

	currency money.Currency // of the price; empty: the world's
}

// Times is so many of the product.
func (p *Product) Times(quantity int64) Wish {
	return Wish{Offer: p.Offer, Quantity: quantity, currency: p.currency}
}

// Product lists a product in the world's currency, at a decimal price, with a
// stock.
func (s *Seller) Product(title, price string, stock int) *Product {
	s.w.t.Helper()
	return s.lists(title, s.in(price), stock, catalog.ProductActive)
}

// ProductIn is Product in any currency of the world.
func (s *Seller) ProductIn(title string, price money.Amount, stock int) *Product {
	s.w.t.Helper()
	return s.lists(title, money.Input{Amount: price.Decimal(), CurrencyCode: price.Currency}, stock, catalog.ProductActive)
}

// in is a decimal price in the world's currency.
func (s *Seller) in(price string) money.Input {
	return money.Input{Amount: price, CurrencyCode: money.Currency(s.w.App.Config.Currency)}
}

// Draft is Product without publishing it.
func (s *Seller) Draft(title, price string, stock int) *Product {
	s.w.t.Helper()
	return s.lists(title, s.in(price), stock, catalog.ProductDraft)
}

func (s *Seller) lists(title string, price money.Input, stock int, status catalog.ProductStatus) *Product {
	s.w.t.Helper()
	made, err := s.w.App.Inventory.CreateProduct(s.w.t.Context(), s.ID, catalog.CreateInput{
		Title: title, Status: &status,
		Variants: []*catalog.VariantInput{{Offer: &catalog.OfferInput{
			Price: price, Quantity: &stock,
		}}},
	})
	require.NoError(s.w.t, err)
	variants, err := s.w.App.Catalog.VariantsOf(s.w.t.Context(), []catalog.ProductID{made.ID})
	require.NoError(s.w.t, err)
	variant := variants[made.ID][0].ID
	offers, err := s.w.App.Catalog.OffersOf(s.w.t.Context(), catalog.Viewer{Seller: s.ID}, []catalog.VariantID{variant})
	require.NoError(s.w.t, err)
	return &Product{ID: made.ID, Variant: variant, Offer: offers[variant][0].ID, currency: price.CurrencyCode}
}

// Cart fills a new cart, in the currency of the first wish.
func (p *Person) Cart(wishes ...Wish) *cart.Cart {
	p.w.t.Helper()
	ctx := p.w.t.Context()
	var in cart.CreateInput
	if len(wishes) > 0 && wishes[0].currency != "" {
		in.Currency = &wishes[0].currency
	}
	c, err := p.w.App.Carts.Create(ctx, p.Account, in)
	require.NoError(p.w.t, err)
	for _, wish := range wishes {
		c, err = p.w.App.Carts.AddLine(ctx, p.Account, cart.LineAddInput{CartID: c.ID, OfferID: wish.Offer, Quantity: wish.Quantity})
		require.NoError(p.w.t, err)
	}
	return c
}

// Address is where the person lives.
func (p *Person) Address() order.Address {
	return order.Address{Name: p.Name, Line1: "Hafenstraße 4", PostalCode: "20359", City: "Hamburg", Country: "DE"}
}

// Complete sends checkoutComplete for a cart with a key, and returns what it
// says.
func (p *Person) Complete(c *cart.Cart, key string) (*order.Order, error) {
	p.w.t.Helper()
	email := p.Email
	if email == "" {
		email = "guest@example.org"
	}
	return p.w.App.Checkout.Complete(p.w.t.Context(), p.Account, checkout.CompleteInput{
		CartID: c.ID, Email: &email, ShippingAddress: p.Address(), IdempotencyKey: key,
	})
}

// Orders completes a cart of the wishes; the order waits for its payment.
func (p *Person) Orders(wishes ...Wish) *Placed {
	p.w.t.Helper()
	p.w.count++
	placed, err := p.Complete(p.Cart(wishes...), fmt.Sprintf("key-%d", p.w.count))
	require.NoError(p.w.t, err)
	return &Placed{placed, p.w.Payment(placed.ID)}
}

// Placed is an order with the payment that it waits for.
type Placed struct {
	Order   *order.Order
	Payment *payment.Payment
}

// Payment returns the payment of an order as it stands.
func (w *World) Payment(id order.ID) *payment.Payment {
	w.t.Helper()
	p, err := w.App.Payments.ByOrder(w.t.Context(), id)
	require.NoError(w.t, err)
	return p
}

// Pays confirms the payment at Stripe with a card that works.
func (p *Person) Pays(of *payment.Payment) {
	p.w.t.Helper()
	status, body := p.PaysWith(of, "pm_card_visa")
	require.Equal(p.w.t, http.StatusOK, status, body)
}

// PaysWith confirms the payment at Stripe with one of its test payment methods,
// as the buyer's browser does, and returns Stripe's answer.
func (p *Person) PaysWith(of *payment.Payment, method string) (status int, body string) {
	p.w.t.Helper()
	require.NotNil(p.w.t, of.IntentID, "the payment has no intent")
	return p.w.tryStripe("/v1/payment_intents/"+*of.IntentID+"/confirm", p.w.App.Config.StripePublishableKey, url.Values{
		"client_secret":  {string(of.ClientSecret)},
		"payment_method": {method},
		"return_url":     {p.w.URL + "/"},
	})
}

// PaysByDebit confirms the payment at Stripe with a debit of a bank account, as the
// buyer's browser does, and returns Stripe's answer.
func (p *Person) PaysByDebit(of *payment.Payment, iban string) (status int, body string) {
	p.w.t.Helper()
	require.NotNil(p.w.t, of.IntentID, "the payment has no intent")
	return p.w.tryStripe("/v1/payment_intents/"+*of.IntentID+"/confirm", p.w.App.Config.StripePublishableKey, url.Values{
		"client_secret":                               {string(of.ClientSecret)},
		"payment_method_data[type]":                   {"sepa_debit"},
		"payment_method_data[sepa_debit][iban]":       {iban},
		"payment_method_data[billing_details][name]":  {"Alice"},
		"payment_method_data[billing_details][email]": {"alice@example.com"},
		"mandate_data[customer_acceptance][type]":     {"online"},
		"return_url": {p.w.URL + "/"},
		"mandate_data[customer_acceptance][online][infer_from_client]": {"true"},
	})
}

// Buys orders and pays, and lets everything happen that follows.
func (p *Person) Buys(wishes ...Wish) *order.Order {
	p.w.t.Helper()
	done := p.Orders(wishes...)
	p.Pays(done.Payment)
	p.w.Settle()
	return p.Order(done.Order.ID)
}

// Order returns an order of the person as it stands.
func (p *Person) Order(id order.ID) *order.Order {
	p.w.t.Helper()
	o, err := p.w.App.Orders.Get(p.w.t.Context(), p.Actor, id)
	require.NoError(p.w.t, err)
	return o
}

// Ships sends the seller's part of an order and lets everything happen that
// follows.
func (s *Seller) Ships(o *order.Order) {
	s.w.t.Helper()
	for _, part := range o.SellerOrders {
		if part.SellerID == s.ID {
			_, err := s.w.App.Orders.Ship(s.w.t.Context(), s.Actor, order.ShipInput{SellerOrderID: part.ID})
			require.NoError(s.w.t, err)
		}
	}
	s.w.Settle()
}

// Answer is what the API has answered.
type Answer struct {
	Status int
	Data   map[string]any
	Errors []map[string]any
}

// Asks sends a GraphQL operation over HTTP. A nil person is a stranger.
func (w *World) Asks(p *Person, query string, variables map[string]any) Answer {
	w.t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	require.NoError(w.t, err)
	r, err := http.NewRequestWithContext(w.t.Context(), http.MethodPost, w.URL+"/graphql", bytes.NewReader(body))
	require.NoError(w.t, err)
	r.Header.Set("Content-Type", "application/json")
	if p != nil {
		r.Header.Set("Authorization", "Bearer "+string(p.Token))
		if p.ActAs != "" {
			r.Header.Set("Etal-Act-As", p.ActAs)
		}
	}
	status, text := w.send(r)
	answer := Answer{Status: status}
	require.NoError(w.t, json.Unmarshal([]byte(text), &answer), text)
	return answer
}

func (w *World) send(r *http.Request) (status int, body string) {
	w.t.Helper()
	resp, err := http.DefaultClient.Do(r)
	require.NoError(w.t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(w.t, err)
	return resp.StatusCode, string(text)
}
