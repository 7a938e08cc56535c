package db

import (
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"
)

// Words are searched in the rows of a table. They must consist of letters and
// digits and must have been folded as those in the table were.
//
// On PostgreSQL the table has a column words of type tsvector. On SQLite it
// has an integer primary key seq and an FTS5 table named <table>_words; CROSS JOIN
// makes SQLite begin with it, since it has no idea how many rows match.
//
// Whoever wants a bounded number of rows should ask for whole words first: on SQLite
// these come one by one, while all rows with longer words are gathered before the
// first one comes.
type Words struct {
	Table, Alias string
	Words        []string
}

// Whole makes a select, which must not have a table yet, read the rows that have all
// of the words.
func (w Words) Whole(q *bun.SelectQuery) *bun.SelectQuery {
	return w.match(q, "'"+strings.Join(w.Words, "' & '")+"'", `"`+strings.Join(w.Words, `" "`)+`"`)
}

// Longer makes a select read the rows that Whole leaves out and that have for each of
// the words one that begins with it.
func (w Words) Longer(q *bun.SelectQuery) *bun.SelectQuery {
	return w.match(q, "'"+strings.Join(w.Words, "':* & '")+"':* & !('"+strings.Join(w.Words, "' & '")+"')",
		`("`+strings.Join(w.Words, `"* "`)+`"*) NOT ("`+strings.Join(w.Words, `" "`)+`")`)
}

func (w Words) match(q *bun.SelectQuery, postgres, sqlite string) *bun.SelectQuery {
	table, alias := bun.Safe(w.Table), bun.Safe(w.Alias)
	if q.Dialect().Name() == dialect.PG {
		return q.TableExpr("? AS ?", table, alias).Where("?.words @@ ?::tsquery", alias, postgres)
	}
	index := bun.Safe(w.Table + "_words")
	return q.TableExpr("? CROSS JOIN ? AS ?", index, table, alias).
		Where("?.seq = ?.rowid", alias, index).Where("? MATCH ?", index, sqlite)
}
