package ratelimit

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
)

const (
	// patience is how long a request waits for the row of its bucket by default.
	patience = 250 * time.Millisecond
	// quiet is how long a row that refused is not asked again by the same
	// process: a flood of refused requests must not become a flood of queries.
	quiet = 50 * time.Millisecond
	// alone is how long a process limits by itself after the database did not
	// answer.
	alone = time.Second
)

// Options tune a limiter. The zero value is right for production.
type Options struct {
	// Clock tells the time; the wall clock when nil. It is not the clock of the
	// marketplace, which development and tests move.
	Clock clock.Clock
	// Log is told when the database does not answer; nobody when nil.
	Log *slog.Logger
	// Subjects bounds how many subjects are remembered; 0 means SubjectsMax.
	Subjects int
	// Patience is how long a request waits for the row of its bucket before the process
	// decides by itself; 0 means a quarter of a second.
	Patience time.Duration
}

// Limiter holds the buckets of this process. It is safe for use by many at
// once.
type Limiter struct {
	db       *db.DB // nil: this process shares with nobody
	clock    clock.Clock
	log      *slog.Logger
	memory   *memory
	patience time.Duration

	aloneTil atomic.Int64 // Unix microseconds

	mu      sync.Mutex
	waiting []*entry // what is to be told
	teller  bool     // somebody is telling
}

// New returns a limiter that shares its buckets with every process on the same
// database, or keeps them to itself on a database that one process owns.
func New(d *db.DB, opts Options) *Limiter {
	if opts.Clock == nil {
		opts.Clock = clock.Wall{}
	}
	if opts.Log == nil {
		opts.Log = slog.New(slog.DiscardHandler)
	}
	if opts.Subjects == 0 {
		opts.Subjects = SubjectsMax
	}
	if opts.Patience == 0 {
		opts.Patience = patience
	}
	l := &Limiter{clock: opts.Clock, log: opts.Log, memory: newMemory(opts.Subjects), patience: opts.Patience}
	if d != nil && d.ServesMany() {
		l.db = d
	}
	return l
}

// Subjects returns how many subjects are remembered.
func (l *Limiter) Subjects() int { return l.memory.len() }

// shares reports whether the row is to be asked: there is one, and the database
// answers.
func (l *Limiter) shares(now time.Time) bool {
	return l.db != nil && now.UnixMicro() >= l.aloneTil.Load()
}

// taken is the outcome of charging one budget.
type taken struct {
	entry    *entry
	admitted bool
	wait     time.Duration // of what is not admitted
	level    int64
}

// take charges one budget.
func (l *Limiter) take(ctx context.Context, b Budget, cost int64) taken {
	now := l.clock.Now()
	e, want := l.memory.get(b, now), cost*point
	e.mu.Lock()
	defer e.mu.Unlock()
	e.refill(now)
	if e.level < want { // what others have spent can only make it less
		return taken{entry: e, wait: e.limit.wait(e.level, want), level: e.level}
	}
	if e.owed+want <= e.limit.credit() || !l.shares(now) {
		e.spend(want)
		l.tellLater(ctx, e)
		return taken{entry: e, admitted: true, level: e.level}
	}
	if now.Before(e.quietTil) {
		return taken{entry: e, wait: e.quietTil.Sub(now), level: e.level}
	}
	if !l.askNow(ctx, e, want) {
		return taken{entry: e, wait: max(e.limit.wait(e.level, want), quiet), level: e.level}
	}
	return taken{entry: e, admitted: true, level: e.level}
}

func (e *entry) spend(amount int64) {
	e.level = min(e.level-amount, e.limit.full())
	e.owed += amount
}

// give changes what a request has cost; a negative difference gives back.
func (l *Limiter) give(ctx context.Context, t taken, difference int64) int64 {
	e := t.entry
	e.mu.Lock()
	defer e.mu.Unlock()
	e.refill(l.clock.Now())
	if difference != 0 {
		e.spend(difference)
		l.tellLater(ctx, e)
	}
	return e.level
}

// askNow asks the row for a request that does not fit into the credit. When the
// database does not answer, the process decides by itself.
func (l *Limiter) askNow(ctx context.Context, e *entry, want int64) bool {
	told := e.owed - e.telling
	asked, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.patience)
	defer cancel()
	answers, err := l.settle(asked, []ask{{stored(e.subject), e.limit, told, want}})
	if err != nil {
		l.failed(ctx, err)
		e.spend(want)
		return true
	}
	e.owed -= told
	e.level, e.at = answers[0].level-e.owed, l.clock.Now()
	if !answers[0].granted {
		e.quietTil = e.at.Add(quiet)
	}
	return answers[0].granted
}

func (l *Limiter) failed(ctx context.Context, err error) {
	until := l.clock.Now().Add(alone).UnixMicro()
	l.aloneTil.Store(until)
	l.log.WarnContext(ctx, "rate limits are not shared: the database does not answer", slog.Any("error", err))
}
