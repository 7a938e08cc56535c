package catalog

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// OfferID names an offer, off_….
type OfferID string

// NewOfferID returns a fresh id.
func NewOfferID() OfferID { return id.New[OfferID]("off") }

// OfferStatus says whether an offer can be bought.
type OfferStatus string

// The statuses of an offer.
const (
	// OfferActive can be bought.
	OfferActive OfferStatus = "ACTIVE"
	// OfferPaused is withdrawn by its seller until further notice.
	OfferPaused OfferStatus = "PAUSED"
)

// Condition is the state of the goods.
type Condition string

// The conditions, best first.
const (
	// ConditionNew is unused.
	ConditionNew Condition = "NEW"
	// ConditionRefurbished was restored and tested.
	ConditionRefurbished Condition = "REFURBISHED"
	// ConditionUsedLikeNew was used and shows nothing of it.
	ConditionUsedLikeNew Condition = "USED_LIKE_NEW"
	// ConditionUsedGood shows light traces of use.
	ConditionUsedGood Condition = "USED_GOOD"
	// ConditionUsedAcceptable shows clear traces of use and works.
	ConditionUsedAcceptable Condition = "USED_ACCEPTABLE"
)

func (c Condition) valid() bool {
	switch c {
	case ConditionNew, ConditionRefurbished, ConditionUsedLikeNew, ConditionUsedGood, ConditionUsedAcceptable:
		return true
	}
	return false
}

// Price is what an offer costs in one currency, in minor units.
type Price struct {
	bun.BaseModel `bun:"table:offer_prices,alias:op"`

	OfferID        OfferID        `bun:",pk"`
	Currency       money.Currency `bun:",pk"`
	PriceMinor     int64          // 1..money.Max
	CompareAtMinor *int64         // the former price, above PriceMinor
}

// Amount is the price as money.
func (p *Price) Amount() money.Amount { return money.New(p.PriceMinor, p.Currency) }

// CompareAt is the former price as money, or nil.
func (p *Price) CompareAt() *money.Amount {
	if p.CompareAtMinor == nil {
		return nil
	}
	a := money.New(*p.CompareAtMinor, p.Currency)
	return &a
}

// Offer sells a variant: one seller, one condition.
type Offer struct {
	bun.BaseModel `bun:"table:offers,alias:o"`

	ID               OfferID `bun:",pk"`
	ProductID        ProductID
	VariantID        VariantID
	SellerID         seller.ID
	Condition        Condition
	SKU              *string `bun:"sku"` // the seller's own stock number, unique in the seller
	Status           OfferStatus
	LeadTimeDays     int    // working days until the goods leave the seller
	QuantityMax      int64  // most units in one order
	TaxCode          string // Stripe tax code, or empty for the default
	RequiresShipping bool
	InStock          bool // kept by inventory: a unit is available
	Version          int  // 1, and one more with each change by its seller; stock is not one
	CreatedAt        time.Time
	UpdatedAt        time.Time

	Prices []*Price `bun:"-"` // one per currency, by currency; always loaded
}

// MayChange says why a seller cannot change the offer and its stock,
// ErrOfferNotFound; nil when it is theirs, whatever its status.
func (o *Offer) MayChange(owner seller.ID) error {
	if owner == "" || o.SellerID != owner {
		return ErrOfferNotFound
	}
	return nil
}

// IsInStock reports whether at least one unit is available.
func (o *Offer) IsInStock() bool { return o.InStock }

// PriceIn returns the price in a currency, or nil when there is none.
func (o *Offer) PriceIn(c money.Currency) *Price {
	for _, p := range o.Prices {
		if p.Currency == c {
			return p
		}
	}
	return nil
}

// Price is the first price: the only one while an offer has one currency.
func (o *Offer) Price() *money.Amount {
	if len(o.Prices) == 0 {
		return nil
	}
	a := o.Prices[0].Amount()
	return &a
}

// CompareAtPrice is the former price beside Price, or nil.
func (o *Offer) CompareAtPrice() *money.Amount {
	if len(o.Prices) == 0 {
		return nil
	}
	return o.Prices[0].CompareAt()
}

// ForSale is everything a cart or a checkout needs to know of an offer. It is
// read as it is now: whether it may be bought is IsForSale's answer.
type ForSale struct {
	OfferID          OfferID
	ProductID        ProductID
	VariantID        VariantID
	SellerID         seller.ID
	SellerName       string
	Title            string // of the product
	Slug             string // of the product
	VariantTitle     string `bun:"-"`
	ProductType      string
	Brand            string
	Tags             []string `bun:"type:jsonb"`
	SKU              *string  `bun:"sku"`
	Condition        Condition
	ImageURL         string // of the variant, else the product's first; may be empty
	PriceMinor       int64  // in Currency; 0 when the offer has no price in it
	Currency         money.Currency
	QuantityMax      int64
	WeightG          int `bun:"weight_g"`
	TaxCode          string
	RequiresShipping bool
	LeadTimeDays     int
	InStock          bool
	// IsForSale: product and offer are ACTIVE, the seller is approved, and
	// there is a price in the currency. Stock is inventory's to say.
	IsForSale bool
}

// Price is the unit price as money.
func (f *ForSale) Price() money.Amount { return money.New(f.PriceMinor, f.Currency) }
