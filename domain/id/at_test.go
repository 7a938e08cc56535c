package id_test

import (
	"math"
	"sort"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/id"
)

func TestAppendAt(t *testing.T) {
	t.Parallel()

	yesterday := time.Now().Add(-24 * time.Hour)
	made := []string{}
	for _, ms := range []time.Duration{0, time.Millisecond, time.Hour} {
		for _, rank := range []int{0, 1, 31, 32, 4095} {
			made = append(made, string(id.AppendAt(nil, "prd", yesterday.Add(ms), rank, math.MaxUint64-uint64(rank))))
		}
	}
	made = append(made, string(id.New[productID]("prd")))
	for _, one := range made {
		require.True(t, id.Valid(one, "prd"), one)
	}
	require.True(t, sort.StringsAreSorted(made), "by age, and by rank: %v", made)

	require.Equal(t, id.AppendAt(nil, "prd", yesterday, 4095, 8), id.AppendAt(nil, "prd", yesterday, 9000, 8), "a rank too high counts as the highest")
	require.NotEqual(t, id.AppendAt(nil, "prd", yesterday, 1, 8), id.AppendAt(nil, "prd", yesterday, 1, 16))
	require.Equal(t, "x:prd_", string(id.AppendAt([]byte("x:"), "prd", yesterday, 1, 8)[:6]))
}
