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
	consts, err := gofiles.Constants(filepath.Join(root, "authz", "permission.go"), "Permission")
	require.NoError(t, err)
	require.NotEmpty(t, consts)
	seen := map[string]bool{}
	for _, c := range consts {
		require.False(t, seen[c.Value], "%s is there twice", c.Value)
		require.Regexp(t, `^[A-Z]+(_[A-Z]+)*$`, c.Value)
		require.NotEmpty(t, c.Doc, c.Name)
		seen[c.Value] = true
	}
	for name, want := range render(consts) {
		got, err := os.ReadFile(filepath.Join(root, name))
		require.NoError(t, err)
		require.True(t, string(got) == want, "%s is stale: go generate ./graph", name)
	}
}
