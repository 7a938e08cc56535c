package refund

import (
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/seller"
)

// Created is told when money is promised back to a buyer.
type Created struct {
	RefundID    ID             `json:"refund_id"`
	OrderID     order.ID       `json:"order_id"`
	SellerID    seller.ID      `json:"seller_id"` // empty when it is about more than one
	Method      Method         `json:"method"`
	Reason      Reason         `json:"reason"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
}

// EventName implements event.Event.
func (Created) EventName() string { return "refund.created" }

// Succeeded is told when a refund has left for the buyer.
type Succeeded struct {
	RefundID ID       `json:"refund_id"`
	OrderID  order.ID `json:"order_id"`
}

// EventName implements event.Event.
func (Succeeded) EventName() string { return "refund.succeeded" }

// Failed is told when a refund did not reach the buyer: the money is the
// platform's again, and the buyer must be paid another way.
type Failed struct {
	RefundID ID       `json:"refund_id"`
	OrderID  order.ID `json:"order_id"`
	Failure  string   `json:"failure"`
}

// EventName implements event.Event.
func (Failed) EventName() string { return "refund.failed" }

// Voided is told when a refund gives nothing back after all: it was cancelled,
// or the provider has refused it.
type Voided struct {
	RefundID ID       `json:"refund_id"`
	OrderID  order.ID `json:"order_id"`
	Status   Status   `json:"status"`
	Failure  string   `json:"failure"`
}

// EventName implements event.Event.
func (Voided) EventName() string { return "refund.voided" }

// Covered is told when those whose it is bear what the platform bore of a refund made
// at the provider: more of the order remains than when it was heard of.
type Covered struct {
	RefundID    ID             `json:"refund_id"`
	OrderID     order.ID       `json:"order_id"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amount_minor"`
}

// EventName implements event.Event.
func (Covered) EventName() string { return "refund.covered" }

// PaidOtherwise is told when the buyer of a refund was paid outside the
// provider.
type PaidOtherwise struct {
	RefundID  ID     `json:"refund_id"`
	Method    Method `json:"method"`
	Reference string `json:"reference"`
}

// EventName implements event.Event.
func (PaidOtherwise) EventName() string { return "refund.paid_otherwise" }

// CreditPaidOut is told when a buyer's credit was paid out by bank.
type CreditPaidOut struct {
	BuyerID     identity.AccountID `json:"buyer_id"`
	Currency    money.Currency     `json:"currency"`
	AmountMinor int64              `json:"amount_minor"`
	Reference   string             `json:"reference"`
}

// EventName implements event.Event.
func (CreditPaidOut) EventName() string { return "refund.credit_paid_out" }
