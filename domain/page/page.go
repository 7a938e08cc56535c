// Package page is keyset pagination in the form of the GraphQL cursor
// connections specification (Relay).
package page

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"

	"github.com/etal-market/etal/domain/fault"
)

// The sizes of a page.
const (
	DefaultSize = 20
	MaxSize     = 100
	// CountMax is how far a list is counted for whoever looks at it.
	CountMax = 1001
)

// Faults of paging arguments.
var (
	// ErrSize is returned for a page size outside 0–100 or for first with last.
	ErrSize = fault.New(fault.Invalid, "PAGE_SIZE", "Give first or last, not both, between 0 and 100.")
	// ErrCursor is returned for a cursor that this list did not hand out.
	ErrCursor = fault.New(fault.Invalid, "CURSOR_INVALID", "This cursor is not one of this list.")
)

// Args are the four arguments of a connection as they arrive.
type Args struct {
	First  *int
	After  *string
	Last   *int
	Before *string
}

// Window is a checked request for one page. Size is the number of items asked
// for; a query reads Limit() rows, one more, to know whether others follow.
type Window struct {
	Size     int
	Backward bool
	cursor   string
}

// Window checks the arguments.
func (a Args) Window() (Window, error) {
	w := Window{Size: DefaultSize}
	if a.First != nil && a.Last != nil || a.After != nil && a.Before != nil {
		return w, ErrSize
	}
	if a.Last != nil || a.Before != nil && a.First == nil {
		w.Backward = true
	}
	size := a.First
	if w.Backward {
		size = a.Last
	}
	if size != nil {
		if *size < 0 || *size > MaxSize {
			return w, ErrSize
		}
		w.Size = *size
	}
	cursor := a.After
	if w.Backward {
		cursor = a.Before
	} else if a.Before != nil {
		return w, ErrSize
	}
	if w.Backward && a.After != nil {
		return w, ErrSize
	}
	if cursor != nil {
		if *cursor == "" {
			return w, ErrCursor
		}
		w.cursor = *cursor
	}
	return w, nil
}

// First returns the window of the first n items, for callers inside Étal.
func First(n int) Window { return Window{Size: n} }

// After returns the window of the same size that follows a cursor, for callers
// inside Étal.
func (w Window) After(cursor string) Window {
	w.cursor, w.Backward = cursor, false
	return w
}

// Limit is the number of rows a query has to read.
func (w Window) Limit() int64 { return int64(w.Size) + 1 }

// HasCursor reports whether the page starts somewhere inside the list.
func (w Window) HasCursor() bool { return w.cursor != "" }

// Decode reads the cursor into dst, a pointer to the struct that Cursor got.
// It returns ErrCursor for anything that does not fit exactly.
func (w Window) Decode(dst any) error {
	raw, err := base64.RawURLEncoding.DecodeString(w.cursor)
	if err != nil || len(raw) > 1024 {
		return ErrCursor
	}
	if err := json.Unmarshal(raw, dst); err != nil {
		return ErrCursor
	}
	return nil
}

// Cursor encodes the sort key of a row.
func Cursor(key any) string {
	raw, err := json.Marshal(key)
	if err != nil {
		panic("page: cursor key does not encode: " + err.Error())
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

// Info is the PageInfo of the specification.
type Info struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// Edge is one item with its cursor.
type Edge[T any] struct {
	Cursor string
	Node   *T
}

// Connection is one page of a list.
type Connection[T any] struct {
	Edges    []*Edge[T]
	Nodes    []*T
	PageInfo *Info

	count func(ctx context.Context, atMost int64) (int64, error)
}

// Counted lets the list of this page be counted.
func (c *Connection[T]) Counted(by func(ctx context.Context, atMost int64) (int64, error)) *Connection[T] {
	c.count = by
	return c
}

// Count returns how many items the whole list has, and atMost when it has as many
// or more: counting ends there. A list that cannot be counted has 0.
func (c *Connection[T]) Count(ctx context.Context, atMost int64) (int64, error) {
	if c.count == nil {
		return 0, nil
	}
	return c.count(ctx, atMost)
}

// TotalCount returns how many items the whole list has, and CountMax when it has as
// many or more; nil for a list that cannot be counted.
func (c *Connection[T]) TotalCount(ctx context.Context) (*int, error) {
	if c.count == nil {
		return nil, nil
	}
	n, err := c.count(ctx, CountMax)
	total := int(n)
	return &total, err
}

// Connect cuts the rows read for w into a page. Rows must be in the order of
// the query: newest-first for a forward window means the reverse of it for a
// backward one, which Connect turns round again.
func Connect[T any](w Window, rows []*T, key func(*T) any) *Connection[T] {
	more := len(rows) > w.Size
	if more {
		rows = rows[:w.Size]
	}
	if w.Backward {
		slices.Reverse(rows)
	}
	c := &Connection[T]{
		Edges:    make([]*Edge[T], len(rows)),
		Nodes:    make([]*T, len(rows)),
		PageInfo: &Info{HasNextPage: more, HasPreviousPage: w.HasCursor()},
	}
	if w.Backward {
		c.PageInfo.HasNextPage, c.PageInfo.HasPreviousPage = w.HasCursor(), more
	}
	for i, row := range rows {
		c.Nodes[i] = row
		c.Edges[i] = &Edge[T]{Cursor: Cursor(key(row)), Node: row}
	}
	if n := len(rows); n > 0 {
		c.PageInfo.StartCursor = &c.Edges[0].Cursor
		c.PageInfo.EndCursor = &c.Edges[n-1].Cursor
	}
	return c
}
