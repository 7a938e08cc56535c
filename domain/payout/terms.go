package payout

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/risk"
	"github.com/etal-market/etal/domain/seller"
)

// HoldStart says from when the hold of a seller's money runs.
type HoldStart string

// What the hold runs from.
const (
	HoldShipped  HoldStart = "SHIPPED"
	HoldCaptured HoldStart = "CAPTURED"
)

const dayLong = 24 * time.Hour

// Terms are when the money of a seller order is released and what is kept of it.
// They are frozen when the order is captured.
type Terms struct {
	HoldFrom           HoldStart
	HoldSeconds        *int64 `bun:"hold_s"` // nil: not frozen yet
	ReserveBasisPoints int64  // of what is released
	ReserveSeconds     int64  `bun:"reserve_s"` // how long that is kept
}

func (t Terms) hold() time.Duration { return time.Duration(*t.HoldSeconds) * time.Second }

// PolicyID names a version of a seller's payout policy, pol_….
type PolicyID string

// SellerPolicy is one version of when a seller's money is released. What is nil
// is as the platform's settings have it when an order is captured.
type SellerPolicy struct {
	bun.BaseModel `bun:"table:payout_policies"`

	ID                 PolicyID `bun:",pk"`
	SellerID           seller.ID
	HoldFrom           *HoldStart
	HoldDays           *int64
	ReserveBasisPoints *int64
	ReserveDays        *int64
	Reason             string
	CreatedBy          identity.AccountID
	EffectiveAt        time.Time // it holds for what is captured from then on, UTC
	CreatedAt          time.Time // UTC
}

// values is what the audit log keeps of a version.
func (p *SellerPolicy) values() PolicyValues {
	if p == nil {
		return PolicyValues{}
	}
	return PolicyValues{p.HoldFrom, p.HoldDays, p.ReserveBasisPoints, p.ReserveDays}
}

// PolicyValues are what a policy sets; what is nil is as the platform has it.
type PolicyValues struct {
	HoldFrom           *HoldStart `json:"hold_from"`
	HoldDays           *int64     `json:"hold_days"`
	ReserveBasisPoints *int64     `json:"reserve_basis_points"`
	ReserveDays        *int64     `json:"reserve_days"`
}

// PolicySet is told when an operator sets when a seller's money is released.
type PolicySet struct {
	PolicyID    PolicyID     `json:"policy_id"`
	SellerID    seller.ID    `json:"seller_id"`
	Before      PolicyValues `json:"before"`
	After       PolicyValues `json:"after"`
	Reason      string       `json:"reason"`
	EffectiveAt time.Time    `json:"effective_at"`
}

// EventName implements event.Event.
func (PolicySet) EventName() string { return "payout.policy_set" }

// Faults of policies.
var (
	// ErrPolicy is returned for a policy out of bounds, with the bound.
	ErrPolicy = fault.New(fault.Invalid, "PAYOUT_POLICY_INVALID", "This is not a possible payout policy.")
	// ErrPolicyPast is returned for a policy that would hold for what was captured before.
	ErrPolicyPast = fault.New(fault.Invalid, "PAYOUT_POLICY_PAST", "A policy holds from now on at the earliest, and begins within a year.")
)

// PolicyInput sets when a seller's money is released. What is nil is as the
// platform has it.
type PolicyInput struct {
	SellerID           seller.ID
	HoldFrom           *HoldStart
	HoldDays           *int64 // 0 to 90
	ReserveBasisPoints *int64 // 0 to 5,000
	ReserveDays        *int64 // 1 to 90
	EffectiveAt        *time.Time
	Reason             string // required, at most 1,000 characters
}

func (in *PolicyInput) check(now time.Time, platform Policy) error {
	var l fault.List
	in.Reason = l.RequiredLines(in.Reason, 1000, "reason")
	within := func(v *int64, from, to int64, name string) {
		l.Check(v == nil || *v >= from && *v <= to, ErrPolicy.Saying(fmt.Sprintf("Give a number from %d to %d.", from, to)).At(name))
	}
	within(in.HoldDays, 0, 90, "holdDays")
	within(in.ReserveBasisPoints, 0, 5000, "reserveBasisPoints")
	within(in.ReserveDays, 1, 90, "reserveDays")
	at := now
	if in.EffectiveAt != nil {
		at = in.EffectiveAt.UTC()
	}
	l.Check(!at.Before(now) && at.Before(now.AddDate(1, 0, 0)), ErrPolicyPast.At("effectiveAt"))
	if err := l.Err(); err != nil {
		return err
	}
	t := platform.asSet(&SellerPolicy{HoldDays: in.HoldDays, ReserveBasisPoints: in.ReserveBasisPoints, ReserveDays: in.ReserveDays})
	if t.ReserveBasisPoints > 0 && t.hold()+time.Duration(t.ReserveSeconds)*time.Second > keptMax {
		return ErrPolicy.Saying("Hold and reserve together are at most 90 days.").At("reserveDays")
	}
	return nil
}

// keptMax is how long money may be kept on the platform at most.
const keptMax = 90 * dayLong

// SetPolicy writes a new version of when a seller's money is released, for what
// is captured from then on. It returns ErrPolicy, ErrPolicyPast,
// seller.ErrNotFound and the faults of the reason.
func (s *Service) SetPolicy(ctx context.Context, by actor.Actor, in PolicyInput) (*SellerPolicy, error) {
	if _, err := s.sellers.Get(ctx, by, in.SellerID); err != nil {
		return nil, err
	}
	var p *SellerPolicy
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		if err := in.check(tx.Now(), s.policy); err != nil {
			return err
		}
		p = &SellerPolicy{
			ID: id.New[PolicyID]("pol"), SellerID: in.SellerID, HoldFrom: in.HoldFrom, HoldDays: in.HoldDays,
			ReserveBasisPoints: in.ReserveBasisPoints, ReserveDays: in.ReserveDays, Reason: in.Reason,
			CreatedBy: identity.AccountID(by.AccountID), EffectiveAt: tx.Now(), CreatedAt: tx.Now(),
		}
		if in.EffectiveAt != nil {
			p.EffectiveAt = in.EffectiveAt.UTC()
		}
		before, err := selectPolicyAt(ctx, tx, in.SellerID, p.EffectiveAt)
		if err != nil {
			return err
		}
		if err := insertPolicy(ctx, tx, p); err != nil {
			return fmt.Errorf("insert payout policy: %w", err)
		}
		return event.Emit(ctx, tx, PolicySet{p.ID, p.SellerID, before.values(), p.values(), p.Reason, p.EffectiveAt})
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// PoliciesOf lists the versions of a seller's policy, the one that begins last
// first, at most a hundred: of the actor's seller, or of the one asked for by an
// operator.
func (s *Service) PoliciesOf(ctx context.Context, by actor.Actor, asked *seller.ID) ([]*SellerPolicy, error) {
	owner, err := seller.ScopeOne(by, asked)
	if err != nil {
		return nil, err
	}
	return selectPolicies(ctx, s.db.Read(ctx), owner)
}

// terms are what a version of a seller's policy, the seller's tier, the plan that they are
// on and the platform's settings come to: what the policy leaves out is as the tier has it,
// what the tier leaves out as the plan has it, and what the plan leaves out as the platform
// has it. So nobody buys a way out of the tier that they are in. What is kept ends after
// ninety days, whatever they say together.
func (p Policy) terms(bought plan.Release, tier risk.Tier, own *SellerPolicy) Terms {
	hold := int64(p.Hold / time.Second)
	t := Terms{
		HoldFrom: p.HoldFrom, HoldSeconds: &hold, ReserveBasisPoints: p.ReserveBasisPoints,
		ReserveSeconds: int64(p.ReserveFor / time.Second),
	}
	(&SellerPolicy{HoldDays: bought.HoldDays, ReserveBasisPoints: bought.ReserveBasisPoints, ReserveDays: bought.ReserveDays}).over(&t)
	of := p.Tiers[tier]
	if of.Hold != nil {
		hold = int64(*of.Hold / time.Second)
	}
	if of.ReserveBasisPoints != nil {
		t.ReserveBasisPoints, t.ReserveSeconds = *of.ReserveBasisPoints, int64(of.ReserveFor/time.Second)
	}
	if own != nil {
		own.over(&t)
	}
	t.ReserveSeconds = min(t.ReserveSeconds, int64(keptMax/time.Second)-hold)
	if t.ReserveSeconds <= 0 {
		t.ReserveBasisPoints, t.ReserveSeconds = 0, 0
	}
	return t
}

// asSet are the terms of a version on top of the platform's, as they were asked for.
func (p Policy) asSet(own *SellerPolicy) Terms {
	hold := int64(p.Hold / time.Second)
	t := Terms{HoldSeconds: &hold, ReserveBasisPoints: p.ReserveBasisPoints, ReserveSeconds: int64(p.ReserveFor / time.Second)}
	own.over(&t)
	return t
}

// over lets a version say what it says.
func (p *SellerPolicy) over(t *Terms) {
	if p.HoldFrom != nil {
		t.HoldFrom = *p.HoldFrom
	}
	if p.HoldDays != nil {
		*t.HoldSeconds = *p.HoldDays * int64(dayLong/time.Second)
	}
	if p.ReserveBasisPoints != nil {
		t.ReserveBasisPoints = *p.ReserveBasisPoints
	}
	if p.ReserveDays != nil {
		t.ReserveSeconds = *p.ReserveDays * int64(dayLong/time.Second)
	}
}

// freezeAllTx gives releases the terms that held when their order was captured.
// What is held from then on has its day at once.
func (s *Service) freezeAllTx(ctx context.Context, tx db.Tx, releases []*Release, captured time.Time) error {
	sellers := make([]seller.ID, len(releases))
	for i, r := range releases {
		sellers[i] = r.SellerID
	}
	own, err := selectPoliciesAt(ctx, tx, sellers, captured)
	if err != nil {
		return err
	}
	tiers, err := risk.TiersAt(ctx, tx, sellers, captured)
	if err != nil {
		return err
	}
	bought, err := plan.ReleasesAt(ctx, tx, anyOf(sellers), captured)
	if err != nil {
		return err
	}
	for _, r := range releases {
		r.Terms = s.policy.terms(bought[id.Any(r.SellerID)], tiers[r.SellerID], own[r.SellerID])
		if r.HoldFrom == HoldCaptured {
			at := captured.Add(r.hold()).UTC()
			r.ReleaseAt = &at
		}
	}
	return nil
}

func anyOf(sellers []seller.ID) []id.Any {
	ids := make([]id.Any, len(sellers))
	for i, s := range sellers {
		ids[i] = id.Any(s)
	}
	return ids
}

// freezeLaterTx freezes the terms of a locked release that was written before
// they could be, and does nothing when they are.
func (s *Service) freezeLaterTx(ctx context.Context, tx db.Tx, r *Release) error {
	if r.HoldSeconds != nil {
		return nil
	}
	o, err := order.Load(ctx, tx, r.OrderID)
	if err != nil {
		return err
	}
	if err := s.freezeAllTx(ctx, tx, []*Release{r}, paidAt(o, r.CreatedAt)); err != nil {
		return err
	}
	return updateTerms(ctx, tx, r)
}

// paidAt is when an order was captured.
func paidAt(o *order.Order, otherwise time.Time) time.Time {
	if o.PaidAt == nil {
		return otherwise
	}
	return *o.PaidAt
}

// noPolicy makes of a policy that is not there none.
func noPolicy(p *SellerPolicy, err error) (*SellerPolicy, error) {
	if errors.Is(err, db.ErrNotFound) {
		return nil, nil // a seller without a policy has the platform's
	}
	return p, err
}
