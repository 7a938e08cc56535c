package stripesim_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
)

func TestOnboarding_in_a_browser(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.applicant()
	require.False(t, a.ChargesEnabled || a.PayoutsEnabled || a.DetailsSubmitted)
	require.NotEmpty(t, a.Requirements.CurrentlyDue)
	require.Equal(t, stripe.AccountCapabilityStatusInactive, a.Capabilities.Transfers)
	link := func() string {
		l, err := w.sc.AccountLinks.New(&stripe.AccountLinkParams{
			Account: stripe.String(a.ID), Type: stripe.String("account_onboarding"),
			ReturnURL: stripe.String("https://etal.example/back"), RefreshURL: stripe.String("https://etal.example/again"),
		})
		require.NoError(t, err)
		return strings.TrimPrefix(l.URL, w.url)
	}

	late := link()
	w.sim.Advance(6 * time.Minute)
	status, to := w.do(http.MethodGet, late, "", "")
	require.Equal(t, http.StatusSeeOther, status)
	require.Equal(t, "https://etal.example/again", to, "expired")

	at := link()
	status, page := w.do(http.MethodGet, at, "", "")
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, page, "000123456789")
	require.Contains(t, page, `<label for="business_name">`)
	_, to = w.do(http.MethodGet, at, "", "")
	require.Equal(t, "https://etal.example/again", to, "a link works once")

	pass := regexp.MustCompile(`name="pass" value="([^"]+)"`).FindStringSubmatch(page)[1]
	sent := form("business_name", "Mill & Sons", "representative_name", "Ada", "account_number", "000123456789", "routing_number", "110000000", "outcome", "enabled")
	_, to = w.do(http.MethodPost, at, sent+"&pass=wrong", "")
	require.Equal(t, "https://etal.example/again", to)
	status, page = w.do(http.MethodPost, at, strings.Replace(sent, "000123456789", "my+bank", 1)+"&pass="+pass, "")
	require.Equal(t, http.StatusBadRequest, status)
	require.Contains(t, page, "must contain only digits")
	status, to = w.do(http.MethodPost, at, sent+"&pass="+pass, "")
	require.Equal(t, http.StatusSeeOther, status)
	require.Equal(t, "https://etal.example/back", to)

	a, err := w.sc.Accounts.GetByID(a.ID, nil)
	require.NoError(t, err)
	require.True(t, a.ChargesEnabled && a.PayoutsEnabled && a.DetailsSubmitted)
	require.Equal(t, stripe.AccountCapabilityStatusActive, a.Capabilities.Transfers)
	require.Empty(t, a.Requirements.CurrentlyDue)
	require.Equal(t, "Mill & Sons", a.BusinessProfile.Name)
	require.Equal(t, "6789", a.ExternalAccounts.Data[0].BankAccount.Last4)
	_, to = w.do(http.MethodPost, at, sent+"&pass="+pass, "")
	require.Equal(t, "https://etal.example/again", to, "sent once")

	p := &stripe.EventListParams{Types: stripe.StringSlice([]string{"account.updated", "capability.updated"})}
	p.SetStripeAccount(a.ID)
	require.Len(t, w.sc.Events.List(p).EventList().Data, 2)
}

func TestOnboarding_outcomes(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	onboard := func(outcome string) *stripe.Account {
		a := w.applicant()
		w.post("/_sim/accounts/"+a.ID+"/onboard", "outcome="+outcome)
		a, err := w.sc.Accounts.GetByID(a.ID, nil)
		require.NoError(t, err)
		return a
	}
	a := onboard("pending")
	require.False(t, a.PayoutsEnabled)
	require.Equal(t, stripe.AccountCapabilityStatusPending, a.Capabilities.Transfers)
	require.NotEmpty(t, a.Requirements.PendingVerification)
	require.Empty(t, a.Requirements.CurrentlyDue)
	a = onboard("document")
	require.False(t, a.PayoutsEnabled)
	require.Equal(t, []string{"individual.verification.document"}, a.Requirements.PastDue)
	a = onboard("unfinished")
	require.False(t, a.DetailsSubmitted)

	a = w.seller()
	w.post("/_sim/accounts/"+a.ID+"/requirements", "due[]=individual.id_number")
	a, err := w.sc.Accounts.GetByID(a.ID, nil)
	require.NoError(t, err)
	require.False(t, a.ChargesEnabled)
	w.post("/_sim/accounts/"+a.ID+"/requirements", "")
	a, err = w.sc.Accounts.GetByID(a.ID, nil)
	require.NoError(t, err)
	require.True(t, a.ChargesEnabled)

	a, err = w.sc.Accounts.Reject(a.ID, &stripe.AccountRejectParams{Reason: stripe.String("fraud")})
	require.NoError(t, err)
	require.EqualValues(t, "rejected.fraud", a.Requirements.DisabledReason)
	require.False(t, a.PayoutsEnabled)
}

func TestAccounts_are_made_in_shapes_that_exist(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.applicant()
	require.EqualValues(t, "none", a.Type)
	require.EqualValues(t, "express", a.Controller.StripeDashboard.Type)
	express, err := w.sc.Accounts.New(&stripe.AccountParams{Type: stripe.String("express")})
	require.NoError(t, err)
	require.EqualValues(t, "application", express.Controller.Losses.Payments)
	for _, body := range []string{
		"controller[stripe_dashboard][type]=express&controller[losses][payments]=stripe",
		"controller[stripe_dashboard][type]=express",
		"controller[requirement_collection]=application",
		"type=express&controller[stripe_dashboard][type]=none",
	} {
		status, answer := w.do(http.MethodPost, "/v1/accounts", body, "")
		require.Equal(t, 400, status, body+answer)
	}
	_, err = w.sc.LoginLinks.New(&stripe.LoginLinkParams{Account: stripe.String(a.ID)})
	require.Error(t, err, "not before onboarding")
	_, err = w.sc.LoginLinks.New(&stripe.LoginLinkParams{Account: stripe.String(w.seller().ID)})
	require.NoError(t, err)
	s, err := w.sc.AccountSessions.New(&stripe.AccountSessionParams{
		Account: stripe.String(a.ID), Components: &stripe.AccountSessionComponentsParams{
			Payouts: &stripe.AccountSessionComponentsPayoutsParams{Enabled: stripe.Bool(true)},
		},
	})
	require.NoError(t, err)
	require.True(t, s.Components.Payouts.Enabled)
	require.False(t, s.Components.Payments.Enabled)

	gone, err := w.sc.Accounts.Del(a.ID, nil)
	require.NoError(t, err)
	require.True(t, gone.Deleted)
	_, err = w.sc.Accounts.GetByID(a.ID, nil)
	require.Equal(t, 403, stripeErr(t, err).HTTPStatusCode)
	rich := w.seller()
	_, err = w.transfer(500, rich.ID, w.paid(1_000, "pm_card_visa").LatestCharge.ID)
	require.NoError(t, err)
	_, err = w.sc.Accounts.Del(rich.ID, nil)
	require.Error(t, err, "not with money in it")
	require.Len(t, w.sc.Accounts.List(nil).AccountList().Data, 3)
}

// A mistake in what a session opens is refused, as Stripe refuses it.
func TestAccountSessions_are_strict(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	const path = "/v1/account_sessions"
	for body, says := range map[string]string{
		"components[account_onboarding][enabled]=true": "account",
		"account=" + a.ID: "components",
		"account=" + a.ID + "&components[nonsense][enabled]=true":                                      "components[nonsense]",
		"account=" + a.ID + "&components[payouts][enabled]=true&components[payouts][on]=true":          "components[payouts][on]",
		"account=" + a.ID + "&components[payouts][features][instant_payouts]=true":                     "components[payouts][enabled]",
		"account=" + a.ID + "&components[account_onboarding][enabled]=perhaps":                         "components[account_onboarding][enabled]",
		"account=" + a.ID + "&components[payouts][enabled]=true&components[payouts][features][x]=true": "components[payouts][features][x]",
		"account=" + a.ID + "&components[payouts][enabled]=true&expires_in=9":                          "expires_in",
	} {
		status, answer := w.do(http.MethodPost, path, body, "")
		require.Equal(t, 400, status, body+answer)
		require.Contains(t, answer, says, body)
	}
	status, answer := w.do(http.MethodPost, path, "account=acct_nobody&components[payouts][enabled]=true", "")
	require.NotEqual(t, 200, status, answer)
	status, answer = w.do(http.MethodPost, path, "account="+a.ID+"&components[account_management][enabled]=true&components[notification_banner][enabled]=true", "")
	require.Equal(t, 200, status, answer)
	require.Contains(t, answer, "accs_secret__")
}

func TestBankAccounts_one_default_per_currency(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	b, err := w.sc.BankAccounts.New(&stripe.BankAccountParams{
		Account: stripe.String(a.ID), AccountNumber: stripe.String("000222222227"), RoutingNumber: stripe.String("110000000"),
		Country: stripe.String("US"), Currency: stripe.String("usd"), DefaultForCurrency: stripe.Bool(true),
	})
	require.NoError(t, err)
	require.True(t, b.DefaultForCurrency)
	list := w.sc.BankAccounts.List(&stripe.BankAccountListParams{Account: stripe.String(a.ID)}).BankAccountList()
	require.Len(t, list.Data, 2)
	require.False(t, list.Data[1].DefaultForCurrency)
	_, err = w.sc.BankAccounts.Del(b.ID, &stripe.BankAccountParams{Account: stripe.String(a.ID)})
	require.Error(t, err, "the default cannot go while there is another")
	_, err = w.sc.BankAccounts.Del(list.Data[1].ID, &stripe.BankAccountParams{Account: stripe.String(a.ID)})
	require.NoError(t, err)
	_, err = w.sc.BankAccounts.New(&stripe.BankAccountParams{Account: stripe.String(a.ID), Token: stripe.String("btok_nothing")})
	require.Equal(t, stripe.ErrorCodeResourceMissing, stripeErr(t, err).Code)
}

func TestPages_for_people(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	charge := w.paid(123_456, "pm_card_bypassPending").LatestCharge
	_, err := w.transfer(100_005, a.ID, charge.ID)
	require.NoError(t, err)
	for path, want := range map[string]string{
		"/_sim":                          "Stripe simulator",
		"/_sim/dashboard/" + a.ID:        "1000.05",
		"/_sim/receipts/" + charge.ID:    "1234.56 USD",
		"/_sim/clock":                    `"now"`,
		"/_sim/dump":                     `"k":"transfer"`,
		"/_sim/faults":                   `"data":[]`,
		"/_sim/onboarding/lnk_nothing":   "",
		"/_sim/3ds/pi_nothing":           "",
		"/_sim/dashboard/acct_nothing":   "",
		"/_sim/receipts/ch_nothing":      "",
		"/_sim/something/that/is/not/it": "Unrecognized",
	} {
		status, body := w.do(http.MethodGet, path, "", "")
		if want == "" {
			require.Equal(t, 404, status, path)
			continue
		}
		require.Contains(t, body, want, path)
	}
	w.post("/_sim/reset", "")
	require.Empty(t, w.sc.Accounts.List(nil).AccountList().Data)
	available, pending := w.balance("")
	require.EqualValues(t, 0, available+pending)
}
