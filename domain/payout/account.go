package payout

import (
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/seller"
)

// AccountID names a payout account, pac_….
type AccountID string

// AccountStatus is the state of a payout account, as a seller reads it.
type AccountStatus string

// The states of a payout account.
const (
	AccountCreating   AccountStatus = "CREATING"   // the provider is opening it
	AccountOnboarding AccountStatus = "ONBOARDING" // the seller has to tell more
	AccountVerifying  AccountStatus = "VERIFYING"  // the provider checks what was told
	AccountEnabled    AccountStatus = "ENABLED"    // money can be transferred and paid out
	AccountRestricted AccountStatus = "RESTRICTED" // it worked, and now needs the seller
	AccountRejected   AccountStatus = "REJECTED"   // the provider has closed it for good
)

// Account is a seller's connected account at the provider.
type Account struct {
	bun.BaseModel `bun:"table:payout_accounts,alias:pac"`

	ID         AccountID `bun:",pk"`
	SellerID   seller.ID // unique
	ProviderID *string   // acct_…, unique; nil while CREATING
	Status     AccountStatus
	Country    string // ISO 3166-1 alpha-2, in which it was opened

	Refusal      string // the provider's text, for operators, when it has refused to open it; else empty
	RefusalCount int64  // how often it has

	IsDetailsSubmitted bool     // the seller has finished the onboarding form
	CanReceive         bool     // the transfers capability is active
	CanPayOut          bool     // payouts to the bank are enabled
	CurrentlyDue       []string `bun:"type:jsonb"` // what the provider waits for, by its own names
	DisabledReason     string   // the provider's code; empty when nothing is disabled
	BankLast4          string   // last four digits of the bank account, or empty
	BankCurrencies     []string `bun:"type:jsonb"` // that its bank accounts take; empty: nobody knows
	// DefaultCurrency is the account's own, in which the provider keeps its balance beside
	// those of its bank accounts; empty: it was not read yet.
	DefaultCurrency money.Currency

	Requirements
	DueTold *time.Time // the deadline of which the owners were reminded, UTC; nil: of none

	NextPayoutAt time.Time // no payout is made before, UTC
	// HeldUntil keeps payouts back after a member's factors were reset, UTC; nil:
	// nothing does.
	HeldUntil   *time.Time
	PayoutBlock string // the provider's code of the last payout that failed, or empty
	// BlockedUntil keeps payouts back after one was refused or came back, UTC; nil:
	// nothing does.
	BlockedUntil *time.Time
	Schedule
	CreatedAt time.Time
	UpdatedAt time.Time
}

// RequirementErrors is why the provider asks for something again.
func (a *Account) RequirementErrors() []*RequirementError {
	all := make([]*RequirementError, len(a.Errors))
	for i := range a.Errors {
		all[i] = &a.Errors[i]
	}
	return all
}

// AlternativeRequirements are what would do instead of what is due.
func (a *Account) AlternativeRequirements() []*Alternative {
	all := make([]*Alternative, len(a.Alternatives))
	for i := range a.Alternatives {
		all[i] = &a.Alternatives[i]
	}
	return all
}

// cutOff is the disabled reason of an account that the platform has no access to any
// more: its owner, or the provider, has taken it away. The word is ours.
const cutOff = "platform_access_revoked"

// isCutOff reports whether the platform has lost its access to the account.
func (a *Account) isCutOff() bool { return a.DisabledReason == cutOff }

// takes reports whether a bank account of it takes a currency, as far as anybody
// knows.
func (a *Account) takes(c money.Currency) bool {
	return len(a.BankCurrencies) == 0 || slices.Contains(a.BankCurrencies, string(c))
}

// keeps reports whether money that is transferred to it in a currency stays in that. The
// provider converts other money to the account's own currency when it arrives.
func (a *Account) keeps(c money.Currency) bool {
	if a.DefaultCurrency == "" {
		return a.takes(c)
	}
	return c == a.DefaultCurrency || slices.Contains(a.BankCurrencies, string(c))
}

// statusOf derives the status of an account from what the provider says. While
// the provider verifies, asking the seller again would only send them in
// circles, so that is a state of its own.
func statusOf(a *ProviderAccount) AccountStatus {
	switch {
	case strings.HasPrefix(a.DisabledReason, "rejected."):
		return AccountRejected
	case a.CanReceive && a.CanPayOut:
		return AccountEnabled
	case !a.IsDetailsSubmitted:
		return AccountOnboarding
	case len(a.CurrentlyDue) == 0 && len(a.PendingVerification) > 0:
		return AccountVerifying
	default:
		return AccountRestricted
	}
}

// Payout is money on its way from a seller's balance at the provider to their bank.
type Payout struct {
	bun.BaseModel `bun:"table:payouts,alias:pot"`

	ID            ID `bun:",pk"`
	SellerID      seller.ID
	AccountID     AccountID
	Currency      money.Currency
	AmountMinor   int64
	Status        Status
	ProviderID    *string    // po_…, unique; nil until the provider has it
	FailureCode   string     // the provider's code; empty unless FAILED
	ExpectedAt    *time.Time // when the bank is expected to have it, UTC
	CreatedAt     time.Time
	CheckedAt     time.Time // when the provider was last asked, UTC
	SettledAt     *time.Time
	IsInLedger    bool // its departure is posted
	WasPaid       bool // its arrival is posted
	IsFailureSeen bool // its return is posted
	Method        Method
	FeeMinor      int64 // of an instant payout, beside its amount
	FeeStatus     FeeStatus
	FeeProviderID *string // tr_…; nil until the provider has it
	BankLast4     string  // last four digits of the bank account when it was planned; empty: nobody knows
}

// Fee is what the seller pays the platform for it, beside its amount.
func (p *Payout) Fee() money.Amount { return money.New(p.FeeMinor, p.Currency) }

// Method is how fast a payout is.
type Method string

// The methods of payout.
const (
	MethodStandard Method = "STANDARD"
	MethodInstant  Method = "INSTANT"
)

// FeeStatus is the state of the fee of a payout.
type FeeStatus string

// The states of a fee.
const (
	FeeNone    FeeStatus = "NONE"    // there is none
	FeeDue     FeeStatus = "DUE"     // it is taken when the money has arrived
	FeeSending FeeStatus = "SENDING" // it is being taken, or nobody knows whether it was
	FeeTaken   FeeStatus = "TAKEN"
	FeeWaived  FeeStatus = "WAIVED" // the payout failed, or the seller's balance had nothing left
)

func openFees() []FeeStatus { return []FeeStatus{FeeDue, FeeSending} }

// ID names a payout, pot_….
type ID string

// Amount is what is paid out.
func (p *Payout) Amount() money.Amount { return money.New(p.AmountMinor, p.Currency) }

// Status is the state of a payout.
type Status string

// The states of a payout.
const (
	StatusPlanned   Status = "PLANNED"
	StatusSending   Status = "SENDING"
	StatusPending   Status = "PENDING"
	StatusInTransit Status = "IN_TRANSIT"
	StatusPaid      Status = "PAID"
	StatusFailed    Status = "FAILED"
	StatusCancelled Status = "CANCELLED"
)

// isOpen reports whether more can be expected of the payout.
func (s Status) isOpen() bool {
	switch s {
	case StatusPlanned, StatusSending, StatusPending, StatusInTransit:
		return true
	case StatusPaid, StatusFailed, StatusCancelled:
		return false
	}
	return false
}
