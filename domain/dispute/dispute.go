package dispute

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
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

// Answer is what the bank is told.
type Answer string

// The answers to a bank.
const (
	AnswerNone     Answer = "NONE"
	AnswerEvidence Answer = "EVIDENCE" // why it is wrong
	AnswerAccept   Answer = "ACCEPT"   // that it is right
)

// AnswerStatus is the state of an answer.
type AnswerStatus string

// The states of an answer.
const (
	AnswerUnsaid  AnswerStatus = "NONE"
	AnswerPlanned AnswerStatus = "PLANNED"
	AnswerSending AnswerStatus = "SENDING"
	AnswerUnknown AnswerStatus = "UNKNOWN" // the provider's reply was lost; it is looked up
	AnswerDone    AnswerStatus = "DONE"
	AnswerRefused AnswerStatus = "REFUSED" // by the provider; it can be given again
)

func (s AnswerStatus) isUnsent() bool {
	return s == AnswerPlanned || s == AnswerSending || s == AnswerUnknown
}

// Dispute is one question or demand of a buyer's bank.
type Dispute struct {
	bun.BaseModel `bun:"table:disputes,alias:dsp"`

	ID          ID `bun:",pk"`
	ProviderID  string
	OrderID     order.ID
	Currency    money.Currency
	AmountMinor int64 // what the bank disputes; for a member of a seller, their share
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

	Answer         Answer
	AnswerStatus   AnswerStatus
	AnswerID       string             // the provider's idempotency key
	AnswerEvidence *Evidence          `bun:"type:jsonb"` // what was or is being sent
	AnswerFailure  string             // the provider's text, for operators
	AnsweredBy     identity.AccountID // empty unless an operator has answered
	AnsweredAt     *time.Time
	Submissions    int64 // how often the provider says evidence was sent
	AnswerAfter    int64 // Submissions before the answer
	IsAssigned     bool  // an operator has said whose share is what
	FeeMinor       int64 // what the provider charges for it
	FeePolicy      FeePolicy
	ChargedMinor   int64 // what sellers are charged of the fee
	Charges        int64 // how often that was reckoned
	Reminders      int64 // that were told of the present deadline
	IsTakenAtLoss  bool  // transfers are taken back when it is lost, not when it is opened

	Parts        []*Part     `bun:"-"` // one for each part of the order, always loaded
	isNew        bool        // it was heard of just now
	isUnmeasured bool        // the shares of the parts are not known, or not those of the amount
	isFreeing    bool        // something that was shared was given back just now
	isAnew       bool        // it is shared anew because more of the order remains
	newcomers    []seller.ID // whom it has concerned since just now
}

// Amount is what the bank disputes.
func (d *Dispute) Amount() money.Amount { return money.New(d.AmountMinor, d.Currency) }

// Part is what a dispute has to do with one seller's part of an order.
type Part struct {
	bun.BaseModel `bun:"table:dispute_parts,alias:dpt"`

	DisputeID     ID                  `bun:",pk"`
	SellerOrderID order.SellerOrderID `bun:",pk"`
	SellerID      seller.ID
	Currency      money.Currency
	ShareMinor    int64    // of the disputed amount
	FeeMinor      int64    // what the seller is charged of the provider's fee
	Evidence      Evidence `bun:"type:jsonb"`
	EditedBy      identity.AccountID
	EditedAt      *time.Time // nil: it is made anew whenever the order changes
	AcceptedBy    identity.AccountID
	AcceptedAt    *time.Time
}

// Share is what of the disputed amount is the seller's part.
func (p *Part) Share() money.Amount { return money.New(p.ShareMinor, p.Currency) }

// Fee is what the seller is charged of the provider's fee.
func (p *Part) Fee() money.Amount { return money.New(p.FeeMinor, p.Currency) }

// IsEdited reports whether somebody has changed the evidence.
func (p *Part) IsEdited() bool { return p.EditedAt != nil }

// SecondsLeft is how long evidence can still be sent: nil when the bank asks for
// none, 0 when it is too late.
func (d *Dispute) SecondsLeft(now time.Time) *int64 {
	if d.DueBy == nil || !d.Status.IsOpen() {
		return nil
	}
	left := max(int64(d.DueBy.Sub(now)/time.Second), 0)
	return &left
}

// MayAnswer returns why the bank cannot be sent evidence: ErrClosed, ErrAnswered,
// ErrTooLate or nil.
func (d *Dispute) MayAnswer(now time.Time) error {
	if err := d.MayAccept(); err != nil {
		return err
	}
	if d.DueBy != nil && !now.Before(*d.DueBy) {
		return ErrTooLate
	}
	return nil
}

// MayAccept returns why the dispute cannot be accepted: ErrClosed, ErrAnswered or
// nil.
func (d *Dispute) MayAccept() error {
	switch {
	case !d.Status.IsOpen():
		return ErrClosed
	case d.AnswerStatus != AnswerUnsaid && d.AnswerStatus != AnswerRefused:
		return ErrAnswered
	}
	return nil
}

// MaySave returns why a seller cannot change their evidence: ErrNotFound,
// ErrAccepted, what MayAnswer returns, or nil.
func (d *Dispute) MaySave(of seller.ID, now time.Time) error {
	switch part := d.partOf(of); {
	case part == nil:
		return ErrNotFound
	case part.AcceptedAt != nil:
		return ErrAccepted
	}
	return d.MayAnswer(now)
}

// MayAcceptFor returns why a seller, or an operator when it is empty, cannot
// accept: ErrNotFound, ErrAccepted, what MayAccept returns, or nil.
func (d *Dispute) MayAcceptFor(of seller.ID) error {
	if of == "" {
		return d.MayAccept()
	}
	switch part := d.partOf(of); {
	case part == nil:
		return ErrNotFound
	case part.AcceptedAt != nil:
		return ErrAccepted
	}
	return d.MayAccept()
}

// MayShare returns ErrClosed when the bank has decided, for shares that are
// assigned by an operator.
func (d *Dispute) MayShare() error {
	if !d.Status.IsOpen() {
		return ErrClosed
	}
	return nil
}

func (d *Dispute) partOf(of seller.ID) *Part {
	for _, p := range d.Parts {
		if p.SellerID == of {
			return p
		}
	}
	return nil
}
