package refund

import (
	"context"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
)

// limitWindow is how long refunds of one order count together, so that many
// small ones do not get around a limit.
const limitWindow = time.Hour

// Limit is the most to give back of one order within an hour, in minor units of
// each currency. In a currency that it does not name nothing is within it. Nil
// is no limit.
type Limit map[money.Currency]int64

// Allows reports whether an amount is within the limit.
func (l Limit) Allows(a money.Amount) bool {
	if l == nil {
		return true
	}
	most, named := l[a.Currency]
	return named && a.Minor <= most
}

// Limits say how much people may give back.
type Limits struct {
	// Roles are the limits of each role that every seller or the platform has. A
	// role that is not named here gives nothing back. Roles of a seller's own carry
	// their limit in actor.RefundLimit.
	Roles map[actor.Role]Limit
	// Platform is what nobody exceeds alone: an operator needs a second one, and
	// members of sellers need an operator.
	Platform Limit
	// Unasked are the roles that are asked for no second factor. What they pay by hand
	// within an hour counts together, whoever it goes to.
	Unasked []actor.Role
}

// ofRole reports whether an amount is within what the hat of an actor may give back.
func (l Limits) ofRole(by actor.Actor, a money.Amount) bool {
	if by.Role == actor.Custom {
		return by.RefundLimit.Allows(a)
	}
	limit, named := l.Roles[by.Role]
	return named && limit.Allows(a)
}

// allowsTx reports whether an actor may give back what is planned without a
// second person. The payment is locked, so of refunds at once each counts those
// before it. What two persons have approved does not count.
func (s *Service) allowsTx(ctx context.Context, tx db.Tx, by actor.Actor, p *plan) (bool, error) {
	l := lately{order: p.order.ID, by: identity.AccountID(by.AccountID), since: tx.Now().Add(-limitWindow)}
	if by.IsSeller() {
		l.part = p.part.ID
	}
	own, all, err := sumLately(ctx, tx, l)
	if err != nil {
		return false, fmt.Errorf("sum refunds of %s: %w", p.order.ID, err)
	}
	of := func(minor int64) money.Amount { return money.New(minor+p.amount(), p.order.Currency) }
	return s.limits.ofRole(by, of(own)) && s.limits.Platform.Allows(of(all)), nil
}
