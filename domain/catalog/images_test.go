package catalog_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/seller"
)

// pictures sends images for a seller.
func pictures(t *testing.T, d *db.DB, owner seller.ID, count int) []*catalog.ImageInput {
	t.Helper()
	files, by := file.New(d, "http://127.0.0.1:8080"), actor.Actor{SellerID: string(owner)}
	sent := make([]*catalog.ImageInput, count)
	for i := range sent {
		var content bytes.Buffer
		require.NoError(t, png.Encode(&content, image.NewGray(image.Rect(0, 0, 20+i, 20))))
		u, err := files.Announce(t.Context(), by, file.PurposeImage, file.AnnounceInput{Filename: "a.png", ByteSize: content.Len()})
		require.NoError(t, err)
		require.NoError(t, files.Receive(t.Context(), by, u.ID, &content))
		sent[i] = &catalog.ImageInput{UploadID: u.ID}
	}
	return sent
}

// holders says who holds images.
func holders(t *testing.T, d *db.DB) []string {
	t.Helper()
	var found []string
	require.NoError(t, d.Read(t.Context()).NewRaw("SELECT holder FROM file_uses ORDER BY holder, file_id").Scan(t.Context(), &found))
	return found
}

// A product shows what its seller has sent, beside images elsewhere, and holds it as
// long as it does.
func TestImages_of_a_product(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, kiln := newSeller(t, d, "Mill"), newSeller(t, d, "Kiln")
		sent := pictures(t, d, mill, 2)
		elsewhere := &catalog.ImageInput{URL: "https://img.example/a.jpg"}
		var p *catalog.Product
		create := func(owner seller.ID, images ...*catalog.ImageInput) error {
			return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
				p, _, err = catalog.CreateTx(ctx, tx, owner, catalog.CreateInput{Title: "Pot", Images: images, Variants: []*catalog.VariantInput{{}}})
				return err
			})
		}
		require.ErrorIs(t, create(kiln, &catalog.ImageInput{UploadID: sent[0].UploadID}), file.ErrUploadNotFound, "another seller's")
		require.ErrorIs(t, create(mill, &catalog.ImageInput{}), catalog.ErrURL)
		require.ErrorIs(t, create(mill, &catalog.ImageInput{URL: "http://img.example/a.jpg"}), catalog.ErrURL)
		require.Empty(t, holders(t, d))
		require.NoError(t, create(mill, sent[0], elsewhere))
		require.Equal(t, []string{string(p.ID)}, holders(t, d))
		require.Regexp(t, `^http://127\.0\.0\.1:8080/images/[0-9a-f]{64}/large$`, p.Images[0].URL)
		require.Regexp(t, `/small$`, p.Images[0].SmallURL())
		require.Equal(t, elsewhere.URL, p.Images[1].SmallURL())

		products := catalog.New(d)
		update := func(images ...*catalog.ImageInput) {
			changed, err := products.Update(t.Context(), mill, catalog.UpdateInput{ID: p.ID, Images: append([]*catalog.ImageInput{}, images...)})
			require.NoError(t, err)
			p = changed
		}
		first := p.Images[0].URL
		update(&catalog.ImageInput{UploadID: sent[1].UploadID}, &catalog.ImageInput{URL: first})
		update(&catalog.ImageInput{UploadID: sent[1].UploadID}, &catalog.ImageInput{URL: first}) // again
		require.Len(t, holders(t, d), 2)
		require.Equal(t, first, p.Images[1].URL)
		_, err := products.Update(t.Context(), mill, catalog.UpdateInput{ID: p.ID, Title: ptr("Pan")})
		require.NoError(t, err)
		require.Len(t, holders(t, d), 2, "what is left out stays")
		update(&catalog.ImageInput{URL: first})
		require.Len(t, holders(t, d), 1)

		found, err := products.VariantsOf(t.Context(), []catalog.ProductID{p.ID})
		require.NoError(t, err)
		variants := found[p.ID]
		show := func(url string) {
			_, err := products.UpdateVariant(t.Context(), mill, catalog.VariantUpdateInput{ID: variants[0].ID, ImageURL: &url})
			require.NoError(t, err)
		}
		show(first)
		require.Len(t, holders(t, d), 2)
		update()
		require.Equal(t, []string{string(variants[0].ID)}, holders(t, d))
		show("")
		require.Empty(t, holders(t, d))
	})
}
