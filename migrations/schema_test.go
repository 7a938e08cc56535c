package migrations_test

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
)

// ours are the tables this test looks at: not bun's, not River's, and neither
// the virtual tables of SQLite's text search nor those that keep their content.
const (
	postgresOurs = `c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^(bun|river)_'`
	sqliteOurs   = `t.type = 'table' AND t.schema = 'main' AND t.name NOT GLOB 'sqlite_*'
		AND t.name NOT GLOB 'bun_*' AND t.name NOT GLOB 'river_*'`
)

// ofOneDatabase are columns that only one database needs. Text search is the one
// thing that is built differently: PostgreSQL has a column of the words, and
// SQLite's index needs a number for each row.
var ofOneDatabase = regexp.MustCompile(`^column (\S+ TSVECTOR|(listings|search_entries)\.seq INTEGER)`)

// Both databases end with the same tables, columns, types, nullability, unique
// keys, foreign keys and named checks, or the same Go code would mean two
// things.
func TestSchema_is_the_same_on_both_databases(t *testing.T) {
	t.Parallel()
	sqlite, postgres := schemaOf(t, db.SQLite), schemaOf(t, db.Postgres)
	require.Contains(t, sqlite, "column outbox.payload JSONB not null")
	require.Contains(t, sqlite, "unique outbox_deliveries(event_id, handler)")
	require.Contains(t, sqlite, "foreign outbox_deliveries(event_id) -> outbox NO ACTION")
	require.Empty(t, cmp.Diff(sqlite, postgres), "-: only SQLite, +: only PostgreSQL")
}

// db.Violates computes the name of a key from what SQLite says. That works only
// for keys that follow the rule.
func TestSchema_unique_keys_are_named_by_the_rule(t *testing.T) {
	t.Parallel()
	d := dbtest.Open(t, db.Postgres, db.Options{})
	for _, key := range dbtest.List(t, d, `
		SELECT i.relname || ' ' || CASE WHEN x.indisprimary THEN c.relname || '_pkey'
			ELSE c.relname || '_' || string_agg(a.attname, '_' ORDER BY k.n) || '_key' END
		FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid,
			unnest(x.indkey) WITH ORDINALITY k(attnum, n)
			JOIN pg_attribute a ON a.attnum = k.attnum
		WHERE a.attrelid = x.indrelid AND x.indisunique AND x.indexprs IS NULL AND `+postgresOurs+`
		GROUP BY i.relname, c.relname, x.indisprimary`) {
		is, want, _ := strings.Cut(key, " ")
		require.Equal(t, want, is, "a key must be named <table>_<columns>_key")
		require.LessOrEqual(t, len(is), 63, "PostgreSQL cuts longer names")
	}
}

// A check without a name has no name on SQLite to ask for.
func TestSchema_checks_are_named(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	for _, statement := range dbtest.List(t, d, "SELECT sql FROM sqlite_master WHERE type = 'table' AND sql LIKE '%CHECK%' AND name NOT LIKE 'river%'") {
		text := withoutComments(statement)
		require.Len(t, namedCheck.FindAllString(text, -1), strings.Count(text, "CHECK"), statement)
	}
}

var (
	namedCheck = regexp.MustCompile(`CONSTRAINT\s+(\w+)\s+CHECK`)
	comment    = regexp.MustCompile(`--[^\n]*`)
)

func withoutComments(sql string) string { return comment.ReplaceAllString(sql, "") }

// schemaOf describes the schema in sorted lines.
func schemaOf(t *testing.T, dialect db.Dialect) []string {
	t.Helper()
	d := dbtest.Open(t, dialect, db.Options{})
	queries := []string{sqliteColumns, sqliteUnique, sqliteForeign}
	if dialect == db.Postgres {
		queries = []string{postgresColumns, postgresUnique, postgresForeign, postgresChecks}
	}
	var all []string
	for _, query := range queries {
		all = append(all, dbtest.List(t, d, query)...)
	}
	if dialect == db.SQLite {
		all = append(all, sqliteChecks(t, d)...)
	}
	all = slices.DeleteFunc(all, ofOneDatabase.MatchString)
	slices.Sort(all)
	return all
}

const (
	sqliteColumns = `SELECT 'column ' || t.name || '.' || c.name || ' ' || upper(c.type)
			|| CASE WHEN c."notnull" THEN ' not null' ELSE '' END || CASE WHEN c.dflt_value IS NULL THEN '' ELSE ' default' END
		FROM pragma_table_list t, pragma_table_xinfo(t.name) c WHERE ` + sqliteOurs
	postgresColumns = `SELECT 'column ' || c.relname || '.' || a.attname || ' '
			|| upper(replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz'))
			|| CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || CASE WHEN a.atthasdef THEN ' default' ELSE '' END
		FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE ` + postgresOurs

	sqliteUnique = `SELECT 'unique ' || t.name || '(' || coalesce((SELECT group_concat(coalesce(k.name, '<expression>'), ', ')
				FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) k), '') || ')' || CASE WHEN i.partial THEN ' where' ELSE '' END
		FROM pragma_table_list t, pragma_index_list(t.name) i WHERE i."unique" AND ` + sqliteOurs
	postgresUnique = `SELECT 'unique ' || c.relname || '(' || (SELECT string_agg(coalesce(a.attname, '<expression>'), ', ' ORDER BY k.n)
				FROM unnest(x.indkey) WITH ORDINALITY k(attnum, n)
				LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attnum AND k.attnum > 0)
			|| ')' || CASE WHEN x.indpred IS NULL THEN '' ELSE ' where' END
		FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid WHERE x.indisunique AND ` + postgresOurs

	sqliteForeign = `SELECT 'foreign ' || t.name || '(' || (SELECT group_concat(c."from", ', ')
				FROM (SELECT "from" FROM pragma_foreign_key_list(t.name) WHERE id = f.id ORDER BY seq) c)
			|| ') -> ' || f."table" || ' ' || f.on_delete
		FROM pragma_table_list t, pragma_foreign_key_list(t.name) f WHERE f.seq = 0 AND ` + sqliteOurs
	postgresForeign = `SELECT 'foreign ' || c.relname || '(' || (SELECT string_agg(a.attname, ', ' ORDER BY k.n)
				FROM unnest(f.conkey) WITH ORDINALITY k(attnum, n)
				JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.attnum)
			|| ') -> ' || r.relname || ' ' || CASE f.confdeltype WHEN 'a' THEN 'NO ACTION' WHEN 'r' THEN 'RESTRICT'
				WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'SET DEFAULT' END
		FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class r ON r.oid = f.confrelid
		WHERE f.contype = 'f' AND ` + postgresOurs

	postgresChecks = `SELECT 'check ' || c.relname || ' ' || k.conname
		FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE k.contype = 'c' AND ` + postgresOurs
)

func sqliteChecks(t *testing.T, d *db.DB) (all []string) {
	t.Helper()
	var tables []struct{ Name, SQL string }
	err := d.View(t.Context(), func(ctx context.Context, q db.Querier) error {
		return q.NewRaw(`SELECT t.name, m.sql FROM pragma_table_list t JOIN sqlite_master m ON m.name = t.name AND m.type = 'table' WHERE `+
			sqliteOurs).Scan(ctx, &tables)
	})
	require.NoError(t, err)
	for _, table := range tables {
		for _, found := range namedCheck.FindAllStringSubmatch(withoutComments(table.SQL), -1) {
			all = append(all, fmt.Sprintf("check %s %s", table.Name, found[1]))
		}
	}
	return all
}

// The recipe for changing a table of SQLite keeps the rows that point to it.
func TestRecipe_rebuilds_a_table_that_others_point_to(t *testing.T) {
	t.Parallel()
	d := dbtest.New(t)
	run := func(statements string) error {
		return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.NewRaw(statements).Exec(ctx)
			return err
		})
	}
	require.NoError(t, run(`CREATE TABLE p (id TEXT NOT NULL PRIMARY KEY, n BIGINT CONSTRAINT p_n_check CHECK (n > 0));
		CREATE TABLE c (id TEXT NOT NULL PRIMARY KEY, p_id TEXT REFERENCES p (id));
		INSERT INTO p VALUES ('a', 1); INSERT INTO c VALUES ('x', 'a')`))
	require.NoError(t, run(`PRAGMA defer_foreign_keys = ON;
		CREATE TABLE p_aside AS SELECT * FROM p;
		DROP TABLE p;
		CREATE TABLE p (id TEXT NOT NULL PRIMARY KEY, n BIGINT CONSTRAINT p_n_check CHECK (n >= 0));
		INSERT INTO p SELECT id, n FROM p_aside;
		DROP TABLE p_aside`))
	require.Empty(t, dbtest.List(t, d, `SELECT "table" FROM pragma_foreign_key_check`))
	require.Error(t, run("DELETE FROM p"), "the row of c still points here")
	require.NoError(t, run("INSERT INTO p VALUES ('b', 0)"))
}
