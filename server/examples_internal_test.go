package server

import (
	"bytes"
	"encoding/json"
	"strings"
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

// The page holds them as data that its script reads, and as a list to choose from.
func TestExamples_are_on_the_plain_page(t *testing.T) {
	t.Parallel()
	groups, err := examples()
	require.NoError(t, err)
	p, err := parsePages()
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, p.templates.ExecuteTemplate(&b, "graphiql.html", groups))
	page := b.String()
	require.Contains(t, page, `<option value="0.0">`+groups[0].Examples[0].Name+"</option>")
	_, data, _ := strings.Cut(page, `<script type="application/json" id="examples">`)
	data, _, ok := strings.Cut(data, "</script>")
	require.True(t, ok)
	var read []exampleGroup
	require.NoError(t, json.Unmarshal([]byte(data), &read))
	require.Equal(t, groups, read)
}
