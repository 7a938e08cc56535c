package checkout

import "github.com/etal-market/etal/domain/fault"

// ErrEmailRequired is returned when neither the input nor the account has an
// e-mail address.
var ErrEmailRequired = fault.New(fault.Invalid, "EMAIL_REQUIRED", "Give an e-mail address for the confirmation.")
