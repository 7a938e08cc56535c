package graph

import (
	"context"
	"sync"
	"time"

	"github.com/etal-market/etal/domain/actor"
)

// authority is who holds a connection, asked again and again: once for all that runs
// on it, however much that is.
type authority struct {
	renew func(context.Context) (actor.Actor, error)

	mu    sync.Mutex
	by    actor.Actor
	err   error
	fresh chan struct{} // closed by the next answer
}

func newAuthority(renew func(context.Context) (actor.Actor, error)) *authority {
	return &authority{renew: renew, fresh: make(chan struct{})}
}

// ask asks anew, and tells everybody who waits for it.
func (a *authority) ask(ctx context.Context) error {
	by, err := a.renew(ctx)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.by, a.err = by, err
	close(a.fresh)
	a.fresh = make(chan struct{})
	return err
}

// next is closed when there is an answer that is newer than this call.
func (a *authority) next() <-chan struct{} {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.fresh
}

// answer is the latest one.
func (a *authority) answer() (actor.Actor, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.by, a.err
}

// keepAsking asks until a connection on which one operation runs ends.
func (a *authority) keepAsking(ctx context.Context) {
	every := time.NewTicker(recheckEvery)
	defer every.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-every.C:
			_ = a.ask(ctx) // whoever waits has the error
		}
	}
}
