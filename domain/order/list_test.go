package order_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/internal/testkit"
)

func TestFind_pages_of_a_time_are_complete_from_both_ends(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		tea := w.Seller("Mill").Product("Tea", "12.50", 100)
		alice := w.Buyer("Alice")
		var orders, parts []string
		var instants []time.Time
		for i := range 9 {
			if i%3 != 0 { // some at the same instant
				w.Clock.Advance(time.Minute)
			}
			o := alice.Orders(tea.Times(1)).Order
			orders, parts = append(orders, string(o.ID)), append(parts, string(o.SellerOrders[0].ID))
			instants = append(instants, o.PlacedAt)
		}
		after, before := instants[1], instants[8]
		within := func(ids []string) (some []string) {
			for i, id := range ids {
				if !instants[i].Before(after) && instants[i].Before(before) {
					some = append(some, id)
				}
			}
			return some
		}
		require.NotEmpty(t, within(orders))
		op := w.Operator().Actor
		for _, backward := range []bool{false, true} {
			require.ElementsMatch(t, within(orders), walk(t, backward, func(win page.Window) (ids []string, info *page.Info) {
				c, err := w.App.Orders.Find(t.Context(), op, order.Filter{PlacedAfter: &after, PlacedBefore: &before}, win)
				require.NoError(t, err)
				require.True(t, slices.IsSortedFunc(c.Nodes, func(a, b *order.Order) int { return b.PlacedAt.Compare(a.PlacedAt) }))
				for _, o := range c.Nodes {
					ids = append(ids, string(o.ID))
				}
				return ids, c.PageInfo
			}))
			require.ElementsMatch(t, within(parts), walk(t, backward, func(win page.Window) (ids []string, info *page.Info) {
				c, err := w.App.Orders.FindSellerOrders(t.Context(), op, order.SellerOrderFilter{PlacedAfter: &after, PlacedBefore: &before}, win)
				require.NoError(t, err)
				for _, o := range c.Nodes {
					ids = append(ids, string(o.ID))
				}
				return ids, c.PageInfo
			}))
		}
	})
}

// walk reads a list two by two.
func walk(t *testing.T, backward bool, read func(page.Window) ([]string, *page.Info)) (all []string) {
	t.Helper()
	two := 2
	args := page.Args{First: &two}
	if backward {
		args = page.Args{Last: &two}
	}
	for {
		win, err := args.Window()
		require.NoError(t, err)
		ids, info := read(win)
		all = append(all, ids...)
		switch {
		case backward && info.HasPreviousPage:
			args.Before = info.StartCursor
		case !backward && info.HasNextPage:
			args.After = info.EndCursor
		default:
			return all
		}
	}
}
