package plan

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/idempotency"
	"github.com/etal-market/etal/domain/money"
)

// permission is what both persons hold who publish a version of a plan.
const permission approval.Permission = "SELLER_PLAN_EDIT"

// Service keeps plans.
type Service struct {
	db         *db.DB
	publishing *approval.Desk[publication]
}

// New returns the plans.
func New(d *db.DB, approvals *approval.Service) *Service {
	s := &Service{db: d}
	s.publishing = approval.Register(approvals, approval.Kind[publication]{
		Name: "seller_plan.publish", Propose: permission, Approve: permission, Check: checkTx, Apply: applyTx,
	})
	return s
}

// Create makes a plan without a version. It returns ErrNameTaken and the faults
// of the name.
func (s *Service) Create(ctx context.Context, by actor.Actor, in CreateInput) (*Plan, error) {
	var l fault.List
	name := l.Required(in.Name, nameMax, "name")
	if err := l.Err(); err != nil {
		return nil, err
	}
	var p *Plan
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		p = &Plan{
			ID: id.New[ID]("pln"), Name: name, NameFolded: fold(name), CreatedBy: id.Any(by.AccountID), CreatedAt: tx.Now(),
			Versions: []*Version{},
		}
		if err := insertPlan(ctx, tx, p); err != nil {
			return err
		}
		return event.Emit(ctx, tx, Created{PlanID: p.ID, Name: p.Name})
	})
	if db.Violates(err, "seller_plans_name_folded_key") {
		return nil, ErrNameTaken.At("name")
	}
	if err != nil {
		return nil, err
	}
	return p, nil
}

// publication is what is proposed; the plan is the subject.
type publication struct {
	Terms         Terms      `json:"terms"`
	EffectiveFrom *time.Time `json:"effectiveFrom"`
}

// Publish proposes a version of a plan. A second person approves it; then it has
// its number. It returns ErrNotFound, ErrArchived, ErrDate, ErrTerms and the
// faults of domain/approval.
func (s *Service) Publish(ctx context.Context, by actor.Actor, in PublishInput) (*approval.Proposal, error) {
	terms, err := in.terms()
	if err != nil {
		return nil, err
	}
	asked := publication{Terms: terms}
	if in.EffectiveFrom != nil {
		at := in.EffectiveFrom.UTC().Truncate(time.Microsecond)
		asked.EffectiveFrom = &at
	}
	return s.publishing.Propose(ctx, by, approval.Ask[publication]{Subject: id.Any(in.PlanID), Reason: in.Reason, Payload: asked})
}

// checkTx refuses what cannot be published as things stand.
func checkTx(ctx context.Context, tx db.Tx, of approval.Proposed[publication]) error {
	p, err := lockPlan(ctx, tx, ID(of.Proposal.Subject))
	if err != nil {
		return err
	}
	from := tx.Now()
	if of.Payload.EffectiveFrom != nil {
		from = *of.Payload.EffectiveFrom
	}
	if p.IsArchived() {
		return ErrArchived
	}
	if from.Before(tx.Now()) || from.After(tx.Now().AddDate(1, 0, 0)) {
		return ErrDate.At("effectiveFrom")
	}
	next := &Version{Fees: of.Payload.Terms.Fees}
	for _, v := range p.Versions {
		if v.EffectiveFrom.Equal(from) {
			return ErrDate.At("effectiveFrom")
		}
		for _, f := range v.Fees {
			if !next.charges(f.Currency) {
				return ErrTerms.Saying("Keep the currencies of the versions before: sellers are on this plan in them.").At("fees")
			}
		}
	}
	if len(p.Versions) > 0 && len(next.Fees) > 0 && len(p.Versions[0].Fees) == 0 {
		return noCurrencyLost(ctx, tx, p.ID, next)
	}
	return nil
}

// noCurrencyLost returns ErrTerms when sellers are on a plan who could not be
// charged by a version.
func noCurrencyLost(ctx context.Context, tx db.Tx, planID ID, next *Version) error {
	all, err := selectCurrenciesOn(ctx, tx, planID)
	if err != nil {
		return fmt.Errorf("currencies of sellers on %s: %w", planID, err)
	}
	for _, c := range all {
		if !next.charges(c) {
			return ErrTerms.Saying(fmt.Sprintf("Sellers are on this plan whose currency is %s.", c)).At("fees")
		}
	}
	return nil
}

func applyTx(ctx context.Context, tx db.Tx, of approval.Proposed[publication]) error {
	p, err := lockPlan(ctx, tx, ID(of.Proposal.Subject))
	if err != nil {
		return err
	}
	t := of.Payload.Terms
	v := &Version{
		ID: id.New[VersionID]("plv"), PlanID: p.ID, Number: int64(len(p.Versions)) + 1, Fees: t.Fees, VAT: t.VAT,
		FreeListings: t.FreeListings, OffersMax: t.OffersMax, SeatsMax: t.SeatsMax, TrialDays: t.TrialDays, Release: t.Release,
		EffectiveFrom: tx.Now(), CreatedAt: tx.Now(),
	}
	if of.Payload.EffectiveFrom != nil {
		v.EffectiveFrom = *of.Payload.EffectiveFrom
	}
	if err := insertVersion(ctx, tx, v); err != nil {
		return fmt.Errorf("publish a version of %s: %w", p.ID, err)
	}
	return event.Emit(ctx, tx, Published{PlanID: p.ID, VersionID: v.ID, Number: v.Number, Terms: t, EffectiveFrom: v.EffectiveFrom})
}

// Archive takes a plan out of use for those who are not on it. Archiving twice is
// as once. It returns ErrNotFound.
func (s *Service) Archive(ctx context.Context, in ArchiveInput) (*Plan, error) {
	var p *Plan
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if p, err = lockPlan(ctx, tx, in.PlanID); err != nil || p.IsArchived() {
			return err
		}
		now := tx.Now()
		p.ArchivedAt = &now
		if err := updateArchived(ctx, tx, p); err != nil {
			return fmt.Errorf("archive %s: %w", p.ID, err)
		}
		return event.Emit(ctx, tx, Archived{PlanID: p.ID})
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Assign puts a seller on a plan, or on none, from an instant on. The same key and input
// returns what was made first. It returns ErrSellerNotFound, ErrNotFound, ErrArchived,
// ErrTerms for a plan that has no version then, ErrCurrency, ErrDate, ErrChanged, the
// faults of the reason and those of domain/idempotency.
func (s *Service) Assign(ctx context.Context, by actor.Actor, in AssignInput) (*Assignment, error) {
	var l fault.List
	reason := l.RequiredLines(in.Reason, reasonMax, "reason")
	if in.IdempotencyKey != nil {
		idempotency.CheckKey(&l, *in.IdempotencyKey, "idempotencyKey")
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	asked := in
	asked.Reason = reason
	var a *Assignment
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if in.IdempotencyKey == nil {
			a, err = s.assignTx(ctx, tx, by, asked)
			return err
		}
		cmd := idempotency.Command{AccountID: by.AccountID, Operation: "sellerPlanAssign", Key: *in.IdempotencyKey, Input: in}
		return idempotency.OnceTx(ctx, tx, cmd, func() (string, error) {
			if a, err = s.assignTx(ctx, tx, by, asked); err != nil {
				return "", err
			}
			return string(a.ID), nil
		}, func(first string) error {
			a, err = selectAssignment(ctx, tx, AssignmentID(first))
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}

func (s *Service) assignTx(ctx context.Context, tx db.Tx, by actor.Actor, in AssignInput) (*Assignment, error) {
	at, err := in.begins(tx.Now())
	if err != nil {
		return nil, err
	}
	a := &Assignment{
		ID: id.New[AssignmentID]("pas"), SellerID: in.SellerID, PlanID: in.PlanID, Reason: in.Reason,
		CreatedBy: id.Any(by.AccountID), EffectiveAt: at, CreatedAt: tx.Now(),
	}
	h, err := lockHistory(ctx, tx, in.SellerID)
	if err != nil {
		return nil, err
	}
	if in.ChangeCount != nil && *in.ChangeCount != h.changes() {
		return nil, ErrChanged
	}
	if a.PlanID != nil {
		p, err := lockPlan(ctx, tx, *a.PlanID)
		if err != nil {
			return nil, atPlan(err)
		}
		if _, err := p.fits(at, h.currency); err != nil {
			return nil, err
		}
	}
	if err := insertAssignment(ctx, tx, a); err != nil {
		return nil, fmt.Errorf("assign a plan to %s: %w", in.SellerID, err)
	}
	e := Assigned{AssignmentID: a.ID, SellerID: a.SellerID, After: a.PlanID, EffectiveAt: a.EffectiveAt, Reason: a.Reason}
	if before, _, _ := h.at(a.EffectiveAt); before != nil {
		e.Before = &before.ID
	}
	return a, event.Emit(ctx, tx, e)
}

// begins is when an assignment is to begin. It returns ErrDate for what has passed or is
// more than a year away.
func (in AssignInput) begins(now time.Time) (time.Time, error) {
	if in.EffectiveAt == nil {
		return now, nil
	}
	at := in.EffectiveAt.UTC().Truncate(time.Microsecond)
	if at.Before(now) || at.After(now.AddDate(1, 0, 0)) {
		return at, ErrDate.At("effectiveAt")
	}
	return at, nil
}

// atPlan says of a plan that is not there where it was named.
func atPlan(err error) error {
	if errors.Is(err, ErrNotFound) {
		return ErrNotFound.At("planId")
	}
	return err
}

// fits returns the version that sellers of a currency are on from an instant on, or says
// why they cannot be put on the plan.
func (p *Plan) fits(at time.Time, c money.Currency) (*Version, error) {
	v := p.At(at)
	switch {
	case p.IsArchived():
		return nil, ErrArchived.At("planId")
	case v == nil:
		return nil, ErrTerms.Saying("No version of this plan is in force then.").At("planId")
	case !v.charges(c):
		return nil, ErrCurrency.At("planId")
	}
	for _, next := range p.Versions {
		if next.EffectiveFrom.After(at) && !next.charges(c) {
			return nil, ErrCurrency.Saying("The version of this plan that is to come has no fees in the seller's currency.").At("planId")
		}
	}
	return v, nil
}

// CancelAssignment takes back a change of a seller's plan that has not begun; what was to
// hold before it goes on. Taken back twice is as once. It returns
// ErrAssignmentNotFound and ErrBegun.
func (s *Service) CancelAssignment(ctx context.Context, by actor.Actor, in CancelInput) (*Assignment, error) {
	var a *Assignment
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if a, err = selectAssignment(ctx, tx, in.AssignmentID); err != nil {
			return err
		}
		// Whoever reckons or changes the plan of a seller holds this lock, so what is read
		// behind it is so until the unit ends.
		if _, err = lockHistory(ctx, tx, a.SellerID); err != nil {
			return err
		}
		if a, err = selectAssignment(ctx, tx, in.AssignmentID); err != nil || a.CancelledAt != nil {
			return err
		}
		now, who := tx.Now(), id.Any(by.AccountID)
		if !a.EffectiveAt.After(now) {
			return ErrBegun
		}
		a.CancelledAt, a.CancelledBy = &now, &who
		if err := updateCancelled(ctx, tx, a); err != nil {
			return fmt.Errorf("cancel %s: %w", a.ID, err)
		}
		return event.Emit(ctx, tx, AssignmentCancelled{AssignmentID: a.ID, SellerID: a.SellerID, PlanID: a.PlanID, EffectiveAt: a.EffectiveAt})
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}
