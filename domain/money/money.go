package money

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/bojanz/currency"

	"github.com/etal-market/etal/domain/fault"
)

// Faults of amounts that arrive from outside.
var (
	// ErrCurrency is returned for a code that ISO 4217 does not list.
	ErrCurrency = fault.New(fault.Invalid, "CURRENCY_UNKNOWN", "This is not an ISO 4217 currency code.")
	// ErrAmount is returned for text that is not a decimal number with at most
	// the decimals of its currency.
	ErrAmount = fault.New(fault.Invalid, "AMOUNT_INVALID", "This is not an amount of this currency.")
	// ErrAmountRange is returned for an amount below zero or above Max.
	ErrAmountRange = fault.New(fault.Invalid, "AMOUNT_OUT_OF_RANGE", "This amount is too small or too large.")
)

// Max is the largest amount of a single price or payment in minor units.
// Stripe accepts at most eight digits (docs.stripe.com/currencies).
const Max = 99_999_999

// Currency is an ISO 4217 code in capitals.
type Currency string

// ParseCurrency checks a code; it accepts lower case, as Stripe writes it.
func ParseCurrency(s string) (Currency, error) {
	code := strings.ToUpper(s)
	if !currency.IsValid(code) {
		return "", ErrCurrency
	}
	return Currency(code), nil
}

// Decimals is the number of decimals of the currency: 0, 2 or 3 (ISO 4217).
func (c Currency) Decimals() int {
	digits, _ := currency.GetDigits(string(c))
	return int(digits)
}

// Step is the smallest amount that can be charged or transferred, in minor
// units: Stripe takes amounts of three-decimal currencies in tens only
// (docs.stripe.com/currencies, three-decimal currencies).
func (c Currency) Step() int64 {
	if c.Decimals() == 3 {
		return 10
	}
	return 1
}

// PayoutStep is the smallest amount that can be paid out to a bank, in minor
// units: forints and Taiwan dollars leave as whole ones only
// (docs.stripe.com/currencies, special cases).
func (c Currency) PayoutStep() int64 {
	if c == "HUF" || c == "TWD" {
		return 100
	}
	return c.Step()
}

// Lower is the code as Stripe writes it.
func (c Currency) Lower() string { return strings.ToLower(string(c)) }

// Amount is a whole number of minor units of a currency.
type Amount struct {
	Minor    int64
	Currency Currency
}

// New returns an amount of minor units.
func New(minor int64, c Currency) Amount { return Amount{Minor: minor, Currency: c} }

// Parse reads a decimal number such as "12.50". It returns ErrAmount for more
// decimals than the currency has, and ErrAmountRange beyond ±Max.
func Parse(decimal string, c Currency) (Amount, error) {
	if !currency.IsValid(string(c)) {
		return Amount{}, ErrCurrency
	}
	digits, negative := strings.CutPrefix(decimal, "-")
	whole, frac, _ := strings.Cut(digits, ".")
	dot := strings.Contains(digits, ".")
	if whole == "" || !isDigits(whole) || !isDigits(frac) || dot && frac == "" || len(frac) > c.Decimals() {
		return Amount{}, ErrAmount
	}
	if len(whole) > 12 {
		return Amount{}, ErrAmountRange
	}
	minor, err := strconv.ParseInt(whole+frac+strings.Repeat("0", c.Decimals()-len(frac)), 10, 64)
	if err != nil || minor > Max {
		return Amount{}, ErrAmountRange
	}
	if negative {
		minor = -minor
	}
	return Amount{Minor: minor, Currency: c}, nil
}

func isDigits(s string) bool {
	return strings.Trim(s, "0123456789") == ""
}

// Decimal writes the amount as a decimal number with all decimals of its
// currency, such as "12.50".
func (a Amount) Decimal() string {
	minor, sign := a.Minor, ""
	digits := strconv.FormatInt(minor, 10)
	if minor < 0 {
		digits, sign = digits[1:], "-"
	}
	n := a.Currency.Decimals()
	if n == 0 {
		return sign + digits
	}
	if len(digits) <= n {
		digits = strings.Repeat("0", n+1-len(digits)) + digits
	}
	return sign + digits[:len(digits)-n] + "." + digits[len(digits)-n:]
}

// String writes the amount with its currency, such as "12.50 EUR".
func (a Amount) String() string { return a.Decimal() + " " + string(a.Currency) }

// AmountMinor is Minor as text: GraphQL's Int has 32 bits only.
func (a Amount) AmountMinor() string { return strconv.FormatInt(a.Minor, 10) }

// Basis is a rate in basis points: 10,000 is the whole.
type Basis int64

// Whole is 100 %.
const Whole Basis = 10_000

// Of returns the share of an amount at this rate, rounded half away from zero
// to what can be transferred in its currency: a whole minor unit, or ten of a
// three-decimal currency.
func (b Basis) Of(a Amount) int64 { return b.in(a, Whole) }

// Within returns the part of a gross amount that was added to a net amount at
// this rate, when all rates added to it sum to sum: 20 % within 120 is 20. It
// is rounded as by Of.
func (b Basis) Within(a Amount, sum Basis) int64 { return b.in(a, Whole+sum) }

func (b Basis) in(a Amount, whole Basis) int64 { return Share(a, int64(b), int64(whole)) }

// Share is part/whole of an amount, rounded as by Basis.Of. The whole is
// positive.
func Share(a Amount, part, whole int64) int64 {
	step := a.Currency.Step()
	unit := whole * step
	if small(a.Minor) && small(part) { // one machine word is enough for what people pay
		half := unit / 2
		if a.Minor < 0 != (part < 0) {
			half = -half
		}
		return (a.Minor*part + half) / unit * step
	}
	product := new(big.Int).Mul(big.NewInt(a.Minor), big.NewInt(part))
	half := big.NewInt(unit / 2)
	if product.Sign() < 0 {
		half.Neg(half)
	}
	product.Add(product, half).Quo(product, big.NewInt(unit))
	if !product.IsInt64() {
		panic("money: share overflows")
	}
	return product.Int64() * step
}

// small reports whether the product of two such numbers fits a machine word
// with room to spare.
func small(n int64) bool { return -1<<30 < n && n < 1<<30 }

// Mul multiplies a price by a quantity. It panics on overflow, which bounded
// prices and quantities cannot reach.
func Mul(minor, quantity int64) int64 {
	if small(minor) && small(quantity) {
		return minor * quantity
	}
	product := new(big.Int).Mul(big.NewInt(minor), big.NewInt(quantity))
	if !product.IsInt64() {
		panic("money: product overflows")
	}
	return product.Int64()
}
