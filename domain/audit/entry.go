package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/seller"
)

// ID names an entry, `aud_…`.
type ID string

// Entry is one change on record. It is never changed.
type Entry struct {
	bun.BaseModel `bun:"table:audit_entries,alias:ae"`

	Seq        int64              `bun:",pk" json:"seq"` // its place in the chain, from 1, without gaps
	ID         ID                 `json:"id"`
	EventID    event.ID           `json:"eventId"`
	Kind       string             `json:"kind"`      // the name of the event, such as "seller.approved"
	Subject    id.Any             `json:"subject"`   // what was changed
	SellerID   seller.ID          `json:"sellerId"`  // whom it is about; empty when about no seller
	ActorID    identity.AccountID `json:"actorId"`   // who; empty for Étal itself and for strangers
	ActorRole  string             `json:"actorRole"` // the hat, such as "operator:admin", "system"
	ActingFor  seller.ID          `json:"actingFor"` // the seller whom a member acted for
	SessionID  identity.SessionID `json:"sessionId"`
	KeyID      apikey.ID          `json:"keyId,omitempty"` // the API key that it was done with; left out of the hash when empty
	RequestID  string             `json:"requestId"`
	Address    string             `json:"address"` // the network it came from, such as 192.0.2.0/24
	BeforeText string             `json:"before"`  // JSON; empty when nothing was before
	AfterText  string             `json:"after"`   // JSON
	At         time.Time          `json:"at"`      // instant of the change, UTC
	// Left out of the hash when empty, so that older entries keep theirs.
	ProposalID approval.ID        `json:"proposalId,omitempty"` // by which two persons did it
	ProposedBy identity.AccountID `json:"proposedBy,omitempty"` // the other one of them
	ViewAsID   string             `json:"viewAsId,omitempty"`   // by which an operator acted as the seller
	// What is personal, encrypted under the key of whom it is about; base64.
	SealedAddress string             `json:"sealedAddress,omitempty"` // Address, under the key of who acted
	SealedAbout   identity.AccountID `json:"sealedAbout,omitempty"`   // whose key SealedText is under
	SealedText    string             `json:"sealedText,omitempty"`    // what belongs to AfterText
	Hash          string             `json:"hash"`                    // hexadecimal SHA-256

	written map[string]any // what becomes SealedText
}

// hashAfter is the hash of the entry when it follows one with the given hash:
// of that hash and of all the rest of the entry, in one fixed form.
func (e *Entry) hashAfter(previous string) string {
	content := *e
	content.Hash = previous
	content.At = e.At.UTC().Truncate(time.Microsecond)
	text, err := json.Marshal(&content)
	if err != nil {
		panic("audit: an entry does not encode: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// maskFor takes out what is the platform's when a member of a seller reads: who
// of the platform acted, and from where others came.
func (e *Entry) maskFor(by actor.Actor) {
	if by.IsOperator() || by.SellerID != "" && string(e.ActingFor) == by.SellerID && e.ViewAsID == "" {
		return
	}
	if by.AccountID == "" || string(e.ActorID) != by.AccountID {
		e.ActorID, e.SessionID, e.KeyID, e.RequestID, e.Address, e.ProposedBy = "", "", "", "", "", ""
	}
}

type head struct {
	bun.BaseModel `bun:"table:audit_heads"`

	ID   int64 `bun:",pk"`
	Seq  int64
	Hash string
}
