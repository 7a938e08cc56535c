package reconciliation

import (
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// MovementSuspended is told when a movement that nobody knows was put into suspense.
type MovementSuspended struct {
	DifferenceID ID             `json:"difference_id"`
	Account      string         `json:"account"` // at the provider
	SellerID     seller.ID      `json:"seller_id"`
	Transaction  string         `json:"transaction"`
	Type         string         `json:"type"`
	Currency     money.Currency `json:"currency"`
	AmountMinor  int64          `json:"amount_minor"`
}

// EventName implements event.Event.
func (MovementSuspended) EventName() string { return "reconciliation.suspended" }

// ScheduleManual is the schedule of the platform's payouts that Étal expects: the
// provider makes none by itself.
const ScheduleManual = "manual"

// PlatformScheduleChanged is told when the provider is found to pay the platform out
// by another schedule than before, in the provider's words: manual, daily, weekly
// or monthly.
type PlatformScheduleChanged struct {
	Before string `json:"before"` // empty: it was never looked at
	After  string `json:"after"`
}

// EventName implements event.Event.
func (PlatformScheduleChanged) EventName() string { return "reconciliation.platform_schedule_changed" }

// DifferenceResolved is told when an operator, or two, have decided what a
// difference is.
type DifferenceResolved struct {
	DifferenceID ID             `json:"difference_id"`
	Account      string         `json:"account"` // at the provider
	SellerID     seller.ID      `json:"seller_id"`
	Kind         Kind           `json:"kind"`
	Resolution   Resolution     `json:"resolution"`
	BookedTo     string         `json:"booked_to"` // the account of the ledger; empty unless booked
	LinkedID     ID             `json:"linked_id"` // empty unless linked
	Currency     money.Currency `json:"currency"`
	AmountMinor  int64          `json:"amount_minor"` // by how much the provider had more than the ledger
	Reason       string         `json:"reason"`
}

// EventName implements event.Event.
func (DifferenceResolved) EventName() string { return "reconciliation.resolved" }
