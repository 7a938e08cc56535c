package approval

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// Lifetime is how long a proposal waits.
const Lifetime = 72 * time.Hour

// textMax bounds reasons, in characters.
const textMax = 1000

// ID names a proposal, `apv_…`.
type ID string

// Permission is what somebody must hold, as the policy spells it.
type Permission string

// Status is where a proposal stands; its values are those of the GraphQL enum.
type Status string

// The statuses of a proposal.
const (
	// StatusPending waits for a second person.
	StatusPending Status = "PENDING"
	// StatusApproved was approved and done.
	StatusApproved Status = "APPROVED"
	// StatusRejected was refused by a second person.
	StatusRejected Status = "REJECTED"
	// StatusWithdrawn was taken back by its proposer.
	StatusWithdrawn Status = "WITHDRAWN"
	// StatusExpired has waited for too long.
	StatusExpired Status = "EXPIRED"
)

// Proposal is something that one person wants to be done.
type Proposal struct {
	bun.BaseModel `bun:"table:proposals,alias:apv"`

	ID      ID     `bun:",pk"`
	Kind    string // such as "operator.role"
	Subject id.Any // what it is about
	// PersonID is whose the subject is, acc_…, such as the buyer of an order: it is
	// forgotten with them. Empty for a subject that is nobody's, or a person itself.
	PersonID string
	Payload  string // JSON, frozen
	Hash     string // hexadecimal SHA-256; see digest
	Reason   string // why, by the proposer

	ProposerID       string // acc_…
	ProposerRole     actor.Role
	ProposerSellerID string // sel_…, when a member of a seller proposes; else empty

	Status      Status
	OpenKey     *string    // unique: what may wait only once; nil when it does not wait
	CreatedAt   time.Time  // UTC
	ExpiresAt   time.Time  // UTC
	DecidedAt   *time.Time // UTC; nil while it waits
	DecidedBy   string     // acc_…; empty while it waits, and when it has expired
	DeciderRole actor.Role
	Note        string // why it was rejected
}

// digest is the hash of what is proposed.
func (p *Proposal) digest() string {
	text, err := json.Marshal([]string{p.Kind, string(p.Subject), p.Payload, p.Reason})
	if err != nil {
		panic("approval: strings do not encode: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// pendingAt reports whether the proposal waits at an instant.
func (p *Proposal) pendingAt(at time.Time) bool {
	return p.Status == StatusPending && at.Before(p.ExpiresAt)
}

// asOf lets a proposal whose time is over say so before the sweep has noted it.
func (p *Proposal) asOf(at time.Time) *Proposal {
	if p.Status == StatusPending && !p.pendingAt(at) {
		p.Status = StatusExpired
		p.DecidedAt = &p.ExpiresAt
	}
	return p
}

// visibleTo reports whether an actor may know of the proposal: operators of
// all, members of those that were proposed for their seller.
func (p *Proposal) visibleTo(by actor.Actor) bool {
	return by.IsOperator() || by.SellerID != "" && by.SellerID == p.ProposerSellerID
}

// decide ends a proposal.
func (p *Proposal) decide(s Status, at time.Time, by actor.Actor) {
	p.Status, p.OpenKey, p.DecidedAt = s, nil, &at
	p.DecidedBy, p.DeciderRole = by.AccountID, by.Role
}
