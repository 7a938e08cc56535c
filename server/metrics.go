package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
)

const (
	// slowQuery is the duration from which a query is logged.
	slowQuery = time.Second
	// operationsMax bounds how many operation names are told apart: clients
	// choose them, and each one would cost memory for ever.
	operationsMax = 200
)

// Metrics counts what the process does. One belongs to one App; make it before
// the database, which it watches.
type Metrics struct {
	registry  *prometheus.Registry
	requests  *prometheus.CounterVec
	durations *prometheus.HistogramVec
	queries   *prometheus.HistogramVec
	jobs      *prometheus.GaugeVec
	jobsLate  prometheus.Gauge
	inbox     *prometheus.GaugeVec
	catalogue *prometheus.CounterVec
	refused   prometheus.Counter
	log       *slog.Logger

	mu         sync.Mutex
	operations map[string]bool
}

// NewMetrics returns metrics that have counted nothing.
func NewMetrics(log *slog.Logger) *Metrics {
	m := &Metrics{
		registry:   prometheus.NewRegistry(),
		log:        log,
		operations: map[string]bool{},
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "etal_http_requests_total", Help: "Requests by route, GraphQL operation and status.",
		}, []string{"route", "operation", "status"}),
		durations: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "etal_http_request_duration_seconds", Help: "Durations of requests by route.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"route"}),
		queries: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "etal_db_query_duration_seconds", Help: "Durations of database queries by verb and outcome.",
			Buckets: []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .5, 1, 5},
		}, []string{"verb", "outcome"}),
		jobs: prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "etal_jobs", Help: "Jobs by state."}, []string{"state"}),
		inbox: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "etal_inbox_messages", Help: "Webhooks that are not applied, by state.",
		}, []string{"state"}),
		catalogue: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "etal_catalogue_answers_total", Help: "Questions of strangers about the catalogue by whether the answer was kept: hit or miss.",
		}, []string{"outcome"}),
		refused: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "etal_http_overloaded_total", Help: "Requests that were told to come again, since more was asked for than could be answered.",
		}),
		jobsLate: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "etal_jobs_oldest_waiting_seconds", Help: "How long ago the first waiting job could have run.",
		}),
	}
	m.registry.MustRegister(m.requests, m.durations, m.queries, m.jobs, m.jobsLate, m.inbox, m.catalogue, m.refused,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// shed counts a request that found no room.
func (m *Metrics) shed() { m.refused.Inc() }

func (m *Metrics) observe(r *http.Request, status int, operation string, took time.Duration) {
	route := r.Pattern
	if route == "" {
		route = "none"
	}
	m.requests.WithLabelValues(route, m.bounded(operation), strconv.Itoa(status)).Inc()
	m.durations.WithLabelValues(route).Observe(took.Seconds())
}

// cached counts a question of a stranger about the catalogue.
func (m *Metrics) cached(hit bool) {
	outcome := "miss"
	if hit {
		outcome = "hit"
	}
	m.catalogue.WithLabelValues(outcome).Inc()
}

// bounded returns the name of an operation while there are few, then "other".
func (m *Metrics) bounded(operation string) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.operations[operation] || operation == "" {
		return operation
	}
	if len(m.operations) >= operationsMax {
		return "other"
	}
	m.operations[operation] = true
	return operation
}

type queryWatch struct{}

// BeforeQuery implements bun.QueryHook.
func (m *Metrics) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context {
	return context.WithValue(ctx, queryWatch{}, clock.Start())
}

// AfterQuery implements bun.QueryHook. The text of a query holds people's data
// and is never logged; its template does not.
func (m *Metrics) AfterQuery(ctx context.Context, e *bun.QueryEvent) {
	watch, _ := ctx.Value(queryWatch{}).(clock.Stopwatch)
	took := watch.Elapsed()
	outcome := "ok"
	if e.Err != nil && !errors.Is(e.Err, db.ErrNotFound) {
		outcome = "error"
	}
	m.queries.WithLabelValues(verb(e.Operation()), outcome).Observe(took.Seconds())
	if took >= slowQuery {
		m.log.WarnContext(ctx, "slow query", slog.Duration("took", took), slog.String("query", e.QueryTemplate))
	}
}

// verb keeps the label to the few verbs there are: the first word of a raw
// query may be anything.
func verb(operation string) string {
	switch operation {
	case "SELECT", "INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT", "ROLLBACK", "WITH":
		return operation
	}
	return "OTHER"
}

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
	a.readInbox(ctx)
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
