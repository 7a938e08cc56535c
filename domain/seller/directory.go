package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
)

// Directory says which hats people have as a unit of work sees them. It fills
// the port of domain/approval.
type Directory struct {
	Grants actor.Grants // what roles hold that sellers have made
}

// Wearer returns who an account is under the hat of an operator or, when a
// seller is given, of its member. It returns ErrNotOperator and ErrNotMember, also
// for somebody who was disabled and for an account that is closed.
func (d Directory) Wearer(ctx context.Context, q db.Querier, accountID, sellerID string) (actor.Actor, error) {
	account, err := identity.AccountTx(ctx, q, identity.AccountID(accountID))
	if err != nil {
		return actor.Actor{}, err
	}
	self := actorOf(account, &identity.Session{})
	if sellerID == "" {
		if !account.IsOperator() || account.IsClosed() {
			return actor.Actor{}, ErrNotOperator
		}
		return operatorActor(self, *account.OperatorRole), nil
	}
	if account.IsClosed() {
		return actor.Actor{}, ErrNotMember
	}
	m, err := selectMembership(ctx, q, account.ID, ID(sellerID))
	if errors.Is(err, db.ErrNotFound) || err == nil && !m.IsEnabled() {
		return actor.Actor{}, ErrNotMember
	}
	if err != nil {
		return actor.Actor{}, fmt.Errorf("load membership: %w", err)
	}
	worn, err := wornBy(ctx, q, m)
	if err != nil {
		return actor.Actor{}, err
	}
	return memberActor(d.Grants, self, worn), nil
}

// Wearers lists the operators and, when a seller is given, its members.
func (d Directory) Wearers(ctx context.Context, q db.Querier, sellerID string) ([]actor.Actor, error) {
	operators, err := identity.OperatorsTx(ctx, q)
	if err != nil {
		return nil, err
	}
	var all []actor.Actor
	for _, a := range operators {
		if !a.IsOperator() {
			continue
		}
		all = append(all, operatorActor(actorOf(a, &identity.Session{}), *a.OperatorRole))
	}
	if sellerID == "" {
		return all, nil
	}
	members, err := selectMembers(ctx, q, []ID{ID(sellerID)})
	if err != nil {
		return nil, fmt.Errorf("load members: %w", err)
	}
	for _, m := range members {
		if !m.IsEnabled() {
			continue
		}
		a, err := d.Wearer(ctx, q, string(m.AccountID), sellerID)
		if errors.Is(err, ErrNotMember) { // their account is closed
			continue
		}
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}
