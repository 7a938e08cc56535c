package server_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/etal-market/etal/server"
)

// metricNames finds the metrics that an expression reads. Labels are removed first:
// their values are no metrics.
func metricNames(expr string) []string {
	expr = regexp.MustCompile(`\{[^}]*\}`).ReplaceAllString(expr, "")
	return regexp.MustCompile(`\b(?:etal|go|process)_[a-z0-9_]+`).FindAllString(expr, -1)
}

// requireExported fails the test for a metric that does not exist, and for a label
// that it does not have.
func requireExported(t *testing.T, where, expr string) (names []string) {
	t.Helper()
	known := map[string]server.MetricInfo{}
	for _, m := range server.MetricsReference() {
		known[m.Name] = m
		if m.Kind == "histogram" {
			for _, part := range []string{"_bucket", "_sum", "_count"} {
				known[m.Name+part] = m
			}
		}
	}
	others := []string{"go_goroutines", "go_memstats_heap_inuse_bytes", "process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds"}
	for _, name := range metricNames(expr) {
		if slices.Contains(others, name) {
			continue
		}
		m, ok := known[name]
		require.True(t, ok, "%s reads %s, which is not exported", where, name)
		names = append(names, m.Name)
		for _, selector := range regexp.MustCompile(name+`\{([^}]*)\}`).FindAllStringSubmatch(expr, -1) {
			for _, label := range regexp.MustCompile(`(\w+)(?:=~|!=|!~|=)"`).FindAllStringSubmatch(selector[1], -1) {
				require.Contains(t, append([]string{"job", "instance", "le"}, m.Labels...), label[1], "%s: %s has no such label", where, name)
			}
		}
	}
	require.Equal(t, strings.Count(expr, "("), strings.Count(expr, ")"), where)
	return names
}

// TestDashboard_shows_what_is_exported: every metric that there is, and none that there is not.
func TestDashboard_shows_what_is_exported(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../deploy/grafana/etal.json")
	require.NoError(t, err)
	var dashboard struct {
		UID    string
		Panels []struct {
			ID          int
			Type, Title string
			GridPos     struct{ X, Y, W, H int }
			Targets     []struct{ Expr string }
		}
	}
	require.NoError(t, json.Unmarshal(text, &dashboard))
	shown, ids := map[string]bool{}, map[int]bool{}
	for _, p := range dashboard.Panels {
		require.False(t, ids[p.ID], "two panels have the number %d", p.ID)
		ids[p.ID] = true
		require.LessOrEqual(t, p.GridPos.X+p.GridPos.W, 24, p.Title)
		require.True(t, p.Type == "row" || len(p.Targets) > 0, p.Title)
		for _, target := range p.Targets {
			names := requireExported(t, p.Title, target.Expr)
			for _, name := range names {
				shown[name] = true
			}
		}
	}
	for _, m := range server.MetricsReference() {
		require.True(t, shown[m.Name], "the dashboard does not show %s", m.Name)
	}
}

func TestAlerts_are_about_what_is_exported(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../deploy/prometheus/alerts.yml")
	require.NoError(t, err)
	var rules struct {
		Groups []struct {
			Rules []struct {
				Alert, Expr, For    string
				Labels, Annotations map[string]string
			}
		}
	}
	require.NoError(t, yaml.Unmarshal(text, &rules))
	seen := map[string]bool{}
	for _, group := range rules.Groups {
		for _, rule := range group.Rules {
			require.False(t, seen[rule.Alert], rule.Alert)
			seen[rule.Alert] = true
			require.NotEmpty(t, metricNames(rule.Expr), rule.Alert)
			requireExported(t, rule.Alert, rule.Expr)
			require.Contains(t, []string{"page", "look"}, rule.Labels["severity"], rule.Alert)
			require.NotEmpty(t, rule.Annotations["summary"], rule.Alert)
			require.NotEmpty(t, rule.Annotations["action"], rule.Alert)
		}
	}
	require.Greater(t, len(seen), 10)
	operations, err := os.ReadFile(filepath.Join("..", "docs", "operations.md"))
	require.NoError(t, err)
	for name := range seen {
		require.Contains(t, string(operations), name, "docs/operations.md does not say what to do about it")
	}
}

func TestMetrics_are_documented(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/metrics.md")
	require.NoError(t, err)
	require.Equal(t, server.MetricsMarkdown(), string(page), "run `make docs`")
	for _, m := range server.MetricsReference() {
		require.True(t, strings.HasSuffix(m.Help, "."), "%s: a sentence", m.Name)
		require.Equal(t, m.Kind == "counter", strings.HasSuffix(m.Name, "_total"), m.Name)
	}
}
