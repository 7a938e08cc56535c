package terms

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
)

// Grace is how long the owner of a seller may go on without having accepted a
// version of the seller terms, from the instant at which it came into force.
const Grace = 30 * 24 * time.Hour

// Owner is the role that accepts for a seller.
const Owner actor.Role = "seller:owner"

// Kind says what a document is about; its values are those of the GraphQL enum.
type Kind string

// The kinds of documents.
const (
	// BuyerTerms are what buyers and guests agree to when they order.
	BuyerTerms Kind = "BUYER_TERMS"
	// SellerTerms are what the owner of a seller agrees to.
	SellerTerms Kind = "SELLER_TERMS"
	// PrivacyNotice says what becomes of personal data. Nobody has to accept it.
	PrivacyNotice Kind = "PRIVACY_NOTICE"
	// Marketing is a consent: given freely, and taken back at any time.
	Marketing Kind = "MARKETING"
)

// VersionID names a version of a document, `tmv_…`.
type VersionID string

// AnswerID names an answer, `tma_…`.
type AnswerID string

// Version is one edition of a document.
type Version struct {
	bun.BaseModel `bun:"table:terms_versions,alias:v"`

	ID          VersionID `bun:",pk"`
	Kind        Kind
	Number      int64  // from 1 within its kind
	Title       string // at most 200 characters
	Body        string // Markdown, at most 50,000 characters; empty: see Link
	Link        string // an address that begins with https://; empty: see Body
	TextHash    string // SHA-256 of Body, or of Link where there is none, in hexadecimal digits
	InForceFrom time.Time
	PublishedAt time.Time // UTC
	PublishedBy string    // acc_…, an operator
	WithdrawnAt *time.Time
	WithdrawnBy *string // acc_…, an operator; nil while it stands
}

// Text returns the Markdown of a version; nil when it is behind a link.
func (v *Version) Text() *string { return present(v.Body) }

// Address returns where the text is; nil when the version holds it itself.
func (v *Version) Address() *string { return present(v.Link) }

func present(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// comes reports whether a version stands and is not in force at an instant.
func (v *Version) comes(at time.Time) bool { return v.WithdrawnAt == nil && at.Before(v.InForceFrom) }

func newVersion(in PublishInput, number int64, by actor.Actor, at time.Time) *Version {
	sum := sha256.Sum256([]byte(in.Text + in.Link))
	return &Version{
		ID: id.New[VersionID]("tmv"), Kind: in.Kind, Number: number, Title: in.Title, Body: in.Text, Link: in.Link,
		TextHash: hex.EncodeToString(sum[:]), InForceFrom: *in.InForceFrom, PublishedAt: at, PublishedBy: by.AccountID,
	}
}

// Answer is what an account has said to a version: that it accepts, or, for a
// consent, that it takes that back.
type Answer struct {
	bun.BaseModel `bun:"table:terms_answers"`

	ID         AnswerID `bun:",pk"`
	AccountID  string   // acc_…
	VersionID  VersionID
	Kind       Kind       // of the version
	Turn       int64      // from 1 for an account and a version; odd turns give, even ones take back
	AnsweredAt time.Time  // UTC
	Address    string     // the network that it came from, a /24 or /48; empty when unknown, and once the person is erased
	Role       actor.Role // the hat
	SellerID   string     // whom the hat acts for; empty for everybody but members

	Version *Version `bun:"rel:belongs-to,join:version_id=id"`
}

// IsGiven reports whether the answer accepts.
func (a *Answer) IsGiven() bool { return gives(a.Turn) }

// gives reports whether after this turn the account agrees.
func gives(turn int64) bool { return turn%2 == 1 }

// ActedFor returns whom the hat acted for; nil for everybody but members.
func (a *Answer) ActedFor() *id.Any {
	if a.SellerID == "" {
		return nil
	}
	of := id.Any(a.SellerID)
	return &of
}

// Hat returns the role as text.
func (a *Answer) Hat() string { return string(a.Role) }

// Network returns the network that the answer came from; nil when unknown.
func (a *Answer) Network() *string { return present(a.Address) }

// person is who answers: an account with its hat and its network.
type person struct {
	accountID string
	sellerID  string
	role      actor.Role
	network   string
}

// personOf is the person of an origin that answers for an account.
func personOf(from actor.Origin, accountID string) person {
	return person{accountID: accountID, sellerID: from.SellerID, role: from.Role, network: from.Address}
}

// Pledge is what somebody has accepted before they have an account.
type Pledge struct {
	Versions []VersionID `json:"versions"`
	Role     actor.Role  `json:"role"`
	Network  string      `json:"network"`
	At       time.Time   `json:"at"` // UTC
}

func (p person) answer(v *Version, turn int64, at time.Time) *Answer {
	return &Answer{
		ID: id.New[AnswerID]("tma"), AccountID: p.accountID, VersionID: v.ID, Kind: v.Kind, Turn: turn, AnsweredAt: at,
		Address: p.network, Role: p.role, SellerID: p.sellerID, Version: v,
	}
}

// asked returns what has to be accepted under a hat; empty when nothing has.
func asked(by actor.Actor) Kind {
	switch {
	case by.AccountID == "" || by.IsViewing():
		return ""
	case by.Role == Owner:
		return SellerTerms
	case by.Role == actor.Guest || by.Role == actor.Buyer:
		return BuyerTerms
	}
	return ""
}
