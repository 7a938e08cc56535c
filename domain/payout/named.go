package payout

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/seller"
)

// PayoutNamed returns a payout by its id or the provider's, `po_…`: of the actor's
// seller, or any for an operator. It returns seller.ErrNotFound when there is none.
func (s *Service) PayoutNamed(ctx context.Context, by actor.Actor, name string) (*Payout, error) {
	return named[Payout](ctx, s.db.Read(ctx), by, name, "pot")
}

// TransferNamed is PayoutNamed for a transfer, whose id at the provider is `tr_…`.
func (s *Service) TransferNamed(ctx context.Context, by actor.Actor, name string) (*Transfer, error) {
	return named[Transfer](ctx, s.db.Read(ctx), by, name, "trf")
}

// AccountNamed is PayoutNamed for the payout account of a seller, which has no id
// but the provider's, `acct_…`.
func (s *Service) AccountNamed(ctx context.Context, by actor.Actor, name string) (*Account, error) {
	return named[Account](ctx, s.db.Read(ctx), by, name, "pac")
}

func named[T any](ctx context.Context, q db.Querier, by actor.Actor, name, prefix string) (*T, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, err
	}
	column := "provider_id"
	if id.Prefix(name) == prefix {
		column = "id"
	}
	row, err := selectNamed[T](ctx, q, owner, column, name)
	if errors.Is(err, db.ErrNotFound) {
		return nil, seller.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("find %s: %w", name, err)
	}
	return row, nil
}
