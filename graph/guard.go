package graph

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
)

// The limits of a document. They are checked before it is validated, because
// validation itself takes time that grows with the square of the document.
const (
	depthMax      = 18
	fieldsMax     = 500 // after expanding fragments
	selectionMax  = 150 // in one selection set
	aliasesMax    = 60
	rootsMax      = 40
	mutationsMax  = 10
	passwordsMax  = 1 // fields that try or set a password, in one request
	directivesMax = 5 // in one place
	operationsMax = 10
	fragmentsMax  = 60
	variablesMax  = 60
)

// guard refuses documents that are too large. A verdict of yes is remembered:
// first-party clients send the same documents again and again.
type guard struct{ passed graphql.Cache[bool] }

var _ graphql.OperationParameterMutator = (*guard)(nil)

// ExtensionName implements graphql.HandlerExtension.
func (*guard) ExtensionName() string { return "EtalGuard" }

// Validate implements graphql.HandlerExtension.
func (*guard) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationParameters implements graphql.OperationParameterMutator.
func (g *guard) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	if yes, ok := g.passed.Get(ctx, p.Query); ok && yes {
		return nil
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, tokenLimit)
	if err != nil {
		return nil //nolint:nilerr // the executor parses it again and says what is wrong
	}
	if what := tooLarge(doc); what != "" {
		return coded(codeOperationTooLarge, "This document has too many "+what+".")
	}
	g.passed.Add(ctx, p.Query, true)
	return nil
}

// tooLarge says what a document has too much of; "" when it is within limits.
func tooLarge(doc *ast.QueryDocument) string {
	if len(doc.Operations) > operationsMax {
		return "operations"
	}
	if len(doc.Fragments) > fragmentsMax {
		return "fragments"
	}
	m := measurer{fragments: map[string]*ast.FragmentDefinition{}, known: map[string]size{}}
	for _, f := range doc.Fragments {
		m.fragments[f.Name] = f
	}
	for _, op := range doc.Operations {
		if len(op.VariableDefinitions) > variablesMax {
			return "variables"
		}
		s := m.selection(op.SelectionSet)
		limit := rootsMax
		if op.Operation == ast.Mutation {
			limit = mutationsMax
		}
		if len(op.SelectionSet) > limit || s.roots > limit {
			return "root fields"
		}
		if what := s.over(); what != "" {
			return what
		}
	}
	return m.wide
}

// size is what a selection comes to after expanding its fragments.
type size struct {
	depth, fields, aliases, roots, passwords int
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
	}
}

// measurer measures each fragment once, however often it is spread.
type measurer struct {
	fragments map[string]*ast.FragmentDefinition
	known     map[string]size
	wide      string // what a single place has too much of
}

func (m *measurer) selection(set ast.SelectionSet) size {
	if len(set) > selectionMax {
		m.wide = "fields in one selection"
	}
	var total size
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			total = total.plus(m.field(s))
		case *ast.InlineFragment:
			m.directives(s.Directives)
			total = total.plus(m.selection(s.SelectionSet))
		case *ast.FragmentSpread:
			m.directives(s.Directives)
			total = total.plus(m.fragment(s.Name))
		}
	}
	return total
}

func (m *measurer) field(f *ast.Field) size {
	m.directives(f.Directives)
	s := m.selection(f.SelectionSet)
	s.depth, s.fields, s.roots = s.depth+1, s.fields+1, 1
	if f.Alias != f.Name {
		s.aliases++
	}
	if attempts(f.Name, nil) {
		s.passwords++
	}
	return s
}

// fragment measures a fragment. One that contains itself counts nothing here:
// validation refuses it.
func (m *measurer) fragment(name string) size {
	if s, ok := m.known[name]; ok {
		return s
	}
	m.known[name] = size{}
	f, ok := m.fragments[name]
	if !ok {
		return size{}
	}
	s := m.selection(f.SelectionSet)
	m.known[name] = s
	return s
}

func (m *measurer) directives(list ast.DirectiveList) {
	if len(list) > directivesMax {
		m.wide = "directives in one place"
	}
}

// coded returns an error of the door, which the presenter passes on.
func coded(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}
