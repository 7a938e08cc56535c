package loader

import (
	"context"
	"errors"
	"runtime"
	"runtime/metrics"
	"sync"
	"time"

	"github.com/etal-market/etal/domain/clock"
)

const (
	// wait is how long a loader gathers keys after the last one has come. Resolvers of
	// one list start within microseconds of each other; a busy machine needs some more.
	wait = 500 * time.Microsecond
	// waits is how many times it waits at most while more keys come.
	waits = 8
	// watched is how long it looks whether anybody is left who could ask for more.
	watched = 100 * time.Microsecond
)

// errBroken is what those get who waited for a batch whose fetch has panicked.
var errBroken = errors.New("loader: the batch was not loaded")

// Loader gathers keys that are asked for at about the same time, loads their
// values with one call, and remembers them. It is safe for concurrent use.
type Loader[K comparable, V any] struct {
	fetch func(ctx context.Context, keys []K) ([]V, []error)

	mu    sync.Mutex
	known map[K]place[K, V]
	open  *batch[K, V] // nil: nobody gathers
}

// batch is what is loaded with one call. Its keys belong to the lock of the loader
// until they are loaded.
type batch[K comparable, V any] struct {
	keys   []K
	values []V
	errs   []error
	done   chan struct{}
}

// place is where the value of a key is, once its batch is done.
type place[K comparable, V any] struct {
	in *batch[K, V]
	at int
}

func newLoader[K comparable, V any](fetch func(ctx context.Context, keys []K) ([]V, []error)) *Loader[K, V] {
	return &Loader[K, V]{fetch: fetch}
}

// Load returns the value of a key. Whoever asks first gathers for the others, and
// loads what they have asked for by then.
func (l *Loader[K, V]) Load(ctx context.Context, key K) (V, error) {
	l.mu.Lock()
	p, ok := l.known[key]
	leads := !ok && l.open == nil
	if leads {
		l.open = &batch[K, V]{done: make(chan struct{})}
	}
	if !ok {
		p = place[K, V]{l.open, len(l.open.keys)}
		p.in.keys = append(p.in.keys, key)
		if l.known == nil {
			l.known = map[K]place[K, V]{}
		}
		l.known[key] = p
	}
	l.mu.Unlock()
	if leads {
		l.gather(p.in)
		l.load(ctx, p.in)
	}
	<-p.in.done
	if p.in.errs == nil {
		var none V
		return none, errBroken
	}
	return p.in.values[p.at], p.in.errs[p.at]
}

// Prime remembers the value of a key that is known otherwise, unless it was asked for
// already.
func (l *Loader[K, V]) Prime(key K, value V) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, ok := l.known[key]; ok {
		return
	}
	if l.known == nil {
		l.known = map[K]place[K, V]{}
	}
	b := &batch[K, V]{values: []V{value}, errs: []error{nil}, done: make(chan struct{})}
	close(b.done)
	l.known[key] = place[K, V]{b, 0}
}

func (l *Loader[K, V]) load(ctx context.Context, b *batch[K, V]) {
	defer close(b.done)
	l.mu.Lock()
	l.open = nil
	l.mu.Unlock()
	b.values, b.errs = l.fetch(ctx, b.keys)
}

// gather waits until nobody can ask for more. When nothing else runs in this
// process that is at once; a timer would take more than a millisecond then, since
// the runtime rounds what an idle process waits for up. When others do run, some of
// them may be about to ask, and it waits as long as they do.
func (l *Loader[K, V]) gather(b *batch[K, V]) {
	for spent := clock.Start(); spent.Elapsed() < watched; {
		runtime.Gosched()
		if isAlone() {
			return
		}
	}
	for range waits {
		before := l.size(b)
		timer := time.NewTimer(wait)
		<-timer.C
		if isAlone() || l.size(b) == before {
			return
		}
	}
}

// size is how many keys a batch has gathered.
func (l *Loader[K, V]) size(b *batch[K, V]) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(b.keys)
}

// isAlone reports whether no other goroutine runs or is about to. Those that wait for
// a database or a client cannot ask for anything before that has answered.
func isAlone() bool {
	samples := [...]metrics.Sample{{Name: "/sched/goroutines/runnable:goroutines"}, {Name: "/sched/goroutines/running:goroutines"}}
	metrics.Read(samples[:])
	return count(samples[0]) == 0 && count(samples[1]) <= 1
}

// count is the value of a sample; more than one when the runtime does not tell.
func count(s metrics.Sample) uint64 {
	if s.Value.Kind() != metrics.KindUint64 {
		return 2
	}
	return s.Value.Uint64()
}
