package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBounded(t *testing.T) {
	t.Parallel()
	b := newBounded(10_000, func(n int) int { return n })
	text := func(i int) string { return fmt.Sprintf("%03d", i) }
	for i := range 100 {
		b.Add(t.Context(), text(i), 800)
		_, kept := b.Get(t.Context(), text(0))
		require.True(t, kept, "what is asked for stays")
		require.LessOrEqual(t, b.bytes, 10_000)
	}
	_, kept := b.Get(t.Context(), text(1))
	require.False(t, kept, "what nobody asks for goes")
	before := b.bytes
	b.Add(t.Context(), text(0), 100)
	require.Equal(t, before-700, b.bytes, "a value that is replaced counts once")
	b.Add(t.Context(), strings.Repeat("x", documentMax+1), 1)
	_, kept = b.Get(t.Context(), strings.Repeat("x", documentMax+1))
	require.False(t, kept, "a large document is not kept")
	b.Add(t.Context(), "y", 20_000)
	require.Zero(t, b.bytes, "one that is over the limit by itself is not kept either")
}
