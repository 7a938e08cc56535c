package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/gen/gofiles"
)

func TestRender_is_up_to_date(t *testing.T) {
	t.Parallel()

	root, err := gofiles.Root()
	require.NoError(t, err)
	files, err := render(root)
	require.NoError(t, err)
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		require.True(t, string(got) == want, "%s is stale: go generate ./graph", name)
	}
}

func TestRender_refuses_a_shared_code(t *testing.T) {
	t.Parallel()

	root := t.TempDir()
	source := `package a
import "github.com/etal-market/etal/domain/fault"
var (
	// ErrFull is returned when there is no room.
	ErrFull = fault.New(fault.Conflict, "A_FULL", "There is " +
		"no room.")
	other = 1
)
`
	for _, dir := range sources {
		require.NoError(t, os.MkdirAll(filepath.Join(root, dir), 0o755))
	}
	require.NoError(t, os.WriteFile(filepath.Join(root, "domain", "a.go"), []byte(source), 0o644))
	require.NoError(t, os.MkdirAll(filepath.Join(root, "domain", "notification"), 0o755))
	for _, name := range letters {
		letter := "package notification\nvar letter = Content{Subject: \"New order \" + number}\n"
		require.NoError(t, os.WriteFile(filepath.Join(root, "domain", "notification", name), []byte(letter), 0o644))
	}
	require.NoError(t, os.MkdirAll(filepath.Join(root, "domain", "risk"), 0o755))
	rule := "package risk\nfunc Rate(known string) string { return \"Not known yet: \" + known }\n"
	require.NoError(t, os.WriteFile(filepath.Join(root, "domain", "risk", "risk.go"), []byte(rule), 0o644))
	files, err := render(root)
	require.NoError(t, err)
	require.JSONEq(t, `[
		{"of": "A_FULL", "text": "There is no room."},
		{"of": "Notification.title", "text": "New order {0}"},
		{"of": "SellerRiskRating.reason", "text": "Not known yet: {0}"}
	]`, files["docs/api/sentences.json"], "each sentence once")
	require.Contains(t, files["graph/schema/errors.graphql"], "There is no room.\n  \"\"\"\n  A_FULL")
	require.Contains(t, files["docs/errors.md"], "| `A_FULL` | Conflict | There is no room. | Returned when there is no room. | `domain` |")

	require.NoError(t, os.WriteFile(filepath.Join(root, "graph", "b.go"), []byte(source), 0o644))
	_, err = render(root)
	require.ErrorContains(t, err, "share the code A_FULL")
}
