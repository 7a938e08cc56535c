package plan

import (
	"time"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
)

// Created is told when a plan was made. It has no version yet.
type Created struct {
	PlanID ID     `json:"plan_id"`
	Name   string `json:"name"`
}

// EventName implements event.Event.
func (Created) EventName() string { return "plan.created" }

// Published is told when a version of a plan was published.
type Published struct {
	PlanID        ID        `json:"plan_id"`
	VersionID     VersionID `json:"version_id"`
	Number        int64     `json:"number"`
	Terms         Terms     `json:"terms"`
	EffectiveFrom time.Time `json:"effective_from"` // UTC
}

// EventName implements event.Event.
func (Published) EventName() string { return "plan.published" }

// Archived is told when nobody is put on a plan any more.
type Archived struct {
	PlanID ID `json:"plan_id"`
}

// EventName implements event.Event.
func (Archived) EventName() string { return "plan.archived" }

// Assigned is told when a seller is put on another plan, or on none.
type Assigned struct {
	AssignmentID AssignmentID `json:"assignment_id"`
	SellerID     id.Any       `json:"seller_id"`
	Before       *ID          `json:"before"` // at the instant from which it holds
	After        *ID          `json:"after"`
	EffectiveAt  time.Time    `json:"effective_at"` // UTC
	Reason       string       `json:"reason"`
}

// EventName implements event.Event.
func (Assigned) EventName() string { return "plan.assigned" }

// AssignmentCancelled is told when a change of a seller's plan is taken back before it
// begins.
type AssignmentCancelled struct {
	AssignmentID AssignmentID `json:"assignment_id"`
	SellerID     id.Any       `json:"seller_id"`
	PlanID       *ID          `json:"plan_id"`
	EffectiveAt  time.Time    `json:"effective_at"` // UTC, when it would have begun
}

// EventName implements event.Event.
func (AssignmentCancelled) EventName() string { return "plan.assignment_cancelled" }

// Listed is told when an offer was published for the first time under a plan
// and costs something.
type Listed struct {
	OfferID  id.Any         `json:"offer_id"`
	SellerID id.Any         `json:"seller_id"`
	PlanName string         `json:"plan_name"`
	Currency money.Currency `json:"currency"`
	FeeMinor int64          `json:"fee_minor"` // without VAT
	VAT      int64          `json:"vat_basis_points"`
}

// EventName implements event.Event.
func (Listed) EventName() string { return "plan.listed" }
