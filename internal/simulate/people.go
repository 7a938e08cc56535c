package simulate

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

const password = "a quiet harbour 47"

// crowd is everybody there is, as they themselves remember it. It outlives every
// crash.
type crowd struct {
	count     int // of names that must be unique
	operators []*person
	buyers    []*person
	sellers   []*stall
	sales     []*sale
	bought    int // orders that were placed
}

// person is somebody with an account.
type person struct {
	email   string // empty for a guest
	account identity.AccountID
	actor   actor.Actor
	hat     string
}

// stall is a seller with its owner and what it sells.
type stall struct {
	owner   *person
	id      seller.ID
	account string // acct_…
	goods   []*goods
}

// goods is an offer in one currency.
type goods struct {
	of       *stall
	offer    catalog.OfferID
	currency money.Currency
}

// sale is an order that was placed.
type sale struct {
	id     order.ID
	buyer  *person
	intent string
	secret string
	card   string
}

func (w *World) unique(what string) string {
	w.count++
	return fmt.Sprintf("%s-%d", what, w.count)
}

// populate makes operators, sellers and the first buyers.
func (w *World) populate(ctx context.Context) error {
	for range 2 {
		if err := w.hire(ctx); err != nil {
			return fmt.Errorf("operators: %w", err)
		}
	}
	for n := range w.plan.Setup.Sellers {
		if err := w.settleIn(ctx, n); err != nil {
			return fmt.Errorf("seller %d: %w", n, err)
		}
	}
	for range 3 {
		b, err := w.register(ctx, "buyer")
		if err != nil {
			return fmt.Errorf("buyers: %w", err)
		}
		w.buyers = append(w.buyers, b)
	}
	return nil
}

func (w *World) register(ctx context.Context, what string) (*person, error) {
	p := &person{email: w.unique(what) + "@example.org"}
	opened, err := w.app.Identity.Register(ctx, actor.Actor{}, identity.RegisterInput{Email: p.email, Name: what, Password: password})
	if err != nil {
		return nil, err
	}
	p.account = opened.Account.ID
	return p, w.wear(ctx, p, opened.Token)
}

func (w *World) hire(ctx context.Context) error {
	p := &person{email: w.unique("operator") + "@example.org", hat: seller.ActAsOperator}
	_, err := w.app.Identity.CreateOperator(ctx, identity.OperatorAdmin, identity.RegisterInput{Email: p.email, Name: "Olga", Password: password})
	if err != nil {
		return err
	}
	w.operators = append(w.operators, p)
	return w.signIn(ctx, p)
}

// signIn gives somebody a new session of the same hat.
func (w *World) signIn(ctx context.Context, p *person) error {
	opened, err := w.app.Identity.SignIn(ctx, actor.Actor{}, identity.SignInInput{Email: p.email, Password: password})
	if err != nil {
		return err
	}
	p.account = opened.Account.ID
	return w.wear(ctx, p, opened.Token)
}

func (w *World) wear(ctx context.Context, p *person, token identity.Token) (err error) {
	p.actor, err = w.app.Sellers.Actor(ctx, token, p.hat)
	return err
}

// signInAll has those sign in who would be disabled for staying away.
func (w *World) signInAll(ctx context.Context) error {
	for _, p := range w.operators {
		if err := w.signIn(ctx, p); err != nil {
			return err
		}
	}
	for _, s := range w.sellers {
		if err := w.signIn(ctx, s.owner); err != nil {
			return err
		}
	}
	return nil
}

// settleIn brings a new seller from its application to its first goods. Sellers
// come from countries that the platform can transfer to.
func (w *World) settleIn(ctx context.Context, n int) error {
	countries := map[string][]string{"DE": {"DE", "FR", "NL"}, "FR": {"FR", "IT", "DE"}, "GB": {"GB", "IE"}, "US": {"US"}, "JP": {"JP"}}[w.plan.Setup.Country]
	owner, err := w.register(ctx, "owner")
	if err != nil {
		return err
	}
	country := countries[n%len(countries)]
	applied, err := w.app.Sellers.Apply(ctx, owner.actor, seller.ApplyInput{Name: w.unique("Stall"), Country: country})
	if err != nil {
		return err
	}
	s := &stall{owner: owner, id: applied.ID}
	if _, err := w.app.Sellers.Approve(ctx, w.operators[0].actor, seller.DecideInput{SellerID: s.id}); err != nil {
		return err
	}
	owner.hat = string(s.id)
	if err := w.signIn(ctx, owner); err != nil {
		return err
	}
	for i := range 3 {
		for _, c := range w.plan.Setup.Currencies {
			if err := w.list(ctx, s, price(c, int64(n*7+i*13+3))); err != nil {
				return err
			}
		}
	}
	w.sellers = append(w.sellers, s)
	if err := w.settle(); err != nil {
		return err
	}
	return w.onboard(ctx, s, "")
}

// price is some price in a currency, from about one to three hundred units of
// the euro.
func price(c string, some int64) money.Amount {
	currency := money.Currency(c)
	minor := 150 + some*some*97%31_000
	switch currency.Decimals() {
	case 0:
		minor *= 2
	case 3:
		minor = minor * 3 / 10 * 10
	}
	if c == "HUF" {
		minor *= 150
	}
	return money.New(minor, currency)
}

func (w *World) list(ctx context.Context, s *stall, at money.Amount) error {
	active, stock := catalog.ProductActive, 100_000
	made, err := w.app.Inventory.CreateProduct(ctx, s.id, catalog.CreateInput{
		Title: w.unique("Goods"), Status: &active,
		Variants: []*catalog.VariantInput{{Offer: &catalog.OfferInput{
			Price: money.Input{Amount: at.Decimal(), CurrencyCode: at.Currency}, Quantity: &stock,
		}}},
	})
	if err != nil {
		return err
	}
	variants, err := w.app.Catalog.VariantsOf(ctx, []catalog.ProductID{made.ID})
	if err != nil {
		return err
	}
	variant := variants[made.ID][0].ID
	offers, err := w.app.Catalog.OffersOf(ctx, catalog.Viewer{Seller: s.id}, []catalog.VariantID{variant})
	if err != nil {
		return err
	}
	s.goods = append(s.goods, &goods{s, offers[variant][0].ID, at.Currency})
	return nil
}

// onboard fills in Stripe's form, with a bank account in each currency that arrives.
func (w *World) onboard(ctx context.Context, s *stall, bank string) error {
	account, err := w.app.Payouts.Account(ctx, s.id)
	if err != nil || account.ProviderID == nil {
		return err
	}
	s.account = *account.ProviderID
	currencies := w.plan.Setup.Currencies
	if w.plan.Setup.Converted {
		currencies = currencies[:1]
	}
	for _, code := range currencies {
		form := url.Values{"currency": {strings.ToLower(code)}}
		if bank != "" {
			form.Set("account_number", bank)
		}
		status, body, err := w.atStripe(ctx, "/_sim/accounts/"+s.account+"/onboard", form, "")
		if err == nil && status >= 300 {
			err = fmt.Errorf("onboarding: %d %s", status, body)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// ready lists the sellers whose payout accounts exist.
func (w *World) ready() []*stall {
	var list []*stall
	for _, s := range w.sellers {
		if s.account != "" {
			list = append(list, s)
		}
	}
	return list
}

func address() order.Address {
	return order.Address{Name: "Alice Buyer", Line1: "Hafenstraße 4", PostalCode: "20359", City: "Hamburg", Country: "DE"}
}

func lower(c money.Currency) string { return strings.ToLower(string(c)) }
