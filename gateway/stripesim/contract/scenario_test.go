package contract_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
	"github.com/stripe/stripe-go/v76/client"

	"github.com/etal-market/etal/gateway/stripesim"
)

// story is a scenario told through stripe-go.
type story struct {
	t   *testing.T
	sim *stripesim.Simulator
	sc  *client.API
	url string
}

func newStory(t *testing.T, sim *stripesim.Simulator, at string) *story {
	backend := func(kind stripe.SupportedBackend) stripe.Backend {
		return stripe.GetBackendWithConfig(kind, &stripe.BackendConfig{
			URL: stripe.String(at), MaxNetworkRetries: stripe.Int64(0), EnableTelemetry: stripe.Bool(false),
			LeveledLogger: &stripe.LeveledLogger{Level: stripe.LevelNull},
		})
	}
	return &story{t: t, sim: sim, url: at, sc: client.New("sk_test_simulator", &stripe.Backends{
		API: backend(stripe.APIBackend), Connect: backend(stripe.ConnectBackend), Uploads: backend(stripe.UploadsBackend),
	})}
}

func (s *story) control(path string, pairs ...string) {
	s.t.Helper()
	form := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	req, err := http.NewRequestWithContext(s.t.Context(), http.MethodPost, s.url+"/_sim/"+path, strings.NewReader(form.Encode()))
	require.NoError(s.t, err)
	res, err := http.DefaultClient.Do(req)
	require.NoError(s.t, err)
	require.NoError(s.t, res.Body.Close())
	require.Equal(s.t, http.StatusOK, res.StatusCode, path)
}

// tell runs everything, so that every kind of object is answered in every state.
func (s *story) tell() {
	seller := s.onboard()
	s.accounts(seller)
	s.buyers()
	s.payments(seller)
	s.payouts(seller)
	s.disputes()
	s.more()
	s.lists(seller)
}

func (s *story) onboard() string {
	a, err := s.sc.Accounts.New(&stripe.AccountParams{
		Country: stripe.String("US"), Email: stripe.String("mill@example.com"), BusinessType: stripe.String("individual"),
		Controller: &stripe.AccountControllerParams{
			Fees:            &stripe.AccountControllerFeesParams{Payer: stripe.String("application")},
			Losses:          &stripe.AccountControllerLossesParams{Payments: stripe.String("application")},
			StripeDashboard: &stripe.AccountControllerStripeDashboardParams{Type: stripe.String("express")},
		},
		BusinessProfile: &stripe.AccountBusinessProfileParams{Name: stripe.String("Mill"), URL: stripe.String("https://mill.example")},
		Capabilities: &stripe.AccountCapabilitiesParams{
			Transfers:    &stripe.AccountCapabilitiesTransfersParams{Requested: stripe.Bool(true)},
			CardPayments: &stripe.AccountCapabilitiesCardPaymentsParams{Requested: stripe.Bool(true)},
		},
		Params: stripe.Params{Metadata: map[string]string{"seller": "sel_1"}},
	})
	require.NoError(s.t, err)
	did(s.sc.Accounts.GetByID(a.ID, nil))
	link, err := s.sc.AccountLinks.New(&stripe.AccountLinkParams{
		Account: stripe.String(a.ID), Type: stripe.String("account_onboarding"),
		ReturnURL: stripe.String("https://etal.example/back"), RefreshURL: stripe.String("https://etal.example/again"),
		CollectionOptions: &stripe.AccountLinkCollectionOptionsParams{Fields: stripe.String("eventually_due")},
	})
	require.NoError(s.t, err)
	require.NotEmpty(s.t, link.URL)
	s.control("accounts/" + a.ID + "/onboard")
	return a.ID
}

// did returns what a call gave; a call that fails ends the scenario.
func did[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func (s *story) accounts(id string) {
	sc := s.sc
	did(sc.Accounts.Update(id, &stripe.AccountParams{Settings: &stripe.AccountSettingsParams{
		Payouts: &stripe.AccountSettingsPayoutsParams{
			DebitNegativeBalances: stripe.Bool(true),
			Schedule: &stripe.AccountSettingsPayoutsScheduleParams{
				Interval: stripe.String("weekly"), WeeklyAnchor: stripe.String("monday"), DelayDaysMinimum: stripe.Bool(true),
			},
		},
	}}))
	did(sc.Accounts.Update(id, &stripe.AccountParams{Settings: &stripe.AccountSettingsParams{
		Payouts: &stripe.AccountSettingsPayoutsParams{Schedule: &stripe.AccountSettingsPayoutsScheduleParams{Interval: stripe.String("manual")}},
	}}))
	did(sc.AccountSessions.New(&stripe.AccountSessionParams{
		Account: stripe.String(id), Components: &stripe.AccountSessionComponentsParams{
			AccountOnboarding: &stripe.AccountSessionComponentsAccountOnboardingParams{Enabled: stripe.Bool(true)},
			Payments: &stripe.AccountSessionComponentsPaymentsParams{
				Enabled:  stripe.Bool(true),
				Features: &stripe.AccountSessionComponentsPaymentsFeaturesParams{RefundManagement: stripe.Bool(false)},
			},
			Payouts: &stripe.AccountSessionComponentsPayoutsParams{Enabled: stripe.Bool(true)},
		},
	}))
	did(sc.LoginLinks.New(&stripe.LoginLinkParams{Account: stripe.String(id)}))
	did(sc.Capabilities.Update("transfers", &stripe.CapabilityParams{Account: stripe.String(id), Requested: stripe.Bool(true)}))
	did(sc.Capabilities.Get("transfers", &stripe.CapabilityParams{Account: stripe.String(id)}))
	require.Len(s.t, sc.Capabilities.List(&stripe.CapabilityListParams{Account: stripe.String(id)}).CapabilityList().Data, 2)
	token := did(sc.BankAccounts.New(&stripe.BankAccountParams{Account: stripe.String(id), Token: stripe.String("btok_us_verified_noAccount")}))
	did(sc.BankAccounts.New(&stripe.BankAccountParams{
		Account: stripe.String(id), AccountNumber: stripe.String("000123456789"), RoutingNumber: stripe.String("110000000"),
		Country: stripe.String("US"), Currency: stripe.String("usd"), AccountHolderName: stripe.String("Ada"), AccountHolderType: stripe.String("individual"),
	}))
	did(sc.BankAccounts.Update(token.ID, &stripe.BankAccountParams{
		Account: stripe.String(id), Params: stripe.Params{Metadata: map[string]string{"a": "1"}},
	}))
	did(sc.BankAccounts.Get(token.ID, &stripe.BankAccountParams{Account: stripe.String(id)}))
	sc.BankAccounts.List(&stripe.BankAccountListParams{Account: stripe.String(id)}).BankAccountList()
	did(sc.BankAccounts.Del(token.ID, &stripe.BankAccountParams{Account: stripe.String(id)}))
	did(sc.BankAccounts.New(&stripe.BankAccountParams{Account: stripe.String(id), Token: stripe.String("tok_visa_debit_us_transferSuccess")}))

	other := did(sc.Accounts.New(&stripe.AccountParams{Type: stripe.String("express")}))
	s.control("accounts/"+other.ID+"/onboard", "outcome", "document")
	did(sc.Accounts.GetByID(other.ID, nil))
	s.control("accounts/"+other.ID+"/onboard", "outcome", "pending")
	did(sc.Accounts.GetByID(other.ID, nil))
	did(sc.Accounts.Reject(other.ID, &stripe.AccountRejectParams{Reason: stripe.String("fraud")}))
	did(sc.Accounts.Del(other.ID, nil))
	did(sc.Accounts.Get())
}

func (s *story) buyers() {
	sc := s.sc
	at := &stripe.AddressParams{Line1: stripe.String("1 Road"), City: stripe.String("Town"), Country: stripe.String("US"), PostalCode: stripe.String("12345"), State: stripe.String("CA")}
	c := did(sc.Customers.New(&stripe.CustomerParams{
		Email: stripe.String("alice@example.com"), Name: stripe.String("Alice"), Phone: stripe.String("+15550100"), Address: at,
		Shipping: &stripe.CustomerShippingParams{Name: stripe.String("Alice"), Address: at}, Description: stripe.String("a buyer"),
	}))
	did(sc.Customers.Update(c.ID, &stripe.CustomerParams{Name: stripe.String("Alice B")}))
	did(sc.Customers.Get(c.ID, nil))
	m := did(sc.PaymentMethods.New(&stripe.PaymentMethodParams{
		Type: stripe.String("card"), Card: &stripe.PaymentMethodCardParams{Token: stripe.String("tok_visa")},
		BillingDetails: &stripe.PaymentMethodBillingDetailsParams{Name: stripe.String("Alice"), Address: at},
	}))
	did(sc.PaymentMethods.Attach(m.ID, &stripe.PaymentMethodAttachParams{Customer: stripe.String(c.ID)}))
	did(sc.PaymentMethods.Get(m.ID, nil))
	sc.PaymentMethods.List(&stripe.PaymentMethodListParams{Customer: stripe.String(c.ID), Type: stripe.String("card")}).PaymentMethodList()
	sc.Customers.ListPaymentMethods(&stripe.CustomerListPaymentMethodsParams{Customer: stripe.String(c.ID)}).PaymentMethodList()
	setup := did(sc.SetupIntents.New(&stripe.SetupIntentParams{
		Customer: stripe.String(c.ID), PaymentMethodTypes: stripe.StringSlice([]string{"card"}), Usage: stripe.String("off_session"),
	}))
	did(sc.SetupIntents.Confirm(setup.ID, &stripe.SetupIntentConfirmParams{PaymentMethod: stripe.String(m.ID)}))
	did(sc.SetupIntents.Get(setup.ID, nil))
	secure := did(sc.SetupIntents.New(&stripe.SetupIntentParams{
		Customer: stripe.String(c.ID), PaymentMethod: stripe.String("pm_card_authenticationRequired"), Confirm: stripe.Bool(true),
		ReturnURL: stripe.String("https://shop.example/back"),
	}))
	s.control("3ds/" + secure.ID + "/fail")
	did(sc.SetupIntents.Get(secure.ID, nil))
	did(sc.SetupIntents.Cancel(secure.ID, &stripe.SetupIntentCancelParams{CancellationReason: stripe.String("abandoned")}))
	sc.SetupIntents.List(&stripe.SetupIntentListParams{Customer: stripe.String(c.ID)}).SetupIntentList()
	did(sc.PaymentMethods.Detach(m.ID, nil))
	sc.Customers.List(&stripe.CustomerListParams{Email: stripe.String("alice@example.com")}).CustomerList()
	did(sc.Customers.Del(c.ID, nil))
	did(sc.Customers.Get(c.ID, nil))
}

func (s *story) pay(method string, change ...func(*stripe.PaymentIntentParams)) (*stripe.PaymentIntent, error) {
	p := &stripe.PaymentIntentParams{
		Amount: stripe.Int64(10_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String(method), Confirm: stripe.Bool(true),
		PaymentMethodTypes: stripe.StringSlice([]string{"card"}), TransferGroup: stripe.String("ord_1"), Description: stripe.String("Order 1"),
		StatementDescriptorSuffix: stripe.String("ORDER 1"), ReceiptEmail: stripe.String("alice@example.com"),
		Shipping: &stripe.ShippingDetailsParams{Name: stripe.String("Alice"), Address: &stripe.AddressParams{Line1: stripe.String("1 Road")}},
		Params:   stripe.Params{Metadata: map[string]string{"order": "ord_1"}},
	}
	for _, c := range change {
		c(p)
	}
	return s.sc.PaymentIntents.New(p)
}

func (s *story) payments(seller string) {
	sc := s.sc
	_, err := s.pay("pm_card_chargeDeclined")
	require.Error(s.t, err)
	open := did(sc.PaymentIntents.New(&stripe.PaymentIntentParams{
		Amount: stripe.Int64(500), Currency: stripe.String("eur"),
		AutomaticPaymentMethods: &stripe.PaymentIntentAutomaticPaymentMethodsParams{Enabled: stripe.Bool(true), AllowRedirects: stripe.String("never")},
	}))
	did(sc.PaymentIntents.Update(open.ID, &stripe.PaymentIntentParams{Amount: stripe.Int64(600)}))
	_, err = sc.PaymentIntents.Confirm(open.ID, &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String("pm_card_visa_chargeDeclinedInsufficientFunds")})
	require.Error(s.t, err)
	did(sc.PaymentIntents.Get(open.ID, nil))
	did(sc.PaymentIntents.Cancel(open.ID, &stripe.PaymentIntentCancelParams{CancellationReason: stripe.String("abandoned")}))

	secure := did(s.pay("pm_card_authenticationRequired", func(p *stripe.PaymentIntentParams) { p.ReturnURL = stripe.String("https://shop.example/back") }))
	s.control("3ds/" + secure.ID + "/complete")
	did(sc.PaymentIntents.Get(secure.ID, nil))
	sdk := did(s.pay("pm_card_authenticationRequired", func(p *stripe.PaymentIntentParams) { p.UseStripeSDK = stripe.Bool(true) }))
	s.control("3ds/" + sdk.ID + "/fail")
	did(sc.PaymentIntents.Get(sdk.ID, nil))

	held := did(s.pay("pm_card_visa", func(p *stripe.PaymentIntentParams) { p.CaptureMethod = stripe.String("manual") }))
	did(sc.Charges.Get(held.LatestCharge.ID, nil))
	did(sc.PaymentIntents.Capture(held.ID, &stripe.PaymentIntentCaptureParams{AmountToCapture: stripe.Int64(9_000)}))

	paid := did(s.pay("pm_card_bypassPending", func(p *stripe.PaymentIntentParams) { p.AddExpand("latest_charge.balance_transaction") }))
	charge := paid.LatestCharge.ID
	get := &stripe.ChargeParams{}
	get.AddExpand("refunds")
	get.AddExpand("payment_intent")
	did(sc.Charges.Get(charge, get))
	did(sc.Charges.Update(charge, &stripe.ChargeParams{Description: stripe.String("changed")}))
	did(sc.BalanceTransactions.Get(paid.LatestCharge.BalanceTransaction.ID, nil))
	tr := did(sc.Transfers.New(&stripe.TransferParams{
		Amount: stripe.Int64(6_000), Currency: stripe.String("usd"), Destination: stripe.String(seller), SourceTransaction: stripe.String(charge),
		TransferGroup: stripe.String("ord_1"), Description: stripe.String("release"), Params: stripe.Params{Metadata: map[string]string{"release": "rel_1"}},
	}))
	did(sc.Transfers.Update(tr.ID, &stripe.TransferParams{Params: stripe.Params{Metadata: map[string]string{"a": "b"}}}))
	back := did(sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID), Amount: stripe.Int64(1_000)}))
	did(sc.TransferReversals.Get(back.ID, &stripe.TransferReversalParams{ID: stripe.String(tr.ID)}))
	sc.TransferReversals.List(&stripe.TransferReversalListParams{ID: stripe.String(tr.ID)}).TransferReversalList()
	expanded := &stripe.TransferParams{}
	expanded.AddExpand("destination_payment.balance_transaction")
	expanded.AddExpand("destination")
	did(sc.Transfers.Get(tr.ID, expanded))
	s.refunds(charge)
}

func (s *story) refunds(charge string) {
	sc := s.sc
	r := did(sc.Refunds.New(&stripe.RefundParams{
		Charge: stripe.String(charge), Amount: stripe.Int64(1_500), Reason: stripe.String("requested_by_customer"),
	}))
	did(sc.Refunds.Update(r.ID, &stripe.RefundParams{Params: stripe.Params{Metadata: map[string]string{"a": "1"}}}))
	did(sc.Refunds.Get(r.ID, nil))
	s.control("refunds/" + r.ID + "/fail")
	did(sc.Refunds.Get(r.ID, nil))
	asked := did(sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(charge), Amount: stripe.Int64(100)}))
	s.control("refunds/" + asked.ID + "/ask")
	did(sc.Refunds.Cancel(asked.ID, nil))
	short := did(sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(charge)}))
	require.Equal(s.t, stripe.RefundStatusPending, short.Status)
	sc.Refunds.List(&stripe.RefundListParams{Charge: stripe.String(charge)}).RefundList()
}

func (s *story) payouts(seller string) {
	sc := s.sc
	did(sc.Topups.New(&stripe.TopupParams{Amount: stripe.Int64(50_000), Currency: stripe.String("usd"), Description: stripe.String("top-up")}))
	p := &stripe.PayoutParams{Amount: stripe.Int64(1_000), Currency: stripe.String("usd"), StatementDescriptor: stripe.String("ETAL"), Description: stripe.String("weekly")}
	p.SetStripeAccount(seller)
	po := did(sc.Payouts.New(p))
	get := &stripe.PayoutParams{}
	get.SetStripeAccount(seller)
	get.AddExpand("destination")
	did(sc.Payouts.Get(po.ID, get))
	s.control("payouts/" + po.ID + "/settle")
	s.control("payouts/"+po.ID+"/fail", "code", "no_account")
	did(sc.Payouts.Get(po.ID, get))
	own := did(sc.Payouts.New(&stripe.PayoutParams{Amount: stripe.Int64(100), Currency: stripe.String("usd"), Method: stripe.String("instant")}))
	did(sc.Payouts.Update(own.ID, &stripe.PayoutParams{Params: stripe.Params{Metadata: map[string]string{"a": "1"}}}))
	s.sim.Advance(2 * time.Minute)
	did(sc.Payouts.Reverse(own.ID, nil))
	cancel := did(sc.Payouts.New(&stripe.PayoutParams{Amount: stripe.Int64(100), Currency: stripe.String("usd")}))
	did(sc.Payouts.Cancel(cancel.ID, nil))
	did(sc.Balance.Get(nil))
	balance := &stripe.BalanceParams{}
	balance.SetStripeAccount(seller)
	did(sc.Balance.Get(balance))
}

func (s *story) disputes() {
	sc := s.sc
	for method, text := range map[string]string{
		"pm_card_createDispute": "winning_evidence", "pm_card_createDisputeProductNotReceived": "losing_evidence",
		"pm_card_createDisputeInquiry": "escalate_inquiry_evidence",
	} {
		i := did(s.pay(method))
		list := sc.Disputes.List(&stripe.DisputeListParams{PaymentIntent: stripe.String(i.ID)}).DisputeList()
		id := list.Data[0].ID
		did(sc.Disputes.Get(id, nil))
		did(sc.Disputes.Update(id, &stripe.DisputeParams{
			Evidence: &stripe.DisputeEvidenceParams{UncategorizedText: stripe.String(text), CustomerName: stripe.String("Alice")}, Submit: stripe.Bool(true),
		}))
	}
	i := did(s.pay("pm_card_createDispute"))
	id := sc.Disputes.List(&stripe.DisputeListParams{Charge: stripe.String(i.LatestCharge.ID)}).DisputeList().Data[0].ID
	did(sc.Disputes.Close(id, nil))
}

func (s *story) lists(seller string) {
	sc := s.sc
	hook := did(sc.WebhookEndpoints.New(&stripe.WebhookEndpointParams{
		URL: stripe.String("https://etal.example/hooks"), EnabledEvents: stripe.StringSlice([]string{"*"}), Connect: stripe.Bool(true),
		APIVersion: stripe.String("2023-10-16"), Description: stripe.String("ours"),
	}))
	did(sc.WebhookEndpoints.Update(hook.ID, &stripe.WebhookEndpointParams{Disabled: stripe.Bool(true)}))
	did(sc.WebhookEndpoints.Get(hook.ID, nil))
	sc.WebhookEndpoints.List(nil).WebhookEndpointList()
	did(sc.WebhookEndpoints.Del(hook.ID, nil))
	s.sim.Advance(72 * time.Hour)
	for _, account := range []string{"", seller} {
		page := func(p *stripe.ListParams) {
			p.Limit = stripe.Int64(100)
			if account != "" {
				p.SetStripeAccount(account)
			}
		}
		events, txns, payouts, charges := &stripe.EventListParams{}, &stripe.BalanceTransactionListParams{}, &stripe.PayoutListParams{}, &stripe.ChargeListParams{}
		page(&events.ListParams)
		page(&txns.ListParams)
		page(&payouts.ListParams)
		page(&charges.ListParams)
		for it := sc.Events.List(events); it.Next(); {
		}
		for it := sc.BalanceTransactions.List(txns); it.Next(); {
		}
		for it := sc.Payouts.List(payouts); it.Next(); {
		}
		for it := sc.Charges.List(charges); it.Next(); {
		}
	}
	sc.Accounts.List(nil).AccountList()
	sc.PaymentIntents.List(nil).PaymentIntentList()
	sc.Transfers.List(&stripe.TransferListParams{TransferGroup: stripe.String("ord_1")}).TransferList()
	sc.Refunds.List(nil).RefundList()
	sc.Disputes.List(nil).DisputeList()
	sc.Topups.List(nil).TopupList()
}
