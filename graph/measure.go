package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
)

// textStep is how many bytes of a text in a document count as one step.
const textStep = 100

// size is what a selection comes to after expanding its fragments.
type size struct {
	depth, fields, aliases, roots, passwords int
	// steps are the fields, spreads, directives, arguments and values to walk.
	steps int
}

func (s size) over() string {
	switch {
	case s.depth > depthMax:
		return "levels"
	case s.fields > fieldsMax:
		return "fields"
	case s.aliases > aliasesMax:
		return "aliases"
	case s.passwords > passwordsMax:
		return "sign-ins"
	}
	return ""
}

// plus adds the size of something that stands beside s. Sums stop growing well
// above every limit, so that doubling fragments cannot overflow them.
func (s size) plus(o size) size {
	const enough = 1 << 20
	return size{
		depth:     max(s.depth, o.depth),
		fields:    min(s.fields+o.fields, enough),
		aliases:   min(s.aliases+o.aliases, enough),
		roots:     min(s.roots+o.roots, enough),
		passwords: min(s.passwords+o.passwords, enough),
		steps:     min(s.steps+o.steps, enough),
	}
}

// measurer measures each fragment once, however often it is spread.
type measurer struct {
	fragments map[string]*ast.FragmentDefinition
	known     map[string]size
	measuring map[string]bool
	circle    bool   // a fragment contains itself
	wide      string // what a single place has too much of
	// steps are those of the whole document, longest is its longest name in bytes, and
	// nested how many lists and objects stand in each other in a value or a type.
	steps, longest, nested int
}

func newMeasurer(doc *ast.QueryDocument) *measurer {
	m := &measurer{fragments: map[string]*ast.FragmentDefinition{}, known: map[string]size{}, measuring: map[string]bool{}}
	for _, f := range doc.Fragments {
		if _, twice := m.fragments[f.Name]; !twice { // as validation does: the first one counts
			m.fragments[f.Name] = f
		}
	}
	return m
}

// tooLarge says what a document has too much of; "" when it is within limits.
func (m *measurer) tooLarge(doc *ast.QueryDocument) string {
	if len(doc.Operations) > operationsMax {
		return "operations"
	}
	if len(doc.Fragments) > fragmentsMax {
		return "fragments"
	}
	for _, op := range doc.Operations {
		s, what := m.operation(op)
		if what != "" {
			return what
		}
		m.steps += s.steps
	}
	for _, f := range doc.Fragments { // all are validated, spread or not, and those of one name too
		s := m.definition(f)
		if what := s.over(); what != "" {
			return what
		}
		m.steps += s.steps
	}
	switch {
	case m.wide != "" || m.circle:
		return m.wide
	case m.longest > lettersMax:
		return "letters in one name"
	case m.nested > nestingMax:
		return "levels in one value"
	case m.steps > stepsMax: // there is no need to count what is compared
		return "steps of validation"
	}
	if m.steps += m.comparisons(doc); m.steps > stepsMax {
		return "steps of validation"
	}
	return ""
}

func (m *measurer) operation(op *ast.OperationDefinition) (size, string) {
	if len(op.VariableDefinitions) > variablesMax {
		return size{}, "variables"
	}
	m.name(op.Name)
	s := m.selection(op.SelectionSet)
	s.steps += m.directives(op.Directives)
	for _, v := range op.VariableDefinitions {
		m.name(v.Variable)
		m.listed(v.Type)
		s.steps += 1 + m.directives(v.Directives)
		if v.DefaultValue != nil {
			s.steps += m.value(v.DefaultValue, 1)
		}
	}
	limit := rootsMax
	if op.Operation == ast.Mutation {
		limit = mutationsMax
	}
	if len(op.SelectionSet) > limit || s.roots > limit {
		return s, "root fields"
	}
	return s, s.over()
}

func (m *measurer) selection(set ast.SelectionSet) size {
	if len(set) > selectionMax {
		m.wide = "fields in one selection"
	}
	var total size
	for _, selected := range set {
		var one size
		switch s := selected.(type) {
		case *ast.Field:
			one = m.field(s)
		case *ast.InlineFragment:
			m.name(s.TypeCondition)
			one = m.selection(s.SelectionSet)
			one.depth++
			one.steps += 1 + m.directives(s.Directives)
		case *ast.FragmentSpread:
			one = m.fragment(s.Name)
			one.steps += 1 + m.directives(s.Directives)
		}
		total = total.plus(one)
	}
	return total
}

func (m *measurer) field(f *ast.Field) size {
	m.name(f.Name)
	m.name(f.Alias)
	s := m.selection(f.SelectionSet)
	s.depth, s.fields, s.roots = s.depth+1, s.fields+1, 1
	s.steps += 1 + m.directives(f.Directives) + m.arguments(f.Arguments)
	if f.Alias != f.Name {
		s.aliases++
	}
	if attempts(f.Name, nil) {
		s.passwords++
	}
	return s
}

// fragment measures a fragment that is spread. One that there is not counts as a
// field, since spreads are compared as fields are.
func (m *measurer) fragment(name string) size {
	m.name(name)
	if m.measuring[name] {
		m.circle = true
		return size{}
	}
	if s, ok := m.known[name]; ok {
		return s
	}
	f, ok := m.fragments[name]
	if !ok {
		return size{fields: 1}
	}
	m.measuring[name] = true
	s := m.definition(f)
	delete(m.measuring, name)
	m.known[name] = s
	return s
}

func (m *measurer) definition(f *ast.FragmentDefinition) size {
	m.name(f.Name)
	m.name(f.TypeCondition)
	s := m.selection(f.SelectionSet)
	s.steps += 1 + m.directives(f.Directives)
	return s
}

func (m *measurer) directives(list ast.DirectiveList) int {
	if len(list) > directivesMax {
		m.wide = "directives in one place"
	}
	steps := 0
	for _, d := range list {
		m.name(d.Name)
		steps += 1 + m.arguments(d.Arguments)
	}
	return steps
}

func (m *measurer) arguments(list ast.ArgumentList) int {
	steps := 0
	for _, a := range list {
		m.name(a.Name)
		steps += 1 + m.value(a.Value, 1)
	}
	return steps
}

// value counts a value and what it holds. Long texts count for more: they are
// copied to be looked at.
func (m *measurer) value(v *ast.Value, level int) int {
	m.nested = max(m.nested, level)
	if v.Kind == ast.Variable || v.Kind == ast.EnumValue {
		m.name(v.Raw)
	}
	steps := 1 + len(v.Raw)/textStep
	for _, child := range v.Children {
		m.name(child.Name)
		steps += m.value(child.Value, level+1)
	}
	return steps
}

// listed looks at how many lists a type is in: it is written out for each place that
// it does not fit.
func (m *measurer) listed(t *ast.Type) {
	level := 1
	for ; t.Elem != nil; t = t.Elem {
		level++
	}
	m.nested = max(m.nested, level)
	m.name(t.NamedType)
}

func (m *measurer) name(text string) { m.longest = max(m.longest, len(text)) }
