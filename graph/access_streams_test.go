package graph_test

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/testkit"
)

const (
	subscriptions = "Subscription."
	// opened is the outcome of a subscription that is told about from now on.
	opened = "OPEN"
)

// follow opens an event stream and boils down what comes first: the position of a
// stream that is open, which is closed again at once, or all that a refusal says.
func (m *market) follow(who *testkit.Person, query string, variables map[string]any) answer {
	m.t.Helper()
	m.Streams()
	r := m.request(who, query, variables)
	r.Header.Set("Accept", "text/event-stream")
	resp, err := http.DefaultClient.Do(r)
	require.NoError(m.t, err)
	defer resp.Body.Close()
	if !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/event-stream") {
		text, err := io.ReadAll(resp.Body)
		require.NoError(m.t, err)
		return answer{outcomeOf(m.t, text), requestID.ReplaceAllString(string(text), `"requestId":""`)}
	}
	var refusal, first strings.Builder
	for lines := bufio.NewScanner(resp.Body); lines.Scan(); {
		line := lines.Text()
		if line == "" || line == ":" { // the end of a piece, and a sign of life
			continue
		}
		if strings.HasPrefix(line, "id: ") && refusal.Len() == 0 {
			return answer{opened, opened}
		}
		refusal.WriteString(line + "\n")
		if data, ok := strings.CutPrefix(line, "data: "); ok && first.Len() == 0 {
			first.WriteString(data)
		}
	}
	require.Contains(m.t, refusal.String(), "event: complete\n", "a stream that is refused ends")
	return answer{outcomeOf(m.t, []byte(first.String())), requestID.ReplaceAllString(refusal.String(), `"requestId":""`)}
}

// chosen are the operations that -access.only names, and all without it.
func chosen(t *testing.T, all []*operation) (found []*operation) {
	t.Helper()
	only, err := regexp.Compile(*accessOnly)
	require.NoError(t, err)
	for _, op := range all {
		if only.MatchString(op.name) {
			found = append(found, op)
		}
	}
	require.NotEmpty(t, found, "-access.only names no operation")
	return found
}

// table is a golden file, line by line, by the operation that a line is of.
type table map[string][]string

func goldenTable(t *testing.T) table {
	t.Helper()
	text, err := os.ReadFile("testdata/access.golden")
	require.NoError(t, err)
	lines := table{}
	for line := range strings.Lines(string(text)) {
		lines.add(strings.TrimSuffix(line, "\n"))
	}
	return lines
}

// add notes a line under the operation that it begins with.
func (l table) add(line string) {
	name := line[:strings.IndexAny(line, " (")]
	l[name] = append(l[name], line)
}

// text is the table in the order of operations, with the lines of some renewed.
func (l table) text(all []*operation, renewed table) string {
	var b strings.Builder
	for _, op := range all {
		lines, ok := renewed[op.name]
		if !ok {
			lines = l[op.name]
		}
		for _, line := range lines {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}
