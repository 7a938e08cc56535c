package graph

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/live"
	"github.com/etal-market/etal/domain/page"
)

// What the parts of a request cost. An object costs 1 and a scalar nothing; a
// connection costs 2 and its page times an item.
const (
	costMutation   = 10
	costConnection = 2
	// costList is what a plain list, whose bound the schema only describes,
	// counts as.
	costList = 5
	// costIntrospection is what reading the schema counts as, however much of it:
	// the schema is in memory, and validation refuses to read it in circles.
	costIntrospection = 1000
	// costSearch is what looking for words, or counting by facets, counts as
	// besides: up to a thousand matches are looked at, however few are asked for.
	costSearch = 100
	// searchesMax is how many of them one request may ask for.
	searchesMax = 5
	// costEnough is where a cost stops growing, far above every limit.
	costEnough = 1 << 30
)

// checker looks at a valid operation with its variables, before it runs.
type checker struct {
	introspection func(context.Context) bool
	costMax       int
	schema        *ast.Schema
	// overdue refuses an owner who has not accepted the seller terms in time.
	overdue func(context.Context, actor.Actor) error
}

var _ graphql.OperationContextMutator = checker{}

// ExtensionName implements graphql.HandlerExtension.
func (checker) ExtensionName() string { return "EtalChecker" }

// Validate implements graphql.HandlerExtension.
func (checker) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator.
func (c checker) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if refused := strict(c.schema, op); refused != nil {
		return refused
	}
	if op.Operation.Operation == ast.Subscription && !streams(ctx) {
		return refusedBy(live.ErrNoStream)
	}
	op.DisableIntrospection = !c.introspection(ctx)
	if refused := introspects(op.Operation.SelectionSet, !op.DisableIntrospection); refused != nil {
		return refused
	}
	fields := roots(op.Operation.SelectionSet, nil)
	if refused := admitted(actor.From(ctx), op.Operation.Operation, fields); refused != nil {
		return refused
	}
	if op.Operation.Operation == ast.Mutation && bindsSeller(fields) {
		if err := c.overdue(ctx, actor.From(ctx)); err != nil {
			return &gqlerror.Error{Err: err, Message: err.Error()}
		}
	}
	if countSearches(fields, op.Variables) > searchesMax {
		return coded(codeOperationTooLarge, "This document has too many searches.")
	}
	cost := c.cost(op.Operation.SelectionSet, op.Variables)
	op.Stats.SetExtension(costStats, costs{requested: max(cost, 1), floor: c.floor(op.Operation, op.Variables)})
	if cost > min(c.costMax, costMaxOf(actor.From(ctx))) {
		return coded(codeCostLimit, "This request costs too much. Ask for smaller pages or fewer fields.")
	}
	return nil
}

// hasNUL reports whether a variable holds text with a NUL character, which
// PostgreSQL cannot store.
func hasNUL(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.ContainsRune(v, 0)
	case []any:
		for _, item := range v {
			if hasNUL(item) {
				return true
			}
		}
	case map[string]any:
		for _, item := range v {
			if hasNUL(item) {
				return true
			}
		}
	}
	return false
}

// cost estimates what a selection costs from the sizes of the pages it asks
// for. The guard has bounded how much there is to walk.
func (c checker) cost(set ast.SelectionSet, variables map[string]any) int {
	total := 0
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			total += c.fieldCost(s, variables)
		case *ast.InlineFragment:
			total += c.cost(s.SelectionSet, variables)
		case *ast.FragmentSpread:
			total += c.cost(s.Definition.SelectionSet, variables)
		}
		total = min(total, costEnough)
	}
	return total
}

func (c checker) fieldCost(f *ast.Field, variables map[string]any) int {
	if f.Name == "__schema" || f.Name == "__type" {
		return costIntrospection
	}
	definition := f.Definition
	if definition == nil || c.schema.Types[definition.Type.Name()].IsLeafType() {
		return 0
	}
	base, times := 1, 1
	switch args := f.ArgumentMap(variables); {
	case f.ObjectDefinition == c.schema.Mutation:
		base = costMutation
		if attempts(f.Name, definition) {
			base += costAttempt
		}
	case definition.Arguments.ForName("first") != nil:
		base, times = costConnection, pageSize(args)
	case definition.Arguments.ForName("ids") != nil:
		ids, _ := args["ids"].([]any)
		times = max(len(ids), 1)
	case definition.Type.Elem != nil && !strings.HasSuffix(f.ObjectDefinition.Name, "Connection"):
		times = costList
	}
	if searches(f, variables) {
		base += costSearch
	}
	return min(base+times*(1+c.cost(f.SelectionSet, variables)), costEnough)
}

func countSearches(fields []*ast.Field, variables map[string]any) int {
	n := 0
	for _, f := range fields {
		if searches(f, variables) {
			n++
		}
	}
	return n
}

// searches reports whether a field looks for words, in the catalogue or anywhere,
// or counts what it finds there.
func searches(f *ast.Field, variables map[string]any) bool {
	if f.Name == "search" && f.Definition != nil && f.Definition.Arguments.ForName("text") != nil {
		return true
	}
	if f.Definition == nil || f.Definition.Arguments.ForName("filter") == nil {
		return false
	}
	if f.Name == "productSearch" {
		return true
	}
	filter, _ := f.ArgumentMap(variables)["filter"].(map[string]any)
	query, _ := filter["query"].(string)
	return query != ""
}

// pageSize reads how many items a connection is asked for. What is out of
// bounds is refused by the resolver.
func pageSize(args map[string]any) int {
	for _, name := range []string{"first", "last"} {
		if v, ok := args[name]; ok && v != nil {
			if n, err := graphql.UnmarshalInt64(v); err == nil {
				return int(min(max(n, 0), page.MaxSize))
			}
		}
	}
	return page.DefaultSize
}
