package reference

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"github.com/etal-market/etal/graph"
)

// costOf says what a root field costs by itself.
func costOf(r rootField) string {
	switch {
	case r.kind == "Mutation" && (r.field.Directives.ForName("once") != nil || graph.TriesPassword(r.field.Name)):
		return "110, 1 for its payload and what is asked of it: a password or a factor is tried"
	case r.kind == "Mutation":
		return "10, 1 for its payload and what is asked of it"
	case r.field.Name == "productSearch":
		return "102 and what is asked of it: the catalogue is searched"
	case r.field.Name == "products":
		return "2, and for each item of the page 1 and what is asked of it; with words to search for 100 besides"
	case r.field.Arguments.ForName("first") != nil:
		return "2, and for each item of the page 1 and what is asked of it"
	case r.field.Arguments.ForName("ids") != nil:
		return "1, and for each id 1 and what is asked of it"
	case r.field.Type.Elem != nil:
		return "1, and for each of five items 1 and what is asked of it"
	}
	return "2 and what is asked of it"
}

// documentsOf links the ready documents that ask for a root field.
func (w *writer) documentsOf(r rootField) string {
	var links []string
	for _, d := range w.documents {
		if d.asks[r.place()] {
			links = append(links, fmt.Sprintf("[`%s`](../operations/%s)", d.measured.Name, d.file))
		}
	}
	return strings.Join(links, ", ")
}

// operationOf is the name of a root type, as places have it.
func operationOf(o ast.Operation) string {
	return strings.ToUpper(string(o[:1])) + string(o[1:])
}

// limitsPage lists what one request may hold.
func limitsPage() string {
	var b strings.Builder
	b.WriteString(header + "# Limits\n\nWhat is over a limit is refused before it runs: with `OPERATION_TOO_LARGE`, `BODY_TOO_LARGE`, `COST_LIMIT` or `BAD_USER_INPUT`.\n" +
		"A test holds every [ready document](operations/README.md) to half of each.\n\n| what | at most |\n|---|--:|\n")
	for _, l := range graph.Limits() {
		fmt.Fprintf(&b, "| %s | %s |\n", l.What, strings.TrimSpace(fmt.Sprintf("%d %s", l.Value, l.Unit)))
	}
	b.WriteString("\nWhat may be asked for *over time* is counted in points, too: [costs](cost.md). How many event streams and sockets may be\n" +
		"open: [subscriptions](../subscriptions.md#when-a-stream-ends). How much of files may be\n" +
		"sent: [files](files.md). What an installation sets otherwise: [configuration](../configuration.md).\n")
	return b.String()
}
