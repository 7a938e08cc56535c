package db

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/riverqueue/river/rivertype"
	"github.com/uptrace/bun"
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
	done, runs, x := 0, 0, &drain{db: d, handlers: h, at: how.At, failed: how.Failed}
	for {
		jobs, err := d.due(ctx, how.At)
		if err != nil || len(jobs) == 0 {
			return done, err
		}
		for _, job := range jobs {
			ok, err := x.one(ctx, job)
			if err != nil {
				return done, err
			}
			if ok {
				done++
			}
			if runs++; runs == how.Most {
				return done, x.settle(ctx)
			}
		}
		if err := x.settle(ctx); err != nil {
			return done, err
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

// RunRecurring runs the recurring jobs that isDue wants in this goroutine, without
// a row in the queue: what one of them leaves undone, its next run does. isDue
// is told the kind of a job and how often it comes back.
func (d *DB) RunRecurring(ctx context.Context, h *Handlers, isDue func(kind string, every time.Duration) bool) error {
	for _, r := range h.recurring {
		if !isDue(r.job.Kind(), r.every) {
			continue
		}
		content, err := json.Marshal(r.job)
		if err != nil {
			return fmt.Errorf("encode %s: %w", r.job.Kind(), err)
		}
		if err := h.direct[r.job.Kind()].run(ctx, content); err != nil {
			return fmt.Errorf("run %s: %w", r.job.Kind(), err)
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// waiting is a job that waits.
type waiting struct {
	ID                   int64
	Kind, State          string
	Args, Metadata       []byte
	Attempt, MaxAttempts int
	ScheduledAt          time.Time
	IsUnique             bool
}

// due reads the jobs that wait and are due: first those that have never run, then
// those that failed, then those whose time has come.
func (d *DB) due(ctx context.Context, at time.Time) ([]waiting, error) {
	args, metadata := "CAST(args AS TEXT)", "CAST(metadata AS TEXT)"
	if d.Dialect() == SQLite {
		args, metadata = "json(args)", "json(metadata)" // River keeps them in SQLite's own form
	}
	var rows []waiting
	err := d.Read(ctx).NewRaw(`SELECT id, kind, state, ?0 AS args, ?1 AS metadata, attempt, max_attempts, scheduled_at, unique_key IS NOT NULL AS is_unique
		FROM river_job WHERE state IN ('available', 'retryable', 'scheduled')
		ORDER BY CASE state WHEN 'available' THEN 1 WHEN 'retryable' THEN 2 ELSE 3 END, id LIMIT ?2`, bun.Safe(args), bun.Safe(metadata), drainBatch).Scan(ctx, &rows)
	if err != nil {
		return nil, fmt.Errorf("list jobs: %w", err)
	}
	return slices.DeleteFunc(rows, func(w waiting) bool {
		return w.State == string(rivertype.JobStateScheduled) && w.ScheduledAt.After(at)
	}), nil
}

// drain does one job after the other. How jobs have ended is written together, for
// some of them at a time: a process that dies before that does them again, as one
// does that dies just before the end of a single job was written.
type drain struct {
	db       *DB
	handlers *Handlers
	at       time.Time
	failed   func(string, error)
	ended    []settlement
}

// settlement is what is written about a job.
type settlement struct {
	statement string
	args      []any
}

// settleMost is how many jobs may have ended without anything saying so.
const settleMost = 16

// one runs a job. While a unique one runs its state says so, because an equal
// job may then be enqueued behind it.
func (x *drain) one(ctx context.Context, job waiting) (bool, error) {
	if job.IsUnique {
		x.ended = append(x.ended, settlement{"UPDATE river_job SET state = 'running' WHERE id = ?", []any{job.ID}})
	}
	if job.IsUnique || len(x.ended) >= settleMost {
		if err := x.settle(ctx); err != nil {
			return false, err
		}
	}
	handler, ok := x.handlers.direct[job.Kind]
	failure := fmt.Errorf("no handler for %s", job.Kind)
	var later *postponed
	if ok {
		run := JobRun{ID: job.ID, Kind: job.Kind, Attempt: job.Attempt + 1, MaxAttempts: job.MaxAttempts}
		failure = x.handlers.watched(ctx, run, job.Metadata, func(ctx context.Context) error {
			return unlessPostponed(handler.run(ctx, job.Args), &later)
		})
	}
	if failure == nil {
		x.ended = append(x.ended, x.endOf(job.ID, later))
		return later == nil, nil
	}
	if err := ctx.Err(); err != nil {
		return false, errors.Join(err, failure)
	}
	if x.failed != nil {
		x.failed(job.Kind, failure)
	}
	end := settlement{"UPDATE river_job SET state = 'retryable', attempt = attempt + 1 WHERE id = ?", []any{job.ID}}
	if job.Attempt+1 >= job.MaxAttempts {
		end.statement = "UPDATE river_job SET state = 'discarded', attempt = attempt + 1, finalized_at = created_at WHERE id = ?"
	}
	x.ended = append(x.ended, end)
	return false, nil
}

// endOf is what is written about a job that has not failed: it is gone, unless it comes
// back later.
func (x *drain) endOf(job int64, later *postponed) settlement {
	if later != nil {
		return settlement{"UPDATE river_job SET state = 'scheduled', scheduled_at = ? WHERE id = ?", []any{x.at.Add(later.wait).UTC(), job}}
	}
	return settlement{"DELETE FROM river_job WHERE id = ?", []any{job}}
}

// settle writes how jobs have ended, and which one begins.
func (x *drain) settle(ctx context.Context) error {
	if len(x.ended) == 0 {
		return nil
	}
	all := x.ended
	x.ended = nil
	return x.db.Write(ctx, func(ctx context.Context, tx Tx) error {
		for _, s := range all {
			if _, err := tx.NewRaw(s.statement, s.args...).Exec(ctx); err != nil {
				return err
			}
		}
		return nil
	})
}
