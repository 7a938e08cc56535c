package demo

import (
	"context"
	"errors"
	"fmt"

	"github.com/brianvoe/gofakeit/v7"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
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
	// Variants is how many variants each product has; 0: one to three.
	Variants int
	// Stock is how many there are of each variant; 0: up to 200, and some are
	// sold out.
	Stock int
	// Images gives each product the address of a picture that does not exist.
	Images bool
	// Widest is how many variants one further product has; 0: there is none.
	Widest int
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
	making := &making{app: a, size: size, fake: fake, sellers: sellers, filled: &filled}
	settle, err := a.DB.GatherWords(ctx, "listings")
	if err != nil {
		return nil, err
	}
	err = errors.Join(making.products(ctx, progress), settle(context.WithoutCancel(ctx)))
	if err != nil {
		return nil, err
	}
	return &filled, size.widest(ctx, a, fake, sellers, &filled)
}

// making is what products are made from, and how many are.
type making struct {
	app     *server.App
	size    Size
	fake    *gofakeit.Faker
	sellers []seller.ID
	filled  *Filled
}

// products makes all products but the widest.
func (m *making) products(ctx context.Context, progress func(done, total int)) error {
	for m.filled.Products < m.size.Products {
		// Made before the unit, whose body may run again.
		batch := make([]catalog.Draft, min(batchMax, m.size.Products-m.filled.Products))
		for i := range batch { // sellers take turns
			batch[i] = catalog.Draft{
				Owner: m.sellers[(m.filled.Products+i)%len(m.sellers)],
				Input: m.size.product(m.fake, money.Currency(m.app.Config.Currency)),
			}
			m.filled.Offers += len(batch[i].Input.Variants)
		}
		err := m.app.DB.Write(ctx, func(ctx context.Context, tx db.Tx) error { return inventory.CreateProductsTx(ctx, tx, batch) })
		if err != nil {
			return fmt.Errorf("products after %d: %w", m.filled.Products, err)
		}
		m.filled.Products += len(batch)
		if progress != nil {
			progress(m.filled.Products, m.size.Products)
		}
	}
	return nil
}

// batchMax is how many products are made in one unit, and written together.
const batchMax = 250

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

// product makes up a product of some sizes.
func (size Size) product(fake *gofakeit.Faker, currency money.Currency) catalog.CreateInput {
	variants := size.Variants
	if variants == 0 {
		variants = fake.Number(1, 3)
	}
	active := catalog.ProductActive
	description := "<p>" + fake.ProductDescription() + "</p>"
	brand, kind := fake.Company(), fake.ProductCategory()
	in := catalog.CreateInput{
		Title: fake.ProductName(), Description: &description, Brand: &brand, ProductType: &kind,
		Tags: []string{fake.ProductMaterial(), fake.Color()}, OptionNames: []string{"Size"}, Status: &active,
	}
	if size.Images {
		in.Images = []*catalog.ImageInput{{URL: "https://images.example/" + fake.UUID() + ".webp", Alt: &in.Title}}
	}
	price := int64(fake.Number(200, 15_000))
	for i := range variants {
		quantity := size.Stock
		if quantity == 0 {
			quantity = fake.Number(0, 200)
		}
		amount := money.New(price+int64(i)*price/4, currency)
		in.Variants = append(in.Variants, &catalog.VariantInput{
			OptionValues: []string{sizeName(i)},
			Offer: &catalog.OfferInput{
				Price: money.Input{Amount: amount.Decimal(), CurrencyCode: currency}, Quantity: &quantity,
			},
		})
	}
	return in
}

// sizeName is the name of the nth size, from 0.
func sizeName(n int) string {
	if names := []string{"Small", "Medium", "Large"}; n < len(names) {
		return names[n]
	}
	return fmt.Sprintf("Size %d", n+1)
}
