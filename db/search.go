package db

import (
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"
	"github.com/uptrace/bun/schema"
)

// Expression is a piece of SQL with its arguments, to be given to ColumnExpr.
type Expression = schema.QueryWithArgs

// MatchWords makes a select read from a table, under the alias, the rows that
// hold for each of the given words one that begins with it, and returns it with
// an expression for how well a row matches: a whole number, higher is better,
// comparable within one database. The select must not have a table yet. Words
// must consist of letters and digits and must have been folded as those in the
// table were.
//
// On PostgreSQL the table has a column words of type tsvector. On SQLite it
// has an integer primary key seq and an FTS5 table named <table>_words with
// two columns, of which the first weighs more; CROSS JOIN makes SQLite begin
// with it, since it has no idea how many rows match.
func MatchWords(q *bun.SelectQuery, table, alias string, words []string) (matching *bun.SelectQuery, score Expression) {
	if q.Dialect().Name() == dialect.PG {
		query, column := "'"+strings.Join(words, "':* & '")+"':*", bun.Safe(alias+".words")
		return q.TableExpr("? AS ?", bun.Safe(table), bun.Safe(alias)).Where("? @@ ?::tsquery", column, query),
			bun.SafeQuery("CAST(ts_rank(?, ?::tsquery) * 1000000 AS BIGINT)", column, query)
	}
	query, index := `"`+strings.Join(words, `"* "`)+`"*`, bun.Safe(table+"_words")
	return q.TableExpr("? CROSS JOIN ? AS ?", index, bun.Safe(table), bun.Safe(alias)).
			Where("?.seq = ?.rowid", bun.Safe(alias), index).Where("? MATCH ?", index, query),
		bun.SafeQuery("CAST(-bm25(?, 10.0, 1.0) * 1000000 AS BIGINT)", index)
}

// Beginning narrows a select to rows whose column begins with a text, and sorts by
// it. It compares bytes whatever the collation of the database, so that an index
// serves it: on PostgreSQL one of `column COLLATE "C"`.
func Beginning(q *bun.SelectQuery, column, begin string) *bun.SelectQuery {
	return beginning(q, bytewise(q, column), begin)
}

// BeginningLower is Beginning for a column without the case of the letters A to Z:
// an index of lower(column), on PostgreSQL of `lower(column COLLATE "C")`, serves it.
func BeginningLower(q *bun.SelectQuery, column, begin string) *bun.SelectQuery {
	return beginning(q, bun.SafeQuery("lower(?)", bytewise(q, column)), begin)
}

// IsLower narrows a select to rows whose column is a text but for the case of the
// letters A to Z.
func IsLower(q *bun.SelectQuery, column, text string) *bun.SelectQuery {
	return q.Where("lower(?) = ?", bytewise(q, column), text)
}

func beginning(q *bun.SelectQuery, key Expression, begin string) *bun.SelectQuery {
	return q.Where("? >= ? AND ? < ?", key, begin, key, begin+"\U0010FFFF").OrderExpr("?", key)
}

// bytewise is a column as it compares byte by byte.
func bytewise(q *bun.SelectQuery, column string) Expression {
	if q.Dialect().Name() == dialect.PG {
		return bun.SafeQuery(`? COLLATE "C"`, bun.Safe(column))
	}
	return bun.SafeQuery("?", bun.Safe(column))
}
