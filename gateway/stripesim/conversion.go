package stripesim

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"
)

// conversionEntity says in which currencies the platform has a balance, and what others
// are converted at.
type conversionEntity struct {
	head
	// Settles are the currencies of balances beside the platform's own; nil: all.
	Settles []string `json:"settles"`
	// Rates are what one of a currency is worth in the platform's own.
	Rates map[string]string `json:"rates"`
	// FeeBasisPoints is what a conversion of a charge costs, of what it settles as.
	FeeBasisPoints int64 `json:"fee_basis_points"`
}

// setConversion sets in which currencies the platform has a balance: payments in others
// are converted to its own from then on, at the rates that are set with it.
func setConversion(u *unit, p *struct {
	Settles []string  `p:"settles"`
	Rates   *metadata `p:"rates"`
	Fee     *int64    `p:"fee_basis_points" min:"0"`
},
) (any, *apiError) {
	c := &conversionEntity{Rates: map[string]string{}}
	if old := u.s.state.conversion; old != nil {
		*c = *old
	}
	c.ID, c.Object = "sim_conversion", "sim.conversion"
	if p.Settles != nil {
		c.Settles = []string{}
		for _, code := range p.Settles {
			if !knownCurrency(code) {
				return nil, invalidCurrency(code)
			}
			c.Settles = append(c.Settles, strings.ToLower(code))
		}
	}
	if p.Rates != nil {
		c.Rates = p.Rates.onto(c.Rates)
	}
	for code, rate := range c.Rates {
		if r, ok := new(big.Rat).SetString(rate); !knownCurrency(code) || code != strings.ToLower(code) || !ok || r.Sign() <= 0 {
			return nil, reject("", "rates["+code+"]", "Rates are decimals above zero by currency, such as eur=1.08.")
		}
	}
	if p.Fee != nil {
		c.FeeBasisPoints = *p.Fee
	}
	u.put(c)
	u.s.state.conversion = c
	return c, nil
}

// settled is the currency in which a payment settles: its own when the platform has a
// balance in it, else the platform's.
func (u *unit) settled(currency string) string {
	c, own := u.s.state.conversion, u.s.opts.Currency
	if c == nil || c.Settles == nil || currency == own || u.account != u.s.opts.PlatformAccount || slices.Contains(c.Settles, currency) {
		return currency
	}
	return own
}

// convertible refuses a currency that would have to be converted and has no rate.
func (u *unit) convertible(currency string) *apiError {
	if u.settled(currency) == currency || u.s.state.conversion.Rates[currency] != "" {
		return nil
	}
	return reject("", "currency", "There is no exchange rate for %s in this simulator: set one by POST /_sim/conversion.", currency)
}

// convert is an amount in the currency in which it settles, at the rate of now, and that
// rate; nil when it is the same currency.
func (u *unit) convert(amount int64, currency string) (int64, *json.Number) {
	to := u.settled(currency)
	if to == currency {
		return amount, nil
	}
	text := u.s.state.conversion.Rates[currency]
	rate, ok := new(big.Rat).SetString(text)
	if !ok { // the rate was taken away after the payment was made
		rate, text = big.NewRat(1, 1), "1"
	}
	number := json.Number(text)
	return exchanged(rate, amount, currency, to), &number
}

// exchanged is an amount in another currency, rounded half away from zero.
func exchanged(rate *big.Rat, amount int64, currency, to string) int64 {
	exact := new(big.Rat).Mul(rate, big.NewRat(amount*unitOf(to), unitOf(currency)))
	// Twice the amount, and one more, whole.
	num, den := new(big.Int).Abs(exact.Num()), exact.Denom()
	whole := num.Add(num.Lsh(num, 1), den).Quo(num, new(big.Int).Lsh(den, 1)).Int64()
	if whole -= whole % stepOf(to); exact.Sign() < 0 {
		whole = -whole
	}
	return whole
}

// kept is the currency in which an account keeps what it gets in another: that one when it
// is the account's own or one that a bank account of it takes, else the account's own.
func (u *unit) kept(a *account, currency string) string {
	takes := func(x *externalAccount) bool { return x.Currency == currency }
	if a.ID == u.s.opts.PlatformAccount || currency == a.DefaultCurrency || slices.ContainsFunc(u.externalOf(a.ID), takes) {
		return currency
	}
	return a.DefaultCurrency
}

// worth is what one of a currency is worth in the platform's own, or nil.
func (u *unit) worth(currency string) *big.Rat {
	if currency == u.s.opts.Currency {
		return big.NewRat(1, 1)
	}
	if c := u.s.state.conversion; c != nil {
		if rate, ok := new(big.Rat).SetString(c.Rates[currency]); ok {
			return rate
		}
	}
	return nil
}

// arrives is what a transfer is worth when it arrives at an account, in which currency, and
// at what rate; nil when nothing is converted.
func (u *unit) arrives(a *account, amount int64, currency string) (int64, string, *json.Number, *apiError) {
	to := u.kept(a, currency)
	if to == currency {
		return amount, currency, nil, nil
	}
	from, into := u.worth(currency), u.worth(to)
	if from == nil || into == nil {
		return 0, "", nil, reject("", "currency",
			"There is no exchange rate of %s to %s in this simulator: set one by POST /_sim/conversion.", currency, to)
	}
	rate := new(big.Rat).Quo(from, into)
	number := json.Number(rate.FloatString(10))
	return exchanged(rate, amount, currency, to), to, &number, nil
}

// conversionFee is what the conversion of a charge costs.
func (u *unit) conversionFee(amount int64, currency string) int64 {
	if u.settled(currency) == currency {
		return 0
	}
	fee := (amount*u.s.state.conversion.FeeBasisPoints + 5000) / 10_000
	return fee - fee%stepOf(u.s.opts.Currency)
}

// moveConverted is move for an amount in the currency of a payment: it moves the balance
// in which that settles. The fee is in the currency of the balance.
func (u *unit) moveConverted(m movement) *balanceTransaction {
	asked := m.amount
	m.amount, m.rate = u.convert(m.amount, m.currency)
	m.currency = u.settled(m.currency)
	t := u.move(m)
	t.hidden.Asked = asked
	u.put(t)
	return t
}

// asked is the amount before it was converted.
func (t *balanceTransaction) asked() int64 {
	if t.Rate == nil {
		return t.Amount
	}
	return t.hidden.Asked
}

// unitOf is how many minor units make one of a currency.
func unitOf(currency string) int64 {
	switch text := decimals(0, currency); len(text) {
	case 1: // 0
		return 1
	case 5: // 0.000
		return 1000
	}
	return 100
}

// stepOf is the least that can be moved of a currency, in minor units.
func stepOf(currency string) int64 {
	for _, more := range []int64{10, 100} {
		if divisible(more, currency) == nil && divisible(1, currency) != nil {
			return more
		}
	}
	return 1
}
