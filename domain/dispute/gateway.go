package dispute

import (
	"context"
	"time"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// Gateway is the payment provider. Calls return a *provider.Error when they fail.
type Gateway interface {
	// GetDispute reads a dispute with all movements it has made.
	GetDispute(ctx context.Context, disputeID string) (*ProviderDispute, error)
	// ListDisputes calls fn with each dispute made since an instant, until fn
	// returns an error.
	ListDisputes(ctx context.Context, since time.Time, fn func(*ProviderDispute) error) error
	// SendFile gives the provider a file of evidence under a name, and returns the
	// provider's id of it. Files of the same key are kept once.
	SendFile(ctx context.Context, key, name string, content []byte) (string, error)
	// FindFile returns the provider's id of a file of evidence that was sent under a
	// name since an instant, or nothing.
	FindFile(ctx context.Context, name string, since time.Time) (string, error)
	// SubmitEvidence answers a bank with texts and the provider's ids of files.
	// Answers of the same key are given once.
	SubmitEvidence(ctx context.Context, disputeID, key string, e Evidence, files map[Field]string) (*ProviderDispute, error)
	// CloseDispute accepts that a dispute is lost.
	CloseDispute(ctx context.Context, disputeID, key string) (*ProviderDispute, error)
	// GetWarning reads a warning of fraud.
	GetWarning(ctx context.Context, warningID string) (*ProviderWarning, error)
	// ListWarnings calls fn with each warning made since an instant, until fn
	// returns an error.
	ListWarnings(ctx context.Context, since time.Time, fn func(*ProviderWarning) error) error
}

// ProviderDispute is a dispute as the provider sees it.
type ProviderDispute struct {
	ID          string
	ChargeID    string
	IntentID    string // of the charge; may be empty
	Amount      money.Amount
	Reason      string
	Status      Status
	DueBy       *time.Time
	Submissions int64                  // how often evidence was sent
	Movements   []provider.Transaction // on the platform's balance
}
