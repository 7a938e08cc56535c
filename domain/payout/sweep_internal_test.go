package payout

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// However much is due, one sweep does all of it; what fails, and what stays due although
// nothing was wrong, does not make it go round for ever.
func TestEachDue_goes_on_until_nothing_is_left(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for name, c := range map[string]struct {
		stays   func(int) bool
		fails   func(int) bool
		left    int
		finding int // how often it looks
	}{
		"all of it":                {left: 0, finding: 3},
		"one cannot be done yet":   {stays: func(n int) bool { return n == 3 }, left: 1, finding: 3},
		"nothing can be done yet":  {stays: func(int) bool { return true }, left: 2*sweepBatch + 50, finding: 2},
		"one fails, and others do": {fails: func(n int) bool { return n == 3 }, left: sweepBatch + 51, finding: 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dbtest.Each(t, func(t *testing.T, d *db.DB) {
				var due []int
				for n := range 2*sweepBatch + 50 {
					due = append(due, n)
				}
				looked := 0
				find := func(_ context.Context, _ db.Querier, _ time.Time, limit int64) ([]int, error) {
					looked++
					return slices.Clone(due[:min(len(due), int(limit))]), nil
				}
				err := eachDue(t.Context(), &Service{db: d}, "numbers", find, func(_ context.Context, _ db.Tx, n int) error {
					switch {
					case c.fails != nil && c.fails(n):
						return broken
					case c.stays == nil || !c.stays(n):
						due = slices.DeleteFunc(due, func(other int) bool { return other == n })
					}
					return nil
				})
				if c.fails == nil {
					require.NoError(t, err)
				} else {
					require.ErrorIs(t, err, broken)
				}
				require.Len(t, due, c.left)
				require.Equal(t, c.finding, looked)
			})
		})
	}
}
