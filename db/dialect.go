package db

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// Dialect names a database.
type Dialect string

// The databases Étal runs on.
const (
	SQLite   Dialect = "sqlite"
	Postgres Dialect = "postgres"
)

// Dialect says which database this is. Only migrations and diagnostics ask;
// whatever else differs has a name in this file.
func (d *DB) Dialect() Dialect {
	if d.write.Dialect().Name() == dialect.PG {
		return Postgres
	}
	return SQLite
}

// ServesMany reports whether several processes may work on this database at
// once. A SQLite file belongs to one.
func (d *DB) ServesMany() bool { return d.Dialect() == Postgres }

// ForUpdate locks the selected rows until the unit ends. SQLite needs nothing:
// a unit there holds the only write lock from its beginning.
func ForUpdate(q *bun.SelectQuery) *bun.SelectQuery {
	if q.Dialect().Name() == dialect.PG {
		return q.For("UPDATE")
	}
	return q
}

// ForShare keeps the selected rows from being locked by ForUpdate until the unit ends.
// Several units may hold it at once, and rows may refer to these meanwhile. SQLite
// needs nothing, as with ForUpdate.
func ForShare(q *bun.SelectQuery) *bun.SelectQuery {
	if q.Dialect().Name() == dialect.PG {
		return q.For("SHARE")
	}
	return q
}

// SkipLocked locks the selected rows and leaves out those that another unit
// holds. On SQLite no other unit can hold any.
func SkipLocked(q *bun.SelectQuery) *bun.SelectQuery {
	if q.Dialect().Name() == dialect.PG {
		return q.For("UPDATE SKIP LOCKED")
	}
	return q
}

// LookUp joins to each row of a statement the rows of a table that meet a condition,
// or one of nulls. PostgreSQL looks them up for each row by itself: without that it
// reads a whole table to join a few rows when it has no statistics of it yet. SQLite
// always does.
func LookUp(q *bun.SelectQuery, table, alias, condition string, args ...any) *bun.SelectQuery {
	of, as := bun.Ident(table), bun.Ident(alias)
	if q.Dialect().Name() == dialect.PG {
		return q.Join("LEFT JOIN LATERAL (SELECT * FROM ? AS ? WHERE "+condition+" OFFSET 0) AS ? ON TRUE",
			append(append([]any{of, as}, args...), as)...)
	}
	return q.Join("LEFT JOIN ? AS ? ON "+condition, append([]any{of, as}, args...)...)
}

// Violates reports whether err is the violation of the named unique key or
// check. Unique keys must be named `<table>_<columns>_key`, since SQLite names
// the columns and not the key. Foreign keys are never named by SQLite: check
// that a row exists instead of asking for them here.
func Violates(err error, constraint string) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.ConstraintName == constraint
	}
	var lite *sqlite.Error
	if !errors.As(err, &lite) {
		return false
	}
	switch lite.Code() {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return sqliteKeyName(lite.Error(), lite.Code()) == constraint
	case sqlite3.SQLITE_CONSTRAINT_CHECK:
		return strings.Contains(lite.Error(), "CHECK constraint failed: "+constraint+" ")
	}
	return false
}

// sqliteKeyName computes the name of a unique key from SQLite's message,
// "… UNIQUE constraint failed: products.seller_id, products.slug (2067)".
func sqliteKeyName(message string, code int) string {
	_, list, ok := strings.Cut(message, "UNIQUE constraint failed: ")
	if !ok {
		return ""
	}
	list, _, _ = strings.Cut(list, " (")
	if name, ok := strings.CutPrefix(list, "index '"); ok { // an index on an expression is named
		return strings.TrimSuffix(name, "'")
	}
	var table string
	var columns []string
	for _, part := range strings.Split(list, ", ") {
		t, c, _ := strings.Cut(part, ".")
		table, columns = t, append(columns, c)
	}
	if code == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY {
		return table + "_pkey"
	}
	return table + "_" + strings.Join(columns, "_") + "_key"
}

// retryable reports whether the database asks to run the unit again.
func retryable(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "40001" || pg.Code == "40P01"
	}
	if errors.Is(err, errUndone) {
		return true
	}
	var lite *sqlite.Error
	if errors.As(err, &lite) {
		return lite.Code()&0xff == sqlite3.SQLITE_BUSY || lite.Code()&0xff == sqlite3.SQLITE_LOCKED
	}
	return false
}

// missingTable reports whether a query named a table that does not exist, as in
// a database that has never been migrated.
func missingTable(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "42P01"
	}
	var lite *sqlite.Error
	return errors.As(err, &lite) && strings.Contains(lite.Error(), "no such table")
}

// snapshotIsolation is the level at which all reads of a View see one state.
// Every SQLite read transaction does.
func (d *DB) snapshotIsolation() sql.IsolationLevel {
	if d.Dialect() == Postgres {
		return sql.LevelRepeatableRead
	}
	return sql.LevelDefault
}

// rawTx is the driver's own handle on the transaction of a unit. The job queue
// needs it to insert its rows in that same transaction.
type rawTx struct {
	sqlite   *sql.Tx
	postgres bun.Conn
}

// unitBody is what a unit does in its transaction.
type unitBody func(context.Context, bun.IDB, rawTx) error

// begin opens a transaction for writing, runs fn and commits. Units of SQLite may be
// committed together, unless they are to be alone.
func (d *DB) begin(ctx context.Context, alone bool, fn unitBody) error {
	if d.commits != nil {
		return d.commits.run(ctx, d.write, alone, fn)
	}
	if d.Dialect() == SQLite {
		return d.write.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
			return fn(ctx, tx, rawTx{sqlite: tx.Tx})
		})
	}
	conn, err := d.write.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }() // it goes back to the pool; a broken one has failed the unit already
	raw := rawTx{postgres: conn}
	return conn.RunInTx(ctx, nil, func(ctx context.Context, tx bun.Tx) error {
		return fn(ctx, tx, raw)
	})
}
