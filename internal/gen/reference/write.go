package reference

import (
	"fmt"
	"slices"
	"strings"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

// writer has everything that pages are made of.
type writer struct {
	api       *api
	outcomes  map[string]outcome
	documents []document
	faults    []gofiles.Fault
}

// Pages returns the generated pages by their path below docs, for the repository
// at root. Reading the Go code takes seconds.
func Pages(root string) (map[string]string, error) {
	w := &writer{}
	var err error
	if w.api, err = readSchema(root); err != nil {
		return nil, err
	}
	if w.documents, err = readDocuments(root); err != nil {
		return nil, err
	}
	followed, err := readCalls(root)
	if err != nil {
		return nil, err
	}
	w.outcomes = followed.outcomes()
	for _, below := range []string{"domain", "authz", "graph"} {
		found, err := gofiles.Faults(root, below)
		if err != nil {
			return nil, fmt.Errorf("read faults: %w", err)
		}
		w.faults = append(w.faults, found...)
	}
	slices.SortFunc(w.faults, func(a, b gofiles.Fault) int { return strings.Compare(a.Code, b.Code) })
	pages := map[string]string{
		"api/errors.md": w.errorsPage(), "api/limits.md": limitsPage(), "api/operations/README.md": w.operationsPage(),
		"api/reference/README.md": w.contents(),
	}
	for _, name := range w.api.names {
		pages["api/reference/"+name+".md"] = w.contextPage(name)
	}
	return pages, nil
}

// contents lists the contexts with what there is in each.
func (w *writer) contents() string {
	var b strings.Builder
	b.WriteString(header + "# Reference\n\nThe schema by context. [How to use it](../README.md); the whole of it is `graph/schema.graphql`.\n\n" +
		"| context | queries | mutations | subscriptions |\n|---|---|---|---|\n")
	for _, name := range w.api.names {
		cells := map[string][]string{}
		for _, r := range w.api.roots[name] {
			link := fmt.Sprintf("[`%s`](%s.md#%s-%s)", r.field.Name, name, strings.ToLower(r.kind), strings.ToLower(r.field.Name))
			cells[r.kind] = append(cells[r.kind], link)
		}
		fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s | %s |\n", titleOf(name), name,
			strings.Join(cells["Query"], ", "), strings.Join(cells["Mutation"], ", "), strings.Join(cells["Subscription"], ", "))
	}
	return b.String()
}
