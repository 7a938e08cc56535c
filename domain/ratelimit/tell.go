package ratelimit

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/etal-market/etal/db"
)

const (
	// gather is how long spending is gathered before it is told.
	gather = 20 * time.Millisecond
	// tellTimeout bounds the unit that tells.
	tellTimeout = 2 * time.Second
	// batch is how many subjects are told in one unit.
	batch = 500
)

// tellLater has the row told when half of the credit is spent, or as much was
// given back. The lock of e is held.
func (l *Limiter) tellLater(ctx context.Context, e *entry) {
	half := e.limit.credit() / 2
	if l.db == nil || e.queued || e.owed < half && e.owed > -half {
		return
	}
	e.queued = true
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting = append(l.waiting, e)
	if l.teller {
		return
	}
	l.teller = true
	go l.tell(context.WithoutCancel(ctx))
}

// tell tells what waits until nothing does.
func (l *Limiter) tell(ctx context.Context) {
	timer := time.NewTimer(gather)
	defer timer.Stop()
	for {
		<-timer.C
		l.mu.Lock()
		entries := l.waiting
		l.waiting = nil
		l.teller = len(entries) > 0
		l.mu.Unlock()
		if len(entries) == 0 {
			return
		}
		for part := range slices.Chunk(entries, batch) {
			l.tellBatch(ctx, part)
		}
		timer.Reset(gather)
	}
}

// tellBatch tells the rows of some buckets what was spent here, and learns what
// was spent elsewhere. What is being told already is left to whoever tells it.
func (l *Limiter) tellBatch(ctx context.Context, entries []*entry) {
	asks := make([]ask, 0, len(entries))
	told := make([]*entry, 0, len(entries))
	for _, e := range entries {
		e.mu.Lock()
		if e.queued = false; e.telling == 0 && e.owed != 0 {
			e.telling = e.owed
			asks, told = append(asks, ask{subject: stored(e.subject), limit: e.limit, spent: e.telling}), append(told, e)
		}
		e.mu.Unlock()
	}
	ctx, cancel := context.WithTimeout(ctx, tellTimeout)
	defer cancel()
	answers, err := l.settle(ctx, asks)
	if err != nil {
		l.failed(ctx, err)
	}
	for i, e := range told {
		e.mu.Lock()
		if err == nil {
			e.owed -= e.telling
			e.level, e.at = answers[i].level-e.owed, l.clock.Now()
		}
		e.telling = 0
		e.mu.Unlock()
	}
}

// settle asks the rows of some buckets in one unit, and returns the answers in
// the same order. Rows are locked in the order of their subjects.
func (l *Limiter) settle(ctx context.Context, asks []ask) ([]answer, error) {
	if len(asks) == 0 {
		return nil, nil
	}
	var answers map[string]answer
	err := l.db.Write(ctx, func(ctx context.Context, tx db.Tx) (err error) {
		answers, err = settleTx(ctx, tx, merged(asks), l.clock.Now())
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("settle rate limits: %w", err)
	}
	inOrder := make([]answer, len(asks))
	for i, a := range asks {
		inOrder[i] = answers[a.subject]
	}
	return inOrder, nil
}

// merged returns the asks in the order of their subjects, with one for each: a
// subject that was forgotten and seen again has two entries for a moment.
func merged(asks []ask) []ask {
	sorted := slices.SortedFunc(slices.Values(asks), func(a, b ask) int { return strings.Compare(a.subject, b.subject) })
	one := sorted[:0]
	for _, a := range sorted {
		if n := len(one); n > 0 && one[n-1].subject == a.subject {
			one[n-1].spent += a.spent
			continue
		}
		one = append(one, a)
	}
	return one
}

// Flush tells everything that was spent and not told yet, as a process does
// before it ends.
func (l *Limiter) Flush(ctx context.Context) error {
	if l == nil || l.db == nil {
		return nil
	}
	for part := range slices.Chunk(l.memory.all(), batch) {
		l.tellBatch(ctx, part)
	}
	return ctx.Err()
}
