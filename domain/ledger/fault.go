package ledger

import "github.com/etal-market/etal/domain/fault"

// ErrJournalNotFound is returned for a journal that does not exist.
var ErrJournalNotFound = fault.New(fault.NotFound, "JOURNAL_NOT_FOUND", "There is no such journal.")

// ErrSpan is returned for a span that ends before it begins, or has no length.
var ErrSpan = fault.New(fault.Invalid, "LEDGER_SPAN", "This span ends before it begins.")

// ErrNotSuspended is returned for a movement of which nothing is in suspense.
var ErrNotSuspended = fault.New(fault.Conflict, "NOT_SUSPENDED", "Nothing of this movement is in suspense any more.")
