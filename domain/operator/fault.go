package operator

import "github.com/etal-market/etal/domain/fault"

// The faults of this context.
var (
	// ErrNotFound is returned when the account is no operator's.
	ErrNotFound = fault.New(fault.NotFound, "OPERATOR_NOT_FOUND", "There is no such operator.")
	// ErrLastAdmin is returned when no administrator who may act would be left.
	ErrLastAdmin = fault.New(fault.Conflict, "OPERATOR_LAST_ADMIN", "This is the last administrator. Make another one first.")
	// ErrSameRole is returned when an operator has the role already.
	ErrSameRole = fault.New(fault.Conflict, "OPERATOR_ROLE_SAME", "This operator has that role already.")
	// ErrExists is returned when an address, or whoever accepts, is an operator's.
	ErrExists = fault.New(fault.Conflict, "OPERATOR_EXISTS", "This is an operator already. Give them another role instead.")
	// ErrInvited is returned when an address was invited, or waits to be.
	ErrInvited = fault.New(fault.Conflict, "OPERATOR_INVITED", "This address is invited already, or waits for a second person to approve it.")
	// ErrInvitationNotFound is returned when there is no such invitation.
	ErrInvitationNotFound = fault.New(fault.NotFound, "OPERATOR_INVITATION_NOT_FOUND", "There is no such invitation.")
	// ErrInvitationEnded is returned for an invitation that cannot be sent, approved
	// or taken back any more, or that cannot be sent yet.
	ErrInvitationEnded = fault.New(fault.Conflict, "OPERATOR_INVITATION_ENDED", "This invitation is not open.")
	// ErrInvitationThrottled is returned when enough letters were sent.
	ErrInvitationThrottled = fault.New(fault.Conflict, "OPERATOR_INVITATION_LETTERS", "Enough letters of this invitation were sent. Invite anew.")
	// ErrInvitationInvalid is returned for the token of an invitation that has ended,
	// was used or replaced, whose inviter may not invite any more, or that never was.
	ErrInvitationInvalid = fault.New(fault.Invalid, "OPERATOR_INVITATION_INVALID", "This invitation has ended or was replaced by a newer letter.")
	// ErrInvitationAddress is returned when the invitation is for another address than
	// the confirmed one of whoever accepts.
	ErrInvitationAddress = fault.New(fault.Conflict, "OPERATOR_INVITATION_ADDRESS",
		"This invitation is for another address. Sign in with the address that the mail went to, and confirm it first.")
)
