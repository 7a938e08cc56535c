package productimport_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/productimport"
)

// wide is a file with one product of so many variants at a price.
func wide(variants int, price string) string {
	var b strings.Builder
	b.WriteString("Handle,Title,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price\n")
	for i := range variants {
		title := ""
		if i == 0 {
			title = "Wide"
		}
		fmt.Fprintf(&b, "wide,%s,true,Size,Size %d,W-%d,%d,%s\n", title, i+1, i+1, i%7, price)
	}
	return b.String()
}

func TestRun_takes_two_thousand_variants_and_changes_them_together(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		var report *productimport.Report
		statements := dbtest.CountQueries(d, func() { report = importFile(t, d, mill, wide(1000, "10.00")) })
		require.Equal(t, productimport.Counts{Rows: 1000, RowsImported: 1000, ProductsCreated: 1, VariantsCreated: 1000, OffersCreated: 1000}, report.Counts)
		require.Less(t, statements, 60, "rows are written together")

		statements = dbtest.CountQueries(d, func() { report = importFile(t, d, mill, wide(2000, "10.00")) })
		require.Equal(t, productimport.Counts{Rows: 2000, RowsImported: 2000, ProductsUpdated: 1, VariantsCreated: 1000, OffersCreated: 1000}, report.Counts)
		require.Less(t, statements, 60)
		report = importFile(t, d, mill, wide(2000, "10.00"))
		require.Equal(t, 1, report.Counts.ProductsUnchanged)

		statements = dbtest.CountQueries(d, func() { report = importFile(t, d, mill, wide(300, "11.00")) })
		require.Equal(t, productimport.Counts{Rows: 300, RowsImported: 300, ProductsUpdated: 1, OffersUpdated: 300}, report.Counts)
		require.Less(t, statements, 2*300+60, "the listing is read once, and not for each of them")

		report = importFile(t, d, mill, wide(2001, "10.00"))
		require.Equal(t, 1, report.Counts.ProductsFailed)
		require.Equal(t, string(catalog.ErrTooMany.Code), report.Problems[0].Code)
		taken := strings.Replace(wide(3, "12.00"), "W-2", "W-1999", 1)
		report = importFile(t, d, mill, taken)
		require.Equal(t, "SKU_TAKEN", report.Problems[0].Code)
		require.Equal(t, 3, report.Problems[0].Line, "where it stands in the file")
	})
}
