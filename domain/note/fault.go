package note

import "github.com/etal-market/etal/domain/fault"

// Faults of notes.
var (
	// ErrNotFound is returned for a note that does not exist.
	ErrNotFound = fault.New(fault.NotFound, "NOTE_NOT_FOUND", "There is no such note.")
	// ErrSubject is returned for a subject that is neither a seller nor an order, or does
	// not exist.
	ErrSubject = fault.New(fault.Invalid, "NOTE_SUBJECT", "Name a seller or an order that exists.")
	// ErrOthers is returned when somebody changes or deletes what another one has written.
	ErrOthers = fault.New(fault.Conflict, "NOTE_OTHERS", "Somebody else has written this note.")
	// ErrVersion is returned when the note has changed since the person saw it.
	ErrVersion = fault.New(fault.Conflict, "NOTE_VERSION", "This note has changed since you opened it. Look at it again.")
)
