package catalog

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/file"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/seller"
)

// ProductID names a product, prd_….
type ProductID string

// NewProductID returns a fresh id.
func NewProductID() ProductID { return id.New[ProductID]("prd") }

// VariantID names a variant, var_….
type VariantID string

// NewVariantID returns a fresh id.
func NewVariantID() VariantID { return id.New[VariantID]("var") }

// ProductStatus says who sees a product.
type ProductStatus string

// The statuses of a product.
const (
	// ProductDraft is seen by its seller only.
	ProductDraft ProductStatus = "DRAFT"
	// ProductActive is seen by everyone while somebody offers it.
	ProductActive ProductStatus = "ACTIVE"
	// ProductArchived is no longer sold; orders still point at it.
	ProductArchived ProductStatus = "ARCHIVED"
)

// valid reports whether s is one of the statuses.
func (s ProductStatus) valid() bool {
	switch s {
	case ProductDraft, ProductActive, ProductArchived:
		return true
	}
	return false
}

// Image is a picture of a product, by its address.
type Image struct {
	URL      string `json:"url"`      // https only
	Alt      string `json:"alt"`      // text for those who do not see it
	Position int    `json:"position"` // from 1, in the order of display
}

// MediumURL is the address of a smaller picture, where there is one.
func (i *Image) MediumURL() string { return file.Sized(i.URL, file.SizeMedium) }

// SmallURL is the address of a small picture for lists, where there is one.
func (i *Image) SmallURL() string { return file.Sized(i.URL, file.SizeSmall) }

// Product describes a thing that can be sold.
type Product struct {
	bun.BaseModel `bun:"table:products,alias:p"`

	ID              ProductID `bun:",pk"`
	CreatedBySeller seller.ID // who may change it
	Handle          *string   // the seller's own key for it, unique in the seller
	Title           string
	Slug            string // unique; never changes once given
	Description     string // HTML, sanitised
	Brand           string
	ProductType     string
	Tags            []string `bun:"type:jsonb"`
	Images          []Image  `bun:"type:jsonb"`
	OptionNames     []string `bun:"type:jsonb"` // at most three; empty for a single variant
	Status          ProductStatus
	PublishedAt     *time.Time // when it first became ACTIVE
	CreatedAt       time.Time
	UpdatedAt       time.Time
}

// MayChange says why a seller cannot change the product, ErrProductNotFound; nil
// when it is theirs, whatever its status.
func (p *Product) MayChange(owner seller.ID) error {
	if owner == "" || p.CreatedBySeller != owner {
		return ErrProductNotFound
	}
	return nil
}

// Thumbnail is the first image, or nil when there is none.
func (p *Product) Thumbnail() *Image {
	if len(p.Images) == 0 {
		return nil
	}
	return &p.Images[0]
}

// Variant is one form of a product, such as size M in blue.
type Variant struct {
	bun.BaseModel `bun:"table:variants,alias:v"`

	ID           VariantID `bun:",pk"`
	ProductID    ProductID
	Position     int      // from 1, in the order of display
	OptionValues []string `bun:"type:jsonb"` // one per option name of the product
	OptionsKey   string   // folded values, unique in the product
	Barcode      string   // GTIN, EAN, UPC or ISBN; may be empty
	WeightG      int      `bun:"weight_g"` // grams
	ImageURL     string   `bun:"image_url"`
	CreatedAt    time.Time
	UpdatedAt    time.Time
}

// Title is the option values as a person reads them, empty for the only
// variant of a product.
func (v *Variant) Title() string { return joinValues(v.OptionValues) }

func joinValues(values []string) string {
	out := ""
	for i, s := range values {
		if i > 0 {
			out += " / "
		}
		out += s
	}
	return out
}
