package tax

import "github.com/etal-market/etal/domain/fault"

// Faults of remitted taxes.
var (
	// ErrNotFound is returned for a remittance that does not exist.
	ErrNotFound = fault.New(fault.NotFound, "TAX_REMITTANCE_NOT_FOUND", "There is no such remittance.")
	// ErrTooMuch is returned when more is to be recorded as remitted than is payable.
	ErrTooMuch = fault.New(fault.Conflict, "TAX_REMITTANCE_TOO_MUCH", "That is more than is payable to this authority.")
	// ErrAmount is returned for an amount that cannot be remitted.
	ErrAmount = fault.New(fault.Invalid, "TAX_REMITTANCE_AMOUNT", "Give an amount above zero.")
	// ErrPeriod is returned for a period that ends before it begins, is longer than two
	// years, or has not begun.
	ErrPeriod = fault.New(fault.Invalid, "TAX_REMITTANCE_PERIOD", "Give a period of at most two years that has begun and ends after it begins.")
	// ErrReversed is returned for a remittance that was taken back before.
	ErrReversed = fault.New(fault.Conflict, "TAX_REMITTANCE_REVERSED", "This remittance was taken back before.")
)
