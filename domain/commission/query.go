package commission

import (
	"context"
	"errors"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

type rulesetKey struct {
	ID ID `json:"i"`
}

// Get returns a ruleset, or ErrNotFound.
func (s *Service) Get(ctx context.Context, rulesetID ID) (*Ruleset, error) {
	r, err := selectRuleset(ctx, s.db.Read(ctx), rulesetID)
	return r, notFound(err)
}

// ByIDs returns rulesets by their ids.
func (s *Service) ByIDs(ctx context.Context, ids []ID) (map[ID]*Ruleset, error) {
	rows, err := selectRulesetsByIDs(ctx, s.db.Read(ctx), ids)
	found := make(map[ID]*Ruleset, len(rows))
	for _, r := range rows {
		found[r.ID] = r
	}
	return found, err
}

// Find lists rulesets, newest first. Version 1 is not in the list.
func (s *Service) Find(ctx context.Context, w page.Window) (*page.Connection[Ruleset], error) {
	rows, err := selectRulesets(ctx, s.db.Read(ctx), w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(r *Ruleset) any { return rulesetKey{r.ID} }), nil
}

// InForce returns the version that is in force at an instant, or now.
func (s *Service) InForce(ctx context.Context, at *time.Time) (*Ruleset, error) {
	when := s.db.Clock().Now()
	if at != nil {
		when = at.UTC()
	}
	return s.inForce(ctx, s.db.Read(ctx), when)
}

// Explanation is why a line was charged its commission.
type Explanation struct {
	*pricing.Reckoning // nil for a line from before reckonings were kept

	Line *order.Line
}

// OrderLineID is the line.
func (e *Explanation) OrderLineID() order.LineID { return e.Line.ID }

// Version is the ruleset that was in force, or nil.
func (e *Explanation) Version() *int64 {
	if e.Reckoning == nil {
		return nil
	}
	return &e.RulesetVersion
}

// Rule is the rule that fitted, or nil.
func (e *Explanation) Rule() *RuleID {
	if e.Reckoning == nil || e.RuleID == "" {
		return nil
	}
	return (*RuleID)(&e.RuleID)
}

// Name is what people called the rule, or empty.
func (e *Explanation) Name() string {
	if e.Reckoning == nil {
		return ""
	}
	return e.RuleName
}

// Base is what the rate was of, or nil.
func (e *Explanation) Base() *money.Amount {
	if e.Reckoning == nil {
		return nil
	}
	base := money.New(e.BaseMinor, e.Currency)
	return &base
}

// StepsTaken are the steps in order.
func (e *Explanation) StepsTaken() []*pricing.Step {
	steps := []*pricing.Step{}
	if e.Reckoning != nil {
		for i := range e.Steps {
			steps = append(steps, &e.Steps[i])
		}
	}
	return steps
}

// RefundPolicy is what is given back when the line is refunded.
func (e *Explanation) RefundPolicy() RefundPolicy {
	return pricing.KeptOf(e.Line.Currency, &e.Line.Components, e.Reckoning).Refund
}

// Commission is what the platform keeps, without VAT.
func (e *Explanation) Commission() money.Amount { return e.Line.Commission() }

// CommissionVAT is the VAT on it.
func (e *Explanation) CommissionVAT() money.Amount { return e.Line.CommissionVAT() }

// Explain says which version and which rule charged a line, and how: a line of
// the actor's seller, or any for an operator; else order.ErrNotFound.
func (s *Service) Explain(ctx context.Context, by actor.Actor, lineID order.LineID) (*Explanation, error) {
	owner, err := seller.Scope(by, nil)
	if err != nil {
		return nil, order.ErrNotFound
	}
	line, err := order.LoadLine(ctx, s.db.Read(ctx), lineID, owner)
	if err != nil {
		return nil, err
	}
	return &Explanation{line.Reckoning, line}, nil
}

// Simulation returns a simulation, or ErrSimulationNotFound.
func (s *Service) Simulation(ctx context.Context, simulationID SimulationID) (*Simulation, error) {
	var sim *Simulation
	err := s.db.View(ctx, func(ctx context.Context, q db.Querier) (err error) {
		if sim, err = selectSimulation(ctx, q, simulationID); err != nil {
			return err
		}
		if sim.Totals, err = selectSimulationTotals(ctx, q, simulationID); err != nil {
			return err
		}
		if sim.BuyerFees, err = selectFeeChanges(ctx, q, simulationID); err != nil {
			return err
		}
		sim.BiggestChanges, err = selectBiggestChanges(ctx, q, simulationID, biggest)
		return err
	})
	if errors.Is(err, db.ErrNotFound) {
		return nil, ErrSimulationNotFound
	}
	return sim, err
}

type simulatedKey struct {
	SellerID seller.ID `json:"s"`
	Currency string    `json:"c"`
}

// SimulatedSellers lists what a simulation found, by seller.
func (s *Service) SimulatedSellers(ctx context.Context, of SimulationID, w page.Window) (*page.Connection[Change], error) {
	rows, err := selectChanges(ctx, s.db.Read(ctx), of, w)
	if err != nil {
		return nil, err
	}
	return page.Connect(w, rows, func(c *Change) any { return simulatedKey{c.SellerID, string(c.Currency)} }), nil
}
