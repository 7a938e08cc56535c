package server

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// readQueue sets the gauges of the job queue to its present figures. A queue
// that cannot be read keeps no old figures: they would look like health.
func (a *App) readQueue(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, readyTimeout)
	defer cancel()
	a.metrics.jobs.Reset()
	f, err := a.DB.QueueFigures(ctx)
	if err != nil {
		a.log.WarnContext(ctx, "no figures of the job queue", slog.Any("error", err))
		return
	}
	for state, n := range map[string]int{"waiting": f.Waiting, "running": f.Running, "delayed": f.Delayed, "parked": f.Parked} {
		a.metrics.jobs.WithLabelValues(state).Set(float64(n))
	}
	a.metrics.jobsLate.Set(f.OldestWaiting.Seconds())
	a.metrics.jobsLong.Set(f.OldestLong.Seconds())
	a.readInbox(ctx)
	a.readLags(ctx)
	a.readDifferences(ctx)
}

func (a *App) readInbox(ctx context.Context) {
	a.metrics.inbox.Reset()
	backlog, err := a.Inbox.Backlog(ctx)
	if err != nil {
		a.log.WarnContext(ctx, "no figures of the inbox", slog.Any("error", err))
		return
	}
	a.metrics.inbox.WithLabelValues("waiting").Set(float64(backlog.Waiting))
	a.metrics.inbox.WithLabelValues("parked").Set(float64(backlog.Parked))
	a.metrics.inboxLate.Set(a.age(backlog).Seconds())
}

// readLags reads how far outbox and chain are behind.
func (a *App) readLags(ctx context.Context) {
	waits, err := a.DB.OldestJob(ctx, "event.deliver")
	if err != nil {
		a.log.WarnContext(ctx, "no figures of the outbox", slog.Any("error", err))
	}
	a.metrics.outboxLate.Set(waits.Seconds())
	unchained, err := a.Ledger.OldestUnchained(ctx)
	if err != nil {
		a.log.WarnContext(ctx, "no figures of the chain of the ledger", slog.Any("error", err))
	}
	late := time.Duration(0)
	if unchained != nil {
		late = a.DB.Clock().Now().Sub(*unchained)
	}
	a.metrics.chainLate.Set(late.Seconds())
}

// readDifferences reads on what ledger and Stripe disagree.
func (a *App) readDifferences(ctx context.Context) {
	a.metrics.differences.Reset()
	found, err := a.Reconciliation.Overview(ctx)
	if err != nil {
		a.log.WarnContext(ctx, "no figures of the reconciliation", slog.Any("error", err))
		return
	}
	for _, aged := range found.Ageing {
		a.metrics.differences.WithLabelValues(string(aged.Currency), string(aged.Age)).Set(float64(aged.Count))
	}
	ago := time.Duration(0)
	if found.ComparedAt != nil {
		ago = a.DB.Clock().Now().Sub(*found.ComparedAt)
	}
	a.metrics.comparedAgo.Set(ago.Seconds())
}

// privateHandler serves what only operators of the machine may see.
func (a *App) privateHandler() http.Handler {
	mux := http.NewServeMux()
	figures := promhttp.HandlerFor(a.metrics.registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError})
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		a.readQueue(r.Context())
		figures.ServeHTTP(w, r)
	})
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	return mux
}
