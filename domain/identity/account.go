package identity

import (
	"log/slog"
	"time"

	"github.com/uptrace/bun"

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
	CreatedAt    time.Time     // UTC
	UpdatedAt    time.Time     // UTC
}

// SessionID names a session, `ses_…`.
type SessionID string

// NewSessionID returns a fresh id.
func NewSessionID() SessionID { return id.New[SessionID]("ses") }
