package simulate

import (
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// drawRules are rules of commission of every make: for some sellers, currencies, countries
// and prices, in tiers of the line or of what a seller has sold, marginal or whole, with
// amounts, floors and caps, of every base, and one at the end that fits all.
func (t *turn) drawRules() commission.SaveInput {
	in := commission.SaveInput{}
	for range t.r.IntN(4) {
		rule := t.drawRule()
		rule.When = t.drawCondition()
		in.Rules = append(in.Rules, rule)
	}
	in.Rules = append(in.Rules, t.drawRule())
	for _, code := range t.plan.Setup.Currencies {
		c, keep := money.Currency(code), t.drawPolicy()
		if t.chance(40) {
			in.BuyerFees = append(in.BuyerFees, &commission.BuyerFeeInput{
				Currency: c, BasisPoints: t.r.IntN(400), Fixed: t.upTo(80, c), PerLine: t.upTo(30, c), Refund: &keep,
				Floor: t.upTo(50, c), Cap: t.from(50, 900, c),
			})
		}
	}
	return in
}

func (t *turn) drawRule() *commission.RuleInput {
	vat, keep := t.r.IntN(3)*950, t.drawPolicy()
	rule := &commission.RuleInput{
		Name: t.unique("Rule"), BasisPoints: t.r.IntN(3_500), VATBasisPoints: &vat, Refund: &keep,
		Base: &commission.Base{BeforeDiscount: t.chance(30), WithTax: t.chance(30), WithShipping: t.chance(30)},
	}
	for _, code := range t.plan.Setup.Currencies {
		if c := money.Currency(code); t.chance(50) {
			rule.Amounts = append(rule.Amounts, &commission.AmountsInput{
				Currency: c, PerUnit: t.upTo(40, c), PerLine: t.upTo(40, c), PerOrder: t.upTo(60, c),
				Floor: t.upTo(100, c), Cap: t.from(100, 4_000, c),
			})
		}
	}
	if t.chance(50) {
		rule.Tiers = t.drawTiers()
	}
	return rule
}

func (t *turn) drawTiers() *commission.TiersInput {
	tiers := &commission.TiersInput{By: commission.MeasureLine, IsMarginal: t.chance(50)}
	if t.chance(50) {
		days := 1 + t.r.IntN(60)
		tiers.By, tiers.Days = commission.MeasureVolume, &days
	}
	for _, code := range t.plan.Setup.Currencies {
		c := money.Currency(code)
		for i := range int64(1 + t.r.IntN(3)) {
			tiers.Tiers = append(tiers.Tiers, &commission.TierInput{From: *t.from(i*4_000, 3_000, c), BasisPoints: t.r.IntN(3_000)})
		}
	}
	return tiers
}

func (t *turn) drawCondition() *commission.ConditionInput {
	when := &commission.ConditionInput{}
	s, ok := one(t, t.sellers)
	if ok && t.chance(40) {
		when.SellerIDs = []seller.ID{s.id}
	}
	if t.chance(30) {
		when.Currencies = []money.Currency{t.currency()}
	}
	if t.chance(30) {
		when.Countries = []string{"DE", "FR"}
	}
	if c := t.currency(); t.chance(30) {
		when.PriceFrom, when.PriceBelow = t.upTo(3_000, c), t.from(3_000, 20_000, c)
	}
	return when
}

func (t *turn) drawPolicy() pricing.RefundPolicy {
	return []pricing.RefundPolicy{pricing.RefundReturnAll, pricing.RefundKeepFixed, pricing.RefundKeepAll}[t.r.IntN(3)]
}

// upTo draws an amount that can be charged, below so many steps of the currency.
func (t *turn) upTo(most int64, c money.Currency) *money.Input { return t.from(0, most, c) }

// from draws an amount that can be charged, from so many steps of the currency on and
// fewer than room above it.
func (t *turn) from(least, room int64, c money.Currency) *money.Input {
	return &money.Input{Amount: money.New((least+t.r.Int64N(room))*c.Step(), c).Decimal(), CurrencyCode: c}
}
