package server

import (
	"context"
	"sync"
	"time"
)

// allotmentQueue is how many wait for bytes at most.
const allotmentQueue = 1024

// allotment bounds how many bytes are held in memory at once, in all and for each
// holder. Who does not fit waits for a short time.
type allotment struct {
	all, each int64
	wait      time.Duration
	refused   func()

	mu      sync.Mutex
	sum     int64
	held    map[string]int64
	waiting int
	given   chan struct{} // closed when something is given back
}

func newAllotment(all, each int64, wait time.Duration, refused func()) *allotment {
	return &allotment{all: all, each: each, wait: wait, refused: refused, held: map[string]int64{}, given: make(chan struct{})}
}

// take takes bytes for a holder, once they are there; ok is false when they are not in
// time. Whoever wants more than one may have takes all that one may have.
func (a *allotment) take(ctx context.Context, holder string, bytes int64) (giveBack func(), ok bool) {
	bytes = min(bytes, a.each)
	given, ok := a.try(holder, bytes, false)
	if !ok && given != nil {
		ok = a.queue(ctx, given, holder, bytes)
	}
	if !ok {
		a.refused()
		return nil, false
	}
	return sync.OnceFunc(func() { a.giveBack(holder, bytes) }), true
}

// try takes bytes when they are there, and returns else what is closed when there may
// be more; nil when too many wait for that.
func (a *allotment) try(holder string, bytes int64, waits bool) (given <-chan struct{}, ok bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.sum+bytes <= a.all && a.held[holder]+bytes <= a.each {
		a.sum += bytes
		a.held[holder] += bytes
		return nil, true
	}
	if !waits {
		if a.waiting >= allotmentQueue {
			return nil, false
		}
		a.waiting++
	}
	return a.given, false
}

func (a *allotment) queue(ctx context.Context, given <-chan struct{}, holder string, bytes int64) (ok bool) {
	late := time.NewTimer(a.wait)
	defer late.Stop()
	for !ok {
		select {
		case <-given:
			given, ok = a.try(holder, bytes, true)
			continue
		case <-late.C:
		case <-ctx.Done():
		}
		break
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting--
	return ok
}

func (a *allotment) giveBack(holder string, bytes int64) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.sum -= bytes
	if a.held[holder] -= bytes; a.held[holder] == 0 {
		delete(a.held, holder)
	}
	close(a.given)
	a.given = make(chan struct{})
}
