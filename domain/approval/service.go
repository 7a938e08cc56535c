package approval

import (
	"context"
	"errors"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
)

// Directory knows people and their hats as they are now.
type Directory interface {
	// Wearer returns who an account is under the hat of an operator, or, when a
	// seller is given, of its member. It returns a fault when the account does
	// not have that hat.
	Wearer(ctx context.Context, q db.Querier, accountID, sellerID string) (actor.Actor, error)
	// Wearers lists everybody who has the hat of an operator and, when a seller
	// is given, its members.
	Wearers(ctx context.Context, q db.Querier, sellerID string) ([]actor.Actor, error)
}

// Options are what the service has to be told.
type Options struct {
	// Can reports whether a hat holds a permission. Required.
	Can func(by actor.Actor, do Permission) bool
	// Directory is required.
	Directory Directory
	// Off lets whoever may approve approve what they have proposed.
	Off bool
}

// Service holds the proposals of all kinds.
type Service struct {
	db    *db.DB
	opts  Options
	kinds map[string]kindRow // complete before anything is served
}

// New returns the service, without any kind.
func New(d *db.DB, opts Options) *Service {
	return &Service{db: d, opts: opts, kinds: map[string]kindRow{}}
}

// Holds reports whether an operator holds a permission as things stand.
func (s *Service) Holds(ctx context.Context, q db.Querier, accountID string, do Permission) (bool, error) {
	who, err := s.opts.Directory.Wearer(ctx, q, accountID, "")
	if err != nil {
		if len(fault.As(err)) > 0 { // an operator no more
			return false, nil
		}
		return false, fmt.Errorf("load operator: %w", err)
	}
	return s.opts.Can(who, do), nil
}

// IsOff reports whether one person may propose and approve.
func (s *Service) IsOff() bool { return s.opts.Off }

// proposeTx writes a new proposal, and carries it out while the rule is off.
func (s *Service) proposeTx(ctx context.Context, tx db.Tx, by actor.Actor, p *Proposal) (*Proposal, error) {
	kind := s.kinds[p.Kind]
	if by.AccountID == "" || !s.opts.Can(by, kind.propose) {
		return nil, ErrForbidden
	}
	if err := kind.check(ctx, tx, p, by); err != nil {
		return nil, err
	}
	if p.OpenKey != nil {
		if err := s.expireKeyTx(ctx, tx, *p.OpenKey); err != nil {
			return nil, err
		}
	}
	fresh, err := insertProposal(ctx, tx, p)
	if err != nil {
		return nil, fmt.Errorf("insert proposal: %w", err)
	}
	if !fresh {
		return nil, ErrPending
	}
	created := Created{
		ProposalID: p.ID, Kind: p.Kind, Subject: p.Subject, PersonID: p.PersonID, Hash: p.Hash, Reason: p.Reason, By: p.ProposerID,
	}
	if err := event.Emit(ctx, tx, created); err != nil {
		return nil, err
	}
	if s.opts.Off && s.opts.Can(by, kind.approve) {
		return p, s.approveTx(ctx, tx, by, p)
	}
	return p, nil
}

// ApproveInput approves what was read.
type ApproveInput struct {
	ID          ID
	PayloadHash string // of the proposal as it was read
}

// Approve does what was proposed. Of two who approve at once, one does it and
// the other gets ErrDecided. It returns ErrNotFound, ErrForbidden, ErrOwn,
// ErrDecided, ErrChanged, ErrProposerLost, and the faults of the kind; then
// nothing has happened.
func (s *Service) Approve(ctx context.Context, by actor.Actor, in ApproveInput) (*Proposal, error) {
	return s.change(ctx, by, in.ID, func(ctx context.Context, tx db.Tx, p *Proposal) error {
		kind, err := s.mayDecide(by, p)
		if err != nil {
			return err
		}
		if in.PayloadHash != p.Hash || p.digest() != p.Hash {
			return ErrChanged
		}
		proposer, err := s.opts.Directory.Wearer(ctx, tx, p.ProposerID, p.ProposerSellerID)
		if err != nil && len(fault.As(err)) == 0 {
			return fmt.Errorf("load proposer: %w", err)
		}
		if err != nil || !s.opts.Can(proposer, kind.propose) {
			return ErrProposerLost
		}
		if err := kind.check(ctx, tx, p, by); err != nil {
			return err
		}
		return s.approveTx(ctx, tx, by, p)
	})
}

// approveTx carries out a proposal that is decided about.
func (s *Service) approveTx(ctx context.Context, tx db.Tx, by actor.Actor, p *Proposal) error {
	p.decide(StatusApproved, tx.Now(), by)
	ctx = actor.WithProposal(ctx, string(p.ID), p.ProposerID)
	if err := s.kinds[p.Kind].apply(ctx, tx, p, by); err != nil {
		return err
	}
	return settleTx(ctx, tx, p)
}

// RejectInput refuses a proposal.
type RejectInput struct {
	ID   ID
	Note string // why; at most 1,000 characters
}

// Reject refuses what somebody else has proposed. It returns ErrNotFound,
// ErrForbidden, ErrOwn, ErrDecided and the faults of the note.
func (s *Service) Reject(ctx context.Context, by actor.Actor, in RejectInput) (*Proposal, error) {
	var faults fault.List
	in.Note = faults.RequiredLines(in.Note, textMax, "note")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return s.change(ctx, by, in.ID, func(ctx context.Context, tx db.Tx, p *Proposal) error {
		if _, err := s.mayDecide(by, p); err != nil && !ErrKind.Is(err) {
			return err
		}
		p.Note = in.Note
		p.decide(StatusRejected, tx.Now(), by)
		return settleTx(ctx, tx, p)
	})
}

// WithdrawInput takes a proposal back.
type WithdrawInput struct{ ID ID }

// Withdraw takes back what the actor has proposed. It returns ErrNotFound,
// ErrNotProposer and ErrDecided.
func (s *Service) Withdraw(ctx context.Context, by actor.Actor, in WithdrawInput) (*Proposal, error) {
	return s.change(ctx, by, in.ID, func(ctx context.Context, tx db.Tx, p *Proposal) error {
		if p.ProposerID != by.AccountID {
			return ErrNotProposer
		}
		p.decide(StatusWithdrawn, tx.Now(), by)
		return settleTx(ctx, tx, p)
	})
}

// change holds the row of a proposal that waits while fn decides about it.
func (s *Service) change(
	ctx context.Context, by actor.Actor, proposalID ID, fn func(ctx context.Context, tx db.Tx, p *Proposal) error,
) (*Proposal, error) {
	var changed *Proposal
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		p, err := lockProposal(ctx, tx, proposalID)
		if errors.Is(err, db.ErrNotFound) || err == nil && !p.visibleTo(by) {
			return ErrNotFound
		}
		if err != nil {
			return fmt.Errorf("lock proposal: %w", err)
		}
		if !p.pendingAt(tx.Now()) {
			return ErrDecided
		}
		changed = p
		return fn(ctx, tx, p)
	})
	if err != nil {
		return nil, err
	}
	return changed, nil
}

// mayDecide returns the kind when the actor may approve or reject.
func (s *Service) mayDecide(by actor.Actor, p *Proposal) (kindRow, error) {
	kind, ok := s.kinds[p.Kind]
	switch {
	case !ok:
		return kind, ErrKind
	case by.AccountID == "" || !s.opts.Can(by, kind.approve):
		return kind, ErrForbidden
	case by.AccountID == p.ProposerID && !s.opts.Off:
		return kind, ErrOwn
	}
	return kind, nil
}

// settleTx writes down how a proposal ended and tells of it.
func settleTx(ctx context.Context, tx db.Tx, p *Proposal) error {
	if err := updateProposal(ctx, tx, p); err != nil {
		return fmt.Errorf("update proposal: %w", err)
	}
	return event.Emit(ctx, tx, Decided{
		ProposalID: p.ID, Kind: p.Kind, Subject: p.Subject, PersonID: p.PersonID, Hash: p.Hash, Status: p.Status, Reason: p.Reason, Note: p.Note,
		ProposedBy: p.ProposerID, DecidedBy: p.DecidedBy, TwoPersons: p.DecidedBy != "" && p.DecidedBy != p.ProposerID,
	})
}

// Expire ends proposals that have waited for too long and returns how many.
func (s *Service) Expire(ctx context.Context) (int, error) {
	var ended int
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		overdue, err := lockOverdue(ctx, tx, "")
		if err != nil {
			return fmt.Errorf("lock overdue proposals: %w", err)
		}
		ended = len(overdue)
		return expireTx(ctx, tx, overdue)
	})
	return ended, err
}

// expireKeyTx ends what has waited for too long and would keep a new proposal
// out.
func (s *Service) expireKeyTx(ctx context.Context, tx db.Tx, openKey string) error {
	overdue, err := lockOverdue(ctx, tx, openKey)
	if err != nil {
		return fmt.Errorf("lock overdue proposals: %w", err)
	}
	return expireTx(ctx, tx, overdue)
}

// DropTx ends what waits for a second person about somebody who is going to be
// erased, or about what is theirs, so that no reason outlives them.
func DropTx(ctx context.Context, tx db.Tx, account id.Any) error {
	waiting, err := lockWaiting(ctx, tx, account)
	if err != nil {
		return fmt.Errorf("lock proposals about %s: %w", account, err)
	}
	return expireTx(ctx, tx, waiting)
}

func expireTx(ctx context.Context, tx db.Tx, overdue []*Proposal) error {
	for _, p := range overdue {
		p.decide(StatusExpired, tx.Now(), actor.Actor{Role: actor.System})
		if err := settleTx(ctx, tx, p); err != nil {
			return err
		}
	}
	return nil
}
