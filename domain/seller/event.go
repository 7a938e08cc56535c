package seller

import (
	"time"

	"github.com/etal-market/etal/domain/identity"
)

// Applied says that somebody has asked to sell.
type Applied struct {
	SellerID ID                 `json:"seller_id"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (Applied) EventName() string { return "seller.applied" }

// Approved says that a seller may sell.
type Approved struct {
	SellerID ID                 `json:"seller_id"`
	By       identity.AccountID `json:"by"` // the operator; empty for the command line
	// Note is added to the mail to the owners.
	Note string `json:"note,omitempty"`
}

// EventName implements event.Event.
func (Approved) EventName() string { return "seller.approved" }

// ApprovalWithdrawn says that an approval was taken back before it took effect.
type ApprovalWithdrawn struct {
	SellerID ID                 `json:"seller_id"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (ApprovalWithdrawn) EventName() string { return "seller.approval_withdrawn" }

// Rejected says that an application was turned down.
type Rejected struct {
	SellerID ID                 `json:"seller_id"`
	By       identity.AccountID `json:"by"`
	Reason   string             `json:"reason"`
	Code     RefusalCode        `json:"code,omitempty"`
}

// EventName implements event.Event.
func (Rejected) EventName() string { return "seller.rejected" }

// Suspended says that a seller may not sell until reinstated.
type Suspended struct {
	SellerID ID                 `json:"seller_id"`
	By       identity.AccountID `json:"by"`
	Reason   string             `json:"reason"`
}

// EventName implements event.Event.
func (Suspended) EventName() string { return "seller.suspended" }

// Reinstated says that a suspended seller may sell again.
type Reinstated struct {
	SellerID ID                 `json:"seller_id"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (Reinstated) EventName() string { return "seller.reinstated" }

// MemberInvited says that somebody was asked to act for a seller.
type MemberInvited struct {
	SellerID     ID                 `json:"seller_id"`
	InvitationID InvitationID       `json:"invitation_id"`
	Role         Role               `json:"role"`
	RoleID       *RoleID            `json:"role_id,omitempty"`
	By           identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (MemberInvited) EventName() string { return "seller.member_invited" }

// InvitationResent says that another letter of an invitation is to be written.
type InvitationResent struct {
	SellerID     ID                 `json:"seller_id"`
	InvitationID InvitationID       `json:"invitation_id"`
	By           identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (InvitationResent) EventName() string { return "seller.invitation_resent" }

// InvitationEnded says that an invitation has ended and was not accepted.
type InvitationEnded struct {
	SellerID     ID                 `json:"seller_id"`
	InvitationID InvitationID       `json:"invitation_id"`
	Outcome      Outcome            `json:"outcome"`
	By           identity.AccountID `json:"by"` // empty when it ended by itself
}

// EventName implements event.Event.
func (InvitationEnded) EventName() string { return "seller.invitation_ended" }

// ViewAsStarted says that an operator sees what a member of a seller sees, or
// may change it besides.
type ViewAsStarted struct {
	ViewAsID       ViewAsID           `json:"view_as_id"`
	SellerID       ID                 `json:"seller_id"`
	By             identity.AccountID `json:"by"`
	Reason         string             `json:"reason"`
	IsWrite        bool               `json:"is_write"`
	IsSecurityCase bool               `json:"is_security_case"`
	EndsAt         time.Time          `json:"ends_at"`
}

// EventName implements event.Event.
func (ViewAsStarted) EventName() string { return "seller.view_as_started" }

// ViewAsEnded says that an operator does not see it any more.
type ViewAsEnded struct {
	ViewAsID       ViewAsID           `json:"view_as_id"`
	SellerID       ID                 `json:"seller_id"`
	By             identity.AccountID `json:"by"`
	IsSecurityCase bool               `json:"is_security_case"` // the seller is not told
}

// EventName implements event.Event.
func (ViewAsEnded) EventName() string { return "seller.view_as_ended" }

// MemberAdded says that somebody acts for a seller from now on.
type MemberAdded struct {
	SellerID     ID                 `json:"seller_id"`
	AccountID    identity.AccountID `json:"account_id"`
	Role         Role               `json:"role"`
	RoleID       *RoleID            `json:"role_id,omitempty"`
	By           identity.AccountID `json:"by"` // who invited them
	InvitationID InvitationID       `json:"invitation_id,omitempty"`
}

// EventName implements event.Event.
func (MemberAdded) EventName() string { return "seller.member_added" }

// MemberRoleChanged says that a member does something else from now on.
type MemberRoleChanged struct {
	SellerID  ID                 `json:"seller_id"`
	MemberID  MemberID           `json:"member_id"`
	AccountID identity.AccountID `json:"account_id"`
	Before    Charge             `json:"before"`
	After     Charge             `json:"after"`
	By        identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (MemberRoleChanged) EventName() string { return "seller.member_role_changed" }

// MemberRemoved says that somebody does not act for a seller any more. Who left
// by themselves is By.
type MemberRemoved struct {
	SellerID  ID                 `json:"seller_id"`
	MemberID  MemberID           `json:"member_id"`
	AccountID identity.AccountID `json:"account_id"`
	Before    Charge             `json:"before"`
	By        identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (MemberRemoved) EventName() string { return "seller.member_removed" }

// MemberDisabled says that a member may not act until an owner lets them in
// again, since they have not signed in for long.
type MemberDisabled struct {
	SellerID  ID                 `json:"seller_id"`
	MemberID  MemberID           `json:"member_id"`
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (MemberDisabled) EventName() string { return "seller.member_disabled" }

// MemberEnabled says that an owner has let a member in again.
type MemberEnabled struct {
	SellerID  ID                 `json:"seller_id"`
	MemberID  MemberID           `json:"member_id"`
	AccountID identity.AccountID `json:"account_id"`
	By        identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (MemberEnabled) EventName() string { return "seller.member_enabled" }

// StaleMembersListed says that the owners are to be told who has not signed in
// for long.
type StaleMembersListed struct {
	SellerID ID       `json:"seller_id"`
	Members  []string `json:"members"` // their accounts
}

// EventName implements event.Event.
func (StaleMembersListed) EventName() string { return "seller.stale_members_listed" }

// RoleCreated says that a seller has made a role of its own.
type RoleCreated struct {
	SellerID ID                 `json:"seller_id"`
	RoleID   RoleID             `json:"role_id"`
	After    Definition         `json:"after"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (RoleCreated) EventName() string { return "seller.role_created" }

// RoleUpdated says that a role of a seller's own is another one now.
type RoleUpdated struct {
	SellerID ID                 `json:"seller_id"`
	RoleID   RoleID             `json:"role_id"`
	Before   Definition         `json:"before"`
	After    Definition         `json:"after"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (RoleUpdated) EventName() string { return "seller.role_updated" }

// RoleDeleted says that a role of a seller's own is gone.
type RoleDeleted struct {
	SellerID    ID                 `json:"seller_id"`
	RoleID      RoleID             `json:"role_id"`
	Before      Definition         `json:"before"`
	Replacement *Charge            `json:"replacement,omitempty"` // what its members do now
	By          identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (RoleDeleted) EventName() string { return "seller.role_deleted" }

// OwnershipOffered says that somebody was asked to own a seller.
type OwnershipOffered struct {
	SellerID   ID                 `json:"seller_id"`
	OfferID    OfferID            `json:"offer_id"`
	To         identity.AccountID `json:"to"`
	By         identity.AccountID `json:"by"`
	FormerRole Role               `json:"former_role"`
	ByOperator bool               `json:"by_operator"`
}

// EventName implements event.Event.
func (OwnershipOffered) EventName() string { return "seller.ownership_offered" }

// OwnershipOfferEnded says that an offer of ownership was answered, or ended
// without an answer.
type OwnershipOfferEnded struct {
	SellerID ID                 `json:"seller_id"`
	OfferID  OfferID            `json:"offer_id"`
	Outcome  Outcome            `json:"outcome"`
	By       identity.AccountID `json:"by"` // empty when it ended by itself
}

// EventName implements event.Event.
func (OwnershipOfferEnded) EventName() string { return "seller.ownership_offer_ended" }

// OwnershipTransferred says that a seller has another owner.
type OwnershipTransferred struct {
	SellerID   ID                   `json:"seller_id"`
	OfferID    OfferID              `json:"offer_id"`
	From       []identity.AccountID `json:"from"` // who is no owner any more; nobody when the offerer stays one
	FormerRole Role                 `json:"former_role"`
	To         identity.AccountID   `json:"to"`
	ToBefore   Charge               `json:"to_before"`
	ByOperator bool                 `json:"by_operator"`
}

// EventName implements event.Event.
func (OwnershipTransferred) EventName() string { return "seller.ownership_transferred" }

// ProfileChanged says that the public reads something else of a seller.
type ProfileChanged struct {
	SellerID ID                 `json:"seller_id"`
	Before   Profile            `json:"before"`
	After    Profile            `json:"after"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (ProfileChanged) EventName() string { return "seller.profile_changed" }

// LegalChanged says that a seller is somebody else by law. It names the fields
// and not what they say, which may be personal.
type LegalChanged struct {
	SellerID ID                 `json:"seller_id"`
	Fields   []string           `json:"fields"`
	Before   int64              `json:"before"` // the version, 0 when there was nothing
	After    int64              `json:"after"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (LegalChanged) EventName() string { return "seller.legal_changed" }

// Closed says that a seller has stopped selling for good.
type Closed struct {
	SellerID ID                 `json:"seller_id"`
	Before   Status             `json:"before"`
	Reason   string             `json:"reason"`
	By       identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (Closed) EventName() string { return "seller.closed" }
