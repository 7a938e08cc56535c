package search_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/db"
)

// statements keeps what is asked of a database while somebody listens.
type statements struct {
	lock      sync.Mutex
	listening bool
	texts     []string
}

// BeforeQuery implements bun.QueryHook.
func (s *statements) BeforeQuery(ctx context.Context, _ *bun.QueryEvent) context.Context { return ctx }

// AfterQuery implements bun.QueryHook.
func (s *statements) AfterQuery(_ context.Context, e *bun.QueryEvent) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.listening && strings.HasPrefix(strings.TrimSpace(e.Query), "SELECT") {
		s.texts = append(s.texts, e.Query)
	}
}

// asked returns the selects of fn.
func (s *statements) asked(fn func()) []string {
	s.lock.Lock()
	s.listening, s.texts = true, nil
	s.lock.Unlock()
	fn()
	s.lock.Lock()
	defer s.lock.Unlock()
	s.listening = false
	return s.texts
}

// plan is how the database would read what a statement asks for, in lines; on
// PostgreSQL without the whole of a table, unless there is no other way.
func plan(t *testing.T, d *db.DB, statement string) []string {
	t.Helper()
	var lines []string
	require.NoError(t, d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
		if d.Dialect() == db.Postgres {
			if _, err := q.NewRaw("SET LOCAL enable_seqscan = off").Exec(ctx); err != nil {
				return err
			}
			return q.NewRaw("EXPLAIN "+strings.ReplaceAll(statement, "?", "\\?")).Scan(ctx, &lines)
		}
		var steps []struct {
			ID      int
			Parent  int
			Notused int
			Detail  string
		}
		err := q.NewRaw("EXPLAIN QUERY PLAN "+strings.ReplaceAll(statement, "?", "\\?")).Scan(ctx, &steps)
		for _, s := range steps {
			lines = append(lines, s.Detail)
		}
		return err
	}))
	require.NotEmpty(t, lines)
	return lines
}

// scans returns the lines of a plan that read the whole of a table with many rows.
func scans(lines []string) (found []string) {
	for _, line := range lines {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "SCAN ")
		if ok && !strings.Contains(name, "VIRTUAL TABLE") && !isDerived(name) || strings.Contains(line, "Seq Scan on") {
			found = append(found, line)
		}
	}
	return found
}

// isDerived reports whether a name in a plan of SQLite is that of a subquery of
// searches, all of which have a limit.
func isDerived(name string) bool {
	return slices.Contains([]string{"m", "c", "part", "CONSTANT ROW"}, name)
}
