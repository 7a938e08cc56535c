package operator

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrNotFound is returned when the account is no operator's.
	ErrNotFound = fault.New(fault.NotFound, "OPERATOR_NOT_FOUND", "There is no such operator.")
	// ErrLastAdmin is returned when there would be no administrator left.
	ErrLastAdmin = fault.New(fault.Conflict, "OPERATOR_LAST_ADMIN", "This is the last administrator. Make another one first.")
	// ErrSameRole is returned when an operator has the role already.
	ErrSameRole = fault.New(fault.Conflict, "OPERATOR_ROLE_SAME", "This operator has that role already.")
)
