package stripesim_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/gateway/stripesim"
)

func TestPayment_split_over_two_sellers_until_the_bank(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a, b := w.seller(), w.seller()

	i := w.paid(10_700, "pm_card_visa")
	txn := i.LatestCharge.BalanceTransaction
	require.EqualValues(t, 340, txn.Fee)
	require.EqualValues(t, 10_360, txn.Net)
	require.Equal(t, stripe.BalanceTransactionStatusPending, txn.Status)
	require.Equal(t, "ord_1", i.LatestCharge.TransferGroup)

	ta, err := w.transfer(5_350, a.ID, i.LatestCharge.ID)
	require.NoError(t, err)
	_, err = w.transfer(3_960, b.ID, i.LatestCharge.ID)
	require.NoError(t, err)
	available, pending := w.balance("")
	require.EqualValues(t, 0, available)
	require.EqualValues(t, 10_360-5_350-3_960, pending)
	available, pending = w.balance(a.ID)
	require.EqualValues(t, 0, available)
	require.EqualValues(t, 5_350, pending)

	_, err = w.transfer(2_000, a.ID, i.LatestCharge.ID)
	require.Contains(t, stripeErr(t, err).Msg, "must not exceed the source amount")

	payout := &stripe.PayoutParams{Amount: stripe.Int64(5_350), Currency: stripe.String("usd")}
	payout.SetStripeAccount(a.ID)
	_, err = w.sc.Payouts.New(payout)
	require.Equal(t, stripe.ErrorCodeBalanceInsufficient, stripeErr(t, err).Code)

	w.sim.Advance(48 * time.Hour)
	available, pending = w.balance(a.ID)
	require.EqualValues(t, 5_350, available)
	require.EqualValues(t, 0, pending)
	po, err := w.sc.Payouts.New(payout)
	require.NoError(t, err)
	require.Equal(t, stripe.PayoutStatusPending, po.Status)
	w.sim.Advance(24 * time.Hour)
	get := &stripe.PayoutParams{}
	get.SetStripeAccount(a.ID)
	po, err = w.sc.Payouts.Get(po.ID, get)
	require.NoError(t, err)
	require.Equal(t, stripe.PayoutStatusInTransit, po.Status)
	w.sim.Advance(24 * time.Hour)
	po, err = w.sc.Payouts.Get(po.ID, get)
	require.NoError(t, err)
	require.Equal(t, stripe.PayoutStatusPaid, po.Status)

	list := &stripe.TransferListParams{TransferGroup: stripe.String("ord_1")}
	all := w.sc.Transfers.List(list).TransferList()
	require.Len(t, all.Data, 2)
	require.Equal(t, ta.ID, all.Data[1].ID)
	w.consistent()
}

func TestTransfer_without_source_needs_available_money(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	w.paid(10_000, "pm_card_visa")
	_, err := w.transfer(1_000, a.ID, "")
	require.Equal(t, stripe.ErrorCodeBalanceInsufficient, stripeErr(t, err).Code)
	w.paid(10_000, "pm_card_bypassPending")
	_, err = w.transfer(9_680, a.ID, "")
	require.NoError(t, err)
	_, err = w.transfer(1, a.ID, "")
	require.Equal(t, stripe.ErrorCodeBalanceInsufficient, stripeErr(t, err).Code)
	available, _ := w.balance(a.ID)
	require.EqualValues(t, 9_680, available)
	w.consistent()
}

func TestTransfer_is_refused_when_it_cannot_arrive(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	charge := w.paid(10_000, "pm_card_bypassPending").LatestCharge.ID
	pending := w.applicant()
	_, err := w.transfer(100, pending.ID, charge)
	require.EqualValues(t, "insufficient_capabilities_for_transfer", stripeErr(t, err).Code)
	_, err = w.transfer(100, "acct_nobody", charge)
	require.Equal(t, stripe.ErrorCodeResourceMissing, stripeErr(t, err).Code)
	_, err = w.transfer(100, w.seller().ID, "ch_nothing")
	require.Equal(t, "source_transaction", stripeErr(t, err).Param)

	a := w.seller()
	w.post("/_sim/accounts/"+a.ID+"/capabilities/transfers", "status=inactive")
	_, err = w.transfer(100, a.ID, charge)
	require.EqualValues(t, "insufficient_capabilities_for_transfer", stripeErr(t, err).Code)
	w.post("/_sim/accounts/"+a.ID+"/capabilities/transfers", "status=auto")
	_, err = w.transfer(100, a.ID, charge)
	require.NoError(t, err)

	_, err = w.sc.Transfers.New(&stripe.TransferParams{
		Amount: stripe.Int64(100), Currency: stripe.String("eur"), Destination: stripe.String(a.ID), SourceTransaction: stripe.String(charge),
	})
	require.Equal(t, "currency", stripeErr(t, err).Param)

	_, err = w.pay(5_000, "pm_card_visa_chargeDeclined")
	_, err = w.transfer(100, a.ID, stripeErr(t, err).ChargeID)
	require.Contains(t, stripeErr(t, err).Msg, "not succeeded")

	far, err := w.sc.Accounts.New(&stripe.AccountParams{
		Country: stripe.String("JP"), Type: stripe.String("express"),
		Capabilities: &stripe.AccountCapabilitiesParams{Transfers: &stripe.AccountCapabilitiesTransfersParams{Requested: stripe.Bool(true)}},
	})
	require.NoError(t, err)
	w.post("/_sim/accounts/"+far.ID+"/onboard", "")
	_, err = w.transfer(100, far.ID, charge)
	require.Equal(t, stripe.ErrorCodeTransfersNotAllowed, stripeErr(t, err).Code)
}

func TestTransfer_names_a_group_when_the_charge_has_none(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	i, err := w.sc.PaymentIntents.New(&stripe.PaymentIntentParams{
		Amount: stripe.Int64(1_000), Currency: stripe.String("usd"), PaymentMethod: stripe.String("pm_card_visa"), Confirm: stripe.Bool(true),
		PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
	})
	require.NoError(t, err)
	p := &stripe.TransferParams{Currency: stripe.String("usd"), Destination: stripe.String(a.ID), SourceTransaction: stripe.String(i.LatestCharge.ID)}
	tr, err := w.sc.Transfers.New(p)
	require.NoError(t, err)
	require.EqualValues(t, 1_000, tr.Amount, "the whole charge when no amount is given")
	require.Equal(t, "group_"+i.ID, tr.TransferGroup)
	charges := w.sc.Charges.List(&stripe.ChargeListParams{TransferGroup: stripe.String("group_" + i.ID)}).ChargeList()
	require.Len(t, charges.Data, 1)
}

func TestReversal_by_policy(t *testing.T) {
	t.Parallel()
	for _, policy := range []stripesim.ReversalPolicy{stripesim.ReversalStrict, stripesim.ReversalAllowNegative} {
		t.Run(string(policy), func(t *testing.T) {
			t.Parallel()
			w := newWorld(t, func(o *stripesim.Options) { o.Reversals = policy })
			a := w.seller()
			charge := w.paid(10_000, "pm_card_bypassPending").LatestCharge.ID
			tr, err := w.transfer(5_000, a.ID, charge)
			require.NoError(t, err)
			part, err := w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID), Amount: stripe.Int64(1_000)})
			require.NoError(t, err)
			require.EqualValues(t, 1_000, part.Amount)

			payout := &stripe.PayoutParams{Amount: stripe.Int64(4_000), Currency: stripe.String("usd")}
			payout.SetStripeAccount(a.ID)
			_, err = w.sc.Payouts.New(payout)
			require.NoError(t, err)
			_, err = w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID), Amount: stripe.Int64(4_001)})
			require.Contains(t, stripeErr(t, err).Msg, "unreversed amount")
			_, err = w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID)})
			available, _ := w.balance(a.ID)
			if policy == stripesim.ReversalStrict {
				require.Equal(t, stripe.ErrorCodeBalanceInsufficient, stripeErr(t, err).Code)
				require.EqualValues(t, 0, available)
			} else {
				require.NoError(t, err)
				require.EqualValues(t, -4_000, available)
				tr, err = w.sc.Transfers.Get(tr.ID, nil)
				require.NoError(t, err)
				require.True(t, tr.Reversed)
				require.Len(t, tr.Reversals.Data, 2)
			}
			w.consistent()
		})
	}
}

func TestReversal_below_zero_reserves_the_platforms_money(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal")
	open := func(o *stripesim.Options) {
		o.Reversals, o.ReserveNegative, o.Path = stripesim.ReversalAllowNegative, true, path
	}
	w := newWorld(t, open)
	a := w.seller()
	charge := w.paid(10_000, "pm_card_bypassPending").LatestCharge.ID
	tr, err := w.transfer(5_000, a.ID, charge)
	require.NoError(t, err)
	payout := &stripe.PayoutParams{Amount: stripe.Int64(5_000), Currency: stripe.String("usd")}
	payout.SetStripeAccount(a.ID)
	_, err = w.sc.Payouts.New(payout)
	require.NoError(t, err)
	_, err = w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID), Amount: stripe.Int64(3_000)})
	require.NoError(t, err)
	reserved := func(w *world) (available, held int64) {
		b, err := w.sc.Balance.Get(nil)
		require.NoError(t, err)
		return b.Available[0].Amount, b.ConnectReserved[0].Amount
	}
	available, held := reserved(w)
	require.Equal(t, []int64{4_680, 3_000}, []int64{available, held}, "what came back is held at once")
	require.NoError(t, w.sim.Close())
	w = newWorld(t, open)
	_, held = reserved(w)
	require.EqualValues(t, 3_000, held)
	_, err = w.transfer(2_000, a.ID, charge)
	require.NoError(t, err)
	available, held = reserved(w)
	require.Equal(t, []int64{4_680, 1_000}, []int64{available, held}, "what heals the seller is let go")
	w.consistent()
}

func TestReversal_of_money_still_pending_comes_back_pending(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	tr, err := w.transfer(5_000, a.ID, w.paid(10_000, "pm_card_visa").LatestCharge.ID)
	require.NoError(t, err)
	_, err = w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(tr.ID)})
	require.NoError(t, err)
	available, pending := w.balance("")
	require.EqualValues(t, 0, available)
	require.EqualValues(t, 9_680, pending)
	w.sim.Advance(48 * time.Hour)
	available, _ = w.balance("")
	require.EqualValues(t, 9_680, available)
	available, pending = w.balance(a.ID)
	require.EqualValues(t, 0, available+pending)
	w.consistent()
}

func TestRefund_in_parts_up_to_the_charge(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.paid(10_000, "pm_card_bypassPending") // so that there is money for fees
	i := w.paid(10_000, "pm_card_visa")
	refund := func(amount int64) (*stripe.Refund, error) {
		return w.sc.Refunds.New(&stripe.RefundParams{PaymentIntent: stripe.String(i.ID), Amount: stripe.Int64(amount)})
	}
	r, err := refund(4_000)
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusSucceeded, r.Status)
	require.NotNil(t, r.BalanceTransaction)
	_, err = refund(6_001)
	require.Equal(t, "amount", stripeErr(t, err).Param)
	_, err = refund(6_000)
	require.NoError(t, err)
	_, err = refund(1)
	require.Equal(t, stripe.ErrorCodeChargeAlreadyRefunded, stripeErr(t, err).Code)
	p := &stripe.ChargeParams{}
	p.AddExpand("refunds")
	c, err := w.sc.Charges.Get(i.LatestCharge.ID, p)
	require.NoError(t, err)
	require.True(t, c.Refunded)
	require.Len(t, c.Refunds.Data, 2)
	w.consistent()
}

func TestRefund_waits_for_a_short_balance_and_goes_in_order(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	first := w.paid(10_000, "pm_card_bypassPending")
	second := w.paid(2_000, "pm_card_bypassPending")
	_, err := w.transfer(9_000, a.ID, first.LatestCharge.ID)
	require.NoError(t, err)
	r1, err := w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(first.LatestCharge.ID)})
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusPending, r1.Status)
	require.Nil(t, r1.BalanceTransaction)
	r2, err := w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(second.LatestCharge.ID)})
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusSucceeded, r2.Status, "enough for this one")

	w.paid(20_000, "pm_card_bypassPending")
	r1, err = w.sc.Refunds.Get(r1.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusSucceeded, r1.Status)

	third := w.paid(30_000, "pm_card_bypassPending")
	_, err = w.transfer(30_000, a.ID, third.LatestCharge.ID)
	require.NoError(t, err)
	r3, err := w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(third.LatestCharge.ID)})
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusPending, r3.Status)
	_, err = w.sc.Refunds.Cancel(r3.ID, nil)
	require.Equal(t, 400, stripeErr(t, err).HTTPStatusCode, "only one that waits for the buyer's word can be canceled")
	c, err := w.sc.Charges.Get(third.LatestCharge.ID, nil)
	require.NoError(t, err)
	require.EqualValues(t, 30_000, c.AmountRefunded)
	w.consistent()
}

func TestRefund_cards_that_are_slow_or_refuse(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.paid(50_000, "pm_card_bypassPending")
	refund := func(number string) *stripe.Refund {
		m, err := w.sc.PaymentMethods.New(&stripe.PaymentMethodParams{Type: stripe.String("card"), Card: &stripe.PaymentMethodCardParams{Number: stripe.String(number)}})
		require.NoError(t, err)
		r, err := w.sc.Refunds.New(&stripe.RefundParams{PaymentIntent: stripe.String(w.paid(5_000, m.ID).ID)})
		require.NoError(t, err)
		return r
	}
	late, fails := refund("4000000000007726"), refund("4000000000005126")
	require.Equal(t, stripe.RefundStatusPending, late.Status)
	require.Equal(t, stripe.RefundStatusSucceeded, fails.Status)
	_, before := w.balance("")
	w.sim.Advance(time.Hour)
	late, err := w.sc.Refunds.Get(late.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusSucceeded, late.Status)
	fails, err = w.sc.Refunds.Get(fails.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.RefundStatusFailed, fails.Status)
	require.NotNil(t, fails.FailureBalanceTransaction)
	_, after := w.balance("")
	require.EqualValues(t, 5_000, after-before, "the money of a failed refund is ours again")
	w.consistent()
}

func TestPayout_fails_and_stops_the_bank_account(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.applicant()
	w.post("/_sim/accounts/"+a.ID+"/onboard", "account_number=000111111113")
	_, err := w.transfer(5_000, a.ID, w.paid(10_000, "pm_card_bypassPending").LatestCharge.ID)
	require.NoError(t, err)
	p := &stripe.PayoutParams{Amount: stripe.Int64(5_000), Currency: stripe.String("usd")}
	p.SetStripeAccount(a.ID)
	po, err := w.sc.Payouts.New(p)
	require.NoError(t, err)
	w.post("/_sim/payouts/"+po.ID+"/settle", "")
	get := &stripe.PayoutParams{}
	get.SetStripeAccount(a.ID)
	po, err = w.sc.Payouts.Get(po.ID, get)
	require.NoError(t, err)
	require.Equal(t, stripe.PayoutStatusFailed, po.Status)
	require.Equal(t, stripe.PayoutFailureCodeAccountClosed, po.FailureCode)
	available, _ := w.balance(a.ID)
	require.EqualValues(t, 5_000, available)
	got, err := w.sc.Accounts.GetByID(a.ID, nil)
	require.NoError(t, err)
	require.False(t, got.PayoutsEnabled)
	require.EqualValues(t, "errored", got.ExternalAccounts.Data[0].BankAccount.Status)
	_, err = w.sc.Payouts.New(p)
	require.Error(t, err)

	_, err = w.sc.BankAccounts.New(&stripe.BankAccountParams{Account: stripe.String(a.ID), Token: stripe.String("btok_us_verified")})
	require.NoError(t, err)
	po, err = w.sc.Payouts.New(p)
	require.NoError(t, err, "a new bank account lets money flow again")
	w.post("/_sim/payouts/"+po.ID+"/settle", "")
	w.post("/_sim/payouts/"+po.ID+"/fail", "code=could_not_process")
	po, err = w.sc.Payouts.Get(po.ID, get)
	require.NoError(t, err)
	require.Equal(t, stripe.PayoutStatusFailed, po.Status, "paid can become failed")
	available, _ = w.balance(a.ID)
	require.EqualValues(t, 5_000, available)
	w.consistent()
}

func TestPayout_canceled_reversed_and_instant(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.paid(10_000, "pm_card_bypassPending")
	payout := func(method string) *stripe.Payout {
		po, err := w.sc.Payouts.New(&stripe.PayoutParams{Amount: stripe.Int64(1_000), Currency: stripe.String("usd"), Method: stripe.String(method)})
		require.NoError(t, err)
		return po
	}
	po := payout("standard")
	po, err := w.sc.Payouts.Cancel(po.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PayoutStatusCanceled, po.Status)
	po = payout("instant")
	w.sim.Advance(2 * time.Minute)
	po, err = w.sc.Payouts.Get(po.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.PayoutStatusPaid, po.Status)
	_, err = w.sc.Payouts.Cancel(po.ID, nil)
	require.Error(t, err)
	back, err := w.sc.Payouts.Reverse(po.ID, nil)
	require.NoError(t, err)
	require.EqualValues(t, -1_000, back.Amount)
	_, err = w.sc.Payouts.Reverse(po.ID, nil)
	require.Error(t, err)
	available, _ := w.balance("")
	require.EqualValues(t, 9_680, available)
	w.consistent()
}

func TestPayout_schedules_pay_everything_and_list_it(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	a := w.seller()
	_, err := w.sc.Accounts.Update(a.ID, &stripe.AccountParams{Settings: &stripe.AccountSettingsParams{Payouts: &stripe.AccountSettingsPayoutsParams{
		Schedule: &stripe.AccountSettingsPayoutsScheduleParams{Interval: stripe.String("weekly"), WeeklyAnchor: stripe.String("friday")},
	}}})
	require.NoError(t, err)
	for range 3 {
		_, err = w.transfer(1_000, a.ID, w.paid(2_000, "pm_card_bypassPending").LatestCharge.ID)
		require.NoError(t, err)
	}
	w.sim.Advance(3 * 24 * time.Hour) // Monday to Thursday
	list := &stripe.PayoutListParams{}
	list.SetStripeAccount(a.ID)
	require.Empty(t, w.sc.Payouts.List(list).PayoutList().Data)
	w.sim.Advance(24 * time.Hour)
	payouts := w.sc.Payouts.List(list).PayoutList().Data
	require.Len(t, payouts, 1)
	require.True(t, payouts[0].Automatic)
	require.EqualValues(t, 3_000, payouts[0].Amount)
	txns := &stripe.BalanceTransactionListParams{Payout: stripe.String(payouts[0].ID)}
	txns.SetStripeAccount(a.ID)
	sum, n := int64(0), 0
	for it := w.sc.BalanceTransactions.List(txns); it.Next(); n++ {
		sum += it.BalanceTransaction().Net
	}
	require.Equal(t, 4, n)
	require.EqualValues(t, 0, sum, "three payments in, one payout out")
	w.consistent()
}

func TestDispute_takes_the_money_and_gives_it_back_when_won(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.paid(50_000, "pm_card_bypassPending")
	dispute := func(method string) *stripe.Dispute {
		i := w.paid(5_000, method)
		list := w.sc.Disputes.List(&stripe.DisputeListParams{PaymentIntent: stripe.String(i.ID)}).DisputeList()
		require.Len(t, list.Data, 1)
		return list.Data[0]
	}
	d := dispute("pm_card_createDispute")
	require.Equal(t, stripe.DisputeStatusNeedsResponse, d.Status)
	require.Len(t, d.BalanceTransactions, 1)
	require.EqualValues(t, -6_500, d.BalanceTransactions[0].Net)
	_, err := w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(d.Charge.ID)})
	require.Equal(t, stripe.ErrorCode("charge_disputed"), stripeErr(t, err).Code)
	d, err = w.sc.Disputes.Update(d.ID, &stripe.DisputeParams{
		Evidence: &stripe.DisputeEvidenceParams{UncategorizedText: stripe.String("winning_evidence")}, Submit: stripe.Bool(true),
	})
	require.NoError(t, err)
	require.Equal(t, stripe.DisputeStatusWon, d.Status)
	require.Len(t, d.BalanceTransactions, 2)
	require.EqualValues(t, 5_000, d.BalanceTransactions[1].Net)

	d = dispute("pm_card_createDisputeProductNotReceived")
	w.sim.Advance(8 * 24 * time.Hour)
	d, err = w.sc.Disputes.Get(d.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.DisputeStatusLost, d.Status, "nobody answered")
	_, err = w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(d.Charge.ID)})
	require.Equal(t, stripe.ErrorCodeChargeAlreadyRefunded, stripeErr(t, err).Code, "the bank has it already")
	w.post("/_sim/disputes/"+d.ID, "status=won&amount=2000")
	d, err = w.sc.Disputes.Get(d.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.DisputeStatusWon, d.Status, "a late win")

	d = dispute("pm_card_createDisputeInquiry")
	require.Equal(t, stripe.DisputeStatusWarningNeedsResponse, d.Status)
	require.Empty(t, d.BalanceTransactions)
	_, err = w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(d.Charge.ID)})
	require.NoError(t, err)
	d, err = w.sc.Disputes.Get(d.ID, nil)
	require.NoError(t, err)
	require.Equal(t, stripe.DisputeStatusWarningClosed, d.Status)
	w.consistent()
}
