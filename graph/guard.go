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
	depthMax      = 18  // of fields and inline fragments
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
	lettersMax    = 200 // letters
	// stepsMax is how much there may be to do for validation, which walks what
	// fragments share again from each place that reaches it, and compares pairs of
	// fields that answer under one name; see measurer and comparer.
	stepsMax = 20_000
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
	if refused := guarded(doc); refused != nil {
		return refused
	}
	g.passed.Add(ctx, p.Query, true)
	return nil
}

// guarded says why a document is not even validated; nil when it may be.
func guarded(doc *ast.QueryDocument) *gqlerror.Error {
	m := newMeasurer(doc)
	what := m.tooLarge(doc)
	switch {
	case m.circle:
		return coded(codeValidationFailed, "A fragment spreads itself.")
	case what != "":
		return coded(codeOperationTooLarge, "This document has too many "+what+".")
	}
	return nil
}

// coded returns an error of the door, which the presenter passes on.
func coded(code, message string) *gqlerror.Error {
	return &gqlerror.Error{Message: message, Extensions: map[string]any{"code": code}}
}
