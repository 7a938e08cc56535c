package server_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/money"
)

// asked is what came back for a request.
type asked struct {
	*http.Response

	body string
}

// From an image that is sent to a picture that every page on earth can show.
func TestImage_is_sent_and_shown(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d, nil)
		alice, mill := approved(t, w, "Mill")
		bob, kiln := approved(t, w, "Kiln")
		by := actor.Actor{SellerID: string(mill), Role: "seller:owner"}
		ask := func(method, path string, body []byte, headers ...string) asked {
			r, err := http.NewRequestWithContext(t.Context(), method, path, bytes.NewReader(body))
			require.NoError(t, err)
			for i := 0; i < len(headers); i += 2 {
				r.Header.Set(headers[i], headers[i+1])
			}
			resp, err := http.DefaultClient.Do(r)
			require.NoError(t, err)
			defer resp.Body.Close()
			text, err := io.ReadAll(resp.Body)
			require.NoError(t, err)
			return asked{resp, string(text)}
		}
		as := func(token, seller string) []string {
			return []string{"Authorization", "Bearer " + token, "Etal-Act-As", seller}
		}
		picture := image.NewNRGBA(image.Rect(0, 0, 900, 600))
		for i := range picture.Pix {
			picture.Pix[i] = byte(i)
		}
		picture.Set(0, 0, color.Transparent)
		var content bytes.Buffer
		require.NoError(t, png.Encode(&content, picture))
		u, err := w.app.Files.Announce(t.Context(), by, file.PurposeImage, file.AnnounceInput{Filename: "pot.png", ByteSize: content.Len()})
		require.NoError(t, err)
		put := func(id string, body []byte, headers ...string) asked {
			return ask(http.MethodPut, w.url+"/uploads/"+id, body, headers...)
		}
		require.Equal(t, http.StatusUnauthorized, put(string(u.ID), content.Bytes()).StatusCode)
		require.Equal(t, http.StatusNotFound, put(string(u.ID), content.Bytes(), as(bob, string(kiln))...).StatusCode)
		require.Equal(t, http.StatusNotFound, put(string(u.ID), content.Bytes(), as(alice, "")...).StatusCode, "as a buyer")
		require.Equal(t, http.StatusNotFound, put("fup_none", content.Bytes(), as(alice, string(mill))...).StatusCode)
		refused := put(string(u.ID), bytes.Repeat([]byte("<svg>"), content.Len()/5+1)[:content.Len()], as(alice, string(mill))...)
		require.Equal(t, http.StatusBadRequest, refused.StatusCode)
		require.Contains(t, refused.body, "FILE_IMAGE_TYPE")
		require.Equal(t, http.StatusNoContent, put(string(u.ID), content.Bytes(), as(alice, string(mill))...).StatusCode)

		price := money.Input{Amount: "5.00", CurrencyCode: "EUR"}
		made, err := w.app.Inventory.CreateProduct(t.Context(), mill, catalog.CreateInput{
			Title: "Pot", Images: []*catalog.ImageInput{{UploadID: u.ID}},
			Variants: []*catalog.VariantInput{{Offer: &catalog.OfferInput{Price: price}}},
		})
		require.NoError(t, err)
		shown := made.Images[0]
		require.True(t, file.IsImageURL(shown.URL), shown.URL)
		at := func(url string) string { return w.url + url[strings.Index(url, file.ImagePath):] }
		seen := ask(http.MethodGet, at(shown.URL), nil, "Origin", "https://elsewhere.example", "Sec-Fetch-Site", "cross-site")
		require.Equal(t, http.StatusOK, seen.StatusCode)
		require.Equal(t, "image/png", seen.Header.Get("Content-Type"))
		require.Equal(t, "public, max-age=31536000, immutable", seen.Header.Get("Cache-Control"))
		require.Equal(t, "cross-origin", seen.Header.Get("Cross-Origin-Resource-Policy"))
		require.Equal(t, "nosniff", seen.Header.Get("X-Content-Type-Options"))
		tag := seen.Header.Get("ETag")
		require.NotEmpty(t, tag)
		again := ask(http.MethodGet, at(shown.URL), nil, "If-None-Match", tag)
		require.Equal(t, http.StatusNotModified, again.StatusCode)
		require.Empty(t, again.body)
		small := ask(http.MethodGet, at(shown.SmallURL()), nil)
		measured, err := png.DecodeConfig(strings.NewReader(small.body))
		require.NoError(t, err)
		require.Equal(t, 320, measured.Width)
		for _, none := range []string{"/images/" + strings.Repeat("0", 64) + "/large", strings.TrimSuffix(at(shown.URL)[len(w.url):], "large") + "whole"} {
			missing := ask(http.MethodGet, w.url+none, nil)
			require.Equal(t, http.StatusNotFound, missing.StatusCode)
			require.Equal(t, "no-store", missing.Header.Get("Cache-Control"))
		}
	})
}

// Pictures are charged to the network that asks for them, a point each.
func TestImage_is_charged(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), slow(map[string]string{"ETAL_RATE_LIMIT_NETWORK": "2000+1/s"}))
	for shown := 0; ; shown++ {
		resp, body := w.do(t, http.MethodGet, file.ImagePath+strings.Repeat("0", 64)+"/large", nil)
		if resp.StatusCode == http.StatusTooManyRequests {
			require.NotEmpty(t, resp.Header.Get("Retry-After"))
			require.Contains(t, body, "TOO_MANY_REQUESTS")
			require.InDelta(t, 2000, shown, 100, "a page with a hundred of them is shown twenty times")
			return
		}
		require.Equal(t, http.StatusNotFound, resp.StatusCode)
		require.Less(t, shown, 3000)
	}
}
