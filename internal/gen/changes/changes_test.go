package changes

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

func schemaOf(t *testing.T, text string) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: text})
	require.NoError(t, err)
	return s
}

// change is one thing that is changed in a small schema. The judges of make contract
// see the same.
type change struct {
	Name, From, To string
	More           []string // pairs of texts to replace besides
	Kind           Kind
	Path           string
	All            int  // how many changes it comes to; 1 when it is not said
	Ours           bool // what no judge looks at
}

func TestCompare(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/base.graphql")
	require.NoError(t, err)
	base := string(text)
	listed, err := os.ReadFile("testdata/cases.json")
	require.NoError(t, err)
	var cases []change
	require.NoError(t, json.Unmarshal(listed, &cases))
	require.Greater(t, len(cases), 30)
	for _, c := range cases {
		require.Contains(t, base, c.From, c.Name)
		changed := strings.Replace(base, c.From, c.To, 1)
		for i := 0; i+1 < len(c.More); i += 2 {
			require.Contains(t, changed, c.More[i], c.Name)
			changed = strings.Replace(changed, c.More[i], c.More[i+1], 1)
		}
		got := Compare(schemaOf(t, base), schemaOf(t, changed))
		require.Len(t, got, max(c.All, 1), "%s: %v", c.Name, got)
		at := slices.IndexFunc(got, func(g Change) bool { return g.Path == c.Path })
		require.GreaterOrEqual(t, at, 0, "%s: %v", c.Name, got)
		require.Equal(t, c.Kind, got[at].Kind, "%s: %v", c.Name, got)
	}
	require.Empty(t, Compare(schemaOf(t, base), schemaOf(t, base)))
}

func TestSchema_breaks_nobody_who_was_not_told(t *testing.T) {
	t.Parallel()
	root, err := gofiles.Root()
	require.NoError(t, err)
	unagreed, idle, err := Unagreed(root)
	require.NoError(t, err)
	require.Empty(t, unagreed, "these changes break clients: undo them, or write each with its reason into graph/released/accepted.txt, and run `make docs`")
	require.Empty(t, idle, "these changes were agreed on and have not happened: strike them out")
}

func TestChangelog_is_up_to_date(t *testing.T) {
	t.Parallel()
	root, err := gofiles.Root()
	require.NoError(t, err)
	want, err := Changelog(root)
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(root, "docs/api/changelog.md"))
	require.NoError(t, err)
	require.True(t, want == string(got), "docs/api/changelog.md is stale: run `make docs`")
}
