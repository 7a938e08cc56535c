package db

import (
	"encoding/hex"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/uptrace/bun/dialect/pgdialect"
	"github.com/uptrace/bun/dialect/sqlitedialect"
	"github.com/uptrace/bun/schema"
)

// bun writes arguments into the text of a statement, so that each text is new
// and the database parses and plans it anew. Our dialects put a mark before
// what they write for an argument; lift finds the marks, and makes of the text
// a template with parameters that the database prepares once.
//
// The mark is a control character that no SQL of ours contains, and it counts
// outside of quotes only: whatever people type stands inside of them.
const mark = '\x01'

// wordMax bounds what counts as a word of a closed set.
const wordMax = 40

// isWord reports whether a string looks like a status, a currency, a kind: few
// capital letters. Such words stay in the text. The planner then knows them,
// which decides whether a partial index can be used.
func isWord(s string) bool {
	if s == "" || len(s) > wordMax {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'A' || c > 'Z') && c != '_' {
			return false
		}
	}
	return true
}

// postgresDialect is bun's, with marks.
type postgresDialect struct {
	*pgdialect.Dialect

	tables *schema.Tables
}

func newPostgresDialect() *postgresDialect {
	d := &postgresDialect{Dialect: pgdialect.New()}
	d.tables = schema.NewTables(d)
	return d
}

// Tables implements schema.Dialect.
func (d *postgresDialect) Tables() *schema.Tables { return d.tables }

// OnTable implements schema.Dialect.
func (d *postgresDialect) OnTable(table *schema.Table) {
	d.Dialect.OnTable(table)
	markNumbers(table)
}

// AppendString implements schema.Dialect.
func (d *postgresDialect) AppendString(b []byte, s string) []byte {
	return d.Dialect.AppendString(markUnless(isWord(s), b), s)
}

// AppendTime implements schema.Dialect.
func (d *postgresDialect) AppendTime(b []byte, t time.Time) []byte {
	return d.Dialect.AppendTime(append(b, mark), t)
}

// AppendBytes implements schema.Dialect.
func (d *postgresDialect) AppendBytes(b, bytes []byte) []byte {
	return d.Dialect.AppendBytes(append(b, mark), bytes)
}

// AppendJSON implements schema.Dialect.
func (d *postgresDialect) AppendJSON(b, json []byte) []byte {
	return d.Dialect.AppendJSON(append(b, mark), json)
}

// sqliteDialect is bun's, with marks, and with another text of an instant:
// UTC, without a zone, and always six digits of a second. Text then sorts as
// time does, also beside the job queue's own columns, and is read back as UTC
// whatever zone the process lives in. With a zone in it bun would read it as
// local time.
type sqliteDialect struct {
	*sqlitedialect.Dialect

	tables *schema.Tables
}

func newSQLiteDialect() *sqliteDialect {
	d := &sqliteDialect{Dialect: sqlitedialect.New()}
	d.tables = schema.NewTables(d)
	return d
}

// Tables implements schema.Dialect.
func (d *sqliteDialect) Tables() *schema.Tables { return d.tables }

// OnTable implements schema.Dialect.
func (d *sqliteDialect) OnTable(table *schema.Table) {
	d.Dialect.OnTable(table)
	markNumbers(table)
}

// AppendString implements schema.Dialect.
func (d *sqliteDialect) AppendString(b []byte, s string) []byte {
	return d.Dialect.AppendString(markUnless(isWord(s), b), s)
}

// AppendTime implements schema.Dialect.
func (*sqliteDialect) AppendTime(b []byte, t time.Time) []byte {
	return t.UTC().AppendFormat(append(b, mark), "'2006-01-02 15:04:05.000000'")
}

// AppendBytes implements schema.Dialect.
func (d *sqliteDialect) AppendBytes(b, bytes []byte) []byte {
	return d.Dialect.AppendBytes(append(b, mark), bytes)
}

// AppendJSON implements schema.Dialect.
func (d *sqliteDialect) AppendJSON(b, json []byte) []byte {
	return d.Dialect.AppendJSON(append(b, mark), json)
}

func markUnless(plain bool, b []byte) []byte {
	if plain {
		return b
	}
	return append(b, mark)
}

// markNumbers marks the whole numbers of a table's columns. Those that stand
// elsewhere, such as a LIMIT, do not pass through a dialect and stay as they are.
func markNumbers(table *schema.Table) {
	for _, field := range table.FieldMap {
		switch field.IndirectType.Kind() {
		case reflect.Int, reflect.Int32, reflect.Int64:
			plain := field.Append
			field.Append = func(gen schema.QueryGen, b []byte, v reflect.Value) []byte {
				return plain(gen, append(b, mark), v)
			}
		}
	}
}

// lifted is a statement whose arguments were lifted out of its text.
type lifted struct {
	template string // with $1, $2 … on PostgreSQL and ? on SQLite, which looks names up one by one
	args     []any  // string, int64 (a number) or []byte (SQLite's X'…')
}

// lift takes the marked literals out of a statement for a database. It reports false
// when there are none, and the text is to be sent without its marks.
func lift(text string, to Dialect) (lifted, bool) {
	if strings.IndexByte(text, mark) < 0 {
		return lifted{template: text}, false
	}
	var l lifted
	var template strings.Builder
	template.Grow(len(text))
	rest := marks(text, func(before, literal string) {
		template.WriteString(before)
		template.WriteByte(' ') // keeps tokens apart that the mark has parted
		if arg, ok := argument(literal); ok {
			l.args = append(l.args, arg)
			if to == SQLite {
				template.WriteByte('?')
				return
			}
			template.WriteByte('$')
			template.WriteString(strconv.Itoa(len(l.args)))
			return
		}
		template.WriteString(literal)
	})
	template.WriteString(rest)
	l.template = template.String()
	return l, len(l.args) > 0
}

// unmarked is a statement as bun would have written it.
func unmarked(text string) string {
	if strings.IndexByte(text, mark) < 0 {
		return text
	}
	var plain strings.Builder
	plain.Grow(len(text))
	plain.WriteString(marks(text, func(before, literal string) {
		plain.WriteString(before)
		plain.WriteByte(' ')
		plain.WriteString(literal)
	}))
	return plain.String()
}

// marks calls visit for each marked literal of a statement, with what is between it
// and the one before, and returns what is behind the last.
func marks(text string, visit func(before, literal string)) (rest string) {
	begun := 0
	for i := 0; i < len(text); {
		at := strings.IndexAny(text[i:], notable)
		if at < 0 {
			break
		}
		i += at
		if text[i] != mark {
			i = skip(text, i)
			continue
		}
		end := skip(text, i+1)
		visit(text[begun:i], text[i+1:end])
		i, begun = end, end
	}
	return text[begun:]
}

// notable begins whatever has to be looked at: a mark, and what may hold a
// character that looks like one.
const notable = string(mark) + "'\"-/"

// argument is the value of a marked literal: 'text', X'bytes' or a number. It
// reports false for NULL, and for what bun writes when it cannot write a value.
func argument(literal string) (any, bool) {
	if body, ok := strings.CutPrefix(literal, "X'"); ok {
		bytes, err := hex.DecodeString(strings.TrimSuffix(body, "'"))
		return bytes, err == nil
	}
	if literal != "" && literal[0] == '\'' {
		return strings.ReplaceAll(literal[1:len(literal)-1], "''", "'"), true
	}
	n, err := strconv.ParseInt(literal, 10, 64)
	return n, err == nil
}

// skip returns where the token that begins at i ends: a quoted one as a whole,
// a comment, a word or number, or one character.
func skip(text string, i int) int {
	switch c := text[i]; {
	case c == '\'' || c == '"':
		return quoted(text, i)
	case c == 'X' && strings.HasPrefix(text[i:], "X'"):
		return quoted(text, i+1)
	case strings.HasPrefix(text[i:], "--"):
		return after(text, i, "\n")
	case strings.HasPrefix(text[i:], "/*"):
		return after(text, i, "*/")
	case c == '-' && i+1 < len(text) && isWordByte(text[i+1]):
		return word(text, i+1)
	case isWordByte(c):
		return word(text, i)
	default:
		return i + 1
	}
}

// quoted returns the end of what begins with a quote, in which a quote is doubled.
func quoted(text string, i int) int {
	quote := text[i]
	for j := i + 1; j < len(text); j++ {
		if text[j] != quote {
			continue
		}
		if j+1 < len(text) && text[j+1] == quote {
			j++
			continue
		}
		return j + 1
	}
	return len(text)
}

func after(text string, i int, end string) int {
	if at := strings.Index(text[i:], end); at >= 0 {
		return i + at + len(end)
	}
	return len(text)
}

func word(text string, i int) int {
	for i < len(text) && isWordByte(text[i]) {
		i++
	}
	return i
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
