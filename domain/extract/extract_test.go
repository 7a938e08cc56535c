package extract_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/extract"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// taken asks for the file of a list, has it made, and fetches it. The first row are
// the names of the columns.
func taken(t *testing.T, w *testkit.World, by actor.Actor, in extract.Input) [][]string {
	t.Helper()
	e, err := w.App.Extracts.Ask(t.Context(), by, in)
	require.NoError(t, err)
	require.Equal(t, by.SellerID, e.SubjectID)
	require.NoError(t, w.App.Exports.Work(t.Context(), export.Job{ExportID: e.ID}))
	made, err := w.App.Exports.Get(t.Context(), by, e.ID)
	require.NoError(t, err)
	require.Equal(t, export.Ready, made.Status)
	var out bytes.Buffer
	require.NoError(t, w.App.Exports.Fetch(t.Context(), by, e.ID, func(*export.Export) io.Writer { return &out }))
	table, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	require.Equal(t, made.Done, int64(len(table)-1), "progress counts the rows")
	require.Equal(t, made.Total, made.Done)
	return table
}

// cells are the values of a column.
func cells(t *testing.T, table [][]string, column string) (list []string) {
	t.Helper()
	i := slices.Index(table[0], column)
	require.GreaterOrEqual(t, i, 0, "%s in %v", column, table[0])
	for _, row := range table[1:] {
		list = append(list, row[i])
	}
	return list
}

// Whoever takes a list away gets what they see of it, and nothing of others.
func TestExtract_has_what_the_list_shows_to_whoever_asks(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("+Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		flour, vase := mill.Product(`=HYPERLINK("http://x","Flour")`, "10.00", 9), kiln.Product("Vase", "25.00", 9)
		bob := w.Buyer("Bob")
		both := bob.Buys(flour.Times(1), vase.Times(2))
		alone := bob.Buys(vase.Times(1))
		w.Settle()
		olga := w.OperatorWith(identity.OperatorFinance)
		whole := true
		_, err := w.App.Refunds.Create(t.Context(), olga.Actor, refund.CreateInput{OrderID: id.Any(alone.ID), IsEverything: &whole, Reason: refund.ReasonDamaged, IdempotencyKey: "one"})
		require.NoError(t, err)
		w.Settle()

		orders := taken(t, w, olga.Actor, extract.Input{Orders: &order.Filter{}})
		require.Equal(t, []string{alone.Number, both.Number}, cells(t, orders, "number"))
		require.Equal(t, []string{"25.00", "60.00"}, cells(t, orders, "total"))
		require.Equal(t, []string{"Kiln", "'+Mill; Kiln"}, cells(t, orders, "sellers"))
		require.NotContains(t, fmt.Sprint(orders), bob.Email)
		require.NotContains(t, fmt.Sprint(orders), "Hafenstraße")

		own := taken(t, w, mill.Actor, extract.Input{SellerOrders: &order.SellerOrderFilter{}})
		require.Equal(t, []string{"10.00"}, cells(t, own, "total"))
		require.Len(t, taken(t, w, olga.Actor, extract.Input{SellerOrders: &order.SellerOrderFilter{}}), 1+3)

		sellers := taken(t, w, olga.Actor, extract.Input{Sellers: &seller.Filter{}})
		require.Equal(t, []string{"Kiln", "'+Mill"}, cells(t, sellers, "name"))
		require.Equal(t, []string{"", ""}, cells(t, sellers, "plan"))
		require.Equal(t, []string{"ENABLED", "ENABLED"}, cells(t, sellers, "payout_account"))
		require.Equal(t, []string{"", ""}, cells(t, sellers, "payouts_blocked_by"))
		require.Equal(t, []string{"45.00 EUR", "9.00 EUR"}, cells(t, sellers, "open_balance"))
		require.NotContains(t, cells(t, sellers, "next_payout_at"), "")
		country := "FR"
		require.Len(t, taken(t, w, olga.Actor, extract.Input{Sellers: &seller.Filter{Country: &country}}), 1, "the names of the columns, and nobody")

		products := taken(t, w, mill.Actor, extract.Input{Products: &catalog.OwnFilter{}})
		require.Equal(t, []string{`'=HYPERLINK("http://x","Flour")`}, cells(t, products, "title"))

		refunds := taken(t, w, olga.Actor, extract.Input{Refunds: &refund.Filter{}})
		require.Equal(t, []string{alone.Number}, cells(t, refunds, "number"))
		require.Len(t, taken(t, w, mill.Actor, extract.Input{Refunds: &refund.Filter{}}), 1, "it took nothing from the mill")
		require.Len(t, taken(t, w, kiln.Actor, extract.Input{Refunds: &refund.Filter{}}), 2)

		book := taken(t, w, olga.Actor, extract.Input{LedgerEntries: &ledger.EntryFilter{}})
		some := taken(t, w, olga.Actor, extract.Input{LedgerEntries: &ledger.EntryFilter{OrderID: id.Any(alone.ID)}})
		require.Greater(t, len(some), 1)
		require.Greater(t, len(book), len(some))
		for _, of := range cells(t, taken(t, w, mill.Actor, extract.Input{LedgerEntries: &ledger.EntryFilter{}}), "seller_id") {
			require.Equal(t, string(mill.ID), of)
		}
		for _, in := range []extract.Input{{Payouts: &extract.PayoutFilter{}}, {Transfers: &extract.TransferFilter{}}} {
			all, mills := taken(t, w, olga.Actor, in), taken(t, w, mill.Actor, in)
			require.Equal(t, all[0], mills[0])
			for _, of := range cells(t, mills, "seller_id") {
				require.Equal(t, string(mill.ID), of)
			}
		}
	})
}

func TestAsk_refuses_what_is_no_list_of_the_asker(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		long := "a"
		for name, c := range map[string]struct {
			by  actor.Actor
			in  extract.Input
			err error
		}{
			"none":               {mill.Actor, extract.Input{}, extract.ErrOneList},
			"two":                {mill.Actor, extract.Input{Refunds: &refund.Filter{}, Products: &catalog.OwnFilter{}}, extract.ErrOneList},
			"another's products": {mill.Actor, extract.Input{Products: &catalog.OwnFilter{SellerID: &kiln.ID}}, seller.ErrNotFound},
			"another's payouts":  {mill.Actor, extract.Input{Payouts: &extract.PayoutFilter{SellerID: &kiln.ID}}, seller.ErrNotFound},
			"another's orders":   {mill.Actor, extract.Input{SellerOrders: &order.SellerOrderFilter{SellerID: &kiln.ID}}, seller.ErrNotFound},
			"all sellers":        {mill.Actor, extract.Input{Sellers: &seller.Filter{}}, seller.ErrNotFound},
			"too short a text":   {mill.Actor, extract.Input{Products: &catalog.OwnFilter{Search: &long}}, nil},
		} {
			_, err := w.App.Extracts.Ask(t.Context(), c.by, c.in)
			if c.err == nil {
				require.Error(t, err, name)
			} else {
				require.ErrorIs(t, err, c.err, name)
			}
		}
		n, err := w.App.Exports.Find(t.Context(), mill.Actor, page.First(10))
		require.NoError(t, err)
		require.Empty(t, n.Nodes, "nothing is made of what was refused")
	})
}

// A hundred thousand rows are made in parts of some hundred, none of which is lost or
// told twice, also when the process dies in between.
func TestExtract_of_a_hundred_thousand_rows_keeps_one_part_in_memory(t *testing.T) {
	t.Parallel()

	const rows = 100_000
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		first := mill.Draft("Flour", "10.00", 1)
		require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw(`INSERT INTO products (id, created_by_seller, title, slug, description, brand, product_type, tags, images, option_names, status, created_at, updated_at)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
SELECT p.id || '-' || (100000 + n.i), p.created_by_seller, p.title, p.slug || '-' || n.i, p.description, p.brand, p.product_type, p.tags, p.images, p.option_names, p.status, p.created_at, p.updated_at
FROM products AS p, n WHERE p.id = ?`, rows-1, first.ID).Exec(ctx)
			if err != nil {
				return err
			}
			_, err = tx.NewRaw("ANALYZE products").Exec(ctx) // as the database does by itself, later
			return err
		}))
		e, err := w.App.Extracts.Ask(t.Context(), mill.Actor, extract.Input{Products: &catalog.OwnFilter{}})
		require.NoError(t, err)
		dying, cancel := context.WithCancel(t.Context())
		cancel()
		require.Error(t, w.App.Exports.Work(dying, export.Job{ExportID: e.ID}))
		require.NoError(t, w.App.Exports.Work(t.Context(), export.Job{ExportID: e.ID}))

		var parts, largest int64
		require.NoError(t, w.DB.Read(t.Context()).NewRaw("SELECT count(*), max(length(content)) FROM export_chunks WHERE export_id = ?", e.ID).Scan(t.Context(), &parts, &largest))
		require.Equal(t, int64(rows/500), parts)
		require.Less(t, largest, int64(150_000), "bytes of a part, which is what is in memory")
		ids := map[string]bool{}
		var out bytes.Buffer
		require.NoError(t, w.App.Exports.Fetch(t.Context(), mill.Actor, e.ID, func(made *export.Export) io.Writer {
			require.Equal(t, int64(rows), made.Done)
			require.Equal(t, int64(rows), made.Total)
			return &out
		}))
		read := csv.NewReader(&out)
		read.ReuseRecord = true
		for {
			row, err := read.Read()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			ids[row[0]] = true
		}
		require.Len(t, ids, rows+1, "each once, and the names of the columns")
	})
}

// A list counts itself, and stops where it is told to.
func TestCount_ends_where_it_is_told_to(t *testing.T) {
	t.Parallel()

	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		for i := range 5 {
			mill.Draft(fmt.Sprintf("Flour %d", i), "1.00", 1)
		}
		kiln.Product("Vase", "1.00", 1)
		draft := catalog.ProductDraft
		for _, c := range []struct {
			f      catalog.OwnFilter
			atMost int64
			n      int64
		}{
			{catalog.OwnFilter{}, 1000, 6},
			{catalog.OwnFilter{}, 4, 4},
			{catalog.OwnFilter{}, 6, 6},
			{catalog.OwnFilter{Status: &draft}, 1000, 5},
			{catalog.OwnFilter{SellerID: &kiln.ID, Status: &draft}, 1000, 0},
		} {
			list, err := w.App.Catalog.FindOwn(t.Context(), w.Operator().Actor, c.f, page.First(2))
			require.NoError(t, err)
			n, err := list.Count(t.Context(), c.atMost)
			require.NoError(t, err)
			require.Equal(t, c.n, n)
		}
		sellers, err := w.App.Sellers.FindAsOperator(t.Context(), seller.Filter{}.In(seller.OldestFirst), page.First(1))
		require.NoError(t, err)
		require.Equal(t, mill.ID, sellers.Nodes[0].ID)
		total, err := sellers.TotalCount(t.Context())
		require.NoError(t, err)
		require.Equal(t, 2, *total)
		next, err := w.App.Sellers.FindAsOperator(t.Context(), seller.Filter{}.In(seller.OldestFirst), page.First(1).After(*sellers.PageInfo.EndCursor))
		require.NoError(t, err)
		require.Equal(t, kiln.ID, next.Nodes[0].ID)
		require.False(t, next.PageInfo.HasNextPage)
	})
}
