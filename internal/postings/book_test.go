// Package postings_test works every row of the table of postings in numbers: what
// happens, and account by account what is booked for it.
package postings_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// story is a world with the worked order of the table of postings: two sellers, in
// dollars. A sells for 60.00 less a discount of 5.00 of its own, ships for 4.00,
// and the platform remits 4.40 of tax; B sells for 40.00 less 6.00 that the platform
// pays, which also ships for 6.00, and B remits 3.60 of tax. The buyer pays 107.00,
// the commission is 10 %, and Stripe keeps 3.40. A is owed 53.50 and B 39.60.
type story struct {
	*testkit.World

	t         *testing.T
	a, b      *testkit.Seller
	alice     *testkit.Person
	order     *order.Order
	last      string
	tea, bowl *testkit.Product
}

// each tells a story on both databases.
func each(t *testing.T, tell func(s *story), options ...testkit.Option) {
	t.Helper()
	options = append(options, testkit.Setting("CURRENCY", "USD"))
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		s := &story{World: w, t: t, a: w.Seller("Anna", testkit.Onboarded), b: w.Seller("Bert", testkit.Onboarded), alice: w.Buyer("Alice")}
		s.tea, s.bowl = s.a.Product("Tea", "30.00", 100), s.b.Product("Bowl", "40.00", 100)
		for _, of := range []*testkit.Seller{s.a, s.b} {
			of.AddsBank()
		}
		tell(s)
		w.Balanced()
	}, options...)
}

func (s *story) basket() pricing.Basket {
	return pricing.Basket{
		Currency: "USD",
		Lines: []pricing.Line{
			{Ref: string(s.tea.Offer), SellerID: s.a.ID, UnitMinor: 3000, Quantity: 2, Taxes: []pricing.Tax{
				{Component: pricing.ComponentGoods, Jurisdiction: "US-CA", Rate: 800, Remitter: pricing.PartyPlatform},
			}},
			{Ref: string(s.bowl.Offer), SellerID: s.b.ID, UnitMinor: 4000, Quantity: 1, Taxes: []pricing.Tax{
				{Component: pricing.ComponentGoods, Jurisdiction: "US-NY", Rate: 900, Remitter: pricing.PartySeller},
				{Component: pricing.ComponentShipping, Jurisdiction: "US-NY", Rate: 900, Remitter: pricing.PartySeller},
			}},
		},
		Discounts: []pricing.Discount{
			{AmountMinor: 500, SellerShare: 10_000, Lines: []int{0}}, {AmountMinor: 600, Lines: []int{1}},
		},
		Shipping: map[seller.ID]pricing.Shipping{
			s.a.ID: {AmountMinor: 400, By: pricing.PartySeller}, s.b.ID: {AmountMinor: 600, By: pricing.PartyPlatform},
		},
	}
}

// buys lets Alice buy the worked order.
func (s *story) buys(card string) {
	s.t.Helper()
	q, err := pricing.Terms{Tariff: pricing.Flat(1000)}.Quote(s.basket())
	require.NoError(s.t, err)
	placed := s.alice.OrdersAt(q, s.tea.Times(2), s.bowl.Times(1))
	require.EqualValues(s.t, 10_700, placed.Order.TotalMinor)
	status, body := s.alice.PaysWith(placed.Payment, card)
	require.Less(s.t, status, 300, body)
	s.Settle()
	s.order = s.alice.Order(placed.Order.ID)
}

func (s *story) ships() {
	s.t.Helper()
	s.a.Ships(s.order)
	s.b.Ships(s.order)
}

// line is what a journal books, account by account.
type line struct {
	ID, Kind, Account, SellerID string
	AmountMinor                 int64
}

// posted returns what was posted since it was asked last, a text for each journal:
// its kind, its debits, and its credits with a minus, each account once, in order.
func (s *story) posted() []string {
	s.t.Helper()
	var lines []line
	err := s.DB.Read(s.t.Context()).NewRaw(`
		SELECT j.id, j.kind, e.account, e.seller_id, CAST(SUM(e.amount_minor) AS BIGINT) AS amount_minor
		FROM ledger_journals AS j JOIN ledger_entries AS e ON e.journal_id = j.id
		WHERE j.id > ? GROUP BY j.id, j.kind, e.account, e.seller_id ORDER BY j.id`, s.last).Scan(s.t.Context(), &lines)
	require.NoError(s.t, err)
	names := map[string]string{string(s.a.ID): "/A", string(s.b.ID): "/B", "": ""}
	var journals []string
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].ID == lines[0].ID {
			n++
		}
		one := lines[:n]
		slices.SortFunc(one, func(x, y line) int {
			return strings.Compare(side(x)+x.Account+names[x.SellerID], side(y)+y.Account+names[y.SellerID])
		})
		text := one[0].Kind + ":"
		for _, l := range one {
			text += fmt.Sprintf(" %s%s %d", l.Account, names[l.SellerID], l.AmountMinor)
		}
		journals, s.last, lines = append(journals, text), lines[0].ID, lines[n:]
	}
	return journals
}

func side(l line) string {
	if l.AmountMinor > 0 {
		return "0"
	}
	return "1"
}

// books requires exactly these journals since the last time, in any order: what
// happens at one instant has none.
func (s *story) books(row string, want ...string) {
	s.t.Helper()
	got := s.posted()
	require.ElementsMatch(s.t, want, got, "row %s", row)
}
