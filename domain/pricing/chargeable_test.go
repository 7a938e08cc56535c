package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
)

// What is less than Stripe charges in a currency is refused, and one unit more is
// not. The figures are those of docs.stripe.com/currencies, in minor units of ours.
func TestChargeable_by_currency(t *testing.T) {
	t.Parallel()
	for currency, least := range map[money.Currency]int64{
		"USD": 50, "EUR": 50, "CAD": 50, "AUD": 50, "CHF": 50, "SGD": 50, "NZD": 50, "BRL": 50, "INR": 50, "GBP": 30, "JPY": 50,
		"DKK": 250, "SEK": 300, "NOK": 300, "PLN": 200, "RON": 200, "HUF": 17_500, "CZK": 1_500, "HKD": 400, "MXN": 1_000,
		"MYR": 200, "THB": 1_000, "AED": 200, "BGN": 100,
	} {
		for minor, want := range map[int64]error{least - 1: pricing.ErrTotalTooSmall, least: nil} {
			q, err := pricing.Terms{Tariff: pricing.Flat(1000)}.Quote(pricing.Basket{
				Currency: currency, Lines: []pricing.Line{{Ref: "a", SellerID: "sel_a", UnitMinor: minor, Quantity: 1}},
			})
			require.NoError(t, err)
			require.ErrorIs(t, q.Chargeable(), want, "%d %s", minor, currency)
		}
	}
}
