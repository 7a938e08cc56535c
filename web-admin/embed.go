// Package webadmin holds the built web admin, when it was built before the
// binary: `make web-build` fills dist.
package webadmin

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

// all: because the build names some files with a leading underscore, which a
// plain pattern leaves out without a word.
//
//go:embed all:dist
var dist embed.FS

// Documents are the GraphQL documents that the web admin sends by their hashes,
// as its code generator lists them: a JSON object of hashes and texts.
//
//go:embed src/gql/persisted-documents.json
var Documents []byte

//go:embed released
var released embed.FS

// Released returns the documents of the web admin as the previous releases had them,
// one list like Documents for each, by the day of the release. Pages that were opened
// before an update ask for those until they are loaded anew.
func Released() (map[string][]byte, error) {
	entries, err := released.ReadDir("released")
	if err != nil {
		return nil, fmt.Errorf("read the documents of previous releases: %w", err)
	}
	found := make(map[string][]byte, len(entries))
	for _, entry := range entries {
		list, err := released.ReadFile("released/" + entry.Name())
		if err != nil {
			return nil, fmt.Errorf("read the documents of previous releases: %w", err)
		}
		found[strings.TrimSuffix(entry.Name(), ".json")] = list
	}
	return found, nil
}

// Files returns the files of the build and whether there are any.
func Files() (files fs.FS, built bool) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, false
	}
	_, err = fs.Stat(files, "index.html")
	return files, err == nil
}
