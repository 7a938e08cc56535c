package seller

import "github.com/etal-market/etal/domain/identity"

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
}

// EventName implements event.Event.
func (Approved) EventName() string { return "seller.approved" }

// Rejected says that an application was turned down.
type Rejected struct {
	SellerID ID                 `json:"seller_id"`
	By       identity.AccountID `json:"by"`
	Reason   string             `json:"reason"`
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

// MemberAdded says that somebody acts for a seller from now on.
type MemberAdded struct {
	SellerID  ID                 `json:"seller_id"`
	AccountID identity.AccountID `json:"account_id"`
	Role      Role               `json:"role"`
	By        identity.AccountID `json:"by"`
}

// EventName implements event.Event.
func (MemberAdded) EventName() string { return "seller.member_added" }
