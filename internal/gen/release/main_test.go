package main

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/internal/gen/supply"
)

func TestExitCode_tells_not_checked_from_no(t *testing.T) {
	t.Parallel()
	unknown, known := fmt.Errorf("npm: %w", supply.ErrNotChecked), fmt.Errorf("Go: %w", supply.ErrVulnerable)
	for want, errs := range map[int][]error{
		0:              {nil},
		exitNo:         {known, errors.Join(known, unknown), errors.Join(unknown, known), errors.New("anything else")},
		exitNotChecked: {unknown, errors.Join(unknown, unknown)},
	} {
		for _, err := range errs {
			require.Equal(t, want, exitCode(err), "%v", err)
		}
	}
	require.Equal(t, exitUsage, run(nil))
	require.Equal(t, exitUsage, run([]string{"vulnerabilities", "please"}))
}
