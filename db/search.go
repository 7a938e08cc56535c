package db

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/uptrace/bun"
	"github.com/uptrace/bun/dialect"
	"github.com/uptrace/bun/schema"
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

// GatherWords lets the index of the words of a table fall behind while very many rows
// are written, and returns what makes it right again. In between searches find the
// same, and take longer. On PostgreSQL the words of a row are otherwise put into the
// index one by one, which takes longer than everything else about it; SQLite gathers
// them by itself.
func (d *DB) GatherWords(ctx context.Context, table string) (settle func(context.Context) error, err error) {
	if d.Dialect() != Postgres {
		return func(context.Context) error { return nil }, nil
	}
	index := bun.Ident(table + "_words_idx")
	if _, err := d.write.NewRaw("ALTER INDEX ? SET (fastupdate = on)", index).Exec(ctx); err != nil {
		return nil, fmt.Errorf("gather words of %s: %w", table, err)
	}
	return func(ctx context.Context) error {
		_, err := d.write.NewRaw("ALTER INDEX ? SET (fastupdate = off)", index).Exec(ctx)
		_, cleaned := d.write.NewRaw("SELECT gin_clean_pending_list(?)", table+"_words_idx").Exec(ctx)
		return errors.Join(err, cleaned)
	}, nil
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

func beginning(q *bun.SelectQuery, key schema.QueryWithArgs, begin string) *bun.SelectQuery {
	return q.Where("? >= ? AND ? < ?", key, begin, key, begin+"\U0010FFFF").OrderExpr("?", key)
}

// bytewise is a column as it compares byte by byte.
func bytewise(q *bun.SelectQuery, column string) schema.QueryWithArgs {
	if q.Dialect().Name() == dialect.PG {
		return bun.SafeQuery(`? COLLATE "C"`, bun.Safe(column))
	}
	return bun.SafeQuery("?", bun.Safe(column))
}
