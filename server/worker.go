package server

import (
	"context"
	"time"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/event"
)

// sweepEvery is how often what nobody can use any more is removed.
const sweepEvery = time.Hour

// sweep is the job that removes ended sessions and forgotten attempts.
type sweep struct{}

// Kind implements db.Job.
func (sweep) Kind() string { return "identity.sweep" }

// jobHandlers says who does which job.
func (a *App) jobHandlers() *db.Handlers {
	h := &db.Handlers{}
	db.Handle(h, event.NewDeliverer(a.DB, a.eventHandlers()...).Deliver)
	db.Handle(h, a.Notification.Deliver)

	db.Handle(h, func(ctx context.Context, _ sweep) error {
		_, err := a.Identity.Sweep(ctx)
		return err
	})
	db.Every(h, sweepEvery, sweep{})
	return h
}
