package pricing_test

import (
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
		terms := pricing.Terms{Commission: money.Basis(rapid.Int64Range(0, 10_000).Draw(t, "commission"))}
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

	terms := pricing.Terms{Commission: 1000}
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

	terms := pricing.Terms{Commission: 1250}
	q, err := terms.Quote(pricing.Basket{Currency: "KWD", Lines: []pricing.Line{{SellerID: "a", UnitMinor: 1230, Quantity: 1}}})
	require.NoError(t, err)
	require.NoError(t, q.Chargeable())
	require.EqualValues(t, 150, q.Parts[0].CommissionMinor)
	require.EqualValues(t, 1080, q.Parts[0].NetMinor())
	q, err = terms.Quote(pricing.Basket{Currency: "KWD", Lines: []pricing.Line{{SellerID: "a", UnitMinor: 1234, Quantity: 1}}})
	require.NoError(t, err)
	require.ErrorIs(t, q.Chargeable(), pricing.ErrTotalStep)
}

func BenchmarkQuote(b *testing.B) {
	lines := make([]pricing.Line, 10)
	for i := range lines {
		lines[i] = pricing.Line{SellerID: seller.ID(rune('a' + i%3)), UnitMinor: 1999, Quantity: 2}
	}
	basket := pricing.Basket{Currency: "EUR", Lines: lines}
	terms := pricing.Terms{Commission: 1250}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := terms.Quote(basket); err != nil {
			b.Fatal(err)
		}
	}
}
