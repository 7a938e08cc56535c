package apikey

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrInvalid is returned for a token that no key answers to: wrong, ended, made
	// by somebody who may no more, or used from where it must not be.
	ErrInvalid = fault.New(fault.Unauthenticated, "API_KEY_INVALID",
		"This API key does not work: it is wrong, has ended, or may not be used from here.")
	// ErrHat is returned when a request with a key asks for a hat that is not the
	// key's.
	ErrHat = fault.New(fault.Forbidden, "API_KEY_HAT", "An API key acts for whom it was made and for nobody else. Leave the header Etal-Act-As out.")
	// ErrPerson is returned to a key for what only a person may do.
	ErrPerson = fault.New(fault.Forbidden, "API_KEY_NEEDS_PERSON", "Only a person who is signed in may do this, and no API key.")
	// ErrMisplaced is returned for a key that stands in a cookie or in an address.
	ErrMisplaced = fault.New(fault.Unauthenticated, "API_KEY_MISPLACED",
		"An API key belongs in the header Authorization and nowhere else. Revoke this one: others may have read it.")
	// ErrNotFound is returned when there is no such key, or it is not the actor's
	// to see.
	ErrNotFound = fault.New(fault.NotFound, "API_KEY_NOT_FOUND", "There is no such API key.")
	// ErrEnded is returned for a change of a key that has expired or was revoked.
	ErrEnded = fault.New(fault.Conflict, "API_KEY_ENDED", "This API key has ended. Make a new one.")
	// ErrOthers is returned to an operator who rotates the key of a seller.
	ErrOthers = fault.New(fault.Conflict, "API_KEY_OTHERS", "Only the members of this seller can rotate its API keys. You can revoke it.")
	// ErrScopeBeyond is returned to somebody who rotates a key that may do more
	// than they.
	ErrScopeBeyond = fault.New(fault.Conflict, "API_KEY_SCOPE_BEYOND", "This API key may do more than you. Make a new one, or let somebody else rotate it.")
	// ErrRotating is returned when two secrets work already and a third is asked for.
	ErrRotating = fault.New(fault.Conflict, "API_KEY_ROTATING",
		"Two secrets of this API key work already. Wait until the older has ended, or let both end now with an overlap of 0 hours.")
	// ErrLimit is returned when too many keys work at a time.
	ErrLimit = fault.New(fault.Conflict, "API_KEY_LIMIT", "At most 50 API keys work at a time. Revoke one that is not needed.")
	// ErrScopes is returned for a key without scopes.
	ErrScopes = fault.New(fault.Invalid, "API_KEY_SCOPES_REQUIRED", "Say what the API key may do.")
	// ErrScope is returned for a permission that the maker does not have, or that no
	// key may have.
	ErrScope = fault.New(fault.Invalid, "API_KEY_SCOPE", "You may not give this permission to an API key.")
	// ErrExpiry is returned for an end in the past or more than a year ahead.
	ErrExpiry = fault.New(fault.Invalid, "API_KEY_EXPIRY", "An API key ends in the future, within 365 days.")
	// ErrOverlap is returned for an overlap that is negative or longer than a week.
	ErrOverlap = fault.New(fault.Invalid, "API_KEY_OVERLAP", "The former secret may go on for 0 to 168 hours.")
	// ErrAddress is returned for text that is no address and no network.
	ErrAddress = fault.New(fault.Invalid, "API_KEY_ADDRESS", "This is no address and no network, such as 192.0.2.7 or 2001:db8::/48.")
	// ErrAddresses is returned for too many networks.
	ErrAddresses = fault.New(fault.Invalid, "API_KEY_ADDRESSES", "Name at most 20 networks.")
)
