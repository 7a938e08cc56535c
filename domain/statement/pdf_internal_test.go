package statement

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	"github.com/ledongthuc/pdf"
	"github.com/stretchr/testify/require"
)

// read gives the text of a PDF back, and how many pages it has.
func read(t *testing.T, content []byte) (text string, pages int) {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(content), int64(len(content)))
	require.NoError(t, err)
	plain, err := r.GetPlainText()
	require.NoError(t, err)
	all, err := io.ReadAll(plain)
	require.NoError(t, err)
	return string(all), r.NumPage()
}

func october(lines int) (*Statement, []*Line) {
	closed := time.Date(2026, 11, 1, 0, 10, 0, 0, time.UTC)
	st := &Statement{
		ID: "stm_1", Number: "ST-2026-000123", SellerID: "sel_1", Currency: "EUR", Month: "2026-10", OpeningMinor: 1234, ProviderClosingMinor: 777,
		ClosedAt: &closed,
	}
	total := &Total{Kind: KindSales, Book: BookPlatform, Currency: "EUR"}
	rows := make([]*Line, lines)
	for i := range rows {
		rows[i] = &Line{
			Currency: "EUR", Kind: KindSales, Book: BookPlatform, AmountMinor: int64(1000 + i), OrderID: fmt.Sprintf("ord_%d", i),
			PostedAt: closed.Add(-time.Hour),
		}
		total.AmountMinor += rows[i].AmountMinor
		total.Lines++
	}
	st.ClosingMinor = st.OpeningMinor + total.AmountMinor
	st.Totals = []*Total{total}
	return st, rows
}

// A statement says what it says in text that can be marked and searched, on numbered
// pages; the same statement has the same bytes.
func TestStatement_pdf(t *testing.T) {
	t.Parallel()
	st, lines := october(150)
	parts := []*Part{{Kind: PartReserve, Book: BookPlatform, Currency: "EUR", OpeningMinor: 9900, InMinor: 111, OutMinor: -222, ClosingMinor: 9789}}
	content, err := st.pdf("Mühle & Söhne", parts, lines)
	require.NoError(t, err)
	text, pages := read(t, content)
	require.Equal(t, 4, pages)
	for _, want := range []string{
		"Statement ST-2026-000123", "Mühle & Söhne", "Month 2026-10 (UTC), currency EUR", "Opening balance", "12.34", "Closing balance",
		"Came in", "Reserve", "99.00", "1.11", "-2.22", "97.89", st.Closing().Decimal(), "7.77", "ord_0", "ord_149", "11.49", "Page 1 of 4", "Page 4 of 4",
	} {
		require.Contains(t, text, want)
	}
	for range 3 {
		again, err := st.pdf("Mühle & Söhne", parts, lines)
		require.NoError(t, err)
		require.Equal(t, content, again)
	}
}

// Hostile names are words and nothing else, and what does not fit is cut off.
func TestStatement_pdf_of_hostile_names(t *testing.T) {
	t.Parallel()
	st, lines := october(1)
	lines[0].OrderID = "ord_(\\) Tj ET %%EOF endstream endobj ord_ord_ord_ord_ord_ord_ord_ord"
	content, err := st.pdf("A\x00B\r\n(/JS) 🍵 \u202e", nil, lines)
	require.NoError(t, err)
	text, pages := read(t, content)
	require.Equal(t, 1, pages)
	require.Contains(t, text, "A B  (/JS)")
	require.NotContains(t, text, "endobj", "what does not fit is cut off")
	require.NotContains(t, string(content), "/JavaScript")
}

// An invoice has both parties, the amounts by rate, and their sum.
func TestDocument_pdf(t *testing.T) {
	t.Parallel()
	d := &Document{
		Number: "CI-2026-000042", Kind: Invoice, Currency: "EUR", Month: "2026-10", NetMinor: 15000, VATMinor: 1900,
		VATGroups: []*VATGroup{{BasisPoints: 0, Currency: "EUR", NetMinor: 5000}, {BasisPoints: 1900, Currency: "EUR", NetMinor: 10000, VATMinor: 1900}},
		Issuer:    Party{Name: "Étal GmbH", Address: "Markt 1, 20095 Hamburg", Country: "DE", TaxID: "DE123"},
		Recipient: Party{Name: "Mühle KG", Address: "Mühlweg 3, 50667 Köln", Country: "DE", RegistrationNumber: "HRA 7"},
		IssuedAt:  time.Date(2026, 11, 1, 1, 0, 0, 0, time.UTC),
	}
	content, err := d.pdf("ST-2026-000123")
	require.NoError(t, err)
	text, pages := read(t, content)
	require.Equal(t, 1, pages)
	for _, want := range []string{
		"Commission invoice CI-2026-000042", "2026-11-01", "ST-2026-000123", "Étal GmbH", "VAT identification number DE123", "Mühle KG", "Registration number HRA 7",
		"0.00 %", "50.00", "19.00 %", "100.00", "119.00", "150.00", "19.00", "169.00", "Page 1 of 1",
	} {
		require.Contains(t, text, want)
	}
	d.Kind, d.Number = CreditNote, "CN-2026-000007"
	content, err = d.pdf("ST-2026-000123")
	require.NoError(t, err)
	text, _ = read(t, content)
	require.Contains(t, text, "Credit note for commission CN-2026-000007")
}
