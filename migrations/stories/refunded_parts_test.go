package stories_test

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/etal-market/etal/db"
	"github.com/etal-market/etal/db/dbtest"
	"github.com/etal-market/etal/domain/id"
	"github.com/etal-market/etal/domain/order"
	"github.com/etal-market/etal/domain/refund"
	"github.com/etal-market/etal/internal/testkit"
	"github.com/etal-market/etal/migrations"
)

// Parts that were given back whole before anything had left are over, and their money
// waits for nothing any more. Others wait as before.
func TestRefundedParts_are_over(t *testing.T) {
	t.Parallel()
	testkit.Each(t, func(t *testing.T, w *testkit.World) {
		mill, alice := w.Seller("Mill", testkit.Onboarded), w.Buyer("Alice")
		tea, one := mill.Product("Tea", "12.50", 10), int64(1)
		back, half, waiting := alice.Buys(tea.Times(1)), alice.Buys(tea.Times(2)), alice.Buys(tea.Times(1))
		w.Advance(time.Hour)
		for _, o := range []*order.Order{back, half} {
			_, err := w.App.Refunds.Create(t.Context(), w.Operator().Actor, refund.CreateInput{
				OrderID: id.Any(o.ID), Lines: []refund.LineAsk{{LineID: o.SellerOrders[0].Lines[0].ID, Quantity: &one}},
				Reason: refund.ReasonCancelled, IdempotencyKey: o.Number,
			})
			require.NoError(t, err)
		}
		w.Settle()
		const state = `SELECT s.status || ' ' || COALESCE(CAST(s.cancelled_at AS TEXT), '-') FROM seller_orders s ORDER BY s.id`
		const due = `SELECT COUNT(*) FROM releases WHERE release_at IS NOT NULL`
		want := dbtest.List(t, w.DB, state)
		dialect := db.Postgres
		if !w.DB.ServesMany() {
			dialect = db.SQLite
		}
		runs := func(texts ...string) {
			require.NoError(t, w.DB.Write(t.Context(), func(ctx context.Context, tx db.Tx) error {
				for _, text := range texts {
					if _, err := tx.NewRaw(text).Exec(ctx); err != nil {
						return err
					}
				}
				return nil
			}))
		}
		runs("UPDATE seller_orders SET status = 'READY_TO_SHIP', cancelled_at = NULL", "UPDATE releases SET release_at = NULL")
		require.Equal(t, []string{"0"}, dbtest.List(t, w.DB, due))
		runs(stepOf(t, dialect, "refunded_parts"), stepOf(t, dialect, "refunded_releases"))
		require.Equal(t, want, dbtest.List(t, w.DB, state))
		require.Equal(t, []string{"1"}, dbtest.List(t, w.DB, due))
		require.NotNil(t, alice.Order(back.ID).SellerOrders[0].CancelledAt)
		require.Nil(t, alice.Order(waiting.ID).SellerOrders[0].CancelledAt)

		const accrued = `SELECT COUNT(*) FROM releases WHERE status = 'ACCRUED'`
		w.Advance(13 * 24 * time.Hour)
		w.Settle()
		require.Equal(t, []string{"3"}, dbtest.List(t, w.DB, accrued), "the hold is as long as ever")
		w.Advance(2 * 24 * time.Hour)
		w.Settle()
		require.Equal(t, []string{"2"}, dbtest.List(t, w.DB, accrued))
		w.Balanced()
	})
}

// stepOf is the text of a step for a database.
func stepOf(t *testing.T, dialect db.Dialect, name string) string {
	t.Helper()
	steps, err := migrations.For(string(dialect))
	require.NoError(t, err)
	for _, step := range steps {
		if step.Name == name {
			return step.SQL
		}
	}
	require.Fail(t, "there is no step "+name)
	return ""
}
