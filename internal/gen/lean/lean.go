package main

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"maps"
	"slices"
	"strings"
)

// edit replaces a node of a file.
type edit struct {
	file     string
	from, to int
	text     string
}

// lean returns the files as they are to be, and one more of the given name; nothing
// when they are lean already.
func lean(files map[string]string, extra string) (map[string]string, error) {
	files = maps.Clone(files)
	delete(files, extra)
	s, err := readSource(files)
	if err != nil {
		return nil, err
	}
	if len(s.groups) == 0 {
		return nil, nil
	}
	plain := s.plainTypes()
	var edits []edit
	for _, call := range s.groups {
		edits = append(edits, s.replace(call, "graphql.DeferredGroup{}"))
	}
	if s.context != nil {
		for _, call := range s.collects {
			edits = append(edits, s.replace(call, fmt.Sprintf("ec.collect(%s, %s)", s.text(call.Args[1]), s.text(call.Args[2]))))
		}
		edits = append(edits, s.replace(s.context, strings.TrimSuffix(s.text(s.context), "}")+"\n\tcollected collected\n}"))
	}
	for _, of := range sorted(s.fields) {
		for _, name := range sorted(s.fields[of]) {
			if e, ok := s.leanField(s.fields[of][name], plain); ok {
				edits = append(edits, e)
			}
		}
	}
	used := map[string]bool{}
	for _, l := range s.lists {
		if e, ok := s.leanList(l, plain, used); ok {
			edits = append(edits, e)
		}
	}
	written := s.apply(edits)
	written[extra] = s.helpers(plain, used)
	for name, text := range written {
		text, err := withoutUnused(name, text)
		if err != nil {
			return nil, err
		}
		formatted, err := format.Source([]byte(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		written[name] = string(formatted)
	}
	return written, nil
}

// plainTypes are the objects all of whose fields are plain: all there are, less
// those that have another field, again and again until none goes.
func (s *source) plainTypes() map[string]bool {
	plain := map[string]bool{}
	for of := range s.fields {
		plain[of] = true
	}
	for before := -1; before != len(plain); {
		before = len(plain)
		for of := range plain {
			for _, f := range s.fields[of] {
				if !s.isPlain(f, plain) {
					delete(plain, of)
					break
				}
			}
		}
	}
	return plain
}

// isPlain reports whether a field needs no context: it cannot fail, nor can
// anything under it.
func (s *source) isPlain(f *field, plain map[string]bool) bool {
	return f.value != "" && s.writesPlainly(f.marshal, plain)
}

func (s *source) writesPlainly(name string, plain map[string]bool) bool {
	m := s.marshals[name]
	switch {
	case m == nil:
		return false
	case m.element != "":
		return !m.canFail && s.elementsArePlain(m.element, plain)
	case m.of != "":
		return plain[m.of] && !m.canFail
	default:
		return m.callee != "" && (!m.canFail || neverNull(m.callee))
	}
}

// elementsArePlain is writesPlainly for the elements of a list, none of which is
// nil where pointers must not be: no reader of ours makes such a list.
func (s *source) elementsArePlain(name string, plain map[string]bool) bool {
	m := s.marshals[name]
	return m != nil && (m.of != "" && plain[m.of] || m.of == "" && s.writesPlainly(name, plain))
}

// neverNull reports whether a function makes text of every value.
func neverNull(callee string) bool {
	switch callee {
	case "graphql.MarshalString", "graphql.MarshalBoolean", "graphql.MarshalInt64", "graphql.MarshalID",
		"model.MarshalInt", "model.MarshalInt64", "model.MarshalBigInt":
		return true
	default:
		return false
	}
}

// leanField answers a plain field at once. One that only fails when its value is
// null is answered at once unless it is.
func (s *source) leanField(f *field, plain map[string]bool) (edit, bool) {
	if f.value == "" {
		return edit{}, false
	}
	m := s.marshals[f.marshal]
	switch {
	case s.isPlain(f, plain):
		return s.replace(f.body, fmt.Sprintf("{\nreturn ec.%s(ctx, field.Selections, %s)\n}", f.marshal, f.value)), true
	case m != nil && m.callee != "" && m.plainArg && m.canFail && !m.isRef && s.imports(f.body, m.callee):
		quick := fmt.Sprintf("{\nif res := %s(%s); res != graphql.Null {\nreturn res\n}\n", m.callee, f.value)
		return s.replace(f.body, quick+strings.TrimPrefix(s.text(f.body), "{\n")), true
	default:
		return edit{}, false
	}
}

// leanList writes a list in one goroutine when only plain fields of its objects
// are asked for.
func (s *source) leanList(l *list, plain, used map[string]bool) (edit, bool) {
	m := s.marshals[l.element]
	if m == nil || m.of == "" || !slices.ContainsFunc(sorted(s.fields[m.of]), func(name string) bool {
		return s.isPlain(s.fields[m.of][name], plain)
	}) {
		return edit{}, false
	}
	used[m.of] = true
	condition := fmt.Sprintf("onlyLean(sel, lean%s)", m.of)
	if l.isOfRefs {
		condition += " && allSet(v)"
	}
	return s.replace(l.statement, fmt.Sprintf(`var ret graphql.Array
	if %s {
		ret = make(graphql.Array, len(v))
		for i := range v {
			ret[i] = ec.%s(ctx, sel, v[i])
		}
	} else {
		%s
	}`, condition, l.element, strings.Replace(s.text(l.statement), ":=", "=", 1))), true
}

func (s *source) replace(n ast.Node, text string) edit {
	from, to := s.positions.Position(n.Pos()), s.positions.Position(n.End())
	return edit{file: from.Filename, from: from.Offset, to: to.Offset, text: text}
}

// apply makes the edits, from the end of each file to its beginning.
func (s *source) apply(edits []edit) map[string]string {
	slices.SortFunc(edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(b.from, a.from))
	})
	written := maps.Clone(s.texts)
	for _, e := range edits {
		written[e.file] = written[e.file][:e.from] + e.text + written[e.file][e.to:]
	}
	return written
}

// helpers is what the edited files call, and what they would say themselves if the
// library did.
const helpers = `// Code generated by internal/gen/lean; DO NOT EDIT.

package exec

import (
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// collected is which fields are asked for of the objects of one operation: found out
// once for each place in it.
type collected struct {
	mu     sync.RWMutex
	fields map[place][]graphql.CollectedField
}

// place is a selection for objects of a type, by where both are in memory.
type place struct {
	first *ast.Selection
	n     int
	of    *string
}

func (ec *executionContext) collect(sel ast.SelectionSet, of []string) []graphql.CollectedField {
	if len(sel) == 0 || len(of) == 0 {
		return graphql.CollectFields(ec.OperationContext, sel, of)
	}
	at := place{&sel[0], len(sel), &of[0]}
	c := &ec.collected
	c.mu.RLock()
	fields, ok := c.fields[at]
	c.mu.RUnlock()
	if ok {
		return fields
	}
	fields = graphql.CollectFields(ec.OperationContext, sel, of)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fields == nil {
		c.fields = map[place][]graphql.CollectedField{}
	}
	c.fields[at] = fields
	return fields
}

// onlyLean reports whether of an object only plain fields are asked for.
func onlyLean(sel ast.SelectionSet, lean func(name string) bool) bool {
	for _, s := range sel {
		switch s := s.(type) {
		case *ast.Field:
			if !lean(s.Name) {
				return false
			}
		case *ast.InlineFragment:
			if !onlyLean(s.SelectionSet, lean) {
				return false
			}
		case *ast.FragmentSpread:
			if s.Definition == nil || !onlyLean(s.Definition.SelectionSet, lean) {
				return false
			}
		}
	}
	return true
}

// allSet reports whether no pointer is nil.
func allSet[T any](v []*T) bool {
	for _, p := range v {
		if p == nil {
			return false
		}
	}
	return true
}
`

// helpers is the file of what lists are asked about.
func (s *source) helpers(plain, used map[string]bool) string {
	var b strings.Builder
	b.WriteString(helpers)
	for _, of := range sorted(used) {
		names := []string{`"__typename"`}
		for _, name := range sorted(s.fields[of]) {
			if s.isPlain(s.fields[of][name], plain) {
				names = append(names, fmt.Sprintf("%q", name))
			}
		}
		fmt.Fprintf(&b, "\nfunc lean%s(name string) bool {\nswitch name {\ncase %s:\nreturn true\n}\nreturn false\n}\n", of, strings.Join(names, ", "))
	}
	return b.String()
}
