package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/clock"
	"github.com/etal-market/etal/domain/ledger"
	"github.com/etal-market/etal/domain/money"
	"github.com/etal-market/etal/domain/provider"
)

// booking is a unit that posts drafts.
type booking func(ctx context.Context, tx db.Tx, drafts []*ledger.Draft) error

func oneByOne(ctx context.Context, tx db.Tx, drafts []*ledger.Draft) error {
	for _, d := range drafts {
		if _, err := ledger.PostTx(ctx, tx, d); err != nil {
			return err
		}
	}
	return nil
}

// fees are so many drafts that answer to movements of the platform's balance.
func fees(name string, n int) (drafts []*ledger.Draft) {
	for i := range n {
		drafts = append(drafts, ledger.NewDraft(ledger.KindFeeCharged, fmt.Sprintf("%s:fee:%03d", name, i), "EUR").
			Answering(provider.Platform, fmt.Sprintf("txn_%s_%03d", name, i)).
			Move(ledger.OtherFees, ledger.StripeAvailable, int64(i+1)))
	}
	return drafts
}

// posted are the journals whose sources begin with a name, with their entries, in their
// order.
func posted(t *testing.T, d *db.DB, name string) (lines []string) {
	t.Helper()
	var rows []struct {
		Kind, Source, OrderID, ProviderTransaction, Account, Currency string
		AmountMinor                                                   int64
	}
	require.NoError(t, d.Read(t.Context()).NewRaw(`
		SELECT j.kind, j.source, j.order_id, j.provider_transaction, e.account, e.currency, e.amount_minor
		FROM ledger_journals j JOIN ledger_entries e ON e.journal_id = j.id WHERE j.source LIKE ? ORDER BY j.id, e.id`, "%"+name+"%").Scan(t.Context(), &rows))
	for _, r := range rows {
		lines = append(lines, strings.ReplaceAll(fmt.Sprintf("%+v", r), name, "*"))
	}
	return lines
}

// Many journals that are posted together are the same as those posted one by one, and in
// the same order: what is posted already, what answers to a movement in suspense, which a
// person may have booked, and what is realized at the rate of its order among them.
func TestPostAllTx_posts_what_one_after_the_other_would(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		for name, book := range map[string]booking{"alone": oneByOne, "together": ledger.PostAllTx} {
			inSuspense := fees(name, 12)[4].ProviderTransaction
			require.True(t, suspend(t, d, moved(provider.Platform, inSuspense, -5), ""))
			require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error {
				sold := ledger.NewDraft(ledger.KindSaleCaptured, name+":capture", "USD").Credit(ledger.Held("sel_a"), 1000)
				sold.OrderID = "ord_" + name
				if err := ledger.TakeTx(ctx, tx, sold, atStripe("txn_sold_"+name, "EUR", 873, 7), 1000); err != nil {
					return err
				}
				if err := ledger.BookSuspendedTx(ctx, tx, provider.Platform, inSuspense, ledger.Bank); err != nil {
					return err
				}
				_, err := ledger.PostTx(ctx, tx, fees(name, 12)[7])
				return err
			}))
			released := func(minor int64) *ledger.Draft {
				r := ledger.NewDraft(ledger.KindReleased, fmt.Sprint(name, ":released:", minor), "USD").Move(ledger.DeferredCommission, ledger.Commission, minor)
				r.OrderID = "ord_" + name
				return r
			}
			drafts := func() []*ledger.Draft {
				all := append(fees(name, 6), released(100), released(33))
				return append(append(all, fees(name, 12)[3:]...), released(7)) // some of them twice
			}
			for range 2 { // the second time changes nothing
				require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error { return book(ctx, tx, drafts()) }))
			}
			holds(t, d)
		}
		alone := posted(t, d, "alone")
		require.Len(t, alone, 2*(12+3)+5+4*3, "fees; what was suspended, booked and undone; the sale; and what was realized")
		require.Equal(t, alone, posted(t, d, "together"))
	})
}

func TestPostAllTx_is_whole_or_nothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		_, err := post(t.Context(), d, fees("first", 2)[1])
		require.NoError(t, err)
		taken := fees("second", 30)
		taken[29].ProviderTransaction = "txn_first_001" // which another journal answers to
		err = write(t, d, func(ctx context.Context, tx db.Tx) error { return ledger.PostAllTx(ctx, tx, taken) })
		require.True(t, db.Violates(err, "ledger_journals_provider_account_provider_transaction_key"), "%v", err)
		require.Empty(t, posted(t, d, "second"))
		require.Panics(t, func() {
			_ = write(t, d, func(ctx context.Context, tx db.Tx) error {
				return ledger.PostAllTx(ctx, tx, append(fees("third", 3), ledger.NewDraft(ledger.KindFeeCharged, "odd", "EUR").
					Debit(ledger.OtherFees, 2).Credit(ledger.StripeAvailable, 1)))
			})
		})
		require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error { return ledger.PostAllTx(ctx, tx, nil) }))
		holds(t, d)
	})
}

// Whoever loses the race for a source is refused by the unique key and looks again.
func TestPostAllTx_posts_each_source_once_however_many_try(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, d *db.DB) {
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				for {
					err := d.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
						return ledger.PostAllTx(ctx, tx, fees("racing", 40)[i:])
					})
					if db.Violates(err, "ledger_journals_source_key") || db.Violates(err, "ledger_journals_provider_account_provider_transaction_key") {
						continue
					}
					if err != nil {
						t.Errorf("post: %v", err)
					}
					return
				}
			})
		}
		wg.Wait()
		require.Len(t, posted(t, d, "racing"), 2*40)
		holds(t, d)
	})
}

// Money that becomes available is posted as often as it was awaited, however many look,
// and in as many statements for many as for few.
func TestService_Mature_posts_many_at_once(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	dbtest.EachAt(t, start, func(t *testing.T, d *db.DB, c *clock.Manual) {
		s := ledger.New(d)
		await := func(name string, n int) {
			var all []ledger.Maturity
			for i := range n {
				all = append(all, ledger.Maturity{
					Source: fmt.Sprintf("available:%s:%d", name, i), At: c.Now().Add(time.Hour), OrderID: "ord_1",
					From: ledger.StripePending, To: ledger.StripeAvailable, Amount: money.New(int64(i+1), "EUR"),
				})
			}
			require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error { return ledger.AwaitTx(ctx, tx, all...) }))
			require.NoError(t, write(t, d, func(ctx context.Context, tx db.Tx) error { return ledger.AwaitTx(ctx, tx, all...) }), "noting them again changes nothing")
			c.Advance(time.Hour)
		}
		counted := func(n int) int {
			await(fmt.Sprint("some", n), n)
			return dbtest.CountQueries(d, func() { require.NoError(t, s.Mature(t.Context())) })
		}
		require.Equal(t, counted(2), counted(90))
		require.EqualValues(t, 3+90*91/2, account(t, s, "stripe:available"))

		await("racing", 250)
		var wg sync.WaitGroup
		for range 5 {
			wg.Go(func() {
				if err := s.Mature(t.Context()); err != nil && !errors.Is(err, context.Canceled) {
					t.Errorf("mature: %v", err)
				}
			})
		}
		wg.Wait()
		require.EqualValues(t, 3+90*91/2+250*251/2, account(t, s, "stripe:available"))
		require.Len(t, posted(t, d, "racing"), 2*250)
		require.NoError(t, s.Mature(t.Context()))
		holds(t, d)
	})
}
