package testkit_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"sync"
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

// asked keeps the statements that were asked.
type asked struct {
	mu   sync.Mutex
	said []string
}

func (*asked) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context { return ctx }

func (a *asked) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.said = append(a.said, e.Query)
}

// scanned is a table that a plan of SQLite's reads from one end to the other; what it
// reads by an index, or has made itself, is named otherwise.
var scanned = regexp.MustCompile(`^SCAN (\w+)$`)

// What comes back every few seconds finds what is due by an index, so that it costs no
// more after years. Readiness is asked as often.
func TestSweeps_read_no_table_whole(t *testing.T) {
	t.Parallel()
	queries := &asked{}
	w := testkit.New(t, dbtest.Open(t, db.SQLite, db.Options{Clock: clock.NewManual(testkit.Start), Hooks: []bun.QueryHook{queries}}))
	w.Guest().Buys(w.Seller("Mill").Product("Tea", "12.50", 10).Times(1))
	w.Settle()
	queries.said = nil
	require.NoError(t, w.DB.RunRecurring(t.Context(), w.App.Jobs(), func(_ string, every time.Duration) bool { return every <= time.Minute }))
	_, err := w.App.Inbox.Backlog(t.Context())
	require.NoError(t, err)
	require.NotEmpty(t, queries.said)
	small := []string{
		"c",               // payout accounts that were cut off
		"e",               // what the mirror of one seller's balance has
		"statement_heads", // one row
	}
	for _, query := range slices.Clone(queries.said) {
		query = strings.ReplaceAll(query, "\x01", "")
		if !strings.HasPrefix(query, "SELECT") {
			continue
		}
		var plan []struct {
			ID, Parent, Notused int64
			Detail              string
		}
		require.NoError(t, w.DB.Read(t.Context()).NewRaw("EXPLAIN QUERY PLAN "+query).Scan(t.Context(), &plan), query)
		for _, step := range plan {
			if found := scanned.FindStringSubmatch(step.Detail); found != nil && !slices.Contains(small, found[1]) {
				t.Errorf("%s: %s", step.Detail, query)
			}
		}
	}
}
