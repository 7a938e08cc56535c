package commission

import (
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/plan"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// Volumes are what sellers have sold before, in minor units, by the days that
// are looked back.
type Volumes map[int]map[seller.ID]int64

// Standing is what rules ask about sellers: what they have sold, and which plan
// they are on.
type Standing struct {
	Volumes Volumes
	Plans   map[seller.ID]plan.ID
}

// Tariff is a ruleset as it charges now. It is pure: the same lines are always
// charged the same.
type Tariff struct {
	rules *Ruleset
	of    Standing
}

// Tariff makes a tariff of the ruleset.
func (r *Ruleset) Tariff(of Standing) Tariff { return Tariff{rules: r, of: of} }

// Commission implements pricing.Tariff. A line that no rule fits is free.
func (t Tariff) Commission(c money.Currency, lines []*pricing.QuotedLine) []pricing.Commission {
	all := make([]pricing.Commission, len(lines))
	charged := map[RuleID]bool{} // rules that have charged this order already
	for i, l := range lines {
		r := t.match(c, l)
		facts := l.Facts
		facts.PlanID = string(t.of.Plans[l.SellerID])
		if r == nil {
			all[i].Reckoning = &pricing.Reckoning{
				RulesetVersion: *t.rules.Version, Refund: pricing.RefundReturnAll, Currency: c, Facts: facts,
				Steps: []pricing.Step{{Operation: pricing.OpResult, Currency: c}},
			}
			continue
		}
		k := &reckoner{Reckoning: &pricing.Reckoning{
			RulesetVersion: *t.rules.Version, RuleID: string(r.ID), RuleName: r.Name, Refund: r.Refund, Currency: c, Facts: facts,
		}}
		if r.Tiers != nil && r.Tiers.By == MeasureVolume {
			k.VolumeMinor = t.of.Volumes[r.Tiers.Days][l.SellerID]
		}
		all[i] = k.reckon(r, l, !charged[r.ID])
		charged[r.ID] = true
	}
	return all
}

func (t Tariff) match(c money.Currency, l *pricing.QuotedLine) *Rule {
	for _, r := range t.rules.Rules {
		if r.When.fits(c, l, t.of.Plans[l.SellerID]) {
			return r
		}
	}
	return nil
}

// BuyerFee implements pricing.Tariff.
func (t Tariff) BuyerFee(goods money.Amount, lines int) pricing.BuyerFee {
	for _, f := range t.rules.BuyerFees {
		if f.Currency == goods.Currency {
			return f.of(goods, lines)
		}
	}
	return pricing.BuyerFee{}
}

// reckoner computes one commission and writes down each step of it.
type reckoner struct {
	*pricing.Reckoning
	sum int64
}

func (k *reckoner) note(op pricing.Operation, minor int64) {
	k.Steps = append(k.Steps, pricing.Step{Operation: op, AmountMinor: minor, Currency: k.Currency})
}

func (k *reckoner) add(op pricing.Operation, minor int64) {
	if minor != 0 {
		k.sum += minor
		k.note(op, minor)
	}
}

func (k *reckoner) rate(op pricing.Operation, basisPoints, ofMinor int64) int64 {
	minor := money.Basis(basisPoints).Of(money.New(ofMinor, k.Currency))
	k.Steps = append(k.Steps, pricing.Step{
		Operation: op, BasisPoints: basisPoints, OfMinor: ofMinor, AmountMinor: minor, Currency: k.Currency,
	})
	return minor
}

// reckon computes the commission of a line by a rule.
func (k *reckoner) reckon(r *Rule, l *pricing.QuotedLine, isFirst bool) pricing.Commission {
	k.base(r.Base, l)
	k.sum = k.percentage(r)
	percentage := k.sum
	amounts := r.amountsIn(k.Currency)
	k.add(pricing.OpPerUnit, money.Mul(amounts.PerUnitMinor, l.Quantity))
	k.add(pricing.OpPerLine, amounts.PerLineMinor)
	if isFirst {
		k.add(pricing.OpPerOrder, amounts.PerOrderMinor)
	}
	k.FixedMinor = k.sum - percentage
	if floor := amounts.FloorMinor; floor != nil && k.sum < *floor {
		k.sum = *floor
		k.note(pricing.OpFloor, k.sum)
	}
	if most := amounts.CapMinor; most != nil && k.sum > *most {
		k.sum = *most
		k.note(pricing.OpCap, k.sum)
	}
	k.FixedMinor = min(k.FixedMinor, k.sum)
	k.note(pricing.OpResult, k.sum)
	var vat int64
	if r.VAT > 0 {
		vat = k.rate(pricing.OpVAT, r.VAT, k.sum)
	}
	return pricing.Commission{BasisPoints: k.effectiveRate(), Minor: k.sum, VATMinor: vat, Reckoning: k.Reckoning}
}

// base adds up what the rate is of.
func (k *reckoner) base(b Base, l *pricing.QuotedLine) {
	k.add(pricing.OpGoods, l.TotalMinor)
	if !b.BeforeDiscount {
		k.add(pricing.OpSellerDiscount, -l.SellerDiscountMinor)
	}
	k.tax(b, l, pricing.ComponentGoods)
	if b.WithShipping && l.PlatformShippingMinor == 0 {
		k.add(pricing.OpShipping, l.ShippingMinor)
		k.tax(b, l, pricing.ComponentShipping)
	}
	k.BaseMinor = max(k.sum, 0)
	k.note(pricing.OpBase, k.BaseMinor)
}

// tax takes taxes included in a component out of the base, or, when the base is
// with tax, only what the platform remits, and adds what the seller remits on top.
func (k *reckoner) tax(b Base, l *pricing.QuotedLine, of pricing.Component) {
	var included, onTop int64
	for i := range l.TaxLines {
		t := &l.TaxLines[i]
		switch {
		case t.Component != of:
		case t.IsIncluded && (!b.WithTax || t.Remitter == pricing.PartyPlatform):
			included += t.AmountMinor
		case !t.IsIncluded && b.WithTax && t.Remitter == pricing.PartySeller:
			onTop += t.AmountMinor
		}
	}
	k.add(pricing.OpTaxIncluded, -included)
	k.add(pricing.OpTaxOnTop, onTop)
}

// percentage applies the rate of a rule, or its tiers, to the base.
func (k *reckoner) percentage(r *Rule) int64 {
	tiers := r.tiersIn(k.Currency)
	if len(tiers) == 0 {
		if r.BasisPoints == 0 {
			return 0
		}
		return k.rate(pricing.OpRate, r.BasisPoints, k.BaseMinor)
	}
	start := int64(0) // where the base begins on the scale of the tiers
	if r.Tiers.By == MeasureVolume {
		start = k.VolumeMinor
	}
	if !r.Tiers.IsMarginal {
		at := start
		if r.Tiers.By == MeasureLine {
			at = k.BaseMinor
		}
		return k.rate(pricing.OpRate, rateAt(tiers, at, r.BasisPoints), k.BaseMinor)
	}
	return k.slices(tiers, start, r.BasisPoints)
}

// rateAt is the rate of the last tier that begins at or before an amount, or
// that of the rule below all of them.
func rateAt(tiers []*Tier, at, below int64) int64 {
	for _, t := range tiers {
		if t.From.Minor > at {
			break
		}
		below = t.BasisPoints
	}
	return below
}

// slices charges each slice of the base at the rate of its tier, and rounds each.
func (k *reckoner) slices(tiers []*Tier, start, below int64) (sum int64) {
	from, end := start, start+k.BaseMinor
	for i := 0; from < end; i++ {
		to := end
		if i < len(tiers) {
			to = min(end, max(from, tiers[i].From.Minor))
		}
		if to > from {
			sum += k.rate(pricing.OpRate, below, to-from)
			from = to
		}
		if i < len(tiers) {
			below = tiers[i].BasisPoints
		}
	}
	return sum
}

// effectiveRate is the rate of the only RATE step, or 0 when there are several.
func (k *reckoner) effectiveRate() (rate int64) {
	count := 0
	for _, s := range k.Steps {
		if s.Operation == pricing.OpRate {
			rate = s.BasisPoints
			count++
		}
	}
	if count > 1 {
		return 0
	}
	return rate
}

// amountsIn are the amounts of the rule in a currency; zero when it has none.
func (r *Rule) amountsIn(c money.Currency) *Amounts {
	for _, a := range r.Amounts {
		if a.Currency == c {
			return a
		}
	}
	return &Amounts{Currency: c}
}

// tiersIn are the tiers of the rule in a currency, lowest first.
func (r *Rule) tiersIn(c money.Currency) (tiers []*Tier) {
	if r.Tiers == nil {
		return nil
	}
	for _, t := range r.Tiers.Tiers {
		if t.From.Currency == c {
			tiers = append(tiers, t)
		}
	}
	return tiers
}
