package clock

import "time"

// Stopwatch measures how long something takes, by the monotonic clock: it is
// right across changes of the wall clock, and has no instant to be mistaken for
// one that is stored.
type Stopwatch struct{ started time.Time }

// Start starts a stopwatch.
func Start() Stopwatch { return Stopwatch{time.Now()} }

// Elapsed is the time since Start.
func (s Stopwatch) Elapsed() time.Duration { return time.Since(s.started) }
