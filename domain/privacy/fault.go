package privacy

import (
	"errors"

	"github.com/etal-market/etal/domain/fault"
)

// The faults of this context.
var (
	// ErrErasureNotFound is returned for an erasure that does not exist or is
	// another person's.
	ErrErasureNotFound = fault.New(fault.NotFound, "ERASURE_NOT_FOUND", "There is no such request.")
	// ErrErasureRequested is returned when there is a request already.
	ErrErasureRequested = fault.New(fault.Conflict, "ERASURE_REQUESTED", "It was asked for already.")
	// ErrErasureState is returned for a request that has been carried out, is
	// being carried out, or was withdrawn.
	ErrErasureState = fault.New(fault.Conflict, "ERASURE_STATE", "The request cannot be withdrawn any more.")
	// ErrReasonRequired is returned to an operator who does not say why.
	ErrReasonRequired = fault.New(fault.Invalid, "PRIVACY_REASON_REQUIRED", "Say why.")
	// ErrNotYourself is returned to an operator who acts on their own data under
	// that hat.
	ErrNotYourself = fault.New(fault.Invalid, "PRIVACY_NOT_YOURSELF", "Ask for your own data as yourself, not as an operator.")
	// ErrLine is returned for text that is no line of the ledger of erasures. It
	// is no fault for people.
	ErrLine = errors.New("this is no line of the ledger of erasures")
)
