package identity

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrAccountNotFound is returned when there is no such account.
	ErrAccountNotFound = fault.New(fault.NotFound, "ACCOUNT_NOT_FOUND", "There is no such account.")
)
