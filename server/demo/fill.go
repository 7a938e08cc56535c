package demo

import (
	"context"
	"errors"
	"fmt"

	"github.com/brianvoe/gofakeit/v7"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/server"
)

// Password signs in everybody that this package makes.
const Password = "a quiet harbour 47"

// ErrFilled is returned when the database holds such sellers already.
var ErrFilled = errors.New("this database has been filled before")

// Size says how much to make.
type Size struct {
	Sellers  int
	Products int
	Seed     uint64 // another seed makes other goods
}

// Filled says what was made.
type Filled struct {
	Sellers  int `json:"sellers"`
	Products int `json:"products"`
	Offers   int `json:"offers"`
}

// Fill makes sellers with products, offers and stock. Sellers are approved; the
// jobs that follow are left to the workers. progress, when not nil, is told how
// many products of how many are made.
func Fill(ctx context.Context, a *server.App, size Size, progress func(done, total int)) (*Filled, error) {
	fake := gofakeit.New(size.Seed + 1) // 0 would be random
	var filled Filled
	sellers := make([]seller.ID, 0, size.Sellers)
	for i := range size.Sellers {
		of, err := NewSeller(ctx, a, SellerDraft{
			Name: fake.Company(), Email: fmt.Sprintf("seller-%03d@seed.example", i+1), Owner: fake.Name(), Country: "DE",
		})
		if errors.Is(err, identity.ErrEmailTaken) {
			return nil, ErrFilled
		}
		if err != nil {
			return nil, err
		}
		sellers = append(sellers, of.ID)
		filled.Sellers++
	}
	for i := range size.Products {
		in := product(fake, money.Currency(a.Config.Currency))
		if _, err := a.Inventory.CreateProduct(ctx, sellers[i%len(sellers)], in); err != nil {
			return nil, fmt.Errorf("product %d, %q: %w", i+1, in.Title, err)
		}
		filled.Products++
		filled.Offers += len(in.Variants)
		if progress != nil {
			progress(i+1, size.Products)
		}
	}
	return &filled, nil
}

// SellerDraft is a seller to be made, with its owner.
type SellerDraft struct {
	Name, Email, Owner, Country string
}

// NewSeller registers the owner, applies and approves.
func NewSeller(ctx context.Context, a *server.App, d SellerDraft) (*seller.Seller, error) {
	owner, err := a.Identity.Register(ctx, actor.Actor{}, identity.RegisterInput{Email: d.Email, Name: d.Owner, Password: Password})
	if err != nil {
		return nil, fmt.Errorf("register %s: %w", d.Email, err)
	}
	by := actor.Actor{AccountID: string(owner.Account.ID), SessionID: string(owner.Session.ID), Role: actor.Buyer}
	currency := money.Currency(a.Config.Currency)
	applied, err := a.Sellers.Apply(ctx, by, seller.ApplyInput{Name: d.Name, Country: d.Country, Currency: &currency})
	if err != nil {
		return nil, fmt.Errorf("apply as %s: %w", d.Name, err)
	}
	return a.Sellers.Approve(ctx, actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: applied.ID})
}

// product makes up a product of one to three sizes.
func product(fake *gofakeit.Faker, currency money.Currency) catalog.CreateInput {
	sizes := []string{"Small", "Medium", "Large"}[:fake.Number(1, 3)]
	active := catalog.ProductActive
	description := "<p>" + fake.ProductDescription() + "</p>"
	brand, kind := fake.Company(), fake.ProductCategory()
	in := catalog.CreateInput{
		Title: fake.ProductName(), Description: &description, Brand: &brand, ProductType: &kind,
		Tags: []string{fake.ProductMaterial(), fake.Color()}, OptionNames: []string{"Size"}, Status: &active,
	}
	price := int64(fake.Number(200, 15_000))
	for i, size := range sizes {
		quantity := fake.Number(0, 200)
		amount := money.New(price+int64(i)*price/4, currency)
		in.Variants = append(in.Variants, &catalog.VariantInput{
			OptionValues: []string{size},
			Offer: &catalog.OfferInput{
				Price: money.Input{Amount: amount.Decimal(), CurrencyCode: currency}, Quantity: &quantity,
			},
		})
	}
	return in
}
