// Package webadmin holds the built web admin, when it was built before the
// binary: `make web-build` fills dist.
package webadmin

import (
	"embed"
	"io/fs"
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

// Files returns the files of the build and whether there are any.
func Files() (files fs.FS, built bool) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, false
	}
	_, err = fs.Stat(files, "index.html")
	return files, err == nil
}
