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
	// ErrApprovalPending is returned for a decision about an applicant whom somebody has
	// approved a moment ago.
	ErrApprovalPending = fault.New(fault.Conflict, "SELLER_APPROVAL_PENDING", "Somebody has approved this seller a moment ago.")
	// ErrApprovalDone is returned when an approval can no longer be withdrawn.
	ErrApprovalDone = fault.New(fault.Conflict, "SELLER_APPROVAL_DONE", "The approval can no longer be withdrawn.")
	// ErrUndoSeconds is returned for a time of withdrawal that is not 0 to 60 seconds.
	ErrUndoSeconds = fault.New(fault.Invalid, "SELLER_UNDO_SECONDS", "An approval can be withdrawn for 0 to 60 seconds.")
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
	// ErrViewAsNotFound is returned when the actor has no such grant that lives.
	ErrViewAsNotFound = fault.New(fault.NotFound, "VIEW_AS_NOT_FOUND", "There is no such grant, or its time is over.")
	// ErrViewAsOpen is returned when the actor has a grant for the seller already.
	ErrViewAsOpen = fault.New(fault.Conflict, "VIEW_AS_OPEN", "You view this seller already. End that first.")
	// ErrViewAsOwn is returned to a member of the seller.
	ErrViewAsOwn = fault.New(fault.Conflict, "VIEW_AS_OWN", "You are a member of this seller: act as one.")
	// ErrViewAsMinutes is returned for a time outside 1 to 30 minutes.
	ErrViewAsMinutes = fault.New(fault.Invalid, "VIEW_AS_MINUTES", "View for 1 to 30 minutes.")
	// ErrMemberExists is returned when somebody is a member already.
	ErrMemberExists = fault.New(fault.Conflict, "SELLER_MEMBER_EXISTS", "This person is a member already.")
	// ErrMemberLimit is returned when a seller has 50 members.
	ErrMemberLimit = fault.New(fault.Conflict, "SELLER_MEMBER_LIMIT", "A seller has at most 50 members.")
	// ErrMemberRole is returned for a role that does not exist.
	ErrMemberRole = fault.New(fault.Invalid, "SELLER_ROLE_UNKNOWN", "There is no such role.")
	// ErrMemberDisabled is returned to a member who was disabled.
	ErrMemberDisabled = fault.New(fault.Forbidden, "SELLER_MEMBER_DISABLED",
		"You have not signed in for a long time, so you may not act for this seller until an owner lets you in again.")
	// ErrOperatorDisabled is returned to an operator who was disabled.
	ErrOperatorDisabled = fault.New(fault.Forbidden, "OPERATOR_DISABLED",
		"You have not signed in for a long time, so you may not act as an operator until another one lets you in again.")
	// ErrMemberNotFound is returned when the seller has no such member.
	ErrMemberNotFound = fault.New(fault.NotFound, "SELLER_MEMBER_NOT_FOUND", "There is no such member.")
	// ErrMemberAbove is returned for what only somebody who stands above may do:
	// owners stand above everybody, managers above whoever neither owns nor leads.
	ErrMemberAbove = fault.New(fault.Conflict, "SELLER_MEMBER_ABOVE", "You may do this only with members who may do less than you.")
	// ErrLastOwner is returned when nobody would own the seller.
	ErrLastOwner = fault.New(fault.Conflict, "SELLER_LAST_OWNER", "A seller needs an owner. Offer the ownership to somebody first.")
	// ErrOwnershipAsked is returned when somebody is to become an owner without
	// being asked.
	ErrOwnershipAsked = fault.New(fault.Invalid, "SELLER_OWNERSHIP_ASKED", "Nobody becomes an owner unasked. Offer the ownership instead.")
	// ErrOwnerAlready is returned when the ownership is offered to an owner, or to
	// a member who may not act.
	ErrOwnerAlready = fault.New(fault.Conflict, "SELLER_OWNER_ALREADY", "This member is an owner already, or is disabled.")
	// ErrOfferExists is returned when the ownership is offered to somebody else.
	ErrOfferExists = fault.New(fault.Conflict, "OWNERSHIP_OFFER_EXISTS", "The ownership is offered to somebody already. Take that back first.")
	// ErrOfferNotFound is returned for an offer that is not open, or not the
	// actor's.
	ErrOfferNotFound = fault.New(fault.NotFound, "OWNERSHIP_OFFER_NOT_FOUND", "There is no such offer, or it has ended.")
	// ErrRoleNotFound is returned when the seller has no such role.
	ErrRoleNotFound = fault.New(fault.NotFound, "SELLER_ROLE_NOT_FOUND", "There is no such role.")
	// ErrRoleName is returned for the name of a role that every seller has.
	ErrRoleName = fault.New(fault.Invalid, "SELLER_ROLE_NAME", "Every seller has a role of this name already.")
	// ErrRoleTaken is returned when a role of the seller has the name.
	ErrRoleTaken = fault.New(fault.Conflict, "SELLER_ROLE_TAKEN", "You have a role of this name already.")
	// ErrRolePermission is returned for a name that is no permission's.
	ErrRolePermission = fault.New(fault.Invalid, "SELLER_ROLE_PERMISSION", "There is no such permission.")
	// ErrRoleLimit is returned for a limit of refunds in a role that refunds
	// nothing.
	ErrRoleLimit = fault.New(fault.Invalid, "SELLER_ROLE_LIMIT", "A limit of refunds needs the permission to refund.")
	// ErrRoleAbove is returned when a role holds more than the actor does, or what
	// only owners hand on.
	ErrRoleAbove = fault.New(fault.Conflict, "SELLER_ROLE_ABOVE", "A role holds only what you may do yourself and may hand on.")
	// ErrRoleVersion is returned when a role has changed since the person saw it.
	ErrRoleVersion = fault.New(fault.Conflict, "SELLER_ROLE_VERSION", "This role has changed since you opened it. Look at it again.")
	// ErrRoleInUse is returned when members have a role that is to be deleted.
	ErrRoleInUse = fault.New(fault.Conflict, "SELLER_ROLE_IN_USE", "Members have this role. Say which one they get instead.")
	// ErrRoleCount is returned when a seller has 20 roles of its own.
	ErrRoleCount = fault.New(fault.Conflict, "SELLER_ROLE_COUNT", "A seller has at most 20 roles of its own.")
	// ErrInvitationInvalid is returned for a token that leads to no open
	// invitation, whatever the reason.
	ErrInvitationInvalid = fault.New(fault.Invalid, "INVITATION_INVALID", "This invitation has ended, or a newer mail has replaced this link.")
	// ErrInvitationAddress is returned to whoever accepts the invitation of
	// another address.
	ErrInvitationAddress = fault.New(fault.Conflict, "INVITATION_ADDRESS",
		"Sign in with the address that the invitation was sent to, and confirm it first.")
	// ErrInvitationExists is returned when the address was invited already.
	ErrInvitationExists = fault.New(fault.Conflict, "INVITATION_EXISTS", "This address was invited already. Send that invitation again.")
	// ErrInvitationNotFound is returned when the seller has no such invitation.
	ErrInvitationNotFound = fault.New(fault.NotFound, "INVITATION_NOT_FOUND", "There is no such invitation.")
	// ErrInvitationEnded is returned when an invitation was answered or taken back.
	ErrInvitationEnded = fault.New(fault.Conflict, "INVITATION_ENDED", "This invitation has ended.")
	// ErrInvitationThrottled is returned when an address has got six letters
	// today.
	ErrInvitationThrottled = fault.New(fault.Throttled, "INVITATION_THROTTLED", "This address has got enough mail for today.")
	// ErrBirthDate is returned for a day on which nobody who lives was born.
	ErrBirthDate = fault.New(fault.Invalid, "SELLER_BIRTH_DATE", "This is not the day on which a person was born.")
	// ErrBirthDateOfEntity is returned for a day of birth of what is no individual.
	ErrBirthDateOfEntity = fault.New(fault.Invalid, "SELLER_BIRTH_DATE_ENTITY", "Only a person has a date of birth. Say first that the seller is one.")
	// ErrLegalVersion is returned when the legal data has changed since the person
	// saw it.
	ErrLegalVersion = fault.New(fault.Conflict, "SELLER_LEGAL_VERSION", "This has changed since you opened it. Look at it again.")
)
