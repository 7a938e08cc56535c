package stories_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/privacy"
)

// ofPeople are names of columns that say who somebody is, or how to reach them, or
// in which people write about others.
var ofPeople = regexp.MustCompile(`(^|_)(account|buyer|person|user|author|actor|operator|reviewer|owner|proposer|approver|recipient|customer|member|guest)_id$` +
	`|_by$|(^|_)e?mail(_|$)|(^|_)phone|^ship_to$|^address$|(^|_)street|^password$|(^|_)birth|^first_name$|^last_name$|^agent$|^place$|_ip$|^ip$` +
	`|(^|_)(reason|note|evidence)$`)

// column is a column of the schema.
type column struct{ Table, Name string }

// columns lists the columns of our tables on a database, and which of them point
// at an account.
func columns(t *testing.T, dialect db.Dialect) (all, pointing []column) {
	t.Helper()
	d := dbtest.Open(t, dialect, db.Options{})
	queries := [2]string{
		`SELECT t.name AS "table", c.name AS name FROM pragma_table_list t, pragma_table_xinfo(t.name) c
			WHERE t.type = 'table' AND t.schema = 'main' AND t.name NOT GLOB 'sqlite_*' AND t.name NOT GLOB 'bun_*' AND t.name NOT GLOB 'river_*'`,
		`SELECT t.name AS "table", f."from" AS name FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
			WHERE t.schema = 'main' AND f."table" = 'accounts'`,
	}
	if dialect == db.Postgres {
		queries = [2]string{
			`SELECT c.relname AS "table", a.attname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
				WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^(bun|river)_'`,
			`SELECT c.relname AS "table", a.attname AS name FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
				JOIN pg_class r ON r.oid = f.confrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (f.conkey)
				WHERE f.contype = 'f' AND r.relname = 'accounts'`,
		}
	}
	require.NoError(t, d.Read(t.Context()).NewRaw(queries[0]).Scan(t.Context(), &all))
	require.NoError(t, d.Read(t.Context()).NewRaw(queries[1]).Scan(t.Context(), &pointing))
	require.NotEmpty(t, all)
	require.NotEmpty(t, pointing)
	return all, pointing
}

// covered reports whether the list says what becomes of a column.
func covered(t privacy.Table, name string) bool {
	return t.Delete && t.DeleteWhere == "" || t.Set[name] != "" || t.By[name] != "" || t.Kept[name] != ""
}

// TestTables_know_every_column_that_names_a_person walks the schema of both
// databases: whoever adds a table, or a column, that names an account, a person
// or an address must say in domain/privacy/tables.go what an export shows of it
// and what erasing does to it.
func TestTables_know_every_column_that_names_a_person(t *testing.T) {
	t.Parallel()
	byName := map[string]privacy.Table{}
	for _, table := range privacy.Tables() {
		require.NotContains(t, byName, table.Name, "listed twice")
		byName[table.Name] = table
	}
	for _, dialect := range []db.Dialect{db.SQLite, db.Postgres} {
		all, pointing := columns(t, dialect)
		found := 0
		for _, c := range all {
			if !ofPeople.MatchString(c.Name) && !slices.Contains(pointing, c) {
				continue
			}
			found++
			require.Contains(t, byName, c.Table, "%s.%s names a person: add the table to domain/privacy/tables.go", c.Table, c.Name)
			require.True(t, covered(byName[c.Table], c.Name),
				"%s.%s names a person: domain/privacy/tables.go must say what erasing does to it (Delete, Set, By or Kept)", c.Table, c.Name)
		}
		require.Greater(t, found, 30)
		for _, table := range byName {
			require.True(t, slices.ContainsFunc(all, func(c column) bool { return c.Table == table.Name }), "%s does not exist", table.Name)
			for _, names := range [][]string{table.Secret, keys(table.Set), keys(table.By), keys(table.Kept)} {
				for _, name := range names {
					require.Contains(t, all, column{table.Name, name}, "there is no such column")
				}
			}
			require.Equal(t, table.Where != "", table.About != "", "%s: a person must be told what the rows are", table.Name)
			require.True(t, table.Where != "" || len(table.Kept) > 0, "%s has neither rows of a person nor a reason", table.Name)
			for name, why := range table.Kept {
				require.Greater(t, len(strings.Fields(why)), 3, "%s.%s: why does it stay?", table.Name, name)
			}
		}
	}
}

func keys(m map[string]string) (names []string) {
	for name := range m {
		names = append(names, name)
	}
	return names
}
