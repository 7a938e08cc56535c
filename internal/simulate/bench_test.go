package simulate_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/simulate"
)

// One of it is an order of a world of thirty days, with all that follows from it:
// in worlds as they are drawn when nothing is said, and in large ones.
func BenchmarkRun(b *testing.B) {
	for name, size := range map[string]simulate.Size{"plain": {}, "large": {Orders: 600}, "rush": {Days: 7, Orders: 1000, Rush: 16}} {
		b.Run(name, func(b *testing.B) { benchmarkRun(b, size) })
	}
}

func benchmarkRun(b *testing.B, size simulate.Size) {
	b.Helper()
	ground, err := simulate.NewGround(b.Context(), "sqlite")
	require.NoError(b, err)
	b.Cleanup(func() { require.NoError(b, ground.Leave(b.Context())) })
	b.ReportAllocs()
	b.ResetTimer()
	orders := 0
	for seed := uint64(1); orders < b.N; seed++ {
		r, err := simulate.Run(b.Context(), simulate.NewPlan(seed, size), simulate.Options{Place: ground.Place})
		require.NoError(b, err)
		require.Empty(b, r.Violations)
		orders += r.Orders
	}
	b.ReportMetric(float64(orders)/b.Elapsed().Hours(), "orders/h")
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(orders), "ms/order")
}
