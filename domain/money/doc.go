// Package money is exact arithmetic on amounts of money.
//
// An Amount is a whole number of minor units (cents) of one ISO 4217 currency.
// Rates are basis points, whole ten-thousandths. There is no floating point.
// Dividing always goes through Split or Allocate, which lose nothing: the
// parts sum to the whole.
package money
