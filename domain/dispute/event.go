package dispute

import (
	"time"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// Changed is told when a dispute was opened or has ended.
type Changed struct {
	DisputeID   ID             `json:"dispute_id"`
	OrderID     order.ID       `json:"order_id"`
	Status      Status         `json:"status"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
}

// EventName implements event.Event.
func (Changed) EventName() string { return "dispute.changed" }

// EvidenceSaved is told when a seller has changed their evidence.
type EvidenceSaved struct {
	DisputeID ID        `json:"dispute_id"`
	SellerID  seller.ID `json:"seller_id"`
}

// EventName implements event.Event.
func (EvidenceSaved) EventName() string { return "dispute.evidence_saved" }

// FileAdded is told when a seller or the platform has added a file of evidence.
type FileAdded struct {
	DisputeID ID        `json:"dispute_id"`
	SellerID  seller.ID `json:"seller_id"` // empty: the platform
	Field     Field     `json:"field"`
}

// EventName implements event.Event.
func (FileAdded) EventName() string { return "dispute.file_added" }

// FileRemoved is told when a seller or the platform has taken a file of evidence out.
type FileRemoved struct {
	DisputeID ID        `json:"dispute_id"`
	SellerID  seller.ID `json:"seller_id"` // empty: the platform
	Field     Field     `json:"field"`
}

// EventName implements event.Event.
func (FileRemoved) EventName() string { return "dispute.file_removed" }

// ShareAccepted is told when a seller does not object to their share.
type ShareAccepted struct {
	DisputeID ID        `json:"dispute_id"`
	SellerID  seller.ID `json:"seller_id"`
}

// EventName implements event.Event.
func (ShareAccepted) EventName() string { return "dispute.share_accepted" }

// Answered is told when an operator answers the bank, and again when the
// provider has taken or refused the answer.
type Answered struct {
	DisputeID ID           `json:"dispute_id"`
	Answer    Answer       `json:"answer"`
	Status    AnswerStatus `json:"status"`
}

// EventName implements event.Event.
func (Answered) EventName() string { return "dispute.answered" }

// EvidenceDue is told once three days and once a day before a bank takes no
// more evidence, while it was not answered.
type EvidenceDue struct {
	DisputeID ID        `json:"dispute_id"`
	OrderID   order.ID  `json:"order_id"`
	DueBy     time.Time `json:"due_by"` // UTC
}

// EventName implements event.Event.
func (EvidenceDue) EventName() string { return "dispute.evidence_due" }

// FeeCharged is told when sellers are charged of the provider's fee, or get it
// back.
type FeeCharged struct {
	DisputeID ID                            `json:"dispute_id"`
	OrderID   order.ID                      `json:"order_id"`
	Currency  money.Currency                `json:"currency"`
	Fees      map[order.SellerOrderID]int64 `json:"fees"` // what each part is charged now, minor units
}

// EventName implements event.Event.
func (FeeCharged) EventName() string { return "dispute.fee_charged" }

// Warned is told when the issuer of a card warns of fraud.
type Warned struct {
	WarningID WarningID `json:"warning_id"`
	OrderID   order.ID  `json:"order_id"`
	FraudType string    `json:"fraud_type"`
}

// EventName implements event.Event.
func (Warned) EventName() string { return "dispute.warned" }

// WarningSetAside is told when an operator believes a payment of which was
// warned.
type WarningSetAside struct {
	WarningID WarningID `json:"warning_id"`
	OrderID   order.ID  `json:"order_id"`
}

// EventName implements event.Event.
func (WarningSetAside) EventName() string { return "dispute.warning_set_aside" }

// SharedAnew is told when other shares of a dispute hold, because another claim on its
// order has ended.
type SharedAnew struct {
	DisputeID ID                            `json:"dispute_id"`
	OrderID   order.ID                      `json:"order_id"`
	Status    Status                        `json:"status"`
	Currency  money.Currency                `json:"currency"`
	Shares    map[order.SellerOrderID]int64 `json:"shares"`    // of the disputed amount, minor units
	Newcomers []seller.ID                   `json:"newcomers"` // whom it has not concerned before
}

// EventName implements event.Event.
func (SharedAnew) EventName() string { return "dispute.shared_anew" }

// SharesSet is told when an operator says whose share is what.
type SharesSet struct {
	DisputeID ID                            `json:"dispute_id"`
	Currency  money.Currency                `json:"currency"`
	Shares    map[order.SellerOrderID]int64 `json:"shares"` // minor units
}

// EventName implements event.Event.
func (SharesSet) EventName() string { return "dispute.shares_set" }
