package db

import (
	"context"
	"time"
)

// Job is work that is done after the unit that enqueued it has committed, at
// least once. It is a small struct that encodes as JSON; Kind names it for
// ever.
type Job interface{ Kind() string }

// JobOptions say when and how often a job runs.
type JobOptions struct {
	// NotBefore delays the job, by the wall clock.
	NotBefore time.Time
	// MaxAttempts bounds the runs of a failing job; 0 means 20, spread
	// over an hour. After the last it is parked: `etal doctor` and /readyz show it.
	MaxAttempts int
	// Unique leaves out the job when an equal one (same kind and content) still
	// waits to run. One that runs already does not count: it may not have seen
	// what this unit writes.
	Unique bool
	// Apart has the job done beside the others, by workers of its own: for jobs that
	// wait for strangers, and would keep what is urgent waiting.
	Apart bool

	marks []byte // see MarkJobs
}

// Enqueue writes a job in this unit: it runs when the unit has committed, and
// never when it has not.
func (tx Tx) Enqueue(ctx context.Context, job Job, opts JobOptions) error {
	if !opts.Unique {
		return tx.EnqueueAll(ctx, opts, job)
	}
	return tx.jobs.insertUnique(ctx, tx.raw, job, tx.marked(ctx, opts))
}

// EnqueueAll is Enqueue for several jobs, which are written with one statement.
// None of them is unique, whatever the options say.
func (tx Tx) EnqueueAll(ctx context.Context, opts JobOptions, jobs ...Job) error {
	if len(jobs) == 0 {
		return nil
	}
	return tx.jobs.insert(ctx, tx.raw, jobs, tx.marked(ctx, opts))
}

// marked has the workers woken after the commit, and marks jobs.
func (tx Tx) marked(ctx context.Context, opts JobOptions) JobOptions {
	tx.wake.asked = true
	if tx.marks != nil {
		opts.marks = encodeMarks(tx.marks(ctx))
	}
	return opts
}

// wakeup remembers whether the workers must be woken after the commit.
type wakeup struct {
	asked     bool
	announced bool  // ears are to be rung
	counted   int64 // by Next
}
