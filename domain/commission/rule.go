package commission

import (
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// ID names a ruleset, crs_….
type ID string

// RuleID names a rule of a ruleset, crl_….
type RuleID string

// Status is the state of a ruleset.
type Status string

// The states of a ruleset.
const (
	StatusDraft     Status = "DRAFT"
	StatusPublished Status = "PUBLISHED"
	StatusCancelled Status = "CANCELLED"
)

// Ruleset is a version of what the platform takes.
type Ruleset struct {
	bun.BaseModel `bun:"table:commission_rulesets,alias:crs"`

	ID            ID     `bun:",pk"`
	Version       *int64 // unique, from 2 on; nil until published
	Revision      int64  // how often it was saved, from 1 on
	Status        Status
	Note          string
	Rules         []*Rule     `bun:"type:jsonb"`
	BuyerFees     []*BuyerFee `bun:"type:jsonb"`
	EffectiveFrom *time.Time  // unique among the published; nil until published, UTC
	CreatedBy     identity.AccountID
	CreatedAt     time.Time
	UpdatedAt     time.Time
	PublishedAt   *time.Time
	CancelledAt   *time.Time
}

// Rule is what the platform keeps of lines that meet its conditions.
type Rule struct {
	ID          RuleID       `json:"id"`
	Name        string       `json:"name"`
	When        Condition    `json:"when"`
	BasisPoints int64        `json:"basisPoints"`
	Tiers       *Tiers       `json:"tiers,omitempty"`
	Amounts     []*Amounts   `json:"amounts"` // one for each currency at most
	Base        Base         `json:"base"`
	VAT         int64        `json:"vat"` // basis points on top of the commission
	Refund      RefundPolicy `json:"refund"`
}

// RefundPolicy says what of a commission is given back when a line is refunded.
type RefundPolicy = pricing.RefundPolicy

// Condition is what a line has to be for a rule. Of each list one has to fit;
// an empty one fits all.
type Condition struct {
	SellerIDs    []seller.ID      `json:"sellerIds,omitempty"`
	PlanIDs      []plan.ID        `json:"planIds,omitempty"` // that the seller is on
	ProductIDs   []id.Any         `json:"productIds,omitempty"`
	ProductTypes []string         `json:"productTypes,omitempty"` // with all that is below them
	Brands       []string         `json:"brands,omitempty"`
	Conditions   []string         `json:"conditions,omitempty"`
	Currencies   []money.Currency `json:"currencies,omitempty"`
	Countries    []string         `json:"countries,omitempty"` // where the goods are sent
	// PriceFrom and PriceBelow bound the price of one, in their own currency.
	PriceFrom  *money.Amount `json:"priceFrom,omitempty"`
	PriceBelow *money.Amount `json:"priceBelow,omitempty"`
}

// Base is what a rate is of. The default is the price of the goods after the
// seller's discounts, without taxes and shipping. The platform's own discounts
// never lower it, and tax that the platform remits is never in it.
type Base struct {
	BeforeDiscount bool `json:"beforeDiscount,omitempty"`
	WithTax        bool `json:"withTax,omitempty"`      // tax that the seller remits
	WithShipping   bool `json:"withShipping,omitempty"` // shipping by the seller
}

// Measure is by what tiers are chosen.
type Measure string

// The measures.
const (
	// MeasureLine is the base of the line.
	MeasureLine Measure = "LINE_VALUE"
	// MeasureVolume is what the seller has sold before, in the days of the tiers.
	MeasureVolume Measure = "SELLER_VOLUME"
)

// Tiers replace the rate of a rule in the currencies that they have steps for.
type Tiers struct {
	By         Measure `json:"by"`
	Days       int     `json:"days,omitempty"` // how far back SELLER_VOLUME looks
	IsMarginal bool    `json:"isMarginal"`     // each slice at its own rate, instead of all at one
	Tiers      []*Tier `json:"tiers"`
}

// Tier is the rate from an amount on.
type Tier struct {
	From        money.Amount `json:"from"`
	BasisPoints int64        `json:"basisPoints"`
}

// Amounts are what a rule adds and bounds in a currency, in minor units.
type Amounts struct {
	Currency      money.Currency `json:"currency"`
	PerUnitMinor  int64          `json:"perUnit"`
	PerLineMinor  int64          `json:"perLine"`
	PerOrderMinor int64          `json:"perOrder"` // once for a seller order
	FloorMinor    *int64         `json:"floor,omitempty"`
	CapMinor      *int64         `json:"cap,omitempty"`
}

// PerUnit is added for each piece.
func (a *Amounts) PerUnit() money.Amount { return money.New(a.PerUnitMinor, a.Currency) }

// PerLine is added for the line.
func (a *Amounts) PerLine() money.Amount { return money.New(a.PerLineMinor, a.Currency) }

// PerOrder is added once for a seller order.
func (a *Amounts) PerOrder() money.Amount { return money.New(a.PerOrderMinor, a.Currency) }

// Floor is the least commission of a line, or nil.
func (a *Amounts) Floor() *money.Amount { return orNil(a.FloorMinor, a.Currency) }

// Cap is the most commission of a line, or nil.
func (a *Amounts) Cap() *money.Amount { return orNil(a.CapMinor, a.Currency) }

func orNil(minor *int64, c money.Currency) *money.Amount {
	if minor == nil {
		return nil
	}
	amount := money.New(*minor, c)
	return &amount
}

// BuyerFee is what a buyer pays the platform for an order in a currency.
type BuyerFee struct {
	Currency    money.Currency `json:"currency"`
	BasisPoints int64          `json:"basisPoints"` // of the goods after discounts
	FixedMinor  int64          `json:"fixed"`
	PerLine     int64          `json:"perLine,omitempty"` // minor units
	Refund      RefundPolicy   `json:"refund,omitempty"`  // empty: RETURN_ALL
	FloorMinor  *int64         `json:"floor,omitempty"`
	CapMinor    *int64         `json:"cap,omitempty"`
}

// Fixed is added for the order.
func (f *BuyerFee) Fixed() money.Amount { return money.New(f.FixedMinor, f.Currency) }

// PerLineAmount is added for each line of the order.
func (f *BuyerFee) PerLineAmount() money.Amount { return money.New(f.PerLine, f.Currency) }

// RefundPolicy is what is given back when the order is refunded.
func (f *BuyerFee) RefundPolicy() RefundPolicy {
	if f.Refund == "" {
		return pricing.RefundReturnAll
	}
	return f.Refund
}

// of reckons the fee for the goods of an order, and what of it is not given back.
func (f *BuyerFee) of(goods money.Amount, lines int) pricing.BuyerFee {
	fixed := f.FixedMinor + f.PerLine*int64(lines)
	fee := pricing.BuyerFee{Minor: money.Basis(f.BasisPoints).Of(goods) + fixed}
	if f.FloorMinor != nil {
		fee.Minor = max(fee.Minor, *f.FloorMinor)
	}
	if f.CapMinor != nil {
		fee.Minor = min(fee.Minor, *f.CapMinor)
	}
	switch f.RefundPolicy() {
	case pricing.RefundKeepAll:
		fee.KeptMinor = fee.Minor
	case pricing.RefundKeepFixed:
		fee.KeptMinor = min(fixed, fee.Minor)
	case pricing.RefundReturnAll:
	}
	return fee
}

// Floor is the least fee, or nil.
func (f *BuyerFee) Floor() *money.Amount { return orNil(f.FloorMinor, f.Currency) }

// Cap is the most fee, or nil.
func (f *BuyerFee) Cap() *money.Amount { return orNil(f.CapMinor, f.Currency) }

// separator parts the levels of a product type, as in "Home > Kitchen > Tea".
const separator = ">"

// fits reports whether a line of a seller who is on a plan meets the conditions.
func (w *Condition) fits(c money.Currency, l *pricing.QuotedLine, on plan.ID) bool {
	f := &l.Facts
	return oneOf(w.SellerIDs, l.SellerID) &&
		oneOf(w.PlanIDs, on) &&
		oneOf(w.ProductIDs, id.Any(f.ProductID)) &&
		oneOf(w.Brands, f.Brand) &&
		oneOf(w.Conditions, f.Condition) &&
		oneOf(w.Currencies, c) &&
		oneOf(w.Countries, f.ShipToCountry) &&
		(len(w.ProductTypes) == 0 || slices.ContainsFunc(w.ProductTypes, func(t string) bool { return isWithin(f.ProductType, t) })) &&
		(w.PriceFrom == nil || w.PriceFrom.Currency == c && l.UnitMinor >= w.PriceFrom.Minor) &&
		(w.PriceBelow == nil || w.PriceBelow.Currency == c && l.UnitMinor < w.PriceBelow.Minor)
}

func oneOf[T comparable](list []T, it T) bool { return len(list) == 0 || slices.Contains(list, it) }

// isWithin reports whether a product type is another one, or below it. Case and
// spaces around the separator do not count.
func isWithin(is, of string) bool {
	levels, wanted := levelsOf(is), levelsOf(of)
	if len(wanted) > len(levels) {
		return false
	}
	for i := range wanted {
		if !strings.EqualFold(wanted[i], levels[i]) {
			return false
		}
	}
	return true
}

func levelsOf(productType string) []string {
	levels := strings.Split(productType, separator)
	for i := range levels {
		levels[i] = strings.TrimSpace(levels[i])
	}
	return levels
}

// first is the version that is in force before any other: one rule at the rate
// of the settings.
func first(rate money.Basis) *Ruleset {
	version := int64(1)
	return &Ruleset{
		ID: "crs_default", Version: &version, Revision: 1, Status: StatusPublished, Note: "",
		Rules: []*Rule{{
			ID: "crl_default", Name: "Default", BasisPoints: int64(rate), Amounts: []*Amounts{}, Refund: pricing.RefundReturnAll,
		}},
		BuyerFees: []*BuyerFee{},
	}
}

// asksForPlans reports whether a rule asks which plan a seller is on.
func (r *Ruleset) asksForPlans() bool {
	return slices.ContainsFunc(r.Rules, func(rule *Rule) bool { return len(rule.When.PlanIDs) > 0 })
}

// volumeDays are the days for which rules ask what a seller has sold, without
// repetition.
func (r *Ruleset) volumeDays() (days []int) {
	for _, rule := range r.Rules {
		if rule.Tiers != nil && rule.Tiers.By == MeasureVolume && !slices.Contains(days, rule.Tiers.Days) {
			days = append(days, rule.Tiers.Days)
		}
	}
	return days
}
