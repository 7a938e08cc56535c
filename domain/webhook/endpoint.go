package webhook

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// How many there may be, and how long things last.
const (
	// Max is how many endpoints one seller, or the platform, may have.
	Max = 10
	// OverlapMax is how long a secret goes on at most after another was made.
	OverlapMax     = 7 * 24 * time.Hour
	secretsMax     = 2
	urlMax         = 500
	descriptionMax = 200
	// DisableAfter is for how long nothing that is sent to an endpoint has to be
	// taken until it is disabled.
	DisableAfter = 72 * time.Hour
)

// Version is the form of the payloads that are written today.
const Version = "2026-11-26"

// ID names an endpoint, `whk_…`.
type ID string

// NewID returns a fresh id.
func NewID() ID { return id.New[ID]("whk") }

// SecretID names a secret of an endpoint, `whs_…`. It is no secret.
type SecretID string

// Status says whether an endpoint is told of anything; its values are those of the
// GraphQL enum.
type Status string

// The statuses.
const (
	// StatusActive is told of its topics.
	StatusActive Status = "ACTIVE"
	// StatusDisabled is told of nothing until somebody enables it.
	StatusDisabled Status = "DISABLED"
)

// DisabledReason says why an endpoint is told of nothing.
type DisabledReason string

// The reasons.
const (
	// ByHand is a decision of its owner.
	ByHand DisabledReason = "BY_HAND"
	// Failing took nothing for DisableAfter.
	Failing DisabledReason = "FAILING"
	// Gone has answered 410.
	Gone DisabledReason = "GONE"
)

// Endpoint is an address that a seller, or the platform, is told something at.
type Endpoint struct {
	bun.BaseModel `bun:"table:webhook_endpoints,alias:we"`

	ID             ID         `bun:",pk"`
	SellerID       *seller.ID // nil: the platform's
	MadeBy         identity.AccountID
	URL            string `bun:"url"`
	Description    string // what people call it; may be empty
	PayloadVersion string
	Status         Status
	DisabledReason *DisabledReason // nil unless it is disabled
	DisabledAt     *time.Time
	Failures       int64      // attempts since the last that was taken
	FailingSince   *time.Time // UTC; the first of them; nil: none
	RestsUntil     *time.Time // UTC; nothing is sent before; nil: at once
	Version        int64      // counts the changes by people
	CreatedAt      time.Time
	UpdatedAt      time.Time  // the last change by people, UTC
	DeletedAt      *time.Time // UTC; nil: it is there

	Topics []Topic `bun:"-"` // always loaded, in alphabetical order
}

// String implements fmt.Stringer.
func (e *Endpoint) String() string { return string(e.ID) }

// VisibleTo reports whether an actor may know of the endpoint: a member of its own
// seller, an operator of every one. The role still has to hold the permission.
func (e *Endpoint) VisibleTo(by actor.Actor) bool {
	return e.DeletedAt == nil && by.KeyID == "" && (by.IsOperator() || e.SellerID != nil && by.SellerID == string(*e.SellerID))
}

// owner is the seller of the endpoint, or platform.
func (e *Endpoint) owner() string {
	if e.SellerID == nil {
		return platform
	}
	return string(*e.SellerID)
}

func (e *Endpoint) sellerID() seller.ID {
	if e.SellerID == nil {
		return ""
	}
	return *e.SellerID
}

// disable has the endpoint be told of nothing from an instant on.
func (e *Endpoint) disable(why DisabledReason, at time.Time) {
	e.Status, e.DisabledReason, e.DisabledAt = StatusDisabled, &why, &at
}

// enable begins anew: what failed before counts no more.
func (e *Endpoint) enable() {
	e.Status, e.DisabledReason, e.DisabledAt = StatusActive, nil, nil
	e.Failures, e.FailingSince, e.RestsUntil = 0, nil, nil
}

// platform stands for the platform where sellers are named by their ids.
const platform = "platform"

// ownerOf names whose endpoints a hat makes; empty for a hat that makes none.
func ownerOf(by actor.Actor) string {
	switch {
	case by.IsOperator():
		return platform
	case by.IsSeller():
		return by.SellerID
	}
	return ""
}

// Secret is what deliveries to an endpoint are signed with.
type Secret struct {
	bun.BaseModel `bun:"table:webhook_secrets,alias:ws"`

	ID         SecretID `bun:",pk"`
	EndpointID ID
	Sealed     []byte
	LastFour   string // of the text, to tell it from others
	CreatedAt  time.Time
	EndsAt     *time.Time // UTC; it signs before; nil: without end
}

// Issued is an endpoint with the only copy of a new secret that is told.
type Issued struct {
	Endpoint *Endpoint
	Secret   Key
}

// String implements fmt.Stringer.
func (*Issued) String() string { return "[redacted]" }
