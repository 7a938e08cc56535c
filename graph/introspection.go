package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// schemaReads is what an operation reads of the schema. `__typename` is everybody's
// and does not count.
type schemaReads struct {
	times int
	// deepest is how deep lists of members, such as the fields of a type, stand in each
	// other. Tools ask for one; in two the schema is answered once for each field.
	deepest int
	// renamed is whether something is read under another name, which lets it be read
	// again and again; tools do not.
	renamed bool
}

// introspects refuses an operation that reads the schema: any where that is closed, and
// elsewhere one that reads it twice, under other names, or in circles.
func introspects(set ast.SelectionSet, open bool) *gqlerror.Error {
	var reads schemaReads
	reads.add(set, false, 0)
	switch {
	case reads.times == 0:
		return nil
	case !open:
		return coded(codeIntrospectionDisabled, "Introspection is closed.")
	case reads.times > 1 || reads.deepest > 1 || reads.renamed:
		return coded(codeOperationTooLarge, "Read the schema once, without aliases, and fields of types not within each other.")
	}
	return nil
}

func (r *schemaReads) add(set ast.SelectionSet, within bool, lists int) {
	for _, selected := range set {
		switch s := selected.(type) {
		case *ast.Field:
			below, inside := lists, within
			switch s.Name {
			case "__schema", "__type":
				r.times++
				inside = true
			case "fields", "inputFields", "interfaces", "possibleTypes":
				below++
			}
			if inside {
				r.deepest, r.renamed = max(r.deepest, below), r.renamed || s.Alias != s.Name
			} else {
				below = 0
			}
			r.add(s.SelectionSet, inside, below)
		case *ast.InlineFragment:
			r.add(s.SelectionSet, within, lists)
		case *ast.FragmentSpread:
			r.add(s.Definition.SelectionSet, within, lists)
		}
	}
}
