package page_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/page"
)

type row struct{ N int }

type key struct{ N int }

func ptr[T any](v T) *T { return &v }

func TestArgs_Window(t *testing.T) {
	t.Parallel()

	for name, c := range map[string]struct {
		args page.Args
		err  error
		size int
		back bool
	}{
		"default":           {size: page.DefaultSize},
		"first":             {args: page.Args{First: ptr(5)}, size: 5},
		"none":              {args: page.Args{First: ptr(0)}, size: 0},
		"last":              {args: page.Args{Last: ptr(5)}, size: 5, back: true},
		"last before":       {args: page.Args{Last: ptr(5), Before: ptr("x")}, size: 5, back: true},
		"negative":          {args: page.Args{First: ptr(-1)}, err: page.ErrSize},
		"too many":          {args: page.Args{First: ptr(101)}, err: page.ErrSize},
		"first and last":    {args: page.Args{First: ptr(1), Last: ptr(1)}, err: page.ErrSize},
		"after and before":  {args: page.Args{After: ptr("x"), Before: ptr("y")}, err: page.ErrSize},
		"first with before": {args: page.Args{First: ptr(1), Before: ptr("x")}, err: page.ErrSize},
		"last with after":   {args: page.Args{Last: ptr(1), After: ptr("x")}, err: page.ErrSize},
		"empty cursor":      {args: page.Args{After: ptr("")}, err: page.ErrCursor},
	} {
		w, err := c.args.Window()
		require.ErrorIs(t, err, c.err, name)
		if c.err == nil {
			require.Equal(t, c.size, w.Size, name)
			require.Equal(t, c.back, w.Backward, name)
		}
	}
}

func TestConnect_walks_both_ways(t *testing.T) {
	t.Parallel()

	w, err := page.Args{First: ptr(2)}.Window()
	require.NoError(t, err)
	c := page.Connect(w, []*row{{1}, {2}, {3}}, func(r *row) any { return key(*r) })
	require.Len(t, c.Nodes, 2)
	require.True(t, c.PageInfo.HasNextPage)
	require.False(t, c.PageInfo.HasPreviousPage)

	w, err = page.Args{First: ptr(2), After: c.PageInfo.EndCursor}.Window()
	require.NoError(t, err)
	var k key
	require.NoError(t, w.Decode(&k))
	require.Equal(t, 2, k.N)

	w, err = page.Args{Last: ptr(2), Before: c.PageInfo.EndCursor}.Window()
	require.NoError(t, err)
	c = page.Connect(w, []*row{{5}, {4}, {3}}, func(r *row) any { return key(*r) })
	require.Equal(t, []*row{{4}, {5}}, c.Nodes)
	require.True(t, c.PageInfo.HasPreviousPage)
	require.True(t, c.PageInfo.HasNextPage)
}

func TestWindow_Decode_refuses_what_it_did_not_hand_out(t *testing.T) {
	t.Parallel()

	for _, bad := range []string{"x", "!!!", page.Cursor("text"), page.Cursor([]int{1})} {
		w, err := page.Args{After: &bad}.Window()
		require.NoError(t, err)
		var k key
		require.ErrorIs(t, w.Decode(&k), page.ErrCursor, bad)
	}
}
