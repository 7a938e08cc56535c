package main

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMannWhitney_tells_samples_apart(t *testing.T) {
	t.Parallel()
	var low, high, mixed []float64
	for i := range 100 {
		low = append(low, float64(i))
		mixed = append(mixed, float64(i)+0.5)
		high = append(high, float64(i)+40)
	}
	require.Greater(t, mannWhitney(low, mixed), 0.5)
	require.Less(t, mannWhitney(low, high), 0.001)
	require.InDelta(t, 1, mannWhitney([]float64{1, 1, 1}, []float64{1, 1, 1}), 0.001, "ties alone")
	// 1 2 3 against 4 5 6: U = 0, z = (4.5 − 0.5) / √5.25.
	require.InDelta(t, 0.0809, mannWhitney([]float64{1, 2, 3}, []float64{4, 5, 6}), 0.0005)
}

func TestReport_refuses_what_differs(t *testing.T) {
	t.Parallel()
	same := []float64{50, 51, 52, 50, 51, 52, 50, 51}
	slow := []float64{60, 61, 62, 60, 61, 62, 60, 61}
	require.True(t, report("same", same, same))
	require.False(t, report("slow", same, slow))
}
