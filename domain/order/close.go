package order

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/seller"
)

// CloseSeller closes a seller for good. It returns ErrSellerBusy while somebody
// waits for an order of theirs, and what seller.CloseTx returns.
func (s *Service) CloseSeller(ctx context.Context, by actor.Actor, in seller.CloseInput) (*seller.Seller, error) {
	var closed *seller.Seller
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		closed, err = CloseSellerTx(ctx, tx, by, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return closed, nil
}

// CloseSellerTx is CloseSeller in the unit of the caller.
func CloseSellerTx(ctx context.Context, tx db.Tx, by actor.Actor, in seller.CloseInput) (*seller.Seller, error) {
	closed, err := seller.CloseTx(ctx, tx, by, in)
	if err != nil {
		return nil, err
	}
	n, err := countUnfinished(ctx, tx, closed.ID)
	if err != nil {
		return nil, fmt.Errorf("count orders: %w", err)
	}
	if n > 0 {
		return nil, ErrSellerBusy
	}
	return closed, nil
}
