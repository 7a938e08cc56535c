package order

import "github.com/etal-market/etal/domain/fault"

// Faults of orders.
var (
	// ErrNotFound is returned for an order that does not exist or is not the caller's.
	ErrNotFound = fault.New(fault.NotFound, "ORDER_NOT_FOUND", "There is no such order.")
	// ErrState is returned for a step that the order's state does not allow.
	ErrState = fault.New(fault.Conflict, "ORDER_STATE", "The order's status does not allow this.")
	// ErrTrackingURL is returned for a tracking address that is not https.
	ErrTrackingURL = fault.New(fault.Invalid, "TRACKING_URL_INVALID", "The tracking address must begin with https://.")
	// ErrSellerBusy is returned when a seller is to be closed for whom buyers wait.
	ErrSellerBusy = fault.New(fault.Conflict, "SELLER_BUSY", "Buyers wait for orders of this seller. Ship or cancel them first.")
)
