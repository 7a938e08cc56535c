package payout

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// A cent that is worth less than one elsewhere is not reversed, and the last part of a
// transfer takes all that is left of it.
func TestReversible_worth(t *testing.T) {
	t.Parallel()
	left := reversible{LeftMinor: 5350, SettledCurrency: "EUR", SettledMinor: 4815}
	require.Zero(t, left.worth(1))
	require.EqualValues(t, 1, left.worth(2))
	require.EqualValues(t, 4815, left.worth(5350))
}

// However a transfer is taken back by somebody else in parts, all of it is back in the end,
// in both currencies.
func TestTransfer_priced_sums_to_its_amount(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		of := Transfer{
			AmountMinor: rapid.Int64Range(1, 1e9).Draw(t, "amount"), SettledCurrency: "EUR", SettledMinor: rapid.Int64Range(1, 1e9).Draw(t, "settled"),
		}
		for of.SettledReversedMinor < of.SettledMinor {
			part := rapid.Int64Range(1, of.SettledMinor-of.SettledReversedMinor).Draw(t, "part")
			if rapid.IntRange(0, 3).Draw(t, "all") == 0 {
				part = of.SettledMinor - of.SettledReversedMinor
			}
			of.ReversedMinor += of.priced(part)
			of.SettledReversedMinor += part
			require.LessOrEqual(t, of.ReversedMinor, of.AmountMinor)
		}
		require.Equal(t, of.AmountMinor, of.ReversedMinor)
	})
}
