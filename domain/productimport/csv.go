package productimport

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
)

// column is a column that an import reads.
type column int

const (
	colHandle column = iota
	colTitle
	colBody
	colBrand
	colType
	colTags
	colPublished
	colStatus
	colOption1Name
	colOption1Value
	colOption2Name
	colOption2Value
	colOption3Name
	colOption3Value
	colSKU
	colGrams
	colQuantity
	colPrice
	colCompareAt
	colShipping
	colBarcode
	colImage
	colImagePosition
	colImageAlt
	colVariantImage
	colGiftCard
	columns
)

// namesOf are the names of a column in a header, in lower case: that of the
// long-standing format first, then that of the newer one.
func namesOf(c column) []string {
	return [columns][]string{
		colHandle:        {"handle", "url handle"},
		colTitle:         {"title"},
		colBody:          {"body (html)", "description"},
		colBrand:         {"vendor"},
		colType:          {"type"},
		colTags:          {"tags"},
		colPublished:     {"published", "published on online store"},
		colStatus:        {"status"},
		colOption1Name:   {"option1 name"},
		colOption1Value:  {"option1 value"},
		colOption2Name:   {"option2 name"},
		colOption2Value:  {"option2 value"},
		colOption3Name:   {"option3 name"},
		colOption3Value:  {"option3 value"},
		colSKU:           {"variant sku", "sku"},
		colGrams:         {"variant grams", "weight value (grams)"},
		colQuantity:      {"variant inventory qty", "inventory quantity"},
		colPrice:         {"variant price", "price"},
		colCompareAt:     {"variant compare at price", "compare-at price"},
		colShipping:      {"variant requires shipping", "requires shipping"},
		colBarcode:       {"variant barcode", "barcode"},
		colImage:         {"image src", "product image url"},
		colImagePosition: {"image position"},
		colImageAlt:      {"image alt text"},
		colVariantImage:  {"variant image", "variant image url"},
		colGiftCard:      {"gift card"},
	}[c]
}

// required are the columns without which a file is no table of products.
func required() []column { return []column{colHandle, colTitle, colPrice} }

// optionColumns are the columns of option i, from 0.
func optionColumns(i int) (name, value column) {
	return colOption1Name + column(2*i), colOption1Value + column(2*i)
}

// row is one row with the cells that an import reads.
type row struct {
	line     int
	cells    [columns]string
	problems []Problem
}

func (r *row) get(c column) string { return strings.TrimSpace(r.cells[c]) }

// hasVariant reports whether the row describes a variant.
func (r *row) hasVariant() bool {
	for _, c := range []column{colOption1Value, colOption2Value, colOption3Value, colSKU, colPrice} {
		if r.get(c) != "" {
			return true
		}
	}
	return false
}

// group is the rows of one product, which stand together, and strays among
// them: rows that cannot be read or have no handle.
type group struct {
	handle string
	rows   []*row
	strays []*row
}

// table reads a file row by row.
type table struct {
	csv   *csv.Reader
	index [columns]int // place of a column in the file, -1 when it has none
	names [columns]string
	width int
	ahead *row // read already, not given out yet
}

// bounded refuses to read on after its limit, instead of ending the file
// there, and refuses a line with more cells than any such file has: each cell
// costs far more memory than the comma that makes it.
type bounded struct {
	from   io.Reader
	left   int64
	commas int // since the last line break
}

const commasMax = 20_000

// Read implements io.Reader.
func (b *bounded) Read(p []byte) (int, error) {
	if b.left < 0 {
		return 0, ErrUploadSize
	}
	if int64(len(p)) > b.left+1 {
		p = p[:b.left+1]
	}
	n, err := b.from.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return n, ErrUploadSize
	}
	for _, c := range p[:n] {
		switch c {
		case ',':
			b.commas++
		case '\n':
			b.commas = 0
		}
		if b.commas > commasMax {
			return 0, ErrRowLong
		}
	}
	return n, err
}

// errUnreadable carries the problems of a file that is no table of products.
type errUnreadable struct{ problems []Problem }

func (e *errUnreadable) Error() string {
	return fmt.Sprintf("the file cannot be imported: line %d, column %q: %s",
		e.problems[0].Line, e.problems[0].Column, e.problems[0].Message)
}

// openTable reads the header. It returns *errUnreadable for a file that has
// none or lacks a column.
func openTable(r io.Reader) (*table, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	mark, err := in.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
		_, _ = in.Discard(3) // has just been peeked at
	}
	t := &table{csv: csv.NewReader(in)}
	t.csv.FieldsPerRecord, t.csv.ReuseRecord = -1, true
	header, err := t.csv.Read()
	var broken *csv.ParseError
	if errors.Is(err, io.EOF) || errors.As(err, &broken) {
		return nil, &errUnreadable{[]Problem{problemOf(ErrFile, 1, "")}}
	}
	if err != nil {
		return nil, err
	}
	return t, t.readHeader(header)
}

func (t *table) readHeader(header []string) error {
	byName := map[string]column{}
	for c := range columns {
		t.index[c], t.names[c] = -1, canonical(namesOf(c)[0])
		for _, name := range namesOf(c) {
			byName[name] = c
		}
	}
	t.width = len(header)
	var problems []Problem
	for i, name := range header {
		if !utf8.ValidString(name) || strings.ContainsRune(name, 0) {
			return &errUnreadable{[]Problem{problemOf(ErrFile, 1, "")}}
		}
		name = strings.TrimSpace(name)
		c, known := byName[strings.ToLower(name)]
		switch {
		case !known:
		case t.index[c] >= 0:
			problems = append(problems, problemOf(ErrColumnTwice, 1, name))
		default:
			t.index[c], t.names[c] = i, strings.Clone(name)
		}
	}
	for _, c := range required() {
		if t.index[c] < 0 {
			problems = append(problems, problemOf(ErrColumnMissing, 1, t.names[c]))
		}
	}
	if len(problems) > 0 {
		return &errUnreadable{problems}
	}
	return nil
}

// canonical writes a lower-case column name as files do.
func canonical(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		switch w {
		case "sku":
			words[i] = "SKU"
		case "(html)":
			words[i] = "(HTML)"
		default:
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// problemOf tells a fault of a cell.
func problemOf(f *fault.Fault, line int, column string) Problem {
	return Problem{Line: line, Column: column, Code: string(f.Code), Message: f.Message}
}

func (t *table) problem(f *fault.Fault, line int, c column) Problem {
	return problemOf(f, line, t.names[c])
}

// nextRow reads a row. A row that cannot be read comes back with its problem;
// io.EOF ends the file.
func (t *table) nextRow() (*row, error) {
	if r := t.ahead; r != nil {
		t.ahead = nil
		return r, nil
	}
	cells, err := t.csv.Read()
	var broken *csv.ParseError
	if errors.As(err, &broken) {
		return &row{line: broken.StartLine, problems: []Problem{problemOf(ErrRowQuotes, broken.StartLine, "")}}, nil
	}
	if err != nil {
		return nil, err
	}
	line, _ := t.csv.FieldPos(0)
	r := &row{line: line}
	if len(cells) > t.width {
		r.problems = append(r.problems, problemOf(ErrRowLong, line, ""))
	}
	for c, i := range t.index {
		if i < 0 || i >= len(cells) {
			continue
		}
		if !utf8.ValidString(cells[i]) || strings.ContainsRune(cells[i], 0) {
			at, _ := t.csv.FieldPos(i)
			r.problems = append(r.problems, t.problem(fault.ErrTextEncoding, at, column(c)))
			continue
		}
		r.cells[c] = cells[i]
	}
	return r, nil
}

// groupMax bounds how many rows are held at a time. No product that the
// catalogue takes has more, with a row for each variant and for each image.
const groupMax = catalog.VariantsMax + 100

// nextGroup reads the rows of the next product; io.EOF ends the file.
func (t *table) nextGroup() (*group, error) {
	g := &group{}
	for {
		if len(g.rows)+len(g.strays) == groupMax {
			return g, nil
		}
		r, err := t.nextRow()
		if errors.Is(err, io.EOF) && len(g.rows)+len(g.strays) > 0 {
			return g, nil
		}
		if err != nil {
			return nil, err
		}
		handle := r.get(colHandle)
		switch {
		case handle == "":
			if len(r.problems) == 0 {
				r.problems = append(r.problems, t.noHandle(r))
			}
			g.strays = append(g.strays, r)
		case g.handle == "" || g.handle == handle:
			g.handle = handle
			g.rows = append(g.rows, r)
		default:
			t.ahead = r
			return g, nil
		}
	}
}

// noHandle is the problem of a row without a handle: an empty row or one that
// belongs to no product.
func (t *table) noHandle(r *row) Problem {
	for _, cell := range r.cells {
		if strings.TrimSpace(cell) != "" {
			return t.problem(fault.ErrTextRequired, r.line, colHandle)
		}
	}
	return problemOf(ErrRowEmpty, r.line, "")
}
