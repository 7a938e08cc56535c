package productimport_test

import (
	"context"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/productimport"
)

func TestRun_takes_products_over_and_again_without_duplicates(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		report := importFile(t, d, mill, "\xef\xbb\xbf"+strings.ReplaceAll(bracelet, "\n", "\r\n"))
		require.Empty(t, report.Problems)
		require.Equal(t, productimport.Counts{
			Rows: 4, RowsImported: 3, RowsImage: 1, ProductsCreated: 2, VariantsCreated: 3, OffersCreated: 3,
		}, report.Counts)

		found := products(t, d, mill)
		p := found["chain-bracelet"]
		require.Equal(t, "7 Chakra Bracelet", p.Title)
		require.Equal(t, "chain-bracelet", p.Slug)
		require.NotContains(t, p.Description, "script")
		require.Contains(t, p.Description, "&#34;black&#34;")
		require.Equal(t, "Company 123", p.Brand)
		require.Equal(t, "Bracelet", p.ProductType)
		require.Equal(t, []string{"Beads", "Blue"}, p.Tags)
		require.Equal(t, []string{"Color"}, p.OptionNames)
		require.Equal(t, catalog.ProductActive, p.Status)
		require.Equal(t, catalog.ProductDraft, found["bowl"].Status)
		require.Equal(t, []catalog.Image{
			{URL: "https://img.example/black.jpg", Alt: "black", Position: 1},
			{URL: "https://img.example/blue.jpg", Alt: "blue", Position: 2},
			{URL: "https://img.example/third.jpg", Position: 3},
		}, p.Images)
		variants, offers := offersOf(t, d, mill, p.ID)
		require.Equal(t, "Blue", variants[0].Title())
		require.Equal(t, 13, variants[0].WeightG)
		require.Equal(t, "https://img.example/v.jpg", variants[0].ImageURL)
		require.Equal(t, "BR-K", *offers[1].SKU)
		require.Equal(t, money.New(4299, "EUR"), *offers[0].Price())
		require.Equal(t, money.New(4499, "EUR"), *offers[0].CompareAtPrice())
		require.Nil(t, offers[1].CompareAtPrice(), "a former price that is not above the price is none")
		require.True(t, offers[0].InStock)
		require.False(t, offers[1].InStock)

		report = importFile(t, d, mill, bracelet)
		require.Equal(t, productimport.Counts{Rows: 4, RowsImported: 3, RowsImage: 1, ProductsUnchanged: 2}, report.Counts)
		require.Len(t, products(t, d, mill), 2)

		changed := strings.NewReplacer("BR-B,12.5,3,42.99,44.99", "BR-B,12.5,8,39.99,44.99", ",false,", ",true,").Replace(bracelet) +
			"bowl,,,,,,,,Default Title,,,,,,10,,,https://img.example/bowl.jpg,,,,\n"
		changed = strings.Replace(changed, "bowl,,,,,,,,Default Title,,,,,,10,,,https", "bowl,,,,,,,,,,,,,,,,,https", 1)
		report = importFile(t, d, mill, changed)
		require.Empty(t, report.Problems)
		require.Equal(t, productimport.Counts{Rows: 5, RowsImported: 3, RowsImage: 2, ProductsUpdated: 2, OffersUpdated: 1}, report.Counts)
		_, offers = offersOf(t, d, mill, p.ID)
		require.Equal(t, money.New(3999, "EUR"), *offers[0].Price())
		levels, err := inventory.LevelsOf(t.Context(), d.Read(t.Context()), []catalog.OfferID{offers[0].ID})
		require.NoError(t, err)
		require.Equal(t, int64(8), levels[offers[0].ID].OnHand)
		require.Equal(t, catalog.ProductActive, products(t, d, mill)["bowl"].Status)

		// Another seller's product with the same handle is another product.
		kiln := newSeller(t, d, "Kiln")
		require.Equal(t, 2, importFile(t, d, kiln, bracelet).Counts.ProductsCreated)
		require.NotEqual(t, p.Slug, products(t, d, kiln)["chain-bracelet"].Slug)
		require.Equal(t, money.New(3999, "EUR"), *offers[0].Price())
	})
}

// A file that is about something else, stock for instance, says nothing of former prices.
func TestRun_a_file_without_former_prices_keeps_them(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		const head, without = "Handle,Title,Variant Price,Variant Compare At Price\n", "Handle,Title,Variant Price\n"
		importFile(t, d, mill, head+"bowl,Bowl,10,15\n")
		unchanged := productimport.Counts{Rows: 1, RowsImported: 1, ProductsUnchanged: 1}
		updated := productimport.Counts{Rows: 1, RowsImported: 1, ProductsUpdated: 1, OffersUpdated: 1}
		euro := func(minor int64) *money.Amount { return ptr(money.New(minor, "EUR")) }
		for _, c := range []struct {
			name, file    string
			counts        productimport.Counts
			price, former *money.Amount
		}{
			{"no such column", without + "bowl,Bowl,10\n", unchanged, euro(1000), euro(1500)},
			{"an empty cell", head + "bowl,Bowl,10,\n", unchanged, euro(1000), euro(1500)},
			{"another price below it", without + "bowl,Bowl,12.50\n", updated, euro(1250), euro(1500)},
			{"another price, and an empty cell", head + "bowl,Bowl,9,\n", updated, euro(900), euro(1500)},
			{"another former price", head + "bowl,Bowl,9,11\n", updated, euro(900), euro(1100)},
			{"a cell that says there is none", head + "bowl,Bowl,9,0\n", updated, euro(900), nil},
			{"one again", head + "bowl,Bowl,9,11\n", updated, euro(900), euro(1100)},
			{"a price that is as high", without + "bowl,Bowl,11\n", updated, euro(1100), nil},
		} {
			report := importFile(t, d, mill, c.file)
			require.Empty(t, report.Problems, c.name)
			require.Equal(t, c.counts, report.Counts, c.name)
			_, offers := offersOf(t, d, mill, products(t, d, mill)["bowl"].ID)
			require.Equal(t, c.price, offers[0].Price(), c.name)
			require.Equal(t, c.former, offers[0].CompareAtPrice(), c.name)
		}
	})
}

func TestRun_dry_run_says_the_same_and_keeps_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		calls := 0
		file := bracelet + "cup,,,,,,,,,,,,,,1,,,,,,,\n"
		report, err := productimport.New(d).Run(t.Context(), mill, strings.NewReader(file),
			productimport.Options{Currency: "EUR", DryRun: true, Progress: func(productimport.Counts) { calls++ }})
		require.NoError(t, err)
		require.Equal(t, 2, report.Counts.ProductsCreated)
		require.Equal(t, 1, report.Counts.ProductsFailed)
		require.Equal(t, 3, calls)
		require.Empty(t, products(t, d, mill))
		require.Equal(t, 2, importFile(t, d, mill, file).Counts.ProductsCreated)
	})
}

// problems are written as "line column code".
func problems(r *productimport.Report) []string {
	out := make([]string, len(r.Problems))
	for i, p := range r.Problems {
		out[i] = fmt.Sprintf("%d %s %s", p.Line, p.Column, p.Code)
	}
	return out
}

func TestRun_tells_line_and_column_and_leaves_the_product_out(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		sellers := 0
		const head = "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Status,Gift Card,Variant Grams\n"
		const sound = "ok,Ok,,,,1,5,,,active,,\n"
		for name, c := range map[string]struct {
			rows   string
			want   []string
			failed int
		}{
			"price is a word":       {"a,A,,,,1,cheap,,,,,\n", []string{"3 Variant Price AMOUNT_INVALID"}, 1},
			"price has a comma":     {"a,A,,,,1,\"1,50\",,,,,\n", []string{"3 Variant Price AMOUNT_INVALID"}, 1},
			"price is free":         {"a,A,,,,1,0.00,,,,,\n", []string{"3 Variant Price PRICE_OUT_OF_RANGE"}, 1},
			"price is negative":     {"a,A,,,,1,-5,,,,,\n", []string{"3 Variant Price PRICE_OUT_OF_RANGE"}, 1},
			"price is missing":      {"a,A,,,SKU,1,,,,,,\n", []string{"3 Variant Price REQUIRED"}, 1},
			"price is out of range": {"a,A,,,,1,99999999999999999999,,,,,\n", []string{"3 Variant Price AMOUNT_OUT_OF_RANGE"}, 1},
			"former price":          {"a,A,,,,1,5,x,,,,\n", []string{"3 Variant Compare At Price AMOUNT_INVALID"}, 1},
			"title is missing":      {"a,,,,,1,5,,,,,\n", []string{"3 Title REQUIRED"}, 1},
			"negative quantity":     {"a,A,,,,-1,5,,,,,\n", []string{"3 Variant Inventory Qty NUMBER_INVALID"}, 1},
			"quantity is huge":      {"a,A,,,,99999999999,5,,,,,\n", []string{"3 Variant Inventory Qty NUMBER_INVALID"}, 1},
			"quantity is large":     {"a,A,,,,2000000,5,,,,,\n", []string{"3 Variant Inventory Qty VALUE_INVALID"}, 1},
			"weight":                {"a,A,,,,1,5,,,,,1e3\n", []string{"3 Variant Grams NUMBER_INVALID"}, 1},
			"image over http":       {"a,A,,,,1,5,,http://x.example/a.jpg,,,\n", []string{"3 Image Src URL_INVALID"}, 1},
			"status":                {"a,A,,,,1,5,,,sold,,\n", []string{"3 Status STATUS_INVALID"}, 1},
			"gift card":             {"a,A,,,,1,5,,,,true,\n", []string{"3 Gift Card GIFT_CARD"}, 1},
			"no handle":             {",A,,,,1,5,,,,,\n", []string{"3 Handle REQUIRED"}, 1},
			"only commas":           {",,,,,,,,,,,\n", []string{"3  ROW_EMPTY"}, 1},
			"nothing but handle":    {"a,A,,,,1,5,,,,,\na,,,,,,,,,,,\n", []string{"4  ROW_EMPTY", "3  PRODUCT_FAILED"}, 2},
			"too many cells":        {"a,A,,,,1,5,,,,,,,,\n", []string{"3  ROW_TOO_LONG"}, 1},
			"not UTF-8":             {"a,A\xff,,,,1,5,,,,,\n", []string{"3 Title TEXT_ENCODING"}, 1},
			"NUL":                   {"a,A,,,S\x00,1,5,,,,,\n", []string{"3 Variant SKU TEXT_ENCODING"}, 1},
			"NUL in the handle":     {"a\x00,A,,,S,1,5,,,,,\n", []string{"3 Handle TEXT_ENCODING"}, 1},
			"a quote inside":        {"a,A\"b,,,,1,5,,,,,\n", []string{"3  ROW_QUOTES"}, 1},
			"a quote without end":   {"a,\"A,,,,1,5,,,,,\n", []string{"3  ROW_QUOTES"}, 1},
			"option without value":  {"a,A,Size,S,,1,5,,,,,\na,,,,X,1,5,,,,,\n", []string{"4 Option1 Value REQUIRED", "3  PRODUCT_FAILED"}, 2},
			"option twice":          {"a,A,Size,S,,1,5,,,,,\na,,,s,X,1,5,,,,,\n", []string{"4 Option1 Value VARIANT_TAKEN", "3  PRODUCT_FAILED"}, 2},
			"SKU twice":             {"a,A,Size,S,X,1,5,,,,,\na,,,M,X,1,5,,,,,\n", []string{"4 Variant SKU SKU_TWICE", "3  PRODUCT_FAILED"}, 2},
			"SKU of another":        {"b,B,,,Y,1,5,,,,,\na,A,,,Y,1,5,,,,,\n", []string{"4 Variant SKU SKU_TWICE"}, 1},
			"scattered":             {"a,A,Size,S,,1,5,,,,,\nb,B,,,,1,5,,,,,\na,,,M,,1,5,,,,,\n", nil, 1},
			"line breaks count":     {"a,\"A\nB\nC\",,,,1,5,,,,,\nb,B,,,,1,?,,,,,\n", []string{"3 Title TEXT_LINE", "6 Variant Price AMOUNT_INVALID"}, 2},
			"long title":            {"a," + strings.Repeat("t", 256) + ",,,,1,5,,,,,\n", []string{"3 Title TOO_LONG"}, 1},
		} {
			sellers++
			mill := newSeller(t, d, fmt.Sprint("Mill", sellers))
			report := importFile(t, d, mill, head+sound+c.rows)
			if c.want != nil {
				require.Equal(t, c.want, problems(report), name)
			}
			require.Equal(t, c.failed, report.Counts.RowsFailed, name)
			require.Equal(t, "Ok", products(t, d, mill)["ok"].Title, "%s: the others are imported", name)
		}
	})
}

func TestRun_one_bad_row_leaves_nothing_of_its_product(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		report := importFile(t, d, mill, header+
			"taken,Taken,,,,,,,,,,THE-SKU,,1,5,,,,,,,\n")
		require.Equal(t, 1, report.Counts.ProductsCreated)
		// The SKU is refused by the catalogue, after the first variant was written.
		report = importFile(t, d, mill, header+
			"cup,Cup,,,,,true,Size,S,,,CUP-S,,1,5,,,,,,,\n"+
			"cup,,,,,,,,M,,,THE-SKU,,1,5,,,,,,,\n")
		require.Equal(t, []string{"3 Variant SKU SKU_TAKEN", "2  PRODUCT_FAILED"}, problems(report))
		require.NotContains(t, products(t, d, mill), "cup")

		// Bringing up to date fails as a whole too.
		require.Equal(t, 1, importFile(t, d, mill, header+"cup,Cup,,,,,true,Size,S,,,CUP-S,,1,5,,,,,,,\n").Counts.ProductsCreated)
		report = importFile(t, d, mill, header+
			"cup,Mug,,,,,true,Size,S,,,CUP-S,,9,7,,,,,,,\n"+
			"cup,,,,,,,,M,,,THE-SKU,,1,5,,,,,,,\n")
		require.Equal(t, []string{"3 Variant SKU SKU_TAKEN", "2  PRODUCT_FAILED"}, problems(report))
		p := products(t, d, mill)["cup"]
		require.Equal(t, "Cup", p.Title)
		_, offers := offersOf(t, d, mill, p.ID)
		require.Equal(t, int64(500), offers[0].Price().Minor)

		report = importFile(t, d, mill, header+"cup,Cup,,,,,true,Colour,S,,,CUP-S,,1,5,,,,,,,\n")
		require.Equal(t, []string{"2 Option1 Name OPTIONS_CHANGED"}, problems(report))

		// Less stock than orders hold is refused, with the column.
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return inventory.ReserveTx(ctx, tx, "ord_1", []inventory.Line{{OfferID: offers[0].ID, Quantity: 1}})
		}))
		report = importFile(t, d, mill, header+"cup,Cup,,,,,true,Size,S,,,CUP-S,,0,5,,,,,,,\n")
		require.Equal(t, []string{"2 Variant Inventory Qty STOCK_RESERVED"}, problems(report))
	})
}

func TestRun_refuses_what_is_no_table_of_products(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill, s := newSeller(t, d, "Mill"), productimport.New(d)
		for name, c := range map[string]struct {
			file string
			want []*fault.Fault
			at   []string
		}{
			"empty":         {"", []*fault.Fault{productimport.ErrFile}, []string{""}},
			"columns":       {"Handle,Body (HTML)\n", []*fault.Fault{productimport.ErrColumnMissing, productimport.ErrColumnMissing}, []string{"Title", "Variant Price"}},
			"twice":         {"Handle,Title,Title,Variant Price\n", []*fault.Fault{productimport.ErrColumnTwice}, []string{"Title"}},
			"two names":     {"Handle,Title,Price,Variant Price\n", []*fault.Fault{productimport.ErrColumnTwice}, []string{"Variant Price"}},
			"UTF-16":        {"\xff\xfeH\x00a\x00", []*fault.Fault{productimport.ErrFile}, []string{""}},
			"broken header": {"Handle,\"Title", []*fault.Fault{productimport.ErrFile}, []string{""}},
			"spreadsheet":   {"PK\x03\x04\x00", []*fault.Fault{productimport.ErrFile}, []string{""}},
			"HTML, not CSV": {"<!DOCTYPE html>\n", []*fault.Fault{productimport.ErrColumnMissing, productimport.ErrColumnMissing, productimport.ErrColumnMissing}, nil},
		} {
			report, err := s.Run(t.Context(), mill, strings.NewReader(c.file), productimport.Options{Currency: "EUR"})
			faults := fault.As(err)
			require.Len(t, faults, len(c.want), name)
			for i, f := range faults {
				require.ErrorIs(t, f, c.want[i], name)
				if c.at != nil {
					require.Equal(t, c.at[i], strings.Join(f.Field, "."), name)
				}
			}
			require.Zero(t, report.Counts.Rows)
		}
		_, err := s.Run(t.Context(), mill, strings.NewReader(bracelet), productimport.Options{Currency: "XX"})
		require.ErrorIs(t, err, money.ErrCurrency)
		for line, want := range map[string]*fault.Fault{
			",":            productimport.ErrRowLong,
			"x":            productimport.ErrUploadSize,
			"\"":           productimport.ErrUploadSize,
			"\n,":          productimport.ErrTooManyRows,
			"a\n":          productimport.ErrTooManyRows,
			"a,b,c,\"\"\n": productimport.ErrTooManyRows,
		} {
			_, err = s.Run(t.Context(), mill, io.MultiReader(strings.NewReader(header), endless(line)), productimport.Options{Currency: "EUR", DryRun: true})
			require.ErrorIs(t, err, want, "%q", line)
		}
		require.Empty(t, products(t, d, mill))
	})
}

// endless is a file without end, of one text again and again.
type endless string

func (e endless) Read(p []byte) (int, error) {
	return copy(p, strings.Repeat(string(e), len(p)/len(e)+1)[:len(p)/len(e)*len(e)]), nil
}

func TestRun_knows_newer_column_names_and_currencies_without_decimals(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		mill := newSeller(t, d, "Mill")
		file := "Title,URL handle,Description,SKU,Price,Compare-at price,Inventory quantity,Product image URL,Published on online store\n" +
			"Bowl,bowl,Nice,B-1,500.00,650.0,3,https://img.example/b.jpg,TRUE\n" +
			"Cup,cup,Nice,B-2,500.50,,3,,TRUE\n"
		report, err := productimport.New(d).Run(t.Context(), mill, strings.NewReader(file), productimport.Options{Currency: "JPY"})
		require.NoError(t, err)
		require.Equal(t, []string{"3 Price AMOUNT_INVALID"}, problems(report))
		_, offers := offersOf(t, d, mill, products(t, d, mill)["bowl"].ID)
		require.Equal(t, money.New(500, "JPY"), *offers[0].Price())
		require.Equal(t, money.New(650, "JPY"), *offers[0].CompareAtPrice())
	})
}

// FuzzRun: whatever the file holds, every row is accounted for and nothing but
// a fault comes back.
func FuzzRun(f *testing.F) {
	d := dbtest.New(f)
	mill := newSeller(f, d, "Mill")
	f.Add(bracelet)
	f.Add(header + "a,\"b\n,,,")
	f.Add("Handle,Title,Variant Price\na,A,1\na,,\n,,\n\"")
	f.Fuzz(func(t *testing.T, file string) {
		report, err := productimport.New(d).Run(t.Context(), mill, strings.NewReader(file), productimport.Options{Currency: "EUR", DryRun: true})
		if err != nil {
			require.NotEmpty(t, fault.As(err), "%v", err)
		}
		c := report.Counts
		require.Equal(t, c.Rows, c.RowsImported+c.RowsImage+c.RowsFailed)
		require.GreaterOrEqual(t, c.ProblemCount, c.RowsFailed)
		for _, p := range report.Problems {
			require.Positive(t, p.Line)
			require.NotEmpty(t, p.Code)
		}
	})
}
