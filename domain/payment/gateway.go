package payment

import (
	"context"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/provider"
)

// Gateway is the payment provider. Calls return a *provider.Error when they
// fail; an unknown outcome is repeated with the same key or looked up.
type Gateway interface {
	// CreateIntent makes the intent of a payment. The payment's id and how many have
	// ended before are the idempotency key.
	CreateIntent(ctx context.Context, d IntentDraft) (*Intent, error)
	// GetIntent reads an intent with its charge and balance transaction.
	GetIntent(ctx context.Context, intentID string) (*Intent, error)
	// CancelIntent cancels an intent that is not paid, and has the provider keep why.
	// The provider refuses when it is.
	CancelIntent(ctx context.Context, intentID string, why Cancellation) (*Intent, error)
}

// IntentDraft is an intent to be made: a charge on the platform, grouped with
// the transfers of its order, without any destination.
type IntentDraft struct {
	PaymentID     ID
	Ended         int64 // how many intents of the payment the provider has ended
	OrderID       order.ID
	OrderNumber   string // shown on the buyer's card statement
	Email         string // the provider's receipt goes there
	Amount        money.Amount
	TransferGroup string
}

// IntentStatus is the state of an intent at the provider, as far as Étal
// decides by it.
type IntentStatus string

// The states of an intent.
const (
	IntentOpen       IntentStatus = "OPEN"       // waits for the buyer
	IntentProcessing IntentStatus = "PROCESSING" // the bank decides, and nobody can do anything
	IntentSucceeded  IntentStatus = "SUCCEEDED"
	IntentCancelled  IntentStatus = "CANCELLED"
)

// Cancellation is why an intent was cancelled, as the provider keeps it: whoever reads
// the intent first knows it, although somebody else has cancelled it.
type Cancellation string

// The cancellations that Étal tells apart.
const (
	CancellationExpired   Cancellation = "EXPIRED"   // by Étal: it was not paid in time
	CancellationRequested Cancellation = "REQUESTED" // by Étal, or an operator there: whoever pays does not want it any more
	CancellationAutomatic Cancellation = "AUTOMATIC" // by the provider itself: after too many attempts
)

// reason is why an order is given up with its intent.
func (c Cancellation) reason() order.CancelReason {
	switch c {
	case CancellationExpired:
		return order.CancelExpired
	case CancellationRequested:
		return order.CancelRequested
	case CancellationAutomatic:
	}
	return order.CancelPaymentCancelled
}

// Intent is the provider's side of a payment.
type Intent struct {
	ID           string
	Status       IntentStatus
	ClientSecret string
	Amount       money.Amount
	PaymentID    ID           // from the metadata we gave it
	Cancellation Cancellation // empty unless it is cancelled, and when nobody has said why
	// ErrorCode and DeclineCode are the provider's codes of the last failed
	// attempt, empty when there was none.
	ErrorCode   string
	DeclineCode string
	// ChargeID and Transaction are set when the intent succeeded. Transaction
	// is nil while the provider has not settled the charge.
	ChargeID    string
	Transaction *provider.Transaction
}
