package simulate_test

import (
	"context"
	"encoding/json"
	"errors"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/internal/simulate"
	"github.com/etal-market/etal/server"
)

func tiny(seed uint64) simulate.Plan {
	return simulate.NewPlan(seed, simulate.Size{Days: 1, Orders: 2})
}

// A series that was broken off goes on where it was, and ends with the same sums
// as one that ran through, whatever lives at the same time.
func TestRunSeries_goes_on(t *testing.T) {
	t.Parallel()
	o, whole := on(t, db.SQLite), simulate.NewTally(3)
	failed, err := simulate.RunSeries(t.Context(), simulate.Series{First: 3, Last: 6, Draw: tiny}, o, whole)
	require.NoError(t, err)
	require.Nil(t, failed)
	require.Equal(t, 4, whole.Worlds)
	require.EqualValues(t, 7, whole.Next)
	require.Empty(t, whole.Later)
	require.Positive(t, whole.Orders)

	enough := errors.New("enough")
	kept, drawn := []byte(nil), atomic.Int32{}
	s := simulate.Series{
		First: 3, Last: 6, Workers: 2,
		Draw: func(seed uint64) simulate.Plan { drawn.Add(1); return tiny(seed) },
		Ended: func(now *simulate.Tally) (err error) {
			kept, err = json.Marshal(now)
			return errors.Join(err, enough)
		},
	}
	_, err = simulate.RunSeries(t.Context(), s, o, simulate.NewTally(3))
	require.ErrorIs(t, err, enough)
	some := simulate.NewTally(0)
	require.NoError(t, json.Unmarshal(kept, some))
	require.Positive(t, some.Worlds)
	before := int(drawn.Load())
	require.LessOrEqual(t, before, 3)

	drawn.Store(0)
	done := some.Worlds
	s.Ended = nil
	failed, err = simulate.RunSeries(t.Context(), s, o, some)
	require.NoError(t, err)
	require.Nil(t, failed)
	require.EqualValues(t, 4-done, drawn.Load(), "what has ended is not run again")
	some.Nanos, some.Hash, whole.Nanos, whole.Hash = 0, "", 0, ""
	some.Later, whole.Later = nil, nil
	require.Equal(t, whole, some)
}

// Further seeds follow until so many orders were placed.
func TestRunSeries_until_so_many_orders(t *testing.T) {
	t.Parallel()
	tally := simulate.NewTally(1)
	_, err := simulate.RunSeries(t.Context(), simulate.Series{First: 1, Last: 1, Draw: tiny, Orders: 5}, on(t, db.SQLite), tally)
	require.NoError(t, err)
	require.GreaterOrEqual(t, tally.Orders, 5)
	require.Greater(t, tally.Worlds, 1)
	require.EqualValues(t, tally.Worlds+1, tally.Next)
}

// The world that fails ends the series, and is run again by the one that goes on.
func TestRunSeries_ends_with_a_failure(t *testing.T) {
	t.Parallel()
	o := on(t, db.SQLite)
	o.Tamper = func(p server.Provider) server.Provider { return hasty{p} }
	const first = planted - 1
	tally := simulate.NewTally(first)
	failed, err := simulate.RunSeries(t.Context(), simulate.Series{First: first, Last: planted + 12, Draw: func(seed uint64) simulate.Plan {
		return simulate.NewPlan(seed, simulate.Size{Days: 6, Orders: 25})
	}}, o, tally)
	require.NoError(t, err)
	require.NotNil(t, failed, "nothing was found")
	require.Positive(t, tally.Worlds, "one has ended well before it")
	require.False(t, tally.Has(failed.Plan.Seed))
	require.EqualValues(t, tally.Worlds+int(first), failed.Plan.Seed)

	nowhere := simulate.Options{Place: func(context.Context) (string, func() error, error) { return "", nil, errors.New("no room") }}
	_, err = simulate.RunSeries(t.Context(), simulate.Series{First: 1, Last: 2, Draw: tiny}, nowhere, simulate.NewTally(1))
	require.ErrorContains(t, err, "no room")
}
