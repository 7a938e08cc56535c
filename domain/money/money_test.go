package money_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/domain/money"
)

func TestParse(t *testing.T) {
	t.Parallel()

	for _, c := range []struct {
		text     string
		currency money.Currency
		minor    int64
		err      error
	}{
		{"12.50", "EUR", 1250, nil},
		{"12.5", "EUR", 1250, nil},
		{"12", "EUR", 1200, nil},
		{"-0.01", "EUR", -1, nil},
		{"500", "JPY", 500, nil},
		{"1.234", "KWD", 1234, nil},
		{"999999.99", "EUR", money.Max, nil},
		{"12.505", "EUR", 0, money.ErrAmount},
		{"500.0", "JPY", 0, money.ErrAmount},
		{"", "EUR", 0, money.ErrAmount},
		{".5", "EUR", 0, money.ErrAmount},
		{"5.", "EUR", 0, money.ErrAmount},
		{"1e3", "EUR", 0, money.ErrAmount},
		{"+1", "EUR", 0, money.ErrAmount},
		{"--1", "EUR", 0, money.ErrAmount},
		{"1,50", "EUR", 0, money.ErrAmount},
		{"١٢", "EUR", 0, money.ErrAmount},
		{" 1", "EUR", 0, money.ErrAmount},
		{"1000000.00", "EUR", 0, money.ErrAmountRange},
		{"99999999999999999999", "EUR", 0, money.ErrAmountRange},
		{"1", "ZZZ", 0, money.ErrCurrency},
	} {
		got, err := money.Parse(c.text, c.currency)
		if c.err != nil {
			require.ErrorIs(t, err, c.err, c.text)
			continue
		}
		require.NoError(t, err, c.text)
		require.Equal(t, money.New(c.minor, c.currency), got, c.text)
	}
}

func TestDecimal_is_read_back(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		a := money.New(
			rapid.Int64Range(-money.Max, money.Max).Draw(t, "minor"),
			rapid.SampledFrom([]money.Currency{"EUR", "JPY", "KWD"}).Draw(t, "currency"),
		)
		back, err := money.Parse(a.Decimal(), a.Currency)
		require.NoError(t, err)
		require.Equal(t, a, back)
	})
}

func TestBasis_Of_rounds_half_away_from_zero(t *testing.T) {
	t.Parallel()

	for _, c := range []struct{ rate, minor, want int64 }{
		{1000, 5500, 550},
		{1000, 5, 1},
		{1000, 4, 0},
		{1000, -5, -1},
		{1250, 1999, 250},
		{0, 1999, 0},
		{10_000, 1999, 1999},
	} {
		require.Equal(t, c.want, money.Basis(c.rate).Of(money.New(c.minor, "EUR")), "%d bp of %d", c.rate, c.minor)
	}
	require.EqualValues(t, 1230, money.Basis(1000).Of(money.New(12_345, "KWD")), "dinars move in tens of fils")
	require.EqualValues(t, 120, money.Basis(1000).Of(money.New(1150, "KWD")))
}

func TestAllocate_loses_nothing(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Int64Range(-1e15, 1e15).Draw(t, "total")
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1e15), 1, 40).Draw(t, "weights")
		weights[0]++
		sum := new(big.Int)
		for _, w := range weights {
			sum.Add(sum, big.NewInt(w))
		}

		var got int64
		for i, part := range money.Allocate(total, weights) {
			got += part
			// |part·Σ − total·weight| < Σ: within one minor unit of the exact share.
			off := new(big.Int).Mul(big.NewInt(part), sum)
			off.Sub(off, new(big.Int).Mul(big.NewInt(total), big.NewInt(weights[i])))
			require.Negative(t, off.CmpAbs(sum))
			if weights[i] == 0 {
				require.Zero(t, part)
			}
		}
		require.Equal(t, total, got)
	})
}

func TestAllocate_refuses(t *testing.T) {
	t.Parallel()

	require.Equal(t, []int64{0, 0}, money.Allocate(0, []int64{0, 0}))
	require.Panics(t, func() { money.Allocate(1, []int64{0, 0}) })
	require.Panics(t, func() { money.Allocate(1, []int64{2, -1}) })
}

func ExampleAllocate() {
	fmt.Println(money.Allocate(100, []int64{1, 1, 1}))
	// Output: [34 33 33]
}

// The quick way for small numbers must not be another way.
func TestAllocate_is_the_same_for_small_numbers(t *testing.T) {
	t.Parallel()

	const huge = 1 << 31
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Int64Range(-5000, 5000).Draw(t, "total")
		weights := rapid.SliceOfN(rapid.Int64Range(0, 50), 1, 12).Draw(t, "weights")
		weights[0]++
		large := make([]int64, len(weights))
		for i, w := range weights {
			large[i] = w * huge // the same ratios, beyond one machine word
		}
		require.Equal(t, money.Allocate(total, large), money.Allocate(total, weights))
	})
}

func TestSplit_parts_can_be_charged(t *testing.T) {
	t.Parallel()

	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom([]money.Currency{"EUR", "KWD"}).Draw(t, "currency")
		total := rapid.Int64Range(0, 1e6).Draw(t, "total") * c.Step()
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1e6), 1, 20).Draw(t, "weights")
		weights[0]++
		var sum int64
		for _, part := range money.Split(money.New(total, c), weights) {
			require.Zero(t, part%c.Step())
			sum += part
		}
		require.Equal(t, total, sum)
	})
	require.Equal(t, []int64{0, 7, 0}, money.Split(money.New(7, "KWD"), []int64{0, 1, 1}))
}

func TestBasis_Within(t *testing.T) {
	t.Parallel()

	require.EqualValues(t, 2000, money.Basis(2000).Within(money.New(12_000, "EUR"), 2000), "20 % within 120")
	require.EqualValues(t, 160, money.Basis(1900).Within(money.New(1000, "EUR"), 1900), "10.00 with 19 %: 1.5966…")
	rapid.Check(t, func(t *rapid.T) {
		net := rapid.Int64Range(0, 1e7).Draw(t, "net")
		rate := money.Basis(rapid.Int64Range(0, 5000).Draw(t, "rate"))
		gross := net + rate.Of(money.New(net, "EUR"))
		require.Equal(t, gross-net, rate.Within(money.New(gross, "EUR"), rate), "what was added is found again")
	})
}
