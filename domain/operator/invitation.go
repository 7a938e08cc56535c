package operator

import (
	"log/slog"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/secret"
)

// How invitations are bounded.
const (
	// InvitationMax is how long an invitation can be accepted after a second person
	// has approved it. Sending it again does not make it last longer: two persons
	// have agreed on this time.
	InvitationMax = 7 * 24 * time.Hour
	// lettersMax is how many letters are written for one invitation.
	lettersMax = 6
)

const tokenPrefix = "etal_oiv_" //nolint:gosec // what every token begins with is not a secret

// InvitationID names an invitation, `oiv_…`.
type InvitationID string

// NewInvitationID returns a fresh id.
func NewInvitationID() InvitationID { return id.New[InvitationID]("oiv") }

// InvitationToken is the secret of an invitation, `etal_oiv_` and 43 characters.
// It is in one mail and nowhere else, and prints as [redacted].
type InvitationToken string

// String implements fmt.Stringer.
func (InvitationToken) String() string { return "[redacted]" }

// GoString implements fmt.GoStringer.
func (InvitationToken) GoString() string { return "[redacted]" }

// LogValue implements slog.LogValuer.
func (InvitationToken) LogValue() slog.Value { return slog.StringValue("[redacted]") }

// Reveal returns the token as text. Only the mail that carries it calls this.
func (t InvitationToken) Reveal() string { return string(t) }

func newToken() InvitationToken { return InvitationToken(secret.New(tokenPrefix)) }

// hash returns what is stored of a token, and false for text that cannot be one.
func (t InvitationToken) hash() ([]byte, bool) { return secret.Hash(tokenPrefix, string(t)) }

// InvitationState is where an invitation stands; its values are those of the
// GraphQL enum.
type InvitationState string

// The states.
const (
	// InvitationProposed waits for a second person. No mail was sent.
	InvitationProposed InvitationState = "PROPOSED"
	// InvitationOpen can be accepted.
	InvitationOpen InvitationState = "OPEN"
	// InvitationAccepted has made an operator.
	InvitationAccepted InvitationState = "ACCEPTED"
	// InvitationDeclined was declined by whoever has the mail.
	InvitationDeclined InvitationState = "DECLINED"
	// InvitationRevoked was taken back.
	InvitationRevoked InvitationState = "REVOKED"
	// InvitationExpired was not answered, or not decided about, in time.
	InvitationExpired InvitationState = "EXPIRED"
	// InvitationLapsed ended because whoever proposed it may not any more.
	InvitationLapsed InvitationState = "LAPSED"
	// InvitationRefused was rejected by the second person, or its proposal withdrawn.
	InvitationRefused InvitationState = "REFUSED"
)

// Invitation asks the owner of an address to run the platform with others.
type Invitation struct {
	bun.BaseModel `bun:"table:operator_invitations,alias:oi"`

	ID          InvitationID `bun:",pk"`
	Email       string       // where the mail goes
	EmailFolded string
	Role        identity.OperatorRole
	InvitedBy   identity.AccountID // who has proposed it
	TokenHash   []byte             // SHA-256 of the token of the last letter; nil while none was written
	Letters     int64              // how many were written
	OpenKey     *string            // the folded address while it has not ended, unique
	CreatedAt   time.Time          // UTC
	ApprovedAt  *time.Time         // UTC; nil while a second person has not approved it
	ExpiresAt   time.Time          // UTC; until it is approved, when the proposal expires
	EndedAt     *time.Time         // UTC; nil while it has not ended
	Outcome     *InvitationState   // how it has ended; nil while it has not
	AcceptedBy  *identity.AccountID

	// State is where it stood when it was read.
	State InvitationState `bun:"-"`
}

// stateAt says where the invitation stands at an instant.
func (i *Invitation) stateAt(at time.Time) InvitationState {
	switch {
	case i.Outcome != nil:
		return *i.Outcome
	case !at.Before(i.ExpiresAt):
		return InvitationExpired
	case i.ApprovedAt == nil:
		return InvitationProposed
	}
	return InvitationOpen
}

// asOf notes where the invitation stands.
func (i *Invitation) asOf(at time.Time) *Invitation {
	i.State = i.stateAt(at)
	return i
}

// end closes the invitation.
func (i *Invitation) end(how InvitationState, at time.Time) {
	i.EndedAt, i.Outcome, i.OpenKey, i.State = &at, &how, nil, how
}

// InviteInput asks that the owner of an address become an operator.
type InviteInput struct {
	Email  string
	Role   identity.OperatorRole
	Reason string // at most 1,000 characters; whoever approves reads it
}

// InvitationInput names an invitation.
type InvitationInput struct {
	InvitationID InvitationID
}

// TokenInput answers the invitation of a letter.
type TokenInput struct {
	Token InvitationToken
}

// InvitationFilter narrows a list of invitations; what is nil does not narrow.
type InvitationFilter struct {
	IsOpen *bool // those that wait for a second person or for an answer, or all others
}

// Invited is what became of an invitation that was asked for.
type Invited struct {
	Proposal   *approval.Proposal
	Invitation *Invitation
}

// Letter is what the mail of an invitation says. Its token is told to nobody
// else.
type Letter struct {
	To      string // mail address
	Inviter identity.AccountID
	Role    identity.OperatorRole
	Token   InvitationToken
	Edition string        // differs for each token, and tells nothing about it
	Lasts   time.Duration // until the invitation ends
}

// Preview is what somebody with the token of an invitation sees of it before they
// answer.
type Preview struct {
	Role      identity.OperatorRole
	Email     string // masked, such as a…@example.org
	ExpiresAt time.Time
}

// invitePayload is what two persons decide about. The address stands masked: what
// was approved is kept, and addresses are personal; the row holds the whole one
// and nobody changes it.
type invitePayload struct {
	Address string                `json:"address"`
	Role    identity.OperatorRole `json:"role"`
}

func (i *Invitation) payload() invitePayload {
	return invitePayload{Address: mask(i.Email), Role: i.Role}
}

// mask hides an address from whoever does not know it.
func mask(email string) string {
	name, domain, _ := strings.Cut(email, "@")
	for _, first := range name {
		return string(first) + "…@" + domain
	}
	return "…@" + domain
}
