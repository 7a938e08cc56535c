package seller_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

func TestUpdate_changes_the_profile(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner, kiln := w.mill(t), w.other(t, "Kiln")
		name, about, mail := " Mühle ", "Flour.", "help@mill.example"
		s, err := w.sellers.Update(t.Context(), owner.now(t), seller.UpdateInput{Name: &name, Description: &about, SupportEmail: &mail})
		require.NoError(t, err)
		require.Equal(t, []string{"Mühle", "muhle", "mill", "Flour.", mail}, []string{s.Name, s.NameFolded, s.Slug, s.Description, s.SupportEmail})
		_, err = w.sellers.Update(t.Context(), owner.now(t), seller.UpdateInput{Name: &name})
		require.NoError(t, err)
		n := 0
		for _, e := range events(t, d) {
			if e == "seller.profile_changed" {
				n++
			}
		}
		require.Equal(t, 1, n, "nothing new is no news")
		for _, bad := range []string{"", "!", "a\x00b", "\xff\xff"} {
			_, err = w.sellers.Update(t.Context(), owner.now(t), seller.UpdateInput{Name: &bad})
			require.NotEmpty(t, fault.As(err), "%q", bad)
		}
		bad := "nobody"
		_, err = w.sellers.Update(t.Context(), owner.now(t), seller.UpdateInput{SupportEmail: &bad})
		require.ErrorIs(t, err, identity.ErrEmailInvalid)
		_, err = w.sellers.Update(t.Context(), kiln.now(t), seller.UpdateInput{SellerID: &owner.seller, Name: &name})
		require.ErrorIs(t, err, seller.ErrNotFound)
		_, err = w.sellers.Update(t.Context(), w.operator(t), seller.UpdateInput{Name: &name})
		require.ErrorIs(t, err, seller.ErrSellerRequired)
	})
}

func TestUpdateLegal(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(d)
		owner := w.mill(t)
		in := seller.LegalInput{LegalName: "Mill GmbH", Line1: "Road 1", City: "Hamburg", Country: "de", TaxID: "DE1"}
		l, err := w.sellers.UpdateLegal(t.Context(), owner.now(t), in)
		require.NoError(t, err)
		require.EqualValues(t, 1, l.Version)
		_, err = w.sellers.UpdateLegal(t.Context(), owner.now(t), in)
		require.ErrorIs(t, err, seller.ErrLegalVersion)
		in.Version = 1
		l, err = w.sellers.UpdateLegal(t.Context(), owner.now(t), in)
		require.NoError(t, err)
		require.EqualValues(t, 1, l.Version, "nothing new")
		by := owner.now(t)
		in.City = "Bremen"
		errs := atOnce(6, func(int) error {
			_, err := w.sellers.UpdateLegal(t.Context(), by, in)
			return err
		})
		require.Equal(t, 1, succeeded(errs), "%v", errs)
		_, err = w.sellers.UpdateLegal(t.Context(), by, seller.LegalInput{Country: "XX", Version: 2})
		require.Len(t, fault.As(err), 4, "%v", err)
		found, err := w.sellers.LegalByIDs(t.Context(), []seller.ID{owner.seller})
		require.NoError(t, err)
		require.Equal(t, "Bremen", found[owner.seller][0].City)
		_, err = w.sellers.UpdateLegal(t.Context(), w.other(t, "Kiln").now(t), seller.LegalInput{SellerID: &owner.seller})
		require.ErrorIs(t, err, seller.ErrNotFound)
		var payloads []string
		require.NoError(t, d.Read(t.Context()).NewRaw(`SELECT payload FROM outbox WHERE name = 'seller.legal_changed'`).Scan(t.Context(), &payloads))
		require.Len(t, payloads, 2)
		for _, p := range payloads {
			require.NotContains(t, p, "Hamburg")
			require.NotContains(t, p, "DE1")
		}
	})
}
