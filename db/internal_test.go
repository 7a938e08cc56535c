package db

import (
	"context"
	"database/sql/driver"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun/migrate"

	"github.com/etal-market/etal/migrations"
)

// A step that fails half-way leaves nothing, and no mark; one that succeeds has
// its mark in the same transaction.
func TestApplyStep_is_all_or_nothing(t *testing.T) {
	t.Parallel()
	d, err := Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "etal.db"), Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	m, err := d.migrator()
	require.NoError(t, err)
	require.NoError(t, m.Init(t.Context()))
	step := migrations.Step{Version: "202611250199", Name: "broken", SQL: "CREATE TABLE half (id TEXT); SELECT nonsense;"}
	mark := &migrate.Migration{Name: step.Version, GroupID: 1}

	require.ErrorContains(t, applyStep(step)(t.Context(), m, mark), "202611250199_broken: ")
	count := func(query string) (n int) {
		require.NoError(t, d.read.NewRaw(query).Scan(t.Context(), &n))
		return n
	}
	require.Zero(t, count("SELECT count(*) FROM sqlite_master WHERE name = 'half'"))
	require.Zero(t, count("SELECT count(*) FROM bun_migrations"))

	step.SQL = "CREATE TABLE half (id TEXT DEFAULT 'why?'); -- a question?\nINSERT INTO half VALUES ('?');"
	require.NoError(t, applyStep(step)(t.Context(), m, mark))
	require.Equal(t, 1, count("SELECT count(*) FROM half WHERE id = '?'"))
	require.Equal(t, 1, count("SELECT count(*) FROM bun_migrations"))
	require.NoError(t, m.MarkApplied(t.Context(), mark), "bun marks it once more")
	require.Equal(t, 1, count("SELECT count(*) FROM bun_migrations"))
}

func TestBackoff_doubles_up_to_five_minutes(t *testing.T) {
	t.Parallel()
	for failures, want := range map[int]time.Duration{
		0: time.Second, 1: time.Second, 2: 2 * time.Second, 3: 4 * time.Second, 9: 256 * time.Second,
		10: 5 * time.Minute, 64: 5 * time.Minute, 1000: 5 * time.Minute,
	} {
		for range 100 {
			got := backoff(failures)
			require.GreaterOrEqual(t, got, want*4/5, failures)
			require.Less(t, got, want*6/5, failures)
		}
	}
}

func TestAddress_of_a_file_with_odd_characters(t *testing.T) {
	t.Parallel()
	d, err := Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "a dir?", "é#100%&x=1.db"), Options{})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	require.NoError(t, d.Migrate(t.Context()))
	require.NoError(t, d.Ready(t.Context()))
	for pragma, want := range map[string]string{
		"foreign_keys": "1", "journal_mode": "wal", "synchronous": "2", "busy_timeout": "10000",
	} {
		var got string
		require.NoError(t, d.write.NewRaw("PRAGMA "+pragma).Scan(t.Context(), &got))
		require.Equal(t, want, got, pragma)
	}
	var readOnly string
	require.NoError(t, d.read.NewRaw("PRAGMA query_only").Scan(t.Context(), &readOnly))
	require.Equal(t, "1", readOnly)
}

// A database that is thrown away does not wait for the disk; any other does.
func TestOpen_volatile(t *testing.T) {
	t.Parallel()
	for volatile, want := range map[bool]string{true: "0", false: "2"} {
		d, err := Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "etal.db"), Options{Volatile: volatile})
		require.NoError(t, err)
		t.Cleanup(func() { _ = d.Close() })
		var got string
		require.NoError(t, d.write.NewRaw("PRAGMA synchronous").Scan(t.Context(), &got))
		require.Equal(t, want, got)
	}
}

// Its one connection reads and writes, and a unit that fails leaves nothing.
func TestOpen_volatile_has_one_connection(t *testing.T) {
	t.Parallel()
	path := "sqlite:" + filepath.Join(t.TempDir(), "etal.db")
	d, err := Open(t.Context(), path, Options{Volatile: true})
	require.NoError(t, err)
	require.NoError(t, d.Migrate(t.Context()))
	insert := func(failure error) error {
		return d.Write(t.Context(), func(ctx context.Context, tx Tx) error {
			_, err := tx.NewRaw("INSERT INTO simulated (n) VALUES (1)").Exec(ctx)
			return errors.Join(err, failure)
		})
	}
	count := func() (n int) {
		require.NoError(t, d.View(t.Context(), func(ctx context.Context, q Querier) error {
			return q.NewRaw("SELECT COUNT(*) FROM simulated").Scan(ctx, &n)
		}))
		return n
	}
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx Tx) error {
		_, err := tx.NewRaw("CREATE TABLE simulated (n BIGINT NOT NULL)").Exec(ctx)
		return err
	}))
	require.NoError(t, insert(nil))
	failure := errors.New("it died")
	require.ErrorIs(t, insert(failure), failure)
	require.Equal(t, 1, count())

	var group sync.WaitGroup
	for range 8 { // who reads meanwhile waits, and nobody for ever
		group.Go(func() {
			_ = count()
			_ = insert(nil)
		})
	}
	group.Wait()
	require.Equal(t, 9, count())
	require.NoError(t, d.Close())

	d, err = Open(t.Context(), path, Options{Volatile: true})
	require.NoError(t, err)
	t.Cleanup(func() { _ = d.Close() })
	require.Equal(t, 9, count(), "it is there after a restart")
}

// What comes again is prepared, whether its arguments stand in the text, are its
// own, as those of the job queue are, or there are none.
func TestForm_of_statements(t *testing.T) {
	t.Parallel()
	known, err := newTemplates(SQLite, Options{})
	require.NoError(t, err)
	own := []driver.NamedValue{{Ordinal: 1, Value: int64(7)}}
	for name, x := range map[string]struct {
		text     string
		args     []driver.NamedValue
		template string // when it comes again; "": it is never prepared
		values   int
	}{
		"lifted":        {"SELECT a FROM t WHERE b = " + string(mark) + "'x'", nil, "SELECT a FROM t WHERE b =  ?", 1},
		"own arguments": {"-- name: Get :one\nSELECT a FROM t WHERE b = ?1", own, "-- name: Get :one\nSELECT a FROM t WHERE b = ?1", 1},
		"none":          {"\n  select count(*) FROM t WHERE b = 'DUE'", nil, "\n  select count(*) FROM t WHERE b = 'DUE'", 0},
		"transaction":   {"BEGIN IMMEDIATE", nil, "", 0},
		"setting":       {"PRAGMA synchronous", nil, "", 0},
		"schema":        {"CREATE TABLE selected (a TEXT)", nil, "", 0},
		"a word":        {"SELECT", nil, "", 0},
		"a comment":     {"-- nothing", nil, "", 0},
	} {
		_, args, again := known.form(x.text, x.args)
		require.False(t, again, name)
		require.Len(t, args, len(x.args), name)
		text, args, again := known.form(x.text, x.args)
		require.Equal(t, x.template != "", again, name)
		if again {
			require.Equal(t, x.template, text, name)
			require.Len(t, args, x.values, name)
		}
	}
}
