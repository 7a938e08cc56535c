// Command errors writes what is derived from the faults of all contexts: the
// GraphQL enum ErrorCode, docs/errors.md and the sentences of docs/api/sentences.json.
//
// It reads every `fault.New` in the source, so that a new fault needs no
// registration, and imports nothing that it generates for.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate errors:", err)
		os.Exit(1)
	}
}

func run() error {
	root, err := gofiles.Root()
	if err != nil {
		return err
	}
	files, err := render(root)
	if err != nil {
		return err
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil { //nolint:gosec // sources are public
			return err
		}
	}
	return nil
}
