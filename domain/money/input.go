package money

import "errors"

// Input is an amount as it arrives from outside: a decimal number and a
// currency, neither checked yet.
type Input struct {
	Amount       string
	CurrencyCode Currency
}

// Parse checks the input. It returns ErrCurrency, ErrAmount or ErrAmountRange,
// each at the path of the part that is wrong.
func (in Input) Parse() (Amount, error) {
	c, err := ParseCurrency(string(in.CurrencyCode))
	if err != nil {
		return Amount{}, ErrCurrency.At("currencyCode")
	}
	a, err := Parse(in.Amount, c)
	if errors.Is(err, ErrAmountRange) {
		return Amount{}, ErrAmountRange.At("amount")
	}
	if err != nil {
		return Amount{}, ErrAmount.At("amount")
	}
	return a, nil
}
