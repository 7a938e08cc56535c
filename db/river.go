package db

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"
)

// jobAttempts with the waits of backoff outlast an outage of an hour.
const jobAttempts = 20

// quiet is for parts of the queue whose errors come back to the caller anyway.
func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// openJobs makes the client that writes jobs. The rows of a job and of the unit
// are written in one transaction on both databases.
func (d *DB) openJobs() error {
	if d.Dialect() == SQLite {
		d.bell = newBell()
		driver := newLocalDriver(d.write.DB, d.bell)
		queue, err := newRiverQueue(driver, func(_ context.Context, raw rawTx, use func(*sql.Tx) error) error {
			return use(raw.sqlite)
		})
		d.jobs = queue
		return err
	}
	queue, err := newRiverQueue(riverpgxv5.New(d.pool), func(ctx context.Context, raw rawTx, use func(pgx.Tx) error) error {
		return raw.withPgx(func(on *postgresConn) error { return use(pgxTx{on}) })
	})
	d.jobs = queue
	return err
}

// unfinishedPage is how many jobs are read at a time.
const unfinishedPage = 1000

// jobQueue hides which database River works on.
type jobQueue interface {
	insert(ctx context.Context, raw rawTx, jobs []Job, opts JobOptions) error
	insertUnique(ctx context.Context, raw rawTx, job Job, opts JobOptions) error
	list(ctx context.Context, state rivertype.JobState, limit int) ([]*rivertype.JobRow, error)
	unfinished(ctx context.Context, kind string, use func(*rivertype.JobRow)) error
	retry(ctx context.Context, raw rawTx, id int64) error
	worker(cfg *river.Config) (riverClient, error)
}

// riverClient is a River client that works jobs.
type riverClient interface {
	Start(ctx context.Context) error
	Stop(ctx context.Context) error
	StopAndCancel(ctx context.Context) error
}

// riverQueue is River on a database whose transactions are TTx. within hands
// it the transaction of a unit.
type riverQueue[TTx any] struct {
	driver riverdriver.Driver[TTx]
	client *river.Client[TTx]
	within func(ctx context.Context, raw rawTx, use func(TTx) error) error
}

func newRiverQueue[TTx any](
	driver riverdriver.Driver[TTx], within func(context.Context, rawTx, func(TTx) error) error,
) (*riverQueue[TTx], error) {
	client, err := river.NewClient(untold[TTx]{driver}, &river.Config{Logger: quiet()})
	if err != nil {
		return nil, fmt.Errorf("open the job queue: %w", err)
	}
	return &riverQueue[TTx]{driver: driver, client: client, within: within}, nil
}

// insert writes jobs with one statement.
func (q *riverQueue[TTx]) insert(ctx context.Context, raw rawTx, jobs []Job, o JobOptions) error {
	rows := make([]river.InsertManyParams, len(jobs))
	for i, job := range jobs {
		rows[i] = river.InsertManyParams{Args: job, InsertOpts: insertOpts(o)}
	}
	err := q.within(ctx, raw, func(tx TTx) error {
		if _, err := q.client.InsertManyTx(ctx, tx, rows); err != nil {
			return err
		}
		return q.tell(ctx, tx, o.queue())
	})
	if err != nil {
		return fmt.Errorf("enqueue %s: %w", jobs[0].Kind(), err)
	}
	return nil
}

// untold keeps the client that writes jobs from telling workers of them. It would not
// do so again within a while, in which many units fit: whoever came then would wait
// until workers look by themselves.
type untold[TTx any] struct{ riverdriver.Driver[TTx] }

// SupportsListenNotify implements riverdriver.Driver.
func (untold[TTx]) SupportsListenNotify() bool { return false }

// tell wakes the workers of all processes once the unit is committed, where they
// listen at all. PostgreSQL sends equal notifications of a transaction once.
func (q *riverQueue[TTx]) tell(ctx context.Context, tx TTx, queue Queue) error {
	if !q.driver.SupportsListenNotify() {
		return nil
	}
	return q.driver.UnwrapExecutor(tx).NotifyMany(ctx, &riverdriver.NotifyManyParams{
		Topic: "river_insert", Payload: []string{newsOf(queue)},
	})
}

// queue is the queue of a job.
func (o JobOptions) queue() Queue { return cmp.Or(o.Queue, QueueDefault) }

// newsOf tells that there is something new in a queue.
func newsOf(queue Queue) string { return `{"queue": "` + string(queue) + `"}` }

func (q *riverQueue[TTx]) insertUnique(ctx context.Context, raw rawTx, job Job, o JobOptions) error {
	err := q.within(ctx, raw, func(tx TTx) error {
		if err := q.insertOnce(ctx, tx, job, o); err != nil {
			return err
		}
		return q.tell(ctx, tx, o.queue())
	})
	if err != nil {
		return fmt.Errorf("enqueue %s: %w", job.Kind(), err)
	}
	return nil
}

// insertOnce leaves the job out when an equal one waits. One that runs
// already does not count: it may have read the world before this unit, so the
// news of this unit would be lost. River's key covers running jobs; the second
// key, which adds the queue, stands for the one job that may wait behind it.
func (q *riverQueue[TTx]) insertOnce(ctx context.Context, tx TTx, job Job, o JobOptions) error {
	for _, byQueue := range []bool{false, true} {
		opts := insertOpts(o)
		opts.UniqueOpts = river.UniqueOpts{ByArgs: true, ByQueue: byQueue, ByState: waitingStates()}
		res, err := q.client.InsertTx(ctx, tx, job, opts)
		if err != nil {
			return err
		}
		if !res.UniqueSkippedAsDuplicate || res.Job.State != rivertype.JobStateRunning {
			return nil
		}
	}
	_, err := q.client.InsertTx(ctx, tx, job, insertOpts(o))
	return err
}

// waitingStates are the states in which a job still has a run before it, and
// running, which River wants among them.
func waitingStates() []rivertype.JobState {
	return []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable,
		rivertype.JobStateRunning, rivertype.JobStateScheduled,
	}
}

func insertOpts(o JobOptions) *river.InsertOpts {
	return &river.InsertOpts{MaxAttempts: orDefault(o.MaxAttempts, jobAttempts), ScheduledAt: o.NotBefore, Queue: string(o.queue()), Metadata: o.marks}
}

func (q *riverQueue[TTx]) list(
	ctx context.Context, state rivertype.JobState, limit int,
) ([]*rivertype.JobRow, error) {
	params := river.NewJobListParams().States(state).First(limit).
		OrderBy(river.JobListOrderByID, river.SortOrderAsc)
	res, err := q.client.JobList(ctx, params)
	if err != nil {
		return nil, err
	}
	return res.Jobs, nil
}

// unfinished hands over the jobs of a kind that wait, run or are parked.
func (q *riverQueue[TTx]) unfinished(ctx context.Context, kind string, use func(*rivertype.JobRow)) error {
	params := river.NewJobListParams().Kinds(kind).First(unfinishedPage).
		States(append(waitingStates(), rivertype.JobStateDiscarded)...).
		OrderBy(river.JobListOrderByID, river.SortOrderAsc)
	for {
		res, err := q.client.JobList(ctx, params)
		if err != nil {
			return err
		}
		for _, row := range res.Jobs {
			use(row)
		}
		if len(res.Jobs) < unfinishedPage {
			return nil
		}
		params = params.After(res.LastCursor)
	}
}

func (q *riverQueue[TTx]) retry(ctx context.Context, raw rawTx, id int64) error {
	return q.within(ctx, raw, func(tx TTx) error {
		_, err := q.client.JobRetryTx(ctx, tx, id)
		return err
	})
}

func (q *riverQueue[TTx]) worker(cfg *river.Config) (riverClient, error) {
	return river.NewClient(q.driver, cfg)
}

// withPgx lends the driver's own connection of a PostgreSQL unit. It is held
// meanwhile, so that the roll-back that database/sql does when a context ends
// cannot use it at the same time; and after such a roll-back it refuses, for
// what is written then would be committed at once.
func (raw rawTx) withPgx(use func(*postgresConn) error) error {
	return raw.postgres.Raw(func(driver any) error {
		c, ok := driver.(*postgresConn)
		if !ok {
			return fmt.Errorf("db: driver is wrapped: %T", driver)
		}
		if c.held == nil && !c.isInside() {
			return sql.ErrTxDone
		}
		return use(c)
	})
}
