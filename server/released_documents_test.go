package server_test

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/graph"
	webadmin "github.com/etal-market/etal/web-admin"
)

// A page that was opened before an update asks for the documents of its release, and
// must be answered as before.
func TestReleasedDocuments_still_fit_the_schema(t *testing.T) {
	t.Parallel()
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: string(graph.SDL)})
	require.NoError(t, err)
	released, err := webadmin.Released()
	require.NoError(t, err)
	days := slices.Sorted(maps.Keys(released))
	require.NotEmpty(t, days)
	require.LessOrEqual(t, len(days), 2, "older ones go: docs/releases.md")
	for _, day := range days {
		require.Regexp(t, `^\d{4}-\d\d-\d\d$`, day)
		documents, err := graph.ReadDocuments(released[day])
		require.NoError(t, err, day)
		require.NotEmpty(t, documents, day)
		for _, text := range documents {
			_, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
			require.Empty(t, errs, "pages of %s ask so, and are still open: deprecate instead\n%s", day, text)
		}
	}
}

func TestReleasedDocuments_are_known_where_only_registered_ones_are(t *testing.T) {
	t.Parallel()
	w := newWorld(t, dbtest.New(t), map[string]string{"ETAL_GRAPHQL_DOCUMENTS": "trusted"})
	reasonOf := func(id string) string {
		t.Helper()
		body, err := json.Marshal(map[string]string{"documentId": id})
		require.NoError(t, err)
		resp, answer := w.post(t, string(body), "Content-Type", "application/json")
		require.NotEqual(t, http.StatusInternalServerError, resp.StatusCode, answer)
		var said struct {
			Errors []struct {
				Extensions struct{ Reason string }
			}
		}
		require.NoError(t, json.Unmarshal([]byte(answer), &said), answer)
		if len(said.Errors) == 0 {
			return ""
		}
		return said.Errors[0].Extensions.Reason
	}
	require.Equal(t, "DOCUMENT_UNKNOWN", reasonOf(graph.DocumentID("{ __typename }")))
	released, err := webadmin.Released()
	require.NoError(t, err)
	for day, list := range released {
		documents, err := graph.ReadDocuments(list)
		require.NoError(t, err)
		ids := slices.Sorted(maps.Keys(documents))
		for _, id := range ids[:min(20, len(ids))] {
			require.NotEqual(t, "DOCUMENT_UNKNOWN", reasonOf(id), day)
		}
	}
}
