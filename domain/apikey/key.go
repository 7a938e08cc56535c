package apikey

import (
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// How long things last, and how many there may be.
const (
	LifetimeDefault = 90 * 24 * time.Hour
	LifetimeMax     = 365 * 24 * time.Hour
	OverlapDefault  = 24 * time.Hour
	OverlapMax      = 7 * 24 * time.Hour
	// Max is how many keys of one seller, or of the platform, may work at a time.
	Max = 50
	// usedEvery is how often a use is written down at most.
	usedEvery    = time.Minute
	secretsMax   = 2
	nameMax      = 80
	addressesMax = 20
)

// ID names a key, `key_…`. It is no secret.
type ID string

// NewID returns a fresh id.
func NewID() ID { return id.New[ID]("key") }

// SecretID names a secret of a key, `sec_…`. It is no secret.
type SecretID string

// Status is where a key is in its life; its values are those of the GraphQL
// enum.
type Status string

// The statuses.
const (
	// StatusActive works.
	StatusActive Status = "ACTIVE"
	// StatusExpired has come to its end by itself.
	StatusExpired Status = "EXPIRED"
	// StatusRevoked was ended by somebody.
	StatusRevoked Status = "REVOKED"
)

// Key lets programs act for a seller or for the platform.
type Key struct {
	bun.BaseModel `bun:"table:api_keys,alias:k"`

	ID            ID         `bun:",pk"`
	SellerID      *seller.ID // nil: the platform's
	MadeBy        identity.AccountID
	Name          string
	Mode          Mode
	ScopeText     string // names of permissions, parted by spaces
	AddressText   string // networks that it may be used from, parted by spaces; empty: any
	Warned        int64  // how many warnings of its end were sent
	CreatedAt     time.Time
	ExpiresAt     time.Time           // UTC; when its newest secret ends
	RevokedAt     *time.Time          // UTC; nil unless somebody ended it
	RevokedBy     *identity.AccountID // nil for the command line
	LastUsedAt    *time.Time          // UTC, up to a minute late; nil: never
	LastUsedPlace string              // the network, a /24 or a /48; empty when never, or unknown
}

// Scopes are the names of the permissions that the key may use at most.
func (k *Key) Scopes() []string { return strings.Fields(k.ScopeText) }

// Addresses are the networks that the key may be used from; any when empty.
func (k *Key) Addresses() []string { return strings.Fields(k.AddressText) }

// String implements fmt.Stringer.
func (k *Key) String() string { return string(k.ID) }

// Status says where the key is in its life at an instant.
func (k *Key) Status(at time.Time) Status {
	switch {
	case k.RevokedAt != nil:
		return StatusRevoked
	case !at.Before(k.ExpiresAt):
		return StatusExpired
	}
	return StatusActive
}

// owner is the seller of the key, or platform.
func (k *Key) owner() string {
	if k.SellerID == nil {
		return platform
	}
	return string(*k.SellerID)
}

// platform stands for the platform where sellers are named by their ids.
const platform = "platform"

// ownerOf names whose keys a hat makes; empty for a hat that makes none.
func ownerOf(by actor.Actor) string {
	switch {
	case by.IsOperator():
		return platform
	case by.IsSeller():
		return by.SellerID
	}
	return ""
}

// actAs is the value of the Etal-Act-As header that means the hat of the key.
func (k *Key) actAs() string {
	if k.SellerID == nil {
		return seller.ActAsOperator
	}
	return string(*k.SellerID)
}

// VisibleTo reports whether an actor may know of the key: a member of their own
// seller's, an operator of every one. The role still has to hold the permission.
func (k *Key) VisibleTo(by actor.Actor) bool {
	return by.KeyID == "" && (by.IsOperator() || k.SellerID != nil && by.SellerID == string(*k.SellerID))
}

// admits reports whether the key may be used from an address.
func (k *Key) admits(address string) bool {
	networks := k.Addresses()
	if len(networks) == 0 {
		return true
	}
	from, err := netip.ParseAddr(address)
	if err != nil {
		return false
	}
	from = from.Unmap().WithZone("")
	return slices.ContainsFunc(networks, func(text string) bool {
		network, err := netip.ParsePrefix(text)
		return err == nil && network.Contains(from)
	})
}

// Secret is one of the texts that show a key. Of the text itself only a hash is
// kept.
type Secret struct {
	bun.BaseModel `bun:"table:api_key_secrets,alias:s"`

	ID            SecretID `bun:",pk"`
	KeyID         ID
	MadeBy        identity.AccountID // whose permissions bound what it may do
	TokenHash     []byte             // SHA-256
	LastFour      string             // of the token, to tell it from others
	CreatedAt     time.Time
	EndsAt        time.Time  // UTC; it works before
	LastUsedAt    *time.Time // UTC, up to a minute late; nil: never
	LastUsedPlace string     // the network, a /24 or a /48
}

// Issued is a key with the only copy of a new token.
type Issued struct {
	Key   *Key
	Token Token
}

// String implements fmt.Stringer.
func (*Issued) String() string { return "[redacted]" }
