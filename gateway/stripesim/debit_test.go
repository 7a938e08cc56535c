package stripesim_test

import (
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/gateway/stripesim"
)

func european(o *stripesim.Options) { o.Country, o.Currency = "DE", "eur" }

// debited starts a payment by a debit of an IBAN.
func (w *world) debited(iban string) (*stripe.PaymentIntent, error) {
	return w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
		Amount: stripe.Int64(10_000), Currency: stripe.String("eur"), Confirm: stripe.Bool(true),
		PaymentMethodTypes: stripe.StringSlice([]string{"sepa_debit"}),
		PaymentMethodData: &stripe.PaymentIntentPaymentMethodDataParams{
			Type: stripe.String("sepa_debit"), SEPADebit: &stripe.PaymentMethodSEPADebitParams{IBAN: stripe.String(iban)},
			BillingDetails: &stripe.PaymentIntentPaymentMethodDataBillingDetailsParams{Name: stripe.String("Alice"), Email: stripe.String("alice@example.com")},
		},
		MandateData: &stripe.PaymentIntentMandateDataParams{CustomerAcceptance: &stripe.PaymentIntentMandateDataCustomerAcceptanceParams{Type: stripe.String("offline"), Offline: &stripe.PaymentIntentMandateDataCustomerAcceptanceOfflineParams{}}},
	})
}

// kinds are the types of the events of the world, oldest first.
func (w *world) kinds() []string {
	var out []string
	p := &stripe.EventListParams{}
	p.Limit = stripe.Int64(100)
	for it := w.sc.Events.List(p); it.Next(); {
		out = append(out, string(it.Event().Type))
	}
	slices.Reverse(out)
	return out
}

func TestDebit_takes_days_and_no_money_moves_before(t *testing.T) {
	t.Parallel()
	w := newWorld(t, european)
	a := w.seller()
	i, err := w.debited("AT61 1904 3002 3457 3201")
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusProcessing, i.Status)
	c, err := w.sc.Charges.Get(i.LatestCharge.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.ChargeStatusPending, c.Status)
	require.Nil(t, c.BalanceTransaction)
	require.False(t, c.Paid)
	require.Equal(t, "3201", c.PaymentMethodDetails.SEPADebit.Last4)
	_, pending := w.balance("")
	require.Zero(t, pending)

	_, err = w.sc.PaymentIntents.Cancel(i.ID, nil)
	require.Equal(t, stripe.ErrorCodePaymentIntentUnexpectedState, stripeErr(t, err).Code, "it cannot be canceled while the bank is at it")
	_, err = w.sc.PaymentIntents.Confirm(i.ID, &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String("pm_card_visa")})
	require.Equal(t, stripe.ErrorCodePaymentIntentUnexpectedState, stripeErr(t, err).Code, "nor paid twice")
	_, err = w.sc.Transfers.New(&stripe.TransferParams{
		Amount: stripe.Int64(100), Currency: stripe.String("eur"), Destination: stripe.String(a.ID), SourceTransaction: stripe.String(c.ID),
	})
	require.Equal(t, "source_transaction", stripeErr(t, err).Param)
	_, err = w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(c.ID)})
	require.Error(t, err)

	w.sim.Advance(4 * 24 * time.Hour)
	i, err = w.sc.PaymentIntents.Get(i.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusProcessing, i.Status)
	w.sim.Advance(2 * 24 * time.Hour)
	get := &stripe.PaymentIntentParams{}
	get.AddExpand("latest_charge.balance_transaction")
	i, err = w.sc.PaymentIntents.Get(i.ID, get)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, i.Status)
	require.EqualValues(t, 10_000, i.AmountReceived)
	require.Equal(t, stripe.BalanceTransactionTypePayment, i.LatestCharge.BalanceTransaction.Type)
	require.Subset(t, w.kinds(), []string{"payment_intent.processing", "charge.pending", "charge.succeeded", "payment_intent.succeeded"})
	w.sim.Advance(3 * 24 * time.Hour)
	r, err := w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(c.ID), Amount: stripe.Int64(1_000)})
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusSucceeded, r.Status)
	w.consistent()
}

func TestDebit_that_fails_leaves_the_intent_to_be_paid_otherwise(t *testing.T) {
	t.Parallel()
	w := newWorld(t, european)
	i, err := w.debited("AT861904300235473202")
	require.NoError(t, err)
	w.sim.Advance(6 * 24 * time.Hour)
	i, err = w.sc.PaymentIntents.Get(i.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusRequiresPaymentMethod, i.Status)
	require.Equal(t, stripe.ErrorCode("payment_intent_payment_attempt_failed"), i.LastPaymentError.Code)
	failed := i.LatestCharge.ID
	require.Subset(t, w.kinds(), []string{"charge.failed", "payment_intent.payment_failed"})
	_, pending := w.balance("")
	require.Zero(t, pending)

	_, err = w.sc.PaymentIntents.Update(i.ID, &stripe.PaymentIntentParams{PaymentMethodTypes: stripe.StringSlice([]string{"card"})})
	require.NoError(t, err)
	i, err = w.sc.PaymentIntents.Confirm(i.ID, &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String("pm_card_visa")})
	require.NoError(t, err)
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, i.Status)
	require.NotEqual(t, failed, i.LatestCharge.ID)
	w.consistent()
}

func TestDebit_outcomes_by_number_and_by_hand(t *testing.T) {
	t.Parallel()
	w := newWorld(t, european)
	status := func(i *stripe.PaymentIntent) stripe.PaymentIntentStatus {
		i, err := w.sc.PaymentIntents.Get(i.ID, nil)
		require.NoError(t, err)
		return i.Status
	}
	soon, err := w.debited("AT321904300235473204")
	require.NoError(t, err)
	bad, err := w.debited("AT051904300235473205")
	require.NoError(t, err)
	w.sim.Advance(3 * time.Minute)
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, status(soon))
	require.Equal(t, stripe.PaymentIntentStatusRequiresPaymentMethod, status(bad))
	hand, err := w.debited("DE89370400440532013000")
	require.NoError(t, err)
	w.post("/_sim/charges/"+hand.LatestCharge.ID+"/fail", "code=account_closed")
	require.Equal(t, stripe.PaymentIntentStatusRequiresPaymentMethod, status(hand))
	hand, err = w.debited("DE89370400440532013000")
	require.NoError(t, err)
	w.post("/_sim/charges/"+hand.LatestCharge.ID+"/settle", "")
	require.Equal(t, stripe.PaymentIntentStatusSucceeded, status(hand))
	code, _ := w.do(http.MethodPost, "/_sim/charges/"+hand.LatestCharge.ID+"/settle", "", "")
	require.Equal(t, 400, code, "once")
	disputed, err := w.debited("AT591904300235473203")
	require.NoError(t, err)
	w.sim.Advance(6 * 24 * time.Hour)
	require.Len(t, w.sc.Disputes.List(&stripe.DisputeListParams{PaymentIntent: stripe.String(disputed.ID)}).DisputeList().Data, 1)
	w.consistent()
}

func TestDebit_needs_a_mandate_its_currency_and_an_IBAN(t *testing.T) {
	t.Parallel()
	w := newWorld(t, european)
	_, err := w.debited("AT611904300234573202")
	require.Equal(t, "payment_method_data[sepa_debit][iban]", stripeErr(t, err).Param)
	m, err := w.sc.PaymentMethods.New(&stripe.PaymentMethodParams{
		Type: stripe.String("sepa_debit"), SEPADebit: &stripe.PaymentMethodSEPADebitParams{IBAN: stripe.String("AT611904300234573201")},
		BillingDetails: &stripe.PaymentMethodBillingDetailsParams{Name: stripe.String("Alice"), Email: stripe.String("alice@example.com")},
	})
	require.NoError(t, err)
	open := func(types ...string) *stripe.PaymentIntent {
		i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
			Amount: stripe.Int64(1_000), Currency: stripe.String("eur"), PaymentMethodTypes: stripe.StringSlice(types),
		})
		require.NoError(t, err)
		return i
	}
	by := &stripe.PaymentIntentConfirmParams{PaymentMethod: stripe.String(m.ID)}
	_, err = w.sc.PaymentIntents.Confirm(open("card").ID, by)
	require.Contains(t, stripeErr(t, err).Msg, "not allowed for this PaymentIntent")
	_, err = w.sc.PaymentIntents.Confirm(open("card", "sepa_debit").ID, by)
	require.Equal(t, "mandate_data", stripeErr(t, err).Param)
	i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
		Amount: stripe.Int64(1_000), Currency: stripe.String("eur"),
		AutomaticPaymentMethods: &stripe.PaymentIntentAutomaticPaymentMethodsParams{Enabled: stripe.Bool(true), AllowRedirects: stripe.String("never")},
	})
	require.NoError(t, err)
	require.Equal(t, []string{"card", "sepa_debit"}, i.PaymentMethodTypes)
}

func TestRefund_that_asks_the_buyer_where_to_go(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	i := w.paid(10_000, "pm_card_bypassPending")
	refund := func() *stripe.Refund {
		r, err := w.sc.Refunds.New(&stripe.RefundParams{
			PaymentIntent: stripe.String(i.ID), Amount: stripe.Int64(1_000), InstructionsEmail: stripe.String("alice@example.com"),
		})
		require.NoError(t, err)
		w.post("/_sim/refunds/"+r.ID+"/ask", "")
		return r
	}
	read := func(r *stripe.Refund) *stripe.Refund {
		r, err := w.sc.Refunds.Get(r.ID, nil)
		require.NoError(t, err)
		return r
	}
	given := read(refund())
	require.Equal(t, stripe.RefundStatusRequiresAction, given.Status)
	require.Equal(t, "alice@example.com", given.NextAction.DisplayDetails.EmailSent.EmailSentTo)
	w.post("/_sim/refunds/"+given.ID+"/answer", "")
	require.Equal(t, stripe.RefundStatusPending, read(given).Status)
	w.sim.Advance(2 * time.Hour)
	require.Equal(t, stripe.RefundStatusSucceeded, read(given).Status)

	silent, stopped := refund(), refund()
	_, err := w.sc.Refunds.Cancel(stopped.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusCanceled, read(stopped).Status)
	before, _ := w.balance("")
	w.sim.Advance(46 * 24 * time.Hour)
	require.Equal(t, stripe.RefundStatusFailed, read(silent).Status)
	after, _ := w.balance("")
	require.EqualValues(t, 1_000, after-before, "what nobody has asked for comes back")
	c, err := w.sc.Charges.Get(i.LatestCharge.ID, nil)
	require.NoError(t, err)
	require.EqualValues(t, 1_000, c.AmountRefunded)
	w.consistent()
}

func TestPayout_of_money_that_was_held_for_too_long(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(o *stripesim.Options) { o.PayHeld, o.FeeBasisPoints, o.Country, o.Currency = true, -1, "TH", "thb" })
	a, err := w.sc.Accounts.New(&stripe.AccountParams{
		Type: stripe.String("express"), Country: stripe.String("TH"),
		Capabilities: &stripe.AccountCapabilitiesParams{Transfers: &stripe.AccountCapabilitiesTransfersParams{Requested: stripe.Bool(true)}},
		Settings: &stripe.AccountSettingsParams{Payouts: &stripe.AccountSettingsPayoutsParams{
			Schedule: &stripe.AccountSettingsPayoutsScheduleParams{Interval: stripe.String("manual")},
		}},
	})
	require.NoError(t, err)
	w.post("/_sim/accounts/"+a.ID+"/onboard", "")
	move := func(amount string) {
		w.post("/_sim/accounts/"+a.ID+"/movements", "type=adjustment&currency=thb&amount="+amount)
	}
	payouts := func() []*stripe.Payout {
		p := &stripe.PayoutListParams{}
		p.SetStripeAccount(a.ID)
		return w.sc.Payouts.List(p).PayoutList().Data
	}
	day := 24 * time.Hour
	move("1000")
	w.sim.Advance(6 * day)
	p := &stripe.PayoutParams{Amount: stripe.Int64(1_000), Currency: stripe.String("thb")}
	p.SetStripeAccount(a.ID)
	_, err = w.sc.Payouts.New(p)
	require.NoError(t, err)
	move("500")
	w.sim.Advance(9 * day)
	require.Len(t, payouts(), 1, "the older money has been paid out in time, and the younger is nine days old")
	w.sim.Advance(1 * day)
	all := payouts()
	require.Len(t, all, 2)
	require.True(t, all[0].Automatic)
	require.EqualValues(t, 500, all[0].Amount)
	w.consistent()
}
