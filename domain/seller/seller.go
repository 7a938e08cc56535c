package seller

import (
	"slices"
	"strings"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
)

// ID names a seller, `sel_…`.
type ID string

// NewID returns a fresh id.
func NewID() ID { return id.New[ID]("sel") }

// Status is where a seller stands; its values are those of the GraphQL enum.
type Status string

// The statuses of a seller.
const (
	// StatusApplied waits for an operator's decision.
	StatusApplied Status = "APPLIED"
	// StatusApproved may sell.
	StatusApproved Status = "APPROVED"
	// StatusRejected was not let in; this is final.
	StatusRejected Status = "REJECTED"
	// StatusSuspended may not sell until reinstated.
	StatusSuspended Status = "SUSPENDED"
	// StatusClosed has stopped selling; this is final.
	StatusClosed Status = "CLOSED"
)

// Seller is a business that sells, or has asked to.
type Seller struct {
	bun.BaseModel `bun:"table:sellers"`

	ID         ID     `bun:",pk"`
	Name       string // as the public reads it
	NameFolded string // what a search compares with
	Slug       string // unique; part of the public address
	Country    string // ISO 3166-1 alpha-2, where the business is
	Currency   money.Currency
	Status     Status
	IsPlatform bool                // the platform's own goods belong to this one
	Reason     string              // of the last rejection, suspension or closing, for the members; else empty
	ReasonCode RefusalCode         // of a rejection; else empty
	CreatedAt  time.Time           // UTC
	UpdatedAt  time.Time           // UTC
	DecidedAt  *time.Time          // UTC; of the last decision of an operator
	DecidedBy  *identity.AccountID // the operator; nil for the command line
	// ApprovalUntil is when the approval of an applicant takes effect, UTC; until then it
	// can be withdrawn. It is nil unless somebody has approved a moment ago.
	ApprovalUntil *time.Time

	Description  string // what the public reads about the business; may be empty
	SupportEmail string // where buyers write to; may be empty
}

// IsOpen reports whether the seller is shown to the public and may act.
func (s *Seller) IsOpen() bool { return s.Status == StatusApproved }

// VisibleTo reports whether an actor may know that the seller exists.
func (s *Seller) VisibleTo(by actor.Actor) bool { return s.IsOpen() || s.PrivateTo(by) }

// PrivateTo reports whether the private side of the seller is the actor's to
// see: their own seller's, or any for an operator. The role still has to hold
// the permission.
func (s *Seller) PrivateTo(by actor.Actor) bool {
	return by.SellerID == string(s.ID) || by.IsOperator()
}

// RefusalCode says in one word why an application was rejected.
type RefusalCode string

// The codes of rejections.
const (
	// RefusalIncomplete: something that was asked for is missing.
	RefusalIncomplete RefusalCode = "INCOMPLETE"
	// RefusalIdentity: who is behind the business was not proven.
	RefusalIdentity RefusalCode = "IDENTITY"
	// RefusalGoods: what is to be sold is not sold here.
	RefusalGoods RefusalCode = "GOODS"
	// RefusalDuplicate: the business sells here already.
	RefusalDuplicate RefusalCode = "DUPLICATE"
	// RefusalRisk: the platform would bear too much.
	RefusalRisk RefusalCode = "RISK"
	// RefusalOther: the reason says it.
	RefusalOther RefusalCode = "OTHER"
)

// Business is the side of a seller that the public does not see.
type Business Seller

// Refusal is why the application was rejected, or nil.
func (b *Business) Refusal() *RefusalCode {
	if b.ReasonCode == "" {
		return nil
	}
	return &b.ReasonCode
}

// MemberID names a membership, `mem_…`.
type MemberID string

// NewMemberID returns a fresh id.
func NewMemberID() MemberID { return id.New[MemberID]("mem") }

// Role is what a member does for a seller; its values are those of the GraphQL
// enum.
type Role string

// The roles of members.
const (
	// RoleOwner may do whatever a member can.
	RoleOwner Role = "OWNER"
	// RoleManager runs the business day by day.
	RoleManager Role = "MANAGER"
	// RoleCatalog looks after products, offers and stock.
	RoleCatalog Role = "CATALOG"
	// RoleFulfilment ships.
	RoleFulfilment Role = "FULFILMENT"
	// RoleFinance looks after money.
	RoleFinance Role = "FINANCE"
	// RoleSupport talks to buyers.
	RoleSupport Role = "SUPPORT"
	// RoleReadOnly sees and changes nothing.
	RoleReadOnly Role = "READONLY"
	// RoleCustom is a role that the seller has made, a CustomRole.
	RoleCustom Role = "CUSTOM"
)

// Valid reports whether the role is one that every seller has.
func (r Role) Valid() bool {
	return slices.Contains([]Role{
		RoleOwner, RoleManager, RoleCatalog, RoleFulfilment, RoleFinance, RoleSupport, RoleReadOnly,
	}, r)
}

// Role is the role as the policy knows it, such as "seller:owner".
func (r Role) Role() actor.Role { return actor.Role("seller:" + strings.ToLower(string(r))) }

// Member is somebody who acts for a seller.
type Member struct {
	bun.BaseModel `bun:"table:seller_members,alias:m"`

	ID         MemberID `bun:",pk"`
	SellerID   ID
	AccountID  identity.AccountID
	Role       Role
	RoleID     *RoleID    // which role of the seller's own; nil unless Role is RoleCustom
	CreatedAt  time.Time  // UTC
	EnabledAt  *time.Time // UTC, when an owner let them in again last
	DisabledAt *time.Time // UTC, since when they may not act; nil: they may
}

// IsEnabled reports whether the member may act for the seller.
func (m *Member) IsEnabled() bool { return m.DisabledAt == nil }

// charge is what the member is charged with.
func (m *Member) charge() Charge { return Charge{Role: m.Role, RoleID: m.RoleID} }
