// Package cart is what a buyer intends: offers of any number of sellers, with
// quantities, in one currency.
//
// A cart belongs to an account, that of a guest or of a signed-in buyer. It
// holds no prices: they are read when the cart is shown and frozen when it is
// completed.
//
//	OPEN → COMPLETED   checkout has made an order of it; for ever
package cart
