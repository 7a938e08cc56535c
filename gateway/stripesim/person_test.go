package stripesim_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/gateway/stripesim"
)

func TestPersons_of_an_account_that_the_platform_asks_itself(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a, err := w.sc.Accounts.New(&stripe.AccountParams{
		Country: stripe.String("US"), BusinessType: stripe.String("company"),
		Controller: &stripe.AccountControllerParams{
			Fees:                  &stripe.AccountControllerFeesParams{Payer: stripe.String("application")},
			Losses:                &stripe.AccountControllerLossesParams{Payments: stripe.String("application")},
			StripeDashboard:       &stripe.AccountControllerStripeDashboardParams{Type: stripe.String("none")},
			RequirementCollection: stripe.String("application"),
		},
		BusinessProfile: &stripe.AccountBusinessProfileParams{URL: stripe.String("https://mill.example")},
		Capabilities:    &stripe.AccountCapabilitiesParams{Transfers: &stripe.AccountCapabilitiesTransfersParams{Requested: stripe.Bool(true)}},
		TOSAcceptance:   &stripe.AccountTOSAcceptanceParams{Date: stripe.Int64(1_770_000_000), IP: stripe.String("192.0.2.1")},
		ExternalAccount: &stripe.AccountExternalAccountParams{Token: stripe.String("btok_us_verified")},
	})
	require.NoError(t, err)
	require.ElementsMatch(t, []string{"representative.first_name", "representative.last_name"}, a.Requirements.CurrentlyDue)
	require.False(t, a.PayoutsEnabled)
	who, err := w.sc.Persons.New(&stripe.PersonParams{
		Account: stripe.String(a.ID), FirstName: stripe.String("Ada"), LastName: stripe.String("Mill"),
		Relationship: &stripe.PersonRelationshipParams{Representative: stripe.Bool(true), Title: stripe.String("CEO")},
		Address:      &stripe.AddressParams{Line1: stripe.String("address_full_match")},
		DOB:          &stripe.PersonDOBParams{Day: stripe.Int64(1), Month: stripe.Int64(1), Year: stripe.Int64(1901)},
	})
	require.NoError(t, err)
	require.Equal(t, stripe.PersonVerificationStatusVerified, who.Verification.Status)
	a, err = w.sc.Accounts.GetByID(a.ID, nil)
	require.NoError(t, err)
	require.True(t, a.DetailsSubmitted && a.PayoutsEnabled)
	require.Equal(t, stripe.AccountCapabilityStatusActive, a.Capabilities.Transfers)

	_, err = w.sc.Persons.New(&stripe.PersonParams{
		Account: stripe.String(a.ID), Relationship: &stripe.PersonRelationshipParams{Representative: stripe.Bool(true)},
	})
	require.Contains(t, stripeErr(t, err).Msg, "a representative already")
	_, err = w.sc.Persons.Del(who.ID, &stripe.PersonParams{Account: stripe.String(a.ID)})
	require.Error(t, err, "somebody must speak for the account")
	owner, err := w.sc.Persons.New(&stripe.PersonParams{
		Account: stripe.String(a.ID), FirstName: stripe.String("Bo"), Relationship: &stripe.PersonRelationshipParams{Owner: stripe.Bool(true), PercentOwnership: stripe.Float64(60)},
	})
	require.NoError(t, err)
	require.Equal(t, []string{"last_name", "dob"}, owner.Requirements.CurrentlyDue)
	owner, err = w.sc.Persons.Update(owner.ID, &stripe.PersonParams{Account: stripe.String(a.ID), LastName: stripe.String("Mill"), SSNLast4: stripe.String("0000")})
	require.NoError(t, err)
	require.True(t, owner.SSNLast4Provided)
	list := w.sc.Persons.List(&stripe.PersonListParams{Account: stripe.String(a.ID), Relationship: &stripe.PersonListRelationshipParams{Owner: stripe.Bool(true)}}).PersonList()
	require.Len(t, list.Data, 1)
	_, err = w.sc.Persons.Del(owner.ID, &stripe.PersonParams{Account: stripe.String(a.ID)})
	require.NoError(t, err)
	_, err = w.sc.Persons.Get(owner.ID, &stripe.PersonParams{Account: stripe.String(a.ID)})
	require.Equal(t, 404, stripeErr(t, err).HTTPStatusCode)
}

func TestPersons_belong_to_Stripe_once_it_has_asked(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.applicant()
	p := &stripe.PersonParams{Account: stripe.String(a.ID), FirstName: stripe.String("Ada")}
	_, err := w.sc.Persons.New(p)
	require.NoError(t, err, "what the platform knows it may say beforehand")
	w.post("/_sim/accounts/"+a.ID+"/onboard", "")
	_, err = w.sc.Persons.New(p)
	require.Equal(t, 403, stripeErr(t, err).HTTPStatusCode)
	b, err := w.sc.Accounts.New(&stripe.AccountParams{
		Type: stripe.String("custom"), Individual: &stripe.PersonParams{FirstName: stripe.String("Cy"), LastName: stripe.String("Oak")},
	})
	require.NoError(t, err)
	require.Equal(t, "Cy", w.sc.Persons.List(&stripe.PersonListParams{Account: stripe.String(b.ID)}).PersonList().Data[0].FirstName)
}

func TestEphemeral_keys_open_one_customer_for_an_hour(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	customer := func() *stripe.Customer {
		c, err := w.sc.Customers.New(&stripe.CustomerParams{PaymentMethod: stripe.String("pm_card_visa")})
		require.NoError(t, err)
		return c
	}
	mine, other := customer(), customer()
	key, err := w.sc.EphemeralKeys.New(&stripe.EphemeralKeyParams{Customer: stripe.String(mine.ID), StripeVersion: stripe.String("2023-10-16")})
	require.NoError(t, err)
	require.NotEmpty(t, key.Secret)
	app := stripeClient(w.url, key.Secret, 0)
	_, err = app.Customers.Get(mine.ID, nil)
	require.NoError(t, err)
	require.Len(t, app.PaymentMethods.List(&stripe.PaymentMethodListParams{Customer: stripe.String(mine.ID)}).PaymentMethodList().Data, 1)
	m, err := app.PaymentMethods.New(&stripe.PaymentMethodParams{Type: stripe.String("card"), Card: &stripe.PaymentMethodCardParams{Token: stripe.String("tok_visa")}})
	require.NoError(t, err)
	_, err = app.PaymentMethods.Attach(m.ID, &stripe.PaymentMethodAttachParams{Customer: stripe.String(other.ID)})
	require.Equal(t, 403, stripeErr(t, err).HTTPStatusCode)
	_, err = app.PaymentMethods.Attach(m.ID, &stripe.PaymentMethodAttachParams{Customer: stripe.String(mine.ID)})
	require.NoError(t, err)
	_, err = app.PaymentMethods.Detach(m.ID, nil)
	require.NoError(t, err)
	for what, call := range map[string]func() error{
		"another customer": func() error { _, err := app.Customers.Get(other.ID, nil); return err },
		"deleting":         func() error { _, err := app.Customers.Del(mine.ID, nil); return err },
		"the balance":      func() error { _, err := app.Balance.Get(nil); return err },
	} {
		require.Equal(t, 403, stripeErr(t, call()).HTTPStatusCode, what)
	}
	w.sim.Advance(time.Hour)
	_, err = app.Customers.Get(mine.ID, nil)
	require.Equal(t, 401, stripeErr(t, err).HTTPStatusCode, "after an hour")
	key, err = w.sc.EphemeralKeys.New(&stripe.EphemeralKeyParams{Customer: stripe.String(mine.ID), StripeVersion: stripe.String("2023-10-16")})
	require.NoError(t, err)
	_, err = w.sc.EphemeralKeys.Del(key.ID, nil)
	require.NoError(t, err)
	_, err = stripeClient(w.url, key.Secret, 0).Customers.Get(mine.ID, nil)
	require.Equal(t, 401, stripeErr(t, err).HTTPStatusCode)
	status, body := w.do(http.MethodPost, "/v1/ephemeral_keys", "customer="+mine.ID, "")
	require.Equal(t, 400, status)
	require.Contains(t, body, "Stripe-Version")
}

// upload sends a file as the client does.
func (w *world) upload(name, purpose string, data []byte) (*stripe.File, error) {
	return w.sc.Files.New(&stripe.FileParams{FileReader: bytes.NewReader(data), Filename: stripe.String(name), Purpose: stripe.String(purpose)})
}

func TestFiles_by_purpose_size_and_type(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	pdf := []byte("%PDF-1.7 receipt")
	f, err := w.upload("receipt.pdf", "dispute_evidence", pdf)
	require.NoError(t, err)
	require.Equal(t, "pdf", f.Type)
	require.EqualValues(t, len(pdf), f.Size)
	status, body := w.do(http.MethodGet, strings.TrimPrefix(f.URL, w.url), "", "")
	require.Equal(t, []any{200, string(pdf)}, []any{status, body})
	for name, bad := range map[string]struct {
		purpose string
		data    []byte
	}{
		"a page.pdf":  {"dispute_evidence", []byte("<html>")},
		"empty.pdf":   {"dispute_evidence", nil},
		"large.pdf":   {"dispute_evidence", append(pdf, make([]byte, 5<<20)...)},
		"logo.pdf":    {"business_logo", pdf},
		"unknown.pdf": {"holiday_pictures", pdf},
	} {
		_, err := w.upload(name, bad.purpose, bad.data)
		require.Equal(t, 400, stripeErr(t, err).HTTPStatusCode, name)
	}
	secret, err := w.upload("id.png", "identity_document", []byte("\x89PNG\r\n\x1a\n…"))
	require.NoError(t, err)
	require.Empty(t, secret.URL)
	status, _ = w.do(http.MethodGet, "/v1/files/"+secret.ID+"/contents", "", "")
	require.Equal(t, 403, status)
	require.Len(t, w.sc.Files.List(&stripe.FileListParams{Purpose: stripe.String("dispute_evidence")}).FileList().Data, 1)
	w.sim.Advance(275 * 24 * time.Hour)
	_, err = w.sc.Files.Get(f.ID, nil)
	require.Equal(t, 404, stripeErr(t, err).HTTPStatusCode, "evidence is kept for nine months")
}

func TestDispute_evidence_names_files_that_were_uploaded_for_it(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	i := w.paid(10_000, "pm_card_createDispute")
	id := w.sc.Disputes.List(&stripe.DisputeListParams{PaymentIntent: stripe.String(i.ID)}).DisputeList().Data[0].ID
	say := func(file string) error {
		_, err := w.sc.Disputes.Update(id, &stripe.DisputeParams{Evidence: &stripe.DisputeEvidenceParams{Receipt: stripe.String(file)}, Submit: stripe.Bool(false)})
		return err
	}
	logo, err := w.upload("logo.png", "business_logo", []byte("\x89PNG\r\n\x1a\n"))
	require.NoError(t, err)
	require.Equal(t, "evidence[receipt]", stripeErr(t, say("file_1nothing")).Param)
	require.Equal(t, "evidence[receipt]", stripeErr(t, say(logo.ID)).Param)
	ok, err := w.upload("receipt.pdf", "dispute_evidence", []byte("%PDF-1.7"))
	require.NoError(t, err)
	require.NoError(t, say(ok.ID))
	d, err := w.sc.Disputes.Get(id, nil)
	require.NoError(t, err)
	require.Equal(t, ok.ID, d.Evidence.Receipt.ID)
	require.Equal(t, stripe.DisputeStatusNeedsResponse, d.Status, "not sent yet")
}

func TestWebhooks_are_tried_for_three_simulated_days(t *testing.T) {
	t.Parallel()
	down := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }))
	t.Cleanup(down.Close)
	w := newWorld(t, func(o *stripesim.Options) {
		o.WebhookClock, o.Webhooks = true, []stripesim.Webhook{{URL: down.URL, Secret: "whsec_1"}}
	})
	_, err := w.sc.Customers.New(&stripe.CustomerParams{Name: stripe.String("Alice")})
	require.NoError(t, err)
	attempts, last := 0, time.Duration(0)
	for passed := time.Duration(0); passed <= 4*24*time.Hour; passed += time.Minute {
		if n := w.sim.Deliver(t.Context()); n > 0 {
			attempts, last = attempts+n, passed
		}
		w.sim.Advance(time.Minute)
	}
	require.Equal(t, 11, attempts)
	require.InDelta(t, (72 * time.Hour).Hours(), last.Hours(), 1)
	require.Zero(t, w.sim.PendingWebhooks())
}
