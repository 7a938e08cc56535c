package graph

import (
	"fmt"
	"maps"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"github.com/etal-market/etal/domain/page"
)

// Limit is a bound of what one request may hold.
type Limit struct {
	What  string
	Value int
	// Unit is what is counted; empty for plain numbers.
	Unit string
}

// stepsCounted says what steps of validation are.
const stepsCounted = "fields, spreads, directives, arguments and values, for each operation and each fragment that reaches them, and pairs of fields that answer under one name in one place"

// searchedBy says which fields look through the catalogue.
const searchedBy = "`search`, `productSearch`, and `products` with words"

// Limits lists the bounds of a document and of a request, for whoever writes
// documents. What is over one is refused before it is validated or executed.
func Limits() []Limit {
	return []Limit{
		{"the body of a request", bodyMax >> 10, "KiB"},
		{"the address of a request", urlMax >> 10, "KiB"},
		{"levels of JSON in the body, and in a value or a type of a document", nestingMax, ""},
		{"values of JSON in the body", valuesMax, ""},
		{"tokens of a document", tokenLimit, ""},
		{"levels of fields and inline fragments, through fragments", depthMax, ""},
		{"fields, after expanding fragments", fieldsMax, ""},
		{"fields in one selection", selectionMax, ""},
		{"aliases", aliasesMax, ""},
		{"root fields of a query", rootsMax, ""},
		{"root fields of a mutation", mutationsMax, ""},
		{"searches: " + searchedBy, searchesMax, ""},
		{"fields that try or set a password or show a factor", passwordsMax, ""},
		{"directives in one place", directivesMax, ""},
		{"operations in a document", operationsMax, ""},
		{"fragments in a document", fragmentsMax, ""},
		{"variables of an operation", variablesMax, ""},
		{"letters in one name", lettersMax, ""},
		{"reads of the schema, for whom it is open, without aliases; lists of its fields or types in each other", 1, ""},
		{"steps of validation: " + stepsCounted, stepsMax, ""},
		{"items of a page, and ids of nodes", page.MaxSize, ""},
		{"cost of a request with a session, or of a stranger", costMaxSession, "points"},
		{"cost of a request with an API key", costMax, "points"},
		{"errors in an answer", errorsMax, ""},
		{"time that a request may take", int(timeoutMax.Seconds()), "seconds"},
	}
}

// Scale measures documents as the API measures them.
type Scale struct{ schema *ast.Schema }

// NewScale returns a scale for the schema that is served.
func NewScale() Scale { return Scale{newSchema(Config{}.withDefaults()).Schema()} }

// Measured is how large a document with one operation is, and what it costs.
type Measured struct {
	Name      string
	Operation ast.Operation
	// Cost is what is charged before it runs, in points; a part may be given back.
	Cost                                                                                     int
	Tokens, Depth, Fields, Selection, Aliases, Roots, Searches, Passwords, Fragments, Inputs int
}

// Measure measures a document with its variables; a page whose size they do not
// give is the default page. It returns an error for a document that is not valid,
// and for one without exactly one operation.
func (s Scale) Measure(text string, variables map[string]any) (Measured, error) {
	doc, errs := gqlparser.LoadQueryWithRules(s.schema, text, rules.NewDefaultRules())
	if len(errs) > 0 {
		return Measured{}, fmt.Errorf("validate a document: %w", errs)
	}
	if len(doc.Operations) != 1 {
		return Measured{}, fmt.Errorf("%d operations in one document", len(doc.Operations))
	}
	op := doc.Operations[0]
	m := newMeasurer(doc)
	variables = withDefaults(op, variables)
	of := m.selection(op.SelectionSet)
	c := checker{schema: s.schema}
	return Measured{
		Name: op.Name, Operation: op.Operation, Cost: max(c.cost(op.SelectionSet, variables), 1), Tokens: tokensOf(text),
		Depth: of.depth, Fields: of.fields, Selection: widest(doc), Aliases: of.aliases, Roots: of.roots, Searches: countSearches(roots(op.SelectionSet, nil), variables), Passwords: of.passwords,
		Fragments: len(doc.Fragments), Inputs: len(op.VariableDefinitions),
	}, nil
}

// withDefaults is variables with what the document says for those that are left out,
// as the server reads them. Defaults that are no values are refused by validation.
func withDefaults(op *ast.OperationDefinition, variables map[string]any) map[string]any {
	all := map[string]any{}
	for _, v := range op.VariableDefinitions {
		if v.DefaultValue == nil {
			continue
		}
		if value, err := v.DefaultValue.Value(nil); err == nil {
			all[v.Variable] = value
		}
	}
	maps.Copy(all, variables)
	return all
}

// Over lists what a document has more of than a share of what is allowed, such as
// 2 for half.
func (m Measured) Over(share int) (over []string) {
	roots := rootsMax
	if m.Operation == ast.Mutation {
		roots = mutationsMax
	}
	for _, l := range []struct {
		what        string
		has, limits int
	}{
		{"tokens", m.Tokens, tokenLimit},
		{"levels", m.Depth, depthMax},
		{"fields", m.Fields, fieldsMax},
		{"fields in one selection", m.Selection, selectionMax},
		{"aliases", m.Aliases, aliasesMax},
		{"root fields", m.Roots, roots},
		{"searches", m.Searches, searchesMax},
		{"fragments", m.Fragments, fragmentsMax},
		{"variables", m.Inputs, variablesMax},
		{"cost", m.Cost, costMaxSession},
	} {
		if l.has*share > l.limits {
			over = append(over, fmt.Sprintf("%s: %d of %d", l.what, l.has, l.limits))
		}
	}
	return over
}

// tokensOf counts the tokens of a text up to the limit, beyond which the parser
// gives up.
func tokensOf(text string) int {
	low, high := 1, tokenLimit
	for low < high {
		middle := (low + high) / 2
		if _, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, middle); err != nil {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// widest is the largest number of selections in one place of a document.
func widest(doc *ast.QueryDocument) int {
	most := 0
	var walk func(ast.SelectionSet)
	walk = func(set ast.SelectionSet) {
		most = max(most, len(set))
		for _, selected := range set {
			switch s := selected.(type) {
			case *ast.Field:
				walk(s.SelectionSet)
			case *ast.InlineFragment:
				walk(s.SelectionSet)
			}
		}
	}
	for _, op := range doc.Operations {
		walk(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		walk(f.SelectionSet)
	}
	return most
}

// TriesPassword reports whether a root field tries or sets a password, which costs
// more than others, and is not marked by a directive of the schema.
func TriesPassword(name string) bool { return attempts(name, nil) }
