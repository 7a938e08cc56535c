package stories_test

import (
	"fmt"
	"net/http"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/actor"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/domain/seller"
	"github.com/etal-market/etal/internal/testkit"
)

const hold = 15 * 24 * time.Hour // longer than the default hold and Stripe's two days

func balanceOf(t *testing.T, w *testkit.World, of seller.ID) *ledger.Balance {
	t.Helper()
	balances, err := ledger.SellerBalances(t.Context(), w.DB.Read(t.Context()), of)
	require.NoError(t, err)
	require.Len(t, balances, 1)
	return balances[0]
}

func releasesOf(t *testing.T, w *testkit.World, s *testkit.Seller) []*payout.Release {
	t.Helper()
	list, err := w.App.Payouts.FindReleases(t.Context(), s.Actor, payout.Filter{}, page.First(100))
	require.NoError(t, err)
	return list.Nodes
}

func transfersOf(t *testing.T, w *testkit.World, s *testkit.Seller) []*payout.Transfer {
	t.Helper()
	list, err := w.App.Payouts.FindTransfers(t.Context(), s.Actor, payout.Filter{}, page.First(100))
	require.NoError(t, err)
	return list.Nodes
}

func payoutsOf(t *testing.T, w *testkit.World, s *testkit.Seller) []*payout.Payout {
	t.Helper()
	list, err := w.App.Payouts.FindPayouts(t.Context(), s.Actor, payout.Filter{}, page.First(100))
	require.NoError(t, err)
	return list.Nodes
}

func TestMoney_reaches_the_bank_step_by_step(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1))
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).HeldMinor)
		require.Equal(t, payout.ReleaseAccrued, releasesOf(t, w, mill)[0].Status)
		require.Nil(t, releasesOf(t, w, mill)[0].ReleaseAt, "the hold begins with the shipment")

		w.Advance(hold)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).HeldMinor, "what is not shipped is not released")

		mill.Ships(o)
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).HeldMinor)
		w.Advance(14*24*time.Hour - time.Second)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).HeldMinor, "one second before the hold is over")
		w.Balanced()

		w.Advance(time.Second)
		w.Settle()
		b := balanceOf(t, w, mill.ID)
		require.Zero(t, b.HeldMinor)
		require.EqualValues(t, 9000, b.PendingMinor+b.AvailableMinor+b.InTransitMinor+b.PaidOutMinor)
		require.Equal(t, payout.TransferSucceeded, transfersOf(t, w, mill)[0].Status)
		w.Balanced()

		w.Advance(10 * 24 * time.Hour)
		w.Settle()
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).PaidOutMinor)
		require.Equal(t, payout.StatusPaid, payoutsOf(t, w, mill)[0].Status)
		require.Zero(t, w.Parked())
		w.Balanced()
	})
}

func TestRelease_waits_for_the_account_and_leaves_at_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill")
		w.Settle() // the account is opened, and its form not filled in
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1))
		mill.Ships(o)
		w.Advance(hold)
		w.Settle()
		r := releasesOf(t, w, mill)[0]
		require.Equal(t, payout.ReleaseReleased, r.Status)
		require.Equal(t, payout.BlockAccount, *r.BlockedBecause())
		require.True(t, r.NextAttemptAt.After(w.Clock.Now()))
		require.Empty(t, transfersOf(t, w, mill))
		w.Balanced()

		mill.Onboards()
		r = releasesOf(t, w, mill)[0]
		require.Equal(t, payout.ReleaseTransferred, r.Status, "without waiting for the next attempt")
		require.Nil(t, r.BlockedBecause())
		w.Balanced()
	})
}

// However an answer gets lost, one release is one transfer at Stripe.
func TestTransfer_is_made_once_whatever_gets_lost(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored", "502_html", "truncated"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill := w.Seller("Mill", testkit.Onboarded)
				mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1)))
				w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/transfers"}, "count": {"1"}, "kind": {kind}})
				w.Advance(hold)
				w.Settle()
				w.Advance(25 * time.Hour) // longer than Stripe keeps a key
				w.Settle()
				transfers := transfersOf(t, w, mill)
				require.Equal(t, payout.TransferSucceeded, transfers[0].Status, transfers[0].Error)
				require.Len(t, transfers, 1)
				w.Balanced()
			})
		})
	}
}

func TestTransfer_that_is_refused_says_why_and_is_tried_again(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1)))
		account := *mill.PayoutAccount().ProviderID
		// The capability is lost between the check and the call: Étal has not heard of it.
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		w.Control("accounts/"+account+"/capabilities/transfers", url.Values{"status": {"inactive"}})
		w.Advance(hold)
		w.Settle()
		r := releasesOf(t, w, mill)[0]
		require.Equal(t, payout.ReleaseReleased, r.Status)
		require.Equal(t, payout.BlockRefused, *r.BlockedBecause())
		require.EqualValues(t, 9000, balanceOf(t, w, mill.ID).ReleasableMinor)
		w.Balanced()

		w.Control("accounts/"+account+"/capabilities/transfers", url.Values{"status": {"active"}})
		w.Advance(30 * time.Minute)
		w.Settle()
		require.Equal(t, payout.ReleaseTransferred, releasesOf(t, w, mill)[0].Status)
		require.Len(t, transfersOf(t, w, mill), 2, "a refused attempt is kept")
		w.Balanced()
	})
}

func TestSweep_releases_once_however_many_sweep(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		tea := mill.Product("Tea", "10.00", 50)
		for range 5 {
			mill.Ships(w.Guest().Buys(tea.Times(1)))
		}
		w.Advance(hold)
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
		require.Len(t, transfersOf(t, w, mill), 5)
		w.Balanced()
	})
}

func TestPayout_that_comes_back_after_it_arrived(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1)))
		w.Advance(hold)
		w.Settle()
		w.Advance(10 * 24 * time.Hour)
		w.Settle()
		paid := payoutsOf(t, w, mill)[0]
		require.Equal(t, payout.StatusPaid, paid.Status)

		w.Control("payouts/"+*paid.ProviderID+"/fail", url.Values{"code": {"account_closed"}})
		w.Settle()
		back := payoutsOf(t, w, mill)[0]
		require.Equal(t, payout.StatusFailed, back.Status)
		require.Equal(t, "account_closed", back.FailureCode)
		require.Equal(t, "account_closed", mill.PayoutAccount().PayoutBlock)
		b := balanceOf(t, w, mill.ID)
		require.EqualValues(t, 9000, b.AvailableMinor)
		require.Zero(t, b.PaidOutMinor)
		w.Balanced()
	})
}

// The news that a payout came back after it had arrived is lost. It is found out
// within a day.
func TestPayout_that_came_back_and_nobody_told(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1)))
		w.Advance(hold)
		w.Settle()
		w.Advance(3 * 24 * time.Hour)
		w.Settle()
		made := payoutsOf(t, w, mill)
		require.Len(t, made, 1)
		require.Equal(t, payout.StatusPaid, made[0].Status)
		w.Control("webhooks/faults", url.Values{"kind": {"drop"}, "count": {"100"}})
		w.Control("payouts/"+*made[0].ProviderID+"/fail", nil)
		w.Settle()
		require.Equal(t, payout.StatusPaid, payoutsOf(t, w, mill)[0].Status)
		w.Advance(25 * time.Hour)
		w.Settle()
		w.Balanced()
		require.Equal(t, payout.StatusFailed, payoutsOf(t, w, mill)[len(payoutsOf(t, w, mill))-1].Status)
	})
}

// A seller pays out by hand at Stripe: the mirror follows at once, and not only
// when the payout moves on.
func TestPayout_made_at_the_provider_is_adopted_at_once(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		first, second := w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1)), w.Buyer("Bob").Buys(mill.Product("Jug", "50.00", 5).Times(1))
		mill.Ships(first)
		w.Advance(hold)
		w.Settle()
		mill.Ships(second)
		w.Advance(hold)
		w.Settle()
		require.Len(t, payoutsOf(t, w, mill), 1, "the next one is in three months")
		mill.PaysOutAtStripe(2_500)
		w.Settle()
		w.Balanced()
		require.EqualValues(t, 2_500, balanceOf(t, w, mill.ID).InTransitMinor)
		require.Len(t, payoutsOf(t, w, mill), 2)
		w.Advance(3 * 24 * time.Hour)
		w.Settle()
		w.Balanced()
		require.EqualValues(t, 11_500, balanceOf(t, w, mill.ID).PaidOutMinor)
	}, testkit.Setting("PAYOUT_INTERVAL", "2160h"))
}

func TestPayout_is_made_once_whatever_gets_lost(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"reset_before", "reset_after", "500_stored", "truncated"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			testkit.Each(t, func(t *testing.T, w *testkit.World) {
				mill := w.Seller("Mill", testkit.Onboarded)
				mill.Ships(w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1)))
				w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/payouts"}, "count": {"1"}, "kind": {kind}})
				w.Advance(hold)
				w.Settle()
				w.Advance(25 * time.Hour)
				w.Settle()
				w.Advance(10 * 24 * time.Hour)
				w.Settle()
				var total int64
				for _, p := range payoutsOf(t, w, mill) {
					require.Equal(t, payout.StatusPaid, p.Status)
					total += p.AmountMinor
				}
				require.EqualValues(t, 9000, total)
				w.Balanced()
			})
		})
	}
}

// Sellers get to the provider's dashboard when they have filled in its form.
func TestOnboardingLink_to_the_dashboard(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln", testkit.Onboarded)
		w.Settle()
		in := payout.OnboardingLinkInput{Page: payout.PageDashboard}
		_, err := w.App.Payouts.OnboardingLink(t.Context(), mill.Actor, in)
		require.ErrorIs(t, err, payout.ErrAccountForm)

		link, err := w.App.Payouts.OnboardingLink(t.Context(), kiln.Actor, in)
		require.NoError(t, err)
		require.NotEmpty(t, link.URL)
		require.Nil(t, link.ExpiresAt)
		in.SellerID = &kiln.ID
		_, err = w.App.Payouts.OnboardingLink(t.Context(), mill.Actor, in)
		require.ErrorIs(t, err, seller.ErrNotFound)

		in.SellerID = nil
		w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/accounts/*/login_links"}, "kind": {"503"}, "count": {"9"}})
		_, err = w.App.Payouts.OnboardingLink(t.Context(), kiln.Actor, in)
		require.ErrorIs(t, err, payout.ErrProviderUnavailable)
	})
}

// A session is for the seller's own account, is on record, and is kept nowhere.
func TestAccountSession(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln", testkit.Onboarded)
		own := payout.AccountSessionInput{}
		first, err := w.App.Payouts.AccountSession(t.Context(), mill.Actor, own)
		require.NoError(t, err, "also before the form was filled in: it is one of the components")
		again, err := w.App.Payouts.AccountSession(t.Context(), mill.Actor, own)
		require.NoError(t, err)
		require.NotEqual(t, first.Secret.Reveal(), again.Secret.Reveal())
		require.Positive(t, first.ExpiresAt.Compare(w.DB.Clock().Now()))
		require.NotContains(t, fmt.Sprintf("%v %+v %#v", first, *first, *first), first.Secret.Reveal())

		var kept []string
		require.NoError(t, w.DB.Read(t.Context()).NewRaw("SELECT payload FROM outbox WHERE name = 'payout.account_session_made'").Scan(t.Context(), &kept))
		require.Len(t, kept, 2)
		require.NotContains(t, kept[0]+kept[1], "accs_secret")

		for name, by := range map[string]actor.Actor{"another seller": kiln.Actor, "a buyer": {Role: actor.Buyer, AccountID: "acc_x"}, "nobody": {}} {
			_, err = w.App.Payouts.AccountSession(t.Context(), by, payout.AccountSessionInput{SellerID: &mill.ID})
			require.ErrorIs(t, err, seller.ErrNotFound, name)
		}
		w.Control("faults", url.Values{"method": {"POST"}, "path": {"/v1/account_sessions"}, "kind": {"503"}, "count": {"9"}})
		_, err = w.App.Payouts.AccountSession(t.Context(), kiln.Actor, own)
		require.ErrorIs(t, err, payout.ErrProviderUnavailable)
	})
}

func TestOnboardingLink(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill"), w.Seller("Kiln")
		_, err := w.App.Payouts.OnboardingLink(t.Context(), mill.Actor, payout.OnboardingLinkInput{})
		require.ErrorIs(t, err, payout.ErrAccountNotFound, "nobody has heard of the approval yet")
		w.Settle()

		link, err := w.App.Payouts.OnboardingLink(t.Context(), mill.Actor, payout.OnboardingLinkInput{})
		require.NoError(t, err)
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, link.URL, nil)
		require.NoError(t, err)
		resp, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		require.NoError(t, resp.Body.Close())
		require.Equal(t, http.StatusOK, resp.StatusCode)

		_, err = w.App.Payouts.OnboardingLink(t.Context(), kiln.Actor, payout.OnboardingLinkInput{SellerID: &mill.ID})
		require.ErrorIs(t, err, seller.ErrNotFound, "another seller's account")
		_, err = w.App.Payouts.OnboardingLink(t.Context(), actor.Actor{Role: actor.Buyer, AccountID: "acc_x"}, payout.OnboardingLinkInput{SellerID: &mill.ID})
		require.ErrorIs(t, err, seller.ErrNotFound)
		_, err = w.App.Payouts.OnboardingLink(t.Context(), w.Operator().Actor, payout.OnboardingLinkInput{})
		require.ErrorIs(t, err, seller.ErrSellerRequired)
	})
}

// Nobody reads what is another seller's, whatever they ask for.
func TestFind_shows_each_seller_their_own(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded)
		tea, bowl := mill.Product("Tea", "10.00", 9), kiln.Product("Bowl", "20.00", 9)
		o := w.Buyer("Alice").Buys(tea.Times(1), bowl.Times(1))
		mill.Ships(o)
		kiln.Ships(o)
		w.Advance(hold)
		w.Settle()
		require.Len(t, releasesOf(t, w, mill), 1)
		require.EqualValues(t, 900, releasesOf(t, w, mill)[0].AmountMinor)
		for _, by := range []actor.Actor{mill.Actor, w.Buyer("Bob").Actor, {}, {Role: actor.Anonymous}} {
			_, err := w.App.Payouts.FindReleases(t.Context(), by, payout.Filter{SellerID: &kiln.ID}, page.First(5))
			require.ErrorIs(t, err, seller.ErrNotFound)
			_, err = w.App.Payouts.FindTransfers(t.Context(), by, payout.Filter{SellerID: &kiln.ID}, page.First(5))
			require.ErrorIs(t, err, seller.ErrNotFound)
			_, err = w.App.Payouts.FindPayouts(t.Context(), by, payout.Filter{SellerID: &kiln.ID}, page.First(5))
			require.ErrorIs(t, err, seller.ErrNotFound)
		}
		all, err := w.App.Payouts.FindReleases(t.Context(), w.Operator().Actor, payout.Filter{}, page.First(5))
		require.NoError(t, err)
		require.Len(t, all.Nodes, 2)
	})
}
