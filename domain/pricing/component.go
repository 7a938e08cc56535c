package pricing

import "github.com/etal-market/etal/domain/money"

// Party is one of the two who may pay for a discount, ship, or remit a tax.
type Party string

// The parties.
const (
	PartySeller   Party = "SELLER"
	PartyPlatform Party = "PLATFORM"
)

// Component is what of a line a tax is on.
type Component string

// The components that are taxed.
const (
	ComponentGoods    Component = "GOODS"
	ComponentShipping Component = "SHIPPING"
)

// Components are what a line, or a part as the sum of its lines, is made of
// besides the price of its goods, in minor units. None is negative. They are
// frozen with the order.
type Components struct {
	// SellerDiscountMinor is taken off at the seller's cost.
	SellerDiscountMinor int64
	// PlatformDiscountMinor is taken off at the platform's cost: the seller is
	// paid as if it had not been.
	PlatformDiscountMinor int64
	// ShippingMinor is what the buyer pays for shipping.
	ShippingMinor int64
	// TaxMinor is the tax on top of the prices, whoever remits it.
	TaxMinor int64
	// PlatformTaxMinor is the tax that the platform remits, on top of the prices
	// or included in them. It never enters a seller's balance.
	PlatformTaxMinor int64
	// PlatformShippingMinor is what the platform gets of ShippingMinor: nothing
	// when the seller ships; else all but the taxes included in it.
	PlatformShippingMinor int64
	// CommissionMinor is what the platform keeps, without VAT.
	CommissionMinor int64
	// CommissionVATMinor is the VAT that the platform adds to its commission.
	CommissionVATMinor int64 `bun:"commission_vat_minor"`
}

// DiscountMinor is all that is taken off.
func (c *Components) DiscountMinor() int64 { return c.SellerDiscountMinor + c.PlatformDiscountMinor }

// Payable is what the buyer pays, when the goods cost goodsMinor.
func (c *Components) Payable(goodsMinor int64) int64 {
	return goodsMinor - c.DiscountMinor() + c.ShippingMinor + c.TaxMinor
}

// Goods is the reverse of Payable: what the goods cost.
func (c *Components) Goods(payableMinor int64) int64 {
	return payableMinor + c.DiscountMinor() - c.ShippingMinor - c.TaxMinor
}

// Net is what the seller gets, when the buyer pays payableMinor.
func (c *Components) Net(payableMinor int64) int64 {
	return c.gross(payableMinor) - c.CommissionMinor - c.CommissionVATMinor
}

// gross is what the seller would get without commission.
func (c *Components) gross(payableMinor int64) int64 {
	return payableMinor + c.PlatformDiscountMinor - c.PlatformTaxMinor - c.PlatformShippingMinor
}

func (c *Components) add(d *Components) {
	c.SellerDiscountMinor += d.SellerDiscountMinor
	c.PlatformDiscountMinor += d.PlatformDiscountMinor
	c.ShippingMinor += d.ShippingMinor
	c.TaxMinor += d.TaxMinor
	c.PlatformTaxMinor += d.PlatformTaxMinor
	c.PlatformShippingMinor += d.PlatformShippingMinor
	c.CommissionMinor += d.CommissionMinor
	c.CommissionVATMinor += d.CommissionVATMinor
}

// Discount is an amount taken off some lines of a basket.
type Discount struct {
	Ref string // what the caller calls it
	// AmountMinor is taken off the lines in proportion to what is left of the
	// price of their goods, and is cut down to that.
	AmountMinor int64
	// SellerShare is what the sellers pay of it; the platform pays the rest.
	SellerShare money.Basis
	// Lines are the indexes in the basket of the lines that it is for; nil means all.
	Lines []int
}

// Discounted is how a discount came out, in minor units.
type Discounted struct {
	Ref           string
	SellerMinor   int64
	PlatformMinor int64
}

// Shipping is what shipping one seller's part costs the buyer.
type Shipping struct {
	AmountMinor int64
	By          Party
}

// Tax is a tax that a line is under.
type Tax struct {
	Component    Component
	Jurisdiction string // such as "DE" or "US-CA"
	Rate         money.Basis
	IsIncluded   bool  // in the price, instead of on top of it
	Remitter     Party // who owes it to the authority
}

// TaxLine is a tax with its amount, frozen on the order line.
type TaxLine struct {
	Component    Component      `json:"component"`
	Jurisdiction string         `json:"jurisdiction"`
	BasisPoints  int64          `json:"basisPoints"`
	IsIncluded   bool           `json:"isIncluded"`
	Remitter     Party          `json:"remitter"`
	Currency     money.Currency `json:"currency"`
	BaseMinor    int64          `json:"baseMinor"` // what the buyer pays for the component, without taxes on top
	AmountMinor  int64          `json:"amountMinor"`
}

// Base is what the buyer pays for what is taxed, without taxes on top.
func (t *TaxLine) Base() money.Amount { return money.New(t.BaseMinor, t.Currency) }

// Amount is the tax.
func (t *TaxLine) Amount() money.Amount { return money.New(t.AmountMinor, t.Currency) }

// SumTaxes adds up the taxes of several lines: one for each component,
// jurisdiction, rate and remitter, in the order of their first appearance.
func SumTaxes(lines ...[]TaxLine) []*TaxLine {
	var sums []*TaxLine
	for _, taxes := range lines {
		for i := range taxes {
			sums = addTax(sums, &taxes[i])
		}
	}
	return sums
}

func addTax(sums []*TaxLine, t *TaxLine) []*TaxLine {
	for _, s := range sums {
		key := *s
		key.BaseMinor, key.AmountMinor = t.BaseMinor, t.AmountMinor
		if key == *t {
			s.BaseMinor += t.BaseMinor
			s.AmountMinor += t.AmountMinor
			return sums
		}
	}
	first := *t
	return append(sums, &first)
}
