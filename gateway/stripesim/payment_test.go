package stripesim_test

import (
	"errors"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/gateway/stripesim"
)

func TestPayment_declines(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for method, want := range map[string][2]string{
		"pm_card_visa_chargeDeclined":                      {"card_declined", "generic_decline"},
		"pm_card_chargeDeclined":                           {"card_declined", "generic_decline"},
		"pm_card_visa_chargeDeclinedInsufficientFunds":     {"card_declined", "insufficient_funds"},
		"pm_card_visa_chargeDeclinedLostCard":              {"card_declined", "lost_card"},
		"pm_card_visa_chargeDeclinedStolenCard":            {"card_declined", "stolen_card"},
		"pm_card_chargeDeclinedExpiredCard":                {"expired_card", ""},
		"pm_card_chargeDeclinedIncorrectCvc":               {"incorrect_cvc", ""},
		"pm_card_chargeDeclinedProcessingError":            {"processing_error", ""},
		"pm_card_visa_chargeDeclinedVelocityLimitExceeded": {"card_declined", "card_velocity_exceeded"},
		"pm_card_chargeCustomerFail":                       {"card_declined", "generic_decline"},
	} {
		_, err := w.pay(5_000, method)
		e := stripeErr(t, err)
		require.Equal(t, http.StatusPaymentRequired, e.HTTPStatusCode, method)
		require.Equal(t, stripe.ErrorTypeCard, e.Type, method)
		require.Equal(t, want[0], string(e.Code), method)
		require.Equal(t, want[1], string(e.DeclineCode), method)
		require.Equal(t, stripe.PaymentIntentStatusRequiresPaymentMethod, e.PaymentIntent.Status, method)
		require.Equal(t, want[0], string(e.PaymentIntent.LastPaymentError.Code))

		failed, err := w.sc.Charges.Get(e.ChargeID, nil)
		require.NoError(t, err)
		require.False(t, failed.Paid)
		require.Nil(t, failed.BalanceTransaction)

		again, err := w.sc.PaymentIntents.Confirm(e.PaymentIntent.ID, &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String("pm_card_visa")})
		require.NoError(t, err, "a declined intent takes another card")
		require.Equal(t, stripe.PaymentIntentStatusSucceeded, again.Status)
	}
	w.consistent()
}

func TestPayment_raw_card_numbers_as_a_browser_sends_them(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{Amount: stripe.Int64(2_000), Currency: stripe.String("usd")})
	require.NoError(t, err)
	require.True(t, i.AutomaticPaymentMethods.Enabled, "on by default at this API version")

	browser := stripeClient(w.url, "pk_test_simulator", 0)
	_, err = browser.PaymentIntents.Get(i.ID, nil)
	require.Contains(t, stripeErr(t, err).Msg, "client_secret")
	_, err = browser.PaymentIntents.List(nil).PaymentIntentList(), browser.PaymentIntents.List(nil).Err()
	require.Equal(t, http.StatusUnauthorized, stripeErr(t, err).HTTPStatusCode)
	seen, err := browser.PaymentIntents.Get(i.ID, &stripe.PaymentIntentParams{ClientSecret: stripe.String(i.ClientSecret)})
	require.NoError(t, err)
	require.Equal(t, i.ID, seen.ID)

	card := func(number string) *stripe.PaymentMethodParams {
		return &stripe.PaymentMethodParams{Type: stripe.String("card"), Card: &stripe.PaymentMethodCardParams{
			Number: stripe.String(number), ExpMonth: stripe.Int64(12), ExpYear: stripe.Int64(2034), CVC: stripe.String("123"),
		}}
	}
	_, err = browser.PaymentMethods.New(card("4242424242424241"))
	require.Equal(t, stripe.ErrorCodeIncorrectNumber, stripeErr(t, err).Code)
	m, err := browser.PaymentMethods.New(card("4242 4242 4242 4242"))
	require.NoError(t, err)

	confirm := &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String(m.ID)}
	confirm.AddExtra("client_secret", i.ClientSecret)
	_, err = browser.PaymentIntents.Confirm(i.ID, confirm)
	require.Equal(t, "return_url", stripeErr(t, err).Param)
	confirm.ReturnURL = stripe.String("https://shop.example/done")
	done, err := browser.PaymentIntents.Confirm(i.ID, confirm)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, done.Status)

	_, err = w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
		Amount: stripe.Int64(2_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String(m.ID),
	})
	require.Equal(t, stripe.ErrorCodePaymentMethodUnexpectedState, stripeErr(t, err).Code, "a card without a customer is used once")
}

func TestPayment_3D_secure(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	i, err := w.pay(3_000, "pm_card_authenticationRequired")
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusRequiresAction, i.Status)
	require.Equal(t, stripe.PaymentIntentNextActionType("use_stripe_sdk"), i.NextAction.Type)
	require.Nil(t, i.LatestCharge)

	w.post("/_sim/3ds/"+i.ID+"/fail", "")
	i, err = w.sc.PaymentIntents.Get(i.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusRequiresPaymentMethod, i.Status)
	require.Equal(t, stripe.ErrorCodePaymentIntentAuthenticationFailure, i.LastPaymentError.Code)

	i, err = w.sc.PaymentIntents.Confirm(i.ID, &stripe.PaymentIntentConfirmParams{
		PaymentMethod: stripe.String("pm_card_authenticationRequired"), ReturnURL: stripe.String("https://shop.example/done?order=1"),
	})
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentNextActionTypeRedirectToURL, i.NextAction.Type)
	page := i.NextAction.RedirectToURL.URL[len(w.url):]
	status, html := w.do(http.MethodGet, page, "", "")
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, html, "30.00 USD")

	w.post("/_sim/3ds/"+i.ID+"/complete", "")
	get := &stripe.PaymentIntentParams{}
	get.AddExpand("latest_charge")
	i, err = w.sc.PaymentIntents.Get(i.ID, get)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, i.Status)
	require.EqualValues(t, "authenticated", i.LatestCharge.PaymentMethodDetails.Card.ThreeDSecure.Result)
	status, _ = w.do(http.MethodPost, "/_sim/3ds/"+i.ID+"/complete", "", "")
	require.Equal(t, http.StatusBadRequest, status, "once is enough")

	i, err = w.pay(3_000, "pm_card_threeDSecureRequiredChargeDeclined")
	require.NoError(t, err)
	w.post("/_sim/3ds/"+i.ID+"/complete", "")
	i, err = w.sc.PaymentIntents.Get(i.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusRequiresPaymentMethod, i.Status)
	require.Equal(t, stripe.ErrorCodeCardDeclined, i.LastPaymentError.Code)
	w.consistent()
}

func TestPayment_3D_secure_in_a_browser_goes_back_to_the_shop(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
		Amount: stripe.Int64(3_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String("pm_card_authenticationRequired"),
		Confirm: stripe.Bool(true), ReturnURL: stripe.String("https://shop.example/done?order=1"),
	})
	require.NoError(t, err)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, w.url+"/_sim/3ds/"+i.ID+"/complete", nil)
	require.NoError(t, err)
	req.Header.Set("Accept", "text/html")
	res, err := http.DefaultTransport.RoundTrip(req)
	require.NoError(t, err)
	require.NoError(t, res.Body.Close())
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	to, err := res.Location()
	require.NoError(t, err)
	require.Equal(t, "1", to.Query().Get("order"))
	require.Equal(t, i.ID, to.Query().Get("payment_intent"))
	require.Equal(t, i.ClientSecret, to.Query().Get("payment_intent_client_secret"))
	require.Equal(t, "succeeded", to.Query().Get("redirect_status"))
}

func TestPayment_a_card_set_up_before_pays_while_its_owner_is_away(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	c, err := w.sc.Customers.New(&stripe.CustomerParams{Email: stripe.String("alice@example.com")})
	require.NoError(t, err)
	off := func(method string) (*stripe.PaymentIntent, error) {
		return w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
			Amount: stripe.Int64(900), Currency: stripe.String("usd"), Customer: stripe.String(c.ID), PaymentMethod: stripe.String(method),
			Confirm: stripe.Bool(true), OffSession: stripe.Bool(true), PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
		})
	}
	_, err = off("pm_card_authenticationRequiredOnSetup")
	require.Equal(t, stripe.ErrorCodeAuthenticationRequired, stripeErr(t, err).Code)

	s, err := w.sc.SetupIntents.New(&stripe.SetupIntentParams{
		Customer: stripe.String(c.ID), PaymentMethod: stripe.String("pm_card_authenticationRequiredOnSetup"), Confirm: stripe.Bool(true),
		ReturnURL: stripe.String("https://shop.example/card"),
	})
	require.NoError(t, err)
	require.Equal(t, stripe.SetupIntentStatusRequiresAction, s.Status)
	w.post("/_sim/3ds/"+s.ID+"/complete", "")
	s, err = w.sc.SetupIntents.Get(s.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.SetupIntentStatusSucceeded, s.Status)
	i, err := off(s.PaymentMethod.ID)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, i.Status)

	cards := w.sc.PaymentMethods.List(&stripe.PaymentMethodListParams{Customer: stripe.String(c.ID), Type: stripe.String("card")}).PaymentMethodList()
	require.Len(t, cards.Data, 1)
	_, err = w.sc.PaymentMethods.Detach(s.PaymentMethod.ID, nil)
	require.NoError(t, err)
	_, err = off(s.PaymentMethod.ID)
	require.Error(t, err)
}

func TestPayment_manual_capture(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	authorise := func() *stripe.PaymentIntent {
		i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
			Amount: stripe.Int64(5_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String("pm_card_visa"), Confirm: stripe.Bool(true),
			CaptureMethod: stripe.String("manual"), PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
		})
		require.NoError(t, err)
		require.Equal(t, stripe.PaymentIntentStatusRequiresCapture, i.Status)
		require.EqualValues(t, 5_000, i.AmountCapturable)
		return i
	}
	i := authorise()
	_, err := w.sc.Refunds.New(&stripe.RefundParams{PaymentIntent: stripe.String(i.ID)})
	require.Error(t, err, "nothing was taken yet")
	_, err = w.sc.PaymentIntents.Capture(i.ID, &stripe.PaymentIntentCaptureParams{AmountToCapture: stripe.Int64(5_001)})
	require.Equal(t, stripe.ErrorCodeAmountTooLarge, stripeErr(t, err).Code)
	i, err = w.sc.PaymentIntents.Capture(i.ID, &stripe.PaymentIntentCaptureParams{AmountToCapture: stripe.Int64(4_000)})
	require.NoError(t, err)
	require.EqualValues(t, 4_000, i.AmountReceived)
	_, err = w.sc.PaymentIntents.Capture(i.ID, nil)
	require.Equal(t, stripe.ErrorCodePaymentIntentUnexpectedState, stripeErr(t, err).Code)
	_, pending := w.balance("")
	require.EqualValues(t, 4_000-116-30, pending)

	i = authorise()
	w.sim.Advance(7 * 24 * time.Hour)
	i, err = w.sc.PaymentIntents.Get(i.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusCanceled, i.Status)
	require.Equal(t, stripe.PaymentIntentCancellationReasonAutomatic, i.CancellationReason)
	w.consistent()
}

func TestPayment_too_many_failed_attempts_end_the_intent(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *stripesim.Options) { o.ConfirmsMax = 3 })
	_, err := w.pay(5_000, "pm_card_visa_chargeDeclined")
	id := stripeErr(t, err).PaymentIntent.ID
	again := &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String("pm_card_visa_chargeDeclined")}
	for range 2 {
		_, err = w.sc.PaymentIntents.Confirm(id, again)
		require.Equal(t, stripe.ErrorCodeCardDeclined, stripeErr(t, err).Code)
	}
	_, err = w.sc.PaymentIntents.Confirm(id, &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String("pm_card_visa")})
	require.Equal(t, stripe.ErrorCodePaymentIntentUnexpectedState, stripeErr(t, err).Code)
	i, err := w.sc.PaymentIntents.Get(id, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusCanceled, i.Status)
}

func TestPayment_a_hundred_confirms_at_once_charge_once(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
		Amount: stripe.Int64(7_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String("pm_card_visa"),
		PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
	})
	require.NoError(t, err)
	var won atomic.Int64
	var wg sync.WaitGroup
	for range 100 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			_, err := w.sc.PaymentIntents.Confirm(i.ID, nil)
			var e *stripe.Error
			switch {
			case err == nil:
				won.Add(1)
			case errors.As(err, &e) && e.Code == stripe.ErrorCodePaymentIntentUnexpectedState:
			default:
				t.Errorf("unexpected: %v", err)
			}
		}()
	}
	wg.Wait()
	require.EqualValues(t, 1, won.Load())
	charges := w.sc.Charges.List(&stripe.ChargeListParams{PaymentIntent: stripe.String(i.ID)}).ChargeList()
	require.Len(t, charges.Data, 1)
	w.consistent()
}

func TestPayment_amounts_a_currency_does_not_have(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	try := func(amount int64, currency string) error {
		_, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{Amount: stripe.Int64(amount), Currency: stripe.String(currency)})
		return err
	}
	for currency, amount := range map[string]int64{"usd": 49, "gbp": 29, "isk": 150, "kwd": 1_001, "zzz": 500, "eur": 100_000_000} {
		require.Equal(t, stripe.ErrorTypeInvalidRequest, stripeErr(t, try(amount, currency)).Type, currency)
	}
	for currency, amount := range map[string]int64{"usd": 50, "gbp": 30, "jpy": 50, "isk": 200, "kwd": 1_010, "EUR": 5_000} {
		require.NoError(t, try(amount, currency), currency)
	}
	require.Equal(t, stripe.ErrorCodeAmountTooSmall, stripeErr(t, try(49, "usd")).Code)
	require.Equal(t, stripe.ErrorCodeParameterInvalidInteger, stripeErr(t, try(-5, "usd")).Code)
}

// Where the last digits of a currency must be zero, those of its fees are.
func TestPayment_fees_are_amounts_of_their_currency(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for currency, step := range map[string]int64{"eur": 1, "jpy": 1, "kwd": 10, "isk": 100, "ugx": 100} {
		i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
			Amount: stripe.Int64(123_400), Currency: stripe.String(currency), Confirm: stripe.Bool(true),
			PaymentMethod: stripe.String("pm_card_visa"), PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
		})
		require.NoError(t, err, currency)
		p := &stripe.ChargeParams{}
		p.AddExpand("balance_transaction")
		c, err := w.sc.Charges.Get(i.LatestCharge.ID, p)
		require.NoError(t, err)
		require.Equal(t, 3_609/step*step, c.BalanceTransaction.Fee, currency)
	}
	w.consistent()
}

func TestPayment_bypass_card_is_available_at_once(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.paid(10_000, "pm_card_bypassPending")
	available, pending := w.balance("")
	require.EqualValues(t, 10_000-320, available)
	require.EqualValues(t, 0, pending)
}
