package identity

import (
	"log/slog"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// AccountID names an account, `acc_…`.
type AccountID string

// NewAccountID returns a fresh id.
func NewAccountID() AccountID { return id.New[AccountID]("acc") }

// OperatorRole is what an operator does; its values are those of the GraphQL
// enum.
type OperatorRole string

// The roles of operators.
const (
	// OperatorAdmin may do whatever any operator may, and decides about sellers.
	OperatorAdmin OperatorRole = "ADMIN"
	// OperatorFinance looks after money.
	OperatorFinance OperatorRole = "FINANCE"
	// OperatorSupport helps buyers and sellers.
	OperatorSupport OperatorRole = "SUPPORT"
	// OperatorModerator looks after the catalogue.
	OperatorModerator OperatorRole = "MODERATOR"
	// OperatorAuditor reads everything and changes nothing.
	OperatorAuditor OperatorRole = "AUDITOR"
)

// Valid reports whether the role exists.
func (r OperatorRole) Valid() bool {
	switch r {
	case OperatorAdmin, OperatorFinance, OperatorSupport, OperatorModerator, OperatorAuditor:
		return true
	}
	return false
}

// Role is the role as the policy knows it, such as "operator:admin".
func (r OperatorRole) Role() actor.Role { return actor.Role("operator:" + strings.ToLower(string(r))) }

// Hash is the encoded argon2id hash of a password. It prints as [redacted].
type Hash string

// String implements fmt.Stringer.
func (Hash) String() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (Hash) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Account is a person with a session.
type Account struct {
	bun.BaseModel `bun:"table:accounts"`

	ID           AccountID     `bun:",pk"`
	Email        *string       // as the person writes it; nil for a guest
	EmailFolded  *string       // what is unique; nil for a guest
	Name         string        // empty when never said
	Password     Hash          // empty for a guest
	IsGuest      bool          // no address and no password yet
	OperatorRole *OperatorRole // nil unless an operator
	HasFactor    bool          // signing in asks for a second factor too
	// EmailVerifiedAt is when the owner of the address has confirmed it, UTC;
	// nil: never.
	EmailVerifiedAt *time.Time
	ErasedAt        *time.Time // UTC; nobody signs in from then on, and nothing personal is left soon after
	// SignedInAt is when somebody signed in last, with every factor that the
	// account asks for, UTC; nil: never.
	SignedInAt *time.Time
	// OperatorDisabledAt is since when an operator may not act as one any more,
	// UTC; OperatorEnabledAt is when they were let in again last.
	OperatorDisabledAt *time.Time
	OperatorEnabledAt  *time.Time
	// SuspendedAt is when an operator has suspended the account, UTC; nil: it is not.
	SuspendedAt      *time.Time
	SuspensionReason string
	CreatedAt        time.Time // UTC
	UpdatedAt        time.Time // UTC
}

// IsOperator reports whether the account may act as an operator.
func (a *Account) IsOperator() bool { return a.OperatorRole != nil && a.OperatorDisabledAt == nil }

// IsEmailVerified reports whether the owner of the address has confirmed it.
func (a *Account) IsEmailVerified() bool { return a.EmailVerifiedAt != nil }

// String implements fmt.Stringer: an account prints as its id, never with what
// is personal or secret.
func (a *Account) String() string { return string(a.ID) }

// LogValue implements slog.LogValuer.
func (a *Account) LogValue() slog.Value { return slog.StringValue(string(a.ID)) }
