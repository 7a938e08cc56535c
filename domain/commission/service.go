package commission

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/seller"
)

// permission is what both persons hold who publish a ruleset.
const permission approval.Permission = "COMMISSION_PUBLISH"

// Service keeps rulesets.
type Service struct {
	db         *db.DB
	rate       money.Basis
	publishing *approval.Desk[publication]
}

// New returns the rulesets. The rate is that of version 1.
func New(d *db.DB, rate money.Basis, approvals *approval.Service) *Service {
	s := &Service{db: d, rate: rate}
	s.publishing = approval.Register(approvals, approval.Kind[publication]{
		Name: "commission.publish", Propose: permission, Approve: permission, Check: checkTx, Apply: applyTx,
	})
	return s
}

// Save makes a draft, or replaces all of one. It returns ErrNotFound, ErrState,
// ErrRevision and the faults of the input.
func (s *Service) Save(ctx context.Context, by actor.Actor, in SaveInput) (*Ruleset, error) {
	r, err := in.ruleset()
	if err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r.Status, r.Revision, r.UpdatedAt = StatusDraft, 1, tx.Now()
		if in.ID == nil {
			r.ID, r.CreatedBy, r.CreatedAt = id.New[ID]("crs"), identity.AccountID(by.AccountID), tx.Now()
			return insertRuleset(ctx, tx, r)
		}
		old, err := lockRuleset(ctx, tx, *in.ID)
		if err != nil {
			return notFound(err)
		}
		if old.Status != StatusDraft {
			return ErrState
		}
		if in.Revision != nil && *in.Revision != old.Revision {
			return ErrRevision
		}
		r.ID, r.Revision, r.CreatedBy, r.CreatedAt = old.ID, old.Revision+1, old.CreatedBy, old.CreatedAt
		return updateRuleset(ctx, tx, r)
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// publication is what is proposed: exactly these rules, from an instant on.
type publication struct {
	RulesetID     ID        `json:"rulesetId"`
	EffectiveFrom time.Time `json:"effectiveFrom"`
	RulesHash     string    `json:"rulesHash"` // SHA-256 of rules and buyer fees
}

// hash tells whether the rules are still those that were proposed.
func (r *Ruleset) hash() string {
	text, err := json.Marshal(struct {
		Rules []*Rule
		Fees  []*BuyerFee
	}{r.Rules, r.BuyerFees})
	if err != nil {
		panic("commission: rules do not encode: " + err.Error())
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// Publish proposes to put a draft in force from an instant on. A second person
// approves it; then it gets its version. It returns ErrNotFound, ErrState,
// ErrDate and the faults of domain/approval.
func (s *Service) Publish(ctx context.Context, by actor.Actor, in PublishInput) (*approval.Proposal, error) {
	r, err := s.Get(ctx, in.RulesetID)
	if err != nil {
		return nil, err
	}
	return s.publishing.Propose(ctx, by, approval.Ask[publication]{
		Subject: id.Any(r.ID), Reason: in.Reason,
		Payload: publication{RulesetID: r.ID, EffectiveFrom: in.EffectiveFrom.UTC().Truncate(time.Microsecond), RulesHash: r.hash()},
	})
}

// checkTx refuses what cannot be published as things stand: what is no draft,
// what was changed since, and whatever would reach into the past.
func checkTx(ctx context.Context, tx db.Tx, p approval.Proposed[publication]) error {
	r, err := lockRuleset(ctx, tx, p.Payload.RulesetID)
	if err != nil {
		return notFound(err)
	}
	switch {
	case r.Status != StatusDraft:
		return ErrState
	case r.hash() != p.Payload.RulesHash:
		return approval.ErrChanged
	case p.Payload.EffectiveFrom.Before(tx.Now()):
		return ErrDate.At("effectiveFrom")
	}
	taken, err := hasVersionFrom(ctx, tx, p.Payload.EffectiveFrom)
	if err == nil && taken {
		return ErrDate.At("effectiveFrom")
	}
	return err
}

func applyTx(ctx context.Context, tx db.Tx, p approval.Proposed[publication]) error {
	r, err := lockRuleset(ctx, tx, p.Payload.RulesetID)
	if err != nil {
		return notFound(err)
	}
	version, err := nextVersion(ctx, tx)
	if err != nil {
		return err
	}
	now := tx.Now()
	r.Status, r.Version, r.EffectiveFrom, r.PublishedAt, r.UpdatedAt = StatusPublished, &version, &p.Payload.EffectiveFrom, &now, now
	err = updateRuleset(ctx, tx, r)
	if db.Violates(err, "commission_rulesets_effective_from_key") {
		return ErrDate.At("effectiveFrom")
	}
	if err != nil {
		return fmt.Errorf("publish %s: %w", r.ID, err)
	}
	return event.Emit(ctx, tx, Published{
		RulesetID: r.ID, Version: version, EffectiveFrom: *r.EffectiveFrom, RulesHash: p.Payload.RulesHash,
	})
}

// Cancel gives up a draft, or a version that is not in force yet. It returns
// ErrNotFound, and ErrState for what is or was in force.
func (s *Service) Cancel(ctx context.Context, in CancelInput) (*Ruleset, error) {
	var r *Ruleset
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		if r, err = lockRuleset(ctx, tx, in.RulesetID); err != nil {
			return notFound(err)
		}
		now := tx.Now()
		if r.Status == StatusCancelled || r.Status == StatusPublished && !r.EffectiveFrom.After(now) {
			return ErrState
		}
		r.Status, r.CancelledAt, r.UpdatedAt = StatusCancelled, &now, now
		if err := updateRuleset(ctx, tx, r); err != nil {
			return fmt.Errorf("cancel %s: %w", r.ID, err)
		}
		return event.Emit(ctx, tx, Cancelled{RulesetID: r.ID, Version: r.Version})
	})
	if err != nil {
		return nil, err
	}
	return r, nil
}

// TariffAt is what is charged at an instant for goods of these sellers in a
// currency.
func (s *Service) TariffAt(ctx context.Context, q db.Querier, c money.Currency, sellers []seller.ID, at time.Time) (Tariff, error) {
	r, err := s.inForce(ctx, q, at)
	if err != nil {
		return Tariff{}, err
	}
	of, err := r.standings(ctx, q, []moment{{c, sellers, at}})
	if err != nil {
		return Tariff{}, err
	}
	return r.Tariff(of[0]), nil
}

// moment is what rules are asked about: sellers of goods in a currency, at an instant.
type moment struct {
	Currency money.Currency
	Sellers  []seller.ID
	At       time.Time
}

// standings reads what the rules ask about the sellers at each of the moments, with as
// many statements as for one.
func (r *Ruleset) standings(ctx context.Context, q db.Querier, of []moment) ([]Standing, error) {
	volumes, err := r.volumes(ctx, q, of)
	if err != nil {
		return nil, err
	}
	plans, err := r.plans(ctx, q, of)
	if err != nil {
		return nil, err
	}
	all := make([]Standing, len(of))
	for i := range of {
		all[i] = Standing{Volumes: volumes[i], Plans: plans[i]}
	}
	return all, nil
}

// plans reads which plans the sellers are on at each of the moments, if the rules ask.
func (r *Ruleset) plans(ctx context.Context, q db.Querier, of []moment) ([]map[seller.ID]plan.ID, error) {
	all := make([]map[seller.ID]plan.ID, len(of))
	if !r.asksForPlans() {
		return all, nil
	}
	var asked []plan.When
	for _, m := range of {
		for _, s := range m.Sellers {
			asked = append(asked, plan.When{SellerID: id.Any(s), At: m.At})
		}
	}
	on, err := plan.Of(ctx, q, asked)
	if err != nil {
		return nil, fmt.Errorf("read plans: %w", err)
	}
	for i, m := range of {
		all[i] = make(map[seller.ID]plan.ID, len(m.Sellers))
		for _, s := range m.Sellers {
			if on[0] != "" {
				all[i][s] = on[0]
			}
			on = on[1:]
		}
	}
	return all, nil
}

// volumes reads what the sellers have sold before each of the moments, as far as the
// rules ask.
func (r *Ruleset) volumes(ctx context.Context, q db.Querier, of []moment) ([]Volumes, error) {
	all, days := make([]Volumes, len(of)), r.volumeDays()
	if len(days) == 0 {
		return all, nil
	}
	var asked []order.Sold
	for _, m := range of {
		for _, n := range days {
			for _, s := range m.Sellers {
				asked = append(asked, order.Sold{SellerID: s, Currency: m.Currency, Period: order.Period{From: m.At.AddDate(0, 0, -n), Before: m.At}})
			}
		}
	}
	sold, err := order.SoldIn(ctx, q, asked)
	if err != nil {
		return nil, fmt.Errorf("read volumes: %w", err)
	}
	for i, m := range of {
		all[i] = Volumes{}
		for _, n := range days {
			all[i][n] = make(map[seller.ID]int64, len(m.Sellers))
			for _, s := range m.Sellers {
				all[i][n][s], sold = sold[0], sold[1:]
			}
		}
	}
	return all, nil
}

func (s *Service) inForce(ctx context.Context, q db.Querier, at time.Time) (*Ruleset, error) {
	r, err := selectInForce(ctx, q, at)
	if errors.Is(err, db.ErrNotFound) {
		return first(s.rate), nil
	}
	return r, err
}

func notFound(err error) error {
	if errors.Is(err, db.ErrNotFound) {
		return ErrNotFound
	}
	return err
}
