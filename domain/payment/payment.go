package payment

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

// ID names a payment, pay_….
type ID string

// AllocationID names an allocation, alc_….
type AllocationID string

// Status is the state of a payment.
type Status string

// The states of a payment.
const (
	StatusCreating      Status = "CREATING"
	StatusAwaitingBuyer Status = "AWAITING_BUYER"
	StatusCaptured      Status = "CAPTURED"
	StatusCancelled     Status = "CANCELLED"
)

// Payment is the money of one order.
type Payment struct {
	bun.BaseModel `bun:"table:payments,alias:pay"`

	ID            ID       `bun:",pk"`
	OrderID       order.ID // unique
	BuyerID       identity.AccountID
	Currency      money.Currency
	AmountMinor   int64
	CreditMinor   int64 // of it, paid with the buyer's credit
	Status        Status
	IntentID      *string       // pi_…, unique; nil while CREATING
	EndedIntents  int64         // how many it had before, which the provider has ended by itself
	ClientSecret  Secret        // lets the buyer confirm, and nothing else
	ChargeID      string        // ch_…; empty until captured
	TransactionID string        // txn_… of the charge; empty until captured
	FeeMinor      int64         // what the provider kept; of a converted payment, at its rate
	Decline       DeclineReason // why the last attempt failed; empty when none did
	RefundedMinor int64         // given back to the buyer, or promised
	OpenDisputes  int64         // while there is one, nothing can be given back
	Refusal       string        // the provider's text when it refused the payment, for operators
	// ProcessingSince is when the bank was asked for a debit about which it has not
	// decided, UTC; nil otherwise.
	ProcessingSince *time.Time
	CreatedAt       time.Time     // UTC
	CheckedAt       time.Time     // when the intent was last read, UTC
	CapturedAt      *time.Time    //
	CancelledAt     *time.Time    //
	Allocations     []*Allocation `bun:"-"` // of one that was just opened or is read by its order
}

// Amount is what the buyer pays.
func (p *Payment) Amount() money.Amount { return money.New(p.AmountMinor, p.Currency) }

// Refunded is what was given back to the buyer, or promised.
func (p *Payment) Refunded() money.Amount { return money.New(p.RefundedMinor, p.Currency) }

// AwaitsPayment reports whether the payment may still be captured: it is
// neither captured nor given up.
func (p *Payment) AwaitsPayment() bool {
	return p.Status == StatusCreating || p.Status == StatusAwaitingBuyer
}

// LastDecline is why the last attempt failed, or nil.
func (p *Payment) LastDecline() *DeclineReason {
	if p.Decline == "" {
		return nil
	}
	return &p.Decline
}

// Secret is text that must not be printed.
type Secret string

const redacted = "[redacted]"

// String hides the text.
func (Secret) String() string { return redacted }

// GoString hides the text from %#v.
func (Secret) GoString() string { return redacted }

// MarshalText hides the text from logs and other encodings.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// Reveal returns the text, for its buyer only.
func (s Secret) Reveal() string { return string(s) }

// Allocation says which part of a payment was paid for which seller order. The
// allocations and the service fee of the order sum to the payment. How a part is
// divided between its seller, the platform and tax authorities is said by the
// components of the seller order.
type Allocation struct {
	bun.BaseModel `bun:"table:payment_allocations,alias:alc"`

	ID              AllocationID `bun:",pk"`
	PaymentID       ID
	SellerOrderID   order.SellerOrderID
	SellerID        seller.ID
	AmountMinor     int64
	CommissionMinor int64 // the platform's, without VAT
}

// DeclineReason tells a buyer what to do about a payment that failed. Lost,
// stolen and suspected cards are plainly declined: who holds the card must not
// learn more (docs.stripe.com/declines/codes).
type DeclineReason string

// The reasons of a decline.
const (
	DeclineCard           DeclineReason = "CARD_DECLINED"         // use another card
	DeclineFunds          DeclineReason = "INSUFFICIENT_FUNDS"    // use another card
	DeclineExpired        DeclineReason = "EXPIRED_CARD"          // use another card
	DeclineNumber         DeclineReason = "INCORRECT_CARD"        // correct the card's details
	DeclineCVC            DeclineReason = "INCORRECT_CVC"         // correct the security code
	DeclineProcessing     DeclineReason = "PROCESSING_ERROR"      // try again later
	DeclineAuthentication DeclineReason = "AUTHENTICATION_FAILED" // confirm with the bank again
)

// declineReason maps the provider's codes. An unknown code is a plain decline.
func declineReason(code, declineCode string) DeclineReason {
	switch code {
	case "":
		return ""
	case "expired_card":
		return DeclineExpired
	case "incorrect_cvc", "invalid_cvc":
		return DeclineCVC
	case "incorrect_number", "invalid_number", "invalid_expiry_month", "invalid_expiry_year":
		return DeclineNumber
	case "processing_error":
		return DeclineProcessing
	case "payment_intent_authentication_failure", "authentication_required":
		return DeclineAuthentication
	}
	if declineCode == "insufficient_funds" {
		return DeclineFunds
	}
	return DeclineCard
}

// feeOf is what the provider kept of a settled charge, in the payment's currency.
func (p *Payment) feeOf(t *provider.Transaction) int64 {
	if t.Currency == p.Currency {
		return t.FeeMinor
	}
	c := ledger.Conversion{AmountMinor: p.ByCard().Minor, SettledMinor: t.AmountMinor}
	return c.Priced(t.FeeMinor)
}
