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
// of testdata/plans, as docs/simulation.md tells. One that was made for a planted bug has
// its name, and fails with it: so whoever reads that all pass knows that they can fail.
func TestRun_plans_that_have_failed(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/plans/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	plantedToo := 0
	for _, path := range names {
		name := strings.ReplaceAll(strings.TrimSuffix(filepath.Base(path), ".json"), "-", " ")
		tamper, isPlanted := plants()[name]
		if isPlanted {
			plantedToo++
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, o := planOf(t, path), on(t, db.SQLite)
			r, err := simulate.Run(t.Context(), p, o)
			require.NoError(t, err)
			require.Empty(t, r.Violations, "etal simulate --plan internal/simulate/%s --trace", path)
			require.Positive(t, r.Orders, "what it was about does not happen any more")
			if !isPlanted {
				return
			}
			o.Tamper = tamper
			r, err = simulate.Run(t.Context(), p, o)
			require.NoError(t, err)
			require.True(t, r.Failed(), "it does not find what was planted any more: make it anew by TestShrink_finds_what_was_planted -v")
		})
	}
	require.Len(t, plants(), plantedToo, "each planted bug has a plan")
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
