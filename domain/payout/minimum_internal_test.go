package payout

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/money"
)

func TestBankMinimum_by_country(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		platform, country string
		currency          money.Currency
		want              int64
	}{
		{"US", "DE", "EUR", 100},
		{"US", "DE", "USD", 0}, // not the country's own currency
		{"DE", "DE", "EUR", 0}, // no border
		{"", "DE", "EUR", 0},
		{"US", "MX", "MXN", 1000},
		{"US", "SV", "USD", 3000},
		{"US", "CA", "CAD", 0},
		{"US", "KH", "KHR", 12_300_000},
		{"US", "CL", "CLP", 23_000}, // without decimals
		{"US", "BH", "BHD", 1000},   // three decimals
		{"US", "XX", "EUR", 0},
	} {
		require.Equal(t, c.want, bankMinimum(c.platform, c.country, c.currency), "%s to %s in %s", c.platform, c.country, c.currency)
	}
}
