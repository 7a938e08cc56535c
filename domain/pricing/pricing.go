package pricing

import (
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
}

// Basket is what a buyer wants, in one currency.
type Basket struct {
	Currency money.Currency
	Lines    []Line
}

// Terms are the platform's conditions.
type Terms struct {
	// Commission is the platform's share of each line, in basis points.
	Commission money.Basis
}

// QuotedLine is a line with its amounts in minor units. The commission is
// rounded per line, half away from zero, and frozen on the order line for ever.
type QuotedLine struct {
	Line
	TotalMinor            int64
	CommissionBasisPoints int64
	CommissionMinor       int64
}

// Part is what one seller has in the basket, in minor units.
type Part struct {
	SellerID        seller.ID
	Lines           []QuotedLine
	TotalMinor      int64
	CommissionMinor int64
}

// NetMinor is what the seller gets: the total less commission.
func (p *Part) NetMinor() int64 { return p.TotalMinor - p.CommissionMinor }

// Quote is a basket with its amounts. TotalMinor is the sum of its parts, and
// each part is the sum of its lines.
type Quote struct {
	Currency   money.Currency
	Parts      []*Part // one per seller, in the order of the lines
	TotalMinor int64
}

// Total is what the buyer pays.
func (q *Quote) Total() money.Amount { return money.New(q.TotalMinor, q.Currency) }

// Quote prices a basket. It returns ErrTotalTooLarge beyond money.Max.
func (t Terms) Quote(b Basket) (*Quote, error) {
	q := &Quote{Currency: b.Currency}
	parts := map[seller.ID]*Part{}
	for i, l := range b.Lines {
		line := QuotedLine{
			Line:                  l,
			TotalMinor:            money.Mul(l.UnitMinor, l.Quantity),
			CommissionBasisPoints: int64(t.Commission),
		}
		if line.TotalMinor > money.Max || q.TotalMinor+line.TotalMinor > money.Max {
			return nil, ErrTotalTooLarge.At("lines", strconv.Itoa(i))
		}
		line.CommissionMinor = t.Commission.Of(money.New(line.TotalMinor, b.Currency))
		part, ok := parts[l.SellerID]
		if !ok {
			part = &Part{SellerID: l.SellerID}
			parts[l.SellerID] = part
			q.Parts = append(q.Parts, part)
		}
		part.add(line)
		q.TotalMinor += line.TotalMinor
	}
	return q, nil
}

func (p *Part) add(l QuotedLine) {
	p.Lines = append(p.Lines, l)
	p.TotalMinor += l.TotalMinor
	p.CommissionMinor += l.CommissionMinor
}

// minimumCharge is the least that Stripe charges, in minor units, by
// settlement currency (docs.stripe.com/currencies, minimum charge amounts).
var minimumCharge = map[money.Currency]int64{
	"USD": 50, "EUR": 50, "CAD": 50, "AUD": 50, "CHF": 50, "SGD": 50, "NZD": 50, "BRL": 50, "INR": 50,
	"GBP": 30, "JPY": 50, "DKK": 250, "SEK": 300, "NOK": 300, "PLN": 200, "RON": 200, "HUF": 17500,
	"CZK": 1500, "HKD": 400, "MXN": 1000, "MYR": 200, "THB": 1000, "AED": 200, "BGN": 100,
}

// Chargeable returns ErrTotalTooSmall for a quote that costs less than a card
// can be charged, ErrTotalStep for one that Stripe cannot express, and nil
// otherwise. An unlisted currency has no known minimum.
func (q *Quote) Chargeable() error {
	for _, p := range q.Parts {
		if p.TotalMinor%q.Currency.Step() != 0 {
			return ErrTotalStep
		}
	}
	if q.TotalMinor <= 0 || q.TotalMinor < minimumCharge[q.Currency] {
		return ErrTotalTooSmall
	}
	return nil
}
