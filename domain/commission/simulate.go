package commission

import (
	"context"
	"fmt"
	"time"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// SimulationID names a simulation, csm_….
type SimulationID string

// SimulationStatus is the state of a simulation.
type SimulationStatus string

// The states of a simulation.
const (
	SimulationRunning SimulationStatus = "RUNNING"
	SimulationDone    SimulationStatus = "DONE"
)

// biggest is how many of the biggest changes a simulation names.
const biggest = 5

// Simulation is what a ruleset would have made of past orders. The rules are
// those of the moment in which it began.
type Simulation struct {
	bun.BaseModel `bun:"table:commission_simulations,alias:csm"`

	ID         SimulationID `bun:",pk"`
	RulesetID  ID
	Rules      []*Rule     `bun:"type:jsonb"`
	Fees       []*BuyerFee `bun:"buyer_fees,type:jsonb"`
	Status     SimulationStatus
	PaidFrom   time.Time // UTC
	PaidBefore time.Time // exclusive, UTC
	OrderCount int64     // paid in the period
	DoneCount  int64     // of them
	Reached    order.ID  // the last that is done
	CreatedBy  identity.AccountID
	CreatedAt  time.Time
	FinishedAt *time.Time

	Totals         []*Change `bun:"-"` // one for each currency
	BiggestChanges []*Change `bun:"-"` // at most five, by the difference
	// BuyerFees are what buyers pay on top, one for each currency.
	BuyerFees []*FeeChange `bun:"-"`
}

// FeeChange is what a simulation found about the fees of buyers in one currency.
type FeeChange struct {
	bun.BaseModel `bun:"table:commission_simulation_fees,alias:csf"`

	SimulationID SimulationID   `bun:",pk"`
	Currency     money.Currency `bun:",pk"`
	OrderCount   int64
	BeforeMinor  int64 // paid, minor units
	AfterMinor   int64 // would have been paid, minor units
}

// Before is what buyers have paid on top.
func (c *FeeChange) Before() money.Amount { return money.New(c.BeforeMinor, c.Currency) }

// After is what they would have paid.
func (c *FeeChange) After() money.Amount { return money.New(c.AfterMinor, c.Currency) }

// Difference is after less before.
func (c *FeeChange) Difference() money.Amount {
	return money.New(c.AfterMinor-c.BeforeMinor, c.Currency)
}

// Change is what a simulation found about a seller, or in all, in one currency.
type Change struct {
	bun.BaseModel `bun:"table:commission_simulation_sellers,alias:css"`

	SimulationID SimulationID   `bun:",pk"`
	SellerID     seller.ID      `bun:",pk"` // empty for totals
	Currency     money.Currency `bun:",pk"`
	LineCount    int64
	BeforeMinor  int64 // charged, minor units
	AfterMinor   int64 // would be charged, minor units
}

// Before is the commission that was charged.
func (c *Change) Before() money.Amount { return money.New(c.BeforeMinor, c.Currency) }

// After is the commission that would have been charged.
func (c *Change) After() money.Amount { return money.New(c.AfterMinor, c.Currency) }

// Difference is after less before.
func (c *Change) Difference() money.Amount { return money.New(c.AfterMinor-c.BeforeMinor, c.Currency) }

// Simulate begins to compute what a ruleset would have made of the orders that
// were paid in a period. It returns ErrNotFound and ErrPeriod.
func (s *Service) Simulate(ctx context.Context, by actor.Actor, in SimulateInput) (*Simulation, error) {
	if err := in.validate(); err != nil {
		return nil, err
	}
	var sim *Simulation
	err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		r, err := selectRuleset(ctx, tx, in.RulesetID)
		if err != nil {
			return notFound(err)
		}
		sim = &Simulation{
			ID: id.New[SimulationID]("csm"), RulesetID: r.ID, Rules: r.Rules, Fees: r.BuyerFees, Status: SimulationRunning,
			PaidFrom: in.PaidFrom.UTC(), PaidBefore: in.PaidBefore.UTC(),
			CreatedBy: identity.AccountID(by.AccountID), CreatedAt: tx.Now(),
		}
		if sim.OrderCount, err = order.CountPaid(ctx, tx, sim.period()); err != nil {
			return err
		}
		if err := insertSimulation(ctx, tx, sim); err != nil {
			return fmt.Errorf("insert simulation: %w", err)
		}
		return tx.Enqueue(ctx, RunSimulation{SimulationID: sim.ID}, db.JobOptions{Queue: db.QueueLong})
	})
	if err != nil {
		return nil, err
	}
	return sim, nil
}

func (s *Simulation) period() order.Period {
	return order.Period{From: s.PaidFrom, Before: s.PaidBefore}
}

// RunSimulation is the job that computes a simulation, batch by batch.
type RunSimulation struct {
	SimulationID SimulationID `json:"simulation_id"`
}

// Kind implements db.Job.
func (RunSimulation) Kind() string { return "commission.simulate" }

// simulationBatch is how many orders one unit of a simulation charges.
const simulationBatch = 100

// RunSimulation goes on with a simulation until it is done. What was done before
// it died is not done again.
func (s *Service) RunSimulation(ctx context.Context, job RunSimulation) error {
	for {
		var done bool
		err := s.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
			done, err = simulateTx(ctx, tx, job.SimulationID)
			return err
		})
		if err != nil || done {
			return err
		}
	}
}

// simulateTx charges the next batch of orders, and tells whether it was the last.
func simulateTx(ctx context.Context, tx db.Tx, simulationID SimulationID) (bool, error) {
	sim, err := lockSimulation(ctx, tx, simulationID)
	if err != nil || sim.Status == SimulationDone {
		return true, err
	}
	orders, err := order.PaidAfter(ctx, tx, sim.period(), sim.Reached, simulationBatch)
	if err != nil {
		return false, fmt.Errorf("read orders: %w", err)
	}
	tariffs, err := sim.tariffs(ctx, tx, orders)
	if err != nil {
		return false, err
	}
	changes, fees := map[Change]*Change{}, map[money.Currency]*FeeChange{}
	for i, o := range orders {
		sim.charge(o, tariffs[i], changes)
		sim.chargeBuyer(o, fees)
		sim.DoneCount++
		sim.Reached = o.ID
	}
	if err := addChanges(ctx, tx, changes); err != nil {
		return false, fmt.Errorf("add changes: %w", err)
	}
	if err := addFeeChanges(ctx, tx, fees); err != nil {
		return false, fmt.Errorf("add fees: %w", err)
	}
	done := len(orders) < simulationBatch
	if done {
		now := tx.Now()
		sim.Status, sim.FinishedAt = SimulationDone, &now
	}
	return done, updateSimulation(ctx, tx, sim)
}

// tariffs are the simulated rules as they would have been asked when each of the orders
// was placed.
func (s *Simulation) tariffs(ctx context.Context, q db.Querier, orders []*order.Order) ([]Tariff, error) {
	version := int64(0)
	rules := &Ruleset{Version: &version, Rules: s.Rules}
	moments := make([]moment, len(orders))
	for i, o := range orders {
		moments[i] = moment{Currency: o.Currency, At: o.PlacedAt}
		for _, part := range o.SellerOrders {
			moments[i].Sellers = append(moments[i].Sellers, part.SellerID)
		}
	}
	of, err := rules.standings(ctx, q, moments)
	tariffs := make([]Tariff, len(of))
	for i := range of {
		tariffs[i] = rules.Tariff(of[i])
	}
	return tariffs, err
}

// charge computes the commission of an order by a tariff.
func (s *Simulation) charge(o *order.Order, tariff Tariff, changes map[Change]*Change) {
	for _, part := range o.SellerOrders {
		again := tariff.recharged(part)
		key := Change{SimulationID: s.ID, SellerID: part.SellerID, Currency: o.Currency}
		c, ok := changes[key]
		if !ok {
			c = &Change{SimulationID: s.ID, SellerID: part.SellerID, Currency: o.Currency}
			changes[key] = c
		}
		for i, l := range part.Lines {
			c.LineCount++
			c.BeforeMinor += l.CommissionMinor
			c.AfterMinor += again.Lines[i].CommissionMinor
		}
	}
}

// chargeBuyer computes what the buyer of an order would have paid on top.
func (s *Simulation) chargeBuyer(o *order.Order, fees map[money.Currency]*FeeChange) {
	goods, lines := int64(0), 0
	for _, part := range o.SellerOrders {
		for _, l := range part.Lines {
			goods += l.TotalMinor - l.DiscountMinor()
			lines++
		}
	}
	c, ok := fees[o.Currency]
	if !ok {
		c = &FeeChange{SimulationID: s.ID, Currency: o.Currency}
		fees[o.Currency] = c
	}
	tariff := (&Ruleset{BuyerFees: s.Fees}).Tariff(Standing{})
	c.OrderCount++
	c.BeforeMinor += o.ServiceFeeMinor
	c.AfterMinor += tariff.BuyerFee(money.New(goods, o.Currency), lines).Minor
}

// recharged charges a part again, beside the books.
func (t Tariff) recharged(part *order.SellerOrder) *pricing.Part {
	again := quoted(part)
	again.Charge(part.Currency, t)
	return again
}

// quoted makes of a part what it was before it was charged.
func quoted(part *order.SellerOrder) *pricing.Part {
	p := &pricing.Part{SellerID: part.SellerID, ShippingBy: part.ShippingBy}
	for _, l := range part.Lines {
		line := &pricing.QuotedLine{
			Line:       pricing.Line{SellerID: part.SellerID, UnitMinor: l.UnitMinor, Quantity: l.Quantity, Facts: factsOf(part, l)},
			TotalMinor: l.TotalMinor, Components: l.Components, TaxLines: l.Taxes,
		}
		line.CommissionMinor, line.CommissionVATMinor = 0, 0
		p.Lines = append(p.Lines, line)
	}
	return p
}

// factsOf are what a line was about. Lines from before facts were frozen have
// those only that the order itself knows.
func factsOf(part *order.SellerOrder, l *order.Line) pricing.Facts {
	if l.Reckoning != nil {
		return l.Reckoning.Facts
	}
	return pricing.Facts{ProductID: string(l.ProductID), ShipToCountry: part.ShipTo.Country}
}
