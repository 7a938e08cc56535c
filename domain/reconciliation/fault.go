package reconciliation

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrNotFound is returned for a difference that does not exist.
	ErrNotFound = fault.New(fault.NotFound, "DIFFERENCE_NOT_FOUND", "There is no such difference.")
	// ErrState is returned for a difference that cannot be resolved so as it stands.
	ErrState = fault.New(fault.Conflict, "DIFFERENCE_STATE", "This difference cannot be resolved in this way as it stands now.")
	// ErrWaits is returned for a movement that is not in suspense yet.
	ErrWaits = fault.New(fault.Conflict, "DIFFERENCE_WAITS", "News may still explain this movement. It is put into suspense by itself, and can be booked then.")
	// ErrAccount is returned for an account that nothing may be booked to by hand.
	ErrAccount = fault.New(fault.Invalid, "DIFFERENCE_ACCOUNT", "This cannot be booked to that account.")
	// ErrLink is returned for a journal that does not fit the movement.
	ErrLink = fault.New(fault.Invalid, "DIFFERENCE_LINK", "The other difference must be a journal without a movement, of the same account, currency and amount.")
	// ErrChanged is returned when a difference is not what was proposed any more.
	ErrChanged = fault.New(fault.Conflict, "DIFFERENCE_CHANGED", "This difference is another one now. Propose it anew.")
)
