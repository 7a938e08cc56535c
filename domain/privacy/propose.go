package privacy

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

// permission is what somebody needs to propose and to approve that a person is
// erased.
const permission approval.Permission = "ERASURE_PROPOSE"

// proposed is what is proposed; whom is the subject of the proposal.
type proposed struct {
	IsCreditForfeited bool `json:"isCreditForfeited,omitempty"`
}

// ByTwo lets operators erase people, one who proposes and one who approves.
func (s *Service) ByTwo(approvals *approval.Service) {
	s.desk = approval.Register(approvals, approval.Kind[proposed]{
		Name: "privacy.erase", Propose: permission, Approve: permission, Check: s.checkTx, Apply: s.applyTx,
	})
}

// ProposeInput proposes that somebody is erased.
type ProposeInput struct {
	AccountID         identity.AccountID
	Reason            string
	IsCreditForfeited *bool // the person has said so; see RequestInput
}

// Propose proposes that somebody is erased who has asked for it otherwise, such
// as by letter. It returns identity.ErrAccountNotFound, ErrNotYourself,
// ErrErasureRequested and the faults of domain/approval.
func (s *Service) Propose(ctx context.Context, by actor.Actor, in ProposeInput) (*approval.Proposal, error) {
	if string(in.AccountID) == by.AccountID {
		return nil, ErrNotYourself.At("accountId")
	}
	p, err := s.desk.Propose(ctx, by, approval.Ask[proposed]{
		Subject: id.Any(in.AccountID), Reason: in.Reason, Payload: proposed{IsCreditForfeited: in.IsCreditForfeited != nil && *in.IsCreditForfeited},
	})
	return p, atAccount(err)
}

// checkTx refuses to erase who is nobody, was erased, or is going to be.
func (s *Service) checkTx(ctx context.Context, tx db.Tx, p approval.Proposed[proposed]) error {
	account := identity.AccountID(p.Proposal.Subject)
	if string(account) == p.By.AccountID {
		return ErrNotYourself
	}
	a, err := identity.LockTx(ctx, tx, account)
	if err != nil {
		return err
	}
	if a.ErasedAt != nil {
		return identity.ErrAccountNotFound
	}
	_, err = lockOpen(ctx, tx, account)
	switch {
	case errors.Is(err, db.ErrNotFound):
		return nil
	case err != nil:
		return fmt.Errorf("look for a request: %w", err)
	default:
		return ErrErasureRequested
	}
}

// applyTx writes the erasure down, due at once; a worker carries it out.
func (s *Service) applyTx(ctx context.Context, tx db.Tx, p approval.Proposed[proposed]) error {
	e, err := s.requestTx(ctx, tx, &Erasure{
		AccountID: identity.AccountID(p.Proposal.Subject), RequestedBy: identity.AccountID(p.Proposal.ProposerID), Reason: p.Proposal.Reason,
		DueAt: tx.Now(), IsCreditForfeited: p.Payload.IsCreditForfeited,
	})
	if err != nil {
		return err
	}
	return tx.Enqueue(ctx, Job{ErasureID: e.ID}, db.JobOptions{})
}
