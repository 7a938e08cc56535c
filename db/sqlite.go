package db

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"github.com/uptrace/bun"
	"modernc.org/sqlite"
)

// Settings of a SQLite connection. They stand in the address because each
// connection of a pool needs them, and busy_timeout comes first because
// changing the journal mode already takes a lock.
//
// The pool for writing has exactly one connection, whose transactions take the
// write lock when they begin (_txlock=immediate): a transaction that reads
// first and upgrades its lock later fails at once under contention, and no
// time-out helps it. What is committed moves from the log into the file after four
// thousand pages (16 MiB) instead of one thousand: pages that many commits write, such as the
// ends of indexes, move once for all of them.
//
// The file is mapped as far as SQLite can, two gigabytes: what is mapped is the system's
// memory and not this process's, and all connections share it. Each keeps copies only of
// what it writes and of what lies behind, a reader four megabytes of these: there are eight.
const (
	sqliteCommon = "_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)&_pragma=temp_store(2)" +
		"&_pragma=mmap_size(2147418112)"
	sqliteWrite = sqliteCommon + "&_pragma=cache_size(-16000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=wal_autocheckpoint(4000)&_txlock=immediate"
	sqliteRead  = sqliteCommon + "&_pragma=cache_size(-4000)&mode=ro&_pragma=query_only(1)"

	// sqliteVolatile is for files that are thrown away, and that one connection has for
	// itself: no lock is ever asked for, nothing waits for the disk, and pages that were
	// read stay read.
	sqliteVolatile = sqliteCommon + "&_pragma=cache_size(-16000)&_pragma=locking_mode(EXCLUSIVE)&_pragma=journal_mode(MEMORY)&_pragma=synchronous(OFF)&_txlock=immediate"

	sqliteReaders = 8
)

func (d *DB) openSQLite(ctx context.Context, path string, opts Options) error {
	if dir := filepath.Dir(path); dir != "." {
		if err := os.MkdirAll(dir, 0o750); err != nil {
			return err
		}
	}
	known, err := newTemplates(SQLite, opts)
	if err != nil {
		return err
	}
	settings := sqliteWrite
	if opts.Volatile {
		settings = sqliteVolatile
	}
	write, err := sqlitePool(path, settings, known)
	if err != nil {
		return err
	}
	write.SetMaxOpenConns(1)
	d.write = bun.NewDB(write, newSQLiteDialect())
	if err := write.PingContext(ctx); err != nil { // makes the file, which a reader cannot
		return fmt.Errorf("%s: %w", path, err)
	}
	if opts.Volatile {
		d.read = bun.NewDB(write, newSQLiteDialect())
		return d.openJobs()
	}
	read, err := sqlitePool(path, sqliteRead, known)
	if err != nil {
		return err
	}
	read.SetMaxOpenConns(orDefault(opts.Readers, sqliteReaders))
	read.SetMaxIdleConns(orDefault(opts.Readers, sqliteReaders))
	d.read = bun.NewDB(read, newSQLiteDialect())
	d.commits = newCommits()
	return d.openJobs()
}

func sqlitePool(path, settings string, known *templates) (*sql.DB, error) {
	connector, err := sqlite.NewConnector(sqliteAddress(path, settings))
	if err != nil {
		return nil, err
	}
	wrap := func(conn driver.Conn) driver.Conn { return newSQLiteConn(conn, known) }
	return sql.OpenDB(preparing{connector, wrap}), nil
}

func sqliteAddress(path, settings string) string {
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + settings
}

func orDefault(n, otherwise int) int {
	if n > 0 {
		return n
	}
	return otherwise
}
