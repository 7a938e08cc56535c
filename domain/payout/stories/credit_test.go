package stories_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/checkout"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
)

// debtor is a buyer with credit, and the operator who gives it.
type debtor struct {
	*testkit.Person

	w    *testkit.World
	t    *testing.T
	olga *testkit.Person
	keys int
}

// credited is a buyer who has credit, in minor units, for something they gave back.
// The platform's balance has what it was sold for.
func credited(t *testing.T, w *testkit.World, minor int64) *debtor {
	t.Helper()
	b := &debtor{Person: w.Buyer("Alice"), w: w, t: t, olga: w.Operator()}
	o := b.Buys(w.Seller("Lamps", testkit.Onboarded).Product("Lamp", "1000.00", 1).Times(1))
	method := refund.MethodCredit
	b.givesBack(o.ID, &minor, &method)
	w.Advance(3 * day)
	w.Settle()
	return b
}

func (b *debtor) givesBack(orderID order.ID, minor *int64, method *refund.Method) {
	b.t.Helper()
	b.keys++
	in := refund.CreateInput{OrderID: id.Any(orderID), Reason: refund.ReasonDamaged, Method: method, IdempotencyKey: fmt.Sprint("back", b.keys)}
	if minor == nil {
		in.IsEverything = ptr(true)
	} else {
		in.Amount = &money.Input{Amount: money.New(*minor, "EUR").Decimal(), CurrencyCode: "EUR"}
	}
	_, err := b.w.App.Refunds.Create(b.t.Context(), b.olga.Actor, in)
	require.NoError(b.t, err)
	b.w.Settle()
}

// spends buys with all credit there is, and pays the rest by card.
func (b *debtor) spends(wishes ...testkit.Wish) *order.Order {
	b.t.Helper()
	c := b.Cart(wishes...)
	o, err := b.w.App.Checkout.Complete(b.t.Context(), b.Account, checkout.CompleteInput{
		CartID: c.ID, ShippingAddress: b.Address(), IdempotencyKey: string(c.ID), UseCredit: ptr(true),
	})
	require.NoError(b.t, err)
	if o.Status == order.StatusAwaitingPayment {
		b.Pays(b.w.Payment(o.ID))
		b.w.Settle()
	}
	return b.Order(o.ID)
}

// drawn is what transfers draw on the charge of an order, and what leaves the
// balance without one, at Stripe and not in our books.
func (b *debtor) drawn(o *order.Order) (drawn, free int64) {
	b.t.Helper()
	charge := b.w.Payment(o.ID).ChargeID
	for _, t := range b.w.TransfersAtStripe(string(o.ID)) {
		switch t.Source {
		case "":
			free += t.Amount
		default:
			require.Equal(b.t, charge, t.Source)
			drawn += t.Amount
		}
	}
	return drawn, free
}

// An order is paid with 60.00 of credit and 40.00 by card, and released before the
// card's money has arrived at Stripe. The transfer draws on the charge up to what it
// took, the rest on the balance, and Stripe takes not a cent more from the charge.
func TestTransfer_of_credit_draws_on_the_charge_up_to_the_card(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, mill := credited(t, w, 6000), w.Seller("Mill", testkit.Onboarded)
		o := alice.spends(mill.Product("Tea", "100.00", 5).Times(1))
		require.EqualValues(t, 4000, o.ChargedMinor)
		require.NotEmpty(t, o.ChargeID)
		mill.Ships(o) // without a hold: the charge is available in two days
		w.Settle()
		require.Positive(t, balanceOf(t, w, mill.ID).PendingMinor, "what draws on the charge arrives with it")
		drawn, free := alice.drawn(o)
		require.EqualValues(t, 4000, drawn)
		require.EqualValues(t, 5000, free)
		require.Equal(t, payout.ReleaseTransferred, releasesOf(t, w, mill)[0].Status)
		w.Balanced()

		status, body := w.TransfersByHand(*mill.PayoutAccount().ProviderID, o.ChargeID, 1)
		require.Equal(t, 400, status, body)
		require.True(t, strings.Contains(body, "must not exceed the source amount of 4000"), body)

		w.Advance(3 * day)
		w.Settle()
		b := balanceOf(t, w, mill.ID)
		require.EqualValues(t, 9000, b.AvailableMinor+b.InTransitMinor+b.PaidOutMinor)
		w.Balanced()
	}, testkit.Setting("RELEASE_HOLD", "0s"))
}

// Two sellers share one charge that is smaller than what either is owed, and are
// released at once by many. What the balance lacks waits and says why.
func TestTransfer_of_credit_of_two_sellers_at_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice := credited(t, w, 15_000)
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		o := alice.spends(mill.Product("Tea", "100.00", 5).Times(1), kiln.Product("Bowl", "80.00", 5).Times(1))
		require.EqualValues(t, 3000, o.ChargedMinor)
		mill.Ships(o)
		kiln.Ships(o)
		w.Advance(hold)
		done := make(chan error, 6)
		for range cap(done) {
			go func() { done <- w.App.Payouts.Sweep(t.Context()) }()
		}
		for range cap(done) {
			require.NoError(t, <-done)
		}
		w.Settle()
		drawn, free := alice.drawn(o)
		require.EqualValues(t, 3000, drawn, "the charge gives all that it has, and nothing more")
		require.EqualValues(t, 16_200-3000, free)
		w.Balanced()
	})
}

// What is given back comes out of the transfers, newest first, and what is
// transferred again draws on the charge no more, which gives only once.
func TestTransfer_of_credit_is_taken_back_and_made_again(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		w.TopsUp(20_000)
		alice, mill := credited(t, w, 6000), w.Seller("Mill", testkit.Onboarded)
		o := alice.spends(mill.Product("Tea", "100.00", 5).Times(1))
		half := int64(3000)
		alice.givesBack(o.ID, &half, nil) // before the transfer: 63.00 are left
		mill.Ships(o)
		w.Settle()
		drawn, free := alice.drawn(o)
		require.EqualValues(t, 4000, drawn)
		require.EqualValues(t, 2300, free)
		w.Balanced()

		alice.givesBack(o.ID, nil, nil) // 30.00 of credit, and then the card
		w.Advance(time.Hour)
		w.Settle()
		drawn, free = alice.drawn(o)
		require.EqualValues(t, 4000, drawn, "nothing is drawn again")
		require.EqualValues(t, 2300, free)
		b := balanceOf(t, w, mill.ID)
		require.Zero(t, b.PendingMinor+b.AvailableMinor, "all of it was taken back")
		require.Zero(t, b.ReleasableMinor)
		w.Balanced()
	}, testkit.Setting("RELEASE_HOLD", "0s"), testkit.Setting("PAYOUT_MINIMUM", "100000"))
}

// What one transfer has brought is at the bank, and what the other has brought is
// still on the seller's balance: that is taken back at once, although it is the older
// one, and only the rest is a debt.
func TestReversal_takes_back_the_transfer_that_is_still_there(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		w.TopsUp(20_000)
		alice, mill := credited(t, w, 6000), w.Seller("Mill", testkit.Onboarded)
		o := alice.spends(mill.Product("Tea", "100.00", 5).Times(1))
		mill.Ships(o) // 40.00 arrive with the charge, 50.00 are available, and leave for the bank
		w.Settle()
		require.EqualValues(t, 5000, balanceOf(t, w, mill.ID).InTransitMinor)
		alice.givesBack(o.ID, nil, nil)
		b := balanceOf(t, w, mill.ID)
		require.Zero(t, b.PendingMinor+b.AvailableMinor)
		require.EqualValues(t, 5000, b.DebtMinor)
		w.Balanced()
	}, testkit.Setting("RELEASE_HOLD", "0s"))
}

// While the balance lacks what credit has paid, the charge's part has left, and the
// rest says why it waits.
func TestTransfer_of_credit_waits_for_the_balance(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		alice, mill := credited(t, w, 6000), w.Seller("Mill", testkit.Onboarded)
		o := alice.spends(mill.Product("Tea", "100.00", 5).Times(1))
		w.WithdrawsAtStripe()
		mill.Ships(o)
		w.Settle()
		drawn, free := alice.drawn(o)
		require.EqualValues(t, 4000, drawn)
		require.Zero(t, free)
		r := releasesOf(t, w, mill)[0]
		require.Equal(t, payout.BlockRefused, *r.BlockedBecause())
		require.Contains(t, r.BlockDetail, "balance_insufficient")
		require.EqualValues(t, 5000, balanceOf(t, w, mill.ID).ReleasableMinor)
		w.Verified()

		w.TopsUp(10_000)
		w.Advance(day)
		w.Settle()
		drawn, free = alice.drawn(o)
		require.EqualValues(t, 4000, drawn)
		require.EqualValues(t, 5000, free)
		w.Balanced()
	}, testkit.Setting("RELEASE_HOLD", "0s"))
}
