package testkit_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/internal/testkit"
)

// commits counts the units of work that were committed.
type commits struct{ n atomic.Int64 }

func (*commits) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context { return ctx }

func (c *commits) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	if e.Query == "COMMIT" {
		c.n.Add(1)
	}
}

// What comes back every few seconds looks before it writes: when nothing is due it
// opens no unit, which on SQLite would hold up whoever writes, and asks little.
func TestSweeps_cost_little_when_nothing_is_due(t *testing.T) {
	t.Parallel()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			units := &commits{}
			w := testkit.New(t, dbtest.Open(t, dialect, db.Options{Clock: clock.NewManual(testkit.Start), Hooks: []bun.QueryHook{units}}))
			w.Guest().Buys(w.Seller("Mill").Product("Tea", "12.50", 10).Times(1))
			ran := map[string]bool{}
			sweep := func() {
				require.NoError(t, w.DB.RunRecurring(t.Context(), w.App.Jobs(), func(kind string, every time.Duration) bool {
					ran[kind] = every <= time.Minute
					return ran[kind]
				}))
			}
			sweep()
			before := units.n.Load()
			statements := dbtest.CountQueries(w.DB, sweep)
			require.Zero(t, units.n.Load()-before)
			require.LessOrEqual(t, statements, 30)
			require.True(t, ran["payout.sweep"])
			require.False(t, ran["dispute.sweep"])
		})
	}
}
