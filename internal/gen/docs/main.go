// Command docs writes the pages of docs/ that are made from code. `make docs`
// runs it; tests fail while a page differs from what it would write.
package main

import (
	"context"
	"log"
	"os"
	"path/filepath"

	"github.com/etal-market/etal/internal/gen/changes"
	"github.com/etal-market/etal/internal/gen/reference"
	"github.com/etal-market/etal/internal/gen/supply"
	"github.com/etal-market/etal/server"
	"github.com/etal-market/etal/server/config"
)

func main() {
	parts, err := supply.Parts(context.Background(), ".")
	if err != nil {
		log.Fatal(err)
	}
	pages, err := reference.Pages(".")
	if err != nil {
		log.Fatal(err)
	}
	if pages["api/changelog.md"], err = changes.Changelog("."); err != nil {
		log.Fatal(err)
	}
	pages["configuration.md"], pages["licences.md"], pages["metrics.md"] = config.Markdown(), supply.Page(parts), server.MetricsMarkdown()
	for name, text := range pages {
		if err := os.MkdirAll(filepath.Dir(filepath.Join("docs", name)), 0o755); err != nil { //nolint:gosec // public pages
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("docs", name), []byte(text), 0o644); err != nil { //nolint:gosec // a public page
			log.Fatal(err)
		}
	}
}
