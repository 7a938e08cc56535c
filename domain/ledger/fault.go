package ledger

import "github.com/etal-market/etal/domain/fault"

// ErrJournalNotFound is returned for a journal that does not exist.
var ErrJournalNotFound = fault.New(fault.NotFound, "JOURNAL_NOT_FOUND", "There is no such journal.")
