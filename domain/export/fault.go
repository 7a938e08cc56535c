package export

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrNotFound is returned for an export that does not exist, is another
	// person's, or cannot be fetched any more.
	ErrNotFound = fault.New(fault.NotFound, "EXPORT_NOT_FOUND", "There is no such file, or it cannot be fetched any more.")
	// ErrTooMany is returned while several exports of the same person are being
	// made.
	ErrTooMany = fault.New(fault.Throttled, "EXPORT_TOO_MANY", "Several files are being made for you already. Wait for them.")
	// ErrBusy is returned while the same file is being fetched.
	ErrBusy = fault.New(fault.Conflict, "EXPORT_BUSY", "This file is being fetched at the moment. Try again in some minutes.")
)
