package risk_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/risk"
)

const day = 24 * time.Hour

func TestRule_rates_by_age_volume_and_disputes(t *testing.T) {
	t.Parallel()
	rule := risk.Rule{
		StandardAfter: 30 * day, StandardOrders: 10, TrustedAfter: 365 * day, TrustedOrders: 200, WatchedRate: 150, WatchedDisputes: 3,
	}
	for name, c := range map[string]struct {
		facts risk.Facts
		want  risk.Tier
	}{
		"nothing is known":                   {risk.Facts{}, risk.TierNew},
		"old, and has sold nothing":          {risk.Facts{Age: 900 * day}, risk.TierNew},
		"sells much at once":                 {risk.Facts{Age: 2 * day, Orders: 900, Recent: 900}, risk.TierNew},
		"one second too young":               {risk.Facts{Age: 30*day - time.Second, Orders: 10, Recent: 10}, risk.TierNew},
		"one order too few":                  {risk.Facts{Age: 30 * day, Orders: 9, Recent: 9}, risk.TierNew},
		"old enough, and enough":             {risk.Facts{Age: 30 * day, Orders: 10, Recent: 10}, risk.TierStandard},
		"much for long":                      {risk.Facts{Age: 365 * day, Orders: 200, Recent: 50}, risk.TierTrusted},
		"much for long, and some disputed":   {risk.Facts{Age: 365 * day, Orders: 900, Recent: 200, Disputed: 2}, risk.TierStandard},
		"few disputes of few orders":         {risk.Facts{Age: 40 * day, Orders: 12, Recent: 12, Disputed: 2}, risk.TierStandard},
		"too much disputed":                  {risk.Facts{Age: 400 * day, Orders: 900, Recent: 200, Disputed: 3}, risk.TierWatched},
		"three of very many":                 {risk.Facts{Age: 40 * day, Orders: 900, Recent: 900, Disputed: 3}, risk.TierStandard},
		"disputes, and nothing sold of late": {risk.Facts{Age: 400 * day, Orders: 900, Disputed: 3}, risk.TierWatched},
	} {
		tier, why := rule.Rate(c.facts)
		require.Equal(t, c.want, tier, name)
		require.Contains(t, why, "were disputed within 90 days", name)
	}
	never := risk.Rule{WatchedRate: 150}
	tier, _ := never.Rate(risk.Facts{Age: 9000 * day, Orders: 9000, Recent: 10, Disputed: 10})
	require.Equal(t, risk.TierNew, tier, "a rule without times and disputes rates nobody")
}
