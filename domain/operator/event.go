package operator

import "github.com/etal-market/etal/domain/identity"

// InvitationSent says that two persons have agreed to invite somebody by mail.
type InvitationSent struct {
	InvitationID InvitationID          `json:"invitation_id"`
	Role         identity.OperatorRole `json:"role"`
	By           identity.AccountID    `json:"by"` // who has proposed it
}

// EventName implements event.Event.
func (InvitationSent) EventName() string { return "operator.invited" }

// InvitationResent says that another letter of an invitation is to be written.
type InvitationResent struct {
	InvitationID InvitationID       `json:"invitation_id"`
	By           identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (InvitationResent) EventName() string { return "operator.invitation_resent" }

// InvitationEnded says that an invitation has ended and was not accepted.
type InvitationEnded struct {
	InvitationID InvitationID       `json:"invitation_id"`
	Outcome      InvitationState    `json:"outcome"`
	By           identity.AccountID `json:"by,omitempty"` // empty: nobody, or somebody without an account
}

// EventName implements event.Event.
func (InvitationEnded) EventName() string { return "operator.invitation_ended" }

// Joined says that somebody has become an operator by an invitation.
type Joined struct {
	AccountID    identity.AccountID    `json:"account_id"`
	InvitationID InvitationID          `json:"invitation_id"`
	Role         identity.OperatorRole `json:"role"`
	By           identity.AccountID    `json:"by"` // who has proposed it
}

// EventName implements event.Event.
func (Joined) EventName() string { return "operator.joined" }
