package server

import (
	"runtime"
	"sync/atomic"
	"time"

	"github.com/etal-market/etal/domain/clock"
)

const (
	// lagMost is how long a request may have to wait for a processor; then there are
	// more of them than can be answered.
	lagMost = 100 * time.Millisecond
	// lagEvery is how long after a look the next one may begin.
	lagEvery = 10 * time.Millisecond
	// lagFor is how long what was seen says something.
	lagFor = time.Second
)

// lag tells how long requests wait for a processor. Those that do nothing but
// compute, and with SQLite that is all of them, wait there and not for a place in a
// room: each is done before the next one has begun.
//
// Where no more have come meanwhile than may wait for places, the wait is not for them
// but for jobs or other programs, and nothing is won by refusing some.
type lag struct {
	crowd int64 // how many requests are more than may wait
	watch clock.Stopwatch
	yield func() // lets all others run who wait

	asked        atomic.Int64 // requests so far
	begun, first atomic.Int64 // of the look that goes on: when (0: none), and how many had asked before
	ended, took  atomic.Int64 // of the last look; nanoseconds of the watch
}

func newLag(crowd int64) *lag {
	return &lag{crowd: crowd, watch: clock.Start(), yield: runtime.Gosched}
}

// now is how long a request that asks has to wait, as far as is known; 0 while no more ask than may
// wait.
// A look costs a turn of a goroutine, and is taken when somebody asks.
func (l *lag) now() time.Duration {
	at, asked := int64(l.watch.Elapsed()), l.asked.Add(1)
	took, ended := time.Duration(l.took.Load()), l.ended.Load()
	if at-ended > int64(lagFor) {
		took = 0
	}
	begun := l.begun.Load()
	if begun == 0 {
		if at-ended > int64(lagEvery) && l.begun.CompareAndSwap(0, at) {
			l.first.Store(asked)
			go l.look(at)
		}
		return took
	}
	if asked-l.first.Load() < l.crowd {
		return took
	}
	return max(took, time.Duration(at-begun))
}

func (l *lag) look(begun int64) {
	l.yield()
	ended := int64(l.watch.Elapsed())
	took := ended - begun
	if l.asked.Load()-l.first.Load() < l.crowd {
		took = 0
	}
	l.took.Store(took)
	l.ended.Store(ended)
	l.begun.Store(0)
}
