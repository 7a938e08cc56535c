package appendfile_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/gateway/appendfile"
)

func read(t *testing.T, f appendfile.File) (lines []string) {
	t.Helper()
	require.NoError(t, f.Lines(func(line []byte) error {
		lines = append(lines, string(line))
		return nil
	}))
	return lines
}

func TestFile_keeps_every_line_of_many_who_append_at_once(t *testing.T) {
	t.Parallel()

	f := appendfile.File{Path: filepath.Join(t.TempDir(), "deep", "er", "lines")}
	require.Empty(t, read(t, f), "a file that does not exist has no lines")
	var all sync.WaitGroup
	var want []string
	for i := range 50 {
		line := fmt.Sprintf("%d %s", i, strings.Repeat("x", i*20))
		want = append(want, line)
		all.Go(func() { _ = f.Append(t.Context(), []byte(line)) })
	}
	all.Wait()
	got := read(t, f)
	slices.Sort(got)
	slices.Sort(want)
	require.Equal(t, want, got)
	info, err := os.Stat(f.Path)
	require.NoError(t, err)
	require.EqualValues(t, 0o600, info.Mode().Perm(), "nobody else reads it")
}

func TestFile_goes_on_after_a_line_that_was_cut_off(t *testing.T) {
	t.Parallel()

	f := appendfile.File{Path: filepath.Join(t.TempDir(), "lines")}
	require.NoError(t, f.Append(t.Context(), []byte("one")))
	out, err := os.OpenFile(f.Path, os.O_APPEND|os.O_WRONLY, 0)
	require.NoError(t, err)
	_, err = out.WriteString("tw")
	require.NoError(t, err)
	require.NoError(t, out.Close())
	require.NoError(t, f.Append(t.Context(), []byte("three")))
	require.Equal(t, []string{"one", "tw", "three"}, read(t, f))
}

func TestFile_tells_what_goes_wrong(t *testing.T) {
	t.Parallel()

	folder := t.TempDir()
	require.Error(t, appendfile.File{Path: folder}.Append(t.Context(), []byte("x")), "a folder is no file")
	require.Error(t, appendfile.File{Path: folder}.Lines(func([]byte) error { return nil }))
	f := appendfile.File{Path: filepath.Join(folder, "lines")}
	require.NoError(t, f.Append(t.Context(), []byte("one")))
	require.NoError(t, f.Append(t.Context(), []byte("two")))
	stop, seen := errors.New("stop"), 0
	require.ErrorIs(t, f.Lines(func([]byte) error { seen++; return stop }), stop)
	require.Equal(t, 1, seen)
	require.NoError(t, os.WriteFile(f.Path, []byte(strings.Repeat("x", 2<<20)), 0o600))
	require.Error(t, f.Lines(func([]byte) error { return nil }), "a line without an end is not read into memory")
}
