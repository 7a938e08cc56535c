package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/page"
	"github.com/etal-market/etal/domain/provider"
)

func sale(source string, minor int64) *ledger.Draft {
	return ledger.NewDraft(ledger.KindSaleCaptured, source, "EUR").
		Debit(ledger.StripePending, minor).
		Credit(ledger.Held("sel_a"), minor-10).
		Credit(ledger.DeferredCommission, 10)
}

func post(ctx context.Context, d *db.DB, draft *ledger.Draft) (first bool, err error) {
	err = d.Write(ctx, func(ctx context.Context, tx db.Tx) error {
		first, err = ledger.PostTx(ctx, tx, draft)
		return err
	})
	return first, err
}

func TestPostTx_posts_a_source_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		first, err := post(t.Context(), d, sale("capture:1", 1000))
		require.NoError(t, err)
		require.True(t, first)
		first, err = post(t.Context(), d, sale("capture:1", 1000))
		require.NoError(t, err)
		require.False(t, first)

		balances, err := ledger.SellerBalances(t.Context(), d.Read(t.Context()), "sel_a")
		require.NoError(t, err)
		require.Len(t, balances, 1)
		require.Equal(t, money.New(990, "EUR"), balances[0].Held())
	})
}

func TestPostTx_posts_a_source_once_however_many_try(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var wg sync.WaitGroup
		for range 20 {
			wg.Go(func() {
				for { // the loser of a race is refused by the unique key and looks again
					_, err := post(t.Context(), d, sale("capture:1", 1000))
					if err == nil {
						return
					}
					if !db.Violates(err, "ledger_journals_source_key") {
						t.Errorf("post: %v", err)
						return
					}
				}
			})
		}
		wg.Wait()
		balances, err := ledger.SellerBalances(t.Context(), d.Read(t.Context()), "sel_a")
		require.NoError(t, err)
		require.EqualValues(t, 990, balances[0].HeldMinor)
	})
}

func TestPostTx_refuses_what_does_not_balance(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		for name, draft := range map[string]*ledger.Draft{
			"a cent too much": sale("x", 1000).Debit(ledger.StripePending, 1),
			"empty":           ledger.NewDraft(ledger.KindReleased, "x", "EUR"),
			"one currency pays the other": ledger.NewDraft(ledger.KindReleased, "x", "EUR").
				Debit(ledger.Exchange, 5).CreditIn(ledger.Exchange, money.New(5, "USD")),
			"one book pays the other": ledger.NewDraft(ledger.KindReleased, "x", "EUR").
				Move(ledger.MemoAvailable("sel_a"), ledger.StripeAvailable, 5),
		} {
			require.Panics(t, func() { _, _ = post(t.Context(), d, draft) }, name)
		}
		lines, err := ledger.New(d).TrialBalance(t.Context())
		require.NoError(t, err)
		require.Empty(t, lines)
	})
}

// Whatever a bug in Go might try, the database itself refuses.
func TestLedger_is_guarded_by_the_database(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, err := post(t.Context(), d, sale("capture:1", 1000))
		require.NoError(t, err)
		for name, statement := range map[string]string{
			"update entry":   `UPDATE ledger_entries SET amount_minor = 1`,
			"delete entry":   `DELETE FROM ledger_entries`,
			"update journal": `UPDATE ledger_journals SET source = 'other'`,
			"delete journal": `DELETE FROM ledger_journals`,
			"add to a closed journal": `INSERT INTO ledger_entries (id, journal_id, account, seller_id, currency, amount_minor, posted_at)
				SELECT 'len_x', id, 'stripe:pending', '', 'EUR', 5, posted_at FROM ledger_journals`,
			"journal without entries": `INSERT INTO ledger_journals (id, kind, source, order_id, provider_account, provider_transaction, posted_at)
				SELECT 'jnl_x', kind, 'x', '', '', '', posted_at FROM ledger_journals`,
			"entries without a journal": `INSERT INTO ledger_entries (id, journal_id, account, seller_id, currency, amount_minor, posted_at)
				SELECT 'len_y', 'jnl_y', 'stripe:pending', '', 'EUR', 5, posted_at FROM ledger_journals`,
		} {
			err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				_, err := tx.ExecContext(ctx, statement)
				return err
			})
			require.Error(t, err, name)
		}
		err = d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.ExecContext(ctx, `INSERT INTO ledger_entries (id, journal_id, account, seller_id, currency, amount_minor, posted_at)
				SELECT 'len_' || account, 'jnl_z', account, '', 'EUR', 5, posted_at FROM ledger_entries`)
			if err != nil {
				return err
			}
			_, err = tx.ExecContext(ctx, `INSERT INTO ledger_journals (id, kind, source, order_id, provider_account, provider_transaction, posted_at)
				SELECT 'jnl_z', kind, 'z', '', '', '', posted_at FROM ledger_journals`)
			return err
		})
		require.ErrorContains(t, err, "does not sum to zero")
		err = d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
			_, err := tx.ExecContext(ctx, `INSERT INTO ledger_entries (id, journal_id, account, seller_id, currency, amount_minor, posted_at)
				SELECT 'len_' || amount_minor, 'jnl_m', CASE WHEN amount_minor > 0 THEN account ELSE 'memo:contra' END, '', 'EUR', amount_minor, posted_at
				FROM ledger_entries`)
			if err != nil {
				return err
			}
			_, err = tx.ExecContext(ctx, `INSERT INTO ledger_journals (id, kind, source, order_id, provider_account, provider_transaction, posted_at)
				SELECT 'jnl_m', kind, 'm', '', '', '', posted_at FROM ledger_journals`)
			return err
		})
		require.ErrorContains(t, err, "does not sum to zero", "one book pays the other")

		findings, err := ledger.Verify(t.Context(), d.Read(t.Context()))
		require.NoError(t, err)
		require.Empty(t, findings)
	})
}

func TestPostTx_answers_a_movement_once(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, err := post(t.Context(), d, sale("capture:1", 1000).Answering(provider.Platform, "txn_1"))
		require.NoError(t, err)
		_, err = post(t.Context(), d, sale("capture:2", 1000).Answering(provider.Platform, "txn_1"))
		require.True(t, db.Violates(err, "ledger_journals_provider_account_provider_transaction_key"), "%v", err)

		answers, err := ledger.AnswersTo(t.Context(), d.Read(t.Context()), provider.Platform, []string{"txn_1", "txn_2"})
		require.NoError(t, err)
		require.Equal(t, map[string]ledger.Answer{
			"txn_1": {Transaction: "txn_1", Source: "capture:1", Currency: "EUR", NetMinor: 1000},
		}, answers)
	})
}

func TestService_Mature(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := ledger.New(d)
		_, err := post(t.Context(), d, sale("capture:1", 1000))
		require.NoError(t, err)
		note := func() error {
			return d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				return ledger.AwaitTx(ctx, tx, ledger.Maturity{
					Source: "available:txn_1", At: start.Add(48 * time.Hour),
					From: ledger.StripePending, To: ledger.StripeAvailable, Amount: money.New(1000, "EUR"),
				})
			})
		}
		require.NoError(t, note())
		require.NoError(t, note(), "noting it again changes nothing")

		c.Advance(48*time.Hour - time.Microsecond)
		require.NoError(t, s.Mature(t.Context()))
		require.EqualValues(t, 1000, account(t, s, "stripe:pending"))

		c.Advance(time.Microsecond)
		var wg sync.WaitGroup
		for range 5 {
			wg.Go(func() {
				if err := s.Mature(t.Context()); err != nil && !errors.Is(err, context.Canceled) {
					t.Errorf("mature: %v", err)
				}
			})
		}
		wg.Wait()
		require.Zero(t, account(t, s, "stripe:pending"))
		require.EqualValues(t, 1000, account(t, s, "stripe:available"))
	})
}

func account(t *testing.T, s *ledger.Service, name string) int64 {
	t.Helper()
	lines, err := s.TrialBalance(t.Context())
	require.NoError(t, err)
	for _, l := range lines {
		if l.Account == name {
			return l.AmountMinor
		}
	}
	return 0
}

func TestService_Entries_pages_and_narrows(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		s := ledger.New(d)
		for i := range 5 {
			_, err := post(t.Context(), d, sale(fmt.Sprint("capture:", i), 1000))
			require.NoError(t, err)
		}
		first, err := s.Entries(t.Context(), ledger.EntryFilter{SellerID: "sel_a"}, page.First(3))
		require.NoError(t, err)
		require.Len(t, first.Nodes, 3)
		require.True(t, first.PageInfo.HasNextPage)

		w, err := page.Args{After: first.PageInfo.EndCursor}.Window()
		require.NoError(t, err)
		rest, err := s.Entries(t.Context(), ledger.EntryFilter{SellerID: "sel_a"}, w)
		require.NoError(t, err)
		require.Len(t, rest.Nodes, 2)
		require.Less(t, rest.Nodes[0].ID, first.Nodes[2].ID)

		none, err := s.Entries(t.Context(), ledger.EntryFilter{SellerID: "sel_b"}, page.First(3))
		require.NoError(t, err)
		require.Empty(t, none.Nodes)
	})
}
