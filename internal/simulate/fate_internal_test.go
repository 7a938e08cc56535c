package simulate

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"
)

// A statement that has begun runs to its end; none begins in a life that has ended, and
// its unit does not outlive it.
func TestFate_ends_a_life_between_statements(t *testing.T) {
	t.Parallel()
	f := &Fate{}
	life := f.live(t.Context())
	under := func(query string) context.Context { return hook{f}.BeforeQuery(life, &bun.QueryEvent{Query: query}) }
	statement, unit := under("SELECT 1"), under("BEGIN")
	require.Nil(t, statement.Done(), "nobody has to wait for its end")
	f.die("here")
	require.NoError(t, statement.Err())
	require.ErrorIs(t, context.Cause(unit), errDied)
	require.Error(t, under("SELECT 1").Err())
	require.Error(t, under("BEGIN").Err())

	life = f.live(t.Context())
	gone, leave := context.WithCancel(life)
	leave()
	life = gone
	require.Error(t, under("SELECT 1").Err(), "nor in a context that has ended by itself")
}
