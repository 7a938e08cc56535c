package ledger_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/provider"
	"github.com/etal-market/etal/domain/seller"
)

func moved(account, name string, net int64) provider.Transaction {
	return provider.Transaction{ID: name, Account: account, Type: "mystery", Currency: "EUR", AmountMinor: net, NetMinor: net, Available: true}
}

func suspend(t *testing.T, d *db.DB, m provider.Transaction, of seller.ID) (done bool) {
	t.Helper()
	require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) (err error) {
		done, err = ledger.SuspendTx(ctx, tx, m, of)
		return err
	}))
	return done
}

// sums are the balances of all accounts that are not zero.
func sums(t *testing.T, d *db.DB, of seller.ID, accounts ...ledger.Account) map[string]int64 {
	t.Helper()
	found := map[string]int64{}
	for _, a := range accounts {
		rows, err := ledger.AccountBalances(t.Context(), d.Read(t.Context()), a, nil)
		require.NoError(t, err)
		for _, r := range rows {
			if r.AmountMinor != 0 {
				found[a.Name] += r.AmountMinor
			}
		}
	}
	holds(t, d)
	return found
}

func holds(t *testing.T, d *db.DB) {
	t.Helper()
	findings, err := ledger.Verify(t.Context(), d.Read(t.Context()))
	require.NoError(t, err)
	require.Empty(t, findings)
}

// What is in suspense leaves it once, when the journal comes that says what it was:
// the balance at the provider has been moved already, and is not moved again.
func TestSuspendTx_leaves_when_the_answer_comes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.True(t, suspend(t, d, moved(provider.Platform, "txn_1", 990), ""))
		require.False(t, suspend(t, d, moved(provider.Platform, "txn_1", 990), ""), "once")
		require.Equal(t, map[string]int64{"stripe:available": 990, "clr:suspense": -990},
			sums(t, d, "", ledger.StripeAvailable, ledger.Suspense))

		captured := func() *ledger.Draft {
			return ledger.NewDraft(ledger.KindSaleCaptured, "capture:1", "EUR").Answering(provider.Platform, "txn_1").
				Debit(ledger.StripePending, 990).Debit(ledger.ProcessingFees, 10).Credit(ledger.Held("sel_a"), 1000)
		}
		first, err := post(t.Context(), d, captured())
		require.NoError(t, err)
		require.True(t, first)
		first, err = post(t.Context(), d, captured())
		require.NoError(t, err)
		require.False(t, first)
		require.Equal(t, map[string]int64{"stripe:available": 990, "exp:psp_fee": 10, "pay:seller:held": -1000},
			sums(t, d, "", ledger.StripeAvailable, ledger.StripePending, ledger.Suspense, ledger.ProcessingFees, ledger.Held("sel_a")))

		answers, err := ledger.AnswersTo(t.Context(), d.Read(t.Context()), provider.Platform, []string{"txn_1"})
		require.NoError(t, err)
		require.Len(t, answers, 1, "one journal answers to the movement")
		require.EqualValues(t, 990, answers["txn_1"].NetMinor)

		_, err = post(t.Context(), d, ledger.NewDraft(ledger.KindSaleCaptured, "capture:2", "EUR").Answering(provider.Platform, "txn_1").
			Debit(ledger.StripePending, 990).Credit(ledger.Held("sel_a"), 990))
		require.ErrorContains(t, err, "capture:1 answers to txn_1 already")
	})
}

// A person was wrong: what they booked is undone by the journal that knows.
func TestSuspendTx_undoes_what_a_person_booked(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.True(t, suspend(t, d, moved("acct_a", "txn_2", -500), "sel_a"))
		book := func() error {
			return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				return ledger.BookSuspendedTx(ctx, tx, "acct_a", "txn_2", ledger.MemoContra("sel_a"))
			})
		}
		require.NoError(t, book())
		require.ErrorIs(t, book(), ledger.ErrNotSuspended)
		all := []ledger.Account{
			ledger.MemoAvailable("sel_a"), ledger.MemoSuspense("sel_a"), ledger.MemoContra("sel_a"), ledger.MemoInTransit("sel_a"),
		}
		require.Equal(t, map[string]int64{"memo:conn:available": -500, "memo:contra": 500}, sums(t, d, "sel_a", all...))

		_, err := post(t.Context(), d, ledger.NewDraft(ledger.KindPayoutCreated, "payout:1", "EUR").Answering("acct_a", "txn_2").
			Move(ledger.MemoInTransit("sel_a"), ledger.MemoAvailable("sel_a"), 500))
		require.NoError(t, err)
		require.Equal(t, map[string]int64{"memo:conn:available": -500, "memo:conn:in_transit": 500}, sums(t, d, "sel_a", all...))
		require.ErrorIs(t, book(), ledger.ErrNotSuspended)
	})
}

// An answer of another amount leaves the rest in suspense, where a person sees it.
func TestSuspendTx_keeps_what_the_answer_does_not_explain(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.True(t, suspend(t, d, moved(provider.Platform, "txn_3", 1000), ""))
		_, err := post(t.Context(), d, sale("capture:3", 900).Answering(provider.Platform, "txn_3"))
		require.NoError(t, err)
		require.Equal(t, map[string]int64{"stripe:available": 1000, "clr:suspense": -100},
			sums(t, d, "", ledger.StripeAvailable, ledger.StripePending, ledger.Suspense))
		s, err := ledger.SuspendedOf(t.Context(), d.Read(t.Context()), provider.Platform, "txn_3")
		require.NoError(t, err)
		require.EqualValues(t, 100, s.OpenMinor)
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			return ledger.BookSuspendedTx(ctx, tx, provider.Platform, "txn_3", ledger.OtherFees)
		}))
		require.Equal(t, map[string]int64{"exp:psp_other": -100}, sums(t, d, "", ledger.Suspense, ledger.OtherFees))
	})
}

// Pending money matures once, whoever knew of it first.
func TestSuspendTx_matures_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		m := moved(provider.Platform, "txn_4", 700)
		m.Available, m.AvailableOn = false, d.Clock().Now().Add(-time.Minute)
		require.True(t, suspend(t, d, m, ""))
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			if _, err := ledger.PostTx(ctx, tx, sale("capture:4", 700).Answering(provider.Platform, "txn_4")); err != nil {
				return err
			}
			return ledger.AwaitTx(ctx, tx, ledger.BucketMaturity(m, "ord_1"))
		}))
		require.NoError(t, ledger.New(d).Mature(t.Context()))
		require.Equal(t, map[string]int64{"stripe:available": 700}, sums(t, d, "", ledger.StripeAvailable, ledger.StripePending, ledger.Suspense))
	})
}

// Twenty news of one movement, and twenty persons who book it, all at once: it is
// booked once, and what stands in the end is the journal.
func TestSuspendTx_leaves_once_however_many_try(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.True(t, suspend(t, d, moved(provider.Platform, "txn_5", 990), ""))
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				for {
					_, err := post(t.Context(), d, sale("capture:5", 990).Answering(provider.Platform, "txn_5"))
					if err == nil {
						return
					}
				}
			})
			wg.Go(func() {
				_ = d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
					return ledger.BookSuspendedTx(ctx, tx, provider.Platform, "txn_5", ledger.OtherFees)
				})
			})
		}
		wg.Wait()
		require.Equal(t, map[string]int64{"stripe:available": 990},
			sums(t, d, "", ledger.StripeAvailable, ledger.StripePending, ledger.Suspense, ledger.OtherFees))
	})
}

// Somebody who changes what is said to be in suspense is found.
func TestVerify_finds_what_is_not_in_suspense(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		require.True(t, suspend(t, d, moved(provider.Platform, "txn_6", 990), ""))
		require.NoError(t, d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.ExecContext(ctx, "UPDATE ledger_suspense SET open_minor = 980")
			return err
		}))
		findings, err := ledger.Verify(t.Context(), d.Read(t.Context()))
		require.NoError(t, err)
		require.Len(t, findings, 1)
		require.Equal(t, "L3", findings[0].Invariant)
	})
}
