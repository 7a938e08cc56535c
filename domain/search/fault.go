package search

import "github.com/etal-market/etal/domain/fault"

// ErrShort is returned for a text of fewer than two characters.
var ErrShort = fault.New(fault.Invalid, "SEARCH_TOO_SHORT", "Type at least two characters.")
