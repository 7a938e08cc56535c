package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMedians_and_parts_of_the_floor(t *testing.T) {
	t.Parallel()
	runs := []runFigures{
		{Workload: "list", Load: "16", Rate: 900, P50: 3, floor: "bare list"},
		{Workload: "bare list", Load: "16", Rate: 4000},
		{Workload: "list", Load: "16", Rate: 1000, P50: 1, floor: "bare list"},
		{Workload: "bare list", Load: "16", Rate: 4000},
		{Workload: "list", Load: "16", Rate: 9000, P50: 2, floor: "bare list"},
		{Workload: "search", Load: "16", Rate: 5},
	}
	out := medians(runs)
	require.Len(t, out, 3)
	require.Equal(t, "list", out[0].Workload)
	require.InDelta(t, 1000, out[0].Rate, 0)
	require.InDelta(t, 2, out[0].P50, 0)
	require.InDelta(t, 0.25, out[0].OfFloor, 1e-9)
	require.Zero(t, out[2].OfFloor)
}

// Every workload names a floor that exists and is bare, so that no ratio is
// left out by a misspelt name.
func TestWorkloads_name_floors_that_exist(t *testing.T) {
	t.Parallel()
	bare := map[string]bool{"": true}
	for _, w := range workloads() {
		if w.isBare {
			bare[w.name] = true
		}
	}
	for _, w := range workloads() {
		require.True(t, bare[w.floor], "%s: %s", w.name, w.floor)
	}
}
