package graph

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/etal-market/etal/authz"
	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/apikey"
	"github.com/etal-market/etal/domain/factor"
	"github.com/etal-market/etal/domain/fault"
)

// roots appends the root fields that an operation may ask for, whatever
// fragments they stand in and whether or not a condition leaves them out.
func roots(set ast.SelectionSet, found []*ast.Field) []*ast.Field {
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			found = append(found, s)
		case *ast.InlineFragment:
			found = roots(s.SelectionSet, found)
		case *ast.FragmentSpread:
			found = roots(s.Definition.SelectionSet, found)
		}
	}
	return found
}

// admitted refuses the whole operation of a session or a hat that lacks a
// second factor, and of an API key, when one of its root fields does not answer to
// such, and an operation that asks twice for something that could be guessed. What is not
// marked in the schema is refused, so a new field is closed by itself. Whoever views
// as a seller changes nothing, whatever the field.
func admitted(by actor.Actor, kind ast.Operation, fields []*ast.Field) *gqlerror.Error {
	if kind == ast.Mutation && by.IsViewing() && by.ReadOnly {
		return refusedBy(ErrViewAsReadOnly)
	}
	once := 0
	for _, f := range fields {
		if f.Name == "__typename" {
			continue
		}
		if f.Definition == nil {
			return coded(codeBadRequest, "This cannot be asked for.")
		}
		if f.Definition.Directives.ForName("once") != nil {
			once++
		}
		open, waiting := answersBefore(f.Definition)
		switch {
		case by.Role == actor.Pending && !waiting:
			return refusedBy(factor.ErrPending)
		case by.FactorMissing && !open:
			return refusedBy(factor.ErrRequired)
		case by.KeyID != "" && !answersKeys(f):
			return refusedBy(apikey.ErrPerson)
		}
	}
	if once > 1 {
		return coded(codeBadUserInput, "A request holds one attempt to show a factor.")
	}
	return nil
}

// answersBefore reads @beforeFactor: whether a root field answers to a hat
// without the factor that it demands, and to a session that waits for it.
func answersBefore(d *ast.FieldDefinition) (open, waiting bool) {
	mark := d.Directives.ForName("beforeFactor")
	if mark == nil {
		return false, false
	}
	pending := mark.Arguments.ForName("pending")
	return true, pending != nil && pending.Value.Raw == "true"
}

// bindsSeller reports whether an operation changes something for whom the hat acts
// for: one of its fields has a lock. What is public is about the person: to accept,
// to sign out, to show a factor. Whoever does not accept may still leave, so closing
// the seller does not count.
func bindsSeller(fields []*ast.Field) bool {
	return slices.ContainsFunc(fields, func(f *ast.Field) bool {
		if f.Name == "__typename" {
			return false
		}
		lock := f.Definition.Directives.ForName("can")
		return lock != nil && lock.Arguments.ForName("do").Value.Raw != string(authz.SellerClose)
	})
}

// answersKeys reports whether a root field may be asked for with an API key: what
// has a lock is left to it, and of the rest whatever reads and is not marked
// @person. So a new mutation that is public is closed to keys by itself.
func answersKeys(f *ast.Field) bool {
	if f.Definition.Directives.ForName("can") != nil {
		return true
	}
	return f.ObjectDefinition.Name == "Query" && f.Definition.Directives.ForName("person") == nil
}

func refusedBy(f *fault.Fault) *gqlerror.Error {
	return &gqlerror.Error{Err: f, Message: f.Message}
}
