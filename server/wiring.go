package server

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"sync/atomic"

	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/event"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/notification"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/gateway/mail"
	"github.com/etal-market/etal/server/config"
)

// Deps are what an App is given instead of making it. Only DB is required.
type Deps struct {
	DB      *db.DB
	Log     *slog.Logger // nobody hears when nil
	Metrics *Metrics     // those that watch DB; new ones when nil
	// HashMemoryKiB is the memory of a password hash; 0 means that of
	// production. Tests that make many accounts set it low.
	HashMemoryKiB uint32
}

// App is the whole marketplace, wired together and not yet running. The
// services are what the command line, workers, tests and the API share.
type App struct {
	Config config.Config
	DB     *db.DB

	Identity     *identity.Service
	Sellers      *seller.Service
	Notification *notification.Service

	log      *slog.Logger
	metrics  *Metrics
	pages    pages
	caught   *mail.Catcher // development only
	jobs     *db.Handlers
	workers  *db.Workers
	handler  http.Handler
	stopping atomic.Bool
}

// Open opens the database of the settings and wires an App to it. The returned
// function closes it again.
func Open(ctx context.Context, cfg config.Config, log *slog.Logger) (*App, func() error, error) {
	metrics := NewMetrics(log)
	d, err := db.Open(ctx, cfg.Database.Reveal(), db.Options{Clock: clock.Wall{}, Hooks: []bun.QueryHook{metrics}})
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", cfg.DatabaseName(), err)
	}
	app, err := New(cfg, Deps{DB: d, Log: log, Metrics: metrics})
	if err != nil {
		return nil, nil, err
	}
	return app, d.Close, nil
}

// New wires an App. It neither listens nor works until Run.
func New(cfg config.Config, deps Deps) (*App, error) {
	if deps.Log == nil {
		deps.Log = slog.New(slog.DiscardHandler)
	}
	if deps.Metrics == nil {
		deps.Metrics = NewMetrics(deps.Log)
	}
	a := &App{Config: cfg, DB: deps.DB, log: deps.Log, metrics: deps.Metrics}
	sender, err := a.mailSender()
	if err != nil {
		return nil, err
	}
	a.Identity = identity.New(a.DB, identity.Options{HashMemoryKiB: deps.HashMemoryKiB})
	a.Sellers = seller.New(a.DB, a.Identity)
	a.Notification, err = notification.New(a.Identity, a.Sellers, sender, notification.Options{BaseURL: cfg.BaseURL, Log: a.log})
	if err != nil {
		return nil, err
	}

	a.jobs = a.jobHandlers()
	a.workers, err = db.NewWorkers(a.DB, a.jobs, db.WorkerOptions{Logger: a.log, Concurrency: cfg.Workers})
	if err != nil {
		return nil, err
	}
	if a.pages, err = parsePages(); err != nil {
		return nil, err
	}
	if a.handler, err = a.around(a.routes()); err != nil {
		return nil, err
	}
	return a, nil
}

// Handler serves everything that is public.
func (a *App) Handler() http.Handler { return a.handler }

// Jobs says who does which job, for workers that a test runs by itself.
func (a *App) Jobs() *db.Handlers { return a.jobs }

// mailSender picks the way that mail leaves by the settings.
func (a *App) mailSender() (notification.Sender, error) {
	switch {
	case a.Config.Mail.IsSet():
		return mail.NewSMTP(a.Config.Mail.Reveal(), a.Config.MailFrom)
	case a.Config.IsDevelopment():
		a.caught = mail.NewCatcher(a.DB.Clock())
		return a.caught, nil
	default:
		return mail.Discard{Log: a.log}, nil
	}
}

// eventHandlers lists everything that listens to events.
func (a *App) eventHandlers() []event.Handler {
	return a.Notification.Handlers()
}
