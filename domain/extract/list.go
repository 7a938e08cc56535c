package extract

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/export"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
)

// rows are a page of a list, as cells.
type rows struct {
	rows  [][]string
	end   string // where the next page begins
	more  bool
	count func(ctx context.Context, atMost int64) (int64, error)
}

// list is one that files are made of.
type list struct {
	columns []string
	read    func(ctx context.Context, by actor.Actor, w page.Window) (*rows, error)
}

// names tells the names of sellers.
type names map[seller.ID]*seller.Seller

// of is the name of a seller as a cell; empty for nobody.
func (n names) of(id seller.ID) string {
	if n[id] == nil {
		return ""
	}
	return export.Text(n[id].Name)
}

// column is a column of a list: its name, and what stands in it.
type column[T any] struct {
	name string
	cell func(row *T, n names) string
}

// source is where the rows of a list come from, and what they are.
type source[T any] struct {
	find    func(ctx context.Context, by actor.Actor, w page.Window) (*page.Connection[T], error)
	sellers func(row *T) []seller.ID // whose names are in the row
	columns []column[T]
}

// listOf makes a list of a source.
func listOf[T any](sellers *seller.Service, from source[T]) list {
	l := list{}
	for _, c := range from.columns {
		l.columns = append(l.columns, c.name)
	}
	l.read = func(ctx context.Context, by actor.Actor, w page.Window) (*rows, error) {
		found, err := from.find(ctx, by, w)
		if err != nil {
			return nil, err
		}
		var ids []seller.ID
		for _, row := range found.Nodes {
			ids = append(ids, from.sellers(row)...)
		}
		slices.Sort(ids)
		n := names{}
		if ids = slices.Compact(ids); len(ids) > 0 {
			if n, err = sellers.ByIDs(ctx, ids); err != nil {
				return nil, fmt.Errorf("read sellers: %w", err)
			}
		}
		r := &rows{more: found.PageInfo.HasNextPage, count: found.Count}
		if found.PageInfo.EndCursor != nil {
			r.end = *found.PageInfo.EndCursor
		}
		for _, row := range found.Nodes {
			cells := make([]string, len(from.columns))
			for i, c := range from.columns {
				cells[i] = c.cell(row, n)
			}
			r.rows = append(r.rows, cells)
		}
		return r, nil
	}
	return l
}

// text is a column of what Étal itself has written: identifiers, states, numbers.
func text[T any, S ~string](name string, of func(*T) S) column[T] {
	return column[T]{name, func(row *T, _ names) string { return string(of(row)) }}
}

// typed is a column of what a person has typed.
func typed[T any](name string, of func(*T) string) column[T] {
	return column[T]{name, func(row *T, _ names) string { return export.Text(of(row)) }}
}

// named is a column of the names of sellers.
func named[T any](name string, of func(*T) seller.ID) column[T] {
	return column[T]{name, func(row *T, n names) string { return n.of(of(row)) }}
}

// instant is a column of instants, RFC 3339 in UTC; empty for what has not happened.
func instant[T any](name string, of func(*T) *time.Time) column[T] {
	return column[T]{name, func(row *T, _ names) string {
		at := of(row)
		if at == nil || at.IsZero() {
			return ""
		}
		return at.UTC().Format(time.RFC3339)
	}}
}

// amount is a column of amounts, in major units with a point.
func amount[T any](name string, of func(*T) money.Amount) column[T] {
	return column[T]{name, func(row *T, _ names) string { return of(row).Decimal() }}
}

// orEmpty is what a pointer points to, or nothing.
func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
