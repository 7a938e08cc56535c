package statement

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/etal-market/etal/domain/money"
)

// The measures of a page, in millimetres.
const (
	marginSide   = 20.0
	marginTop    = 18.0
	marginBottom = 20.0
	rowHeight    = 6.0
	fontSize     = 9.5
)

// sheet is a document for people that is being written. The same content gives the
// same bytes: its only instants are those of what it tells.
type sheet struct {
	pdf *fpdf.Fpdf
}

// newSheet begins a document. Its instant is when what it tells was closed or issued.
func newSheet(title string, at time.Time) *sheet {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(at.UTC())
	pdf.SetModificationDate(at.UTC())
	pdf.SetProducer("Étal", true)
	pdf.SetTitle(title, true)
	pdf.SetLang("en")
	pdf.AddUTF8FontFromBytes("go", "", goregular.TTF)
	pdf.AddUTF8FontFromBytes("go", "B", gobold.TTF)
	pdf.SetMargins(marginSide, marginTop, marginSide)
	pdf.SetAutoPageBreak(true, marginBottom)
	pdf.AliasNbPages("{nb}")
	pdf.SetFooterFunc(func() {
		pdf.SetY(-12)
		pdf.SetFont("go", "", 8)
		pdf.CellFormat(0, 5, title, "", 0, "L", false, 0, "")
		pdf.SetX(marginSide)
		pdf.CellFormat(0, 5, fmt.Sprintf("Page %d of {nb}", pdf.PageNo()), "", 0, "R", false, 0, "")
	})
	pdf.AddPage()
	s := &sheet{pdf}
	s.pdf.SetFont("go", "B", 16)
	s.pdf.CellFormat(0, 9, title, "", 1, "L", false, 0, "")
	return s
}

// plain returns text that a page can show: control characters are none of it.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r > 0xffff { // the fonts know no planes above the first
			return ' '
		}
		return r
	}, text)
}

func (s *sheet) heading(text string) {
	s.pdf.Ln(4)
	s.pdf.SetFont("go", "B", 11)
	s.pdf.CellFormat(0, 7, plain(text), "", 1, "L", false, 0, "")
}

func (s *sheet) text(lines ...string) {
	s.pdf.SetFont("go", "", fontSize)
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			s.pdf.MultiCell(0, 5, plain(l), "", "L", false)
		}
	}
}

// row writes the cells of a line of a table: words to the left, the last ones are
// figures, to the right.
func (s *sheet) row(style string, figures int, widths []float64, cells ...string) {
	s.pdf.SetFont("go", style, fontSize)
	border := ""
	if style == "B" {
		border = "B"
	}
	for i, c := range cells {
		align := "L"
		if i >= len(cells)-figures {
			align = "R"
		}
		s.pdf.CellFormat(widths[i], rowHeight, s.fit(plain(c), widths[i]), border, 0, align, false, 0, "")
	}
	s.pdf.Ln(rowHeight)
}

// fit cuts off what does not fit into a cell.
func (s *sheet) fit(text string, width float64) string {
	runes := []rune(text)
	for len(runes) > 1 && s.pdf.GetStringWidth(string(runes)) > width-2 {
		runes = append(runes[:len(runes)-2], '…')
	}
	return string(runes)
}

func (s *sheet) bytes() ([]byte, error) {
	var out bytes.Buffer
	if err := s.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write the PDF: %w", err)
	}
	return out.Bytes(), nil
}

// linesInPDF is up to how many lines a statement for people has them one by one. One
// of more names the sums, and where the lines are.
const linesInPDF = 2000

// totalWidths and lineWidths are the columns of the tables, in millimetres.
func totalWidths() []float64 { return []float64{110, 20, 40} }

func lineWidths() []float64 { return []float64{24, 52, 60, 34} }

// pdf writes a closed statement for people to read. The lines are those of the
// statement, or none when there are too many.
func (st *Statement) pdf(of string, lines []*Line) ([]byte, error) {
	s := newSheet("Statement "+st.Number, *st.ClosedAt)
	s.text(of, "Month "+st.Month+" (UTC), currency "+string(st.Currency), "Closed on "+st.ClosedAt.UTC().Format(time.RFC3339))
	for _, book := range []struct {
		of               Book
		name             string
		opening, closing money.Amount
	}{
		{BookPlatform, "What the platform owes", st.Opening(), st.Closing()},
		{BookProvider, "Balance at the payment provider", st.ProviderOpening(), st.ProviderClosing()},
	} {
		s.heading(book.name)
		s.row("B", 2, totalWidths(), "", "Lines", string(st.Currency))
		s.row("", 2, totalWidths(), "Opening balance", "", book.opening.Decimal())
		for _, t := range st.Totals {
			if t.Book == book.of {
				s.row("", 2, totalWidths(), words(t.Kind), fmt.Sprint(t.Lines), t.Amount().Decimal())
			}
		}
		s.row("B", 2, totalWidths(), "Closing balance", "", book.closing.Decimal())
	}
	s.heading("Lines")
	if len(lines) == 0 {
		s.text("This statement has more lines than are printed, or none. The table (CSV) has all of them.")
		return s.bytes()
	}
	s.row("B", 1, lineWidths(), "Day", "What", "Order", string(st.Currency))
	for _, l := range lines {
		s.row("", 1, lineWidths(), l.PostedAt.UTC().Format(time.DateOnly), words(l.Kind), l.OrderID, l.Amount().Decimal())
	}
	return s.bytes()
}

// pdf writes an invoice or a credit note.
func (d *Document) pdf(statement string) ([]byte, error) {
	title := "Commission invoice "
	if d.Kind == CreditNote {
		title = "Credit note for commission "
	}
	s := newSheet(title+d.Number, d.IssuedAt)
	s.text("Issued on "+d.IssuedAt.UTC().Format(time.DateOnly), "For "+d.Month+", statement "+statement)
	s.heading("From")
	s.text(d.Issuer.lines()...)
	s.heading("To")
	s.text(d.Recipient.lines()...)
	s.heading("Commission")
	widths := []float64{50, 40, 40, 40}
	s.row("B", 3, widths, "VAT rate", "Net "+string(d.Currency), "VAT "+string(d.Currency), "Gross "+string(d.Currency))
	for _, g := range d.VATGroups {
		gross := money.New(g.NetMinor+g.VATMinor, d.Currency)
		rate := fmt.Sprintf("%d.%02d %%", g.BasisPoints/100, g.BasisPoints%100)
		s.row("", 3, widths, rate, g.Net().Decimal(), g.VAT().Decimal(), gross.Decimal())
	}
	s.row("B", 3, widths, "Total", d.Net().Decimal(), d.VAT().Decimal(), d.Gross().Decimal())
	s.text("", "The amount is settled with the seller's balance; the statement shows it line by line.")
	return s.bytes()
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

// words says a kind of line as people say it.
func words(k Kind) string {
	text := strings.ToLower(strings.ReplaceAll(string(k), "_", " "))
	text = strings.ReplaceAll(text, "vat", "VAT")
	return strings.ToUpper(text[:1]) + text[1:]
}
