package inventory_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

func eur(amount string) money.Input { return money.Input{Amount: amount, CurrencyCode: "EUR"} }

// newSeller is a business that applied and was approved.
func newSeller(t testing.TB, d *db.DB, name string) seller.ID {
	t.Helper()
	people := identity.New(d, identity.Options{HashMemoryKiB: 64})
	sellers := seller.New(d, people, authz.Grants())
	opened, err := people.Register(t.Context(), actor.Actor{}, identity.RegisterInput{
		Email: name + "@example.org", Name: name, Password: "a quiet harbour 47",
	})
	require.NoError(t, err)
	by, err := sellers.Actor(t.Context(), opened.Token, "")
	require.NoError(t, err)
	applied, err := sellers.Apply(t.Context(), by, seller.ApplyInput{Name: name, Country: "FR"})
	require.NoError(t, err)
	_, err = sellers.Approve(t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: applied.ID})
	require.NoError(t, err)
	return applied.ID
}

// acting is a member of a seller, with an account of their own.
func acting(owner seller.ID) actor.Actor {
	return actor.Actor{Role: "seller:manager", SellerID: string(owner), AccountID: "acc_of_" + string(owner)}
}

// bowl is a product with a variant and an offer for each quantity.
func bowl(quantities ...int) catalog.CreateInput {
	status := catalog.ProductActive
	in := catalog.CreateInput{Title: "Bowl", Status: &status, OptionNames: []string{"Size"}}
	for i, n := range quantities {
		in.Variants = append(in.Variants, &catalog.VariantInput{
			OptionValues: []string{fmt.Sprint(i)}, Offer: &catalog.OfferInput{Price: eur("10.00"), Quantity: &n},
		})
	}
	return in
}

// stocked is a seller with a listed product and its offers with their stock.
func stocked(t testing.TB, d *db.DB, quantities ...int) (seller.ID, catalog.ProductID, []catalog.OfferID) {
	t.Helper()
	owner := newSeller(t, d, "Mill")
	p, err := inventory.New(d).CreateProduct(t.Context(), owner, bowl(quantities...))
	require.NoError(t, err)
	variants, offers, err := catalog.OwnVariants(t.Context(), d.Read(t.Context()), owner, p.ID)
	require.NoError(t, err)
	ids := make([]catalog.OfferID, len(variants))
	for i, v := range variants {
		ids[i] = offers[v.ID][0].ID
	}
	return owner, p.ID, ids
}
