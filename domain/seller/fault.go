package seller

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrNotFound is returned when there is no such seller, or it is not the
	// actor's to see.
	ErrNotFound = fault.New(fault.NotFound, "SELLER_NOT_FOUND", "There is no such seller.")
	// ErrNeedsAccount is returned to a guest who applies.
	ErrNeedsAccount = fault.New(fault.Conflict, "SELLER_NEEDS_ACCOUNT", "Register before you apply to sell.")
	// ErrApplicationPending is returned when somebody applies while another
	// application of theirs waits.
	ErrApplicationPending = fault.New(fault.Conflict, "SELLER_APPLICATION_PENDING", "Your last application has not been decided yet.")
	// ErrStatusConflict is returned when a decision does not fit the status,
	// for example because another operator was faster.
	ErrStatusConflict = fault.New(fault.Conflict, "SELLER_STATUS_CONFLICT", "The status of this seller does not allow this.")
	// ErrNameSymbols is returned for a name without a single letter or digit.
	ErrNameSymbols = fault.New(fault.Invalid, "SELLER_NAME_INVALID", "A name has at least two letters or digits.")
	// ErrCountry is returned for text that is not a country.
	ErrCountry = fault.New(fault.Invalid, "COUNTRY_UNKNOWN", "This is not an ISO 3166-1 country code of two letters.")
	// ErrSellerRequired is returned when an operator does not say which seller.
	ErrSellerRequired = fault.New(fault.Invalid, "SELLER_ID_REQUIRED", "Say which seller you mean.")
	// ErrNotMember is returned to somebody who acts for a seller they are not a
	// member of, whether or not it exists.
	ErrNotMember = fault.New(fault.Forbidden, "SELLER_NOT_MEMBER", "You do not act for this seller.")
	// ErrNotOperator is returned to somebody who acts as an operator and is none.
	ErrNotOperator = fault.New(fault.Forbidden, "OPERATOR_REQUIRED", "You are not an operator.")
	// ErrMemberExists is returned when somebody is a member already.
	ErrMemberExists = fault.New(fault.Conflict, "SELLER_MEMBER_EXISTS", "This person is a member already.")
	// ErrMemberLimit is returned when a seller has 50 members.
	ErrMemberLimit = fault.New(fault.Conflict, "SELLER_MEMBER_LIMIT", "A seller has at most 50 members.")
	// ErrMemberRole is returned for a role that does not exist.
	ErrMemberRole = fault.New(fault.Invalid, "SELLER_ROLE_UNKNOWN", "There is no such role.")
	// ErrMemberUnknown is returned when nobody has registered with the address.
	ErrMemberUnknown = fault.New(fault.Invalid, "SELLER_MEMBER_UNKNOWN", "Nobody has registered with this address.")
)
