package server

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/graph"
)

const (
	// operationsMax and clientsMax bound how many names that clients choose are
	// told apart, pairsMax how many of both together.
	operationsMax = 200
	clientsMax    = 30
	pairsMax      = 1000
	callsMax      = 100
)

// Metrics counts what the process does. One belongs to one App; make it before
// the database, which it watches. docs/metrics.md lists what there is.
type Metrics struct {
	registry *prometheus.Registry
	metricVecs
	log  *slog.Logger
	slow time.Duration // from which a query is logged; 0: none is

	operations, clients, calls *labels

	mu    sync.Mutex
	pairs map[[2]string]bool
}

// NewMetrics returns metrics that have counted nothing. Queries that take as long
// as slow are logged; 0: none are.
func NewMetrics(log *slog.Logger, slow time.Duration) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(), metricVecs: newMetricVecs(), log: log, slow: slow,
		operations: newLabels(operationsMax, isName), clients: newLabels(clientsMax, isName), calls: newLabels(callsMax, isCall),
		pairs: map[[2]string]bool{},
	}
	m.clients.know("web-admin")
	m.registry.MustRegister(m.all()...)
	m.registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// watchDatabase exports the figures of the pools and of the replica of a database.
func (m *Metrics) watchDatabase(d *db.DB) { m.registry.MustRegister(&poolCollector{d}) }

func (m *Metrics) observe(r *http.Request, status int, operation string, took time.Duration) {
	route := r.Pattern
	if route == "" {
		route = "none"
	}
	m.requests.WithLabelValues(route, m.operations.of(operation), strconv.Itoa(status)).Inc()
	m.durations.WithLabelValues(route).Observe(took.Seconds())
}

// settled counts an operation of a program.
func (m *Metrics) settled(app string, o graph.Outcome) {
	operation, client := m.pair(m.operations.of(o.Operation), m.clients.of(app))
	for _, code := range o.Codes {
		m.errors.WithLabelValues(code, operation, client).Inc()
	}
	for _, code := range o.Faults {
		m.faults.WithLabelValues(code, operation, client).Inc()
	}
	for _, coordinate := range o.Deprecated { // the schema bounds them
		m.olds.WithLabelValues(m.clients.of(app), coordinate).Inc()
	}
	if o.Executed {
		m.operation.WithLabelValues(operation, client).Observe(o.Took.Seconds())
		m.cost.WithLabelValues(operation, client).Observe(float64(o.Cost))
	}
}

// pair bounds how many operations and clients are told apart together.
func (m *Metrics) pair(operation, client string) (boundedOperation, boundedClient string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	key := [2]string{operation, client}
	if !m.pairs[key] {
		if len(m.pairs) >= pairsMax {
			return labelOther, labelOther
		}
		m.pairs[key] = true
	}
	return operation, client
}

// batch counts what a loader loads.
func (m *Metrics) batch(loads, by string, n int) {
	m.loads.WithLabelValues(loads + " by " + by).Observe(float64(n))
}

// job counts one run of a job.
func (m *Metrics) job(run db.JobRun, took time.Duration, err error) {
	outcome := "ok"
	switch {
	case err != nil && run.Attempt >= run.MaxAttempts:
		outcome = "parked"
	case err != nil:
		outcome = "failed"
	}
	m.runs.WithLabelValues(run.Kind, outcome).Observe(took.Seconds())
}

// shed counts a request that found no room.
func (m *Metrics) shed() { m.refused.Inc() }

// cached counts a question of a stranger about the catalogue.
func (m *Metrics) cached(hit bool) {
	outcome := "miss"
	if hit {
		outcome = "hit"
	}
	m.catalogue.WithLabelValues(outcome).Inc()
}

type queryWatch struct{}

// BeforeQuery implements bun.QueryHook.
func (m *Metrics) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context {
	return context.WithValue(ctx, queryWatch{}, clock.Start())
}

// AfterQuery implements bun.QueryHook. The text of a query holds people's data
// and is never logged; its shape does not.
func (m *Metrics) AfterQuery(ctx context.Context, e *bun.QueryEvent) {
	watch, _ := ctx.Value(queryWatch{}).(clock.Stopwatch)
	took := watch.Elapsed()
	outcome := "ok"
	if e.Err != nil && !errors.Is(e.Err, db.ErrNotFound) {
		outcome = "error"
	}
	m.queries.WithLabelValues(verb(e.Operation()), outcome).Observe(took.Seconds())
	if m.slow > 0 && took >= m.slow {
		m.slowQueries.Inc()
		m.log.WarnContext(ctx, "slow query", slog.Duration("took", took), slog.String("query", db.Shape(e.Query)),
			slog.String("for", workOf(ctx)))
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
