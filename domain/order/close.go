package order

import (
	"context"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/seller"
)

// ClosingTx returns a fault while something of a context above is in the way of
// closing a seller, such as a debt.
type ClosingTx func(ctx context.Context, tx db.Tx, of seller.ID) error

// MayClose says what else can be in the way of closing a seller. It is called
// once, before anything is served.
func (s *Service) MayClose(checks ...ClosingTx) { s.mayClose = checks }

// CloseSeller closes a seller for good. It returns ErrSellerBusy while somebody
// waits for an order of theirs, the faults of what else is in the way, and what
// seller.CloseTx returns.
func (s *Service) CloseSeller(ctx context.Context, by actor.Actor, in seller.CloseInput) (*seller.Seller, error) {
	var closed *seller.Seller
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		closed, err = s.closeSellerTx(ctx, tx, by, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return closed, nil
}

func (s *Service) closeSellerTx(ctx context.Context, tx db.Tx, by actor.Actor, in seller.CloseInput) (*seller.Seller, error) {
	closed, err := seller.CloseTx(ctx, tx, by, in)
	if err != nil {
		return nil, err
	}
	return closed, s.idleTx(ctx, tx, closed.ID)
}

// idleTx returns ErrSellerBusy while somebody waits for an order of a seller, and
// what the contexts above say.
func (s *Service) idleTx(ctx context.Context, tx db.Tx, of seller.ID) error {
	n, err := countUnfinished(ctx, tx, of)
	if err != nil {
		return fmt.Errorf("count orders: %w", err)
	}
	if n > 0 {
		return ErrSellerBusy
	}
	for _, check := range s.mayClose {
		if err := check(ctx, tx, of); err != nil {
			return err
		}
	}
	return nil
}

// closePermission is what both operators hold who close a seller.
const closePermission approval.Permission = "SELLER_CLOSE_PROPOSE"

// CloseProposeInput closes any seller for good.
type CloseProposeInput struct {
	SellerID seller.ID
	Reason   string // required, at most 1,000 characters; the members read it
}

// closing is what is proposed; the seller is the subject.
type closing struct{}

// ProposesTo lets two operators close a seller. It is called once, before
// anything is served.
func (s *Service) ProposesTo(approvals *approval.Service) {
	s.closing = approval.Register(approvals, approval.Kind[closing]{
		Name: "seller.close", Propose: closePermission, Approve: closePermission,
		Check: func(ctx context.Context, tx db.Tx, of approval.Proposed[closing]) error {
			sellerID := seller.ID(of.Proposal.Subject)
			if err := seller.ClosableTx(ctx, tx, of.By, sellerID); err != nil {
				return err
			}
			return s.idleTx(ctx, tx, sellerID)
		},
		Apply: func(ctx context.Context, tx db.Tx, of approval.Proposed[closing]) error {
			sellerID := seller.ID(of.Proposal.Subject)
			_, err := s.closeSellerTx(ctx, tx, of.By, seller.CloseInput{SellerID: &sellerID, Reason: of.Proposal.Reason})
			return err
		},
	})
}

// ProposeClose asks a second operator to close a seller. It returns
// seller.ErrNotFound, seller.ErrStatusConflict, ErrSellerBusy and the faults of
// proposals.
func (s *Service) ProposeClose(ctx context.Context, by actor.Actor, in CloseProposeInput) (*approval.Proposal, error) {
	return s.closing.Propose(ctx, by, approval.Ask[closing]{Subject: id.Any(in.SellerID), Reason: in.Reason})
}
