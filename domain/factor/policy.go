package factor

import (
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
)

// FreshMax is how long a session that showed a factor counts as fresh.
const FreshMax = 10 * time.Minute

// Policy says who must have a second factor.
type Policy struct {
	// Required demands one of operators, and of members of sellers.
	Required bool
	// SellersOptional leaves members of sellers out of what is required.
	SellersOptional bool
	// BoundOperators takes of operators only passkeys that stay on one device.
	BoundOperators bool
}

// Bound reports whether an account may only use passkeys that stay on one
// device.
func (p Policy) Bound(a *identity.Account) bool { return p.BoundOperators && a.OperatorRole != nil }

// Apply takes the permissions from an actor whose hat demands a second factor
// that the account does not have (FactorMissing). There is no grace: whoever joins
// without a factor enrols first, inside of that session.
func (p Policy) Apply(a actor.Actor) actor.Actor {
	a.FactorMissing = p.Required && !a.HasFactor && (a.IsOperator() || a.IsSeller() && !p.SellersOptional)
	return a
}

// NeedsStepUp reports whether an actor has to show a factor again before doing
// something sensitive: they have one, and did not show it in this session
// within the last ten minutes. Whether those without a factor may do anything
// at all is what the policy says.
func NeedsStepUp(a actor.Actor, now time.Time) bool {
	return a.HasFactor && (a.FactorAt.IsZero() || now.Sub(a.FactorAt) >= FreshMax)
}
