package simulate

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/etal-market/etal/domain/clock"
)

// Series is many worlds, some of which live at the same time.
type Series struct {
	First, Last uint64                 // seeds, both included
	Draw        func(seed uint64) Plan // the plan of a seed
	// Further seeds follow until so many orders were placed in all, and until so much
	// time has passed; 0: none.
	Orders   int
	Duration time.Duration
	// Workers is how many worlds live at a time; 0 means one.
	Workers int
	// Ended, when not nil, is told the sums after each world, one after the other.
	Ended func(*Tally) error
}

// Tally sums up the worlds of a series that have ended. It can be written as JSON,
// and a series goes on from it: worlds that are among it are not run again.
type Tally struct {
	Next     uint64    `json:"next"`  // the first seed whose world has not ended
	Later    []uint64  `json:"later"` // seeds after it whose worlds have, in order
	Worlds   int       `json:"worlds"`
	Orders   int       `json:"orders"`
	Journals int       `json:"journals"`
	Deaths   int       `json:"deaths"`
	Broken   int       `json:"brokenCalls"`
	Nanos    int64     `json:"nanos"` // on the wall, of all runs
	Hash     string    `json:"hash"`  // of the last trace
	Reached  *Coverage `json:"reached"`
}

// NewTally returns the sums of no world, for a series that begins with a seed.
func NewTally(first uint64) *Tally { return &Tally{Next: first, Reached: NewCoverage()} }

// Has reports whether the world of a seed has ended.
func (t *Tally) Has(seed uint64) bool {
	_, later := slices.BinarySearch(t.Later, seed)
	return seed < t.Next || later
}

func (t *Tally) add(r *Report) {
	t.Worlds++
	t.Orders += r.Orders
	t.Deaths += r.Deaths
	t.Broken += r.Broken
	t.Hash = r.Hash
	for _, n := range r.Coverage.Kinds {
		t.Journals += n
	}
	t.Reached.Add(r.Coverage)
	at, _ := slices.BinarySearch(t.Later, r.Plan.Seed)
	t.Later = slices.Insert(t.Later, at, r.Plan.Seed)
	for len(t.Later) > 0 && t.Later[0] == t.Next {
		t.Next, t.Later = t.Next+1, t.Later[1:]
	}
}

// RunSeries runs the worlds of a series that its tally does not have yet, and adds
// them to it, until one fails: that one is returned, and is not added. When
// several worlds live at a time, Options.Progress is told by one at a time, and
// the traces are mixed.
func RunSeries(ctx context.Context, s Series, o Options, t *Tally) (failed *Report, err error) {
	x := &series{Series: s, tally: t, watch: clock.Start(), spent: t.Nanos, next: s.First}
	if tell := o.Progress; tell != nil {
		o.Progress = func(day, days int) {
			x.mu.Lock()
			defer x.mu.Unlock()
			tell(day, days)
		}
	}
	var workers sync.WaitGroup
	for range max(s.Workers, 1) {
		workers.Go(func() {
			for seed, more := x.take(); more; seed, more = x.take() {
				x.end(Run(ctx, x.Draw(seed), o))
			}
		})
	}
	workers.Wait()
	return x.failed, x.err
}

// series is a series that runs.
type series struct {
	Series

	watch clock.Stopwatch
	spent int64

	mu     sync.Mutex
	tally  *Tally
	next   uint64
	failed *Report
	err    error
}

// take returns the next seed whose world has to live.
func (x *series) take() (seed uint64, more bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for x.next = max(x.next, x.tally.Next); x.tally.Has(x.next); {
		x.next++
	}
	isWanted := x.next <= x.Last || x.tally.Orders < x.Orders || x.watch.Elapsed() < x.Duration
	if x.failed != nil || x.err != nil || !isWanted {
		return 0, false
	}
	x.next++
	return x.next - 1, true
}

// end notes how a world has ended.
func (x *series) end(r *Report, err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	switch {
	case err != nil:
		x.err = errors.Join(x.err, err)
	case r.Failed():
		if x.failed == nil || r.Plan.Seed < x.failed.Plan.Seed {
			x.failed = r
		}
	default:
		x.tally.add(r)
		x.tally.Nanos = x.spent + x.watch.Elapsed().Nanoseconds()
		if x.Ended != nil {
			x.err = errors.Join(x.err, x.Ended(x.tally))
		}
	}
}
