package approval

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/page"
)

// Filter narrows a list of proposals; what is nil does not narrow.
type Filter struct {
	Status  *Status
	Kind    *string // exactly
	Subject *id.Any
	// IsDecidable chooses what the actor could approve or reject now, or the rest.
	IsDecidable *bool
}

type cursor struct {
	ID ID `json:"i"`
}

// search is a filter with what it is asked for.
type search struct {
	Filter

	sellerID string   // of the member who asks; empty for an operator
	kinds    []string // that the actor approves; only with IsDecidable
	notBy    string   // whose proposals are not the actor's to decide; empty for nobody's
	at       time.Time
	window   page.Window
	from     ID
}

// Find pages through the proposals, the newest first: all of them for an
// operator, those of their seller's members for a member. It returns ErrNotFound
// to others.
func (s *Service) Find(ctx context.Context, by actor.Actor, f Filter, w page.Window) (*page.Connection[Proposal], error) {
	if !by.IsOperator() && by.SellerID == "" {
		return nil, ErrNotFound
	}
	q := search{Filter: f, sellerID: by.SellerID, at: s.db.Clock().Now(), window: w}
	if f.IsDecidable != nil {
		q.kinds = s.approved(by)
		if !s.opts.Off {
			q.notBy = by.AccountID
		}
	}
	if w.HasCursor() {
		var from cursor
		if err := w.Decode(&from); err != nil || !id.Valid(from.ID, "apv") {
			return nil, page.ErrCursor
		}
		q.from = from.ID
	}
	rows, err := selectPage(ctx, s.db.Read(ctx), q)
	if err != nil {
		return nil, fmt.Errorf("find proposals: %w", err)
	}
	for _, p := range rows {
		p.asOf(q.at)
	}
	return page.Connect(w, rows, func(p *Proposal) any { return cursor{p.ID} }), nil
}

// approved lists the kinds that the actor approves, in the order of their names.
func (s *Service) approved(by actor.Actor) []string {
	var names []string
	for name, kind := range s.kinds {
		if by.AccountID != "" && s.opts.Can(by, kind.approve) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Get returns a proposal, or ErrNotFound when it is not the actor's to see.
func (s *Service) Get(ctx context.Context, by actor.Actor, proposalID ID) (*Proposal, error) {
	found, err := s.SeenByIDs(ctx, by, []ID{proposalID})
	if err == nil && found[proposalID] == nil {
		err = ErrNotFound
	}
	return found[proposalID], err
}

// SeenByIDs returns those of the proposals that the actor sees, by their ids.
func (s *Service) SeenByIDs(ctx context.Context, by actor.Actor, ids []ID) (map[ID]*Proposal, error) {
	rows, err := selectProposals(ctx, s.db.Read(ctx), ids)
	if err != nil {
		return nil, fmt.Errorf("load proposals: %w", err)
	}
	found := make(map[ID]*Proposal, len(rows))
	for _, p := range rows {
		if p.visibleTo(by) {
			found[p.ID] = p.asOf(s.db.Clock().Now())
		}
	}
	return found, nil
}

// ByID returns a proposal whoever asks, or ErrNotFound.
func (s *Service) ByID(ctx context.Context, proposalID ID) (*Proposal, error) {
	return s.Load(ctx, s.db.Read(ctx), proposalID)
}

// Load is ByID in a unit of the caller.
func (s *Service) Load(ctx context.Context, q db.Querier, proposalID ID) (*Proposal, error) {
	p, err := selectProposal(ctx, q, proposalID)
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("load proposal: %w", err)
	}
	return p.asOf(s.db.Clock().Now()), nil
}

// MayDecide reports whether the actor could approve or reject a proposal now.
func (s *Service) MayDecide(by actor.Actor, p *Proposal) bool {
	_, err := s.mayDecide(by, p)
	return err == nil && p.pendingAt(s.db.Clock().Now()) && p.visibleTo(by)
}

// Approvers lists the accounts that could approve a proposal, each once.
func (s *Service) Approvers(ctx context.Context, p *Proposal) ([]string, error) {
	wearers, err := s.opts.Directory.Wearers(ctx, s.db.Read(ctx), p.ProposerSellerID)
	if err != nil {
		return nil, fmt.Errorf("list who may approve: %w", err)
	}
	var accounts []string
	told := map[string]bool{}
	for _, w := range wearers {
		if !told[w.AccountID] && s.MayDecide(w, p) {
			told[w.AccountID] = true
			accounts = append(accounts, w.AccountID)
		}
	}
	return accounts, nil
}
