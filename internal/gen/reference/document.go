package reference

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/etal-market/etal/graph"
)

// document is a ready document.
type document struct {
	file     string // below docs/api/operations
	id       string // its hash
	measured graph.Measured
	asks     map[string]bool // the root fields, such as Query.order
}

// readDocuments reads the ready documents, and finds each among those that the
// TypeScript client has registered.
func readDocuments(root string) ([]document, error) {
	manifest, err := os.ReadFile(filepath.Join(root, "clients", "typescript", "src", "gql", "persisted-documents.json")) //nolint:gosec // a file of the repository
	if err != nil {
		return nil, err
	}
	var listed map[string]string
	if err := json.Unmarshal(manifest, &listed); err != nil {
		return nil, fmt.Errorf("read the list of documents: %w", err)
	}
	scale, registered := graph.NewScale(), map[string]document{}
	for id, text := range listed {
		m, err := scale.Measure(text, nil)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", id, err)
		}
		registered[m.Name] = document{id: id, measured: m}
	}
	files, err := filepath.Glob(filepath.Join(root, "docs", "api", "operations", "*", "*.graphql"))
	if err != nil {
		return nil, err
	}
	var found []document
	for _, file := range files {
		more, err := documentsIn(file, registered)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

// documentsIn are the registered documents of one file.
func documentsIn(file string, registered map[string]document) (found []document, err error) {
	text, err := os.ReadFile(file) //nolint:gosec // a file of the documents
	if err != nil {
		return nil, err
	}
	doc, err := parser.ParseQuery(&ast.Source{Name: file, Input: string(text)})
	if err != nil {
		return nil, err
	}
	for _, op := range doc.Operations {
		d, ok := registered[op.Name]
		if !ok {
			continue // a document that is still to be registered: a test says so
		}
		d.file = filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
		d.asks = map[string]bool{}
		for _, s := range op.SelectionSet {
			if f, ok := s.(*ast.Field); ok {
				d.asks[operationOf(op.Operation)+"."+f.Name] = true
			}
		}
		found = append(found, d)
	}
	return found, nil
}

// operationsPage is the index of the ready documents.
func (w *writer) operationsPage() string {
	var b strings.Builder
	b.WriteString(header + operationsIntro)
	for _, part := range []struct{ folder, title, text string }{
		{"buyer", "Buyers", "For applications of buyers, and for everybody before they have an account."},
		{"seller", "Sellers", "For tools of sellers, beside those that the web admin has."},
		{"operator", "Operators", "For tools of operators, beside those that the web admin has."},
		{"admin", "The web admin", "What the pages of sellers and operators send. Signing in, second factors and privacy serve buyers as well."},
	} {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| document | asks for | costs | id |\n|---|---|--:|---|\n", part.title, part.text)
		for _, d := range w.documents {
			if !strings.HasPrefix(d.file, part.folder+"/") {
				continue
			}
			fmt.Fprintf(&b, "| [`%s`](%s) | %s | %d | `%s` |\n", d.measured.Name, d.file, w.asked(d), d.measured.Cost, shortID(d.id))
		}
	}
	return b.String()
}

// shortID is enough of a hash to find it in the list.
func shortID(id string) string { return strings.TrimPrefix(id, "sha256:")[:12] + "…" }

func (w *writer) asked(d document) string {
	places := make([]string, 0, len(d.asks))
	for place := range d.asks {
		kind, name, _ := strings.Cut(place, ".")
		places = append(places, fmt.Sprintf("[`%s`](../reference/%s.md#%s-%s)", name, w.homeOf(place), strings.ToLower(kind), strings.ToLower(name)))
	}
	slices.Sort(places)
	return strings.Join(places, ", ")
}

// homeOf is the context of a root field.
func (w *writer) homeOf(place string) string {
	for name, fields := range w.api.roots {
		for _, r := range fields {
			if r.place() == place {
				return name
			}
		}
	}
	return ""
}

const operationsIntro = `# Ready documents

A document for each thing that a screen of a buyer, a seller or an operator does. They are registered: every server knows
them by their hashes, also where ` + "`ETAL_GRAPHQL_DOCUMENTS=trusted`" + ` lets nothing else run
([how to register your own](../../recipes/documents.md)). The [TypeScript client](../../../clients/typescript/README.md) is built from
them. A test sends each one, on SQLite and on PostgreSQL, to a marketplace with data, and demands an answer without errors that
is not empty; another holds each to half of every [limit](../limits.md). *Costs* are for pages of the ordinary size, 20 items. The whole list of ids
and texts is ` + "`clients/typescript/src/gql/persisted-documents.json`" + `.

` + "```bash" + `
curl -s https://market.example/graphql -H 'Content-Type: application/json' \
  -d '{"documentId": "sha256:…", "variables": {"first": 20}}'
` + "```" + `
`
