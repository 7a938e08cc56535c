package secret_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/secret"
)

func TestHash_knows_what_New_has_made_and_nothing_else(t *testing.T) {
	t.Parallel()
	one, two := secret.New("etal_xyz_"), secret.New("etal_xyz_")
	require.NotEqual(t, one, two)
	require.Len(t, one, len("etal_xyz_")+43)
	first, ok := secret.Hash("etal_xyz_", one)
	require.True(t, ok)
	second, ok := secret.Hash("etal_xyz_", two)
	require.True(t, ok)
	require.NotEqual(t, first, second)
	require.NotEqual(t, secret.Edition(first), secret.Edition(second))
	require.Len(t, secret.Edition(first), 8)

	body := strings.TrimPrefix(one, "etal_xyz_")
	for name, text := range map[string]string{
		"empty": "", "another kind": "etal_abc_" + body, "no prefix": body, "short": one[:len(one)-1], "long": one + "A",
		"another alphabet": one[:len(one)-2] + "+/", "padded": one[:len(one)-1] + "=", "a new line": one[:len(one)-1] + "\n",
		"bits that say nothing": one[:len(one)-1] + "B", "a control": one[:12] + "\x00" + one[13:],
	} {
		_, ok := secret.Hash("etal_xyz_", text)
		require.False(t, ok, name)
	}
}
