package catalog_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

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

// suspend and reinstate are an operator's decisions.
func suspend(t testing.TB, d *db.DB, id seller.ID) {
	t.Helper()
	sellers := seller.New(d, identity.New(d, identity.Options{}), authz.Grants())
	_, err := sellers.Suspend(t.Context(), actor.Actor{Role: actor.System}, seller.RefuseInput{SellerID: id, Reason: "counterfeits"})
	require.NoError(t, err)
}

func reinstate(t testing.TB, d *db.DB, id seller.ID) {
	t.Helper()
	sellers := seller.New(d, identity.New(d, identity.Options{}), authz.Grants())
	_, err := sellers.Reinstate(t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: id})
	require.NoError(t, err)
}

func addOffer(t testing.TB, d *db.DB, owner seller.ID, id catalog.VariantID, price string) *catalog.Offer {
	t.Helper()
	var o *catalog.Offer
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
		o, err = catalog.CreateOfferTx(ctx, tx, owner, catalog.OfferCreateInput{VariantID: id, Offer: &catalog.OfferInput{Price: eur(price)}})
		return err
	}))
	return o
}
