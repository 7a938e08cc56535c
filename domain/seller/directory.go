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
type Directory struct{}

// Wearer returns who an account is under the hat of an operator or, when a
// seller is given, of its member. It returns ErrNotOperator and ErrNotMember.
func (Directory) Wearer(ctx context.Context, q db.Querier, accountID, sellerID string) (actor.Actor, error) {
	account, err := identity.AccountTx(ctx, q, identity.AccountID(accountID))
	if err != nil {
		return actor.Actor{}, err
	}
	self := actorOf(account, &identity.Session{})
	if sellerID == "" {
		if account.OperatorRole == nil {
			return actor.Actor{}, ErrNotOperator
		}
		return operatorActor(self, *account.OperatorRole), nil
	}
	m, err := selectMembership(ctx, q, account.ID, ID(sellerID))
	if errors.Is(err, db.ErrNotFound) {
		return actor.Actor{}, ErrNotMember
	}
	if err != nil {
		return actor.Actor{}, fmt.Errorf("load membership: %w", err)
	}
	found, err := selectSeller(ctx, q, ID(sellerID))
	if err != nil {
		return actor.Actor{}, fmt.Errorf("load seller: %w", err)
	}
	return memberActor(self, m.Role, found), nil
}

// Wearers lists the operators and, when a seller is given, its members.
func (d Directory) Wearers(ctx context.Context, q db.Querier, sellerID string) ([]actor.Actor, error) {
	operators, err := identity.OperatorsTx(ctx, q)
	if err != nil {
		return nil, err
	}
	var all []actor.Actor
	for _, a := range operators {
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
		a, err := d.Wearer(ctx, q, string(m.AccountID), sellerID)
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}
