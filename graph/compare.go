package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
)

// comparer counts what the rule compares that fields of one name can be merged: each
// pair of fields of one response name that may meet, whatever fragments they stand
// in, and each pair of spreads. A pair in an inline fragment is compared once more for
// each inline fragment around it. The sum is an upper bound, but for a factor of two:
// what was compared as exclusive may be compared again as not.
//
// It stops counting above stepsMax, so that counting is not what takes long.
type comparer struct {
	fragments map[string]*ast.FragmentDefinition
	steps     int
}

// response is a place in an answer, and what is asked for there.
type response struct {
	fields, spreads int
	below           map[string]*response
}

func (r *response) at(name string) *response {
	next, ok := r.below[name]
	if !ok {
		if r.below == nil {
			r.below = map[string]*response{}
		}
		next = &response{}
		r.below[name] = next
	}
	return next
}

// comparisons counts the pairs of a document without circles: from each operation and
// from each fragment, since validation begins anew at each.
func (m *measurer) comparisons(doc *ast.QueryDocument) int {
	c := comparer{fragments: m.fragments}
	for _, op := range doc.Operations {
		c.add(op.SelectionSet, &response{}, 1)
	}
	for _, f := range doc.Fragments {
		c.add(f.SelectionSet, &response{}, 1)
	}
	return c.steps
}

// add adds a selection to a place. It is compared so many times.
func (c *comparer) add(set ast.SelectionSet, at *response, times int) {
	for _, selected := range set {
		if c.steps > stepsMax {
			return
		}
		switch s := selected.(type) {
		case *ast.Field:
			next := at.at(s.Alias)
			c.steps += next.fields * times * weightOf(s)
			next.fields++
			c.add(s.SelectionSet, next, times)
		case *ast.InlineFragment:
			c.add(s.SelectionSet, at, times+1)
		case *ast.FragmentSpread:
			c.steps += at.spreads * times
			at.spreads++
			if f, ok := c.fragments[s.Name]; ok {
				c.add(f.SelectionSet, at, times)
			}
		}
	}
}

// weightOf is how much it is to compare a field with another one like it: each
// argument is looked for among those of the other one, with its value.
func weightOf(f *ast.Field) int {
	values := 0
	for _, argument := range f.Arguments {
		values += valuesIn(argument.Value)
	}
	return 1 + len(f.Arguments)*values
}
