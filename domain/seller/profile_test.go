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
