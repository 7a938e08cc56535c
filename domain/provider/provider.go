// Package provider is what the payment and payout contexts both know of the
// payment provider: how a call can end, and the movements on its balances.
package provider

import (
	"errors"
	"time"

	"github.com/etal-market/etal/domain/money"
)

// Platform names the platform's own balance, beside those of connected
// accounts, which are named by their acct_… identifier.
const Platform = "platform"

// Error is the answer of a call that did not succeed. It never reaches people
// outside; contexts turn it into a fault or a state.
type Error struct {
	// Unknown is true when it cannot be told whether the call had its effect:
	// a lost connection, a time-out, a 5xx, an answer that is not the provider's.
	// Such a call is looked up, or repeated with the same idempotency key, and
	// never with a new one.
	Unknown bool
	// Code is the provider's machine-readable code, such as "balance_insufficient".
	Code string
	// Message is the provider's text, for operators.
	Message string
	// RequestID names the call at the provider.
	RequestID string
	// Err is the cause.
	Err error
}

// Error implements error.
func (e *Error) Error() string {
	text := "payment provider: "
	if e.Unknown {
		text += "outcome unknown: "
	}
	if e.Code != "" {
		text += e.Code + ": "
	}
	text += e.Message
	if e.RequestID != "" {
		text += " (" + e.RequestID + ")"
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Refused returns the provider's definite answer inside err. It returns false
// for anything whose outcome is unknown.
func Refused(err error) (*Error, bool) {
	var e *Error
	if !errors.As(err, &e) || e.Unknown {
		return nil, false
	}
	return e, true
}

// Transaction is one movement on a balance at the provider: Stripe's balance
// transaction. Amount − Fee = Net, in minor units of the settlement currency,
// negative for money that leaves the balance.
type Transaction struct {
	ID          string
	Account     string // Platform or acct_…
	Type        string // such as "charge", "transfer", "payout"
	Source      string // the object it belongs to, such as ch_…
	Currency    money.Currency
	AmountMinor int64
	FeeMinor    int64
	NetMinor    int64
	Available   bool      // the money is in the available balance already
	AvailableOn time.Time // when it is or was going to be, UTC
	Created     time.Time // when it was made, UTC
}

// Span is a part of the history of a balance at the provider, newest first.
type Span struct {
	From  *time.Time // made then or later, in whole seconds; nil: from the beginning
	Until *time.Time // made before, in whole seconds; nil: until now
	After string     // the last movement that is known of it; empty: from its end
}
