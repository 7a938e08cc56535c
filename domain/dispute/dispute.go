package dispute

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// ID names a dispute, dsp_….
type ID string

// Status is the state of a dispute.
type Status string

// The states of a dispute.
const (
	StatusInquiry Status = "INQUIRY" // the bank asks, and has taken nothing
	StatusOpen    Status = "OPEN"    // the bank has taken the money
	StatusWon     Status = "WON"
	StatusLost    Status = "LOST"
	StatusClosed  Status = "CLOSED" // an inquiry that led to nothing
)

// IsOpen reports whether more is to be expected.
func (s Status) IsOpen() bool { return s == StatusInquiry || s == StatusOpen }

// Dispute is one question or demand of a buyer's bank.
type Dispute struct {
	bun.BaseModel `bun:"table:disputes,alias:dsp"`

	ID          ID `bun:",pk"`
	ProviderID  string
	OrderID     order.ID
	Currency    money.Currency
	AmountMinor int64 // what the bank disputes
	Reason      string
	Status      Status
	// OutstandingMinor is what the bank has taken and not given back.
	OutstandingMinor int64
	// SharedMinor is what is kept aside or was borne by sellers and platform.
	SharedMinor int64
	IsSettled   bool // what is shared was borne, and is not only kept aside
	Settlements int64
	DueBy       *time.Time // until when evidence can be sent, UTC
	CreatedAt   time.Time
	CheckedAt   time.Time
	ClosedAt    *time.Time
}

// Amount is what the bank disputes.
func (d *Dispute) Amount() money.Amount { return money.New(d.AmountMinor, d.Currency) }
