package db

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Table is a table as the database itself describes it.
type Table struct {
	Name    string
	Columns []Column // in the order of the table
	Key     []string // the columns of the primary key; empty when it has none
	// Refers names the other tables that rows of this one refer to.
	Refers []string
}

// Column is a column of a Table.
type Column struct {
	Name string
	// IsInstant is whether it holds an instant.
	IsInstant bool
}

// Tables describes the tables of the database in the order of their names. It
// serves those who treat all tables alike; whoever knows a table writes a query.
func (d *DB) Tables(ctx context.Context) ([]Table, error) {
	columns, references := sqliteColumns, sqliteReferences
	if d.Dialect() == Postgres {
		columns, references = postgresColumns, postgresReferences
	}
	var rows []struct {
		TableName, ColumnName, Type string
		KeyPlace                    int64
	}
	if err := d.Read(ctx).NewRaw(columns).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("list columns: %w", err)
	}
	var refs []struct{ TableName, Refers string }
	if err := d.Read(ctx).NewRaw(references).Scan(ctx, &refs); err != nil {
		return nil, fmt.Errorf("list references: %w", err)
	}
	var tables []Table
	for _, r := range rows {
		if len(tables) == 0 || tables[len(tables)-1].Name != r.TableName {
			tables = append(tables, Table{Name: r.TableName})
		}
		t := &tables[len(tables)-1]
		t.Columns = append(t.Columns, Column{r.ColumnName, strings.HasPrefix(strings.ToLower(r.Type), "timestamp")})
		if r.KeyPlace > 0 {
			t.Key = append(t.Key, r.ColumnName)
		}
	}
	for _, r := range refs {
		i := slices.IndexFunc(tables, func(t Table) bool { return t.Name == r.TableName })
		if i >= 0 && r.Refers != r.TableName {
			tables[i].Refers = append(tables[i].Refers, r.Refers)
		}
	}
	return tables, nil
}

const (
	sqliteColumns = `SELECT m.name AS table_name, c.name AS column_name, c.type AS type, c.pk AS key_place
		FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c
		WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY m.name, c.cid`
	sqliteReferences = `SELECT DISTINCT m.name AS table_name, f."table" AS refers
		FROM sqlite_master AS m JOIN pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table' ORDER BY 1, 2`
	postgresColumns = `SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, NULL) AS type,
			COALESCE(array_position(k.conkey, a.attnum), 0) AS key_place
		FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
		LEFT JOIN pg_constraint AS k ON k.conrelid = c.oid AND k.contype = 'p'
		WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname, a.attnum`
	postgresReferences = `SELECT DISTINCT c.relname AS table_name, r.relname AS refers
		FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_class AS r ON r.oid = k.confrelid
		WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace ORDER BY 1, 2`
)

// cellsEnd separates the cells of a row that is read as literals.
const cellsEnd = "\x1f"

// InstantForm is the form of an instant within a literal, UTC, for time.Format.
// What follows it in the literal belongs to the dialect.
const InstantForm = "2006-01-02 15:04:05.000000"

// Literals reads all rows of a table, each column as the literal that would write
// it again, in the order of the key. The whole table is held in memory.
func (d *DB) Literals(ctx context.Context, t Table) ([][]string, error) {
	cells := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		cells[i] = d.literal(c)
	}
	separator := " || char(31) || "
	if d.Dialect() == Postgres {
		separator = " || chr(31) || "
	}
	statement := "SELECT " + strings.Join(cells, separator) + " FROM " + identifier(t.Name)
	if len(t.Key) > 0 {
		statement += " ORDER BY " + identifiers(t.Key)
	}
	var rows []string
	if err := d.Read(ctx).NewRaw(statement).Scan(ctx, &rows); err != nil {
		return nil, fmt.Errorf("read %s: %w", t.Name, err)
	}
	split := make([][]string, len(rows))
	for i, row := range rows {
		split[i] = strings.Split(row, cellsEnd)
	}
	return split, nil
}

// literal is the expression that makes a literal of a column.
func (d *DB) literal(c Column) string {
	name := identifier(c.Name)
	switch {
	case d.Dialect() == SQLite:
		return "quote(" + name + ")"
	case c.IsInstant:
		return "quote_nullable(to_char(" + name + " AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00')"
	default:
		return "quote_nullable(" + name + "::text)"
	}
}

// InsertLiterals inserts rows that are written as SQL already, "('a',1),('b',2)", in
// the order of the table's columns. They must come from Literals.
func (tx Tx) InsertLiterals(ctx context.Context, t Table, rows []byte) error {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	// The comment keeps the statement, which never comes again, from being prepared.
	statement := "/* literals */ INSERT INTO " + identifier(t.Name) + " (" + identifiers(names) + ") VALUES " + string(rows)
	if _, err := tx.ExecContext(ctx, statement); err != nil {
		return fmt.Errorf("insert into %s: %w", t.Name, err)
	}
	return nil
}

func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func identifiers(names []string) string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = identifier(n)
	}
	return strings.Join(list, ", ")
}

// KeyOf returns the cells of a row that Literals has read which make its key; all of
// them when the table has none.
func (t Table) KeyOf(row []string) []string {
	if len(t.Key) == 0 {
		return row
	}
	var key []string
	for i, c := range t.Columns {
		if slices.Contains(t.Key, c.Name) {
			key = append(key, row[i])
		}
	}
	return key
}
