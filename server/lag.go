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
	lagMost = 250 * time.Millisecond
	// lagEvery is how long after a look the next one may begin.
	lagEvery = 10 * time.Millisecond
	// lagFor is how long what was seen says something.
	lagFor = time.Second
)

// lag tells how long whoever could run waits for a processor. Requests that do
// nothing but compute, and with SQLite that is all of them, wait there and not for a
// place in a room: each is done before the next one has begun.
type lag struct {
	watch clock.Stopwatch
	yield func() // lets all others run who wait

	begun, ended, took atomic.Int64 // of the look that goes on (0: none), and of the last one; nanoseconds of the watch
}

func newLag() *lag { return &lag{watch: clock.Start(), yield: runtime.Gosched} }

// now is the wait as it is seen at present. A look costs a turn of a goroutine, and
// is taken when somebody asks.
func (l *lag) now() time.Duration {
	at := int64(l.watch.Elapsed())
	took, ended := time.Duration(l.took.Load()), l.ended.Load()
	if at-ended > int64(lagFor) {
		took = 0
	}
	begun := l.begun.Load()
	if begun == 0 {
		if at-ended > int64(lagEvery) && l.begun.CompareAndSwap(0, at) {
			go l.look(at)
		}
		return took
	}
	return max(took, time.Duration(at-begun))
}

func (l *lag) look(begun int64) {
	l.yield()
	ended := int64(l.watch.Elapsed())
	l.took.Store(ended - begun)
	l.ended.Store(ended)
	l.begun.Store(0)
}
