package dispute_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/refund"
)

// promises gives everything back, on a way on which the money stays for now.
func (m *market) promises(method refund.Method) *refund.Refund {
	m.t.Helper()
	everything := true
	made, err := m.App.Refunds.Create(m.t.Context(), m.olga.Actor, refund.CreateInput{
		OrderID: id.Any(m.order.ID), IsEverything: &everything, Method: &method, Reason: refund.ReasonCancelled, IdempotencyKey: "everything",
	})
	require.NoError(m.t, err)
	require.NotNil(m.t, made.Refund)
	return made.Refund
}

// hangs lets no refund reach Stripe for a while.
func (m *market) hangs(times string) {
	m.t.Helper()
	m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/refunds"}, "kind": {"reset_before"}, "count": {times}})
}

// The bank takes what a refund was about to give back. The sellers bear it, whichever
// of the two is heard of first.
func TestDispute_of_an_order_whose_refund_ends(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		run  func(m *market)
	}{
		{"the dispute is heard of first", func(m *market) {
			m.hangs("3")
			r := m.promises(refund.MethodCard)
			m.disputes(url.Values{})
			m.Advance(time.Hour)
			m.Settle()
			require.Equal(m.t, refund.StatusRefused, m.refund(r.ID).Status)
		}},
		{"the refund has ended first", func(m *market) {
			r := m.promises(refund.MethodCard)
			_, err := m.App.Refunds.Cancel(m.t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
			require.NoError(m.t, err)
			m.disputes(url.Values{})
		}},
		{"an operator takes it back", func(m *market) {
			r := m.promises(refund.MethodBank)
			m.disputes(url.Values{})
			require.Zero(m.t, m.book()["pay:seller:disputed Mill"])
			_, err := m.App.Refunds.Cancel(m.t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
			require.NoError(m.t, err)
			m.Settle()
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				c.run(m)
				b := m.book()
				require.EqualValues(t, -5400, b["pay:seller:disputed Mill"])
				require.EqualValues(t, -3600, b["pay:seller:disputed Kiln"])
				require.Zero(t, b["pay:buyer_refund"])
				require.Equal(t, []int64{6000, 4000}, m.shares())
				m.Balanced()

				m.decides(url.Values{"status": {"lost"}})
				b = m.book()
				require.Zero(t, b["rcv:dispute"])
				require.Zero(t, b["exp:dispute_loss"])
				require.Zero(t, b["pay:seller:held Mill"])
				m.Balanced()
			})
		})
	}
}

func (m *market) refund(refundID refund.ID) *refund.Refund {
	m.t.Helper()
	r, err := m.App.Refunds.ByID(m.t.Context(), refundID)
	require.NoError(m.t, err)
	return r
}

// shares are what Mill and Kiln have of the only dispute.
func (m *market) shares() []int64 {
	m.t.Helper()
	list, err := m.App.Disputes.OfOrder(m.t.Context(), m.order.ID)
	require.NoError(m.t, err)
	require.Len(m.t, list, 1)
	shares := make([]int64, 2)
	for _, p := range list[0].Parts {
		if p.SellerID == m.mill.ID {
			shares[0] += p.ShareMinor
		} else {
			shares[1] += p.ShareMinor
		}
	}
	return shares
}
