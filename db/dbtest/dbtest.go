// Package dbtest gives each test a migrated database of its own, on SQLite and
// on PostgreSQL.
//
// A template is migrated once and copied: on SQLite it is a file, in memory where there
// is room, on PostgreSQL a database. PostgreSQL is the server that ETAL_TEST_POSTGRES_URL names (a
// role that may create databases, version 15 or later), or else a private one
// that the test binary starts from the installed server programs and that ends
// with it. A test that finds no server programs fails: a test that has not run
// has not passed.
package dbtest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/clock"
)

const (
	connections = 8
	readers     = 4
)

// Each runs fn as the parallel subtests "sqlite" and "postgres", each with an
// empty migrated database that is closed and removed afterwards.
func Each(t *testing.T, fn func(t *testing.T, d *db.DB)) {
	t.Helper()
	each(t, func(t *testing.T, open opener) { fn(t, open(t, db.Options{})) })
}

// EachAt is Each with a clock that stands at the given instant until the test
// advances it.
func EachAt(t *testing.T, at time.Time, fn func(t *testing.T, d *db.DB, c *clock.Manual)) {
	t.Helper()
	each(t, func(t *testing.T, open opener) {
		c := clock.NewManual(at)
		fn(t, open(t, db.Options{Clock: c}), c)
	})
}

// EachWith is Each with options: a clock, query hooks.
func EachWith(t *testing.T, opts db.Options, fn func(t *testing.T, d *db.DB)) {
	t.Helper()
	each(t, func(t *testing.T, open opener) { fn(t, open(t, opts)) })
}

// New returns an empty migrated SQLite database, closed and removed when the
// test ends.
func New(t testing.TB) *db.DB {
	t.Helper()
	return Open(t, db.SQLite, db.Options{})
}

// NewAt is New with a clock that stands at the given instant until the test
// advances it.
func NewAt(t testing.TB, at time.Time) (*db.DB, *clock.Manual) {
	t.Helper()
	c := clock.NewManual(at)
	return Open(t, db.SQLite, db.Options{Clock: c}), c
}

// Open returns an empty migrated database of the given dialect, closed and
// removed when the test ends. Benchmarks and tests of whole servers use it.
func Open(t testing.TB, dialect db.Dialect, opts db.Options) *db.DB {
	t.Helper()
	url := URL(t, dialect)
	_, measured := t.(*testing.B)
	opts.PrepareAtOnce = !measured // in tests most statements come once, and should be tried as they are sent later
	if opts.Connections == 0 {
		opts.Connections = connections
	}
	if opts.Readers == 0 {
		opts.Readers = readers
	}
	d, err := db.Open(t.Context(), url, opts)
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// URL makes an empty migrated database, removed when the test ends, and returns
// its address for db.Open. It is for tests that open the database several
// times, or in another process.
func URL(t testing.TB, dialect db.Dialect) string {
	t.Helper()
	if _, measured := t.(*testing.B); !measured {
		collectLater()
	}
	if dialect == db.Postgres {
		return postgresURL(t)
	}
	template, err := sqliteTemplate()
	require.NoError(t, err, "build the SQLite template")
	path := filepath.Join(folder(t), "etal.db")
	content, err := os.ReadFile(template)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, content, 0o600))
	return "sqlite:" + path
}

// collectLater lets garbage grow to four times of what is in use, unless GOGC says
// otherwise: tests make much of it and keep little, and a ninth of their CPU time went
// into looking for it.
var collectLater = sync.OnceFunc(func() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
})

// folder makes a folder for the file of a test, removed when the test ends: in memory,
// when there is room, since a commit waits for the disk and no test for a loss of power.
func folder(t testing.TB) string {
	t.Helper()
	base := memoryDir()
	if base == "" {
		return t.TempDir()
	}
	dir, err := os.MkdirTemp(base, folderPrefix) //nolint:usetesting // t.TempDir cannot be told where
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	return dir
}

// EmptyURL makes a database without any table, removed when the test ends, and
// returns its address. It is for tests of migrations.
func EmptyURL(t testing.TB, dialect db.Dialect) string {
	t.Helper()
	if dialect == db.Postgres {
		return postgresFrom(t, "template0")
	}
	return "sqlite:" + filepath.Join(folder(t), "etal.db")
}

// CountQueries returns how many queries fn sent to d. Nothing else may use d
// meanwhile, such as workers.
func CountQueries(d *db.DB, fn func()) int {
	before := d.Queries()
	fn()
	return int(d.Queries() - before)
}

// FewestQueries returns the fewest queries that one of five runs of fn sent to d: on a
// busy machine something beside it may add to a run, such as a webhook that comes or a
// loader that gathers in two parts, and nothing takes away.
func FewestQueries(d *db.DB, fn func()) int {
	fewest := CountQueries(d, fn)
	for range 4 {
		fewest = min(fewest, CountQueries(d, fn))
	}
	return fewest
}

type opener func(t testing.TB, opts db.Options) *db.DB

func each(t *testing.T, fn func(t *testing.T, open opener)) {
	t.Helper()
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		t.Run(string(dialect), func(t *testing.T) {
			t.Parallel()
			fn(t, func(t testing.TB, opts db.Options) *db.DB {
				t.Helper()
				return Open(t, dialect, opts)
			})
		})
	}
}

// migrateAt migrates the database at url.
func migrateAt(ctx context.Context, url string) error {
	d, err := db.Open(ctx, url, db.Options{Connections: connections})
	if err != nil {
		return err
	}
	err = d.Migrate(ctx)
	if closeErr := d.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("migrate template: %w", err)
	}
	return nil
}

// Bench runs fn as a benchmark on each database, with a migrated database of
// its own.
func Bench(b *testing.B, fn func(b *testing.B, d *db.DB)) {
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		b.Run(string(dialect), func(b *testing.B) { fn(b, Open(b, dialect, db.Options{})) })
	}
}
