// Package clock is the only place that reads the wall clock.
//
// Everyone else has the instant of the unit of work (tx.Now()) or is handed a
// Clock. Instants are UTC in whole microseconds, which is what both databases
// keep.
package clock

import (
	"sync"
	"time"
)

// Clock tells the time.
type Clock interface {
	// Now returns the present instant, UTC, in whole microseconds.
	Now() time.Time
}

// Wall is the clock on the wall.
type Wall struct{}

// Now implements Clock.
func (Wall) Now() time.Time { return time.Now().UTC().Truncate(time.Microsecond) }

// Manual stands still until it is moved. It is safe for use by several
// goroutines.
type Manual struct {
	mu  sync.Mutex
	now time.Time
}

// NewManual returns a clock that stands at the given instant.
func NewManual(at time.Time) *Manual {
	return &Manual{now: at.UTC().Truncate(time.Microsecond)}
}

// Now implements Clock.
func (m *Manual) Now() time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.now
}

// Advance moves the clock forward.
func (m *Manual) Advance(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now = m.now.Add(d).Truncate(time.Microsecond)
}

// Shifted runs beside another clock at a distance that can grow: development
// and tests use it to let days pass while the process goes on.
type Shifted struct {
	base  Clock
	mu    sync.Mutex
	ahead time.Duration
}

// NewShifted returns a clock that shows the time of base until it is advanced.
func NewShifted(base Clock) *Shifted { return &Shifted{base: base} }

// Now implements Clock.
func (s *Shifted) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.base.Now().Add(s.ahead).Truncate(time.Microsecond)
}

// Advance moves the clock further ahead of its base.
func (s *Shifted) Advance(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ahead += d
}
