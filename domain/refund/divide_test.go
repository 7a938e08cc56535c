package refund

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
)

// However pieces are divided between credit and card: the first of them give back
// exactly the amount, both together are what they were, share by share, tax by tax
// and unit by unit, and nothing is below zero.
func TestCut_loses_nothing(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom([]money.Currency{"EUR", "KWD"}).Draw(t, "currency")
		amount := rapid.Int64Range(0, 5_000)
		pieces := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Piece {
			draw := func(name string) int64 { return amount.Draw(t, name) * c.Step() }
			p := Piece{Component{Kind: KindLine, LineID: order.LineID(rapid.StringMatching("[a-z]{8}").Draw(t, "line")), Quantity: 2}}
			p.SellerMinor, p.KeptMinor, p.CommissionMinor, p.PlatformMinor = draw("seller"), draw("kept"), draw("commission"), draw("platform")
			one, two := draw("state"), draw("county")
			p.TaxMinor, p.Taxes = one+two, []Tax{{"US-CA", one}, {"US-CA-SF", two}}
			p.PromotionMinor = rapid.Int64Range(0, p.credits()/c.Step()).Draw(t, "promotion") * c.Step()
			return p
		}), 1, 6).Draw(t, "pieces")
		all := Sum(pieces)
		minor := rapid.Int64Range(0, all/c.Step()).Draw(t, "minor") * c.Step()
		first, rest := cut(pieces, minor, c)
		require.Equal(t, minor, Sum(first))
		require.Equal(t, all-minor, Sum(rest))
		var was, is Shares
		var units, taxes int64
		for _, p := range pieces {
			was = was.Plus(p.Shares)
		}
		for _, p := range append(first, rest...) {
			is = is.Plus(p.Shares)
			units += p.Quantity
			sum := int64(0)
			for _, x := range p.Taxes {
				require.GreaterOrEqual(t, x.Minor, int64(0))
				sum += x.Minor
			}
			require.Equal(t, p.TaxMinor, sum)
			taxes += sum
			for _, share := range []int64{p.SellerMinor, p.KeptMinor, p.CommissionMinor, p.TaxMinor, p.PlatformMinor, p.PromotionMinor} {
				require.GreaterOrEqual(t, share, int64(0))
			}
		}
		require.Equal(t, was, is)
		require.Equal(t, int64(2*len(pieces)), units)
		require.Equal(t, was.TaxMinor, taxes)
	})
}
