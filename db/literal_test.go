package db

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"github.com/uptrace/bun/schema"
)

type thing struct {
	bun.BaseModel `bun:"table:things"`

	ID     string `bun:",pk"`
	Status string
	Minor  int64
	Note   *string
	Raw    []byte
	At     time.Time
	Data   map[string]string `bun:"type:jsonb"`
}

func marked() map[Dialect]schema.Dialect {
	return map[Dialect]schema.Dialect{Postgres: newPostgresDialect(), SQLite: newSQLiteDialect()}
}

func formatted(d schema.Dialect, query string, args ...any) string {
	return string(schema.NewQueryGen(d).AppendQuery(nil, query, args...))
}

func TestLift_makes_one_template_of_all_arguments(t *testing.T) {
	t.Parallel()
	for name, d := range marked() {
		at := time.Date(2026, 11, 25, 9, 0, 0, 42000, time.UTC)
		query := "SELECT 'it''s' AS \"a\x01b\" FROM things WHERE id = ? AND status = ? AND at <= ? AND raw = ? AND (x -- '\n) LIMIT ?"
		first, ok := lift(formatted(d, query, "o'neill", "READY_NOW", at, []byte{0, 1}, 20), name)
		require.True(t, ok, name)
		second, _ := lift(formatted(d, query, "\x01'; DROP TABLE things; --", "READY_NOW", at.Add(time.Hour), []byte{}, 20), name)
		require.Equal(t, first.template, second.template, name)
		require.Len(t, first.args, 3)
		require.Equal(t, "o'neill", first.args[0])
		require.Equal(t, "\x01'; DROP TABLE things; --", second.args[0])
		require.Contains(t, first.template, "status = 'READY_NOW'", "the planner sees words of closed sets")
		require.Contains(t, first.template, "\"a\x01b\"", "a mark inside of quotes is not one")
		require.Contains(t, first.template, "LIMIT 20")
		require.NotContains(t, first.template, "neill")
	}
}

func TestLift_takes_the_columns_of_a_model(t *testing.T) {
	t.Parallel()
	for name, d := range marked() {
		table := d.Tables().Get(reflect.TypeFor[thing]())
		var b []byte
		gen := schema.NewQueryGen(d)
		row := thing{ID: "thg_1", Status: "NEW", Minor: -1999, Raw: []byte{7}, Data: map[string]string{"a": "it's"}}
		for _, f := range table.Fields {
			b = append(f.AppendValue(gen, append(b, ", "...), reflect.ValueOf(&row).Elem()), ' ')
		}
		l, ok := lift(string(b), name)
		require.True(t, ok, name)
		require.Contains(t, l.args, any("thg_1"), name)
		require.Contains(t, l.args, any(int64(-1999)), name)
		require.Contains(t, l.args, any(`{"a":"it's"}`), name)
		require.NotContains(t, l.template, "1999", name)
		require.Contains(t, l.template, "NULL", "no value is no argument")
	}
}

// Whatever people type comes back from a lifted statement as it went in, and
// what is sent without parameters is what bun itself would have written.
func TestLift_loses_nothing(t *testing.T) {
	t.Parallel()
	plain := map[Dialect]schema.Dialect{Postgres: pgdialect.New(), SQLite: sqlitedialect.New()}
	pieces := []string{"'", "''", "\x01", "\x01'", "a", "A", "é", "--", "/*", "*/", "\n", "$1", "?", "\\", "\"", "X'", "1", " "}
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		args := make([]any, 1+random.IntN(5))
		for i := range args {
			var s strings.Builder
			for range random.IntN(8) {
				s.WriteString(pieces[random.IntN(len(pieces))])
			}
			args[i] = s.String()
		}
		query := "SELECT ?" + strings.Repeat(", ?", len(args)-1) + " FROM \"t'x\" -- ' comment\nWHERE a = '\x01' /* ' */"
		for name, d := range marked() {
			l, ok := lift(formatted(d, query, args...), name)
			expected := formatted(plain[name], query, args...)
			require.Equal(t, strings.ReplaceAll(expected, " ", ""), strings.ReplaceAll(unmarked(formatted(d, query, args...)), " ", ""), "%q", args)
			if !ok {
				continue
			}
			n := 0
			for _, arg := range args {
				if isWord(arg.(string)) {
					continue
				}
				require.Equal(t, arg, l.args[n], "%q", args)
				n++
			}
			require.Len(t, l.args, n)
			if name == SQLite {
				require.Equal(t, n, strings.Count(l.template, "?"))
				continue
			}
			require.Contains(t, l.template, fmt.Sprint("$", n))
			require.NotContains(t, l.template, fmt.Sprint("$", n+1))
		}
	}
}

func TestLift_leaves_alone_what_has_no_mark(t *testing.T) {
	t.Parallel()
	l, ok := lift("SELECT 1", SQLite)
	require.False(t, ok)
	require.Equal(t, "SELECT 1", l.template)
	require.Equal(t, "SELECT 1", unmarked("SELECT 1"))
}

func TestTemplates_prepare_what_comes_again(t *testing.T) {
	t.Parallel()
	known, err := newTemplates(SQLite, Options{})
	require.NoError(t, err)
	require.False(t, known.worth("a"))
	require.True(t, known.worth("a"))
	for i := range templatesMax {
		require.False(t, known.worth(fmt.Sprint("once ", i)))
	}
	require.False(t, known.worth("a"), "it was long ago")
	long := strings.Repeat("x", longest+1)
	require.False(t, known.worth(long))
	require.False(t, known.worth(long), "it is not worth its memory")
}

func BenchmarkLift(b *testing.B) {
	text := formatted(newPostgresDialect(), "SELECT id, status, minor, note FROM things WHERE id IN (?) AND at < ?",
		bun.List([]string{"thg_01kbx", "thg_02kbx", "thg_03kbx", "thg_04kbx"}), time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC))
	b.ReportAllocs()
	for b.Loop() {
		lift(text, Postgres)
	}
}
