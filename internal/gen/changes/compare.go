package changes

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Kind says what a change does to clients.
type Kind string

// The kinds, the worst first.
const (
	// Breaking makes documents fail that were valid, or answers that clients cannot
	// read.
	Breaking Kind = "breaking"
	// Dangerous lets documents stay valid and may surprise a client.
	Dangerous Kind = "dangerous"
	// Deprecated says that something will go away.
	Deprecated Kind = "deprecated"
	// Added is new, and nobody has to know it.
	Added Kind = "added"
)

// Change is one difference between two schemas.
type Change struct {
	Kind Kind
	// Path is what has changed, such as Mutation.cartCreate or CartStatus.OPEN.
	Path string
	// What has become of it, in a few words.
	What string
}

// String is the change on one line, by which it is accepted.
func (c Change) String() string { return c.Path + " " + c.What }

// comparison gathers what differs.
type comparison struct {
	old, now *ast.Schema
	found    []Change
}

// Compare lists the differences from one schema to another in the order of their
// paths.
func Compare(from, to *ast.Schema) []Change {
	c := &comparison{old: from, now: to}
	for _, name := range slices.Sorted(maps.Keys(from.Types)) {
		if was := from.Types[name]; !was.BuiltIn {
			c.definition(was, to.Types[name])
		}
	}
	for _, name := range slices.Sorted(maps.Keys(to.Types)) {
		if is := to.Types[name]; !is.BuiltIn && from.Types[name] == nil {
			c.add(Added, name, "is there")
		}
	}
	for _, name := range slices.Sorted(maps.Keys(from.Directives)) {
		c.directive(from.Directives[name], to.Directives[name])
	}
	slices.SortStableFunc(c.found, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return c.found
}

func (c *comparison) add(k Kind, path, what string, args ...any) {
	c.found = append(c.found, Change{k, path, fmt.Sprintf(what, args...)})
}

func (c *comparison) definition(was, is *ast.Definition) {
	switch {
	case is == nil:
		c.add(Breaking, was.Name, "is gone")
	case was.Kind != is.Kind:
		c.add(Breaking, was.Name, "was %s and is %s", was.Kind, is.Kind)
	case is.Kind == ast.Enum:
		c.values(was, is)
	case is.Kind == ast.Union:
		c.members(was.Name, was.Types, is.Types, "may be")
	case is.Kind == ast.InputObject:
		c.inputs(was, is)
	default:
		c.members(was.Name, was.Interfaces, is.Interfaces, "implements")
		c.fields(was, is)
	}
}

// members compares the members of a union, or the interfaces of a type.
func (c *comparison) members(path string, was, is []string, verb string) {
	for _, name := range was {
		if !slices.Contains(is, name) {
			c.add(Breaking, path, "no longer %s %s", verb, name)
		}
	}
	for _, name := range is {
		if !slices.Contains(was, name) {
			c.add(Dangerous, path, "%s %s", verb, name)
		}
	}
}

func (c *comparison) values(was, is *ast.Definition) {
	for _, v := range was.EnumValues {
		now := is.EnumValues.ForName(v.Name)
		if now == nil {
			c.add(Breaking, was.Name+"."+v.Name, "is gone")
			continue
		}
		c.deprecation(was.Name+"."+v.Name, v.Directives, now.Directives)
	}
	for _, v := range is.EnumValues {
		if was.EnumValues.ForName(v.Name) == nil {
			c.add(Dangerous, was.Name+"."+v.Name, "is there")
		}
	}
}

func (c *comparison) fields(was, is *ast.Definition) {
	for _, f := range was.Fields {
		path := was.Name + "." + f.Name
		now := is.Fields.ForName(f.Name)
		if now == nil {
			c.add(Breaking, path, "is gone")
			continue
		}
		if f.Type.String() != now.Type.String() {
			c.add(unless(narrows(f.Type, now.Type), Breaking, Added), path, "was %s and is %s", f.Type, now.Type)
		}
		c.lock(path, f.Directives, now.Directives)
		c.deprecation(path, f.Directives, now.Directives)
		c.arguments(path, f.Arguments, now.Arguments)
	}
	for _, f := range is.Fields {
		if was.Fields.ForName(f.Name) == nil {
			c.add(Added, was.Name+"."+f.Name, "is there")
		}
	}
}

func unless(fine bool, otherwise, then Kind) Kind {
	if fine {
		return then
	}
	return otherwise
}

// narrows reports whether whoever reads the former type can read the new one.
func narrows(was, is *ast.Type) bool {
	if was.NonNull && !is.NonNull {
		return false
	}
	if was.Elem != nil || is.Elem != nil {
		return was.Elem != nil && is.Elem != nil && narrows(was.Elem, is.Elem)
	}
	return was.NamedType == is.NamedType
}

// widens reports whether whatever was sent for the former type fits the new one.
func widens(was, is *ast.Type) bool {
	if is.NonNull && !was.NonNull {
		return false
	}
	if is.Elem != nil {
		return was.Elem != nil && widens(was.Elem, is.Elem)
	}
	return was.Elem == nil && was.NamedType == is.NamedType
}

// entry is an argument or a field of an input.
type entry struct {
	name       string
	of         *ast.Type
	otherwise  *ast.Value
	directives ast.DirectiveList
}

func (e entry) isRequired() bool { return e.of.NonNull && e.otherwise == nil }

func (c *comparison) arguments(path string, was, is ast.ArgumentDefinitionList) {
	list := func(of ast.ArgumentDefinitionList) (entries []entry) {
		for _, a := range of {
			entries = append(entries, entry{a.Name, a.Type, a.DefaultValue, a.Directives})
		}
		return entries
	}
	c.entries(list(was), list(is), func(name string) string { return path + "(" + name + ")" })
}

func (c *comparison) inputs(was, is *ast.Definition) {
	list := func(of ast.FieldList) (entries []entry) {
		for _, f := range of {
			entries = append(entries, entry{f.Name, f.Type, f.DefaultValue, f.Directives})
		}
		return entries
	}
	c.entries(list(was.Fields), list(is.Fields), func(name string) string { return was.Name + "." + name })
}

func (c *comparison) entries(was, is []entry, path func(string) string) {
	for _, w := range was {
		at := slices.IndexFunc(is, func(e entry) bool { return e.name == w.name })
		if at < 0 {
			c.add(Breaking, path(w.name), "is gone")
			continue
		}
		now := is[at]
		if w.of.String() != now.of.String() {
			c.add(unless(widens(w.of, now.of), Breaking, Added), path(w.name), "took %s and takes %s", w.of, now.of)
		}
		if before, after := shown(w.otherwise), shown(now.otherwise); before != after && !now.isRequired() {
			c.add(Dangerous, path(w.name), "meant %s and means %s when it is left out", before, after)
		}
		c.deprecation(path(w.name), w.directives, now.directives)
	}
	for _, e := range is {
		if !slices.ContainsFunc(was, func(w entry) bool { return w.name == e.name }) {
			if e.isRequired() {
				c.add(Breaking, path(e.name), "is there and has to be given")
			} else {
				c.add(Dangerous, path(e.name), "is there")
			}
		}
	}
}

func shown(v *ast.Value) string {
	if v == nil {
		return "nothing"
	}
	return v.String()
}

// lock compares what a field asks for.
func (c *comparison) lock(path string, was, is ast.DirectiveList) {
	before, after := permission(was), permission(is)
	switch {
	case before == after:
	case after == "":
		c.add(Added, path, "asks for nothing any more")
	case before == "":
		c.add(Breaking, path, "asks for %s", after)
	default:
		c.add(Dangerous, path, "asked for %s and asks for %s", before, after)
	}
}

func permission(list ast.DirectiveList) string {
	if can := list.ForName("can"); can != nil && can.Arguments.ForName("do") != nil {
		return can.Arguments.ForName("do").Value.Raw
	}
	return ""
}

func (c *comparison) deprecation(path string, was, is ast.DirectiveList) {
	if d := is.ForName("deprecated"); d != nil && was.ForName("deprecated") == nil {
		why := ""
		if reason := d.Arguments.ForName("reason"); reason != nil {
			why = ": " + reason.Value.Raw
		}
		c.add(Deprecated, path, "is deprecated%s", why)
	}
}

func (c *comparison) directive(was, is *ast.DirectiveDefinition) {
	path := "@" + was.Name
	if is == nil {
		c.add(Breaking, path, "is gone")
		return
	}
	c.arguments(path, was.Arguments, is.Arguments)
	if was.IsRepeatable && !is.IsRepeatable {
		c.add(Breaking, path, "cannot be repeated any more")
	}
	for _, place := range was.Locations {
		if !slices.Contains(is.Locations, place) {
			c.add(Breaking, path, "can no longer stand on %s", place)
		}
	}
}
