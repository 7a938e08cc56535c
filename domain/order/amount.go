package order

import (
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
)

// ServiceFee is what the platform charges the buyer on top.
func (o *Order) ServiceFee() money.Amount { return money.New(o.ServiceFeeMinor, o.Currency) }

// Margin is what was expected to be left to the platform when the order was
// placed: its own share less its discounts and the provider's fee. It is nil for
// orders from before it was reckoned.
func (o *Order) Margin() *money.Amount {
	if o.MarginMinor == nil {
		return nil
	}
	margin := money.New(*o.MarginMinor, o.Currency)
	return &margin
}

// Subtotal is what the goods cost, before discounts, shipping and taxes on top.
func (o *Order) Subtotal() money.Amount { return o.sum((*SellerOrder).GoodsMinor) }

// Discount is what was taken off.
func (o *Order) Discount() money.Amount {
	return o.sum(func(s *SellerOrder) int64 { return s.DiscountMinor() })
}

// Shipping is what the buyer pays for shipping.
func (o *Order) Shipping() money.Amount {
	return o.sum(func(s *SellerOrder) int64 { return s.ShippingMinor })
}

// Tax is what the buyer pays in taxes on top of the prices.
func (o *Order) Tax() money.Amount {
	return o.sum(func(s *SellerOrder) int64 { return s.TaxMinor })
}

func (o *Order) sum(of func(*SellerOrder) int64) money.Amount {
	total := money.New(0, o.Currency)
	for _, s := range o.SellerOrders {
		total.Minor += of(s)
	}
	return total
}

// Taxes are the taxes of all lines, added up.
func (o *Order) Taxes() []*pricing.TaxLine {
	var all [][]pricing.TaxLine
	for _, s := range o.SellerOrders {
		all = append(all, s.taxes()...)
	}
	return pricing.SumTaxes(all...)
}

// GoodsMinor is what the goods of the part cost, before discounts, shipping and
// taxes on top, in minor units.
func (s *SellerOrder) GoodsMinor() int64 { return s.Goods(s.TotalMinor) }

// Subtotal is what the goods cost, before discounts, shipping and taxes on top.
func (s *SellerOrder) Subtotal() money.Amount { return s.amount(s.GoodsMinor()) }

// Discount is what was taken off.
func (s *SellerOrder) Discount() money.Amount { return s.amount(s.DiscountMinor()) }

// SellerDiscount is what was taken off at the seller's cost.
func (s *SellerOrder) SellerDiscount() money.Amount { return s.amount(s.SellerDiscountMinor) }

// PlatformDiscount is what was taken off at the platform's cost.
func (s *SellerOrder) PlatformDiscount() money.Amount { return s.amount(s.PlatformDiscountMinor) }

// Shipping is what the buyer pays for shipping.
func (s *SellerOrder) Shipping() money.Amount { return s.amount(s.ShippingMinor) }

// Tax is what the buyer pays in taxes on top of the prices.
func (s *SellerOrder) Tax() money.Amount { return s.amount(s.TaxMinor) }

// PlatformTax is the tax that the platform remits.
func (s *SellerOrder) PlatformTax() money.Amount { return s.amount(s.PlatformTaxMinor) }

// Taxes are the taxes of the lines, added up.
func (s *SellerOrder) Taxes() []*pricing.TaxLine { return pricing.SumTaxes(s.taxes()...) }

func (s *SellerOrder) taxes() [][]pricing.TaxLine {
	all := make([][]pricing.TaxLine, len(s.Lines))
	for i, l := range s.Lines {
		all[i] = l.Taxes
	}
	return all
}

// Commission is what the platform keeps of this part, without VAT.
func (s *SellerOrder) Commission() money.Amount { return s.amount(s.CommissionMinor) }

// CommissionVAT is the VAT that the platform adds to its commission.
func (s *SellerOrder) CommissionVAT() money.Amount { return s.amount(s.CommissionVATMinor) }

// NetMinor is what the seller gets, in minor units.
func (s *SellerOrder) NetMinor() int64 { return s.Net(s.TotalMinor) }

// NetAmount is what the seller gets: what the buyer pays and the platform adds
// for its own discounts, less what the platform keeps and remits.
func (s *SellerOrder) NetAmount() money.Amount { return s.amount(s.NetMinor()) }

func (s *SellerOrder) amount(minor int64) money.Amount { return money.New(minor, s.Currency) }

// PayableMinor is what the buyer pays for the line, in minor units.
func (l *Line) PayableMinor() int64 { return l.Payable(l.TotalMinor) }

// NetMinor is what the seller gets for the line, in minor units.
func (l *Line) NetMinor() int64 { return l.Net(l.PayableMinor()) }

// PayableTotal is what the buyer pays for the line: the price less discounts,
// with its share of the shipping and the taxes on top.
func (l *Line) PayableTotal() money.Amount { return l.amount(l.PayableMinor()) }

// Discount is what was taken off.
func (l *Line) Discount() money.Amount { return l.amount(l.DiscountMinor()) }

// SellerDiscount is what was taken off at the seller's cost.
func (l *Line) SellerDiscount() money.Amount { return l.amount(l.SellerDiscountMinor) }

// PlatformDiscount is what was taken off at the platform's cost.
func (l *Line) PlatformDiscount() money.Amount { return l.amount(l.PlatformDiscountMinor) }

// Shipping is the line's share of the shipping.
func (l *Line) Shipping() money.Amount { return l.amount(l.ShippingMinor) }

// Tax is what the buyer pays in taxes on top of the price.
func (l *Line) Tax() money.Amount { return l.amount(l.TaxMinor) }

// Commission is what the platform keeps of the line, without VAT.
func (l *Line) Commission() money.Amount { return l.amount(l.CommissionMinor) }

// CommissionVAT is the VAT that the platform adds to its commission.
func (l *Line) CommissionVAT() money.Amount { return l.amount(l.CommissionVATMinor) }

// NetAmount is what the seller gets for the line.
func (l *Line) NetAmount() money.Amount { return l.amount(l.NetMinor()) }

// TaxLines are the taxes of the line.
func (l *Line) TaxLines() []*pricing.TaxLine { return pricing.SumTaxes(l.Taxes) }

func (l *Line) amount(minor int64) money.Amount { return money.New(minor, l.Currency) }
