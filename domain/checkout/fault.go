package checkout

import "github.com/etal-market/etal/domain/fault"

// Faults of the checkout.
var (
	// ErrEmailRequired is returned when neither the input nor the account has an
	// e-mail address.
	ErrEmailRequired = fault.New(fault.Invalid, "EMAIL_REQUIRED", "Give an e-mail address for the confirmation.")
	// ErrTotalChanged is returned when a cart costs something else than the buyer has seen.
	ErrTotalChanged = fault.New(fault.Conflict, "CART_TOTAL_CHANGED", "The total of the cart has changed. Look at it once more before you order it.")
)
