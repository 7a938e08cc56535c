package pricing_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/pricing"
)

// Twenty thousand lines, each refunded in slices of random sizes until nothing
// is left: what is given back sums exactly to what the policy returns, and no
// refund takes commission instead of giving it.
func TestReverse_of_any_sequence_of_refunds_is_exact(t *testing.T) {
	t.Parallel()

	r := rand.New(rand.NewPCG(5, 10))
	policies := []pricing.RefundPolicy{pricing.RefundReturnAll, pricing.RefundKeepFixed, pricing.RefundKeepAll}
	currencies := []money.Currency{"EUR", "JPY", "KWD"}
	for range 20_000 {
		c := currencies[r.IntN(len(currencies))]
		k := pricing.Kept{
			Currency: c, Refund: policies[r.IntN(len(policies))],
			Minor: r.Int64N(20_000) * c.Step(), VATMinor: r.Int64N(4_000) * c.Step(), FixedMinor: r.Int64N(5_000) * c.Step(),
		}
		whole := 1 + r.Int64N([]int64{9, 200_000}[r.IntN(2)]) // pieces, or minor units
		var commission, vat int64
		for done := int64(0); done < whole; {
			next := min(whole, done+r.Int64N(1+whole/2)) // may be a refund of nothing
			if r.IntN(4) == 0 {
				next = whole
			}
			back := k.Reverse(done, next, whole)
			require.GreaterOrEqual(t, back.CommissionMinor, int64(0))
			require.GreaterOrEqual(t, back.VATMinor, int64(0))
			require.Zero(t, back.CommissionMinor%c.Step())
			commission += back.CommissionMinor
			vat += back.VATMinor
			done = next
		}
		all := k.Returnable()
		require.Equal(t, all, pricing.Reversal{CommissionMinor: commission, VATMinor: vat})
		switch k.Refund {
		case pricing.RefundReturnAll:
			require.Equal(t, pricing.Reversal{CommissionMinor: k.Minor, VATMinor: k.VATMinor}, all, "a full refund gives back the frozen commission")
		case pricing.RefundKeepFixed:
			require.Equal(t, k.Minor-min(k.Minor, k.FixedMinor), all.CommissionMinor)
		case pricing.RefundKeepAll:
			require.Zero(t, all)
		}
	}
}

func TestReverse_refuses_more_than_there_was(t *testing.T) {
	t.Parallel()

	k := pricing.Kept{Currency: "EUR", Minor: 100}
	for _, c := range [][3]int64{{-1, 0, 3}, {2, 1, 3}, {0, 4, 3}, {0, 0, 0}} {
		require.Panics(t, func() { k.Reverse(c[0], c[1], c[2]) }, "%v", c)
	}
	require.EqualValues(t, 33, k.Reverse(0, 1, 3).CommissionMinor)
	require.EqualValues(t, 34, k.Reverse(1, 2, 3).CommissionMinor, "67 of 100 so far, less 33")
	require.EqualValues(t, 33, k.Reverse(2, 3, 3).CommissionMinor)
}
