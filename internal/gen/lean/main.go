// Command lean takes out of the generated GraphQL executor what plain data do not
// need. It runs after gqlgen, on what that has written; ADR 84 has why.
//
// A field that is read from a struct, or from a method that cannot fail, and whose
// value can always be written, is answered without a context of its own: nothing
// under it ever asks where it is. Lists are answered in one goroutine when only
// such fields are asked for. Nothing is prepared for @defer, which the schema does
// not have.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "make the executor lean:", err)
		os.Exit(1)
	}
}

func run() error {
	root, err := gofiles.Root()
	if err != nil {
		return err
	}
	dir := filepath.Join(root, "graph", "exec")
	names, err := filepath.Glob(filepath.Join(dir, "*.generated.go"))
	if err != nil {
		return err
	}
	files := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name) //nolint:gosec // a file of ours
		if err != nil {
			return err
		}
		files[name] = string(text)
	}
	written, err := lean(files, filepath.Join(dir, "lean.generated.go"))
	if err != nil {
		return err
	}
	for name, text := range written {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil { //nolint:gosec // sources are public
			return err
		}
	}
	return nil
}
