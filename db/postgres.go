package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/uptrace/bun"
)

const (
	postgresConnections = 16
	// A migration and a worker each keep one connection to themselves.
	postgresConnectionsMin = 4
)

func (d *DB) openPostgres(ctx context.Context, url string, opts Options) error {
	connections := max(orDefault(opts.Connections, postgresConnections), postgresConnectionsMin)
	known, err := newTemplates(Postgres, opts)
	if err != nil {
		return err
	}
	write, err := postgresPool(ctx, url, connections, poolOf{isVolatile: opts.Volatile})
	if err != nil {
		return err
	}
	d.pool = write
	d.write = overPool(write, known)
	read, err := postgresPool(ctx, url, orDefault(opts.Readers, postgresConnections), poolOf{isReadOnly: true})
	if err != nil {
		return err
	}
	d.readPool = read
	d.read = overPool(read, known)
	if err := d.Ping(ctx); err != nil {
		return err
	}
	return d.openJobs()
}

// overPool returns bun on a pool. The pool keeps idle connections, so
// database/sql must not.
func overPool(pool *pgxpool.Pool, known *templates) *bun.DB {
	wrap := func(conn driver.Conn) driver.Conn {
		own, ok := conn.(*stdlib.Conn)
		if !ok {
			return conn
		}
		return &postgresConn{Conn: own, known: known}
	}
	over := sql.OpenDB(preparing{stdlib.GetPoolConnector(pool), wrap})
	over.SetMaxIdleConns(0)
	return bun.NewDB(over, newPostgresDialect())
}

// poolOf says what a pool is for.
type poolOf struct{ isReadOnly, isVolatile bool }

// postgresPool opens a pool. Statements of the job queue, of which there are few,
// are prepared; of ours, postgresConn says which are. Instants come back in UTC.
func postgresPool(ctx context.Context, url string, connections int, of poolOf) (*pgxpool.Pool, error) {
	cfg, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, err
	}
	cfg.MaxConns = int32(connections) //nolint:gosec // a small setting
	cfg.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeCacheStatement
	cfg.ConnConfig.StatementCacheCapacity = statementsMax
	settings := cfg.ConnConfig.RuntimeParams
	settings["timezone"] = "UTC"
	if of.isReadOnly {
		settings["default_transaction_read_only"] = "on"
	}
	if of.isVolatile {
		settings["synchronous_commit"] = "off"
	}
	for name, value := range map[string]string{
		"application_name": "etal",
		// As long as SQLite waits for its lock. A unit that waits longer fails.
		"lock_timeout": "10s",
		// A unit holds locks; one whose process hangs must not hold them for ever.
		"idle_in_transaction_session_timeout": "60s",
	} {
		if _, set := settings[name]; !set { // the address may say otherwise
			settings[name] = value
		}
	}
	cfg.AfterConnect = func(_ context.Context, c *pgx.Conn) error {
		c.TypeMap().RegisterType(&pgtype.Type{
			Name:  "timestamptz",
			OID:   pgtype.TimestamptzOID,
			Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC},
		})
		return nil
	}
	return pgxpool.NewWithConfig(ctx, cfg)
}
