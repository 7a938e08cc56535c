package preference

import "github.com/etal-market/etal/domain/fault"

// The faults of preferences.
var (
	// ErrNobody is returned to whoever has no session: nobody prefers anything.
	ErrNobody = fault.New(fault.Unauthenticated, "PREFERENCE_NOBODY", "Sign in first.")
	// ErrLanguage is returned for text that is not the tag of a language.
	ErrLanguage = fault.New(fault.Invalid, "LANGUAGE_INVALID", "This is not the tag of a language, such as en or pt-BR.")
	// ErrTimeZone is returned for text that names no time zone.
	ErrTimeZone = fault.New(fault.Invalid, "TIME_ZONE_INVALID", "This is not the name of a time zone, such as Europe/Paris.")
	// ErrPage is returned for text that cannot be the name of a page.
	ErrPage = fault.New(fault.Invalid, "SAVED_VIEW_PAGE_INVALID", "The name of a page has small letters, digits and hyphens, at most 40.")
	// ErrViewNotFound is returned when there is no such view of the actor's own under
	// the hat that they wear.
	ErrViewNotFound = fault.New(fault.NotFound, "SAVED_VIEW_NOT_FOUND", "There is no such saved view.")
	// ErrViewTaken is returned when another view of the page has the name. Case does
	// not matter.
	ErrViewTaken = fault.New(fault.Conflict, "SAVED_VIEW_NAME_TAKEN", "Another view of this page has this name.")
	// ErrViewCount is returned when the page has as many views as it may have.
	ErrViewCount = fault.New(fault.Conflict, "SAVED_VIEWS_TOO_MANY", "A page has at most 50 saved views. Delete one first.")
)
