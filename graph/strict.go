package graph

import (
	"cmp"
	"encoding/json"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// What the specification forbids and the library lets pass. The reference
// implementation judges the same documents in graph/contract, which is how these
// were found.

// strict refuses what a valid operation must not hold.
func strict(schema *ast.Schema, op *graphql.OperationContext) *gqlerror.Error {
	if hasNUL(op.Variables) {
		return coded(codeBadUserInput, "A text must not contain a NUL character.")
	}
	if message := badLiteral(op.Operation); message != "" {
		return coded(codeBadUserInput, message)
	}
	if place := misfit(schema, op.Operation, op.Variables); place != "" {
		return coded(codeBadUserInput, "The variable "+place+" is not of its type.")
	}
	if hasHalfCharacter(op.RawQuery) {
		return coded(codeParseFailed, "Half a character is escaped.")
	}
	return nil
}

// badLiteral says what is wrong with the values that a document has written out: in
// arguments of its fields and directives, and in what its variables are by default.
// It is "" when nothing is.
func badLiteral(op *ast.OperationDefinition) string {
	for _, v := range op.VariableDefinitions {
		if v.DefaultValue != nil {
			if message := badValue(v.DefaultValue); message != "" {
				return message
			}
		}
	}
	if message := badDirective(op.Directives); message != "" {
		return message
	}
	return badSelection(op.SelectionSet)
}

func badSelection(set ast.SelectionSet) string {
	for _, selected := range set {
		message := ""
		switch s := selected.(type) {
		case *ast.Field:
			message = cmp.Or(badDirective(s.Directives), badArgument(s.Arguments), badSelection(s.SelectionSet))
		case *ast.InlineFragment:
			message = cmp.Or(badDirective(s.Directives), badSelection(s.SelectionSet))
		case *ast.FragmentSpread:
			message = cmp.Or(badDirective(s.Directives), badSelection(s.Definition.SelectionSet))
		}
		if message != "" {
			return message
		}
	}
	return ""
}

func badDirective(list ast.DirectiveList) string {
	for _, d := range list {
		if message := badArgument(d.Arguments); message != "" {
			return message
		}
	}
	return ""
}

func badArgument(list ast.ArgumentList) string {
	for _, a := range list {
		if message := badValue(a.Value); message != "" {
			return message
		}
	}
	return ""
}

func badValue(v *ast.Value) string {
	if strings.ContainsRune(v.Raw, 0) {
		return "A text must not contain a NUL character."
	}
	if v.Definition != nil {
		switch {
		case v.Kind == ast.IntValue && v.Definition.Name == "Int" && !fitsScalar("Int", json.Number(v.Raw)):
			return "A number of more than 32 bits stands where an Int is wanted."
		case v.Kind == ast.ObjectValue && v.Definition.Kind != ast.InputObject:
			return "An object stands where a single value is wanted."
		case v.Kind == ast.ListValue && v.ExpectedType != nil && v.ExpectedType.Elem == nil:
			return "A list stands where a single value is wanted."
		}
	}
	for _, child := range v.Children {
		if message := badValue(child.Value); message != "" {
			return message
		}
	}
	return ""
}

// misfit is the place in the variables of a value that is not of its type, such as
// "input.lines.2.quantity"; "" when all are. The library takes a number for a text,
// a text of digits for a number, an enum in other letters, and any thing at all
// for a scalar of ours.
func misfit(schema *ast.Schema, op *ast.OperationDefinition, variables map[string]any) string {
	for _, v := range op.VariableDefinitions {
		if place := misfitIn(schema, v.Type, variables[v.Variable], v.Variable); place != "" {
			return place
		}
	}
	return ""
}

func misfitIn(schema *ast.Schema, t *ast.Type, value any, place string) string {
	if value == nil { // the library has looked whether it may be
		return ""
	}
	if t.Elem != nil {
		list := reflect.ValueOf(value)
		if list.Kind() != reflect.Slice {
			return misfitIn(schema, t.Elem, value, place)
		}
		for i := range list.Len() {
			if inner := misfitIn(schema, t.Elem, list.Index(i).Interface(), place+"."+strconv.Itoa(i)); inner != "" {
				return inner
			}
		}
		return ""
	}
	switch def := schema.Types[t.NamedType]; {
	case def.Kind == ast.InputObject:
		return misfitOf(schema, def, value, place)
	case def.Kind == ast.Enum:
		if name, ok := value.(string); ok && def.EnumValues.ForName(name) != nil {
			return ""
		}
	case fitsScalar(def.Name, value):
		return ""
	}
	return place
}

// misfitOf looks into an object.
func misfitOf(schema *ast.Schema, def *ast.Definition, value any, place string) string {
	members, ok := value.(map[string]any)
	if !ok {
		return place
	}
	for name, member := range members {
		field := def.Fields.ForName(name)
		if field == nil {
			return place + "." + name
		}
		if inner := misfitIn(schema, field.Type, member, place+"."+name); inner != "" {
			return inner
		}
	}
	return ""
}

func fitsScalar(name string, value any) bool {
	switch name {
	case "Int":
		n, ok := wholeNumber(value)
		return ok && n >= math.MinInt32 && n <= math.MaxInt32
	case "ID":
		if _, ok := value.(string); ok {
			return true
		}
		_, ok := wholeNumber(value)
		return ok
	case "String":
		_, ok := value.(string)
		return ok
	case "Boolean":
		_, ok := value.(bool)
		return ok
	}
	kind := reflect.ValueOf(value).Kind()
	return kind != reflect.Map && kind != reflect.Slice // what else it must be, the scalar knows
}

func wholeNumber(value any) (int64, bool) {
	switch v := value.(type) {
	case int64:
		return v, true
	case json.Number:
		n, err := v.Int64()
		return n, err == nil
	}
	return 0, false
}

// hasHalfCharacter reports whether a text of a valid document escapes one half of a
// character that UTF-16 writes in two: it stands for nothing. Comments and texts in
// three quotes hold no escapes.
func hasHalfCharacter(document string) bool {
	if !strings.Contains(document, `\u`) {
		return false
	}
	for at := 0; at < len(document); at++ {
		rest := document[at:]
		switch {
		case rest[0] == '#':
			end := strings.IndexAny(rest, "\r\n")
			if end < 0 {
				return false
			}
			at += end
		case strings.HasPrefix(rest, `"""`):
			at += 2 + endOfBlock(rest[3:])
		case rest[0] == '"':
			length, half := quotedText(rest[1:])
			if half {
				return true
			}
			at += length
		}
	}
	return false
}

// endOfBlock is how far it is behind the three quotes that end a block. Three behind a
// backslash do not.
func endOfBlock(rest string) int {
	for at := 0; ; {
		end := strings.Index(rest[at:], `"""`)
		if end < 0 {
			return len(rest)
		}
		at += end
		isEscaped := at > 0 && rest[at-1] == '\\'
		at += len(`"""`)
		if !isEscaped {
			return at
		}
	}
}

// quotedText reads a text behind its first quote: how long it is with its last one,
// and whether half a character is escaped in it.
func quotedText(rest string) (length int, half bool) {
	for at := 0; at < len(rest); at++ {
		switch {
		case rest[at] == '"':
			return at + 1, false
		case rest[at] != '\\':
		case !strings.HasPrefix(rest[at:], `\u`):
			at++
		default:
			unit, size := escaped(rest[at:])
			if unit >= 0xD800 && unit < 0xDC00 && size == 6 {
				if low, with := escaped(rest[at+size:]); low >= 0xDC00 && low < 0xE000 && with == 6 {
					at += size + with - 1
					continue
				}
			}
			if unit >= 0xD800 && unit < 0xE000 {
				return 0, true
			}
			at += size - 1
		}
	}
	return len(rest), false
}

// escaped reads an escape such as `\u00e9` or `\u{1F600}`, and how long it is; -1 when
// there is none.
func escaped(rest string) (unit int64, size int) {
	digits, size := "", 6
	if !strings.HasPrefix(rest, `\u`) {
		return -1, 0
	}
	if inner, ok := strings.CutPrefix(rest, `\u{`); ok {
		digits, _, _ = strings.Cut(inner, "}")
		size = len(digits) + 4
	} else if len(rest) >= size {
		digits = rest[2:size]
	}
	unit, err := strconv.ParseInt(digits, 16, 32)
	size = min(size, len(rest))
	if err != nil {
		return -1, size
	}
	return unit, size
}
