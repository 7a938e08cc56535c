package commission

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

// drawTiers makes up one to five tiers; rising ones never become cheaper.
func drawTiers(t *rapid.T, by Measure, isMarginal, rising bool) *Tiers {
	x := &Tiers{By: by, Days: 30, IsMarginal: isMarginal}
	from, rate := int64(0), int64(0)
	for range rapid.IntRange(1, 5).Draw(t, "tiers") {
		from += rapid.Int64Range(1, 20_000).Draw(t, "from")
		if rising {
			rate += rapid.Int64Range(0, 2_000).Draw(t, "more")
		} else {
			rate = rapid.Int64Range(0, 10_000).Draw(t, "rate")
		}
		x.Tiers = append(x.Tiers, &Tier{From: euros(from), BasisPoints: rate})
	}
	return x
}

// byCents is the marginal percentage of a base in ten-thousandths of a cent, counted
// cent by cent, as nobody would who is in a hurry.
func byCents(tiers []*Tier, start, base, below int64) (sum int64) {
	for at := start; at < start+base; at++ {
		sum += rateAt(tiers, at, below)
	}
	return sum
}

// Marginal tiers charge each cent at the rate of its own tier: the slices are the
// whole base, and the sum is what counting cents gives, but for the rounding of each
// slice to the nearest cent.
func TestTiers_marginal_charge_each_cent_at_its_own_rate(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		by := rapid.SampledFrom([]Measure{MeasureLine, MeasureVolume}).Draw(t, "by")
		rule := &Rule{ID: "crl_1", BasisPoints: rapid.Int64Range(0, 10_000).Draw(t, "below"), Tiers: drawTiers(t, by, true, false)}
		base, sold := rapid.Int64Range(1, 30_000).Draw(t, "base"), rapid.Int64Range(0, 60_000).Draw(t, "sold")
		got := charge(ruleset(rule), Volumes{30: {"sel_mill": sold}}, line(base, 1))[0]
		start := int64(0)
		if by == MeasureVolume {
			start = sold
		}
		sliced, slices := int64(0), int64(0)
		for _, s := range got.Reckoning.Steps {
			if s.Operation == pricing.OpRate {
				sliced += s.OfMinor
				slices++
			}
		}
		require.Equal(t, base, sliced, "the slices are the whole base")
		exact := byCents(rule.Tiers.Tiers, start, base, rule.BasisPoints)
		off := got.Minor*int64(money.Whole) - exact
		require.LessOrEqual(t, max(off, -off)*2, slices*int64(money.Whole), "half a cent for each slice")
	})
}

// Tiers of the whole charge all of it at the rate where it ends, or where the seller
// stands, and nothing in between.
func TestTiers_of_the_whole_charge_one_rate(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		by := rapid.SampledFrom([]Measure{MeasureLine, MeasureVolume}).Draw(t, "by")
		rule := &Rule{ID: "crl_1", BasisPoints: rapid.Int64Range(0, 10_000).Draw(t, "below"), Tiers: drawTiers(t, by, false, false)}
		base, sold := rapid.Int64Range(1, 90_000).Draw(t, "base"), rapid.Int64Range(0, 90_000).Draw(t, "sold")
		at := base
		if by == MeasureVolume {
			at = sold
		}
		want := rule.BasisPoints
		for _, tier := range rule.Tiers.Tiers {
			if tier.From.Minor <= at {
				want = tier.BasisPoints
			}
		}
		got := charge(ruleset(rule), Volumes{30: {"sel_mill": sold}}, line(base, 1))[0]
		require.Equal(t, money.Basis(want).Of(euros(base)), got.Minor)
		require.Equal(t, want, got.BasisPoints)
	})
}

// A line that costs more is never charged less, whatever the tiers, as long as their
// rates do not fall, or they are marginal; floor, cap and amounts change nothing of
// that. And a seller who has sold more is not charged more for the same line when the
// rates of volume fall.
func TestTariff_is_monotone_where_it_must_be(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		isMarginal := rapid.Bool().Draw(t, "marginal")
		rule := &Rule{ID: "crl_1", Tiers: drawTiers(t, MeasureLine, isMarginal, !isMarginal)}
		if !isMarginal {
			rule.BasisPoints = 0
		}
		a := &Amounts{Currency: "EUR", PerUnitMinor: rapid.Int64Range(0, 90).Draw(t, "unit"), PerLineMinor: rapid.Int64Range(0, 90).Draw(t, "line")}
		if rapid.Bool().Draw(t, "bounded") {
			low := rapid.Int64Range(0, 500).Draw(t, "floor")
			a.FloorMinor, a.CapMinor = minor(low), minor(low+rapid.Int64Range(0, 5_000).Draw(t, "cap"))
		}
		rule.Amounts = []*Amounts{a}
		less := rapid.Int64Range(1, 60_000).Draw(t, "less")
		more := less + rapid.Int64Range(0, 60_000).Draw(t, "more")
		r := ruleset(rule)
		cheap, dear := charge(r, nil, line(less, 1))[0], charge(r, nil, line(more, 1))[0]
		// Each slice is rounded: a cent moves from one to another at most once for each.
		require.LessOrEqual(t, cheap.Minor, dear.Minor+int64(len(rule.Tiers.Tiers)))
		if a.FloorMinor != nil {
			for _, got := range []int64{cheap.Minor, dear.Minor} {
				require.True(t, *a.FloorMinor <= got && got <= *a.CapMinor, "%d is not from %d to %d", got, *a.FloorMinor, *a.CapMinor)
			}
		}

		falling := &Tiers{By: MeasureVolume, Days: 30, Tiers: []*Tier{{From: euros(10_000), BasisPoints: 800}, {From: euros(50_000), BasisPoints: 500}}}
		v := ruleset(&Rule{ID: "crl_2", BasisPoints: 1_000, Tiers: falling})
		small := charge(v, Volumes{30: {"sel_mill": less}}, line(2_000, 1))[0]
		big := charge(v, Volumes{30: {"sel_mill": more}}, line(2_000, 1))[0]
		require.GreaterOrEqual(t, small.Minor, big.Minor)
	})
}

// What the base is of: after the seller's discount it is never more than before it,
// with tax or shipping never less than without, and never more than what the buyer
// pays for what is in it.
func TestTariff_bases_contain_each_other(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		l := line(rapid.Int64Range(1, 20_000).Draw(t, "unit"), rapid.Int64Range(1, 5).Draw(t, "quantity"))
		l.SellerDiscountMinor = rapid.Int64Range(0, l.TotalMinor).Draw(t, "discount")
		l.ShippingMinor = rapid.Int64Range(0, 900).Draw(t, "shipping")
		base := func(b Base) int64 {
			return charge(ruleset(&Rule{ID: "crl_1", BasisPoints: 1_000, Base: b}), nil, l)[0].Reckoning.BaseMinor
		}
		b := Base{
			BeforeDiscount: rapid.Bool().Draw(t, "before"), WithTax: rapid.Bool().Draw(t, "taxed"), WithShipping: rapid.Bool().Draw(t, "shipped"),
		}
		got := base(b)
		before, with := b, b
		before.BeforeDiscount, with.WithShipping = true, true
		require.LessOrEqual(t, got, base(before))
		require.LessOrEqual(t, got, base(with))
		if !b.BeforeDiscount {
			require.Equal(t, base(before)-l.SellerDiscountMinor, got)
		}
		if !b.WithShipping {
			require.Equal(t, base(with)-l.ShippingMinor, got)
		}
	})
}

// The first rule that fits charges, whatever stands after it, and a rule that cannot
// fit changes nothing wherever it stands.
func TestTariff_order_of_rules(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		var rules []*Rule
		for i := range rapid.IntRange(1, 8).Draw(t, "rules") {
			r := &Rule{ID: RuleID(rune('a' + i)), BasisPoints: rapid.Int64Range(0, 10_000).Draw(t, "rate")}
			switch rapid.IntRange(0, 3).Draw(t, "when") {
			case 0:
				r.When.Brands = []string{"Stem"} // no line has it
			case 1:
				r.When.SellerIDs = []seller.ID{"sel_mill"}
			case 2:
				r.When.ProductTypes = []string{rapid.SampledFrom([]string{"Food", "Food>Drinks", "Toys", "Food > Drinks > Tea > Green"}).Draw(t, "type")}
			}
			rules = append(rules, r)
		}
		l := line(rapid.Int64Range(1, 50_000).Draw(t, "price"), 1)
		got := charge(ruleset(rules...), nil, l)[0]
		fits := slices.IndexFunc(rules, func(r *Rule) bool { return r.When.fits("EUR", l, "") })
		if fits < 0 {
			require.Zero(t, got.Minor)
			require.Empty(t, got.Reckoning.RuleID)
			return
		}
		require.Equal(t, string(rules[fits].ID), got.Reckoning.RuleID)
		require.Equal(t, got.Minor, charge(ruleset(rules[:fits+1]...), nil, l)[0].Minor, "what comes later does not count")
		never := &Rule{ID: "crl_never", When: Condition{Brands: []string{"Stem"}}, BasisPoints: 10_000}
		at := rapid.IntRange(0, len(rules)).Draw(t, "at")
		require.Equal(t, got, charge(ruleset(slices.Insert(slices.Clone(rules), at, never)...), nil, l)[0])
	})
}

// A category fits itself and all that is below it, in any case and with any spaces,
// and nothing else.
func TestCondition_fits_all_below_a_category(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		level := rapid.SampledFrom([]string{"Food", "Drinks", "Tea", "Green", "Foo", "Te"})
		path := rapid.SliceOfN(level, 1, 5).Draw(t, "path")
		depth := rapid.IntRange(1, len(path)).Draw(t, "depth")
		spell := func(levels []string) string {
			s := strings.Join(levels, rapid.SampledFrom([]string{">", " > ", "  >"}).Draw(t, "separator"))
			if rapid.Bool().Draw(t, "shouted") {
				return strings.ToUpper(s)
			}
			return s
		}
		require.True(t, isWithin(spell(path), spell(path[:depth])))
		require.Equal(t, depth == len(path), isWithin(spell(path[:depth]), spell(path)), "what is above is not below")
		other := slices.Clone(path[:depth])
		at := rapid.IntRange(0, depth-1).Draw(t, "at")
		other[at] += "x"
		require.False(t, isWithin(spell(path), spell(other)))
	})
}

// A rule's amount for the order is charged once for each order, whatever lines it has
// and in whatever order they stand.
func TestTariff_per_order_is_charged_once(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		a := &Amounts{Currency: "EUR", PerOrderMinor: rapid.Int64Range(0, 500).Draw(t, "order"), PerLineMinor: rapid.Int64Range(0, 50).Draw(t, "line")}
		r := ruleset(&Rule{ID: "crl_1", Amounts: []*Amounts{a}})
		var lines []*pricing.QuotedLine
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			lines = append(lines, line(rapid.Int64Range(1, 900).Draw(t, "price"), 1))
		}
		sum := func(lines []*pricing.QuotedLine) (sum int64) {
			for _, c := range charge(r, nil, lines...) {
				sum += c.Minor
			}
			return sum
		}
		want := a.PerOrderMinor + int64(len(lines))*a.PerLineMinor
		require.Equal(t, want, sum(lines))
		slices.Reverse(lines)
		require.Equal(t, want, sum(lines))
	})
}
