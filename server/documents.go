package server

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"sync"

	"github.com/etal-market/etal/clients/typescript"
	"github.com/etal-market/etal/graph"
	webadmin "github.com/etal-market/etal/web-admin"
)

// documents are texts that clients may send by their ids.
type documents struct {
	texts      graph.Documents
	operations []string // the names of those in them
}

func (d documents) with(texts graph.Documents) documents {
	return documents{d.texts.With(texts), slices.Concat(d.operations, operationsIn(texts))}
}

// ownDocuments are those of the web admin and of the TypeScript client, which are all
// below docs/api/operations, those that the web admin had in previous releases, and
// those of the pages behind mailed links. They are a part of the program and read once,
// however many servers a process makes: tests and simulated worlds make thousands.
var ownDocuments = sync.OnceValues(func() (documents, error) {
	all := documents{}.with(linkDocuments())
	released, err := webadmin.Released()
	if err != nil {
		return documents{}, err
	}
	manifests := append(slices.Collect(maps.Values(released)), webadmin.Documents, typescript.Documents)
	for _, manifest := range manifests {
		ours, err := graph.ReadDocuments(manifest)
		if err != nil {
			return documents{}, err
		}
		all = all.with(ours)
	}
	return all, nil
})

// documents are the program's own, and those of the files that settings name.
func (a *App) documents() (documents, error) {
	all, err := ownDocuments()
	if err != nil {
		return documents{}, err
	}
	for _, path := range a.Config.DocumentFiles {
		manifest, err := os.ReadFile(path) //nolint:gosec // the operator names it
		if err != nil {
			return documents{}, fmt.Errorf("read documents: %w", err)
		}
		more, err := graph.ReadDocuments(manifest)
		if err != nil {
			return documents{}, fmt.Errorf("read documents of %s: %w", path, err)
		}
		all = all.with(more)
	}
	return all, nil
}
