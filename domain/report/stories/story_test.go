package stories_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/report"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// market: on 5 March 2035 Alice has bought tea for 60.00 from Mill and a bowl for
// 40.00 from Kiln; in April tea for 20.00, and one packet of the first goes back. The
// commission is 10 %.
type market struct {
	*testkit.World

	t          *testing.T
	olga       *testkit.Person
	mill, kiln *testkit.Seller
	first      *order.Order
	before     time.Time // the second order
}

func each(t *testing.T, fn func(t *testing.T, m *market)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &market{World: w, t: t, olga: w.Operator(), mill: w.Seller("Mill", testkit.Onboarded), kiln: w.Seller("Kiln", testkit.Onboarded)}
		alice, tea := w.Buyer("Alice"), m.mill.Product("Tea", "20.00", 100)
		m.first = alice.Buys(tea.Times(3), m.kiln.Product("Bowl", "40.00", 10).Times(1))
		m.mill.Ships(m.first)
		w.Advance(30 * day)
		w.Settle()
		m.before = w.Clock.Now()
		w.Advance(time.Minute)
		alice.Buys(tea.Times(1))
		m.gives()
		w.Settle()
		fn(t, m)
	}, testkit.Setting("RELEASE_HOLD", "20h"))
}

// gives gives one packet back.
func (m *market) gives() {
	m.t.Helper()
	one := int64(1)
	for _, p := range m.first.SellerOrders {
		if p.SellerID == m.mill.ID {
			_, err := m.App.Refunds.Create(m.t.Context(), m.olga.Actor, refund.CreateInput{
				OrderID: id.Any(p.ID), Lines: []refund.LineAsk{{LineID: p.Lines[0].ID, Quantity: &one}}, Reason: refund.ReasonReturned, IdempotencyKey: "1",
			})
			require.NoError(m.t, err)
		}
	}
}

func span(from, to string) report.Span {
	a, _ := time.Parse(time.DateOnly, from)
	b, _ := time.Parse(time.DateOnly, to)
	return report.Span{From: a, To: b}
}

// of picks the row of a seller.
func of[T any](t *testing.T, rows []*T, purse func(*T) report.Purse, s seller.ID) *T {
	t.Helper()
	for _, r := range rows {
		if purse(r).SellerID == s {
			return r
		}
	}
	t.Fatalf("there is no row of %s", s)
	return nil
}

func TestSales_what_was_sold_and_kept(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		sales := func(s report.Span, asOf *time.Time) *report.SalesRow {
			list, err := m.App.Reports.Sales(t.Context(), s, asOf, page.First(10))
			require.NoError(t, err)
			require.Len(t, list.Nodes, 2)
			return of(t, list.Nodes, func(r *report.SalesRow) report.Purse { return r.Purse }, m.mill.ID)
		}
		mill := sales(span("2035-01-01", "2036-01-01"), nil)
		require.EqualValues(t, 2, mill.Orders)
		require.EqualValues(t, 8000, mill.Gross().Minor)
		require.EqualValues(t, 2000, mill.Refunds().Minor)
		require.EqualValues(t, 800, mill.Commission().Minor)
		require.EqualValues(t, 200, mill.CommissionReturned().Minor)
		require.EqualValues(t, 600, mill.Margin().Minor)
		require.Equal(t, 1000, *mill.TakeRateBasisPoints())

		require.EqualValues(t, 6000, sales(span("2035-01-01", "2035-04-01"), nil).Gross().Minor)
		mill = sales(span("2035-01-01", "2036-01-01"), &m.before)
		require.EqualValues(t, 6000, mill.Gross().Minor, "as it was then")
		require.Zero(t, mill.Refunds().Minor)

		_, err := m.App.Reports.Sales(t.Context(), span("2035-01-02", "2035-01-01"), nil, page.First(10))
		require.ErrorIs(t, err, report.ErrSpan)
		_, err = m.App.Reports.Sales(t.Context(), span("2033-01-01", "2036-01-01"), nil, page.First(10))
		require.ErrorIs(t, err, report.ErrSpan)
	})
}

func TestYears_by_quarter_and_by_month(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		_, err := m.App.Sellers.UpdateLegal(t.Context(), m.mill.Actor, seller.LegalInput{
			LegalName: "Mühle KG", Line1: "Mühlweg 3", PostalCode: "50667", City: "Köln", Country: "DE", TaxID: "DE1",
		})
		require.NoError(t, err)
		purse := func(r *report.YearRow) report.Purse { return r.Purse }
		list, err := m.App.Reports.DAC7(t.Context(), 2035, nil, page.First(10))
		require.NoError(t, err)
		mill := of(t, list.Nodes, purse, m.mill.ID)
		require.Equal(t, "Mühle KG", mill.LegalName)
		require.Equal(t, "Mühlweg 3, 50667 Köln", mill.Address)
		require.Equal(t, []report.Missing{report.MissingForm}, mill.Missing())
		require.Len(t, mill.Parts, 4)
		require.EqualValues(t, 1, mill.Parts[0].Orders)
		require.EqualValues(t, 5400, mill.Parts[0].Consideration().Minor)
		require.EqualValues(t, 600, mill.Parts[0].Fees().Minor)
		require.Zero(t, mill.Parts[1].Consideration().Minor, "20.00 sold and 20.00 given back, with the commission")
		require.Zero(t, mill.Parts[3].Orders)
		require.True(t, mill.IsSmall())
		require.Contains(t, of(t, list.Nodes, purse, m.kiln.ID).Missing(), report.MissingLegalName)
		requireBorn(t, m)

		list, err = m.App.Reports.Form1099K(t.Context(), 2035, nil, page.First(10))
		require.NoError(t, err)
		mill = of(t, list.Nodes, purse, m.mill.ID)
		require.Len(t, mill.Parts, 12)
		require.EqualValues(t, 6000, mill.Parts[2].Gross().Minor)
		require.EqualValues(t, 2000, mill.Parts[3].Gross().Minor, "refunds do not lower it")
		require.EqualValues(t, 8000, mill.Gross().Minor)
		require.Equal(t, 2, mill.Transactions())

		list, err = m.App.Reports.Form1099K(t.Context(), 2035, &m.before, page.First(10))
		require.NoError(t, err)
		require.EqualValues(t, 6000, of(t, list.Nodes, purse, m.mill.ID).Gross().Minor)
		_, err = m.App.Reports.DAC7(t.Context(), 1, nil, page.First(10))
		require.ErrorIs(t, err, report.ErrSpan)
	})
}

// requireBorn says that Mill is a person, and finds that in the report and its file.
func requireBorn(t *testing.T, m *market) {
	t.Helper()
	form, born, tin := seller.FormIndividual, time.Date(1980, 2, 29, 0, 0, 0, 0, time.UTC), "T-9"
	in := seller.LegalInput{
		LegalName: "Ada Mühle", Line1: "Mühlweg 3", PostalCode: "50667", City: "Köln", Country: "DE", TaxID: "DE1", Version: 1, Form: &form,
	}
	missing := func() []report.Missing {
		list, err := m.App.Reports.DAC7(t.Context(), 2035, nil, page.First(10))
		require.NoError(t, err)
		r := of(t, list.Nodes, func(r *report.YearRow) report.Purse { return r.Purse }, m.mill.ID)
		require.Equal(t, form, *r.LegalForm())
		return r.Missing()
	}
	l, err := m.App.Sellers.UpdateLegal(t.Context(), m.mill.Actor, in)
	require.NoError(t, err)
	require.Equal(t, []report.Missing{report.MissingBirthDate}, missing())
	in.Version, in.BirthDate, in.TIN = l.Version, &born, &tin
	_, err = m.App.Sellers.UpdateLegal(t.Context(), m.mill.Actor, in)
	require.NoError(t, err)
	require.Empty(t, missing())

	var file strings.Builder
	require.NoError(t, report.Write(t.Context(), m.DB.Read(t.Context()), report.File{Kind: report.KindDAC7, Year: 2035, Format: report.JSONL}, &file))
	require.Contains(t, file.String(), `"legal_form":"INDIVIDUAL","missing":"","birth_date":"1980-02-29"`)
	require.Contains(t, file.String(), `"tin":"T-9"`)
	file.Reset()
	require.NoError(t, report.Write(t.Context(), m.DB.Read(t.Context()), report.File{Kind: report.KindForm1099K, Year: 2035, Format: report.JSONL}, &file))
	require.NotContains(t, file.String(), "1980", "the form does not ask for it")
}

// Lists are whole, page by page, forwards and backwards.
func TestSales_pages(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		one := 1
		all := span("2035-01-01", "2036-01-01")
		var seen []seller.ID
		var after *string
		for range 3 {
			w, err := page.Args{First: &one, After: after}.Window()
			require.NoError(t, err)
			list, err := m.App.Reports.Sales(t.Context(), all, nil, w)
			require.NoError(t, err)
			for _, r := range list.Nodes {
				seen = append(seen, r.SellerID)
			}
			if after = list.PageInfo.EndCursor; !list.PageInfo.HasNextPage {
				break
			}
		}
		require.ElementsMatch(t, []seller.ID{m.mill.ID, m.kiln.ID}, seen)
		w, err := page.Args{Last: &one}.Window()
		require.NoError(t, err)
		list, err := m.App.Reports.Sales(t.Context(), all, nil, w)
		require.NoError(t, err)
		require.Equal(t, seen[1], list.Nodes[0].SellerID)
	})
}

// Taxes are those of the lines; what the platform took back is what its accounts say.
func TestTaxes_by_jurisdiction_and_remitter(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		require.NoError(t, m.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			text := `[{"component":"GOODS","jurisdiction":"US-CA","basisPoints":725,"isIncluded":false,"remitter":"PLATFORM","currency":"EUR","baseMinor":4000,"amountMinor":290},` +
				`{"component":"GOODS","jurisdiction":"DE","basisPoints":1900,"isIncluded":true,"remitter":"SELLER","currency":"EUR","baseMinor":4000,"amountMinor":639}]`
			if _, err := tx.NewRaw("UPDATE order_lines SET taxes = ? WHERE seller_id = ?", json.RawMessage(text), m.kiln.ID).Exec(ctx); err != nil {
				return err
			}
			d := ledger.NewDraft(ledger.KindRefundAccepted, "refund:x:accepted", "EUR").Move(ledger.PlatformTax("US-CA"), ledger.BuyerRefunds, 90)
			_, err := ledger.PostTx(ctx, tx, d)
			return err
		}))
		rows, err := m.App.Reports.Taxes(t.Context(), span("2035-01-01", "2036-01-01"), nil)
		require.NoError(t, err)
		require.Equal(t, []*report.TaxRow{
			{Jurisdiction: "DE", Remitter: "SELLER", Currency: "EUR", BaseMinor: 4000, TaxMinor: 639},
			{Jurisdiction: "US-CA", Remitter: "PLATFORM", Currency: "EUR", BaseMinor: 4000, TaxMinor: 290, ReturnedMinor: 90},
		}, rows)
		require.EqualValues(t, 200, rows[1].Due().Minor)
		require.Nil(t, rows[0].Returned())
		rows, err = m.App.Reports.Taxes(t.Context(), span("2035-03-06", "2035-04-01"), nil)
		require.NoError(t, err)
		require.Empty(t, rows)
	})
}

// Files have every row, in both forms, by an export job and on the command line.
func TestExport_of_every_report(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		all, y := span("2035-01-01", "2036-01-01"), 2035
		for kind, want := range map[report.Kind]int{report.KindSales: 2, report.KindDAC7: 2, report.KindForm1099K: 2, report.KindTaxes: 0} {
			in := report.ExportInput{Report: kind, From: &all.From, To: &all.To, Year: &y, Format: report.CSV}
			f, err := in.File(m.Clock.Now())
			require.NoError(t, err, kind)
			var out bytes.Buffer
			require.NoError(t, report.Write(t.Context(), m.DB.Read(t.Context()), f, &out))
			rows, err := csv.NewReader(bytes.NewReader(out.Bytes())).ReadAll()
			require.NoError(t, err)
			require.Len(t, rows, want+1, kind)

			f.Format = report.JSONL
			var lines bytes.Buffer
			require.NoError(t, report.Write(t.Context(), m.DB.Read(t.Context()), f, &lines))
			require.Equal(t, want, strings.Count(lines.String(), "\n"), kind)
			for line := range strings.Lines(lines.String()) {
				object := map[string]string{}
				require.NoError(t, json.Unmarshal([]byte(line), &object))
				require.Len(t, object, len(rows[0]), fmt.Sprint(kind))
			}

			asked, err := m.App.Reports.AskExport(t.Context(), m.App.Exports, m.olga.Actor, in)
			require.NoError(t, err)
			m.Settle()
			made, err := m.App.Exports.Get(t.Context(), m.olga.Actor, asked.ID)
			require.NoError(t, err)
			require.Equal(t, export.Ready, made.Status, kind)
			require.EqualValues(t, want, made.Done, kind)
		}
		_, err := m.App.Reports.AskExport(t.Context(), m.App.Exports, m.olga.Actor, report.ExportInput{Report: report.KindDAC7, Format: report.CSV})
		require.ErrorIs(t, err, report.ErrSpan)
	})
}
