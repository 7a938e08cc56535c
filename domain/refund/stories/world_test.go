package stories_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/catalog"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

// short is a hold that ends before Stripe's two days: sellers are transferred
// their money before it can be paid out.
var short = testkit.Setting("RELEASE_HOLD", "20h")

// market is two sellers, a buyer and an operator. Alice buys three packets of
// tea at 20.00 from Mill and a bowl at 40.00 from Kiln; the commission is 10 %.
type market struct {
	*testkit.World

	t          *testing.T
	alice      *testkit.Person
	olga       *testkit.Person
	mill, kiln *testkit.Seller
	tea, bowl  *testkit.Product
	order      *order.Order
	keys       int
}

func newMarket(t *testing.T, w *testkit.World) *market {
	t.Helper()
	m := &market{
		World: w, t: t, alice: w.Buyer("Alice"), olga: w.Operator(),
		mill: w.Seller("Mill", testkit.Onboarded), kiln: w.Seller("Kiln", testkit.Onboarded),
	}
	m.tea, m.bowl = m.mill.Product("Tea", "20.00", 10), m.kiln.Product("Bowl", "40.00", 10)
	m.order = m.alice.Buys(m.tea.Times(3), m.bowl.Times(1))
	return m
}

// each runs a story on both databases.
func each(t *testing.T, fn func(t *testing.T, m *market)) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) { fn(t, newMarket(t, w)) }, short)
}

// part is the seller's part of the order.
func (m *market) part(s *testkit.Seller) *order.SellerOrder {
	m.t.Helper()
	for _, p := range m.order.SellerOrders {
		if p.SellerID == s.ID {
			return p
		}
	}
	m.t.Fatal("no such part")
	return nil
}

// units asks for so many units of a seller's only line.
func (m *market) units(s *testkit.Seller, quantity int64) refund.CreateInput {
	m.t.Helper()
	p := m.part(s)
	m.keys++
	return refund.CreateInput{
		OrderID: id.Any(p.ID), Lines: []refund.LineAsk{{LineID: p.Lines[0].ID, Quantity: &quantity}},
		Reason: refund.ReasonReturned, IdempotencyKey: fmt.Sprint(m.keys),
	}
}

// flat asks for an amount of the whole order.
func (m *market) flat(amount string) refund.CreateInput {
	m.t.Helper()
	m.keys++
	return refund.CreateInput{
		OrderID: id.Any(m.order.ID), Amount: &money.Input{Amount: amount, CurrencyCode: "EUR"},
		Reason: refund.ReasonGoodwill, IdempotencyKey: fmt.Sprint(m.keys),
	}
}

// everything asks for all that remains of the order.
func (m *market) everything() refund.CreateInput {
	m.t.Helper()
	yes := true
	m.keys++
	return refund.CreateInput{OrderID: id.Any(m.order.ID), IsEverything: &yes, Reason: refund.ReasonCancelled, IdempotencyKey: fmt.Sprint(m.keys)}
}

func (m *market) gives(in refund.CreateInput) *refund.Refund {
	m.t.Helper()
	r, err := m.App.Refunds.Create(m.t.Context(), m.olga.Actor, in)
	require.NoError(m.t, err)
	require.NotNil(m.t, r.Refund, "within the limit")
	return r.Refund
}

// refund reads a refund as it stands.
func (m *market) refund(id refund.ID) *refund.Refund {
	m.t.Helper()
	r, err := m.App.Refunds.ByID(m.t.Context(), id)
	require.NoError(m.t, err)
	return r
}

// transfers lets both sellers ship and be transferred their money.
func (m *market) transfers() {
	m.t.Helper()
	m.mill.Ships(m.order)
	m.kiln.Ships(m.order)
	m.Advance(day)
	m.Settle()
}

// paysOut lets the sellers' money reach their banks.
func (m *market) paysOut() {
	m.t.Helper()
	m.Advance(3 * day)
	m.Settle()
	m.Advance(3 * day)
	m.Settle()
}

// sums are the balances of the platform's book, of one seller where named.
func (m *market) sums() map[string]int64 {
	m.t.Helper()
	all, err := m.App.Ledger.Entries(m.t.Context(), ledger.EntryFilter{}, page.First(100))
	require.NoError(m.t, err)
	sums := map[string]int64{}
	names := map[string]string{"": "", string(m.mill.ID): " Mill", string(m.kiln.ID): " Kiln"}
	for {
		for _, e := range all.Nodes {
			name := e.Account + names[string(e.SellerID)]
			if sums[name] += e.AmountMinor; sums[name] == 0 {
				delete(sums, name)
			}
		}
		if !all.PageInfo.HasNextPage {
			return sums
		}
		w, err := page.Args{After: all.PageInfo.EndCursor, First: ptr(100)}.Window()
		require.NoError(m.t, err)
		all, err = m.App.Ledger.Entries(m.t.Context(), ledger.EntryFilter{}, w)
		require.NoError(m.t, err)
	}
}

// book is sums without the mirror of the sellers' balances.
func (m *market) book() map[string]int64 {
	m.t.Helper()
	sums := m.sums()
	for name := range sums {
		if len(name) > 5 && name[:5] == "memo:" {
			delete(sums, name)
		}
	}
	return sums
}

func ptr[T any](v T) *T { return &v }

// stock is how many units of a product are on hand.
func (m *market) stock(p *testkit.Product) int64 {
	m.t.Helper()
	levels, err := m.App.Inventory.ByOffers(m.t.Context(), []catalog.OfferID{p.Offer})
	require.NoError(m.t, err)
	return levels[p.Offer].OnHand
}
