package statement

import "github.com/etal-market/etal/domain/fault"

// ErrNotFound is returned for a statement that does not exist or is not the
// actor's to see.
var ErrNotFound = fault.New(fault.NotFound, "STATEMENT_NOT_FOUND", "There is no such statement.")
