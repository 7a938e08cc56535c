package server

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/etal-market/etal/clients/typescript"
	"github.com/etal-market/etal/docs/api/operations"
)

// example is a ready document to begin with in the plain editor.
type example struct {
	Name      string
	Query     string
	Variables string // JSON
}

// exampleGroup are the examples of a role.
type exampleGroup struct {
	Title    string
	Examples []example
}

// examples reads those that GraphiQL shows as well, by role.
func examples() ([]exampleGroup, error) {
	texts, err := readableDocuments()
	if err != nil {
		return nil, err
	}
	var listed []struct {
		Role, Document string
		Variables      json.RawMessage
	}
	if err := json.Unmarshal(operations.Examples, &listed); err != nil {
		return nil, fmt.Errorf("read the examples: %w", err)
	}
	titles := map[string]string{"stranger": "For everybody", "buyer": "As a buyer", "seller": "As a seller", "operator": "As an operator"}
	var groups []exampleGroup
	for _, l := range listed {
		text, ok := texts[l.Document]
		if !ok || titles[l.Role] == "" {
			return nil, fmt.Errorf("the example %s of %s is no ready document", l.Document, l.Role)
		}
		if len(groups) == 0 || groups[len(groups)-1].Title != titles[l.Role] {
			groups = append(groups, exampleGroup{Title: titles[l.Role]})
		}
		var variables bytes.Buffer
		if err := json.Indent(&variables, l.Variables, "", "  "); err != nil {
			return nil, fmt.Errorf("read the variables of %s: %w", l.Document, err)
		}
		last := &groups[len(groups)-1]
		last.Examples = append(last.Examples, example{Name: l.Document, Query: text, Variables: variables.String()})
	}
	return groups, nil
}

// readableDocuments are the ready documents by their names, as people read them.
func readableDocuments() (map[string]string, error) {
	var texts map[string]string
	if err := json.Unmarshal(typescript.Documents, &texts); err != nil {
		return nil, fmt.Errorf("read the ready documents: %w", err)
	}
	readable := make(map[string]string, len(texts))
	for _, text := range texts {
		document, err := parser.ParseQuery(&ast.Source{Input: text})
		if err != nil {
			return nil, fmt.Errorf("read a ready document: %w", err)
		}
		var b bytes.Buffer
		formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatQueryDocument(document)
		readable[document.Operations[0].Name] = b.String()
	}
	return readable, nil
}
