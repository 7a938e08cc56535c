package factor

import (
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

const (
	// CeremonyMax is how long somebody may take to show a passkey after the
	// challenge was made.
	CeremonyMax = 5 * time.Minute
	// passkeysMax is how many passkeys an account has at most.
	passkeysMax = 20
	// factorsWanted is how many factors are suggested: whoever loses one of two
	// has lost nothing but a key.
	factorsWanted = 2

	passkeyNameMax = 60
	handleBytes    = 32
)

// PasskeyID names a passkey, `psk_…`.
type PasskeyID string

// NewPasskeyID returns a fresh id.
func NewPasskeyID() PasskeyID { return id.New[PasskeyID]("psk") }

// Passkey is a credential of WebAuthn: a key pair of which Étal knows the public
// half, held by a device that makes sure that it is its owner who uses it.
type Passkey struct {
	bun.BaseModel `bun:"table:passkeys"`

	ID           PasskeyID `bun:",pk"`
	AccountID    identity.AccountID
	CredentialID []byte // by which the authenticator knows it; unique
	PublicKey    []byte // in the encoding of COSE
	Name         string // as its owner calls it
	SignCount    int64  // the highest that was shown; synced passkeys stay at 0
	// IsSynced says that the passkey may be copied to other devices of its owner.
	IsSynced   bool
	Transports string // ways to reach it, such as "internal hybrid"
	CreatedAt  time.Time
	LastUsedAt *time.Time // UTC; nil until it was used
	// FlaggedAt is when its counter went backwards first, UTC: there may be a
	// copy of it. Nil: never.
	FlaggedAt *time.Time
}

// String implements fmt.Stringer.
func (p *Passkey) String() string { return string(p.ID) }

// IsFlagged reports whether the counter of the passkey has gone backwards.
func (p *Passkey) IsFlagged() bool { return p.FlaggedAt != nil }

func (p *Passkey) transports() []string { return strings.Fields(p.Transports) }

// handle is what authenticators know an account by.
type handle struct {
	bun.BaseModel `bun:"table:passkey_handles"`

	AccountID identity.AccountID `bun:",pk"`
	Handle    []byte
}

// purpose is what a challenge was made for.
type purpose string

const (
	toEnrol  purpose = "ENROL"
	toProve  purpose = "PROVE"
	toSignIn purpose = "SIGN_IN"
)

// ceremony is a challenge that waits for its answer.
type ceremony struct {
	bun.BaseModel `bun:"table:passkey_ceremonies"`

	TokenHash []byte `bun:",pk"`
	Purpose   purpose
	SessionID string // empty for a stranger who signs in
	Challenge []byte
	CreatedAt time.Time
}

// Creation is what a browser needs for making a passkey.
type Creation struct {
	Ceremony  CeremonyToken
	ExpiresAt time.Time // UTC
	Options   CreationOptions
}

// CreationOptions are the PublicKeyCredentialCreationOptionsJSON of WebAuthn.
type CreationOptions struct {
	RP                     RelyingParty
	User                   CredentialUser
	Challenge              string // base64url, as all binary values here
	PubKeyCredParams       []CredentialParameter
	Timeout                int64 // milliseconds
	ExcludeCredentials     []CredentialDescriptor
	AuthenticatorSelection AuthenticatorSelection
	Attestation            string
}

// RelyingParty is Étal in the words of WebAuthn.
type RelyingParty struct{ ID, Name string }

// CredentialUser is whom a passkey is for.
type CredentialUser struct{ ID, Name, DisplayName string }

// CredentialParameter is an algorithm that keys may have.
type CredentialParameter struct {
	Type string
	Alg  int64 // of the registry of COSE
}

// CredentialDescriptor names a passkey to a browser.
type CredentialDescriptor struct {
	Type, ID   string
	Transports []string
}

// AuthenticatorSelection says what an authenticator must be able to do.
type AuthenticatorSelection struct{ ResidentKey, UserVerification string }

// Request is what a browser needs for showing a passkey.
type Request struct {
	Ceremony  CeremonyToken
	ExpiresAt time.Time // UTC
	Options   RequestOptions
}

// RequestOptions are the PublicKeyCredentialRequestOptionsJSON of WebAuthn.
type RequestOptions struct {
	Challenge        string // base64url, as all binary values here
	Timeout          int64  // milliseconds
	RPID             string
	AllowCredentials []CredentialDescriptor // empty: whichever passkey the person picks
	UserVerification string
}
