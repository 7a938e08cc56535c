package payout

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestOutlook_says_an_instant_only_when_it_is_to_come(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 27, 22, 44, 0, 0, time.UTC)
	tomorrow := now.AddDate(0, 0, 1)
	o := &Outlook{Currency: "EUR", NextAt: &now, BlockedBy: []Block{BlockNothing}, at: now}
	require.Equal(t, "Nothing is available yet.", o.Text())
	o.NextAt = &tomorrow
	require.Equal(t, "Nothing is available yet. It is tried from 2026-11-28 22:44 UTC.", o.Text())
}
