package e2e_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/cart"
	"github.com/etal-market/etal/domain/commission"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/pricing"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// What users of other marketplaces complain about, where it is about money, each
// told as a story with the outcome that it should have had. docs/stories.md says
// which complaint is which test.

// sore is a market with two sellers: tea for 60.00 from Mill, a bowl for 40.00
// from Kiln; the commission is 10 % unless a setting says otherwise.
type sore struct {
	*testkit.World

	t           *testing.T
	alice, olga *testkit.Person
	mill, kiln  *testkit.Seller
	tea, bowl   *testkit.Product
	keys        int
	parked      int // jobs that may have failed for good
}

const aDay = 24 * time.Hour

func pain(t *testing.T, fn func(t *testing.T, m *sore), options ...testkit.Option) {
	t.Helper()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		m := &sore{
			World: w, t: t, alice: w.Buyer("Alice"), olga: w.Operator(),
			mill: w.Seller("Mill", testkit.Onboarded), kiln: w.Seller("Kiln", testkit.Onboarded),
		}
		m.tea, m.bowl = m.mill.Product("Tea", "60.00", 100), m.kiln.Product("Bowl", "40.00", 100)
		fn(t, m)
		m.Settle()
		m.Balanced()
		require.LessOrEqual(t, m.Parked(), m.parked, "jobs that failed for good")
	}, append([]testkit.Option{testkit.Setting("RELEASE_HOLD", "20h")}, options...)...)
}

// later lets days pass, one by one.
func (m *sore) later(days int) {
	m.t.Helper()
	for range days {
		m.Advance(aDay)
		m.Settle()
	}
}

// ships lets both sellers send what they sold of an order, and waits until the money
// is with them at Stripe.
func (m *sore) ships(o *order.Order) {
	m.t.Helper()
	for _, s := range []*testkit.Seller{m.mill, m.kiln} {
		for _, p := range o.SellerOrders {
			if p.SellerID == s.ID {
				s.Ships(o)
			}
		}
	}
	m.later(1)
}

// has is what a seller has and is owed, less what they owe: with the platform, at
// Stripe, on the way and at the bank.
func (m *sore) has(s *testkit.Seller) int64 {
	m.t.Helper()
	all, err := ledger.SellerBalances(m.t.Context(), m.DB.Read(m.t.Context()), s.ID)
	require.NoError(m.t, err)
	sum := int64(0)
	for _, b := range all {
		sum += b.HeldMinor + b.ReleasableMinor + b.DisputedMinor + b.ReserveMinor - b.DebtMinor
		sum += b.PendingMinor + b.AvailableMinor + b.InTransitMinor + b.PaidOutMinor
	}
	return sum
}

// book is the balance of an account of the platform.
func (m *sore) book(account string) int64 {
	m.t.Helper()
	lines, err := m.App.Ledger.TrialBalance(m.t.Context())
	require.NoError(m.t, err)
	for _, l := range lines {
		if l.Account == account {
			return l.AmountMinor
		}
	}
	return 0
}

func partOf(o *order.Order, s *testkit.Seller) *order.SellerOrder {
	for _, p := range o.SellerOrders {
		if p.SellerID == s.ID {
			return p
		}
	}
	return nil
}

// units asks for units of a seller's first line.
func (m *sore) units(o *order.Order, s *testkit.Seller, n int64) refund.CreateInput {
	p := partOf(o, s)
	m.keys++
	return refund.CreateInput{
		OrderID: id.Any(p.ID), Lines: []refund.LineAsk{{LineID: p.Lines[0].ID, Quantity: &n}}, Reason: refund.ReasonReturned,
		IdempotencyKey: fmt.Sprint("pain-", m.keys),
	}
}

func (m *sore) everything(o *order.Order) refund.CreateInput {
	yes := true
	m.keys++
	return refund.CreateInput{OrderID: id.Any(o.ID), IsEverything: &yes, Reason: refund.ReasonCancelled, IdempotencyKey: fmt.Sprint("pain-", m.keys)}
}

func (m *sore) gives(by *testkit.Person, in refund.CreateInput) *refund.Refund {
	m.t.Helper()
	made, err := m.App.Refunds.Create(m.t.Context(), by.Actor, in)
	require.NoError(m.t, err)
	require.NotNil(m.t, made.Refund)
	m.Settle()
	return made.Refund
}

func (m *sore) transfers(s *testkit.Seller) []*payout.Transfer {
	m.t.Helper()
	list, err := m.App.Payouts.FindTransfers(m.t.Context(), s.Actor, payout.Filter{}, page.First(100))
	require.NoError(m.t, err)
	return list.Nodes
}

func (m *sore) payouts(s *testkit.Seller) []*payout.Payout {
	m.t.Helper()
	list, err := m.App.Payouts.FindPayouts(m.t.Context(), s.Actor, payout.Filter{}, page.First(100))
	require.NoError(m.t, err)
	return list.Nodes
}

// rules puts commission rules in force.
func (m *sore) rules(rules ...*commission.RuleInput) {
	m.t.Helper()
	first, second := m.OperatorWith(identity.OperatorFinance), m.OperatorWith(identity.OperatorFinance)
	made, err := m.App.Commissions.Save(m.t.Context(), first.Actor, commission.SaveInput{Rules: rules})
	require.NoError(m.t, err)
	p, err := m.App.Commissions.Publish(m.t.Context(), first.Actor, commission.PublishInput{
		RulesetID: made.ID, EffectiveFrom: m.Clock.Now().Add(time.Hour), Reason: "A story.",
	})
	require.NoError(m.t, err)
	_, err = m.App.Approvals.Approve(m.t.Context(), second.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
	require.NoError(m.t, err)
	m.Advance(time.Hour)
}

// buysAt lets Alice buy a tea and a bowl with what somebody takes off, and with
// shipping.
func (m *sore) buysAt(discounts []pricing.Discount, shipping map[seller.ID]pricing.Shipping) *order.Order {
	m.t.Helper()
	q, err := pricing.Terms{Tariff: pricing.Flat(1000)}.Quote(pricing.Basket{
		Currency: "EUR", Discounts: discounts, Shipping: shipping,
		Lines: []pricing.Line{
			{Ref: string(m.tea.Offer), SellerID: m.mill.ID, UnitMinor: 6000, Quantity: 1},
			{Ref: string(m.bowl.Offer), SellerID: m.kiln.ID, UnitMinor: 4000, Quantity: 1},
		},
	})
	require.NoError(m.t, err)
	placed := m.alice.OrdersAt(q, m.tea.Times(1), m.bowl.Times(1))
	status, body := m.alice.PaysWith(placed.Payment, "pm_card_bypassPending")
	require.Less(m.t, status, 300, body)
	m.Settle()
	return m.alice.Order(placed.Order.ID)
}

// part asks for all that remains of a seller's part.
func (m *sore) part(o *order.Order, s *testkit.Seller) refund.CreateInput {
	in := m.everything(o)
	in.OrderID = id.Any(partOf(o, s).ID)
	return in
}

// "The vendor's balance does not change after a refund", and the refund is paid by
// the platform. Here the seller gives exactly the net of what went back, wherever
// the money was, and the platform its commission and Stripe's fee.
func TestPain_the_balance_follows_every_refund(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		for name, until := range map[string]func(o *order.Order){
			"held":        func(*order.Order) {},
			"with Stripe": m.ships,
			"at the bank": func(o *order.Order) { m.ships(o); m.later(6) },
		} {
			before, others, earned := m.has(m.mill), m.has(m.kiln), m.book("rev:commission")+m.book("def:commission")
			o := m.alice.Buys(m.tea.Times(2), m.bowl.Times(1))
			until(o)
			require.Equal(t, before+10_800, m.has(m.mill), name)
			m.gives(m.olga, m.units(o, m.mill, 1))
			require.Equal(t, before+5_400, m.has(m.mill), name)
			require.Equal(t, others+3_600, m.has(m.kiln), "the other seller has nothing to do with it")
			m.gives(m.olga, m.everything(o))
			require.Equal(t, before, m.has(m.mill), name)
			require.Equal(t, others, m.has(m.kiln), name)
			require.Equal(t, earned, m.book("rev:commission")+m.book("def:commission"), "the commission went back, too")
			require.Zero(t, m.book("exp:refund_loss"), "the platform has paid nothing for the seller")
			require.Zero(t, m.book("exp:bad_debt"))
		}
		m.TopsUp(60_000)
	})
}

// "Who bears the commission of a refund should be a choice", "commission is not
// adjusted after a partial refund". It goes back with the goods unless the rule of
// the sale says otherwise.
func TestPain_who_bears_the_commission_of_a_refund_is_a_choice(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		keep := pricing.RefundKeepAll
		before := m.has(m.mill)
		o := m.alice.Buys(m.tea.Times(3))
		m.gives(m.olga, m.units(o, m.mill, 1))
		require.Equal(t, before+2*5_400, m.has(m.mill), "two are left, with their commission")
		require.EqualValues(t, -1_200, m.book("def:commission"))

		m.rules(&commission.RuleInput{Name: "All", BasisPoints: 1000, Refund: &keep})
		next := m.alice.Buys(m.tea.Times(3))
		m.gives(m.olga, m.units(next, m.mill, 1))
		require.Equal(t, before+2*5_400+2*5_400-600, m.has(m.mill), "the seller bears the commission of what went back")
		require.EqualValues(t, -1_200-1_800, m.book("def:commission"))
	})
}

// "The refund is computed at a blended rate." Each line goes back as it was sold:
// with the commission of its own rule, to the cent.
func TestPain_a_refund_is_not_blended(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		dear := m.mill.Product("Samovar", "199.99", 5)
		m.rules(
			&commission.RuleInput{Name: "Samovars", BasisPoints: 3000, When: &commission.ConditionInput{ProductIDs: []id.Any{id.Any(dear.ID)}}},
			&commission.RuleInput{Name: "All", BasisPoints: 500},
		)
		before := m.has(m.mill)
		o := m.alice.Buys(m.tea.Times(1), dear.Times(1))
		require.Equal(t, before+5_700+13_999, m.has(m.mill))
		for _, l := range partOf(o, m.mill).Lines {
			if l.UnitPrice().Minor != 19_999 {
				continue
			}
			one := int64(1)
			preview, err := m.App.Refunds.Preview(t.Context(), m.olga.Actor, refund.Ask{OrderID: id.Any(o.ID), Lines: []refund.LineAsk{{LineID: l.ID, Quantity: &one}}})
			require.NoError(t, err)
			require.EqualValues(t, 13_999, preview.Sellers[0].Gives.Minor)
			require.EqualValues(t, 6_000, preview.Sellers[0].CommissionReturned.Minor, "30 % of 199.99")
			m.gives(m.olga, refund.CreateInput{
				OrderID: id.Any(o.ID), Lines: []refund.LineAsk{{LineID: l.ID, Quantity: &one}}, Reason: refund.ReasonReturned, IdempotencyKey: "samovar",
			})
		}
		require.Equal(t, before+5_700, m.has(m.mill), "as if only tea had been sold")
	})
}

// "There is no refund split calculator." What a refund is going to do is said
// before, for each seller, and is what then happens.
func TestPain_a_refund_says_before_what_it_takes(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		o := m.alice.Buys(m.tea.Times(1), m.bowl.Times(1))
		m.ships(o)
		ask := refund.Ask{OrderID: id.Any(o.ID), Amount: &money.Input{Amount: "33.33", CurrencyCode: "EUR"}}
		before := map[seller.ID]int64{m.mill.ID: m.has(m.mill), m.kiln.ID: m.has(m.kiln)}
		preview, err := m.App.Refunds.Preview(t.Context(), m.olga.Actor, ask)
		require.NoError(t, err)
		require.Equal(t, before[m.mill.ID], m.has(m.mill), "asking changes nothing")
		m.gives(m.olga, refund.CreateInput{OrderID: ask.OrderID, Amount: ask.Amount, Reason: refund.ReasonGoodwill, IdempotencyKey: "1"})
		sum := int64(0)
		for _, s := range preview.Sellers {
			of := map[seller.ID]*testkit.Seller{m.mill.ID: m.mill, m.kiln.ID: m.kiln}[s.SellerID]
			require.Equal(t, before[s.SellerID]-s.Gives.Minor, m.has(of))
			sum += s.Gives.Minor + s.CommissionReturned.Minor
		}
		require.EqualValues(t, 3_333, sum, "nothing is lost between sellers and platform")
	})
}

// "Order of refund and transfer." Whichever comes first, also at once, the end is
// the same.
func TestPain_refund_and_transfer_in_any_order(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		before := m.has(m.mill)
		for range 4 {
			o := m.alice.Buys(m.tea.Times(2))
			m.mill.Ships(o)
			m.Advance(aDay) // the release is due, and so is the refund
			in := m.units(o, m.mill, 1)
			var both sync.WaitGroup
			var swept, given error
			both.Go(func() { swept = m.App.Payouts.Sweep(t.Context()) })
			both.Go(func() { _, given = m.App.Refunds.Create(t.Context(), m.olga.Actor, in) })
			both.Wait()
			require.NoError(t, swept)
			require.NoError(t, given)
			m.later(1)
			before += 5_400
			require.Equal(t, before, m.has(m.mill))
		}
	})
}

// "Refund process per vendor", and "any vendor could change the status of others'
// orders". A seller gives back of their own part, and of nobody else's.
func TestPain_each_seller_gives_back_their_own(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		o := m.alice.Buys(m.tea.Times(1), m.bowl.Times(1))
		before, others := m.has(m.mill), m.has(m.kiln)
		_, err := m.App.Refunds.Create(t.Context(), m.mill.Actor, m.units(o, m.kiln, 1))
		require.ErrorIs(t, err, order.ErrNotFound)
		stolen := m.units(o, m.kiln, 1)
		stolen.OrderID = id.Any(partOf(o, m.mill).ID) // one's own part, with a line of somebody else
		_, err = m.App.Refunds.Create(t.Context(), m.mill.Actor, stolen)
		require.Error(t, err)
		require.Equal(t, others, m.has(m.kiln))
		m.gives(m.mill.Person, m.everything(o)) // everything of theirs
		require.Equal(t, before-5_400, m.has(m.mill))
		require.Equal(t, others, m.has(m.kiln))
	})
}

// "6.45 at 30 % lost a cent." Integers, half a cent away from zero; seller and
// platform have the price between them, at any price and rate.
func TestPain_no_cent_is_lost(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		before := m.has(m.mill)
		price, sum, commission := int64(0), int64(0), int64(0)
		for _, text := range []string{"6.45", "0.55", "19.99", "33.33", "100.01", "7.77"} {
			o := m.alice.Buys(m.mill.Product("At "+text, text, 9).Times(3))
			p := partOf(o, m.mill)
			require.Equal(t, p.TotalMinor, p.NetMinor()+p.CommissionMinor, text)
			price, sum, commission = price+p.TotalMinor, sum+p.NetMinor(), commission+p.CommissionMinor
		}
		require.EqualValues(t, (645+55+1999+3333+10_001+777)*3, price)
		require.EqualValues(t, 581+50+1799+3000+9001+699, commission, "30 % of each line, half a cent away from zero")
		require.Equal(t, before+sum, m.has(m.mill))
		require.Equal(t, -commission, m.book("def:commission"))
	}, testkit.Setting("COMMISSION_BASIS_POINTS", "3000"))
}

// Commission that is recomputed from the rules of today when something comes
// back. Here the line keeps how it was reckoned.
func TestPain_rules_of_today_do_not_change_sales_of_yesterday(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		before := m.has(m.mill)
		o := m.alice.Buys(m.tea.Times(2))
		m.rules(&commission.RuleInput{Name: "All", BasisPoints: 4000})
		m.gives(m.olga, m.units(o, m.mill, 1))
		require.Equal(t, before+5_400, m.has(m.mill), "10 % went back, not 40 %")
		require.EqualValues(t, -600, m.book("def:commission"))
		m.alice.Buys(m.tea.Times(1))
		require.Equal(t, before+5_400+3_600, m.has(m.mill))
	})
}

// "Payouts were never created, because nobody had scheduled the job", "no funds
// are routed to the connected accounts". It happens by itself, to each seller.
func TestPain_payouts_happen_by_themselves(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		m.ships(m.alice.Buys(m.tea.Times(1), m.bowl.Times(1)))
		m.later(6)
		for s, amount := range map[*testkit.Seller]int64{m.mill: 5_400, m.kiln: 3_600} {
			list := m.payouts(s)
			require.Len(t, list, 1)
			require.Equal(t, payout.StatusPaid, list[0].Status)
			require.Equal(t, amount, list[0].AmountMinor)
		}
	})
}

// "A release after an ambiguous failure would pay twice", "double pay on retry".
// Whatever the answer of Stripe was, the transfer is made once.
func TestPain_an_ambiguous_failure_pays_once(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored", "502_html", "truncated", "409_in_use", "429_rate_limit"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			pain(t, func(t *testing.T, m *sore) {
				effect := url.Values{"method": {"POST"}, "path": {"/v1/transfers"}, "kind": {kind}, "count": {"2"}}
				if kind == "500_stored" || kind == "502_html" {
					effect.Set("effect", "true")
				}
				if kind == "500_stored" { // Stripe repeats it for a day: the job gives up, the sweep does not
					m.parked = 2
				}
				m.Control("faults", effect)
				m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/payouts"}, "kind": {kind}})
				m.ships(m.alice.Buys(m.tea.Times(1)))
				m.later(8)
				require.Len(t, m.transfers(m.mill), 1)
				require.EqualValues(t, 5_400, m.has(m.mill))
				require.Len(t, m.payouts(m.mill), 1)
				require.Equal(t, payout.StatusPaid, m.payouts(m.mill)[0].Status)
			})
		})
	}
}

// "A cached refusal poisons the idempotency key for 24 hours." What was refused is
// an end; the next attempt is another one, under another key, as soon as the
// reason has gone.
func TestPain_a_refusal_is_not_for_ever(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		account := *m.mill.PayoutAccount().ProviderID
		o := m.alice.Buys(m.tea.Times(1))
		m.mill.Ships(o)
		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"10"}, "type": {"account.*"}})
		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"10"}, "type": {"capability.*"}})
		m.Control("accounts/"+account+"/capabilities/transfers", url.Values{"status": {"inactive"}}) // and we do not hear of it
		m.later(1)
		require.Zero(t, m.book("clr:transfer"))
		m.Control("accounts/"+account+"/capabilities/transfers", url.Values{"status": {"auto"}})
		m.later(2) // well within the life of a key
		sent := 0
		for _, tr := range m.transfers(m.mill) {
			if tr.Status == payout.TransferSucceeded {
				sent++
			}
		}
		require.Equal(t, 1, sent)
	})
}

// "Pending for ever; the minimum was not shown." What waits says why, and from
// how much on it does not.
func TestPain_the_minimum_is_said(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		m.ships(m.alice.Buys(m.tea.Times(1)))
		m.later(4)
		require.Empty(t, m.payouts(m.mill))
		list, err := m.App.Payouts.OutlooksOf(t.Context(), m.mill.Actor, nil)
		require.NoError(t, err)
		require.Len(t, list, 1)
		require.Contains(t, list[0].BlockedBy, payout.BlockBelowMinimum)
		require.Contains(t, list[0].Text(), "80.00 EUR")
		m.ships(m.alice.Buys(m.tea.Times(1)))
		m.later(6)
		require.EqualValues(t, 10_800, m.payouts(m.mill)[0].AmountMinor, "and then all of it")
	}, testkit.Setting("PAYOUT_MINIMUM", "8000"))
}

// "Balances were incremented twice." Everything that Stripe tells arrives twice,
// in two events, and out of order.
func TestPain_news_that_comes_twice_counts_once(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		for _, kind := range []string{"duplicate", "two_events", "reorder"} {
			m.Control("webhooks/faults", url.Values{"kind": {kind}, "count": {"40"}})
		}
		o := m.alice.Buys(m.tea.Times(2))
		m.ships(o)
		m.gives(m.olga, m.units(o, m.mill, 1))
		m.later(6)
		m.Control("disputes", url.Values{"charge": {o.ChargeID}, "amount": {"6000"}})
		m.Settle()
		require.EqualValues(t, 5_400, m.has(m.mill), "it is kept aside, or not got yet, and is not lost")
		list, err := m.App.Disputes.OfOrder(t.Context(), o.ID)
		require.NoError(t, err)
		m.Control("disputes/"+list[0].ProviderID, url.Values{"status": {"lost"}})
		m.Settle()
		require.Zero(t, m.has(m.mill))
	})
}

// "payout.failed is not handled." The money is in the balance again, the seller is
// told, and the next payout waits for another bank account.
func TestPain_a_payout_that_fails_is_known(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		m.ships(m.alice.Buys(m.tea.Times(1)))
		m.later(6)
		m.Control("payouts/"+*m.payouts(m.mill)[0].ProviderID+"/fail", url.Values{"code": {"account_closed"}})
		m.later(4)
		require.Len(t, m.payouts(m.mill), 1, "it is not sent to the same bank again and again")
		require.Equal(t, "account_closed", m.payouts(m.mill)[0].FailureCode)
		require.EqualValues(t, 5_400, m.has(m.mill))
		told := 0
		for _, mail := range m.App.CaughtMail() {
			if mail.To == m.mill.Email && strings.Contains(mail.Subject, "sent a payout back") {
				told++
			}
		}
		require.Equal(t, 1, told)
		m.Control("accounts/"+*m.mill.PayoutAccount().ProviderID+"/onboard", url.Values{"account_number": {"000123456789"}})
		m.later(4)
		require.Equal(t, payout.StatusPaid, m.payouts(m.mill)[0].Status)
	})
}

// "Transfers fail for insufficient balance." A transfer draws on its own charge,
// so it does not matter what else is in the balance, or that it is pending.
func TestPain_a_transfer_needs_no_other_money(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		o := m.alice.Buys(m.tea.Times(1))
		m.mill.Ships(o)
		m.Settle() // the charge is not available for two days
		require.Len(t, m.transfers(m.mill), 1)
		require.Equal(t, payout.TransferSucceeded, m.transfers(m.mill)[0].Status)
		m.later(6)
		require.EqualValues(t, 5_400, m.has(m.mill))
	}, testkit.Setting("RELEASE_HOLD", "0s"))
}

// "Payouts with refunds and batches." One payout is of all that is available,
// less what went back since; it is itemised in the ledger.
func TestPain_a_payout_after_refunds(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		first, second := m.alice.Buys(m.tea.Times(1)), m.alice.Buys(m.tea.Times(2))
		m.mill.Ships(first)
		m.mill.Ships(second)
		m.later(1)
		m.gives(m.olga, m.units(second, m.mill, 1))
		m.later(6)
		sum := int64(0)
		for _, p := range m.payouts(m.mill) {
			require.Equal(t, payout.StatusPaid, p.Status)
			sum += p.AmountMinor
		}
		require.EqualValues(t, 2*5_400, sum)
	})
}

// "A promotion leaks to other sellers after the split", and one discount shows three
// amounts. What is taken off a line stays with it and with who pays for it, when it is
// sold, paid out and given back.
func TestPain_a_discount_stays_with_its_line(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		o := m.buysAt([]pricing.Discount{
			{AmountMinor: 600, SellerShare: 10_000, Lines: []int{0}}, // Mill's, off the tea
			{AmountMinor: 400, Lines: []int{1}},                      // the platform's, off the bowl
		}, nil)
		require.EqualValues(t, 9_000, o.TotalMinor)
		require.EqualValues(t, 5_400, partOf(o, m.mill).TotalMinor)
		require.EqualValues(t, 3_600, partOf(o, m.kiln).TotalMinor)
		tea, bowl := partOf(o, m.mill).Lines[0], partOf(o, m.kiln).Lines[0]
		require.Equal(t, []int64{600, 0}, []int64{tea.SellerDiscountMinor, tea.PlatformDiscountMinor})
		require.Equal(t, []int64{0, 400}, []int64{bowl.SellerDiscountMinor, bowl.PlatformDiscountMinor})
		stands := func(mill, kiln, platform int64) {
			t.Helper()
			require.Equal(t, []int64{mill, kiln, platform}, []int64{m.has(m.mill), m.has(m.kiln), m.book("exp:promo_platform")})
		}
		stands(4_860, 3_600, 400) // 54.00 less 10 % of them; 40.00 less 10 %, of which the buyer has paid 36.00
		m.ships(o)
		stands(4_860, 3_600, 400)
		require.EqualValues(t, 5_400, m.gives(m.olga, m.part(o, m.mill)).AmountMinor)
		stands(0, 3_600, 400)
		require.EqualValues(t, 3_600, m.gives(m.olga, m.part(o, m.kiln)).AmountMinor)
		stands(0, 0, 0)
	})
}

// "The vendor gets more than the order" with a discount, and the coupon is not in the
// base of the commission. One that is for the whole cart is divided over its lines, and
// sellers and platform pay their shares of it: together they have what the buyer paid.
func TestPain_a_discount_of_the_cart_is_paid_by_shares(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		o := m.buysAt([]pricing.Discount{{AmountMinor: 1_000, SellerShare: 5_000}}, nil)
		require.EqualValues(t, 9_000, o.TotalMinor)
		require.EqualValues(t, 5_130, m.has(m.mill), "60.00 less 3.00 of its own, less 10 % of what is left")
		require.EqualValues(t, 3_420, m.has(m.kiln), "40.00 less 2.00 of its own, less 10 % of what is left")
		require.EqualValues(t, 500, m.book("exp:promo_platform"))
		require.EqualValues(t, -950, m.book("def:commission"), "9.50, of which the platform pays 5.00 for its half of the discount")
		m.gives(m.olga, m.everything(o))
		require.Zero(t, m.has(m.mill))
		require.Zero(t, m.has(m.kiln))
		require.Zero(t, m.book("exp:promo_platform"))
		require.Zero(t, m.book("def:commission"))
	})
}

// "One shipping method of the platform for the whole cart." The platform ships what
// several sellers have sold, gets what the buyer pays for it, and gives it back with
// the part that it was for.
func TestPain_the_platform_ships_the_whole_cart(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		o := m.buysAt(nil, map[seller.ID]pricing.Shipping{
			m.mill.ID: {AmountMinor: 300, By: pricing.PartyPlatform}, m.kiln.ID: {AmountMinor: 200, By: pricing.PartyPlatform},
		})
		require.EqualValues(t, 10_500, o.TotalMinor)
		require.EqualValues(t, 5_400, m.has(m.mill), "nothing of the shipping")
		require.EqualValues(t, 3_600, m.has(m.kiln))
		require.EqualValues(t, -500, m.book("rev:shipping"))
		m.ships(o)
		require.EqualValues(t, 4_200, m.gives(m.olga, m.part(o, m.kiln)).AmountMinor, "the bowl with its shipping")
		require.EqualValues(t, 5_400, m.has(m.mill))
		require.Zero(t, m.has(m.kiln))
		require.EqualValues(t, -300, m.book("rev:shipping"))
	})
}

// "Duplicate orders." The same command, many times at once and again later, is one
// order and one payment.
func TestPain_the_same_checkout_is_one_order(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		c := m.alice.Cart(m.tea.Times(1), m.bowl.Times(1))
		var all sync.WaitGroup
		orders, errs := make([]*order.Order, 8), make([]error, 8)
		for i := range orders {
			all.Go(func() { orders[i], errs[i] = m.alice.Complete(c, "the same") })
		}
		all.Wait()
		made := map[order.ID]bool{}
		for i, o := range orders {
			if errs[i] == nil {
				made[o.ID] = true
			}
		}
		require.Len(t, made, 1)
		_, err := m.alice.Complete(c, "another")
		require.Error(t, err, "the cart is bought")
	})
}

// "The cart is stuck when a seller goes inactive." It says which line cannot be
// bought; without it the rest is.
func TestPain_a_cart_goes_on_without_a_seller(t *testing.T) {
	t.Parallel()
	pain(t, func(t *testing.T, m *sore) {
		c := m.alice.Cart(m.tea.Times(1), m.bowl.Times(1))
		_, err := m.App.Sellers.Suspend(t.Context(), m.olga.Actor, seller.RefuseInput{SellerID: m.kiln.ID, Reason: "A story."})
		require.NoError(t, err)
		m.Settle()
		_, err = m.alice.Complete(c, "with")
		require.Error(t, err)
		for _, l := range c.Lines {
			if l.OfferID == m.bowl.Offer {
				_, err = m.App.Carts.RemoveLine(t.Context(), m.alice.Account, cart.LineRemoveInput{CartID: c.ID, LineID: l.ID})
				require.NoError(t, err)
			}
		}
		o, err := m.alice.Complete(c, "without")
		require.NoError(t, err)
		require.Len(t, o.SellerOrders, 1)
		p := m.Payment(o.ID)
		status, body := m.alice.PaysWith(p, "pm_card_visa")
		require.Equal(t, http.StatusOK, status, body)
		m.Settle()
		require.EqualValues(t, 5_400, m.has(m.mill))
	})
}
