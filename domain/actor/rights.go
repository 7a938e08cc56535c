package actor

import (
	"slices"

	"github.com/etal-market/etal/domain/money"
)

// Custom is the role of a member whose role the seller has made itself. What it
// holds is in Actor.Rights, since no policy knows it.
const Custom Role = "seller:custom"

// rightsWords is how many words a set of permissions has.
const rightsWords = 4

// RightsMax is how many permissions a set can tell apart.
const RightsMax = rightsWords * 64

// Rights is a set of permissions: bit i stands for the permission at place i of
// authz.Permissions. It is made of names in each process and never stored, for
// places change when permissions are added. The zero value holds nothing.
type Rights [rightsWords]uint64

// With returns the set with one more place. A place that no set can hold is
// left out, and so not granted.
func (r Rights) With(place int) Rights {
	if place >= 0 && place < RightsMax {
		r[place/64] |= 1 << (place % 64)
	}
	return r
}

// Has reports whether a place is in the set.
func (r Rights) Has(place int) bool {
	return place >= 0 && place < RightsMax && r[place/64]&(1<<(place%64)) != 0
}

// And returns what both sets hold.
func (r Rights) And(other Rights) Rights {
	for i := range r {
		r[i] &= other[i]
	}
	return r
}

// Without returns what the set holds and the other does not.
func (r Rights) Without(other Rights) Rights {
	for i := range r {
		r[i] &^= other[i]
	}
	return r
}

// Within reports whether the other set holds everything that this one holds.
func (r Rights) Within(other Rights) bool { return r.And(other) == r }

// Meets reports whether the sets have something in common.
func (r Rights) Meets(other Rights) bool { return r.And(other) != Rights{} }

// Grants is what contexts have to know of permissions, which package authz
// lists and the policy grants: it makes one, and nothing changes it after. The
// zero value knows no permission.
type Grants struct {
	Names      []string        // of all permissions, by their place
	Roles      map[Role]Rights // what each role of the policy holds
	OwnersOnly Rights          // what only an owner puts into a role of the seller's own
	Never      Rights          // what is in no role of a seller's own
	Invites    Rights          // what invites members
	Refunds    Rights          // what a limit of refunds is about
}

// Of returns the set of names, and the names that are none of a permission.
func (g Grants) Of(names []string) (held Rights, unknown []string) {
	for _, name := range names {
		place := slices.Index(g.Names, name)
		if place < 0 {
			unknown = append(unknown, name)
			continue
		}
		held = held.With(place)
	}
	return held, unknown
}

// NamesOf returns the names of a set in alphabetical order.
func (g Grants) NamesOf(held Rights) []string {
	names := []string{}
	for place, name := range g.Names {
		if held.Has(place) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// RefundLimit is the most that a role may refund at once. The zero value is no
// limit.
type RefundLimit money.Amount

// Allows reports whether an amount is within the limit. An amount in another
// currency is not: it cannot be compared.
func (l RefundLimit) Allows(a money.Amount) bool {
	return !l.IsSet() || a.Currency == l.Currency && a.Minor <= l.Minor
}

// IsSet reports whether there is a limit.
func (l RefundLimit) IsSet() bool { return l.Currency != "" }

// Within reports whether the limit is at least as strict as another one.
func (l RefundLimit) Within(other RefundLimit) bool {
	return !other.IsSet() || l.IsSet() && other.Allows(money.Amount(l))
}
