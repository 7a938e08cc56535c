package productimport

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/inventory"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// outcome is what applying a product did.
type outcome struct {
	created, changed                              bool
	variantsCreated, offersCreated, offersUpdated int
}

// applyTx creates the product, or brings the one with its handle up to date.
func applyTx(ctx context.Context, tx db.Tx, owner seller.ID, p *parsed) (outcome, error) {
	existing, err := catalog.ByHandle(ctx, tx, owner, p.handle)
	if errors.Is(err, catalog.ErrProductNotFound) {
		return createTx(ctx, tx, owner, p)
	}
	if err != nil {
		return outcome{}, err
	}
	return updateTx(ctx, tx, owner, change{existing, p})
}

func createTx(ctx context.Context, tx db.Tx, owner seller.ID, p *parsed) (outcome, error) {
	in := p.command
	if p.status != nil && *p.status == catalog.ProductActive {
		in.Status = p.status
	}
	made, err := inventory.CreateProductTx(ctx, tx, owner, in)
	if err != nil {
		return outcome{}, err
	}
	if p.status != nil && *p.status == catalog.ProductArchived {
		if _, err := catalog.SetStatusTx(ctx, tx, owner, made.ID, catalog.ProductArchived); err != nil {
			return outcome{}, err
		}
	}
	n := len(p.command.Variants)
	return outcome{created: true, changed: true, variantsCreated: n, offersCreated: n}, nil
}

// change is a product as it is and as the file wants it.
type change struct {
	product *catalog.Product
	file    *parsed
}

// updateTx writes what differs. What the file has no cell for stays: a cell
// that is empty changes nothing, and variants that the file does not mention
// are not touched.
func updateTx(ctx context.Context, tx db.Tx, owner seller.ID, c change) (outcome, error) {
	if !slices.Equal(c.product.OptionNames, c.file.command.OptionNames) {
		return outcome{}, ErrOptionsChanged.At("optionNames")
	}
	did, err := updateProductTx(ctx, tx, owner, c)
	if err != nil {
		return did, err
	}
	variants, offers, err := catalog.OwnVariants(ctx, tx, owner, c.product.ID)
	if err != nil {
		return did, err
	}
	byKey := map[string]*catalog.Variant{}
	for _, v := range variants {
		byKey[v.OptionsKey] = v
	}
	var b batch
	for i, in := range c.file.command.Variants {
		v := byKey[catalog.OptionsKey(in.OptionValues)]
		if v == nil {
			b.fresh = append(b.fresh, placed[*catalog.VariantInput]{i, in})
			continue
		}
		if err := b.changeTx(ctx, tx, owner, placed[variantChange]{i, variantChange{v, ownNew(offers[v.ID]), in, c.file.formers[i]}}); err != nil {
			return did, atVariant(err, i)
		}
	}
	return b.writeTx(ctx, tx, owner, c.product.ID, did)
}

// atVariant moves the faults of a variant's command below its place in the
// product's.
func atVariant(err error, i int) error {
	var list fault.List
	for _, f := range fault.As(err) {
		field := f.Field
		if len(field) > 0 && field[0] == "variant" {
			field = field[1:]
		}
		list.Add(f.At(append([]string{"variants", strconv.Itoa(i)}, field...)...))
	}
	if len(list) == 0 {
		return err
	}
	return list
}

func ownNew(offers []*catalog.Offer) *catalog.Offer {
	for _, o := range offers {
		if o.Condition == catalog.ConditionNew {
			return o
		}
	}
	return nil
}

// updateProductTx writes the fields of the product that differ.
func updateProductTx(ctx context.Context, tx db.Tx, owner seller.ID, c change) (outcome, error) {
	p, in := c.product, c.file.command
	update := catalog.UpdateInput{
		ID: p.ID, Title: differing(&in.Title, p.Title), Brand: differing(in.Brand, p.Brand),
		ProductType: differing(in.ProductType, p.ProductType),
	}
	if in.Description != nil {
		update.Description = differing(ptr(catalog.SanitiseHTML(*in.Description)), p.Description)
	}
	if len(in.Tags) > 0 && !slices.Equal(in.Tags, p.Tags) {
		update.Tags = in.Tags
	}
	if len(in.Images) > 0 && !sameImages(in.Images, p.Images) {
		update.Images = in.Images
	}
	did := outcome{}
	if update.Title != nil || update.Description != nil || update.Brand != nil || update.ProductType != nil ||
		update.Tags != nil || update.Images != nil {
		did.changed = true
		if _, err := catalog.UpdateTx(ctx, tx, owner, update); err != nil {
			return did, err
		}
	}
	if c.file.status != nil && *c.file.status != p.Status {
		did.changed = true
		if _, err := catalog.SetStatusTx(ctx, tx, owner, p.ID, *c.file.status); err != nil {
			return did, err
		}
	}
	return did, nil
}

// differing is the wanted value when it is given and is not what there is.
func differing[T comparable](want *T, have T) *T {
	var zero T
	if want == nil || *want == zero || *want == have {
		return nil
	}
	return want
}

func sameImages(want []*catalog.ImageInput, have []catalog.Image) bool {
	return slices.EqualFunc(want, have, func(a *catalog.ImageInput, b catalog.Image) bool {
		return a.URL == b.URL && (a.Alt == nil || *a.Alt == b.Alt)
	})
}

// keptFormer is the former price that stays beside a price when the file has no cell for
// it: the one that there is, while it is above.
func keptFormer(have *catalog.Price, price money.Input) *money.Input {
	if have == nil || have.CompareAtMinor == nil {
		return nil
	}
	now, err := price.Parse()
	if err != nil || *have.CompareAtMinor <= now.Minor {
		return nil
	}
	return &money.Input{Amount: have.CompareAt().Decimal(), CurrencyCode: price.CurrencyCode}
}

func samePrice(have *catalog.Price, price money.Input, compareAt *money.Input) bool {
	want, err := price.Parse()
	if err != nil || have == nil || have.PriceMinor != want.Minor {
		return false
	}
	var former *money.Amount
	if compareAt != nil {
		if amount, err := compareAt.Parse(); err == nil {
			former = &amount
		}
	}
	if former == nil || have.CompareAtMinor == nil {
		return former == nil && have.CompareAtMinor == nil
	}
	return former.Minor == *have.CompareAtMinor
}

func ptr[T any](v T) *T { return &v }
