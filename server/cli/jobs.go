package cli

import (
	"errors"
	"fmt"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/server"
)

type jobsCmd struct {
	List  jobsListCmd  `cmd:"" help:"List the parked jobs, the oldest first."`
	Retry jobsRetryCmd `cmd:"" help:"Give parked jobs one more attempt."`
}

type jobsListCmd struct {
	JSON  bool `name:"json" help:"Print JSON."`
	Limit int  `default:"100" help:"How many to list at most, 1 to 10000."`
}

// parkedJob is a parked job as it is printed.
type parkedJob struct {
	ID        int64     `json:"id"`
	Kind      string    `json:"kind"`
	Content   string    `json:"content"`
	Attempts  int       `json:"attempts"`
	LastError string    `json:"last_error"`
	ParkedAt  time.Time `json:"parked_at"`
}

// Help implements kong.HelpProvider.
func (jobsListCmd) Help() string {
	return "A job is parked when its last attempt has failed. Nothing is lost: it waits until somebody has mended what is wrong " +
		"and runs `etal jobs retry`.\n\n" + example("etal jobs list", "etal jobs list --json")
}

// Run implements the command.
func (c *jobsListCmd) Run(r *run) error {
	if c.Limit < 1 || c.Limit > 10_000 {
		return errors.New("--limit must be 1 to 10000")
	}
	return r.with(func(a *server.App) error {
		parked, err := a.DB.ParkedJobs(r.ctx, c.Limit)
		if err != nil {
			return err
		}
		if c.JSON {
			rows := make([]parkedJob, 0, len(parked))
			for _, j := range parked {
				rows = append(rows, parkedJob{j.ID, j.Kind, j.Content, j.Attempts, j.LastError, j.ParkedAt})
			}
			return r.json(rows)
		}
		if len(parked) == 0 {
			r.say("no job is parked")
		}
		for _, j := range parked {
			r.say("%d  %s  %s  %s  after %d attempts: %s", j.ID, j.ParkedAt.Format(time.RFC3339), j.Kind, j.Content, j.Attempts, j.LastError)
		}
		return nil
	})
}

type jobsRetryCmd struct {
	IDs []int64 `arg:"" optional:"" name:"id" help:"Numbers of parked jobs, as etal jobs list prints them."`
	All bool    `help:"Retry every parked job."`
}

// Help implements kong.HelpProvider.
func (jobsRetryCmd) Help() string {
	return "The job runs at once where workers run. When it fails again it is parked again.\n\n" +
		example("etal jobs retry 1042 1043", "etal jobs retry --all")
}

// Run implements the command.
func (c *jobsRetryCmd) Run(r *run) error {
	if c.All == (len(c.IDs) > 0) {
		return errors.New("name the jobs to retry, or --all")
	}
	return r.with(func(a *server.App) error {
		ids := c.IDs
		if c.All {
			parked, err := a.DB.ParkedJobs(r.ctx, 10_000)
			if err != nil {
				return err
			}
			for _, j := range parked {
				ids = append(ids, j.ID)
			}
		}
		for _, id := range ids {
			if err := a.DB.RetryJob(r.ctx, id); errors.Is(err, db.ErrNotFound) {
				return fmt.Errorf("job %d is not parked: see etal jobs list", id)
			} else if err != nil {
				return err
			}
		}
		r.say("%d jobs have one more attempt", len(ids))
		return nil
	})
}
