package statement

import (
	"fmt"
	"time"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/sheet"
)

// linesInPDF is up to how many lines a statement for people has them one by one. One
// of more names the sums, and where the lines are.
const linesInPDF = 2000

// totalWidths and lineWidths are the columns of the tables, in millimetres.
func totalWidths() []int { return []int{110, 20, 40} }

func lineWidths() []int { return []int{24, 52, 60, 34} }

// pdf writes a closed statement for people to read. The lines are those of the
// statement, or none when there are too many.
func (st *Statement) pdf(of string, parts []*Part, lines []*Line) ([]byte, error) {
	s := sheet.New("Statement "+st.Number, *st.ClosedAt)
	s.Text(of, "Month "+st.Month+" (UTC), currency "+string(st.Currency), "Closed on "+st.ClosedAt.UTC().Format(time.RFC3339))
	for _, book := range []struct {
		of               Book
		name             string
		opening, closing money.Amount
	}{
		{BookPlatform, "What the platform owes", st.Opening(), st.Closing()},
		{BookProvider, "Balance at the payment provider", st.ProviderOpening(), st.ProviderClosing()},
	} {
		s.Heading(book.name)
		s.Row("B", 2, totalWidths(), "", "Lines", string(st.Currency))
		s.Row("", 2, totalWidths(), "Opening balance", "", book.opening.Decimal())
		for _, t := range st.Totals {
			if t.Book == book.of {
				s.Row("", 2, totalWidths(), sheet.Words(string(t.Kind)), fmt.Sprint(t.Lines), t.Amount().Decimal())
			}
		}
		s.Row("B", 2, totalWidths(), "Closing balance", "", book.closing.Decimal())
	}
	printParts(s, parts)
	s.Heading("Lines")
	if len(lines) == 0 {
		s.Text("This statement has more lines than are printed, or none. The table (CSV) has all of them.")
		return s.Bytes()
	}
	s.Row("B", 1, lineWidths(), "Day", "What", "Order", string(st.Currency))
	for _, l := range lines {
		s.Row("", 1, lineWidths(), l.PostedAt.UTC().Format(time.DateOnly), sheet.Words(string(l.Kind)), l.OrderID, l.Amount().Decimal())
	}
	return s.Bytes()
}

// printParts tells where the balances are, and what moved between.
func printParts(s *sheet.Sheet, parts []*Part) {
	if len(parts) == 0 {
		return
	}
	widths := []int{50, 30, 30, 30, 30}
	s.Heading("Where the balances are, and what moved within them")
	s.Row("B", 4, widths, "", "Opening", "Came in", "Went out", "Closing")
	for _, p := range parts {
		s.Row("", 4, widths, sheet.Words(string(p.Kind)), p.Opening().Decimal(), p.CameIn().Decimal(), p.WentOut().Decimal(), p.Closing().Decimal())
	}
}

// pdf writes an invoice or a credit note.
func (d *Document) pdf(statement string) ([]byte, error) {
	title := "Commission invoice "
	if d.Kind == CreditNote {
		title = "Credit note for commission "
	}
	s := sheet.New(title+d.Number, d.IssuedAt)
	s.Text("Issued on "+d.IssuedAt.UTC().Format(time.DateOnly), "For "+d.Month+", statement "+statement)
	s.Heading("From")
	s.Text(d.Issuer.lines()...)
	s.Heading("To")
	s.Text(d.Recipient.lines()...)
	s.Heading("Commission")
	widths := []int{50, 40, 40, 40}
	s.Row("B", 3, widths, "VAT rate", "Net "+string(d.Currency), "VAT "+string(d.Currency), "Gross "+string(d.Currency))
	for _, g := range d.VATGroups {
		gross := money.New(g.NetMinor+g.VATMinor, d.Currency)
		rate := fmt.Sprintf("%d.%02d %%", g.BasisPoints/100, g.BasisPoints%100)
		s.Row("", 3, widths, rate, g.Net().Decimal(), g.VAT().Decimal(), gross.Decimal())
	}
	s.Row("B", 3, widths, "Total", d.Net().Decimal(), d.VAT().Decimal(), d.Gross().Decimal())
	s.Text("", "The amount is settled with the seller's balance; the statement shows it line by line.")
	return s.Bytes()
}

// lines writes a party as an address.
func (p Party) lines() []string {
	of := []string{p.Name, p.Address, p.Country}
	if p.RegistrationNumber != "" {
		of = append(of, "Registration number "+p.RegistrationNumber)
	}
	if p.TaxID != "" {
		of = append(of, "VAT identification number "+p.TaxID)
	}
	return of
}
