package productimport_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/productimport"
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

const header = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value," +
	"Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Variant Barcode,Image Src,Image Position," +
	"Image Alt Text,Variant Image,Some Other Column\n"

// bracelet is a product with two variants and an image-only row, a product
// without options, and a text with line breaks and quotes.
const bracelet = header +
	`chain-bracelet,7 Chakra Bracelet,"<p>Blue or ""black"".</p>` + "\n" + `<script>alert(1)</script>",Company 123,Bracelet,"Beads, Blue",true,Color,Blue,,,BR-B,12.5,3,42.99,44.99,123,https://img.example/blue.jpg,2,blue,https://img.example/v.jpg,x` + "\n" +
	`chain-bracelet,,,,,,,,Black,,,BR-K,,0,42.99,42.99,,https://img.example/black.jpg,1,black,,x` + "\n" +
	`chain-bracelet,,,,,,,,,,,,,,,,,https://img.example/third.jpg,3,,,` + "\n" +
	`bowl,Bowl,,,,,false,Title,Default Title,,,,,5,10,,,,,,,` + "\n"

func importFile(t testing.TB, d *db.DB, owner seller.ID, file string) *productimport.Report {
	t.Helper()
	report, err := productimport.New(d).Run(t.Context(), owner, strings.NewReader(file), productimport.Options{Currency: "EUR"})
	require.NoError(t, err)
	requireSound(t, d, report.Counts)
	return report
}

// requireSound: every row is accounted for, every product too, and the stock
// is sound.
func requireSound(t testing.TB, d *db.DB, c productimport.Counts) {
	t.Helper()
	require.Equal(t, c.Rows, c.RowsImported+c.RowsImage+c.RowsFailed, "%+v", c)
	require.GreaterOrEqual(t, c.ProblemCount, c.RowsFailed)
	broken, err := inventory.Verify(t.Context(), d.Read(t.Context()))
	require.NoError(t, err)
	require.Empty(t, broken)
}

func products(t testing.TB, d *db.DB, owner seller.ID) map[string]*catalog.Product {
	t.Helper()
	own, err := catalog.New(d).FindOwn(t.Context(), actor.Actor{SellerID: string(owner)}, catalog.OwnFilter{}, page.First(100))
	require.NoError(t, err)
	byHandle := map[string]*catalog.Product{}
	for _, p := range own.Nodes {
		byHandle[*p.Handle] = p
	}
	return byHandle
}

func offersOf(t testing.TB, d *db.DB, owner seller.ID, id catalog.ProductID) ([]*catalog.Variant, []*catalog.Offer) {
	t.Helper()
	variants, byVariant, err := catalog.OwnVariants(t.Context(), d.Read(t.Context()), owner, id)
	require.NoError(t, err)
	offers := make([]*catalog.Offer, len(variants))
	for i, v := range variants {
		require.Len(t, byVariant[v.ID], 1)
		offers[i] = byVariant[v.ID][0]
	}
	return variants, offers
}
