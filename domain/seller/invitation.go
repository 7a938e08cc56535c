package seller

import (
	"log/slog"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/secret"
)

// How invitations are bounded.
const (
	// InvitationMax is how long an invitation can be accepted.
	InvitationMax = 7 * 24 * time.Hour
	// lettersPerDay is how many letters a seller sends to one address in a day,
	// by whatever invitation: a mailbox must not be filled.
	lettersPerDay = 6
)

const invitationPrefix = "etal_inv_"

// InvitationID names an invitation, `inv_…`.
type InvitationID string

// NewInvitationID returns a fresh id.
func NewInvitationID() InvitationID { return id.New[InvitationID]("inv") }

// InvitationToken is the secret of an invitation, `etal_inv_` and 43
// characters. It is in one mail and nowhere else, and prints as [redacted].
type InvitationToken string

// String implements fmt.Stringer.
func (InvitationToken) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (InvitationToken) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (InvitationToken) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the token as text. Only the mail that carries it calls this.
func (t InvitationToken) Reveal() string { return string(t) }

func newInvitationToken() InvitationToken { return InvitationToken(secret.New(invitationPrefix)) }

// hash returns what is stored of a token, and false for text that cannot be
// one.
func (t InvitationToken) hash() ([]byte, bool) { return secret.Hash(invitationPrefix, string(t)) }

// Outcome says how an invitation, or an offer of ownership, has ended; its
// values are those of the GraphQL enum.
type Outcome string

// The outcomes.
const (
	// OutcomeAccepted was accepted.
	OutcomeAccepted Outcome = "ACCEPTED"
	// OutcomeDeclined was declined by whom it was for.
	OutcomeDeclined Outcome = "DECLINED"
	// OutcomeRevoked was taken back.
	OutcomeRevoked Outcome = "REVOKED"
	// OutcomeExpired was not answered in time.
	OutcomeExpired Outcome = "EXPIRED"
	// OutcomeLapsed ended because whoever made it may not make it any more, or
	// what it is about is gone.
	OutcomeLapsed Outcome = "LAPSED"
)

// Invitation asks the owner of an address to act for a seller.
type Invitation struct {
	bun.BaseModel `bun:"table:seller_invitations,alias:si"`

	ID          InvitationID `bun:",pk"`
	SellerID    ID
	Email       string // where the mail goes
	EmailFolded string
	Role        Role
	RoleID      *RoleID // nil unless Role is RoleCustom
	InvitedBy   identity.AccountID
	TokenHash   []byte // SHA-256 of the token of the last letter; nil while none was written
	Letters     int64  // how many were written
	CreatedAt   time.Time
	ExpiresAt   time.Time
	EndedAt     *time.Time // UTC; nil while it is open
	Outcome     *Outcome   // nil while it is open
	AcceptedBy  *identity.AccountID
}

func (i *Invitation) charge() Charge { return Charge{Role: i.Role, RoleID: i.RoleID} }

// Open reports whether the invitation can be accepted at an instant.
func (i *Invitation) Open(at time.Time) bool { return i.EndedAt == nil && at.Before(i.ExpiresAt) }

// end closes the invitation.
func (i *Invitation) end(how Outcome, at time.Time) { i.EndedAt, i.Outcome = &at, &how }

// InviteInput invites somebody to act for the seller that the actor acts for.
type InviteInput struct {
	Email  string
	Role   Role
	RoleID *RoleID // with RoleCustom
}

// InvitationInput names an invitation.
type InvitationInput struct {
	InvitationID InvitationID
}

// TokenInput answers the invitation of a letter.
type TokenInput struct {
	Token InvitationToken
}

// InvitationLetter is what the mail of an invitation says. Its token is told to
// nobody else.
type InvitationLetter struct {
	To       string // mail address
	Seller   *Seller
	Inviter  identity.AccountID
	RoleName string // of a role that every seller has; empty: one of the seller's own, which a member has named
	Token    InvitationToken
	Edition  string        // differs for each token, and tells nothing about it
	Lasts    time.Duration // until the invitation ends
}

// Preview is what somebody with the token of an invitation sees of it before
// they answer.
type Preview struct {
	Seller    *Seller
	RoleName  string
	Email     string // masked, such as a…@example.org
	ExpiresAt time.Time
}

// SellerName is the name of the seller.
func (p *Preview) SellerName() string { return p.Seller.Name }

// mask hides an address from whoever does not know it.
func mask(email string) string {
	name, domain, _ := strings.Cut(email, "@")
	for _, first := range name {
		return string(first) + "…@" + domain
	}
	return "…@" + domain
}

// roleName is the name of a charge in words; custom is the role of the
// seller's own.
func roleName(role Role, custom *CustomRole) string {
	if role == RoleCustom && custom != nil {
		return custom.Name
	}
	if role == RoleReadOnly {
		return "read-only"
	}
	return strings.ToLower(string(role))
}
