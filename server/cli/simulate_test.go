package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// The command tells what happened, the same twice, and runs a plan from a file.
func TestSimulate(t *testing.T) {
	t.Parallel()
	type body struct {
		Worlds, Orders, Journals, KindsReached, TransitionsReached int
		Hash                                                       string
		Failed                                                     any
	}
	run := func(args ...string) (b body) {
		code, out, errs := etal(t, nil, append([]string{"simulate", "--json"}, args...)...)
		require.Zero(t, code, errs)
		require.NoError(t, json.Unmarshal([]byte(out), &b), out)
		return b
	}
	first := run("--seed", "3", "--days", "2", "--orders", "6")
	require.Equal(t, 1, first.Worlds)
	require.Positive(t, first.Orders)
	require.Nil(t, first.Failed)
	require.Equal(t, first, run("--seed", "3", "--days", "2", "--orders", "6"))
	require.Positive(t, first.Journals)
	require.Positive(t, first.KindsReached)
	require.Positive(t, first.TransitionsReached)
	require.Equal(t, 2, run("--seeds", "3-4", "--days", "1", "--orders", "2").Worlds)

	state := []string{"--state", filepath.Join(t.TempDir(), "worlds.json"), "--days", "1", "--orders", "2", "--workers", "2"}
	two := run(append(state, "--seeds", "3-4")...)
	require.Equal(t, two, run(append(state, "--seeds", "3-4")...), "they have ended, and are only told of")
	more := run(append(state, "--seeds", "3-4", "--total", strconv.Itoa(two.Orders+1))...)
	require.Greater(t, more.Orders, two.Orders)
	require.Greater(t, more.Worlds, 2)
	code, _, errs := etal(t, nil, append([]string{"simulate", "--seeds", "3-4"}, append(state, "--days", "2")...)...)
	require.Equal(t, 1, code)
	require.Contains(t, errs, "is of other worlds")

	folder := t.TempDir()
	rush := []string{"--seed", "3", "--days", "1", "--orders", "12", "--rush", "4", "--state", folder}
	require.Equal(t, run(rush...), run(rush...))
	require.FileExists(t, filepath.Join(folder, "worlds.json"))
	code, _, errs = etal(t, nil, append([]string{"simulate"}, append(rush, "--rush", "3")...)...)
	require.Equal(t, 1, code)
	require.Contains(t, errs, "is of other worlds")

	kinds := []string{"--seeds", "3-4", "--days", "1", "--orders", "2", "--workers", "2", "--converted", "--priced", "--state", filepath.Join(t.TempDir(), "all.json")}
	require.Equal(t, run(kinds...), run(kinds...))
	code, _, errs = etal(t, nil, "simulate", "--seeds", "3-4", "--days", "1", "--orders", "2", "--converted", "--state", kinds[len(kinds)-1])
	require.Equal(t, 1, code)
	require.Contains(t, errs, "is of other worlds")

	plan := filepath.Join(t.TempDir(), "plan.json")
	text := `{"seed":9,"setup":{"sellers":1,"country":"DE","currencies":["EUR"],"limit":5000},"days":[[{"action":"buy","choice":4}],null]}`
	require.NoError(t, os.WriteFile(plan, []byte(text), 0o600))
	require.Equal(t, 1, run("--plan", plan).Orders)
}

// What has failed is kept as the smallest plan that fails, which can be run again.
func TestSimulate_keeps_what_has_failed(t *testing.T) {
	t.Parallel()
	plan, folder := filepath.Join(t.TempDir(), "plan.json"), t.TempDir()
	text := `{"seed":9,"setup":{"sellers":1,"country":"DE","currencies":["EUR"],"limit":5000},"days":[[{"action":"buy","choice":4},{"action":"no such","choice":1}],null]}`
	require.NoError(t, os.WriteFile(plan, []byte(text), 0o600))
	code, out, _ := etal(t, nil, "simulate", "--plan", plan, "--keep", folder)
	require.Equal(t, 1, code)
	kept := filepath.Join(folder, "error-9.json")
	require.Contains(t, out, "It was written to "+kept)
	content, err := os.ReadFile(kept)
	require.NoError(t, err)
	require.NotContains(t, string(content), "buy", "it is not needed to fail")
	code, _, _ = etal(t, nil, "simulate", "--plan", kept)
	require.Equal(t, 1, code)
}

func TestSimulate_used_wrongly(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--days", "0"}, {"--seeds", "9-1"}, {"--seeds", "many"}, {"--orders", "-1"}, {"--rush", "-1"}, {"--workers", "0"}, {"--total", "-1"}, {"--plan", "simulate_test.go", "--total", "5"}} {
		code, _, _ := etal(t, nil, append([]string{"simulate"}, args...)...)
		require.Equal(t, 2, code, args)
	}
	code, _, errs := etal(t, nil, "simulate", "--db", "mysql://host")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "neither sqlite nor")
}
