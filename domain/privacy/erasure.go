package privacy

import (
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// ErasureID names an erasure, ers_….
type ErasureID string

// Status says where an erasure stands; its values are those of the GraphQL
// enum.
type Status string

// The statuses of an erasure.
const (
	// Requested waits until it is due.
	Requested Status = "REQUESTED"
	// Postponed is due, and something is in the way.
	Postponed Status = "POSTPONED"
	// Running is being carried out.
	Running Status = "RUNNING"
	// Done was carried out.
	Done Status = "DONE"
	// Withdrawn was taken back by the person.
	Withdrawn Status = "WITHDRAWN"
)

// Hindrance is why somebody cannot be erased yet; its values are those of the
// GraphQL enum.
type Hindrance string

// What can be in the way.
const (
	// OpenOrder is an order that is not paid, not shipped, or whose money is
	// still held back since the buyer may complain.
	OpenOrder Hindrance = "OPEN_ORDER"
	// OpenDispute is a payment that a bank disputes: one of theirs, or one to a
	// seller that they own.
	OpenDispute Hindrance = "OPEN_DISPUTE"
	// OpenRefund is money that was promised back and has not arrived, or has failed
	// to.
	OpenRefund Hindrance = "OPEN_REFUND"
	// UnspentCredit is credit that the platform owes them. It can be spent, be paid
	// out, or be given up with the request.
	UnspentCredit Hindrance = "UNSPENT_CREDIT"
	// SellerOwner owns a seller: it has to be given to somebody else, or closed.
	SellerOwner Hindrance = "SELLER_OWNER"
	// OpenDebt is money that a seller of theirs has to give back.
	OpenDebt Hindrance = "OPEN_DEBT"
	// UnpaidBalance is money that is owed to a seller of theirs.
	UnpaidBalance Hindrance = "UNPAID_BALANCE"
	// OperatorRole is a role as an operator, which has to be taken away first.
	OperatorRole Hindrance = "OPERATOR"
)

// checkEvery is how long after a look the next one follows at what is in the
// way.
const checkEvery = 24 * time.Hour

// forgetEvery is how long after a look the next one follows at events that are
// still being delivered.
const forgetEvery = time.Hour

// farewellFor is how long an erasure waits for the mail server to take the last
// mail.
const farewellFor = 24 * time.Hour

// stuckAfter is how long an erasure may run before the sweep takes it up anew.
const stuckAfter = 10 * time.Minute

// Erasure is a request to be forgotten.
type Erasure struct {
	bun.BaseModel `bun:"table:erasures"`

	ID          ErasureID `bun:",pk"`
	AccountID   identity.AccountID
	RequestedBy identity.AccountID // the person, or the operator who asked for them
	Reason      string             // of an operator; empty when the person asked
	Status      Status
	Hindrances  []Hindrance `bun:"type:jsonb"` // what is in the way, as far as was looked
	MailHash    string      // keyed hash of the address; empty until it was erased, and without a keyset
	RequestedAt time.Time   // UTC
	DueAt       time.Time   // when it is carried out, or looked at again
	CheckedAt   time.Time   // when it was looked at last; since when it runs
	EndedAt     *time.Time
	// IsCreditForfeited says that the person gives up what is left of their credit: it
	// is not in the way. The books go on owing it, to an account that is nobody's.
	IsCreditForfeited bool
}

func newErasureID() ErasureID { return id.New[ErasureID]("ers") }

// open reports whether the erasure is still to come.
func (e *Erasure) open() bool { return e.EndedAt == nil }

// withdrawable reports whether the person may still take it back.
func (e *Erasure) withdrawable() bool { return e.Status == Requested || e.Status == Postponed }

// Line is what is written down of an erasure outside of the database, as one
// line of JSON. It holds nothing personal.
type Line struct {
	ErasureID ErasureID          `json:"erasure"`
	AccountID identity.AccountID `json:"account"`
	At        time.Time          `json:"at"`
}
