package privacy

import "github.com/etal-market/etal/domain/identity"

// ErasureRequested says that somebody is to be forgotten.
type ErasureRequested struct {
	ErasureID ErasureID          `json:"erasure_id"`
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (ErasureRequested) EventName() string { return "privacy.erasure_requested" }

// ErasureWithdrawn says that somebody who was to be forgotten stays.
type ErasureWithdrawn struct {
	ErasureID ErasureID          `json:"erasure_id"`
	AccountID identity.AccountID `json:"account_id"`
}

// EventName implements event.Event.
func (ErasureWithdrawn) EventName() string { return "privacy.erasure_withdrawn" }

// ErasurePostponed says that something is in the way of an erasure that is due.
type ErasurePostponed struct {
	ErasureID  ErasureID          `json:"erasure_id"`
	AccountID  identity.AccountID `json:"account_id"`
	Hindrances []Hindrance        `json:"hindrances"`
}

// EventName implements event.Event.
func (ErasurePostponed) EventName() string { return "privacy.erasure_postponed" }

// Erased says that nothing personal of somebody is left.
type Erased struct {
	ErasureID ErasureID          `json:"erasure_id"`
	AccountID identity.AccountID `json:"account_id"`
	Replayed  bool               `json:"replayed"` // after a copy of the database was restored
}

// EventName implements event.Event.
func (Erased) EventName() string { return "privacy.erased" }
