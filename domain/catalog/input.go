package catalog

import (
	"strconv"
	"strings"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/money"
)

// The limits of what a seller may write, in characters unless said otherwise.
const (
	titleMax       = 255
	nameMax        = 120
	descriptionMax = 60_000
	urlMax         = 2048
	tagMax         = 60
	skuMax         = 120
	barcodeMax     = 64
	tagsMax        = 50  // entries
	imagesMax      = 50  // entries
	optionsMax     = 3   // entries
	leadTimeMax    = 365 // days
	weightMax      = 10_000_000
	quantityMax    = 1_000_000
	// VariantsMax is how many variants a product may have.
	VariantsMax = 2000
	// VariantsShown is how many variants lists without pages show, and how many a
	// product may be created with by one request.
	VariantsShown = 250
	// RowsMax is how many variants, offers or levels of stock one request may add or
	// change.
	RowsMax = 100
	// QuantityMaxDefault is the most units of an offer in one order when the
	// seller does not say.
	QuantityMaxDefault = 100
)

// ImageInput is an image as it arrives.
type ImageInput struct {
	URL      string        // empty for an upload
	UploadID file.UploadID // empty for an address
	Alt      *string
}

// OfferInput is a seller's own offer of a variant as it arrives.
type OfferInput struct {
	Condition        *Condition // NEW when nil
	SKU              *string
	Price            money.Input
	CompareAt        *money.Input // a former price, shown beside it
	LeadTimeDays     *int         // 1 when nil
	QuantityMax      *int         // 100 when nil
	TaxCode          *string
	RequiresShipping *bool        // true when nil
	Status           *OfferStatus // ACTIVE when nil
	// Quantity is the stock on hand. The catalogue only checks it; inventory
	// writes it in the same unit.
	Quantity *int

	price Price // what normalise read from Price and CompareAt
}

// VariantInput is a variant with the seller's own offer as it arrives.
type VariantInput struct {
	OptionValues []string
	Barcode      *string
	WeightG      *int
	ImageURL     *string
	Offer        *OfferInput
}

// CreateInput is a new product with its variants and the seller's offers.
type CreateInput struct {
	Title       string
	Handle      *string
	Description *string // HTML
	Brand       *string
	ProductType *string
	Tags        []string
	Images      []*ImageInput
	OptionNames []string
	Status      *ProductStatus // DRAFT when nil
	Variants    []*VariantInput
}

// UpdateInput changes a product; what is nil stays as it is.
type UpdateInput struct {
	ID          ProductID
	Title       *string
	Description *string // HTML
	Brand       *string
	ProductType *string
	Tags        []string      // nil stays, empty clears
	Images      []*ImageInput // nil stays, empty clears
}

// VariantCreateInput adds a variant to a product of one's own.
type VariantCreateInput struct {
	ProductID ProductID
	Variant   *VariantInput
}

// VariantsCreateInput adds variants to a product of one's own.
type VariantsCreateInput struct {
	ProductID ProductID
	Variants  []*VariantInput // 1 to RowsMax
}

// VariantUpdateInput changes a variant of a product of one's own; what is nil
// stays as it is.
type VariantUpdateInput struct {
	ID       VariantID
	Barcode  *string
	WeightG  *int
	ImageURL *string // empty clears
}

// OfferCreateInput offers an existing variant.
type OfferCreateInput struct {
	VariantID VariantID
	Offer     *OfferInput
}

// OfferUpdateInput changes an offer; what is nil stays as it is. A price adds
// or replaces the one of its currency, and its former price with it.
type OfferUpdateInput struct {
	ID               OfferID
	Version          *int    // the version that was seen; any when nil
	SKU              *string // empty clears
	Price            *money.Input
	CompareAt        *money.Input
	LeadTimeDays     *int
	QuantityMax      *int
	TaxCode          *string
	RequiresShipping *bool
	Status           *OfferStatus

	price Price // what normalise read from Price and CompareAt
}

// OffersUpdateInput changes several offers.
type OffersUpdateInput struct {
	Offers         []*OfferUpdateInput // 1 to RowsMax, each of another offer
	IdempotencyKey *string             // the same key and input change once; without one, each time
}

// CheckRows refuses a request that is about no rows, or about more than RowsMax.
func CheckRows(n int, path ...string) error {
	switch {
	case n == 0:
		return fault.ErrTextRequired.At(path...)
	case n > RowsMax:
		return ErrTooMany.At(path...)
	}
	return nil
}

func text(l *fault.List, s *string, limit int, path ...string) string {
	if s == nil {
		return ""
	}
	return l.Text(*s, limit, path...)
}

// normalise trims and checks the input in place and returns what is wrong.
func (in *CreateInput) normalise() error {
	var l fault.List
	in.Title = l.Required(in.Title, titleMax, "title")
	in.Handle = optional(text(&l, in.Handle, titleMax, "handle"))
	*orNew(&in.Description) = SanitiseHTML(l.Lines(*orNew(&in.Description), descriptionMax, "descriptionHtml"))
	*orNew(&in.Brand) = text(&l, in.Brand, nameMax, "brand")
	*orNew(&in.ProductType) = text(&l, in.ProductType, nameMax, "productType")
	in.Tags = checkTags(&l, in.Tags)
	checkImages(&l, in.Images)
	if in.Status == nil {
		in.Status = ptr(ProductDraft)
	}
	l.Check(in.Status.valid() && *in.Status != ProductArchived, ErrValue.At("status"))
	in.OptionNames = checkOptionNames(&l, in.OptionNames)
	l.Check(len(in.Variants) > 0, ErrVariantsRequired.At("variants"))
	if len(in.Variants) > VariantsMax {
		l.Add(ErrTooMany.At("variants"))
		return l
	}
	addUnder(&l, checkVariants(in.Variants, len(in.OptionNames)))
	return l.Err()
}

func (v *VariantInput) normalise(l *fault.List, options int, path ...string) {
	at := func(field ...string) []string { return append(append([]string{}, path...), field...) }
	l.Check(len(v.OptionValues) == options, ErrOptions.At(at("optionValues")...))
	for i, value := range v.OptionValues {
		v.OptionValues[i] = l.Required(value, nameMax, at("optionValues", strconv.Itoa(i))...)
	}
	*orNew(&v.Barcode) = text(l, v.Barcode, barcodeMax, at("barcode")...)
	checkRange(l, orNew(&v.WeightG), 0, weightMax, at("weightGrams")...)
	if v.ImageURL != nil && *v.ImageURL != "" {
		*v.ImageURL = checkURL(l, *v.ImageURL, at("imageUrl")...)
	}
	orNew(&v.ImageURL)
	if v.Offer != nil {
		v.Offer.normalise(l, at("offer")...)
	}
}

func (o *OfferInput) normalise(l *fault.List, path ...string) {
	at := func(field string) []string { return append(append([]string{}, path...), field) }
	if o.Condition == nil {
		o.Condition = ptr(ConditionNew)
	}
	if o.Status == nil {
		o.Status = ptr(OfferActive)
	}
	if o.LeadTimeDays == nil {
		o.LeadTimeDays = ptr(1)
	}
	if o.QuantityMax == nil {
		o.QuantityMax = ptr(QuantityMaxDefault)
	}
	if o.RequiresShipping == nil {
		o.RequiresShipping = ptr(true)
	}
	l.Check(o.Condition.valid(), ErrValue.At(at("condition")...))
	l.Check(*o.Status == OfferActive || *o.Status == OfferPaused, ErrValue.At(at("status")...))
	o.SKU = optional(text(l, o.SKU, skuMax, at("sku")...))
	*orNew(&o.TaxCode) = text(l, o.TaxCode, skuMax, at("taxCode")...)
	o.price = readPrice(l, o.Price, o.CompareAt, path...)
	checkRange(l, o.LeadTimeDays, 0, leadTimeMax, at("leadTimeDays")...)
	checkRange(l, o.QuantityMax, 1, quantityMax, at("quantityMax")...)
	checkRange(l, orNew(&o.Quantity), 0, quantityMax, at("quantity")...)
}

func (in *UpdateInput) normalise() error {
	var l fault.List
	if in.Title != nil {
		*in.Title = l.Required(*in.Title, titleMax, "title")
	}
	if in.Description != nil {
		*in.Description = SanitiseHTML(l.Lines(*in.Description, descriptionMax, "descriptionHtml"))
	}
	if in.Brand != nil {
		*in.Brand = text(&l, in.Brand, nameMax, "brand")
	}
	if in.ProductType != nil {
		*in.ProductType = text(&l, in.ProductType, nameMax, "productType")
	}
	if in.Tags != nil {
		in.Tags = checkTags(&l, in.Tags)
	}
	checkImages(&l, in.Images)
	return l.Err()
}

func (in *OfferUpdateInput) normalise() error {
	var l fault.List
	if in.SKU != nil {
		*in.SKU = text(&l, in.SKU, skuMax, "sku")
	}
	if in.TaxCode != nil {
		*in.TaxCode = text(&l, in.TaxCode, skuMax, "taxCode")
	}
	if in.Price != nil {
		in.price = readPrice(&l, *in.Price, in.CompareAt)
	}
	l.Check(in.Price != nil || in.CompareAt == nil, ErrCompareAt.At("compareAt"))
	checkRange(&l, in.LeadTimeDays, 0, leadTimeMax, "leadTimeDays")
	checkRange(&l, in.QuantityMax, 1, quantityMax, "quantityMax")
	l.Check(in.Status == nil || *in.Status == OfferActive || *in.Status == OfferPaused, ErrValue.At("status"))
	return l.Err()
}

func (in *VariantUpdateInput) normalise() error {
	var l fault.List
	if in.Barcode != nil {
		*in.Barcode = text(&l, in.Barcode, barcodeMax, "barcode")
	}
	checkRange(&l, in.WeightG, 0, weightMax, "weightGrams")
	if in.ImageURL != nil && *in.ImageURL != "" {
		*in.ImageURL = checkURL(&l, *in.ImageURL, "imageUrl")
	}
	return l.Err()
}

// readPrice reads a price and the former price shown beside it.
func readPrice(l *fault.List, price money.Input, compareAt *money.Input, path ...string) Price {
	at := func(field string) []string { return append(append([]string{}, path...), field) }
	amount, ok := readAmount(l, price, at("price"))
	if !ok {
		return Price{}
	}
	p := Price{Currency: amount.Currency, PriceMinor: amount.Minor}
	if compareAt == nil {
		return p
	}
	former, ok := readAmount(l, *compareAt, at("compareAt"))
	l.Check(!ok || former.Currency == amount.Currency && former.Minor > amount.Minor, ErrCompareAt.At(at("compareAt")...))
	p.CompareAtMinor = &former.Minor
	return p
}

func readAmount(l *fault.List, in money.Input, path []string) (money.Amount, bool) {
	amount, err := in.Parse()
	if err != nil {
		for _, f := range fault.As(err) {
			l.Add(f.Under(path...))
		}
		return amount, false
	}
	if amount.Minor <= 0 {
		l.Add(ErrPrice.At(path...))
		return amount, false
	}
	return amount, true
}

func checkRange(l *fault.List, n *int, least, most int, path ...string) {
	l.Check(n == nil || *n >= least && *n <= most, ErrValue.At(path...))
}

func checkTags(l *fault.List, tags []string) []string {
	kept := []string{}
	seen := map[string]bool{}
	for i, tag := range tags {
		tag = l.Text(tag, tagMax, "tags", strconv.Itoa(i))
		if key := foldKey(tag); tag != "" && !seen[key] {
			seen[key] = true
			kept = append(kept, tag)
		}
	}
	l.Check(len(kept) <= tagsMax, ErrTooMany.At("tags"))
	return kept
}

func checkImages(l *fault.List, images []*ImageInput) {
	l.Check(len(images) <= imagesMax, ErrTooMany.At("images"))
	for i, image := range images {
		at := strconv.Itoa(i)
		if image == nil {
			l.Add(fault.ErrTextRequired.At("images", at))
			continue
		}
		if image.UploadID == "" || image.URL != "" {
			image.URL = checkURL(l, image.URL, "images", at, "url")
		}
		*orNew(&image.Alt) = text(l, image.Alt, titleMax, "images", at, "alt")
	}
}

func checkOptionNames(l *fault.List, names []string) []string {
	l.Check(len(names) <= optionsMax, ErrTooMany.At("optionNames"))
	kept := make([]string, 0, len(names))
	seen := map[string]bool{}
	for i, name := range names {
		at := strconv.Itoa(i)
		name = l.Required(name, nameMax, "optionNames", at)
		l.Check(!seen[foldKey(name)], ErrOptionName.At("optionNames", at))
		seen[foldKey(name)] = true
		kept = append(kept, name)
	}
	return kept
}

// foldKey is what two texts share that a person takes for the same.
func foldKey(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

// OptionsKey is unique in a product: it keeps two variants from having the
// same option values.
func OptionsKey(values []string) string {
	folded := make([]string, len(values))
	for i, v := range values {
		folded[i] = foldKey(v)
	}
	return strings.Join(folded, "\x1f")
}

func imagesOf(in []*ImageInput) []Image {
	out := make([]Image, len(in))
	for i, image := range in {
		out[i] = Image{URL: image.URL, Alt: *image.Alt, Position: i + 1}
	}
	return out
}

func ptr[T any](v T) *T { return &v }

// orNew fills a nil pointer with a zero value and returns it.
func orNew[T any](p **T) *T {
	if *p == nil {
		*p = new(T)
	}
	return *p
}

// optional is nil for an empty text.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
