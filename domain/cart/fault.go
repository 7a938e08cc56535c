package cart

import "github.com/etal-market/etal/domain/fault"

// Faults of carts.
var (
	// ErrNotFound is returned for a cart that does not exist or is not the caller's.
	ErrNotFound = fault.New(fault.NotFound, "CART_NOT_FOUND", "There is no such cart.")
	// ErrLineNotFound is returned for a line that the cart does not have.
	ErrLineNotFound = fault.New(fault.Invalid, "CART_LINE_NOT_FOUND", "The cart has no such line.")
	// ErrCompleted is returned for a change of a cart that has become an order.
	ErrCompleted = fault.New(fault.Conflict, "CART_COMPLETED", "This cart has already been ordered.")
	// ErrEmpty is returned for the checkout of a cart without lines.
	ErrEmpty = fault.New(fault.Conflict, "CART_EMPTY", "The cart is empty.")
	// ErrFull is returned for a line too many.
	ErrFull = fault.New(fault.Conflict, "CART_FULL", "A cart has at most 100 lines.")
	// ErrQuantity is returned for a quantity that cannot be ordered.
	ErrQuantity = fault.New(fault.Invalid, "CART_QUANTITY_INVALID", "The quantity must be between 1 and what may be ordered at once.")
	// ErrCurrencyNotSold is returned for a currency that the platform does not sell in.
	ErrCurrencyNotSold = fault.New(fault.Invalid, "CURRENCY_NOT_SOLD", "The platform does not sell in this currency.")
	// ErrOfferUnavailable is returned for an offer that cannot be bought in the cart's currency.
	ErrOfferUnavailable = fault.New(fault.Conflict, "OFFER_UNAVAILABLE", "This offer cannot be bought at present.")
)
