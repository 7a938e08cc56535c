package notification_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/domain/identity"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/payout"
	"github.com/etal-market/etal/internal/testkit"
)

// told are the subjects of the mails to an address.
func told(w *testkit.World, to string) []string {
	var list []string
	for _, c := range w.App.CaughtMail() {
		if c.To == to {
			list = append(list, c.Subject)
		}
	}
	return list
}

// An order of 1.00 brings 10 cents of commission and costs 33 at Stripe.
func TestOrder_that_loses_money_is_told_to_operators(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill := w.Seller("Mill", testkit.Onboarded)
		olga, finn, sue := w.Operator(), w.OperatorWith(identity.OperatorFinance), w.OperatorWith(identity.OperatorSupport)
		alice := w.Buyer("Alice")
		cheap, dear := mill.Product("Pin", "1.00", 5), mill.Product("Teapot", "100.00", 5)
		o := alice.Buys(cheap.Times(1))
		alice.Buys(dear.Times(1))
		want := []string{"Order " + o.Number + " costs more than it brings"}
		require.Equal(t, want, told(w, olga.Email))
		require.Equal(t, want, told(w, finn.Email))
		require.Empty(t, told(w, sue.Email), "support does not decide about fees")
		require.NotContains(t, told(w, mill.Email), want[0])
	}, testkit.Setting("PROCESSING_BASIS_POINTS", "290"), testkit.Setting("PROCESSING_FIXED_MINOR", "30"))
}

// The bank sends a payout back after it has arrived: the owner gets one mail,
// however often Stripe tells of it, and nobody else does.
func TestPayout_that_comes_back_is_told_to_the_seller(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, olga := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded), w.Operator()
		o := w.Buyer("Alice").Buys(mill.Product("Tea", "100.00", 5).Times(1))
		mill.Ships(o)
		for range 3 {
			w.Advance(8 * 24 * time.Hour)
			w.Settle()
		}
		list, err := w.App.Payouts.FindPayouts(t.Context(), mill.Actor, payout.Filter{}, page.First(10))
		require.NoError(t, err)
		require.Len(t, list.Nodes, 1)
		require.Equal(t, payout.StatusPaid, list.Nodes[0].Status)
		w.Control("webhooks/faults", url.Values{"kind": {"two_events"}, "count": {"10"}, "type": {"payout.*"}})
		w.Control("payouts/"+*list.Nodes[0].ProviderID+"/fail", url.Values{"code": {"account_closed"}})
		w.Settle()
		returned := 0
		for _, c := range w.App.CaughtMail() {
			if c.Subject != "Your bank has sent a payout back" {
				continue
			}
			returned++
			require.Equal(t, mill.Email, c.To)
			require.Contains(t, c.Text, "90.00 EUR")
			require.Contains(t, c.Text, "account closed")
			require.True(t, strings.Contains(c.Text, "/admin/s/") && strings.Contains(c.Text, "/payouts"), c.Text)
		}
		require.Equal(t, 1, returned)
		require.NotContains(t, told(w, kiln.Email), "Your bank has sent a payout back")
		require.NotContains(t, told(w, olga.Email), "Your bank has sent a payout back")
		w.Balanced()
	})
}

// The provider gives a day: the owners are reminded of it once, a week before; when it
// has passed they are told that the money waits, and nobody else is told anything.
func TestPayoutAccount_that_needs_its_seller_is_told(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, olga := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded), w.Operator()
		account := "accounts/" + *mill.PayoutAccount().ProviderID
		w.Control(account+"/requirements", url.Values{"due[0]": {"company.tax_id"}, "in": {"20d"}})
		w.Settle()
		a := mill.PayoutAccount()
		require.Equal(t, payout.AccountEnabled, a.Status, "until then it goes on")
		require.Equal(t, w.Clock.Now().Add(20*24*time.Hour).Unix(), a.DueBy.Unix())
		require.Contains(t, a.CurrentlyDue, "company.tax_id")
		soon := "The payment provider needs details of you by " + a.DueBy.UTC().Format("2 January 2006")
		require.NotContains(t, told(w, mill.Email), soon)
		w.Advance(14 * 24 * time.Hour)
		for range 3 {
			w.Settle()
			w.Advance(time.Hour)
		}
		require.Equal(t, 1, count(told(w, mill.Email), soon))

		late := "Money cannot be transferred to you at the moment"
		w.Advance(7 * 24 * time.Hour)
		w.Settle()
		require.Equal(t, payout.AccountRestricted, mill.PayoutAccount().Status)
		require.Equal(t, 1, count(told(w, mill.Email), late))
		w.Control(account+"/requirements", url.Values{})
		w.Settle()
		require.Equal(t, payout.AccountEnabled, mill.PayoutAccount().Status)

		w.Control(account+"/capabilities/transfers", url.Values{"status": {"inactive"}})
		w.Settle()
		require.Equal(t, 2, count(told(w, mill.Email), late), "rule 51: a capability is lost")
		for _, other := range []string{kiln.Email, olga.Email} {
			require.NotContains(t, told(w, other), soon)
			require.NotContains(t, told(w, other), late)
		}
	})
}

func count(all []string, one string) (n int) {
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}

// A seller reads of a dispute what is theirs, and no other amount.
func TestDispute_mail_tells_a_seller_their_share_only(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, kiln, olga := w.Seller("Mill", testkit.Onboarded), w.Seller("Kiln", testkit.Onboarded), w.Operator()
		tea, bowl := mill.Product("Tea", "60.00", 5), kiln.Product("Bowl", "40.00", 5)
		o := w.Buyer("Alice").Buys(tea.Times(1), bowl.Times(1))
		w.Control("disputes", url.Values{"charge": {o.ChargeID}, "inquiry": {"true"}})
		w.Settle()
		texts := map[string]string{}
		for _, c := range w.App.CaughtMail() {
			if strings.HasPrefix(c.Subject, "A bank asks about order") {
				texts[c.To] += c.Text
			}
		}
		require.Len(t, texts, 3)
		require.Contains(t, texts[mill.Email], "60.00 EUR")
		require.NotContains(t, texts[mill.Email], "100.00")
		require.NotContains(t, texts[mill.Email], "40.00")
		require.Contains(t, texts[kiln.Email], "40.00 EUR")
		require.Contains(t, texts[olga.Email], "100.00 EUR")
		require.Contains(t, texts[olga.Email], "It has taken nothing yet.")
		require.NotContains(t, texts[olga.Email], "Alice", "no mail names the buyer")
	})
}
