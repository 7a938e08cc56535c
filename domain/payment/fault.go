package payment

import "github.com/etal-market/etal/domain/fault"

// Faults of payments.
var (
	// ErrNotFound is returned for a payment that does not exist or is not the caller's.
	ErrNotFound = fault.New(fault.NotFound, "PAYMENT_NOT_FOUND", "There is no such payment.")
	// ErrProcessing is returned when a payment is to be cancelled about which a bank decides.
	ErrProcessing = fault.New(fault.Conflict, "PAYMENT_PROCESSING", "The buyer's bank decides about this payment. Nobody can cancel it until it has.")
	// ErrRefused is returned when the provider definitely refuses to take the payment.
	ErrRefused = fault.New(fault.Conflict, "PAYMENT_REFUSED", "The payment provider does not accept this payment.")
)
