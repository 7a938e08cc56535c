package db

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"runtime/debug"
	"strings"
	"time"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/clock"
)

const (
	// How many jobs of a queue run at a time.
	workerConcurrency = 16
	apartConcurrency  = 32
	mailConcurrency   = 8
	longConcurrency   = 4
	// jobTimeout bounds the run of a job whose handler names no other.
	jobTimeout = time.Minute
	// rescueAfter is when a job whose process has died is given to another. A
	// job with a longer timeout of its own is given away after that.
	rescueAfter = jobTimeout + 30*time.Second
	// fetchCooldown and fetchPoll bound how soon after its commit a job runs: the
	// first when the worker is told of it, the second when it has to look.
	fetchCooldown = 10 * time.Millisecond
	fetchPoll     = 250 * time.Millisecond
	// cancelGrace is how long Stop waits for handlers once it has cancelled them.
	cancelGrace = 5 * time.Second

	completedKept = time.Hour
	// kept never removes parked jobs: they wait for a person.
	kept = -1

	backoffMax = 5 * time.Minute
)

// Handlers says who does which job, and which jobs come back by themselves. The
// zero value has none.
type Handlers struct {
	register  []func(*river.Workers) error
	periodic  []*river.PeriodicJob
	direct    map[string]direct // by kind, for Drain
	recurring []recurring
	around    func(ctx context.Context, run JobRun, do func(context.Context) error) error // nil: nobody watches
}

// recurring is a job that comes back by itself, and how often.
type recurring struct {
	job   Job
	every time.Duration
}

// Handle registers fn for jobs of type J, with the usual timeout of a minute.
// A job is done when fn returns nil; otherwise, and when it panics, it is tried
// again later. It may run twice, so fn must be repeatable. Its context is
// outside of any unit of work.
func Handle[J Job](h *Handlers, fn func(ctx context.Context, job J) error) {
	HandleWithin(h, jobTimeout, fn)
}

// HandleWithin is Handle with another timeout: the context of fn ends then.
func HandleWithin[J Job](h *Handlers, timeout time.Duration, fn func(ctx context.Context, job J) error) {
	h.addDirect(directly(fn))
	h.register = append(h.register, func(all *river.Workers) error {
		return river.AddWorkerSafely(all, &handler[J]{run: fn, timeout: timeout, watched: h.watched})
	})
}

type handler[J Job] struct {
	river.WorkerDefaults[J]

	run     func(ctx context.Context, job J) error
	timeout time.Duration
	watched func(ctx context.Context, run JobRun, metadata []byte, do func(context.Context) error) error
}

// Work implements river.Worker. It catches panics itself: River would tell of
// them a second time.
func (h *handler[J]) Work(ctx context.Context, job *river.Job[J]) error {
	run := JobRun{ID: job.ID, Kind: job.Kind, Attempt: job.Attempt, MaxAttempts: job.MaxAttempts}
	var later *postponed
	err := h.watched(ctx, run, job.Metadata, func(ctx context.Context) (err error) {
		defer func() {
			if value := recover(); value != nil {
				err = &panicked{value: value, stack: debug.Stack()}
			}
		}()
		return unlessPostponed(h.run(ctx, job.Args), &later)
	})
	if err == nil && later != nil {
		return river.JobSnooze(later.wait)
	}
	return err
}

// Postpone returns an error by which a handler has its job come again after a while. It is
// no failure: nobody is told, and the job has as many attempts left as before.
func Postpone(wait time.Duration) error { return &postponed{wait} }

type postponed struct{ wait time.Duration }

// Error implements error.
func (p *postponed) Error() string { return fmt.Sprintf("postponed for %s", p.wait) }

// unlessPostponed tells failures from what comes again by itself.
func unlessPostponed(err error, later **postponed) error {
	if errors.As(err, later) {
		return nil
	}
	return err
}

// panicked is the error of a handler that panicked.
type panicked struct {
	value any
	stack []byte
}

// Error implements error.
func (p *panicked) Error() string { return fmt.Sprint("panic: ", p.value) }

// Timeout implements river.Worker.
func (h *handler[J]) Timeout(*river.Job[J]) time.Duration { return h.timeout }

// Every enqueues job when workers start and again after each interval, by the
// wall clock. It is left out while an equal one waits or runs, and when several
// processes have workers, one of them enqueues.
func Every(h *Handlers, interval time.Duration, job Job) {
	construct := func() (river.JobArgs, *river.InsertOpts) {
		opts := insertOpts(JobOptions{})
		opts.UniqueOpts = river.UniqueOpts{ByArgs: true, ByState: waitingStates()}
		return job, opts
	}
	h.recurring = append(h.recurring, recurring{job, interval})
	h.periodic = append(h.periodic, river.NewPeriodicJob(
		river.PeriodicInterval(interval), construct, &river.PeriodicJobOpts{RunOnStart: true}))
}

// WorkerOptions tune workers. The zero value is right for production, but for
// the logger.
type WorkerOptions struct {
	// Logger hears of jobs that failed; nobody when nil.
	Logger *slog.Logger
	// Concurrency bounds how many jobs of QueueDefault run at a time; 0 means 16.
	Concurrency int
	// Backoff is how long a failed job waits before the next run, given how many
	// runs have failed. When nil it is 1 s, 2 s, 4 s … up to 5 min, give or take
	// a fifth.
	Backoff func(failures int) time.Duration

	poll time.Duration // how often workers look for jobs that nobody told them of; 0 means fetchPoll
}

// Workers do the jobs of a database. On SQLite only one process may have them.
type Workers struct {
	db     *DB
	client riverClient
}

// NewWorkers returns workers that do not work yet. A job without a handler
// fails like any other, and is parked in the end.
func NewWorkers(d *DB, h *Handlers, opts WorkerOptions) (*Workers, error) {
	if opts.Logger == nil {
		opts.Logger = quiet()
	}
	if opts.Backoff == nil {
		opts.Backoff = backoff
	}
	all := river.NewWorkers()
	for _, register := range h.register {
		if err := register(all); err != nil {
			return nil, fmt.Errorf("register a job handler: %w", err)
		}
	}
	client, err := d.jobs.worker(&river.Config{
		Workers:      all,
		PeriodicJobs: h.periodic,
		Queues: map[string]river.QueueConfig{
			string(QueueDefault): {MaxWorkers: orDefault(opts.Concurrency, workerConcurrency)},
			string(QueueApart):   {MaxWorkers: apartConcurrency},
			string(QueueMail):    {MaxWorkers: mailConcurrency},
			string(QueueLong):    {MaxWorkers: longConcurrency},
		},
		FetchCooldown:               fetchCooldown,
		FetchPollInterval:           cmp.Or(opts.poll, fetchPoll),
		JobTimeout:                  jobTimeout,
		RescueStuckJobsAfter:        rescueAfter,
		CompletedJobRetentionPeriod: completedKept,
		DiscardedJobRetentionPeriod: kept,
		MaxAttempts:                 jobAttempts,
		RetryPolicy:                 retryPolicy{opts.Backoff},
		ErrorHandler:                failureLog{opts.Logger},
		// River tells of each failed run at level info; failureLog does that.
		Logger: slog.New(atLeast{slog.LevelWarn, opts.Logger.Handler()}),
	})
	if err != nil {
		return nil, fmt.Errorf("make workers: %w", err)
	}
	return &Workers{db: d, client: client}, nil
}

// Start begins to work. It goes on until Stop, whatever becomes of ctx.
func (w *Workers) Start(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	if err := w.db.reclaim(ctx); err != nil {
		return fmt.Errorf("start workers: %w", err)
	}
	if err := w.client.Start(ctx); err != nil {
		return fmt.Errorf("start workers: %w", err)
	}
	return nil
}

// Stop takes no more jobs and waits for the running ones. When ctx ends first,
// it cancels them and waits a little more; what was cancelled will run again.
func (w *Workers) Stop(ctx context.Context) error {
	err := w.client.Stop(ctx)
	if err == nil || ctx.Err() == nil {
		return err
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), cancelGrace)
	defer cancel()
	if err := w.client.StopAndCancel(grace); err != nil {
		return fmt.Errorf("stop workers: %w", err)
	}
	return nil
}

// reclaim makes jobs that ran when the process died available again. On SQLite
// nobody else can be running them; on PostgreSQL somebody may, so there they
// wait until they are rescued.
func (d *DB) reclaim(ctx context.Context) error {
	if d.Dialect() != SQLite {
		return nil
	}
	return d.Reclaim(ctx)
}

// retryPolicy tells River when a failed job runs next.
type retryPolicy struct {
	wait func(failures int) time.Duration
}

// NextRetry implements river.ClientRetryPolicy.
func (p retryPolicy) NextRetry(job *rivertype.JobRow) time.Time {
	return clock.Wall{}.Now().Add(p.wait(job.Attempt))
}

// backoff doubles from a second to five minutes. Jitter keeps jobs that failed
// together from coming back together.
func backoff(failures int) time.Duration {
	wait := backoffMax
	if failures < 10 {
		wait = min(time.Second<<max(failures-1, 0), backoffMax)
	}
	return wait*4/5 + rand.N(wait*2/5) //nolint:gosec // nobody gains by guessing a pause
}

// failureLog tells of runs that failed: a warning while the job is tried again,
// an error when it is parked.
type failureLog struct{ log *slog.Logger }

// HandleError implements river.ErrorHandler.
func (f failureLog) HandleError(ctx context.Context, job *rivertype.JobRow, err error) *river.ErrorHandlerResult {
	attrs := []slog.Attr{slog.String("error", err.Error())}
	var p *panicked
	if errors.As(err, &p) {
		attrs = append(attrs, slog.String("stack", string(p.stack)))
	}
	f.tell(ctx, job, attrs...)
	return nil
}

// HandlePanic implements river.ErrorHandler. Handlers do not get here; River's
// own code may.
func (f failureLog) HandlePanic(ctx context.Context, job *rivertype.JobRow, value any, trace string) *river.ErrorHandlerResult {
	f.tell(ctx, job, slog.String("error", fmt.Sprint("panic: ", value)), slog.String("stack", trace))
	return nil
}

func (f failureLog) tell(ctx context.Context, job *rivertype.JobRow, what ...slog.Attr) {
	attrs := append([]slog.Attr{
		slog.String("job", job.Kind), slog.Int64("job_id", job.ID), slog.Int("attempt", job.Attempt),
	}, what...)
	if job.Attempt >= job.MaxAttempts {
		f.log.LogAttrs(ctx, slog.LevelError, "job failed and is parked", attrs...)
		return
	}
	f.log.LogAttrs(ctx, slog.LevelWarn, "job failed and will be tried again", attrs...)
}

// atLeast lets only records of a level and above through.
type atLeast struct {
	level slog.Level
	slog.Handler
}

// Enabled implements slog.Handler.
func (h atLeast) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= h.level && h.Handler.Enabled(ctx, level)
}

// Handle implements slog.Handler. River calls it an error when its own loops
// are told to stop in the middle of a query; nobody has to act on that.
func (h atLeast) Handle(ctx context.Context, r slog.Record) error {
	stopping := false
	r.Attrs(func(a slog.Attr) bool {
		stopping = a.Key == "error" && strings.HasSuffix(a.Value.String(), context.Canceled.Error())
		return !stopping
	})
	if stopping {
		return nil
	}
	return h.Handler.Handle(ctx, r)
}

// WithAttrs implements slog.Handler.
func (h atLeast) WithAttrs(attrs []slog.Attr) slog.Handler {
	return atLeast{h.level, h.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (h atLeast) WithGroup(name string) slog.Handler {
	return atLeast{h.level, h.Handler.WithGroup(name)}
}

var errNotParked = fmt.Errorf("no such parked job: %w", ErrNotFound)

// ParkedJob is a job whose last attempt failed. It waits for a person.
type ParkedJob struct {
	ID       int64
	Kind     string
	Content  string // the job as JSON
	Attempts int
	// LastError is what the last attempt returned, or its panic.
	LastError string
	// CreatedAt and ParkedAt are UTC, by the wall clock.
	CreatedAt, ParkedAt time.Time
}

// ParkedJobs returns parked jobs, the oldest first, at most limit of them.
func (d *DB) ParkedJobs(ctx context.Context, limit int) ([]ParkedJob, error) {
	if inside(ctx) {
		return nil, ErrNested
	}
	rows, err := d.jobs.list(ctx, rivertype.JobStateDiscarded, limit)
	if err != nil {
		return nil, fmt.Errorf("list parked jobs: %w", err)
	}
	jobs := make([]ParkedJob, 0, len(rows))
	for _, row := range rows {
		job := ParkedJob{
			ID: row.ID, Kind: row.Kind, Content: string(row.EncodedArgs),
			Attempts: row.Attempt, CreatedAt: row.CreatedAt.UTC(),
		}
		if row.FinalizedAt != nil {
			job.ParkedAt = row.FinalizedAt.UTC()
		}
		if n := len(row.Errors); n > 0 {
			job.LastError = row.Errors[n-1].Error
		}
		jobs = append(jobs, job)
	}
	return jobs, nil
}

// UnfinishedJobs returns the content, as JSON, of the jobs of a kind that wait,
// run or are parked.
func (d *DB) UnfinishedJobs(ctx context.Context, kind string) ([]string, error) {
	if inside(ctx) {
		return nil, ErrNested
	}
	var contents []string
	err := d.jobs.unfinished(ctx, kind, func(row *rivertype.JobRow) { contents = append(contents, string(row.EncodedArgs)) })
	if err != nil {
		return nil, fmt.Errorf("list unfinished jobs: %w", err)
	}
	return contents, nil
}

// CountParked returns how many jobs are parked.
func (d *DB) CountParked(ctx context.Context) (int, error) {
	var n int
	err := d.Read(ctx).NewRaw("SELECT count(*) FROM river_job WHERE state = 'discarded'").Scan(ctx, &n)
	return n, err
}

// RetryJob gives a parked job one more attempt, at once. It returns ErrNotFound
// when there is no such parked job. One whose work was enqueued anew meanwhile is
// removed.
func (d *DB) RetryJob(ctx context.Context, id int64) error {
	return d.Write(ctx, func(ctx context.Context, tx Tx) error {
		_, err := tx.RetryJob(ctx, id)
		return err
	})
}

// RetryJob gives a parked job one more attempt when this unit has committed, and
// tells its kind. It returns ErrNotFound when there is no such parked job. One whose
// work was enqueued anew meanwhile is removed.
func (tx Tx) RetryJob(ctx context.Context, id int64) (kind string, err error) {
	var row struct{ State, Kind string }
	q := tx.NewSelect().Table("river_job").Column("state", "kind").Where("id = ?", id)
	err = ForUpdate(q).Scan(ctx, &row)
	if errors.Is(err, ErrNotFound) || err == nil && row.State != string(rivertype.JobStateDiscarded) {
		return "", errNotParked
	}
	if err != nil {
		return "", err
	}
	tx.wake.asked = true
	same, err := hasTwin(ctx, tx, id)
	if err != nil {
		return "", err
	}
	if same { // which does what is to be done
		_, err = tx.NewRaw("DELETE FROM river_job WHERE id = ?", id).Exec(ctx)
		return row.Kind, err
	}
	return row.Kind, tx.jobs.retry(ctx, tx.raw, id)
}

// hasTwin reports whether a job with the same work as a parked one waits or runs:
// a sweep has enqueued it anew meanwhile, and there may be one of them only.
func hasTwin(ctx context.Context, tx Tx, id int64) (yes bool, err error) {
	err = tx.NewRaw(`SELECT EXISTS (SELECT 1 FROM river_job AS parked JOIN river_job AS other ON other.unique_key = parked.unique_key
		WHERE parked.id = ?0 AND other.id <> ?0 AND other.state NOT IN ('discarded', 'cancelled', 'completed'))`, id).Scan(ctx, &yes)
	return yes, err
}

// QueueFigures says how the job queue is doing.
type QueueFigures struct {
	// Waiting counts the jobs that could run now, Running those that do,
	// Delayed those that wait for their time or their next attempt, and Parked
	// those whose last attempt failed.
	Waiting, Running, Delayed, Parked int
	// OldestWaiting is how long ago the first of the waiting jobs could have
	// run, but those of QueueLong; OldestLong is that of QueueLong, where a job
	// waits for minutes behind others that take as long. Zero when none waits.
	OldestWaiting, OldestLong time.Duration
}

// QueueFigures reads them, by the wall clock.
func (d *DB) QueueFigures(ctx context.Context) (QueueFigures, error) {
	var rows []struct {
		State       string
		Due, IsLong bool
		N           int
		First       bun.NullTime
	}
	now := clock.Wall{}.Now()
	err := d.Read(ctx).NewRaw(`SELECT state, (scheduled_at <= ?) AS due, (queue = ?) AS is_long, count(*) AS n, min(scheduled_at) AS first
		FROM river_job WHERE state <> 'completed' GROUP BY 1, 2, 3`, now, QueueLong).Scan(ctx, &rows)
	if err != nil {
		return QueueFigures{}, fmt.Errorf("read queue figures: %w", err)
	}
	var f QueueFigures
	for _, row := range rows {
		switch state := rivertype.JobState(row.State); {
		case state == rivertype.JobStateDiscarded:
			f.Parked += row.N
		case state == rivertype.JobStateRunning:
			f.Running += row.N
		case state == rivertype.JobStateCancelled:
		case state == rivertype.JobStateAvailable && row.Due:
			f.Waiting += row.N
			oldest := &f.OldestWaiting
			if row.IsLong {
				oldest = &f.OldestLong
			}
			*oldest = max(now.Sub(row.First.Time), 0)
		default:
			f.Delayed += row.N
		}
	}
	return f, nil
}

// OldestJob returns how long ago the oldest job of a kind was enqueued that has
// neither been done nor parked; 0 when there is none.
func (d *DB) OldestJob(ctx context.Context, kind string) (time.Duration, error) {
	var first bun.NullTime
	err := d.Read(ctx).NewRaw(`SELECT min(created_at) FROM river_job
		WHERE kind = ? AND state NOT IN ('completed', 'cancelled', 'discarded')`, kind).Scan(ctx, &first)
	if err != nil || first.IsZero() {
		return 0, err
	}
	return max(clock.Wall{}.Now().Sub(first.Time), 0), nil
}
