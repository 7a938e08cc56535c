package graph

import (
	"reflect"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// deprecations are the coordinates of a schema that are to go away, such as
// Product.vendor, Query.products(shop:), ProductFilter.shop and ProductSort.BY_SHOP.
type deprecations struct {
	schema *ast.Schema
	all    map[string]bool
}

func deprecationsOf(s *ast.Schema) deprecations {
	d := deprecations{s, map[string]bool{}}
	note := func(coordinate string, directives ast.DirectiveList) {
		if directives.ForName("deprecated") != nil {
			d.all[coordinate] = true
		}
	}
	for _, t := range s.Types {
		for _, f := range t.Fields {
			note(t.Name+"."+f.Name, f.Directives)
			for _, a := range f.Arguments {
				note(t.Name+"."+f.Name+"("+a.Name+":)", a.Directives)
			}
		}
		for _, v := range t.EnumValues {
			note(t.Name+"."+v.Name, v.Directives)
		}
	}
	return d
}

// uses are the coordinates that one operation uses of them.
type uses struct {
	deprecations

	found  map[string]bool
	inside map[string]bool // names of fragments that were walked through
}

// of returns what an operation uses of what is to go away, each once, in alphabetical
// order: what its document asks for, whether a variable leaves it out or not, and what
// its variables give. The operation is valid.
func (d deprecations) of(op *graphql.OperationContext) []string {
	if len(d.all) == 0 {
		return nil
	}
	u := uses{d, map[string]bool{}, map[string]bool{}}
	u.selection(op.Operation.SelectionSet)
	for _, v := range op.Operation.VariableDefinitions {
		if given, ok := op.Variables[v.Variable]; ok {
			u.given(given, v.Type)
		}
	}
	if len(u.found) == 0 {
		return nil
	}
	list := make([]string, 0, len(u.found))
	for coordinate := range u.found {
		list = append(list, coordinate)
	}
	slices.Sort(list)
	return list
}

func (u uses) note(coordinate string) {
	if u.all[coordinate] {
		u.found[coordinate] = true
	}
}

func (u uses) selection(set ast.SelectionSet) {
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			u.field(s)
		case *ast.InlineFragment:
			u.selection(s.SelectionSet)
		case *ast.FragmentSpread:
			if !u.inside[s.Name] {
				u.inside[s.Name] = true
				u.selection(s.Definition.SelectionSet)
			}
		}
	}
}

func (u uses) field(f *ast.Field) {
	if f.Definition == nil || f.ObjectDefinition == nil {
		return
	}
	coordinate := f.ObjectDefinition.Name + "." + f.Name
	u.note(coordinate)
	for _, a := range f.Arguments {
		if of := f.Definition.Arguments.ForName(a.Name); of != nil {
			u.note(coordinate + "(" + a.Name + ":)")
			u.literal(a.Value, of.Type)
		}
	}
	u.selection(f.SelectionSet)
}

// literal looks through a value that stands in the document. Variables are looked
// through where they are given.
func (u uses) literal(v *ast.Value, t *ast.Type) {
	switch v.Kind { //nolint:exhaustive // the kinds that can hold something deprecated
	case ast.EnumValue:
		u.note(t.Name() + "." + v.Raw)
	case ast.ListValue:
		for _, item := range v.Children {
			u.literal(item.Value, itemOf(t))
		}
	case ast.ObjectValue:
		for _, member := range v.Children {
			if of := u.member(t, member.Name); of != nil {
				u.literal(member.Value, of.Type)
			}
		}
	}
}

// given looks through the value of a variable.
func (u uses) given(v any, t *ast.Type) {
	switch v := v.(type) {
	case string:
		u.note(t.Name() + "." + v) // a coordinate only where the type is an enum
	case map[string]any:
		for name, value := range v {
			if of := u.member(t, name); of != nil {
				u.given(value, of.Type)
			}
		}
	default: // a list of one kind of value, where a single one stood for it
		if list := reflect.ValueOf(v); list.Kind() == reflect.Slice {
			for i := range list.Len() {
				u.given(list.Index(i).Interface(), itemOf(t))
			}
		}
	}
}

// member notes a field of an input and returns it; nil when there is none.
func (u uses) member(t *ast.Type, name string) *ast.FieldDefinition {
	input := u.schema.Types[t.Name()]
	if input == nil || input.Kind != ast.InputObject {
		return nil
	}
	of := input.Fields.ForName(name)
	if of != nil {
		u.note(input.Name + "." + name)
	}
	return of
}

// itemOf is the type of the items of a list; one item may stand for a list of it.
func itemOf(t *ast.Type) *ast.Type {
	if t.Elem != nil {
		return t.Elem
	}
	return t
}
