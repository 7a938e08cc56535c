package contract

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// page is where people read what the judges say.
const page = "../../docs/judges.md"

// tells fails unless the page says of a judge what it has said just now.
func tells(t *testing.T, judge, verdict string) {
	t.Helper()
	require.Equal(t, verdict, row(t, judge)[2], "what %s says of %s", page, judge)
}

// row is what the page has of a judge: its name, its version, its verdict.
func row(t *testing.T, judge string) []string {
	t.Helper()
	text, err := os.ReadFile(page)
	require.NoError(t, err)
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if cells[0] == judge && len(cells) > 3 {
			return cells
		}
	}
	require.Fail(t, "the page tells nothing", "%s of %s", page, judge)
	return nil
}

// passed counts the tests whose names begin so in what node's runner tells by TAP.
func passed(out, prefix string) string {
	all := regexp.MustCompile(`(?m)^(not ok|ok) \d+ - `+regexp.QuoteMeta(prefix)).FindAllStringSubmatch(out, -1)
	good := 0
	for _, m := range all {
		if m[1] == "ok" {
			good++
		}
	}
	return fmt.Sprintf("%d of %d", good, len(all))
}

// TestPage_tells_the_versions holds the versions of the page to those that are installed.
func TestPage_tells_the_versions(t *testing.T) {
	t.Parallel()
	for _, judge := range []struct{ name, folder, module string }{
		{"graphql-http", "node", "graphql-http"},
		{"Apollo Client", "node", "@apollo/client"},
		{"urql", "node", "@urql/core"},
		{"graphql-request", "node", "graphql-request"},
		{"Relay compiler", "node", "relay-compiler"},
		{"GraphQL-ESLint", "node", "@graphql-eslint/eslint-plugin"},
		{"GraphQL Inspector", "node", "@graphql-inspector/core"},
		{"GraphQL.js", "node", "graphql"},
		{"graphql-sse", "../../server/contract", "graphql-sse"},
		{"graphql-ws", "../../server/contract", "graphql-ws"},
	} {
		text, err := os.ReadFile(judge.folder + "/package.json")
		require.NoError(t, err)
		var installed struct{ DevDependencies map[string]string }
		require.NoError(t, json.Unmarshal(text, &installed))
		require.Equal(t, installed.DevDependencies[judge.module], row(t, judge.name)[1], judge.name)
	}
}
