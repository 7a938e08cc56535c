// Command docs writes the pages of docs/ that are made from code. `make docs`
// runs it; tests fail while a page differs from what it would write.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"

	"github.com/etal-market/etal/internal/gen/supply"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

func main() {
	parts, err := supply.Parts(context.Background(), ".")
	if err != nil {
		log.Fatal(err)
	}
	for name, text := range map[string]string{
		"configuration.md": config.Markdown(),
		"licences.md":      supply.Page(parts),
		"metrics.md":       server.MetricsMarkdown(),
	} {
		if err := os.WriteFile(filepath.Join("docs", name), []byte(text), 0o644); err != nil { //nolint:gosec // a public page
			log.Fatal(err)
		}
	}
}
