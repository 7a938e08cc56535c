package payout

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// What was got of a debt is told by where it came from, and nothing is told twice.
func TestDebt_tells_how_it_was_got(t *testing.T) {
	t.Parallel()

	k := &Recovery{
		Currency: "EUR", AmountMinor: 100_000, TakenMinor: 1, ReversedMinor: 20, NettedMinor: 300, ReserveMinor: 4000, DebitedMinor: 50_000, WrittenOffMinor: 7,
	}
	require.EqualValues(t, 1, k.FromHeld().Minor)
	require.EqualValues(t, 20, k.FromTransfers().Minor)
	require.EqualValues(t, 300, k.FromReleases().Minor)
	require.EqualValues(t, 4000, k.FromReserve().Minor)
	require.EqualValues(t, 50_000, k.FromBalance().Minor)
	require.EqualValues(t, 54_321, k.Collected().Minor)
}
