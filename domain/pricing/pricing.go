package pricing

import (
	"slices"
	"strconv"

	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// Faults of a quote.
var (
	// ErrTotalTooLarge is returned when a basket costs more than one payment can be.
	ErrTotalTooLarge = fault.New(fault.Invalid, "TOTAL_TOO_LARGE", "This cart costs more than can be paid at once.")
	// ErrTotalTooSmall is returned when a basket costs less than can be charged.
	ErrTotalTooSmall = fault.New(fault.Invalid, "TOTAL_TOO_SMALL", "This cart costs less than can be paid by card.")
	// ErrTotalStep is returned when prices of a three-decimal currency do not end in 0.
	ErrTotalStep = fault.New(fault.Invalid, "TOTAL_NOT_CHARGEABLE", "In this currency prices must end in 0 to be charged.")
)

// Line is one line of a basket.
type Line struct {
	Ref       string // what the caller calls the line
	SellerID  seller.ID
	UnitMinor int64 // price of one, minor units
	Quantity  int64
	Taxes     []Tax
	Facts     Facts
}

// Basket is what a buyer wants, in one currency, and what changes its price.
type Basket struct {
	Currency  money.Currency
	Lines     []Line
	Discounts []Discount             // taken off one after the other
	Shipping  map[seller.ID]Shipping // sellers that are not in it ship for nothing
}

// Sellers are those whose goods are in the basket, without repetition.
func (b *Basket) Sellers() (all []seller.ID) {
	for i := range b.Lines {
		if !slices.Contains(all, b.Lines[i].SellerID) {
			all = append(all, b.Lines[i].SellerID)
		}
	}
	return all
}

// Tariff is what the platform takes.
type Tariff interface {
	// Commission says what the platform keeps of each line of one seller's part,
	// in the order of the lines.
	Commission(c money.Currency, lines []*QuotedLine) []Commission
	// BuyerFee is what the buyer pays the platform on top, for so many lines of
	// goods that cost this much after discounts.
	BuyerFee(goods money.Amount, lines int) BuyerFee
}

// BuyerFee is what a buyer pays the platform for an order, in minor units.
type BuyerFee struct {
	Minor     int64
	KeptMinor int64 // of it, what is not given back in a refund
}

// Commission is what the platform keeps of a line, in minor units.
type Commission struct {
	BasisPoints int64 // the rate of it; 0 when there is none
	Minor       int64
	VATMinor    int64 // on top
	Reckoning   *Reckoning
}

// Terms are the platform's conditions.
type Terms struct {
	Tariff Tariff
}

// QuotedLine is a line with its amounts in minor units, frozen on the order
// line for ever.
type QuotedLine struct {
	Line
	TotalMinor            int64 // the price of the goods: unit price times quantity
	CommissionBasisPoints int64
	Components
	TaxLines  []TaxLine
	Reckoning *Reckoning // nil when the tariff does not say
}

// PayableMinor is what the buyer pays for the line, in minor units.
func (l *QuotedLine) PayableMinor() int64 { return l.Payable(l.TotalMinor) }

// NetMinor is what the seller gets for the line, in minor units.
func (l *QuotedLine) NetMinor() int64 { return l.Net(l.PayableMinor()) }

// leftMinor is the price of the goods after discounts.
func (l *QuotedLine) leftMinor() int64 { return l.TotalMinor - l.DiscountMinor() }

// Part is what one seller has in the basket, in minor units.
type Part struct {
	SellerID   seller.ID
	Lines      []*QuotedLine
	TotalMinor int64 // what the buyer pays for it
	ShippingBy Party
	Components // the sums of the lines'
}

// NetMinor is what the seller gets, in minor units.
func (p *Part) NetMinor() int64 { return p.Net(p.TotalMinor) }

// Quote is a basket with its amounts. Each part is the sum of its lines, and
// TotalMinor is the sum of its parts and the service fee.
type Quote struct {
	Currency        money.Currency
	Parts           []*Part // one per seller, in the order of the lines
	Discounts       []Discounted
	ServiceFeeMinor int64
	// ServiceFeeKeptMinor is what of it is not given back in a refund.
	ServiceFeeKeptMinor int64
	TotalMinor          int64

	lines []QuotedLine // in the order of the basket
}

// Total is what the buyer pays.
func (q *Quote) Total() money.Amount { return money.New(q.TotalMinor, q.Currency) }

// Quote prices a basket. It returns ErrTotalTooLarge beyond money.Max.
func (t Terms) Quote(b Basket) (*Quote, error) {
	q, err := layOut(b)
	if err != nil {
		return nil, err
	}
	for i := range b.Discounts {
		q.discount(&b.Discounts[i])
	}
	for _, p := range q.Parts {
		p.ship(q.Currency, b.Shipping[p.SellerID])
		for _, l := range p.Lines {
			l.tax(q.Currency, p.ShippingBy)
		}
		p.Charge(q.Currency, t.Tariff)
		p.sum()
		q.TotalMinor += p.TotalMinor
	}
	fee := t.Tariff.BuyerFee(money.New(q.leftMinor(), q.Currency), len(q.lines))
	q.ServiceFeeMinor, q.ServiceFeeKeptMinor = fee.Minor, fee.KeptMinor
	q.TotalMinor += q.ServiceFeeMinor
	if q.TotalMinor > money.Max {
		return nil, ErrTotalTooLarge
	}
	return q, nil
}

// layOut multiplies prices by quantities and puts the lines into parts.
func layOut(b Basket) (*Quote, error) {
	q := &Quote{Currency: b.Currency, lines: make([]QuotedLine, len(b.Lines))}
	var total int64
	for i := range b.Lines {
		l := &q.lines[i]
		l.Line = b.Lines[i]
		l.TotalMinor = money.Mul(l.UnitMinor, l.Quantity)
		if l.TotalMinor > money.Max || total+l.TotalMinor > money.Max {
			return nil, ErrTotalTooLarge.At("lines", strconv.Itoa(i))
		}
		total += l.TotalMinor
		p := q.part(l.SellerID)
		p.Lines = append(p.Lines, l)
	}
	return q, nil
}

func (q *Quote) part(of seller.ID) *Part {
	for _, p := range q.Parts {
		if p.SellerID == of {
			return p
		}
	}
	p := &Part{SellerID: of, ShippingBy: PartySeller}
	q.Parts = append(q.Parts, p)
	return p
}

func (q *Quote) leftMinor() (sum int64) {
	for i := range q.lines {
		sum += q.lines[i].leftMinor()
	}
	return sum
}

// discount takes a discount off its lines, in steps of the currency, and
// divides who pays for it: first in all, then line by line, so that both sums
// are exact.
func (q *Quote) discount(d *Discount) {
	step := q.Currency.Step()
	left := make([]int64, len(q.lines)) // in whole steps, so that no line is taken below zero
	var sum int64
	take := func(i int) {
		left[i] = q.lines[i].leftMinor() / step
		sum += left[i]
	}
	if d.Lines == nil {
		for i := range q.lines {
			take(i)
		}
	}
	for _, i := range d.Lines {
		take(i)
	}
	amount := min(d.AmountMinor/step, sum) * step
	if amount <= 0 {
		return
	}
	shares := money.Split(money.New(amount, q.Currency), left)
	bySeller := d.SellerShare.Of(money.New(amount, q.Currency))
	for i, sellerMinor := range money.Split(money.New(bySeller, q.Currency), shares) {
		q.lines[i].SellerDiscountMinor += sellerMinor
		q.lines[i].PlatformDiscountMinor += shares[i] - sellerMinor
	}
	q.Discounts = append(q.Discounts, Discounted{Ref: d.Ref, SellerMinor: bySeller, PlatformMinor: amount - bySeller})
}

// ship divides the shipping of a part over its lines by what they cost, or by
// their quantities when they cost nothing.
func (p *Part) ship(c money.Currency, s Shipping) {
	if s.By != "" {
		p.ShippingBy = s.By
	}
	if s.AmountMinor == 0 {
		return
	}
	weights := make([]int64, len(p.Lines))
	var sum int64
	for i, l := range p.Lines {
		weights[i] = l.leftMinor()
		sum += weights[i]
	}
	if sum == 0 {
		for i, l := range p.Lines {
			weights[i] = l.Quantity
		}
	}
	for i, minor := range money.Split(money.New(s.AmountMinor, c), weights) {
		p.Lines[i].ShippingMinor = minor
	}
}

// tax computes the taxes of a line from what the buyer pays for its goods and
// for its shipping.
func (l *QuotedLine) tax(c money.Currency, shippingBy Party) {
	if shippingBy == PartyPlatform {
		l.PlatformShippingMinor = l.ShippingMinor
	}
	if len(l.Taxes) == 0 {
		return
	}
	included := map[Component]money.Basis{}
	for _, t := range l.Taxes {
		if t.IsIncluded {
			included[t.Component] += t.Rate
		}
	}
	l.TaxLines = make([]TaxLine, len(l.Taxes))
	for i, t := range l.Taxes {
		base := money.New(l.leftMinor(), c)
		if t.Component == ComponentShipping {
			base.Minor = l.ShippingMinor
		}
		minor := t.Rate.Of(base)
		if t.IsIncluded {
			minor = t.Rate.Within(base, included[t.Component])
		}
		l.TaxLines[i] = TaxLine{
			Component: t.Component, Jurisdiction: t.Jurisdiction, BasisPoints: int64(t.Rate),
			IsIncluded: t.IsIncluded, Remitter: t.Remitter,
			Currency: c, BaseMinor: base.Minor, AmountMinor: minor,
		}
		l.addTax(&l.TaxLines[i])
	}
}

func (l *QuotedLine) addTax(t *TaxLine) {
	if t.Remitter == PartyPlatform {
		l.PlatformTaxMinor += t.AmountMinor
	}
	if !t.IsIncluded {
		l.TaxMinor += t.AmountMinor
	} else if t.Component == ComponentShipping && l.PlatformShippingMinor > 0 {
		l.PlatformShippingMinor -= t.AmountMinor // who ships collects it; it is not theirs
	}
}

// Charge asks the tariff for the commission, and cuts it down to what the seller
// would get: a seller never owes for a sale.
func (p *Part) Charge(c money.Currency, tariff Tariff) {
	for i, k := range tariff.Commission(c, p.Lines) {
		l := p.Lines[i]
		l.CommissionBasisPoints, l.Reckoning = k.BasisPoints, k.Reckoning
		gross := l.gross(l.PayableMinor())
		l.CommissionMinor, l.CommissionVATMinor = k.Minor, k.VATMinor
		if k.Minor+k.VATMinor > gross {
			l.CommissionMinor = min(k.Minor, gross)
			l.CommissionVATMinor = gross - l.CommissionMinor
			l.Reckoning.limit(l.CommissionMinor, l.CommissionVATMinor)
		}
	}
}

func (p *Part) sum() {
	for _, l := range p.Lines {
		p.add(&l.Components)
		p.TotalMinor += l.PayableMinor()
	}
}

// Flat is the simplest tariff: one rate of what the goods cost after the
// seller's discounts and without taxes, and no fee for the buyer.
type Flat money.Basis

// Commission implements Tariff.
func (f Flat) Commission(c money.Currency, lines []*QuotedLine) []Commission {
	all := make([]Commission, len(lines))
	for i, l := range lines {
		base := l.TotalMinor - l.SellerDiscountMinor - l.IncludedTaxMinor(ComponentGoods)
		all[i] = Commission{BasisPoints: int64(f), Minor: money.Basis(f).Of(money.New(base, c))}
	}
	return all
}

// BuyerFee implements Tariff: there is none.
func (f Flat) BuyerFee(money.Amount, int) BuyerFee { return BuyerFee{} }

// IncludedTaxMinor is the tax included in what the buyer pays for a component,
// whoever remits it.
func (l *QuotedLine) IncludedTaxMinor(of Component) (sum int64) {
	for i := range l.TaxLines {
		if t := &l.TaxLines[i]; t.IsIncluded && t.Component == of {
			sum += t.AmountMinor
		}
	}
	return sum
}
