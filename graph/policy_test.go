package graph

import (
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/internal/gen/gofiles"
)

var update = flag.Bool("update", false, "write the golden files")

func schema() *ast.Schema { return newSchema(Config{}).Schema() }

// own lists the definitions of the schema that are ours, in alphabetical order.
func own(s *ast.Schema) []*ast.Definition {
	var found []*ast.Definition
	for _, d := range s.Types {
		if !d.BuiltIn && !strings.HasPrefix(d.Name, "__") {
			found = append(found, d)
		}
	}
	slices.SortFunc(found, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return found
}

func TestSchema_every_root_field_has_a_lock(t *testing.T) {
	t.Parallel()

	s := schema()
	for _, root := range []*ast.Definition{s.Query, s.Mutation, s.Subscription} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			can, public := f.Directives.ForName("can"), f.Directives.ForName("public")
			require.True(t, (can != nil) != (public != nil), "%s.%s needs @can or @public, and not both", root.Name, f.Name)
		}
	}
}

func TestSchema_style(t *testing.T) {
	t.Parallel()

	s := schema()
	for _, d := range own(s) {
		require.NotEmpty(t, d.Description, d.Name)
		for _, v := range d.EnumValues {
			require.NotEmpty(t, v.Description, "%s.%s", d.Name, v.Name)
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			place := d.Name + "." + f.Name
			require.NotEmpty(t, f.Description, place)
			require.NotEqual(t, "Float", f.Type.Name(), "%s: amounts are Money, rates are basis points", place)
			if f.Type.Elem != nil && place != "Query.nodes" {
				require.True(t, f.Type.Elem.NonNull, "%s: items of a list are not null", place)
			}
			for _, a := range f.Arguments {
				require.NotEmpty(t, a.Description, "%s(%s)", place, a.Name)
			}
			if strings.HasSuffix(f.Type.Name(), "Connection") {
				for _, name := range []string{"first", "after", "last", "before"} {
					require.NotNil(t, f.Arguments.ForName(name), "%s needs the argument %s", place, name)
				}
			}
		}
	}
	for _, f := range s.Query.Fields {
		if !strings.HasPrefix(f.Name, "__") && f.Name != "nodes" {
			require.False(t, f.Type.NonNull, "Query.%s must be nullable", f.Name)
		}
	}
	for _, f := range s.Subscription.Fields {
		require.False(t, f.Type.NonNull, "Subscription.%s must be nullable", f.Name)
		require.NotNil(t, f.Arguments.ForName("after"), "Subscription.%s can be gone on with", f.Name)
		require.NotNil(t, s.Types[f.Type.Name()].Fields.ForName("eventId"), f.Name)
	}
	for _, f := range s.Mutation.Fields {
		name := strings.ToUpper(f.Name[:1]) + f.Name[1:]
		require.Equal(t, name+"Payload", f.Type.String(), f.Name)
		if len(f.Arguments) > 0 {
			require.Len(t, f.Arguments, 1, f.Name)
			require.Equal(t, "input: "+name+"Input!", f.Arguments[0].Name+": "+f.Arguments[0].Type.String())
		}
		payload := s.Types[name+"Payload"]
		require.Equal(t, "[UserError!]!", payload.Fields.ForName("userErrors").Type.String(), payload.Name)
		for _, field := range payload.Fields {
			require.True(t, field.Name == "userErrors" || !field.Type.NonNull, "%s.%s must be nullable", payload.Name, field.Name)
		}
	}
}

func TestSchema_has_no_defer(t *testing.T) {
	t.Parallel()

	require.Nil(t, schema().Directives["defer"])
	require.NotNil(t, schema().Directives["skip"])
}

func TestSchema_nodes_have_fetchers(t *testing.T) {
	t.Parallel()

	s := schema()
	fetchers := fetchers()
	require.Len(t, fetchers, len(s.GetPossibleTypes(s.Types["Node"])), "a type that implements Node has its line in fetchers")
	for prefix := range fetchers {
		require.Equal(t, prefix, id.Prefix(id.New[id.Any](prefix)))
	}
}

// TestSchema_enums_equal_Go finds, for each enum, the named string type that it
// is bound to, and compares their values.
func TestSchema_enums_equal_Go(t *testing.T) {
	t.Parallel()

	root, err := gofiles.Root()
	require.NoError(t, err)
	files, err := filepath.Glob(root + "/graph/model/bind*.go")
	require.NoError(t, err)
	bound := map[string]gofiles.Alias{}
	for _, file := range files {
		more, err := gofiles.Aliases(file)
		require.NoError(t, err)
		maps.Copy(bound, more)
	}
	for _, d := range own(schema()) {
		if d.Kind != ast.Enum || d.Name == "ErrorCode" { // the generator of ErrorCode compares itself
			continue
		}
		target, ok := bound[d.Name]
		require.True(t, ok, "enum %s is missing in the binding table", d.Name)
		constants, err := gofiles.ConstantsIn(root, target.Package, target.Type)
		require.NoError(t, err)
		var inGo, inSchema []string
		for _, c := range constants {
			inGo = append(inGo, c.Value)
		}
		for _, v := range d.EnumValues {
			inSchema = append(inSchema, v.Name)
		}
		require.ElementsMatch(t, inGo, inSchema, d.Name)
	}
}

func TestSchema_permissions_are_used(t *testing.T) {
	t.Parallel()

	s := schema()
	for _, d := range own(s) {
		for _, f := range d.Fields {
			if can := f.Directives.ForName("can"); can != nil {
				do := authz.Permission(can.Arguments.ForName("do").Value.Raw)
				require.Contains(t, authz.Permissions(), do, "%s.%s", d.Name, f.Name)
				require.False(t, d == s.Mutation && do.Reads(), "%s changes something and asks for %s", f.Name, do)
			}
		}
	}
}

func TestSchema_golden(t *testing.T) {
	t.Parallel()

	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatSchema(schema())
	if *update {
		require.NoError(t, os.WriteFile("schema.graphql", []byte(b.String()), 0o644))
	}
	golden, err := os.ReadFile("schema.graphql")
	require.NoError(t, err)
	require.Equal(t, string(golden), b.String(),
		"the API has changed; when that is meant: go test ./graph -run TestSchema_golden -update")
}
