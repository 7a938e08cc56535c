package reference

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// api is the schema, parted as its files are.
type api struct {
	schema *ast.Schema
	names  []string                     // of contexts, in alphabetical order
	types  map[string][]*ast.Definition // by context, in alphabetical order
	roots  map[string][]rootField       // by context, queries first
	homes  map[string]string            // of each type
	shown  map[string]bool              // what has no heading of its own
}

// rootField is a query, a mutation or a subscription.
type rootField struct {
	kind  string // Query, Mutation or Subscription
	field *ast.FieldDefinition
}

// place is the name with its root, such as Query.order.
func (r rootField) place() string { return r.kind + "." + r.field.Name }

// permission is what the field asks for; empty when it is public.
func (r rootField) permission() string {
	if can := r.field.Directives.ForName("can"); can != nil {
		return can.Arguments.ForName("do").Value.Raw
	}
	return ""
}

// readSchema reads the files of the schema. Those that are generated hold one long
// enum each, which has a page of its own.
func readSchema(root string) (*api, error) {
	files, err := filepath.Glob(filepath.Join(root, "graph", "schema", "*.graphql"))
	if err != nil {
		return nil, err
	}
	var sources []*ast.Source
	for _, file := range files {
		text, err := os.ReadFile(file) //nolint:gosec // a file of the schema
		if err != nil {
			return nil, err
		}
		sources = append(sources, &ast.Source{Name: strings.TrimSuffix(filepath.Base(file), ".graphql"), Input: string(text)})
	}
	s, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	a := &api{schema: s, types: map[string][]*ast.Definition{}, roots: map[string][]rootField{}, homes: map[string]string{}, shown: map[string]bool{}}
	a.part()
	a.show()
	return a, nil
}

func (a *api) part() {
	for _, d := range a.schema.Types {
		if d.BuiltIn || strings.HasPrefix(d.Name, "__") || d == a.schema.Query || d == a.schema.Mutation || d == a.schema.Subscription {
			continue
		}
		home := d.Position.Src.Name
		a.homes[d.Name] = home
		a.types[home] = append(a.types[home], d)
	}
	for _, root := range []*ast.Definition{a.schema.Query, a.schema.Mutation, a.schema.Subscription} {
		for _, f := range root.Fields {
			if !strings.HasPrefix(f.Name, "__") {
				home := f.Position.Src.Name
				a.roots[home] = append(a.roots[home], rootField{root.Name, f})
			}
		}
	}
	seen := map[string]bool{}
	for _, home := range a.homes {
		seen[home] = true
	}
	for home := range a.roots {
		seen[home] = true
	}
	for home := range seen {
		if home != "errors" && home != "permissions" {
			a.names = append(a.names, home)
		}
		slices.SortFunc(a.types[home], func(x, y *ast.Definition) int { return strings.Compare(x.Name, y.Name) })
	}
	slices.Sort(a.names)
}

// link names a type, and leads to it.
func (a *api) link(t *ast.Type) string {
	name := t.Name()
	shown := "`" + t.String() + "`"
	if item, ok := strings.CutSuffix(name, "Connection"); ok && a.homes[item] != "" {
		return fmt.Sprintf("[%s](%s.md#type-%s)", shown, a.homes[item], strings.ToLower(item))
	}
	if a.shown[name] {
		return shown
	}
	switch home := a.homes[name]; home {
	case "":
		return shown // String, Int, Boolean, ID
	case "errors":
		return fmt.Sprintf("[%s](../errors.md)", shown)
	case "permissions":
		return fmt.Sprintf("[%s](../../permissions.md)", shown)
	default:
		return fmt.Sprintf("[%s](%s.md#type-%s)", shown, home, strings.ToLower(name))
	}
}

// show notes the types that have no heading of their own: an input or a payload of
// one mutation stands there, and connections are all alike.
func (a *api) show() {
	for name := range a.homes {
		for _, suffix := range []string{"Connection", "Edge"} {
			if item, ok := strings.CutSuffix(name, suffix); ok && a.homes[item] != "" {
				a.shown[name] = true
			}
		}
	}
	for _, f := range a.schema.Mutation.Fields {
		a.shown[f.Type.Name()] = true
		if input := f.Arguments.ForName("input"); input != nil {
			a.shown[input.Type.Name()] = true
		}
	}
}
