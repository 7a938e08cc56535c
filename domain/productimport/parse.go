package productimport

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
)

// parsed is a product of the file as a command, with the lines it came from.
type parsed struct {
	handle   string
	line     int
	command  catalog.CreateInput
	status   *catalog.ProductStatus // as the file says; nil when it does not
	lines    []int                  // of the variants
	formers  []bool                 // of the variants: whether the file says a former price, or that there is none
	images   []imageRow
	names    *[columns]string // as the file spells the columns
	problems []Problem
}

type imageRow struct {
	line, position int
	input          catalog.ImageInput
}

// parse makes the rows of a product into a command. What is wrong with them
// is in problems.
func (t *table) parse(g *group, currency money.Currency) *parsed {
	first := g.rows[0]
	p := &parsed{handle: g.handle, line: first.line, names: &t.names}
	p.command = catalog.CreateInput{
		Title: first.get(colTitle), Handle: &p.handle, Description: given(first.cells[colBody]),
		Brand: given(first.get(colBrand)), ProductType: given(first.get(colType)), Tags: splitTags(first.get(colTags)),
	}
	if isTrue(first.get(colGiftCard)) {
		p.add(ErrGiftCard, first.line, colGiftCard)
	}
	p.readStatus(first)
	p.readOptionNames(first)
	seen, skus := map[string]bool{}, map[string]bool{}
	for i, r := range g.rows {
		p.problems = append(p.problems, r.problems...)
		hasImage := p.readImage(r)
		if !r.hasVariant() && i > 0 {
			if !hasImage && len(r.problems) == 0 {
				p.add(ErrRowEmpty, r.line, -1)
			}
			continue
		}
		v := p.readVariant(r, currency)
		key := catalog.OptionsKey(v.OptionValues)
		if seen[key] {
			p.add(catalog.ErrVariantTaken, r.line, colOption1Value)
		}
		seen[key] = true
		if sku := r.get(colSKU); sku != "" && skus[sku] {
			p.add(ErrSKUTwice, r.line, colSKU)
		} else {
			skus[sku] = true
		}
		p.command.Variants, p.lines = append(p.command.Variants, v), append(p.lines, r.line)
		p.formers = append(p.formers, r.get(colCompareAt) != "")
	}
	p.orderImages()
	for i := range p.problems {
		p.problems[i].Handle = g.handle
	}
	return p
}

// add notes a problem; column -1 is the row as a whole.
func (p *parsed) add(f *fault.Fault, line int, c column) {
	name := ""
	if c >= 0 {
		name = p.names[c]
	}
	problem := problemOf(f, line, name)
	problem.Handle = p.handle
	p.problems = append(p.problems, problem)
}

func (p *parsed) readStatus(r *row) {
	status, published := strings.ToUpper(r.get(colStatus)), r.get(colPublished)
	switch s := catalog.ProductStatus(status); s {
	case catalog.ProductActive, catalog.ProductDraft, catalog.ProductArchived:
		p.status = &s
	case "":
	default:
		p.add(ErrStatus, r.line, colStatus)
	}
	shown, ok := readBool(published)
	if published != "" && !ok {
		p.add(ErrStatus, r.line, colPublished)
	}
	switch {
	case p.status == nil && ok:
		p.status = statusPtr(shown)
	case p.status != nil && *p.status == catalog.ProductActive && ok && !shown:
		p.status = statusPtr(false)
	}
}

func statusPtr(shown bool) *catalog.ProductStatus {
	s := catalog.ProductDraft
	if shown {
		s = catalog.ProductActive
	}
	return &s
}

// readOptionNames reads the options. A product without options has one called
// Title with the value Default Title in these files.
func (p *parsed) readOptionNames(r *row) {
	names := []string{}
	for i := range 3 {
		c, _ := optionColumns(i)
		if name := r.get(c); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 1 && strings.EqualFold(names[0], "Title") && strings.EqualFold(r.get(colOption1Value), "Default Title") {
		names = []string{}
	}
	p.command.OptionNames = names
}

// readVariant reads the variant of a row.
func (p *parsed) readVariant(r *row, currency money.Currency) *catalog.VariantInput {
	v := &catalog.VariantInput{
		OptionValues: []string{}, Barcode: given(r.get(colBarcode)), ImageURL: given(r.get(colVariantImage)),
		WeightG: p.number(r, colGrams),
	}
	for i := range p.command.OptionNames {
		_, c := optionColumns(i)
		v.OptionValues = append(v.OptionValues, r.get(c))
		if r.get(c) == "" {
			p.add(fault.ErrTextRequired, r.line, c)
		}
	}
	price := money.Input{Amount: plainAmount(r.get(colPrice)), CurrencyCode: currency}
	if price.Amount == "" {
		p.add(fault.ErrTextRequired, r.line, colPrice)
	} else if amount, err := price.Parse(); err != nil {
		p.add(firstFault(err), r.line, colPrice)
	} else if amount.Minor <= 0 {
		p.add(catalog.ErrPrice, r.line, colPrice)
	}
	v.Offer = &catalog.OfferInput{
		SKU: given(r.get(colSKU)), Price: price, CompareAt: p.compareAt(r, price), Quantity: p.number(r, colQuantity),
	}
	if ships := r.get(colShipping); ships != "" {
		yes, ok := readBool(ships)
		if !ok {
			p.add(ErrStatus, r.line, colShipping)
		}
		v.Offer.RequiresShipping = &yes
	}
	return v
}

// compareAt reads the former price. One that is not above the price is no
// former price: these files hold such, and show nothing for them.
func (p *parsed) compareAt(r *row, price money.Input) *money.Input {
	cell := r.get(colCompareAt)
	if cell == "" {
		return nil
	}
	former := money.Input{Amount: plainAmount(cell), CurrencyCode: price.CurrencyCode}
	amount, err := former.Parse()
	if err != nil {
		p.add(firstFault(err), r.line, colCompareAt)
		return nil
	}
	now, err := price.Parse()
	if err != nil || amount.Minor <= now.Minor {
		return nil
	}
	return &former
}

// number reads a number that is not negative, rounded to a whole one; nil for
// an empty cell.
func (p *parsed) number(r *row, c column) *int {
	cell := r.get(c)
	if cell == "" {
		return nil
	}
	whole, fraction, _ := strings.Cut(cell, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < 0 || strings.HasPrefix(whole, "-") || strings.Trim(fraction, "0123456789") != "" || len(whole) > 9 {
		p.add(ErrNumber, r.line, c)
		return nil
	}
	if fraction != "" && fraction[0] >= '5' {
		n++
	}
	return &n
}

// readImage reads the image of a row and reports whether it has one.
func (p *parsed) readImage(r *row) bool {
	address := r.get(colImage)
	if address == "" {
		return false
	}
	known := slices.ContainsFunc(p.images, func(i imageRow) bool { return i.input.URL == address })
	position := p.number(r, colImagePosition)
	if known {
		return true
	}
	image := imageRow{line: r.line, position: len(p.images) + 1, input: catalog.ImageInput{URL: address, Alt: given(r.get(colImageAlt))}}
	if position != nil {
		image.position = *position
	}
	p.images = append(p.images, image)
	return true
}

func (p *parsed) orderImages() {
	slices.SortStableFunc(p.images, func(a, b imageRow) int { return cmp.Compare(a.position, b.position) })
	p.command.Images = make([]*catalog.ImageInput, len(p.images))
	for i := range p.images {
		p.command.Images[i] = &p.images[i].input
	}
}

// explain turns faults of the catalogue into problems of lines and columns.
func (p *parsed) explain(err error) bool {
	faults := fault.As(err)
	for _, f := range faults {
		line, c := p.place(f.Field)
		p.add(f, line, c)
	}
	return len(faults) > 0
}

// place finds where in the file a field of the command came from.
func (p *parsed) place(field []string) (int, column) {
	if len(field) == 0 {
		return p.line, -1
	}
	if len(field) > 1 {
		i, err := strconv.Atoi(field[1])
		switch {
		case err != nil:
		case field[0] == "images" && i < len(p.images):
			return p.images[i].line, imageColumn(field[2:])
		case field[0] == "variants" && i < len(p.lines):
			return p.lines[i], variantColumn(field[2:])
		}
	}
	return p.line, productColumn(field[0])
}

func productColumn(field string) column {
	switch field {
	case "title":
		return colTitle
	case "handle":
		return colHandle
	case "descriptionHtml":
		return colBody
	case "brand":
		return colBrand
	case "productType":
		return colType
	case "tags":
		return colTags
	case "optionNames":
		return colOption1Name
	case "images":
		return colImage
	case "status":
		return colStatus
	}
	return -1
}

func imageColumn(field []string) column {
	if len(field) > 0 && field[0] == "alt" {
		return colImageAlt
	}
	return colImage
}

func variantColumn(field []string) column {
	if len(field) > 1 && field[0] == "offer" {
		field = field[1:]
	}
	if len(field) == 0 {
		return -1
	}
	switch field[0] {
	case "optionValues":
		return colOption1Value
	case "barcode":
		return colBarcode
	case "weightGrams":
		return colGrams
	case "imageUrl":
		return colVariantImage
	case "price":
		return colPrice
	case "compareAt":
		return colCompareAt
	case "sku":
		return colSKU
	case "quantity":
		return colQuantity
	}
	return -1
}

// plainAmount drops zeros behind the decimals that matter: "500.00" is 500 in
// a currency without decimals.
func plainAmount(s string) string {
	whole, fraction, dot := strings.Cut(s, ".")
	if !dot || fraction == "" {
		return s
	}
	fraction = strings.TrimRight(fraction, "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

func firstFault(err error) *fault.Fault {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f
	}
	return ErrNumber
}

func splitTags(s string) []string {
	tags := []string{}
	for tag := range strings.SplitSeq(s, ",") {
		if tag = strings.TrimSpace(tag); tag != "" {
			tags = append(tags, tag)
		}
	}
	return tags
}

func readBool(s string) (value, ok bool) {
	switch strings.ToLower(s) {
	case "true", "yes", "1":
		return true, true
	case "false", "no", "0":
		return false, true
	}
	return false, false
}

func isTrue(s string) bool {
	value, ok := readBool(s)
	return ok && value
}

// given is nil for an empty cell.
func given(s string) *string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return &s
}
