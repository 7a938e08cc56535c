package approval

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
)

// Kind is something that needs two persons, with a payload P that encodes as
// JSON. Fields are added to a payload, never changed: an older one may wait.
type Kind[P any] struct {
	Name    string     // stable, such as "operator.role"
	Propose Permission // held by the proposer, then and when it is approved
	Approve Permission // held by whoever approves or rejects
	// Several lets more than one wait about the same subject.
	Several bool
	// Check refuses with a fault what could not be done as things stand. It runs
	// when something is proposed and again before it is applied; nil: nothing is
	// refused.
	Check func(ctx context.Context, tx db.Tx, of Proposed[P]) error
	// Apply does it, in the unit of work of the approval.
	Apply func(ctx context.Context, tx db.Tx, of Proposed[P]) error
}

// Proposed is what a context gets to see of a proposal of its kind.
type Proposed[P any] struct {
	Proposal *Proposal
	Payload  P
	By       actor.Actor // who proposes in Check of a new one; else who approves
}

// Ask is what somebody proposes.
type Ask[P any] struct {
	Subject  id.Any
	PersonID string // whose the subject is, such as the buyer of an order; see Proposal
	Reason   string // required, at most 1,000 characters
	Payload  P
}

// Desk takes proposals of one kind.
type Desk[P any] struct {
	service *Service
	kind    Kind[P]
}

// kindRow is a kind without the type of its payload.
type kindRow struct {
	propose, approve Permission
	check, apply     func(ctx context.Context, tx db.Tx, p *Proposal, by actor.Actor) error
}

// Register makes a kind known, before anything is served. It panics when two
// kinds share a name, or one lacks a name, a permission or Apply.
func Register[P any](s *Service, k Kind[P]) *Desk[P] {
	if k.Name == "" || k.Propose == "" || k.Approve == "" || k.Apply == nil {
		panic("approval: the kind " + k.Name + " is not complete")
	}
	if _, taken := s.kinds[k.Name]; taken {
		panic("approval: two kinds are named " + k.Name)
	}
	typed := func(fn func(context.Context, db.Tx, Proposed[P]) error) func(context.Context, db.Tx, *Proposal, actor.Actor) error {
		return func(ctx context.Context, tx db.Tx, p *Proposal, by actor.Actor) error {
			if fn == nil {
				return nil
			}
			of := Proposed[P]{Proposal: p, By: by}
			if err := json.Unmarshal([]byte(p.Payload), &of.Payload); err != nil {
				return fmt.Errorf("decode payload of %s: %w", p.ID, err)
			}
			return fn(ctx, tx, of)
		}
	}
	s.kinds[k.Name] = kindRow{propose: k.Propose, approve: k.Approve, check: typed(k.Check), apply: typed(k.Apply)}
	return &Desk[P]{service: s, kind: k}
}

// Propose asks for a second person, in a unit of its own; see ProposeTx.
func (d *Desk[P]) Propose(ctx context.Context, by actor.Actor, ask Ask[P]) (*Proposal, error) {
	var p *Proposal
	err := d.service.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		p, err = d.ProposeTx(ctx, tx, by, ask)
		return err
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// ProposeTx asks for a second person. While the rule is off, and the actor may
// approve too, it is done at once: the proposal comes back APPROVED. It returns
// ErrForbidden, ErrPending, the faults of the reason, and those of Check.
func (d *Desk[P]) ProposeTx(ctx context.Context, tx db.Tx, by actor.Actor, ask Ask[P]) (*Proposal, error) {
	var faults fault.List
	ask.Reason = faults.RequiredLines(ask.Reason, textMax, "reason")
	if err := faults.Err(); err != nil {
		return nil, err
	}
	payload, err := json.Marshal(ask.Payload)
	if err != nil {
		return nil, fmt.Errorf("encode payload of %s: %w", d.kind.Name, err)
	}
	p := &Proposal{
		ID: id.New[ID]("apv"), Kind: d.kind.Name, Subject: ask.Subject, PersonID: ask.PersonID, Payload: string(payload), Reason: ask.Reason,
		ProposerID: by.AccountID, ProposerRole: by.Role, ProposerSellerID: by.SellerID,
		Status: StatusPending, CreatedAt: tx.Now(), ExpiresAt: tx.Now().Add(Lifetime),
	}
	p.Hash = p.digest()
	if !d.kind.Several {
		key := p.Kind + " " + string(p.Subject)
		p.OpenKey = &key
	}
	return d.service.proposeTx(ctx, tx, by, p)
}
