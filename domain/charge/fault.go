package charge

import "github.com/etal-market/etal/domain/fault"

// Faults of charges.
var (
	// ErrNotFound is returned for a charge that does not exist.
	ErrNotFound = fault.New(fault.NotFound, "SELLER_CHARGE_NOT_FOUND", "There is no such charge.")
	// ErrAmount is returned for an amount that cannot be charged.
	ErrAmount = fault.New(fault.Invalid, "SELLER_CHARGE_AMOUNT", "Give an amount above zero that can be charged.")
	// ErrVAT is returned for a rate of VAT that cannot be.
	ErrVAT = fault.New(fault.Invalid, "SELLER_CHARGE_VAT", "Give basis points from 0 to 10000.")
	// ErrReversed is returned for a charge that was reversed before.
	ErrReversed = fault.New(fault.Conflict, "SELLER_CHARGE_REVERSED", "This charge was reversed before.")
	// ErrClosed is returned for a seller that is closed, or was never approved.
	ErrClosed = fault.New(fault.Conflict, "SELLER_CHARGE_CLOSED", "Nothing can be charged or credited to this seller.")
)
