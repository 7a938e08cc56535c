package server

import (
	"bytes"
	"encoding/json"
	"html"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/etal-market/etal/graph"
)

func TestExamples_are_valid_for_each_role(t *testing.T) {
	t.Parallel()
	schema := gqlparser.MustLoadSchema(&ast.Source{Name: "schema.graphql", Input: string(graph.SDL)})
	groups, err := examples()
	require.NoError(t, err)
	var titles []string
	for _, group := range groups {
		titles = append(titles, group.Title)
		require.GreaterOrEqual(t, len(group.Examples), 3, group.Title)
		for _, e := range group.Examples {
			document, err := gqlparser.LoadQueryWithRules(schema, e.Query, rules.NewDefaultRules())
			require.Empty(t, err, e.Name)
			require.Contains(t, e.Query, "\n  ", "%s is to be read by people", e.Name)
			var variables map[string]any
			require.NoError(t, json.Unmarshal([]byte(e.Variables), &variables))
			_, wrong := validator.VariableValues(schema, document.Operations[0], variables)
			require.NoError(t, wrong, e.Name)
		}
	}
	require.Equal(t, []string{"For everybody", "As a buyer", "As a seller", "As an operator"}, titles)
}

// The page tells them in full, so that whoever has no script reads them.
func TestExamples_are_on_the_plain_page(t *testing.T) {
	t.Parallel()
	groups, err := examples()
	require.NoError(t, err)
	p, err := parsePages()
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, p.templates.ExecuteTemplate(&b, "graphiql.html", groups))
	page := html.UnescapeString(b.String())
	for _, group := range groups {
		require.Contains(t, page, "<h3>"+group.Title+"</h3>")
		for _, e := range group.Examples {
			require.Contains(t, page, "<summary>"+e.Name+"</summary>")
			require.Contains(t, page, e.Query)
			require.Contains(t, page, e.Variables)
		}
	}
}
