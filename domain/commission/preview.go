package commission

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/seller"
)

// previewed is how many orders a preview charges again at most: it is answered while
// somebody waits.
const previewed = 2000

// Preview is what a change of a seller's plan would have made of the orders that they
// were paid for last. Both sides are charged by the rules that will be in force when the
// change begins, so that they differ by the plan alone.
type Preview struct {
	*plan.Prospect

	PaidFrom   time.Time // UTC
	PaidBefore time.Time // exclusive, UTC
	OrderCount int64
	IsCut      bool // there were more orders; only the last ones were charged again

	Totals         []*PreviewTotal // one for each currency
	BiggestChanges []*PreviewOrder // at most five, by the difference of the commission
}

// Fee is what a seller is charged, in minor units.
type Fee struct {
	CommissionMinor int64
	VATMinor        int64
}

func (f *Fee) add(more Fee) {
	f.CommissionMinor += more.CommissionMinor
	f.VATMinor += more.VATMinor
}

func (f Fee) sum() int64 { return f.CommissionMinor + f.VATMinor }

// PreviewTotal is what a change would have made of all orders in one currency.
type PreviewTotal struct {
	Currency   money.Currency
	OrderCount int64

	salesMinor, grossMinor int64
	before, after          Fee
}

// Sales is what buyers have paid for the seller's parts.
func (t *PreviewTotal) Sales() money.Amount { return money.New(t.salesMinor, t.Currency) }

// CommissionBefore is the commission without the change.
func (t *PreviewTotal) CommissionBefore() money.Amount {
	return money.New(t.before.CommissionMinor, t.Currency)
}

// CommissionAfter is the commission with the change.
func (t *PreviewTotal) CommissionAfter() money.Amount {
	return money.New(t.after.CommissionMinor, t.Currency)
}

// CommissionDifference is after less before.
func (t *PreviewTotal) CommissionDifference() money.Amount {
	return money.New(t.after.CommissionMinor-t.before.CommissionMinor, t.Currency)
}

// VATBefore is the VAT on the commission without the change.
func (t *PreviewTotal) VATBefore() money.Amount { return money.New(t.before.VATMinor, t.Currency) }

// VATAfter is the VAT on the commission with the change.
func (t *PreviewTotal) VATAfter() money.Amount { return money.New(t.after.VATMinor, t.Currency) }

// VATDifference is after less before.
func (t *PreviewTotal) VATDifference() money.Amount {
	return money.New(t.after.VATMinor-t.before.VATMinor, t.Currency)
}

// ShareBefore is what the seller gets without the change.
func (t *PreviewTotal) ShareBefore() money.Amount {
	return money.New(t.grossMinor-t.before.sum(), t.Currency)
}

// ShareAfter is what the seller gets with the change.
func (t *PreviewTotal) ShareAfter() money.Amount {
	return money.New(t.grossMinor-t.after.sum(), t.Currency)
}

// ShareDifference is after less before.
func (t *PreviewTotal) ShareDifference() money.Amount {
	return money.New(t.before.sum()-t.after.sum(), t.Currency)
}

// PreviewOrder is what a change would have made of one order.
type PreviewOrder struct {
	OrderID  order.ID
	Number   string // of the seller's part
	PlacedAt time.Time
	Currency money.Currency

	before, after Fee
}

// CommissionBefore is the commission without the change.
func (o *PreviewOrder) CommissionBefore() money.Amount {
	return money.New(o.before.CommissionMinor, o.Currency)
}

// CommissionAfter is the commission with the change.
func (o *PreviewOrder) CommissionAfter() money.Amount {
	return money.New(o.after.CommissionMinor, o.Currency)
}

// CommissionDifference is after less before.
func (o *PreviewOrder) CommissionDifference() money.Amount {
	return money.New(o.changes(), o.Currency)
}

func (o *PreviewOrder) changes() int64 { return o.after.CommissionMinor - o.before.CommissionMinor }

// PreviewPlan computes what a change of a seller's plan would have made of the orders
// that they were paid for in the last days: the last 2,000 at most. Nothing is written.
// It returns ErrNumber and the faults of plan.ProspectOf.
func (s *Service) PreviewPlan(ctx context.Context, in PreviewInput) (*Preview, error) {
	days, err := in.days()
	if err != nil {
		return nil, err
	}
	var p *Preview
	now := s.db.Clock().Now()
	err = s.db.View(ctx, func(ctx context.Context, q db.Querier) error {
		p = &Preview{PaidFrom: now.AddDate(0, 0, -int(days)), PaidBefore: now, Totals: []*PreviewTotal{}}
		asked := plan.AssignInput{SellerID: id.Any(in.SellerID), PlanID: in.PlanID, EffectiveAt: in.EffectiveAt}
		var err error
		if p.Prospect, err = plan.ProspectOf(ctx, q, asked, now); err != nil {
			return err
		}
		rules, err := s.inForce(ctx, q, p.EffectiveAt)
		if err != nil {
			return err
		}
		parts, err := order.PartsPaid(ctx, q, in.SellerID, order.Period{From: p.PaidFrom, Before: p.PaidBefore}, previewed+1)
		if err != nil {
			return fmt.Errorf("read orders: %w", err)
		}
		return p.charge(ctx, q, rules, parts)
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}

// charge charges parts of the seller again, once on each plan. They come the last first.
func (p *Preview) charge(ctx context.Context, q db.Querier, rules *Ruleset, parts []*order.SellerOrder) error {
	if p.IsCut = len(parts) > previewed; p.IsCut {
		parts = parts[:previewed]
		p.PaidFrom = *parts[previewed-1].PaidAt
	}
	moments := make([]moment, len(parts))
	for i, part := range parts {
		moments[i] = moment{part.Currency, []seller.ID{part.SellerID}, part.PlacedAt}
	}
	volumes, err := rules.volumes(ctx, q, moments)
	if err != nil {
		return err
	}
	var changed []*PreviewOrder
	for i, part := range parts {
		on := func(one *plan.Plan) Fee {
			of := Standing{Volumes: volumes[i]}
			if one != nil {
				of.Plans = map[seller.ID]plan.ID{part.SellerID: one.ID}
			}
			return rules.Tariff(of).feeOf(part)
		}
		o := &PreviewOrder{
			OrderID: part.OrderID, Number: part.Number, PlacedAt: part.PlacedAt, Currency: part.Currency,
			before: on(p.PlanBefore), after: on(p.PlanAfter),
		}
		p.total(part, o)
		if o.changes() != 0 {
			changed = append(changed, o)
		}
	}
	slices.SortStableFunc(changed, func(a, b *PreviewOrder) int { return cmp.Compare(abs(b.changes()), abs(a.changes())) })
	p.BiggestChanges = changed[:min(len(changed), biggest)]
	if p.BiggestChanges == nil {
		p.BiggestChanges = []*PreviewOrder{}
	}
	slices.SortFunc(p.Totals, func(a, b *PreviewTotal) int { return cmp.Compare(a.Currency, b.Currency) })
	return nil
}

// total adds an order to what there is in its currency.
func (p *Preview) total(part *order.SellerOrder, o *PreviewOrder) {
	i := slices.IndexFunc(p.Totals, func(t *PreviewTotal) bool { return t.Currency == part.Currency })
	if i < 0 {
		i = len(p.Totals)
		p.Totals = append(p.Totals, &PreviewTotal{Currency: part.Currency})
	}
	t := p.Totals[i]
	t.OrderCount++
	p.OrderCount++
	t.salesMinor += part.TotalMinor
	t.grossMinor += part.Net(part.TotalMinor) + part.CommissionMinor + part.CommissionVATMinor
	t.before.add(o.before)
	t.after.add(o.after)
}

// feeOf is what a part is charged by a tariff.
func (t Tariff) feeOf(part *order.SellerOrder) (f Fee) {
	for _, l := range t.recharged(part).Lines {
		f.add(Fee{CommissionMinor: l.CommissionMinor, VATMinor: l.CommissionVATMinor})
	}
	return f
}

func abs(n int64) int64 { return max(n, -n) }
