package system

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/fault"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/inbox"
)

// LateAfter is the age of a waiting job from which on the workers do not keep up.
const LateAfter = 5 * time.Minute

// parkedMax is how many parked jobs are listed.
const parkedMax = 100

// Status is how the process does.
type Status struct {
	Version   string    // of the build; (devel) when it has none
	Database  string    // PostgreSQL or SQLite
	StartedAt time.Time // when this process has started, UTC
	Jobs      Jobs
	Webhooks  Webhooks
}

// Jobs says how many jobs stand where.
type Jobs struct {
	Waiting int // could run now
	Running int
	Delayed int // wait for their time, or for their next attempt
	Parked  int // failed for the last time
	// OldestWaitingSeconds is for how long the first of the waiting jobs could have run.
	OldestWaitingSeconds int
}

// Webhooks says how many messages of the payment provider stand where.
type Webhooks struct {
	Waiting          int // not applied yet
	Parked           int // of another version or mode: they are not applied
	OldestReceivedAt *time.Time
	LastReceivedAt   *time.Time // of all; nil: none has come yet
}

// IsHealthy reports whether nothing is stuck and nothing is late.
func (s *Status) IsHealthy() bool {
	return s.Jobs.Parked == 0 && s.Webhooks.Parked == 0 && s.Jobs.OldestWaitingSeconds <= int(LateAfter/time.Second)
}

// ParkedJob is a job whose last attempt has failed.
type ParkedJob struct {
	ID        id.Any // a number
	Kind      string
	Content   string // JSON; it names things by their ids
	Attempts  int
	LastError string    // what the last attempt came to
	CreatedAt time.Time // UTC
	ParkedAt  time.Time // UTC
}

// About is what does not change while the process runs.
type About struct {
	Version  string
	Settings []*Setting
	Platform Platform // without what changes while it runs
	// Backlog counts the webhooks that are not applied.
	Backlog func(ctx context.Context) (inbox.Backlog, error)
}

// Service knows the process.
type Service struct {
	db      *db.DB
	about   About
	started time.Time
}

// New returns the service of a process that starts now.
func New(d *db.DB, about About) *Service {
	return &Service{db: d, about: about, started: d.Clock().Now().UTC()}
}

// Status tells how the process does.
func (s *Service) Status(ctx context.Context) (*Status, error) {
	f, err := s.db.QueueFigures(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the job queue: %w", err)
	}
	b, err := s.about.Backlog(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the inbox: %w", err)
	}
	kind := "SQLite"
	if s.db.ServesMany() {
		kind = "PostgreSQL"
	}
	return &Status{
		Version: s.about.Version, Database: kind, StartedAt: s.started,
		Jobs:     Jobs{f.Waiting, f.Running, f.Delayed, f.Parked, int(f.OldestWaiting / time.Second)},
		Webhooks: webhooksOf(b),
	}, nil
}

// Parked lists parked jobs, the oldest first, at most a hundred.
func (s *Service) Parked(ctx context.Context) ([]*ParkedJob, error) {
	rows, err := s.db.ParkedJobs(ctx, parkedMax)
	if err != nil {
		return nil, err
	}
	jobs := make([]*ParkedJob, 0, len(rows))
	for _, r := range rows {
		jobs = append(jobs, &ParkedJob{
			ID: id.Any(strconv.FormatInt(r.ID, 10)), Kind: r.Kind, Content: r.Content, Attempts: r.Attempts,
			LastError: r.LastError, CreatedAt: r.CreatedAt, ParkedAt: r.ParkedAt,
		})
	}
	return jobs, nil
}

// RetryInput names a parked job.
type RetryInput struct{ JobID id.Any }

// Retry gives a parked job one more attempt, at once. It returns ErrNotParked when
// there is no such parked job: another person may have retried it.
func (s *Service) Retry(ctx context.Context, in RetryInput) error {
	number, err := strconv.ParseInt(string(in.JobID), 10, 64)
	if err != nil {
		return ErrNotParked
	}
	return s.db.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		kind, err := tx.RetryJob(ctx, number)
		if errors.Is(err, db.ErrNotFound) {
			return ErrNotParked
		}
		if err != nil {
			return fmt.Errorf("retry job %d: %w", number, err)
		}
		return event.Emit(ctx, tx, JobRetried{number, kind})
	})
}

// JobRetried is told when somebody has given a parked job one more attempt.
type JobRetried struct {
	JobID int64  `json:"job_id"`
	Kind  string `json:"kind"`
}

// EventName implements event.Event.
func (JobRetried) EventName() string { return "system.job_retried" }

// ErrNotParked is returned for a job that is not parked.
var ErrNotParked = fault.New(fault.NotFound, "JOB_NOT_PARKED", "There is no such parked job. Somebody else may have retried it.")
