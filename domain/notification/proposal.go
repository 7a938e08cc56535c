package notification

import (
	"context"
	"strings"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
)

// The mails about what needs two persons.
const (
	// ProposalCreated asks those who may approve something to decide.
	ProposalCreated Template = "proposal_created"
	// ProposalDecided tells the proposer how it was decided.
	ProposalDecided Template = "proposal_decided"
)

// proposalHandlers lists the events about proposals that lead to mail.
func proposalHandlers() []event.Handler {
	return []event.Handler{
		event.On("notification.proposal_created", func(ctx context.Context, tx db.Tx, e approval.Created) error {
			return enqueue(ctx, tx, Mail{Template: ProposalCreated, Proposal: e.ProposalID})
		}),
		event.On("notification.proposal_decided", func(ctx context.Context, tx db.Tx, e approval.Decided) error {
			if e.DecidedBy == e.ProposedBy { // they know
				return nil
			}
			return enqueue(ctx, tx, Mail{Template: ProposalDecided, Proposal: e.ProposalID})
		}),
	}
}

// aboutProposal writes to those who may decide, or to the proposer. The mail
// does not say what is proposed: that is for people who have signed in.
func (s *Service) aboutProposal(ctx context.Context, m Mail) (Content, []recipient, error) {
	p, err := s.from.Approvals.ByID(ctx, m.Proposal)
	if err != nil {
		return Content{}, nil, err
	}
	c := Content{LinkText: "Open the proposal", Link: s.opts.BaseURL + "/admin/"}
	if m.Template == ProposalDecided {
		status := strings.ToLower(string(p.Status))
		c.Subject = "Your proposal is " + status
		c.Paragraphs = []string{"What you have proposed (" + p.Kind + ") is " + status + "."}
		if p.Note != "" {
			c.Paragraphs = append(c.Paragraphs, "The reason: "+p.Note)
		}
		to, err := s.accounts(ctx, identity.AccountID(p.ProposerID))
		return c, to, err
	}
	approvers, err := s.from.Approvals.Approvers(ctx, p) // nobody when it was decided meanwhile
	if err != nil || len(approvers) == 0 {
		return Content{}, nil, err
	}
	ids := make([]identity.AccountID, len(approvers))
	for i, accountID := range approvers {
		ids[i] = identity.AccountID(accountID)
	}
	c.Subject = "A proposal waits for a second person"
	c.Paragraphs = []string{
		"Somebody has proposed something (" + p.Kind + ") that needs your approval. It ends by itself after 72 hours.",
		"If you do not know of it, ask the proposer before you approve.",
	}
	to, err := s.accounts(ctx, ids...)
	return c, to, err
}
