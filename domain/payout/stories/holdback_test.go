package stories_test

import (
	"context"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/audit"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

func holds(t *testing.T, w *testkit.World, in payout.HoldInput) *payout.Hold {
	t.Helper()
	if in.Reason == "" {
		in.Reason = "We look at your papers."
	}
	h, err := w.App.Payouts.PlaceHold(t.Context(), w.Operator().Actor, in)
	require.NoError(t, err)
	return h
}

func lifts(t *testing.T, w *testkit.World, h *payout.Hold) {
	t.Helper()
	_, err := w.App.Payouts.LiftHold(t.Context(), w.Operator().Actor, payout.HoldLiftInput{HoldID: h.ID, Reason: "All is well."})
	require.NoError(t, err)
	w.Settle()
}

func outlookOf(t *testing.T, w *testkit.World, s *testkit.Seller) *payout.Outlook {
	t.Helper()
	list, err := w.App.Payouts.OutlooksOf(t.Context(), s.Actor, nil)
	require.NoError(t, err)
	require.Len(t, list, 1)
	return list[0]
}

func asks(t *testing.T, w *testkit.World, s *testkit.Seller, key string) error {
	t.Helper()
	_, err := w.App.Payouts.Request(t.Context(), s.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: key})
	return err
}

// Nothing of a seller's is transferred while an operator holds it back, whatever is
// due; buyers get their money, others theirs, and what is left goes when the hold ends
// by itself.
func TestHold_keeps_what_is_sold_until_its_time(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea := mill.Product("Tea", "100.00", 9)
		first, second := w.Buyer("Alice").Buys(tea.Times(1)), w.Buyer("Bob").Buys(tea.Times(1))
		third := w.Buyer("Carol").Buys(kiln.Product("Jug", "100.00", 9).Times(1))
		until := w.Clock.Now().Add(20 * day)
		h := holds(t, w, payout.HoldInput{SellerID: mill.ID, Until: &until})
		mill.Ships(first)
		mill.Ships(second)
		kiln.Ships(third)
		w.Advance(hold)
		w.Settle()
		require.Equal(t, payout.ReleaseTransferred, releaseOf(t, w, kiln, third).Status, "others are not concerned")
		r := releaseOf(t, w, mill, first)
		require.Equal(t, payout.ReleaseReleased, r.Status)
		require.Equal(t, payout.BlockHold, *r.BlockedBecause())
		require.Empty(t, transfersOf(t, w, mill))
		require.EqualValues(t, 18_000, balanceOf(t, w, mill.ID).ReleasableMinor)

		o := outlookOf(t, w, mill)
		require.Equal(t, payout.BlockHeldBack, o.BlockedBy[0])
		require.Contains(t, o.Text(), "We look at your papers.")
		require.Equal(t, until, *o.NextAt)
		require.ErrorIs(t, asks(t, w, mill, "held"), payout.ErrPayoutBlocked)
		refunds(t, w, first)
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).ReleasableMinor, "buyers get refunds as before")
		_ = w.Buyer("Dora").Buys(tea.Times(1)) // and buy
		w.Balanced()

		w.Advance(until.Add(-time.Second).Sub(w.Clock.Now()))
		w.Settle()
		require.Empty(t, transfersOf(t, w, mill), "a second too early")
		w.Advance(time.Second)
		w.Settle()
		require.Equal(t, payout.ReleaseTransferred, releaseOf(t, w, mill, second).Status)
		require.Nil(t, releaseOf(t, w, mill, second).BlockedBecause())
		_, err := w.App.Payouts.LiftHold(t.Context(), w.Operator().Actor, payout.HoldLiftInput{HoldID: h.ID, Reason: "Late."})
		require.ErrorIs(t, err, payout.ErrHoldEnded)
		w.Advance(10 * day)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).PaidOutMinor)
		w.Balanced()
	})
}

// What is in the seller's balance already is not paid out while it is held, and leaves
// when the last of several holds is lifted.
func TestHold_keeps_payouts_until_the_last_is_lifted(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		schedules := func(kind payout.ScheduleKind) {
			_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: kind})
			require.NoError(t, err)
		}
		schedules(payout.ScheduleManual)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 9).Times(1)))
		w.Advance(hold)
		w.Settle()
		one := holds(t, w, payout.HoldInput{SellerID: mill.ID})
		other := holds(t, w, payout.HoldInput{SellerID: mill.ID, Reason: "Something else."})
		schedules(payout.SchedulePlatform)
		w.Advance(20 * day)
		w.Settle()
		require.Empty(t, payoutsOf(t, w, mill))
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).AvailableMinor)
		require.Nil(t, outlookOf(t, w, mill).NextAt, "nobody knows when")
		lifts(t, w, one)
		require.Empty(t, payoutsOf(t, w, mill), "another one stands")
		lifts(t, w, other)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 1)
		require.NotContains(t, outlookOf(t, w, mill).BlockedBy, payout.BlockHeldBack)
		w.Balanced()
	})
}

// One order is held: its money is not even released, and that of others leaves.
func TestHold_of_an_order_keeps_only_that(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln")
		tea := mill.Product("Tea", "100.00", 9)
		first, second := w.Buyer("Alice").Buys(tea.Times(1)), w.Buyer("Bob").Buys(tea.Times(1))
		part := first.SellerOrders[0].ID
		_, err := w.App.Payouts.PlaceHold(t.Context(), w.Operator().Actor, payout.HoldInput{SellerID: kiln.ID, SellerOrderID: &part, Reason: "x"})
		require.ErrorIs(t, err, order.ErrNotFound, "an order of somebody else")
		h := holds(t, w, payout.HoldInput{SellerID: mill.ID, SellerOrderID: &part})
		mill.Ships(first)
		mill.Ships(second)
		w.Advance(hold)
		w.Settle()
		r := releaseOf(t, w, mill, first)
		require.Equal(t, payout.ReleaseAccrued, r.Status)
		require.Equal(t, payout.BlockHold, *r.BlockedBecause())
		require.Equal(t, payout.ReleaseTransferred, releaseOf(t, w, mill, second).Status)
		require.NotContains(t, outlookOf(t, w, mill).BlockedBy, payout.BlockHeldBack)
		gone := second.SellerOrders[0].ID
		_, err = w.App.Payouts.PlaceHold(t.Context(), w.Operator().Actor, payout.HoldInput{SellerID: mill.ID, SellerOrderID: &gone, Reason: "x"})
		require.ErrorIs(t, err, payout.ErrHoldLate)
		lifts(t, w, h)
		require.Equal(t, payout.ReleaseTransferred, releaseOf(t, w, mill, first).Status)
		w.Balanced()
	})
}

// planned lets a sweep plan what is due, without anybody sending it.
func planned(t *testing.T, w *testkit.World) {
	t.Helper()
	require.NoError(t, w.App.Payouts.Sweep(t.Context()))
}

// A transfer that is written down and not sent yet is given up when a hold overtakes
// it, and made anew when that ends.
func TestHold_overtakes_a_transfer_that_was_not_sent(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 9).Times(1)))
		w.Advance(hold)
		planned(t, w)
		require.Equal(t, payout.TransferPlanned, transfersOf(t, w, mill)[0].Status)
		h := holds(t, w, payout.HoldInput{SellerID: mill.ID})
		w.Settle()
		require.Equal(t, payout.TransferFailed, transfersOf(t, w, mill)[0].Status)
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).ReleasableMinor)
		w.Balanced()
		lifts(t, w, h)
		require.Equal(t, payout.TransferSucceeded, transfersOf(t, w, mill)[0].Status)
		require.Len(t, transfersOf(t, w, mill), 2)
		w.Balanced()
	})
}

// A payout that is written down and not sent yet stays in the balance.
func TestHold_overtakes_a_payout_that_was_not_sent(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleManual})
		require.NoError(t, err)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 9).Times(1)))
		w.Advance(hold)
		w.Settle()
		w.Advance(10 * day)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).AvailableMinor)
		require.NoError(t, asks(t, w, mill, "now"))
		require.Equal(t, payout.StatusPlanned, payoutsOf(t, w, mill)[0].Status)
		h := holds(t, w, payout.HoldInput{SellerID: mill.ID})
		w.Settle()
		p := payoutsOf(t, w, mill)[0]
		require.Equal(t, payout.StatusFailed, p.Status)
		require.Equal(t, "payout_held", p.FailureCode)
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).AvailableMinor)
		w.Balanced()
		lifts(t, w, h)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 2, "it was asked for, and is made without asking again")
		w.Advance(10 * day)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).PaidOutMinor)
		w.Balanced()
	})
}

// A transfer whose answer was lost may have been made: it is looked up, held or not.
func TestHold_does_not_stop_what_was_sent(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 9).Times(1)))
		w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/transfers"}, "count": {"1"}, "kind": {"502_html"}})
		w.Advance(hold)
		planned(t, w)
		sent := transfersOf(t, w, mill)[0]
		require.Error(t, w.App.Payouts.SendTransfer(t.Context(), payout.SendTransfer{TransferID: sent.ID}))
		holds(t, w, payout.HoldInput{SellerID: mill.ID})
		w.Settle()
		w.Advance(time.Hour)
		w.Settle()
		require.Equal(t, payout.TransferSucceeded, transfersOf(t, w, mill)[0].Status)
		require.Len(t, transfersOf(t, w, mill), 1)
		w.Advance(20 * day)
		w.Settle()
		require.Empty(t, payoutsOf(t, w, mill), "it gets no further than the balance")
		w.Balanced()
	})
}

// Many hold, lift and send at once: the same is held once and lifted once, and each
// transfer has left or has not, with its money where it says.
func TestHold_at_once_from_several_sides(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, olga := w.Seller("Mill", testkit.Onboarded), w.Operator()
		tea := mill.Product("Tea", "10.00", 50)
		for range 4 {
			mill.Ships(w.Guest().Buys(tea.Times(1)))
		}
		w.Advance(hold)
		planned(t, w)
		var wg sync.WaitGroup
		made, errs := make([]*payout.Hold, 6), make([]error, 6)
		for i := range made {
			wg.Go(func() {
				made[i], errs[i] = w.App.Payouts.PlaceHold(t.Context(), olga.Actor, payout.HoldInput{SellerID: mill.ID, Reason: "Fraud."})
			})
		}
		for _, each := range transfersOf(t, w, mill) {
			wg.Go(func() { _ = w.App.Payouts.SendTransfer(t.Context(), payout.SendTransfer{TransferID: each.ID}) })
		}
		wg.Wait()
		for i := range made {
			require.NoError(t, errs[i])
			require.Equal(t, made[0].ID, made[i].ID, "said many times is held once")
		}
		w.Settle()
		gone := 0
		for _, each := range transfersOf(t, w, mill) {
			require.Contains(t, []payout.TransferStatus{payout.TransferSucceeded, payout.TransferFailed}, each.Status)
			if each.Status == payout.TransferSucceeded {
				gone++
			}
		}
		b := balanceOf(t, w, mill.ID)
		require.EqualValues(t, 900*gone, b.PendingMinor+b.AvailableMinor)
		require.EqualValues(t, 900*(4-gone), b.ReleasableMinor)
		w.Balanced()

		lifted := make([]error, 6)
		for i := range lifted {
			wg.Go(func() {
				_, lifted[i] = w.App.Payouts.LiftHold(t.Context(), olga.Actor, payout.HoldLiftInput{HoldID: made[0].ID, Reason: "Known."})
			})
		}
		wg.Wait()
		ended := 0
		for _, err := range lifted {
			if err != nil {
				require.ErrorIs(t, err, payout.ErrHoldEnded)
				ended++
			}
		}
		require.Equal(t, len(lifted)-1, ended)
		w.Settle()
		for _, r := range releasesOf(t, w, mill) {
			require.Equal(t, payout.ReleaseTransferred, r.Status)
		}
		w.Balanced()
	})
}

// Who has held what and let it go stays on record; the seller is told, sees its own
// and no others', and nothing that cannot be is accepted.
func TestHold_is_on_record_and_told(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, olga := w.Seller("Mill"), w.Seller("Kiln"), w.Operator()
		past, far, nothing := w.Clock.Now(), w.Clock.Now().AddDate(1, 0, 0), order.SellerOrderID("sor_nothing")
		refused := func(want error, in payout.HoldInput) {
			_, err := w.App.Payouts.PlaceHold(t.Context(), olga.Actor, in)
			require.ErrorIs(t, err, want)
		}
		refused(payout.ErrHoldUntil, payout.HoldInput{SellerID: mill.ID, Reason: "x", Until: &past})
		refused(payout.ErrHoldUntil, payout.HoldInput{SellerID: mill.ID, Reason: "x", Until: &far})
		refused(seller.ErrNotFound, payout.HoldInput{SellerID: "sel_nothing", Reason: "x"})
		refused(order.ErrNotFound, payout.HoldInput{SellerID: mill.ID, Reason: "x", SellerOrderID: &nothing})
		_, err := w.App.Payouts.LiftHold(t.Context(), olga.Actor, payout.HoldLiftInput{HoldID: "hld_nothing", Reason: "x"})
		require.ErrorIs(t, err, payout.ErrHoldNotFound)

		h := holds(t, w, payout.HoldInput{SellerID: mill.ID})
		_, err = w.App.Payouts.LiftHold(t.Context(), olga.Actor, payout.HoldLiftInput{HoldID: h.ID, Reason: " "})
		require.Error(t, err, "it needs a reason")
		lifts(t, w, h)
		standing := holds(t, w, payout.HoldInput{SellerID: mill.ID})
		w.Settle()
		seen, err := w.App.Payouts.HoldsOf(t.Context(), mill.Actor, nil)
		require.NoError(t, err)
		require.Len(t, seen, 2)
		require.Equal(t, standing.ID, seen[0].ID)
		require.True(t, w.App.Payouts.Stands(seen[0]))
		require.False(t, w.App.Payouts.Stands(seen[1]))
		require.Equal(t, "All is well.", seen[1].LiftReason)
		_, err = w.App.Payouts.HoldsOf(t.Context(), kiln.Actor, &mill.ID)
		require.Error(t, err)

		var subjects []string
		for _, mail := range w.App.CaughtMail() {
			if strings.HasPrefix(mail.To, "mill") {
				subjects = append(subjects, mail.Subject)
			}
		}
		require.Contains(t, subjects, "The marketplace holds back your money")
		require.Contains(t, subjects, "The marketplace no longer holds back your money")
		var kinds []string
		found, err := w.App.Audit.Find(t.Context(), olga.Actor, audit.Filter{SellerID: &mill.ID}, page.First(50))
		require.NoError(t, err)
		for _, e := range found.Nodes {
			kinds = append(kinds, e.Kind)
		}
		require.Len(t, slices.DeleteFunc(kinds, func(k string) bool { return !strings.HasPrefix(k, "payout.hold_") }), 3)
		for _, statement := range []string{
			"UPDATE payout_holds SET reason = 'x'", "DELETE FROM payout_hold_lifts", "UPDATE payout_hold_lifts SET reason = 'x'", "DELETE FROM payout_holds",
		} {
			require.Error(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.NewRaw(statement).Exec(ctx)
				return err
			}), statement)
		}
	})
}
