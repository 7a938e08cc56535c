package refund

import "github.com/etal-market/etal/domain/fault"

// Faults of refunds.
var (
	// ErrNotFound is returned for a refund that does not exist or is not the caller's.
	ErrNotFound = fault.New(fault.NotFound, "REFUND_NOT_FOUND", "There is no such refund.")
	// ErrEmpty is returned for a refund that gives nothing back.
	ErrEmpty = fault.New(fault.Invalid, "REFUND_EMPTY", "Say what is given back: lines, an amount, or everything.")
	// ErrLine is returned for a line that is not of the order, or named twice.
	ErrLine = fault.New(fault.Invalid, "REFUND_LINE", "This line is not part of it, or was named already.")
	// ErrLineAmount is returned unless a line names units or an amount, and not both.
	ErrLineAmount = fault.New(fault.Invalid, "REFUND_LINE_AMOUNT", "Give either the number of units or an amount.")
	// ErrTooMuch is returned when more is given back than remains.
	ErrTooMuch = fault.New(fault.Conflict, "REFUND_TOO_MUCH", "This is more than remains to be given back.")
	// ErrCurrency is returned for an amount in another currency than the order's.
	ErrCurrency = fault.New(fault.Invalid, "REFUND_CURRENCY", "A refund is in the currency of its order.")
	// ErrNotPaid is returned for an order that is not paid.
	ErrNotPaid = fault.New(fault.Conflict, "REFUND_NOT_PAID", "The order is not paid. Cancel it instead.")
	// ErrDisputed is returned while the buyer's bank decides about the payment.
	ErrDisputed = fault.New(fault.Conflict, "REFUND_DISPUTED", "The buyer's bank decides about this payment. Nothing can be given back until then.")
	// ErrMethod is returned when the actor may not use the method.
	ErrMethod = fault.New(fault.Invalid, "REFUND_METHOD", "You can only give back to where the money came from.")
	// ErrLimit is returned for a refund above the limit of the actor.
	ErrLimit = fault.New(fault.Conflict, "REFUND_LIMIT", "This is more than you may give back by yourself.")
	// ErrChanged is returned for a refund that two persons want, when something of
	// the order was given back since it was proposed.
	ErrChanged = fault.New(fault.Conflict, "REFUND_CHANGED", "Something of this order was given back since this was proposed. Propose it anew.")
	// ErrState is returned for a step that the refund's state does not allow.
	ErrState = fault.New(fault.Conflict, "REFUND_STATE", "The refund's status does not allow this.")
	// ErrCancel is returned when the provider does not cancel the refund: its money has left.
	ErrCancel = fault.New(fault.Conflict, "REFUND_GONE", "The money has left already.")
	// ErrCredit is returned when a buyer does not have so much credit.
	ErrCredit = fault.New(fault.Conflict, "CREDIT_TOO_LITTLE", "The buyer does not have so much credit.")
)
