// Command docs writes the pages of docs/ that are made from code. `make docs`
// runs it; tests fail while a page differs from what it would write.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/etal-market/etal/server/config"
)

func main() {
	for name, text := range map[string]string{
		"configuration.md": config.Markdown(),
	} {
		if err := os.WriteFile(filepath.Join("docs", name), []byte(text), 0o644); err != nil { //nolint:gosec // a public page
			log.Fatal(err)
		}
	}
}
