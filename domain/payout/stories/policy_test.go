package stories_test

import (
	"context"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/domain/approval"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const day = 24 * time.Hour

func ptr[T any](v T) *T { return &v }

func sets(t *testing.T, w *testkit.World, in payout.PolicyInput) *payout.SellerPolicy {
	t.Helper()
	in.Reason = "as agreed"
	p, err := w.App.Payouts.SetPolicy(t.Context(), w.Operator().Actor, in)
	require.NoError(t, err)
	return p
}

func releaseOf(t *testing.T, w *testkit.World, s *testkit.Seller, o *order.Order) *payout.Release {
	t.Helper()
	for _, r := range releasesOf(t, w, s) {
		if r.OrderID == o.ID {
			return r
		}
	}
	require.Fail(t, "no release")
	return nil
}

func refunds(t *testing.T, w *testkit.World, o *order.Order) {
	t.Helper()
	_, err := w.App.Refunds.Create(t.Context(), w.Operator().Actor, refund.CreateInput{
		OrderID: id.Any(o.ID), IsEverything: ptr(true), Reason: refund.ReasonDamaged, Note: ptr("came broken"), IdempotencyKey: "all of " + string(o.ID),
	})
	require.NoError(t, err)
	w.Settle()
}

// A policy holds for what is captured from its instant on, and for nothing
// before, whenever the goods are shipped. What is kept comes after its days, to
// the second.
func TestPolicy_never_reaches_back(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "100.00", 9)
		first := w.Buyer("Alice").Buys(tea.Times(1))
		w.Advance(time.Second)
		sets(t, w, payout.PolicyInput{SellerID: mill.ID, HoldDays: ptr[int64](30), ReserveBasisPoints: ptr[int64](1000), ReserveDays: ptr[int64](20)})
		second := w.Buyer("Bob").Buys(tea.Times(1))
		mill.Ships(first)
		mill.Ships(second)
		w.Advance(14*day - time.Second)
		w.Settle()
		require.Equal(t, payout.ReleaseAccrued, releaseOf(t, w, mill, first).Status, "a second too early")
		w.Advance(time.Second)
		w.Settle()
		require.Equal(t, payout.ReleaseTransferred, releaseOf(t, w, mill, first).Status)
		require.Zero(t, releaseOf(t, w, mill, first).ReserveBasisPoints)
		require.Equal(t, payout.ReleaseAccrued, releaseOf(t, w, mill, second).Status)
		w.Advance(16 * day)
		w.Settle()
		r := releaseOf(t, w, mill, second)
		require.Equal(t, payout.ReleaseTransferred, r.Status)
		require.EqualValues(t, 900, r.ReservedMinor)
		require.EqualValues(t, 900, balanceOf(t, w, mill.ID).ReserveMinor)
		w.Balanced()

		w.Advance(20*day - time.Second)
		w.Settle()
		require.EqualValues(t, 900, balanceOf(t, w, mill.ID).ReserveMinor, "a second too early")
		w.Advance(time.Second)
		w.Settle()
		require.Zero(t, balanceOf(t, w, mill.ID).ReserveMinor)
		w.Advance(8 * day)
		w.Settle()
		w.Advance(8 * day)
		w.Settle()
		require.EqualValues(t, 18000, balanceOf(t, w, mill.ID).PaidOutMinor)
		require.Len(t, transfersOf(t, w, mill), 3)
		w.Balanced()
	})
}

// Money that is held since the capture needs no shipment, and news of the payment
// that come again after the policy was changed change nothing.
func TestPolicy_held_from_the_capture(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		sets(t, w, payout.PolicyInput{SellerID: mill.ID, HoldFrom: ptr(payout.HoldCaptured), HoldDays: ptr[int64](5)})
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 9).Times(1))
		w.Advance(time.Hour)
		sets(t, w, payout.PolicyInput{SellerID: mill.ID, HoldDays: ptr[int64](60)})
		// The news comes again, when another policy holds.
		require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return w.App.Payouts.AccrueTx(ctx, tx, order.Paid{OrderID: o.ID})
		}))
		require.EqualValues(t, o.PaidAt.Add(5*day), *releaseOf(t, w, mill, o).ReleaseAt)
		w.Advance(5*day - time.Hour)
		w.Settle()
		require.Equal(t, payout.ReleaseTransferred, releaseOf(t, w, mill, o).Status)
		w.Balanced()
	})
}

// A refund after the transfer takes the transfer back, and then the reserve; the
// seller owes nothing.
func TestReserve_pays_what_the_reversal_does_not(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "100.00", 9)
		first, second := w.Buyer("Alice").Buys(tea.Times(1)), w.Buyer("Bob").Buys(tea.Times(1))
		mill.Ships(first)
		mill.Ships(second)
		w.Advance(hold)
		w.Settle()
		require.EqualValues(t, 3600, balanceOf(t, w, mill.ID).ReserveMinor)
		w.TopsUp(20_000)
		w.Settle()
		refunds(t, w, first)
		w.Advance(3 * day)
		w.Settle()
		b := balanceOf(t, w, mill.ID)
		if b.DebtMinor > 0 { // the reversal was refused: the balance was at the bank
			w.Advance(2 * day)
			w.Settle()
			b = balanceOf(t, w, mill.ID)
		}
		require.Less(t, b.ReserveMinor, int64(3600), "the reserve has paid")
		w.Balanced()
		w.Advance(31 * day)
		w.Settle()
		require.Zero(t, balanceOf(t, w, mill.ID).ReserveMinor)
		w.Balanced()
	}, testkit.Setting("RESERVE_BASIS_POINTS", "2000"), testkit.Setting("RESERVE_HOLD", "720h"))
}

// Six sweeps at once keep once and give once.
func TestReserve_is_kept_and_given_once_however_many_sweep(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		for range 3 {
			mill.Ships(w.Guest().Buys(mill.Product("Tea", "10.00", 9).Times(1)))
		}
		for range 2 {
			w.Advance(31 * day)
			var wg sync.WaitGroup
			for range 6 {
				wg.Go(func() {
					if err := w.App.Payouts.Sweep(t.Context()); err != nil {
						t.Errorf("sweep: %v", err)
					}
				})
			}
			wg.Wait()
			w.Settle()
			w.Balanced()
		}
		require.Len(t, transfersOf(t, w, mill), 6)
		require.Zero(t, balanceOf(t, w, mill.ID).ReserveMinor)
	}, testkit.Setting("RESERVE_BASIS_POINTS", "1000"))
}

// While a part is disputed neither it nor its reserve is released.
func TestRelease_waits_while_disputed(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 9).Times(1))
		mill.Ships(o)
		w.TopsUp(20_000)
		w.Advance(hold - 2*day) // nobody answers, but not for so long that it is lost
		w.Settle()
		w.Control("disputes", url.Values{"charge": {o.ChargeID}, "amount": {"4000"}})
		w.Settle()
		w.Advance(3 * day)
		w.Settle()
		require.Equal(t, payout.ReleaseAccrued, releaseOf(t, w, mill, o).Status)
		list, err := w.App.Disputes.OfOrder(t.Context(), o.ID)
		require.NoError(t, err)
		w.Control("disputes/"+list[0].ProviderID, url.Values{"status": {"won"}})
		w.Settle()
		w.Advance(time.Hour)
		w.Settle()
		require.Equal(t, payout.ReleaseTransferred, releaseOf(t, w, mill, o).Status)
		w.Balanced()
	})
}

func TestSetPolicy_refuses(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		past := w.Clock.Now().Add(-time.Second)
		for name, in := range map[string]payout.PolicyInput{
			"hold":    {HoldDays: ptr[int64](91)},
			"below":   {HoldDays: ptr[int64](-1)},
			"reserve": {ReserveBasisPoints: ptr[int64](5001)},
			"both":    {HoldDays: ptr[int64](60), ReserveBasisPoints: ptr[int64](1), ReserveDays: ptr[int64](31)},
		} {
			in.SellerID, in.Reason = mill.ID, "x"
			_, err := w.App.Payouts.SetPolicy(t.Context(), w.Operator().Actor, in)
			require.ErrorIs(t, err, payout.ErrPolicy, name)
		}
		_, err := w.App.Payouts.SetPolicy(t.Context(), w.Operator().Actor, payout.PolicyInput{SellerID: mill.ID, Reason: "x", EffectiveAt: &past})
		require.ErrorIs(t, err, payout.ErrPolicyPast)
		_, err = w.App.Payouts.SetPolicy(t.Context(), w.Operator().Actor, payout.PolicyInput{SellerID: "sel_nobody", Reason: "x"})
		require.ErrorIs(t, err, seller.ErrNotFound)
	})
}

// available brings a seller 90.00 to their balance at Stripe.
func available(t *testing.T, w *testkit.World, mill *testkit.Seller) {
	t.Helper()
	mill.Ships(w.Guest().Buys(mill.Product("Tea", "100.00", 5).Times(1)))
	w.Advance(hold)
	w.Settle()
	require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).AvailableMinor)
}

func manual(t *testing.T, w *testkit.World, mill *testkit.Seller, minimums ...*money.Input) {
	t.Helper()
	_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleManual, Minimums: minimums})
	require.NoError(t, err)
}

// Another bank account is no request: who is paid out when they ask goes on to be.
func TestSchedule_outlasts_another_bank_account(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		manual(t, w, mill)
		available(t, w, mill)
		mill.AddsBank()
		require.Contains(t, mill.PayoutAccount().BankCurrencies, "USD")
		w.Advance(day)
		w.Settle()
		require.Empty(t, payoutsOf(t, w, mill))
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).AvailableMinor)
	})
}

// Two who ask at once are paid once, and the same key is the same payout.
func TestRequest_pays_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		manual(t, w, mill)
		available(t, w, mill)
		var wg sync.WaitGroup
		var mu sync.Mutex
		var made []*payout.Payout
		for _, key := range []string{"a", "b", "a", "b"} {
			wg.Go(func() {
				p, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: key})
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					made = append(made, p)
				} else if !payout.ErrPayoutUnderWay.Is(err) {
					t.Errorf("request: %v", err)
				}
			})
		}
		wg.Wait()
		require.NotEmpty(t, made)
		require.Len(t, payoutsOf(t, w, mill), 1)
		w.Settle()
		w.Advance(3 * day)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).PaidOutMinor)
		_, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "c"})
		require.ErrorIs(t, err, payout.ErrPayoutNothing)
		w.Balanced()
	})
}

func TestRequest_refuses_and_the_outlook_says_why(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln")
		manual(t, w, mill, &money.Input{Amount: "90.01", CurrencyCode: "EUR"})
		available(t, w, mill)
		ask := func(by *testkit.Seller) error {
			_, err := w.App.Payouts.Request(t.Context(), by.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "k"})
			return err
		}
		require.ErrorIs(t, ask(mill), payout.ErrPayoutMinimum)
		require.ErrorIs(t, ask(kiln), payout.ErrPayoutBlocked, "has not onboarded")
		look := func() *payout.Outlook {
			list, err := w.App.Payouts.OutlooksOf(t.Context(), mill.Actor, nil)
			require.NoError(t, err)
			require.Len(t, list, 1)
			return list[0]
		}
		require.Equal(t, []payout.Block{payout.BlockBelowMinimum}, look().BlockedBy)
		require.Contains(t, look().Text(), "90.01 EUR")
		require.Equal(t, money.New(9001, "EUR"), *look().Minimum, "what a client says in another language")
		manual(t, w, mill, &money.Input{Amount: "90.00", CurrencyCode: "EUR"})
		require.Empty(t, look().BlockedBy)
		require.Equal(t, w.Clock.Now().Add(80*day), *look().NextAt)

		account := *mill.PayoutAccount().ProviderID
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		w.Control("accounts/"+account+"/capabilities/transfers", url.Values{"status": {"inactive"}})
		require.NoError(t, ask(mill))
		require.Equal(t, []payout.Block{payout.BlockUnderWay}, look().BlockedBy)
	})
}

// Whoever is paid by hand, or has a minimum, is paid before money has lain for
// too long.
func TestSchedule_money_does_not_lie_for_ever(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		available(t, w, mill)
		w.Advance(81 * day)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 1)
		w.Advance(3 * day)
		w.Settle()
		w.Balanced()
	}, testkit.Setting("PAYOUT_MINIMUM", "100000"))
}

// How long money may lie depends on the country of the seller: a day before its limit it
// leaves, whatever the schedule, the minimum and the settings say.
func TestSchedule_money_lies_as_long_as_the_country_allows(t *testing.T) {
	t.Parallel()
	for country, c := range map[string]struct{ stays, leaves int }{"TH": {7, 9}, "DE": {86, 89}, "US": {398, 401}} {
		t.Run(country, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill := w.Seller("Mill", testkit.Onboarded)
				require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					_, err := tx.NewRaw("UPDATE payout_accounts SET country = ?", country).Exec(ctx)
					return err
				}))
				_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleManual})
				require.NoError(t, err)
				available(t, w, mill)
				since := w.Clock.Now()
				wait := func(days int) []*payout.Payout {
					w.Advance(since.Add(time.Duration(days) * day).Sub(w.Clock.Now()))
					w.Settle()
					return payoutsOf(t, w, mill)
				}
				require.Empty(t, wait(c.stays))
				require.Len(t, wait(c.leaves+2), 1)
				w.Balanced()
			}, testkit.Setting("PAYOUT_MINIMUM", "100000"), testkit.Setting("PAYOUT_IDLE_MAX", "9600h"))
		})
	}
}

// A weekly seller is paid on their day, at midnight, and not before.
func TestSchedule_weekly(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleWeekly, Anchor: ptr[int64](4)})
		require.NoError(t, err)
		w.Advance(4 * day) // a Thursday has gone by with nothing to pay
		w.Settle()
		available(t, w, mill) // a Saturday
		require.Empty(t, payoutsOf(t, w, mill))
		next := mill.PayoutAccount().NextPayoutAt
		require.Equal(t, time.Thursday, next.Weekday())
		require.True(t, next.Equal(next.Truncate(day)))
		w.Advance(next.Sub(w.Clock.Now()) - time.Second)
		w.Settle()
		require.Empty(t, payoutsOf(t, w, mill), "a second too early")
		w.Advance(time.Second)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 1)
		w.Balanced()

		for name, in := range map[string]payout.ScheduleInput{
			"no day":  {Kind: payout.ScheduleWeekly},
			"day 8":   {Kind: payout.ScheduleWeekly, Anchor: ptr[int64](8)},
			"a day":   {Kind: payout.ScheduleDaily, Anchor: ptr[int64](1)},
			"twice":   {Kind: payout.ScheduleDaily, Minimums: []*money.Input{{Amount: "1", CurrencyCode: "EUR"}, {Amount: "2", CurrencyCode: "EUR"}}},
			"nothing": {Kind: payout.ScheduleDaily, Minimums: []*money.Input{{Amount: "0", CurrencyCode: "EUR"}}},
		} {
			_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, in)
			require.ErrorIs(t, err, payout.ErrSchedule, name)
		}
	})
}

func TestSchedule_not_more_often_than_the_platform_lets(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleDaily})
		require.ErrorIs(t, err, payout.ErrScheduleTooOften)
		_, err = w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleMonthly, Anchor: ptr[int64](31)})
		require.NoError(t, err)
	}, testkit.Setting("PAYOUT_INTERVAL", "168h"))
}

// However the answers get lost, an instant payout is made once and its fee is
// taken once.
func TestInstant_whatever_gets_lost(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill := w.Seller("Mill", testkit.Onboarded)
				manual(t, w, mill)
				available(t, w, mill)
				for _, path := range []string{"/v1/payouts", "/v1/transfers"} {
					w.Control("faults", url.Values{"method": {"POST"}, "path": {path}, "count": {"1"}, "kind": {kind}})
				}
				p, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{
					Currency: "EUR", Method: ptr(payout.MethodInstant), IdempotencyKey: "now",
				})
				require.NoError(t, err)
				require.EqualValues(t, 8910, p.AmountMinor)
				for range 4 {
					w.Settle()
					w.Advance(25 * time.Hour) // longer than Stripe keeps a key
				}
				w.Settle()
				list := payoutsOf(t, w, mill)
				require.Len(t, list, 1)
				require.Equal(t, payout.StatusPaid, list[0].Status)
				require.Equal(t, payout.FeeTaken, list[0].FeeStatus)
				fees, err := w.App.Ledger.AccountBalances(t.Context(), ledger.InstantPayoutFees, nil)
				require.NoError(t, err)
				require.EqualValues(t, -90, fees[0].AmountMinor)
				require.Zero(t, balanceOf(t, w, mill.ID).AvailableMinor)
				w.Balanced()
			})
		})
	}
}

// An account that cannot have instant payouts is told so, pays no fee, and is
// paid by the ordinary way.
func TestInstant_refused(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		w.Settle()
		// A bank that takes no instant payouts.
		w.Control("accounts/"+*mill.PayoutAccount().ProviderID+"/onboard", url.Values{"account_number": {"000888888883"}})
		w.Settle()
		manual(t, w, mill)
		available(t, w, mill)
		_, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{
			Currency: "EUR", Method: ptr(payout.MethodInstant), IdempotencyKey: "now",
		})
		require.NoError(t, err)
		w.Settle()
		refused := payoutsOf(t, w, mill)[0]
		require.Equal(t, payout.StatusFailed, refused.Status)
		require.Equal(t, "instant_payouts_unsupported", refused.FailureCode)
		require.Equal(t, payout.FeeWaived, refused.FeeStatus)
		_, err = w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "later"})
		require.NoError(t, err)
		w.Settle()
		w.Advance(3 * day)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).PaidOutMinor)
		w.Balanced()
	})
}

// Whatever an instant payout is refused for, the ordinary one is paid at once afterwards:
// Stripe has codes of its own for few of the reasons.
func TestInstant_refused_blocks_no_ordinary_payout(t *testing.T) {
	t.Parallel()
	for name, code := range map[string]string{"insufficient": "balance_insufficient", "no_code": ""} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill := w.Seller("Mill", testkit.Onboarded)
				manual(t, w, mill)
				available(t, w, mill)
				w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/payouts"}, "kind": {"refused"}, "code": {code}})
				_, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{
					Currency: "EUR", Method: ptr(payout.MethodInstant), IdempotencyKey: "now",
				})
				require.NoError(t, err)
				w.Settle()
				refused := payoutsOf(t, w, mill)[0]
				require.Equal(t, payout.StatusFailed, refused.Status)
				require.Equal(t, payout.FeeWaived, refused.FeeStatus)
				require.Empty(t, mill.PayoutAccount().PayoutBlock)
				_, err = w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "later"})
				require.NoError(t, err)
				w.Settle()
				w.Advance(3 * day)
				w.Settle()
				require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).PaidOutMinor)
				w.Balanced()
			})
		})
	}
}

// What the platform's bank has paid is not transferred again, and no more can be
// recorded than is owed, however many propose and approve.
func TestManual_payout(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill") // has no account at Stripe
		w.Settle()
		mill.Ships(w.Guest().Buys(mill.Product("Tea", "100.00", 5).Times(1)))
		mill.Ships(w.Guest().Buys(mill.Product("Jug", "50.00", 5).Times(1)))
		in := payout.ManualInput{SellerID: mill.ID, Amount: money.Input{Amount: "100.00", CurrencyCode: "EUR"}, Reference: "RF18", Reason: "no account", IdempotencyKey: "first"}
		ada, bo := w.Operator(), w.OperatorWith(identity.OperatorFinance)
		_, err := w.App.Payouts.ProposeManual(t.Context(), ada.Actor, in)
		require.ErrorIs(t, err, payout.ErrManualAmount, "nothing is released yet")
		w.Advance(hold)
		w.Settle()
		p, err := w.App.Payouts.ProposeManual(t.Context(), ada.Actor, in)
		require.NoError(t, err)
		require.Equal(t, approval.StatusPending, p.Status)
		approve := func(by *testkit.Person) error {
			_, err := w.App.Approvals.Approve(t.Context(), by.Actor, approval.ApproveInput{ID: p.ID, PayloadHash: p.Hash})
			return err
		}
		require.ErrorIs(t, approve(ada), approval.ErrOwn)
		require.NoError(t, approve(bo))
		require.Error(t, approve(bo))
		b := balanceOf(t, w, mill.ID)
		require.EqualValues(t, 3500, b.ReleasableMinor)
		list, err := w.App.Payouts.ManualsOf(t.Context(), mill.Actor, nil)
		require.NoError(t, err)
		require.Len(t, list, 1)
		again, err := w.App.Payouts.ProposeManual(t.Context(), ada.Actor, in)
		require.NoError(t, err)
		require.Equal(t, p.ID, again.ID, "the same command is the same proposal")
		in.IdempotencyKey = "second"
		_, err = w.App.Payouts.ProposeManual(t.Context(), ada.Actor, in)
		require.ErrorIs(t, err, payout.ErrManualAmount)
		w.Balanced()

		mill.Onboards()
		w.Advance(2 * day)
		w.Settle()
		require.Zero(t, balanceOf(t, w, mill.ID).ReleasableMinor)
		transfers := transfersOf(t, w, mill)
		require.Len(t, transfers, 1)
		require.EqualValues(t, 3500, transfers[0].AmountMinor)
		w.Balanced()
	})
}
