package server_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/productimport"
	"github.com/etal-market/etal/domain/seller"
)

// approved is a seller with the token of its owner.
func approved(t *testing.T, w world, name string) (string, seller.ID) {
	t.Helper()
	opened, err := w.app.Identity.Register(t.Context(), actor.Actor{}, identity.RegisterInput{
		Email: name + "@example.org", Name: name, Password: "a quiet harbour 47",
	})
	require.NoError(t, err)
	by, err := w.app.Sellers.Actor(t.Context(), opened.Token, "")
	require.NoError(t, err)
	applied, err := w.app.Sellers.Apply(t.Context(), by, seller.ApplyInput{Name: name, Country: "FR"})
	require.NoError(t, err)
	_, err = w.app.Sellers.Approve(t.Context(), actor.Actor{Role: actor.System}, seller.DecideInput{SellerID: applied.ID})
	require.NoError(t, err)
	return string(opened.Token), applied.ID
}

func TestUpload_takes_the_bytes_of_its_seller_only(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		w := newWorld(t, d, nil)
		alice, mill := approved(t, w, "Mill")
		bob, kiln := approved(t, w, "Kiln")
		const file = "Handle,Title,Variant Price\nbowl,Bowl,5\n"
		u, err := w.app.Imports.CreateUpload(t.Context(), mill, productimport.UploadInput{Filename: "a.csv", ContentType: "text/csv", ByteSize: len(file)})
		require.NoError(t, err)
		put := func(path, token string, as seller.ID, body string) int {
			r, err := http.NewRequestWithContext(t.Context(), http.MethodPut, w.url+path, strings.NewReader(body))
			require.NoError(t, err)
			if token != "" {
				r.Header.Set("Authorization", "Bearer "+token)
				r.Header.Set("Etal-Act-As", string(as))
			}
			resp, err := http.DefaultClient.Do(r)
			require.NoError(t, err)
			require.NoError(t, resp.Body.Close())
			return resp.StatusCode
		}
		require.Equal(t, http.StatusUnauthorized, put(u.URL(), "", "", file))
		require.Equal(t, http.StatusForbidden, put(u.URL(), alice, "", file), "as a buyer")
		require.Equal(t, http.StatusNotFound, put(u.URL(), bob, kiln, file))
		require.Equal(t, http.StatusNotFound, put("/uploads/upl_x", alice, mill, file))
		require.Equal(t, http.StatusBadRequest, put(u.URL(), alice, mill, file+"x"))
		require.Equal(t, http.StatusBadRequest, put(u.URL(), alice, mill, "x"))
		require.NoError(t, w.app.Imports.Work(t.Context(), productimport.Job{ImportID: startable(t, w, mill, u, func() {
			require.Equal(t, http.StatusNoContent, put(u.URL(), alice, mill, file))
			require.Equal(t, http.StatusNoContent, put(u.URL(), alice, mill, file), "again, while no import uses it")
		})}))
		require.Equal(t, http.StatusNotFound, put(u.URL(), alice, mill, file))
	})
}

// startable starts an import of an upload, which fails before it was sent.
func startable(t *testing.T, w world, owner seller.ID, u *productimport.Upload, send func()) productimport.ID {
	t.Helper()
	in := productimport.StartInput{UploadID: u.ID, Currency: "EUR"}
	_, err := w.app.Imports.Start(t.Context(), owner, in)
	require.ErrorIs(t, err, productimport.ErrUploadEmpty)
	send()
	i, err := w.app.Imports.Start(t.Context(), owner, in)
	require.NoError(t, err)
	return i.ID
}
