package stripesim_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"
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
