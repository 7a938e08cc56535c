package report

import (
	"time"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/domain/statement"
)

// Span is which part of time a report is about. UTC.
type Span struct {
	From time.Time `json:"from"` // what was booked then or later
	To   time.Time `json:"to"`   // what was booked before
}

// until cuts the span off at an instant, when one is given.
func (s Span) until(asOf *time.Time) Span {
	if asOf != nil && asOf.Before(s.To) {
		s.To = *asOf
	}
	return s
}

// Purse is one currency of a seller, whose rows of a report stand together.
type Purse struct {
	SellerID seller.ID      `json:"s"`
	Currency money.Currency `json:"c"`
}

// Figures are what the statements of a purse say of a span, in minor units.
type Figures struct {
	Orders             int64 // with a sale
	SalesMinor         int64 // goods, without discounts
	DiscountsMinor     int64 // what the seller took off; not above zero
	ShippingMinor      int64 // by the seller
	TaxesMinor         int64 // that the seller remits
	RefundsMinor       int64 // what buyers and their banks got back; not above zero
	CommissionMinor    int64 // asked for
	CommissionVATMinor int64 // on it
	ReturnedMinor      int64 // of the commission, given back
	ReturnedVATMinor   int64 // of the VAT, given back
}

// GrossMinor is what buyers have paid for a seller's sales: goods less the seller's
// discounts, shipping by the seller, and taxes that the seller remits; before refunds,
// fees and disputes.
func (f *Figures) GrossMinor() int64 {
	return f.SalesMinor + f.DiscountsMinor + f.ShippingMinor + f.TaxesMinor
}

// NetMinor is what buyers have paid for a seller's sales, less what they and their banks
// got back.
func (f *Figures) NetMinor() int64 { return f.GrossMinor() + f.RefundsMinor }

// KeptMinor is the commission without VAT, less what was given back.
func (f *Figures) KeptMinor() int64 { return f.CommissionMinor - f.ReturnedMinor }

// takeRate is the commission that was kept, of what was sold and not given back, in
// basis points, cut off; nil when nothing is left of what was sold.
func (f *Figures) takeRate() *int {
	return shareOf(f.KeptMinor(), f.NetMinor())
}

// shareOf is part of whole in basis points, cut off; nil when the whole is nothing.
func shareOf(part, whole int64) *int {
	if whole <= 0 {
		return nil
	}
	share := int(part * int64(money.Whole) / whole)
	return &share
}

// add takes over a sum of lines of one kind.
func (f *Figures) add(kind statement.Kind, minor, orders int64) {
	switch kind { //nolint:exhaustive // the others move money that was reported when it was earned
	case statement.KindSales:
		f.SalesMinor += minor
		f.Orders += orders
	case statement.KindDiscounts:
		f.DiscountsMinor += minor
	case statement.KindShipping:
		f.ShippingMinor += minor
	case statement.KindTaxes:
		f.TaxesMinor += minor
	case statement.KindRefunds, statement.KindDisputes:
		f.RefundsMinor += minor
	case statement.KindCommission:
		f.CommissionMinor -= minor
	case statement.KindCommissionVAT:
		f.CommissionVATMinor -= minor
	case statement.KindCommissionReturned:
		f.ReturnedMinor += minor
	case statement.KindVATReturned:
		f.ReturnedVATMinor += minor
	}
}
