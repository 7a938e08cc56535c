package db

import (
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"
	"github.com/uptrace/bun/schema"
)

// Expression is a piece of SQL with its arguments, to be given to ColumnExpr.
type Expression = schema.QueryWithArgs

// MatchWords narrows a select over a table, known by the alias, to the rows
// that hold for each of the given words one that begins with it, and returns
// it with an expression for how well a row matches: a whole number, higher is
// better, comparable within one database. Words must consist of letters and
// digits and must have been folded as those in the table were.
//
// On PostgreSQL the table has a column words of type tsvector. On SQLite it
// has an integer primary key seq and an FTS5 table named <table>_words with
// two columns, of which the first weighs more.
func MatchWords(q *bun.SelectQuery, table, alias string, words []string) (narrowed *bun.SelectQuery, score Expression) {
	if q.Dialect().Name() == dialect.PG {
		query, column := "'"+strings.Join(words, "':* & '")+"':*", bun.Safe(alias+".words")
		return q.Where("? @@ ?::tsquery", column, query),
			bun.SafeQuery("CAST(ts_rank(?, ?::tsquery) * 1000000 AS BIGINT)", column, query)
	}
	query, index := `"`+strings.Join(words, `"* "`)+`"*`, bun.Safe(table+"_words")
	return q.Join("JOIN ? ON ?.rowid = ?.seq", index, index, bun.Safe(alias)).Where("? MATCH ?", index, query),
		bun.SafeQuery("CAST(-bm25(?, 10.0, 1.0) * 1000000 AS BIGINT)", index)
}
