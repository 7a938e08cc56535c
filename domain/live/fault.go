package live

import "github.com/etal-market/etal/domain/fault"

// The faults of streams.
var (
	// ErrSlow ends a stream whose reader does not keep up.
	ErrSlow = fault.New(fault.Conflict, "STREAM_TOO_SLOW", "Events came faster than you read them. Connect again and go on from the last one.")
	// ErrCursor is returned for a position that is none, or is none of this database.
	ErrCursor = fault.New(fault.Invalid, "STREAM_CURSOR_INVALID", "There is no such event to go on from. Read everything anew and connect without it.")
	// ErrGone is returned for a position from so long ago that what followed it may
	// be gone.
	ErrGone = fault.New(fault.Conflict, "STREAM_CURSOR_GONE", "What followed this event is no longer kept. Read everything anew and connect without it.")
	// ErrStopping is returned while the process ends: another one, or the next,
	// answers.
	ErrStopping = fault.New(fault.Unavailable, "STREAM_STOPPING", "The server restarts. Connect again and go on from the last event.")
	// ErrTooMany is returned to an account or an address that has too many streams
	// open.
	ErrTooMany = fault.New(fault.Throttled, "STREAMS_TOO_MANY", "Too many streams are open. Close one first.")
	// ErrAuthority ends a stream whose reader may not do what they could when it
	// was opened.
	ErrAuthority = fault.New(fault.Forbidden, "STREAM_AUTHORITY_CHANGED", "What you may do has changed. Connect again.")
	// ErrRequired is returned to whoever asks for a stream and does not say of what.
	ErrRequired = fault.New(fault.Invalid, "STREAM_SUBJECT_REQUIRED", "Say which one you want to follow, or act for a seller.")
	// ErrNoStream is returned to a subscription on a way that carries no stream.
	ErrNoStream = fault.New(fault.Invalid, "STREAM_NEEDED", "Ask for events by text/event-stream or by a WebSocket.")
)
