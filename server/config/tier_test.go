package config_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/server/config"
)

func TestTier_is_read_as_it_is_written(t *testing.T) {
	t.Parallel()
	var tier config.Tier
	require.NoError(t, tier.UnmarshalText([]byte("hold=720h  reserve=1000/168h instant=off exposure=500000,USD:550000")))
	require.Equal(t, 720*time.Hour, *tier.Hold)
	require.EqualValues(t, 1000, *tier.ReserveBasisPoints)
	require.True(t, tier.NoInstant)
	require.EqualValues(t, 550_000, tier.Exposure.Others["USD"])
	var again config.Tier
	require.NoError(t, again.UnmarshalText([]byte(tier.String())))
	require.Equal(t, tier, again)
	require.NoError(t, again.UnmarshalText(nil))
	require.Equal(t, config.Tier{}, again, "empty is as for everybody")
	require.NoError(t, again.UnmarshalText([]byte("reserve=0")))
	require.Equal(t, "reserve=0", again.String())

	for _, wrong := range []string{
		"hold", "hold=", "hold=-1h", "hold=2161h", "hold=1h hold=2h", "reserve=100", "reserve=5001/24h", "reserve=100/1h",
		"reserve=100/2000h hold=200h", "instant=maybe", "exposure=none", "exposure=-1", "trust=1",
	} {
		require.Error(t, tier.UnmarshalText([]byte(wrong)), wrong)
	}
}
