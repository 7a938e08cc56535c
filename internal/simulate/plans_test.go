package simulate_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/internal/simulate"
)

// Plans that have failed once are run for good, in their smallest form: each is a file
// of testdata/plans, as docs/simulation.md tells.
func TestRun_plans_that_have_failed(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/plans/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".json"), func(t *testing.T) {
			t.Parallel()
			r, err := simulate.Run(t.Context(), planOf(t, name), on(t, db.SQLite))
			require.NoError(t, err)
			require.Empty(t, r.Violations, "etal simulate --plan internal/simulate/%s --trace", name)
			require.Positive(t, r.Orders, "what it was about does not happen any more")
		})
	}
}

// planOf reads a plan, strictly: what no longer exists would be left out in silence.
func planOf(t *testing.T, name string) (p simulate.Plan) {
	t.Helper()
	content, err := os.ReadFile(name)
	require.NoError(t, err)
	d := json.NewDecoder(strings.NewReader(string(content)))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&p))
	for _, day := range p.Days {
		for _, s := range day {
			require.True(t, slices.Contains(simulate.Actions(), s.Action), "%s: there is no action %q", name, s.Action)
		}
	}
	return p
}
