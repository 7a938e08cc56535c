package stripe

import (
	"math"
	"testing"

	"github.com/bojanz/currency"
	"github.com/stretchr/testify/require"
	sdk "github.com/stripe/stripe-go/v76"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

func TestToStripe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		minor    int64
		currency money.Currency
		units    int64
		code     string
	}{
		{1250, "EUR", 1250, ""},
		{500, "JPY", 500, ""},
		{500, "ISK", 50_000, ""}, // 500 krónur, which Stripe writes with two decimals
		{500, "UGX", 50_000, ""},
		{12_300, "MGA", 123, ""}, // two decimals by ISO, none at Stripe
		{12_350, "MGA", 0, codeAmount},
		{1230, "KWD", 1230, ""},
		{1234, "KWD", 0, codeAmount},
		{1234, "IQD", 0, codeCurrency},
		{12, "CLF", 0, codeCurrency},
		{12, "UYI", 0, codeCurrency},
		{12, "ZZZ", 0, codeCurrency},
		{math.MaxInt64, "ISK", 0, codeAmount},
		{math.MinInt64, "EUR", 0, codeAmount},
	} {
		units, err := toStripe(money.New(c.minor, c.currency))
		if c.code == "" {
			require.NoError(t, err)
			require.Equal(t, c.units, units, c.currency)
			continue
		}
		refusal, refused := provider.Refused(err)
		require.True(t, refused, "nothing was sent, so it is definite")
		require.Equal(t, c.code, refusal.Code, "%d %s", c.minor, c.currency)
	}
}

// Nothing is sent when the amount cannot be.
func TestChanges_refuse_amounts_before_sending(t *testing.T) {
	t.Parallel()
	s := newCounterpart(t, says(200, `{}`))
	c := s.client(t)
	i, tr, p := intentDraft(), transferDraft(), payoutDraft()
	i.Amount, tr.Amount = money.New(1001, "KWD"), money.New(1001, "KWD")
	_, err := c.CreateIntent(t.Context(), i)
	require.ErrorContains(t, err, codeAmount)
	_, err = c.CreateTransfer(t.Context(), tr)
	require.ErrorContains(t, err, codeAmount)
	for _, amount := range []money.Amount{money.New(1001, "KWD"), money.New(10_050, "HUF"), money.New(10_001, "TWD")} {
		p.Amount = amount
		_, err = c.CreatePayout(t.Context(), p)
		require.ErrorContains(t, err, codeAmount)
	}
	require.Empty(t, s.requests())
	units, err := toPayout(money.New(10_000, "HUF"))
	require.NoError(t, err)
	require.EqualValues(t, 10_000, units)
}

func TestMoney_goes_there_and_back(t *testing.T) {
	t.Parallel()
	codes := currency.GetCurrencyCodes()
	rapid.Check(t, func(t *rapid.T) {
		a := money.New(
			rapid.Int64Range(-money.Max, money.Max).Draw(t, "minor"),
			money.Currency(rapid.SampledFrom(codes).Draw(t, "currency")),
		)
		units, err := toStripe(a)
		if err != nil {
			_, refused := provider.Refused(err)
			require.True(t, refused)
			return
		}
		u, _ := unitOf(a.Currency)
		require.Zero(t, units%u.step)
		back, err := fromStripe(units, sdk.Currency(a.Currency.Lower()))
		require.NoError(t, err)
		require.Equal(t, a, back)
	})
}

func TestFromStripe_never_rounds(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := money.Currency(rapid.SampledFrom(currency.GetCurrencyCodes()).Draw(t, "currency"))
		units := rapid.Int64().Draw(t, "units")
		got, err := fromStripe(units, sdk.Currency(c.Lower()))
		if err != nil {
			return
		}
		u, _ := unitOf(c)
		back, ok := rescale(got.Minor, c.Decimals(), u.decimals)
		require.True(t, ok)
		require.Equal(t, units, back)
	})
	_, err := fromStripe(12_345, "isk")
	require.ErrorContains(t, err, "whole number")
	got, err := fromStripe(1234, "kwd") // a fee may be what an amount may not
	require.NoError(t, err)
	require.Equal(t, money.New(1234, "KWD"), got)
	_, err = fromStripe(1, "zzz")
	require.Error(t, err)
}
