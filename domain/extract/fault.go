package extract

import "github.com/etal-market/etal/domain/fault"

// ErrOneList is returned when a file is asked for of no list, or of several.
var ErrOneList = fault.New(fault.Invalid, "EXPORT_ONE_LIST", "Choose one list.")
