package server

import (
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Whoever would wait for a processor for long is refused, before the wait is over
// and until a look has shown that it is short again.
func TestRoom_refuses_while_processors_are_not_to_be_had(t *testing.T) {
	t.Parallel()
	r := newRoom(1, 1000, func() {})
	r.lag = newLag(100)
	turn := make(chan struct{})
	r.lag.yield = func() { <-turn }
	enters := func() bool {
		in := r.enter(t.Context())
		if in {
			r.leave()
		}
		return in
	}
	require.True(t, enters(), "nobody has waited for long yet")
	require.Eventually(t, func() bool { return r.lag.watch.Elapsed() > 2*lagMost }, 10*time.Second, time.Millisecond)
	require.True(t, enters(), "no more have come meanwhile than may wait")
	require.Eventually(t, func() bool { return !enters() }, 10*time.Second, time.Millisecond)
	require.Empty(t, r.places)
	turn <- struct{}{}
	require.Eventually(t, func() bool { return r.lag.ended.Load() > 0 }, 10*time.Second, time.Millisecond)
	require.False(t, enters(), "the last look took long")
	close(turn)
	require.Eventually(t, enters, 10*time.Second, time.Millisecond)
}

// What was seen long ago says nothing of now.
func TestLag_is_forgotten(t *testing.T) {
	t.Parallel()
	l := newLag(0)
	l.yield = func() {}
	l.took.Store(int64(time.Hour))
	l.ended.Store(-int64(lagFor))
	require.Zero(t, l.now())
}

func TestLag_is_how_long_others_run(t *testing.T) {
	t.Parallel()
	l := newLag(0)
	var stop atomic.Bool
	var done sync.WaitGroup
	for range 500 {
		done.Go(func() {
			for !stop.Load() {
				for begun := l.watch.Elapsed(); l.watch.Elapsed()-begun < 100*time.Microsecond; {
				}
				runtime.Gosched()
			}
		})
	}
	defer done.Wait()
	defer stop.Store(true)
	require.Eventually(t, func() bool { return l.now() > 5*time.Millisecond }, 10*time.Second, time.Millisecond)
}

func BenchmarkLag(b *testing.B) {
	l := newLag(0)
	b.ReportAllocs()
	for b.Loop() {
		l.now()
	}
}
