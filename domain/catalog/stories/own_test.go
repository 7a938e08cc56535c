package stories_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/internal/testkit"
)

// A seller finds their own products by the beginnings of words, in every status, and
// nothing of anybody else's.
func TestFindOwn_by_words_of_the_title(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		mill.Product("Green Tea of Assam", "9.00", 10)
		mill.Draft("Tea Café", "9.00", 10)
		mill.Product("Steamer", "9.00", 10)
		kiln.Product("Tea bowl", "9.00", 10)
		w.Settle()
		find := func(by *testkit.Person, f catalog.OwnFilter) (titles []string) {
			c, err := w.App.Catalog.FindOwn(t.Context(), by.Actor, f, page.First(10))
			require.NoError(t, err)
			for _, p := range c.Nodes {
				titles = append(titles, p.Title)
			}
			return titles
		}
		words := func(text string) catalog.OwnFilter { return catalog.OwnFilter{Search: &text} }
		require.Equal(t, []string{"Tea Café", "Green Tea of Assam"}, find(mill.Person, words("tea")))
		require.Equal(t, []string{"Green Tea of Assam"}, find(mill.Person, words("ASS gre")))
		require.Equal(t, []string{"Tea Café"}, find(mill.Person, words("cafe")))
		require.Empty(t, find(mill.Person, words("bowl")), "another seller's")
		require.Empty(t, find(mill.Person, words("%%")), "no wildcard")
		require.Len(t, find(mill.Person, catalog.OwnFilter{}), 3)
		draft := catalog.ProductDraft
		both := words("tea")
		both.Status = &draft
		require.Equal(t, []string{"Tea Café"}, find(mill.Person, both))
		require.Equal(t, []string{"Tea bowl"}, find(w.Operator(), catalog.OwnFilter{SellerID: &kiln.ID, Search: both.Search}))

		short := words("t")
		_, err := w.App.Catalog.FindOwn(t.Context(), mill.Actor, short, page.First(10))
		require.ErrorIs(t, err, search.ErrShort)
	})
}
