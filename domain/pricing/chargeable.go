package pricing

import "github.com/etal-market/etal/domain/money"

// MarginMinor is what is left to the platform of an order: commission, shipping by
// the platform and the service fee, less its own discounts and what the provider
// is expected to keep. It may be negative. Minor units.
func (q *Quote) MarginMinor(rate money.Basis, fixedMinor int64) int64 {
	margin := q.ServiceFeeMinor - rate.Of(q.Total()) - fixedMinor
	for _, p := range q.Parts {
		margin += p.CommissionMinor + p.PlatformShippingMinor - p.PlatformDiscountMinor
	}
	return margin
}

// minimumCharge is the least that Stripe charges, in minor units, by
// settlement currency (docs.stripe.com/currencies, minimum charge amounts).
var minimumCharge = map[money.Currency]int64{
	"USD": 50, "EUR": 50, "CAD": 50, "AUD": 50, "CHF": 50, "SGD": 50, "NZD": 50, "BRL": 50, "INR": 50,
	"GBP": 30, "JPY": 50, "DKK": 250, "SEK": 300, "NOK": 300, "PLN": 200, "RON": 200, "HUF": 17500,
	"CZK": 1500, "HKD": 400, "MXN": 1000, "MYR": 200, "THB": 1000, "AED": 200, "BGN": 100,
}

// LeastCharge is the least that a card can be charged in a currency, in minor
// units; 0 when no least is known.
func LeastCharge(c money.Currency) int64 { return minimumCharge[c] }

// Chargeable returns ErrTotalTooSmall for a quote that costs less than a card
// can be charged, ErrTotalStep for one that Stripe cannot express, and nil
// otherwise. An unlisted currency has no known minimum.
func (q *Quote) Chargeable() error {
	step := q.Currency.Step()
	for _, p := range q.Parts {
		if p.TotalMinor%step != 0 || p.NetMinor()%step != 0 {
			return ErrTotalStep
		}
	}
	if q.TotalMinor <= 0 || q.TotalMinor < minimumCharge[q.Currency] {
		return ErrTotalTooSmall
	}
	return nil
}
