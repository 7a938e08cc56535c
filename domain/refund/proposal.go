package refund

import (
	"context"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
)

// permission is what both persons hold who give back more than one may.
const permission approval.Permission = "REFUND_APPROVE"

// Made is what came of asking for a refund: a refund, a proposal that waits for a
// second person, or both where one person is enough.
type Made struct {
	Refund   *Refund
	Proposal *approval.Proposal
}

// outcome names what was made, for a command that is sent again.
func (m *Made) outcome() string {
	if m.Proposal != nil {
		return string(m.Proposal.ID)
	}
	return string(m.Refund.ID)
}

// asked is what is proposed: exactly this refund of an order as it stands.
type asked struct {
	Input       CreateInput    `json:"input"`
	Note        string         `json:"note"`
	Currency    money.Currency `json:"currency"`
	AmountMinor int64          `json:"amountMinor"`
	LeftMinor   int64          `json:"leftMinor"` // what remained of the order
}

func (s *Service) register(approvals *approval.Service) {
	s.approvals = approvals
	s.large = approval.Register(approvals, approval.Kind[asked]{
		Name: "refund.create", Propose: permission, Approve: permission, Check: s.checkTx, Apply: s.applyTx,
	})
}

// proposeTx asks for a second person. Whoever may not do so has reached their
// limit.
func (s *Service) proposeTx(ctx context.Context, tx db.Tx, by actor.Actor, in CreateInput, p *plan) (*Made, error) {
	note, err := in.note()
	if err != nil {
		return nil, err
	}
	in.IdempotencyKey = "" // it names the command, and is no part of what is proposed
	reason := note
	if reason == "" {
		reason = string(in.Reason)
	}
	made := &Made{}
	made.Proposal, err = s.large.ProposeTx(ctx, tx, by, approval.Ask[asked]{
		Subject: id.Any(p.order.ID), PersonID: string(p.order.BuyerID), Reason: reason,
		Payload: asked{in, note, p.order.Currency, p.amount(), p.leftMinor},
	})
	if approval.ErrForbidden.Is(err) {
		return nil, ErrLimit
	}
	if err != nil {
		return nil, err
	}
	if made.Proposal.Status == approval.StatusApproved {
		made.Refund, err = selectByProposal(ctx, tx, made.Proposal.ID)
	}
	return made, err
}

// checkTx refuses what is not as it was when it was proposed.
func (s *Service) checkTx(ctx context.Context, tx db.Tx, of approval.Proposed[asked]) error {
	_, err := againTx(ctx, tx, of)
	return err
}

// applyTx makes the refund that two persons want.
func (s *Service) applyTx(ctx context.Context, tx db.Tx, of approval.Proposed[asked]) error {
	p, err := againTx(ctx, tx, of)
	if err != nil {
		return err
	}
	r := p.refund(of.Payload.Input, of.Payload.Note)
	r.RequestedBy, r.ProposalID = identity.AccountID(of.Proposal.ProposerID), of.Proposal.ID
	return openTx(ctx, tx, r, p)
}

// againTx plans a proposed refund anew, under the lock of its payment. It returns
// ErrChanged when something of the order was given back since.
func againTx(ctx context.Context, tx db.Tx, of approval.Proposed[asked]) (*plan, error) {
	ask := of.Payload.Input.ask()
	p, err := scopeTx(ctx, tx, of.By, ask)
	if err != nil {
		return nil, err
	}
	left, err := p.leftOf(ctx, tx)
	if err != nil {
		return nil, err
	}
	if p.leftMinor != of.Payload.LeftMinor {
		return nil, ErrChanged
	}
	if p.pieces, err = ask.pieces(left, p.order.Currency); err != nil {
		return nil, err
	}
	if p.amount() != of.Payload.AmountMinor || p.order.Currency != of.Payload.Currency {
		return nil, ErrChanged
	}
	return p, nil
}

// firstTx returns what the first of two equal commands has made.
func (s *Service) firstTx(ctx context.Context, tx db.Tx, outcome string) (made *Made, err error) {
	made = &Made{}
	if id.Prefix(outcome) != "apv" {
		made.Refund, err = selectRefund(ctx, tx, ID(outcome))
		return made, err
	}
	if made.Proposal, err = s.approvals.Load(ctx, tx, approval.ID(outcome)); err != nil {
		return nil, err
	}
	if made.Proposal.Status == approval.StatusApproved {
		made.Refund, err = selectByProposal(ctx, tx, made.Proposal.ID)
	}
	return made, err
}
