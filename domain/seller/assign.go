package seller

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
)

// assignPermission is what both operators hold who offer the ownership of a
// seller.
const assignPermission approval.Permission = "OWNERSHIP_ASSIGN"

// AssignInput offers the ownership of any seller to one of its members.
type AssignInput struct {
	SellerID   ID
	MemberID   MemberID
	FormerRole *Role  // what all present owners will be; managers when nil, owners still when RoleOwner
	Reason     string // required, at most 1,000 characters
}

// assignment is what is proposed.
type assignment struct {
	MemberID   MemberID           `json:"memberId"`
	AccountID  identity.AccountID `json:"accountId"`
	FormerRole Role               `json:"formerRole"`
}

// ProposesTo lets two operators offer the ownership of a seller. It is called
// once, before anything is served.
func (s *Service) ProposesTo(approvals *approval.Service) {
	s.assigning = approval.Register(approvals, approval.Kind[assignment]{
		Name: "seller.owner_transfer", Propose: assignPermission, Approve: assignPermission, Check: checkAssignTx, Apply: applyAssignTx,
	})
}

// ProposeOwner asks a second operator to offer the ownership of a seller to a
// member, for a seller whose owners cannot be reached. The member still has to
// accept. It returns ErrNotFound, ErrMemberNotFound, ErrMemberRole,
// ErrOwnerAlready, ErrOfferExists, ErrStatusConflict and the faults of proposals.
func (s *Service) ProposeOwner(ctx context.Context, by actor.Actor, in AssignInput) (*approval.Proposal, error) {
	former, err := formerRole(in.FormerRole)
	if err != nil {
		return nil, err
	}
	var p *approval.Proposal
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if _, err := lockedTx(ctx, tx, in.SellerID); err != nil {
			return err
		}
		m, err := memberTx(ctx, tx, in.SellerID, in.MemberID)
		if err != nil {
			return err
		}
		p, err = s.assigning.ProposeTx(ctx, tx, by, approval.Ask[assignment]{
			Subject: id.Any(in.SellerID), Reason: in.Reason, Payload: assignment{m.ID, m.AccountID, former},
		})
		return err
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// checkAssignTx refuses what could not be offered as things stand.
func checkAssignTx(ctx context.Context, tx db.Tx, of approval.Proposed[assignment]) error {
	found, err := lockedTx(ctx, tx, ID(of.Proposal.Subject))
	if err != nil {
		return err
	}
	if found.Status == StatusClosed {
		return ErrStatusConflict
	}
	m, err := memberTx(ctx, tx, found.ID, of.Payload.MemberID)
	if err != nil {
		return err
	}
	if m.AccountID != of.Payload.AccountID {
		return approval.ErrChanged
	}
	if m.Role == RoleOwner || !m.IsEnabled() {
		return ErrOwnerAlready
	}
	open, err := selectOpenOffer(ctx, tx, found.ID)
	if err != nil && !errors.Is(err, db.ErrNotFound) {
		return fmt.Errorf("load offer: %w", err)
	}
	if err == nil && open.Open(tx.Now()) {
		return ErrOfferExists
	}
	return nil
}

func applyAssignTx(ctx context.Context, tx db.Tx, of approval.Proposed[assignment]) error {
	return offerTx(ctx, tx, &Offer{
		SellerID: ID(of.Proposal.Subject), OfferedBy: identity.AccountID(of.Proposal.ProposerID), OfferedTo: of.Payload.AccountID,
		FormerRole: of.Payload.FormerRole, ByOperator: true,
	})
}
