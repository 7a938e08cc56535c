package server

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/etal-market/etal/db"
)

// metricVecs are the metrics of the process, but for those of the pools.
type metricVecs struct {
	requests    *prometheus.CounterVec
	durations   *prometheus.HistogramVec
	operation   *prometheus.HistogramVec
	cost        *prometheus.HistogramVec
	errors      *prometheus.CounterVec
	faults      *prometheus.CounterVec
	olds        *prometheus.CounterVec
	loads       *prometheus.HistogramVec
	queries     *prometheus.HistogramVec
	slowQueries prometheus.Counter
	runs        *prometheus.HistogramVec
	jobs        *prometheus.GaugeVec
	jobsLate    prometheus.Gauge
	jobsLong    prometheus.Gauge
	outboxLate  prometheus.Gauge
	inbox       *prometheus.GaugeVec
	inboxLate   prometheus.Gauge
	tests       prometheus.Counter
	chainLate   prometheus.Gauge
	differences *prometheus.GaugeVec
	comparedAgo prometheus.Gauge
	catalogue   *prometheus.CounterVec
	refused     prometheus.Counter
	stripe      *prometheus.HistogramVec
	webhooks    *prometheus.HistogramVec
}

func newMetricVecs() metricVecs {
	seconds := []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}
	few := []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10} // for what has many labels
	return metricVecs{
		requests:  counter("etal_http_requests_total", "Requests by route, GraphQL operation and status.", "route", "operation", "status"),
		durations: histogram("etal_http_request_duration_seconds", "Durations of requests by route. Streams count as 0.", seconds, "route"),
		operation: histogram("etal_graphql_operation_duration_seconds", "Durations of executing GraphQL operations by operation and by the program that asks.", few, "operation", "client"),
		cost: histogram("etal_graphql_operation_cost_points", "What GraphQL operations have cost by operation and by the program that asks.",
			[]float64{1, 10, 25, 50, 100, 250, 500, 1000, 2000, 5000}, "operation", "client"),
		errors: counter("etal_graphql_errors_total", "Errors at the top level of answers by code, operation and the program that asks. Refused documents have no operation.", "code", "operation", "client"),
		faults: counter("etal_graphql_user_errors_total", "Errors that mutations have told the person who asked (userErrors), by code, operation and the program that asks.", "code", "operation", "client"),
		olds:   counter("etal_graphql_deprecated_uses_total", "Operations that have used what is to go away, by the program that asks and by the coordinate of the field, argument or value in the schema.", "client", "coordinate"),
		loads: histogram("etal_loader_batch_keys", "How many ids loaders have loaded with one query, by what they load and by which id.",
			[]float64{1, 2, 5, 10, 20, 50, 100, 250}, "loader"),
		queries: histogram("etal_db_query_duration_seconds", "Durations of database queries by verb and outcome.",
			[]float64{.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .5, 1, 5}, "verb", "outcome"),
		slowQueries: prometheus.NewCounter(prometheus.CounterOpts{Name: "etal_db_slow_queries_total", Help: "Queries that were logged as slow."}),
		runs:        histogram("etal_job_duration_seconds", "Durations of runs of jobs by job and outcome: ok, failed (tried again) or parked (waits for a person).", few, "job", "outcome"),
		jobs:        prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "etal_jobs", Help: "Jobs by state: waiting, running, delayed or parked."}, []string{"state"}),
		jobsLate:    gauge("etal_jobs_oldest_waiting_seconds", "How long ago the first waiting job could have run, but those of minutes."),
		jobsLong:    gauge("etal_jobs_oldest_long_seconds", "How long ago the first waiting job of those that take minutes could have run: imports, files, simulations, comparisons."),
		outboxLate:  gauge("etal_outbox_oldest_seconds", "How old the oldest event is that not everybody has acted on."),
		inbox:       prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "etal_inbox_messages", Help: "Webhooks that are not applied, by state: waiting or parked."}, []string{"state"}),
		inboxLate:   gauge("etal_inbox_oldest_seconds", "How long the oldest webhook waits that is not applied."),
		tests: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "etal_inbox_test_messages_total", Help: "Webhooks of test mode that have come to a live key, and were ignored.",
		}),
		chainLate:   gauge("etal_ledger_unchained_oldest_seconds", "How old the oldest journal of the ledger is that is not in the chain."),
		differences: prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "etal_reconciliation_differences", Help: "Differences between ledger and Stripe that are to be explained, by currency and age."}, []string{"currency", "age"}),
		comparedAgo: gauge("etal_reconciliation_compared_ago_seconds", "How long ago the account was compared that was not compared for longest; 0 when none was."),
		catalogue:   counter("etal_catalogue_answers_total", "Questions of strangers about the catalogue by whether the answer was kept: hit or miss.", "outcome"),
		refused: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "etal_http_overloaded_total", Help: "Requests that were told to come again, since more was asked for than could be answered.",
		}),
		webhooks: histogram("etal_webhook_attempt_duration_seconds", "Durations of attempts to send webhooks, by outcome: taken, refused, redirected, timed_out, unreachable or forbidden_address.", few, "outcome"),
		stripe: histogram("etal_stripe_call_duration_seconds",
			"Durations of calls of Stripe by call and result: ok, declined, refused, limited, failed or unreachable.", few, "call", "result"),
	}
}

func counter(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Name: name, Help: help}, labels)
}

func histogram(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: name, Help: help, Buckets: buckets}, labels)
}

func gauge(name, help string) prometheus.Gauge {
	return prometheus.NewGauge(prometheus.GaugeOpts{Name: name, Help: help})
}

func (v metricVecs) all() []prometheus.Collector {
	return []prometheus.Collector{
		v.requests, v.durations, v.operation, v.cost, v.errors, v.faults, v.olds, v.loads, v.queries, v.slowQueries, v.runs, v.jobs, v.jobsLate, v.jobsLong,
		v.outboxLate, v.inbox, v.inboxLate, v.tests, v.chainLate, v.differences, v.comparedAgo, v.catalogue, v.refused, v.stripe, v.webhooks,
	}
}

// poolCollector reads the figures of pools and of the replica when it is asked.
type poolCollector struct{ db *db.DB }

type poolDescs struct{ open, inUse, most, waits, waited, behind, questions *prometheus.Desc }

func newPoolDescs() poolDescs {
	return poolDescs{
		open:      prometheus.NewDesc("etal_db_connections_open", "Open connections by pool: write, read or replica.", []string{"pool"}, nil),
		inUse:     prometheus.NewDesc("etal_db_connections_in_use", "Connections in use by pool.", []string{"pool"}, nil),
		most:      prometheus.NewDesc("etal_db_connections_max", "How many connections a pool may have; 0: any number.", []string{"pool"}, nil),
		waits:     prometheus.NewDesc("etal_db_connection_waits_total", "How often somebody had to wait for a connection, by pool.", []string{"pool"}, nil),
		waited:    prometheus.NewDesc("etal_db_connection_wait_seconds_total", "How long was waited for connections in all, by pool.", []string{"pool"}, nil),
		behind:    prometheus.NewDesc("etal_db_replica_behind_seconds", "How long ago the replica was last known to have everything; absent while it is not known.", nil, nil),
		questions: prometheus.NewDesc("etal_db_replica_queries_total", "Queries that the replica has answered (served), requests that the primary answered because it lagged (refused), queries that went to the primary because it failed (failed).", []string{"outcome"}, nil),
	}
}

// Describe implements prometheus.Collector.
func (*poolCollector) Describe(to chan<- *prometheus.Desc) {
	d := newPoolDescs()
	for _, desc := range []*prometheus.Desc{d.open, d.inUse, d.most, d.waits, d.waited, d.behind, d.questions} {
		to <- desc
	}
}

// Collect implements prometheus.Collector.
func (c *poolCollector) Collect(to chan<- prometheus.Metric) {
	d := newPoolDescs()
	for _, p := range c.db.Pools() {
		to <- prometheus.MustNewConstMetric(d.open, prometheus.GaugeValue, float64(p.Open), p.Name)
		to <- prometheus.MustNewConstMetric(d.inUse, prometheus.GaugeValue, float64(p.InUse), p.Name)
		to <- prometheus.MustNewConstMetric(d.most, prometheus.GaugeValue, float64(p.Most), p.Name)
		to <- prometheus.MustNewConstMetric(d.waits, prometheus.CounterValue, float64(p.Waits), p.Name)
		to <- prometheus.MustNewConstMetric(d.waited, prometheus.CounterValue, p.Waited.Seconds(), p.Name)
	}
	f, ok := c.db.ReplicaFigures()
	if !ok {
		return
	}
	if !f.Lost {
		to <- prometheus.MustNewConstMetric(d.behind, prometheus.GaugeValue, f.Behind.Seconds())
	}
	for outcome, n := range map[string]int64{"served": f.Served, "refused": f.Refused, "failed": f.Failed} {
		to <- prometheus.MustNewConstMetric(d.questions, prometheus.CounterValue, float64(n), outcome)
	}
}

// MetricInfo is what there is to say about one metric.
type MetricInfo struct {
	Name, Kind, Help string
	Labels           []string
}

// described finds the parts of how a Desc prints itself, its only public side.
var described = regexp.MustCompile(`^Desc\{fqName: "([^"]*)", help: "([^"]*)",(?: unit: "[^"]*",)? constLabels: \{\}, variableLabels: \{([^}]*)\}`)

// MetricsReference lists the metrics of Étal itself by name.
func MetricsReference() []MetricInfo {
	var all []MetricInfo
	for _, c := range append(newMetricVecs().all(), &poolCollector{}) {
		for _, desc := range descsOf(c) {
			m := described.FindStringSubmatch(desc.String())
			if m == nil {
				panic("server: a metric describes itself in another way: " + desc.String())
			}
			info := MetricInfo{Name: m[1], Help: m[2], Kind: kindOf(c, m[1])}
			if m[3] != "" {
				info.Labels = strings.Split(m[3], ",")
			}
			all = append(all, info)
		}
	}
	slices.SortFunc(all, func(a, b MetricInfo) int { return strings.Compare(a.Name, b.Name) })
	return all
}

func descsOf(c prometheus.Collector) (descs []*prometheus.Desc) {
	to := make(chan *prometheus.Desc, 32)
	c.Describe(to)
	close(to)
	for desc := range to {
		descs = append(descs, desc)
	}
	return descs
}

func kindOf(c prometheus.Collector, name string) string {
	switch c.(type) {
	case *prometheus.HistogramVec:
		return "histogram"
	case *prometheus.CounterVec, prometheus.Counter:
		if strings.HasSuffix(name, "_total") {
			return "counter"
		}
	}
	if strings.HasSuffix(name, "_total") {
		return "counter"
	}
	return "gauge"
}

// MetricsMarkdown is docs/metrics.md.
func MetricsMarkdown() string {
	var b strings.Builder
	b.WriteString(`# Metrics

Generated by ` + "`make docs`" + `: do not edit. What ` + "`/metrics`" + ` on ` + "`ETAL_METRICS_LISTEN`" + ` tells, besides what the Go runtime and the process tell
of themselves (` + "`go_…`, `process_…`" + `). A histogram has ` + "`_bucket`, `_sum` and `_count`" + `. Names that clients choose are bounded: of operations
those in registered documents are always told apart, of programs (` + "`Etal-Client-Name`" + `) those in ` + "`ETAL_CLIENT_NAMES`" + `; of others the first
ones, and the rest is ` + "`other`" + `. Nothing here is about a person. A dashboard and alert rules are in ` + "`deploy/`" + ` ([operations.md](operations.md#watch)).

| metric | kind | labels | what |
|---|---|---|---|
`)
	for _, m := range MetricsReference() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", m.Name, m.Kind, strings.Join(m.Labels, ", "), m.Help)
	}
	return b.String()
}
