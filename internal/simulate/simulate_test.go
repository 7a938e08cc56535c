package simulate_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/internal/simulate"
	"github.com/etal-market/etal/server"
)

// on gives worlds the databases of tests.
func on(t *testing.T, dialect db.Dialect) simulate.Options {
	t.Helper()
	return simulate.Options{Place: func(context.Context) (string, func() error, error) {
		return dbtest.URL(t, dialect), func() error { return nil }, nil
	}}
}

func TestNewPlan_is_drawn_from_its_seed(t *testing.T) {
	t.Parallel()
	size := simulate.Size{Days: 10, Orders: 30}
	a, b := simulate.NewPlan(7, size), simulate.NewPlan(7, size)
	require.Equal(t, a, b)
	require.NotEqual(t, a.Days, simulate.NewPlan(8, size).Days)
	text, err := json.Marshal(a)
	require.NoError(t, err)
	var again simulate.Plan
	require.NoError(t, json.Unmarshal(text, &again))
	require.Equal(t, a, again)
	require.Contains(t, a.String(), "day 10: ")

	drawn := map[string]bool{}
	size.Priced = true
	for seed := range uint64(40) {
		for _, day := range simulate.NewPlan(seed, size).Days {
			for _, s := range day {
				drawn[s.Action] = true
			}
		}
	}
	for _, name := range simulate.Actions() {
		require.True(t, drawn[name], "%s is never drawn", name)
	}
}

// In a rush there are fewer steps for as many orders, and bad luck is drawn more
// often; without one, plans are what they were.
func TestNewPlan_rush(t *testing.T) {
	t.Parallel()
	count := func(p simulate.Plan) (steps, crashes int) {
		for _, day := range p.Days {
			for _, s := range day {
				steps++
				if s.Action == "crash" {
					crashes++
				}
			}
		}
		return steps, crashes
	}
	size := simulate.Size{Days: 10, Orders: 2_000}
	steps, crashes := count(simulate.NewPlan(3, size))
	size.Rush = 10
	p := simulate.NewPlan(3, size)
	fewer, more := count(p)
	require.Less(t, fewer*7, steps)
	require.Greater(t, 2*more*steps, 3*crashes*fewer, "of a hundred steps")
	require.Contains(t, p.String(), "10 buyers at a time")
	size.Rush = 1
	require.Equal(t, simulate.NewPlan(3, simulate.Size{Days: 10, Orders: 2_000}).Days, simulate.NewPlan(3, size).Days)
}

// A calm world has no bad luck.
func TestNewPlan_calm(t *testing.T) {
	t.Parallel()
	p := simulate.NewPlan(3, simulate.Size{Days: 10, Orders: 100, Calm: true})
	for _, day := range p.Days {
		for _, s := range day {
			require.NotContains(t, []string{"crash", "lose a webhook", "break a call to Stripe"}, s.Action)
		}
	}
}

// The same plan has the same trace, word for word: in two runs, and on both
// databases.
func TestRun_the_same_seed_has_the_same_trace(t *testing.T) {
	t.Parallel()
	for name, size := range map[string]simulate.Size{
		"one at a time": {Days: 5, Orders: 20}, "many at a time": {Days: 3, Orders: 60, Rush: 4},
		"prices of all kinds, converted": {Days: 5, Orders: 20, Priced: true, Converted: true},
	} {
		if size.Rush > 0 && !*full {
			continue
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			requireSameTrace(t, simulate.NewPlan(5, size))
		})
	}
}

func requireSameTrace(t *testing.T, p simulate.Plan) {
	t.Helper()
	var traces []*bytes.Buffer
	var reports []*simulate.Report
	for _, dialect := range []db.Dialect{db.SQLite, db.SQLite, db.Postgres} {
		o, trace := on(t, dialect), &bytes.Buffer{}
		o.Trace = trace
		r, err := simulate.Run(t.Context(), p, o)
		require.NoError(t, err)
		require.Empty(t, r.Violations)
		traces, reports = append(traces, trace), append(reports, r)
	}
	first := strings.Split(traces[0].String(), "\n")
	for i := range traces {
		require.Equal(t, first, strings.Split(traces[i].String(), "\n"))
		require.Equal(t, reports[0].Hash, reports[i].Hash)
	}
	require.Positive(t, reports[0].Deaths)
	require.Positive(t, reports[0].Broken)
	require.Greater(t, len(first), 300)
}

// hasty is a marketplace that does what must never be done: when it does not hear
// how a transfer went, it sends another one under another key.
type hasty struct{ server.Provider }

func (h hasty) CreateTransfer(ctx context.Context, d payout.TransferDraft) (*payout.ProviderTransfer, error) {
	made, err := h.Provider.CreateTransfer(ctx, d)
	if _, refused := provider.Refused(err); err != nil && !refused {
		d.TransferID += "x"
		return h.Provider.CreateTransfer(ctx, d)
	}
	return made, err
}

// planted is a world that finds what a hasty marketplace does wrong. The seeds before it
// do not; when plans are drawn otherwise, one of the next seeds does.
const planted = uint64(7)

// plants are bugs that a simulation must find.
func plants() map[string]func(server.Provider) server.Provider {
	return map[string]func(server.Provider) server.Provider{
		"money is sent again under another key": func(p server.Provider) server.Provider { return hasty{p} },
	}
}

// A bug that was planted is found, and what remains of the plan is short.
func TestShrink_finds_what_was_planted(t *testing.T) {
	t.Parallel()
	for name, tamper := range plants() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := on(t, db.SQLite)
			o.Tamper = tamper
			var failed *simulate.Report
			for seed := planted; failed == nil; seed++ {
				require.Less(t, seed, planted+12, "nothing was found")
				r, err := simulate.Run(t.Context(), simulate.NewPlan(seed, simulate.Size{Days: 4, Orders: 25}), o)
				require.NoError(t, err)
				if r.Failed() {
					failed = r
				}
			}
			smallest, err := simulate.Shrink(t.Context(), failed, o, 30, nil)
			require.NoError(t, err)
			require.True(t, smallest.Failed())
			require.Equal(t, failed.Violations[0].Rule, smallest.Violations[0].Rule)
			kept, err := json.Marshal(smallest.Plan)
			require.NoError(t, err)
			t.Logf("%s\n%s\n%s", smallest.Plan, smallest.Violations[0], kept)
			steps := 0
			for _, day := range smallest.Plan.Days {
				steps += len(day)
			}
			require.LessOrEqual(t, steps, 12)

			o.Tamper = nil
			whole, err := simulate.Run(t.Context(), smallest.Plan, o)
			require.NoError(t, err)
			require.Empty(t, whole.Violations, "without the bug nothing is wrong")
		})
	}
}

// full runs more worlds than are needed to reach everything.
var full = flag.Bool("worlds.full", os.Getenv("ETAL_E2E_FULL") == "1", "run more worlds, and all of them on both databases")

// life is a world of the tests.
type life struct {
	seed    uint64
	dialect db.Dialect // on which it is run; with all, on the other one, too
	size    simulate.Size
	isMore  bool // it is only run with all
}

// on are the databases on which it is run.
func (l life) on() []db.Dialect {
	switch {
	case *full:
		return []db.Dialect{db.SQLite, db.Postgres}
	case l.isMore:
		return nil
	}
	return []db.Dialect{l.dialect}
}

// lives are worlds that together post every kind of journal and show every row of the table
// of postings: usual ones, those where Stripe converts what is paid in other currencies,
// every day at other rates, and those whose orders have prices of all kinds.
func lives() []life {
	usual, converted := simulate.Size{Days: 14, Orders: 60}, simulate.Size{Days: 14, Orders: 60, Converted: true}
	priced, both := simulate.Size{Days: 14, Orders: 60, Priced: true}, simulate.Size{Days: 14, Orders: 60, Priced: true, Converted: true}
	return []life{
		{8, db.SQLite, usual, false},
		{17, db.SQLite, usual, false},
		{30, db.SQLite, usual, false},
		{31, db.SQLite, usual, false},
		{5, db.SQLite, usual, false},
		{6, db.SQLite, usual, false},
		{32, db.Postgres, usual, false},
		{2, db.SQLite, converted, true},
		{3, db.SQLite, converted, true},
		{4, db.Postgres, converted, false},
		{1, db.SQLite, priced, false},
		{2, db.Postgres, priced, true},
		{3, db.SQLite, both, false},
		{4, db.Postgres, both, true},
	}
}

// The money of these worlds is right on every day, and together they reach every
// kind of journal there is, and every row of the table of postings.
func TestRun_the_money_is_right_every_day(t *testing.T) { //nolint:tparallel // what follows the worlds waits for them
	t.Parallel()
	var mu sync.Mutex
	reached, orders := simulate.NewCoverage(), 0
	t.Run("worlds", func(t *testing.T) {
		for _, l := range lives() {
			p := simulate.NewPlan(l.seed, l.size)
			for _, dialect := range l.on() {
				t.Run(fmt.Sprintf("%s %d priced %t converted %t", dialect, l.seed, l.size.Priced, l.size.Converted), func(t *testing.T) {
					t.Parallel()
					r, err := simulate.Run(t.Context(), p, on(t, dialect))
					require.NoError(t, err)
					require.Empty(t, r.Violations, "etal simulate --seed %d --days 14 --orders 60, with --converted and --priced as the name says", l.seed)
					mu.Lock()
					defer mu.Unlock()
					reached.Add(r.Coverage)
					orders += r.Orders
				})
			}
		}
	})
	t.Logf("%d orders\n%s", orders, reached)
	require.Empty(t, reached.Missing(), "no world has posted it")
	require.Empty(t, reached.MissingRows(), "no world has shown the row")
	requireMoves(t, reached)
}

// Each world has a database of its own, and nothing of it is left.
func TestGround(t *testing.T) {
	t.Parallel()
	for _, address := range []string{"sqlite", dbtest.URL(t, db.Postgres)} {
		g, err := simulate.NewGround(t.Context(), address)
		require.NoError(t, err)
		first, leaveFirst, err := g.Place(t.Context())
		require.NoError(t, err)
		second, leaveSecond, err := g.Place(t.Context())
		require.NoError(t, err)
		require.NotEqual(t, first, second)
		d, err := db.Open(t.Context(), first, db.Options{})
		require.NoError(t, err)
		require.NoError(t, d.Ready(t.Context()), "it is migrated")
		require.NoError(t, d.Close())
		require.NoError(t, leaveFirst())
		require.NoError(t, leaveSecond())
		if address != "sqlite" { // a file would be made anew
			gone, err := db.Open(t.Context(), first, db.Options{})
			require.Error(t, err)
			require.Nil(t, gone)
		}
		require.NoError(t, g.Leave(t.Context()))
	}
	_, err := simulate.NewGround(t.Context(), "mysql://host")
	require.Error(t, err)
}
