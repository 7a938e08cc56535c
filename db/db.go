package db

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/uptrace/bun"

	"github.com/etal-market/etal/domain/clock"
)

// Querier reads. *bun.DB, bun.Tx and Tx all are one.
type Querier interface {
	NewSelect() *bun.SelectQuery
	NewRaw(query string, args ...any) *bun.RawQuery
}

// ErrNested is returned by Write, View and Read inside a unit of work: they
// would wait for, or not see, what the unit has written.
var ErrNested = errors.New("db: unit of work inside a unit of work; pass the tx on")

// ErrNotFound is returned when a row that must exist does not. It is
// sql.ErrNoRows, as bun returns it.
var ErrNotFound = sql.ErrNoRows

// DB is an open database.
type DB struct {
	write    *bun.DB
	read     *bun.DB
	pool     *pgxpool.Pool // PostgreSQL only: the pool behind write, for LISTEN and workers
	readPool *pgxpool.Pool // PostgreSQL only
	jobs     jobQueue
	commits  *commits // SQLite only, and not for files that are thrown away
	bell     *bell    // SQLite only: wakes the workers of this process
	ears     ears     // who hears that this process has announced something
	clock    clock.Clock
	queries  atomic.Int64
	replica  *replica // nil: there is none

	listeners []func(tables map[string][]string)
	marks     func(context.Context) map[string]string // nil: jobs are not marked
}

// Options tune an opened database. The zero value is right for production.
type Options struct {
	// Clock gives each unit of work its instant; the wall clock when nil.
	Clock clock.Clock
	// Hooks see every query: metrics, slow-query log, the query counter of tests.
	Hooks []bun.QueryHook
	// Connections bounds the pool for writing on PostgreSQL; 0 means 16.
	// SQLite always writes through one connection.
	Connections int
	// Readers bounds the pool for reading; 0 means 8 on SQLite, 16 on PostgreSQL.
	Readers int
	// Replica is a copy that may answer what AllowStale is for; PostgreSQL only.
	Replica Replica
	// PrepareAtOnce has statements prepared that come for the first time too. It
	// costs more than it saves; tests, in which most come once, see with it
	// what production sees later.
	PrepareAtOnce bool
	// Volatile does not wait until commits are on disk: after a loss of power the
	// database may be behind, or broken. On SQLite one connection reads and writes, so
	// nobody else can open the file, and readers wait for units of work. It is for
	// databases that are thrown away.
	Volatile bool
}

// Open opens the database named by url: `postgres://…` or `postgresql://…`
// for PostgreSQL, `sqlite:PATH` for a SQLite file. It does not migrate.
func Open(ctx context.Context, url string, opts Options) (*DB, error) {
	if opts.Clock == nil {
		opts.Clock = clock.Wall{}
	}
	d := &DB{clock: opts.Clock}
	var err error
	switch {
	case strings.HasPrefix(url, "postgres://"), strings.HasPrefix(url, "postgresql://"):
		err = d.openPostgres(ctx, url, opts)
	case strings.HasPrefix(url, "sqlite:"):
		err = d.openSQLite(ctx, strings.TrimPrefix(url, "sqlite:"), opts)
	default:
		err = errors.New("database URL must begin with postgres:// or with sqlite: and a path")
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", err), d.Close())
	}
	d.Watch(append([]bun.QueryHook{counter{&d.queries}, watcher{}}, opts.Hooks...)...)
	if err := d.openReplica(ctx, opts); err != nil {
		return nil, errors.Join(fmt.Errorf("open database: %w", err), d.Close())
	}
	return d, nil
}

// Watch has hooks see every query from now on. Call it before the first one.
func (d *DB) Watch(hooks ...bun.QueryHook) {
	for _, h := range hooks {
		d.write, d.read = d.write.WithQueryHook(h), d.read.WithQueryHook(h)
	}
}

// Close closes all connections.
func (d *DB) Close() error {
	var errs []error
	if d.replica != nil {
		errs = append(errs, d.replica.close())
	}
	if d.read != nil {
		errs = append(errs, d.read.Close())
	}
	if d.write != nil {
		errs = append(errs, d.write.Close())
	}
	for _, pool := range []*pgxpool.Pool{d.pool, d.readPool} {
		if pool != nil {
			pool.Close()
		}
	}
	return errors.Join(errs...)
}

// Ping reports whether the database answers on both pools.
func (d *DB) Ping(ctx context.Context) error {
	return errors.Join(d.write.PingContext(ctx), d.read.PingContext(ctx))
}

// Clock returns the clock that gives units of work their instant.
func (d *DB) Clock() clock.Clock { return d.clock }

// Queries returns how many queries have been sent since the database was
// opened: a figure for metrics, and for tests that hold a page to a number of
// queries. The job queue's own are not counted.
func (d *DB) Queries() int64 { return d.queries.Load() }

// counter is a hook that counts queries.
type counter struct{ n *atomic.Int64 }

func (c counter) BeforeQuery(ctx context.Context, e *bun.QueryEvent) context.Context {
	switch e.Query {
	case "BEGIN", "COMMIT", "ROLLBACK":
	default:
		c.n.Add(1)
	}
	return ctx
}

func (counter) AfterQuery(context.Context, *bun.QueryEvent) {}
