package catalog

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/page"
)

// OptionInput is a value of an option, by the name of the option.
type OptionInput struct {
	Name, Value string
}

// VariantFilter narrows the variants of a product; what is nil does not.
type VariantFilter struct {
	// Text is in the option values, whatever their case, or the barcode, or the SKU
	// of an offer that the reader may change.
	Text *string
	// Options are values that a variant must have, exactly. None has a value of an
	// option that the product lacks.
	Options []*OptionInput
}

// VariantsAsk asks for a page of the variants of a product. It is comparable, so
// that a loader knows an ask that it has had before.
type VariantsAsk struct {
	ProductID ProductID

	which variantsWhich
}

// variantsWhich is what several products may be asked for alike.
type variantsWhich struct {
	text   string             // folded
	values [optionsMax]string // by the place of the option; empty: any
	never  bool               // nothing fits
	window page.Window
}

// AskVariants checks what is asked of a product's variants.
func AskVariants(p *Product, f *VariantFilter, args page.Args) (VariantsAsk, error) {
	ask := VariantsAsk{ProductID: p.ID}
	var err error
	if ask.which.window, err = args.Window(); err != nil || f == nil {
		return ask, err
	}
	var l fault.List
	ask.which.text = foldKey(text(&l, f.Text, nameMax, "filter", "text"))
	l.Check(len(f.Options) <= optionsMax, ErrTooMany.At("filter", "options"))
	for _, o := range f.Options {
		i := slices.Index(p.OptionNames, o.Name)
		if i < 0 || o.Value == "" || ask.which.values[i] != "" && ask.which.values[i] != o.Value {
			ask.which.never = true
			continue
		}
		ask.which.values[i] = o.Value
	}
	return ask, l.Err()
}

// variantKey is the cursor of the variants of a product.
type variantKey struct {
	Position int       `json:"position"`
	ID       VariantID `json:"id"`
}

// FindVariants answers asks for pages of variants, in the order of display. Those
// that ask several products for the same take one query. The caller has seen to it
// that the viewer sees the products.
func (s *Service) FindVariants(ctx context.Context, viewer Viewer, asks []VariantsAsk) (map[VariantsAsk]*page.Connection[Variant], error) {
	products := map[variantsWhich][]ProductID{}
	for _, ask := range asks {
		products[ask.which] = append(products[ask.which], ask.ProductID)
	}
	found := make(map[VariantsAsk]*page.Connection[Variant], len(asks))
	for which, ids := range products {
		rows := map[ProductID][]*Variant{}
		if !which.never {
			list, err := selectVariantPages(ctx, s.db.Read(ctx), variantPages{viewer, ids, which})
			if err != nil {
				return nil, wrap("read variants", err)
			}
			rows = grouped(list, func(v *Variant) ProductID { return v.ProductID })
		}
		for _, id := range ids {
			found[VariantsAsk{id, which}] = page.Connect(which.window, rows[id], func(v *Variant) any { return variantKey{v.Position, v.ID} })
		}
	}
	return found, nil
}

// CountVariants returns how many variants products have. The caller has seen to it
// that the viewer sees the products.
func (s *Service) CountVariants(ctx context.Context, ids []ProductID) (map[ProductID]*int, error) {
	counts, err := selectVariantCounts(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, wrap("count variants", err)
	}
	found := make(map[ProductID]*int, len(ids))
	for _, id := range ids {
		found[id] = new(int)
	}
	for _, c := range counts {
		found[c.ProductID] = &c.Count
	}
	return found, nil
}

// Option is an option of a product with the values that its variants have.
type Option struct {
	Name   string
	Values []string // in the order of display, the first VariantsShown of them
	// ValueCount is how many values there are.
	ValueCount int
}

// OptionsOf returns the values that the variants of products have, by the place of
// their option, for Options to name. The caller has seen to it that the viewer sees
// the products.
func (s *Service) OptionsOf(ctx context.Context, ids []ProductID) (map[ProductID][]*Option, error) {
	values, err := selectOptionValues(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, wrap("read option values", err)
	}
	slices.SortStableFunc(values, func(a, b *optionValue) int { return cmp.Compare(a.Position, b.Position) })
	found := map[ProductID][]*Option{}
	for _, v := range values {
		for len(found[v.ProductID]) <= v.Place {
			found[v.ProductID] = append(found[v.ProductID], &Option{})
		}
		o := found[v.ProductID][v.Place]
		if o.ValueCount++; o.ValueCount <= VariantsShown {
			o.Values = append(o.Values, v.Value)
		}
	}
	return found, nil
}

// NameOptions names what OptionsOf has found after the options of the product.
func NameOptions(p *Product, found []*Option) []*Option {
	named := make([]*Option, len(p.OptionNames))
	for i, name := range p.OptionNames {
		named[i] = &Option{Name: name, Values: []string{}}
		if i < len(found) {
			named[i].Values, named[i].ValueCount = found[i].Values, found[i].ValueCount
		}
	}
	return named
}

// contains is the pattern that finds a text anywhere in another, for LIKE with the
// escape \.
func contains(s string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(s) + "%"
}

// optionAt is the expression for the value of the option at a place.
func optionAt(place int) string { return fmt.Sprintf("v.option_values ->> %d", place) }
