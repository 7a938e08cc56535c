package db_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
)

// Whatever a table holds is read as literals and written back as it was.
func TestLiterals_bring_back_what_was_read(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		exec(t, d, `
			CREATE TABLE colourful (
				id   TEXT        NOT NULL CONSTRAINT colourful_pkey PRIMARY KEY,
				n    BIGINT,
				yes  BOOLEAN     NOT NULL,
				at   TIMESTAMPTZ,
				form JSONB       NOT NULL,
				raw  BYTEA
			)`)
		at := time.Date(2026, 2, 28, 23, 59, 59, 1000, time.UTC)
		texts := []string{"plain", "", "it's", `back\slash`, `'); DROP TABLE things; --`, "what? ?0 $1 :name @x", "a,b),('c", "zwei\nZeilen", "日本 é", "\x01mark"}
		for i, text := range texts {
			exec(t, d, "INSERT INTO colourful VALUES (?, ?, ?, ?, ?, ?)", text, int64(i)-5, i%2 == 0, at.Add(time.Duration(i)*time.Hour), `{"a":"it's \"?\""}`, []byte{0, '\'', 255, byte(i)})
		}
		exec(t, d, "INSERT INTO colourful (id, yes, form) VALUES ('nothing', FALSE, '[]')")

		tables, err := d.Tables(t.Context())
		require.NoError(t, err)
		i := slices.IndexFunc(tables, func(t db.Table) bool { return t.Name == "colourful" })
		table := tables[i]
		require.Equal(t, []string{"id"}, table.Key)
		require.Equal(t, []db.Column{{Name: "id"}, {Name: "n"}, {Name: "yes"}, {Name: "at", IsInstant: true}, {Name: "form"}, {Name: "raw"}}, table.Columns)
		before, err := d.Literals(t.Context(), table)
		require.NoError(t, err)
		require.Len(t, before, len(texts)+1)
		column := func(name string) []string {
			var list []string
			require.NoError(t, d.Read(t.Context()).NewRaw("SELECT "+name+" FROM colourful WHERE id <> 'nothing' ORDER BY n").Scan(t.Context(), &list))
			return list
		}
		require.Equal(t, texts, column("id"))

		exec(t, d, "DELETE FROM colourful")
		rows := make([]string, len(before))
		for i, row := range before {
			require.Len(t, row, len(table.Columns))
			rows[i] = "(" + strings.Join(row, ",") + ")"
		}
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return tx.InsertLiterals(ctx, table, []byte(strings.Join(rows, ",")))
		}))
		after, err := d.Literals(t.Context(), table)
		require.NoError(t, err)
		require.Equal(t, before, after)
		require.Equal(t, texts, column("id"))
		for i, row := range after {
			if literal := row[3]; literal != "NULL" {
				found, err := time.Parse(db.InstantForm, literal[1:len(db.InstantForm)+1])
				require.NoError(t, err)
				require.Zero(t, found.Sub(at)%time.Hour, "row %d: %s", i, literal)
			}
			require.Equal(t, []string{row[0]}, table.KeyOf(row))
		}
		require.Error(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return tx.InsertLiterals(ctx, table, []byte(rows[0]))
		}), "the key is taken")
	})
}

func TestTables_know_what_refers_to_what(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, d *db.DB) {
		exec(t, d, "CREATE TABLE tree (id TEXT NOT NULL, place BIGINT NOT NULL, above TEXT REFERENCES parts (id), PRIMARY KEY (id, place))")
		tables, err := d.Tables(t.Context())
		require.NoError(t, err)
		require.True(t, slices.IsSortedFunc(tables, func(a, b db.Table) int { return strings.Compare(a.Name, b.Name) }))
		found := map[string]db.Table{}
		for _, table := range tables {
			found[table.Name] = table
		}
		require.Equal(t, []string{"things"}, found["parts"].Refers)
		require.Equal(t, []string{"parts"}, found["tree"].Refers)
		require.Equal(t, []string{"id", "place"}, found["tree"].Key)
		require.Empty(t, found["things"].Refers)
	})
}
