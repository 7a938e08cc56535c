// Package contract lets Prometheus itself judge the rules of deploy/prometheus: it
// has a module of its own, so that nothing of Prometheus is part of Étal.
package contract

import (
	"context"
	"os"
	"testing"
	"time"

	"github.com/prometheus/common/model"
	"github.com/prometheus/common/promslog"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/promql/promqltest"
	"github.com/prometheus/prometheus/rules"
	"github.com/stretchr/testify/require"
)

// A story is what an alert sees: series with a value each minute (in the notation of
// Prometheus' own tests), and whether it fires at the end of it.
type story struct {
	alert, name, series string
	minutes             int
	fires               bool
}

func stories() []story {
	const busy = "\n  etal_http_requests_total{status=\"200\"} 0+100x60"
	return []story{
		{"EtalGone", "nothing is scraped", "", 3, true},
		{"EtalGone", "only just gone", "", 1, false},
		{"EtalGone", "one of two is there", "etal_jobs{state=\"waiting\"} 0x60", 10, false},
		{"EtalRequestsFail", "three in a hundred", "etal_http_requests_total{status=\"500\"} 0+3x60" + busy, 15, true},
		{"EtalRequestsFail", "one in a hundred", "etal_http_requests_total{status=\"503\"} 0+1x60" + busy, 15, false},
		{"EtalRequestsFail", "nobody asks", "etal_http_requests_total{status=\"200\"} 5x60", 15, false},
		{"EtalAnswersSlowly", "all take four seconds", buckets("0", "100"), 25, true},
		{"EtalAnswersSlowly", "all take a tenth of one", buckets("100", "100"), 25, false},
		{"EtalOverloaded", "one a second", "etal_http_overloaded_total 0+60x60", 20, true},
		{"EtalOverloaded", "a burst that passes", "etal_http_overloaded_total 0x5 300x60", 40, false},
		{"EtalInternalErrors", "the first that there ever was", "etal_graphql_errors_total{operation=\"Orders\",code=\"INTERNAL\"} _x5 1x20", 7, true},
		{"EtalInternalErrors", "one more", "etal_graphql_errors_total{operation=\"Orders\",code=\"INTERNAL\"} 4x10 5x20", 14, true},
		{"EtalInternalErrors", "those of yesterday", "etal_graphql_errors_total{operation=\"Orders\",code=\"INTERNAL\"} 4x60", 40, false},
		{"EtalInternalErrors", "other codes", "etal_graphql_errors_total{operation=\"Orders\",code=\"FORBIDDEN\"} 0+9x60", 30, false},
		{"EtalJobsLate", "for six minutes", "etal_jobs_oldest_waiting_seconds 301x60", 7, true},
		{"EtalJobsLate", "five minutes and no more", "etal_jobs_oldest_waiting_seconds 300x60", 30, false},
		{"EtalLongJobsLate", "for more than an hour", "etal_jobs_oldest_long_seconds 3601x60", 7, true},
		{"EtalLongJobsLate", "behind three others", "etal_jobs_oldest_long_seconds 1800x60", 30, false},
		{"EtalJobsParked", "one", "etal_jobs{state=\"parked\"} 1x60", 2, true},
		{"EtalJobsParked", "many wait", "etal_jobs{state=\"waiting\"} 100x60\n  etal_jobs{state=\"parked\"} 0x60", 30, false},
		{"EtalJobsFail", "one a minute", "etal_job_duration_seconds_count{job=\"mail.send\",outcome=\"failed\"} 0+1x60", 40, true},
		{"EtalJobsFail", "one now and then", "etal_job_duration_seconds_count{job=\"mail.send\",outcome=\"failed\"} 0+0.5x60", 40, false},
		{"EtalOutboxLate", "late", "etal_outbox_oldest_seconds 400x60", 7, true},
		{"EtalOutboxLate", "late for a moment", "etal_outbox_oldest_seconds 0x2 400x3 0x60", 12, false},
		{"EtalWebhooksLate", "late", "etal_inbox_oldest_seconds 400x60", 7, true},
		{"EtalWebhooksLate", "in time", "etal_inbox_oldest_seconds 30x60", 30, false},
		{"EtalWebhooksParked", "one", "etal_inbox_messages{state=\"parked\"} 1x60", 2, true},
		{"EtalWebhooksParked", "none", "etal_inbox_messages{state=\"parked\"} 0x60\n  etal_inbox_messages{state=\"waiting\"} 9x60", 30, false},
		{"EtalLedgerChainLate", "late", "etal_ledger_unchained_oldest_seconds 400x60", 7, true},
		{"EtalLedgerChainLate", "some seconds behind", "etal_ledger_unchained_oldest_seconds 3x60", 30, false},
		{"EtalStripeFails", "a fifth", stripe("unreachable", "2", "8"), 20, true},
		{"EtalStripeFails", "cards are refused", stripe("refused", "9", "1"), 30, false},
		{"EtalReconciliationDiffers", "for more than an hour", "etal_reconciliation_differences{currency=\"EUR\",age=\"new\"} 1x90", 62, true},
		{"EtalReconciliationDiffers", "explained within the hour", "etal_reconciliation_differences{currency=\"EUR\",age=\"new\"} 1x50 0x90", 120, false},
		{"EtalReconciliationLate", "three days", "etal_reconciliation_compared_ago_seconds 259200x90", 62, true},
		{"EtalReconciliationLate", "a day", "etal_reconciliation_compared_ago_seconds 86400x90", 80, false},
		{"EtalConnectionsWaitedFor", "two are waiting all the time", "etal_db_connection_wait_seconds_total{pool=\"write\",instance=\"a\"} 0+120x60", 20, true},
		{"EtalConnectionsWaitedFor", "one now and then", "etal_db_connection_wait_seconds_total{pool=\"write\",instance=\"a\"} 0+6x60", 40, false},
		{"EtalQueriesFail", "two a second", "etal_db_query_duration_seconds_count{outcome=\"error\"} 0+120x60", 12, true},
		{"EtalQueriesFail", "one a minute", "etal_db_query_duration_seconds_count{outcome=\"error\"} 0+1x60", 30, false},
		{"EtalReplicaNotUsed", "it lags", "etal_db_replica_queries_total{outcome=\"served\"} 7x60\n  etal_db_replica_queries_total{outcome=\"refused\"} 0+60x60", 50, true},
		{"EtalReplicaNotUsed", "it serves", "etal_db_replica_queries_total{outcome=\"served\"} 0+60x60\n  etal_db_replica_queries_total{outcome=\"failed\"} 0+1x60", 50, false},
		{"EtalReplicaNotUsed", "it fails from the start", "etal_db_replica_queries_total{outcome=\"failed\"} 0+60x60", 50, true},
		{"EtalMemoryHigh", "three gigabytes", "process_resident_memory_bytes{job=\"etal\"} 3e9x60", 40, true},
		{"EtalMemoryHigh", "of somebody else", "process_resident_memory_bytes{job=\"postgres\"} 3e9x60", 40, false},
	}
}

// buckets are a hundred answers a minute, of which some take at most a tenth of a second and the rest four.
func buckets(fast, all string) string {
	line := func(le, each string) string {
		return "\n  etal_http_request_duration_seconds_bucket{route=\"/graphql\",le=\"" + le + "\"} 0+" + each + "x60"
	}
	return line("0.1", fast)[3:] + line("2.5", fast) + line("5", all) + line("+Inf", all)
}

// stripe is ten calls a minute, of which some have this result.
func stripe(result, some, others string) string {
	return "etal_stripe_call_duration_seconds_count{result=\"" + result + "\"} 0+" + some + "x60\n" +
		"  etal_stripe_call_duration_seconds_count{result=\"ok\"} 0+" + others + "x60"
}

func readRules(t *testing.T) map[string]rulefmt.Rule {
	t.Helper()
	text, err := os.ReadFile("../prometheus/alerts.yml")
	require.NoError(t, err)
	groups, problems := rulefmt.Parse(text, false, model.UTF8Validation, parser.NewParser(parser.Options{}), promslog.NewNopLogger())
	require.Empty(t, problems)
	all := map[string]rulefmt.Rule{}
	for _, group := range groups.Groups {
		for _, rule := range group.Rules {
			all[rule.Alert] = rule
		}
	}
	return all
}

// TestContract_alerts_fire_when_they_should, and are quiet otherwise: each in both ways.
func TestContract_alerts_fire_when_they_should(t *testing.T) {
	t.Parallel()
	known := readRules(t)
	told := map[string][2]bool{}
	for _, s := range stories() {
		t.Run(s.alert+": "+s.name, func(t *testing.T) {
			t.Parallel()
			rule, ok := known[s.alert]
			require.True(t, ok, "there is no such alert")
			require.Equal(t, s.fires, fires(t, rule, s))
		})
		ways := told[s.alert]
		ways[0], ways[1] = ways[0] || s.fires, ways[1] || !s.fires
		told[s.alert] = ways
	}
	for name := range known {
		require.Equal(t, [2]bool{true, true}, told[name], "%s is to be seen firing and quiet", name)
	}
}

// fires evaluates a rule each minute, as Prometheus does, and tells whether it fires in the last.
func fires(t *testing.T, rule rulefmt.Rule, s story) bool {
	t.Helper()
	expr, err := parser.NewParser(parser.Options{}).ParseExpr(rule.Expr)
	require.NoError(t, err)
	input := ""
	if s.series != "" {
		input = "load 1m\n  " + s.series + "\n"
	}
	query := rules.EngineQueryFunc(promqltest.NewTestEngine(t, false, 0, promqltest.DefaultMaxSamplesPerQuery), promqltest.LoadedStorage(t, input))
	alert := rules.NewAlertingRule(rule.Alert, expr, time.Duration(rule.For), 0, labels.FromMap(rule.Labels), labels.FromMap(rule.Annotations), labels.EmptyLabels(), "", true, promslog.NewNopLogger())
	for minute := range s.minutes + 1 {
		_, err := alert.Eval(context.Background(), 0, time.Unix(int64(minute)*60, 0), query, nil, 0)
		require.NoError(t, err)
	}
	firing := false
	for _, active := range alert.ActiveAlerts() {
		firing = firing || active.State == rules.StateFiring
		for _, text := range active.Annotations.Map() {
			require.NotContains(t, text, "<error", "a text of the alert can not be filled in")
		}
	}
	return firing
}
