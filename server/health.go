package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/inbox"
)

const (
	readyTimeout = 3 * time.Second
	// jobsLate is the age of a waiting job that says the workers do not keep up.
	jobsLate = 5 * time.Minute
	// longLate is that of a job that takes minutes, as those before it do.
	longLate = time.Hour
)

// readiness is the body of /readyz.
type readiness struct {
	Status   string     `json:"status"` // ready, degraded, unready or stopping
	Database string     `json:"database,omitempty"`
	Jobs     *jobsBody  `json:"jobs,omitempty"`
	Inbox    *inboxBody `json:"inbox,omitempty"`
	Notes    []string   `json:"notes,omitempty"` // what is degraded, for a person
}

type jobsBody struct {
	Waiting       int   `json:"waiting"`
	Running       int   `json:"running"`
	Delayed       int   `json:"delayed"`
	Parked        int   `json:"parked"`
	OldestSeconds int64 `json:"oldestWaitingSeconds"`
}

type inboxBody struct {
	Waiting       int   `json:"waiting"`
	Parked        int   `json:"parked"`
	OldestSeconds int64 `json:"oldestWaitingSeconds"`
}

// healthz says that the process lives. It asks nobody: a process whose database
// is down need not be restarted.
func (a *App) healthz(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, map[string]string{"status": "ok"})
}

// readyz says whether requests should be sent here.
func (a *App) readyz(w http.ResponseWriter, r *http.Request) {
	if a.stopping.Load() {
		writeJSON(w, http.StatusServiceUnavailable, readiness{Status: "stopping"})
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
	defer cancel()
	body := a.readiness(ctx)
	status := http.StatusOK
	if body.Status == "unready" {
		status = http.StatusServiceUnavailable
	}
	writeJSON(w, status, body)
}

func (a *App) readiness(ctx context.Context) readiness {
	if err := a.DB.Ready(ctx); err != nil {
		a.log.WarnContext(ctx, "not ready", slog.Any("error", err))
		what := "does not answer"
		if errors.Is(err, db.ErrSchemaBehind) {
			what = "needs `etal migrate up`"
		}
		return readiness{Status: "unready", Database: what}
	}
	body := readiness{Status: "ready", Database: "ok"}
	figures, err := a.DB.QueueFigures(ctx)
	if err != nil {
		a.log.WarnContext(ctx, "no figures of the job queue", slog.Any("error", err))
		body.Notes = append(body.Notes, "The job queue cannot be read.")
	} else {
		body.Jobs = &jobsBody{
			figures.Waiting, figures.Running, figures.Delayed, figures.Parked, int64(figures.OldestWaiting / time.Second),
		}
		body.Notes = append(body.Notes, queueNotes(figures)...)
	}
	a.addInbox(ctx, &body)
	if len(body.Notes) > 0 {
		body.Status = "degraded"
	}
	return body
}

// addInbox tells how far behind the news from Stripe are.
func (a *App) addInbox(ctx context.Context, body *readiness) {
	backlog, err := a.Inbox.Backlog(ctx)
	if err != nil {
		a.log.WarnContext(ctx, "no figures of the inbox", slog.Any("error", err))
		body.Notes = append(body.Notes, "The inbox of webhooks cannot be read.")
		return
	}
	body.Inbox = &inboxBody{Waiting: backlog.Waiting, Parked: backlog.Parked, OldestSeconds: int64(a.age(backlog) / time.Second)}
	if backlog.Parked > 0 {
		body.Notes = append(body.Notes, fmt.Sprintf("%d webhooks are parked: see `etal doctor`.", backlog.Parked))
	}
}

// age is how long the oldest webhook waits.
func (a *App) age(b inbox.Backlog) time.Duration {
	if b.Oldest == nil {
		return 0
	}
	return a.DB.Clock().Now().Sub(*b.Oldest)
}

// queueNotes says what a person should look at.
func queueNotes(f db.QueueFigures) (notes []string) {
	if f.Parked > 0 {
		notes = append(notes, fmt.Sprintf("%d jobs are parked after their last attempt: see `etal doctor`.", f.Parked))
	}
	if f.OldestWaiting > jobsLate {
		notes = append(notes, fmt.Sprintf("The oldest waiting job is %s late: are workers running?", f.OldestWaiting.Round(time.Second)))
	}
	if f.OldestLong > longLate {
		notes = append(notes, fmt.Sprintf("The oldest import, file or comparison with Stripe waits for %s.", f.OldestLong.Round(time.Second)))
	}
	return notes
}
