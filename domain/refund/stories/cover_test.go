package stories_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
)

// Our refund hangs, and an operator gives the money back in the Dashboard. Ours is
// refused then: sellers pay for the other one.
func TestVoid_lets_the_sellers_pay_for_what_was_made_at_the_provider(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/refunds"}, "kind": {"reset_before"}, "count": {"30"}})
		ours := m.gives(m.everything())
		_, err := m.DB.Drain(t.Context(), m.App.Jobs(), m.Clock.Now())
		require.NoError(t, err)
		require.Equal(t, refund.StatusUnknown, m.refund(ours.ID).Status)
		m.RefundsAtStripe(m.order.ChargeID, 10000)
		m.Settle()
		require.EqualValues(t, 10000, m.book()["exp:refund_loss"])
		m.Advance(time.Hour)
		m.Settle()
		require.Equal(t, refund.StatusRefused, m.refund(ours.ID).Status)
		require.Equal(t, map[string]int64{"exp:psp_fee": 320, "stripe:pending": -320}, m.book())
		list, err := m.App.Refunds.Find(t.Context(), m.olga.Actor, refund.Filter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, list.Nodes, 2)
		require.Zero(t, list.Nodes[0].LossMinor)
		m.Balanced()
	})
}
