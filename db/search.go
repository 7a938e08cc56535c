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
type Words struct {
	Table, Alias string
	Words        []string

	// Sample, unless it is empty, is a condition that few rows meet, whatever their words.
	// Those have an index <table>_sampled_words_idx of their own on PostgreSQL, which
	// gathers and sorts all rows with a word before the first one comes.
	Sample string
}

// Matches reads the rows that have the words, each once, in parts of which part gives
// each its columns and a limit. Rows that have all of the words come before those that
// have longer ones in their place: on SQLite the former come one by one, while all rows
// with longer words are gathered before the first one comes.
func (w Words) Matches(q Querier, part func(*bun.SelectQuery) *bun.SelectQuery) schema.QueryWithArgs {
	var parts []any
	for _, match := range []func(*bun.SelectQuery) *bun.SelectQuery{w.whole, w.longer} {
		from := match(q.NewSelect())
		if w.Sample == "" || from.Dialect().Name() != dialect.PG {
			parts = append(parts, part(from))
			continue
		}
		parts = append(parts, part(from.Where(w.Sample)), part(match(q.NewSelect()).Where("NOT ("+w.Sample+")")))
	}
	return bun.SafeQuery(strings.Repeat("SELECT * FROM (?) AS part UNION ALL ", len(parts)-1)+"SELECT * FROM (?) AS part", parts...)
}

// whole makes a select, which must not have a table yet, read the rows that have all
// of the words.
func (w Words) whole(q *bun.SelectQuery) *bun.SelectQuery {
	return w.match(q, "'"+strings.Join(w.Words, "' & '")+"'", `"`+strings.Join(w.Words, `" "`)+`"`)
}

// longer makes a select read the rows that whole leaves out and that have for each of
// the words one that begins with it.
func (w Words) longer(q *bun.SelectQuery) *bun.SelectQuery {
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

// GatherWords lets the indexes of the words of a table fall behind while very many rows
// are written, and returns what makes them right again. In between searches find the
// same, and take longer. On PostgreSQL the words of a row are otherwise put into the
// indexes one by one, which takes longer than everything else about it; SQLite gathers
// them by itself.
func (d *DB) GatherWords(ctx context.Context, table string) (settle func(context.Context) error, err error) {
	if d.Dialect() != Postgres {
		return func(context.Context) error { return nil }, nil
	}
	indexes := []string{table + "_words_idx", table + "_sampled_words_idx"}
	for _, index := range indexes {
		if _, err := d.write.NewRaw("ALTER INDEX IF EXISTS ? SET (fastupdate = on)", bun.Ident(index)).Exec(ctx); err != nil {
			return nil, fmt.Errorf("gather words of %s: %w", table, err)
		}
	}
	return func(ctx context.Context) error {
		var all []error
		for _, index := range indexes {
			_, err := d.write.NewRaw("ALTER INDEX IF EXISTS ? SET (fastupdate = off)", bun.Ident(index)).Exec(ctx)
			_, cleaned := d.write.NewRaw("SELECT gin_clean_pending_list(to_regclass(?))", index).Exec(ctx)
			all = append(all, err, cleaned)
		}
		return errors.Join(all...)
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
