package stories_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/inbox"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/reconciliation"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

// transferred is a world in which Mill has 90.00 of an order on its balance.
func transferred(t *testing.T, w *testkit.World) (mill *testkit.Seller, alice *testkit.Person, transfer string) {
	t.Helper()
	mill, alice = w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
	mill.Ships(alice.Buys(mill.Product("Tea", "100.00", 9).Times(1)))
	w.Advance(3 * day)
	w.Settle()
	made := transfersOf(t, w, mill)
	require.Len(t, made, 1)
	require.Equal(t, payout.TransferSucceeded, made[0].Status)
	return mill, alice, *made[0].ProviderID
}

// outside are the settings of these worlds: no hold, and nothing leaves for the bank.
func outside() []testkit.Option {
	return []testkit.Option{testkit.Setting("RELEASE_HOLD", "0s"), testkit.Setting("PAYOUT_MINIMUM", "100000")}
}

// A platform hears of all accounts that are connected to it, also of those that Étal
// did not make: nothing waits for them, and nothing is parked.
func TestAccount_of_others_is_let_be(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		known := mill.PayoutAccount()
		others := w.ConnectsByHand()
		for _, apply := range []inbox.Applier{w.App.Payouts.ApplyAccountEvent, w.App.Payouts.ApplyPayoutEvent, w.App.Payouts.ApplyPayoutCreated} {
			require.NoError(t, apply(t.Context(), &inbox.Message{Account: others, ObjectID: "po_others"}))
			require.NoError(t, apply(t.Context(), &inbox.Message{ObjectID: "po_platform"}), "news of the platform's own account")
		}
		w.Control("accounts/"+others+"/deauthorize", nil)
		w.Settle()
		require.NoError(t, w.App.Payouts.ApplyAccountEvent(t.Context(), &inbox.Message{Account: others, ObjectID: others}))
		require.Zero(t, w.Parked())
		require.Equal(t, known, mill.PayoutAccount())
		w.Balanced()
	})
}

// However the news arrives, money that somebody has taken back in Stripe's Dashboard
// is booked once, is the seller's still, and waits a week before it goes there again.
func TestReversal_at_Stripe_is_booked_once(t *testing.T) {
	t.Parallel()
	for _, news := range []string{"", "duplicate", "two_events", "drop"} {
		t.Run("news "+news, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill, _, transfer := transferred(t, w)
				if news != "" {
					w.Control("webhooks/faults", url.Values{"kind": {news}, "type": {"transfer.reversed"}, "count": {"9"}})
				}
				w.ReversesAtStripe(transfer, 3000)
				w.ReversesAtStripe(transfer, 1000)
				w.Settle()
				require.NoError(t, w.App.Payouts.LookAtReversals(t.Context()))
				b := balanceOf(t, w, mill.ID)
				require.EqualValues(t, 4000, b.ReleasableMinor)
				require.EqualValues(t, 5000, b.AvailableMinor)
				r := releasesOf(t, w, mill)[0]
				require.Equal(t, payout.ReleaseReleased, r.Status)
				require.Equal(t, payout.BlockReversed, *r.BlockedBecause())
				require.EqualValues(t, 4000, transfersOf(t, w, mill)[0].ReversedMinor)
				w.Balanced()

				w.Advance(6 * day)
				w.Settle()
				require.Len(t, transfersOf(t, w, mill), 1, "a week is not over")
				w.Advance(2 * day)
				w.Settle()
				require.Len(t, transfersOf(t, w, mill), 2)
				require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).AvailableMinor)
				require.Equal(t, payout.ReleaseTransferred, releasesOf(t, w, mill)[0].Status)
				w.Balanced()
			}, outside()...)
		})
	}
}

// Money of a release that was transferred in two parts is taken back of the first one
// while nobody knows yet what became of the second: it waits its week all the same,
// however the second one ends.
func TestReversal_at_Stripe_while_another_transfer_is_under_way(t *testing.T) {
	t.Parallel()
	for _, end := range []string{"made", "refused"} {
		t.Run(end, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
				o := promoted(t, w, mill, kiln) // the charge gives 50.00 of Mill's 81.00
				if end == "made" {
					w.TopsUp(10_000)
				}
				w.Advance(3 * day)
				w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/transfers"}, "skip": {"1"}, "count": {"1000"}, "kind": {"503"}})
				mill.Ships(o)
				w.Settle()
				made := transfersOf(t, w, mill)
				require.Len(t, made, 2)
				first := made[0]
				if first.Status != payout.TransferSucceeded {
					first = made[1]
				}
				require.Equal(t, payout.ReleaseTransferring, releasesOf(t, w, mill)[0].Status)
				w.ReversesAtStripe(*first.ProviderID, 1000)
				w.Settle()
				require.Equal(t, payout.ReleaseTransferring, releasesOf(t, w, mill)[0].Status)

				w.Calm()
				w.Advance(2 * time.Hour)
				w.Settle()
				r := releasesOf(t, w, mill)[0]
				require.Equal(t, payout.ReleaseReleased, r.Status)
				require.Equal(t, payout.BlockReversed, *r.BlockedBecause())
				w.Advance(6 * day)
				w.Settle()
				require.Len(t, transfersOf(t, w, mill), 2, "a week is not over")
				owed := map[string]int64{"made": 1000, "refused": 1000 + 3100}[end]
				require.Equal(t, owed, balanceOf(t, w, mill.ID).ReleasableMinor)
				w.Balanced()

				if end == "refused" {
					w.TopsUp(10_000)
				}
				w.Advance(4 * day)
				w.Settle()
				require.Zero(t, balanceOf(t, w, mill.ID).ReleasableMinor)
				require.Equal(t, payout.ReleaseTransferred, releasesOf(t, w, mill)[0].Status)
				require.Len(t, transfersOf(t, w, mill), 3)
				w.Balanced()
			}, outside()...)
		})
	}
}

// Who gives an order back in Stripe's Dashboard and takes the transfer back there has
// settled both sides: nothing is taken twice, in whichever order the news comes.
func TestReversal_at_Stripe_pays_what_the_seller_owes(t *testing.T) {
	t.Parallel()
	for _, first := range []string{"refund", "reversal"} {
		t.Run(first+" first", func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill, _, transfer := transferred(t, w)
				w.TopsUp(20_000)
				orders := releasesOf(t, w, mill)
				charge := w.Payment(orders[0].OrderID).ChargeID
				steps := []func(){func() { w.RefundsAtStripe(charge, 5000) }, func() { w.ReversesAtStripe(transfer, 4500) }}
				if first == "reversal" {
					steps[0], steps[1] = steps[1], steps[0]
				}
				for _, step := range steps {
					step()
				}
				w.Settle()
				w.Advance(day)
				w.Settle()

				b := balanceOf(t, w, mill.ID)
				require.EqualValues(t, 4500, b.AvailableMinor+b.ReleasableMinor, "half of 90.00 was given back, once")
				require.Zero(t, owes(t, w, mill))
				w.Balanced()
			}, outside()...)
		})
	}
}

func owes(t *testing.T, w *testkit.World, s *testkit.Seller) (open int64) {
	t.Helper()
	all, err := ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), s.ID)
	require.NoError(t, err)
	for _, b := range all {
		open += b.DebtMinor
	}
	return open
}

// Reconciliation has seen the movement before anybody told of the reversal: what it
// put into suspense leaves by itself, and no difference is left.
func TestReversal_at_Stripe_leaves_suspense_by_itself(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, _, transfer := transferred(t, w)
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "type": {"transfer.reversed"}, "count": {"9"}})
		w.ReversesAtStripe(transfer, 3000)
		report, err := w.App.Reconciliation.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.NotZero(t, report.Open, "nobody knows the movement yet")
		w.Advance(49 * time.Hour)
		report, err = w.App.Reconciliation.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err)
		require.NotZero(t, report.Open)

		w.Settle() // the hourly look finds it
		require.EqualValues(t, 3000, balanceOf(t, w, mill.ID).ReleasableMinor)
		w.Balanced()
	}, outside()...)
}

// An account that was cut off parks what is released, takes the seller off sale with a
// reason, and is not asked any more; when it is back, all goes on by itself.
func TestAccount_cut_off_parks_everything_until_it_is_back(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice, _ := transferred(t, w)
		account := *mill.PayoutAccount().ProviderID
		tea := mill.Product("Jar", "50.00", 9)
		paid := alice.Buys(tea.Times(1))
		full := alice.Cart(tea.Times(1))
		w.Control("accounts/"+account+"/deauthorize", nil)
		w.Settle()
		a := mill.PayoutAccount()
		require.Equal(t, payout.AccountRestricted, a.Status)
		require.False(t, a.CanReceive || a.CanPayOut)
		require.ErrorIs(t, a.MayOnboard(), payout.ErrAccountCutOff)
		s := sellerOf(t, w, mill)
		require.Equal(t, seller.StatusSuspended, s.Status)
		require.Contains(t, s.Reason, "no longer connected")
		_, err := alice.Complete(full, "after")
		require.Error(t, err, "nothing is sold that could not be paid out")

		mill.Ships(paid) // what was paid for is sent all the same
		w.Settle()
		r := releasesOf(t, w, mill)[0]
		require.Equal(t, payout.ReleaseReleased, r.Status)
		require.Equal(t, payout.BlockAccount, *r.BlockedBecause())
		require.Len(t, transfersOf(t, w, mill), 1)
		for range 3 {
			w.Advance(2 * time.Hour)
			w.Settle()
		}
		require.Zero(t, w.Parked())
		report, err := w.App.Reconciliation.Run(t.Context(), reconciliation.Manner{})
		require.NoError(t, err, "an account that nobody can read keeps nobody from reading the others")
		require.Empty(t, report.Differences)
		w.Verified()

		w.Control("accounts/"+account+"/authorize", nil)
		w.Settle()
		require.Equal(t, payout.AccountEnabled, mill.PayoutAccount().Status)
		require.Equal(t, seller.StatusApproved, sellerOf(t, w, mill).Status)
		require.Equal(t, payout.ReleaseTransferred, releasesOf(t, w, mill)[0].Status, "at once")
		_, err = alice.Complete(alice.Cart(tea.Times(1)), "again")
		require.NoError(t, err)
		w.Balanced()
	}, outside()...)
}

// What an operator has decided meanwhile stands, and lost news of the return is found
// within an hour.
func TestAccount_cut_off_leaves_what_operators_decide(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		olga := w.Operator()
		_, err := w.App.Sellers.Suspend(t.Context(), olga.Actor, seller.RefuseInput{SellerID: mill.ID, Reason: "It sells what it has not."})
		require.NoError(t, err)
		for _, s := range []*testkit.Seller{mill, kiln} {
			w.Control("accounts/"+*s.PayoutAccount().ProviderID+"/deauthorize", nil)
		}
		w.Settle()
		require.Contains(t, sellerOf(t, w, mill).Reason, "has not")
		require.Equal(t, seller.StatusSuspended, sellerOf(t, w, kiln).Status)
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "type": {"account.application.authorized"}, "count": {"9"}})
		for _, s := range []*testkit.Seller{mill, kiln} {
			w.Control("accounts/"+*s.PayoutAccount().ProviderID+"/authorize", nil)
		}
		w.Settle()
		require.Equal(t, seller.StatusSuspended, sellerOf(t, w, kiln).Status, "nobody has told")
		w.Advance(61 * time.Minute)
		w.Settle()
		require.Equal(t, seller.StatusApproved, sellerOf(t, w, kiln).Status)
		require.Equal(t, seller.StatusSuspended, sellerOf(t, w, mill).Status, "an operator has decided otherwise")
		require.Equal(t, payout.AccountEnabled, mill.PayoutAccount().Status)
	})
}

func sellerOf(t *testing.T, w *testkit.World, s *testkit.Seller) *seller.Seller {
	t.Helper()
	found, err := w.App.Sellers.ByIDs(t.Context(), []seller.ID{s.ID})
	require.NoError(t, err)
	return found[s.ID]
}

// Stripe would convert what arrives in a currency that no bank account of the seller takes:
// it is not transferred, says why, and is as soon as there is such an account. What is in
// another currency is transferred meanwhile.
func TestTransfer_in_a_currency_without_a_bank_account_waits(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice := w.SellerFrom("GB", "Mill"), w.Buyer("Alice")
		w.Settle()
		at := "accounts/" + *mill.PayoutAccount().ProviderID + "/onboard"
		w.Control(at, url.Values{"currency": {"gbp"}})
		w.Settle()
		require.Equal(t, []string{"GBP"}, mill.PayoutAccount().BankCurrencies)
		require.EqualValues(t, "GBP", mill.PayoutAccount().DefaultCurrency)
		mill.Ships(alice.Buys(mill.Product("Tea", "100.00", 5).Times(1)))
		mill.Ships(alice.Buys(mill.ProductIn("Jar", money.New(8000, "GBP"), 5).Times(1)))
		w.Advance(4 * day)
		w.Settle()
		for _, r := range releasesOf(t, w, mill) {
			if r.Currency == "GBP" {
				require.Equal(t, payout.ReleaseTransferred, r.Status)
				continue
			}
			require.Equal(t, payout.ReleaseReleased, r.Status)
			require.Equal(t, payout.BlockCurrency, *r.BlockedBecause())
		}
		require.Len(t, transfersOf(t, w, mill), 1)
		w.Balanced()

		w.Control(at, url.Values{"currency": {"eur"}})
		w.Settle()
		for _, r := range releasesOf(t, w, mill) {
			require.Equal(t, payout.ReleaseTransferred, r.Status)
		}
		w.Advance(8 * day)
		w.Settle()
		w.Advance(4 * day)
		w.Settle()
		paid := payoutsOf(t, w, mill)
		require.Len(t, paid, 2)
		for _, p := range paid {
			require.Equal(t, payout.StatusPaid, p.Status)
		}
		w.Balanced()
	}, testkit.Setting("RELEASE_HOLD", "0s"), testkit.Setting("MORE_CURRENCIES", "GBP"))
}

// A balance in a currency that no bank account of the seller takes any more is not sent to
// be refused each day: it stays, says why, and leaves when there is such an account.
func TestPayout_of_a_currency_without_a_bank_account_waits(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		mill.AddsBank()
		require.Equal(t, []string{"EUR", "USD"}, mill.PayoutAccount().BankCurrencies)
		mill.Ships(w.Buyer("Alice").Buys(mill.ProductIn("Jar", money.New(8000, "USD"), 5).Times(1)))
		require.Len(t, transfersOf(t, w, mill), 1)
		mill.LosesBank("USD")
		require.Equal(t, []string{"EUR"}, mill.PayoutAccount().BankCurrencies)
		w.Advance(3 * day)
		w.Settle()
		require.Empty(t, payoutsOf(t, w, mill), "nothing was tried that cannot be")
		outlooks, err := w.App.Payouts.OutlooksOf(t.Context(), mill.Actor, nil)
		require.NoError(t, err)
		require.Len(t, outlooks, 1)
		require.EqualValues(t, 7200, outlooks[0].AmountMinor)
		require.Contains(t, outlooks[0].BlockedBy, payout.BlockNoBank)
		require.Contains(t, outlooks[0].Text(), "No bank account of yours takes this currency")
		_, err = w.App.Payouts.Request(t.Context(), mill.Actor, payout.RequestInput{Currency: "USD", IdempotencyKey: "k"})
		require.ErrorIs(t, err, payout.ErrPayoutBlocked)

		mill.AddsBank()
		w.Advance(4 * day)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 1)
		w.Balanced()
	}, testkit.Setting("RELEASE_HOLD", "0s"), testkit.Setting("MORE_CURRENCIES", "USD"))
}
