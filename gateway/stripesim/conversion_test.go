package stripesim_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/stripe/stripe-go/v76"

	"github.com/etal-market/etal/gateway/stripesim"
)

// settlesInEuros makes a world whose platform has a balance in euros alone.
func settlesInEuros(t *testing.T, change ...func(*stripesim.Options)) *world {
	t.Helper()
	w := newWorld(t, append(change, func(o *stripesim.Options) { o.Country, o.Currency = "DE", "eur" })...)
	w.post("/_sim/conversion", "settles[0]=eur&rates[usd]=0.9&rates[jpy]=0.0061&fee_basis_points=100")
	return w
}

func TestConversion_settles_in_the_platforms_currency(t *testing.T) {
	t.Parallel()
	w := settlesInEuros(t)
	i := w.paid(10_700, "pm_card_bypassPending")
	txn := i.LatestCharge.BalanceTransaction
	require.Equal(t, stripe.CurrencyEUR, txn.Currency)
	require.EqualValues(t, 9630, txn.Amount)
	require.EqualValues(t, 309+96, txn.Fee)
	require.EqualValues(t, 9630-405, txn.Net)
	require.InDelta(t, 0.9, txn.ExchangeRate, 0)
	require.Len(t, txn.FeeDetails, 2)
	require.Equal(t, stripe.CurrencyUSD, i.LatestCharge.Currency, "what the buyer paid stays what it is")

	a := w.seller()
	_, err := w.transfer(100, a.ID, i.LatestCharge.ID)
	require.Equal(t, "currency", stripeErr(t, err).Param, "a transfer is in the currency of the balance transaction")
	inEuros := func(amount int64) error {
		_, err := w.sc.Transfers.New(&stripe.TransferParams{
			Amount: stripe.Int64(amount), Currency: stripe.String("eur"), Destination: stripe.String(a.ID), SourceTransaction: stripe.String(i.LatestCharge.ID),
		})
		return err
	}
	require.Equal(t, "amount", stripeErr(t, inEuros(9631)).Param, "more than it settled as")
	require.NoError(t, inEuros(4000))

	w.post("/_sim/conversion", "rates[usd]=0.8")
	p := &stripe.RefundParams{Charge: stripe.String(i.LatestCharge.ID), Amount: stripe.Int64(1000)}
	p.AddExpand("balance_transaction")
	r, err := w.sc.Refunds.New(p)
	require.NoError(t, err)
	require.EqualValues(t, 1000, r.Amount)
	require.EqualValues(t, -800, r.BalanceTransaction.Amount)
	require.InDelta(t, 0.8, r.BalanceTransaction.ExchangeRate, 0)

	w.paid(50_000, "pm_card_bypassPending") // so that there is enough
	w.post("/_sim/disputes", "charge="+i.LatestCharge.ID+"&amount=9700")
	_, err = w.sc.Refunds.New(&stripe.RefundParams{Charge: stripe.String(i.LatestCharge.ID), Amount: stripe.Int64(1)})
	require.Error(t, err, "the bank has the rest")
	w.consistent()
}

// What arrives at an account that has no bank account for it is converted, and what is taken
// back of it is as much as has arrived. With such a bank account it arrives as it is.
func TestConversion_of_a_transfer_to_an_account_in_another_currency(t *testing.T) {
	t.Parallel()
	w := settlesInEuros(t)
	a, charge := w.seller(), w.paid(50_000, "pm_card_bypassPending").LatestCharge.ID // an account in dollars
	send := func(amount int64) *stripe.Transfer {
		p := &stripe.TransferParams{
			Amount: stripe.Int64(amount), Currency: stripe.String("eur"), Destination: stripe.String(a.ID), SourceTransaction: stripe.String(charge),
		}
		p.AddExpand("destination_payment.balance_transaction")
		made, err := w.sc.Transfers.New(p)
		require.NoError(t, err)
		return made
	}
	made := send(4000)
	in := made.DestinationPayment.BalanceTransaction
	require.Equal(t, stripe.CurrencyUSD, in.Currency)
	require.EqualValues(t, 4444, in.Amount)
	require.Equal(t, stripe.CurrencyEUR, made.DestinationPayment.Currency)
	w.post("/_sim/conversion", "rates[usd]=0.5")
	for _, amount := range []int64{1, 3999} {
		_, err := w.sc.TransferReversals.New(&stripe.TransferReversalParams{ID: stripe.String(made.ID), Amount: stripe.Int64(amount)})
		require.NoError(t, err)
	}
	w.consistent()
	w.post("/_sim/accounts/"+a.ID+"/onboard", "currency=eur")
	kept := send(4000).DestinationPayment.BalanceTransaction
	require.Equal(t, stripe.CurrencyEUR, kept.Currency)
	require.EqualValues(t, 4000, kept.Amount)
	w.consistent()
}

func TestConversion_refuses_what_it_cannot_know(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "journal")
	w := settlesInEuros(t, func(o *stripesim.Options) { o.Path = path })
	pay := func(w *world, currency string, amount int64) (*stripe.PaymentIntent, error) {
		p := &stripe.PaymentIntentParams{
			Amount: stripe.Int64(amount), Currency: stripe.String(currency), PaymentMethod: stripe.String("pm_card_visa"), Confirm: stripe.Bool(true),
			PaymentMethodTypes: stripe.StringSlice([]string{"card"}),
		}
		p.AddExpand("latest_charge.balance_transaction")
		return w.sc.PaymentIntents.New(p)
	}
	_, err := pay(w, "gbp", 1000)
	require.Contains(t, stripeErr(t, err).Msg, "exchange rate")
	yen, err := pay(w, "jpy", 10_000)
	require.NoError(t, err)
	require.EqualValues(t, 6100, yen.LatestCharge.BalanceTransaction.Amount, "yen have no decimals, and cents have two")
	own, err := pay(w, "eur", 1000)
	require.NoError(t, err)
	require.Zero(t, own.LatestCharge.BalanceTransaction.ExchangeRate)
	require.NoError(t, w.sim.Close())

	again := newWorld(t, func(o *stripesim.Options) { o.Country, o.Currency, o.Path = "DE", "eur", path })
	dollars, err := pay(again, "usd", 1000)
	require.NoError(t, err)
	require.EqualValues(t, 900, dollars.LatestCharge.BalanceTransaction.Amount, "the journal keeps the rates")
}
