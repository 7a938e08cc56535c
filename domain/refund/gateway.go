package refund

import (
	"context"
	"time"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// Gateway is the payment provider. Calls return a *provider.Error when they
// fail; an unknown outcome is looked up before anything is sent again.
type Gateway interface {
	// CreateRefund gives back a part of a charge. The refund's id is the
	// idempotency key.
	CreateRefund(ctx context.Context, d Draft) (*ProviderRefund, error)
	// FindRefund looks a refund of a charge up by our id. It returns nil when
	// the provider has none.
	FindRefund(ctx context.Context, chargeID string, refundID ID) (*ProviderRefund, error)
	// GetRefund reads a refund.
	GetRefund(ctx context.Context, refundID string) (*ProviderRefund, error)
	// ListRefunds calls fn with each refund made since an instant, until fn returns
	// an error.
	ListRefunds(ctx context.Context, since time.Time, fn func(*ProviderRefund) error) error
	// CancelRefund cancels a refund of which the buyer has to say where it is to go.
	// The provider refuses any other.
	CancelRefund(ctx context.Context, refundID string) (*ProviderRefund, error)
}

// Draft is a refund to be made.
type Draft struct {
	RefundID ID
	ChargeID string
	Amount   money.Amount
	Reason   Reason
}

// ProviderRefund is a refund as the provider sees it.
type ProviderRefund struct {
	ID       string
	RefundID ID // from the metadata we gave it; empty when it is not ours
	ChargeID string
	IntentID string // of the charge; may be empty
	Amount   money.Amount
	Status   Status // PENDING, REQUIRES_ACTION, SUCCEEDED, FAILED or CANCELLED
	Failure  string // the provider's code
	// Transaction is the movement that took the money out of the platform's
	// balance, nil while it has not left; Returned the one that brought it back.
	Transaction *provider.Transaction
	Returned    *provider.Transaction
}
