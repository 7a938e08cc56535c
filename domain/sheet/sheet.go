package sheet

import (
	"bytes"
	"fmt"
	"strings"
	"time"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

// The measures of a page, in millimetres.
const (
	marginSide   = 20.0
	marginTop    = 18.0
	marginBottom = 20.0
	rowHeight    = 6.0
	fontSize     = 9.5 // points
)

// Sheet is a document for people that is being written. The same content gives the
// same bytes: its only instants are those of what it tells.
type Sheet struct {
	pdf *fpdf.Fpdf
}

// New begins a document. Its instant is when what it tells was closed or issued.
func New(title string, at time.Time) *Sheet {
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
	s := &Sheet{pdf}
	s.pdf.SetFont("go", "B", 16)
	s.pdf.CellFormat(0, 9, title, "", 1, "L", false, 0, "")
	return s
}

// plain returns text that a page can show: what controls text is none of it.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r > 0xffff { // the fonts know no planes above the first
			return ' '
		}
		return r
	}, text)
}

// Heading begins a part of the document.
func (s *Sheet) Heading(text string) {
	s.pdf.Ln(4)
	s.pdf.SetFont("go", "B", 11)
	s.pdf.CellFormat(0, 7, plain(text), "", 1, "L", false, 0, "")
}

// Text writes lines that are not empty, each as long as it needs.
func (s *Sheet) Text(lines ...string) {
	s.pdf.SetFont("go", "", fontSize)
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			s.pdf.MultiCell(0, 5, plain(l), "", "L", false)
		}
	}
}

// Row writes the cells of a line of a table, with their widths in millimetres: words to
// the left, the last ones are figures, to the right. The style is B for bold, or empty.
func (s *Sheet) Row(style string, figures int, widths []int, cells ...string) {
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
		width := float64(widths[i])
		s.pdf.CellFormat(width, rowHeight, s.fit(plain(c), width), border, 0, align, false, 0, "")
	}
	s.pdf.Ln(rowHeight)
}

// fit cuts off what does not fit into a cell.
func (s *Sheet) fit(text string, width float64) string {
	runes := []rune(text)
	for len(runes) > 1 && s.pdf.GetStringWidth(string(runes)) > width-2 {
		runes = append(runes[:len(runes)-2], '…')
	}
	return string(runes)
}

// Bytes ends the document.
func (s *Sheet) Bytes() ([]byte, error) {
	var out bytes.Buffer
	if err := s.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("write the PDF: %w", err)
	}
	return out.Bytes(), nil
}

// Words says a value of an enum, such as VAT_ON_FEES, as people say it.
func Words(value string) string {
	text := strings.ToLower(strings.ReplaceAll(value, "_", " "))
	text = strings.ReplaceAll(text, "vat", "VAT")
	return strings.ToUpper(text[:1]) + text[1:]
}
