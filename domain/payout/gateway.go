package payout

import (
	"context"
	"time"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// Gateways are the four sides of the provider that payouts need. One client
// fills all of them. Calls return a *provider.Error when they fail.
type Gateways struct {
	Accounts  AccountGateway
	Transfers TransferGateway
	Payouts   PayoutGateway
	Reversals ReversalGateway
}

// AccountGateway keeps connected accounts.
type AccountGateway interface {
	// CreateAccount opens a connected account. The payout account's id and the attempt
	// are the idempotency key.
	CreateAccount(ctx context.Context, d AccountDraft) (*ProviderAccount, error)
	// GetAccount reads a connected account.
	GetAccount(ctx context.Context, accountID string) (*ProviderAccount, error)
	// CreateOnboardingLink makes a link that works once and not for long. The
	// provider sends the seller to returnURL afterwards, and to refreshURL when
	// the link has expired.
	CreateOnboardingLink(ctx context.Context, accountID, returnURL, refreshURL string) (*OnboardingLink, error)
	// CreateLoginLink makes a link that works once and opens the provider's own pages
	// for the seller, without a password.
	CreateLoginLink(ctx context.Context, accountID string) (*OnboardingLink, error)
	// CreateAccountSession opens those of the provider's components in which a seller
	// says who they are and where their money goes to a browser, for a short time.
	CreateAccountSession(ctx context.Context, accountID string) (*AccountSession, error)
}

// AccountDraft is a connected account to be opened.
type AccountDraft struct {
	AccountID AccountID
	SellerID  string
	Name      string
	Email     string
	Country   string // ISO 3166-1 alpha-2
	Attempt   int64  // how often the provider has refused to open it
}

// ProviderAccount is a connected account as the provider sees it.
type ProviderAccount struct {
	ID                  string
	AccountID           AccountID // from the metadata we gave it; empty when it is not ours
	IsDetailsSubmitted  bool
	CanReceive          bool // the transfers capability is active
	CanPayOut           bool
	CurrentlyDue        []string
	PendingVerification []string
	DisabledReason      string
	Requirements
	BankLast4      string
	BankCurrencies []string // that its bank accounts take, as "EUR", sorted; empty: nobody knows
	// DefaultCurrency is the account's own; empty when the provider does not say.
	DefaultCurrency money.Currency
}

// OnboardingLink leads a seller to the provider's form, or to its pages for sellers.
type OnboardingLink struct {
	URL       string
	ExpiresAt *time.Time // UTC; nil when the provider does not say
}

// AccountSession lets a browser show the provider's components for an account.
type AccountSession struct {
	// Secret opens them to whoever has it: it is handed out once, and neither kept
	// nor logged.
	Secret    SessionSecret
	ExpiresAt time.Time // UTC
}

// SessionSecret is text that must not be printed.
type SessionSecret string

const redacted = "[redacted]"

// String hides the text.
func (SessionSecret) String() string { return redacted }

// GoString hides the text from %#v.
func (SessionSecret) GoString() string { return redacted }

// MarshalText hides the text from logs and other encodings.
func (SessionSecret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// Reveal returns the text, for the browser of the seller only.
func (s SessionSecret) Reveal() string { return string(s) }

// TransferGateway moves money to connected accounts.
type TransferGateway interface {
	// CreateTransfer moves money to a connected account, drawing on a charge.
	// The transfer's id is the idempotency key.
	CreateTransfer(ctx context.Context, d TransferDraft) (*ProviderTransfer, error)
	// FindTransfer looks a transfer up by its group and our id. It returns nil
	// when the provider has none.
	FindTransfer(ctx context.Context, group string, transferID TransferID) (*ProviderTransfer, error)
}

// TransferDraft is a transfer to be made.
type TransferDraft struct {
	TransferID  TransferID
	Destination string // acct_…
	Amount      money.Amount
	ChargeID    string
	Group       string            // the order's id, as on its intent
	Metadata    map[string]string // our identifiers, for people and look-ups
}

// ProviderTransfer is a transfer as the provider sees it, with the movements on
// both balances.
type ProviderTransfer struct {
	ID       string
	Sent     provider.Transaction // on the platform's balance; net is negative
	Received provider.Transaction // on the connected account's balance
}

// ReversalGateway takes money back from connected accounts.
type ReversalGateway interface {
	// CreateReversal takes back a transfer, in whole or in part. The reversal's
	// id is the idempotency key.
	CreateReversal(ctx context.Context, d ReversalDraft) (*ProviderReversal, error)
	// FindReversal looks a reversal of a transfer up by our id. It returns nil
	// when the provider has none.
	FindReversal(ctx context.Context, d ReversalDraft) (*ProviderReversal, error)
	// CreateDebit moves money from a connected account to the platform, without
	// a transfer that it belongs to. The account must have consented.
	CreateDebit(ctx context.Context, d ReversalDraft) (*ProviderReversal, error)
	// FindDebit looks a debit up by its group and our id. It returns nil when
	// the provider has none.
	FindDebit(ctx context.Context, d ReversalDraft) (*ProviderReversal, error)
	// OutsideReversals lists what was taken back of a transfer to a connected
	// account, tr_… to acct_…, without an id of ours.
	OutsideReversals(ctx context.Context, account, transferID string) ([]*ProviderReversal, error)
	// ReversedSince calls fn with the transfer and the reversal, tr_… and trr_…, of
	// all that was taken back since an instant, until fn returns an error.
	ReversedSince(ctx context.Context, since time.Time, fn func(transferID, reversalID string) error) error
}

// ReversalDraft is a reversal or a debit to be made.
type ReversalDraft struct {
	ReversalID ReversalID
	TransferID string // tr_… to be taken back; empty for a debit
	Account    string // acct_… that the money comes from
	Amount     money.Amount
	Group      string // the order's id
}

// ProviderReversal is a reversal or debit as the provider sees it, with the
// movements on both balances.
type ProviderReversal struct {
	ID       string
	Returned provider.Transaction // on the platform's balance; net is positive
	Taken    provider.Transaction // on the connected account's balance; net is negative
}

// PayoutGateway moves money from connected accounts to banks.
type PayoutGateway interface {
	// CreatePayout pays out from a connected account. The payout's id is the
	// idempotency key.
	CreatePayout(ctx context.Context, d Draft) (*ProviderPayout, error)
	// FindPayout looks a payout of a connected account up by our id. It returns
	// nil when the provider has none.
	FindPayout(ctx context.Context, accountID string, payoutID ID, since time.Time) (*ProviderPayout, error)
	// GetPayout reads a payout of a connected account.
	GetPayout(ctx context.Context, accountID, payoutID string) (*ProviderPayout, error)
}

// Draft is a payout to be made.
type Draft struct {
	PayoutID    ID
	Account     string // acct_…
	Amount      money.Amount
	Description string // shown on the bank statement, at most 22 characters
	IsInstant   bool   // within minutes instead of days
}

// ProviderPayout is a payout as the provider sees it.
type ProviderPayout struct {
	ID          string
	PayoutID    ID // from the metadata we gave it; empty when it is not ours
	Amount      money.Amount
	Status      Status // PENDING, IN_TRANSIT, PAID, FAILED or CANCELLED
	FailureCode string
	ExpectedAt  *time.Time
	Transaction string // the movement that took the money out of the balance
	Returned    string // the movement that brought it back, or empty
}
