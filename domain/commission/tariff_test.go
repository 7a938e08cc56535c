package commission

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

func ruleset(rules ...*Rule) *Ruleset {
	version := int64(7)
	return &Ruleset{Version: &version, Rules: rules}
}

func line(unitMinor, quantity int64) *pricing.QuotedLine {
	return &pricing.QuotedLine{
		Line: pricing.Line{SellerID: "sel_mill", UnitMinor: unitMinor, Quantity: quantity, Facts: pricing.Facts{
			ProductID: "prd_tea", ProductType: "Food > Drinks > Tea", Brand: "Leaf", Condition: "NEW", ShipToCountry: "DE",
		}},
		TotalMinor: unitMinor * quantity,
	}
}

func charge(r *Ruleset, v Volumes, lines ...*pricing.QuotedLine) []pricing.Commission {
	return r.Tariff(Standing{Volumes: v}).Commission("EUR", lines)
}

func minor(n int64) *int64 { return &n }

func euros(n int64) money.Amount { return money.New(n, "EUR") }

func TestTariff_the_first_rule_that_fits_wins(t *testing.T) {
	t.Parallel()

	price := euros(1000)
	for name, c := range map[string]struct {
		when Condition
		fits bool
	}{
		"anything":              {Condition{}, true},
		"the seller":            {Condition{SellerIDs: []seller.ID{"sel_kiln", "sel_mill"}}, true},
		"another seller":        {Condition{SellerIDs: []seller.ID{"sel_kiln"}}, false},
		"the product":           {Condition{ProductIDs: []id.Any{"prd_tea"}}, true},
		"another product":       {Condition{ProductIDs: []id.Any{"prd_cup"}}, false},
		"the type":              {Condition{ProductTypes: []string{"Food > Drinks > Tea"}}, true},
		"a type above":          {Condition{ProductTypes: []string{"food>drinks"}}, true},
		"a type below":          {Condition{ProductTypes: []string{"Food > Drinks > Tea > Green"}}, false},
		"a type that begins so": {Condition{ProductTypes: []string{"Foo"}}, false},
		"the brand":             {Condition{Brands: []string{"Leaf"}}, true},
		"another brand":         {Condition{Brands: []string{"Stem"}}, false},
		"the condition":         {Condition{Conditions: []string{"NEW"}}, true},
		"another condition":     {Condition{Conditions: []string{"USED"}}, false},
		"the currency":          {Condition{Currencies: []money.Currency{"EUR"}}, true},
		"another currency":      {Condition{Currencies: []money.Currency{"USD"}}, false},
		"the country":           {Condition{Countries: []string{"FR", "DE"}}, true},
		"another country":       {Condition{Countries: []string{"FR"}}, false},
		"from the price on":     {Condition{PriceFrom: &price}, true},
		"below the price":       {Condition{PriceBelow: &price}, false},
		"all but one":           {Condition{Brands: []string{"Leaf"}, Countries: []string{"FR"}}, false},
	} {
		got := charge(ruleset(&Rule{ID: "crl_1", Name: name, When: c.when, BasisPoints: 500}, &Rule{ID: "crl_2", BasisPoints: 1000}), nil, line(1000, 1))
		want := int64(50)
		if !c.fits {
			want = 100
		}
		require.Equal(t, want, got[0].Minor, name)
		require.EqualValues(t, 7, got[0].Reckoning.RulesetVersion)
	}
	got := charge(ruleset(&Rule{ID: "crl_1", When: Condition{Brands: []string{"Stem"}}, BasisPoints: 500}), nil, line(1000, 1))
	require.Zero(t, got[0].Minor, "what no rule fits is free")
	require.Empty(t, got[0].Reckoning.RuleID)
}

func TestTariff_amounts_tiers_and_bounds(t *testing.T) {
	t.Parallel()

	tiers := func(by Measure, isMarginal bool) *Tiers {
		return &Tiers{By: by, Days: 30, IsMarginal: isMarginal, Tiers: []*Tier{
			{From: euros(5000), BasisPoints: 800}, {From: euros(20_000), BasisPoints: 500}, {From: money.New(1, "USD"), BasisPoints: 9999},
		}}
	}
	volumes := Volumes{30: {"sel_mill": 18_000}}
	for name, c := range map[string]struct {
		rule       Rule
		unit, n    int64
		commission int64
		rates      int // RATE steps
	}{
		"a rate":                         {Rule{BasisPoints: 1000}, 1999, 1, 200, 1},
		"6.45 at 30 % loses no cent":     {Rule{BasisPoints: 3000}, 645, 1, 194, 1},
		"fixed":                          {Rule{Amounts: []*Amounts{{Currency: "EUR", PerUnitMinor: 25, PerLineMinor: 10, PerOrderMinor: 5}}}, 1000, 3, 90, 0},
		"fixed in another currency":      {Rule{BasisPoints: 100, Amounts: []*Amounts{{Currency: "USD", PerUnitMinor: 25}}}, 1000, 3, 30, 1},
		"both":                           {Rule{BasisPoints: 1000, Amounts: []*Amounts{{Currency: "EUR", PerUnitMinor: 25}}}, 1000, 3, 375, 1},
		"a floor":                        {Rule{BasisPoints: 1000, Amounts: []*Amounts{{Currency: "EUR", FloorMinor: minor(150)}}}, 1000, 1, 150, 1},
		"a cap":                          {Rule{BasisPoints: 1000, Amounts: []*Amounts{{Currency: "EUR", CapMinor: minor(70)}}}, 1000, 1, 70, 1},
		"below the tiers":                {Rule{BasisPoints: 1000, Tiers: tiers(MeasureLine, true)}, 4000, 1, 400, 1},
		"slices":                         {Rule{BasisPoints: 1000, Tiers: tiers(MeasureLine, true)}, 25_000, 1, 500 + 1200 + 250, 3},
		"all at the rate of the value":   {Rule{BasisPoints: 1000, Tiers: tiers(MeasureLine, false)}, 25_000, 1, 1250, 1},
		"exactly at a tier":              {Rule{BasisPoints: 1000, Tiers: tiers(MeasureLine, false)}, 5000, 1, 400, 1},
		"slices behind what was sold":    {Rule{BasisPoints: 1000, Tiers: tiers(MeasureVolume, true)}, 5000, 1, 160 + 150, 2},
		"all at the rate of what's sold": {Rule{BasisPoints: 1000, Tiers: tiers(MeasureVolume, false)}, 5000, 1, 400, 1},
	} {
		rule := c.rule
		rule.ID = "crl_1"
		got := charge(ruleset(&rule), volumes, line(c.unit, c.n))[0]
		require.Equal(t, c.commission, got.Minor, name)
		rates := 0
		for _, s := range got.Reckoning.Steps {
			if s.Operation == pricing.OpRate {
				rates++
			}
		}
		require.Equal(t, c.rates, rates, name)
	}
	perOrder := ruleset(&Rule{ID: "crl_1", Amounts: []*Amounts{{Currency: "EUR", PerOrderMinor: 50}}})
	got := charge(perOrder, nil, line(1000, 1), line(1000, 1))
	require.EqualValues(t, 50, got[0].Minor)
	require.Zero(t, got[1].Minor, "once for the seller order")
}

func TestTariff_bases(t *testing.T) {
	t.Parallel()

	l := line(11_900, 1)
	l.SellerDiscountMinor, l.PlatformDiscountMinor, l.ShippingMinor = 1190, 500, 1190
	tax := func(of pricing.Component, minor int64, isIncluded bool, by pricing.Party) pricing.TaxLine {
		return pricing.TaxLine{Component: of, AmountMinor: minor, IsIncluded: isIncluded, Remitter: by, Currency: "EUR"}
	}
	l.TaxLines = []pricing.TaxLine{
		tax(pricing.ComponentGoods, 1700, true, pricing.PartySeller), tax(pricing.ComponentShipping, 190, true, pricing.PartySeller),
		tax(pricing.ComponentGoods, 300, false, pricing.PartySeller), tax(pricing.ComponentGoods, 70, false, pricing.PartyPlatform),
	}
	for _, c := range []struct {
		base Base
		want int64
	}{
		{Base{}, 11_900 - 1190 - 1700},
		{Base{BeforeDiscount: true}, 11_900 - 1700},
		{Base{WithTax: true}, 11_900 - 1190 + 300},
		{Base{WithShipping: true}, 11_900 - 1190 - 1700 + 1190 - 190},
		{Base{BeforeDiscount: true, WithTax: true, WithShipping: true}, 11_900 + 300 + 1190},
	} {
		got := charge(ruleset(&Rule{ID: "crl_1", BasisPoints: 10_000, Base: c.base, VAT: 1900}), nil, l)[0]
		require.Equal(t, c.want, got.Minor, "%+v", c.base)
		require.Equal(t, c.want, got.Reckoning.BaseMinor)
		require.Equal(t, money.Basis(1900).Of(euros(c.want)), got.VATMinor)
	}
	for i := range l.TaxLines {
		l.TaxLines[i].Remitter = pricing.PartyPlatform
	}
	got := charge(ruleset(&Rule{ID: "crl_1", BasisPoints: 10_000, Base: Base{WithTax: true}}), nil, l)[0]
	require.EqualValues(t, 11_900-1190-1700, got.Minor, "what the platform remits is in no base")
	l.PlatformShippingMinor = 1190
	got = charge(ruleset(&Rule{ID: "crl_1", BasisPoints: 10_000, Base: Base{WithShipping: true}}), nil, l)[0]
	require.EqualValues(t, 11_900-1190-1700, got.Minor, "neither is shipping by the platform")
}

func TestBuyerFee(t *testing.T) {
	t.Parallel()

	r := ruleset()
	r.BuyerFees = []*BuyerFee{{Currency: "EUR", BasisPoints: 200, FixedMinor: 30, FloorMinor: minor(50), CapMinor: minor(500)}}
	for goods, want := range map[int64]int64{0: 50, 900: 50, 10_000: 230, 1_000_000: 500} {
		require.Equal(t, want, r.Tariff(Standing{}).BuyerFee(euros(goods), 1).Minor)
	}
	require.Zero(t, r.Tariff(Standing{}).BuyerFee(money.New(10_000, "USD"), 1))
}

// Whoever follows the steps of a reckoning by hand comes to the commission that
// was charged, and to the base.
func TestReckoning_can_be_followed_by_hand(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		amount := rapid.Int64Range(0, 3000)
		rate := rapid.Int64Range(0, 10_000)
		rule := &Rule{
			ID: "crl_1", BasisPoints: rate.Draw(t, "rate"), VAT: rate.Draw(t, "vat"),
			Base: Base{BeforeDiscount: rapid.Bool().Draw(t, "before"), WithShipping: rapid.Bool().Draw(t, "shipping")},
			Amounts: []*Amounts{{
				Currency: "EUR", PerUnitMinor: amount.Draw(t, "unit"), PerLineMinor: amount.Draw(t, "line"), PerOrderMinor: amount.Draw(t, "order"),
			}},
		}
		if rapid.Bool().Draw(t, "bounded") {
			rule.Amounts[0].FloorMinor = minor(amount.Draw(t, "floor"))
			rule.Amounts[0].CapMinor = minor(*rule.Amounts[0].FloorMinor + amount.Draw(t, "cap"))
		}
		if rapid.Bool().Draw(t, "tiered") {
			rule.Tiers = &Tiers{By: MeasureLine, IsMarginal: rapid.Bool().Draw(t, "marginal"), Tiers: []*Tier{
				{From: euros(amount.Draw(t, "first")), BasisPoints: rate.Draw(t, "rate 1")}, {From: euros(4000), BasisPoints: rate.Draw(t, "rate 2")},
			}}
		}
		p := &pricing.Part{SellerID: "sel_mill", ShippingBy: pricing.PartySeller}
		for range rapid.IntRange(1, 3).Draw(t, "lines") {
			l := line(amount.Draw(t, "price"), rapid.Int64Range(1, 5).Draw(t, "quantity"))
			l.SellerDiscountMinor = rapid.Int64Range(0, l.TotalMinor).Draw(t, "discount")
			l.ShippingMinor = amount.Draw(t, "shipping")
			p.Lines = append(p.Lines, l)
		}
		p.Charge("EUR", ruleset(rule).Tariff(Standing{}))
		for _, l := range p.Lines {
			follow(t, l)
		}
	})
}

func follow(t *rapid.T, l *pricing.QuotedLine) {
	var sum, base, vat int64
	for _, s := range l.Reckoning.Steps {
		switch s.Operation {
		case pricing.OpBase:
			require.Equal(t, max(sum, 0), s.AmountMinor)
			base, sum = s.AmountMinor, 0
		case pricing.OpRate:
			require.Equal(t, money.Basis(s.BasisPoints).Of(euros(s.OfMinor)), s.AmountMinor)
			sum += s.AmountMinor
		case pricing.OpFloor, pricing.OpCap, pricing.OpLimit:
			sum = s.AmountMinor
		case pricing.OpResult:
			require.Equal(t, sum, s.AmountMinor)
		case pricing.OpVAT:
			vat = s.AmountMinor
		case pricing.OpGoods, pricing.OpSellerDiscount, pricing.OpTaxIncluded, pricing.OpTaxOnTop, pricing.OpShipping,
			pricing.OpPerUnit, pricing.OpPerLine, pricing.OpPerOrder:
			sum += s.AmountMinor
		}
	}
	require.Equal(t, l.CommissionMinor, sum)
	require.Equal(t, l.CommissionVATMinor, vat)
	require.Equal(t, l.Reckoning.BaseMinor, base)
	require.GreaterOrEqual(t, l.NetMinor(), int64(0))
	require.LessOrEqual(t, l.Reckoning.FixedMinor, l.CommissionMinor)
}

func BenchmarkTariff(b *testing.B) {
	rules := make([]*Rule, 0, 20)
	for range 19 {
		rules = append(rules, &Rule{ID: "crl_x", When: Condition{ProductTypes: []string{"Toys > Games"}, SellerIDs: []seller.ID{"sel_kiln"}}})
	}
	tariff := ruleset(append(rules, &Rule{ID: "crl_y", BasisPoints: 1000, Amounts: []*Amounts{{Currency: "EUR", PerUnitMinor: 25}}})...).Tariff(Standing{})
	terms := pricing.Terms{Tariff: tariff}
	basket := pricing.Basket{Currency: "EUR"}
	for range 10 {
		basket.Lines = append(basket.Lines, line(1999, 2).Line)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := terms.Quote(basket); err != nil {
			b.Fatal(err)
		}
	}
}

// The buyer's fee is its rate, its fixed amount and what each line adds, within its
// bounds; what is kept in a refund is never more than all of it.
func TestBuyerFee_per_line_and_what_is_kept(t *testing.T) {
	t.Parallel()

	f := &BuyerFee{Currency: "EUR", BasisPoints: 100, FixedMinor: 50, PerLine: 20}
	for _, c := range []struct {
		refund      RefundPolicy
		lines       int
		minor, kept int64
	}{
		{"", 1, 170, 0}, {pricing.RefundReturnAll, 3, 210, 0}, {pricing.RefundKeepFixed, 3, 210, 110}, {pricing.RefundKeepAll, 2, 190, 190},
	} {
		f.Refund = c.refund
		require.Equal(t, pricing.BuyerFee{Minor: c.minor, KeptMinor: c.kept}, f.of(euros(10_000), c.lines))
	}
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom([]money.Currency{"EUR", "JPY", "KWD"}).Draw(t, "currency")
		amount := func(name string) int64 { return rapid.Int64Range(0, 5_000).Draw(t, name) * c.Step() }
		fee := &BuyerFee{
			Currency: c, BasisPoints: rapid.Int64Range(0, 10_000).Draw(t, "rate"), FixedMinor: amount("fixed"), PerLine: amount("line"),
			Refund: rapid.SampledFrom([]RefundPolicy{"", pricing.RefundReturnAll, pricing.RefundKeepFixed, pricing.RefundKeepAll}).Draw(t, "refund"),
		}
		if rapid.Bool().Draw(t, "capped") {
			fee.CapMinor = minor(amount("cap"))
		}
		goods := money.New(amount("goods"), c)
		lines := rapid.IntRange(1, 50).Draw(t, "lines")
		got := fee.of(goods, lines)
		require.Zero(t, got.Minor%c.Step())
		require.True(t, 0 <= got.KeptMinor && got.KeptMinor <= got.Minor)
		if fee.CapMinor == nil {
			require.Equal(t, fee.FixedMinor+int64(lines)*fee.PerLine+money.Basis(fee.BasisPoints).Of(goods), got.Minor)
		} else {
			require.LessOrEqual(t, got.Minor, *fee.CapMinor)
		}
	})
}
