package inventory

import "github.com/etal-market/etal/domain/fault"

// Faults of the stock.
var (
	// ErrOutOfStock is returned when fewer units are available than asked for; its path names the line.
	ErrOutOfStock = fault.New(fault.Conflict, "OUT_OF_STOCK", "Fewer units are available than you ask for.")
	// ErrQuantity is returned for a quantity that is not positive, too large, or zero as a change.
	ErrQuantity = fault.New(fault.Invalid, "QUANTITY_INVALID", "This quantity is not allowed here.")
	// ErrReserved is returned when the stock would fall below what is reserved for orders.
	ErrReserved = fault.New(fault.Conflict, "STOCK_RESERVED", "More units than that are reserved for orders.")
	// ErrReservationTaken is returned when a reference reserves a second time.
	ErrReservationTaken = fault.New(fault.Conflict, "RESERVATION_TAKEN", "Units are already reserved for this order.")
	// ErrReservationNotFound is returned when nothing was ever reserved under a reference.
	ErrReservationNotFound = fault.New(fault.NotFound, "RESERVATION_NOT_FOUND", "Nothing is reserved for this order.")
)
