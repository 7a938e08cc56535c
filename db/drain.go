package db

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/riverqueue/river/rivertype"
)

// direct runs a job from its encoded content.
type direct struct {
	kind string
	run  func(ctx context.Context, content []byte) error
}

func directly[J Job](fn func(ctx context.Context, job J) error) direct {
	var zero J
	return direct{zero.Kind(), func(ctx context.Context, content []byte) error {
		var job J
		if err := json.Unmarshal(content, &job); err != nil {
			return fmt.Errorf("decode job: %w", err)
		}
		return fn(ctx, job)
	}}
}

func (h *Handlers) addDirect(d direct) {
	if h.direct == nil {
		h.direct = map[string]direct{}
	}
	h.direct[d.kind] = d
}

// drainBatch is how many jobs of a state Drain looks at together.
const drainBatch = 1000

// Draining says how jobs are drained.
type Draining struct {
	// At is the instant at which they are due; it may be of a clock that is moved.
	At time.Time
	// Most bounds how many runs are made; 0 means until no job is left.
	Most int
	// Failed, when not nil, hears of each run that failed.
	Failed func(kind string, err error)
}

// Drain does the jobs of the database in this goroutine, one after the other,
// instead of Workers: those that are due at an instant, and those that they
// enqueue in turn, until none is left. Failed ones are tried again at once, as
// often as their attempts allow, and are parked then. It returns how many runs
// succeeded. Tests of whole stories use it: nothing runs beside them, and
// the instant may be of a clock that they move.
func (d *DB) Drain(ctx context.Context, h *Handlers, at time.Time) (int, error) {
	return d.DrainAs(ctx, h, Draining{At: at})
}

// DrainAs is Drain with more to say about it.
func (d *DB) DrainAs(ctx context.Context, h *Handlers, how Draining) (int, error) {
	done, runs := 0, 0
	for {
		jobs, err := d.due(ctx, how.At)
		if err != nil || len(jobs) == 0 {
			return done, err
		}
		for _, job := range jobs {
			ok, err := d.drainOne(ctx, h, job, how.Failed)
			if err != nil {
				return done, err
			}
			if ok {
				done++
			}
			if runs++; runs == how.Most {
				return done, nil
			}
		}
	}
}

// Reclaim gives back the jobs that ran when the process died. Only whoever
// drains alone may call it: Workers on PostgreSQL wait until such a job is
// rescued, because another process may be running it.
func (d *DB) Reclaim(ctx context.Context) error {
	return d.Write(ctx, func(ctx context.Context, tx Tx) error {
		_, err := tx.NewRaw("UPDATE river_job SET state = 'available' WHERE state = 'running'").Exec(ctx)
		return err
	})
}

// EnqueueRecurring enqueues each recurring job once, as Workers do when its
// interval has passed.
func (d *DB) EnqueueRecurring(ctx context.Context, h *Handlers) error {
	return d.Write(ctx, func(ctx context.Context, tx Tx) error {
		for _, job := range h.recurring {
			if err := tx.Enqueue(ctx, job, JobOptions{Unique: true}); err != nil {
				return err
			}
		}
		return nil
	})
}

// RecurringCount returns how many jobs come back by themselves.
func (h *Handlers) RecurringCount() int { return len(h.recurring) }

func (d *DB) due(ctx context.Context, at time.Time) ([]*rivertype.JobRow, error) {
	var due []*rivertype.JobRow
	for _, state := range []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStateRetryable, rivertype.JobStateScheduled,
	} {
		rows, err := d.jobs.list(ctx, state, drainBatch)
		if err != nil {
			return nil, fmt.Errorf("list %s jobs: %w", state, err)
		}
		for _, row := range rows {
			if state != rivertype.JobStateScheduled || !row.ScheduledAt.After(at) {
				due = append(due, row)
			}
		}
	}
	return due, nil
}

// drainOne runs a job and settles its row. While it runs its state says so,
// because an equal job may then be enqueued behind it.
func (d *DB) drainOne(ctx context.Context, h *Handlers, job *rivertype.JobRow, failed func(string, error)) (bool, error) {
	if err := d.settle(ctx, "UPDATE river_job SET state = 'running', attempt = attempt + 1 WHERE id = ?", job.ID); err != nil {
		return false, err
	}
	handler, ok := h.direct[job.Kind]
	failure := fmt.Errorf("no handler for %s", job.Kind)
	if ok {
		row := *job
		row.Attempt++ // as settled above
		failure = h.watched(ctx, &row, func(ctx context.Context) error { return handler.run(ctx, job.EncodedArgs) })
	}
	if failure == nil {
		return true, d.settle(ctx, "DELETE FROM river_job WHERE id = ?", job.ID)
	}
	if err := ctx.Err(); err != nil {
		return false, errors.Join(err, failure)
	}
	if failed != nil {
		failed(job.Kind, failure)
	}
	if job.Attempt+1 >= job.MaxAttempts {
		return false, d.settle(ctx, "UPDATE river_job SET state = 'discarded', finalized_at = created_at WHERE id = ?", job.ID)
	}
	return false, d.settle(ctx, "UPDATE river_job SET state = 'retryable' WHERE id = ?", job.ID)
}

func (d *DB) settle(ctx context.Context, statement string, id int64) error {
	return d.Write(ctx, func(ctx context.Context, tx Tx) error {
		_, err := tx.NewRaw(statement, id).Exec(ctx)
		return err
	})
}
