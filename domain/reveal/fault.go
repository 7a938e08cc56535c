package reveal

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrSubject is returned for a subject that is neither an order nor an account,
	// does not exist, or is not the operator's to see.
	ErrSubject = fault.New(fault.Invalid, "REVEAL_SUBJECT", "Name an order, a seller order or an account that exists.")
	// ErrErased is returned when the person was erased: there is nothing to reveal.
	ErrErased = fault.New(fault.Conflict, "REVEAL_ERASED", "This person was erased. Nothing is left that could be shown.")
	// ErrSession is returned to whoever acts without a session.
	ErrSession = fault.New(fault.Forbidden, "REVEAL_SESSION", "Personal data is shown to a person in a session, not to a program.")
)
