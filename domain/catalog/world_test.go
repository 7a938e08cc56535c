package catalog_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/seller"
)

func newSeller(t testing.TB, d *db.DB, name string) seller.ID {
	t.Helper()
	id := seller.NewID()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("INSERT INTO sellers (id, name, status) VALUES (?, ?, 'APPROVED')", id, name).Exec(ctx)
		return err
	}))
	return id
}

func setStatus(t testing.TB, d *db.DB, id seller.ID, status string) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
		_, err := tx.NewRaw("UPDATE sellers SET status = ? WHERE id = ?", status, id).Exec(ctx)
		return err
	}))
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
