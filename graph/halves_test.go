package graph

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/etal-market/etal/domain/page"
)

// What we ask for ourselves, in the web admin, in the documents of docs/ and in the
// stories of e2e/, stays within half of every limit, so that a page never meets one
// and others who build pages have as much room.
func TestLimits_half_is_enough_for_us(t *testing.T) {
	t.Parallel()
	ours := ourDocuments(t)
	require.Greater(t, len(ours), 150)
	schema := newSchema(Config{}.withDefaults()).Schema()
	most := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(ours)) {
		for limit, part := range partsOf(t, schema, ours[name]) {
			require.LessOrEqual(t, 2*part[0], part[1], "%s takes more than half of %s", name, limit)
			most[limit] = max(most[limit], part[0])
		}
	}
	require.Equal(t, []string{
		"aliases", "bytes of a body", "bytes of a URL", "cost of a session", "depth", "directives in one place", "fields", "fields in one selection",
		"fragments", "letters in one name", "levels in one value", "levels of JSON", "operations", "root fields", "searches", "steps of validation", "tokens", "values of JSON", "variables",
	}, slices.SortedFunc(maps.Keys(most), func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }))
	t.Log(most)
}

// partsOf says what a document takes of each limit, and the limit.
func partsOf(t *testing.T, schema *ast.Schema, text string) map[string][2]int {
	t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
	require.Empty(t, errs, text)
	require.Nil(t, guarded(doc), text)
	require.Len(t, doc.Operations, 1)
	op := doc.Operations[0]
	m := newMeasurer(doc)
	variables := map[string]any{}
	for _, v := range op.VariableDefinitions {
		if v.DefaultValue != nil { // which is what is charged for when nothing is sent
			value, err := v.DefaultValue.Value(nil)
			require.NoError(t, err)
			variables[v.Variable] = value
		}
		if v.Variable == "first" {
			variables[v.Variable] = int64(25) // as many as a page of the web admin has
		}
	}
	require.Empty(t, m.tooLarge(doc))
	limit, s := rootsMax, m.selection(op.SelectionSet)
	if op.Operation == ast.Mutation {
		limit = mutationsMax
	}
	body, err := json.Marshal(map[string]any{"query": text, "variables": variables})
	require.NoError(t, err)
	values := bytes.Count(body, []byte(",")) + bytes.Count(body, []byte("[")) + bytes.Count(body, []byte("{"))
	widest, directives := widths(doc)
	return map[string][2]int{
		"tokens": {tokens(t, text), tokenLimit}, "bytes of a body": {len(body), bodyMax}, "levels of JSON": {2 + inputDepth(schema, op), nestingMax},
		"values of JSON": {values, valuesMax},
		"bytes of a URL": {len("documentId=") + len(DocumentID(text)) + len("&variables=") + 100*len(op.VariableDefinitions), urlMax},
		"operations":     {len(doc.Operations), operationsMax}, "fragments": {len(doc.Fragments), fragmentsMax}, "variables": {len(op.VariableDefinitions), variablesMax},
		"depth": {s.depth, depthMax}, "fields": {s.fields, fieldsMax}, "aliases": {s.aliases, aliasesMax}, "root fields": {s.roots, limit},
		"letters in one name": {m.longest, lettersMax}, "levels in one value": {m.nested, nestingMax}, "steps of validation": {m.steps, stepsMax},
		"fields in one selection": {widest, selectionMax}, "directives in one place": {directives, directivesMax},
		"searches":          {countSearches(roots(op.SelectionSet, nil), variables), searchesMax},
		"cost of a session": {checker{schema: schema}.cost(op.SelectionSet, variables), costMaxSession},
	}
}

// Whoever chooses the longest pages of a list in the web admin gets them: web-admin/src/lib/list.ts.
func TestLimits_leave_room_for_the_longest_pages(t *testing.T) {
	t.Parallel()
	hundred := []string{"OperatorSellers", "SellerOrders", "SellerOrdersDisputed", "SellerOffers", "SellerProducts"}
	schema := newSchema(Config{}.withDefaults()).Schema()
	over := map[string]int{}
	for _, text := range ourDocuments(t) {
		doc, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
		require.Empty(t, errs, text)
		op := doc.Operations[0]
		rows := 50
		if slices.Contains(hundred, op.Name) {
			rows = page.MaxSize
		}
		cost := checker{schema: schema}.cost(op.SelectionSet, map[string]any{"first": int64(rows)})
		if op.VariableDefinitions.ForName("first") != nil && cost > costMaxSession {
			over[op.Name] = cost
		}
	}
	require.Empty(t, over, "their longest pages cost more than %d", costMaxSession)
}

// tokens finds by halving the smallest limit that a text is parsed within.
func tokens(t *testing.T, text string) int {
	t.Helper()
	low, high := 0, tokenLimit
	for low < high {
		middle := (low + high) / 2
		if _, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, middle); err != nil {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// widths are the most selections in one set and the most directives in one place.
func widths(doc *ast.QueryDocument) (selections, directives int) {
	var walk func(set ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		selections = max(selections, len(set))
		for _, selected := range set {
			switch s := selected.(type) {
			case *ast.Field:
				directives = max(directives, len(s.Directives))
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				directives = max(directives, len(s.Directives))
				walk(s.SelectionSet)
			case *ast.FragmentSpread:
				directives = max(directives, len(s.Directives))
			}
		}
	}
	for _, op := range doc.Operations {
		directives = max(directives, len(op.Directives))
		for _, v := range op.VariableDefinitions {
			directives = max(directives, len(v.Directives))
		}
		walk(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		directives = max(directives, len(f.Directives))
		walk(f.SelectionSet)
	}
	return selections, directives
}

// inputDepth is how deep the variables of an operation nest.
func inputDepth(schema *ast.Schema, op *ast.OperationDefinition) int {
	var depth func(t *ast.Type, seen []string) int
	depth = func(t *ast.Type, seen []string) int {
		if t.Elem != nil {
			return 1 + depth(t.Elem, seen)
		}
		deepest, definition := 0, schema.Types[t.NamedType]
		if definition.Kind != ast.InputObject || slices.Contains(seen, definition.Name) {
			return 0
		}
		for _, f := range definition.Fields {
			deepest = max(deepest, depth(f.Type, append(seen, definition.Name)))
		}
		return 1 + deepest
	}
	deepest := 0
	for _, v := range op.VariableDefinitions {
		deepest = max(deepest, depth(v.Type, nil))
	}
	return deepest
}

// ourDocuments are all first-party documents by a name, one operation each with the
// fragments that it uses.
func ourDocuments(t *testing.T) map[string]string {
	t.Helper()
	manifest, err := os.ReadFile("../web-admin/src/gql/persisted-documents.json")
	require.NoError(t, err)
	documents, err := ReadDocuments(manifest)
	require.NoError(t, err)
	all := map[string]string{}
	for id, text := range documents {
		all["the web admin's "+id] = text
	}
	for _, pattern := range []string{"../docs/api/operations/*/*.graphql", "../e2e/operations/*.graphql"} {
		paths, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, paths)
		maps.Copy(all, operationsIn(t, paths))
	}
	return all
}

// operationsIn takes files apart, which share their fragments.
func operationsIn(t *testing.T, paths []string) map[string]string {
	t.Helper()
	found, parsed, shared := map[string]string{}, map[string]*ast.QueryDocument{}, ast.FragmentDefinitionList{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		doc, err := parser.ParseQuery(&ast.Source{Name: path, Input: string(text)})
		require.NoError(t, err)
		parsed[path] = doc
		shared = append(shared, doc.Fragments...)
	}
	for path, doc := range parsed {
		for _, op := range doc.Operations {
			one := &ast.QueryDocument{Operations: ast.OperationList{op}}
			needed := spreads(op.SelectionSet)
			for i := 0; i < len(needed); i++ {
				f := shared.ForName(needed[i])
				require.NotNil(t, f, "%s: there is no fragment %s", path, needed[i])
				one.Fragments = append(one.Fragments, f)
				for _, name := range spreads(f.SelectionSet) {
					if !slices.Contains(needed, name) {
						needed = append(needed, name)
					}
				}
			}
			var b strings.Builder
			formatter.NewFormatter(&b).FormatQueryDocument(one)
			found[path+" "+op.Name] = b.String()
		}
	}
	return found
}

// spreads are the names of the fragments that a selection spreads, each once.
func spreads(set ast.SelectionSet) (names []string) {
	for _, selected := range set {
		var more []string
		switch s := selected.(type) {
		case *ast.Field:
			more = spreads(s.SelectionSet)
		case *ast.InlineFragment:
			more = spreads(s.SelectionSet)
		case *ast.FragmentSpread:
			more = []string{s.Name}
		}
		for _, name := range more {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
