package db

import (
	"context"
	"time"
)

// Job is work that is done after the unit that enqueued it has committed, at
// least once. It is a small struct that encodes as JSON; Kind names it for
// ever.
type Job interface{ Kind() string }

// Queue is a line that jobs wait in. Each has workers of its own, so that what waits
// in one keeps nothing in another waiting. Its values are in jobs and never change.
type Queue string

// The queues.
const (
	// QueueDefault is for what is urgent and short: money, news of the provider, events,
	// and all that says nothing else.
	QueueDefault Queue = "default"
	// QueueApart is for jobs that wait for receivers of strangers.
	QueueApart Queue = "apart"
	// QueueMail is for jobs that wait for the mail server.
	QueueMail Queue = "mail"
	// QueueLong is for work of minutes: files that are read and made, simulations.
	QueueLong Queue = "long"
)

// Queues lists them.
func Queues() []Queue { return []Queue{QueueDefault, QueueApart, QueueMail, QueueLong} }

// JobOptions say when, where and how often a job runs.
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
	// Queue is the line that the job waits in; empty means QueueDefault.
	Queue Queue

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
