package stories_test

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
)

// Everything goes back before anything was transferred: only Stripe's fee is
// lost. The platform's balance lacks that fee, so the refund waits for a top-up.
func TestCreate_everything_before_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		r := m.gives(m.everything())
		require.EqualValues(t, 10000, r.AmountMinor)
		require.Equal(t, refund.StatusPlanned, r.Status)
		m.Settle()
		require.Equal(t, refund.StatusPending, m.refund(r.ID).Status, "the balance is short")
		require.Equal(t, map[string]int64{"exp:psp_fee": 320, "stripe:pending": 9680, "pay:buyer_refund": -10000}, m.book())
		m.Balanced()

		m.Advance(3 * day)
		m.TopsUp(320)
		m.Settle()
		m.Balanced()
		require.Equal(t, refund.StatusSucceeded, m.refund(r.ID).Status)
		require.Equal(t, map[string]int64{"exp:psp_fee": 320, "bank": -320}, m.book())

		for _, part := range m.order.SellerOrders { // nobody ships what nobody waits for
			_, err := m.App.Orders.Ship(t.Context(), actor.Actor{SellerID: string(part.SellerID)}, order.ShipInput{SellerOrderID: part.ID})
			require.ErrorIs(t, err, order.ErrState)
		}
		m.Advance(day)
		m.Settle() // nothing is left to transfer
		require.Equal(t, map[string]int64{"exp:psp_fee": 320, "bank": -320}, m.book())
		m.Balanced()
	})
}

// One of three packets, after Mill has got its money: 18.00 comes back from Mill
// and 2.00 from the platform, and Kiln is not touched.
func TestCreate_units_after_the_transfer(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.transfers()
		before := m.sums()
		require.EqualValues(t, 1000, -before["rev:commission"])
		r := m.gives(m.units(m.mill, 1))
		require.EqualValues(t, 2000, r.AmountMinor)
		require.EqualValues(t, 1800, m.book()["rcv:seller Mill"])
		m.Settle()
		m.TopsUp(2000)
		m.Settle()
		m.Balanced()
		require.Equal(t, refund.StatusSucceeded, m.refund(r.ID).Status)
		after := m.sums()
		require.EqualValues(t, 800, -after["rev:commission"])
		require.Zero(t, after["rcv:seller Mill"])
		require.Equal(t, before["memo:contra Kiln"], after["memo:contra Kiln"])
		require.EqualValues(t, 1800, after["memo:contra Mill"]-before["memo:contra Mill"])
	})
}

// The same when Mill's money is at its bank: the buyer is paid all the same, the
// reversal is refused, and the next order of Mill pays the debt.
func TestCreate_units_after_the_payout_are_netted(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.transfers()
		m.paysOut()
		m.TopsUp(5000)
		r := m.gives(m.units(m.mill, 1))
		m.Settle()
		m.Balanced()
		require.Equal(t, refund.StatusSucceeded, m.refund(r.ID).Status)
		require.EqualValues(t, 1800, m.book()["rcv:seller Mill"])

		m.order = m.alice.Buys(m.tea.Times(2)) // 36.00 for Mill
		m.mill.Ships(m.order)
		m.Advance(day)
		m.Settle()
		m.Balanced()
		require.Zero(t, m.book()["rcv:seller Mill"])
		m.Advance(3 * day)
		m.Settle()
		m.Balanced()
	})
}

// So does money of an order that an operator holds back together with all of the seller's.
func TestCreate_units_after_the_payout_are_netted_from_what_is_held(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.transfers()
		m.paysOut()
		m.TopsUp(5000)
		_, err := m.App.Payouts.PlaceHold(t.Context(), m.olga.Actor, payout.HoldInput{SellerID: m.mill.ID, Reason: "We look at your papers."})
		require.NoError(t, err)
		held := m.alice.Buys(m.tea.Times(2)) // 36.00 for Mill
		m.mill.Ships(held)
		m.Advance(day)
		m.Settle()
		m.gives(m.units(m.mill, 1))
		m.Advance(2 * time.Hour)
		m.Settle()
		require.Zero(t, m.book()["rcv:seller Mill"])
		m.Balanced()
		list, err := m.App.Payouts.FindReleases(t.Context(), m.mill.Actor, payout.Filter{}, page.First(1))
		require.NoError(t, err)
		require.Equal(t, held.ID, list.Nodes[0].OrderID)
		require.Equal(t, payout.BlockHold, list.Nodes[0].Block)
		require.EqualValues(t, 1800, list.Nodes[0].TakenMinor)
	})
}

// A hundred partial refunds at once never give back more than was paid, and
// leave nothing that remains.
func TestCreate_a_hundred_at_once(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.Advance(3 * day)
		m.TopsUp(320)
		var inputs []refund.CreateInput
		for range 100 {
			inputs = append(inputs, m.flat("7.00"))
		}
		var wait sync.WaitGroup
		var mu sync.Mutex
		given, refused := 0, 0
		for _, in := range inputs {
			wait.Go(func() {
				_, err := m.App.Refunds.Create(context.WithoutCancel(t.Context()), m.olga.Actor, in)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					given++
				} else if errors.Is(err, refund.ErrTooMuch) {
					refused++
				}
			})
		}
		wait.Wait()
		require.Equal(t, 14, given, "14 times 7.00 are 98.00 of 100.00")
		require.Equal(t, 86, refused)
		m.gives(m.everything())
		m.Settle()
		m.Balanced()
		require.Equal(t, map[string]int64{"exp:psp_fee": 320, "bank": -320}, m.book())
	})
}

// However an answer gets lost, one refund is one refund at Stripe.
func TestSend_is_made_once_whatever_gets_lost(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored", "502_html", "truncated"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			each(t, func(t *testing.T, m *market) {
				m.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/refunds"}, "kind": {kind}, "effect": {"true"}})
				r := m.gives(m.units(m.mill, 1))
				m.Settle()
				m.Advance(25 * time.Hour) // a stored 500 is repeated for a day
				m.Settle()
				require.Equal(t, refund.StatusSucceeded, m.refund(r.ID).Status)
				m.Balanced()
			})
		})
	}
}

func TestSend_refused_gives_everybody_back(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		before := m.book()
		r := m.gives(m.units(m.mill, 2))
		require.NotEqual(t, before, m.book())
		m.Control("disputes", url.Values{"charge": {m.order.ChargeID}, "inquiry": {"false"}, "amount": {"1"}})
		_, err := m.App.Refunds.Create(t.Context(), m.olga.Actor, m.units(m.mill, 2))
		require.ErrorIs(t, err, refund.ErrTooMuch, "only one remains")
		m.Settle()
		require.Equal(t, refund.StatusRefused, m.refund(r.ID).Status)
		after := m.book()
		require.Equal(t, before["pay:seller:held Mill"], after["pay:seller:held Mill"]+after["pay:seller:disputed Mill"], "a cent is disputed")
		require.Equal(t, before["def:commission"], after["def:commission"])
		require.Zero(t, after["pay:buyer_refund"])
		m.Balanced()
	})
}

// A refund that succeeded comes back: the buyer still is owed, and is paid by
// bank.
func TestRefund_fails_later_and_is_paid_by_bank(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.transfers()
		r := m.gives(m.units(m.mill, 1))
		m.Settle()
		require.Equal(t, refund.StatusSucceeded, m.refund(r.ID).Status)
		m.Control("refunds/"+*m.refund(r.ID).ProviderID+"/fail", nil)
		m.Settle()
		require.Equal(t, refund.StatusFailed, m.refund(r.ID).Status)
		require.EqualValues(t, -2000, m.book()["pay:buyer_refund"])
		require.Zero(t, m.book()["rcv:seller Mill"], "the seller owes it all the same, and has given it")
		m.Balanced()

		pay := refund.PayOtherwiseInput{RefundID: r.ID, Method: refund.MethodBank, Reference: ptr("SEPA 4711"), IdempotencyKey: "paid"}
		paid, err := m.App.Refunds.PayOtherwise(t.Context(), m.olga.Actor, pay)
		require.NoError(t, err)
		require.Equal(t, refund.StatusPaidOtherwise, paid.Status)
		again, err := m.App.Refunds.PayOtherwise(t.Context(), m.olga.Actor, pay)
		require.NoError(t, err)
		require.Equal(t, paid, again)
		pay.IdempotencyKey = "another"
		_, err = m.App.Refunds.PayOtherwise(t.Context(), m.olga.Actor, pay)
		require.ErrorIs(t, err, refund.ErrState)
		require.Zero(t, m.book()["pay:buyer_refund"])
		require.EqualValues(t, -2000, m.book()["bank"])
		m.Balanced()
	})
}

// Credit is owed by the platform until it is paid out, and not twice.
func TestCredit_is_given_and_paid_out(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		in := m.flat("30.00")
		in.Method = ptr(refund.MethodCredit)
		r := m.gives(in)
		require.Equal(t, refund.StatusSucceeded, r.Status)
		require.EqualValues(t, -3000, m.book()["pay:buyer_credit"])
		again := m.gives(in)
		require.Equal(t, r.ID, again.ID, "the same key is the same refund")
		var paid atomic.Int32
		var wait sync.WaitGroup
		for i := range 10 {
			wait.Go(func() {
				_, err := m.App.Refunds.PayOutCredit(context.WithoutCancel(t.Context()), m.olga.Actor, refund.CreditPayOutInput{
					BuyerID: m.alice.Account, Amount: money.Input{Amount: "20.00", CurrencyCode: "EUR"}, Reference: "SEPA", IdempotencyKey: fmt.Sprint("out", i),
				})
				if err == nil {
					paid.Add(1)
				}
			})
		}
		wait.Wait()
		require.EqualValues(t, 1, paid.Load())
		left, err := m.App.Refunds.CreditOf(t.Context(), m.alice.Actor, nil)
		require.NoError(t, err)
		require.Equal(t, "10.00 EUR", left[0].String())
		require.EqualValues(t, -1000, m.book()["pay:buyer_credit"])
		m.Settle()
		m.Balanced()
	})
}

// Who may give back what, and what is refused before anything happens.
func TestCreate_refuses(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		create := func(by actor.Actor, in refund.CreateInput) error {
			_, err := m.App.Refunds.Create(t.Context(), by, in)
			return err
		}
		before := m.sums()
		require.ErrorIs(t, create(m.kiln.Actor, m.units(m.mill, 1)), order.ErrNotFound, "another seller's")
		require.ErrorIs(t, create(m.alice.Actor, m.units(m.mill, 1)), order.ErrNotFound, "buyers ask sellers")
		bank := m.units(m.mill, 1)
		bank.Method = ptr(refund.MethodBank)
		require.ErrorIs(t, create(m.mill.Actor, bank), refund.ErrMethod)
		require.ErrorIs(t, create(m.olga.Actor, m.units(m.mill, 4)), refund.ErrTooMuch)
		require.ErrorIs(t, create(m.olga.Actor, m.units(m.mill, -1)), refund.ErrTooMuch)
		require.ErrorIs(t, create(m.olga.Actor, m.flat("100.01")), refund.ErrTooMuch)
		require.ErrorIs(t, create(m.olga.Actor, m.flat("-1.00")), money.ErrAmountRange)
		dollars := m.flat("1.00")
		dollars.Amount.CurrencyCode = "USD"
		require.ErrorIs(t, create(m.olga.Actor, dollars), refund.ErrCurrency)
		both := m.flat("1.00")
		both.IsEverything = ptr(true)
		require.ErrorIs(t, create(m.olga.Actor, both), refund.ErrEmpty)
		twice := m.units(m.mill, 1)
		twice.Lines = append(twice.Lines, twice.Lines[0])
		require.ErrorIs(t, create(m.olga.Actor, twice), refund.ErrLine)
		waiting := m.flat("1.00")
		waiting.OrderID = id.Any(m.alice.Orders(m.tea.Times(1)).Order.ID)
		require.ErrorIs(t, create(m.olga.Actor, waiting), refund.ErrNotPaid)
		require.Equal(t, before, m.sums())

		own, err := m.App.Refunds.Create(t.Context(), m.mill.Actor, m.everything())
		require.NoError(t, err, "of an order, a seller gives back the own part")
		require.EqualValues(t, 6000, own.Refund.AmountMinor)
		mine, err := m.App.Refunds.Get(t.Context(), m.alice.Actor, own.Refund.ID)
		require.NoError(t, err)
		require.EqualValues(t, 6000, mine.AmountMinor)
		_, err = m.App.Refunds.Get(t.Context(), m.kiln.Actor, own.Refund.ID)
		require.ErrorIs(t, err, refund.ErrNotFound)
	})
}

// What was cancelled before it was sent has never been; the units are back on
// the shelf only when the money has gone.
func TestCancel_before_it_is_sent(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		before := m.book()
		in := m.units(m.mill, 2)
		in.IsRestocked = ptr(true)
		r := m.gives(in)
		ended, err := m.App.Refunds.Cancel(t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
		require.NoError(t, err)
		require.Equal(t, refund.StatusCancelled, ended.Status)
		m.Settle()
		require.Equal(t, before, m.book())
		require.EqualValues(t, 7, m.stock(m.tea))

		in = m.units(m.mill, 2)
		in.IsRestocked = ptr(true)
		r = m.gives(in)
		m.Settle()
		require.EqualValues(t, 9, m.stock(m.tea))
		_, err = m.App.Refunds.Cancel(t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
		require.ErrorIs(t, err, refund.ErrState)
		m.Balanced()
	})
}

// Stripe stops a refund only while the buyer has to say where it is to go: one that waits
// for the platform's balance, or is on its way, goes on, and nothing changes.
func TestCancel_after_it_was_sent(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		cancel := func(r *refund.Refund) error {
			_, err := m.App.Refunds.Cancel(t.Context(), m.olga.Actor, refund.CancelInput{RefundID: r.ID})
			return err
		}
		short := m.gives(m.everything())
		m.Settle()
		require.Equal(t, refund.StatusPending, m.refund(short.ID).Status, "the balance is short")
		before := m.book()
		require.ErrorIs(t, cancel(short), refund.ErrState)
		require.Equal(t, before, m.book())
		m.TopsUp(20_000)
		m.Settle()
		require.Equal(t, refund.StatusSucceeded, m.refund(short.ID).Status)

		placed := m.alice.Orders(m.tea.Times(3))
		m.alice.PaysWith(placed.Payment, "pm_card_refundPending")
		m.Settle()
		m.order = m.alice.Order(placed.Order.ID)
		m.transfers()
		book := func() map[string]int64 { // whenever it becomes available
			b := m.book()
			b["stripe"] = b["stripe:pending"] + b["stripe:available"]
			delete(b, "stripe:pending")
			delete(b, "stripe:available")
			return b
		}
		before = book()
		r := m.gives(m.units(m.mill, 1))
		m.Settle()
		require.Equal(t, refund.StatusPending, m.refund(r.ID).Status)
		require.ErrorIs(t, cancel(r), refund.ErrState)
		m.Control("refunds/"+*m.refund(r.ID).ProviderID+"/ask", nil)
		m.Settle()
		require.Equal(t, refund.StatusRequiresAction, m.refund(r.ID).Status)
		m.Verified()
		require.NoError(t, cancel(r))
		m.Advance(8 * day) // what was taken back of Mill's transfer is transferred again
		m.Settle()
		require.Equal(t, refund.StatusCancelled, m.refund(r.ID).Status)
		require.Equal(t, before, book())
		m.Balanced()
	})
}

// Members of a seller know their part of an order by its own id and by no other.
func TestFind_lists_the_refunds_of_one_part(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		of := func(by actor.Actor, of string) (found []refund.ID) {
			list, err := m.App.Refunds.Find(t.Context(), by, refund.Filter{OrderID: ptr(order.ID(of))}, page.First(10))
			require.NoError(t, err)
			for _, r := range list.Nodes {
				found = append(found, r.ID)
			}
			return found
		}
		tea, bowl := m.gives(m.units(m.mill, 1)), m.gives(m.units(m.kiln, 1))
		mill, kiln := string(m.part(m.mill).ID), string(m.part(m.kiln).ID)
		require.Equal(t, []refund.ID{tea.ID}, of(m.olga.Actor, mill))
		require.Equal(t, []refund.ID{tea.ID}, of(m.mill.Actor, mill))
		require.Equal(t, []refund.ID{bowl.ID}, of(m.kiln.Actor, kiln))
		require.Empty(t, of(m.mill.Actor, kiln), "of somebody else's part nothing is told")
		require.Equal(t, []refund.ID{bowl.ID, tea.ID}, of(m.olga.Actor, string(m.order.ID)))
		both := m.gives(m.flat("9.00"))
		require.Equal(t, []refund.ID{both.ID, tea.ID}, of(m.mill.Actor, mill))
		require.Empty(t, of(m.olga.Actor, mill+"x"))
	})
}

// A refund of the Dashboard is found by its event, and shared by everybody.
func TestApplyEvent_adopts_what_was_made_at_the_provider(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.RefundsAtStripe(m.order.ChargeID, 1000)
		m.Settle()
		list, err := m.App.Refunds.Find(t.Context(), m.olga.Actor, refund.Filter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, list.Nodes, 1)
		require.Equal(t, refund.StatusSucceeded, list.Nodes[0].Status)
		require.EqualValues(t, 540, m.book()["pay:seller:held Mill"]+5400)
		require.EqualValues(t, 360, m.book()["pay:seller:held Kiln"]+3600)
		m.Balanced()
	})
}

// The news of a refund made in the Dashboard gets lost. It is found all the same.
func TestLook_finds_what_nobody_told(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		m.RefundsAtStripe(m.order.ChargeID, 1000)
		m.Advance(time.Hour)
		m.Settle()
		m.Balanced()
		list, err := m.App.Refunds.Find(t.Context(), m.olga.Actor, refund.Filter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, list.Nodes, 1)
		require.EqualValues(t, 1000, list.Nodes[0].AmountMinor)
		m.Advance(24 * time.Hour)
		m.Settle()
		m.Balanced()
	})
}

// The buyer has got everything as credit, and somebody gives it back in the
// Dashboard once more. No seller pays for that: the platform does, and knows.
func TestApplyEvent_gives_more_than_remains(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		credit := refund.MethodCredit
		in := m.everything()
		in.Amount, in.IsEverything, in.Method = &money.Input{Amount: "96.00", CurrencyCode: "EUR"}, nil, &credit
		m.gives(in)
		before := m.book()
		m.RefundsAtStripe(m.order.ChargeID, 1000)
		m.TopsUp(1000)
		m.Settle()
		m.Balanced()
		require.Zero(t, m.Parked())
		after := m.book()
		require.EqualValues(t, 600, after["exp:refund_loss"])
		require.Equal(t, before["pay:buyer_credit"], after["pay:buyer_credit"])
	})
}

// What the preview says is what happens.
func TestPreview_says_what_happens(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		p := m.part(m.mill)
		preview, err := m.App.Refunds.Preview(t.Context(), m.mill.Actor, refund.Ask{
			OrderID: id.Any(p.ID), Lines: []refund.LineAsk{{LineID: p.Lines[0].ID, Quantity: ptr(int64(1))}},
		})
		require.NoError(t, err)
		require.Equal(t, "20.00 EUR", preview.Amount.String())
		require.Equal(t, "0.64 EUR", preview.FeeKept.String())
		require.Equal(t, "18.00 EUR", preview.Sellers[0].Gives.String())
		require.Equal(t, "2.00 EUR", preview.Sellers[0].CommissionReturned.String())
		require.Equal(t, "54.00 EUR", preview.Sellers[0].BalanceBefore.String())
		m.gives(m.units(m.mill, 1))
		require.EqualValues(t, -preview.Sellers[0].BalanceAfter.Minor, m.book()["pay:seller:held Mill"])
	})
}

// A debt that no reversal can get is taken from what the seller's balance has,
// once; what is left is given up by the platform.
func TestDebt_is_debited_and_given_up(t *testing.T) {
	t.Parallel()
	each(t, func(t *testing.T, m *market) {
		m.transfers()
		m.paysOut()
		m.TopsUp(9000)
		m.gives(m.units(m.mill, 1))
		m.Settle()
		debts, err := m.App.Payouts.FindDebts(t.Context(), m.mill.Actor, payout.Filter{Status: "DUE"}, page.First(10))
		require.NoError(t, err)
		require.Len(t, debts.Nodes, 1)
		debt := debts.Nodes[0]
		require.EqualValues(t, 1800, debt.OpenMinor())
		require.Equal(t, payout.DebtFresh, m.App.Payouts.Age(debt))
		require.Equal(t, payout.DebtStale, debt.AgeAt(debt.CreatedAt.Add(90*day)))

		in := payout.DebtInput{DebtID: debt.ID, IdempotencyKey: "debit"}
		_, err = m.App.Payouts.Debit(t.Context(), m.olga.Actor, in)
		require.ErrorIs(t, err, payout.ErrDebitConsent)
		m.mill.Consents()
		first, err := m.App.Payouts.Debit(t.Context(), m.olga.Actor, in)
		require.NoError(t, err, "what was refused has not used the key up")
		again, err := m.App.Payouts.Debit(t.Context(), m.olga.Actor, in)
		require.NoError(t, err)
		require.Equal(t, first.ID, again.ID)
		in.IdempotencyKey = "again"
		_, err = m.App.Payouts.Debit(t.Context(), m.olga.Actor, in)
		require.ErrorIs(t, err, payout.ErrDebtState, "one is under way")
		m.Settle()
		require.EqualValues(t, 1800, m.book()["rcv:seller Mill"], "the balance is empty, Stripe has refused")

		m.givesUp(debt)
		require.Zero(t, m.book()["rcv:seller Mill"])
		require.EqualValues(t, 1800, m.book()["exp:bad_debt"])
		m.Settle()
		m.Balanced()
	})
}
