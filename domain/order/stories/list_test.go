package stories_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/seller"
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

// An operator narrows the orders of everybody to those with a part of one seller; a
// buyer who does so sees no more than their own.
func TestFind_orders_of_a_seller(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		tea, bowl := mill.Product("Tea", "12.50", 100), kiln.Product("Bowl", "40.00", 100)
		alice, bob := w.Buyer("Alice"), w.Buyer("Bob")
		teas, both, bowls := alice.Orders(tea.Times(1)).Order, bob.Orders(tea.Times(2), bowl.Times(1)).Order, alice.Orders(bowl.Times(1)).Order
		of := func(by *testkit.Person, f order.Filter) (ids []order.ID) {
			for _, outline := range []order.Outline{order.Whole, order.OutlineOfParts} {
				c, err := w.App.Orders.Find(t.Context(), by.Actor, f.In(outline), page.First(10))
				require.NoError(t, err)
				ids = nil
				for _, o := range c.Nodes {
					ids = append(ids, o.ID)
				}
			}
			return ids
		}
		op, nobody := w.Operator(), seller.ID("sel_nobody")
		require.Equal(t, []order.ID{both.ID, teas.ID}, of(op, order.Filter{SellerID: &mill.ID}))
		require.Equal(t, []order.ID{bowls.ID, both.ID}, of(op, order.Filter{SellerID: &kiln.ID}))
		require.Equal(t, []order.ID{teas.ID}, of(alice, order.Filter{SellerID: &mill.ID}))
		require.Empty(t, of(op, order.Filter{SellerID: &nobody}))
		require.Empty(t, of(op, order.Filter{SellerID: &mill.ID, Number: bowls.Number}))
		at := bowls.PlacedAt
		require.Equal(t, []order.ID{bowls.ID, both.ID}, of(op, order.Filter{SellerID: &kiln.ID, PlacedAfter: &at}))
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
