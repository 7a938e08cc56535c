package ledger_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"
	"pgregory.net/rapid"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

func atStripe(id string, c money.Currency, amount, fee int64) provider.Transaction {
	return provider.Transaction{
		ID: id, Account: provider.Platform, Currency: c, AmountMinor: amount, FeeMinor: fee, NetMinor: amount - fee, Available: true,
	}
}

func write(t *testing.T, d *db.DB, fn func(ctx context.Context, tx db.Tx) error) error {
	t.Helper()
	return d.Write(t.Context(), fn)
}

func take(t *testing.T, d *db.DB, minor, settled int64) {
	t.Helper()
	require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error {
		draft := ledger.NewDraft(ledger.KindSaleCaptured, "capture:1", "USD").Credit(ledger.Held("sel_a"), minor)
		draft.OrderID = "ord_1"
		return ledger.TakeTx(ctx, tx, draft, atStripe("txn_0", "EUR", settled, 7), minor)
	}))
}

func back(source string, minor int64) *ledger.Draft {
	d := ledger.NewDraft(ledger.KindRefundSettled, source, "USD").Credit(ledger.BuyerRefunds, minor)
	d.OrderID = "ord_1"
	return d
}

func TestConversion_rounds_down_also_below_zero(t *testing.T) {
	t.Parallel()
	c := ledger.Conversion{AmountMinor: 3, SettledMinor: 2}
	for minor, want := range map[int64]int64{-3: -2, -2: -2, -1: -1, 0: 0, 1: 0, 2: 1, 3: 2, 4: 2} {
		require.Equal(t, want, c.Worth(minor), minor)
	}
	large := ledger.Conversion{AmountMinor: 999_999_999_999, SettledMinor: 999_999_999_998}
	require.EqualValues(t, 999_999_999_998, large.Worth(999_999_999_999), "no product overflows")
	rapid.Check(t, func(t *rapid.T) {
		c := ledger.Conversion{AmountMinor: rapid.Int64Range(1, 1e12).Draw(t, "paid"), SettledMinor: rapid.Int64Range(1, 1e12).Draw(t, "settled")}
		require.Equal(t, c.SettledMinor, c.Worth(c.AmountMinor))
		part := rapid.Int64Range(0, c.AmountMinor).Draw(t, "part")
		require.LessOrEqual(t, c.Priced(c.Worth(part)), part, "there and back gives nothing")
	})
}

func TestMoveTx_clears_in_any_parts_and_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		take(t, d, 1000, 873)
		for i, minor := range []int64{-333, -333, 100, -333, -101} {
			for range 2 { // the second time changes nothing
				require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error {
					_, err := ledger.MoveTx(ctx, tx, back(string(rune('a'+i)), minor), ledger.BalanceMove{
						Of: atStripe("txn_"+string(rune('a'+i)), "EUR", minor*2, 0), Minor: minor,
					})
					return err
				}))
			}
		}
		lines, err := ledger.New(d).TrialBalance(t.Context())
		require.NoError(t, err)
		sums := map[string]int64{}
		for _, l := range lines {
			sums[l.Account+" "+string(l.Currency)] = l.AmountMinor
		}
		require.Zero(t, sums["fx:clearing USD"])
		require.Zero(t, sums["fx:clearing EUR"])
		require.EqualValues(t, 2000-873, sums["exp:fx EUR"])
		findings, err := ledger.Verify(t.Context(), d.Read(t.Context()))
		require.NoError(t, err)
		require.Empty(t, findings)
	})
}

// earn posts what the platform has earned of the order, or lost below zero.
func earn(t *testing.T, d *db.DB, source string, of ledger.Account, minor int64) error {
	t.Helper()
	return write(t, d, func(ctx context.Context, tx db.Tx) error {
		draft := ledger.NewDraft(ledger.KindReleased, source, "USD").Move(ledger.DeferredCommission, of, minor)
		draft.OrderID = "ord_1"
		_, err := ledger.PostTx(ctx, tx, draft)
		return err
	})
}

// platformSums are the balances of the platform's accounts that are not zero.
func platformSums(t *testing.T, d *db.DB) map[string]int64 {
	t.Helper()
	lines, err := ledger.New(d).TrialBalance(t.Context())
	require.NoError(t, err)
	all := map[string]int64{}
	for _, l := range lines {
		if l.AmountMinor != 0 {
			all[l.Account+" "+string(l.Currency)] += l.AmountMinor
		}
	}
	return all
}

func TestPostTx_converts_what_is_the_platforms_own(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.NoError(t, earn(t, d, "before", ledger.Commission, 40)) // of an order that was not converted
		take(t, d, 1000, 873)
		for i, minor := range []int64{333, 1, -1, 100, -50} {
			for range 2 { // the second time changes nothing
				require.NoError(t, earn(t, d, string(rune('a'+i)), ledger.Commission, minor))
			}
		}
		require.NoError(t, earn(t, d, "loss", ledger.BadDebt, -200))
		got := platformSums(t, d)
		require.EqualValues(t, -40, got["rev:commission USD"])
		require.EqualValues(t, -873*383/1000, got["rev:commission EUR"])
		require.Zero(t, got["exp:bad_debt USD"])
		require.InDelta(t, 873*200/1000, got["exp:bad_debt EUR"], 1)
		require.EqualValues(t, 1000-383+200, got["fx:clearing USD"])
		require.NoError(t, earn(t, d, "rest", ledger.Commission, 817))
		got = platformSums(t, d)
		require.NotContains(t, got, "fx:clearing USD")
		require.NotContains(t, got, "fx:clearing EUR", "no minor unit is lost")
		requireVerified(t, d)
	})
}

// Whoever earns, loses and moves money of one order at the same time leaves the account of
// exchange exact.
func TestPostTx_converts_at_the_same_time(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		take(t, d, 1009, 877)
		var all errgroup.Group
		for i := range 24 {
			all.Go(func() error {
				name := fmt.Sprint(i)
				if i%3 == 0 {
					return write(t, d, func(ctx context.Context, tx db.Tx) error {
						_, err := ledger.MoveTx(ctx, tx, back(name, -7), ledger.BalanceMove{Of: atStripe("txn_of_"+name, "EUR", -6, 0), Minor: -7})
						return err
					})
				}
				return earn(t, d, name, ledger.Commission, int64(40-3*i))
			})
		}
		require.NoError(t, all.Wait())
		requireVerified(t, d)
	})
}

func requireVerified(t *testing.T, d *db.DB) {
	t.Helper()
	findings, err := ledger.Verify(t.Context(), d.Read(t.Context()))
	require.NoError(t, err)
	require.Empty(t, findings)
}

func TestMoveTx_refuses_what_it_cannot_explain(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		take(t, d, 1000, 873)
		for name, m := range map[string]provider.Transaction{
			"a third currency": atStripe("txn_1", "GBP", -10, 0), "another amount": atStripe("txn_2", "USD", -11, 0),
		} {
			err := write(t, d, func(ctx context.Context, tx db.Tx) error {
				_, err := ledger.MoveTx(ctx, tx, back("x", -10), ledger.BalanceMove{Of: m, Minor: -10})
				return err
			})
			require.ErrorContains(t, err, "expected", name)
		}
		err := write(t, d, func(ctx context.Context, tx db.Tx) error {
			other := back("x", -10)
			other.OrderID = "ord_2"
			_, err := ledger.MoveTx(ctx, tx, other, ledger.BalanceMove{Of: atStripe("txn_3", "EUR", -10, 0), Minor: -10})
			return err
		})
		require.ErrorContains(t, err, "expected", "an order that was not converted")
	})
}

func TestVerify_finds_an_exchange_that_is_not_what_was_moved(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		take(t, d, 1000, 873)
		require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error {
			_, err := ledger.PostTx(ctx, tx, back("beside", -10).Debit(ledger.Exchange, -10))
			return err
		}))
		findings, err := ledger.Verify(t.Context(), d.Read(t.Context()))
		require.NoError(t, err)
		require.Len(t, findings, 1)
		require.Equal(t, "L4", findings[0].Invariant)
	})
}
