package stories_test

import (
	"net/url"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/testkit"
)

// Stripe refuses accounts for transfers alone until it has approved the platform for that.
// Operators read why, sellers are not told to try again in a moment, and the account is
// opened when the approval is there, by another key: Stripe repeats its answer to the old one.
func TestAccount_that_is_refused_says_why_and_is_opened_later(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		w.Control("approval", url.Values{"transfers": {"false"}})
		mill, olga := w.Seller("Mill"), w.Operator()
		w.Settle()
		a := mill.PayoutAccount()
		require.Equal(t, payout.AccountCreating, a.Status)
		require.Contains(t, a.Refusal, "needs approval")
		const query = `query ($of: ID) { payoutAccount(sellerId: $of) { refusal } }`
		refusal := func(answer testkit.Answer) any {
			require.Empty(t, answer.Errors)
			return answer.Data["payoutAccount"].(map[string]any)["refusal"]
		}
		require.Contains(t, refusal(w.Asks(olga, query, map[string]any{"of": mill.ID})), "needs approval")
		require.Nil(t, refusal(w.Asks(mill.Person, query, nil)), "sellers can do nothing about it")
		_, err := w.App.Payouts.OnboardingLink(t.Context(), mill.Actor, payout.OnboardingLinkInput{})
		require.ErrorIs(t, err, payout.ErrAccountCreating)
		require.ErrorContains(t, err, "Write to the marketplace")
		w.Settle()
		require.EqualValues(t, 1, mill.PayoutAccount().RefusalCount, "it is asked again after an hour")

		w.Control("approval", url.Values{"transfers": {"true"}})
		w.Advance(time.Hour + 2*time.Minute)
		w.Settle()
		require.Empty(t, mill.PayoutAccount().Refusal)
		mill.Onboards()
		require.Zero(t, w.Parked())
	})
}

// News of an account say that there are some, and the account is read: however they arrive,
// what stays is what it is.
func TestAccount_of_which_the_news_come_in_reverse_order(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		at := "accounts/" + *mill.PayoutAccount().ProviderID + "/requirements"
		then := func(last url.Values) *payout.Account {
			w.Control("webhooks/faults", url.Values{"kind": {"reorder"}, "type": {"account.updated"}})
			w.Control(at, url.Values{"due[]": {"individual.id_number"}})
			w.Control(at, last)
			w.Settle()
			require.Zero(t, w.Parked())
			return mill.PayoutAccount()
		}
		require.Equal(t, payout.AccountEnabled, then(nil).Status, "it was asked for something, and then for nothing")
		a := then(url.Values{"due[]": {"individual.address.line1"}})
		require.Equal(t, payout.AccountRestricted, a.Status)
		require.Equal(t, []string{"individual.address.line1"}, a.CurrentlyDue)
	})
}
