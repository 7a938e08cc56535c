package notification

import "github.com/etal-market/etal/domain/fault"

// The faults of notifications.
var (
	// ErrNobody is returned to whoever has no session: nobody tells them anything.
	ErrNobody = fault.New(fault.Unauthenticated, "NOTIFICATION_NOBODY", "Sign in first.")
	// ErrNotFound is returned for a notification that does not exist, is another
	// person's or was told under another hat.
	ErrNotFound = fault.New(fault.NotFound, "NOTIFICATION_NOT_FOUND", "There is no such notification.")
	// ErrTooMany is returned when more are named than a page holds.
	ErrTooMany = fault.New(fault.Invalid, "NOTIFICATIONS_TOO_MANY", "Name at most 100 notifications.")
	// ErrMailNeeded is returned to whoever would switch off a mail that everybody
	// gets.
	ErrMailNeeded = fault.New(fault.Invalid, "NOTIFICATION_MAIL_NEEDED", "This mail cannot be switched off.")
)
