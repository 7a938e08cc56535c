package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// The command tells what happened, the same twice, and runs a plan from a file.
func TestSimulate(t *testing.T) {
	t.Parallel()
	type body struct {
		Worlds, Orders int
		Hash           string
		Failed         any
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
	require.Equal(t, 2, run("--seeds", "3-4", "--days", "1", "--orders", "2").Worlds)

	plan := filepath.Join(t.TempDir(), "plan.json")
	text := `{"seed":9,"setup":{"sellers":1,"country":"DE","currencies":["EUR"],"limit":5000},"days":[[{"action":"buy","choice":4}],null]}`
	require.NoError(t, os.WriteFile(plan, []byte(text), 0o600))
	require.Equal(t, 1, run("--plan", plan).Orders)
}

func TestSimulate_used_wrongly(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--days", "0"}, {"--seeds", "9-1"}, {"--seeds", "many"}, {"--orders", "-1"}} {
		code, _, _ := etal(t, nil, append([]string{"simulate"}, args...)...)
		require.Equal(t, 2, code, args)
	}
	code, _, errs := etal(t, nil, "simulate", "--db", "mysql://host")
	require.Equal(t, 1, code)
	require.Contains(t, errs, "neither sqlite nor")
}
