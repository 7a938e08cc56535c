package stories_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
)

// An operator works through the refunds of a day, of a seller and of a status, from
// both ends, and each says of which order it is.
func TestFind_narrows_to_a_time_a_seller_and_a_status(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		var made []*refund.Refund
		for i := range 3 {
			made = append(made, m.gives(m.units(m.mill, 1)))
			if i == 1 { // two at the same instant
				m.Clock.Advance(time.Hour)
			}
		}
		m.Clock.Advance(time.Hour)
		bowl := m.gives(m.units(m.kiln, 1))
		require.Equal(t, m.order.Number, bowl.OrderNumber, "one that has just been made says it, too")

		find := func(f refund.Filter, args page.Args) *page.Connection[refund.Refund] {
			w, err := args.Window()
			require.NoError(t, err)
			c, err := m.App.Refunds.Find(t.Context(), m.olga.Actor, f, w)
			require.NoError(t, err)
			for _, r := range c.Nodes {
				require.Equal(t, m.order.Number, r.OrderNumber)
			}
			return c
		}
		ids := func(f refund.Filter) []refund.ID { return walk(t, f, find) }

		later, end := made[2].CreatedAt, bowl.CreatedAt
		require.Equal(t, []refund.ID{bowl.ID, made[2].ID, made[1].ID, made[0].ID}, ids(refund.Filter{}))
		require.Equal(t, []refund.ID{bowl.ID, made[2].ID}, ids(refund.Filter{CreatedAfter: &later}), "from an instant on")
		require.Equal(t, []refund.ID{made[1].ID, made[0].ID}, ids(refund.Filter{CreatedBefore: &later}), "before it")
		require.Equal(t, []refund.ID{made[2].ID}, ids(refund.Filter{CreatedAfter: &later, CreatedBefore: &end}))
		require.Equal(t, []refund.ID{bowl.ID}, ids(refund.Filter{SellerID: &m.kiln.ID, CreatedAfter: &later}))
		require.Empty(t, ids(refund.Filter{CreatedAfter: &end, CreatedBefore: &later}))

		_, err := m.App.Refunds.Cancel(t.Context(), m.olga.Actor, refund.CancelInput{RefundID: made[1].ID})
		require.NoError(t, err)
		cancelled, planned, sent := refund.StatusCancelled, refund.StatusPlanned, refund.StatusSucceeded
		require.Equal(t, []refund.ID{made[1].ID}, ids(refund.Filter{Status: &cancelled}))
		require.Equal(t, []refund.ID{bowl.ID, made[2].ID, made[0].ID}, ids(refund.Filter{Status: &planned}))
		require.Empty(t, ids(refund.Filter{Status: &sent}))
		m.Settle()
		require.Equal(t, []refund.ID{bowl.ID, made[2].ID, made[0].ID}, ids(refund.Filter{Status: &sent}))

		_, err = m.App.Refunds.Find(t.Context(), m.mill.Actor, refund.Filter{SellerID: &m.kiln.ID, CreatedAfter: &later}, page.First(10))
		require.Error(t, err, "another seller's are nobody's business")
	})
}

// walk reads a list one by one from both ends, which must agree.
func walk(t *testing.T, f refund.Filter, find func(refund.Filter, page.Args) *page.Connection[refund.Refund]) (ids []refund.ID) {
	t.Helper()
	one := 1
	for args := (page.Args{First: &one}); ; {
		c := find(f, args)
		for _, r := range c.Nodes {
			ids = append(ids, r.ID)
		}
		if !c.PageInfo.HasNextPage {
			break
		}
		args.After = c.PageInfo.EndCursor
	}
	var back []refund.ID
	for args := (page.Args{Last: &one}); ; {
		c := find(f, args)
		for _, r := range c.Nodes {
			back = append(back, r.ID)
		}
		if !c.PageInfo.HasPreviousPage {
			break
		}
		args.Before = c.PageInfo.StartCursor
	}
	slices.Reverse(back)
	require.Equal(t, ids, back)
	return ids
}
