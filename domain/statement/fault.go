package statement

import "github.com/etal-market/etal/domain/fault"

// ErrNotFound is returned for a statement that does not exist or is not the
// actor's to see.
var ErrNotFound = fault.New(fault.NotFound, "STATEMENT_NOT_FOUND", "There is no such statement.")

// ErrDocumentNotFound is returned for an invoice or a credit note that does not exist
// or is of another seller.
var ErrDocumentNotFound = fault.New(fault.NotFound, "COMMISSION_DOCUMENT_NOT_FOUND", "There is no such document.")
