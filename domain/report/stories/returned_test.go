package stories_test

import (
	"fmt"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/tax"
	"github.com/etal-market/etal/internal/testkit"
)

// teahouse is where Alice buys two packets of tea at a time from Mill: for 60.00, less
// 6.00 that the platform pays, with 8 % of tax on what is left that the platform remits.
type teahouse struct {
	*testkit.World

	t          *testing.T
	alice      *testkit.Person
	olga, otto *testkit.Person
	mill       *testkit.Seller
	tea        *testkit.Product
	keys       int
}

func eachTeahouse(t *testing.T, fn func(t *testing.T, m *teahouse)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &teahouse{World: w, t: t, alice: w.Buyer("Alice"), olga: w.Operator(), otto: w.Operator(), mill: w.Seller("Mill", testkit.Onboarded)}
		m.tea = m.mill.Product("Tea", "30.00", 100)
		w.TopsUp(100_000)
		fn(t, m)
	})
}

func (m *teahouse) sells() *order.Order {
	m.t.Helper()
	q, err := pricing.Terms{Tariff: pricing.Flat(1000)}.Quote(pricing.Basket{
		Currency: "EUR",
		Lines: []pricing.Line{{Ref: string(m.tea.Offer), SellerID: m.mill.ID, UnitMinor: 3000, Quantity: 2, Taxes: []pricing.Tax{
			{Component: pricing.ComponentGoods, Jurisdiction: "US-CA", Rate: 800, Remitter: pricing.PartyPlatform},
		}}},
		Discounts: []pricing.Discount{{AmountMinor: 600, Lines: []int{0}}},
	})
	require.NoError(m.t, err)
	placed := m.alice.OrdersAt(q, m.tea.Times(2))
	m.alice.Pays(placed.Payment)
	m.Settle()
	return m.alice.Order(placed.Order.ID)
}

// givesHalf gives one of the two packets back.
func (m *teahouse) givesHalf(o *order.Order, by refund.Method) *refund.Refund {
	m.t.Helper()
	m.keys++
	one, part := int64(1), o.SellerOrders[0]
	made, err := m.App.Refunds.Create(m.t.Context(), m.olga.Actor, refund.CreateInput{
		OrderID: id.Any(part.ID), Lines: []refund.LineAsk{{LineID: part.Lines[0].ID, Quantity: &one}}, Method: &by,
		Reason: refund.ReasonReturned, IdempotencyKey: fmt.Sprint("key-", m.keys),
	})
	require.NoError(m.t, err)
	m.Settle()
	return made.Refund
}

func (m *teahouse) cancels(r *refund.Refund) {
	m.t.Helper()
	_, err := m.App.Refunds.Cancel(m.t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
	require.NoError(m.t, err)
	m.Settle()
}

// disputed lets the buyer's bank take the money of an order, and returns the dispute.
func disputed(t *testing.T, w *testkit.World, o *order.Order) string {
	t.Helper()
	w.Control("disputes", url.Values{"charge": {w.Payment(o.ID).ChargeID}})
	w.Settle()
	list, err := w.App.Disputes.OfOrder(t.Context(), o.ID)
	require.NoError(t, err)
	require.Len(t, list, 1)
	return list[0].ProviderID
}

// decides lets the bank decide about a dispute.
func decides(w *testkit.World, at, status string) {
	w.Control("disputes/"+at, url.Values{"status": {status}})
	w.Settle()
}

// remits puts on the books that tax was paid to California.
func (m *teahouse) remits(amount string) {
	m.t.Helper()
	jurisdiction, year := "US-CA", span("2035-01-01", "2035-12-31")
	asked, err := m.App.Taxes.ProposeRecord(m.t.Context(), m.olga.Actor, tax.RecordInput{
		Amount: money.Input{Amount: amount, CurrencyCode: "EUR"}, Jurisdiction: &jurisdiction, From: year.From, Until: year.From.AddDate(0, 1, 0),
		Reference: "T-1", Reason: "January", IdempotencyKey: "remits",
	})
	require.NoError(m.t, err)
	_, err = m.App.Approvals.Approve(m.t.Context(), m.otto.Actor, approval.ApproveInput{ID: asked.ID, PayloadHash: asked.Hash})
	require.NoError(m.t, err)
}

// A refund that came to nothing and a dispute that was won in the end have given no tax
// back: what a report says is open is what is payable.
func TestTaxes_of_what_came_to_nothing_are_not_returned(t *testing.T) {
	t.Parallel()
	eachTeahouse(t, func(t *testing.T, m *teahouse) {
		half := m.sells()
		m.cancels(m.givesHalf(half, refund.MethodBank))
		m.givesHalf(half, refund.MethodCredit)
		won := disputed(t, m.World, m.sells())
		decides(m.World, won, "lost")
		decides(m.World, won, "won")
		decides(m.World, disputed(t, m.World, m.sells()), "lost")
		m.sells()
		m.remits("1.00")

		rows, err := m.App.Reports.Taxes(t.Context(), span("2035-01-01", "2036-01-01"), nil)
		require.NoError(t, err)
		require.Len(t, rows, 1)
		each := rows[0].TaxMinor / 4
		require.Positive(t, each)
		require.Equal(t, each*3/2, rows[0].ReturnedMinor, "half of one order and all of another")
		payable, err := m.App.Taxes.Payables(t.Context())
		require.NoError(t, err)
		require.Contains(t, payable, &tax.Payable{Jurisdiction: "US-CA", Currency: "EUR", AmountMinor: rows[0].Open().Minor})
		m.Verified()
	})
}
