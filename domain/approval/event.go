package approval

import "github.com/etal-market/etal/domain/id"

// Created says that somebody has proposed something that a second person has to
// decide about.
type Created struct {
	ProposalID ID     `json:"proposal_id"`
	Kind       string `json:"kind"`
	Subject    id.Any `json:"subject"`
	Hash       string `json:"hash"`
	PersonID   string `json:"person_id,omitempty"` // acc_…, whose the subject is
	Reason     string `json:"reason"`
	By         string `json:"by"` // acc_…, the proposer
}

// EventName implements event.Event.
func (Created) EventName() string { return "proposal.created" }

// Decided says that a proposal waits no more.
type Decided struct {
	ProposalID ID     `json:"proposal_id"`
	Kind       string `json:"kind"`
	Subject    id.Any `json:"subject"`
	Hash       string `json:"hash"`
	PersonID   string `json:"person_id,omitempty"` // acc_…, whose the subject is
	Status     Status `json:"status"`
	Reason     string `json:"reason"`         // of the proposal
	Note       string `json:"note,omitempty"` // of a rejection
	ProposedBy string `json:"proposed_by"`    // acc_…
	DecidedBy  string `json:"decided_by"`     // acc_…; empty when it has expired
	// TwoPersons is false for what the proposer has decided: a withdrawal, or an
	// approval while the four-eyes rule is off.
	TwoPersons bool `json:"two_persons"`
}

// EventName implements event.Event.
func (Decided) EventName() string { return "proposal.decided" }
