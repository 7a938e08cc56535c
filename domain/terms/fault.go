package terms

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrRequired is returned when something needs terms to be accepted first. Its
	// message names the version.
	ErrRequired = fault.New(fault.Invalid, "TERMS_REQUIRED", "Accept the terms that are in force.")
	// ErrPending is returned to the owner of a seller who has not accepted the seller
	// terms within thirty days, and wants to change something.
	ErrPending = fault.New(fault.Forbidden, "TERMS_PENDING", "Accept the terms for sellers that are in force. Until then you can read, and close the seller.")
	// ErrNotInForce is returned for a version that nobody can accept now: it does not
	// exist, is not in force yet, was withdrawn, or another one has replaced it.
	ErrNotInForce = fault.New(fault.Invalid, "TERMS_NOT_IN_FORCE", "No version with this id is in force. Read the terms again.")
	// ErrOtherKind is returned for a version of a document that is not accepted here.
	ErrOtherKind = fault.New(fault.Invalid, "TERMS_OTHER_KIND", "This document is not accepted here.")
	// ErrTooMany is returned for more versions than there can be.
	ErrTooMany = fault.New(fault.Invalid, "TERMS_TOO_MANY", "Name at most 20 versions.")
	// ErrNoneNamed is returned when no version is named.
	ErrNoneNamed = fault.New(fault.Invalid, "TERMS_NONE_NAMED", "Name a version.")
	// ErrSignIn is returned to whoever has no session.
	ErrSignIn = fault.New(fault.Unauthenticated, "TERMS_SIGN_IN", "Sign in, or begin as a guest.")
	// ErrViewing is returned to an operator who views as a seller: they agree to
	// nothing for others.
	ErrViewing = fault.New(fault.Forbidden, "TERMS_VIEWING", "You view as this seller and agree to nothing for it.")
	// ErrNotConsent is returned when somebody takes back what is no consent.
	ErrNotConsent = fault.New(fault.Invalid, "TERMS_NOT_CONSENT", "Only a consent can be taken back.")
	// ErrKind is returned for a kind that does not exist.
	ErrKind = fault.New(fault.Invalid, "TERMS_KIND", "There is no such kind of document.")
	// ErrTextOrLink is returned unless a version has either a text or a link.
	ErrTextOrLink = fault.New(fault.Invalid, "TERMS_TEXT_OR_LINK", "Give either the text or a link to it.")
	// ErrLink is returned for a link that is not the address of a page.
	ErrLink = fault.New(fault.Invalid, "TERMS_LINK", "A link begins with https:// and names a host.")
	// ErrPast is returned for a version that would have been in force before it was
	// published.
	ErrPast = fault.New(fault.Invalid, "TERMS_IN_PAST", "A version comes into force now or later.")
	// ErrOrder is returned for a version that would be in force before one that was
	// published earlier.
	ErrOrder = fault.New(fault.Conflict, "TERMS_OUT_OF_ORDER", "A version comes into force after those before it. Withdraw the one that is to come, or choose a later instant.")
	// ErrMeanwhile is returned when somebody else has published a version at the same
	// time.
	ErrMeanwhile = fault.New(fault.Conflict, "TERMS_PUBLISHED_MEANWHILE", "Somebody else has just published a version of this document.")
	// ErrVersionNotFound is returned for a version that does not exist.
	ErrVersionNotFound = fault.New(fault.NotFound, "TERMS_VERSION_NOT_FOUND", "There is no such version.")
	// ErrInForce is returned for a version that has come into force, or was withdrawn:
	// it stays as it is.
	ErrInForce = fault.New(fault.Conflict, "TERMS_STAND", "Only a version that is still to come into force can be withdrawn.")
)
