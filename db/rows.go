package db

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"github.com/uptrace/bun/schema"
)

// Each makes a destination of Scan that shows each row of a statement to fn, one
// after the other. It is for lists of many wide rows: nothing is looked up by the
// names of columns, and only what fn asks for is converted.
func Each(fn func(r *Row)) schema.Model { return &each{fn} }

type each struct{ fn func(r *Row) }

// Value implements schema.Model.
func (*each) Value() any { return nil }

// ScanRows implements schema.Model.
func (e *each) ScanRows(_ context.Context, rows *sql.Rows) (int, error) {
	columns, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	r := &Row{values: make([]any, len(columns))}
	into := make([]any, len(columns))
	for i := range into {
		into[i] = &r.values[i]
	}
	n := 0
	for ; rows.Next(); n++ {
		if err := rows.Scan(into...); err != nil {
			return n, err
		}
		if e.fn(r); r.err != nil {
			return n, r.err
		}
	}
	return n, rows.Err()
}

// Row is one row of a statement. Columns are numbered from 0, as the statement names
// them. It must not be kept.
type Row struct {
	values []any
	err    error // the first column that is not what it was taken for
}

// IsNull reports whether a column has no value.
func (r *Row) IsNull(column int) bool { return r.values[column] == nil }

// Text is a column of text; empty when it is null.
func (r *Row) Text(column int) string {
	switch v := r.values[column].(type) {
	case string:
		return v
	case []byte:
		return string(v)
	case nil:
		return ""
	default:
		return r.mistaken(column, "text")
	}
}

// TextOrNil is a column of text, or nil when it is null.
func (r *Row) TextOrNil(column int) *string {
	if r.IsNull(column) {
		return nil
	}
	text := r.Text(column)
	return &text
}

// Whole is a column of a whole number; 0 when it is null.
func (r *Row) Whole(column int) int64 {
	switch v := r.values[column].(type) {
	case int64:
		return v
	case nil:
		return 0
	default:
		r.mistaken(column, "a whole number")
		return 0
	}
}

// Instant is a column of an instant, in UTC; the zero instant when it is null.
func (r *Row) Instant(column int) time.Time {
	switch v := r.values[column].(type) {
	case time.Time:
		return v
	case string:
		t, err := time.Parse(InstantForm, v)
		if err != nil {
			r.mistaken(column, "an instant")
		}
		return t
	case nil:
		return time.Time{}
	default:
		r.mistaken(column, "an instant")
		return time.Time{}
	}
}

// InstantOrNil is a column of an instant, in UTC, or nil when it is null.
func (r *Row) InstantOrNil(column int) *time.Time {
	if r.IsNull(column) {
		return nil
	}
	t := r.Instant(column)
	return &t
}

// mistaken notes that a column is not what it was taken for. What it holds is not
// told: it may be about a person.
func (r *Row) mistaken(column int, what string) string {
	if r.err == nil {
		r.err = fmt.Errorf("db: column %d is %T and not %s", column, r.values[column], what)
	}
	return ""
}
