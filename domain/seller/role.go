package seller

import (
	"slices"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
)

const (
	rolesMax       = 20
	descriptionMax = 500
)

// RoleID names a role that a seller has made, `rol_…`.
type RoleID string

// NewRoleID returns a fresh id.
func NewRoleID() RoleID { return id.New[RoleID]("rol") }

// CustomRole is a role that a seller has made of permissions that members may
// have.
type CustomRole struct {
	bun.BaseModel `bun:"table:seller_roles,alias:sr"`

	ID             RoleID `bun:",pk"`
	SellerID       ID
	Name           string // unique among the roles of the seller, whatever its case
	NameFolded     string
	Description    string
	Permissions    []string        `bun:"type:jsonb"` // by name, in alphabetical order
	RefundMinor    *int64          // the most to refund at once, in minor units; nil: no limit
	RefundCurrency *money.Currency // of RefundMinor
	Version        int64           // one more with each change, from 1
	CreatedBy      identity.AccountID
	CreatedAt      time.Time  // UTC
	UpdatedAt      time.Time  // UTC
	DeletedAt      *time.Time // UTC; nil while it can be given to somebody
}

// RefundLimit returns the most that the role refunds at once; nil: no limit.
func (r *CustomRole) RefundLimit() *money.Amount {
	if r.RefundMinor == nil {
		return nil
	}
	limit := money.New(*r.RefundMinor, *r.RefundCurrency)
	return &limit
}

func (r *CustomRole) limit() actor.RefundLimit {
	if l := r.RefundLimit(); l != nil {
		return actor.RefundLimit(*l)
	}
	return actor.RefundLimit{}
}

// Definition is what a role is, without who has it.
type Definition struct {
	Name        string        `json:"name"`
	Permissions []string      `json:"permissions"`
	RefundLimit *money.Amount `json:"refund_limit,omitempty"`
	Version     int64         `json:"version"`
}

// Definition returns what the role is now.
func (r *CustomRole) Definition() Definition {
	return Definition{Name: r.Name, Permissions: slices.Clone(r.Permissions), RefundLimit: r.RefundLimit(), Version: r.Version}
}

// RoleInput is a role of the seller's own as it is to be.
type RoleInput struct {
	Name        string
	Description string
	Permissions []string     // by name
	RefundLimit *money.Input // the most to refund at once; nil: no limit
}

// RoleUpdateInput changes a role as a whole, unless it has changed since the
// version that the person saw.
type RoleUpdateInput struct {
	RoleID  RoleID
	Version int64
	RoleInput
}

// RoleDeleteInput takes a role away. Whoever has it gets the replacement.
type RoleDeleteInput struct {
	RoleID      RoleID
	Replacement *Charge
}

// wish is a RoleInput that was checked.
type wish struct {
	name, description string
	rights            actor.Rights
	names             []string
	limit             *money.Amount
}

// clean checks the input. What the person may hand on is judged later.
func (in RoleInput) clean(g actor.Grants) (wish, error) {
	var faults fault.List
	w := wish{name: faults.Required(in.Name, nameMax, "name")}
	if w.name != "" {
		faults.Check(!slices.Contains(reservedNames(), fold(w.name)), ErrRoleName.At("name"))
	}
	w.description = faults.Lines(in.Description, descriptionMax, "description")
	var unknown []string
	w.rights, unknown = g.Of(in.Permissions)
	faults.Check(len(unknown) == 0, ErrRolePermission.At("permissions"))
	faults.Check(len(in.Permissions) > 0, fault.ErrTextRequired.At("permissions"))
	w.names = g.NamesOf(w.rights)
	if in.RefundLimit == nil {
		return w, faults.Err()
	}
	limit, err := in.RefundLimit.Parse()
	for _, f := range fault.As(err) {
		faults.Add(f.Under("refundLimit"))
	}
	faults.Check(err != nil || limit.Minor > 0, money.ErrAmountRange.At("refundLimit", "amount"))
	faults.Check(w.rights.Meets(g.Refunds), ErrRoleLimit.At("refundLimit"))
	w.limit = &limit
	return w, faults.Err()
}

// reservedNames are those of the roles that every seller has, folded.
func reservedNames() []string {
	return []string{"owner", "manager", "catalog", "fulfilment", "finance", "support", "readonly", "read-only", "custom"}
}

// apply makes the role what is wished.
func (w wish) apply(r *CustomRole) {
	r.Name, r.NameFolded, r.Description, r.Permissions = w.name, fold(w.name), w.description, w.names
	r.RefundMinor, r.RefundCurrency = nil, nil
	if w.limit != nil {
		r.RefundMinor, r.RefundCurrency = &w.limit.Minor, &w.limit.Currency
	}
}
