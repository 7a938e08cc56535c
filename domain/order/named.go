package order

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/search"
	"github.com/etal-market/etal/domain/seller"
)

// FindNamed finds orders for operators, without their parts: by the beginning of
// the number and, the newest first, by the whole address that the confirmation went
// to or that the buyer signs in with. It returns ErrNotFound to others.
func (s *Service) FindNamed(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*Order, error) {
	if !by.IsOperator() {
		return nil, ErrNotFound
	}
	var rows []*Order
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		w := wanted{isOpen: !seesRestricted(by), limit: limit}
		if number := text.Number(); number != "" {
			rows, err = selectOrdersByNumber(ctx, q, number, w)
		} else if email := text.Email(); email != "" {
			rows, err = selectOrdersByEmail(ctx, q, email, w)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find orders: %w", err)
	}
	return rows, nil
}

// FindNamedParts finds parts by the beginning of their number, without their lines: of the
// actor's seller, or of all for an operator. It returns seller.ErrNotFound to others.
func (s *Service) FindNamedParts(ctx context.Context, by actor.Actor, text search.Text, limit int64) ([]*SellerOrder, error) {
	owner, err := seller.Scope(by, nil)
	number := text.Number()
	if err != nil || number == "" {
		return nil, err
	}
	var rows []*SellerOrder
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		rows, err = selectPartsByNumber(ctx, q, owner, number, wanted{isOpen: !seesRestricted(by), limit: limit})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find parts: %w", err)
	}
	return rows, nil
}

// wanted bounds what is found.
type wanted struct {
	isOpen bool // leaves out what is restricted
	limit  int64
}

// forms are the two ways in which an address is compared: as accounts are, and without
// the case of the letters A to Z.
func forms(email string) (folded, lower string) { return identity.FoldEmail(email), search.Code(email) }
