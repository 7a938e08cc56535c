package operator

import (
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// Operator is somebody who runs the platform.
type Operator struct {
	AccountID identity.AccountID
	Role      identity.OperatorRole
}

// RoleSetInput asks for another role of an operator.
type RoleSetInput struct {
	AccountID identity.AccountID
	Role      identity.OperatorRole
	Reason    string
}

// RemoveInput asks for an operator to be one no more.
type RemoveInput struct {
	AccountID identity.AccountID
	Reason    string
}

// Asked is what became of something that needs two persons.
type Asked struct {
	Proposal *approval.Proposal
	Operator *Operator // as they stand now; nil when they are no operator
}

// roleChange is the payload of operator.role and operator.remove. It names the
// role that the proposer saw, so that another change in between is noticed.
type roleChange struct {
	Before identity.OperatorRole `json:"before"`
	After  identity.OperatorRole `json:"after,omitempty"`
}

func of(subject id.Any) identity.AccountID { return identity.AccountID(subject) }
