package demo

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
)

// Stripe does by hand what people do in a browser at the Stripe simulator: it
// posts a form to an address below it, with a key when there is one.
type Stripe func(ctx context.Context, path, key string, form url.Values) error

// Person is somebody who can sign in with Password.
type Person struct{ Email, Role string }

// People lists everybody whom Market makes.
func People() []Person {
	people := []Person{{operatorEmail, "operator, may do everything"}, {secondEmail, "operator, approves what Olga proposes"}, {buyerEmail, "buyer, with two paid orders"}}
	for _, s := range stalls() {
		people = append(people, Person{s.draft.Email, "owner of the seller " + s.draft.Name})
	}
	return people
}

// Sandbox is the same for the page that shows it.
func Sandbox() server.Sandbox {
	s := server.Sandbox{Password: Password}
	for _, p := range People() {
		s.People = append(s.People, server.SandboxPerson(p))
	}
	return s
}

const (
	operatorEmail = "olga@etal.example"
	secondEmail   = "otto@etal.example"
	buyerEmail    = "alice@etal.example"
)

// stall is a seller with what it sells.
type stall struct {
	draft SellerDraft
	goods []goods
}

// goods is a product with one variant per value of its option.
type goods struct {
	title, kind, option, description string
	variants                         []variant
}

type variant struct {
	value, price string
	stock        int
}

func stalls() []stall {
	return []stall{
		{SellerDraft{"Mühle am Deich", "mia@muehle.example", "Mia Deichgraf", "DE"}, []goods{
			{"East Frisian tea", "Tea", "Weight", "Strong, malty leaves, packed by hand.", []variant{{"100 g", "6.90", 80}, {"250 g", "14.50", 40}}},
			{"Rye flour", "Flour", "Weight", "Stone-ground from one field.", []variant{{"1 kg", "3.80", 120}, {"5 kg", "16.00", 25}}},
			{"Rolled oats", "Cereal", "Weight", "From the neighbour's harvest.", []variant{{"500 g", "2.60", 200}}},
		}},
		{SellerDraft{"Atelier Argile", "camille@argile.example", "Camille Roux", "FR"}, []goods{
			{"Tea bowl", "Pottery", "Glaze", "Thrown by hand, no two alike.", []variant{{"Sea blue", "32.00", 6}, {"Ash white", "30.00", 4}}},
			{"Teapot", "Pottery", "Glaze", "Holds 0.8 l and does not drip.", []variant{{"Sea blue", "89.00", 2}}},
			{"Butter dish", "Pottery", "Glaze", "With a lid that keeps the cat out.", []variant{{"Ash white", "41.50", 0}}},
		}},
		{SellerDraft{"Wollwerk", "jon@wollwerk.example", "Jon Petersen", "DE"}, []goods{
			{"Fisherman's jumper", "Clothing", "Size", "Undyed wool, knitted dense.", []variant{{"S", "149.00", 3}, {"M", "149.00", 5}, {"L", "149.00", 1}}},
			{"Wool socks", "Clothing", "Size", "For boots and for evenings.", []variant{{"38–41", "18.00", 30}, {"42–45", "18.00", 24}}},
		}},
	}
}

// Market makes a small marketplace with three sellers, a buyer with two orders
// and two operators, so that four eyes can be tried. The Stripe simulator must be running. It does nothing when
// it has been done before; whom an interrupted run has not made is made now.
func Market(ctx context.Context, a *server.App, stripe Stripe) error {
	offers, err := makeSellers(ctx, a, stripe)
	if err != nil {
		return err
	}
	alice, err := a.Identity.Register(ctx, actor.Actor{}, identity.RegisterInput{Email: buyerEmail, Name: "Alice Buyer", Password: Password})
	if err == nil {
		err = buy(ctx, a, alice.Account.ID, offers, stripe)
	}
	if err != nil && !errors.Is(err, identity.ErrEmailTaken) {
		return fmt.Errorf("the buyer: %w", err)
	}
	for _, o := range []identity.RegisterInput{
		{Email: operatorEmail, Name: "Olga Operator", Password: Password}, {Email: secondEmail, Name: "Otto Operator", Password: Password},
	} {
		_, err = a.Identity.CreateOperator(ctx, identity.OperatorAdmin, o)
		if err != nil && !errors.Is(err, identity.ErrEmailTaken) {
			return fmt.Errorf("the operator %s: %w", o.Name, err)
		}
	}
	return nil
}

// makeSellers makes the sellers that do not exist, takes them through Stripe's
// form, and returns an offer of each product by its title.
func makeSellers(ctx context.Context, a *server.App, stripe Stripe) (map[string]catalog.OfferID, error) {
	offers := map[string]catalog.OfferID{}
	var fresh []seller.ID
	for _, s := range stalls() {
		of, err := NewSeller(ctx, a, s.draft)
		if errors.Is(err, identity.ErrEmailTaken) {
			continue
		}
		if err != nil {
			return nil, err
		}
		fresh = append(fresh, of.ID)
		for _, g := range s.goods {
			p, err := a.Inventory.CreateProduct(ctx, of.ID, g.command(money.Currency(a.Config.Currency)))
			if err != nil {
				return nil, fmt.Errorf("list %s: %w", g.title, err)
			}
			if offers[g.title], err = firstOffer(ctx, a, p); err != nil {
				return nil, err
			}
		}
	}
	return offers, onboard(ctx, a, fresh, stripe)
}

// onboard lets the payout accounts be opened and fills in their forms.
func onboard(ctx context.Context, a *server.App, sellers []seller.ID, stripe Stripe) error {
	if _, err := a.DB.Drain(ctx, a.Jobs(), a.DB.Clock().Now()); err != nil {
		return err
	}
	for _, id := range sellers {
		account, err := a.Payouts.Account(ctx, id)
		if err != nil {
			return fmt.Errorf("payout account of %s: %w", id, err)
		}
		if account.ProviderID == nil {
			continue // the simulator did not answer: the sweep opens it later
		}
		if err := stripe(ctx, "/_sim/accounts/"+*account.ProviderID+"/onboard", "", url.Values{"currency": {strings.ToLower(a.Config.Currency)}}); err != nil {
			return err
		}
	}
	return nil
}

func (g goods) command(currency money.Currency) catalog.CreateInput {
	active, description := catalog.ProductActive, "<p>"+g.description+"</p>"
	in := catalog.CreateInput{
		Title: g.title, Description: &description, ProductType: &g.kind, OptionNames: []string{g.option}, Status: &active,
	}
	for _, v := range g.variants {
		sku := g.sku(v)
		in.Variants = append(in.Variants, &catalog.VariantInput{OptionValues: []string{v.value}, Offer: &catalog.OfferInput{
			Price: money.Input{Amount: v.price, CurrencyCode: currency}, Quantity: &v.stock, SKU: &sku,
		}})
	}
	return in
}

// sku is the first letters of the title and the value: EFT-100G is 100 g of East Frisian tea.
func (g goods) sku(of variant) string {
	var initials strings.Builder
	for word := range strings.FieldsSeq(g.title) {
		initials.WriteString(word[:1])
	}
	return strings.ToUpper(initials.String() + "-" + strings.NewReplacer(" ", "", "–", "-").Replace(of.value))
}

// buy makes two paid orders: one of two sellers and one of a single one.
func buy(
	ctx context.Context, a *server.App, buyer identity.AccountID, offers map[string]catalog.OfferID, stripe Stripe,
) error {
	for i, titles := range [][]string{{"East Frisian tea", "Tea bowl"}, {"Wool socks"}} {
		c, err := a.Carts.Create(ctx, buyer, cart.CreateInput{})
		if err != nil {
			return err
		}
		for _, title := range titles {
			offer, ok := offers[title]
			if !ok {
				return nil // an earlier run made the sellers and was interrupted
			}
			if _, err := a.Carts.AddLine(ctx, buyer, cart.LineAddInput{CartID: c.ID, OfferID: offer, Quantity: 1}); err != nil {
				return fmt.Errorf("put %s into the cart: %w", title, err)
			}
		}
		placed, err := a.Checkout.Complete(ctx, buyer, checkout.CompleteInput{
			CartID: c.ID, IdempotencyKey: fmt.Sprintf("demo-%d", i),
			ShippingAddress: order.Address{Name: "Alice Buyer", Line1: "Hafenstraße 4", PostalCode: "20359", City: "Hamburg", Country: "DE"},
		})
		if err != nil {
			return fmt.Errorf("complete the cart: %w", err)
		}
		if err := pay(ctx, a, placed.ID, stripe); err != nil {
			return err
		}
	}
	return nil
}

// pay confirms the payment as the buyer's browser would. Without an intent the
// order is left to expire.
func pay(ctx context.Context, a *server.App, id order.ID, stripe Stripe) error {
	p, err := a.Payments.ByOrder(ctx, id)
	if err != nil || p.IntentID == nil {
		return err
	}
	return stripe(ctx, "/v1/payment_intents/"+*p.IntentID+"/confirm", a.Config.StripePublishableKey, url.Values{
		"client_secret": {string(p.ClientSecret)}, "payment_method": {"pm_card_visa"}, "return_url": {a.Config.BaseURL + "/"},
	})
}

// firstOffer returns the offer of the first variant of a product.
func firstOffer(ctx context.Context, a *server.App, p *catalog.Product) (catalog.OfferID, error) {
	variants, err := a.Catalog.VariantsOf(ctx, []catalog.ProductID{p.ID})
	if err != nil {
		return "", err
	}
	first := variants[p.ID][0].ID
	offers, err := a.Catalog.OffersOf(ctx, catalog.Viewer{All: true}, []catalog.VariantID{first})
	if err != nil {
		return "", err
	}
	return offers[first][0].ID, nil
}
