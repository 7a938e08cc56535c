package pricing_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/pricing"
)

func TestReturnable_follows_the_policy(t *testing.T) {
	t.Parallel()

	for policy, back := range map[pricing.RefundPolicy]pricing.Reversal{
		pricing.RefundReturnAll: {CommissionMinor: 375, VATMinor: 75},
		pricing.RefundKeepFixed: {CommissionMinor: 300, VATMinor: 60},
		pricing.RefundKeepAll:   {},
	} {
		k := pricing.Kept{Currency: "EUR", Minor: 375, VATMinor: 75, FixedMinor: 75, Refund: policy}
		require.Equal(t, back, k.Returnable(), policy)
	}
	cut := pricing.Kept{Currency: "EUR", Minor: 50, FixedMinor: 75, Refund: pricing.RefundKeepFixed}
	require.Zero(t, cut.Returnable(), "a commission that was cut down to less than its fixed part")
}
