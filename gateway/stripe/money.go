package stripe

import (
	"fmt"
	"math"

	sdk "github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/domain/money"
)

// Codes of amounts that are refused before they are sent.
const (
	codeAmount   = "amount_not_representable"
	codeCurrency = "currency_not_supported"
)

// unit says how Stripe counts a currency: with how many decimals, and in which
// steps. It differs from ISO 4217 where Stripe's history does: the ariary has
// two decimals by ISO and none at Stripe, the króna and the shilling of Uganda
// none by ISO and two at Stripe, which must be zeros (docs.stripe.com/currencies).
type unit struct {
	decimals int
	step     int64
}

func unitOf(c money.Currency) (unit, bool) {
	switch c {
	case "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF":
		return unit{decimals: 0, step: 1}, true
	case "ISK", "UGX":
		return unit{decimals: 2, step: 100}, true
	case "BHD", "JOD", "KWD", "OMR", "TND":
		return unit{decimals: 3, step: 10}, true
	}
	return unit{decimals: 2, step: 1}, c.Decimals() == 2
}

// unitsMax bounds amounts so that changing their scale cannot overflow.
const unitsMax = math.MaxInt64 / 10_000

// toStripe is an amount in Stripe's units. What Stripe could not express is
// refused.
func toStripe(a money.Amount) (int64, error) {
	u, ok := unitOf(a.Currency)
	if !ok {
		return 0, refuse(codeCurrency, "Stripe does not count in %s", a.Currency)
	}
	n, ok := rescale(a.Minor, a.Currency.Decimals(), u.decimals)
	if !ok || n%u.step != 0 {
		return 0, refuse(codeAmount, "Stripe cannot express %s", a)
	}
	return n, nil
}

// toPayout is an amount in Stripe's units for a payout, which a bank must be
// able to pay: forints and new dollars of Taiwan only whole.
func toPayout(a money.Amount) (int64, error) {
	n, err := toStripe(a)
	if err == nil && (a.Currency == "HUF" || a.Currency == "TWD") && n%100 != 0 {
		return 0, refuse(codeAmount, "a payout cannot be of %s: whole %s only", a, a.Currency)
	}
	return n, err
}

// fromStripe is an amount of Stripe's units. An amount that ours cannot
// express is an error, never rounded. Stripe's own figures, such as fees, need
// not keep to the steps of what may be sent.
func fromStripe(n int64, currency sdk.Currency) (money.Amount, error) {
	c, err := money.ParseCurrency(string(currency))
	if err != nil {
		return money.Amount{}, fmt.Errorf("currency %q of Stripe: %w", currency, err)
	}
	u, ok := unitOf(c)
	if !ok {
		return money.Amount{}, fmt.Errorf("it is not known how Stripe counts in %s", c)
	}
	minor, ok := rescale(n, u.decimals, c.Decimals())
	if !ok {
		return money.Amount{}, fmt.Errorf("%d units of %s at Stripe are not a whole number of minor units", n, c)
	}
	return money.New(minor, c), nil
}

// rescale writes n, which has from decimals, with to decimals. It returns false
// when that loses something or overflows.
func rescale(n int64, from, to int) (int64, bool) {
	if n > unitsMax || n < -unitsMax {
		return 0, false
	}
	for ; from < to; from++ {
		n *= 10
	}
	for ; from > to; from-- {
		if n%10 != 0 {
			return 0, false
		}
		n /= 10
	}
	return n, true
}
