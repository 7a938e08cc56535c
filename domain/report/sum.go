package report

import "github.com/etal-market/etal/domain/money"

// Sum is what was sold in one currency in some span.
type Sum struct {
	Figures

	Currency money.Currency
}

// Gross is what buyers have paid for sales.
func (s *Sum) Gross() money.Amount { return money.New(s.GrossMinor(), s.Currency) }

// Refunds is what buyers and their banks got back; not below zero.
func (s *Sum) Refunds() money.Amount { return money.New(-s.RefundsMinor, s.Currency) }

// Net is what buyers have paid for sales, less what they and their banks got back.
func (s *Sum) Net() money.Amount { return money.New(s.NetMinor(), s.Currency) }

// RefundBasisPoints is what buyers and their banks got back, of what was sold, in basis
// points, cut off; nil when nothing was sold.
func (s *Sum) RefundBasisPoints() *int { return shareOf(-s.RefundsMinor, s.GrossMinor()) }

// Kept is the commission without VAT, less what was given back.
func (s *Sum) Kept() money.Amount { return money.New(s.KeptMinor(), s.Currency) }

// TakeRateBasisPoints is the commission that was kept, of what was sold and not given
// back, in basis points, cut off; nil when nothing is left of what was sold.
func (s *Sum) TakeRateBasisPoints() *int { return s.takeRate() }

// plus adds a day.
func (s *Sum) plus(f *Figures) {
	s.Orders += f.Orders
	s.SalesMinor += f.SalesMinor
	s.DiscountsMinor += f.DiscountsMinor
	s.ShippingMinor += f.ShippingMinor
	s.TaxesMinor += f.TaxesMinor
	s.RefundsMinor += f.RefundsMinor
	s.CommissionMinor += f.CommissionMinor
	s.ReturnedMinor += f.ReturnedMinor
}
