package stories_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/testkit"
)

// beingTakenBack is a seller with 135.00 on the balance, of which 90.00 are being taken
// back for a refund: nobody knows what became of that at Stripe.
func beingTakenBack(t *testing.T, w *testkit.World) *testkit.Seller {
	t.Helper()
	mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
	manual(t, w, mill)
	first, second := alice.Buys(mill.Product("Tea", "100.00", 5).Times(1)), alice.Buys(mill.Product("Jar", "50.00", 5).Times(1))
	mill.Ships(first)
	mill.Ships(second)
	w.Advance(hold)
	w.Settle()
	w.TopsUp(20_000)
	w.Advance(3 * day)
	w.Settle()
	require.EqualValues(t, 13_500, balanceOf(t, w, mill.ID).AvailableMinor)
	silent(w, "/v1/transfers/*/reversals")
	refunds(t, w, first)
	require.EqualValues(t, 13_500, balanceOf(t, w, mill.ID).AvailableMinor, "nothing is confirmed")
	require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).DebtMinor)
	return mill
}

// silent lets Stripe answer nothing but that it is out of order.
func silent(w *testkit.World, path string) {
	w.Control("faults", url.Values{"method": {"POST"}, "path": {path}, "count": {"1000"}, "kind": {"503"}})
}

// recovers lets Stripe answer again, and everything happen that waited for it.
func recovers(t *testing.T, w *testkit.World) {
	t.Helper()
	w.Calm()
	w.Advance(2 * time.Hour)
	w.Settle()
	w.Advance(3 * day)
	w.Settle()
}

// While Stripe does not say what became of a reversal, its money is not paid out, whoever
// plans the payout: it would become a debt, or the balance fall below zero.
func TestPayout_leaves_what_is_being_taken_back(t *testing.T) {
	t.Parallel()
	asks := func(method payout.Method) func(*testing.T, *testkit.World, *testkit.Seller) {
		return func(t *testing.T, w *testkit.World, mill *testkit.Seller) {
			t.Helper()
			_, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", Method: &method, IdempotencyKey: "k"})
			require.NoError(t, err)
		}
	}
	for name, plan := range map[string]func(*testing.T, *testkit.World, *testkit.Seller){
		"asked for": asks(payout.MethodStandard),
		"instant":   asks(payout.MethodInstant),
		"due": func(t *testing.T, w *testkit.World, mill *testkit.Seller) {
			t.Helper()
			_, err := w.App.Payouts.SetSchedule(t.Context(), mill.Actor, payout.ScheduleInput{Kind: payout.ScheduleDaily})
			require.NoError(t, err)
			w.Advance(day)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill := beingTakenBack(t, w)
				o := outlookOf(t, w, mill)
				require.EqualValues(t, 4500, o.AmountMinor)
				require.Empty(t, o.BlockedBy)
				require.Contains(t, o.Text(), "90.00 EUR of your balance are being taken back")
				require.Contains(t, o.Text(), "45.00 EUR are going to be paid out.")
				plan(t, w, mill)
				w.Settle()
				made := payoutsOf(t, w, mill)
				require.Len(t, made, 1)
				require.EqualValues(t, 4500, made[0].AmountMinor+made[0].FeeMinor)

				recovers(t, w)
				b := balanceOf(t, w, mill.ID)
				require.EqualValues(t, 4500, b.PaidOutMinor+made[0].FeeMinor)
				require.Zero(t, b.AvailableMinor)
				require.Zero(t, b.DebtMinor, "it was there to be taken back")
				require.Equal(t, payout.StatusPaid, payoutsOf(t, w, mill)[0].Status)
				w.Balanced()
			}, testkit.Setting("INSTANT_PAYOUT_BASIS_POINTS", "100"))
		})
	}
}

// A seller of whom everything is being taken back is told so, and not that nothing is there.
func TestRequest_refuses_what_is_being_taken_back(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := beingTakenBack(t, w)
		ask := func(key string) error {
			_, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: key})
			return err
		}
		manual(t, w, mill, &money.Input{Amount: "60.00", CurrencyCode: "EUR"})
		require.ErrorIs(t, ask("little"), payout.ErrPayoutMinimum)
		require.ErrorContains(t, ask("little"), "90.00 EUR of your balance are being taken back")
		o := outlookOf(t, w, mill)
		require.Equal(t, []payout.Block{payout.BlockBelowMinimum}, o.BlockedBy)
		require.Contains(t, o.Text(), "90.00 EUR of your balance are being taken back")

		manual(t, w, mill)
		require.NoError(t, ask("rest"))
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).AvailableMinor)
		require.ErrorIs(t, ask("more"), payout.ErrPayoutNothing)
		require.ErrorContains(t, ask("more"), "90.00 EUR of your balance are being taken back")
		o = outlookOf(t, w, mill)
		require.Zero(t, o.AmountMinor)
		require.Equal(t, []payout.Block{payout.BlockNothing}, o.BlockedBy)
		require.Contains(t, o.Text(), "90.00 EUR of your balance are being taken back")
		require.Contains(t, o.Text(), "Nothing else is available.")
		require.Equal(t, money.New(9000, "EUR"), *o.TakenBack())

		recovers(t, w)
		require.Zero(t, balanceOf(t, w, mill.ID).DebtMinor)
		require.NotContains(t, outlookOf(t, w, mill).Text(), "taken back")
		w.Balanced()
	})
}

// A debit of the balance takes as much as a reversal does.
func TestPayout_leaves_what_is_being_debited(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		manual(t, w, mill)
		available(t, w, mill)
		mill.Consents()
		debt := charged(t, w, mill, "charge")
		silent(w, "/v1/transfers")
		_, err := w.App.Payouts.Debit(t.Context(), w.Operator().Actor, payout.DebtInput{DebtID: debt.ID, IdempotencyKey: "debit"})
		require.NoError(t, err)
		p, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "k"})
		require.NoError(t, err)
		require.EqualValues(t, 9000-debt.OpenMinor(), p.AmountMinor)

		recovers(t, w)
		b := balanceOf(t, w, mill.ID)
		require.Zero(t, b.DebtMinor)
		require.Zero(t, b.AvailableMinor)
		w.Balanced()
	})
}

// A payout that is written down when something begins to be taken back is not sent whole:
// what may leave is paid out instead, without asking again.
func TestPayout_is_overtaken_by_what_is_being_taken_back(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		manual(t, w, mill)
		available(t, w, mill)
		mill.Consents()
		debt := charged(t, w, mill, "charge")
		p, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "k"})
		require.NoError(t, err)
		require.EqualValues(t, 9000, p.AmountMinor)
		_, err = w.App.Payouts.Debit(t.Context(), w.Operator().Actor, payout.DebtInput{DebtID: debt.ID, IdempotencyKey: "debit"})
		require.NoError(t, err)
		w.Settle()
		w.Advance(3 * day)
		w.Settle()

		made := payoutsOf(t, w, mill)
		require.Len(t, made, 2)
		require.Equal(t, payout.StatusPaid, made[0].Status)
		require.EqualValues(t, 9000-debt.OpenMinor(), made[0].AmountMinor)
		require.Equal(t, p.ID, made[1].ID)
		require.Equal(t, payout.StatusFailed, made[1].Status)
		require.Equal(t, "payout_taken_back", made[1].FailureCode)
		require.Nil(t, made[1].ProviderID, "the provider was not asked")
		b := balanceOf(t, w, mill.ID)
		require.Zero(t, b.AvailableMinor)
		require.Zero(t, b.DebtMinor)
		w.Balanced()
	})
}

// What Stripe has converted is taken back of the balance in the other currency.
func TestPayout_leaves_what_is_being_taken_back_of_a_converted_payment(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		w.Control("conversion", url.Values{"settles[0]": {"eur"}, "rates[usd]": {"0.9"}, "fee_basis_points": {"100"}})
		mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
		manual(t, w, mill)
		dollars := alice.Buys(mill.ProductIn("Jar", money.New(10_000, "USD"), 5).Times(1))
		euros := alice.Buys(mill.Product("Tea", "50.00", 5).Times(1))
		mill.Ships(dollars)
		mill.Ships(euros)
		w.Advance(hold)
		w.Settle()
		w.TopsUp(30_000)
		w.Advance(3 * day)
		w.Settle()
		held := func() *ledger.Balance {
			all, err := ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), mill.ID)
			require.NoError(t, err)
			for _, b := range all {
				if b.Currency == "EUR" {
					return b
				}
			}
			require.Fail(t, "no euros")
			return nil
		}
		before := held().AvailableMinor
		require.Greater(t, before, int64(4500))
		silent(w, "/v1/transfers/*/reversals")
		refunds(t, w, dollars)
		require.Equal(t, before, held().AvailableMinor)
		p, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: "k"})
		require.NoError(t, err)
		require.EqualValues(t, 4500, p.AmountMinor)
		recovers(t, w)
		require.Zero(t, held().AvailableMinor)
		w.Balanced()
	}, testkit.Setting("MORE_CURRENCIES", "USD"), testkit.Setting("REFUND_LIMIT_PLATFORM", "500000,USD:500000"))
}

// A seller whose balance at Stripe was taken below zero is paid nothing out of it, however
// it is asked for: what comes in fills it up first, and only what is above zero leaves.
func TestPayout_while_the_balance_is_below_zero(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
		tea := mill.Product("Tea", "100.00", 9)
		sells := func() *order.Order {
			o := alice.Buys(tea.Times(1))
			mill.Ships(o)
			w.Advance(8 * day)
			w.Settle()
			return o
		}
		first := sells()
		require.Len(t, payoutsOf(t, w, mill), 1)
		w.Advance(4 * day)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).PaidOutMinor)
		w.TopsUp(50_000)
		refunds(t, w, first)
		require.EqualValues(t, -9000, balanceOf(t, w, mill.ID).AvailableMinor)

		ask := func(key string) error {
			_, err := w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "EUR", IdempotencyKey: key})
			return err
		}
		require.ErrorIs(t, ask("below"), payout.ErrPayoutNothing)
		w.Advance(8 * day)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 1, "by no schedule either")
		sells() // brings it to zero
		require.ErrorIs(t, ask("zero"), payout.ErrPayoutNothing)
		require.Len(t, payoutsOf(t, w, mill), 1)
		sells()
		require.Len(t, payoutsOf(t, w, mill), 2)
		w.Verified()
	}, testkit.BelowZero(), testkit.Setting("RELEASE_HOLD", "0s"))
}
