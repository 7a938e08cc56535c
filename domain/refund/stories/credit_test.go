package stories_test

import (
	"fmt"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payment"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// gives gives Alice credit, by refunding some of what she has bought.
func (m *market) givesCredit(minor int64) {
	m.t.Helper()
	in := m.back(m.order.ID, &minor)
	in.Method = ptr(refund.MethodCredit)
	_, err := m.App.Refunds.Create(m.t.Context(), m.olga.Actor, in)
	require.NoError(m.t, err)
	m.Settle()
	require.Equal(m.t, minor, m.credit())
}

// credit is what Alice has.
func (m *market) credit() int64 {
	m.t.Helper()
	amounts, err := m.App.Refunds.CreditOf(m.t.Context(), m.alice.Actor, nil)
	require.NoError(m.t, err)
	if len(amounts) == 0 {
		return 0
	}
	return amounts[0].Minor
}

// back asks to refund all of an order to the card, or minor units of it.
func (m *market) back(orderID order.ID, minor *int64) refund.CreateInput {
	m.keys++
	in := refund.CreateInput{OrderID: id.Any(orderID), Reason: refund.ReasonDamaged, IdempotencyKey: fmt.Sprint(m.keys)}
	if minor == nil {
		in.IsEverything = ptr(true)
		return in
	}
	in.Amount = &money.Input{Amount: money.New(*minor, "EUR").Decimal(), CurrencyCode: "EUR"}
	return in
}

func (m *market) backOf(orderID order.ID) map[refund.Method]int64 {
	m.t.Helper()
	found, err := m.App.Refunds.Find(m.t.Context(), m.olga.Actor, refund.Filter{}, page.First(100))
	require.NoError(m.t, err)
	sums := map[refund.Method]int64{}
	for _, r := range found.Nodes {
		if r.OrderID == orderID {
			sums[r.Method] += r.AmountMinor
		}
	}
	return sums
}

func (m *market) completes(wish testkit.Wish, key string) (*order.Order, error) {
	c := m.alice.Cart(wish)
	return m.App.Checkout.Complete(m.t.Context(), m.alice.Account, checkout.CompleteInput{
		CartID: c.ID, ShippingAddress: m.alice.Address(), IdempotencyKey: key, UseCredit: ptr(true),
	})
}

// An order that credit pays for alone is paid at once, and asks nothing of Stripe.
// What is refunded of it is credit again, also by a seller, and the seller gets
// their money like any other.
func TestCredit_pays_an_order(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(10_000)
		m.givesCredit(5000)
		o, err := m.completes(m.tea.Times(2), "all")
		require.NoError(t, err)
		require.Equal(t, order.StatusPaid, o.Status)
		again, err := m.App.Checkout.Complete(t.Context(), m.alice.Account, checkout.CompleteInput{
			CartID: m.alice.Cart(m.tea.Times(1)).ID, ShippingAddress: m.alice.Address(), IdempotencyKey: "all", UseCredit: ptr(true),
		})
		require.Error(t, err, "the key named another cart")
		require.Nil(t, again)
		p := m.Payment(o.ID)
		require.Equal(t, payment.StatusCaptured, p.Status)
		require.Nil(t, p.IntentID)
		require.EqualValues(t, 4000, p.CreditMinor)
		require.EqualValues(t, 1000, m.credit())
		m.Balanced()

		m.mill.Ships(o)
		m.Advance(3 * day)
		m.Settle()
		m.Balanced()
		part := int64(1500)
		in := m.back(o.ID, &part)
		_, err = m.App.Refunds.Create(t.Context(), m.mill.Actor, in)
		require.NoError(t, err)
		m.Settle()
		require.EqualValues(t, 2500, m.credit())
		require.Equal(t, map[refund.Method]int64{refund.MethodCredit: 1500}, m.backOf(o.ID))
		m.Balanced()
	})
}

// The card pays what the credit does not, and never less than can be charged. A
// refund gives the credit back first, and the rest to the card, whatever it is of.
func TestCredit_pays_some_of_an_order(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(10_000)
		m.givesCredit(3980)
		o, err := m.completes(m.tea.Times(2), "some") // 40.00
		require.NoError(t, err)
		require.Equal(t, order.StatusAwaitingPayment, o.Status)
		p := m.Payment(o.ID)
		require.EqualValues(t, 3950, p.CreditMinor, "half a Euro can be charged, and twenty cents cannot")
		require.EqualValues(t, 50, p.ByCard().Minor)
		require.EqualValues(t, 30, m.credit())
		m.Verified()
		m.alice.Pays(p)
		m.Settle()
		require.Equal(t, order.StatusPaid, m.alice.Order(o.ID).Status)
		m.mill.Ships(o)
		m.Advance(3 * day)
		m.Settle()
		m.Balanced()

		part := int64(1000)
		_, err = m.App.Refunds.Create(t.Context(), m.olga.Actor, m.back(o.ID, &part))
		require.NoError(t, err)
		_, err = m.App.Refunds.Create(t.Context(), m.olga.Actor, m.back(o.ID, nil))
		require.NoError(t, err)
		m.Settle()
		require.Equal(t, map[refund.Method]int64{refund.MethodCredit: 3950, refund.MethodCard: 50}, m.backOf(o.ID))
		require.EqualValues(t, 3980, m.credit())
		m.Balanced()
	})
}

// Two carts at once have one credit: what one takes the other has not. An order
// that is not paid gives it back.
func TestCredit_is_spent_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.TopsUp(10_000)
		m.givesCredit(3000)
		var wg sync.WaitGroup
		orders := make([]*order.Order, 4)
		for i := range orders {
			c := m.alice.Cart(m.tea.Times(1)) // 20.00 each
			wg.Go(func() {
				var err error
				orders[i], err = m.App.Checkout.Complete(t.Context(), m.alice.Account, checkout.CompleteInput{
					CartID: c.ID, ShippingAddress: m.alice.Address(), IdempotencyKey: string(c.ID), UseCredit: ptr(true),
				})
				if err != nil {
					t.Errorf("complete: %v", err)
				}
			})
		}
		wg.Wait()
		spent, paid := int64(0), 0
		for _, o := range orders {
			spent += m.Payment(o.ID).CreditMinor
			if o.Status == order.StatusPaid {
				paid++
			}
		}
		require.EqualValues(t, 3000, spent)
		require.Equal(t, 1, paid)
		require.Zero(t, m.credit())
		m.Verified()

		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		m.Advance(31 * time.Minute)
		m.Settle()
		require.EqualValues(t, 1000, m.credit(), "three orders were not paid")
		m.Balanced()
	})
}
