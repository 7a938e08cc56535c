package graph

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

const oldSchema = `
	interface Named { name: String @deprecated(reason: "Use title. Removed on 2027-06-01.") }
	enum Sort { NEW OLD @deprecated(reason: "Use NEW. Removed on 2027-06-01.") }
	input Range { from: Int to: Int until: Int @deprecated(reason: "Use to. Removed on 2027-06-01.") }
	input Filter { range: Range sorts: [Sort!] tag: String tags: [String!] @deprecated(reason: "Use tag. Removed on 2027-06-01.") }
	type Product implements Named { name: String title(short: Boolean, brief: Boolean @deprecated(reason: "Use short. Removed on 2027-06-01.")): String maker: String @deprecated(reason: "Use title. Removed on 2027-06-01.") related: [Product!] }
	type Query { products(filter: Filter, filters: [Filter!], sort: Sort): [Product!] named: Named }
`

// What is to go away is counted where it is used, once for an operation, wherever it
// stands: in fields, arguments, fields of input and values of enums, in the document and
// in variables.
func TestDeprecations_are_found_where_they_are_used(t *testing.T) {
	t.Parallel()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: oldSchema})
	require.NoError(t, err)
	d := deprecationsOf(s)
	require.Len(t, d.all, 6)
	for _, c := range []struct {
		query     string
		variables map[string]any
		want      []string
	}{
		{query: `{ products { title(short: true) } }`},
		{query: `{ products(sort: NEW, filter: {tag: "OLD", range: {to: 3}}) { title } }`},
		{query: `{ products { maker a: maker related { maker } } }`, want: []string{"Product.maker"}},
		{query: `{ products { ...F related { ...F ...G } } } fragment F on Product { maker ...G } fragment G on Product { title(brief: true) }`, want: []string{"Product.maker", "Product.title(brief:)"}},
		{query: `{ named { name } products { name ... on Named { name } } }`, want: []string{"Named.name"}},
		{query: `query($no: Boolean!) { products { maker @include(if: $no) } }`, variables: map[string]any{"no": false}, want: []string{"Product.maker"}},
		{query: `{ products(sort: OLD, filter: {range: {until: 3}, tags: "x"}) { title } }`, want: []string{"Filter.tags", "Range.until", "Sort.OLD"}},
		{query: `{ products(filters: [{sorts: OLD}, {sorts: [NEW, OLD]}]) { title } }`, want: []string{"Sort.OLD"}},
		{
			query:     `query($sort: Sort, $filters: [Filter!], $tag: String) { products(sort: $sort, filters: $filters, filter: {tag: $tag}) { title } }`,
			variables: map[string]any{"sort": "OLD", "tag": "OLD", "filters": []any{map[string]any{"range": map[string]any{"until": 1}}, map[string]any{"tags": []any{"OLD"}}}},
			want:      []string{"Filter.tags", "Range.until", "Sort.OLD"},
		},
		{query: `query($sort: Sort = OLD) { products(sort: $sort) { title } }`, want: []string{"Sort.OLD"}},
		{query: `query($sort: Sort = OLD) { products(sort: $sort) { title } }`, variables: map[string]any{"sort": "NEW"}},
		{query: `query($filter: Filter) { products(filter: $filter) { title } }`, variables: map[string]any{"filter": nil}},
		{query: `query($filter: Filter) { products(filter: $filter) { title } }`, variables: map[string]any{"filter": map[string]any{"sorts": "OLD"}}, want: []string{"Sort.OLD"}},
	} {
		doc, errs := gqlparser.LoadQueryWithRules(s, c.query, rules.NewDefaultRules())
		require.Empty(t, errs, c.query)
		given, err := validator.VariableValues(s, doc.Operations[0], c.variables)
		require.NoError(t, err, c.query)
		op := &graphql.OperationContext{Operation: doc.Operations[0], Doc: doc, Variables: given}
		require.Equal(t, c.want, d.of(op), "%s %v", c.query, c.variables)
	}
}

// A schema in which nothing is to go away costs nothing to count.
func TestDeprecations_of_a_schema_without_any(t *testing.T) {
	t.Parallel()
	require.Nil(t, deprecations{}.of(nil))
}
