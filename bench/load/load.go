package load

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Job does one thing as one of the workers and returns how many bytes were
// answered. A wrong answer is an error. i counts the jobs of a run from 0.
type Job func(worker, i int) (bytes int, err error)

// Limits bound a run: it ends after Count jobs or when For has passed,
// whichever comes first.
type Limits struct {
	Concurrency int
	Count       int
	For         time.Duration
}

// Result is what a run came to.
type Result struct {
	Jobs, Errors int
	FirstError   error
	Elapsed      time.Duration
	P50, P99     time.Duration
	Bytes        int64 // of all answers
}

// Rate is the number of jobs that were done well in a second.
func (r Result) Rate() float64 {
	if r.Elapsed <= 0 {
		return 0
	}
	return float64(r.Jobs-r.Errors) / r.Elapsed.Seconds()
}

// tally is what one worker has seen.
type tally struct {
	took   []time.Duration
	bytes  int64
	errors int
	first  error
}

func (t *tally) add(took time.Duration, bytes int, err error) {
	t.took = append(t.took, took)
	t.bytes += int64(bytes)
	if err != nil {
		t.errors++
		if t.first == nil {
			t.first = err
		}
	}
}

// Closed keeps the workers busy: each begins its next job when its last has
// ended.
func Closed(ctx context.Context, l Limits, job Job) Result {
	begun := time.Now()
	until := begun.Add(l.For)
	var next atomic.Int64
	return gather(l.Concurrency, begun, func(worker int, t *tally) {
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			start := time.Now()
			if i >= l.Count || !start.Before(until) {
				return
			}
			bytes, err := job(worker, i)
			t.add(time.Since(start), bytes, err)
		}
	})
}

// Open begins perSecond jobs a second, evenly. At most l.Concurrency run at
// the same time; what a job has to wait for a free worker counts as its own
// time.
func Open(ctx context.Context, l Limits, perSecond float64, job Job) Result {
	begun := time.Now()
	gap := time.Duration(float64(time.Second) / perSecond)
	var next atomic.Int64
	return gather(l.Concurrency, begun, func(worker int, t *tally) {
		for ctx.Err() == nil {
			i := int(next.Add(1)) - 1
			due := begun.Add(time.Duration(i) * gap)
			if i >= l.Count || due.Sub(begun) >= l.For {
				return
			}
			time.Sleep(time.Until(due))
			bytes, err := job(worker, i)
			t.add(time.Since(due), bytes, err)
		}
	})
}

// gather runs the workers and adds up what they have seen.
func gather(workers int, begun time.Time, work func(worker int, t *tally)) Result {
	tallies := make([]tally, workers)
	var running sync.WaitGroup
	for w := range workers {
		running.Go(func() { work(w, &tallies[w]) })
	}
	running.Wait()
	r := Result{Elapsed: time.Since(begun)}
	var took []time.Duration
	for i := range tallies {
		t := &tallies[i]
		took = append(took, t.took...)
		r.Bytes += t.bytes
		r.Errors += t.errors
		if r.FirstError == nil {
			r.FirstError = t.first
		}
	}
	r.Jobs = len(took)
	slices.Sort(took)
	r.P50, r.P99 = quantile(took, 50), quantile(took, 99)
	return r
}

// quantile is the smallest value that so many of a hundred do not exceed.
func quantile(sorted []time.Duration, percent int) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[max(0, (len(sorted)*percent+99)/100-1)]
}
