package migrations_test

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/migrations"
)

var update = flag.Bool("update", false, "write checksums.txt anew")

const checksums = "checksums.txt"

// A file that has been merged has run somewhere. Editing it would leave those
// databases different from new ones, so its sum is kept here.
func TestFiles_are_never_edited(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("*.sql")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	var b strings.Builder
	for _, name := range names {
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256(content), name)
	}
	if *update {
		require.NoError(t, os.WriteFile(checksums, []byte(b.String()), 0o600))
	}
	kept, err := os.ReadFile(checksums)
	require.NoError(t, err)
	require.Equal(t, string(kept), b.String(),
		"A new step: run `go test ./migrations -update`. A changed one: never edit a step that has been merged; add another. See docs/recipes/migration.md.")
}

func TestFiles_of_one_dialect_have_a_twin(t *testing.T) {
	t.Parallel()
	sqlite, err := migrations.For("sqlite")
	require.NoError(t, err)
	postgres, err := migrations.For("postgres")
	require.NoError(t, err)
	name := func(steps []migrations.Step) (names []string) {
		for _, step := range steps {
			names = append(names, step.Version+"_"+step.Name)
		}
		return names
	}
	require.Equal(t, name(sqlite), name(postgres))
}
