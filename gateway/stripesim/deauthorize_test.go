package stripesim_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"
	stripe "github.com/stripe/stripe-go/v76"
)

// An account that was cut off refuses everything, can receive nothing, is in no list,
// and tells of nothing but that; its money stays where it is, and all of it works again
// with the access.
func TestDeauthorize_takes_the_access_away(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	charge := w.paid(2_000, "pm_card_bypassPending").LatestCharge.ID
	_, err := w.transfer(500, a.ID, charge)
	require.NoError(t, err)
	w.post("/_sim/accounts/"+a.ID+"/deauthorize", "")
	_, err = w.sc.Accounts.GetByID(a.ID, nil)
	refused := stripeErr(t, err)
	require.Equal(t, 403, refused.HTTPStatusCode)
	require.EqualValues(t, "account_invalid", refused.Code)
	p := &stripe.BalanceParams{}
	p.SetStripeAccount(a.ID)
	_, err = w.sc.Balance.Get(p)
	require.Equal(t, 403, stripeErr(t, err).HTTPStatusCode)
	_, err = w.transfer(500, a.ID, charge)
	require.Error(t, err)
	require.Empty(t, w.sc.Accounts.List(nil).AccountList().Data)
	status, _ := w.do(http.MethodPost, "/_sim/accounts/"+a.ID+"/deauthorize", "", "")
	require.Equal(t, 403, status, "once")

	w.post("/_sim/accounts/"+a.ID+"/authorize", "")
	_, err = w.sc.Accounts.GetByID(a.ID, nil)
	require.NoError(t, err)
	b, err := w.sc.Balance.Get(p)
	require.NoError(t, err)
	require.EqualValues(t, 500, b.Available[0].Amount)
	status, _ = w.do(http.MethodPost, "/_sim/accounts/"+a.ID+"/authorize", "", "")
	require.Equal(t, 404, status, "it has the access already")
	events := w.sc.Events.List(&stripe.EventListParams{Types: stripe.StringSlice([]string{"account.application.*"}), ListParams: stripe.ListParams{StripeAccount: stripe.String(a.ID)}}).EventList().Data
	require.Len(t, events, 2)
	require.Equal(t, "application", events[0].Data.Object["object"])
}
