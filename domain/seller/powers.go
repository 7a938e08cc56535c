package seller

import "github.com/etal-market/etal/domain/actor"

// Charge is what somebody does for a seller: a role that every seller has, or
// one of the seller's own.
type Charge struct {
	Role   Role    `json:"role"`
	RoleID *RoleID `json:"role_id,omitempty"` // set exactly when Role is RoleCustom
}

func (c Charge) equals(other Charge) bool {
	return c.Role == other.Role && (c.RoleID == nil) == (other.RoleID == nil) && (c.RoleID == nil || *c.RoleID == *other.RoleID)
}

// powers are what a charge comes down to.
type powers struct {
	owner   bool // stands above everybody
	leads   bool // stands above everybody who neither owns nor leads
	invites bool
	refunds bool
	rights  actor.Rights
	limit   actor.RefundLimit
}

// powersOf returns what a charge comes down to; custom is the role of the
// seller's own, nil when it has none. A stored role is never trusted further
// than the policy: what an owner does not hold, or no role may hold, is left out.
func powersOf(g actor.Grants, role Role, custom *CustomRole) powers {
	p := powers{owner: role == RoleOwner, leads: role == RoleManager}
	switch {
	case role != RoleCustom:
		p.rights = g.Roles[role.Role()]
	case custom != nil && custom.DeletedAt == nil:
		p.rights, _ = g.Of(custom.Permissions)
		p.rights = p.rights.And(g.Roles[RoleOwner.Role()]).Without(g.Never)
		p.leads, p.limit = p.rights.Meets(g.OwnersOnly), custom.limit()
	}
	p.invites, p.refunds = p.rights.Meets(g.Invites), p.rights.Meets(g.Refunds)
	return p
}

// holds reports whether these powers hold everything that others do.
func (p powers) holds(other powers) bool {
	return other.rights.Within(p.rights) && (!other.refunds || other.limit.Within(p.limit))
}

// above reports whether whoever has these powers may give others to somebody,
// change them and take them away: owners may all, and whoever leads only those
// who do neither, and who hold nothing that they do not hold themselves.
func (p powers) above(other powers) bool {
	return p.owner || p.leads && !other.owner && !other.leads && p.holds(other)
}

// grants reports whether whoever has these powers may put what others come down
// to into a role.
func (p powers) grants(other powers) bool { return p.holds(other) && (p.owner || !other.leads) }
