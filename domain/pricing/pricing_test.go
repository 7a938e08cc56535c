package pricing_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
)

func TestQuote_parts_sum_to_the_whole(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		terms := pricing.Terms{Tariff: pricing.Flat(rapid.Int64Range(0, 10_000).Draw(t, "commission"))}
		lines := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) pricing.Line {
			return pricing.Line{
				SellerID:  rapid.SampledFrom([]seller.ID{"a", "b", "c"}).Draw(t, "seller"),
				UnitMinor: rapid.Int64Range(0, 50_000).Draw(t, "unit"),
				Quantity:  rapid.Int64Range(1, 20).Draw(t, "quantity"),
			}
		}), 1, 40).Draw(t, "lines")

		q, err := terms.Quote(pricing.Basket{Currency: "EUR", Lines: lines})
		require.NoError(t, err)

		var total, want int64
		var count int
		for _, l := range lines {
			want += l.UnitMinor * l.Quantity
		}
		for _, p := range q.Parts {
			var partTotal, partCommission int64
			for _, l := range p.Lines {
				require.Equal(t, p.SellerID, l.SellerID)
				require.GreaterOrEqual(t, l.CommissionMinor, int64(0))
				require.LessOrEqual(t, l.CommissionMinor, l.TotalMinor)
				partTotal += l.TotalMinor
				partCommission += l.CommissionMinor
				count++
			}
			require.Equal(t, partTotal, p.TotalMinor)
			require.Equal(t, partCommission, p.CommissionMinor)
			require.Equal(t, p.TotalMinor, p.NetMinor()+p.CommissionMinor)
			total += p.TotalMinor
		}
		require.Equal(t, want, total)
		require.Equal(t, total, q.TotalMinor)
		require.Len(t, lines, count)
	})
}

func TestQuote_refuses_what_one_payment_cannot_be(t *testing.T) {
	t.Parallel()

	terms := pricing.Terms{Tariff: pricing.Flat(1000)}
	line := func(unit, quantity int64) pricing.Line {
		return pricing.Line{SellerID: "a", UnitMinor: unit, Quantity: quantity}
	}
	_, err := terms.Quote(pricing.Basket{Currency: "EUR", Lines: []pricing.Line{line(money.Max, 1), line(1, 1)}})
	require.ErrorIs(t, err, pricing.ErrTotalTooLarge)
	_, err = terms.Quote(pricing.Basket{Currency: "EUR", Lines: []pricing.Line{line(money.Max, 999)}})
	require.ErrorIs(t, err, pricing.ErrTotalTooLarge)

	q, err := terms.Quote(pricing.Basket{Currency: "EUR", Lines: []pricing.Line{line(49, 1)}})
	require.NoError(t, err)
	require.ErrorIs(t, q.Chargeable(), pricing.ErrTotalTooSmall)
	q, err = terms.Quote(pricing.Basket{Currency: "EUR", Lines: []pricing.Line{line(50, 1)}})
	require.NoError(t, err)
	require.NoError(t, q.Chargeable())
}

func TestQuote_in_dinars_moves_in_tens(t *testing.T) {
	t.Parallel()

	terms := pricing.Terms{Tariff: pricing.Flat(1250)}
	q, err := terms.Quote(pricing.Basket{Currency: "KWD", Lines: []pricing.Line{{SellerID: "a", UnitMinor: 1230, Quantity: 1}}})
	require.NoError(t, err)
	require.NoError(t, q.Chargeable())
	require.EqualValues(t, 150, q.Parts[0].CommissionMinor)
	require.EqualValues(t, 1080, q.Parts[0].NetMinor())
	q, err = terms.Quote(pricing.Basket{Currency: "KWD", Lines: []pricing.Line{{SellerID: "a", UnitMinor: 1234, Quantity: 1}}})
	require.NoError(t, err)
	require.ErrorIs(t, q.Chargeable(), pricing.ErrTotalStep)
}

// The worked order of the table of postings: every number of it.
func TestQuote_of_two_sellers_with_everything(t *testing.T) {
	t.Parallel()

	const a, b = seller.ID("A"), seller.ID("B")
	tax := func(rate money.Basis, component pricing.Component, by pricing.Party) pricing.Tax {
		return pricing.Tax{Component: component, Jurisdiction: "US-CA", Rate: rate, Remitter: by}
	}
	q, err := pricing.Terms{Tariff: pricing.Flat(1000)}.Quote(pricing.Basket{
		Currency: "USD",
		Lines: []pricing.Line{
			{SellerID: a, UnitMinor: 3000, Quantity: 2, Taxes: []pricing.Tax{tax(800, pricing.ComponentGoods, pricing.PartyPlatform)}},
			{SellerID: b, UnitMinor: 4000, Quantity: 1, Taxes: []pricing.Tax{
				tax(900, pricing.ComponentGoods, pricing.PartySeller), tax(900, pricing.ComponentShipping, pricing.PartySeller),
			}},
		},
		Discounts: []pricing.Discount{
			{Ref: "of A", AmountMinor: 500, SellerShare: money.Whole, Lines: []int{0}},
			{Ref: "of the platform", AmountMinor: 600, Lines: []int{1}},
		},
		Shipping: map[seller.ID]pricing.Shipping{
			a: {AmountMinor: 400, By: pricing.PartySeller}, b: {AmountMinor: 600, By: pricing.PartyPlatform},
		},
	})
	require.NoError(t, err)
	require.NoError(t, q.Chargeable())
	require.EqualValues(t, 10_700, q.TotalMinor)
	partA, partB := q.Parts[0], q.Parts[1]
	require.EqualValues(t, 6340, partA.TotalMinor)
	require.EqualValues(t, 440, partA.PlatformTaxMinor)
	require.EqualValues(t, 550, partA.CommissionMinor)
	require.EqualValues(t, 5350, partA.NetMinor())
	require.EqualValues(t, 4360, partB.TotalMinor)
	require.EqualValues(t, 600, partB.PlatformShippingMinor)
	require.EqualValues(t, 400, partB.CommissionMinor, "the platform's own discount does not lower it")
	require.EqualValues(t, 3960, partB.NetMinor())
	require.Equal(t, []pricing.Discounted{{Ref: "of A", SellerMinor: 500}, {Ref: "of the platform", PlatformMinor: 600}}, q.Discounts)
}

func TestQuote_of_prices_with_tax_in_them(t *testing.T) {
	t.Parallel()

	vat := func(component pricing.Component, by pricing.Party) pricing.Tax {
		return pricing.Tax{Component: component, Jurisdiction: "DE", Rate: 1900, IsIncluded: true, Remitter: by}
	}
	quote := func(by, shippedBy pricing.Party) *pricing.Part {
		q, err := pricing.Terms{Tariff: pricing.Flat(1000)}.Quote(pricing.Basket{
			Currency: "EUR",
			Lines: []pricing.Line{{SellerID: "a", UnitMinor: 11_900, Quantity: 1, Taxes: []pricing.Tax{
				vat(pricing.ComponentGoods, by), vat(pricing.ComponentShipping, by),
			}}},
			Shipping: map[seller.ID]pricing.Shipping{"a": {AmountMinor: 1190, By: shippedBy}},
		})
		require.NoError(t, err)
		require.EqualValues(t, 13_090, q.TotalMinor, "nothing comes on top")
		require.Zero(t, q.Parts[0].TaxMinor)
		require.EqualValues(t, 1000, q.Parts[0].CommissionMinor, "of 100.00, without tax")
		return q.Parts[0]
	}
	p := quote(pricing.PartySeller, pricing.PartySeller)
	require.EqualValues(t, 13_090-1000, p.NetMinor(), "the seller has it all, and owes 20.90 of it")
	p = quote(pricing.PartyPlatform, pricing.PartySeller)
	require.EqualValues(t, 1900+190, p.PlatformTaxMinor)
	require.EqualValues(t, 11_000-1000, p.NetMinor())
	p = quote(pricing.PartySeller, pricing.PartyPlatform)
	require.EqualValues(t, 1000, p.PlatformShippingMinor)
	require.EqualValues(t, 11_900+190-1000, p.NetMinor())
	p = quote(pricing.PartyPlatform, pricing.PartyPlatform)
	require.EqualValues(t, 1000, p.PlatformShippingMinor)
	require.EqualValues(t, 10_000-1000, p.NetMinor())
}

// greedy wants more than there is.
type greedy struct{ minor, vat, fee int64 }

func (g greedy) Commission(_ money.Currency, lines []*pricing.QuotedLine) []pricing.Commission {
	all := make([]pricing.Commission, len(lines))
	for i := range all {
		all[i] = pricing.Commission{Minor: g.minor, VATMinor: g.vat}
	}
	return all
}

func (g greedy) BuyerFee(money.Amount, int) pricing.BuyerFee { return pricing.BuyerFee{Minor: g.fee} }

// Whatever is taken off, put on top or kept: each line is its components, each
// part its lines, the order its parts, and nobody is owed less than nothing.
func TestQuote_components_sum_to_the_whole(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom([]money.Currency{"EUR", "JPY", "KWD"}).Draw(t, "currency")
		b := drawBasket(t, c)
		tariff := greedy{
			minor: rapid.Int64Range(0, 20_000).Draw(t, "commission") * c.Step(),
			vat:   rapid.Int64Range(0, 5_000).Draw(t, "vat") * c.Step(),
			fee:   rapid.Int64Range(0, 500).Draw(t, "fee") * c.Step(),
		}
		q, err := pricing.Terms{Tariff: tariff}.Quote(b)
		require.NoError(t, err)

		total := q.ServiceFeeMinor
		var discounted pricing.Components
		for _, p := range q.Parts {
			var sums pricing.Components
			var payable, net, shipping int64
			for _, l := range p.Lines {
				requireLine(t, l, c)
				payable += l.PayableMinor()
				net += l.NetMinor()
				shipping += l.ShippingMinor
				sums.CommissionMinor += l.CommissionMinor
				sums.SellerDiscountMinor += l.SellerDiscountMinor
				sums.PlatformDiscountMinor += l.PlatformDiscountMinor
			}
			require.Equal(t, payable, p.TotalMinor)
			require.Equal(t, net, p.NetMinor())
			require.Equal(t, b.Shipping[p.SellerID].AmountMinor, shipping, "no unit of the shipping is lost")
			require.Equal(t, sums.CommissionMinor, p.CommissionMinor)
			require.Equal(t, payable+p.PlatformDiscountMinor,
				net+p.CommissionMinor+p.CommissionVATMinor+p.PlatformTaxMinor+p.PlatformShippingMinor)
			total += p.TotalMinor
			discounted.SellerDiscountMinor += sums.SellerDiscountMinor
			discounted.PlatformDiscountMinor += sums.PlatformDiscountMinor
		}
		require.Equal(t, total, q.TotalMinor)
		for _, d := range q.Discounts {
			discounted.SellerDiscountMinor -= d.SellerMinor
			discounted.PlatformDiscountMinor -= d.PlatformMinor
		}
		require.Zero(t, discounted, "what the lines say was taken off is what the discounts say")
		if q.TotalMinor >= 20_000 {
			require.NoError(t, q.Chargeable(), "each part can be transferred by itself")
		}
	})
}

func requireLine(t *rapid.T, l *pricing.QuotedLine, c money.Currency) {
	require.GreaterOrEqual(t, l.SellerDiscountMinor, int64(0))
	require.GreaterOrEqual(t, l.PlatformDiscountMinor, int64(0))
	require.LessOrEqual(t, l.DiscountMinor(), l.TotalMinor)
	require.GreaterOrEqual(t, l.PlatformShippingMinor, int64(0))
	require.LessOrEqual(t, l.PlatformShippingMinor, l.ShippingMinor)
	require.GreaterOrEqual(t, l.NetMinor(), int64(0))
	require.GreaterOrEqual(t, l.CommissionVATMinor, int64(0))
	var top, platform int64
	for _, x := range l.TaxLines {
		if !x.IsIncluded {
			top += x.AmountMinor
		}
		if x.Remitter == pricing.PartyPlatform {
			platform += x.AmountMinor
		}
	}
	require.Equal(t, top, l.TaxMinor)
	require.Equal(t, platform, l.PlatformTaxMinor)
	require.Zero(t, l.NetMinor()%c.Step())
}

func drawBasket(t *rapid.T, c money.Currency) pricing.Basket {
	party := rapid.SampledFrom([]pricing.Party{pricing.PartySeller, pricing.PartyPlatform})
	sellers := rapid.SampledFrom([]seller.ID{"a", "b", "c"})
	taxes := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) pricing.Tax {
		return pricing.Tax{
			Component:    rapid.SampledFrom([]pricing.Component{pricing.ComponentGoods, pricing.ComponentShipping}).Draw(t, "on"),
			Jurisdiction: rapid.SampledFrom([]string{"DE", "US-CA"}).Draw(t, "jurisdiction"),
			Rate:         money.Basis(rapid.Int64Range(0, 5000).Draw(t, "rate")),
			IsIncluded:   rapid.Bool().Draw(t, "included"), Remitter: party.Draw(t, "remitter"),
		}
	}), 0, 4)
	b := pricing.Basket{Currency: c, Shipping: map[seller.ID]pricing.Shipping{}}
	b.Lines = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) pricing.Line {
		return pricing.Line{
			SellerID:  sellers.Draw(t, "seller"),
			UnitMinor: rapid.Int64Range(0, 3_000).Draw(t, "unit") * c.Step(),
			Quantity:  rapid.Int64Range(1, 9).Draw(t, "quantity"), Taxes: taxes.Draw(t, "taxes"),
		}
	}), 1, 12).Draw(t, "lines")
	b.Discounts = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) pricing.Discount {
		d := pricing.Discount{
			AmountMinor: rapid.Int64Range(0, 50_000).Draw(t, "off"),
			SellerShare: money.Basis(rapid.Int64Range(0, 10_000).Draw(t, "share")),
		}
		if rapid.Bool().Draw(t, "some") {
			d.Lines = []int{rapid.IntRange(0, len(b.Lines)-1).Draw(t, "line")}
		}
		return d
	}), 0, 4).Draw(t, "discounts")
	for _, l := range b.Lines {
		b.Shipping[l.SellerID] = pricing.Shipping{
			AmountMinor: rapid.Int64Range(0, 2_000).Draw(t, "shipping") * c.Step(), By: party.Draw(t, "by"),
		}
	}
	return b
}

// BenchmarkQuote prices ten lines of three sellers: goods only, and with a
// discount, shipping and two taxes on each line.
func BenchmarkQuote(b *testing.B) {
	plain := pricing.Basket{Currency: "EUR", Lines: make([]pricing.Line, 10)}
	for i := range plain.Lines {
		plain.Lines[i] = pricing.Line{SellerID: seller.ID(rune('a' + i%3)), UnitMinor: 1999, Quantity: 2}
	}
	full := pricing.Basket{
		Currency: "EUR", Lines: slices.Clone(plain.Lines),
		Discounts: []pricing.Discount{{AmountMinor: 1500, SellerShare: 5000}},
		Shipping:  map[seller.ID]pricing.Shipping{"a": {AmountMinor: 499}, "b": {AmountMinor: 799, By: pricing.PartyPlatform}},
	}
	for i := range full.Lines {
		full.Lines[i].Taxes = []pricing.Tax{
			{Component: pricing.ComponentGoods, Jurisdiction: "DE", Rate: 1900, IsIncluded: true, Remitter: pricing.PartySeller},
			{Component: pricing.ComponentShipping, Jurisdiction: "DE", Rate: 1900, IsIncluded: true, Remitter: pricing.PartySeller},
		}
	}
	terms := pricing.Terms{Tariff: pricing.Flat(1250)}
	for name, basket := range map[string]pricing.Basket{"goods": plain, "everything": full} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := terms.Quote(basket); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestQuote_margin(t *testing.T) {
	t.Parallel()

	q, err := pricing.Terms{Tariff: greedy{minor: 100, fee: 50}}.Quote(pricing.Basket{
		Currency:  "EUR",
		Lines:     []pricing.Line{{SellerID: "a", UnitMinor: 1000, Quantity: 1}, {SellerID: "b", UnitMinor: 1000, Quantity: 1}},
		Discounts: []pricing.Discount{{AmountMinor: 150}},
		Shipping:  map[seller.ID]pricing.Shipping{"a": {AmountMinor: 300, By: pricing.PartyPlatform}, "b": {AmountMinor: 200}},
	})
	require.NoError(t, err)
	require.EqualValues(t, 2400, q.TotalMinor)
	require.EqualValues(t, 200+300+50-150-70-30, q.MarginMinor(290, 30), "2.9 % of 2400 are 69.6")
}
