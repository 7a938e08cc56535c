// Command permissions writes what is derived from the permission constants of
// package authz: their list in Go, the GraphQL enum Permission, and
// docs/permissions.md.
//
// It reads the constants from the source, so that a new one needs no
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
		fmt.Fprintln(os.Stderr, "generate permissions:", err)
		os.Exit(1)
	}
}

func run() error {
	root, err := gofiles.Root()
	if err != nil {
		return err
	}
	consts, err := gofiles.Constants(filepath.Join(root, "authz", "permission.go"), "Permission")
	if err != nil {
		return err
	}
	for name, text := range render(consts) {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil { //nolint:gosec // sources are public
			return err
		}
	}
	return nil
}
